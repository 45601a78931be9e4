"""Writes a file whole or not at all, and says in plain words where the disk takes no more."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from blitar_scraper.archive.database import DISK_REFUSES, DiskError


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Gives the path to write to; at the end what is there stands at `path`, on an error nothing does.

    What stood there before stays until then. Something that is no file (a pipe, /dev/stdout) is written to directly.
    """
    if path.exists() and not path.is_file():
        yield path
        return
    target = path.resolve() if path.is_symlink() else path  # a link stays one
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield unfinished
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(target)
        keep_entries(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def keep_entries(folder: Path) -> None:
    """The names in the folder are to outlive a power cut, too; a system that cannot open folders does it by itself."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def plain_disk_errors(root: Path) -> Iterator[None]:
    """A disk that takes no more, or gives nothing back, as DiskError: no mistake of the person's."""
    try:
        yield
    except OSError as error:
        if error.errno in DISK_REFUSES:
            raise DiskError(f"{error.filename or root}: {error.strerror}") from error
        raise
