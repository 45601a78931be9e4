"""Whether a page says that there is nothing at its address: many sites do so with status 200."""

from __future__ import annotations

import re

from blitar_scraper.extract.lines import inner_text
from blitar_scraper.extract.page import Page

_WHAT = r"(?:halaman|laman|page|berita|artikel|article|konten|content|data|post|url|dokumen|informasi)"
_SAYS = re.compile(
    rf"""(?:error\s*)?404(?:\s*[-–:|!.]*\s*(?:error|(?:{_WHAT}\s+)?(?:not\ found|tidak\ (?:di)?temukan)))?
    | (?:(?:maaf|ups|oops|sorry)[,!.\s]*)?{_WHAT}(?:\s+(?:yang|that|the|you|anda|kamu|ini|tersebut|cari|tuju|minta))*\s+
      (?:tidak\ (?:di)?temukan|not\ found|tidak\ (?:tersedia|ada)|(?:does\ not|doesn't)\ exist|telah\ dihapus)
    | (?:not\ found|tidak\ (?:di)?temukan|nothing\ found|tidak\ ada\ yang\ ditemukan|oops|ups)
    """,
    re.I | re.X,
)
# A heading says it, and no paragraph tells anything else: 40 words are more than any such page explains.
_LONGEST_PARAGRAPH = 40


def says_not_found(page: Page) -> str | None:
    """The heading or title that says that nothing is at this address, or None. Raises nothing."""
    if page.root is None:
        return None
    headings = [inner_text(element) for element in page.root.iter("h1", "h2", "h3", "title")]
    said = next((text for text in headings if _SAYS.fullmatch(text.strip(" .!:-–|"))), None)
    if said is None:
        return None
    long = any(len(inner_text(element).split()) > _LONGEST_PARAGRAPH for element in page.root.iter("p"))
    return None if long else said
