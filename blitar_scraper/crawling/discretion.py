"""Where a crawl of Scrapy's is kept from writing secrets: its logs and what is said of its pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from blitar_scraper.crawling.health import Verdict
from blitar_scraper.crawling.secrets import hidden, hush
from blitar_scraper.items import PageFailed, Sighting
from blitar_scraper.spiders.failures import GIVEN_UP


class DiscreetLogs:
    """Puts the filter on every handler of the root logger: Scrapy's own under `scrapy crawl`, ours, others'.

    An add-on, since those are made before anything is written of a crawl.
    """

    def __init__(self) -> None:
        hush()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls()

    def update_settings(self, settings: Any) -> None:
        hush()


class DiscreetItems:
    """A pipeline, the first: no secret in what is said of a page, and nothing of pages that were not asked for."""

    def process_item(self, item: Sighting) -> Sighting:
        if not isinstance(item, PageFailed):
            return item
        if item.problem == GIVEN_UP:
            raise DropItem("not asked for: the run was given up", log_level="DEBUG")
        detail = hidden(item.detail) if item.detail else item.detail
        if detail == item.detail:
            return item
        told = item.circumstances
        if told.failed is not None:
            told = replace(told, failed=(told.failed[0], detail))
        return replace(item, detail=detail, circumstances=told)


def discreet(verdict: Verdict) -> Verdict:
    """The verdict in words without secrets: a start address may hold a token."""
    findings = tuple(replace(finding, detail=hidden(finding.detail)) for finding in verdict.findings)
    return replace(verdict, reason=hidden(verdict.reason) if verdict.reason else None, findings=findings)
