"""What a spider asks before it fetches: is this address known, and what is due?"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from blitar_scraper.archive import pages
from blitar_scraper.archive.content import cleaned, folded, resembles
from blitar_scraper.archive.database import Row, first_row, rows
from blitar_scraper.archive.values import iso, moment
from blitar_scraper.items import Article


@dataclass(frozen=True, slots=True)
class PageRow:
    """An address that is known. Times are aware datetimes in UTC.

    `described`: a listing, a feed or REST has said more of it than that it exists.
    """

    url: str
    site: str
    kind: str
    article_id: int | None
    discovered_at: datetime
    last_listed_at: datetime | None
    last_fetched_at: datetime | None
    http_status: int | None
    failures: int
    due_at: datetime | None
    etag: str | None
    last_modified: str | None
    described: bool


def known(db: Database, urls: Iterable[str]) -> dict[str, PageRow]:
    """Those of the addresses that are known, in any spelling, by the address as asked for."""
    return {url: _page_row(row) for url, row in pages.find_many(db, list(urls)).items()}


def due(db: Database, site_id: str, now: datetime, limit: int) -> list[PageRow]:
    """The article pages of the site that are to be fetched now, most urgent first.

    First those never fetched, the longest known first; then those due for another look, the longest due first.
    """
    found = rows(
        db,
        """SELECT * FROM pages WHERE site = ? AND kind = 'article' AND due_at IS NOT NULL AND due_at <= ?
           ORDER BY last_fetched_at IS NOT NULL,
               CASE WHEN last_fetched_at IS NULL THEN discovered_at ELSE due_at END, rowid
           LIMIT ?""",
        *(site_id, iso(now), limit),
    )
    return [_page_row(row) for row in found]


def unread_since(db: Database, site_id: str, since: datetime, limit: int) -> list[PageRow]:
    """The addresses of the site's articles that were last read before `since`; not of those that are gone.

    An address that an article has left leads to the one where it is, and is not asked for.
    """
    found = rows(
        db,
        """SELECT p.*, a.url AS article_url FROM pages p JOIN articles a ON a.id = p.article_id
           WHERE p.site = ? AND p.kind = 'article' AND p.last_fetched_at < ? AND a.gone_at IS NULL
           ORDER BY p.last_fetched_at, p.rowid LIMIT ?""",
        *(site_id, iso(since), limit),
    )
    return [_page_row(row) for row in found if pages.key_of(row["article_url"]) == row["address_key"]]


def looks_due(db: Database, site_id: str, now: datetime) -> int:
    """How many articles of the site that have been read are due for another look."""
    row = first_row(
        db,
        """SELECT COUNT(*) AS number FROM pages WHERE site = ? AND kind = 'article' AND due_at IS NOT NULL
           AND due_at <= ? AND last_fetched_at IS NOT NULL""",
        *(site_id, iso(now)),
    )
    assert row is not None
    return int(row["number"])


def look_now(db: Database, urls: Iterable[str], now: datetime) -> None:
    """Make known addresses due at once, unless they are already. To be called in a transaction."""
    at = iso(now)
    for page in pages.find_many(db, list(urls)).values():
        pages.change(db, page, due_at=min(page["due_at"] or at, at))


def unlisted(db: Database, site_id: str, *, since: str, listed_from: datetime, until: datetime) -> list[str]:
    """Articles dated after `since` (YYYY-MM-DD) that were listed from `listed_from` on, but not from `until` on.

    With `until` the beginning of a run that read the listing down to `since`, the site has most likely removed or
    renamed them: the listing skips over them.
    """
    found = rows(
        db,
        """SELECT p.url FROM pages p JOIN articles a ON a.id = p.article_id
           WHERE p.site = ? AND a.published_date > ? AND a.gone_at IS NULL
             AND p.last_listed_at >= ? AND p.last_listed_at < ?
             AND NOT EXISTS (SELECT 1 FROM pages other WHERE other.article_id = a.id AND other.last_listed_at >= ?)
           ORDER BY a.published_date DESC, a.id""",
        *(site_id, since, iso(listed_from), iso(until), iso(until)),
    )
    return [row["url"] for row in found]


def titles(db: Database, urls: Iterable[str]) -> dict[str, frozenset[str]]:
    """The titles, folded, of those of the addresses that are known as articles': its own and as listings have it.

    Not of one whose article is gone from there: then another address that ends like it is where the article is now.
    """
    found: dict[str, frozenset[str]] = {}
    for url, page in pages.find_many(db, list(urls)).items():
        if page["kind"] != "article":
            continue
        said = [saying.get("title") for saying in json.loads(page["listed_as"] or "[]")]
        article = first_row(db, "SELECT title, gone_at FROM articles WHERE id = ?", page["article_id"])
        if article is not None and article["gone_at"]:
            continue
        own = article["title"] if article else None
        found[url] = frozenset(folded(title) for title in (own, *said) if title)
    return found


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """Where a known article was last seen. `discovered_at`: aware; `gone_reason`: None while it is there."""

    url: str
    discovered_at: datetime
    gone_reason: str | None


def own_address(db: Database, url: str) -> OwnAddress | None:
    """What is known of the article whose present address it is; None of any other address."""
    page = pages.find(db, url)
    if page is None or page["kind"] != "article" or page["article_id"] is None:
        return None
    article = first_row(db, "SELECT url, gone_reason FROM articles WHERE id = ?", page["article_id"])
    if article is None or pages.key_of(article["url"]) != page["address_key"]:
        return None
    discovered_at = moment(page["discovered_at"])
    assert discovered_at is not None
    return OwnAddress(page["url"], discovered_at, article["gone_reason"])


def living(db: Database, site_id: str, before: datetime) -> list[OwnAddress]:
    """The articles of the site that are not gone and were known before then, by their addresses.

    Those that did not fail the last time come first, of these the ones that were listed or seen last.
    """
    found = rows(
        db,
        """SELECT p.url, p.discovered_at FROM pages p JOIN articles a ON a.id = p.article_id AND a.url = p.url
           WHERE p.site = ? AND p.kind = 'article' AND a.gone_at IS NULL AND p.discovered_at < ?
           ORDER BY p.failures > 0, MAX(COALESCE(p.last_listed_at, ''), COALESCE(p.last_fetched_at, '')) DESC,
               p.rowid""",
        *(site_id, iso(before)),
    )
    return [OwnAddress(row["url"], datetime.fromisoformat(row["discovered_at"]), None) for row in found]


def shows_known(db: Database, url: str, article: Article) -> bool:
    """Whether what was read at an article's address is that article, perhaps edited."""
    page = pages.find(db, url)
    known = first_row(db, "SELECT title, body FROM articles WHERE id = ?", page["article_id"]) if page else None
    return known is not None and resembles(known, cleaned(article))


def moved_since(db: Database, site_id: str) -> datetime | None:
    """When the run began that last found that the site had moved, of articles that have not been found again."""
    row = first_row(
        db,
        """SELECT MAX(started_at) AS at FROM runs WHERE site = ?1 AND started_at <=
               (SELECT MAX(gone_at) FROM articles WHERE site = ?1 AND gone_reason = 'moved-site')""",
        site_id,
    )
    return moment(row["at"]) if row else None


def _page_row(row: Row) -> PageRow:
    discovered_at = moment(row["discovered_at"])
    assert discovered_at is not None
    return PageRow(
        url=row["url"],
        site=row["site"],
        kind=row["kind"],
        article_id=row["article_id"],
        discovered_at=discovered_at,
        last_listed_at=moment(row["last_listed_at"]),
        last_fetched_at=moment(row["last_fetched_at"]),
        http_status=row["http_status"],
        failures=row["failures"],
        due_at=moment(row["due_at"]),
        etag=row["etag"],
        last_modified=row["last_modified"],
        described=row["listed_as"] is not None,
    )
