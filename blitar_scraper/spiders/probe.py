"""ProbeSpider: looks at a site of which only an address is known, with about ten requests, and stores nothing.

It asks as a crawl does (the same discovery, the same manners), but one after the other and each source's first page
only. It yields no items: what it found is in `findings`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Self
from urllib.parse import urljoin

import scrapy
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from blitar_scraper.addresses import address_key, is_home, same_site, shape_of
from blitar_scraper.extract import Page, extract_article, extract_listing
from blitar_scraper.extract.pagination import numbered, paging_form
from blitar_scraper.extract.system import System, recognise
from blitar_scraper.items import Fetch, Listing, Site, Witness, check_article
from blitar_scraper.spiders.answers import number, received
from blitar_scraper.spiders.chains import Chain
from blitar_scraper.spiders.discovery import Discovery
from blitar_scraper.spiders.failures import problem_of_error
from blitar_scraper.spiders.findings import ArticleFound, Findings, Outcome, Seen, SourceFound, verified
from blitar_scraper.spiders.frontier import NothingKnown
from blitar_scraper.spiders.identity import identify
from blitar_scraper.spiders.offers import posts_page, read_offer
from blitar_scraper.spiders.reading import Received, applied, refused
from blitar_scraper.spiders.systems import base_of

ARTICLES = 3
# Posts asked of REST: enough to choose from; a crawl asks for a hundred.
_POSTS = 20
# Listings of the menu that are asked for: the second tells whether it is the same news, more cost and tell little.
_LISTINGS, _FEEDS, _SITEMAPS = 2, 2, 2
# Where regional governments have their news when their first page names none (lessons: Kota Blitar, its agencies).
_USUAL_LISTINGS = ("beranda", "berita")

# What a problem says of the site; any other leaves it unreachable.
_OUTCOMES: Mapping[str, Outcome] = {
    **dict.fromkeys(("challenge", "login", "robots-disallowed", "http-401", "http-403", "http-429"), "blocked"),
    **dict.fromkeys(("maintenance", "suspended", "parked"), "closed"),
    **dict.fromkeys(("http-404", "http-410"), "missing"),
    "off-site": "elsewhere",
}
# Nobody is there: another scheme may be tried.
_NOBODY = ("connection-refused", "connection-lost", "not-http", "timeout", "tls-error", "no-answer")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for an address; `problem` (its name, a detail) where it is no page of the site."""

    url: str
    fetch: Fetch | None = None
    page: Page | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    total: int | None = None
    problem: tuple[str, str | None] | None = None


