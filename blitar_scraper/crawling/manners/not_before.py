"""Keeps a promise of an earlier run: a host that asked us to wait until then is not asked for anything before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler

from blitar_scraper.addresses import host_of
from blitar_scraper.crawling.manners.breaker import LONGEST_PAUSE, Breaker
from blitar_scraper.crawling.manners.pauses import LONGEST_ASKED
from blitar_scraper.crawling.session import Session
from blitar_scraper.spiders.news import NewsSpider

# A week of runs each hour.
_RUNS = 200


class NotBefore:
    """An extension: ends a run that begins too early before its first request."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        crawler.signals.connect(self.opened, signals.spider_opened)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def opened(self, spider: NewsSpider) -> None:
        session, breaker = self.crawler.get_extension(Session), self.crawler.get_extension(Breaker)
        if session is None or breaker is None:
            return
        said = session.archive.not_before(host_of(spider.site.home_url), most=_RUNS)
        now = session.clock()
        until = asked_until(said, now)
        if until is None:
            return
        left = (until - now).total_seconds()
        if left <= LONGEST_PAUSE:
            breaker.wait(spider.site.home_url, left)  # a daily run is no day late for a minute
        else:
            breaker.give_up("blocked", f"asked us to wait until {until:%Y-%m-%d %H:%M} UTC", until)


def asked_until(said: Iterable[object], now: datetime) -> datetime | None:
    """The last moment (aware) after `now` of those that earlier runs have kept; None where there is none.

    One that is more than a week away was noted by a clock that was wrong, and shuts nobody out.
    """
    moments = [moment for text in said if (moment := _moment(text)) is not None]
    return max((moment for moment in moments if now < moment <= now + LONGEST_ASKED), default=None)


def _moment(text: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return found.astimezone(UTC) if found is not None and found.tzinfo is not None else None
