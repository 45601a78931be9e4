"""The days of the soak, and the clock that each run is given."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

# Day 0, the day of the first crawl. Idulfitri of that year falls on day 88.
FIRST = date(2025, 1, 2)
# The offices' joint leave around Idulfitri, 28 March to 7 April 2025.
LEBARAN = range(85, 96)
# 10.15 in Jakarta: what an office publishes in the morning is there.
_HOUR, _MINUTE = 3, 15
# How fast the clock goes. A request on loopback takes 5 ms and in the world, with its pause, a second or more: no two
# answers that follow each other are seen in the same second.
PACE = 250

# Looks at the clock in this process, by the clock's own name, and the seconds that were waited: a frozen clock cannot
# count.
_looks: Counter[str] = Counter()
_waited: list[float] = []


def date_of(day: int) -> date:
    return FIRST + timedelta(days=day)


def day_at(moment: str) -> int:
    """The day of a time as the archive writes it (UTC)."""
    return (date.fromisoformat(moment[:10]) - FIRST).days


def morning(day: int) -> datetime:
    """When that day's runs begin."""
    return datetime.combine(date_of(day), datetime.min.time(), UTC).replace(hour=_HOUR, minute=_MINUTE)


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of a simulated day (aware, UTC); can be sent to another process.

    `began` is the system's monotonic time (seconds) at which the day's `start` was. With `deadly` the process that
    looks at the clock for the so many-th time is killed, unless it is the one of `owner`.
    """

    start: datetime
    began: float
    name: str = ""
    deadly: int | None = None
    owner: int = 0

    def __call__(self) -> datetime:
        if self.deadly is not None and os.getpid() != self.owner:
            _looks[self.name] += 1
            if _looks[self.name] >= self.deadly:
                os.kill(os.getpid(), signal.SIGKILL)
        return self.start + timedelta(seconds=(time.monotonic() - self.began) * PACE + sum(_waited))


async def wait(seconds: float) -> None:
    """A sleep that only the clock notices."""
    _waited.append(seconds)
    await asyncio.sleep(0)
