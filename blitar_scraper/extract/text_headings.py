"""Headings within a text that read like those of a site's boxes: `Jadwal Pelaksanaan`, `Agenda`, `Layanan`.

A box has links as its items and a part of the page to itself; a text's heading stands behind a paragraph, over points.
"""

from __future__ import annotations

import re

from blitar_scraper.extract.lines import Element, Layout, Line, ancestors, is_alike

# What heads no part of a text, also where no link follows: other articles, readers' words, counters, and services.
_NEVER = re.compile(
    r".*\b(?:terkait|terbaru|terkini|ter?populer|popular|trending|lain(?:nya)?|sebelumnya|selanjutnya|sejenis|serupa"
    r"|rekomendasi|pilihan|acak|related|recent|latest|other|komentar|comments?|tanggapan|balasan|reply|polling|jajak"
    r"|pengunjung|kunjungan|visitors?|buku\s+tamu|guest\s?book|pembaca|bagikan|share|sebarkan|ikuti|follow|juga|dibaca"
    r"|cari|search|pencarian|navigasi|navigation|newsletter|berlangganan)\b.*"
    r"|tags?|tag\s+cloud|label|kategori(?:\s+berita)?|categor(?:y|ies)|arsip|archives?|menu|banner|media\s+sosial",
    re.I,
)
_POINTS = 4  # lines below a heading that are looked at
_BLOCK = re.compile(r"block|widget|paragraph", re.I)
_PARAGRAPHS = frozenset("p ul ol dl table blockquote figure pre".split())


def heads_text(layout: Layout, heading: Line) -> bool:
    """Whether a line that reads like a box's heading heads a part of the text: behind a paragraph, over no links."""
    points = layout.lines[heading.index + 1 : heading.index + 1 + _POINTS]
    if heading.href is not None or not points or any(line.is_linked for line in points[:2]):
        return False
    return _NEVER.fullmatch(heading.text.strip(" :")) is None and _stands_behind_paragraph(layout, heading)


def _stands_behind_paragraph(layout: Layout, heading: Line) -> bool:
    """Whether what goes before a heading, or the element that it begins, is a paragraph or list in the same element."""
    for element in ancestors(heading.block):
        before = _shown_before(layout, element)
        if before is not None:
            lines = layout.within(before)
            is_paragraph = before.tag in _PARAGRAPHS or len(lines) == 1 or _are_blocks(before, element)
            return is_paragraph and not any(line.is_linked for line in lines) and _any_prose(layout, lines[-1])
        if layout.ranges.get(element, (0, 0))[0] != heading.index:
            return False
    return False


def _are_blocks(one: Element, other: Element) -> bool:
    """Whether two elements are parts of one text by their class: `block-paragraph`, `widget-text-editor`."""
    return is_alike(one, other) and _BLOCK.search(str(one.get("class") or "")) is not None


def _shown_before(layout: Layout, element: Element) -> Element | None:
    """The nearest element before one, within the same element, that shows any text."""
    before = element.getprevious()
    while before is not None:
        first, end = layout.ranges.get(before, (0, 0))
        if end > first:
            return before
        before = before.getprevious()
    return None


def _any_prose(layout: Layout, last: Line) -> bool:
    """Whether a paragraph is among the last lines before: not only a heading or byline."""
    return any(line.is_prose for line in layout.lines[max(last.index - 2 * _POINTS, 0) : last.index + 1])
