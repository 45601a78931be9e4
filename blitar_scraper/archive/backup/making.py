"""Copies an archive into a folder of copies while crawls may write to it.

The SQLite file is copied by VACUUM INTO, the captures after it: all that a row of the copy names is there.

Why VACUUM INTO and not SQLite's online backup (`Connection.backup`): both read one moment while others write. Done in
steps, the online backup begins anew whenever another process writes, so that of a large file that is always written to
it never comes to its end (490 MB, a row written ten times a second: 198 beginnings in 20 s); done in one step it
copies free pages and damaged pages as they are. VACUUM INTO copies rows: it stops at a damaged page, before an older,
good copy is let go of, and the copy is as small as can be. It took 1.0 s for those 490 MB, beside the same writer,
too; the online backup in one step 0.8 s. On a full disk it leaves a part of the copy, which is removed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from blitar_scraper.archive import migrations
from blitar_scraper.archive.backup.captures import CopiedCaptures, Found, copy_captures, to_copy
from blitar_scraper.archive.backup.copying import check_room, megabytes, written
from blitar_scraper.archive.backup.folder import BackupError, BackupFolder
from blitar_scraper.archive.captures import folder_of
from blitar_scraper.archive.database import (
    ArchiveMissing,
    DiskError,
    NotAnArchive,
    is_release,
    plain_errors,
    reading_uri,
)
from blitar_scraper.archive.whole_files import plain_disk_errors

# Seconds to wait for whoever holds the whole file; writers in WAL mode never do.
_TIMEOUT = 60.0
# What a copy needs beside itself: names, times, and the free space that file systems keep back.
_MARGIN = 4_000_000  # bytes

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was made. `bytes`: of the SQLite file; `kept`, `removed`: names of dated copies."""

    archive: Path
    copy: Path
    bytes: int
    articles: int
    captures: CopiedCaptures
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    same_disk: bool


def back_up(
    archive: Path,
    root: Path,
    *,
    at: datetime,
    keep: int,
    check: bool = False,
    progress: Progress = lambda number, total, step: None,
) -> Backup:
    """Copy the archive into the folder `root`. `at`: now (aware). `keep`: how many dated SQLite files stay.

    `check`: read every copied capture again, also those that seem to be the same. Raises ArchiveError (BackupError,
    DiskError, ArchiveLocked); then nothing of this copy is there but captures, each whole.
    """
    if not archive.is_file():
        raise ArchiveMissing(f"{archive}: no such archive")
    folder, source = BackupFolder(root, archive.stem), folder_of(archive)
    refuse_unfit_folder(archive, root)
    with plain_disk_errors(root), folder.locked(archive):
        copy = root / folder.next_name(at)
        _check_room(archive, folder, source)
        with written(copy) as part:
            progress(1, 2, "the SQLite file")
            articles = _copy_database(archive, part)
            progress(2, 2, "captures")
            # After the SQLite file, and before it has its name: what has one is complete.
            captures = copy_captures(Found.below(source), source, folder.captures, check=check)
        names = folder.names()
        removed = names[: max(len(names) - keep, 0)]
        for name in removed:
            (root / name).unlink()
        return Backup(
            archive=archive,
            copy=copy,
            bytes=copy.stat().st_size,
            articles=articles,
            captures=captures,
            kept=tuple(folder.names()),
            removed=tuple(removed),
            same_disk=root.stat().st_dev == archive.stat().st_dev,
        )


def refuse_unfit_folder(archive: Path, root: Path) -> None:
    """Raises BackupError where the archive can never be copied into the folder `root`, whatever is there one day."""
    captures, folder = folder_of(archive).resolve(), root.resolve()
    if BackupFolder(root, archive.stem).captures.resolve() == captures or captures in (folder, *folder.parents):
        raise BackupError(f"{root}: is where the archive itself is; name another folder, best on another disk")


def _check_room(archive: Path, folder: BackupFolder, source: Path) -> None:
    """What can be known before is said before: half a copy helps nobody, and takes the room that a crawl needs."""
    journal = archive.with_name(f"{archive.name}-wal")
    database = archive.stat().st_size + (journal.stat().st_size if journal.exists() else 0)
    captures = to_copy(Found.below(source), source, folder.captures)
    what = f"a copy of {archive} ({megabytes(database)}, new captures {megabytes(captures)})"
    check_room(folder.root, database + captures + _MARGIN, what)


def _copy_database(archive: Path, copy: Path) -> int:
    """Copy the SQLite file as of one moment, and look at the copy; how many articles are in it.

    An archive of another version is copied as it is: one makes a copy before an upgrade.
    """
    with plain_errors(archive), closing(_opened(reading_uri(archive))) as source:
        db = Database(source, execute_plugins=False)
        if not migrations.is_archive(db):
            raise NotAnArchive(f"{archive}: a database, but not an archive of this program")
        if is_release(source):
            raise BackupError(f"{archive}: a release, which is made again from its archive; name that")
        descriptor = os.open(copy, os.O_CREAT | os.O_EXCL, archive.stat().st_mode & 0o777)
        os.close(descriptor)  # SQLite writes into an empty file, too
        with plain_errors(copy):
            source.execute("VACUUM INTO ?", [str(copy.absolute())])
    with plain_errors(copy), closing(_opened(f"{copy.absolute().as_uri()}?mode=ro&immutable=1")) as made:
        (said,) = made.execute("PRAGMA quick_check(1)").fetchone()
        if said != "ok":
            raise DiskError(f"{copy}: the copy is damaged ({said}); is the disk failing?")
        (articles,) = made.execute("SELECT count(*) FROM articles").fetchone()
    return int(articles)


def _opened(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=_TIMEOUT, isolation_level=None)
