"""Lets SQL that somebody typed read the archive: what is public only, and not for ever.

While something is withheld, every table with an article's content is stood in for by its public view, and every view
is read from those: `SELECT title FROM articles` then gives what `public_articles` gives, as it will in a release. It
guards against a mistake, not against the keeper of the archive, who has the whole file.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from blitar_scraper.archive.database import rows
from blitar_scraper.archive.descriptions import TABLES, VIEWS

# What each table is stood in for by. `withheld_at` is null in all that is shown: the column stays, as in a release.
_STAND_INS = {
    "articles": "SELECT *, CAST(NULL AS TEXT) AS withheld_at FROM main.public_articles",
    "article_versions": "SELECT * FROM main.public_versions",
    "media": "SELECT * FROM main.public_media",
    "view_counts": "SELECT * FROM main.public_view_counts",
    "pages": "SELECT * FROM main.public_pages",
    "problems": "SELECT * FROM main.public_problems",
    "popular": "SELECT * FROM main.public_popular",
    "edits": "SELECT * FROM main.public_edits",
    "captures": "SELECT * FROM main.public_captures",
}
# Tables that say nothing of what an article says. The index of words does: it answers whether a text has a word.
_HARMLESS = frozenset({"sites", "runs", "article_captures", "sqlite_master", "sqlite_schema"})
_PRIVATE = frozenset({"withholdings", "sightings"})
# What the views are made of. Everything else (the keeper's own tables, SQLite's statistics) is in no view of ours.
_OURS = frozenset({*TABLES, *VIEWS, "sqlite_master", "sqlite_schema"})
_READING = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})
# Asked by SQLite's search before it answers, and by us for the columns of a table.
_PRAGMAS = frozenset({"data_version", "table_xinfo"})
# SQLite's white space (a byte order mark is some) and comments may stand between a schema's name and its dot.
_SCHEMA = re.compile(r"""\b(main|temp)\b["'`\]]?(?:[\s\ufeff]|/\*.*?\*/|--[^\n]*\n)*\.""", re.IGNORECASE | re.DOTALL)
# SQLite tells the authorizer a CTE's name where a view's would stand, so what is private is looked for in the text too:
# wherever such a name stands, also as another's alias or in a string.
_NAMES_PRIVATE = re.compile(r"withholdings|sightings", re.IGNORECASE)
_NAMES_TEXT = re.compile(r"stem_terms|articles_fts", re.IGNORECASE)
_NO_INDEX = "the search index is kept back, since something is withheld; blitar search finds what is public"
# SQLite's steps between two looks at the clock: some milliseconds.
_STEPS = 20_000


class NotReadable(Exception):
    """SQL that may not be run, in one line for whoever typed it."""


class TooSlow(NotReadable):
    """It was stopped: it took longer than was allowed."""


def something_is_withheld(db: Database) -> bool:
    """Whether the file holds anything that is kept out of what is public: never of a release, where it was removed."""
    kinds = {row["name"]: row["type"] for row in rows(db, "SELECT name, type FROM sqlite_master")}
    if kinds.get("public_articles") != "view" or kinds.get("public_withheld") != "view":
        return False
    return bool(rows(db, "SELECT 1 FROM withholdings WHERE lifted_at IS NULL LIMIT 1"))


