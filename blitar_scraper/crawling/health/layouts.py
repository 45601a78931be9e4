"""Takes the fingerprints of some pages of a run: enough to tell whether the site's pages are built as before."""

from __future__ import annotations

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from blitar_scraper.extract.layout import Layout, layout_of, templates
from blitar_scraper.extract.page import Page
from blitar_scraper.items import ArticleSeen, ListingSeen, Sighting

# Pages of a kind looked at: a fingerprint takes some milliseconds, and twenty articles have all of a site's templates.
_MOST = {"article": 20, "listing": 4}
# The fingerprint of a page with hardly any structure.
PLAIN: Layout = ()
# Templates that the run's row keeps.
_MOST_KEPT = 4


class Layouts:
    """Only pages that were read well are looked at: an error page is built otherwise, too."""

    def __init__(self, crawler: Crawler) -> None:
        self.seen: dict[str, list[Layout]] = {kind: [] for kind in _MOST}
        crawler.signals.connect(self.scraped, signals.item_scraped)

    def scraped(self, item: Sighting, response: Response | None) -> None:
        kind = _kind(item)
        if kind is None or not isinstance(response, Response) or len(self.seen[kind]) >= _MOST[kind]:
            return
        layout = layout_of(
            Page(response.body, response.url, (response.headers.get("Content-Type") or b"").decode("latin-1"))
        )
        self.seen[kind].append(layout or PLAIN)

    def kept(self) -> dict[str, list[list[int]]]:
        """One fingerprint for each template, by the kind of page, as the run's row has them."""
        return {kind: [list(one) for one in templates(seen, _MOST_KEPT)] for kind, seen in self.seen.items() if seen}


def _kind(item: Sighting) -> str | None:
    if isinstance(item, ArticleSeen):
        return "article" if item.reading.article is not None else None
    if isinstance(item, ListingSeen) and item.kind == "listing" and item.listing.entries:
        return "listing"
    return None
