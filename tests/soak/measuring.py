"""Memory, file handles and processes of the driver and of all that it started. Linux: read from /proc."""

from __future__ import annotations

import os
import statistics
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

# Seconds between two looks at the family: a site's process lives for about one.
_EVERY = 0.5


@dataclass(frozen=True, slots=True)
class Measure:
    """Of one day: memory in kB, file handles, processes.

    `driver` after the day; `family` the largest sum of PSS while it ran (a page shared by n processes counts 1/n in
    each), of it and all that it started; `one` the largest process, what it shares with no other;
    `left` processes that are there after the day.
    """

    driver_kb: int
    driver_files: int
    family_kb: int
    one_kb: int
    one_files: int
    left: int


def descendants(pid: int) -> list[int]:
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += [int(child), *descendants(int(child))]
    return found


def memory(pid: int) -> tuple[int, int]:
    """PSS, and what the process shares with no other, in kB; noughts where it is gone."""
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
        found = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines)}
        return found["Pss"], found["Private_Clean"] + found["Private_Dirty"]
    return 0, 0


def rss(pid: int) -> int:
    with suppress(OSError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024
    return 0


def seconds_of_children(pid: int) -> float:
    """CPU seconds of all processes that the family has seen the end of."""
    total = 0
    for one in (pid, *descendants(pid)):
        with suppress(OSError):
            times = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            total += int(times[13]) + int(times[14])  # cutime, cstime
    return total / os.sysconf("SC_CLK_TCK")


def files(pid: int) -> int:
    with suppress(OSError):
        return sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir())
    return 0


class Watching:
    """Looks at a process and all that it started while a day runs."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.family = self.one = self.one_files = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Watching:
        self._thread.start()
        return self

    def __exit__(self, *raised: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(_EVERY):
            sizes = {pid: memory(pid) for pid in (self.pid, *descendants(self.pid))}
            self.family = max(self.family, sum(pss for pss, _ in sizes.values()))
            self.one = max(self.one, max((own for pid, (_, own) in sizes.items() if pid != self.pid), default=0))
            self.one_files = max(self.one_files, max(map(files, sizes), default=0))

    def measure(self) -> Measure:
        left = len(descendants(self.pid))
        return Measure(rss(self.pid), files(self.pid), self.family, self.one, self.one_files, left)


@dataclass(frozen=True, slots=True)
class Trend:
    """The medians of an early and a late stretch of days."""

    name: str
    early: float
    late: float
    most: float

    @property
    def is_growth(self) -> bool:
        return self.late > self.most


def trend(name: str, values: Sequence[int], *, share: float, slack: int) -> Trend:
    """Compare the days from a tenth to three tenths with the last fifth. `share` and `slack`: how much more may be."""
    count = len(values)
    early = statistics.median(values[count // 10 : max(count * 3 // 10, count // 10 + 1)])
    late = statistics.median(values[-max(count // 5, 1) :])
    return Trend(name, early, late, early * (1 + share) + slack)
