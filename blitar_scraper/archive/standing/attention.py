"""What needs a person's attention at a site, in words; and how the site is, in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from blitar_scraper.archive.standing.fill import Fill
from blitar_scraper.archive.standing.problems import Finding
from blitar_scraper.archive.standing.runs import Run, Runs, days_between, instant
from blitar_scraper.archive.standing.silence import Silence

OK, RUNNING, LOOK, FAILED, OVERDUE, NEVER_RUN = "ok", "running", "look", "failed", "overdue", "never run"
RETIRED = "retired"  # by a person: kept, and crawled no more
FIELD_LOST, CLOCK = "field-lost", "clock"
# How soon a person should look.
ORDER = (FAILED, OVERDUE, LOOK, NEVER_RUN, RUNNING, OK, RETIRED)
WELL = (RUNNING, OK, RETIRED)

# A timer misses one day, or a weekend's power cut two; at the third it is no longer waiting.
_MISSED = 3
# Where there is no habit yet: by then the looks due after a day, a week and a month have all been missed.
_LONGEST_WITHOUT = 30.0  # days
# A first crawl may take days, but of a site whose crawls are known, ten times the longest is no work any more.
_TOO_LONG, _SHORTEST_TOO_LONG = 10, 1.0  # times; days
# Where no run has judged it: three times the longest of at least fifty silences (without a memory, the chance of one of
# c times the longest of n is n^-c), and longer than Lebaran with a week at either end.
_SILENCES, _SHORTEST_SILENCE, _FEWEST_GAPS = 3, 30, 50
_FAILED_STATUSES = (1, 4, 5)
_CLOCK_SLACK = 1.0  # days


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a site needs attention: a stable name, and a line in words."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a site when it is judged. `usual_interval`: days between its runs.

    `expect` and `retired` are what a person has said in its settings.
    """

    added_at: str
    runs: Runs
    silence: Silence
    fills: Mapping[str, Fill]
    findings: Sequence[Finding] = ()
    usual_interval: float | None = None
    expect: Mapping[str, Any] = field(default_factory=dict)
    retired: bool = False


def judge(known: Known, now: datetime) -> tuple[str, list[Reason]]:
    """How the site is, and why it needs attention: no reasons, where it does not."""
    runs = known.runs
    if known.retired:
        return RETIRED, []
    if runs.last is None:
        return NEVER_RUN, [Reason("never-run", f"never crawled; added {_ago(known.added_at, now)}")]
    of_run = list(_of_last_run(runs, now))
    late = [] if runs.last.is_running else list(_lateness(runs.last, known.usual_interval, now))
    of_site = list(_findings(known.findings, runs.last_told))
    if not any(reason.name == CLOCK for reason in late):  # else nobody knows how long the silence was
        of_site += _own_checks(known)
    reasons = [*late, *of_run, *of_site]
    if late:
        return OVERDUE, reasons
    told = runs.last_told
    if told is not None and not told.is_good and _has_failed(told):
        return FAILED, reasons
    if reasons:
        return LOOK, reasons
    return (RUNNING if runs.last.is_running else OK), []


def _has_failed(run: Run) -> bool:
    return run.exit_status is None or run.exit_status in _FAILED_STATUSES


def _of_last_run(runs: Runs, now: datetime) -> Iterator[Reason]:
    last, told = runs.last, runs.last_told
    assert last is not None
    if last.is_running and (longest := _longest(runs)) is not None:
        lasts = _days(last.started_at, now)
        if lasts > max(_TOO_LONG * longest, _SHORTEST_TOO_LONG):
            text = f"has been running for {span(lasts)}, never took more than {span(longest)}: does it hang?"
            yield Reason("running-long", text)
    if told is None:
        if not last.is_running:
            yield Reason("never-complete", "no crawl has come to its end yet: the last was told to stop")
    elif not told.is_good:
        name = "killed" if told.status == "killed" else "run-failed" if _has_failed(told) else "run-unhealthy"
        yield Reason(name, _why(told) + _in_a_row(runs))


