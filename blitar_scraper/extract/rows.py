"""A page that is a row of entries and no article: a listing or home page that somebody gave for an article."""

from __future__ import annotations

from datetime import datetime

from blitar_scraper.addresses import address_key
from blitar_scraper.extract.byline_lines import BylineLines
from blitar_scraper.extract.lines import Element, Layout, Line, ancestors, is_alike
from blitar_scraper.extract.listing import extract_listing
from blitar_scraper.extract.page import Page
from blitar_scraper.items import Site

# An entry has a title, a byline, a teaser and a link to more; the longest teaser measured has 400 characters.
_LONGEST_ENTRY, _LONGEST_TEASER = 12, 700
_FEWEST_OTHERS = 2


def is_row_of_entries(
    page: Page, layout: Layout, reader: BylineLines, title: Line | None, container: Element | None
) -> bool:
    """Whether what was taken for the article is one of at least three entries, each with a byline of its own.

    Asked only where the page has no title, or one that is a link: an article whose heading links to itself has its text
    in the same part of the page; an entry has a teaser at most.
    """
    if title is not None:
        target = page.address(title.href)
        if not title.is_linked or (target and page.url and address_key(target) == address_key(page.url)):
            return False
    start = title.block if title is not None else None
    if start is None and container is not None:
        # The container may hold the whole row: begin with the first of its texts.
        start = next((line.block for line in layout.within(container) if line.is_prose), container)
    for element in ancestors(start) if start is not None else ():
        parent = element.getparent()
        if parent is None or element.tag in ("body", "html"):
            return False
        others = [other for other in parent if other is not element and is_alike(element, other)]
        if sum(_is_entry(layout, reader, other) for other in others) >= _FEWEST_OTHERS:
            text = sum(len(line.text) for line in layout.within(element) if line.is_prose)
            return text <= _LONGEST_TEASER
    return False


def lists_itself(page: Page, site: Site, seen_at: datetime, title: Line | None) -> bool:
    """Whether a page without a text of its own is a listing in which it stands itself, among others.

    Some sites answer every address that they do not know with their home page.
    """
    target = page.address(title.href) if title is not None and title.is_linked else None
    if target is None or page.url is None or address_key(target) != address_key(page.url):
        return False
    return len(extract_listing(page, site, seen_at=seen_at).entries) > 1


def _is_entry(layout: Layout, reader: BylineLines, element: Element) -> bool:
    lines = layout.within(element)
    if not 2 <= len(lines) <= _LONGEST_ENTRY:
        return False
    return any(line.is_linked and len(line.text.split()) >= 3 for line in lines) and any(map(reader.is_anchor, lines))
