"""NewsSpider: the one crawl loop. Each source page by page, the articles that they name, then what is due.

What it sees goes to the pipelines as sightings; what it should fetch it asks of the `Frontier`. It writes nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from blitar_scraper.addresses import address_key, is_home
from blitar_scraper.extract.parts import further_parts
from blitar_scraper.items import (
    ArticleSeen,
    Circumstances,
    Fetch,
    GoneReason,
    PageFailed,
    PageGone,
    PageUnchanged,
    Sighting,
    Site,
    Witness,
    WitnessPlace,
)
from blitar_scraper.spiders.absences import MOVED, TOGETHER, Absences
from blitar_scraper.spiders.answers import failed, is_conditional, received
from blitar_scraper.spiders.failures import NotAsked
from blitar_scraper.spiders.moves import leads_elsewhere, leads_off, none_is_there
from blitar_scraper.spiders.pace import pace
from blitar_scraper.spiders.parts import PartMissing, fetch_parts
from blitar_scraper.spiders.reading import Received, gave_nothing, no_article_at, read_article
from blitar_scraper.spiders.sources import SourceSpider

# What is due comes last.
_DUE = -10
# Two articles may be taken down on one day and lead to the same page; from three on it is the site that changed.
_TOGETHER = 3
# Addresses asked for at a time when the sources are done.
_AT_ONCE = 200


class NewsSpider(SourceSpider):
    """Crawls a site's news. A sub-class names its `site`; the runner may hand over another, and the frontier."""

    def __init__(self, name: str | None = None, site: Site | None = None, **kwargs: Any) -> None:
        super().__init__(name, site, **kwargs)
        self.told_how_far = False
        self.led_off: dict[str, str] = {}  # known articles that lead to another site, and where
        # What hands on the last records, kept by name: the event loop itself holds only a weak reference to a task.
        self.ending: asyncio.Future[None] | None = None

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

    async def parse_article(self, response: Response, witnesses: tuple[Witness, ...]) -> AsyncIterator[Sighting]:
        sighting = await self._read_article(response, witnesses)
        shows_article = isinstance(sighting, ArticleSeen) and sighting.reading.article is not None
        self.barren = 0 if shows_article or isinstance(sighting, PageUnchanged) else self.barren + 1
        if not self._waits(sighting):
            yield sighting
        for settled in self.absences.settled(_TOGETHER):
            yield settled

    @cached_property
    def absences(self) -> Absences:
        """What this run has seen of known articles; made when the frontier is known."""
        return Absences(self.frontier)

    def _waits(self, sighting: Sighting) -> bool:
        """Whether it is an absence, of which other articles have to tell more. Notes what it tells of others'."""
        fetch = sighting.fetch
        known = self.frontier.standing(fetch.requested_url) if fetch is not None else None
        if fetch is None or known is None:
            return False
        url = fetch.requested_url
        if isinstance(sighting, PageUnchanged):
            self.absences.seen(url, known)
        elif isinstance(sighting, ArticleSeen) and sighting.reading.article is not None:
            if self.frontier.shows_known(url, sighting.reading.article):
                self.absences.seen(url, known)
        elif isinstance(sighting, PageGone) and known.gone in (None, "moved-site"):
            self.absences.doubted(sighting, known)
            return True
        elif isinstance(sighting, PageFailed) and sighting.problem == TOGETHER:
            self.absences.missed(url, known)
        return False

    async def _read_article(self, response: Response, witnesses: tuple[Witness, ...]) -> Sighting:
        answer = received(response, self.frontier.now())
        fetch = answer.fetch
        told = Circumstances(
            "article",
            witnesses=_places(witnesses),
            gone=self._leads_to(fetch),
            together=self._many_lead_to(fetch),
            only_in_sitemap=self._is_only_in_sitemap(fetch, witnesses),
            failed=None if fetch.http_status != 304 or is_conditional(response) else ("http-304", fetch.url),
        )
        try:
            if (nothing := no_article_at(answer, self.site, told)) is not None:
                return nothing
            parts = await fetch_parts(self.crawler, further_parts(answer.page), self.site, self.frontier.now())
            told = replace(told, parts=_captures(parts))
            return read_article(answer, self.site, told, [part.page for part in parts], witnesses)
        except (PartMissing, NotAsked) as error:
            failed = ("part-missing" if isinstance(error, PartMissing) else error.problem, str(error))
            return gave_nothing(fetch, self.site, replace(told, failed=failed), *failed)
        except Exception as error:
            return self.reader_failed(fetch, "article", error, told)

    def _is_only_in_sitemap(self, fetch: Fetch, witnesses: tuple[Witness, ...]) -> bool:
        if any(witness.source != "sitemap" for witness in witnesses):
            return False
        return bool(witnesses) or self.frontier.only_in_sitemap(fetch.requested_url)

    def _leads_to(self, fetch: Fetch) -> GoneReason | None:
        """What a redirect to no article says of the article that was asked for."""
        if fetch.http_status != 200 or address_key(fetch.url) == address_key(fetch.requested_url):
            return None
        if is_home(fetch.url, self.site.home_url):
            return "home"
        starts = {address_key(url) for url in self.site.start_urls}
        is_no_article = address_key(fetch.url) in starts or self.discovery.is_beside(fetch.url)
        return "soft-404" if is_no_article or self.frontier.is_listing(fetch.url) else None

    def _many_lead_to(self, fetch: Fetch) -> bool:
        """Whether this is the third address and more of this run that redirects to one and the same.

        Then the site is under maintenance or was rebuilt: nothing is said of the single articles.
        """
        if address_key(fetch.url) == address_key(fetch.requested_url):
            return False
        return self.absences.leads_to(fetch.url, fetch.requested_url) >= _TOGETHER

    async def article_failed(self, failure: Failure) -> AsyncIterator[Sighting]:
        sighting = failed(failure, failure.request, self.site, "article", self.frontier.now())  # type: ignore[attr-defined]
        if (url := leads_off(failure.value)) is not None and (
            known := self.frontier.standing(sighting.url)
        ) is not None:
            self.absences.missed(sighting.url, known)
            self.led_off[sighting.url] = url
        yield sighting
        for settled in self.absences.settled(_TOGETHER):
            yield settled

    # What is left

    def when_idle(self) -> None:
        """When nothing is being fetched: the next source; then what no listing named; then what is due."""
        requests = list(self._next_requests()) or list(self._questions())
        engine = self.crawler.engine
        if engine is None:
            return
        if not requests:
            if self.ending is None:
                left = list(self.absences.at_the_end(_TOGETHER, asked_enough=not self.limit_reached()))
                self._note_move()
                if not left:
                    return
                self.ending = asyncio.ensure_future(self._hand_on(left))
            raise DontCloseSpider
        for request in requests:
            engine.crawl(request)
        raise DontCloseSpider

    def _next_requests(self) -> Iterator[Request]:
        if self.limit_reached():
            return
        if (chain := self.discovery.following()) is not None:
            yield self.source_request(chain)
            return
        if self.nobody_answers:
            return  # leave it for the next run
        self._tell_how_far()
        room = _AT_ONCE
        if self.frontier.limit is not None:
            room = min(room, self.frontier.limit - self.fetched_articles)
        left = (said for said in self.discovery.left() if address_key(said[0].url) not in self.requested)
        for witnesses in islice(left, room):
            yield self.article_request(witnesses[0].url, witnesses=witnesses)
            room -= 1
        if room and not self.discovery.said:
            for url in self._looks(self.frontier.due(self.requested, room)):
                yield self.article_request(url, priority=_DUE)

    def _looks(self, due: Sequence[str]) -> Iterator[str]:
        """Few at a time until one is seen to be there: where the site has moved, the others need not be asked for."""
        looks = 0
        for url in due:
            if address_key(url) in self.requested or self.is_spared(url):
                continue
            looks += not self.absences.any_alive and self.frontier.standing(url) is not None
            if looks > MOVED:
                return
            yield url

    def is_spared(self, url: str) -> bool:
        """Known articles of a site that has moved: none of them is at its address."""
        return bool(self.absences.site_moved) and self.frontier.standing(url) is not None

    def _tell_how_far(self) -> None:
        """Once, when the listings are done: how far back each was read."""
        if self.told_how_far or not self.discovery.complete:
            return
        self.told_how_far = True
        for chain in self.chains:
            if chain.kind == "listing" and chain.oldest and chain.ended in ("end", "settled"):
                self.frontier.listed_down_to(chain.oldest, chain.entries)

    # How the run stands in the end

    def _questions(self) -> Iterator[Request]:
        """One known article that may tell whether another one was removed, where nothing that is due has told."""
        if not self.limit_reached() and (url := self.absences.to_ask(self.requested)) is not None:
            yield self.article_request(url, priority=_DUE)

    async def _hand_on(self, left: Sequence[Sighting]) -> None:
        """Give the pipelines what still waited, and end the run: no answer is left to which it could belong."""
        engine = self.crawler.engine
        assert engine is not None
        for sighting in left:
            await engine.scraper.start_itemproc_async(sighting, response=None)
        await engine.close_spider_async(reason="finished")

    def _note_move(self) -> None:
        """Note that the whole site has moved, if it has."""
        moved = leads_elsewhere(self.site, self.start_failures) if self.nobody_answers else None
        if moved is None and (number := self.absences.site_moved):
            moved = none_is_there(number, list(self.led_off.values()))
        if moved is not None and self.crawler.stats is not None:
            self.crawler.stats.set_value("blitar/moved_site", moved)


def _places(witnesses: tuple[Witness, ...]) -> tuple[WitnessPlace, ...]:
    """Where the witnesses' words stand, where captures are kept."""
    return tuple(
        WitnessPlace(witness.capture_id, witness.source, witness.url)
        for witness in witnesses
        if witness.capture_id is not None
    )


def _captures(answers: Sequence[Received]) -> tuple[int, ...]:
    return tuple(answer.fetch.capture_id for answer in answers if answer.fetch.capture_id is not None)
