"""Texts taken apart into words exactly as the search index does it, by the same tokenizer: SQLite's unicode61.

Small letters, without diacritics; everything but letters and digits divides: `Jum'at` is `jum` and `at`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager


def tokens_of(texts: Sequence[str]) -> list[list[str]]:
    """The words of each text, in their order."""
    with _index(texts) as connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5vocab ('texts', 'instance')")
        found: list[list[str]] = [[] for _ in texts]
        for number, term in connection.execute("SELECT doc, term FROM words ORDER BY doc, offset"):
            found[number].append(term)
        return found


def vocabulary_of(texts: Iterable[str]) -> list[str]:
    """All words of the texts, each once, in alphabetical order."""
    with _index(texts) as connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5vocab ('texts', 'row')")
        return [term for (term,) in connection.execute("SELECT term FROM words")]


@contextmanager
def _index(texts: Iterable[str]) -> Iterator[sqlite3.Connection]:
    """A search index of the texts in memory, by their places in the sequence."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE VIRTUAL TABLE texts USING fts5 (text, content='', tokenize='unicode61')")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", enumerate(texts))
        connection.execute("COMMIT")
        yield connection
