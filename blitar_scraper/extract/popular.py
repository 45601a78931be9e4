"""The "Berita Populer" list of a page: which articles the site says are read most."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from blitar_scraper.extract.byline import read_byline
from blitar_scraper.extract.lines import Layout, Line
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.zones import POPULAR_HEADING, box_of, is_box_heading
from blitar_scraper.items import PopularEntry

# A list of this kind has 3 to 10 places; what goes on longer is not one.
_MOST = 20


def read_popular(
    page: Page, layout: Layout, outside: Sequence[Line], *, seen_at: datetime, timezone: str | None
) -> list[PopularEntry]:
    """The places of the first such list, in order. `outside` are lines that are not in it (title, text)."""
    for heading in layout.lines:
        if len(heading.text) > 60 or not POPULAR_HEADING.fullmatch(heading.text.strip(" :»›|-–—.")):
            continue
        box = box_of(layout, heading, tuple(outside))
        entries = _entries(page, [layout.lines[index] for index in box][1:], seen_at, timezone)
        if entries:
            return entries
    return []


def _entries(page: Page, lines: list[Line], seen_at: datetime, timezone: str | None) -> list[PopularEntry]:
    linked = any(_target(page, line) for line in lines)
    found: dict[str, PopularEntry] = {}
    for line in lines:
        if is_box_heading(line) and (line.heading or not line.is_linked):
            break  # the next box begins where the page has no element around each
        url = _target(page, line)
        if linked and url is None:
            continue
        byline = read_byline(line.tokens, seen_at=seen_at, timezone=timezone)
        if (byline.parts and byline.unread * 2 < len(line.text)) or len(line.text.split()) < 2:
            continue
        key = url or line.text
        if key not in found:
            found[key] = PopularEntry(len(found) + 1, url, line.text)
        if len(found) == _MOST:
            break
    return list(found.values())


def _target(page: Page, line: Line) -> str | None:
    return page.address(line.href) if line.is_linked and line.href else None
