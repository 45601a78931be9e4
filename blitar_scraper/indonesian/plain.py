"""The same text in lower-case ASCII with single spaces, and where each of its characters stood.

Pages print dates with no-break spaces, typographic dashes and apostrophes, full-width digits and invisible characters.
Patterns are written for the plain text only; results point into the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_APOSTROPHES = "‘’‚‛`´ʻʼʹ′＇ˈ"
# Joiners, direction marks, byte order mark, soft hyphen: shown as nothing.
_INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\ufe0f"
)
_ESCAPED_SPACE = re.compile(r"&(?:nbsp|ensp|emsp|#160|#xa0);", re.IGNORECASE)


@dataclass(slots=True)
class PlainText:
    """`text` in lower-case ASCII; `offsets[i]` is where its i-th character stood (None: at i), with the end as last."""

    text: str
    offsets: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] stands in the original."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]


def plain(text: str) -> PlainText:
    """The plain form of any text. Letters that ASCII lacks become `_` (a letter to a pattern), other signs `|`."""
    if text.isascii() and text.isprintable() and "  " not in text and "&" not in text:
        return PlainText(text.lower())
    text = _ESCAPED_SPACE.sub(lambda match: " " * len(match[0]), text)
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        new = _SEEN.get(character)
        if new is None:
            new = _SEEN[character] = _fold(character)
        if new == "" or (new == " " and characters and characters[-1] == " "):
            continue
        characters.append(new)
        offsets.append(offset)
    offsets.append(len(text))
    return PlainText("".join(characters).lower(), offsets)


# Grows to one entry for every different character met: a few hundred on any site, 150,000 at the very most.
_SEEN: dict[str, str] = {}


def _fold(character: str) -> str:
    if "!" <= character <= "~":
        return "'" if character == "`" else character
    if character in _INVISIBLE:
        return ""
    if character.isspace():
        return " "
    if character in _APOSTROPHES:
        return "'"
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Pd" or character == "−":
        return "-"
    if category == "Cc":
        return " "
    folded = unicodedata.normalize("NFKC", character)
    if len(folded) == 1 and "!" <= folded <= "~":  # full-width letters and signs
        return folded
    return "_" if category[0] in "LMN" else "|"
