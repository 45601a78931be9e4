"""How long a site has been silent, beside how long it usually is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from sqlite_utils import Database

from blitar_scraper.archive.news_days import days_with_news, local_day
from blitar_scraper.archive.standing.runs import instant

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


def silence_of(db: Database, site: str, timezone: str | None, looked_at: str | None) -> Silence:
    """How silent the site is."""
    looked = instant(looked_at)
    if looked is None:
        return Silence()
    today = local_day(looked, timezone)
    days = days_with_news(db, site, until=today, most=_MOST_DAYS)
    gaps, remembered = usual_gaps(days), gaps_between(days)
    newest = days[-1] if days else None
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
