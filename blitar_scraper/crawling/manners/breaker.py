"""Leaves a host alone that does not answer, or does not want us: pauses, rests, and at last the end of the run.

Every request of a crawl, robots.txt and second tries too, takes its turn at its host right before it goes to the
network. There one waits at a time, and all others of that host stand behind it. What was not asked for when a run is
given up stays due, as if it had never been named.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Self

from scrapy import Request, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from blitar_scraper.addresses import host_of
from blitar_scraper.archive.values import iso
from blitar_scraper.crawling.frontier import Clock, system_clock
from blitar_scraper.crawling.manners import outages
from blitar_scraper.crawling.manners.circuit import Circuit
from blitar_scraper.crawling.manners.pauses import backoff, pause_asked, spoken
from blitar_scraper.crawling.manners.spacing import Spacing
from blitar_scraper.crawling.sites.reasons import in_words
from blitar_scraper.items import ArticleSeen, ListingSeen, PageFailed, PageGone, PageUnchanged, Sighting
from blitar_scraper.spiders.failures import GIVEN_UP, NotAsked

_log = logging.getLogger(__name__)

Sleep = Callable[[float], Awaitable[None]]

# A pause of two minutes is waited for; a longer one is another run's. Five minutes of pauses asked for in all: the site
# wants fewer requests than even this run's pace.
LONGEST_PAUSE, _MOST_PAUSES = 120.0, 300.0
# Requests that took the whole DOWNLOAD_TIMEOUT (a minute), each usable answer taking half of one away: where a third of
# all requests hang, the run has lost twenty minutes and the server as many workers.
_MOST_HANGING, _FORGIVEN = 20.0, 0.5
# After a 429 the pause between two requests to the host is doubled for the rest of the run, up to this.
_SLOWEST = 20.0
# What the spider says of a page whose site let us in no longer. (429 is tried again first.)
_REFUSED = ("challenge", "http-401", "http-403", "http-429")
# So often is looked whether the run was told to stop while it waits, in seconds.
_LOOKS = 0.5
_TRIAL = "blitar_trial"
# So many pages in a row at a run's end are no accident.
_FEWEST = 3
_LOOKS_AT = ("read", "unchanged", "failed", "failed_again")  # as pipelines/tally.py counts articles


def slot_of(request: Request) -> str:
    """The name of Scrapy's slot that the request goes through: its host's.

    A trial has one of its own, since the request that waits for its outcome holds the host's.
    """
    host = host_of(request.url)
    return f"trial of {host}" if request.meta.get(_TRIAL) else host


@dataclass
class _Host:
    """What is known in this run of one host (with and without www)."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    spacing: Spacing = field(default_factory=Spacing)
    troubles: Circuit = field(default_factory=Circuit)
    refusals: Circuit = field(default_factory=Circuit)
    owed: float = 0.0  # seconds to wait before the next request
    asked: float = 0.0  # seconds that it has asked us to wait, in all
    hanging: float = 0.0
    listing_refused: bool = False  # among the refusals in a row
    good: str | None = None  # the first address that answered with a page in this run
    tried: int = 0  # the opening of `troubles` for which that address has been asked for again


