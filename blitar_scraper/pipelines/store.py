"""Hands every sighting to the archive, one short transaction each: a thing is done when its row is committed."""

from __future__ import annotations

from typing import Self

from scrapy.crawler import Crawler

from blitar_scraper.archive import Archive
from blitar_scraper.items import PageFailed, Sighting
from blitar_scraper.pipelines.tally import counted


class StorePipeline:
    """Writes through a connection of its own; the run it writes for stands in the crawl's stats ("blitar/run_id")."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def open_spider(self) -> None:
        settings = self.crawler.settings
        self.archive = Archive(settings["BLITAR_ARCHIVE"], timeout=settings.getfloat("BLITAR_PATIENCE"))
        assert self.crawler.stats is not None
        self.run_id = int(self.crawler.stats.get_value("blitar/run_id"))

    def close_spider(self) -> None:
        try:
            self.archive.update_stems()  # which words were stored is known to this connection alone
        finally:
            self.archive.close()

    def process_item(self, item: Sighting) -> Sighting:
        outcome = self.archive.store(item, self.run_id)
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value(f"blitar/{outcome.kind}")
        failures = self._failures(item) if outcome.kind == "failed" else 0
        for name in counted(item, outcome, failures):
            self.crawler.stats.inc_value(name)
        return item

    def _failures(self, item: Sighting) -> int:
        url = item.url if isinstance(item, PageFailed) else item.fetch.requested_url
        page = self.archive.known([url]).get(url)
        return page.failures if page is not None else 0
