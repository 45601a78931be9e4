"""Where in a page the article is: its title, its text, and the part of the page that holds both.

Title and text are chosen together, since each is the best witness of the other: the heading that text follows,
the text that follows a heading. No class name is needed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from blitar_scraper.extract.byline_lines import BylineLines
from blitar_scraper.extract.lines import Element, Layout, Line, ancestors, common_ancestor
from blitar_scraper.extract.text_blocks import blocks_of_text
from blitar_scraper.extract.text_headings import heads_text
from blitar_scraper.extract.title import TitleCandidate
from blitar_scraper.extract.zones import Zones, is_box_heading

# Elements that stand for one paragraph: their parent is the text's container.
_PARAGRAPHS = frozenset("p li blockquote h1 h2 h3 h4 h5 h6 dd dt pre figcaption".split())
_ROOTS = frozenset({"html", "body"})
_COLUMN = re.compile(
    r"(?:^|[\s_-])(?:col(?:umn)?s?|span\d+|grid|kolom|left|right|kiri|kanan|main|content|konten)(?:[\s_-]|\d|$)", re.I
)
_APART = frozenset({"menu", "footer", "comments", "notice", "neighbours"})


# Levels of headings that the boxes of a page have, and parts of a text hardly ever.
_BOXES = (5, 6)
# What speaks against a title that no text follows: some articles are a picture, but most titles have their text.
_WITHOUT_TEXT = 3.0
# Bold type in an element that calls itself a title is enough to be one.
_CERTAIN = 1.5


@dataclass(slots=True)
class Structure:
    """`container` holds the text; `scope` is the part of the page that holds title and text and little else.

    `span` is the range of the text's lines, where the container has others before or after them.
    """

    title: TitleCandidate | None
    container: Element | None
    scope: Element
    certain: bool = True
    lead: float = 0.0  # by how much the title's score, with its text's, is above that of any other line
    span: tuple[int, int] | None = None

    def text_range(self, layout: Layout) -> tuple[int, int]:
        """The first line of the text's part of the page, and the first after it."""
        if self.span is not None or self.container is None:
            return self.span or (0, 0)
        return layout.ranges.get(self.container, (0, 0))


class _Paragraphs:
    """Which lines are paragraphs of a text: asked of few lines, so that few are read as bylines for it."""

    def __init__(self, zones: Zones, reader: BylineLines) -> None:
        self.zones, self.reader = zones, reader

    def has(self, line: Line) -> bool:
        if not line.is_prose or line.index in self.zones.boxed or self.zones.of(line) is not None:
            return False
        return not self.reader.is_anchor(line)


def find_structure(layout: Layout, zones: Zones, titles: Sequence[TitleCandidate], reader: BylineLines) -> Structure:
    """Title and text container of an article page; either is None where the page shows none with certainty."""
    clusters = _clusters(layout, zones)
    paragraphs = _Paragraphs(zones, reader)
    body = layout.root.find("body")
    scope = body if body is not None else layout.root
    best: tuple[float, TitleCandidate | None, Element | None] = (float("-inf"), None, None)
    # What a line that nothing speaks for may have by its text.
    second = max((_best_fit(element, weight) for element, weight in clusters[:6]), default=0.0)
    # Eight titles and six clusters: 48 pairs are soon weighed, and the right one is among the first of each.
    for candidate in titles[:8]:
        own: tuple[float, TitleCandidate | None, Element | None] = (candidate.score - _WITHOUT_TEXT, candidate, None)
        for element, weight in clusters[:6]:
            if _is_of_others(layout, zones, element, candidate.line):
                continue
            score = candidate.score + _fit(layout, zones, candidate.line, element, weight, paragraphs)
            if score > own[0]:
                own = (score, candidate, element)
        if own[0] > best[0]:
            best, own = own, best
        second = max(second, own[0])
    total, title, container = best
    if title is None and clusters:
        container = clusters[0][0]
    certain = title is not None and _is_certain(layout, title, container, paragraphs)
    lead = total - second
    if title is None or container is None:
        return Structure(title, container, container if container is not None else scope, certain, lead)
    scope = common_ancestor(title.line.block, container)
    container = _widen(layout, container, title.line, scope)
    blocks = None if _is_column(container) else blocks_of_text(layout, zones, container, title.line)
    if blocks is None:
        return Structure(title, container, scope, certain, lead)
    container, since, until = blocks
    return Structure(title, container, scope, certain, lead, (since, until))


def _is_of_others(layout: Layout, zones: Zones, element: Element, title: Line) -> bool:
    """Whether an element's text is the page's footer, or lies in a box or comments that do not hold the title."""
    prose = [line for line in layout.within(element) if line.is_prose]
    return all(
        zones.of(line, outside=(title,)) in ("footer", "comments")
        or (line.index in zones.boxed and zones.boxed.get(title.index) != zones.boxed[line.index])
        for line in prose
    )


def _is_certain(layout: Layout, title: TitleCandidate, container: Element | None, paragraphs: _Paragraphs) -> bool:
    """A title is certain by what others say of it, or by standing over a text; not between paragraphs."""
    if set(title.witnesses) - {"place"}:
        return True
    if container is not None and _stands_in_text(layout, title.line, container, paragraphs):
        return False
    return bool(title.witnesses) or title.line.heading > 0 or title.score >= _CERTAIN


