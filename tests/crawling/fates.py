"""What may happen to the process of a crawl: called there right before it begins, or in its midst."""

from __future__ import annotations

import ctypes
import os
import signal
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

NOW = datetime(2026, 3, 2, 3, tzinfo=UTC)


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def segmentation_fault() -> None:
    ctypes.string_at(0)


def left() -> None:
    os._exit(7)


def no_module() -> None:
    raise ImportError("no module named lxml")


def hangs() -> None:
    threading.Event().wait()


def ctrl_c_of_the_terminal() -> None:
    """Which reaches all processes of the terminal, and is the supervisor's to obey."""
    os.kill(os.getpid(), signal.SIGINT)


def fork_server_killed() -> None:
    os.kill(os.getppid(), signal.SIGKILL)


@dataclass
class Clock:
    """A clock that goes on by a second with each look, and after so many looks lets something happen."""

    fate: str | None = None
    looks: int = 0
    after: int = 0

    def __call__(self) -> datetime:
        self.looks += 1
        if self.fate is not None and self.looks == self.after:
            globals()[self.fate]()
        return NOW + timedelta(seconds=self.looks)


@dataclass(frozen=True)
class Noted:
    """Writes down which process crawls a site."""

    folder: Path
    site: str

    def __call__(self) -> None:
        (self.folder / f"{self.site}.pid").write_text(str(os.getpid()))
