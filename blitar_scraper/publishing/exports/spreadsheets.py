"""Rows as an xlsx file: for the eye, safe to open, and honest about what a spreadsheet cannot hold.

Every text is written as text: never as a formula, a link, a number or a date. What does not fit is said, in the
`Written` that is returned and on the sheet `about` of the file itself:
- a text longer than a cell holds is cut, and ends with how long it was;
- whole numbers that a spreadsheet would round are text;
- rows beyond a sheet's last go on on a further sheet.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from blitar_scraper.archive.controls import shown
from blitar_scraper.publishing.exports.tables import Column, Row, Value, Written, plain

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

# "Excel specifications and limits"; the length of a text is counted in UTF-16 units.
LONGEST_TEXT = 32_767
MOST_ROWS = 1_048_576
# Beyond it a spreadsheet's numbers, doubles, no longer tell one whole number from the next.
_LARGEST_EXACT = 2**53
# Widths in characters: what is long is cut by the next column, not by us.
_WIDTHS = {"title": 60, "url": 40, "body": 60, "body_main": 60, "detail": 40, "description": 80}
_WIDTH = 14


def write_xlsx(
    out: Path | BinaryIO,
    columns: Sequence[Column],
    rows: Iterable[Row],
    *,
    name: str = "rows",
    about: Sequence[str] = (),
    made_at: datetime | None = None,
    most_rows: int = MOST_ROWS,
) -> Written:
    """A workbook of the rows on a sheet called `name`, and a sheet `about`: those sentences, and what the columns mean.

    `made_at`: when, to be written into the file's properties. Needs XlsxWriter (the extra `publish`).
    """
    import xlsxwriter

    options = {
        "constant_memory": True,  # a row at a time; the rest waits in temporary files
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(str(out) if isinstance(out, Path) else out, options) as workbook:
        workbook.set_properties({"created": made_at} if made_at else {})
        book = _Book(workbook, columns, most_rows)
        book.write(rows, name)
        notes = tuple(book.notes())
        book.write_about([*about, *notes])
    return Written(book.rows, notes)


class _Book:
    """A workbook being written, and what has been changed in it."""

    def __init__(self, workbook: Workbook, columns: Sequence[Column], most_rows: int) -> None:
        self.workbook = workbook
        self.columns = columns
        self.most_rows = most_rows
        self.heading = workbook.add_format({"bold": True})
        self.wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        self.rows = self.sheets = self.cut = self.as_text = 0

    def write(self, rows: Iterable[Row], name: str) -> None:
        remaining = iter(rows)
        first: list[Row] = []
        while not self.sheets or (first := list(islice(remaining, 1))):
            self.sheets += 1
            sheet = self._sheet(name if self.sheets == 1 else f"{name} {self.sheets}")
            for number, row in enumerate(islice(chain(first, remaining), self.most_rows - 1), start=1):
                self._write_row(sheet, number, row)
                self.rows += 1

    def write_about(self, sentences: Sequence[str]) -> None:
        sheet = self.workbook.add_worksheet("about")
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 100, self.wrapped)
        for number, sentence in enumerate(sentences):
            _write_text(sheet, number, 0, sentence)
        for number, column in enumerate(self.columns, start=len(sentences) + 1):
            _write_text(sheet, number, 0, column.name, self.heading)
            _write_text(sheet, number, 1, column.description or "")

    def notes(self) -> Iterator[str]:
        if self.cut:
            texts = "1 text is" if self.cut == 1 else f"{self.cut:,} texts are"
            yield f"{texts} longer than a cell holds ({LONGEST_TEXT:,} characters): cut, and marked at the end"
        if self.as_text:
            numbers = "1 number is" if self.as_text == 1 else f"{self.as_text:,} numbers are"
            yield f"{numbers} too large for a spreadsheet to hold exactly: written as text"
        if self.sheets > 1:
            yield f"more rows than a sheet holds ({self.most_rows - 1:,}): they go on on {self.sheets} sheets"

    def _sheet(self, name: str) -> Worksheet:
        sheet = self.workbook.add_worksheet(name)
        for place, column in enumerate(self.columns):
            sheet.set_column(
                place, place, _WIDTHS.get(column.name.removesuffix("_before").removesuffix("_after"), _WIDTH)
            )
        for place, column in enumerate(self.columns):
            _write_text(sheet, 0, place, self._fitting(column.name), self.heading)
        sheet.freeze_panes(1, 0)
        return sheet

    def _write_row(self, sheet: Worksheet, number: int, row: Row) -> None:
        for place, value in enumerate(row):
            value = plain(value)
            if isinstance(value, int | float) and not _is_exact(value):
                self.as_text += 1
                value = str(value)
            if isinstance(value, str):
                _write_text(sheet, number, place, self._fitting(value))
            elif value is not None:
                sheet.write_number(number, place, value)

    def _fitting(self, text: str) -> str:
        if len(text) <= LONGEST_TEXT // 2 or _units(text) <= LONGEST_TEXT:
            return text
        self.cut += 1
        mark = f" […cut here: {len(text):,} characters in all]"
        kept = text[: LONGEST_TEXT - len(mark)]
        while (over := _units(kept) + len(mark) - LONGEST_TEXT) > 0:
            kept = kept[: -max(1, over // 2)]
        return kept + mark


def _write_text(sheet: Worksheet, row: int, place: int, text: str, style: Format | None = None) -> None:
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes such a text for markup of its own and writes it as it stands. In pieces it is escaped.
        pieces = ("<", "r", shown(text[2:]))
        sheet.write_rich_string(row, place, *pieces)
    else:
        sheet.write_string(row, place, text, style)


def _is_exact(value: Value) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and abs(value) <= _LARGEST_EXACT


def _units(text: str) -> int:
    """The length of a text as spreadsheets count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