class ProbeSpider(scrapy.Spider):
    """`urls` are spellings of one address, tried in order until somebody answers; `clock` gives the time (aware)."""

    name = "probe"

    def __init__(self, urls: Sequence[str], clock: Callable[[], datetime], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.urls, self.clock = tuple(urls), clock
        self.findings: Findings | None = None
        self.answers: dict[str, Answer] = {}
        self.robots_sitemaps: list[str] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.robots_parsed, signals.robots_parsed)
        return spider

    def robots_parsed(self, robotparser: Any) -> None:
        parser = getattr(robotparser, "rp", None)
        self.robots_sitemaps.extend(str(url) for url in getattr(parser, "sitemaps", ()))

    async def start(self) -> AsyncIterator[Any]:
        try:
            self.findings = await self._look()
        except asyncio.CancelledError:
            raise
        except Exception as error:  # a fault of this program: one site's page must not end the probes of others
            self.logger.exception("probing %s failed", self.urls[0])
            why = f"{type(error).__name__}: {error}"[:200]
            self.findings = Findings(self.urls[0], "crashed", identify(self.urls[0]), "reader-error", why)
        return
        yield  # which makes it the generator that Scrapy wants

    # The whole, from the address to three articles

    async def _look(self) -> Findings:
        for url in self.urls:
            given = await self.ask(url, identify(url))
            if given.problem is None or given.problem[0] not in _NOBODY:
                break
        if given.page is None or given.fetch is None:
            assert given.problem is not None
            problem, detail = given.problem
            return Findings(given.url, _OUTCOMES.get(problem, "unreachable"), identify(given.url), problem, detail)
        site = identify(given.page.url or given.url)
        home = given if is_home(given.fetch.url, site.home_url) else await self.ask(site.home_url, site)
        first = home if home.page is not None else given
        assert first.page is not None
        site = identify(given.page.url or given.url, first.page)
        system = recognise(first.page, first.headers)
        reader = _Reader(self, site, Discovery(site, NothingKnown(self.clock), base_of(_name(system)).offers))
        reader.discovery.named_sitemaps.extend(self.robots_sitemaps)
        listing = extract_listing(first.page, site, seen_at=self.clock())
        reader.discovery.look_at(first.page, first.headers, listing)
        await reader.read_sources(given.fetch.url)
        articles = await reader.read_articles(given.fetch.url)
        sources = tuple(reader.sources)
        outcome, reason, why = _judge(sources, articles)
        system = _confirmed(system, sources)
        kept = verified(sources)
        site = replace(site, system=_name(system), start_urls=kept.start_urls, settings=dict(kept.settings))
        return Findings(
            given.url, outcome, site, reason, why, final_url=given.fetch.url, system=system, sources=sources,
            articles=tuple(articles), pages=self._pages(),
        )  # fmt: skip

    def _pages(self) -> dict[str, Seen]:
        """The pages that answered, by the address asked for."""
        return {
            url: Seen(answer.fetch.url, answer.page.body, answer.page.content_type, answer.fetch.seen_at)
            for url, answer in self.answers.items()
            if answer.page is not None and answer.fetch is not None
        }

    async def ask(self, url: str, site: Site) -> Answer:
        """The answer for an address, which is asked for once, and not where it was redirected to, either."""
        if url not in self.answers:
            answer = self.answers[url] = await self._request(url, site)
            if answer.fetch is not None:
                self.answers.setdefault(answer.fetch.url, answer)
        return self.answers[url]

    async def _request(self, url: str, site: Site) -> Answer:
        engine = self.crawler.engine
        assert engine is not None
        try:
            response: Response = await engine.download_async(Request(url))
        except asyncio.CancelledError:
            raise
        except Exception as error:
            return Answer(url, problem=problem_of_error(error))
        answer = received(response, self.clock())
        if (why := refused(answer, site)) is not None:
            return Answer(url, problem=why)
        return Answer(url, answer.fetch, answer.page, answer.headers, number(response, "X-WP-Total"))


