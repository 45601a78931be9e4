"""How many of a site's articles have each field, lately and as is usual."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from sqlite_utils import Database

from blitar_scraper.archive.database import rows
from blitar_scraper.archive.standing.runs import FIELDS, Run

# Articles: the newest that were read, beside at least as many before them (each of which costs a look into the file).
# Fewer than five say nothing.
_RECENT, _FEWEST, _BEFORE = 20, 5, 50
# A fall is told where chance makes one in millions of such (five standard errors), and where it is worth a look.
_STANDARD_ERRORS, _SMALLEST_FALL = 5, 0.2
# A field that all articles had or none is not certain for all time: without this the error would be nil.
_SUREST = 0.95

_NEWEST = "SELECT id FROM articles WHERE site = :site ORDER BY +id DESC LIMIT :most"
_OF_ARTICLES = f"""SELECT COUNT(*) AS read, {", ".join(f"COUNT({name}) AS {name}" for name in FIELDS)}
FROM articles WHERE id IN (SELECT id FROM ({_NEWEST} OFFSET :skipped))"""
_OF_NEWS = f"{_OF_ARTICLES} AND first_seen_at > :since"

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Fill:
    """Shares from 0 to 1 of the articles that have a field; None where too few were read.

    `read`: articles of which `recent` is told. `has_fallen`: far more than chance would have it.
    """

    recent: float | None = None
    usual: float | None = None
    read: int = 0
    has_fallen: bool = False


def fills_of(db: Database, site: str, runs: Sequence[Run], backfilled_at: str | None) -> dict[str, Fill]:
    """Of each field. Runs (the newest first) that counted what they read tell it best, the articles stored else."""
    recent, before = _split([run.fields for run in runs if run.fields is not None])
    if recent.get("read", 0) < _FEWEST:
        recent = _news(db, site, backfilled_at)
    if before.get("read", 0) < _RECENT:
        before = _stored(db, site, skipped=_RECENT)
    return {name: _fill(name, recent, before) for name in FIELDS}


def has_fallen(found: int, read: int, usual: float) -> bool:
    """Whether so many of the articles read are certainly fewer than is usual."""
    if read < _FEWEST:
        return False
    likely = min(max(usual, 1 - _SUREST), _SUREST)
    return usual - found / read > max(_STANDARD_ERRORS * sqrt(likely * (1 - likely) / read), _SMALLEST_FALL)


def _fill(name: str, recent: Counts, before: Counts) -> Fill:
    read = recent.get("read", 0)
    now = _share(name, recent, _FEWEST)
    usual = _share(name, before, _RECENT)
    fallen = now is not None and usual is not None and has_fallen(recent.get(name, 0), read, usual)
    return Fill(now, usual, read, fallen)


def _share(name: str, counts: Counts, fewest: int) -> float | None:
    read = counts.get("read", 0)
    return round(min(counts[name] / read, 1.0), 3) if read >= fewest and name in counts else None


def _split(counted: Sequence[Counts]) -> tuple[Counts, Counts]:
    """The sums of the newest runs that read enough together, and of all before them."""
    place, read = 0, 0
    while place < len(counted) and read < _RECENT:
        read += counted[place]["read"]
        place += 1
    return _sums(counted[:place]), _sums(counted[place:])


def _sums(counted: Sequence[Counts]) -> Counts:
    names = {name for counts in counted for name in counts}
    return {name: sum(counts.get(name, 0) for counts in counted) for name in names}


def _news(db: Database, site: str, backfilled_at: str | None) -> Counts:
    """Of the newest articles; without those of the first crawl, which came the newest first and are the oldest."""
    if backfilled_at is None:
        return {}
    return _counts(db, _OF_NEWS, site=site, most=_RECENT, skipped=0, since=backfilled_at)


def _stored(db: Database, site: str, *, skipped: int) -> Counts:
    return _counts(db, _OF_ARTICLES, site=site, most=_BEFORE, skipped=skipped)


def _counts(db: Database, sql: str, **values: object) -> Counts:
    (row,) = rows(db, sql, values)
    return row
