"""The demonstration that many tests look at: `blitar demo` takes seconds, and they only read what it leaves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.running import blitar, only_demonstration
from tests.once import once


def demonstration(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> str:
    """Let the folder be as `blitar demo --archive demo.db` leaves it, once a run of the tests; what that printed."""
    made = once(tmp_path_factory, "demonstration", _make)
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return (folder / "printed").read_text(encoding="utf-8")


def _make(folder: Path) -> None:
    with only_demonstration():
        done = blitar("demo", "--archive", "demo.db", folder=folder)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    (folder / "printed").write_text(done.stdout, encoding="utf-8")
