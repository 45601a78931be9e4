"""What a connection that the public may ask has more, and less, than SQLite's own: search by stem, and bounds.

Datasette stops a query after a second (`sql_time_limit_ms`), but between two steps of SQLite's machine alone: one call
of a function on a huge text cannot be stopped. So no value may be huge, and no function quadratic.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from blitar_scraper.archive.search_words import fts_query

# Characters: more than anybody types into a search box.
MOST_TYPED = 400
# Bytes of one value: no page larger than 16 MiB is read (DOWNLOAD_MAXSIZE), so no text is longer.
LONGEST_VALUE = 16 * 1024 * 1024
# Bytes of a pattern of LIKE or GLOB, whose work grows with the product of pattern and text.
LONGEST_PATTERN = 100


def register(connection: sqlite3.Connection) -> None:
    """`stemmed(words)`: an FTS5 query for the words in all their forms; `escape_fts`, Datasette's own, does the same.

        SELECT title FROM articles WHERE id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH stemmed('...'))

    Both only read. `instr` and `replace` are SQLite's, in linear time (its own took 12 s for two texts of 800 kB).
    """

    def expand(words: object) -> str:
        try:
            return fts_query(connection, "" if words is None else str(words)[:MOST_TYPED])
        except sqlite3.OperationalError:  # the query's time is up: it ends at its next step
            return '""'

    connection.create_function("stemmed", 1, expand)
    connection.create_function("escape_fts", 1, expand)
    connection.create_function("instr", 2, _instr, deterministic=True)
    connection.create_function("replace", 3, _replace, deterministic=True)


def bound(connection: sqlite3.Connection) -> None:
    """Let no value and no pattern of a query be huge, and nobody ask where the file lies."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LONGEST_PATTERN)
    connection.set_authorizer(_allowed)


def _allowed(action: int, table: str | None, column: str | None, *_: str | None) -> int:
    # Ignored, the column is null. Datasette's own `PRAGMA database_list` reads no column and is left alone.
    hidden = action == sqlite3.SQLITE_READ and table == "pragma_database_list" and column == "file"
    return sqlite3.SQLITE_IGNORE if hidden else sqlite3.SQLITE_OK


def _instr(text: Any, sought: Any) -> int | None:
    """As SQLite documents it: from 1, in characters; in bytes where both are blobs."""
    if text is None or sought is None:
        return None
    if isinstance(text, bytes) and isinstance(sought, bytes):
        return text.find(sought) + 1
    return _text(text).find(_text(sought)) + 1


def _replace(text: Any, old: Any, new: Any) -> Any:
    """As SQLite documents it; of a result that would be huge only so much as makes SQLite say that it is too big."""
    if text is None or old is None or new is None:
        return None
    whole, sought, instead = _text(text), _text(old), _text(new)
    if not sought:
        return whole if isinstance(text, bytes) else text
    if len(whole) + whole.count(sought) * (len(instead) - len(sought)) > LONGEST_VALUE:
        return bytes(LONGEST_VALUE + 1)
    return whole.replace(sought, instead)


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
