"""Politeness that Scrapy leaves to us: robots.txt's Crawl-delay."""

from __future__ import annotations

import logging
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler

_log = logging.getLogger(__name__)

# A Crawl-delay of an hour is a typing error or a wish to be left alone; the longest honoured is two minutes.
LONGEST_DELAY = 120.0


class CrawlDelay:
    """Slows down to what robots.txt asks for, where that is slower than we are anyway."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        crawler.signals.connect(self.robots_parsed, signals.robots_parsed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def robots_parsed(self, robotparser: Any, request: Request) -> None:
        parser = getattr(robotparser, "rp", None)
        try:
            asked = parser.crawl_delay(self.crawler.settings["USER_AGENT"]) if parser is not None else None
        except (AttributeError, ValueError):
            return
        if not asked or self.crawler.engine is None:
            return
        delay = min(float(asked), LONGEST_DELAY)
        host = str(urlsplit(request.url).hostname or "")
        slot = self.crawler.engine.downloader.slots.get(host)
        if slot is not None and slot.delay * (1 - slot.jitter) < delay:
            _log.info("%s asks for %g s between requests", host, delay)
            slot.delay, slot.jitter = delay, 0.0
