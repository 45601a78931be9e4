"""Runs crawls in this process and says how they went."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scrapy.spiderloader import SpiderLoader

from blitar_scraper.archive import Archive, ArchiveError, ArchiveLocked, OtherSite
from blitar_scraper.crawling.clocks import NobodyTells, WrongClock
from blitar_scraper.crawling.configuration import ConfigurationError, user_agent
from blitar_scraper.crawling.discretion import discreet
from blitar_scraper.crawling.frontier import Clock
from blitar_scraper.crawling.health import BUSY, CRASHED, INTERRUPTED, UNHEALTHY, UNREACHABLE, USAGE, Verdict
from blitar_scraper.crawling.lock import SiteBusy
from blitar_scraper.crawling.process import Ended, Start, Watch, Work, project_settings, run
from blitar_scraper.items import Site
from blitar_scraper.spiders.news import NewsSpider
from blitar_scraper.spiders.pace import pace
from blitar_scraper.spiders.systems import base_of


@dataclass(frozen=True, slots=True)
class Options:
    """How to crawl. `delay` in seconds is the shortest pause between two requests to a host; None: the default.

    `warc`: keep what is received in WARC files. `budget`: most requests to a site in a day; None: its own setting.
    `hours`: end a run in order after so many; None: when it is done.
    `patience`: seconds to wait for the archive while others write to it.
    `trust_clock`: a person says that this machine's clock is right, whatever times the archive's runs have.
    `sleep` waits so many seconds where a host asks for a pause; None: asyncio.sleep.
    """

    archive: Path
    full: bool = False
    limit: int | None = None
    since: str | None = None
    delay: float | None = None
    contact: str | None = None
    clock: Clock | None = None
    warc: bool = True
    budget: int | None = None
    hours: float | None = None
    patience: float = 10.0
    trust_clock: bool = False
    sleep: Callable[[float], Awaitable[None]] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """How the crawl of one site went; `run` is its row of `runs` (None where it never began).

    `seconds`: how long its process ran, where it had one of its own.
    """

    site: Site
    verdict: Verdict
    run: dict[str, Any] | None = None
    seconds: float | None = None

    def __post_init__(self) -> None:
        # Here, since whoever makes a result says what went wrong in the words of some exception.
        object.__setattr__(self, "verdict", discreet(self.verdict))


@cache
def shipped_spiders() -> dict[str, type[NewsSpider]]:
    """The spiders of the sites that the program knows by itself, by the site's id."""
    loader = SpiderLoader.from_settings(project_settings())
    found = {}
    for name in sorted(loader.list()):
        spider = loader.load(name)
        if issubclass(spider, NewsSpider):
            found[name] = spider
    return found


def spider_of(site: Site, shipped: Mapping[str, type[NewsSpider]]) -> type[NewsSpider]:
    """The spider for a site: its own, that of its publishing system, or the one that needs to know neither."""
    return shipped.get(site.id) or base_of(site.system)


@dataclass(frozen=True, slots=True)
class Job:
    """One crawl to run: of which site, how, and what to do right before it begins."""

    site: Site
    options: Options
    before: Callable[[], None] | None = None


def crawl(jobs: Sequence[Job], *, at_once: int = 1, watch: Watch | None = None) -> list[Result]:
    """Run crawls in this process, at most `at_once` at a time, begun in order; a result for each, in order.

    `watch` is called with each crawler before it starts, to connect a progress display to its signals. A crawl that
    fails never stops another. Raises ArchiveError where an archive cannot be opened at all. Once a process: an event
    loop cannot be started twice.
    """
    prepare(job.options.archive for job in jobs)
    results = run([crawling(job) for job in jobs], at_once=at_once, watch=watch)
    return [result or stopped(job.site) for job, result in zip(jobs, results, strict=True)]


def prepare(archives: Iterable[Path]) -> None:
    """Make and migrate archives once, so that their faults are said before anything is fetched. Raises ArchiveError."""
    for path in set(archives):
        Archive(path).close()


def stopped(site: Site) -> Result:
    """The result of a crawl that was told to stop before it began."""
    return Result(site, Verdict("interrupted", INTERRUPTED, "stopped; run the same command again to go on"))


def crawling(job: Job) -> Work[Result]:
    """The crawl of one site, as work for `process.run`."""
    if job.before is not None:
        job.before()
    spider = spider_of(job.site, shipped_spiders())
    ended = yield Start(spider, _settings_for(job.site, job.options), {"site": job.site})
    run_id = ended.crawler.stats.get_value("blitar/run_id") if ended.crawler.stats else None
    return Result(job.site, _verdict(job.site, ended), run_row(job.options.archive, run_id))


def _settings_for(site: Site, options: Options) -> dict[str, Any]:
    changes: dict[str, Any] = {
        "BLITAR_ARCHIVE": str(options.archive),
        "BLITAR_MODE": "full" if options.full else "update",
        "BLITAR_LIMIT": options.limit or 0,
        "BLITAR_SINCE": options.since,
        "BLITAR_CLOCK": options.clock,
        "BLITAR_WARC": options.warc,
        "BLITAR_BUDGET": options.budget,
        "BLITAR_HOURS": options.hours,
        "BLITAR_PATIENCE": options.patience,
        "BLITAR_TRUST_CLOCK": options.trust_clock,
        "BLITAR_SLEEP": options.sleep,
        **pace(site, options.delay),
    }
    if options.contact:
        changes["USER_AGENT"] = user_agent(options.contact)
    return changes


def _verdict(site: Site, ended: Ended) -> Verdict:
    if ended.cancelled:
        return Verdict("interrupted", INTERRUPTED, "stopped")
    crawler, error = ended.crawler, ended.error
    if error is not None:
        if isinstance(error, SiteBusy | ArchiveLocked):
            return Verdict("busy", BUSY, str(error))
        if isinstance(error, NobodyTells):
            return Verdict("unreachable", UNREACHABLE, str(error))
        if isinstance(error, WrongClock):
            return Verdict("refused", UNHEALTHY, str(error))
        if isinstance(error, OtherSite | ConfigurationError):
            return Verdict("refused", USAGE, str(error))
        if not isinstance(error, ArchiveError):
            logging.getLogger(__name__).error("crawl of %s crashed", site.id, exc_info=error)
        return Verdict("crashed", CRASHED, str(error))
    status = crawler.stats.get_value("blitar/exit_status") if crawler.stats else None
    if status is None or crawler.stats is None:
        return Verdict("crashed", CRASHED, "the crawl ended without a verdict; see the log")
    return Verdict(str(crawler.stats.get_value("blitar/status")), int(status), crawler.stats.get_value("blitar/reason"))


def run_row(archive: Path, run_id: int | None) -> dict[str, Any] | None:
    """The row of that run; None where there is none."""
    if run_id is None or not archive.exists():
        return None
    with Archive(archive, readonly=True) as opened:
        rows = list(opened.db.query("SELECT * FROM runs WHERE id = ?", [run_id]))
    return dict(rows[0]) if rows else None
