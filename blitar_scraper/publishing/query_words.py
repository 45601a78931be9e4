"""Words shown above the results of canned queries."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {}
