"""The further pages of an article that is split over several: WordPress' `<!--nextpage-->`, Joomla's page breaks."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from blitar_scraper.addresses import address_key, clean_url
from blitar_scraper.extract.lines import Element, inner_text
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.zones import zone_of

# No article is known to have more pages; what counts on is a pager of something else.
MOST_PARTS = 20
_NUMBER = re.compile(r"(?:halaman|hal\.?|page|laman)?\s*(\d{1,2})", re.I)
_NOT_OF_ARTICLE = frozenset({"comments", "side", "related", "footer"})


def further_parts(page: Page) -> tuple[str, ...]:
    """The addresses of an article's second page and those after it, as its first page links to them, in order.

    They are the page's own address with a number behind it (`/slug/2/`, or `page=2` where it has a query), under links
    that say that number. Empty for an article on one page, for a further page itself, and where the address is unknown.
    Whether what is there belongs to the article, its reading tells (`extract_article` compares the titles).
    """
    if page.url is None or page.root is None:
        return ()
    wanted = {address_key(url): number for number in range(2, MOST_PARTS + 1) for url in _addresses(page.url, number)}
    found: dict[int, str] = {}
    for link in page.root.iter("a"):
        label = _NUMBER.fullmatch(inner_text(link))
        url = clean_url(str(link.get("href") or ""), page.url) if label else None
        if label and url and wanted.get(address_key(url)) == int(label[1]) and not _is_of_other(link):
            found.setdefault(int(label[1]), url)
    parts: list[str] = []
    while (number := len(parts) + 2) in found:
        parts.append(found[number])
    return tuple(parts)


def _addresses(url: str, number: int) -> tuple[str, ...]:
    """How the part of this number may be addressed: by its path or, where that has a query, by a parameter."""
    parts = urlsplit(url)
    if not parts.query:
        return (urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{number}")),)
    query = [*parse_qsl(parts.query, keep_blank_values=True), ("page", str(number))]
    return (urlunsplit(parts._replace(query=urlencode(query))),)


def _is_of_other(link: Element) -> bool:
    return any(zone_of(element) in _NOT_OF_ARTICLE for element in link.iterancestors())
