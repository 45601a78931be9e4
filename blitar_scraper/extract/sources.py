"""Where a site says that its news can be found: REST, feeds, listing pages; read from its home page or any other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from blitar_scraper.extract.page import Page


@dataclass(frozen=True, slots=True)
class Sources:
    """Addresses: of WordPress' REST collection of posts, of news feeds, of news listings (best first, at most ten)."""

    rest: str | None = None
    feeds: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()


def find_sources(page: Page, headers: Mapping[str, str] | None = None) -> Sources:
    """What the page names. `headers` are those of its answer (WordPress names its REST root in `Link` too)."""
    return Sources()
