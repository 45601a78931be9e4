"""A row of the table of faults: how the site is, what goes wrong, what the run must say of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from tests.faults.fault import Fault
from tests.faults.news import FAULT_DAY
from tests.faults.stage import Stage


@dataclass(frozen=True)
class Told:
    """A row of `problems`: of the whole site (no address) or of a page."""

    problem: str
    field: str | None = None
    of_site: bool = False


def of_site(problem: str, field: str | None = None) -> Told:
    return Told(problem, field, of_site=True)


def of_page(problem: str, field: str | None = None) -> Told:
    return Told(problem, field)


@dataclass(frozen=True)
class Row:
    """One fault.

    `happens` and `does` are for docs/faults.md. `exit_status` None: the process was killed. `told` are the rows of
    `problems` that must be open after the run (of a green run: all of them); `may_tell` those that may be. `reason`: a
    regular expression that the run's one line must have in it; None: there must be no line.

    The site: `kind` of healthy archive, `day` of the fault, `site` what else is set on it, `faults` on the wire,
    `certificate`, `refuses` (nobody listens), `expect` (what a person has said that it should have). The run: `options`
    (of the runner), `settings` (Scrapy's), `troubles` in its process, `largest_file` in bytes, `send` (a signal's name,
    after how many requests), `clock_off`; `around` holds what must be so while it runs.

    `gone`: numbers of articles that are rightly found to be gone. `hidden`: fields that articles first read in this run
    lack. `slept`: the least and the most seconds that were slept. `most_requests`: what the site may be asked for.
    `events`: what is noted and resolved at once, here or in the run after. `stays`: page-level problems that are still
    true in the run after, `without`: fields that the site never shows. `traceback`: the log has one, and must.
    `green_after`: so many healthy days the run is red at most, where few articles tell that all is well again. `lasts`:
    what is set on the site stays so, and is healthy.
    """

    name: str
    happens: str
    does: str
    exit_status: int | None = 0
    told: tuple[Told, ...] = ()
    may_tell: tuple[Told, ...] = ()
    reason: str | None = None
    kind: str = "plain"
    day: int = FAULT_DAY
    site: Mapping[str, Any] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    certificate: str | None = None
    refuses: bool = False
    expect: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()
    largest_file: int | None = None
    send: tuple[str, int] | None = None
    clock_off: timedelta = timedelta(0)
    around: Callable[[Stage], AbstractContextManager[Any]] = nullcontext
    gone: Set[int] = frozenset()
    hidden: Set[str] = frozenset()
    slept: tuple[float, float] = (0, float("inf"))
    most_requests: int = 40
    events: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    without: Set[str] = frozenset()
    traceback: bool = False
    green_after: int = 1
    lasts: bool = False


FULL = {"full": True}
