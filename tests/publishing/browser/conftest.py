"""The demonstration's archive, served on loopback as a person serves it, and a browser in front of it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from blitar_scraper.archive import Archive
from tests.cli.demonstration import demonstration as copy_of_demonstration
from tests.cli.running import blitar
from tests.publishing.browser.looking import chromium, started
from tests.publishing.test_hostile_content import EVIL, LINK, fill

ROOT = Path(__file__).parents[3]
# Seconds; Datasette is there after two on two busy cores.
STARTING = 60


@dataclass(frozen=True)
class Site:
    """Where an archive is served, and the archive's file."""

    base: str
    archive: Path

    def one(self, sql: str) -> str:
        """The first value that the query finds in the archive."""
        with Archive(self.archive, readonly=True) as archive:
            (value,) = archive.db.execute(sql).fetchone()
        return str(value)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def serving(archive: Path, *options: str) -> Iterator[str]:
    """`blitar serve` on a free port; its address."""
    port = free_port()
    code = "from blitar_scraper.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", "--archive", str(archive), "--port", str(port), *options]
    with running(command, port, archive.with_suffix(".served.log")) as base:
        yield base


@contextmanager
def released(folder: Path) -> Iterator[str]:
    """The present release of the folder, served by Datasette as `blitar publish` says; its address."""
    port = free_port()
    command = [sys.executable, "-m", "datasette", "serve", str((folder / "current").resolve()), "--port", str(port)]
    with running(command, port, folder / "served.log") as base:
        yield base


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[str]:
    """The server of that command, from its first answer on; its address."""
    with log.open("w") as written:
        process = subprocess.Popen(command, cwd=ROOT, stdout=written, stderr=written, start_new_session=True)
    try:
        wait_for(f"http://127.0.0.1:{port}/", process, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=STARTING)


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + STARTING
    while True:
        assert process.poll() is None and time.monotonic() < end, log.read_text()
        try:
            urllib.request.urlopen(address, timeout=STARTING).close()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)  # a pause in watching another process, not a wait for time to pass


@pytest.fixture(scope="session")
def thread() -> Iterator[ThreadPoolExecutor]:
    """Where all that drives the browser runs: Playwright leaves a running event loop in its thread, and a browser
    belongs to the thread that started it. In the main thread it would break the tests that run a loop of their own."""
    with ThreadPoolExecutor(1, "browser") as one:
        yield one


@pytest.fixture(scope="session")
def browser(thread: ThreadPoolExecutor) -> Iterator[Browser]:
    """One browser for all tests; each has a window with cookies, cache and storage of its own (`looking`)."""
    if chromium() is None:
        if os.environ.get("BLITAR_TEST_BROWSER") == "required":
            pytest.fail("Debian's package chromium is missing")
        pytest.skip("Debian's package chromium is not installed")
    running = started()
    yield thread.submit(running.__enter__).result()
    thread.submit(running.__exit__, None, None, None).result()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool:
    """Runs each test of this folder in the browser's thread."""
    thread: ThreadPoolExecutor = pyfuncitem._request.getfixturevalue("thread")
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    thread.submit(pyfuncitem.obj, **arguments).result()
    return True


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    copy_of_demonstration(tmp_path_factory, folder)
    return folder / "demo.db"


@pytest.fixture(scope="session")
def english(demonstration: Path) -> Iterator[Site]:
    with serving(demonstration, "--language", "en") as base:
        yield Site(base, demonstration)


@pytest.fixture(scope="session")
def indonesian(demonstration: Path) -> Iterator[Site]:
    with serving(demonstration, "--language", "id") as base:
        yield Site(base, demonstration)


@pytest.fixture(scope="session")
def release(demonstration: Path) -> Iterator[Site]:
    folder = demonstration.with_name("public")
    done = blitar(
        "publish", folder, "--archive", demonstration, "--base-url", "https://berita.example.org", folder=ROOT
    )
    assert done.returncode == 0, done.stderr
    with released(folder) as base:
        yield Site(base, demonstration)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    archive = fill(tmp_path_factory.mktemp("hostile") / "arsip.db", EVIL, LINK)
    with serving(archive) as base:
        yield Site(base, archive)
