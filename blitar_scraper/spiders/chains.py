"""One source of a site and the pages that follow it, and when there is no more to read of it. No requests here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from blitar_scraper.addresses import address_key
from blitar_scraper.extract import Page
from blitar_scraper.items import Listing, Problem

SourceKind = Literal["listing", "rest", "feed", "sitemap"]

# A listing of 5,000 pages holds 50,000 articles; the largest town's archive known has a third of that.
MOST_PAGES = 5000
# Pages of a listing in a row that show nothing that the same listing had not shown: the last page for ever.
STALE_PAGES = 3
# A page with three links in common with another has its menu; an error page may have the way home and a contact.
_MENU = 3
# Pages of a listing in a row that show nothing that a complete source had not named: the rest is named there, too.
COVERED_PAGES = 2


@dataclass
class Chain:
    """One source and the pages that follow it. `guessed`: nobody said that it exists, so that it does not is no news.

    `ended` is None while it goes on; end: read to its end; settled: nothing new can follow; twin: the same as another
    chain; covered: the rest of it stands in a complete source; part: read as far as it goes, but it does not say that
    this is all; missing: there is no such source; limit, since: as asked for; cut: by a failure.
    """

    start: str
    kind: SourceKind = "listing"
    guessed: bool = False
    pages: int = 0
    seen: set[str] = field(default_factory=set)  # address keys of its entries
    prints: list[tuple[str, ...]] = field(default_factory=list)  # its pages' entries, to know a page again
    stale: int = 0
    covered: int = 0
    entries: int = 0
    oldest: str | None = None  # the day of the last dated entry of its last page
    links: frozenset[str] = frozenset()  # of its last page: what pages of one site have in common
    page_count: int = 0  # the most pages that its pager has shown
    asked_again: bool = False
    following: str | None = None  # the next page, while it waits for other sources
    waiting: list[str] = field(default_factory=list)  # pages that an index of sitemaps named
    lost: int = 0  # of these, those that could not be read
    joined: bool = False  # its last page reaches back to what earlier runs knew
    asked: bool = False  # a page of it has been asked for
    ended: str | None = None

    def take(self, listing: Listing, others: Sequence[Chain]) -> tuple[str | None, Problem | None]:
        """Note a page's entries; why the chain ends with it (None: it may go on), and what a person should know."""
        keys = tuple(address_key(entry.url) for entry in listing.entries)
        self.entries += len(keys)
        days = [
            entry.published_at[:10] for entry in listing.entries if entry.published_at and len(entry.published_at) >= 10
        ]
        self.oldest = days[-1] if days else self.oldest
        self.page_count = max(self.page_count, listing.page_count or 0)
        fresh = set(keys) - self.seen
        self.seen |= fresh
        self.stale = 0 if fresh else self.stale + 1
        self.covered = self.covered + 1 if self._stands_in(keys, others) else 0
        looping = keys in self.prints
        self.prints.append(keys)
        if not keys:
            return "end", None
        if looping or self.stale >= STALE_PAGES:
            return "end", Problem("pagination-loop", None, f"page {self.pages} of {self.start} shows nothing new")
        if self.pages >= MOST_PAGES:
            return "cut", Problem("pagination-endless", None, f"left {self.start} at page {self.pages}")
        if self._is_twin(others):
            return "twin", None
        return ("covered", None) if self.covered >= COVERED_PAGES else (None, None)

    def looks_foreign(self, page: Page) -> bool:
        """Whether a follow-up page lacks the menu and footer of the page before: few links in common, if any."""
        shared = len(page.links & self.links)
        return self.pages > 1 and bool(self.links) and shared < _MENU and (not shared or shared * 2 < len(page.links))

    def _is_twin(self, others: Sequence[Chain]) -> bool:
        """Whether two pages running are the same as another chain's: one listing at two addresses is paged once.

        Of one page alone it is not believed: a home page may show the latest ten of a longer list.
        """
        if len(self.prints) < 2:
            return False
        mine = self.prints[-2:]
        return any(
            other.prints[place : place + 2] == mine
            for other in others
            if other is not self and other.ended != "twin"
            for place in range(len(other.prints) - 1)
        )

    def _stands_in(self, keys: tuple[str, ...], others: Sequence[Chain]) -> bool:
        """Whether all of a listing's page stands in a source that names every article of its site.

        A source that has fewer articles than the listing's pager promises does not name every one, whatever it says.
        """
        per_page = max(map(len, self.prints), default=0)
        promised = (self.page_count - 1) * per_page
        return self.kind == "listing" and any(
            other.kind == "rest"
            and other.ended == "end"
            and other.seen.issuperset(keys)
            and promised <= len(other.seen)
            for other in others
        )
