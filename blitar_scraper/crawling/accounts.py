"""The pipeline between checking and storing: writes down what was made of an answer, beside the answer's capture."""

from __future__ import annotations

from dataclasses import replace
from typing import Self

from scrapy.crawler import Crawler

from blitar_scraper.crawling.session import Session
from blitar_scraper.items import Sighting


class AccountPipeline:
    """Does nothing in a run that keeps no captures."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def open_spider(self) -> None:
        session = self.crawler.get_extension(Session)
        assert session is not None
        self.captures = session.captures

    def process_item(self, item: Sighting) -> Sighting:
        if self.captures is None:
            return item
        return replace(item, account=self.captures.account(item))
