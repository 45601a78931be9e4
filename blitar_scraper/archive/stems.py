"""The words of all texts by their stems (`stem_terms`): by it a search finds a word in each of its forms.

The table holds the words of the search index that are made of the letters a to z; any other (a number, a word in
another script) has no forms. Words of texts that are gone stay: they find nothing, and do no harm.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from sqlite_utils import Database

from blitar_scraper.archive.database import transaction
from blitar_scraper.archive.tokens import vocabulary_of
from blitar_scraper.indonesian.stemming import stem

Item = TypeVar("Item")

# Longer ones are addresses, or texts that lost their spaces.
_WORD = re.compile("[a-z]{2,40}")
# Articles whose words are looked up at a time: some megabytes of text.
_ARTICLES = 500
# Words written in one transaction, so that other writers wait for some milliseconds only.
_WORDS = 5_000


class Behind:
    """What `stem_terms` may lack of what one writer stored: words of these articles, or `anywhere`.

    `anywhere` is for what others stored: a run that was killed, captures read again.
    """

    def __init__(self, db: Database) -> None:
        self.articles: set[int] = set()
        self.anywhere = False
        self._db = db

    def catch_up(self) -> None:
        """Add what is lacking. All words are gone through also where there are no stems at all yet."""
        if self.anywhere or not is_filled(self._db):
            update_stems(self._db)
        elif self.articles:
            update_stems_of(self._db, self.articles)
        self.articles, self.anywhere = set(), False


def update_stems(db: Database) -> int:
    """Add the words of the search index that `stem_terms` lacks; how many.

    All words are gone through: 3 s for 200,000 articles, and 0.2 ms for each that is new. Only adding them takes the
    write lock, a few thousand at a time; within a transaction of the caller all is part of that.
    """
    return _add(db, _vocabulary(db))


def update_stems_of(db: Database, articles: Collection[int]) -> int:
    """The same for the words of those articles alone, in a few milliseconds for each."""
    words: set[str] = set()
    for numbers in _in_parts(sorted(articles), _ARTICLES):
        marks = ", ".join("?" * len(numbers))
        cursor = db.execute(f"SELECT title, body_main FROM articles WHERE id IN ({marks})", numbers)
        words |= set(vocabulary_of(text for row in cursor for text in row if text))
    return _add(db, words)


def rebuild_stems(db: Database) -> int:
    """Make `stem_terms` anew from the search index, in one transaction (or as a part of the caller's); how many words.

    For a copy from which texts were removed: their words go with them, once the index was made anew.
    """
    rows = _with_stems(_vocabulary(db))
    with _writing(db):
        db.execute("DELETE FROM stem_terms")
        _insert(db, rows)
    return len(rows)


def wrong_words(db: Database) -> list[str]:
    """The words of the search index that `stem_terms` lacks, or has with another stem than they have today."""
    stems = {term: stem_of_term for stem_of_term, term in db.execute("SELECT stem, term FROM stem_terms")}
    return [word for word in _vocabulary(db) if stems.get(word) != stem(word)]


def is_filled(db: Database) -> bool:
    """Whether this archive has stems: older versions of the program left the table empty."""
    found = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'stem_terms'").fetchone()
    return found is not None and db.execute("SELECT 1 FROM stem_terms LIMIT 1").fetchone() is not None


def terms_with_stem(db: Database, stem_of_word: str) -> Sequence[str]:
    """The words of the texts that have the stem, shortest first."""
    sql = "SELECT term FROM stem_terms WHERE stem = ? ORDER BY length(term), term"
    return [term for (term,) in db.execute(sql, [stem_of_word]).fetchall()]


def _vocabulary(db: Database) -> list[str]:
    """The words of the search index. A temporary table of the connection is made for it, and dropped."""
    db.execute("CREATE VIRTUAL TABLE temp.search_vocabulary USING fts5vocab ('main', 'articles_fts', 'row')")
    try:
        cursor = db.execute("SELECT term FROM temp.search_vocabulary")
        return [term for (term,) in cursor if _WORD.fullmatch(term)]
    finally:
        db.execute("DROP TABLE temp.search_vocabulary")


def _add(db: Database, words: Iterable[str]) -> int:
    known = {term for (term,) in db.execute("SELECT term FROM stem_terms")}
    rows = _with_stems(word for word in words if word not in known)
    for some in _in_parts(rows, _WORDS):
        with _writing(db):
            _insert(db, some)
    return len(rows)


def _with_stems(words: Iterable[str]) -> list[tuple[str, str]]:
    return sorted((stem(word), word) for word in words if _WORD.fullmatch(word))


def _insert(db: Database, rows: Sequence[tuple[str, str]]) -> None:
    db.conn.executemany("INSERT OR IGNORE INTO stem_terms (stem, term) VALUES (?, ?)", rows)


def _in_parts(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


@contextmanager
def _writing(db: Database) -> Iterator[None]:
    """A transaction of its own, unless the caller has one."""
    if db.conn.in_transaction:
        yield
    else:
        with transaction(db):
            yield
