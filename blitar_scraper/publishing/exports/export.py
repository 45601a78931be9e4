"""Exports: rows of the archive as a file that other programs read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

from blitar_scraper.archive import Archive
from blitar_scraper.archive.search_words import add_functions
from blitar_scraper.publishing.exports.bounded_reading import bounded_reading
from blitar_scraper.publishing.exports.selecting import BadSelection, Request, Selection, select
from blitar_scraper.publishing.exports.spreadsheets import write_xlsx
from blitar_scraper.publishing.exports.tables import Row, Written, write_csv, write_csv_gz, write_jsonl, write_parquet

# The endings of the files that can be written, the longest first.
FORMATS = ("csv.gz", "parquet", "jsonl", "xlsx", "csv")
_OTHER_NAMES = {"ndjson": "jsonl", "pq": "parquet"}
_NEEDS = {"parquet": "pyarrow", "xlsx": "xlsxwriter"}


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written. `undated`: rows that were left out because it is not certain that they are of the period."""

    written: Written
    name: str
    undated: int = 0


def format_of(path: Path) -> str:
    """The format that a file's ending stands for. Raises BadSelection."""
    name = path.name.lower()
    for ending, known in [*((ending, ending) for ending in FORMATS), *_OTHER_NAMES.items()]:
        if name.endswith(f".{ending}"):
            return known
    raise BadSelection(f"{path.name}: its ending says the format, and must be one of {', '.join(sorted(FORMATS))}")


def check_installed(format: str) -> None:
    """Raises BadSelection where what writes that format is not installed."""
    needed = _NEEDS.get(format)
    if needed and find_spec(needed) is None:
        raise BadSelection(f"{format} needs {needed}; in the program's folder: pip install '.[publish]'")


def export(
    archive: Archive,
    request: Request,
    out: Path | BinaryIO,
    format: str,
    *,
    exact: bool = False,
    seconds: float = 0,
    made_at: datetime | None = None,
    about: tuple[str, ...] = (),
) -> Exported:
    """Write the rows that the request asks for. `exact`: CSV without marks for spreadsheet programs.

    `seconds`: how long SQL that somebody typed may take. Raises BadSelection and NotReadable.
    """
    connection = archive.db.conn
    connection.text_factory = lambda text: text.decode("utf-8", "replace")  # bytes that are no UTF-8 end nothing
    add_functions(connection)  # a query may search by word stem: `articles_fts MATCH stemmed('...')`
    typed = request.typed
    # Our own queries read what is public, by themselves, and need the index of words for it.
    sees_all = request.withheld_too or not typed
    with bounded_reading(archive.db, typed, seconds=seconds if typed else 0, withheld_too=sees_all):
        selection = select(archive.db, request, exact_kinds=format == "parquet")
        undated = archive.db.execute(selection.undated, selection.values).fetchone()[0] if selection.undated else 0
        written = _write(archive, selection, out, format, exact, made_at, about)
    return Exported(written, selection.name, undated)


def _write(
    archive: Archive,
    selection: Selection,
    out: Path | BinaryIO,
    format: str,
    exact: bool,
    made_at: datetime | None,
    about: tuple[str, ...],
) -> Written:
    found: Iterator[Row] = archive.db.execute(selection.sql, selection.values)
    columns = selection.columns
    if format == "csv":
        return write_csv(out, columns, found, guarded=not exact)
    if format == "csv.gz":
        return write_csv_gz(out, columns, found)
    if format == "jsonl":
        return write_jsonl(out, columns, found)
    if format == "parquet":
        return write_parquet(out, columns, found)
    name = selection.name if len(selection.name) < 25 else "rows"  # a sheet's name has 31 characters at most
    return write_xlsx(out, columns, found, name=name, about=about, made_at=made_at)
