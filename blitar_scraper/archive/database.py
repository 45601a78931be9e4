"""Opening the archive's file, and its transactions: what SQLite needs to be told, and its errors in plain words."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from blitar_scraper.archive import migrations

Row = dict[str, Any]

# Disk full, disk failing, file damaged: a person has to see to it.
_OF_THE_DISK = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk is full or failing",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; blitar verify tells more",
}
# PRAGMA application_id of a release's file ("btrl"): a copy to be read, with the slow views as tables.
RELEASE = 0x6274726C

# What the system says of a disk that takes nothing more.
DISK_REFUSES = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


class ArchiveError(Exception):
    """The archive cannot be used; the message is one line for the person at the keyboard."""


class ArchiveMissing(ArchiveError):
    """There is no such file to read."""


class NotAnArchive(ArchiveError):
    """The file is not a SQLite database, or one with other tables."""


class NewerSchema(ArchiveError):
    """The file was written by a newer version of the program."""


class OlderSchema(ArchiveError):
    """The file was written by an older version of the program, and was opened only for reading."""


class OtherSite(ArchiveError):
    """The archive has a site of that id with another host: two sites' news would be mixed."""


class DiskError(ArchiveError):
    """The disk is full or failing, or what it holds is damaged: no mistake of the person who typed the command."""


class FileReplaced(DiskError):
    """Somebody put another file in the archive's place, or took it away, while it was written to."""


class ArchiveLocked(ArchiveError):
    """Another process held the file for longer than the timeout."""


def open_database(path: Path, *, readonly: bool, timeout: float) -> Database:
    """The archive's database, made or migrated where needed. `timeout`: seconds to wait for another writer.

    Raises the errors above. A file that is no archive is left exactly as it was.
    """
    if readonly and not path.is_file():
        raise ArchiveMissing(f"{path}: no such archive")
    try:
        if not readonly:
            path.parent.mkdir(parents=True, exist_ok=True)
        with plain_errors(path):
            db = _connect(path, readonly, timeout)
            try:
                _prepare(db, path, readonly, timeout)
            except BaseException:
                db.close()
                raise
            return db
    except (OSError, sqlite3.DatabaseError) as error:
        if isinstance(error, sqlite3.Error) and _kind(error) == sqlite3.SQLITE_CANTOPEN and not _may_write(path.parent):
            raise ArchiveError(f"{path}: its folder cannot be written to") from error
        refused = isinstance(error, OSError) and error.errno in DISK_REFUSES
        raise (DiskError if refused else ArchiveError)(f"{path}: {error}") from error


def file_number(path: Path) -> tuple[int, int] | None:
    """Which file is at the path at this moment, whatever its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK)


def _connect(path: Path, readonly: bool, timeout: float) -> Database:
    # isolation_level=None: Python opens no transaction of its own, which would be a deferred one (see `transaction`).
    uri = reading_uri(path) if readonly else f"{path.absolute().as_uri()}?mode=rwc"
    connection = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)
    if readonly:
        connection.execute("PRAGMA query_only = ON")
    return Database(connection, execute_plugins=False)


def reading_uri(path: Path) -> str:
    """The file as SQLite is told to open it where it is only read."""
    return f"{path.absolute().as_uri()}?{_mode(path)}"


def _mode(path: Path) -> str:
    """How to open a file that is only read.

    A reader of a file in WAL mode needs to write beside it: the last one that may tidies up. Where nobody may write
    there (a read-only medium, another user's folder), nobody changes the file either, and it is read as it is.
    """
    if os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK):
        return "mode=rw"
    journal = path.with_name(f"{path.name}-wal")
    return "mode=ro" if journal.exists() and journal.stat().st_size else "mode=ro&immutable=1"


def _prepare(db: Database, path: Path, readonly: bool, timeout: float) -> None:
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    if readonly and not tables:
        raise ArchiveMissing(f"{path}: an empty file, no archive yet")
    if (tables or readonly) and not migrations.is_archive(db):
        raise NotAnArchive(f"{path}: a database, but not an archive of this program")
    if unknown := migrations.unknown_migrations(db):
        raise NewerSchema(f"{path}: written by a newer version of this program ({', '.join(unknown)}); please upgrade")
    db.execute("PRAGMA foreign_keys = ON")
    if readonly:
        if migrations.migrations.pending(db):
            raise OlderSchema(f"{path}: written by an older version; open it once for writing to bring it up to date")
        return
    if is_release(db.conn):
        raise ArchiveError(f"{path}: a release, which is only read; name the archive that it was made from")
    _write_ahead(db, timeout)
    # A crash of the program loses nothing, a power cut at most the last transactions, never the file (SQLite's
    # documentation of synchronous in WAL mode).
    db.execute("PRAGMA synchronous = NORMAL")
    if not migrations.is_current(db):
        with transaction(db):
            migrations.migrate(db)


def is_release(connection: sqlite3.Connection) -> bool:
    """Whether a file is a release: a copy of what may be shown, and not the archive."""
    return bool(connection.execute("PRAGMA application_id").fetchone()[0] == RELEASE)


def _write_ahead(db: Database, timeout: float) -> None:
    """Readers (Datasette) and the one writer do not wait for each other in WAL mode; it stays with the file.

    Two programs that make the same file at once meet here, and SQLite does not wait by itself for this one change.
    """
    deadline = time.monotonic() + timeout
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if _kind(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)  # seconds; the other one needs a few milliseconds


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """One write transaction, committed at the end, rolled back on any exception.

    IMMEDIATE takes the write lock first and waits for it. A deferred transaction that reads and then writes fails at
    once when another process wrote in between, whatever the timeout.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """SQLite's errors that are not the program's fault, as ours: ArchiveLocked, NotAnArchive, DiskError and so on."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if _kind(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise ArchiveLocked(f"{path}: locked by another process") from error
        if _kind(error) == sqlite3.SQLITE_NOTADB:
            raise NotAnArchive(f"{path}: not a SQLite database") from error
        if why := _OF_THE_DISK.get(_kind(error)):
            raise DiskError(f"{path}: {error} ({why})") from error
        if _kind(error) == sqlite3.SQLITE_READONLY:
            raise ArchiveError(f"{path}: {error}") from error
        raise


def _kind(error: sqlite3.Error) -> int:
    """SQLite's primary result code: the low byte; the rest is a detail. 0 for an error of Python's own module."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def rows(db: Database, sql: str, *values: Any) -> list[Row]:
    """The rows of a query, each as a dict. `values`: those of its marks in order, or one dict by its names."""
    cursor = db.execute(sql, values[0] if values and isinstance(values[0], dict) else values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def first_row(db: Database, sql: str, *values: Any) -> Row | None:
    """The first row of a query as a dict, or None."""
    found = rows(db, sql, *values)
    return found[0] if found else None


def insert(db: Database, table: str, row: Row) -> int:
    """Insert the row; its rowid."""
    columns, marks = ", ".join(row), ", ".join("?" * len(row))
    cursor = db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(row.values()))
    return cursor.lastrowid or 0


def update(db: Database, table: str, row: Row, where: str, *values: Any) -> None:
    """Set the columns in `row` wherever the condition holds."""
    assignments = ", ".join(f"{column} = ?" for column in row)
    db.execute(f"UPDATE {table} SET {assignments} WHERE {where}", [*row.values(), *values])
