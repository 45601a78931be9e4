"""Asks for an article again only if it has changed: conditional requests (RFC 9110, 13), where the site supports them.

The validators stand in the archive (`archive/unchanged.py` says when they may be used) and are sent back as they came.
Scrapy's own cache middleware is not used: it guesses how long a page stays fresh and then never asks (lessons.md).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler

from blitar_scraper.archive import Validators
from blitar_scraper.crawling.frontier import ArchiveFrontier

_HEADERS = ("If-None-Match", "If-Modified-Since")
# Entity tags measured 20 to 60 characters; what is longer than a kilobyte is no tag, and some servers refuse it.
_LONGEST_TAG = 1024
# RFC 9110, 8.8.2.2: a page that was changed twice within a second has one date for both. A minute is what the RFC
# before it asked for, and covers clocks that are not quite right.
_SETTLED = timedelta(minutes=1)


class Revalidation:
    """Puts the conditions on requests for articles that are marked with `meta["revalidate"]`."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        for name in _HEADERS:
            # A redirect takes its request's headers along: they are about another address.
            request.headers.pop(name, None)
        if not request.meta.get("revalidate") or "redirect_urls" in request.meta:
            return
        frontier = getattr(self.crawler.spider, "frontier", None)
        known = frontier.validators(request.url) if isinstance(frontier, ArchiveFrontier) else None
        if known is not None:
            for name, value in conditions(known).items():
                request.headers[name] = value.encode("latin-1")


def conditions(known: Validators) -> dict[str, str]:
    """The headers of a conditional request; none where the validators are nothing that can be sent.

    A tag goes back as it came, weak or strong. A date goes back where it is one, and lies well before it was seen: a
    page dated at the moment of its making may have been changed in the same second.
    """
    found = {}
    if known.etag and len(known.etag) <= _LONGEST_TAG and _is_field(known.etag):
        found["If-None-Match"] = known.etag
    if known.last_modified and _is_field(known.last_modified):
        modified = _http_date(known.last_modified)
        if modified is not None and modified <= known.seen_at - _SETTLED:
            found["If-Modified-Since"] = known.last_modified
    return found


def _is_field(value: str) -> bool:
    """Whether the text may stand in a header: no control characters, nothing beyond Latin-1, no space around it."""
    return value == value.strip() and all(" " <= sign <= "~" or "\xa0" <= sign <= "\xff" for sign in value)


def _http_date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    return found if found.tzinfo is not None else None
