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


_NOT_BELIEVED = "Asks the site what time it is, says so and stores nothing: wrong times would stay for ever."

ROWS = (
    Row(
        "clock-days-behind",
        "The clock is three days behind: it was set back since the last run.",
        _NOT_BELIEVED,
        3,
        (_CLOCK,),
        reason="clock",
        clock_off=timedelta(days=-3),
        most_requests=2,
    ),
    Row(
        "clock-years-behind",
        "The clock is ten years behind (a flat battery).",
        _NOT_BELIEVED,
        3,
        (_CLOCK,),
        reason="clock",
        clock_off=timedelta(days=-3653),
        most_requests=2,
    ),
    Row(
        "clock-set-back-within-a-run",
        "The clock is set back by two days in the middle of a run.",
        "The run's own time goes on from where it was: no time is earlier than one before it.",
        troubles=("clock-back-within-the-run",),
    ),
    Row(
        "clock-was-ahead",
        "An earlier run was begun while the clock was five years ahead; now it is right.",
        "Believes the clock, since the site says the same time; notes that the earlier run's times are wrong.",
        around=_a_run_five_years_ahead,
        events=("clock",),
    ),
)
