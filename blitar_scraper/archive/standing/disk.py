"""What the archive takes of its disk, what is free there, and for how long that will do."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from blitar_scraper.archive import captures
from blitar_scraper.archive.standing.runs import instant

# Growth is that of so many days, of the sites that were archived whole before them: a first crawl comes once.
_GROWTH_DAYS = 30
# A month is time enough to read this and act; 200 MB is what the first crawl of one large site may bring.
_FEWEST_DAYS_LEFT, _LEAST_FREE = 30, 200_000_000
# `blitarkota-20260302T031505Z-00001-001.warc.gz`: when a file was begun survives copying in its name alone.
_MOMENT = "%Y%m%dT%H%M%SZ"
_BEGUN = re.compile(r"-(\d{8}T\d{6}Z)-\d+-\d+\.warc(?:\.gz)?(?:\.open)?$")


@dataclass(frozen=True, slots=True)
class Disk:
    """Bytes. `archive`: the SQLite file with its journal; `captures`: the WARC files. None: not known.

    `growth`: bytes a day, archive and captures together. `days_left`: until nothing is free.
    """

    archive: int
    captures: int
    free: int | None
    growth: int | None
    days_left: int | None

    @property
    def is_short(self) -> bool:
        """Whether a person should see to it now."""
        if self.free is None:
            return False
        return self.free < _LEAST_FREE or (self.days_left is not None and self.days_left < _FEWEST_DAYS_LEFT)


def disk_of(db: Database, path: Path, now: datetime) -> Disk:
    """The disk that the archive at `path` is on."""
    size = sum(_size(path.with_name(path.name + ending)) for ending in ("", "-wal"))
    kept, grown = _captured(captures.folder_of(path), _old_sites(db, now), now - timedelta(days=_GROWTH_DAYS))
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError:
        free = None
    growth = None
    if grown:
        # The archive's file grows with what is received: each answer has its rows.
        growth = round(grown / _GROWTH_DAYS * (1 + size / kept))
    return Disk(size, kept, free, growth, free // growth if growth and free is not None else None)


def _old_sites(db: Database, now: datetime) -> set[str]:
    """The sites that had been stored whole before the days of which growth is told."""
    before = now - timedelta(days=_GROWTH_DAYS)
    found = db.execute("SELECT id, backfilled_at FROM sites").fetchall()
    return {site for site, at in found if (since := instant(at)) and since < before}


def _captured(folder: Path, old: set[str], since: datetime) -> tuple[int, int]:
    """The size of all WARC files, and of those of the sites `old` that were begun since then."""
    kept = grown = 0
    first = since.astimezone(UTC).strftime(_MOMENT)  # as text: there may be hundreds of thousands of files
    for site, name, size in _files(folder):
        kept += size
        if site in old and (begun := _BEGUN.search(name)) and begun[1] >= first:
            grown += size
    return kept, grown


def _files(folder: Path) -> Iterator[tuple[str, str, int]]:
    """Site, name and size of each WARC file."""
    for site in _entries(folder):
        if site.is_dir(follow_symlinks=False):
            for file in _entries(Path(site.path)):
                try:
                    yield site.name, file.name, file.stat().st_size
                except OSError:  # removed, or renamed when it was closed, a moment ago
                    continue


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
