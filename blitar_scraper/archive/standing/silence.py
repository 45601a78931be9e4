"""How long a site has been silent, beside how long it usually is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from statistics import median
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from blitar_scraper.archive.database import first_row
from blitar_scraper.archive.standing.runs import instant
from blitar_scraper.indonesian.clock import zone_named

# The habits of a year, with its holidays; where that has few days of news, the last ones there were.
_DAYS, _FEWEST_DAYS, _MOST_DAYS = 365, 30, 400
# Fewer silences than these make no habit.
_FEWEST_SILENCES = 5


@dataclass(frozen=True, slots=True)
class Silence:
    """Days from the newest publication to the last complete look at the site (`looked_at`), both in the site's time.

    What came after that look nobody can know. `usual_longest` and `median_gap`: days between days with news, as they
    were in the last year; `gaps`: those, the oldest first. `longest`: of all the `remembered`.
    """

    newest: str | None = None
    looked_at: str | None = None
    days: int | None = None
    usual_longest: int | None = None
    median_gap: float | None = None
    gaps: Sequence[int] = ()
    longest: int | None = None
    remembered: int = 0


def silence_of(
    db: Database, site: str, timezone: str | None, looked_at: str | None, backfilled_at: str | None
) -> Silence:
    """How silent the site is. An article without a date counts from when it came, where that was as news."""
    looked = instant(looked_at)
    if looked is None:
        return Silence()
    today = _local_day(looked, timezone)
    days = _days_of_news(db, site, today)
    gaps, remembered = usual_gaps(days), gaps_between(days)
    arrived = _undated_arrival(db, site, backfilled_at)
    newest = max((day for day in (*days[-1:], _local_day(arrived, timezone) if arrived else None) if day), default=None)
    return Silence(
        newest=newest.isoformat() if newest else None,
        looked_at=looked_at,
        days=max((today - newest).days, 0) if newest else None,
        usual_longest=max(gaps) if len(gaps) >= _FEWEST_SILENCES else None,
        median_gap=median(gaps) if len(gaps) >= _FEWEST_SILENCES else None,
        gaps=gaps,
        longest=max(remembered, default=None),
        remembered=len(remembered),
    )


def usual_gaps(days: Sequence[date]) -> list[int]:
    """Days from each day with news to the next, in the last year; `days` are in order, each once."""
    if not days:
        return []
    of_year = [day for day in days if (days[-1] - day).days <= _DAYS]
    kept = of_year if len(of_year) >= _FEWEST_DAYS else days[-_FEWEST_DAYS:]
    return gaps_between(kept)


def gaps_between(days: Sequence[date]) -> list[int]:
    """Days from each of them to the next."""
    return [(later - day).days for day, later in pairwise(days)]


def _days_of_news(db: Database, site: str, until: date) -> list[date]:
    """The last days with news, in order, each once. A date in the future is a mistake of the page's."""
    found = db.execute(
        "SELECT DISTINCT published_date FROM articles WHERE site = ? AND published_date <= ?"
        " ORDER BY published_date DESC LIMIT ?",
        [site, until.isoformat(), _MOST_DAYS],
    )
    return [day for (text,) in reversed(found.fetchall()) if (day := _day(text))]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _undated_arrival(db: Database, site: str, backfilled_at: str | None) -> datetime | None:
    """When the newest article without a date came, as news: not with all the old ones of the first crawl."""
    if backfilled_at is None:
        return None
    row = first_row(
        db,
        "SELECT first_seen_at FROM articles"
        " WHERE id = (SELECT MAX(id) FROM articles WHERE site = ? AND published_date IS NULL) AND first_seen_at > ?",
        *(site, backfilled_at),
    )
    return instant(row["first_seen_at"]) if row else None


def _local_day(at: datetime, timezone: str | None) -> date:
    zone: ZoneInfo | None = zone_named(timezone) if timezone else None
    return (at.astimezone(zone) if zone else at).date()
