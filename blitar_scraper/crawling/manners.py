"""Politeness that Scrapy leaves to us: all of robots.txt, Crawl-delay too, and staying on the site."""

from __future__ import annotations

import logging
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware, RedirectMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

from blitar_scraper.addresses import host_of, same_site

_log = logging.getLogger(__name__)

# A Crawl-delay of an hour is a typing error or a wish to be left alone; the longest honoured is two minutes.
LONGEST_DELAY = 120.0


class OneHost:
    """Makes `www.` and the bare name one host for the pause between requests: they are one server."""

    def process_request(self, request: Request) -> None:
        request.meta["download_slot"] = host_of(request.url)


def _stay(followed: Request | Response, request: Request) -> Request | Response:
    """What a redirect leads to, if on the same site; otherwise raises IgnoreRequest, so that the spider hears of it.

    Scrapy's own OffsiteMiddleware drops such a request without a word to anybody.
    """
    if isinstance(followed, Request) and not same_site(followed.url, request.url):
        raise IgnoreRequest(f"off-site: {request.url} leads to {followed.url}")
    return followed


class SameSiteRedirects(RedirectMiddleware):
    """Follows redirects on the site only."""

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        return _stay(super().process_response(request, response), request)


class SameSiteMetaRefresh(MetaRefreshMiddleware):
    """Follows `<meta http-equiv=refresh>` on the site only."""

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        return _stay(super().process_response(request, response), request)


class RobotsTxt(RobotsTxtMiddleware):
    """Obeys robots.txt also where several requests to a new host wait for it at once.

    In Scrapy 2.19 those that wait share a Deferred, and the second is told that there is no robots.txt (measured: one
    of three start addresses was fetched from a site that disallows all).
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._failing: dict[str, int] = {}  # by host: the status of a robots.txt that the server failed to give

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as error:
            if (status := self._failing.get(urlsplit(request.url).netloc)) is None:
                raise
            raise IgnoreRequest(f"{error}: the server fails to give it (HTTP {status})") from None

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500:
            # RFC 9309, 2.3.1.4: a robots.txt that the server fails to give forbids everything, for now.
            self._failing[netloc] = response.status
            response = response.replace(body=b"User-agent: *\nDisallow: /")
        await super()._parse_robots(response, netloc, request)

    async def robot_parser(self, request: Request) -> RobotParser | None:
        await super().robot_parser(request)
        parser = self._parsers.get(urlsplit(request.url).netloc)
        return parser if isinstance(parser, RobotParser) else None


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
        host = host_of(request.url)
        slot = self.crawler.engine.downloader.slots.get(host)
        if slot is not None and slot.delay * (1 - slot.jitter) < delay:
            _log.info("%s asks for %g s between requests", host, delay)
            slot.delay, slot.jitter = delay, 0.0
