"""The words of all texts by their stems (`stem_terms`): by it a search finds a word in each of its forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlite_utils import Database


def update_stems(db: Database) -> int:
    """Add the words that came into the search index since the last time; how many. To be called in no transaction."""
    return 0


def rebuild_stems(db: Database) -> int:
    """Make `stem_terms` anew from the search index; how many words. To be called in no transaction."""
    return 0


def forms_in(db: Database) -> Callable[[str], Sequence[str]]:
    """A function that tells in which forms the texts of this archive have a word: terms that share its stem."""
    return lambda word: ()
