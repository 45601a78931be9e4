"""Reads a site's sources page by page: which articles they name, and which of those are to be fetched."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar, Self

import scrapy
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from blitar_scraper.addresses import address_key, same_site
from blitar_scraper.extract.not_found import says_not_found
from blitar_scraper.items import (
    Circumstances,
    Fetch,
    ListingSeen,
    PageFailed,
    PageKind,
    Problem,
    Sighting,
    Site,
    Witness,
)
from blitar_scraper.spiders.answers import failed, number, received
from blitar_scraper.spiders.chains import Chain, SourceKind
from blitar_scraper.spiders.discovery import Discovery
from blitar_scraper.spiders.frontier import Frontier
from blitar_scraper.spiders.offers import ends, goes_on, in_parts, posts_page, read_offer
from blitar_scraper.spiders.reading import applied, read_source, refused

# Articles before further listing pages, so that few are known but not stored when a run is cut short.
_ARTICLE, _LISTING = 10, 0
# Addresses in a row that show no article, after which a listing is left: it names something else, or the site is ill.
_MOST_BARREN = 50
# What is wrong with a sitemap today and will be tomorrow.
_NO_SITEMAP = ("not-a-sitemap", "sitemap-too-large", "too-large", "robots-disallowed")
# REST is a feed of posts.
_PAGE_KIND: Mapping[SourceKind, PageKind] = {"listing": "listing", "rest": "feed", "feed": "feed", "sitemap": "sitemap"}


class SourceSpider(scrapy.Spider):
    """The half of a crawl that finds articles. A sub-class names its `site`, and reads the articles."""

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
        self.reader_errors = 0
        self.barren = 0  # answers in a row without an article

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.robots_parsed, signals.robots_parsed)
        return spider

    @cached_property
    def discovery(self) -> Discovery:
        """The run's sources; made when the frontier is known."""
        return Discovery(self.site, self.frontier, self.offers)

    @property
    def chains(self) -> list[Chain]:
        return self.discovery.chains

    @property
    def nobody_answers(self) -> bool:
        """Whether no source gave an answer of any use."""
        return bool(self.start_failures) and not any(chain.entries for chain in self.chains)

    async def start(self) -> AsyncIterator[Any]:
        yield self.source_request(self.discovery.first())

    def robots_parsed(self, robotparser: Any) -> None:
        """The sitemaps that robots.txt names cost no request of their own."""
        parser = getattr(robotparser, "rp", None)
        self.discovery.named_sitemaps.extend(str(url) for url in getattr(parser, "sitemaps", ()))

    def source_request(self, chain: Chain, url: str | None = None) -> Request:
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
        answer = received(response, self.frontier.now())
        fetch, page = answer.fetch, answer.page
        chain.pages += 1
        if (why := refused(answer, self.site)) is not None:
            for sighting in self._source_gave_nothing(fetch, chain, *why):
                yield sighting
            return
        try:
            listing = read_source(answer, "listing", self.site, fetch.seen_at)
        except Exception as error:
            chain.ended = "cut"
            yield self.reader_failed(fetch, "listing", error, Circumstances("listing"))
            return
        is_first = not any(other.pages for other in self.chains if other is not chain) and chain.pages == 1
        self.discovery.look_at(page, answer.headers, listing)
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
                yield self.source_request(chain, response.url)
            else:
                chain.ended = "cut"
                yield self._nothing_of(fetch, chain, "listing-empty")
            return
        chain.asked_again, chain.links = False, page.links
        stop, problem = chain.take(listing, self.chains)
        told = self.discovery.told_of(listing, "listing")
        read, listing = listing, applied(listing, told)
        wanted = self._wanted(listing.entries)
        self.discovery.learn(listing.entries)
        if stop is None and self.barren >= _MOST_BARREN:
            stop, problem = "cut", Problem("listing-barren", None, f"the last {self.barren} addresses show no article")
        chain.joined = self.frontier.reaches_known(listing.entries)
        stop = stop or self.frontier.may_stop(listing.entries)
        if problem is not None:
            told = dataclasses.replace(told, problems=(problem,))
        yield ListingSeen(self.site, fetch, applied(read, told), "listing", told)
        if is_first:
            # The first page of all: the other sources may say more of these articles.
            self.discovery.remember(wanted)
            chain.following, chain.ended = listing.next_url, stop or (None if listing.next_url else "end")
            return
        for entry in wanted:
            if self.limit_reached():
                stop = "limit"
                break
            yield self.article_request(entry.url, witnesses=self.discovery.witnesses(entry))
        if stop is None and listing.next_url:
            yield self.source_request(chain, listing.next_url)
        else:
            chain.ended = stop or "end"

    def _wanted(self, entries: Sequence[Witness]) -> list[Witness]:
        wanted = self.frontier.wanted(entries)
        return [
            entry
            for entry in wanted
            if address_key(entry.url) not in self.requested
            and not self.discovery.is_source(entry.url)
            and not self.is_spared(entry.url)
        ]

    def is_spared(self, url: str) -> bool:
        """Whether an article is not asked for in this run, although it should be."""
        return False

    def _source_gave_nothing(
        self, fetch: Fetch, chain: Chain, problem: str, detail: str | None = None
    ) -> Iterator[PageFailed]:
        """A source that does not exist is not missed, and a page past the last one ends a listing.

        Any other failure leaves the source unread, unless the address has failed like that in several crawls.
        """
        first = chain.pages == 1
        missing = fetch.http_status in (404, 410) or problem == "soft-404"
        if chain.kind == "sitemap":
            self._lose_sitemap(chain, fetch.requested_url, problem, first=first, missing=missing)
        elif missing:
            chain.ended = "missing" if first else "end"
        else:
            gives_up = first and (chain.guessed or self.frontier.keeps_failing(fetch.requested_url))
            chain.ended = "missing" if gives_up else "cut"
        name = "start-address-missing" if missing else problem
        yield from self._note(self._nothing_of(fetch, chain, name, detail), chain, first=first)

    def _nothing_of(self, fetch: Fetch, chain: Chain, problem: str, detail: str | None = None) -> PageFailed:
        told = Circumstances(chain.kind, failed=(problem, detail))
        kind, status = _PAGE_KIND[chain.kind], fetch.http_status
        return PageFailed(
            self.site,
            fetch.requested_url,
            kind,
            fetch.seen_at,
            problem,
            detail,
            status,
            fetch=fetch,
            circumstances=told,
        )

    def _lose_sitemap(self, chain: Chain, url: str, problem: str, *, first: bool, missing: bool = False) -> None:
        """A sitemap, or one of several, gave nothing: it is missed only where it may give more in the next crawl."""
        gives_up = missing or problem in _NO_SITEMAP or (first and chain.guessed) or self.frontier.keeps_failing(url)
        chain.lost += not gives_up
        if not chain.waiting:
            chain.ended = "cut" if chain.lost else "missing" if first else "end"

    def _note(self, nothing: PageFailed, chain: Chain, *, first: bool) -> Iterator[PageFailed]:
        """What a person should know: not that a guess was wrong."""
        if first and chain.guessed:
            return
        if first and chain.kind != "sitemap":  # it is asked for where a page has answered
            self.start_failures.append(nothing)
        yield nothing

    async def source_failed(self, failure: Failure) -> AsyncIterator[Sighting]:
        request: Request = failure.request  # type: ignore[attr-defined]
        chain: Chain = request.cb_kwargs["chain"]
        sighting = failed(failure, request, self.site, _PAGE_KIND[chain.kind], self.frontier.now(), chain.kind)
        if chain.kind == "rest":
            sighting = dataclasses.replace(sighting, url=chain.start)
        if chain.kind == "sitemap":
            self._lose_sitemap(chain, sighting.url, sighting.problem, first=chain.pages == 0)
        else:
            gives_up = chain.pages == 0 and (chain.guessed or self.frontier.keeps_failing(sighting.url))
            chain.ended = "missing" if gives_up else "cut"
        for nothing in self._note(sighting, chain, first=chain.pages == 0):
            yield nothing

    # REST, feeds and sitemaps

    async def parse_offer(self, response: Response, chain: Chain) -> AsyncIterator[Sighting | Request]:
        """What a site offers to machines: every article that it names is remembered until the listings are read."""
        answer = received(response, self.frontier.now())
        fetch = answer.fetch
        if chain.kind == "rest":  # whose questions have another date each day: what is known of it has its own address
            fetch = dataclasses.replace(fetch, requested_url=chain.start)
        chain.pages += 1
        if response.status != 200 or not same_site(response.url, self.site.home_url):
            for nothing in self._source_gave_nothing(fetch, chain, f"http-{response.status}", response.url):
                yield nothing
            return
        try:
            listing = read_offer(chain, answer, self.site, self.discovery)
        except Exception as error:
            chain.ended = "cut"
            yield self.reader_failed(fetch, _PAGE_KIND[chain.kind], error, Circumstances(chain.kind))
            return
        if not listing.entries and not chain.waiting and listing.problems:
            # An answer of 200 that is no feed: a page for every address, a login, a challenge.
            first = listing.problems[0]
            why = refused(answer, self.site) or (first.problem, first.detail)
            for nothing in self._source_gave_nothing(fetch, chain, *why):
                yield nothing
            return
        stop, problem = None, None
        told = Circumstances(chain.kind)
        if chain.kind != "rest":  # which names posts only, wherever the site links to them
            told = self.discovery.told_of(listing, chain.kind)
        if chain.kind == "sitemap":
            told = dataclasses.replace(told, shapes=tuple(sorted(self.discovery.shapes)))
        read, listing = listing, applied(listing, told)
        if chain.kind == "sitemap":
            chain.entries += len(listing.entries)
        else:
            self.discovery.learn(listing.entries)
            stop, problem = chain.take(listing, ())
            chain.joined = self.frontier.reaches_known(listing.entries)
        if problem is not None:
            told = dataclasses.replace(told, problems=(problem,))
        for place, part in enumerate(in_parts(applied(read, told))):
            self.discovery.remember(self._wanted(part.entries))
            told_here = dataclasses.replace(told, part=place)
            yield ListingSeen(self.site, fetch, part, _PAGE_KIND[chain.kind], told_here)
        last = number(response, "X-WP-TotalPages")
        following = listing.next_url
        if chain.kind == "rest":
            following = chain.start if goes_on(chain, listing.entries, last, self.frontier.changed_since) else None
            is_all = problem is None and ends(chain, last, self.frontier.changed_since)
            if following is None or stop == "end":
                stop = "end" if is_all else "part"
        if stop is None and following is not None:
            yield self.source_request(chain, following)
        elif stop is None and chain.waiting:
            yield self.source_request(chain)
        else:
            chain.ended = stop or ("cut" if chain.lost else "end")

    # Articles

    def article_request(self, url: str, *, witnesses: tuple[Witness, ...] = (), priority: int = _ARTICLE) -> Request:
        """The request for an article, with what the sources say of it."""
        self.requested.add(address_key(url))
        self.fetched_articles += 1
        return Request(
            url,
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"witnesses": witnesses},
            # One that is known may be asked for with conditions (crawling/answers/revalidation.py).
            meta={"revalidate": True},
            priority=priority,
        )

    def limit_reached(self) -> bool:
        return self.frontier.limit is not None and self.fetched_articles >= self.frontier.limit

    def parse_article(self, response: Response, witnesses: tuple[Witness, ...]) -> AsyncIterator[Sighting]:
        raise NotImplementedError

    def article_failed(self, failure: Failure) -> AsyncIterator[Sighting]:
        raise NotImplementedError

    def reader_failed(self, fetch: Fetch, kind: PageKind, error: Exception, told: Circumstances) -> PageFailed:
        """A fault of this program in reading one page: it is logged, the run ends as crashed, the rest goes on."""
        self.logger.exception("reading %s failed", fetch.url)
        self.reader_errors += 1
        detail = f"{type(error).__name__}: {error}"[:200]
        return PageFailed(
            self.site,
            fetch.requested_url,
            kind,
            fetch.seen_at,
            "reader-error",
            detail,
            fetch.http_status,
            fetch=fetch,
            circumstances=told,
        )
