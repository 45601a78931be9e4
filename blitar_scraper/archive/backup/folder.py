"""The folder of copies: what is in it, whose it is, and how it is kept.

FOLDER/blitar-20261127T063300Z.db    the archive's SQLite file at that moment, never changed
FOLDER/blitar.warc/SITE/...          its captures: all that there ever were
FOLDER/blitar.source                 of which archive these are the copies
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from blitar_scraper.archive.database import ArchiveError, ArchiveLocked

_FORMAT = "%Y%m%dT%H%M%SZ"
_DATED = re.compile(r"(?P<stem>.+)-(?P<at>\d{8}T\d{6}Z)\.db")
_LOCK = ".lock"
# How the names of files that are being written end; they begin with a dot.
PART = ".part"


class BackupError(ArchiveError):
    """Nothing can be copied there or from there; the message is one line for the person at the keyboard."""


class BackupFolder:
    """The copies of the archive whose file's name without its ending is `stem`, in a folder."""

    def __init__(self, root: Path, stem: str) -> None:
        self.root, self.stem = root, stem
        self.captures = root / f"{stem}.warc"

    @classmethod
    def found(cls, root: Path, name: str | None = None) -> BackupFolder:
        """The copies in a folder: of the only archive there, or of the one a name (of a copy, or a stem) means.

        Raises BackupError.
        """
        stems = sorted({match["stem"] for match in map(_DATED.fullmatch, _names(root)) if match})
        if name is not None:
            stems = [
                stem for stem in stems if name == stem or any(_matches(name, one) for one in cls(root, stem).names())
            ]
        if len(stems) == 1:
            return cls(root, stems[0])
        if not stems:
            raise BackupError(f"{root}: no copy {f'{name} ' if name else ''}of an archive there")
        raise BackupError(f"{root}: copies of several archives ({', '.join(stems)}); name one with --use")

    def names(self) -> list[str]:
        """The names of the dated SQLite files, oldest first."""
        matches = filter(None, map(_DATED.fullmatch, _names(self.root)))
        return sorted(match.string for match in matches if match["stem"] == self.stem)

    def named(self, name: str | None) -> Path:
        """The newest copy, or the one whose name or moment begins so. Raises BackupError."""
        names = self.names()
        found = names[-1:] if name in (None, self.stem) else [one for one in names if _matches(str(name), one)]
        if len(found) == 1:
            return self.root / found[0]
        raise BackupError(
            f"{self.root}: {'several copies' if found else 'no copy'} {name}; there are {', '.join(names)}"
        )

    def next_name(self, now: datetime) -> str:
        """The name of a copy made now: later than all others, whatever the clock says."""
        at = now.astimezone(UTC).strftime(_FORMAT)
        if names := self.names():
            last = _DATED.fullmatch(names[-1])
            assert last is not None
            if at <= last["at"]:
                at = (datetime.strptime(last["at"], _FORMAT).replace(tzinfo=UTC) + timedelta(seconds=1)).strftime(
                    _FORMAT
                )
        return f"{self.stem}-{at}.db"

    @contextmanager
    def locked(self, archive: Path) -> Iterator[None]:
        """The folder, made where missing, is this archive's alone; nobody else copies into it meanwhile.

        Only its owner may look into it: an archive holds what is withheld from the public. Freed when the process dies.
        Raises BackupError, ArchiveLocked.
        """
        if self.root.exists() and not self.root.is_dir():
            raise BackupError(f"{self.root}: not a folder")
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self.root / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise ArchiveLocked(f"{self.root}: another copy is being made there") from None
            self._claim(archive)
            self._remove_leftovers()
            yield
        finally:
            os.close(descriptor)

    def _claim(self, archive: Path) -> None:
        """Copies of two archives of one name would replace each other one by one."""
        mark, source = self.root / f"{self.stem}.source", os.path.abspath(archive)  # noqa: PTH100 - links stay
        if not mark.exists():
            mark.write_text(f"{source}\n", "utf-8", "surrogateescape")
        said = mark.read_text("utf-8", "surrogateescape").strip()
        if said != source:
            raise BackupError(
                f"{self.root}: holds copies of {said}, not of {source}: name another folder"
                f" (or, if the archive has moved, remove {mark})"
            )

    def _remove_leftovers(self) -> None:
        """What a killed process left. The lock is held: nobody is writing it."""
        for pattern in (f".*{PART}", f".*{PART}-journal", f"{self.captures.name}/*/.*{PART}"):
            for path in self.root.glob(pattern):
                path.unlink(missing_ok=True)


def _names(root: Path) -> list[str]:
    return [path.name for path in root.iterdir() if path.is_file()] if root.is_dir() else []


def _matches(name: str, file: str) -> bool:
    match = _DATED.fullmatch(file)
    return bool(name) and match is not None and (file.startswith(name) or match["at"].startswith(name))
