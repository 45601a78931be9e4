"""What a site's process and its supervisor tell each other, through a pipe."""

from __future__ import annotations

from dataclasses import dataclass

# The one order of the supervisor's: end in order. Its death, which closes the pipe, means the same.
STOP = "stop"


@dataclass(frozen=True, slots=True)
class Alive:
    """A sign of life from a crawl's event loop: articles asked for, of how many expected, and what came of them."""

    done: int = 0
    expected: int = 0
    new: int = 0
    edited: int = 0


@dataclass(frozen=True, slots=True)
class Logged:
    """A record of the site's log, as it is to be shown, and its level as in `logging`."""

    text: str
    level: int
