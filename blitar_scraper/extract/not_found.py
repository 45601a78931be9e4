"""Whether a page says that there is nothing at its address: many sites do so with status 200."""

from __future__ import annotations

import re

from blitar_scraper.extract.lines import Element, inner_text
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.walk import read_layout
from blitar_scraper.extract.zones import zone_of

_WHAT = r"(?:halaman|laman|page|berita|artikel|article|konten|content|data|post|url|dokumen|informasi)"
_SAYS = re.compile(
    rf"""(?:error\s*)?404(?:\s*[-–:|!.]*\s*(?:error|(?:{_WHAT}\s+)?(?:not\ found|tidak\ (?:di)?temukan)))?
    | (?:(?:maaf|ups|oops|sorry)[,!.\s]*)?{_WHAT}(?:\s+(?:yang|that|the|you|anda|kamu|ini|tersebut|cari|tuju|minta))*\s+
      (?:tidak\ (?:di)?temukan|not\ found|tidak\ (?:tersedia|ada)|(?:does\ not|doesn't)\ exist|telah\ dihapus)
    | (?:not\ found|tidak\ (?:di)?temukan|nothing\ found|tidak\ ada\ yang\ ditemukan|oops|ups)
    """,
    re.I | re.X,
)
# A heading says it, and no line tells anything else: 40 words are more than any such page explains.
_LONGEST_LINE = 40
# An empty box beside an article ("Agenda: data tidak ditemukan") says nothing of the page.
_BESIDE = frozenset({"side", "related", "comments", "footer"})


def says_not_found(page: Page) -> str | None:
    """The heading or title that says that nothing is at this address, or None. Raises nothing."""
    if page.root is None:
        return None
    headings = ((element, inner_text(element)) for element in page.root.iter("h1", "h2", "h3", "title"))
    found = ((element, text) for element, text in headings if _SAYS.fullmatch(text.strip(" .!:-–|")))
    said = next((text for element, text in found if not _is_beside(element)), None)
    if said is None:
        return None
    # Lines and not paragraphs: a text may be written with <br> alone.
    is_told_more = any(len(line.text.split()) > _LONGEST_LINE for line in read_layout(page.root).lines)
    return None if is_told_more else said


def _is_beside(heading: Element) -> bool:
    return any(zone_of(element) in _BESIDE for element in heading.iterancestors())
