"""How many requests a site is asked for in a day: looks at known articles wait for tomorrow, news does not."""

from __future__ import annotations

from collections.abc import Callable

# 1,000 requests with a pause of 1.25 s are 21 minutes of a day. A site of 10,000 articles needs about 35 a day for the
# looks that the plan asks for, one of 100,000 about 300: the budget binds only after a long break.
DAILY_REQUESTS = 1000


class DailyBudget:
    """What is left of a site's requests of a day (UTC).

    `most`: requests a day; `spent`: those of the day's earlier runs; `now`: says those of this run so far.
    """

    def __init__(self, most: int, spent: int, now: Callable[[], int]) -> None:
        self.most, self.spent, self.now = most, spent, now

    @property
    def left(self) -> int:
        """Requests that may still be made today."""
        return max(0, self.most - self.spent - self.now())

    @property
    def share(self) -> int:
        """How many looks may be begun at once: a look costs more than one request where it is redirected or retried.

        Half of what is left, so that what they cost is counted before the rest is given away; one at the end.
        """
        return (self.left + 1) // 2
