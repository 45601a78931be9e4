"""Fetching the further pages of an article that is split over several."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from scrapy import Request
from scrapy.crawler import Crawler

from blitar_scraper.items import Site
from blitar_scraper.spiders.answers import received
from blitar_scraper.spiders.failures import NotAsked
from blitar_scraper.spiders.reading import Received, refused


class PartMissing(Exception):
    """A page of a split article could not be had; without it the text would look edited."""


async def fetch_parts(crawler: Crawler, urls: Sequence[str], site: Site, now: datetime) -> list[Received]:
    """The answers, in order, each by a request of its own with the pauses and manners of any other.

    A link that leads to nothing (404) ends them: no such page was published. Raises PartMissing with what went wrong
    where one gives no page of the site this time, NotAsked where the run is given up meanwhile.
    """
    assert crawler.engine is not None
    found = []
    for url in urls:
        try:
            response = await crawler.engine.download_async(Request(url))
        except NotAsked:
            raise
        except Exception as error:
            raise PartMissing(f"{url}: {type(error).__name__}") from error
        if response.status in (404, 410):
            break
        answer = received(response, now)
        if (why := refused(answer, site)) is not None:
            raise PartMissing(f"{url}: {why[0]}")
        found.append(answer)
    return found
