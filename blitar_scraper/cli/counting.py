"""Progress of work that counts: a bar with the time left on a terminal, plain lines elsewhere; on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

# Between two plain lines: often enough to see that it lives, seldom enough for a log.
_SECONDS_BETWEEN_LINES = 30.0

Count = Callable[[int, int], None]


@contextmanager
def counting(things: str) -> Iterator[Callable[[str], Count]]:
    """Gives a function from the name of a piece of work to one that is called with what is done, and of how many."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda name: _lines(name, things)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TextColumn(things),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    with Progress(*columns, console=console, transient=True) as progress:

        def begin(name: str) -> Count:
            task = progress.add_task(name, total=None)
            return lambda done, total: progress.update(task, completed=done, total=total)

        yield begin


def _lines(name: str, things: str) -> Count:
    last = time.monotonic()

    def show(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _SECONDS_BETWEEN_LINES:
            last = time.monotonic()
            print(f"{name}: {done:,} of {total:,} {things}", file=sys.stderr)

    return show
