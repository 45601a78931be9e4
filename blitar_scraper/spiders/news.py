"""NewsSpider: the one crawl loop. Each source page by page, the articles that they name, then what is due.

What it sees goes to the pipelines as sightings; what it should fetch it asks of the `Frontier`. It writes nothing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, ClassVar, Self

import scrapy
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from blitar_scraper.addresses import address_key, is_home, same_site
from blitar_scraper.extract import extract_article, extract_listing
from blitar_scraper.extract.not_found import says_not_found
from blitar_scraper.items import (
    ArticleSeen,
    Fetch,
    GoneReason,
    ListingSeen,
    PageFailed,
    PageGone,
    PageKind,
    Problem,
    Reading,
    Sighting,
    Site,
    Witness,
)
from blitar_scraper.spiders.answers import failed, fetch_of, headers, number, page_of, refused
from blitar_scraper.spiders.chains import Chain, SourceKind
from blitar_scraper.spiders.discovery import Discovery
from blitar_scraper.spiders.frontier import Frontier
from blitar_scraper.spiders.offers import goes_on, in_parts, posts_page, read_offer
from blitar_scraper.spiders.pace import pace

# Articles before further listing pages, so that few are known but not stored when a run is cut short.
_ARTICLE, _LISTING, _DUE = 10, 0, -10
# Two articles may be taken down on one day and lead to the same page; from three on it is the site that changed.
_TOGETHER = 3
# Addresses in a row that show no article, after which a listing is left: it names something else, or the site is ill.
_MOST_BARREN = 50
# Addresses asked for at a time when the sources are done.
_AT_ONCE = 200
# REST is a feed of posts.
_PAGE_KIND: Mapping[SourceKind, PageKind] = {"listing": "listing", "rest": "feed", "feed": "feed", "sitemap": "sitemap"}


class NewsSpider(scrapy.Spider):
    """Crawls a site's news. A sub-class names its `site`; the runner may hand over another, and the frontier."""

    site: Site
    frontier: Frontier
    # Where every site of its publishing system has REST, feeds and sitemaps, from the home address on (`systems/`).
    offers: ClassVar[Mapping[str, Sequence[str]]] = {}

    def __init__(self, name: str | None = None, site: Site | None = None, **kwargs: Any) -> None:
        if site is not None:
            self.site = site
        super().__init__(name or self.site.id, **kwargs)
        self.requested: set[str] = set()
        self.fetched_articles = 0
        self.start_failures: list[PageFailed] = []
        self.told_how_far = False
        self.led_to: dict[str, set[str]] = {}
        self.reader_errors = 0
        self.barren = 0  # answers in a row without an article

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.when_idle, signals.spider_idle)
        crawler.signals.connect(spider.robots_parsed, signals.robots_parsed)
        return spider

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """For `scrapy crawl SITE`; the runner sets the same with a higher priority."""
        super().update_settings(settings)
        if hasattr(cls, "site"):
            delay = settings.getfloat("BLITAR_DELAY") if settings.get("BLITAR_DELAY") is not None else None
            settings.setdict(pace(cls.site, delay), priority="spider")

    @cached_property
    def discovery(self) -> Discovery:
        """The run's sources; made when the frontier is known."""
        return Discovery(self.site, self.frontier, self.offers)

    @property
    def chains(self) -> list[Chain]:
        return self.discovery.chains

    @property
    def expected_articles(self) -> int:
        """An estimate of the articles that this run will have asked for: those so far, and what the sources promise."""
        going_on = [chain for chain in self.chains if chain.ended is None and chain.pages and chain.kind == "listing"]
        to_come = max(
            (chain.entries // chain.pages * (chain.page_count - chain.pages) for chain in going_on), default=0
        )
        if not self.frontier.reads_all and self.frontier.limit is None:
            to_come = 0
        expected = self.fetched_articles + max(to_come, len(self.discovery.said), 0)
        return expected if self.frontier.limit is None else min(expected, self.frontier.limit)

    async def start(self) -> AsyncIterator[Any]:
        yield self._source_request(self.discovery.first())

    def robots_parsed(self, robotparser: Any) -> None:
        """The sitemaps that robots.txt names cost no request of their own."""
        parser = getattr(robotparser, "rp", None)
        self.discovery.named_sitemaps.extend(str(url) for url in getattr(parser, "sitemaps", ()))

    def _source_request(self, chain: Chain, url: str | None = None) -> Request:
        url = url or chain.following or (chain.waiting.pop(0) if chain.waiting else chain.start)
        chain.following, chain.asked = None, True
        if chain.kind == "rest":
            url = posts_page(chain.start, chain.pages + 1, self.frontier.changed_since)
        return Request(
            url,
            callback=self.parse_listing if chain.kind == "listing" else self.parse_offer,
            errback=self.source_failed,
            cb_kwargs={"chain": chain},
            priority=_LISTING,
        )

    # Listings

    async def parse_listing(self, response: Response, chain: Chain) -> AsyncIterator[Sighting | Request]:
        fetch = fetch_of(response, self.frontier.now())
        chain.pages += 1
        page = page_of(response)
        if (why := refused(response, page, self.site)) is not None:
            for sighting in self._source_gave_nothing(fetch, chain, *why):
                yield sighting
            return
        try:
            listing = extract_listing(page, self.site, seen_at=fetch.seen_at)
        except Exception as error:
            chain.ended = "cut"
            yield self._reader_failed(fetch, "listing", error)
            return
        asks_sources = self.discovery.wants_sources
        self.discovery.look_at(page, headers(response))
        if not listing.entries and (said := says_not_found(page)):
            for sighting in self._source_gave_nothing(fetch, chain, "soft-404", said):
                yield sighting
            return
        if not listing.entries and chain.guessed and chain.pages == 1:
            chain.ended = "missing"  # a page of the menu that is no listing
            return
        if not listing.entries and chain.looks_foreign(page):
            # A page that the one before led to, without entries and unlike it: an error page with status 200.
            if not chain.asked_again:
                chain.asked_again = True
                chain.pages -= 1
                yield self._source_request(chain, response.url)
            else:
                chain.ended = "cut"
                yield PageFailed(self.site, fetch.requested_url, "listing", fetch.seen_at, "listing-empty", None, 200)
            return
        chain.asked_again, chain.links = False, page.links
        wanted = self._wanted(listing.entries)
        self.discovery.learn(listing.entries)
        stop, problem = chain.take(listing, self.chains)
        if stop is None and self.barren >= _MOST_BARREN:
            stop, problem = "cut", Problem("listing-barren", None, f"the last {self.barren} addresses show no article")
        stop = stop or self.frontier.may_stop(listing.entries)
        if problem is not None:
            listing = dataclasses.replace(listing, problems=(*listing.problems, problem))
        yield ListingSeen(self.site, fetch, listing)
        if asks_sources:
            # The first page of all: the sources that it names may say more of these articles.
            self.discovery.remember(wanted)
            chain.following, chain.ended = listing.next_url, stop or (None if listing.next_url else "end")
            return
        for entry in wanted:
            if self._limit_reached():
                stop = "limit"
                break
            yield self._article_request(entry.url, witnesses=self.discovery.witnesses(entry))
        if stop is None and listing.next_url:
            yield self._source_request(chain, listing.next_url)
        else:
            chain.ended = stop or "end"

    def _wanted(self, entries: Sequence[Witness]) -> list[Witness]:
        wanted = self.frontier.wanted(entries)
        return [
            entry
            for entry in wanted
            if address_key(entry.url) not in self.requested and not self.discovery.is_source(entry.url)
        ]

    def _source_gave_nothing(
        self, fetch: Fetch, chain: Chain, problem: str, detail: str | None = None
    ) -> Iterator[PageFailed]:
        """A source that does not exist is not missed, and a page past the last one ends a listing.

        Any other failure leaves the source unread, unless the address has failed like that in several crawls.
        """
        first = chain.pages == 1
        missing = fetch.http_status in (404, 410) or problem == "soft-404"
        if chain.waiting:
            chain.lost += 1  # one sitemap of several
        elif missing:
            chain.ended = "missing" if first else "end"
        else:
            gives_up = first and (chain.guessed or self.frontier.keeps_failing(fetch.requested_url))
            chain.ended = "missing" if gives_up else "cut"
        name = "start-address-missing" if missing else problem
        nothing = PageFailed(
            self.site, fetch.requested_url, _PAGE_KIND[chain.kind], fetch.seen_at, name, detail, fetch.http_status
        )
        yield from self._note(nothing, chain, first=first)

    def _note(self, nothing: PageFailed, chain: Chain, *, first: bool) -> Iterator[PageFailed]:
        """What a person should know: not that a guess was wrong."""
        if first and chain.guessed:
            return
        if first:
            self.start_failures.append(nothing)
        yield nothing

    async def source_failed(self, failure: Failure) -> AsyncIterator[Sighting]:
        request: Request = failure.request  # type: ignore[attr-defined]
        chain: Chain = request.cb_kwargs["chain"]
        sighting = failed(failure, request, self.site, _PAGE_KIND[chain.kind], self.frontier.now())
        gives_up = chain.pages == 0 and (chain.guessed or self.frontier.keeps_failing(sighting.url))
        chain.lost += 1
        if not chain.waiting:
            chain.ended = "missing" if gives_up else "cut"
        for nothing in self._note(sighting, chain, first=chain.pages == 0):
            yield nothing

    # REST, feeds and sitemaps

    async def parse_offer(self, response: Response, chain: Chain) -> AsyncIterator[Sighting | Request]:
        """What a site offers to machines: every article that it names is remembered until the listings are read."""
        fetch = fetch_of(response, self.frontier.now())
        chain.pages += 1
        page = page_of(response)
        if response.status != 200 or not same_site(response.url, self.site.home_url):
            for nothing in self._source_gave_nothing(fetch, chain, f"http-{response.status}", response.url):
                yield nothing
            return
        try:
            listing = read_offer(chain, page, self.site, self.discovery, fetch.seen_at)
        except Exception as error:
            chain.ended = "cut"
            yield self._reader_failed(fetch, _PAGE_KIND[chain.kind], error)
            return
        if not listing.entries and not chain.waiting and listing.problems:
            # An answer of 200 that is no feed: a page for every address, or a login.
            why = listing.problems[0]
            for nothing in self._source_gave_nothing(fetch, chain, why.problem, why.detail):
                yield nothing
            return
        self.discovery.remember(self._wanted(listing.entries))
        stop, problem = None, None
        if chain.kind == "sitemap":
            chain.entries += len(listing.entries)
        else:
            self.discovery.learn(listing.entries)
            stop, problem = chain.take(listing, ())
        if problem is not None:
            listing = dataclasses.replace(listing, problems=(*listing.problems, problem))
        for part in in_parts(listing):
            yield ListingSeen(self.site, fetch, part, _PAGE_KIND[chain.kind])
        last = number(response, "X-WP-TotalPages")
        following = listing.next_url
        if chain.kind == "rest":
            following = chain.start if goes_on(chain, listing.entries, last, self.frontier.changed_since) else None
        if stop is None and following is not None:
            yield self._source_request(chain, following)
        elif stop is None and chain.waiting:
            yield self._source_request(chain)
        else:
            chain.ended = stop or ("cut" if chain.lost else "end")

    # Articles

    def _article_request(self, url: str, *, witnesses: tuple[Witness, ...] = (), priority: int = _ARTICLE) -> Request:
        self.requested.add(address_key(url))
        self.fetched_articles += 1
        return Request(
            url,
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"witnesses": witnesses},
            priority=priority,
        )

    def _limit_reached(self) -> bool:
        return self.frontier.limit is not None and self.fetched_articles >= self.frontier.limit

    async def parse_article(self, response: Response, witnesses: tuple[Witness, ...]) -> AsyncIterator[Sighting]:
        sighting = self._read_article(response, witnesses)
        shows_article = isinstance(sighting, ArticleSeen) and sighting.reading.article is not None
        self.barren = 0 if shows_article else self.barren + 1
        yield sighting

    def _read_article(self, response: Response, witnesses: tuple[Witness, ...]) -> Sighting:
        fetch = fetch_of(response, self.frontier.now())
        if reason := self._gone(fetch):
            if self._many_lead_to(fetch):
                return self._article_gave_nothing(fetch, "redirected-together", fetch.url)
            return PageGone(self.site, fetch, reason)
        page = page_of(response)
        if (why := refused(response, page, self.site)) is not None:
            return self._article_gave_nothing(fetch, *why)
        if self._many_lead_to(fetch):
            return self._article_gave_nothing(fetch, "redirected-together", fetch.url)
        if says_not_found(page):
            return PageGone(self.site, fetch, "soft-404")
        try:
            reading = extract_article(page, self.site, seen_at=fetch.seen_at, witnesses=witnesses)
        except Exception as error:
            return self._reader_failed(fetch, "article", error)
        return ArticleSeen(self.site, fetch, _unless_static(reading, witnesses))

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
        yield failed(failure, failure.request, self.site, "article", self.frontier.now())  # type: ignore[attr-defined]

    # What is left

    def when_idle(self) -> None:
        """When nothing is being fetched: the next source; then what no listing named; then what is due."""
        requests = list(self._next_requests())
        engine = self.crawler.engine
        if not requests or engine is None:
            return
        for request in requests:
            engine.crawl(request)
        raise DontCloseSpider

    def _next_requests(self) -> Iterator[Request]:
        if self._limit_reached():
            return
        if (chain := self.discovery.following()) is not None:
            yield self._source_request(chain)
            return
        if self.nobody_answers:
            return  # leave it for the next run
        self._tell_how_far()
        room = _AT_ONCE
        if self.frontier.limit is not None:
            room = min(room, self.frontier.limit - self.fetched_articles)
        left = (said for said in self.discovery.left() if address_key(said[0].url) not in self.requested)
        for witnesses in islice(left, room):
            yield self._article_request(witnesses[0].url, witnesses=witnesses)
            room -= 1
        if room and not self.discovery.said:
            for url in self.frontier.due(self.requested, room):
                if address_key(url) not in self.requested:
                    yield self._article_request(url, priority=_DUE)

    @property
    def nobody_answers(self) -> bool:
        """Whether no source gave an answer of any use."""
        return bool(self.start_failures) and not any(chain.entries for chain in self.chains)

    def _tell_how_far(self) -> None:
        """Once, when the listings are done: how far back each was read."""
        if self.told_how_far or not self.discovery.complete:
            return
        self.told_how_far = True
        for chain in self.chains:
            if chain.kind == "listing" and chain.oldest and chain.ended in ("end", "settled"):
                self.frontier.listed_down_to(chain.oldest, chain.entries)


def _unless_static(reading: Reading, witnesses: tuple[Witness, ...]) -> Reading:
    """The reading; without its article where only a sitemap names it and nothing on the page says that it is news."""
    article = reading.article
    if article is None or not witnesses or any(witness.source != "sitemap" for witness in witnesses):
        return reading
    if article.published_at or article.views is not None or article.author:
        return reading
    return Reading(None, problems=(Problem("no-article", None, "only a sitemap names it; no date, author or count"),))
