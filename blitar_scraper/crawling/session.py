"""The frame of a run: lock, run record, the frontier that the spider is handed, and the verdict at the end.

A Scrapy extension, so that `scrapy crawl SITE` and `blitar crawl SITE` do the same thing.
"""

from __future__ import annotations

import asyncio
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from twisted.python.failure import Failure

from blitar_scraper import __version__
from blitar_scraper.archive import Archive, ArchiveError, ArchiveLocked
from blitar_scraper.archive.captures import check_folder
from blitar_scraper.archive.values import iso
from blitar_scraper.crawling.answers.capture import Capturing
from blitar_scraper.crawling.clocks import clock_of_run, date_of_site
from blitar_scraper.crawling.configuration import ConfigurationError
from blitar_scraper.crawling.discretion import discreet
from blitar_scraper.crawling.frontier import ArchiveFrontier, Clock, system_clock
from blitar_scraper.crawling.health import CRASHED, Verdict
from blitar_scraper.crawling.health.assertions import expected
from blitar_scraper.crawling.health.facts import Case, RunFacts
from blitar_scraper.crawling.health.judging import judge
from blitar_scraper.crawling.health.layouts import Layouts
from blitar_scraper.crawling.lock import SiteLock
from blitar_scraper.crawling.manners.budget import DAILY_REQUESTS, DailyBudget
from blitar_scraper.crawling.monitoring import judged, load
from blitar_scraper.crawling.run_facts import facts_of, finding_rows, problems_of, source_rows
from blitar_scraper.crawling.secrets import hidden
from blitar_scraper.spiders.news import NewsSpider


