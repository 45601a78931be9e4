"""The spider's view of the archive: what is wanted, when paging may stop, what is due."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from blitar_scraper.addresses import address_key, tails
from blitar_scraper.archive import Archive, PageRow, Validators
from blitar_scraper.crawling.manners.budget import DailyBudget
from blitar_scraper.items import Article, Site, Witness
from blitar_scraper.spiders.frontier import Standing

Clock = Callable[[], datetime]

# How far back a listing is read although everything on it is known: offices publish with a date of some days ago,
# and such an article appears further down the list.
OVERLAP = timedelta(days=2)
# An office takes down an article or two between two crawls; a listing that lacks more than a fifth of what it
# holds is another kind of listing, or was rebuilt.
FEWEST_UNLISTED, MOST_UNLISTED = 2, 0.2
# A start address that has failed in three crawls running is none (it was a guess), and holds up nothing.
FAILED_CRAWLS = 3
# Where in the list of a site's articles those stand that are asked for first, when one looks gone.
_SPREAD = (0, 1, 0.5, 0.25, 0.75)


def system_clock() -> datetime:
    """The time now, aware, UTC."""
    return datetime.now(UTC)


class ArchiveFrontier:
    """Answers from the archive for one run of one site (see `spiders.frontier.Frontier`).

    `full`: every article is fetched that has not been since `full_since`, the beginning of the unfinished full run.
    A listing page is believed to be known where every entry was before the last complete run ended: what an
    interrupted run discovered does not count, since it may have left a gap behind it.

    `budget`: what is left of the day's requests for looks at what is known; None for no bounds. Where more looks are
    due than it allows, those that have waited longest are made, and `held_back` says so.
    """

    def __init__(
        self,
        archive: Archive,
        site: Site,
        clock: Clock,
        *,
        mode: str,
        limit: int | None = None,
        since: date | None = None,
        budget: DailyBudget | None = None,
    ) -> None:
        self.archive, self.site, self.clock = archive, site, clock
        self.limit = limit
        self.since = since
        self.budget = budget
        self.held_back = False
        self.started = clock()
        self.full_since = archive.unfinished_full_since(site.id) if mode == "full" else None
        complete = archive.last_complete_run(site.id)
        self.reads_all = mode == "full" or complete is None or not archive.is_backfilled(site.id)
        self.known_until = _moment(complete["finished_at"]) if complete else None
        self.last_started = _moment(complete["started_at"]) if complete else None
        self.moved_since = archive.moved_since(site.id)
        self._whole: set[str] = set()  # address keys of articles that a source says have changed

    @property
    def changed_since(self) -> datetime | None:
        return None if self.reads_all or self.last_started is None else self.last_started - OVERLAP

    def now(self) -> datetime:
        return self.clock()

    def wanted(self, entries: Sequence[Witness]) -> Sequence[Witness]:
        known = self.archive.known([entry.url for entry in entries])
        now = self.now()
        return [
            entry
            for entry in entries
            if self._is_wanted(entry, known.get(entry.url), now) and not self._is_before_since(entry.published_at)
        ]

    def _is_before_since(self, published_at: str | None) -> bool:
        return (
            self.since is not None and len(published_at or "") >= 10 and str(published_at)[:10] < self.since.isoformat()
        )

    def _is_wanted(self, entry: Witness, page: PageRow | None, now: datetime) -> bool:
        if page is None:
            return True
        if _changed(entry, page):
            self._whole.add(address_key(entry.url))
            return True
        if page.due_at is not None and page.due_at <= now and (page.last_fetched_at is None or not self._is_scarce):
            return True
        if self.full_since is None or page.kind != "article":
            return False
        return page.last_fetched_at is None or page.last_fetched_at < self.full_since

    @cached_property
    def _is_scarce(self) -> bool:
        """Whether more looks are due than the day has left: then those that a listing names do not come first."""
        return self.budget is not None and self.archive.looks_due(self.site.id, self.started) > self.budget.left

    def own_addresses(self, entries: Sequence[Witness]) -> Mapping[str, str]:
        """By the end of the address and the title together: either alone may be another article's."""
        ways = {entry.url: tails(entry.url) for entry in entries if entry.title}
        titles = self.archive.titles(sorted({url for urls in ways.values() for url in urls}))
        found: dict[str, str] = {}
        for entry in entries:
            title = " ".join((entry.title or "").casefold().split())
            own = next((url for url in ways.get(entry.url, ()) if title in titles.get(url, ())), None)
            if own is not None:
                found[entry.url] = own
        return found

    def may_stop(self, entries: Sequence[Witness]) -> str | None:
        days = [entry.published_at[:10] for entry in entries if entry.published_at and len(entry.published_at) >= 10]
        # The last entry and not all: a pinned post stands first however old or new it is.
        if self.since is not None and days and days[-1] < self.since.isoformat():
            return "since"
        if self.reads_all or self.known_until is None or self.last_started is None:
            return None
        if not all(self._was_known(page) for page in self._pages(entries)):
            return None
        # A page that reaches back beyond the overlap covers it; one without dates cannot be judged by them.
        if not days or days[-1] < (self.last_started - OVERLAP).date().isoformat():
            return "settled"
        return None

    def reaches_known(self, entries: Sequence[Witness]) -> bool:
        return any(self._was_known(page) for page in self._pages(entries[-1:]))

    def _pages(self, entries: Sequence[Witness]) -> list[PageRow | None]:
        known = self.archive.known([entry.url for entry in entries])
        return [known.get(entry.url) for entry in entries]

    def _was_known(self, page: PageRow | None) -> bool:
        """Whether the last complete run, or one before it, knew the address."""
        return page is not None and self.known_until is not None and page.discovered_at <= self.known_until

    def listed_down_to(self, day: str, entries: int) -> None:
        """Articles that the listing skips are due now: removed, most likely, or moved.

        Not where many are missing for what the listing holds: then it lists something else, or was rebuilt.
        """
        if self.last_started is None:
            return
        missing = self.archive.unlisted(self.site.id, since=day, listed_from=self.last_started, until=self.started)
        if len(missing) <= max(FEWEST_UNLISTED, entries * MOST_UNLISTED):
            self.archive.look_now(missing, self.now())
            self._whole.update(map(address_key, missing))

    def due(self, already: Collection[str], most: int) -> Sequence[str]:
        rows = self.archive.due(self.site.id, self.now(), most + len(already))
        if self.full_since is not None:  # every article again, also what no listing names any more
            rows += self.archive.unread_since(self.site.id, self.full_since, most + len(already))
        if self.since is not None:
            # What was never read may be older than asked for; a later crawl without --since reads it.
            rows = [row for row in rows if row.last_fetched_at is not None]
        rows = [row for row in rows if address_key(row.url) not in already]
        if self.budget is not None:
            unread = [row for row in rows if row.last_fetched_at is None]
            looks = [row for row in rows if row.last_fetched_at is not None]
            share = self.budget.share
            self.held_back = len(looks) > share == 0
            rows = [*unread, *looks[:share]]
        return [row.url for row in rows[:most]]

    def validators(self, url: str) -> Validators | None:
        """With what the address may be asked for again; None where it must be asked for whole.

        A full run reads everything again, whatever the site says of its pages; so does a site's own setting.
        """
        asked_whole = self.full_since is not None or not self.site.settings.get("conditional_requests", True)
        if asked_whole or address_key(url) in self._whole:
            return None
        return self.archive.validators(url, self.now())

    def is_listing(self, url: str) -> bool:
        page = self.archive.known([url]).get(url)
        return page is not None and page.kind == "listing"

    def only_in_sitemap(self, url: str) -> bool:
        page = self.archive.known([url]).get(url)
        return page is not None and page.article_id is None and not page.described

    def standing(self, url: str) -> Standing | None:
        own = self.archive.own_address(url)
        if own is None or own.discovered_at >= self._began:
            return None
        return Standing(own.gone_reason, self._is_before_move(own.discovered_at))

    @property
    def _began(self) -> datetime:
        """The second in which the run began: the archive's times are whole seconds."""
        return self.started.replace(microsecond=0)

    def _is_before_move(self, discovered_at: datetime) -> bool:
        return self.moved_since is not None and discovered_at < self.moved_since

    def shows_known(self, url: str, article: Article) -> bool:
        return self.archive.shows_known(url, article)

    def others(self, already: Collection[str], *, before_move: bool) -> Sequence[str]:
        urls = [
            own.url
            for own in self.archive.living(self.site.id, self._began)
            if self._is_before_move(own.discovered_at) == before_move
        ]
        places = [int(share * (len(urls) - 1)) for share in _SPREAD] if urls else []
        ordered = dict.fromkeys([*(urls[place] for place in places), *urls])
        return [url for url in ordered if address_key(url) not in already]

    def keeps_failing(self, url: str) -> bool:
        page = self.archive.known([url]).get(url)
        return page is not None and page.failures >= FAILED_CRAWLS


def _changed(entry: Witness, page: PageRow) -> bool:
    """Whether REST dates the article's last change after our last look. Other sources date their own making."""
    if entry.source != "rest" or entry.modified_at is None or page.last_fetched_at is None:
        return False
    modified = _moment(entry.modified_at)
    return modified.tzinfo is not None and modified > page.last_fetched_at


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
