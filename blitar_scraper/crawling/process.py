"""Runs spiders in this process: Scrapy's engine is started once, and a process can do so only once.

What is to be done is a generator: it yields a `Start` for each spider to run, is sent an `Ended` when that spider is
done, and returns its result. So one piece of work can probe a site, add it, and crawl it, and several run side by side.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

Watch = Callable[[Crawler], None]


@dataclass(frozen=True, slots=True)
class Start:
    """A spider to run: its class, the settings that differ from the project's, and what its `__init__` is given."""

    spider: type[Spider]
    settings: Mapping[str, Any] = field(default_factory=dict)
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ended:
    """A spider that is done. `error` is what stopped it before or in its run.

    `cancelled`: it never came to its end; `stopped`: the process was told to stop (Ctrl-C), and it ended in order.
    """

    crawler: Crawler
    error: BaseException | None = None
    cancelled: bool = False
    stopped: bool = False


T = TypeVar("T")
Work = Generator[Start, Ended, T]


def project_settings() -> Settings:
    """Scrapy's settings for all of the project's spiders."""
    settings = Settings()
    settings.setmodule("blitar_scraper.settings", priority="project")
    return settings


def run(
    works: Sequence[Work[T]], *, at_once: int = 1, watch: Watch | None = None, obeys_signals: bool = True
) -> list[T | None]:
    """Do all works, at most `at_once` at a time, begun in order; the result of each, in order.

    None stands for one that did not end because the process was told to stop (Ctrl-C). `watch` is called with each
    crawler before it starts. Raises what a work raises, when all others are done. Once a process. Without
    `obeys_signals`, what a signal does is left as it is.
    """
    process: AsyncCrawlerProcess | None = None  # made for the first spider: work may need none
    waiting = list(enumerate(works))
    results: dict[int, T] = {}
    errors: list[BaseException] = []
    stopping = False

    def begin() -> None:
        """Take works from the queue until one of them has a spider to run."""
        while waiting and not stopping:
            if go_on(*waiting.pop(0), None):
                return

    def go_on(place: int, work: Work[T], ended: Ended | None) -> bool:
        """Take one work to its next spider; whether there was one."""
        nonlocal process
        try:
            start = next(work) if ended is None else work.send(ended)
        except StopIteration as done:
            results[place] = done.value
            return False
        except Exception as error:
            errors.append(error)
            return False
        if stopping:
            return False
        if process is None:
            settings = project_settings()
            settings.set("LOG_INSTALL_ROOT_HANDLER", False, priority="cmdline")  # the display decides what is shown
            process = AsyncCrawlerProcess(settings)
        crawler = process.create_crawler(start.spider)
        crawler.settings.setdict(dict(start.settings), priority="cmdline")
        if watch is not None:
            watch(crawler)
        task = process.crawl(crawler, **start.arguments)
        # Called as soon as the task is done, before the process looks whether anything is left to wait for.
        task.add_done_callback(lambda task: spider_ended(place, work, crawler, task))
        return True

    def spider_ended(place: int, work: Work[T], crawler: Crawler, task: asyncio.Task[None]) -> None:
        nonlocal stopping
        cancelled = task.cancelled()
        stopped = crawler.stats is not None and crawler.stats.get_value("finish_reason") == "shutdown"
        stopping = stopping or cancelled or stopped
        if not go_on(place, work, Ended(crawler, None if cancelled else task.exception(), cancelled, stopped)):
            begin()

    for _ in range(max(at_once, 1)):
        begin()
    if process is not None:
        process.start(install_signal_handlers=obeys_signals)
    for work in works:
        work.close()
    if errors:
        raise errors[0]
    return [results.get(place) for place in range(len(works))]
