"""Check of the news: has the site been silent for much longer than it ever was?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from blitar_scraper.crawling.health.facts import Case
from blitar_scraper.crawling.health.verdict import UNHEALTHY, Finding

# From fewer days with news than fifty, or from less than half a year, nobody knows what is usual.
_FEWEST_GAPS, _SHORTEST_HISTORY = 50, 180
# Two weeks at Lebaran, one at the end of the year, and a slow month between them; from a history of more than a year
# the site's own holidays are known, and three weeks are enough.
_HOLIDAYS, _YEAR = 45, 400
_SHORTEST = 21


def has_news(case: Case) -> list[Finding] | None:
    """silent: no news for much longer than this site has ever been. None where nobody can tell.

    That is so where the sources were not read, and where too little is known of the site's habits.
    """
    run = case.run
    if not run.complete or run.nobody_answers or not case.news_days:
        return None
    silence = (run.today - case.news_days[-1]).days
    most = case.expected.silence
    if most == 0:
        return []
    longest = longest_gap(case.news_days)
    learned = most is None
    if learned:
        most = longest_silence(case.news_days)
    if most is None:
        return None
    if silence <= most:
        return []
    usual = f"never more than {longest} before" if learned else f"at most {most} expected"
    return [Finding("silent", f"no news for {silence} days, {usual}: is the listing up to date?", UNHEALTHY)]


def longest_gap(days: Sequence[date]) -> int:
    """The most days between two days with news."""
    return max(((later - day).days for day, later in pairwise(days)), default=0)


def longest_silence(days: Sequence[date]) -> int | None:
    """After how many days without news a site that published on these days is silent; None where that is not known.

    Were its gaps without memory, one of c times the longest of n would have the chance n^-c: c is chosen so that it is
    one in a million, and never less than 2.5, as they have some (a slow month before Lebaran).
    """
    gaps = len(days) - 1
    if gaps < _FEWEST_GAPS or (days[-1] - days[0]).days < _SHORTEST_HISTORY:
        return None
    times = max(2.5, 6 * math.log(10) / math.log(gaps))
    least = _SHORTEST if (days[-1] - days[0]).days >= _YEAR else _HOLIDAYS
    return max(least, math.ceil(times * longest_gap(days)))
