"""What a spider may ask of the archive. The runner hands it an implementation; a spider knows no more than this."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from blitar_scraper.items import Article, Witness


@dataclass(frozen=True, slots=True)
class Standing:
    """How an article that earlier runs knew stands at its address.

    `gone`: why it is gone (`articles.gone_reason`), None while it is there. `before_move`: its address was known before
    the site was last found to have moved all its addresses.
    """

    gone: str | None = None
    before_move: bool = False


class Frontier(Protocol):
    """What is known of a site and what is due, as of now."""

    def now(self) -> datetime:
        """The time (aware), from the run's clock."""

    def wanted(self, entries: Sequence[Witness]) -> Sequence[Witness]:
        """Those of a listing's entries whose articles should be fetched in this run."""

    def own_addresses(self, entries: Sequence[Witness]) -> Mapping[str, str]:
        """Of entries that name known articles in a second way: the article's own address by the entry's."""

    def may_stop(self, entries: Sequence[Witness]) -> str | None:
        """Why paging may end behind a listing page with these entries: "settled", "since", or None where it goes on."""

    def reaches_known(self, entries: Sequence[Witness]) -> bool:
        """Whether a page with these entries, the newest first, ends with one that earlier complete runs knew."""

    def listed_down_to(self, day: str, entries: int) -> None:
        """Says that a listing was read down to that day of publication (YYYY-MM-DD) and had so many entries."""

    def due(self, already: Collection[str], most: int) -> Sequence[str]:
        """Addresses of articles that are due and not among `already` (address keys), the most urgent first."""

    def is_listing(self, url: str) -> bool:
        """Whether the address is known as a listing."""

    def only_in_sitemap(self, url: str) -> bool:
        """Whether nobody has said anything of the address but that it exists, and no article was found there yet."""

    def keeps_failing(self, url: str) -> bool:
        """Whether the address has failed in several crawls running."""

    def standing(self, url: str) -> Standing | None:
        """How the article stands whose present address it is; None where no earlier run has seen one there."""

    def shows_known(self, url: str, article: Article) -> bool:
        """Whether what was read at a known article's address is that article, perhaps edited."""

    def others(self, already: Collection[str], *, before_move: bool) -> Sequence[str]:
        """Known articles that are not gone and not among `already` (address keys), as in `Standing.before_move`.

        In the order in which they tell most of the site: the one listed or seen last, then spread over all of them.
        """

    @property
    def changed_since(self) -> datetime | None:
        """From when on (aware) changes are asked for; None where everything is read."""

    @property
    def reads_all(self) -> bool:
        """Whether this run pages every listing to its end (a first or a full crawl)."""

    @property
    def limit(self) -> int | None:
        """The most articles to fetch in this run; None for no limit."""


class NothingKnown:
    """A frontier without an archive: everything is wanted, nothing is due."""

    changed_since: datetime | None = None
    reads_all = True
    limit: int | None = None

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.now = clock

    def wanted(self, entries: Sequence[Witness]) -> Sequence[Witness]:
        return entries

    def own_addresses(self, entries: Sequence[Witness]) -> Mapping[str, str]:
        return {}

    def may_stop(self, entries: Sequence[Witness]) -> str | None:
        return None

    def reaches_known(self, entries: Sequence[Witness]) -> bool:
        return False

    def listed_down_to(self, day: str, entries: int) -> None:
        return None

    def due(self, already: Collection[str], most: int) -> Sequence[str]:
        return ()

    def is_listing(self, url: str) -> bool:
        return False

    def only_in_sitemap(self, url: str) -> bool:
        return False

    def keeps_failing(self, url: str) -> bool:
        return False

    def standing(self, url: str) -> Standing | None:
        return None

    def shows_known(self, url: str, article: Article) -> bool:
        return False

    def others(self, already: Collection[str], *, before_move: bool) -> Sequence[str]:
        return ()
