"""SQL functions of the archive's connections: search by word stem, in Datasette's own search box and in any query."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from blitar_scraper.archive.search_words import fts_query

# Characters: what a person types into a search box, and what a caller of SQL gets no further with.
MOST_TYPED = 400
_NOTHING = '""'  # a query of FTS5 that finds nothing


def register(connection: sqlite3.Connection) -> None:
    """`stemmed(words)`: an FTS5 query for the words in all their forms; `escape_fts`, Datasette's own, does the same.

        SELECT title FROM articles WHERE id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH stemmed('...'))

    Both only read.
    """
    expand = _expand(connection)
    connection.create_function("stemmed", 1, expand)
    connection.create_function("escape_fts", 1, expand)


def _expand(connection: sqlite3.Connection) -> Callable[[object], str]:
    def expand(words: object) -> str:
        # An exception within a function of SQL would be told as "user-defined function raised exception".
        return _NOTHING if words is None else fts_query(connection, str(words)[:MOST_TYPED])

    return expand
