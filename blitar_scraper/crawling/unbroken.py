"""Output whose reader has gone (`| head`, a closed terminal, a log that is full): no crawl ends or fails by that."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO


@contextmanager
def unbroken(error: type[OSError] = OSError) -> Iterator[None]:
    """What is said within ends where nobody can be told any more; what comes after goes on."""
    try:
        yield
    except error:
        silence()


def silence() -> None:
    """Let all that is still to be said go nowhere, where its reader has gone: Python says it when the process ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):  # no file of the system's
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)


class Unbroken:
    """Standard error for a display (rich), which would end the program where it cannot be written."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream  # None where the process was started with it closed

    def write(self, text: str) -> int:
        if self._stream is not None:
            with unbroken():
                self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        if self._stream is not None:
            with unbroken():
                self._stream.flush()

    def isatty(self) -> bool:
        return self._stream is not None and self._stream.isatty()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def standard_error() -> Any:
    """Standard error of this moment, as a file for a display."""
    return Unbroken(sys.stderr)
