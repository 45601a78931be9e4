"""The words of a text in lower case: what `re.findall(r"\\w+", text.lower())` gives, in a third of the time.

Most texts have letters and digits of ASCII alone, and signs. Of these a table makes small letters and spaces at one go,
and the text is split; searching takes longer, and so does lowering a text that has a dash beyond ASCII.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def _table_of(pattern: re.Pattern[str]) -> bytes:
    """A table for `bytes.translate`: what the pattern matches of ASCII in lower case, and spaces for all else."""
    return "".join(chr(code).lower() if pattern.match(chr(code)) else " " for code in range(128)).encode() + b" " * 128


_OF_WORDS, _OF_LETTERS = _table_of(_WORD), _table_of(_LETTERS)


def list_words(text: str) -> list[str]:
    """The words (letters, digits and low lines) of a text in lower case, in order."""
    return _split(text, _OF_WORDS) if _has_signs_alone_beyond_ascii(text) else _WORD.findall(text.lower())


def list_letters(text: str) -> list[str]:
    """The words of letters alone of a text in lower case, in order."""
    return _split(text, _OF_LETTERS) if _has_signs_alone_beyond_ascii(text) else _LETTERS.findall(text.lower())


def _split(text: str, table: bytes) -> list[str]:
    return text.encode("ascii", "replace").translate(table).decode().split()


def _has_signs_alone_beyond_ascii(text: str) -> bool:
    """Whether what a text has beyond ASCII are dashes, quotation marks and the like: no letters, no digits."""
    return text.isascii() or not any(map(str.isalnum, "".join(_BEYOND_ASCII.findall(text))))
