"""What a spider may ask of the archive. The runner hands it an implementation; a spider knows no more than this."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from blitar_scraper.items import Witness


class Frontier(Protocol):
    """What is known of a site and what is due, as of now."""

    def now(self) -> datetime:
        """The time (aware), from the run's clock."""

    def wanted(self, entries: Sequence[Witness]) -> Sequence[Witness]:
        """Those of a listing's entries whose articles should be fetched in this run."""

    def may_stop(self, entries: Sequence[Witness]) -> bool:
        """Whether a whole listing page with these entries says that nothing new lies behind it."""

    def listed_down_to(self, day: str) -> None:
        """Says that this run has read the listings down to that day of publication (YYYY-MM-DD)."""

    def due(self, already: Collection[str], most: int) -> Sequence[str]:
        """Addresses of articles that are due and not among `already` (address keys), the most urgent first."""

    def is_article(self, url: str) -> bool:
        """Whether the address is that of a stored article."""

    @property
    def limit(self) -> int | None:
        """The most articles to fetch in this run; None for no limit."""
