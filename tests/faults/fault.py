"""A fault on the way between the site and us, as data: what goes wrong, at which addresses, from when, how often."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from tests.faults.site import Answer

# Where an answer is one, in place of the site's own: a page with what the fault says.
ANSWER = "answer"


@dataclass(frozen=True)
class Fault:
    """`kind` names one of `wire.SENDERS`; `where` one of the places that `NewsSite.places` gives an address.

    `after`: so many requests there are answered well before it begins; `times`: how many it then lasts for, None for
    ever. `answer`: what is answered instead of the site's own; `change`: what becomes of the site's own answer.
    `retry_after`: seconds from now, sent as a date.
    """

    kind: str = ANSWER
    where: str = "pages"
    after: int = 0
    times: int | None = None
    answer: Answer | None = None
    change: Callable[[Answer], Answer] | None = None
    retry_after: int | None = None


class Ongoing:
    """The faults that are there now, with what each has seen. Asked by the server's threads."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._seen: list[int] = []
        self._lock = threading.Lock()

    def set(self, faults: tuple[Fault, ...]) -> None:
        with self._lock:
            self._faults, self._seen = list(faults), [0] * len(faults)

    def of(self, places: set[str]) -> Fault | None:
        """What befalls a request for an address of these places: the first that is due."""
        with self._lock:
            due = None
            for number, fault in enumerate(self._faults):
                if fault.where not in places or due is not None:
                    continue
                self._seen[number] += 1
                before = self._seen[number] - fault.after
                if before > 0 and (fault.times is None or before <= fault.times):
                    due = fault
            return due
