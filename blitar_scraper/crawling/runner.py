"""Runs crawls in this process and says how they went."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

from blitar_scraper.archive import Archive, ArchiveError, ArchiveLocked
from blitar_scraper.crawling.frontier import Clock
from blitar_scraper.crawling.health import BUSY, CRASHED, INTERRUPTED, Verdict
from blitar_scraper.crawling.lock import SiteBusy
from blitar_scraper.items import Site
from blitar_scraper.spiders.news import NewsSpider

LOOPBACK = ("localhost", "127.", "[::1]", "::1")
# Requests have this share of jitter below the mean, so that the shortest pause is the delay asked for.
_JITTER = 0.2


@dataclass(frozen=True, slots=True)
class Options:
    """How to crawl. `delay` in seconds is the shortest pause between two requests to a host; None: the default."""

    archive: Path
    full: bool = False
    limit: int | None = None
    since: str | None = None
    delay: float | None = None
    contact: str | None = None
    clock: Clock | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """How the crawl of one site went; `run` is its row of `runs` (None where it never began)."""

    site: Site
    verdict: Verdict
    run: dict[str, Any] | None = None


def shipped_spiders() -> dict[str, type[NewsSpider]]:
    """The spiders of the sites that the program knows by itself, by the site's id."""
    loader = SpiderLoader.from_settings(_settings())
    found = {}
    for name in sorted(loader.list()):
        spider = loader.load(name)
        if issubclass(spider, NewsSpider):
            found[name] = spider
    return found


def is_loopback(url: str) -> bool:
    host = str(urlsplit(url).hostname or "")
    return host.startswith(LOOPBACK)


def crawl(sites: Sequence[Site], options: Options, watch: Callable[[Crawler], None] | None = None) -> list[Result]:
    """Crawl sites one after the other's start, in one process; a result for each, in order.

    `watch` is called with each crawler before it starts, to connect a progress display to its signals.
    Raises ArchiveError where the archive cannot be opened at all.
    """
    Archive(options.archive).close()  # made and migrated once, and its faults said before anything is fetched
    known = shipped_spiders()
    process = AsyncCrawlerProcess(_settings(), install_root_handler=False)
    crawlers: list[tuple[Site, Crawler]] = []
    errors: dict[str, Verdict] = {}
    for site in sites:
        spider = known.get(site.id, NewsSpider)
        crawler = process.create_crawler(spider)
        crawler.settings.setdict(_settings_for(site, options), priority="cmdline")
        if watch is not None:
            watch(crawler)
        crawlers.append((site, crawler))
        task = process.crawl(crawler, site=site)
        task.add_done_callback(lambda done, site=site: _keep_error(done, site, errors))
    process.start()
    return [Result(site, _verdict(site, crawler, errors), _run(options.archive, crawler)) for site, crawler in crawlers]


def _settings() -> Settings:
    settings = Settings()
    settings.setmodule("blitar_scraper.settings", priority="project")
    return settings


def _settings_for(site: Site, options: Options) -> dict[str, Any]:
    from blitar_scraper.crawling.configuration import user_agent

    delay = options.delay
    if delay is None:
        delay = 0.0 if is_loopback(site.home_url) else float(site.settings.get("delay", 1.0))
    changes: dict[str, Any] = {
        "BLITAR_ARCHIVE": str(options.archive),
        "BLITAR_MODE": "full" if options.full else "update",
        "BLITAR_LIMIT": options.limit or 0,
        "BLITAR_SINCE": options.since,
        "BLITAR_CLOCK": options.clock,
        "DOWNLOAD_DELAY": delay / (1 - _JITTER),
        "DOWNLOAD_DELAY_JITTER": _JITTER,
        "DOWNLOAD_VERIFY_CERTIFICATES": bool(site.settings.get("verify_certificates", False)),
    }
    if options.contact:
        changes["USER_AGENT"] = user_agent(options.contact)
    return changes


def _keep_error(task: Any, site: Site, errors: dict[str, Verdict]) -> None:
    if task.cancelled():
        errors[site.id] = Verdict("interrupted", INTERRUPTED, "stopped")
    elif (error := task.exception()) is not None:
        busy = isinstance(error, SiteBusy | ArchiveLocked)
        expected = busy or isinstance(error, ArchiveError)
        if not expected:
            logging.getLogger(__name__).error("crawl of %s crashed", site.id, exc_info=error)
        errors[site.id] = Verdict("crashed", BUSY if busy else CRASHED, str(error))


def _verdict(site: Site, crawler: Crawler, errors: dict[str, Verdict]) -> Verdict:
    if site.id in errors:
        return errors[site.id]
    stats = crawler.stats.get_stats() if crawler.stats else {}
    status = stats.get("blitar/exit_status")
    if status is None:
        return Verdict("crashed", CRASHED, "the crawl ended without a verdict; see the log")
    return Verdict(str(stats.get("blitar/status")), int(status), stats.get("blitar/reason"))


def _run(path: Path, crawler: Crawler) -> dict[str, Any] | None:
    run_id = crawler.stats.get_value("blitar/run_id") if crawler.stats else None
    if run_id is None or not os.path.exists(path):
        return None
    with Archive(path, readonly=True) as archive:
        rows = list(archive.db.query("SELECT * FROM runs WHERE id = ?", [run_id]))
    return dict(rows[0]) if rows else None
