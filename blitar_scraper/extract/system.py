"""Which publishing system a page was made by, and how that is known: for a person to read, no reader needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from blitar_scraper.extract.page import Page


@dataclass(frozen=True, slots=True)
class System:
    """A publishing system. `reasons` are sentences for a person; `certain`: it names itself, or two signs agree."""

    name: str
    reasons: tuple[str, ...]
    certain: bool


def recognise(page: Page, headers: Mapping[str, str] | None = None) -> System | None:
    """The publishing system that made the page, or None where nothing tells. `headers` are those of its answer."""
    return None
