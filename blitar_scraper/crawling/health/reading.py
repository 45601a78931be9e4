"""Check of a run's articles: could they be read at all?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import Any

from blitar_scraper.crawling.health.facts import Case, count, found_in
from blitar_scraper.crawling.health.verdict import UNHEALTHY, Finding

# Of ten articles asked for, one may be broken on the site's side; more is a fault of site or crawl.
_MOST_FAILURES = 0.2
_FEWEST_TO_JUDGE = 10
# Where not one could be read, three are enough: one or two may have been published broken.
_FEWEST_ALL = 3
# Of new ones by themselves: the chance at which a site that has often named what it does not show does so so often in a
# row. One in ten is allowed to any site: three in a row are enough then.
_CHANCE, _SHARE_OF_ANY, _WEIGHT_OF_ANY = 0.001, 0.1, 10
# A site that let nobody in: nothing is said of its articles.
_CLOSED = ("blocked", "unreachable")


def could_be_read(case: Case) -> list[Finding] | None:
    """articles-unreadable: many articles gave no usable answer, or in several runs not one did.

    One that fails as it did the time before is no news of the site, and a quiet day may have no other.
    """
    if case.run.nobody_answers or case.run.gave_up is not None:
        return None
    return _of_all(case) or _of_new(case)


def _of_all(case: Case) -> list[Finding]:
    """The articles asked for, new and known ones."""
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


def _of_new(case: Case) -> list[Finding]:
    """None of the new articles that are listed since some run could be read, be the known ones as they are."""
    tallies, tallied = case.tallies, case.tallied
    starts = [*(run.started_at[:10] for run in tallied), case.run.today.isoformat()]
    reasons: Counter[str] = Counter()
    place, since = len(tallies), ""
    while place and not count(tallies[place - 1], "first_looks", "read"):
        place -= 1
        if place < len(tallied) and any(found_in(tallied[place], name) for name in _CLOSED):
            continue
        if failed := _without_article(tallies[place]):
            reasons, since = reasons + failed, starts[place]
    before = sum(_without_article(tally).total() for tally in tallies[:place])
    read = sum(count(tally, "first_looks", "read") for tally in tallies[:place])
    share = max((before + 1) / (before + read + _WEIGHT_OF_ANY), _SHARE_OF_ANY)
    if reasons.total() < max(_FEWEST_ALL, math.ceil(round(math.log(_CHANCE) / math.log(share), 6))):
        return []
    how = "all answer 404" if set(reasons) == {"404"} else ", ".join(f"{name} {n}" for name, n in reasons.most_common())
    detail = f"{reasons.total()} new articles are listed since {since}, none could be read: {how}"
    return [Finding("articles-unreadable", detail, UNHEALTHY)]


def _without_article(tally: Mapping[str, Any]) -> Counter[str]:
    """Why new addresses showed no article, and how many of them."""
    said = tally.get("first_looks")
    names = [name for name in said if isinstance(name, str) and name != "read"] if isinstance(said, Mapping) else []
    return Counter({name: count(tally, "first_looks", name) for name in names})


def _good(tally: Mapping[str, Any]) -> int:
    return count(tally, "looks", "read") + count(tally, "looks", "unchanged")
