"""From an empty file to today's schema, step by step.

The schema version of an archive is the list of migrations applied to it, in the table that sqlite-utils keeps
(`_sqlite_migrations`), not PRAGMA user_version: each entry is written in the transaction that makes its change, says
what it did and when, and one fact has one place. A file that lists a migration unknown here was written by a newer
program. Views hold no data and therefore no version: they are made anew whenever their text has changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database, Migrations

from blitar_scraper.archive import schema
from blitar_scraper.archive.views import VIEWS

migrations = Migrations("blitar_scraper")


@migrations()
def tables_of_version_1(db: Database) -> None:
    _run(db, schema.TABLES)
    _run(db, schema.INDEXES)
    _run(db, schema.SEARCH)


@migrations()
def sightings_of_captures(db: Database) -> None:
    _run(db, schema.SIGHTINGS)


@migrations()
def withholdings(db: Database) -> None:
    _run(db, schema.WITHHOLDINGS)


def _run(db: Database, script: str) -> None:
    """Run the statements of a script one by one, within the transaction that is open.

    (sqlite-utils' executescript does so, too; it looks at the whole statement anew after each of its characters, which
    made up half of the time that a new archive took.)
    """
    for statement in _statements(script):
        db.execute(statement)


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.strip().splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
    assert not statement.strip(), statement


def is_archive(db: Database) -> bool:
    """Whether the file was made by this program, in any version."""
    return bool(migrations.applied(db))


def unknown_migrations(db: Database) -> list[str]:
    """The names of the migrations applied to the file that this program does not know: it is older than the file."""
    with Database(memory=True) as empty:
        known = {migration.name for migration in migrations.pending(empty)}
    return [migration.name for migration in migrations.applied(db) if migration.name not in known]


def is_current(db: Database) -> bool:
    """Whether the tables and views are those of today."""
    return not migrations.pending(db) and not _stale_views(db)


def migrate(db: Database) -> None:
    """Bring tables and views to today's schema. To be called in a transaction: all of it happens, or nothing."""
    migrations.apply(db)
    for name in _stale_views(db):
        db.execute(f'DROP VIEW IF EXISTS "{name}"')
        db.execute(VIEWS[name])


def _stale_views(db: Database) -> list[str]:
    stored = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'").fetchall())
    return [name for name, sql in VIEWS.items() if stored.get(name) != sql]
