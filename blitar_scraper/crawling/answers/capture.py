"""Keeps what a crawl receives: every answer becomes a record in the run's WARC file, before anything is made of it."""

from __future__ import annotations

import http
from collections.abc import Callable, Mapping
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.http.headers import Headers

from blitar_scraper import __version__
from blitar_scraper.archive import Archive, ArchiveError
from blitar_scraper.archive.warc import Exchange
from blitar_scraper.crawling.frontier import Clock
from blitar_scraper.crawling.secrets import HEADERS, without_credentials
from blitar_scraper.items import Sighting, Site


class Capturing:
    """Captures the answers of one run of a site.

    Each request gets `capture_id` and `captured_at` (aware, whole seconds) in its `meta`, for the spider to pass on.
    Where the disk is full, `failed` is called with the error, and nothing more is written: what would cite a capture
    that is not there is not stored.
    """

    def __init__(
        self,
        crawler: Crawler,
        archive: Archive,
        site: Site,
        run_id: int,
        clock: Clock,
        failed: Callable[[ArchiveError], None],
    ) -> None:
        self.archive, self.site, self.run_id, self.clock, self.failed = archive, site, run_id, clock, failed
        self.error: ArchiveError | None = None
        info = {
            "software": f"blitar_scraper/{__version__}",
            "format": "WARC File Format 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "http-header-user-agent": str(crawler.settings["USER_AGENT"]),
            "robots": "obey" if crawler.settings.getbool("ROBOTSTXT_OBEY") else "ignore",
            "isPartOf": site.id,
        }
        self.writer = archive.warc_writer(site, run_id, at=clock(), info=info)
        # The first signal after the network: the body is still encoded as it came, and redirects and 304 are seen.
        crawler.signals.connect(self.received, signals.response_downloaded)

    def received(self, response: Response, request: Request) -> None:
        """Keep an answer. Raises nothing: Scrapy would only log it."""
        request.meta.pop("capture_id", None)  # of an earlier answer, where this one was redirected to or tried again
        at = self.clock().replace(microsecond=0)
        request.meta["captured_at"] = at
        if self.error is not None:
            return
        exchange = Exchange(
            url=without_credentials(request.url.partition("#")[0]),
            at=at,
            status=response.status,
            reason=_reason(response.status),
            headers=_pairs(response.headers),
            payload=response.body,
            method=request.method,
            request_headers=_of_request(request),
            protocol=response.protocol or "HTTP/1.1",
            ip_address=str(response.ip_address) if response.ip_address else None,
        )
        try:
            request.meta["capture_id"] = self.archive.keep(exchange, self.writer, self.run_id)
        except ArchiveError as error:
            self._fail(error)

    def account(self, sighting: Sighting) -> str:
        """What was made of an answer, written down beside it. Raises the ArchiveError that ended the capturing."""
        if self.error is None:
            try:
                return self.archive.account(sighting, self.writer)
            except ArchiveError as error:
                self._fail(error)
        assert self.error is not None
        raise self.error

    def _fail(self, error: ArchiveError) -> None:
        self.error = error
        self.failed(error)

    def close(self, end: Mapping[str, Any]) -> None:
        """Note how the run ended and give its file the final name; after an error the next run mends it instead.

        Raises ArchiveError where the disk refuses.
        """
        if self.error is None:
            self.archive.close_writer(self.writer, home_url=self.site.home_url, at=self.clock(), end=end)


def _pairs(headers: Headers) -> list[tuple[bytes, bytes]]:
    """All headers, a name as often as it came."""
    return [(bytes(name), bytes(value)) for name, values in headers.items() for value in values or ()]


def _of_request(request: Request) -> list[tuple[bytes, bytes]]:
    """The request's headers with the host that Twisted adds, without those that open something (a proxy, mostly)."""
    pairs = [(name, value) for name, value in _pairs(request.headers) if name.lower() not in HEADERS]
    if not any(name.lower() == b"host" for name, _ in pairs):
        pairs.insert(0, (b"Host", request.url.split("/", 3)[2].rpartition("@")[2].encode()))
    return pairs


def _reason(status: int) -> str:
    """The customary phrase; Scrapy does not pass on the server's own."""
    try:
        return http.HTTPStatus(status).phrase
    except ValueError:
        return ""
