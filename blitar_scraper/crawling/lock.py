"""One run a site at a time: a lock of the kernel's, freed when the process dies, however it dies."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable
from pathlib import Path

# `is_held` has the lock for microseconds, which is no run: tried again until long after, also on a busy machine.
_TRIES, _PAUSE = 10, 0.01  # seconds


class SiteBusy(Exception):
    """Another run holds the site; the message is one line for the user."""


class SiteLock:
    """Holds a site of an archive. The lock file beside the archive stays: removing it would race with others."""

    def __init__(self, archive: Path, site_id: str, *, sleep: Callable[[float], object] = time.sleep) -> None:
        folder = archive.parent / f".{archive.name}.locks"
        folder.mkdir(parents=True, exist_ok=True)
        self._descriptor = os.open(folder / f"{site_id}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        for _ in range(_TRIES):
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                sleep(_PAUSE)
            else:
                return
        os.close(self._descriptor)
        raise SiteBusy(f"another run is crawling {site_id} into {archive}")

    @staticmethod
    def is_held(archive: Path, site_id: str) -> bool:
        """Whether a run holds the site at this moment. Makes no file.

        The kernel tells nobody who holds such a lock but by trying to take it, which this does for an instant.
        """
        try:
            descriptor = os.open(archive.parent / f".{archive.name}.locks" / f"{site_id}.lock", os.O_RDONLY)
        except OSError:
            return False  # nobody has ever crawled it into this archive, or nobody may
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return True
        finally:
            os.close(descriptor)
        return False

    def release(self) -> None:
        os.close(self._descriptor)
