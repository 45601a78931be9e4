"""NewsSpider: the one crawl loop. Listings from each start address page by page, their articles, then what is due.

What it sees goes to the pipelines as sightings; what it should fetch it asks of the `Frontier`. It writes nothing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, Self

import scrapy
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from blitar_scraper.addresses import address_key, clean_url, is_home, same_site
from blitar_scraper.extract import Page, extract_article, extract_listing
from blitar_scraper.items import (
    ArticleSeen,
    Fetch,
    GoneReason,
    Listing,
    ListingSeen,
    PageFailed,
    PageGone,
    PageKind,
    Problem,
    Sighting,
    Site,
    Witness,
)
from blitar_scraper.spiders.failures import problem_of_failure
from blitar_scraper.spiders.frontier import Frontier
from blitar_scraper.spiders.pace import pace

# Articles before further listing pages, so that few are known but not stored when a run is cut short.
_ARTICLE, _LISTING, _DUE = 10, 0, -10
# A listing of 5,000 pages holds 50,000 articles; the largest town's archive known has a third of that.
MOST_LISTING_PAGES = 5000
# Pages of a listing in a row that show nothing that the same listing had not shown: the last page for ever.
_STALE_PAGES = 3
# Two articles may be taken down on one day and lead to the same page; from three on it is the site that changed.
_TOGETHER = 3
# Addresses asked of the frontier at a time when the listings are done.
_DUE_AT_ONCE = 200


@dataclass
class Chain:
    """One start address and the listing pages that follow it."""

    start: str
    pages: int = 0
    seen: set[str] = field(default_factory=set)  # address keys of its entries
    prints: list[tuple[str, ...]] = field(default_factory=list)  # its pages' entries, to know a page again
    stale: int = 0
    entries: int = 0
    oldest: str | None = None  # the day of the last dated entry of its last page
    links: frozenset[str] = frozenset()  # of its last page: what pages of one site have in common
    page_count: int = 0  # the most pages that its pager has shown
    asked_again: bool = False
    # end: paged to its end; settled: nothing new can follow; twin: as another chain; missing: no listing is there;
    # limit, since: as asked for; cut: by a failure
    ended: str | None = None


class NewsSpider(scrapy.Spider):
    """Crawls a site's news. A sub-class names its `site`; the runner may hand over another, and the frontier."""

    site: Site
    frontier: Frontier

    def __init__(self, name: str | None = None, site: Site | None = None, **kwargs: Any) -> None:
        if site is not None:
            self.site = site
        super().__init__(name or self.site.id, **kwargs)
        self.chains: list[Chain] = []
        self.requested: set[str] = set()
        self.fetched_articles = 0
        self.start_failures: list[PageFailed] = []
        self.told_how_far = False
        self.led_to: dict[str, set[str]] = {}
        self.reader_errors = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.when_idle, signals.spider_idle)
        return spider

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """For `scrapy crawl SITE`; the runner sets the same with a higher priority."""
        super().update_settings(settings)
        if hasattr(cls, "site"):
            delay = settings.getfloat("BLITAR_DELAY") if settings.get("BLITAR_DELAY") is not None else None
            settings.setdict(pace(cls.site, delay), priority="spider")

    @property
    def paging_complete(self) -> bool:
        """Whether every listing was paged as far as it had to be."""
        return self._all_ended("end", "settled", "twin", "missing")

    @property
    def paged_to_the_end(self) -> bool:
        """Whether every listing was paged to its last page."""
        return self._all_ended("end", "twin", "missing")

    def _all_ended(self, *ways: str) -> bool:
        return any(chain.entries for chain in self.chains) and all(chain.ended in ways for chain in self.chains)

    @property
    def expected_articles(self) -> int:
        """An estimate of the articles that this run will have asked for: those so far, and what the pagers promise."""
        going_on = [chain for chain in self.chains if chain.ended is None and chain.pages]
        to_come = max(
            (chain.entries // chain.pages * (chain.page_count - chain.pages) for chain in going_on), default=0
        )
        if self.frontier.limit is not None:
            return min(self.fetched_articles + max(to_come, 0), self.frontier.limit)
        return self.fetched_articles + (max(to_come, 0) if self.frontier.reads_all else 0)

    async def start(self) -> AsyncIterator[Any]:
        for url in self.site.start_urls or (self.site.home_url,):
            chain = Chain(url)
            self.chains.append(chain)
            yield self._listing_request(url, chain)

    def _listing_request(self, url: str, chain: Chain) -> Request:
        return Request(
            url,
            callback=self.parse_listing,
            errback=self.listing_failed,
            cb_kwargs={"chain": chain},
            priority=_LISTING,
        )

    # Listings

    async def parse_listing(self, response: Response, chain: Chain) -> AsyncIterator[Sighting | Request]:
        fetch = self._fetch(response)
        chain.pages += 1
        if response.status != 200 or not same_site(response.url, self.site.home_url):
            yield self._listing_gave_nothing(fetch, chain)
            return
        page = _page(response)
        try:
            listing = extract_listing(page, self.site, seen_at=fetch.seen_at)
        except Exception as error:
            chain.ended = "cut"
            yield self._reader_failed(fetch, "listing", error)
            return
        if not listing.entries and self._looks_foreign(page, chain):
            # A page that the one before led to, without entries and unlike it: an error page with status 200.
            if not chain.asked_again:
                chain.asked_again = True
                chain.pages -= 1
                yield self._listing_request(response.url, chain)
            else:
                chain.ended = "cut"
                yield PageFailed(self.site, fetch.requested_url, "listing", fetch.seen_at, "listing-empty", None, 200)
            return
        chain.asked_again, chain.links = False, page.links
        chain.page_count = max(chain.page_count, listing.page_count or 0)
        wanted = self._wanted(listing)
        stop, problem = self._after(listing, chain)
        if problem is not None:
            listing = dataclasses.replace(listing, problems=(*listing.problems, problem))
        yield ListingSeen(self.site, fetch, listing)
        for entry in wanted:
            if self._limit_reached():
                stop = "limit"
                break
            yield self._article_request(entry.url, witness=entry)
        if stop is None and listing.next_url:
            yield self._listing_request(listing.next_url, chain)
        else:
            chain.ended = stop or "end"

    def _wanted(self, listing: Listing) -> list[Witness]:
        wanted = self.frontier.wanted(listing.entries)
        return [entry for entry in wanted if address_key(entry.url) not in self.requested]

    def _after(self, listing: Listing, chain: Chain) -> tuple[str | None, Problem | None]:
        """Why the chain ends with this page (None: it goes on), and what a person should know of it."""
        keys = tuple(address_key(entry.url) for entry in listing.entries)
        chain.entries += len(keys)
        days = [
            entry.published_at[:10] for entry in listing.entries if entry.published_at and len(entry.published_at) >= 10
        ]
        chain.oldest = days[-1] if days else chain.oldest
        fresh = set(keys) - chain.seen
        chain.seen |= fresh
        chain.stale = 0 if fresh else chain.stale + 1
        looping = keys in chain.prints
        chain.prints.append(keys)
        if not keys:
            return "end", None
        if looping or chain.stale >= _STALE_PAGES:
            return "end", Problem("pagination-loop", None, f"page {chain.pages} of {chain.start} shows nothing new")
        if chain.pages >= MOST_LISTING_PAGES:
            return "cut", Problem("pagination-endless", None, f"left {chain.start} at page {chain.pages}")
        if self._is_twin(chain):
            return "twin", None
        return self.frontier.may_stop(listing.entries), None

    def _looks_foreign(self, page: Page, chain: Chain) -> bool:
        """Whether less than half of a follow-up page's links (menu, footer) stand on the page before, too."""
        shared = len(page.links & chain.links)
        return chain.pages > 1 and bool(chain.links) and (not shared or shared * 2 < len(page.links))

    def _is_twin(self, chain: Chain) -> bool:
        """Whether two pages running are the same as another chain's: one listing at two addresses is paged once.

        Of one page alone it is not believed: a home page may show the latest ten of a longer list.
        """
        if len(chain.prints) < 2:
            return False
        mine = chain.prints[-2:]
        return any(
            other.prints[place : place + 2] == mine
            for other in self.chains
            if other is not chain and other.ended != "twin"
            for place in range(len(other.prints) - 1)
        )

    def _listing_gave_nothing(self, fetch: Fetch, chain: Chain) -> PageFailed:
        """A start address that does not exist is not missed, and a page past the last one ends a listing.

        Any other failure leaves the listing unread, unless the address has failed like that in several crawls.
        """
        first = chain.pages == 1
        missing = fetch.http_status in (404, 410)
        off_site = not same_site(fetch.url, self.site.home_url)
        if missing:
            chain.ended = "missing" if first else "end"
        else:
            chain.ended = "missing" if first and self.frontier.keeps_failing(fetch.requested_url) else "cut"
        problem = "off-site" if off_site else "start-address-missing" if missing else f"http-{fetch.http_status}"
        failed = PageFailed(
            self.site, fetch.requested_url, "listing", fetch.seen_at, problem, fetch.url, fetch.http_status
        )
        if first:
            self.start_failures.append(failed)
        return failed

    async def listing_failed(self, failure: Failure) -> AsyncIterator[Sighting]:
        request: Request = failure.request  # type: ignore[attr-defined]
        chain: Chain = request.cb_kwargs["chain"]
        failed = self._failed(failure, request, "listing")
        chain.ended = "missing" if chain.pages == 0 and self.frontier.keeps_failing(failed.url) else "cut"
        if chain.pages == 0:
            self.start_failures.append(failed)
        yield failed

    # Articles

    def _article_request(self, url: str, *, witness: Witness | None = None, priority: int = _ARTICLE) -> Request:
        self.requested.add(address_key(url))
        self.fetched_articles += 1
        return Request(
            url,
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"witness": witness},
            priority=priority,
        )

    def _limit_reached(self) -> bool:
        return self.frontier.limit is not None and self.fetched_articles >= self.frontier.limit

    async def parse_article(self, response: Response, witness: Witness | None) -> AsyncIterator[Sighting]:
        fetch = self._fetch(response)
        if reason := self._gone(fetch):
            if self._many_lead_to(fetch):
                yield self._article_gave_nothing(fetch, "redirected-together", fetch.url)
            else:
                yield PageGone(self.site, fetch, reason)
            return
        if response.status != 200:
            yield self._article_gave_nothing(fetch, f"http-{response.status}")
            return
        if not same_site(response.url, self.site.home_url):
            yield self._article_gave_nothing(fetch, "off-site")
            return
        if self._many_lead_to(fetch):
            yield self._article_gave_nothing(fetch, "redirected-together", fetch.url)
            return
        witnesses = (witness,) if witness else ()
        try:
            reading = extract_article(_page(response), self.site, seen_at=fetch.seen_at, witnesses=witnesses)
        except Exception as error:
            yield self._reader_failed(fetch, "article", error)
            return
        yield ArticleSeen(self.site, fetch, reading)

    def _gone(self, fetch: Fetch) -> GoneReason | None:
        if fetch.http_status in (404, 410):
            return "404"
        if fetch.http_status != 200 or address_key(fetch.url) == address_key(fetch.requested_url):
            return None
        if is_home(fetch.url, self.site.home_url):
            return "home"
        starts = {address_key(url) for url in self.site.start_urls}
        return "soft-404" if address_key(fetch.url) in starts or self.frontier.is_listing(fetch.url) else None

    def _many_lead_to(self, fetch: Fetch) -> bool:
        """Whether this is the third address and more of this run that redirects to one and the same.

        Then the site is under maintenance or was rebuilt: nothing is said of the single articles.
        """
        if address_key(fetch.url) == address_key(fetch.requested_url):
            return False
        led = self.led_to.setdefault(address_key(fetch.url), set())
        led.add(address_key(fetch.requested_url))
        return len(led) >= _TOGETHER

    def _reader_failed(self, fetch: Fetch, kind: PageKind, error: Exception) -> PageFailed:
        """A fault of this program in reading one page: it is logged, the run ends as crashed, the rest goes on."""
        self.logger.exception("reading %s failed", fetch.url)
        self.reader_errors += 1
        detail = f"{type(error).__name__}: {error}"[:200]
        return PageFailed(self.site, fetch.requested_url, kind, fetch.seen_at, "reader-error", detail, 200)

    def _article_gave_nothing(self, fetch: Fetch, problem: str, detail: str | None = None) -> PageFailed:
        return PageFailed(self.site, fetch.requested_url, "article", fetch.seen_at, problem, detail, fetch.http_status)

    async def article_failed(self, failure: Failure) -> AsyncIterator[Sighting]:
        yield self._failed(failure, failure.request, "article")  # type: ignore[attr-defined]

    # What is due

    def when_idle(self) -> None:
        """When all listings and their articles are done: what is due, by the plan of revisits or left over."""
        if not self.chains or any(chain.ended is None for chain in self.chains) or self._limit_reached():
            return
        if self.start_failures and len(self.start_failures) == len(self.chains):
            return  # nobody answers: leave it for the next run
        self._tell_how_far()
        most = _DUE_AT_ONCE
        if self.frontier.limit is not None:
            most = min(most, self.frontier.limit - self.fetched_articles)
        urls = [url for url in self.frontier.due(self.requested, most) if address_key(url) not in self.requested]
        engine = self.crawler.engine
        if not urls or engine is None:
            return
        for url in urls:
            engine.crawl(self._article_request(url, priority=_DUE))
        raise DontCloseSpider

    def _tell_how_far(self) -> None:
        """Once, when the listings are done: how far back each was read."""
        if self.told_how_far or not self.paging_complete:
            return
        self.told_how_far = True
        for chain in self.chains:
            if chain.oldest and chain.ended in ("end", "settled"):
                self.frontier.listed_down_to(chain.oldest, chain.entries)

    # Both

    def _fetch(self, response: Response) -> Fetch:
        meta = response.request.meta if response.request is not None else {}
        hops = [clean_url(url) or url for url in meta.get("redirect_urls", ())]
        url = clean_url(response.url) or response.url
        return Fetch(
            requested_url=hops[0] if hops else url,
            url=url,
            seen_at=self.frontier.now(),
            http_status=response.status,
            redirects=tuple(hops[1:]),
            etag=_header(response, "ETag"),
            last_modified=_header(response, "Last-Modified"),
        )

    def _failed(self, failure: Failure, request: Request, kind: PageKind) -> PageFailed:
        hops = request.meta.get("redirect_urls", ())
        url = clean_url(hops[0] if hops else request.url) or request.url
        problem, detail = problem_of_failure(failure)
        return PageFailed(self.site, url, kind, self.frontier.now(), problem, detail)


def _page(response: Response) -> Page:
    return Page(response.body, clean_url(response.url) or response.url, _header(response, "Content-Type"))


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
