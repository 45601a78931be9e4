"""From the facts of a run and its site's history to a verdict: a list of checks, the worst finding decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from blitar_scraper.archive.content import FILLED
from blitar_scraper.crawling.health.access import (
    OUT_OF_TIME,
    answered,
    is_where_it_was,
    kept_time,
    names_articles,
    read_to_the_end,
    shows_a_listing,
    worked,
)
from blitar_scraper.crawling.health.facts import Case
from blitar_scraper.crawling.health.fields import are_as_full
from blitar_scraper.crawling.health.listings import show_as_many
from blitar_scraper.crawling.health.reading import could_be_read
from blitar_scraper.crawling.health.redesign import is_built_as_before
from blitar_scraper.crawling.health.silence import has_news
from blitar_scraper.crawling.health.verdict import (
    BUSY,
    CRASHED,
    GOOD,
    INTERRUPTED,
    Finding,
    Verdict,
    worst,
    worst_first,
)

# A check gives its findings, none where it is passed; None where this run could not tell.
Check = Callable[[Case], Sequence[Finding] | None]
_CHECKS: tuple[tuple[tuple[str, ...], Check], ...] = (
    (("errors",), worked),
    (("blocked", "unreachable", OUT_OF_TIME), answered),
    (("clock",), kept_time),
    (("moved-site",), is_where_it_was),
    (("no-listing-links",), names_articles),
    (("source-cut",), read_to_the_end),
    (("articles-unreadable",), could_be_read),
    (("listing-shrunk",), show_as_many),
    (("silent",), has_news),
)


def judge(case: Case) -> Verdict:
    """The verdict on a run that is over."""
    run = case.run
    if run.archive_error is not None:
        return Verdict("cut", BUSY if run.archive_busy else CRASHED, run.archive_error)
    if run.interrupted:
        return Verdict("interrupted", INTERRUPTED, "stopped; run the same command again to go on")
    found: list[Finding] = []
    passed: set[tuple[str, str | None]] = set()
    for names, check in _CHECKS:
        findings = check(case)
        if findings is not None:
            found += findings
            passed |= {(name, None) for name in names}
    lost = are_as_full(case)
    built = is_built_as_before(case, lost)
    passed |= {("field-lost", field) for field in FILLED} if not run.nobody_answers else set()
    passed |= {("redesigned", None)} if built is not None else set()
    findings = worst_first([*(built or ()), *found, *lost])
    failed = [finding for finding in findings if finding.exit_status != GOOD]
    passed -= {(finding.problem, finding.field) for finding in failed}
    return Verdict(
        _status(case),
        worst(one.exit_status for one in findings),
        _reason(findings),
        findings,
        tuple(sorted(passed, key=str)),
    )


def _status(case: Case) -> str:
    run = case.run
    if run.gave_up is not None:
        return "cut"
    if run.crashes > run.reader_errors:
        return "crashed"
    if run.nobody_answers and not shows_a_listing(case):
        return "unreachable"
    return "finished" if run.complete and not run.asked_to_stop else "cut"


def _reason(findings: Sequence[Finding]) -> str | None:
    """The worst finding in one line, and the names of the others."""
    if not findings:
        return None
    first, *others = findings
    # A redesign's own line says already what it has lost.
    others = [one for one in others if not (first.problem == "redesigned" and one.problem == "field-lost")]
    names = dict.fromkeys(f"{one.problem} ({one.field})" if one.field else one.problem for one in others)
    return f"{first.problem}: {first.detail}" + (f"; also {', '.join(names)}" if names else "")
