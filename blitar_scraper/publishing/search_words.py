"""Words of the search page."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {}
