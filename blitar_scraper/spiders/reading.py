"""What an answer says, given what the crawl knew beside its bytes. Pure: the same while crawling and from a capture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from blitar_scraper.addresses import same_site
from blitar_scraper.extract import Page, extract_article, extract_listing
from blitar_scraper.extract.feed import extract_feed
from blitar_scraper.extract.not_found import says_not_found
from blitar_scraper.extract.refusal import refusal
from blitar_scraper.extract.rest import extract_rest
from blitar_scraper.extract.sitemap import extract_sitemap
from blitar_scraper.items import (
    ArticleSeen,
    Circumstances,
    Fetch,
    Listing,
    PageFailed,
    PageGone,
    PageUnchanged,
    Problem,
    Reading,
    Role,
    Site,
    Witness,
)
from blitar_scraper.spiders.discovery import may_be_article


@dataclass(frozen=True, slots=True)
class Received:
    """An answer, from the network or from a capture: how it was got, its page, its headers (repeated ones joined)."""

    fetch: Fetch
    page: Page
    headers: Mapping[str, str]


def refused(received: Received, site: Site) -> tuple[str, str | None] | None:
    """Why an answer is none of the site's own pages (the problem's name, a detail); None where it is one."""
    url, status = received.fetch.url, received.fetch.http_status
    if not same_site(url, site.home_url):
        return "off-site", url
    if found := refusal(received.page, status, received.headers):
        return found.problem, found.detail
    return None if status == 200 else (f"http-{status}", url)


# Articles


def no_article_at(received: Received, site: Site, told: Circumstances) -> PageGone | PageUnchanged | PageFailed | None:
    """Why there is no article to read in the answer for an article's address; None where its page is to be read."""
    fetch = received.fetch
    if told.failed is not None:
        return gave_nothing(fetch, site, told, *told.failed)
    if fetch.http_status == 304:
        return PageUnchanged(site, fetch, told)
    gone = told.gone
    if fetch.http_status in (404, 410) and gone != "moved-site":
        gone = "404"
    if gone is None and (why := refused(received, site)) is not None:
        return gave_nothing(fetch, site, told, *why)
    if told.together:
        return gave_nothing(fetch, site, told, "redirected-together", fetch.url)
    if gone is not None:
        return PageGone(site, fetch, gone, told)
    if says_not_found(received.page):
        return PageGone(site, fetch, "soft-404", told)
    return None


def read_article(
    received: Received, site: Site, told: Circumstances, parts: Sequence[Page], witnesses: Sequence[Witness]
) -> ArticleSeen:
    """The article page, with the further parts of its text and what listing, feed or REST said of it."""
    fetch = received.fetch
    reading = extract_article(received.page, site, seen_at=fetch.seen_at, parts=parts, witnesses=witnesses)
    return ArticleSeen(site, fetch, _unless_static(reading) if told.only_in_sitemap else reading, told)


def gave_nothing(fetch: Fetch, site: Site, told: Circumstances, problem: str, detail: str | None = None) -> PageFailed:
    """The record of an article's address that gave no usable answer."""
    return PageFailed(
        site,
        fetch.requested_url,
        "article",
        fetch.seen_at,
        problem,
        detail,
        fetch.http_status or None,
        fetch=fetch,
        circumstances=told,
    )


def _unless_static(reading: Reading) -> Reading:
    """The reading of a page that only a sitemap names; without its article where nothing on it says that it is news."""
    article = reading.article
    if article is None:
        return reading
    if article.published_at or article.views is not None or article.author:
        return reading
    return Reading(None, problems=(Problem("no-article", None, "only a sitemap names it; no date, author or count"),))


# Pages that name articles


def read_source(
    received: Received, role: Role, site: Site, seen_at: datetime, shapes: Sequence[tuple[str, ...]] = ()
) -> Listing:
    """The articles that a page names. `shapes`: what addresses of articles look like, for a sitemap's entries."""
    page = received.page
    if role == "listing":
        listing = extract_listing(page, site, seen_at=seen_at)
    elif role == "rest":
        listing = extract_rest(page, site, seen_at=seen_at)
    elif role == "feed":
        listing = extract_feed(page, site, seen_at=seen_at)
    else:
        sitemap = extract_sitemap(page, timezone=site.timezone)
        entries = [
            Witness("sitemap", entry.url, title=entry.title, published_at=entry.published_at)
            for entry in sitemap.entries
            if may_be_article(entry.url, site, frozenset(shapes))
        ]
        listing = Listing(tuple(entries), problems=sitemap.problems)
    capture_id = received.fetch.capture_id
    if capture_id is None:
        return listing
    return replace(listing, entries=tuple(replace(entry, capture_id=capture_id) for entry in listing.entries))


def applied(listing: Listing, told: Circumstances) -> Listing:
    """The listing as the run took it: without what stands beside the news, by the articles' own addresses."""
    left_out, renamed = frozenset(told.left_out), dict(told.renamed)
    entries = listing.entries
    if left_out or renamed:
        entries = tuple(
            replace(entry, url=renamed[entry.url]) if entry.url in renamed else entry
            for entry in entries
            if entry.url not in left_out
        )
    return replace(listing, entries=entries, problems=(*listing.problems, *told.problems))
