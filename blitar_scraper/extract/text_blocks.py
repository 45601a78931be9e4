"""A text whose parts lie beside each other in elements of their own: a page builder's blocks, a content stream's."""

from __future__ import annotations

from collections.abc import Iterator

from blitar_scraper.extract.edges import is_edge
from blitar_scraper.extract.furniture import is_read_also
from blitar_scraper.extract.lines import Element, Layout, Line
from blitar_scraper.extract.text_headings import heads_text
from blitar_scraper.extract.zones import Zones, is_box_heading

Blocks = tuple[Element, int, int]  # what holds all of them, and the range of their lines


def blocks_of_text(layout: Layout, zones: Zones, block: Element, title: Line) -> Blocks | None:
    """Where the text goes on in elements like `block` right before or after it; None where it lies in that alone.

    Such an element has text and no link of its own, as the title of another article or a button would be.
    """
    parent = block.getparent()
    if parent is None or block.tag not in ("div", "section") or layout.holds(block, title):
        return None
    first, end = since, until = layout.ranges.get(block, (0, 0))
    for lines in _beside(layout, zones, block, title, preceding=False):
        if not all(line.heading for line in lines):
            until = lines[-1].index + 1
    for lines in _beside(layout, zones, block, title, preceding=True):
        if lines[0].index <= title.index:
            break
        if any(line.is_prose for line in lines):
            since = lines[0].index
    return (parent, since, until) if (since, until) != (first, end) else None


def _beside(layout: Layout, zones: Zones, block: Element, title: Line, *, preceding: bool) -> Iterator[list[Line]]:
    for sibling in block.itersiblings(preceding=preceding):
        lines = [line for line in layout.within(sibling) if not is_read_also(line)]
        if lines and not (_are_alike(sibling, block) and all(_is_text(layout, zones, line, title) for line in lines)):
            return
        # Elements without a class may be anything: a heading there is another article's, a short line a button's.
        if lines and not _kind(block) and not _are_paragraphs(lines):
            return
        if lines:
            yield lines


def _are_paragraphs(lines: list[Line]) -> bool:
    return any(line.is_prose for line in lines) and not any(line.heading for line in lines)


def _are_alike(one: Element, other: Element) -> bool:
    """Whether two elements are blocks of one kind: by name, and the beginning of their class."""
    return one.tag == other.tag and _kind(one) == _kind(other)


def _kind(element: Element) -> str:
    """`block` of `block-paragraph`, `elementor` of `elementor-element elementor-widget`."""
    words = str(element.get("class") or "").split()
    return words[0].replace("_", "-").partition("-")[0] if words else ""


def _is_text(layout: Layout, zones: Zones, line: Line, title: Line) -> bool:
    if line.is_linked or line.index in zones.boxed or zones.of(line, outside=(title,)) or is_edge(line):
        return False
    return not is_box_heading(line) or heads_text(layout, line)
