"""Copies an archive's WARC files: what is there already is not copied again, what differs is never replaced.

A file that a crawl is writing is copied as far as it is, up to its last whole record, and copied anew by the next
backup: rows of the SQLite file may name what is in it. A restored archive closes it as it does after a killed run.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from blitar_scraper.archive.backup.copying import copy_file, digest_of, written
from blitar_scraper.archive.warc.recovery import whole_end
from blitar_scraper.archive.warc.writer import OPEN


@dataclass
class CopiedCaptures:
    """What came of it, by the files' paths below the folder of captures. `bytes`: of the copied.

    `unfinished`: those that a crawl is writing; `differing`: those whose copy is not the same and was left, with why;
    `only_copies`: those that the archive has no more.
    """

    copied: list[str] = field(default_factory=list)
    bytes: int = 0
    same: int = 0
    unfinished: list[str] = field(default_factory=list)
    differing: dict[str, str] = field(default_factory=dict)
    only_copies: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """The files of an archive's captures, by their paths below its folder: those that a run writes, and all others."""

    unfinished: tuple[str, ...]
    final: tuple[str, ...]

    @classmethod
    def below(cls, folder: Path) -> Found:
        """Those open are looked for first: one that is closed meanwhile is found under its final name."""
        unfinished = tuple(sorted(_names(folder, f"*/*{OPEN}")))
        return cls(unfinished, tuple(sorted(name for name in _names(folder, "*/*") if not name.endswith(OPEN))))


def to_copy(found: Found, source: Path, target: Path) -> int:
    """The bytes that a copy would add at most."""
    names = [*found.unfinished, *(name for name in found.final if not (target / name).exists())]
    return sum(_size(source / name) for name in names)


def copy_captures(found: Found, source: Path, target: Path, *, check: bool = False) -> CopiedCaptures:
    """Copy the files from one folder into another. `check`: read again also those of the same size and time.

    Raises OSError, DiskError.
    """
    done = CopiedCaptures()
    for name in found.final:
        _copy_final(name, source, target, done, check)
    for name in found.unfinished:
        final = name.removesuffix(OPEN)
        if (source / final).exists():  # closed meanwhile
            if final not in found.final:
                _copy_final(final, source, target, done, check)
        else:
            _copy_unfinished(name, source, target, done)
    there = {*found.final, *found.unfinished, *(name.removesuffix(OPEN) for name in found.unfinished)}
    done.only_copies = sorted(name for name in _names(target, "*/*") if name not in there)
    return done


def _copy_final(name: str, source: Path, target: Path, done: CopiedCaptures, check: bool) -> None:
    original, copy = source / name, target / name
    if not copy.exists():
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy_file(original, copy)
        done.copied.append(name)
        done.bytes += copy.stat().st_size
    elif why := _difference(original, copy, check):
        done.differing[name] = why
    else:
        done.same += 1
    with suppress(FileNotFoundError):  # the copy of what it was while it was written
        copy.with_name(f"{copy.name}{OPEN}").unlink()


def _difference(original: Path, copy: Path, check: bool) -> str | None:
    """How a copy differs from its original; None where it does not. What is equal gets the original's time."""
    one, other = original.stat(), copy.stat()
    if one.st_size != other.st_size:
        return f"{one.st_size:,} bytes, its copy {other.st_size:,}"
    if one.st_mtime_ns == other.st_mtime_ns and not check:
        return None
    if digest_of(original) != digest_of(copy):
        return "other bytes than its copy"
    with suppress(OSError):  # some file systems keep times by two seconds: then it is read again each time
        os.utime(copy, ns=(one.st_atime_ns, one.st_mtime_ns))
    return None


def _copy_unfinished(name: str, source: Path, target: Path, done: CopiedCaptures) -> None:
    """Copy the file up to its last whole record. It only ever grows: a copy that has more stays."""
    original, copy = source / name, target / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    try:
        size = original.stat().st_size
        if copy.exists() and copy.stat().st_size > size:
            done.differing[name] = f"{size:,} bytes, its copy {copy.stat().st_size:,}"
            return
        with written(copy) as part:
            copy_file(original, part, most=size)
            end, _ = whole_end(part)
            with part.open("r+b") as file:
                file.truncate(end)
    except FileNotFoundError:
        _copy_final(name.removesuffix(OPEN), source, target, done, check=False)
    else:
        done.unfinished.append(name)
        done.bytes += copy.stat().st_size


def _names(folder: Path, pattern: str) -> Iterator[str]:
    """The files in the sites' folders; those of no concern begin with a dot."""
    for path in folder.glob(pattern):
        if path.is_file() and not path.name.startswith("."):
            yield path.relative_to(folder).as_posix()


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_size
    return 0
