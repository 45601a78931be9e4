"""What a run is worth, in its exit status and in one line; and the single things that were found wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

GOOD, CRASHED, USAGE, UNHEALTHY, UNREACHABLE, BUSY, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130
# Of several the worst decides: crashed, unreachable, unhealthy, busy.
_WORST_FIRST = (INTERRUPTED, CRASHED, USAGE, UNREACHABLE, UNHEALTHY, BUSY, GOOD)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person should know of a run: a failed check, or with `exit_status` GOOD a remark.

    `problem` is its name in `problems`; `detail` one line that a person understands, beginning with a small letter;
    `field` the field that was lost.
    """

    problem: str
    detail: str
    exit_status: int
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """`status` is what stands in `runs`: finished, cut, interrupted, unreachable, crashed (busy: no run began).

    `reason` is the worst finding in one line; `findings` are all of them, the worst first; `passed` are the checks
    (problem, field) that were made and found nothing wrong.
    """

    status: str
    exit_status: int
    reason: str | None = None
    findings: tuple[Finding, ...] = ()
    passed: tuple[tuple[str, str | None], ...] = ()


def worst(statuses: Iterable[int]) -> int:
    """The exit status of several sites, or of several findings."""
    return min(statuses, key=_WORST_FIRST.index, default=GOOD)


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order in which they matter; those that matter alike stay as they are."""
    return tuple(sorted(findings, key=lambda finding: _WORST_FIRST.index(finding.exit_status)))
