"""The rows of `pages`: one for each address known, found by what the spellings of an address have in common.

`address_key` is stored: whoever changes its rule in `addresses.py` adds a migration that computes it anew.
"""

from __future__ import annotations

from sqlite_utils import Database

from blitar_scraper.addresses import address_key, clean_url
from blitar_scraper.archive.database import Row, first_row, insert, rows, update
from blitar_scraper.archive.values import clean_text
from blitar_scraper.items import PageKind


def spelled(url: str) -> str:
    """The address as `pages.url` has it: `clean_url`'s spelling, or the text itself where that finds no address."""
    text = clean_text(url)
    return clean_url(text) or text


def key_of(url: str) -> str:
    """What the spellings of the address have in common; for what is no address, the text itself."""
    try:
        return address_key(spelled(url))
    except ValueError:
        return spelled(url)


def find(db: Database, url: str) -> Row | None:
    """The row of the address, however it was spelled before."""
    return first_row(db, "SELECT * FROM pages WHERE address_key = ?", key_of(url))


def find_many(db: Database, urls: list[str]) -> dict[str, Row]:
    """The rows of the addresses that are known, by the address as it was asked for."""
    keys = {url: key_of(url) for url in urls}
    wanted = sorted(set(keys.values()))
    found: dict[str, Row] = {}
    for start in range(0, len(wanted), 500):  # well below SQLite's limit of values in a statement (999 in old builds)
        chunk = wanted[start : start + 500]
        marks = ", ".join("?" * len(chunk))
        for row in rows(db, f"SELECT * FROM pages WHERE address_key IN ({marks})", *chunk):
            found[row["address_key"]] = row
    return {url: found[key] for url, key in keys.items() if key in found}


def discover(db: Database, url: str, *, site: str, kind: PageKind, at: str) -> Row:
    """The row of the address, made where there is none. A row that exists is returned as it is."""
    row = find(db, url)
    if row is None:
        insert(
            db,
            "pages",
            {"url": spelled(url), "site": site, "kind": kind, "discovered_at": at, "address_key": key_of(url)},
        )
        row = find(db, url)
        assert row is not None
    return row


def discover_articles(db: Database, urls: list[str], *, site: str, at: str) -> None:
    """Add addresses of articles that are not known yet, due at once: a sitemap can name 50,000."""
    rows_of = [(spelled(url), site, "article", at, at, at, key_of(url)) for url in urls]
    db.conn.executemany(
        "INSERT INTO pages (url, site, kind, discovered_at, last_listed_at, due_at, address_key)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        rows_of,
    )


def change(db: Database, page: Row, **columns: object) -> None:
    """Set columns of the page's row."""
    update(db, "pages", columns, "address_key = ?", page["address_key"])
