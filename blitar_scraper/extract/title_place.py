"""Lines that may be the title by where they stand: over a byline, or over a text."""

from __future__ import annotations

from blitar_scraper.extract.byline_lines import BylineLines
from blitar_scraper.extract.byline_words import SECTION_WORDS, names_other_person
from blitar_scraper.extract.lines import Layout, Line, common_ancestor
from blitar_scraper.extract.title import OF_OTHERS
from blitar_scraper.extract.zones import Zones, is_box_heading

# The most that standing over a byline is worth; over a text without one, where only headlines' capitals tell it.
OVER_BYLINE, OVER_TEXT = 2.0, 1.0
_CAPITALS = 0.6  # the share of a headline's words that begin with a capital; conjunctions and prepositions do not


def lines_by_place(layout: Layout, zones: Zones, reader: BylineLines) -> dict[int, float]:
    """Lines that stand over a byline or text, and what that is worth."""
    over_texts = dict.fromkeys(_lines_over_texts(layout, zones, reader), OVER_TEXT)
    return over_texts | _lines_over_bylines(layout, zones, reader)


def _lines_over_texts(layout: Layout, zones: Zones, reader: BylineLines) -> list[int]:
    """The lines right above the first paragraphs of texts that read like headlines."""
    found: list[int] = []
    for line in layout.lines:
        # Few lines are asked whether they are bylines: reading them takes longest.
        if not line.is_prose or reader.is_anchor(line):
            continue
        before = (layout.lines[index] for index in range(line.index - 1, -1, -1))
        above = next((other for other in before if not reader.is_anchor(other)), None)
        if above is not None and _reads_as_headline(above) and not _in_zone(zones, above, line):
            found.append(above.index)
    return found


def _in_zone(zones: Zones, *lines: Line) -> bool:
    return any(line.index in zones.boxed or zones.of(line) for line in lines)


def _reads_as_headline(line: Line) -> bool:
    """Whether a line without a link has the capitals of a headline, and is no name of a section or box."""
    if line.is_linked or line.block.tag in ("li", "th") or SECTION_WORDS.fullmatch(line.text) or is_box_heading(line):
        return False
    words = [word for word in line.text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) >= len(words) * _CAPITALS and bool(words)


# Lines that may stand between a title and its byline: an image's caption, a kicker, the other half of the byline.
_OVER_BYLINE = 3
# The longest byline seen had eleven lines: three facts in cells with label and colon, and two section names.
_BYLINE_LINES = 12


def _lines_over_bylines(layout: Layout, zones: Zones, reader: BylineLines) -> dict[int, float]:
    """Lines right above a byline, and what that is worth: most for the nearest that is no byline itself.

    A byline of two facts or more counts: a date alone stands under many a thing (events, decrees, visitors' words).
    """
    found: dict[int, float] = {}
    for line in layout.lines:
        # Bylines in boxes and sidebars are those of other articles.
        if line.index in zones.boxed or zones.of(line) in OF_OTHERS or not reader.is_anchor(line):
            continue
        worth = OVER_BYLINE if reader.read(line).parts >= 2 or reader.read(line).views is not None else 1.0
        index, steps = line.index - 1, 0
        while index >= max(line.index - _BYLINE_LINES, 0) and steps < _OVER_BYLINE:
            above = layout.lines[index]
            index -= 1
            if reader.is_anchor(above) or names_other_person(above.text) or _one_box(layout, above, line):
                continue
            if above.is_prose and len(above.text) > 200:
                break
            found[above.index] = max(found.get(above.index, 0.0), worth - 0.5 * steps)
            steps += len(above.text.split()) > 1  # a single word is a label of the byline or a section's name
    return found


def _one_box(layout: Layout, one: Line, other: Line) -> bool:
    """Whether both lie in one small table or list: a byline in cells."""
    box = common_ancestor(one.block, other.block)
    if box.tag not in ("table", "tbody", "tr", "ul", "ol", "dl"):
        return False
    lines = layout.within(box)
    return len(lines) <= 20 and not any(line.is_prose for line in lines)
