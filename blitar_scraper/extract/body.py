"""The article's text: which lines of the page belong to it, and the clean text of just those."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator

from lxml import etree

from blitar_scraper.extract.byline_words import SECTION_WORDS
from blitar_scraper.extract.captions import is_caption, stands_under_picture, stands_with_lead_picture
from blitar_scraper.extract.edges import is_edge, is_remains
from blitar_scraper.extract.fragment import fragment_lines, has_rows_or_cuts, mended_lines
from blitar_scraper.extract.furniture import is_furniture, is_read_also
from blitar_scraper.extract.lines import Element, Layout, Line, ancestors, common_ancestor, is_alike
from blitar_scraper.extract.structure import Structure
from blitar_scraper.extract.text_headings import heads_text
from blitar_scraper.extract.title import is_title_again
from blitar_scraper.extract.zones import ALWAYS_BOX, Zones, bare_heading, box_of, is_box_heading


def boxes(layout: Layout, zones: Zones, structure: Structure) -> set[int]:
    """Indexes of lines that lie in boxes with headings ("Berita Populer"), in zones, or in lists of links."""
    anchors = _anchors(layout, zones, structure)
    found: set[int] = set()
    for line in layout.lines:
        if line.index in found:
            continue
        if zones.of(line, outside=anchors):
            found.add(line.index)
        elif is_box_heading(line) and line not in anchors and _leads_a_box(layout, line):
            found.update(_box(layout, line, anchors, structure))
        elif line.heading and line.is_linked and line not in anchors:
            found.update(_cards(layout, line, anchors))
    return found - {line.index for line in anchors}


def _anchors(layout: Layout, zones: Zones, structure: Structure) -> tuple[Line, ...]:
    """Lines that are the article's for certain: its title and its longest paragraph."""
    anchors = [structure.title.line] if structure.title else []
    if structure.container is not None:
        candidates = layout.within(structure.container)
        if structure.title and layout.holds(structure.container, structure.title.line):
            candidates = [line for line in candidates if line.index > structure.title.line.index]
        prose = [line for line in candidates if line.is_prose]
        prose = [line for line in prose if line.index not in zones.boxed] or prose
        prose = _without_teasers(layout, zones, candidates, prose) or prose
        # A visitor may have written more than the editor.
        prose = [line for line in prose if zones.of(line) != "comments"] or prose
        if prose:
            anchors += [max(prose, key=lambda line: len(line.text) - line.linked)]
    return tuple(anchors)


def _without_teasers(layout: Layout, zones: Zones, candidates: list[Line], prose: list[Line]) -> list[Line]:
    """The prose without that of other articles, under the heading of a box: each right below a linked heading."""
    heading = next((line for line in candidates if zones.boxed.get(line.index) == line.index), None)
    if heading is None:
        return prose
    return [line for line in prose if line.index < heading.index or not _is_teaser(layout, heading, line)]


def _is_teaser(layout: Layout, heading: Line, line: Line) -> bool:
    before = layout.lines[line.index - 1]
    if not before.is_linked:
        return False
    return before.heading > 0 or not layout.holds(common_ancestor(before.block, line.block), heading)


def _leads_a_box(layout: Layout, heading: Line) -> bool:
    if heads_text(layout, heading):
        return False
    if ALWAYS_BOX.fullmatch(bare_heading(heading)):
        return True
    if len(heading.tokens) > 1 and heading.tokens[1].href and not heading.heading:
        return False  # "Kategori: Berita": what it announces is in its own line
    if not (heading.heading or heading.bold) and SECTION_WORDS.fullmatch(heading.text):
        return False  # a section's name over or under the title
    following = layout.lines[heading.index + 1 : heading.index + 5]
    return bool(following) and not following[0].is_prose and _mostly_linked(following)


def _mostly_linked(lines: list[Line]) -> bool:
    return sum(line.is_linked for line in lines) * 2 >= max(len(lines), 1)


def _cards(layout: Layout, heading: Line, anchors: tuple[Line, ...]) -> Iterator[int]:
    """The lines of a row of cards, each with the linked heading of another article, and of the row's own heading."""
    for card in ancestors(heading.block):
        parent = card.getparent()
        if parent is None or any(layout.holds(card, line) for line in anchors):
            return
        cards = [other for other in parent if is_alike(card, other) and _is_card(layout, other, anchors)]
        if len(cards) > 1:
            first = layout.ranges[cards[0]][0]
            before = layout.lines[first - 1] if first else heading
            if before.heading and not before.is_linked and before not in anchors:
                yield before.index
            yield from (index for other in cards for index in range(*layout.ranges[other]))
            return


def _is_card(layout: Layout, element: Element, anchors: tuple[Line, ...]) -> bool:
    if any(layout.holds(element, line) for line in anchors):
        return False
    return any(line.heading and line.is_linked for line in layout.within(element))


