"""The name that a site gives itself: in <title> or head and foot, in the link to its home page, over its address."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import urlsplit

from blitar_scraper.extract.furniture import is_copyright
from blitar_scraper.extract.lines import Layout, Line, ancestors
from blitar_scraper.extract.office_address import names_over_addresses
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.structured import Structured
from blitar_scraper.extract.title import norm, title_parts
from blitar_scraper.extract.zones import Zones

# Words: fewer ("Berita") are no name; the longest seen, with office, region and "Website Resmi", had 12.
_FEWEST_WORDS, _MOST_WORDS = 2, 14
_LONGEST = 120  # characters
_HEAD = 4  # lines: name, slogan, today's date
_MENU = 4  # links, one after another
_BRAND = re.compile(r"app[-_]?bar|tool[-_]?bar|brand|logo|site[-_]?(?:name|title|branding)|masthead", re.I)
# What stands around the name in a copyright line.
_SIGNS = re.compile(
    r"\s*(?:[|•·,:;©]|\.(?:\s|$)|\(c\)|\s[-–—]\s|\bcopyright\b|\bhak\s+cipta\b|\b(?:oleh|by)\b"
    r"|\b(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?\b)\s*",
    re.I,
)
_OF_COPYRIGHT = frozenset("all hak dilindungi powered dikembangkan developed designed theme".split())
_SLASHES = 3  # of "https://www.blitarkota.go.id/": most links have more, or lead deeper
_FOOT = 12  # lines: address, telephone and copyright


def names_of_site(page: Page, layout: Layout, zones: Zones, structured: Structured) -> set[str]:
    """Lines that are the site's own name, and parts of the page's <title> and lines of its head that other lines name.

    An article's title stands in the foot only as a link to the article, and nowhere as the link to the home page.
    """
    naming = list(_naming(page, layout, zones))
    names = {line.text for line in naming if len(line.links) == 1 and _is_name(line.text)}
    names |= {name for line in naming if is_copyright(line) for name in _SIGNS.split(line.text) if _is_name(name)}
    names |= {name for name in names_over_addresses(layout) if _is_name(name)}
    head = [line.text for line in layout.lines[:_HEAD] if not line.is_linked]
    parts = {part: norm(part) for part in (*title_parts(structured.html_title), *head) if len(part) <= _LONGEST}
    parts = {part: words for part, words in parts.items() if _FEWEST_WORDS <= len(words.split()) <= _MOST_WORDS}
    named = [norm(line.text) for line in naming]
    return names | {part for part, words in parts.items() if any(f" {words} " in f" {text} " for text in named)}


def _is_name(text: str) -> bool:
    words = norm(text).split()
    return len(text) <= _LONGEST and _FEWEST_WORDS <= len(words) <= _MOST_WORDS and words[0] not in _OF_COPYRIGHT


def _naming(page: Page, layout: Layout, zones: Zones) -> list[Line]:
    """Unlinked lines of the page's foot, lines that link to the home page, and what stands in the head's own bar."""
    first_of_foot = max(len(layout.lines) - _FOOT, 0)
    found = []
    for line in layout.lines:
        if line.href is None:
            if (
                (line.index < _HEAD and _is_brand(layout, line))
                or (line.index >= first_of_foot and zones.of(line) == "footer")
                or is_copyright(line)
            ):
                found.append(line)
        elif line.is_linked and _leads_home(page, line.href):
            found.append(line)
    return found


def _is_brand(layout: Layout, line: Line) -> bool:
    """Whether a line stands in the bar at the head of the page: by its class, or by the menu that follows it."""
    if line.heading:
        return False  # a heading may be the article's
    if any(_BRAND.search(str(element.get("class") or "")) for element in islice(ancestors(line.block), 3)):
        return True
    following = layout.lines[line.index + 1 : line.index + 1 + _MENU]
    return len(following) == _MENU and all(other.is_linked for other in following)


def _leads_home(page: Page, href: str) -> bool:
    """Whether a link leads to the site's home page, and that is not the page itself by its query (`/?p=12`)."""
    if href.count("/") > _SLASHES or href[:1] == "#" or (href[:1] == "/" and len(href) > 1 and href[1] != "/"):
        return False
    parts = urlsplit(page.address(href) or "x")
    return parts.path in ("", "/") and not parts.query
