"""Check of a run's articles: could they be read at all?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blitar_scraper.crawling.health.facts import Case, count, found_in
from blitar_scraper.crawling.health.verdict import UNHEALTHY, Finding

# Of ten articles asked for, one may be broken on the site's side; more is a fault of site or crawl.
_MOST_FAILURES = 0.2
_FEWEST_TO_JUDGE = 10
# Where not one could be read, three are enough: one or two may have been published broken.
_FEWEST_ALL = 3


def could_be_read(case: Case) -> list[Finding] | None:
    """articles-unreadable: many articles gave no usable answer, or in several runs not one did.

    One that fails as it did the time before is no news of the site, and a quiet day may have no other.
    """
    if case.run.nobody_answers or case.run.gave_up is not None:
        return None
    now = case.run.tally
    failed, again = count(now, "looks", "failed"), count(now, "looks", "failed_again")
    good = _good(now)
    if not good:
        return _none_in_several(case)
    asked = failed + again + good
    if asked < _FEWEST_TO_JUDGE:
        return []
    # What was found to be unreadable in the run before is, as long as it stays so.
    goes_on = bool(case.past) and found_in(case.past[-1], "articles-unreadable")
    bad = failed + again if goes_on else failed
    if bad <= (asked if goes_on else failed + good) * _MOST_FAILURES:
        return []
    return [Finding("articles-unreadable", f"{failed + again} of {asked} articles could not be read", UNHEALTHY)]


def _none_in_several(case: Case) -> list[Finding]:
    """The last runs, this one among them, in which no article could be read."""
    failed, runs = 0, 0
    for tally in reversed(case.tallies):
        if _good(tally):
            break
        if number := count(tally, "looks", "failed"):
            failed, runs = failed + number, runs + 1
    if failed < _FEWEST_ALL:
        return []
    where = "" if runs == 1 else f" in {runs} runs"
    return [Finding("articles-unreadable", f"none of {failed} articles could be read{where}", UNHEALTHY)]


def _good(tally: Mapping[str, Any]) -> int:
    return count(tally, "looks", "read") + count(tally, "looks", "unchanged")
