"""Ends a crawl in order when it has run for as long as it may: what was not asked for stays due."""

from __future__ import annotations

import asyncio
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from blitar_scraper.crawling.health.access import OUT_OF_TIME
from blitar_scraper.crawling.manners.breaker import Breaker


class TimeLimit:
    """Gives a run up after BLITAR_HOURS hours, as the breaker does where a site refuses us."""

    def __init__(self, crawler: Crawler, hours: float) -> None:
        self.crawler, self.hours = crawler, hours
        self.timer: asyncio.TimerHandle | None = None
        crawler.signals.connect(self.started, signals.engine_started)
        crawler.signals.connect(self.stopped, signals.engine_stopped)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        hours = crawler.settings.get("BLITAR_HOURS")
        if hours is None:
            raise NotConfigured
        return cls(crawler, float(hours))

    def started(self) -> None:
        self.timer = asyncio.get_running_loop().call_later(self.hours * 3600, self.over)

    def over(self) -> None:
        breaker = self.crawler.get_extension(Breaker)
        assert breaker is not None
        breaker.give_up(OUT_OF_TIME, f"stopped after {self.hours:g} h; the next run goes on")

    def stopped(self) -> None:
        if self.timer is not None:
            self.timer.cancel()
