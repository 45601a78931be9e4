"""Days within a text's own list or table: when something takes place, not when the page was published."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blitar_scraper.extract.byline_date import says_created
from blitar_scraper.extract.byline_lines import BylineLines
from blitar_scraper.extract.byline_words import MODIFIED_LABEL
from blitar_scraper.extract.lines import Element, Layout, Line, ancestors

# What an invitation or report says of an event, and no byline of an article.
_OF_EVENT = re.compile(
    r"(?:(?:nama|jenis)\s)?(?:tempat|lokasi|acara|peserta|narasumber|pelaksanaan|undangan|keperluan|tema|penyelenggara|pakaian"
    r"|perihal|bertempat|pukul\s\d.*selesai|(?:kegiatan|agenda)(?=\s?:))\b\s*(?::|$)",
    re.I,
)
_COLUMN_OF_EVENTS = re.compile(r"(?:nama\s)?(?:kegiatan|agenda|acara|uraian|materi|keterangan|lokasi|tempat)", re.I)
_DAY_LABEL = re.compile(r"(?:pada\s)?(?:hari|tanggal|tgl|waktu)\b[^:]{0,20}:", re.I)
_CELLS = frozenset({"td", "th", "li", "dd", "dt"})
_LISTS = frozenset({"table", "ul", "ol", "dl"})
_LABEL = 40  # characters within which a fact's label ends
_LONGEST = 40  # lines of a list or table that are looked at


def is_event(run: Sequence[Line], layout: Layout, reader: BylineLines) -> bool:
    """Whether a run of lines with a date is (part of) a list of facts about an event, or of a timetable."""
    if not any(line.block.tag in _CELLS or _DAY_LABEL.match(line.text) for line in run):
        return False
    box = _list_around(run[0])
    lines = _beside(run, layout) if box is None else layout.within(box)[:_LONGEST]
    if any(line.is_prose and ":" not in line.text[:_LABEL] for line in lines):
        return False  # a table that lays out the page, or paragraphs
    if any(_OF_EVENT.match(line.text) for line in lines):
        return True
    if box is None:
        return False
    if any(line.block.tag == "th" and _COLUMN_OF_EVENTS.fullmatch(line.text) for line in lines):
        return True
    return len(_days(lines, reader)) > 1


def _list_around(line: Line) -> Element | None:
    """The list or table that a line is a point or cell of."""
    return next((element for element in list(ancestors(line.block))[:5] if element.tag in _LISTS), None)


def _beside(run: Sequence[Line], layout: Layout) -> list[Line]:
    """The run and the short lines right above and below it, in the same element or in elements beside it."""
    parent = run[0].block.getparent()
    found = list(run)
    for step, index in ((-1, run[0].index - 1), (1, run[-1].index + 1)):
        while 0 <= index < len(layout.lines) and len(found) <= _LONGEST:
            line = layout.lines[index]
            if line.is_prose or not (line.block is run[0].block or line.block.getparent() is parent):
                break
            found.append(line)
            index += step
    return found


def _days(lines: Sequence[Line], reader: BylineLines) -> set[str]:
    """The different days of lines that are not those of a change, nor of when an article was begun."""
    days: set[str] = set()
    before = ""
    for line in lines:
        date = reader.read(line).date if reader.is_anchor(line) else None
        if date is not None and not MODIFIED_LABEL.search(f"{before} ") and not says_created(line.text):
            days.add(date.iso[:10])
        before = line.text if re.search(r"\w", line.text) else before
    return days