class _Reader:
    """Reads one site's sources, then some of the articles that they name."""

    def __init__(self, spider: ProbeSpider, site: Site, discovery: Discovery) -> None:
        self.spider, self.site, self.discovery = spider, site, discovery
        self.sources: list[SourceFound] = []
        self.named: dict[str, list[Witness]] = {}  # the entries of each source's first page, by its address
        self.next_urls: dict[str, str] = {}

    async def read_sources(self, given: str) -> None:
        """Ask every source for its first page; `given` is the address that the probe began with."""
        chains = self.discovery.chains
        home = await self.spider.ask(self.site.home_url, self.site)
        where = {chain.start for chain in chains} | ({home.fetch.url} if home.fetch else set())
        if address_key(given) not in map(address_key, where):
            chains.append(Chain(given))
        for chain in list(chains):
            if self._is_wanted(chain) and not self._is_article(chain.start):
                await self._read(chain)
        if not any(source.entries for source in self.sources):
            for path in _USUAL_LISTINGS:
                await self._read(Chain(urljoin(self.site.home_url, path), guessed=True))
        for chain in chains:
            chain.ended = chain.ended or "missing"
        await self._read_sitemaps()
        await self._turn_a_page()

    def _is_wanted(self, chain: Chain) -> bool:
        """Whether a source is worth a request: not a second feed beside one that works, not all of the menu."""
        if not chain.guessed:
            return True  # the site's first page, and the address given
        good = [source for source in self.sources if source.kind == chain.kind and source.entries]
        tried = [source for source in self.sources if source.kind == chain.kind and source.url != self.site.home_url]
        if chain.kind == "feed":
            return not good and len(tried) < _FEEDS
        if chain.kind == "listing":
            complete = any(source.kind == "rest" and source.entries for source in self.sources)
            return len(tried) < (1 if complete else _LISTINGS) or not good
        return True

    def _is_article(self, url: str) -> bool:
        """Whether the address given is one of the articles that the sources name, or looks like them."""
        folders = shape_of(url)
        return address_key(url) in self.discovery.said or (len(folders) > 1 and folders in self.discovery.shapes)

    async def _read_sitemaps(self) -> None:
        """Where a crawl would need them; else only what robots.txt names."""
        tried = 0
        while tried < _SITEMAPS and (chain := self.discovery.following()) is not None:
            tried += 1
            if await self._read(chain):
                break
        if not tried:
            named = [url for url in self.discovery.named_sitemaps if same_site(url, self.site.home_url)]
            self.sources += [SourceFound("sitemap", url, asked=False) for url in dict.fromkeys(named)]

    async def _read(self, chain: Chain) -> int:
        """Ask for a source's first page (and the first sitemap of an index); how many articles it names."""
        url = posts_page(chain.start, 1, None, _POSTS) if chain.kind == "rest" else chain.start
        answer = await self.spider.ask(url, self.site)
        chain.asked, chain.pages, chain.ended = True, 1, "missing"
        listing, why = self._listing(chain, answer)
        detail = None
        if chain.waiting and not listing.entries:
            detail = f"an index of {len(chain.waiting)}; read was {chain.waiting[0]}"
            answer = await self.spider.ask(chain.waiting[0], self.site)
            chain.pages, chain.waiting = 2, []
            listing, why = self._listing(chain, answer)
        is_guess = chain.guessed and chain.kind in ("listing", "sitemap")
        if why is not None and is_guess and why[0] in ("http-404", "listing-empty"):
            return 0  # nobody said that it exists; or a page of the menu that lists nothing
        chain.entries = len(listing.entries)
        chain.ended = "end" if listing.entries else "missing"
        self.named[chain.start] = list(listing.entries)
        if chain.kind != "sitemap":
            self.discovery.learn(listing.entries)
        self.discovery.remember(listing.entries)
        if listing.next_url:
            self.next_urls[chain.start] = listing.next_url
        total = {"rest": answer.total, "sitemap": len(listing.entries)}.get(chain.kind)
        problem, reason = why or (None, None)
        found = SourceFound(
            chain.kind, chain.start, entries=len(listing.entries), total=total, page_count=listing.page_count,
            pagination=_form(listing.next_url), problem=problem, detail=reason if why else detail,
        )  # fmt: skip
        self.sources.append(found)
        return len(listing.entries)

    def _listing(self, chain: Chain, answer: Answer) -> tuple[Listing, tuple[str, str | None] | None]:
        """What a source's page names, and why it names nothing."""
        if answer.page is None or answer.fetch is None:
            return Listing(()), answer.problem
        seen_at = answer.fetch.seen_at
        if chain.kind == "listing":
            listing = extract_listing(answer.page, self.site, seen_at=seen_at)
        else:
            listing = read_offer(chain, Received(answer.fetch, answer.page, answer.headers), self.site, self.discovery)
        if chain.kind != "rest":
            listing = applied(listing, self.discovery.told_of(listing, chain.kind))
        why = next(iter(listing.problems), None) if not listing.entries else None
        return listing, (why.problem, why.detail) if why else None

    async def _turn_a_page(self) -> None:
        """Ask the fullest listing for its second page, where the listings are what a crawl depends on."""
        listings = [source for source in self.sources if source.kind == "listing" and source.url in self.next_urls]
        if not listings or any(source.kind == "rest" and source.entries for source in self.sources):
            return
        best = max(listings, key=lambda source: source.entries)
        answer = await self.spider.ask(self.next_urls[best.url], self.site)
        listing, _ = self._listing(Chain(best.url), answer)
        first = {address_key(entry.url) for entry in self.named[best.url]}
        goes_on = any(address_key(entry.url) not in first for entry in listing.entries)
        self.sources[self.sources.index(best)] = replace(best, goes_on=goes_on)

    # Articles

    async def read_articles(self, given: str) -> list[ArticleFound]:
        """The first, the middle and the last article of the best source; the address given, where it is one."""
        order = {"rest": 0, "listing": 1, "feed": 2, "sitemap": 3}
        best = min(
            (source for source in self.sources if source.entries),
            key=lambda source: (order[source.kind], -source.entries),
            default=None,
        )
        entries = self.named[best.url] if best else []
        urls = [given] if self._is_article(given) else []
        urls += [entries[place].url for place in _spread(len(entries))]
        once = list({address_key(url): url for url in reversed(urls)}.values())[::-1]
        return [await self._read_article(url) for url in once[:ARTICLES]]

    async def _read_article(self, url: str) -> ArticleFound:
        witnesses = tuple(_one_of_each(self.discovery.said.get(address_key(url), ())))
        named_by = tuple(witness.source for witness in witnesses)
        answer = await self.spider.ask(url, self.site)
        if answer.page is None or answer.fetch is None:
            problem, detail = answer.problem or ("no-answer", None)
            return ArticleFound(url, named_by, problem=problem, detail=detail)
        if is_home(answer.fetch.url, self.site.home_url) and not is_home(url, self.site.home_url):
            return ArticleFound(url, named_by, problem="leads-elsewhere", detail=answer.fetch.url)
        seen_at = answer.fetch.seen_at
        reading = extract_article(answer.page, self.site, seen_at=seen_at, witnesses=witnesses)
        if reading.article is not None:
            article, broken = check_article(reading.article, self.site.home_url, seen_at)
            reading = replace(reading, article=article, problems=(*reading.problems, *broken))
        return ArticleFound(url, named_by, reading)