def _why(run: Run) -> str:
    if run.status == "killed":
        return f"its crawl of {run.started_at[:10]} was killed"
    return run.reason or f"its crawl of {run.started_at[:10]} ended as {run.status}, with exit status {run.exit_status}"


def _in_a_row(runs: Runs) -> str:
    return f" ({runs.failed} runs in a row, since {(runs.failing_since or '')[:10]})" if runs.failed > 1 else ""


def _longest(runs: Runs) -> float | None:
    """Days that the longest of the recent runs took; None where none has ended."""
    ended = ((instant(run.started_at), instant(run.finished_at)) for run in runs.recent)
    return max((days_between(start, end) for start, end in ended if start and end), default=None)


def _lateness(last: Run, usual: float | None, now: datetime) -> Iterator[Reason]:
    since = _days(last.started_at, now)
    if since < -_CLOCK_SLACK:
        yield Reason(CLOCK, f"its last run began in the future, at {last.started_at}: is a clock wrong?")
    elif usual is not None and since > _MISSED * usual:
        yield Reason(OVERDUE, f"last crawled {span(since)} ago, usually every {span(usual)}: has its timer stopped?")
    elif usual is None and since > _LONGEST_WITHOUT:
        yield Reason(
            OVERDUE, f"last crawled {span(since)} ago, and not often enough before to tell how often it should be"
        )


def _findings(findings: Sequence[Finding], told: Run | None) -> Iterator[Reason]:
    """What is open of the site as a whole, but for what the last run's reason says already."""
    said = (told.reason or "") if told is not None and not told.is_good else ""
    for finding in findings:
        text = finding.detail or " ".join(name for name in (finding.problem, finding.field) if name)
        begins = f"{finding.problem}: {finding.field or ''}".strip()
        # The numbers in it are those of the day on which it was noted; the run's are of today.
        if not said or (text not in said and not said.startswith(begins)):
            yield Reason(finding.problem, text)


def _own_checks(known: Known) -> Iterator[Reason]:
    """What runs judge by themselves, for archives whose last run did not."""
    last = known.runs.last_told
    if last is not None and last.judged:
        return
    if (silent := _is_silent(known.silence, known.expect.get("silence"))) is not None:
        yield silent
    wanted = known.expect.get("fill")
    for name, fill in known.fills.items():
        least = wanted.get(name) if isinstance(wanted, Mapping) else None
        if fill.has_fallen and least != 0:
            yield Reason(FIELD_LOST, f"{name} {percent(fill.recent)}, was {percent(fill.usual)}")


def _is_silent(silence: Silence, most: Any) -> Reason | None:
    if silence.days is None or most == 0:
        return None
    if isinstance(most, int | float):
        limit = float(most)
    elif silence.longest is not None and silence.remembered >= _FEWEST_GAPS:
        limit = max(_SILENCES * silence.longest, _SHORTEST_SILENCE)
    else:
        return None
    if silence.days <= limit:
        return None
    usual = "" if silence.usual_longest is None else f", usually at most {silence.usual_longest} d"
    return Reason("silent", f"no news for {silence.days} d{usual}")


def percent(share: float | None) -> str:
    """`98 %`; `?` where it is not known. Below 1 and above 0, never `100 %` or `0 %`."""
    if share is None:
        return "?"
    whole = round(share * 100)
    if (whole == 100 and share < 1) or (whole == 0 and share > 0):
        return "99 %" if share > 0.5 else "1 %"
    return f"{whole} %"


def span(days: float) -> str:
    """`40 min`, `5 h`, `3 d`: a time for a person, from minutes to days."""
    if days < 1 / 16:  # 90 minutes
        return f"{max(round(days * 1440), 0)} min"
    return f"{round(days * 24)} h" if days < 1.5 else f"{round(days):,} d"


def _ago(at: str, now: datetime) -> str:
    return f"{span(_days(at, now))} ago"


def _days(at: str, now: datetime) -> float:
    """Days since then; 0 where nobody can tell."""
    since = instant(at)
    return days_between(since, now) if since else 0.0
