"""Whether a site's pages are built differently from one run on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from blitar_scraper.crawling.health.facts import Case, count, found_in
from blitar_scraper.crawling.health.verdict import GOOD, UNHEALTHY, Finding
from blitar_scraper.extract.layout import FEWEST, Layout, is_among

# Templates of the last month of daily runs: a page of an older one may come by again.
_MOST_RUNS = 30
# Twice as many features as a fingerprint has at least (extract/layout.py): four of them are not told from six.
_STRUCTURED = 2 * FEWEST
# It is told once, and not of listings and articles apart.
_RUNS_AFTER = 7
# Known articles read otherwise than before, from three on, and most of them: read badly rather than edited.
_FEWEST_EDITS, _MOST_EDITS = 3, 0.5


def rebuilt(case: Case) -> tuple[str, ...]:
    """Of which kinds ("article", "listing") most pages of this run are unlike all that the last runs have seen."""
    found = []
    for kind, layouts in sorted(case.run.layouts.items()):
        known = _known(case, kind)
        unlike = sum(_is_unlike(layout, known) for layout in layouts)
        if known and unlike * 2 > len(layouts):
            found.append(kind)
    return tuple(found)


def _is_unlike(layout: Layout, known: list[Layout]) -> bool:
    """Whether a page is built unlike all of these; one of hardly any structure, where the others have clearly more."""
    if is_among(layout, known):
        return False
    return all(max(len(layout), len(one)) >= _STRUCTURED for one in known if not (layout and one))


def rebuilt_at(case: Case) -> int | None:
    """The place among `case.tallies` of the last run that found the pages rebuilt, this one included."""
    if rebuilt(case) and not _told(case):
        return len(case.tallied)
    places = [place for place, run in enumerate(case.tallied) if found_in(run, "redesigned")]
    return places[-1] if places else None


def is_built_as_before(case: Case, lost: list[Finding]) -> list[Finding] | None:
    """redesigned: with a loss, or where most known articles read otherwise, a fault; else a remark."""
    if not any(case.run.layouts.values()):
        return None
    kinds = rebuilt(case)
    if not kinds or _told(case):
        return []
    what = "pages are" if "article" in kinds else "listings are"
    text = f"{what} built differently since this run"
    read_again, edited = count_again(case.run.tally), case.run.edited
    if lost:
        return [Finding("redesigned", f"{text}, and have lost {'; '.join(_short(one) for one in lost)}", UNHEALTHY)]
    if edited >= _FEWEST_EDITS and edited > read_again * _MOST_EDITS:
        detail = f"{text}, and {edited} of {read_again} known articles read otherwise: compare them (view edits)"
        return [Finding("redesigned", detail, UNHEALTHY)]
    number = count(case.run.tally, "fields", "read")
    return [Finding("redesigned", f"{text}; {number} articles were read, and nothing is lost", GOOD)]


def count_again(tally: Mapping[str, Any]) -> int:
    """Known articles that were read again."""
    again = tally.get("again")
    return again if isinstance(again, int) else 0


def _short(lost: Finding) -> str:
    """`author: none of 16 articles`, without since when."""
    return re.split(" since |, ", lost.detail, maxsplit=1)[0]


def _told(case: Case) -> bool:
    return any(found_in(run, "redesigned") for run in case.past[-_RUNS_AFTER:])


def _known(case: Case, kind: str) -> list[Layout]:
    found: dict[Layout, None] = {}
    for run in case.past[-_MOST_RUNS:]:
        said = run.stats.get("layout")
        layouts = said.get(kind) if isinstance(said, Mapping) else None
        for layout in layouts if isinstance(layouts, list) else ():
            if isinstance(layout, list) and all(isinstance(number, int) for number in layout):
                found[tuple(layout)] = None
    return list(found)
