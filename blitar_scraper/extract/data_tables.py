"""Tables of data within a text: timetables, budgets, results. Their cells are text, whatever they say.

Tables also lay out pages, and list facts about the article (`Penulis`, `Dibaca`): those are none of data.
"""

from __future__ import annotations

import re

from blitar_scraper.extract.byline_words import (
    AUTHOR_LABEL,
    SECTION_LABEL,
    VIEW_LABEL,
    other_person,
    speaks_of_dates,
)
from blitar_scraper.extract.lines import Element, Layout
from blitar_scraper.extract.walk import HEADINGS

_Row = list[str]
_LONGEST_CELL = 300  # characters: a longer cell is a column of the page
_MOST_LINES = 4  # of a cell: name, office and how to reach it
# A label in an element with its value ends with a colon: `Oleh : Siti Aminah`.
_END_OF_LABEL = re.compile(r"\s*:")
_PUBLISHED = re.compile(
    r"(?:di)?(?:terbit|publi[ks]|posti?n?g?|unggah|upload|muat|tulis|buat|perbarui|updated?|created)", re.I
)
_DAY = re.compile(r"(?:hari|tanggal|tgl|date|jam|pukul|waktu)(?:\W{1,3}(?:hari|tanggal|tgl|jam))?", re.I)
_DIGIT = re.compile(r"\d")


def mark_data(layout: Layout) -> None:
    """Marks the lines of tables of data (`Line.is_datum`)."""
    for table in layout.root.iter("table"):
        if table in layout.ranges and _is_data(layout, table):
            for line in layout.within(table):
                line.is_datum = True


def _is_data(layout: Layout, table: Element) -> bool:
    if any(element is not table and element.tag in ("table", "form", *HEADINGS) for element in table.iter()):
        return False
    rows = [cells for row in table.iter("tr") if (cells := _cells(layout, row)) is not None]
    rows = [row for row in rows if any(row)]
    if not rows or [] in rows:
        return False
    # The colon between label and value may have a cell of its own.
    rows = [[cell for cell in row if cell.strip(" :")] for row in rows]
    wide = [row for row in rows if len(row) > 1]
    if len(wide) < 2 or _is_linked(layout, table) or _are_facts(wide):
        return False
    return len(wide) > 2 or _have_other_labels(wide) or _are_alike(wide)


def _cells(layout: Layout, row: Element) -> _Row | None:
    """The texts of a row's cells; an empty list where one of them is too long for data."""
    texts: _Row = []
    for cell in row.iterchildren("td", "th"):
        lines = layout.within(cell)
        text = " ".join(line.text for line in lines)
        if len(lines) > _MOST_LINES or len(text) > _LONGEST_CELL:
            return []
        texts.append(text)
    return texts or None


def _is_linked(layout: Layout, table: Element) -> bool:
    """Whether a table is mostly links: a menu, or a list of other articles."""
    lines = layout.within(table)
    return sum(line.is_linked for line in lines) * 2 > len(lines)


def _are_facts(rows: list[_Row]) -> bool:
    """Whether rows tell of the article: most begin with a label, or the first of two is one of labels."""
    first = _bare([row[0] for row in rows])
    labels = sum(map(_is_fact, first))
    days = sum(_DAY.fullmatch(cell) is not None for cell in first)
    if labels > 1 or ((labels + days) * 2 >= len(rows) and (labels or days == len(rows))):
        return True
    return len(rows) == 2 and any(map(_is_fact, rows[0]))


def _is_fact(cell: str) -> bool:
    """Whether a cell is, or begins with, the label of a fact about an article: `Penulis`, `Tanggal Terbit : ...`."""
    label = _END_OF_LABEL.split(cell, maxsplit=1)[0]
    if any(known.fullmatch(label) for known in (AUTHOR_LABEL, VIEW_LABEL, SECTION_LABEL)) or other_person(label) == len(
        label
    ):
        return True
    return _PUBLISHED.search(label) is not None and speaks_of_dates(label)


def _have_other_labels(rows: list[_Row]) -> bool:
    """Whether two rows have labels, in a column or in the first of them, and not of facts about an article alone."""
    for labels, values in ((_bare(rows[0]), rows[1]), (_bare([row[0] for row in rows]), [row[1] for row in rows])):
        is_labelled = not any(map(_DIGIT.search, labels)) and any(map(_DIGIT.search, values))
        if is_labelled and not all(map(_DAY.fullmatch, labels)):
            return True
    return False


def _are_alike(rows: list[_Row]) -> bool:
    """Whether all rows have as many cells, with figures in the same columns."""
    kinds = {tuple(bool(_DIGIT.search(cell)) for cell in row) for row in rows}
    return len(kinds) == 1 and any(next(iter(kinds)))


def _bare(row: _Row) -> _Row:
    return [cell.strip(" :") for cell in row]