def _box(layout: Layout, heading: Line, anchors: tuple[Line, ...], structure: Structure) -> range:
    box = box_of(layout, heading, anchors)
    below = layout.lines[heading.index + 1 : box.stop]
    # Over headings of other articles it is no pointer within the text.
    is_pointer = is_read_also(heading) and not (below and below[0].heading and below[0].is_linked)
    if is_pointer and any(line.is_prose for line in below):
        # A pointer between two paragraphs: only the links that follow it.
        end = heading.index + 1
        while end in box and layout.lines[end].is_linked:
            end += 1
        return range(heading.index, end)
    return box


def body_lines(
    layout: Layout, structure: Structure, excluded: Collection[int], title: str | None
) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and the captions of the lead image that stand before it.

    `excluded` are lines in boxes and of the byline.
    """
    if structure.container is None:
        return [], []
    first, end = structure.text_range(layout)
    start = structure.title.line.index if structure.title else -1
    if not structure.certain and first <= start < end:
        start = -1  # no title, but a heading within the text
    between = [
        line for line in layout.within(structure.scope) if start < line.index < first and line.index not in excluded
    ]
    candidates = [line for line in layout.lines[max(first, start + 1) : end] if line.index not in excluded]
    captions = _captions(layout, structure.scope, between, candidates) + _captions(
        layout, structure.container, candidates, []
    )
    lead = [line for line in between if line.is_prose and line not in captions]
    candidates = [line for line in lead + candidates if not is_read_also(line) and line not in captions]
    # The heading printed again before the text is not the text.
    while candidates and title and candidates[0].heading and is_title_again(candidates[0].text, title):
        candidates.pop(0)
    # Before the first paragraph stands what is left of share bars.
    opening = next((index for index, line in enumerate(candidates) if line.is_prose), 0)
    candidates = [line for line in candidates[:opening] if not (is_edge(line) or is_remains(line))] + candidates[
        opening:
    ]
    return _without_tail(layout, candidates), captions


def _captions(layout: Layout, within: Element, lines: list[Line], following: list[Line]) -> list[Line]:
    """The captions of the lead image among lines before the first paragraph; `following` are the lines after them."""
    found: list[Line] = []
    leads = 0
    for index, line in enumerate(lines):
        if leads:  # a printed lead goes before the picture
            if stands_with_lead_picture(layout, line, within):
                found.append(line)
                break
        elif is_caption(line):
            found.append(line)
            continue
        else:
            paragraph = next((other for other in (*lines[index + 1 :], *following) if other.is_prose), None)
            if paragraph is not None and stands_under_picture(layout, line, within, paragraph):
                found.append(line)
                continue
        leads += line.is_prose
        if leads > 1:
            break
    return found


def _without_tail(layout: Layout, lines: list[Line]) -> list[Line]:
    """The lines up to the first share bar, tag list, box or copyright line after which little text follows.

    Such a line also stands above or within a text; it ends the text where at most half as much follows as went before.
    """
    total = sum(len(line.text) for line in lines if line.is_prose)
    before = 0
    kept: list[Line] = []
    for index, line in enumerate(lines):
        is_end = is_edge(line)
        if not (is_end and is_furniture(line)):  # furniture is an edge
            kept.append(line)
        if is_end or (is_box_heading(line) and not heads_text(layout, line)):
            if (total - before) * 2 <= before or not any(line.is_prose for line in lines[index + 1 :]):
                return lines[:index]
        elif line.is_prose:
            before += len(line.text)
    return kept


def body_text(layout: Layout, structure: Structure, lines: list[Line]) -> list[str]:
    """The clean text of the chosen lines, a block a line, with the rows of tables put together again."""
    if structure.container is None or not lines:
        return []
    # The page's own lines are those of the fragment already, unless it has tables or words cut in two.
    if not has_rows_or_cuts(structure.container, lines):
        return mended_lines([line.text for line in lines])
    first, end = structure.text_range(layout)
    outside = [line.text for line in lines if not first <= line.index < end]
    chosen = {line.index for line in lines}
    markup = _markup(layout, structure.container, chosen)
    return outside + fragment_lines(markup)


def _markup(layout: Layout, container: Element, chosen: set[int]) -> str:
    """The container's markup with the text of all other lines taken out. The page's tree is left as it is."""
    clone = copy.deepcopy(container)
    clone.tail = None
    twins = dict(zip(container.iter(), clone.iter(), strict=True))
    for line in layout.within(container):
        if line.index in chosen:
            continue
        for element, is_tail, _ in line.segments:
            twin = twins.get(element)
            if twin is None:
                continue
            if is_tail:
                twin.tail = " "
            else:
                twin.text = " "
    return etree.tostring(clone, encoding="unicode", method="html")
