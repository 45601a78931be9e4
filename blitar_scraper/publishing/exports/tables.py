"""Rows as files: CSV, JSON lines and Parquet. Rows come one by one and go out in blocks, so memory stays small.

All of them hold the values exactly as the archive does. Only CSV that is asked to be `guarded`, for spreadsheet
programs, marks some (`spreadsheets.guarded`). A file is written where it is told to; whoever calls sees to it that
no half of one is left behind.
"""

from __future__ import annotations

import gzip
import io
import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, cast

from blitar_scraper.publishing.exports.guarding import guarded_text

if TYPE_CHECKING:
    import pyarrow

Value = str | int | float | bytes | None
Row = Sequence[Value]
# What a column holds; `json` is text that is JSON.
Kind = Literal["text", "integer", "real", "json"]

# The most rows of a block, which is a row group of Parquet: few enough groups to skip through. And the most
# characters, so that a few huge texts are not held at once: it is reached where articles are longer than most.
_BLOCK = 5_000
_BLOCK_TEXT = 16_000_000
_QUOTE = '"'
_TO_QUOTE = re.compile('[",\r\n]')
# Of news, half as fast as 4 is 6, the usual one, for a file 6 % smaller.
_COMPRESSION = 4
# Before it is compressed or written: pieces of a few kB would each cost a call of their own.
_BUFFER = 1_000_000


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name, what it holds, and a sentence on it."""

    name: str
    kind: Kind = "text"
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What went into a file. `notes`: one sentence for each way in which it differs from the archive; mostly none."""

    rows: int
    notes: tuple[str, ...] = ()


def write_csv(
    out: Path | BinaryIO, columns: Sequence[Column], rows: Iterable[Row], *, guarded: bool = False
) -> Written:
    """CSV after RFC 4180: UTF-8, commas, CRLF, quotation marks where needed; null is an empty field.

    `guarded`: text that a spreadsheet program would take for a formula begins with an apostrophe, and the file with
    a byte order mark, without which Excel takes UTF-8 for something else.
    """
    count = Counter()
    with _opened(out) as file:
        if guarded:
            file.write("\ufeff".encode())
        _write_csv(file, columns, count.guard(rows) if guarded else count(rows))
    if not count.marked:
        return Written(count.rows)
    values = "1 value begins" if count.marked == 1 else f"{count.marked:,} values begin"
    return Written(count.rows, (f"{values} with an apostrophe, so that no spreadsheet program takes it for a formula",))


def write_csv_gz(out: Path | BinaryIO, columns: Sequence[Column], rows: Iterable[Row]) -> Written:
    """The same compressed, values exact. The same rows give the same bytes, whenever and under whatever name."""
    count = Counter()
    with (
        _opened(out) as file,
        gzip.GzipFile("", "wb", compresslevel=_COMPRESSION, fileobj=file, mtime=0) as packed,
        io.BufferedWriter(cast(io.RawIOBase, packed), _BUFFER) as buffered,
    ):
        _write_csv(buffered, columns, count(rows))
    return Written(count.rows)


def write_jsonl(out: Path | BinaryIO, columns: Sequence[Column], rows: Iterable[Row]) -> Written:
    """A JSON object a line, UTF-8. What is JSON in the archive (tags, evidence) is JSON here, not text."""
    count = Counter()
    with _opened(out) as file:
        for row in count(rows):
            said = {column.name: _in_json(value, column.kind) for column, value in zip(columns, row, strict=True)}
            file.write(json.dumps(said, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace") + b"\n")
    return Written(count.rows)


def write_parquet(out: Path | BinaryIO, columns: Sequence[Column], rows: Iterable[Row]) -> Written:
    """Parquet, compressed with zstd; types are the columns', whatever the rows hold, and descriptions go along.

    Needs pyarrow (the extra `publish`). Raises ValueError where a value is not of its column's kind.
    """
    import pyarrow
    import pyarrow.parquet

    types = {"text": pyarrow.string(), "json": pyarrow.string(), "integer": pyarrow.int64(), "real": pyarrow.float64()}
    schema = pyarrow.schema(
        [
            pyarrow.field(
                column.name,
                types[column.kind],
                metadata={"description": column.description} if column.description else None,
            )
            for column in columns
        ]
    )
    count = Counter()
    with _opened(out) as file, pyarrow.parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for block in _blocks(count(rows)):
            writer.write_table(_arrow(schema, columns, block))
    return Written(count.rows)


def _arrow(schema: pyarrow.Schema, columns: Sequence[Column], block: Sequence[Row]) -> pyarrow.Table:
    import pyarrow

    arrays = []
    for place, column in enumerate(columns):
        values = [_as_kind(row[place], column.kind) for row in block]
        try:
            arrays.append(pyarrow.array(values, schema.field(place).type))
        except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError, OverflowError) as error:
            raise ValueError(f"column {column.name}: a value is no {column.kind} ({error})") from error
    return pyarrow.Table.from_arrays(arrays, schema=schema)


class Counter:
    """Counts rows as they pass by, and the values that were marked."""

    def __init__(self) -> None:
        self.rows = 0
        self.marked = 0

    def __call__(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            self.rows += 1
            yield row

    def guard(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows with text that would be taken for a formula marked."""
        for row in self(rows):
            values = [guarded_text(value) if isinstance(value, str) else value for value in row]
            self.marked += sum(new is not old for new, old in zip(values, row, strict=True))
            yield values


def plain(value: Value) -> str | int | float | None:
    """The value as text files can hold it: bytes, which no column of ours has, as hexadecimal digits."""
    return value.hex() if isinstance(value, bytes) else value


def _write_csv(file: BinaryIO, columns: Sequence[Column], rows: Iterable[Row]) -> None:
    # Not the module csv: it looks at every character by itself, and takes four times as long for long texts.
    # `replace`: half a surrogate pair is no text, and would end the export at that row.
    file.write(_csv_line([column.name for column in columns]).encode("utf-8", "replace"))
    for row in rows:
        file.write(_csv_line(row).encode("utf-8", "replace"))


def _csv_line(row: Row) -> str:
    fields = [_csv_field(value) for value in row]
    # A row of one empty field would be an empty line, which readers leave out.
    return ('""' if fields == [""] else ",".join(fields)) + "\r\n"


def _csv_field(value: Value) -> str:
    if value is None:
        return ""
    text = str(plain(value))
    return f'"{text.replace(_QUOTE, _QUOTE * 2)}"' if _TO_QUOTE.search(text) else text


def _in_json(value: Value, kind: Kind) -> Any:
    if kind == "json" and isinstance(value, str):
        try:
            return json.loads(value, parse_constant=_no_constant)
        except (ValueError, RecursionError):
            return value  # not JSON after all: as it stands
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return plain(value)


def _no_constant(name: str) -> None:
    """NaN and Infinity, which Python takes for JSON and nobody else does."""
    raise ValueError(name)


def _as_kind(value: Value, kind: Kind) -> Any:
    value = plain(value)
    if value is not None and kind in ("text", "json"):
        return str(value)
    return float(value) if isinstance(value, int) and kind == "real" else value


def _blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    block: list[Row] = []
    size = 0
    for row in rows:
        block.append(row)
        size += sum(len(value) for value in row if isinstance(value, str))
        if len(block) == _BLOCK or size >= _BLOCK_TEXT:
            yield block
            block, size = [], 0
    if block:
        yield block


@contextmanager
def _opened(out: Path | BinaryIO) -> Iterator[BinaryIO]:
    if isinstance(out, Path):
        with out.open("wb") as file:
            yield file
    else:
        yield out
