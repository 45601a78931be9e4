"""The "Berita Populer" list of a page: which articles the site says are read most."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from blitar_scraper.extract.byline import read_byline
from blitar_scraper.extract.byline_lines import has_hint
from blitar_scraper.extract.lines import Layout, Line, Token
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
        if len(heading.text) > 60 or not POPULAR_HEADING.fullmatch(heading.text.strip(" :»›|-–—.").lower()):
            continue
        box = box_of(layout, heading, tuple(outside))
        entries = _entries(page, [layout.lines[index] for index in box][1:], seen_at, timezone)
        if entries:
            return entries
    return []


def _entries(page: Page, lines: list[Line], seen_at: datetime, timezone: str | None) -> list[PopularEntry]:
    places = _linked_places(page, lines) or _plain_places(lines)
    found: dict[str, PopularEntry] = {}
    for url, parts in places:
        title = title_of(parts, seen_at=seen_at, timezone=timezone)
        key = url or title
        if key and key not in found and len(title.split()) >= 2:
            found[key] = PopularEntry(len(found) + 1, url, title)
        if len(found) == _MOST:
            break
    return list(found.values())


def _within_box(lines: list[Line]) -> Iterator[Line]:
    """The lines up to the next box's heading, where the page has no element around each box."""
    for line in lines:
        if is_box_heading(line) and (line.heading or not line.is_linked):
            return
        yield line


def _linked_places(page: Page, lines: list[Line]) -> list[tuple[str | None, list[Token]]]:
    places: list[tuple[str | None, list[Token]]] = []
    for line in _within_box(lines):
        for href, tokens in line.links:
            url = page.address(href)
            # Where the page's address is not known its links lead somewhere all the same.
            if url or (page.url is None and not href.startswith(("#", "javascript:"))):
                places.append((url, tokens))
    return places


def _plain_places(lines: list[Line]) -> list[tuple[str | None, list[Token]]]:
    return [(None, line.tokens) for line in _within_box(lines)]


def title_of(tokens: Sequence[Token], *, seen_at: datetime, timezone: str | None) -> str:
    """The words of a link or line without a rank before them and a byline behind them; "" for a byline alone."""
    words = [token for token in tokens if not re.fullmatch(r"\W*\d{0,2}\W*", token.text)]
    return " ".join(
        token.text
        for token in words
        if not token.icon and not (has_hint(token.text) and _is_byline(token, seen_at, timezone))
    )


def _is_byline(token: Token, seen_at: datetime, timezone: str | None) -> bool:
    byline = read_byline([token], seen_at=seen_at, timezone=timezone)
    return byline.labelled or (byline.parts > 0 and byline.unread * 2 < len(token.text))
