"""The pause between two requests to a host counts from when the first was over.

Scrapy counts it from when it took the first out of its queue. That one arrives later (a connection, a busy machine),
the next does not, and the server sees the two closer together than it was promised: 0.12 s instead of 0.2 s (measured).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic


@dataclass
class Spacing:
    """When the last request to a host was over, by a clock in seconds that never jumps."""

    now: Callable[[], float] = monotonic
    over: float = -math.inf

    def left(self, pause: float) -> float:
        """Seconds to wait until `pause` seconds have passed since then."""
        return max(self.over + pause - self.now(), 0.0)

    def request_over(self) -> None:
        """Answered or not: the server may have had it until now."""
        self.over = self.now()
