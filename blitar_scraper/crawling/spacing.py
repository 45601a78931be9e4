"""The pause between two requests counts from when the first was answered.

Scrapy counts it from when it took the request out of its queue. The request arrives later (a connection, a busy
machine), the next one does not, and the server sees them closer together than the site was promised.
"""

from __future__ import annotations

from time import monotonic
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler


class PauseAfterAnswer:
    """Lets the pause to a host begin anew whenever an answer of it has arrived."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        # Sent before the downloader looks for what to ask next.
        crawler.signals.connect(self.answered, signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def answered(self, request: Request) -> None:
        engine = self.crawler.engine
        slot = engine.downloader.slots.get(request.meta.get("download_slot", "")) if engine is not None else None
        if slot is not None:
            slot.lastseen = monotonic()
            slot.close()  # it would be looked at before the pause is over
