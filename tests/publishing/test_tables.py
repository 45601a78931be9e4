"""Rows as files: every value comes back as it was, whatever a page put into it, and no spreadsheet runs any of it."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tracemalloc
import zipfile
from typing import Any

import openpyxl
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from blitar_scraper.publishing.exports.guarding import guarded_text, unguarded_text
from blitar_scraper.publishing.exports.spreadsheets import LONGEST_TEXT, write_xlsx
from blitar_scraper.publishing.exports.tables import Column, write_csv, write_csv_gz, write_jsonl, write_parquet

COLUMNS = [
    Column("id", "integer", "Its number."),
    Column("title"),
    Column("share", "real"),
    Column("tags", "json"),
]
FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", "'=1+1", "''@x"]
HARMLESS = [
    "Wali Kota",
    " =1+1",
    "'kutip'",
    "",
    "1.234",
    "2024-09-27",
    "0012",
    "http://a.go.id/",
    "baris\r\ndua",
    '"a",b',
]
HOSTILE = [
    "<r><t>x</t></r>",
    "<r>&</r>",
    "_x0041_",
    "\x1b[31m\x00\x07",
    "\ufffe\uffff",
    "\u202eelif",
    "</t>]]>",
    "😀" * 9,
]
ROWS: list[tuple[Any, ...]] = [
    (number, text, None if number % 2 else 0.1 * number, json.dumps([text]))
    for number, text in enumerate([*FORMULAS, *HARMLESS, *HOSTILE, None])
]


def bytes_of(write: Any, rows: Any = ROWS, **more: Any) -> bytes:
    out = io.BytesIO()
    write(out, COLUMNS, rows, **more)
    return out.getvalue()


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def as_csv(rows: list[tuple[Any, ...]]) -> list[list[str]]:
    return [["" if value is None else str(value) for value in row] for row in rows]


def sheets(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


# CSV


def test_csv_is_what_rfc_4180_says():
    data = bytes_of(write_csv, [(1, 'a "b", c', None, None), (2, "d\ne", 0.5, "[]")])
    assert data == b'id,title,share,tags\r\n1,"a ""b"", c",,\r\n2,"d\ne",0.5,[]\r\n'


VALUES = st.none() | st.integers() | st.floats(allow_nan=False) | st.text(alphabet=st.sampled_from(' ab",;\r\n\t#é'))


@given(st.lists(st.tuples(VALUES, VALUES)))
def test_csv_is_byte_for_byte_what_pythons_own_module_writes(rows):
    ours, theirs = io.BytesIO(), io.StringIO(newline="")
    write_csv(ours, COLUMNS[:2], rows)
    csv.writer(theirs, lineterminator="\r\n").writerows([("id", "title"), *rows])
    assert ours.getvalue().decode("utf-8") == theirs.getvalue()


@pytest.mark.parametrize("value", [None, ""])
def test_a_row_of_one_empty_field_is_a_row(value):
    out = io.BytesIO()
    write_csv(out, COLUMNS[1:2], [("a",), (value,), ("b",)])
    assert list(csv.reader(io.StringIO(out.getvalue().decode(), newline=""))) == [["title"], ["a"], [""], ["b"]]


@pytest.mark.parametrize("write", [write_csv, write_csv_gz])
def test_csv_for_programs_holds_every_value_exactly(write):
    data = bytes_of(write)
    plain = gzip.decompress(data) if write is write_csv_gz else data
    assert read_csv(plain) == [[column.name for column in COLUMNS], *as_csv(ROWS)]


def test_csv_for_people_begins_no_text_with_what_starts_a_formula():
    data = bytes_of(write_csv, guarded=True)
    assert data.startswith("\ufeff".encode())
    for _, title, _, _ in read_csv(data)[1:]:
        assert not title.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))


def test_what_was_marked_is_counted_and_can_be_unmarked_without_loss():
    out = io.BytesIO()
    written = write_csv(out, COLUMNS, ROWS, guarded=True)
    assert written.rows == len(ROWS)
    assert [note.split()[0] for note in written.notes] == [str(len(FORMULAS))]
    titles = [unguarded_text(row[1]) for row in read_csv(out.getvalue())[1:]]
    assert titles == [row[1] or "" for row in ROWS]


def test_a_negative_number_is_no_formula():
    assert read_csv(bytes_of(write_csv, [(-5, "x", -0.5, None)], guarded=True))[1] == ["-5", "x", "-0.5", ""]


@given(st.text())
def test_unmarking_is_the_inverse_of_marking(text):
    assert unguarded_text(guarded_text(text)) == text


def test_compressed_csv_is_the_same_bytes_whatever_it_is_called_and_whenever_it_is_made(tmp_path):
    for name in ("a.csv.gz", "other.csv.gz"):
        write_csv_gz(tmp_path / name, COLUMNS, ROWS)
    data = (tmp_path / "a.csv.gz").read_bytes()
    assert data == (tmp_path / "other.csv.gz").read_bytes()
    assert data[3] == 0 and data[4:8] == b"\0\0\0\0"  # no name; no time


# JSON lines


def test_json_lines_hold_every_value_and_json_as_json():
    lines = [json.loads(line) for line in bytes_of(write_jsonl).decode("utf-8").splitlines() if line]
    assert [(line["id"], line["title"], line["tags"]) for line in lines] == [
        (number, text, json.loads(tags)) for number, text, _, tags in ROWS
    ]


def test_text_that_only_claims_to_be_json_stays_text():
    (line,) = bytes_of(write_jsonl, [(1, "x", float("inf"), "[NaN")]).splitlines()
    assert json.loads(line) == {"id": 1, "title": "x", "share": "inf", "tags": "[NaN"}
    (line,) = bytes_of(write_jsonl, [(1, "x", None, "NaN")]).splitlines()
    assert json.loads(line)["tags"] == "NaN"


# Parquet


def test_parquet_holds_every_value_exactly_and_describes_its_columns():
    table = pyarrow.parquet.read_table(io.BytesIO(bytes_of(write_parquet)))
    assert [tuple(row.values()) for row in table.to_pylist()] == ROWS
    assert table.schema.field("id").metadata == {b"description": b"Its number."}


@pytest.mark.parametrize("rows", [[], [(None, None, None, None)]])
def test_parquet_has_the_columns_types_whatever_the_rows_hold(rows):
    schema = pyarrow.parquet.read_table(io.BytesIO(bytes_of(write_parquet, rows))).schema
    assert [str(field.type) for field in schema] == ["int64", "string", "double", "string"]


def test_a_value_of_another_kind_is_refused_by_its_columns_name():
    with pytest.raises(ValueError, match="column id"):
        bytes_of(write_parquet, [("no number", None, None, None)])


@pytest.mark.parametrize(
    "write, rows, most", [(write_csv, 200, 4), (write_jsonl, 200, 4), (write_xlsx, 200, 4), (write_parquet, 800, 45)]
)
def test_rows_are_written_while_they_come(write, rows, most, tmp_path):
    """20 or 80 MB of rows; `most`: MB in memory at a time, for Parquet two blocks of 16."""
    tracemalloc.start()
    try:
        write(tmp_path / "rows", COLUMNS, ((number, str(number) + "x" * 100_000, None, None) for number in range(rows)))
        assert tracemalloc.get_traced_memory()[1] < most * 1_000_000
    finally:
        tracemalloc.stop()


# Spreadsheets


def test_a_spreadsheet_holds_text_as_text_and_numbers_as_numbers():
    rows = sheets(bytes_of(write_xlsx))["rows"]
    assert rows[0] == ("id", "title", "share", "tags")
    for (number, text, share, tags), row in zip(ROWS, rows[1:], strict=True):
        read = [unescape(value) if isinstance(value, str) else value for value in row]
        assert read[0] == number and read[2] == (pytest.approx(share) if share is not None else None)
        assert (read[1] or None) == (text or None)
        assert read[3] == tags


def test_a_spreadsheet_has_no_formula_no_link_and_no_markup_of_a_page():
    archive = zipfile.ZipFile(io.BytesIO(bytes_of(write_xlsx)))
    xml = b"".join(archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets"))
    assert b"<f>" not in xml and b"<f " not in xml and b"hyperlink" not in xml.lower()
    assert b"<t>x</t></r></is>" not in xml.replace(b"&lt;", b"?")
    assert not [name for name in archive.namelist() if "external" in name or name.endswith("sheet1.xml.rels")]


def test_a_text_that_no_cell_holds_is_cut_with_a_mark_and_said():
    out = io.BytesIO()
    written = write_xlsx(out, COLUMNS, [(1, "x" * 40_000, None, None), (2, "😀" * 20_000, None, None)])
    book = sheets(out.getvalue())
    texts = [row[1] for row in book["rows"][1:]]
    for text, length in zip(texts, ("40,000", "20,000"), strict=True):
        assert text.endswith(f"[…cut here: {length} characters in all]")
        assert LONGEST_TEXT - 2 <= len(text.encode("utf-16-le")) // 2 <= LONGEST_TEXT
    assert len(written.notes) == 1 and written.notes[0].startswith("2 texts are longer")
    assert written.notes[0] in [row[0] for row in book["about"]]


def test_a_text_that_just_fits_is_whole():
    out = io.BytesIO()
    text = "x" * LONGEST_TEXT
    assert write_xlsx(out, COLUMNS, [(1, text, None, None)]).notes == ()
    assert sheets(out.getvalue())["rows"][1][1] == text


def test_rows_that_no_sheet_holds_go_on_on_the_next_one():
    out = io.BytesIO()
    written = write_xlsx(out, COLUMNS, [(number, "x", None, None) for number in range(10)], name="news", most_rows=5)
    book = sheets(out.getvalue())
    assert [len(book[name]) for name in ("news", "news 2", "news 3")] == [5, 5, 3]
    assert [row[0] for name in ("news", "news 2", "news 3") for row in book[name][1:]] == list(range(10))
    assert written.rows == 10 and "3 sheets" in written.notes[0]


@pytest.mark.parametrize("number", [2**53 + 1, -(2**60), float("inf")])
def test_a_number_that_a_spreadsheet_would_round_is_written_as_text(number):
    out = io.BytesIO()
    written = write_xlsx(out, COLUMNS, [(number, None, None, None)])
    assert sheets(out.getvalue())["rows"][1][0] == str(number)
    assert len(written.notes) == 1


def test_the_columns_are_explained_beside_the_rows():
    about = sheets(bytes_of(write_xlsx, about=["To cite: so."]))["about"]
    assert about[0][0] == "To cite: so."
    assert ("id", "Its number.") in about


@pytest.mark.parametrize("write", [write_csv, write_csv_gz, write_jsonl, write_parquet, write_xlsx])
def test_no_rows_are_a_file_all_the_same(write, tmp_path):
    assert write(tmp_path / "empty", COLUMNS, []).rows == 0
    assert (tmp_path / "empty").exists()
