"""Pages that stand beside a site's news: what its menu names, and its events.

Some publishing systems keep both among the articles, at addresses of the same shape and with author, date and count
(OpenSID: static articles and agenda), and name them in their archive, feed and sitemap. The menu and the box of events
tell them from news.
"""

from __future__ import annotations

import re

from blitar_scraper.addresses import address_key, same_site
from blitar_scraper.extract.lines import fold, read_layout
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.zones import Zones, bare_heading
from blitar_scraper.items import Listing, Site

# A menu names a page in one to five words; a menu that unfolds the latest news shows their titles, which have more.
_MOST_WORDS = 5
_EVENTS = re.compile(r"(?:agenda|kalender|jadwal)(?:\s+\w+){0,2}", re.I)


def site_pages(page: Page, site: Site, listing: Listing) -> frozenset[str]:
    """Address keys of what a page names in its menu or among its events, and not among its own entries (`listing`)."""
    if page.root is None:
        return frozenset()
    layout = read_layout(page.root)
    zones = Zones(layout)
    found: set[str] = set()
    for line in layout.lines:
        if not line.linked:
            continue
        heading = zones.boxed.get(line.index)
        is_event = heading is not None and _EVENTS.fullmatch(bare_heading(layout.lines[heading])) is not None
        if not is_event and zones.of(line) != "menu":
            continue
        for href, tokens in line.links:
            words = fold(" ".join(token.text for token in tokens)).split()
            url = page.address(href)
            if url and same_site(url, site.home_url) and (is_event or 0 < len(words) <= _MOST_WORDS):
                found.add(address_key(url))
    return frozenset(found - {address_key(entry.url) for entry in listing.entries})
