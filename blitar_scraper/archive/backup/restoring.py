"""Makes an archive from a copy: its SQLite file, all captures beside it, and a look at whether they agree."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from blitar_scraper.archive.archive import Archive
from blitar_scraper.archive.backup.copying import check_room, copy_file, written
from blitar_scraper.archive.backup.folder import PART, BackupError, BackupFolder
from blitar_scraper.archive.captures import folder_of
from blitar_scraper.archive.verification import Checked, Mended, repair
from blitar_scraper.archive.whole_files import plain_disk_errors

Progress = Callable[[int, int], None]
# Gives what keeps others from crawling those sites into the archive meanwhile.
Hold = Callable[[Collection[str]], AbstractContextManager[object]]


@dataclass(frozen=True, slots=True)
class Restored:
    """An archive that was made from a copy. `files`: its WARC files; `checked`, `mended`: see `repair`."""

    archive: Path
    copy: Path
    files: int
    articles: int
    checked: Checked
    mended: Mended


def restore(
    root: Path,
    archive: Path,
    *,
    at: datetime,
    use: str | None = None,
    hold: Hold = lambda sites: nullcontext(),
    processes: int | None = None,
    progress: Progress = lambda done, total: None,
) -> Restored:
    """Make `archive` from the copy in `root`, where nothing is yet. `at`: now (aware). `use`: another than the newest.

    `hold` is asked to hold the sites that have captures before anything is written: a timer may have its hour.

    Captures that are newer than the SQLite file are noted in it (`blitar reparse` reads their articles); a file that a
    crawl was writing is closed as after a killed run. Raises ArchiveError: then nothing is there; or after that, where
    the restored file itself is damaged.
    """
    folder = BackupFolder.found(root, use)
    copy = folder.named(use)
    _refuse_what_is_there(archive, folder_of(archive))
    names = sorted(path.relative_to(folder.captures) for path in folder.captures.glob("*/*") if _is_capture(path))
    sites = {name.parent.name for name in names}
    with hold(sites):
        with plain_disk_errors(archive.parent):
            _put_back(copy, folder.captures, names, archive)
        with Archive(archive) as opened:  # which brings it up to date
            checked, mended = repair(opened, sites, at=at, processes=processes, progress=progress)
    return Restored(archive, copy, len(names), checked.articles, checked, mended)


def _put_back(copy: Path, source: Path, names: Collection[Path], archive: Path) -> None:
    """The files, all or none; the SQLite file last, for where that is there is an archive."""
    captures = folder_of(archive)
    archive.parent.mkdir(parents=True, exist_ok=True)
    total = copy.stat().st_size + sum((source / name).stat().st_size for name in names)
    check_room(archive.parent, total, f"a copy of {copy} with its captures")
    part = captures.with_name(f".{captures.name}.{os.getpid()}{PART}")
    in_place = False
    try:
        with written(archive) as database:
            copy_file(copy, database)
            for name in names:
                (part / name).parent.mkdir(parents=True, exist_ok=True)
                copy_file(source / name, part / name)
            if names:
                _rename(part, captures)
                in_place = True
    except BaseException:
        if in_place and not archive.exists():  # a folder that another has made there meanwhile is not ours
            shutil.rmtree(captures, ignore_errors=True)
        raise
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _rename(part: Path, captures: Path) -> None:
    try:
        part.rename(captures)
    except OSError as error:
        if error.errno not in (errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR):
            raise
        raise BackupError(f"{captures}: was made by another meanwhile; nothing was restored") from error


def _refuse_what_is_there(archive: Path, captures: Path) -> None:
    """Nothing is overwritten; a journal of another file would be taken for this one's."""
    for path in (
        archive,
        captures,
        *(archive.with_name(f"{archive.name}{end}") for end in ("-wal", "-shm", "-journal")),
    ):
        if os.path.lexists(path):
            raise BackupError(f"{path}: is there already; move it away first, or name another --archive")


def _is_capture(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")
