"""Check of the listings: do their first pages still name as many articles as ever?"""

from __future__ import annotations

from collections.abc import Sequence

from blitar_scraper.crawling.health.access import names_articles
from blitar_scraper.crawling.health.facts import Case, Source, found_in
from blitar_scraper.crawling.health.verdict import UNHEALTHY, Finding

# Runs looked back on: two months of daily ones. A site that shows fewer now for good is used to it by then.
_MOST_RUNS = 60
# After three runs a quarter of the fewest links ever is too few; a listing of the month's news, say, has not been seen
# at its shortest by then. After ten a half is.
_YOUNG, _KNOWN = 3, 10
_SHARE_OF_YOUNG, _SHARE_OF_KNOWN = 0.25, 0.5
# A list of two or three is a teaser on a home page, and may well be empty for a day.
_FEWEST_LINKS = 4
# Sources whose first page always shows the latest. (Of REST only what has changed is asked for.)
_KINDS = ("listing", "feed")
# What was found of a run that did not see the site as it is: its numbers are not the site's.
_NOT_AS_IT_IS = ("listing-shrunk", "no-listing-links", "blocked", "unreachable", "moved-site")


def show_as_many(case: Case) -> list[Finding] | None:
    """listing-shrunk: the first page of a source names far fewer articles than in any run before.

    None where no first page was read, and where none of them names any: that has a name of its own.
    """
    read = [source for source in case.run.sources if source.first is not None and source.kind in _KINDS]
    if not read or case.run.nobody_answers or names_articles(case):
        return None
    fewest = case.expected.links
    if fewest is not None:
        most = max((source for source in read), key=lambda source: source.first or 0)
        if (most.first or 0) >= fewest:
            return []
        return [Finding("listing-shrunk", f"{most.first} links on {most.start}, {fewest} expected", UNHEALTHY)]
    found = [(source, usual) for source in read if (usual := _too_few(source, _history(case, source)))]
    if not found:
        return []
    source, usual = found[0]
    detail = f"{source.first} links on the first page of the {source.kind} {source.start}, at least {usual} before"
    return [Finding("listing-shrunk", detail, UNHEALTHY)]


def _history(case: Case, source: Source) -> list[int]:
    """Links on the source's first page in earlier runs, but for those that found too few of them, or a closed door."""
    found = []
    for run in case.past[-_MOST_RUNS:]:
        if any(found_in(run, name) for name in _NOT_AS_IT_IS):
            continue
        found += [other.first for other in case.sources_of(run) if other.key == source.key and other.first is not None]
    return found


def _too_few(source: Source, history: Sequence[int]) -> int:
    """The fewest links before, where there are far fewer now; else 0."""
    if len(history) < _YOUNG or min(history) < _FEWEST_LINKS:
        return 0
    share = _SHARE_OF_KNOWN if len(history) >= _KNOWN else _SHARE_OF_YOUNG
    return min(history) if (source.first or 0) < min(history) * share else 0