def _name(system: System | None) -> str | None:
    """A publishing system as it stands in `sites.system`."""
    return system.name.lower() if system else None


def _spread(number: int) -> list[int]:
    """The first, the middle and the last place of so many, each once."""
    return sorted({0, number // 2, number - 1}) if number else []


def _one_of_each(witnesses: Sequence[Witness]) -> Iterator[Witness]:
    """One witness of each kind; the listing's word first, as in a crawl."""
    found: dict[str, Witness] = {}
    for witness in sorted(witnesses, key=lambda witness: witness.source != "listing"):
        found.setdefault(witness.source, witness)
    yield from found.values()


def _form(next_url: str | None) -> str | None:
    """How further pages are addressed; for offsets, by how many articles."""
    form, found = paging_form(next_url), numbered(next_url)
    if form is None or found is None:
        return None if next_url is None else "a link to the next page"
    return form if found.by_one or found.number <= 2 else f"{form} (N counts articles)"


def _judge(sources: Sequence[SourceFound], articles: Sequence[ArticleFound]) -> tuple[Outcome, str | None, str | None]:
    if not any(source.entries for source in sources):
        return "no-news", "listing-empty", "no article links on any page read"
    read = [found.article for found in articles if found.article is not None]
    if not read:
        why = next((found for found in articles if found.problem), None)
        return "unread", why.problem if why else "no-article", why.detail if why else None
    if not any(article.published_at or article.author or article.views is not None for article in read):
        # Any page has a heading and text; news has a date, an author or a count.
        return "no-news", "no-article", "the pages that it links to show no date, no author and no view count"
    return "news", None, None


def _confirmed(system: System | None, sources: Sequence[SourceFound]) -> System | None:
    """The publishing system, with what its sources proved."""
    if not any(source.kind == "rest" and source.entries for source in sources):
        return system
    reason = "its REST collection wp/v2/posts answers"
    if system is None or system.name.lower() != "wordpress":
        return System("wordpress", (reason,), certain=True)
    return replace(system, reasons=(*system.reasons, reason), certain=True)