def _clusters(layout: Layout, zones: Zones) -> list[tuple[Element, float]]:
    """Containers of prose with the characters they hold, most first."""
    weights: dict[Element, float] = {}
    for line in layout.lines:
        if not line.is_prose or line.heading:
            continue
        weight = float(len(line.text) - line.linked)
        zone = zones.of(line)
        if zone in _APART:
            weight *= 0.1
        elif zone is not None:
            weight *= 0.6
        if line.index in zones.boxed:
            weight *= 0.3
        elif line.index > 0 and layout.lines[line.index - 1].heading in _BOXES:
            weight *= 0.5  # a teaser under its title, more likely than a text
        block = line.block
        # Full weight to what holds the line, a little less a level up, half two levels up (as in Readability):
        # many paragraphs lift their parent above any single one of them.
        # Wrappers around one and the same lines are one level.
        chain = _levels(layout, block)
        if len(chain) < 2 and chain and (parent := block.getparent()) is not None:
            chain.append(parent)  # paragraphs right in <body>
        first, end = layout.ranges.get(block, (0, 0))
        lone = 0.0 if end - first == 1 else 0.55  # a paragraph of one line holds no article
        factors = (lone, 1.0, 0.5) if block.tag in _PARAGRAPHS else (1.0, 0.9, 0.5)
        for element, factor in zip(chain, factors, strict=False):
            if factor:
                weights[element] = weights.get(element, 0.0) + factor * weight
        if not chain:
            weights[block] = weights.get(block, 0.0) + weight
    return sorted(weights.items(), key=lambda item: -item[1])


def _levels(layout: Layout, block: Element) -> list[Element]:
    """The block and the two elements above it that each hold more than the one before."""
    levels: list[Element] = []
    held = None
    element: Element | None = block
    while element is not None and len(levels) < 3 and element.tag not in _ROOTS:
        lines = layout.ranges.get(element)
        if element is block or lines != held:
            levels.append(element)
        held = lines
        element = element.getparent()
    return levels


def _best_fit(container: Element, weight: float) -> float:
    """The most that `_fit` gives: to a title right over the text, and as deep in the page."""
    depth = sum(1 for _ in ancestors(container))
    return min(weight, 1500.0) / 1500 * 5 + 4 + min(depth, 10) * 0.2


def _fit(
    layout: Layout, zones: Zones, title: Line, container: Element, weight: float, paragraphs: _Paragraphs
) -> float:
    """How well a container follows a title: much text, soon after it, in the same part of the page."""
    first, end = layout.ranges.get(container, (0, 0))
    # 1,500 characters are a full article: more text says no more.
    score = min(weight, 1500.0) / 1500 * 5
    if first <= title.index < end:
        after = next((line for line in layout.lines[title.index + 1 : end] if line.is_prose), None)
        if after is None:
            return score - 6
        if _stands_in_text(layout, title, container, paragraphs):
            score -= 2
        distance = after.index - title.index
    else:
        # As far as its text: a container may begin with other things.
        distance = next((line.index for line in layout.lines[first:end] if line.is_prose), first) - title.index
    if distance < 0:
        return score - 5  # the text stands before its title: only a box's heading does that
    between = [
        line
        for line in layout.lines[title.index + 1 : title.index + distance]
        if line.index not in zones.boxed or zones.boxed.get(title.index) == zones.boxed[line.index]
    ]
    distance = len(between) + 1  # a box between the two takes no part
    score += 4 if distance <= 8 else 2.5 if distance <= 20 else 0.5 if distance <= 60 else -2
    # Another heading in between is more likely this text's title; a number in large type is a counter.
    headings = [line for line in between if line.heading and not is_box_heading(line)]
    score -= 1.5 * min(sum(re.search(r"[^\W\d_]", line.text) is not None for line in headings), 3)
    depth = sum(1 for _ in ancestors(common_ancestor(title.block, container)))
    return score + min(depth, 10) * 0.2


def _stands_in_text(layout: Layout, heading: Line, container: Element, paragraphs: _Paragraphs) -> bool:
    """Whether paragraphs of the same container go before a heading: a heading within a text."""
    first, end = layout.ranges.get(container, (0, 0))
    if not first <= heading.index < end:
        return False
    # Twelve lines back: a list of points may stand between the paragraph and the heading.
    return any(map(paragraphs.has, layout.lines[max(first, heading.index - 12) : heading.index]))


def _widen(layout: Layout, container: Element, title: Line, scope: Element) -> Element:
    """The widest element around the text that is still all text: paragraphs may lie in several parts of it.

    Goes up while the title stays outside, and stops where the next element up is a row of columns or holds
    more links than text beside what is there.
    """
    element = container
    while element is not scope and not layout.holds(element, title):
        parent = element.getparent()
        if parent is None or parent.tag in _ROOTS or layout.holds(parent, title):
            break
        if _is_column(element) and any(_is_column(sibling) for sibling in parent if sibling is not element):
            break
        first, end = layout.ranges.get(element, (0, 0))
        added = [line for line in layout.within(parent) if not first <= line.index < end]
        prose = sum(len(line.text) for line in added if line.is_prose)
        linked = sum(line.linked for line in added)
        if linked > prose or any(_opens_box(layout, line) for line in added):
            # The neighbours are lists: go up only for what cannot be told apart, which is nothing.
            break
        element = parent
    return element


def _opens_box(layout: Layout, line: Line) -> bool:
    return line.heading in _BOXES or (is_box_heading(line) and not heads_text(layout, line))


def _is_column(element: Element) -> bool:
    if element.tag in ("td", "th", "aside"):
        return True
    return isinstance(element.tag, str) and bool(_COLUMN.search(str(element.get("class") or "")))
