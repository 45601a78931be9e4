"""What came back for a request, in the project's own records. Pure functions of Scrapy's responses and failures."""

from __future__ import annotations

from datetime import datetime

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from blitar_scraper.addresses import clean_url
from blitar_scraper.extract import Page
from blitar_scraper.items import Circumstances, Fetch, PageFailed, PageKind, Role, Site
from blitar_scraper.spiders.failures import problem_of_failure
from blitar_scraper.spiders.reading import Received


def received(response: Response, now: datetime) -> Received:
    """The answer with its page and headers. `now` (aware) is when it was seen, where no capture of it says when."""
    return Received(fetch_of(response, now), page_of(response), headers(response))


def fetch_of(response: Response, now: datetime) -> Fetch:
    """How the answer was got, with the addresses redirected through; seen when it was captured, else now."""
    meta = response.request.meta if response.request is not None else {}
    hops = [clean_url(url) or url for url in meta.get("redirect_urls", ())]
    url = clean_url(response.url) or response.url
    return Fetch(
        requested_url=hops[0] if hops else url,
        url=url,
        seen_at=meta.get("captured_at") or now,
        http_status=response.status,
        redirects=tuple(hops[1:]),
        etag=header(response, "ETag"),
        last_modified=header(response, "Last-Modified"),
        capture_id=meta.get("capture_id"),
    )


def is_conditional(response: Response) -> bool:
    """Whether it answers a request that asked for the page only if it has changed."""
    request = response.request
    return request is not None and any(name in request.headers for name in ("If-None-Match", "If-Modified-Since"))


def page_of(response: Response) -> Page:
    """The page as the server sent it, content encoding aside."""
    return Page(response.body, clean_url(response.url) or response.url, header(response, "Content-Type"))


def failed(
    failure: Failure, request: Request, site: Site, kind: PageKind, seen_at: datetime, role: Role = "article"
) -> PageFailed:
    """A request that got no answer."""
    hops = request.meta.get("redirect_urls", ())
    url = clean_url(hops[0] if hops else request.url) or request.url
    problem, detail = problem_of_failure(failure)
    told = Circumstances(role, failed=(problem, detail))
    return PageFailed(site, url, kind, seen_at, problem, detail, circumstances=told)


def headers(response: Response) -> dict[str, str]:
    """The answer's headers; one that came several times as one, parts separated by commas.

    Some servers write Latin-1 into them, or no text at all.
    """
    return {
        name.decode("latin-1"): b",".join(values or ()).decode("utf-8", "replace")
        for name, values in response.headers.items()
    }


def header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def number(response: Response, name: str) -> int | None:
    """A header that is a whole number."""
    text = header(response, name)
    return int(text) if text and text.isascii() and text.isdigit() else None
