"""What a person may have meant whose words are in no article: the nearest words that are in some."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from sqlite_utils import Database

from blitar_scraper.archive.search import search
from blitar_scraper.archive.stems import is_filled
from blitar_scraper.archive.tokens import tokens_of
from blitar_scraper.archive.values import clean_text

_QUOTE = re.compile('["“”„‟″«»]')
# How alike two words must be (difflib's ratio): one letter of five, two of eight may differ.
_AKIN = 0.75
# Words that are compared; more than a million articles have of one length and first letter.
_MOST_COMPARED = 20_000
# Words that are tried, so that what is withheld is not told: only what a search finds is.
_MOST_TRIED = 5


def did_you_mean(db: Database, words: str) -> str | None:
    """The words with each that is in no article put right, where that finds any; else None.

    `words` as typed, of which `search` finds nothing. What is proposed finds something.
    """
    typed = clean_text(words).split()
    if not typed or not is_filled(db):
        return None
    nearest = [word if search(db, word, limit=1) else _nearest(db, word) for word in typed]
    meant = " ".join(word or as_typed for word, as_typed in zip(nearest, typed, strict=True))
    return meant if meant != " ".join(typed) and search(db, meant, limit=1) else None


def _nearest(db: Database, word: str) -> str | None:
    """The word most like it that a search finds. What is quoted or excluded is meant as it is typed."""
    if word[0] in "-−–" or _QUOTE.search(word):
        return None
    (tokens,) = tokens_of([word])
    if len(tokens) != 1:
        return None
    known = difflib.get_close_matches(tokens[0], list(_of_like_length(db, tokens[0])), n=_MOST_TRIED, cutoff=_AKIN)
    return next((near for near in known if search(db, near, limit=1)), None)


def _of_like_length(db: Database, word: str) -> Iterator[str]:
    """Words of the texts with the same first letter, at most two letters longer or shorter."""
    sql = """SELECT term FROM stem_terms WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?
             AND term <> ? LIMIT ?"""
    first = word[0]
    values = [first, chr(ord(first) + 1), len(word) - 2, len(word) + 2, word, _MOST_COMPARED]
    return (term for (term,) in db.execute(sql, values).fetchall())
