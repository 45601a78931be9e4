"""A circuit breaker: how many failures in a row a host may give before it gets a rest, and when these are too many."""

from __future__ import annotations

from dataclasses import dataclass

# More than the articles of a listing page (ten, mostly), which may all have been broken by one mistake of an editor's;
# twelve minutes where each of them waits its minute for nothing.
FAILURES = 12
# The first rest in seconds, doubled with the second: together they are longer than a restart of a server takes.
REST = 30.0
# The first rest, the second, and no third.
OPENINGS = 3


@dataclass
class Circuit:
    """Counts failures in a row. Closed at first; open after `allowed` of them: a rest, then one request is the trial.

    A trial that fails opens it again, for twice as long; at the third opening it gives up. `acquitted`: another page of
    the host answered in between, so it is not the host that is broken; more failures are allowed then.
    """

    allowed: int = FAILURES
    in_row: int = 0
    openings: int = 0
    acquitted: bool = False

    @property
    def gives_up(self) -> bool:
        return self.openings >= OPENINGS

    def failed(self) -> float | None:
        """Note a failure; the rest to take in seconds where it opens the circuit, or opens it again."""
        self.in_row += 1
        if self.in_row < self.allowed:
            return None
        self.openings += 1
        return REST * 2.0 ** (self.openings - 1)

    def answered(self) -> None:
        """Note a usable answer: all is forgotten."""
        self.allowed, self.in_row, self.openings, self.acquitted = FAILURES, 0, 0, False

    def acquit(self) -> None:
        """Note that another page answered while those asked for failed: twice as many may fail before the next look."""
        self.allowed, self.in_row, self.openings, self.acquitted = self.allowed * 2, 0, 0, True