class Session:
    """One run of one site, from lock to verdict.

    Raises SiteBusy, WrongClock, an ArchiveError or a ConfigurationError before anything is fetched.
    """

    def __init__(self, crawler: Crawler, spider: NewsSpider) -> None:
        settings = crawler.settings
        self.crawler, self.spider = crawler, spider
        self.monitors = load(crawler)
        site, mode, path = spider.site, settings["BLITAR_MODE"], Path(settings["BLITAR_ARCHIVE"])
        try:
            since = date.fromisoformat(said) if (said := settings.get("BLITAR_SINCE")) else None
            limit = settings.getint("BLITAR_LIMIT") or None
            most = self._most_requests()
            self.expected = expected(site.settings.get("expect"))
        except (ValueError, TypeError) as error:
            raise ConfigurationError(f"settings of {site.id}: {error}") from None
        self.lock = SiteLock(path, site.id)
        with ExitStack() as held:  # where the run cannot begin, nothing stays behind
            held.callback(self.lock.release)
            self.archive = Archive(path, timeout=settings.getfloat("BLITAR_PATIENCE"))
            held.callback(self.archive.close)
            self.clock = self._agreed_clock(settings.get("BLITAR_CLOCK") or system_clock)
            self.archive.put_site(site, at=self.clock())
            if settings.getbool("BLITAR_WARC"):
                check_folder(path, site.id)
            self.archive.recover_captures(site.id)
            self.run_id = self.archive.start_run(site.id, mode, at=self.clock(), program_version=__version__)
            held.push(self._not_begun)
            self.budget = self._daily_budget(most) if mode != "full" else None  # which is a person's order
            spider.frontier = self.frontier = ArchiveFrontier(
                self.archive, site, self.clock, mode=mode, limit=limit, since=since, budget=self.budget
            )
            self.captures: Capturing | None = None
            if settings.getbool("BLITAR_WARC"):
                self.captures = Capturing(crawler, self.archive, site, self.run_id, self.clock, self.give_up)
            held.pop_all()
        assert crawler.stats is not None
        crawler.stats.set_value("blitar/run_id", self.run_id)
        self.layouts = Layouts(crawler)
        self.crashes = 0
        self.archive_error: ArchiveError | None = None
        crawler.signals.connect(self.closed, signals.spider_closed)
        crawler.signals.connect(self.crashed, signals.spider_error)
        crawler.signals.connect(self.crashed, signals.item_error)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not isinstance(crawler.spider, NewsSpider):
            raise NotConfigured("only for the project's own spiders")
        return cls(crawler, crawler.spider)

    def _not_begun(self, kind: object, error: BaseException | None, at: object) -> None:
        """Close the row of a run that ends by an error before its first request."""
        with suppress(ArchiveError):
            why = {"reason": hidden(f"{type(error).__name__}: {error}")}
            self.archive.finish_run(self.run_id, at=self.clock(), status="crashed", exit_status=CRASHED, stats=why)

    def _agreed_clock(self, clock: Clock) -> Clock:
        """The clock that the run goes by. Raises WrongClock where it cannot be right."""
        settings, site = self.crawler.settings, self.spider.site
        pause = settings.getfloat("DOWNLOAD_DELAY")
        trusted = settings.getbool("BLITAR_TRUST_CLOCK")
        ask = partial(date_of_site, site, settings["USER_AGENT"], pause=pause)
        return clock_of_run(self.archive, site, clock, ask, trusted=trusted)

    def _most_requests(self) -> int:
        """Requests in a day, by the command line or `blitar.toml`, else the site's own setting, else the default."""
        asked = self.crawler.settings.get("BLITAR_BUDGET")
        return int(self.spider.site.settings.get("daily_requests", DAILY_REQUESTS) if asked is None else asked)

    def _daily_budget(self, most: int) -> DailyBudget:
        spent = self.archive.requests_of_day(self.run_id, self.spider.site.id, self.clock())
        return DailyBudget(most, spent, self._requests)

    def _requests(self) -> int:
        return int(self.crawler.stats.get_value("downloader/request_count", 0)) if self.crawler.stats else 0

    def crashed(self, failure: Failure) -> None:
        """An exception in the spider or in a pipeline: Scrapy logs it and goes on, and would exit with 0.

        Where the archive cannot be written (held by another program, full disk), going on would only burden the site:
        what was not stored stays due.
        """
        if isinstance(failure.value, ArchiveError):
            self.give_up(failure.value)
        else:
            self.crashes += 1

    def give_up(self, error: ArchiveError) -> None:
        """End the run in order: nothing can be stored any more."""
        if self.archive_error is None and self.crawler.engine is not None:
            self.archive_error = error
            # Kept by name: the event loop itself holds only a weak reference to a task.
            self.closing = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason="archive"))

    def closed(self, spider: NewsSpider, reason: str) -> None:
        stats: dict[str, Any] = self.crawler.stats.get_stats() if self.crawler.stats else {}
        run = facts_of(
            spider,
            stats,
            at=self.clock(),
            ended=reason,
            crashes=self.crashes,
            layouts=self.layouts.seen,
            archive_error=self.archive_error,
        )
        try:
            verdict = discreet(judged(self.monitors, judge(self._case(run)), self.crawler, reason=reason))
            verdict = self._with_looks_held_back(verdict)
            self._record(run, verdict, stats)
        except ArchiveError as error:
            busy = isinstance(error, ArchiveLocked)
            verdict = judge(Case(replace(run, archive_error=str(error), archive_busy=busy)))
        finally:
            self.lock.release()
        if self.crawler.stats:
            self.crawler.stats.set_value("blitar/status", verdict.status)
            self.crawler.stats.set_value("blitar/exit_status", verdict.exit_status)
            self.crawler.stats.set_value("blitar/reason", verdict.reason)

    def _case(self, run: RunFacts) -> Case:
        """The run with what the archive says of the site's earlier ones."""
        if run.archive_error is not None:
            return Case(run)
        past = self.archive.past_runs(self.spider.site.id, before=self.run_id)
        site = self.spider.site.id
        return Case(run, past, self.archive.news_days(site, until=run.today), self.expected, site)

    def _with_looks_held_back(self, verdict: Verdict) -> Verdict:
        """The verdict with a word on the looks that the daily budget left for tomorrow: that is no fault."""
        if self.budget is None or not self.frontier.held_back or verdict.reason is not None:
            return verdict
        waiting = self.archive.looks_due(self.spider.site.id, self.clock())
        reason = f"{waiting} looks wait for tomorrow: the day's {self.budget.most} requests are spent"
        return replace(verdict, reason=reason)

    def _record(self, run: RunFacts, verdict: Verdict, stats: dict[str, Any]) -> None:
        kept = self._kept(run, verdict, stats)
        end: dict[str, Any] = {"status": verdict.status, "exit_status": verdict.exit_status, "stats": kept}
        at = self.clock()
        try:
            if self.captures is not None:
                self.captures.close({"id": self.run_id, "finished_at": iso(at), **end})
            self.archive.finish_run(self.run_id, at=at, **end)
            self.archive.note_checks(
                self.spider.site.id,
                self.run_id,
                at=at,
                failed=problems_of(verdict, good=False),
                remarks=problems_of(verdict, good=True),
                passed=verdict.passed,
            )
            if verdict.status == "finished" and self.spider.discovery.read_to_the_end:
                self.archive.set_backfilled(self.spider.site.id, self.clock())
            self.archive.note_own_visits(self.spider.site.id)
        finally:
            self.archive.close()

    def _kept(self, run: RunFacts, verdict: Verdict, stats: dict[str, Any]) -> dict[str, Any]:
        """What the run's row keeps of the crawl's stats: numbers a person asks for, not Scrapy's hundred."""
        names = ("downloader/response_status_count/", "retry/", "robotstxt/")
        kept = {key: value for key, value in sorted(stats.items()) if key.startswith(names) and _is_plain(value)}
        return {
            "moved": int(stats.get("blitar/moved", 0)),
            "came_back": int(stats.get("blitar/back", 0)),
            "requests": int(stats.get("downloader/request_count", 0)),
            "bytes": int(stats.get("downloader/response_bytes", 0)),
            "reason": verdict.reason,
            "not_before": stats.get("blitar/not_before"),
            "daily_requests": self.budget.most if self.budget is not None else None,
            "read_to_the_end": self.spider.discovery.read_to_the_end,
            "delay": self.crawler.settings.getfloat("DOWNLOAD_DELAY"),
            "verify_certificates": self.crawler.settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES"),
            "listings": source_rows(run.sources),
            **run.tally,
            "layout": self.layouts.kept(),
            "findings": finding_rows(verdict),
            **kept,
        }


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, int | float | str)
