"""What SQLite can hold: times as ISO text, text without NUL and lone surrogates, integers of 64 bits, JSON."""

from __future__ import annotations

import json
import math
import re
from datetime import UTC, datetime
from typing import Any

LARGEST_INTEGER = 2**63 - 1  # SQLite's integers are signed 64-bit numbers
_SURROGATES = re.compile("[\ud800-\udfff]")


def iso(at: datetime) -> str:
    """The moment as the archive writes it: UTC, whole seconds (rounded down), `2024-09-27T03:30:00Z`.

    Raises ValueError for a datetime without a zone: it would be a guess which moment it means.
    """
    if at.tzinfo is None:
        raise ValueError(f"a moment needs a time zone: {at!r}")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(text: str | None) -> datetime | None:
    """The aware datetime of a time that `iso` wrote."""
    return datetime.fromisoformat(text) if text else None


def clean_text(text: str) -> str:
    """The text without NUL (SQLite's functions end a text there), each lone surrogate replaced by U+FFFD.

    Works character by character, so that the beginning of a cleaned text is the cleaned beginning.
    """
    return _SURROGATES.sub("\ufffd", text.replace("\0", ""))


def clean_value(value: Any) -> Any:
    """The value with all text in it cleaned; numbers that SQLite or JSON cannot hold become None."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if -LARGEST_INTEGER <= value <= LARGEST_INTEGER else None
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {clean_text(str(key)): clean_value(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean_value(item) for item in value]
    return value


def to_json(value: Any) -> str:
    """The value as JSON text that SQLite's JSON functions read; what JSON has no form for is written as text."""
    return json.dumps(
        clean_value(value), ensure_ascii=False, allow_nan=False, default=lambda item: clean_text(str(item))
    )
