"""Whether the live archive can be read while a crawl writes to it: 500 requests to `blitar serve`, none may fail.

    python benchmarks/live.py [REQUESTS]

A process writes to the archive as a crawl does, without a pause. Exits with 1 where a request failed.
"""

from __future__ import annotations

import http.client
import random
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.archives.generating import generate  # noqa: E402
from benchmarks.serving import kinds, wait_for  # noqa: E402

ARTICLES = 2_000


@dataclass(frozen=True)
class Outcome:
    """`failed`: addresses with what came instead; `written`: articles stored meanwhile; `slowest`: in seconds."""

    requests: int
    failed: list[str]
    written: int
    slowest: float


def main() -> int:
    requests = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "arsip.db"
        generate(archive, ARTICLES, sentences=500, stems=True)
        outcome = read_while_written(archive, requests)
    print(f"{requests} requests, {outcome.written} articles written meanwhile, slowest {outcome.slowest:.1f} s")
    for failure in outcome.failed:
        print(f"  failed: {failure}")
    print(f"{len(outcome.failed)} failed")
    return 1 if outcome.failed else 0


def read_while_written(archive: Path, requests: int) -> Outcome:
    """Ask for pages of all kinds while another process writes to the archive."""
    before = _articles(archive)
    with ExitStack() as running:
        running.enter_context(_running(sys.executable, "-m", "benchmarks.archives.writing", str(archive)))
        while _articles(archive) == before:
            time.sleep(0.05)
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        serve = (str(Path(sys.executable).with_name("blitar")), "serve", "--archive", str(archive), "--port", str(port))
        wait_for(port, running.enter_context(_running(*serve)))
        addresses = _addresses(archive, requests)
        started = _articles(archive)
        answers = [(address, *_answer(port, address)) for address in addresses]
        written = _articles(archive) - started
    failed = [f"{address}: {said}" for address, said, _ in answers if said]
    return Outcome(len(answers), failed, written, max(took for *_, took in answers))


@contextmanager
def _running(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process, ended at the end; a RuntimeError where it ended before."""
    process = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        yield process
        if process.poll() is not None:
            raise RuntimeError(f"{' '.join(arguments)} ended: {process.communicate()[1].decode()[-500:]}")
    finally:
        process.terminate()
        process.communicate()


def _addresses(archive: Path, requests: int) -> list[str]:
    """Pages of all kinds in turn, with other arguments each time."""
    asked = [kind.addresses for kind in kinds(archive, immutable=False) if kind.addresses]
    chance = random.Random(3)
    return [chance.choice(asked[number % len(asked)]) for number in range(requests)]


def _answer(port: int, address: str) -> tuple[str, float]:
    """What was wrong with the answer, empty for nothing; and the seconds that it took."""
    began = time.monotonic()
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        try:
            connection.request("GET", address)
            response = connection.getresponse()
            body = response.read()
        except (OSError, http.client.HTTPException) as error:
            return repr(error), time.monotonic() - began
    said = "" if response.status == 200 else f"{response.status} {body[:200]!r}"
    return said, time.monotonic() - began


def _articles(archive: Path) -> int:
    with closing(sqlite3.connect(f"{archive.as_uri()}?mode=ro", uri=True, timeout=30)) as connection:
        (number,) = connection.execute("SELECT COUNT(*) FROM articles").fetchone()
        return int(number)


if __name__ == "__main__":
    sys.exit(main())
