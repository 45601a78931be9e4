"""Numbers over time, small: a line of blocks, and a choice of rows where there are too many to read. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

_BLOCKS = "▁▂▃▄▅▆▇█"
_Item = TypeVar("_Item")


def sparkline(numbers: Sequence[int], *, most: int = 40) -> str:
    """A block for each number, from the smallest to the largest; of more than `most`, as many spread evenly."""
    kept = spread(numbers, most)
    if not kept:
        return ""
    low, high = min(kept), max(kept)
    scale = (len(_BLOCKS) - 1) / (high - low) if high > low else 0
    return "".join(_BLOCKS[round((number - low) * scale)] for number in kept)


def spread(items: Sequence[_Item], most: int) -> list[_Item]:
    """At most so many of the items (two or more), evenly chosen, with the first and the last."""
    if len(items) <= most:
        return list(items)
    return [items[round(place * (len(items) - 1) / (most - 1))] for place in range(most)]
