"""What only this machine can say of a timer: the program's place, who is to run it, the clock."""

from __future__ import annotations

import os
import pwd
import socket
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from blitar_scraper.crawling.schedule.quoting import word

# Who runs the crawls on a server where only root is.
_SERVICE_USER = "blitar"


def program() -> tuple[str, ...]:
    """The words that run this program, wherever they are run: those of its own environment, which upgrades keep."""
    beside = Path(sys.executable).with_name("blitar")
    return (str(beside),) if beside.exists() else (sys.executable, "-c", "from blitar_scraper.cli import main; main()")


def closed_to(user: str, paths: Iterable[Path]) -> Path | None:
    """The first folder on the way to one of the paths that the user may not enter, as far as modes tell."""
    try:
        account = pwd.getpwnam(user)
        uid, groups = account.pw_uid, os.getgrouplist(user, account.pw_gid)
    except KeyError:  # not made yet: what everybody may
        uid, groups = -1, []
    for folder in dict.fromkeys(folder for path in paths for folder in reversed(path.parents)):
        there = folder.stat()
        mine = there.st_mode >> (6 if there.st_uid == uid else 3 if there.st_gid in groups else 0)
        if uid != 0 and not mine & 1:
            return folder
    return None


def program_files() -> tuple[Path, Path]:
    """Where this program is, and the Python that it runs in, which may be somebody's own (uv, pyenv)."""
    return Path(sys.executable), Path(sys.executable).resolve()


def absolute(path: Path) -> Path:
    """The path from the root on, through the same links: `data` may lead to another disk one day."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve would follow the links


def written(archive: Path, more: Iterable[Path]) -> Iterator[Path]:
    """The folders that a crawl writes to: that of the archive, and where its links lead."""
    yield archive.parent
    for path in (archive, archive.with_suffix(".warc")):
        if path.is_symlink():
            yield path.resolve() if path.is_dir() else path.resolve().parent
    for folder in more:
        yield absolute(folder)


def user(archive: Path) -> str:
    """Who should run the crawls: the person at the keyboard; for root the archive's owner, else a user of its own."""
    if os.geteuid() != 0:
        return _name_of(os.geteuid())
    there = next(path for path in (archive, *archive.parents) if path.exists())
    owner = there.stat().st_uid
    return _name_of(owner) if owner != 0 else _SERVICE_USER


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def is_new(user: str) -> bool:
    """Whether there is no such user yet."""
    if user.isdigit():
        return False
    try:
        pwd.getpwnam(user)
    except KeyError:
        return True
    return False


def identity() -> str:
    """What tells this machine from others; goes into nothing but a hash."""
    try:
        return Path("/etc/machine-id").read_text("ascii").strip() or socket.gethostname()
    except (OSError, UnicodeDecodeError):
        return socket.gethostname()


def ahead_of_utc() -> timedelta:
    """So much is the machine's clock ahead of UTC."""
    return datetime.now().astimezone().utcoffset() or timedelta()


def unit_of_another(unit: Path, archive: Path) -> Path | None:
    """The file of a unit, where it stands already and crawls into another archive than this one (absolute)."""
    try:
        text = unit.expanduser().read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return None if word(str(archive)) in text else unit
