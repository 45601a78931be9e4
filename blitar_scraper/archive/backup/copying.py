"""Copies a file whole or not at all, looks at the copy, and keeps it for good."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from blitar_scraper.archive.database import DiskError
from blitar_scraper.archive.whole_files import written_whole

_CHUNK = 1 << 20  # bytes


def copy_file(source: Path, target: Path, *, most: int | None = None) -> str:
    """Copy a file, or its first `most` bytes, to where none is; its sha256.

    What is at `target` in the end is on the disk, has the source's time and mode, and was read again and found to be
    the same. Raises DiskError, and then nothing is there.
    """
    with written(target) as part:
        with source.open("rb") as original, part.open("xb") as copy:
            digest = _copied(original, copy, most)
            copy.flush()
            os.fsync(copy.fileno())
        if most is None:
            shutil.copystat(source, part)
        if (read := digest_of(part)) != digest:
            raise DiskError(
                f"{target}: was written as {digest[:12]}... and read as {read[:12]}...; is the disk failing?"
            )
    return digest


@contextmanager
def written(target: Path) -> Iterator[Path]:
    """Gives the path to write to; what is there in the end is on the disk and stands at `target`, else nothing does."""
    with written_whole(target) as part:
        try:
            yield part
        finally:
            part.with_name(f"{part.name}-journal").unlink(missing_ok=True)  # SQLite's, of a copy that failed


def digest_of(path: Path) -> str:
    """The sha256 of a file, read from the disk where the system can be told to."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):  # else it is read from memory, whatever the disk has made of it
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while data := file.read(_CHUNK):
            digest.update(data)
    return digest.hexdigest()


def check_room(folder: Path, needed: int, what: str) -> None:
    """Raises DiskError where the folder's disk has less than so many bytes free."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise DiskError(
            f"{folder}: {what} needs about {megabytes(needed)}, and {megabytes(free)} are free: the disk is full"
        )


def megabytes(size: int) -> str:
    """A size for people."""
    return f"{size / 1e6:,.1f} MB"


def _copied(original: BinaryIO, copy: BinaryIO, most: int | None) -> str:
    digest, left = hashlib.sha256(), most
    while data := original.read(_CHUNK if left is None else min(_CHUNK, left)):
        digest.update(data)
        copy.write(data)
        left = None if left is None else left - len(data)
    return digest.hexdigest()
