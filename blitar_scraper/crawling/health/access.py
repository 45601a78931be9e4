"""Checks of one run by itself: did the site answer, did the program work, were the sources read to their end?"""

from __future__ import annotations

from blitar_scraper.crawling.health.facts import Case, found_in
from blitar_scraper.crawling.health.verdict import CRASHED, UNHEALTHY, UNREACHABLE, Finding
from blitar_scraper.crawling.sites.reasons import in_words, is_refusal

# A run that a person wanted no longer (crawling/time_limit.py).
OUT_OF_TIME = "time-limit"
# A listing that named so few articles was perhaps none.
_FEWEST_LINKS = 3


def answered(case: Case) -> list[Finding]:
    """blocked, unreachable: the run was given up, or no start address gave an answer of any use.

    time-limit: it was given up since a person wanted it no longer; the site is well.
    """
    run = case.run
    if run.gave_up is not None:
        return [Finding(*run.gave_up, UNHEALTHY if run.gave_up[0] == OUT_OF_TIME else UNREACHABLE)]
    if run.moved_site is not None or not run.nobody_answers or not run.start_failures or shows_a_listing(case):
        return []
    problem, detail = run.start_failures[0]
    name = "blocked" if is_refusal(problem, detail) else "unreachable"
    return [Finding(name, in_words(problem, detail), UNREACHABLE)]


def shows_a_listing(case: Case) -> bool:
    """Whether a listing was read, be it without a link: the site answers, whatever its other sources do."""
    return any(
        source.kind == "listing" and source.first is not None and source.ended != "missing"
        for source in case.run.sources
    )


def worked(case: Case) -> list[Finding]:
    """errors: exceptions of the program."""
    number = case.run.crashes
    return [Finding("errors", f"{number} errors in the program; see the log", CRASHED)] if number else []


def kept_time(case: Case) -> list[Finding]:
    """clock: the computer's clock stood before earlier runs, or jumped."""
    return [Finding("clock", case.run.clock, UNHEALTHY)] if case.run.clock else []


def is_where_it_was(case: Case) -> list[Finding]:
    """moved-site: known articles are gone all at once, or the whole host leads elsewhere (then nothing was read)."""
    if case.run.moved_site is None:
        return []
    return [Finding("moved-site", case.run.moved_site, UNREACHABLE if case.run.nobody_answers else UNHEALTHY)]


def names_articles(case: Case) -> list[Finding] | None:
    """no-listing-links: no page names an article, or no listing does although one did in the run before.

    That a sitemap still names the old ones makes no news. None where no page could be read.
    """
    run = case.run
    if not any(source.pages for source in run.sources) or (run.nobody_answers and not shows_a_listing(case)):
        return None
    listings = [source for source in run.sources if source.kind == "listing" and source.first is not None]
    before = 0 if not listings or any(source.first for source in listings) else most_links_before(case)
    if before >= _FEWEST_LINKS:
        detail = f"no article links on any listing page, where there were {before}: has the site changed?"
    elif not any(source.entries for source in run.sources) and not run.complete:
        detail = "no article links on any page read: has the site changed?"
    else:
        return []
    return [Finding("no-listing-links", detail, UNHEALTHY)]


def most_links_before(case: Case) -> int:
    """The most links on a listing's first page in the last run that was not found to have lost them."""
    for run in reversed(case.past):
        counts = [
            source.first for source in case.sources_of(run) if source.kind == "listing" and source.first is not None
        ]
        if counts and not found_in(run, "no-listing-links"):
            return max(counts)
    return 0


def read_to_the_end(case: Case) -> list[Finding] | None:
    """source-cut: a source that may have more to say could not be read to its end."""
    run = case.run
    if run.nobody_answers or run.gave_up is not None:
        return None
    cut = [source for source in run.sources if source.ended == "cut"]
    if run.complete or not cut or not any(source.entries for source in run.sources):
        return []
    return [Finding("source-cut", f"the {cut[0].kind} {cut[0].start} could not be read to its end", UNHEALTHY)]
