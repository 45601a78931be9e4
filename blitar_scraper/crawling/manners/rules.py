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
from blitar_scraper.crawling.manners.breaker import slot_of
from blitar_scraper.crawling.secrets import without_credentials
from blitar_scraper.crawling.sites.reasons import robots_failed
from blitar_scraper.spiders.failures import NotAsked, problem_of_error

_log = logging.getLogger(__name__)

# A Crawl-delay of an hour is a typing error or a wish to be left alone; the longest honoured is two minutes.
LONGEST_DELAY = 120.0


class OneHost:
    """Makes `www.` and the bare name one host for the pause between requests: they are one server."""

    def process_request(self, request: Request) -> None:
        request.meta["download_slot"] = slot_of(request)


def _stay(followed: Request | Response, request: Request) -> Request | Response:
    """What a redirect leads to, if on the same site; otherwise raises IgnoreRequest, so that the spider hears of it.

    Scrapy's own OffsiteMiddleware drops such a request without a word to anybody.
    """
    if isinstance(followed, Request) and not same_site(followed.url, request.url):
        raise IgnoreRequest(f"off-site: {request.url} leads to {followed.url}")
    if isinstance(followed, Request) and (url := without_credentials(followed.url)) != followed.url:
        return followed.replace(url=url)  # a password in a link opens what is not for everybody
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
        self._failing: dict[str, NotAsked] = {}  # by host: why its robots.txt could not be had

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        failing = self._failing.get(urlsplit(request.url).netloc)
        if failing is not None:
            raise NotAsked(failing.problem, str(failing))
        super().process_request_2(rp, request)

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        # RFC 9309, 2.3.1.4: a robots.txt that the server fails to give forbids everything, for now. A 429 is such a
        # failure: it says nothing of what is allowed.
        if response.status >= 500 or response.status == 429:
            self._failing[netloc] = NotAsked("robots-unavailable", robots_failed(response.status))
            response = response.replace(body=b"User-agent: *\nDisallow: /")
        await super()._parse_robots(response, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        """No answer at all forbids everything, too; a redirect that goes nowhere is a robots.txt that is not there."""
        problem, detail = problem_of_error(exc)
        if problem not in ("redirect-loop", "off-site"):
            self._failing[netloc] = NotAsked(problem, f"robots.txt: {detail}")
        super()._robots_error(exc, netloc)

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
        downloader = self.crawler.engine.downloader
        slot = downloader.slots.get(host)
        if slot is not None and slot.delay * (1 - slot.jitter) < delay:
            _log.info("%s asks for %g s between requests", host, delay)
            slot.delay, slot.jitter = delay, 0.0
            # Scrapy forgets a slot that was not used for a minute; the next one of the host is made with these.
            downloader.per_slot_settings[host] = {"delay": delay, "jitter": 0.0}
