"""Words of the article pages."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {}
