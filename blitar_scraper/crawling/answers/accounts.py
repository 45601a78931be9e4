"""The pipeline between checking and storing: writes down what was made of an answer, beside the answer's capture.

An article that another version of the program had read, or that was read with other settings of its site, is read
again from its capture first: only so can another reading be told from the government's edit.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Self

from scrapy.crawler import Crawler

from blitar_scraper.archive.sightings import mark_of, read_account
from blitar_scraper.archive.warc import UnreadableRecord
from blitar_scraper.crawling.offline.rereading import Rereader, Task
from blitar_scraper.crawling.session import Session
from blitar_scraper.items import ArticleSeen, Sighting


class AccountPipeline:
    """In a run that keeps no captures nothing is written down."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def open_spider(self) -> None:
        session = self.crawler.get_extension(Session)
        assert session is not None
        self.archive, self.captures = session.archive, session.captures
        self.rereader = Rereader(session.archive.warc_folder, session.spider.site)

    def close_spider(self) -> None:
        self.rereader.close()

    def process_item(self, item: Sighting) -> Sighting:
        if isinstance(item, ArticleSeen):
            item = replace(item, before=self._before(item))
        return item if self.captures is None else replace(item, account=self.captures.account(item))

    def _before(self, item: ArticleSeen) -> ArticleSeen | None:
        """The stored capture of the article, read again; None where it had been read as pages are read now."""
        if item.reading.article is None:
            return None
        known = self.archive.stored_reading(item.fetch.url) or self.archive.stored_reading(item.fetch.requested_url)
        if known is None or known.seen is None:
            return None
        seen, account = known.seen, read_account(known.seen.account)
        if known.parser_version == item.reading.article.parser_version and account.read_as == mark_of(item.site):
            return None
        places = self.archive.places(account.records)
        try:
            before = self.rereader.sighting(Task(seen.id, seen.at, seen.run_id, seen.account, places))
        except (UnreadableRecord, KeyError, ValueError):
            return None  # a record or a row is not there: `blitar verify` tells of it
        return before if isinstance(before, ArticleSeen) else None
