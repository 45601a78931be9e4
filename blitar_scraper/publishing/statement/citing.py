"""How to cite an archive as a whole; one article is cited by `archive.citation`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlite_utils import Database

from blitar_scraper import __version__
from blitar_scraper.archive.controls import without_controls
from blitar_scraper.archive.database import first_row, rows
from blitar_scraper.publishing.words import Words

# More names than these make a citation that nobody prints.
_MOST_NAMES = 3


def cite_archive(db: Database, *, sites: Sequence[str] = (), language: str = "en") -> str:
    """The citation of the archive, or of what it holds of some sites, as a sentence."""
    t = Words(language)
    found = rows(db, "SELECT id, name FROM sites ORDER BY id")
    names = [without_controls(row["name"]) for row in found if not sites or row["id"] in sites]
    moment = as_of(db, sites)
    publisher = _joined(names, t)
    if moment is None:
        return t("statement.cite_undated", who=publisher, version=__version__)
    return t("statement.cite", who=publisher, version=__version__, moment=t.moment(moment))


def as_of(db: Database, sites: Sequence[str] = ()) -> str | None:
    """The moment whose state the archive holds: the last at which something was asked of a site, UTC."""
    marks = ", ".join("?" * len(sites))
    of_sites = f" WHERE site IN ({marks})" if sites else ""
    asked = f"""SELECT max(at) AS at FROM (
        SELECT max(COALESCE(finished_at, started_at)) AS at FROM runs{of_sites}
        UNION ALL SELECT max(last_seen_at) FROM public_articles{of_sites})"""
    row = first_row(db, asked, *sites, *sites)
    return row["at"] if row else None


def fingerprint(db: Database, sites: Sequence[str] = ()) -> str:
    """A digest of what the public articles say: SHA-256 over lines `uid version content_digest`, by uid.

    The same in every copy of the same state, and to be reckoned again with two lines of any language.
    """
    marks = ", ".join("?" * len(sites))
    of_sites = f" WHERE site IN ({marks})" if sites else ""
    digest = hashlib.sha256()
    for uid, version, content in db.execute(
        f"SELECT uid, version, COALESCE(content_digest, '-') FROM public_articles{of_sites} ORDER BY uid", list(sites)
    ):
        digest.update(f"{uid} {version} {content}\n".encode())
    return f"sha256:{digest.hexdigest()}"


def _joined(names: Sequence[str], t: Words) -> str:
    """`Kota Blitar`, `Kota Blitar and Kota Batu`, `A, B, C and 35 other sites`."""
    if not names:
        return t("statement.nobody")
    shown, others = list(names), 0
    if len(names) > _MOST_NAMES + 1:
        shown, others = list(names[:_MOST_NAMES]), len(names) - _MOST_NAMES
    last = t("statement.others", count=t.number(others)) if others else shown.pop()
    return t("statement.and", first=", ".join(shown), last=last) if shown else last
