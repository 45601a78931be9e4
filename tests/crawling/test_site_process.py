"""What the process of one site says: never a reason to fail, never a secret."""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from collections.abc import Iterator
from multiprocessing import Pipe
from pathlib import Path

import pytest

from blitar_scraper.crawling.health import CRASHED, Finding, Verdict
from blitar_scraper.crawling.many.site_process import _Handler, _Telling
from blitar_scraper.crawling.runner import Job, Options, Result
from blitar_scraper.items import Site

SITE = Site("x.go.id", "X", "http://x.go.id/")


@pytest.fixture
def job(tmp_path: Path) -> Iterator[Job]:
    yield Job(SITE, Options(tmp_path / "archive.db"))
    signal.alarm(0)  # what a process that was left alone has set for its end


def record(message: str, *values: object) -> logging.LogRecord:
    return logging.LogRecord("x", logging.ERROR, "x.py", 1, message, values, None)


def test_a_line_of_the_log_that_cannot_be_made_is_reported_and_ends_nothing(
    job: Job, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, its = Pipe()
    with mine, its:
        _Handler(_Telling(job, its)).emit(record("%d articles", "many"))
    assert "Logging error" in capsys.readouterr().err


def test_what_is_logged_before_the_event_loop_began_may_find_no_supervisor(job: Job) -> None:
    mine, its = Pipe()
    mine.close()
    with its:
        telling = _Telling(job, its)
        _Handler(telling).emit(record("a fault"))
    assert telling.alone and telling.stopping


def test_a_thread_that_finds_no_supervisor_leaves_the_event_loop_to_itself(job: Job) -> None:
    mine, its = Pipe()
    telling = _Telling(job, its)
    threads: list[int] = []

    class Loop(asyncio.SelectorEventLoop):
        def remove_reader(self, fd: object) -> bool:
            threads.append(threading.get_ident())
            return super().remove_reader(fd)  # type: ignore[arg-type]

    async def crawl() -> None:
        telling.loop = asyncio.get_running_loop()
        telling.loop.add_reader(its.fileno(), lambda: None)
        mine.close()
        await asyncio.to_thread(_Handler(telling).emit, record("a fault"))
        await asyncio.sleep(0)

    with its, asyncio.Runner(loop_factory=Loop) as runner:
        runner.run(crawl())
    assert telling.alone and threads[:1] == [threading.get_ident()]


def test_no_result_tells_a_secret_that_an_exception_holds() -> None:
    said = "ValueError: http://keeper:rahasia99@x.go.id/?token=abc123secret"
    result = Result(SITE, Verdict("crashed", CRASHED, said, findings=(Finding("errors", said, CRASHED),)))
    assert "rahasia99" not in repr(result) and "abc123secret" not in repr(result)
    assert (result.verdict.reason or "").startswith("ValueError: http://***@x.go.id/")