class Breaker:
    """The state of all hosts of one crawl; an extension, for the download handler and the retries to ask."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.clock: Clock = crawler.settings.get("BLITAR_CLOCK") or system_clock
        sleep: Sleep | None = crawler.settings.get("BLITAR_SLEEP")
        self.sleep: Sleep = asyncio.sleep if sleep is None else sleep
        self.given_up: tuple[str, str] | None = None
        self.refused = 0
        self._hosts: dict[str, _Host] = {}
        self._closing: asyncio.Future[None] | None = None
        crawler.signals.connect(self.scraped, signals.item_scraped)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    # Before a request

    def wait(self, url: str, seconds: float) -> None:
        """Let the host of that address be asked for nothing for so long from now."""
        host = self._hosts.setdefault(host_of(url), _Host())
        host.owed = max(host.owed, seconds)

    @asynccontextmanager
    async def turn(self, request: Request) -> AsyncIterator[None]:
        """Wait until the host may be asked; within, no other request is sent to it.

        (Scrapy's slots alone do not see to that: without a delay they start all that wait, measured in 2.19.)
        Raises NotAsked where the run was given up or told to stop.
        """
        self._refuse_if_over()
        if request.meta.get(_TRIAL):
            yield
            return
        host = self._host(request)
        async with host.turn:
            await self._admit(host)
            if (left := host.spacing.left(self._shortest_pause(request.url))) > 0:
                await asyncio.sleep(left)
                self._refuse_if_over()
            try:
                yield
            finally:
                host.spacing.request_over()

    async def _admit(self, host: _Host) -> None:
        self._refuse_if_over()
        while host.owed or host.tried < host.troubles.openings:
            pause, host.owed = host.owed, 0.0
            await self._rest(pause)
            self._refuse_if_over()
            if host.tried < host.troubles.openings:
                host.tried = host.troubles.openings
                if host.good is not None:
                    await self._try(host, host.good)
                    self._refuse_if_over()

    def _refuse_if_over(self) -> None:
        if self.given_up is not None:
            self._close()
            raise NotAsked(GIVEN_UP, "the run was given up: " + ": ".join(self.given_up))
        if self._is_closing():
            raise NotAsked(GIVEN_UP, "the run was told to stop")

    def _is_closing(self) -> bool:
        engine = self.crawler.engine
        return engine is None or getattr(getattr(engine, "_slot", None), "closing", None) is not None

    async def _rest(self, seconds: float) -> None:
        """Sleep so long, or until the run is told to stop."""
        if seconds <= 0:
            return
        sleeping = asyncio.ensure_future(self.sleep(seconds))
        try:
            while not sleeping.done() and not self._is_closing():
                await asyncio.wait([sleeping], timeout=_LOOKS)
            if sleeping.done():
                await sleeping
        finally:
            sleeping.cancel()

    async def _try(self, host: _Host, url: str) -> None:
        """Ask once for a page that has answered in this run: whether the host is down, or only what was asked for."""
        assert self.crawler.engine is not None
        trial = Request(url, meta={_TRIAL: True, "dont_retry": True}, callback=NO_CALLBACK)
        try:
            response = await self.crawler.engine.download_async(trial)
        except Exception as error:
            _log.info("%s is still in trouble: %s", host_of(url), error)
        else:
            if outages.of_status(response.status) is None:
                host.troubles.acquit()
                host.tried = 0
        # The request that waits comes right after this one.
        host.owed = max(host.owed, self._delay(url))

    def _delay(self, url: str) -> float:
        slot = self._slot(url)
        return slot.delay if slot is not None else 0.0

    def _shortest_pause(self, url: str) -> float:
        slot = self._slot(url)
        return slot.delay * (1 - slot.jitter) if slot is not None else 0.0

    def _slot(self, url: str) -> Slot | None:
        slots = self.crawler.engine.downloader.slots if self.crawler.engine is not None else {}
        return slots.get(host_of(url))

    # After it

    def answered(self, request: Request, response: Response, *, refused: bool = False) -> None:
        """Note an answer. `refused`: its page is a firewall's, which the spider will say."""
        problem = None if refused else outages.of_status(response.status)
        host = self._host(request)
        if problem is None:
            host.hanging = max(host.hanging - _FORGIVEN, 0.0)
            if not request.meta.get(_TRIAL):
                host.troubles.answered()
                host.tried = 0
            if response.status == 200 and not refused and not request.meta.get("dont_obey_robotstxt"):
                host.good = host.good or request.url
        else:
            self._trouble(host, request, problem)
        if response.status >= 400 and response.status not in (404, 410):
            self._asked_to_wait(host, request, response)

    def failed(self, request: Request, error: BaseException) -> None:
        """Note a request without an answer."""
        problem = outages.of_error(error)
        if problem is None:
            return
        host = self._host(request)
        if problem == "timeout":
            host.hanging += 1
        self._trouble(host, request, problem)
        if host.hanging >= _MOST_HANGING:
            timeout = self.crawler.settings.getfloat("DOWNLOAD_TIMEOUT")
            detail = f"{host.hanging:.0f} requests waited {timeout:g} s for an answer that did not come"
            self.give_up("unreachable", detail)

    def _trouble(self, host: _Host, request: Request, problem: str) -> None:
        circuit, too_many, words = host.troubles, problem == "http-429", in_words(problem)
        rest = circuit.failed()
        in_row = 1 if circuit.acquitted else circuit.in_row
        pause = backoff(in_row, random.random(), too_many=too_many) if rest is None else rest
        host.owed = max(host.owed, pause)
        if circuit.gives_up:
            detail = f"{words}; {circuit.in_row} requests in a row failed"
            self.give_up("blocked" if too_many else "unreachable", detail)
        elif rest is not None:
            _log.info("%s: %d requests in a row failed: %s", host_of(request.url), circuit.in_row, words)
        if too_many:
            self._slow_down(request)

    def _asked_to_wait(self, host: _Host, request: Request, response: Response) -> None:
        """Take a pause that the host asks for, or give the run up; without a number, what a 429 costs counts as one."""
        values = [value.decode("latin-1") for value in response.headers.getlist("Retry-After")]
        date = response.headers.get("Date")
        now = self.clock()
        pause = pause_asked(values, now, date.decode("latin-1") if date else None)
        if pause is None and response.status != 429:
            return
        host.owed = max(host.owed, pause or 0.0)
        host.asked += pause or host.owed
        until = now + timedelta(seconds=pause) if pause else None
        words = f"HTTP {response.status}: asks us to wait {spoken(pause or host.owed)}"
        if pause is not None and pause > LONGEST_PAUSE:
            self.give_up("blocked", words, until)
        elif host.asked > _MOST_PAUSES:
            self.give_up("blocked", f"{words}, {spoken(host.asked)} in all", until)

    def _slow_down(self, request: Request) -> None:
        slot = self._slot(request.url)
        if slot is not None and slot.delay < _SLOWEST:
            slot.delay = min(slot.delay * 2, _SLOWEST)

    def is_acquitted(self, request: Request) -> bool:
        """Whether other pages of the host answer while these fail: then it is the pages; tomorrow is early enough."""
        return self._host(request).troubles.acquitted

    # What the spider says of pages

    def scraped(self, item: Sighting) -> None:
        """Count the pages in a row that refuse us: a page of a firewall can come with any status."""
        if isinstance(item, PageFailed):
            if item.problem in _REFUSED:
                self._refusal(self._hosts.setdefault(host_of(item.url), _Host()), item)
        elif isinstance(item, ArticleSeen | ListingSeen | PageGone | PageUnchanged):
            host = self._hosts.setdefault(host_of(item.fetch.url), _Host())
            host.refusals.answered()
            host.listing_refused = False
            self._tell_if_shut_out(host, "")

    def _refusal(self, host: _Host, item: PageFailed) -> None:
        self.refused += item.kind == "article"
        host.listing_refused = host.listing_refused or item.kind == "listing"
        rest = host.refusals.failed()
        if rest is not None:
            host.owed = max(host.owed, rest)
        why = in_words(item.problem)
        self._tell_if_shut_out(host, why)
        if host.refusals.gives_up:
            self.give_up("blocked", f"{why}; {host.refusals.in_row} pages in a row refuse us")

    def _tell_if_shut_out(self, host: _Host, why: str) -> None:
        """Say that the site refuses us where a run may end with that: a small one has not as many pages to ask for.

        So it is where the last pages refuse us, a listing's among them or most of the articles that were asked for. One
        that had failed before, as the last time, is not counted: a few pages may be for nobody.
        """
        stats = self.crawler.stats
        if stats is None or self.given_up is not None:
            return
        looks = {name: stats.get_value(f"blitar/looks/{name}", 0) for name in _LOOKS_AT}
        fresh = self.refused - looks["failed_again"]
        most = fresh >= _FEWEST and 2 * fresh > sum(looks.values()) - looks["failed_again"]
        if host.refusals.in_row >= _FEWEST and (host.listing_refused or most):
            told = "blocked", f"{why}; the last {host.refusals.in_row} pages refuse us"
            stats.set_value("blitar/gave_up", told)
        else:
            stats.set_value("blitar/gave_up", None)

    # The end

    def give_up(self, problem: str, detail: str, not_before: datetime | None = None) -> None:
        """End the run: nothing more is asked for. `not_before` (aware) is when the site may be asked again."""
        if self.given_up is not None:
            return
        self.given_up = problem, detail
        if self.crawler.stats is not None:
            self.crawler.stats.set_value("blitar/gave_up", self.given_up)
            if not_before is not None:
                self.crawler.stats.set_value("blitar/not_before", iso(not_before))
        self._close()

    def _close(self) -> None:
        engine = self.crawler.engine
        if self._closing is None and engine is not None and engine.spider is not None and not self._is_closing():
            # Kept by name: the event loop itself holds only a weak reference to a task.
            self._closing = asyncio.ensure_future(engine.close_spider_async(reason="gave-up"))

    def _host(self, request: Request) -> _Host:
        return self._hosts.setdefault(host_of(request.url), _Host())
