"""What a person expects of a site (`expect` among its settings); what is not said is learned from its history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from blitar_scraper.archive.content import FILLED


@dataclass(frozen=True, slots=True)
class Expected:
    """None and a field that is not named: learned. 0: whatever comes is right.

    `links`: the fewest articles that the first page of the site's fullest listing names; `silence`: the most days
    without news; `fill`: for each field the least share of articles, from 0 to 1, that must give it.
    """

    links: int | None = None
    silence: int | None = None
    fill: Mapping[str, float] = field(default_factory=dict)


class ExpectationError(ValueError):
    """What cannot be expected; the message says why, in one line."""


def expected(said: Any) -> Expected:
    """What a setting `expect` says: `{ links = 10, silence = 14, fill = { author = 0.9, views = 0 } }`.

    Raises ExpectationError.
    """
    if said is None:
        return Expected()
    if not isinstance(said, Mapping):
        raise ExpectationError("expect must be a table: { links = 10, silence = 14, fill = { author = 0.9 } }")
    for name in said:
        if name not in ("links", "silence", "fill"):
            raise ExpectationError(f"expect: unknown name '{name}'; known are links, silence, fill")
    return Expected(_whole("links", said), _whole("silence", said), _rates(said.get("fill")))


def _whole(name: str, said: Mapping[str, Any]) -> int | None:
    value = said.get(name)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
        raise ExpectationError(f"expect: {name} must be a whole number, 0 to switch the check off")
    return value


def _rates(said: Any) -> Mapping[str, float]:
    if said is None:
        return {}
    if not isinstance(said, Mapping):
        raise ExpectationError("expect: fill must be a table of shares: { author = 0.9, views = 0 }")
    for name, value in said.items():
        if name not in FILLED:
            raise ExpectationError(f"expect: fill: unknown field '{name}'; known are {', '.join(FILLED)}")
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise ExpectationError(f"expect: fill: {name} must be a share from 0 to 1 (0 switches the check off)")
    return {name: float(value) for name, value in said.items()}
