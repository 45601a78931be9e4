"""What many tests only read is made once in a run of the tests, whichever of its processes needs it first."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

_MADE = "made"


def once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The folder of that name that `make(folder)` has filled, in this process of the test runner or in another.

    Nobody may write to it. Where `make` has failed, it is tried anew in another folder by whoever needs it next.
    """
    of_the_run = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        of_the_run = of_the_run.parent  # a process's own folder is within that of the run
    place = of_the_run / f"once-{name}"
    place.mkdir(exist_ok=True)
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = place / _MADE
        if not made.exists():
            attempt = place / str(len(list(place.iterdir())))
            attempt.mkdir()
            make(attempt)
            made.symlink_to(attempt.name)
    return made.resolve()
