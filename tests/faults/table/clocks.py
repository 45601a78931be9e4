"""The computer's clock is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from tests.faults.row import Row, of_site
from tests.faults.stage import Stage

_CLOCK = of_site("clock")


@contextmanager
def _a_run_five_years_ahead(stage: Stage) -> Iterator[None]:
    """Before this run another one was begun while the clock was five years ahead."""
    stage.crawl(clock_off=timedelta(days=5 * 365))
    stage.server.requests.clear()
    yield


ROWS = (
    Row(
        "clock-days-behind",
        "The clock is three days behind: it was set back since the last run.",
        "Says so; what is stored gets no time before what was stored earlier.",
        3,
        (_CLOCK,),
        reason="clock",
        clock_off=timedelta(days=-3),
    ),
    Row(
        "clock-years-behind",
        "The clock is ten years behind (a flat battery).",
        "Says so; no date of an article is judged by it.",
        3,
        (_CLOCK,),
        reason="clock",
        clock_off=timedelta(days=-3653),
    ),
    Row(
        "clock-set-back-within-a-run",
        "The clock is set back by two days in the middle of a run.",
        "Times of one run go forward; says so.",
        3,
        (_CLOCK,),
        reason="clock",
        troubles=("clock-back-within-the-run",),
    ),
    Row(
        "clock-was-ahead",
        "An earlier run was begun while the clock was five years ahead.",
        "Says so; what is new is found all the same.",
        3,
        (_CLOCK,),
        reason="clock",
        around=_a_run_five_years_ahead,
    ),
)
