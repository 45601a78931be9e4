"""SQL functions of the archive's connections: search by word stem, in Datasette's own search box and in any query."""

from __future__ import annotations

import sqlite3

from blitar_scraper.archive.search_words import fts_query

# Characters: more than anybody types into a search box.
MOST_TYPED = 400


def register(connection: sqlite3.Connection) -> None:
    """`stemmed(words)`: an FTS5 query for the words in all their forms; `escape_fts`, Datasette's own, does the same.

        SELECT title FROM articles WHERE id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH stemmed('...'))

    Both only read.
    """

    def expand(words: object) -> str:
        return fts_query(connection, "" if words is None else str(words)[:MOST_TYPED])

    connection.create_function("stemmed", 1, expand)
    connection.create_function("escape_fts", 1, expand)
