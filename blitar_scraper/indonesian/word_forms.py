"""The forms that a root could have in a text, made by the rules; most of them are in no text at all."""

from __future__ import annotations

from collections.abc import Iterator

from blitar_scraper.indonesian.stemming import stem

_PREFIXES = ("", "di", "ke", "se", "ter", "ber", "memper", "diper", "per")
_SUFFIXES = ("", "kan", "i", "an", "nya", "annya", "kannya", "inya")
# What me- and pe- become before a letter, and whether that letter is lost. Before any other one they stay.
_NASALS = {
    **dict.fromkeys("bfv", ("m", False)),
    **dict.fromkeys("cdjz", ("n", False)),
    **dict.fromkeys("aeioughx", ("ng", False)),
    "k": ("ng", True),
    "p": ("m", True),
    "s": ("ny", True),
    "t": ("n", True),
}


def possible_forms(word: str) -> list[str]:
    """The forms that words with the stem of this one could have, the stem first; only those with that very stem."""
    root = stem(word)
    if not root.isalpha() or not root.isascii():
        return [root]
    made = dict.fromkeys(beginning + suffix for beginning in _beginnings(root) for suffix in _SUFFIXES)
    return [root, *(form for form in made if form != root and stem(form) == root)]


def _beginnings(root: str) -> Iterator[str]:
    for prefix in _PREFIXES:
        yield prefix + root
    nasal, is_lost = _NASALS.get(root[0], ("", False))
    for prefix in ("me", "pe"):
        yield prefix + nasal + (root[1:] if is_lost else root)
