"""What goes wrong in the process of the crawl itself, by name. Runs there, before the crawl begins."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import threading
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from blitar_scraper.archive import captures, sightings
from blitar_scraper.spiders import reading


def _resolver_knows_nothing(clock: Any) -> None:
    """The system's resolver says that there is no such name."""

    def unknown(*arguments: Any, **named: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    socket.gethostbyname = socket.getaddrinfo = unknown


def _resolver_is_silent(clock: Any) -> None:
    """The system's resolver does not come back; it is let go at the end, so that the process can end."""
    over = threading.Event()

    def silent(*arguments: Any, **named: Any) -> Any:
        over.wait(3)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    socket.gethostbyname = socket.getaddrinfo = silent


def _clock_back_within_the_run(clock: Any) -> None:
    """Somebody, or a time server, sets the clock back by two days in the middle of the run."""
    clock.turned = lambda looks: timedelta(days=-2) if looks > 12 else timedelta(0)


def _reader_fails(clock: Any) -> None:
    """A fault of ours, on each page of one section."""
    real = reading.extract_article

    def failing(page: Any, site: Any, **named: Any) -> Any:
        if b"posyandu" in page.body:
            raise RuntimeError("a fault of ours")
        return real(page, site, **named)

    reading.extract_article = failing


def _storing_fails(clock: Any) -> None:
    """A fault of ours where an article is stored."""

    def failing() -> None:
        raise RuntimeError("a fault of ours")

    _at_call(sightings, "add", 4, failing)


def _no_power_over_files(clock: Any) -> None:
    """Root may write anywhere; without these two capabilities it is as anybody else (capabilities(7))."""
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    version_3 = 0x20080522
    header = (ctypes.c_uint32 * 2)(version_3, 0)
    data = (ctypes.c_uint32 * 6)()
    assert libc.capget(header, data) == 0
    dropped = ~((1 << 1) | (1 << 2))  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    data[0] &= dropped
    assert libc.capset(header, data) == 0


def at_the_sixth_answer(do: Callable[[], None]) -> Callable[[Any], None]:
    """Does something when the sixth answer of the run has been received and is to be kept."""
    return lambda clock: _at_call(captures, "add", 6, do)


def _at_call(module: Any, name: str, number: int, do: Callable[[], None]) -> None:
    real, calls = getattr(module, name), 0

    def counted(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == number:
            do()
        return real(*arguments, **named)

    setattr(module, name, counted)


def _archive() -> Path:
    return Path(os.environ["BLITAR_TEST_ARCHIVE"])


def _delete_archive() -> None:
    for end in ("", "-wal", "-shm"):
        _archive().with_name(_archive().name + end).unlink(missing_ok=True)


def _replace_archive() -> None:
    """Somebody puts a copy of yesterday's in its place, as one does who restores a backup."""
    _delete_archive()
    _archive().with_name("backup.db").rename(_archive())


TROUBLES: Mapping[str, Callable[[Any], None]] = {
    "resolver-knows-nothing": _resolver_knows_nothing,
    "resolver-is-silent": _resolver_is_silent,
    "clock-back-within-the-run": _clock_back_within_the_run,
    "reader-fails": _reader_fails,
    "storing-fails": _storing_fails,
    "no-power-over-files": _no_power_over_files,
    "killed": at_the_sixth_answer(lambda: os.kill(os.getpid(), signal.SIGKILL)),
    "archive-deleted": at_the_sixth_answer(_delete_archive),
    "archive-replaced": at_the_sixth_answer(_replace_archive),
}
