"""Progress of crawls while they run: a bar with the time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

import contextlib
import logging
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from rich.console import Console
from rich.logging import RichHandler
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from scrapy import signals
from scrapy.crawler import Crawler

from blitar_scraper.archive import ArchiveError
from blitar_scraper.crawling.unbroken import standard_error, unbroken
from blitar_scraper.items import ListingSeen, Sighting
from blitar_scraper.spiders.news import NewsSpider

# Between two plain lines of one site: often enough to see that it lives, seldom enough for a log.
_SECONDS_BETWEEN_LINES = 30.0

# Loggers of Scrapy that report what sites do wrong.
_EXPECTED = ("scrapy.downloadermiddlewares", "scrapy.core.downloader", "scrapy.extensions")

Watch = Callable[[Crawler], None]


@contextlib.contextmanager
def watching(*, verbose: bool = False, quiet: bool = False) -> Iterator[Watch]:
    """A display for crawls; call what it gives with each crawler before it starts. Writes to standard error only."""
    console = Console(file=standard_error())
    with logging_to(console, verbose=verbose):
        if quiet:
            yield lambda crawler: None
        elif console.is_terminal:
            columns = (
                TextColumn("{task.description}"),
                BarColumn(bar_width=24),
                MofNCompleteColumn(),
                TextColumn("{task.fields[what]}"),
                TimeRemainingColumn(),
                TextColumn("left"),
            )
            with Progress(*columns, console=console, transient=True) as progress:
                yield lambda crawler: _Bar(progress, crawler).connect()
        else:
            yield lambda crawler: _Lines(crawler).connect()


@contextlib.contextmanager
def logging_to(console: Console, *, verbose: bool) -> Iterator[None]:
    """Warnings and worse, or all of Scrapy's log, above the bar."""
    root = logging.getLogger()
    handler: logging.Handler
    if verbose or not console.is_terminal:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    else:
        handler = RichHandler(console=console, show_path=False, show_time=False)
    handler.setLevel(logging.INFO if verbose else logging.ERROR)
    if not verbose:
        handler.addFilter(is_shown)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)


def is_shown(record: logging.LogRecord) -> bool:
    """Whether a person sees an error who has not asked for Scrapy's log: those of the program, always.

    A site that does not answer is said in one line at the end. So is why the archive could not be written: Scrapy would
    print it with every item.
    """
    of_the_archive = record.exc_info is not None and isinstance(record.exc_info[1], ArchiveError)
    return not of_the_archive and not record.name.startswith(_EXPECTED)


def count(crawler: Crawler, name: str) -> int:
    """How many articles a crawl has had so far that were `new`, `edited` and so on."""
    return int(crawler.stats.get_value(f"blitar/{name}", 0)) if crawler.stats else 0


class _Display:
    """What both displays count: articles asked for, answers, listing pages."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.done = 0
        self.listings = 0

    def connect(self) -> None:
        # Strong references: Scrapy's signals keep only weak ones.
        self.crawler.signals.connect(self.scraped, signals.item_scraped, weak=False)
        self.crawler.signals.connect(self.closed, signals.spider_closed, weak=False)

    def scraped(self, item: Sighting, spider: NewsSpider) -> None:
        if isinstance(item, ListingSeen):
            self.listings += 1
        else:
            self.done += 1
        self.show(spider)

    def show(self, spider: NewsSpider) -> None:
        raise NotImplementedError

    def closed(self, spider: NewsSpider) -> None:
        raise NotImplementedError

    @property
    def what(self) -> str:
        pages = f"{self.listings} listing page{'' if self.listings == 1 else 's'}"
        return f"{pages}, {count(self.crawler, 'new')} new, {count(self.crawler, 'edited')} edited"


class _Bar(_Display):
    def __init__(self, progress: Progress, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.progress = progress
        self.task: TaskID | None = None

    def show(self, spider: NewsSpider) -> None:
        values: dict[str, Any] = {
            "completed": self.done,
            "total": max(spider.expected_articles, self.done),
            "what": self.what,
        }
        if self.task is None:
            self.task = self.progress.add_task(spider.site.name, **values)
        else:
            self.progress.update(self.task, **values)

    def closed(self, spider: NewsSpider) -> None:
        if self.task is not None:
            self.progress.update(self.task, visible=False)


class _Lines(_Display):
    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.last = time.monotonic()

    def show(self, spider: NewsSpider) -> None:
        if time.monotonic() - self.last >= _SECONDS_BETWEEN_LINES:
            self.last = time.monotonic()
            line = f"{spider.site.name}: {self.done} of about {spider.expected_articles} articles, {self.what}"
            with unbroken():
                print(line, file=sys.stderr or None)

    def closed(self, spider: NewsSpider) -> None:
        return None
