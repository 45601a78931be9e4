"""Pages that stand beside a site's news: what its menu names, and its events.

Some publishing systems keep both among the articles, at addresses of the same shape and with author, date and count
(OpenSID: static articles and agenda), and name them in their archive, feed and sitemap. The menu and the box of events
tell them from news.
"""

from __future__ import annotations

import re

from blitar_scraper.addresses import address_key, same_site, shape_of
from blitar_scraper.extract.lines import fold
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.walk import read_layout
from blitar_scraper.extract.zones import Zones, bare_heading
from blitar_scraper.items import Listing, Site

# A menu names a page in one to five words. One that unfolds a folder with the news in it (Plone) shows titles, and of
# these hardly all are so short: links of one shape count together.
_MOST_WORDS = 5
_EVENTS = re.compile(r"(?:agenda|kalender|jadwal)(?:\s+\w+){0,2}", re.I)


def site_pages(page: Page, site: Site, listing: Listing) -> frozenset[str]:
    """Address keys of what a page names in its menu or among its events, and not among its own entries (`listing`)."""
    if page.root is None:
        return frozenset()
    layout = read_layout(page.root)
    zones = Zones(layout)
    named: dict[tuple[str, ...], dict[str, int]] = {}  # the words of each link in the menu, by shape and address key
    found: set[str] = set()
    for line in layout.lines:
        if not line.linked:
            continue
        heading = zones.boxed.get(line.index)
        is_event = heading is not None and _EVENTS.fullmatch(bare_heading(layout.lines[heading])) is not None
        if not is_event and zones.of(line) != "menu":
            continue
        for href, tokens in line.links:
            url = page.address(href)
            if url is None or not same_site(url, site.home_url):
                continue
            words = len(fold(" ".join(token.text for token in tokens)).split())
            if is_event:
                found.add(address_key(url))
            elif words:
                named.setdefault(shape_of(url), {})[address_key(url)] = words
    for links in named.values():
        if all(words <= _MOST_WORDS for words in links.values()):
            found.update(links)
    return frozenset(found - {address_key(entry.url) for entry in listing.entries})
