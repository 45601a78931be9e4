"""Runs the command in a process of its own: an event loop cannot be started twice."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import CompletedProcess

from tests import forked

ROOT = Path(__file__).parents[2]
# The longest of the commands tested here crawls two small sites in 5 s on two cores.
TIMEOUT = 120
# Python runs it when it starts, before the command, and before the crawls that the command has in processes of theirs.
_WITHOUT_PAUSES = """
from blitar_scraper.crawling.manners import breaker

breaker.backoff = lambda *arguments, **more: 0.0
"""


@contextmanager
def only_demonstration() -> Iterator[None]:
    """No other test process runs `blitar demo` meanwhile: its port, and with it every uid, is the same only then."""
    with (Path(tempfile.gettempdir()) / "blitar-demo-of-tests.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def without_pauses(folder: Path) -> Iterator[None]:
    """Commands that begin meanwhile try a host in trouble again at once, where they would wait for seconds."""
    place = folder / "without-pauses"
    place.mkdir(exist_ok=True)
    (place / "sitecustomize.py").write_text(_WITHOUT_PAUSES)
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(place)
    try:
        yield
    finally:
        del os.environ["PYTHONPATH"]
        if before is not None:
            os.environ["PYTHONPATH"] = before


def blitar(*arguments: object, folder: Path) -> CompletedProcess[str]:
    """`blitar ARGUMENTS` in a folder, with what it printed."""
    return forked.run("tests.command", *arguments, folder=folder, warnings_are_errors=True, timeout=TIMEOUT)
