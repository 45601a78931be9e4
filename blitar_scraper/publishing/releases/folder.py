"""The folder of releases: which there are, which one is current, and how that changes.

FOLDER/current -> releases/20261127T063300Z     a link, replaced at once
FOLDER/releases/20261127T063300Z/               a release, never changed
FOLDER/releases/.20261127T063300Z.partial/      one in the making; removed where that fails, or by the next
FOLDER/releases/.20261127T063300Z.new          beside one that was not shown yet: removed with it by the next
FOLDER/serving/                                 how to serve it
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from blitar_scraper.archive import ArchiveError, ArchiveLocked
from blitar_scraper.archive.whole_files import keep_entries

_NAME = re.compile(r"\d{8}T\d{6}Z")
_FORMAT = "%Y%m%dT%H%M%SZ"
# Made first of all: where it is, the folder is one of releases.
_LOCK = ".lock"


class ReleaseError(ArchiveError):
    """There is no such release, or it may not be shown; the message is one line for the person at the keyboard."""


class FolderBusy(ArchiveLocked):
    """Another release is being made in this folder."""


class ReleaseFolder:
    """The folder that releases are made in. `root` is made by the first release."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.releases = root / "releases"
        self.link = root / "current"

    def names(self) -> list[str]:
        """The names of the releases, oldest first."""
        if not self.releases.is_dir():
            return []
        return sorted(path.name for path in self.releases.iterdir() if _NAME.fullmatch(path.name) and path.is_dir())

    def in_the_making(self, name: str) -> Path:
        """The folder of a release that is being made."""
        return self.releases / f".{name}.partial"

    def path(self, name: str) -> Path:
        """The folder of the release of that name."""
        return self.releases / name

    def database(self, name: str) -> Path | None:
        """The SQLite file of a release."""
        return next(iter(sorted(self.path(name).glob("*.db"))), None)

    def current(self) -> str | None:
        """The name of the release that is shown; None where there is none."""
        try:
            name = self.link.readlink().name
        except OSError:
            return None
        return name if name in self.names() else None

    def next_name(self, now: datetime) -> str:
        """The name of a release made now: later than all others, whatever the clock says."""
        name = now.astimezone(UTC).strftime(_FORMAT)
        if (names := self.names()) and name <= names[-1]:
            last = datetime.strptime(names[-1], _FORMAT).replace(tzinfo=UTC)
            return (last + timedelta(seconds=1)).strftime(_FORMAT)
        return name

    def named(self, name: str) -> str:
        """The release that a person means: its name, or the beginning of it. Raises ReleaseError."""
        names = self.names()
        found = [one for one in names if one == name] or [one for one in names if name and one.startswith(name)]
        if len(found) == 1:
            return found[0]
        there = f"there are {', '.join(names)}" if names else "there is none yet"
        raise ReleaseError(f"{self.root}: {'several releases' if found else 'no release'} '{name}'; {there}")

    def before_current(self) -> str:
        """The release before the one that is shown. Raises ReleaseError where there is none."""
        current = self.current()
        earlier = [name for name in self.names() if current is not None and name < current]
        if not earlier:
            raise ReleaseError(f"{self.root}: no release before {current or 'the first'} to go back to")
        return earlier[-1]

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else changes anything here meanwhile; freed when the process dies. Raises FolderBusy."""
        if self.root.exists() and not self.root.is_dir():
            raise ReleaseError(f"{self.root}: not a folder")
        self._refuse_what_others_put_there()
        self.releases.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.root / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise FolderBusy(f"{self.root}: another release is being made there") from None
            self._remove_leftovers()
            yield
        finally:
            os.close(descriptor)

    @contextmanager
    def made(self, name: str, last_look: Callable[[], None] = lambda: None) -> Iterator[Path]:
        """Gives an empty folder, readable by its owner alone, that becomes the release of that name at the end.

        `last_look` is called when all of it is on the disk, which can take minutes, at the last moment before it has
        its name. On any error, of `last_look` too, nothing remains of it.
        """
        partial = self.in_the_making(name)
        partial.mkdir(mode=0o700)
        try:
            yield partial
            _keep(partial)
            last_look()
            self._new(name).touch()
            partial.chmod(0o755)
            partial.rename(self.path(name))
            keep_entries(self.releases)
        except BaseException:
            shutil.rmtree(partial, ignore_errors=True)
            self._new(name).unlink(missing_ok=True)
            raise

    def show(self, name: str) -> None:
        """Make `current` point to the release: at one moment to the former, at the next to this one."""
        new = self.root / f".current.{os.getpid()}"
        new.unlink(missing_ok=True)
        new.symlink_to(Path("releases") / name)
        try:
            new.replace(self.link)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
        keep_entries(self.root)
        self._new(name).unlink(missing_ok=True)

    def remove(self, name: str) -> None:
        """Delete a release, never the one that is shown."""
        assert name != self.current(), name
        gone = self.releases / f".{name}.removed"
        self.path(name).rename(gone)  # a release is whole or not there
        shutil.rmtree(gone)
        self._new(name).unlink(missing_ok=True)

    def _refuse_what_others_put_there(self) -> None:
        """`current` is replaced and `serving` written to: never where they are somebody else's."""
        taken = [path for path in (self.link, self.root / "serving") if os.path.lexists(path)]
        is_ours = (self.root / _LOCK).exists() or bool(self.names())
        if is_ours and (self.link not in taken or self._leads_to_release()):
            return
        if taken:
            raise ReleaseError(f"{taken[0]}: was not made by blitar publish; name a folder for releases alone")

    def _leads_to_release(self) -> bool:
        to = self.link.readlink() if self.link.is_symlink() else Path()
        return to.parent.name == "releases" and _NAME.fullmatch(to.name) is not None

    def _new(self, name: str) -> Path:
        """There while a release has its name and was never shown."""
        return self.releases / f".{name}.new"

    def _remove_leftovers(self) -> None:
        """What a killed process left. The lock is held: nobody is at work there."""
        for path in self.releases.iterdir():
            if path.name.startswith(".") and path.suffix in (".partial", ".removed"):
                shutil.rmtree(path)
        for mark in self.releases.glob(".*.new"):
            name = mark.name.removeprefix(".").removesuffix(".new")
            if name in self.names() and name != self.current():
                self.remove(name)
            mark.unlink(missing_ok=True)
        for path in self.root.glob(".current.*"):
            path.unlink()


def size_of(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _keep(folder: Path) -> None:
    """Everything in the folder is to outlive a power cut, and nothing of it to be changed."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            keep_entries(path)
            path.chmod(0o755)
        else:
            with path.open("rb") as file:
                os.fsync(file.fileno())
            path.chmod(0o444)
    keep_entries(folder)
