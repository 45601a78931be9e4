"""The crawl of one site in a process of its own: what runs there, and what it tells its supervisor."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler

from blitar_scraper.crawling.health import CRASHED, Verdict
from blitar_scraper.crawling.many.messages import STOP, Alive, Logged
from blitar_scraper.crawling.process import run
from blitar_scraper.crawling.progress import count, is_shown
from blitar_scraper.crawling.runner import Job, Result, crawling, stopped
from blitar_scraper.crawling.secrets import hush
from blitar_scraper.items import ListingSeen, Sighting
from blitar_scraper.spiders.news import NewsSpider

# Seconds between two signs of life: a person who looks at the bar sees it move.
_EVERY = 1.0
# Where the supervisor has died nobody ends a crawl that hangs: the kernel does, in seconds. What is under way ends
# within the longest wait for an answer, and what is left of the time is for the archive.
_LONGEST_ALONE = 300


def crawl_alone(job: Job, line: Connection, *, verbose: bool) -> None:
    """Crawl the site and send the Result, with signs of life before. Runs in a fresh fork of the program."""
    telling = _Telling(job, line)
    for number in (signal.SIGINT, signal.SIGHUP):  # of the terminal: they reach the supervisor, too
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, telling.told_to_stop)
    _log_through(telling, verbose=verbose)
    try:
        (result,) = run([crawling(job)], watch=telling.watch, obeys_signals=False)
        telling.send(telling.seen())  # since the last sign, a second ago, it has read its last articles
        result = result or stopped(job.site)
    except BaseException as error:
        logging.getLogger(__name__).exception("crawl of %s crashed", job.site.id)
        result = Result(job.site, Verdict("crashed", CRASHED, f"{type(error).__name__}: {error}"))
    telling.send(result)


@dataclass
class _Telling:
    """The child's end of the pipe. Once nobody reads it any more, or it says so, the crawl ends in order."""

    job: Job
    line: Connection
    stopping: bool = False
    alone: bool = False
    done: int = 0
    begun: Crawler | None = None
    loop: asyncio.AbstractEventLoop | None = None  # there is none before the first request, and what is logged may fail
    _lock: Lock = field(default_factory=Lock)  # log records may come from Twisted's threads
    _ending: asyncio.Future[None] | None = None

    def send(self, message: Any) -> None:
        if self.alone:
            return
        try:
            with self._lock:
                self.line.send(message)
        except OSError:
            self._left_alone()

    def told_to_stop(self, *_: Any) -> None:
        self.stopping = True

    def watch(self, crawler: Crawler) -> None:
        crawler.signals.connect(lambda: self._begun(crawler), signals.engine_started, weak=False)
        crawler.signals.connect(self._scraped, signals.item_scraped, weak=False)
        self.loop = asyncio.get_event_loop()
        self.loop.add_reader(self.line.fileno(), self._listen)
        self.loop.call_soon(self._live)

    def _begun(self, crawler: Crawler) -> None:
        self.begun = crawler  # before it, a crawler has neither engine nor stats

    def _scraped(self, item: Sighting) -> None:
        self.done += not isinstance(item, ListingSeen)

    def _live(self) -> None:
        """Say that the event loop runs, and come again."""
        asyncio.get_running_loop().call_later(_EVERY, self._live)
        self.send(self.seen())
        self._end_if_told()

    def _end_if_told(self) -> None:
        if self.stopping and self._ending is None and self.begun is not None:
            self._ending = asyncio.ensure_future(self.begun.stop_async())

    def seen(self) -> Alive:
        """How far the crawl is."""
        crawler = self.begun
        if crawler is None:
            return Alive()
        expected = crawler.spider.expected_articles if isinstance(crawler.spider, NewsSpider) else 0
        new, edited = (count(crawler, name) for name in ("new", "edited"))
        return Alive(self.done, max(expected, self.done), new, edited)

    def _listen(self) -> None:
        """There is an order in the pipe, or its end."""
        try:
            self.stopping |= self.line.recv() == STOP
        except (OSError, EOFError):
            self._left_alone()
        self._end_if_told()

    def _left_alone(self) -> None:
        if not self.alone:
            self.alone = self.stopping = True
            signal.alarm(_LONGEST_ALONE)
            if self.loop is not None:
                with suppress(RuntimeError):  # the loop has ended
                    self.loop.call_soon_threadsafe(self.loop.remove_reader, self.line.fileno())


def _log_through(telling: _Telling, *, verbose: bool) -> None:
    """Send what is logged to the supervisor, each line with the site's id: it has the terminal."""
    handler = _Handler(telling)
    handler.setLevel(logging.INFO if verbose else logging.ERROR)
    handler.setFormatter(logging.Formatter(f"%(asctime)s %(levelname)s [{telling.job.site.id}] %(message)s"))
    if not verbose:
        handler.addFilter(is_shown)
    logging.getLogger().handlers[:] = [handler]
    hush()


class _Handler(logging.Handler):
    def __init__(self, telling: _Telling) -> None:
        super().__init__()
        self.telling = telling

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self.telling.send(Logged(self.format(record), record.levelno))
        except Exception:
            self.handleError(record)
