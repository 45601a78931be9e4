"""Asks again for what may pass. The pauses are the host's, and are taken where requests leave (breaker.py)."""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from blitar_scraper.crawling.manners import outages
from blitar_scraper.crawling.manners.breaker import Breaker
from blitar_scraper.crawling.manners.challenges import is_challenge


class Retries:
    """In the place of Scrapy's own: that one comes back at once, and does not know what a host has asked for.

    A request goes to the end of what is to be asked for, which gives the trouble the longest time to pass.
    403, 404 and the like are answers, and a firewall's page does not change when it is asked again.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("RETRY_ENABLED"):
            raise NotConfigured
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        problem = outages.of_status(response.status)
        if problem is None or is_challenge(response):
            return response
        return self._again(request, problem) or response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        problem = outages.of_error(exception)
        return self._again(request, problem) if problem is not None and outages.may_pass(problem) else None

    def _again(self, request: Request, problem: str) -> Request | None:
        breaker = self.crawler.get_extension(Breaker)
        if request.meta.get("dont_retry"):
            return None
        if breaker is not None and (breaker.given_up is not None or breaker.is_acquitted(request)):
            return None  # the spider says what the last request got: that is why the run ends
        assert self.crawler.spider is not None
        return get_retry_request(request, spider=self.crawler.spider, reason=problem, give_up_log_level="INFO")
