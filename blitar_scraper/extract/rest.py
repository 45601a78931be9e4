"""A page of WordPress' REST collection `wp/v2/posts` to its entries."""

from __future__ import annotations

from datetime import datetime

from blitar_scraper.extract.page import Page
from blitar_scraper.items import Listing, Problem, Site


def extract_rest(page: Page, site: Site, *, seen_at: datetime) -> Listing:
    """The public posts of one answer of `wp-json/wp/v2/posts` (JSON), each address once.

    `seen_at` (aware) is when it was fetched. Raises nothing; what is no such answer has no entries and a problem.
    """
    return Listing((), problems=(Problem("not-rest", None, None, page.url),))
