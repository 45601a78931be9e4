"""A collection of what two sites sent, and pywb that replays it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.systems.pywb.environment import program

SWITCH = "BLITAR_TEST_PYWB"
HERE = Path(__file__).parent
COLLECTION = "berita"
# Measured: 2 s until it answers.
PATIENCE = 60


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get(SWITCH):
        return
    skip = pytest.mark.skip(reason=f"installs and starts a server: make test-pywb, or {SWITCH}=1")
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(skip)


@contextmanager
def replaying(folder: Path, files: list[Path]) -> Iterator[str]:
    """pywb with a collection of the files; the address before timestamp and URL."""
    manager = [program("wb-manager")]
    subprocess.run([*manager, "init", COLLECTION], cwd=folder, check=True, capture_output=True)
    subprocess.run([*manager, "add", COLLECTION, *files], cwd=folder, check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (folder / "wayback.log").open("w") as log:
        command = [program("wayback"), "--bind", "127.0.0.1", "--port", str(port)]
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        base = f"http://127.0.0.1:{port}/{COLLECTION}/"
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with urlopen(base):
                    break
            except URLError:
                assert process.poll() is None and time.monotonic() < deadline, (folder / "wayback.log").read_text()
                time.sleep(0.1)
        yield base
    finally:
        process.terminate()
        process.wait()
