"""The last step before the network: waits where a host wants to be left alone, and lets no answer through that is torn.

What HTTP itself shows (a length that was not reached, a connection lost within the body) Scrapy refuses; as well what
took longer than DOWNLOAD_TIMEOUT in all (not in idle time: a slow drip too) or is larger than DOWNLOAD_MAXSIZE.
"""

from __future__ import annotations

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, DownloadFailedError, ResponseDataLossError
from scrapy.http import Response
from twisted.internet.interfaces import IAddress
from twisted.python.failure import Failure
from twisted.web._newclient import HEADER, STATUS
from twisted.web.client import ResponseFailed

from blitar_scraper.addresses import host_of
from blitar_scraper.crawling.answers.whole import Torn, decoded, has_end
from blitar_scraper.crawling.frontier import ArchiveFrontier
from blitar_scraper.crawling.manners import outages
from blitar_scraper.crawling.manners.breaker import Breaker
from blitar_scraper.crawling.manners.challenges import encodings, is_challenge

# Headers measured 200 to 2,000 bytes; browsers and servers take 8 to 256 kB. Twisted itself takes any number.
MOST_HEADERS = 256 * 1024
# From so many pages with an end on, one without is suspicious: some templates never write one.
_ENDS = 3
# By how much the lengths of two answers for one page may differ that were both whole: a counter, a token.
_SAME = 256


class HeadersTooLarge(Exception):
    """The server sends headers without end."""


class _Protocol(_LenientHTTP11ClientProtocol):
    """Ends a connection whose headers have no end."""

    received = 0

    def dataReceived(self, data: bytes) -> None:
        parser = self._parser
        if parser is not None and parser.state in (STATUS, HEADER):
            self.received += len(data)
        super().dataReceived(data)  # type: ignore[no-untyped-call]
        if self._parser is None or self._parser.state not in (STATUS, HEADER):
            self.received = 0
        elif self.received > MOST_HEADERS:
            transport = self.transport
            self._giveUp(Failure(HeadersTooLarge(f"more than {MOST_HEADERS} bytes of headers")))  # type: ignore[no-untyped-call]
            if transport is not None:
                transport.abortConnection()


class _Factory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: IAddress | None) -> _Protocol:
        return _Protocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


class Handler(HTTP11DownloadHandler):
    """Scrapy's handler for http and https, with the manners that belong to a single request."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.crawler = crawler
        self._pool._factory = _Factory
        self._ends: dict[str, int] = {}
        self._strange: dict[str, set[str]] = {}
        self._most = crawler.settings.getint("DOWNLOAD_MAXSIZE")

    async def download_request(self, request: Request) -> Response:
        breaker = self.crawler.get_extension(Breaker)
        if breaker is None:
            return await self._download(request)
        async with breaker.turn(request):
            try:
                response = await self._download(request)
            except Exception as error:
                breaker.failed(request, error)
                raise
            refused = outages.of_status(response.status) is not None and is_challenge(response)
            breaker.answered(request, response, refused=refused)
            return response

    async def _download(self, request: Request) -> Response:
        try:
            response = await super().download_request(request)
        except DownloadFailedError as error:
            if (flood := _flood(error)) is not None:
                raise DownloadCancelledError(str(flood)) from error
            raise
        if request.method == "GET" and response.status == 200:
            self._refuse_torn(request, response)
        return response

    def _refuse_torn(self, request: Request, response: Response) -> None:
        """Raises ResponseDataLossError for a body that ends before its end."""
        try:
            page = decoded(response.body, encodings(response), self._most)
        except Torn as torn:
            raise ResponseDataLossError(str(torn)) from torn
        host, ended = host_of(request.url), has_end(page)
        if ended:
            self._ends[host] = self._ends.get(host, 0) + 1
        elif ended is False and self._ends.get(host, 0) >= _ENDS and len(page) < self._most:
            known = self._known(request.url)
            if known == "without-end":
                return
            # Once more, to see whether the page is always like that.
            before = request.meta.get("blitar_length")
            request.meta["blitar_length"] = len(page)
            differs = before is not None and "partial" in response.flags and abs(before - len(page)) > _SAME
            if before is None or differs or (known == "whole" and self._is_strange(host, request.url)):
                raise ResponseDataLossError("the page has no end, and other pages of the site have one")

    def _known(self, url: str) -> str | None:
        """How an earlier run has seen the article of that address: "whole", "without-end", or None for none."""
        frontier = getattr(self.crawler.spider, "frontier", None)
        if not isinstance(frontier, ArchiveFrontier) or frontier.standing(url) is None:
            return None
        sql = "SELECT 1 FROM problems WHERE site = ? AND url = ? AND problem = 'html-truncated' AND resolved_at IS NULL"
        return "without-end" if list(frontier.archive.db.query(sql, [frontier.site.id, url])) else "whole"

    def _is_strange(self, host: str, url: str) -> bool:
        """Whether it is no habit of the site's: by the third such page the template has lost its end.

        (A length that was counted in characters cuts the same page each time, and the article would lose its end.)
        """
        strange = self._strange.setdefault(host, set())
        strange.add(url)
        return len(strange) < _ENDS


def _flood(error: DownloadFailedError) -> HeadersTooLarge | None:
    cause = error.__cause__
    reasons = cause.reasons if isinstance(cause, ResponseFailed) else []
    return next((reason.value for reason in reasons if isinstance(reason.value, HeadersTooLarge)), None)