@contextmanager
def bounded_reading(
    db: Database,
    sql: str = "",
    *,
    seconds: float,
    withheld_too: bool = False,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[None]:
    """Within it only reading works on this connection, for so many seconds; 0: without end.

    All that is read is of one moment, though a crawl writes meanwhile: it is one transaction.
    `sql` is what somebody typed. SQLite's errors become NotReadable. `withheld_too` lets it read everything.
    """
    is_guarded = not withheld_too and something_is_withheld(db)
    if is_guarded and _SCHEMA.search(sql):
        raise NotReadable("something is withheld, so tables are named without `main.` or `temp.` before them")
    if not withheld_too and _NAMES_PRIVATE.search(sql):
        raise NotReadable("access to withholdings and sightings is prohibited: they are kept from the public")
    if is_guarded and _NAMES_TEXT.search(sql):
        raise NotReadable(_NO_INDEX)
    end = clock() + seconds if seconds else float("inf")
    connection = db.conn
    assert isinstance(connection, sqlite3.Connection)
    db.execute("BEGIN")
    try:
        shadowed = _stand_in(db) if is_guarded else None
        connection.set_authorizer(_authorizer(shadowed, private=not withheld_too))
        connection.set_progress_handler(lambda: clock() > end, _STEPS)
        yield
    except (sqlite3.Error, sqlite3.Warning) as error:
        if clock() > end:
            raise TooSlow(f"stopped: it took longer than {seconds:g} seconds") from error
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            # Somebody pressed Ctrl-C while SQLite was at work: Python was told within the look at the clock, where
            # sqlite3 turns every exception into this error.
            raise KeyboardInterrupt from error
        raise NotReadable(_in_words(error)) from error
    finally:
        connection.set_progress_handler(None, 0)
        connection.set_authorizer(None)
        db.execute("ROLLBACK")  # the stand-ins go with it


def _stand_in(db: Database) -> frozenset[str]:
    """Make the stand-ins, for this connection alone; their names."""
    views = {
        row["name"]: row["sql"]
        for row in rows(db, "SELECT name, sql FROM main.sqlite_master WHERE type = 'view' AND name NOT LIKE 'public_%'")
    }
    stand_ins = {name: f"CREATE TEMP VIEW {name} AS {sql}" for name, sql in _STAND_INS.items()}
    # The other views are made once more, here: what they read is then what stands in for it.
    for name, sql in views.items():
        stand_ins.setdefault(name, re.sub(r"^\s*CREATE\s+VIEW", "CREATE TEMP VIEW", sql, flags=re.IGNORECASE))
    (was_readonly,) = db.execute("PRAGMA query_only").fetchone()
    db.execute("PRAGMA query_only = OFF")
    try:
        for statement in stand_ins.values():
            db.execute(statement)
    finally:
        db.execute(f"PRAGMA query_only = {was_readonly}")
    return frozenset(stand_ins)


def _authorizer(
    shadowed: frozenset[str] | None, *, private: bool
) -> Callable[[int, str | None, str | None, str | None, str | None], int]:
    """SQLite asks it before each thing that a statement would do. `shadowed`: None where nothing is withheld."""

    def may(action: int, first: str | None, _: str | None, schema: str | None, inside: str | None) -> int:
        if action in _READING:
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_PRAGMA:
            return sqlite3.SQLITE_OK if first in _PRAGMAS else sqlite3.SQLITE_DENY
        if action == sqlite3.SQLITE_UPDATE and first == "sqlite_master":
            return sqlite3.SQLITE_OK  # so SQLite declares its own table-like functions; to change it is another thing
        if action != sqlite3.SQLITE_READ:
            return sqlite3.SQLITE_DENY
        name = (first or "").lower()
        if inside is not None:  # within a view, let in by its own name; or within a CTE, which anybody may name
            is_ours = not name or name in _OURS or name.startswith(("pragma_", "json_"))
            return sqlite3.SQLITE_OK if is_ours or shadowed is None else sqlite3.SQLITE_DENY
        if private and name in _PRIVATE:
            return sqlite3.SQLITE_DENY
        if shadowed is None or schema == "temp" or (name in shadowed and schema is None):
            return sqlite3.SQLITE_OK
        is_public = name in _HARMLESS or name.startswith(("public_", "pragma_", "json_"))
        return sqlite3.SQLITE_OK if is_public or not name else sqlite3.SQLITE_DENY

    return may


def _in_words(error: Exception) -> str:
    said = str(error)
    if "prohibited" in said:
        return f"{said}: it is kept from the public, or may tell of what is"
    if "articles_fts" in said:
        return _NO_INDEX
    if "not authorized" in said:
        return "only reading is allowed"
    if "one statement at a time" in said:
        return "one statement at a time"
    return said
