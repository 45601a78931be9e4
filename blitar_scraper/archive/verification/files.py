"""One WARC file against the rows of `captures` that name it: both are read once, side by side, in order of offset."""

from __future__ import annotations

import base64
import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlite_utils import Database

from blitar_scraper.archive.captures import described, known_run
from blitar_scraper.archive.database import Row, rows
from blitar_scraper.archive.warc.reader import Captured, UnreadableRecord, records_of
from blitar_scraper.archive.warc.records import digest_of
from blitar_scraper.archive.warc.recovery import next_record
from blitar_scraper.archive.warc.writer import OPEN

ANSWERS = ("response", "revisit")
# A field that `blitar import` adds to each record that it copies.
SOURCE_FIELD = "blitar-source"
# What a row must say as its record does. The rest of it (`bytes`, `content_type`) is told by the digest as well.
TOLD = ("url", "fetched_at", "http_status", "record_id", "record_type", "refers_to", "warc_length")
_COLUMNS = "id, digest, warc_offset, " + ", ".join(TOLD)
# Of two records of which these agree, one is taken for the other, whatever else a row says.
_SAME = ("url", "fetched_at", "digest")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands that has no row there. `row`: that of the same record and payload at another place."""

    file: str
    offset: int
    length: int
    row: int | None = None


@dataclass
class CheckedFile:
    """What one file is like. `name` as in `captures`, `is_open`: it has not got its final name.

    `damaged` and `differing`: what is wrong with captures and with their rows, by their ids; `unindexed`: answers
    without a row; `broken`: other places that are no records, by their offsets; `torn`: where its last whole record
    ends, if more follows that no row is about; `run_id`: the run that wrote it.
    """

    name: str
    is_open: bool = False
    size: int = 0
    records: int = 0
    captures: int = 0
    damaged: dict[int, str] = field(default_factory=dict)
    differing: dict[int, tuple[Place, str]] = field(default_factory=dict)
    unindexed: list[Place] = field(default_factory=list)
    broken: dict[int, str] = field(default_factory=dict)
    torn: int | None = None
    run_id: int | None = None
    unreadable: str | None = None


def check_file(db: Database, folder: Path, path: Path) -> CheckedFile:
    """Check a file below the folder of WARC files; memory does not grow with its size. Raises no OSError."""
    name = path.relative_to(folder).as_posix().removesuffix(OPEN)
    checked = CheckedFile(name, path.name.endswith(OPEN))
    try:
        checked.size = path.stat().st_size
        _compare(db, path, checked)
    except OSError as error:
        checked.unreadable = error.strerror or str(error)
    except sqlite3.DatabaseError as error:
        checked.unreadable = f"its rows of captures cannot be read ({error})"
    return checked


def _compare(db: Database, path: Path, checked: CheckedFile) -> None:
    expected = _Expected(db, checked.name)
    end: int | None = 0
    while end is not None:
        end, why = _whole_records(db, path, end, expected, checked)
        if end == checked.size:
            break
        why = why or "the file ends within the record"
        cited = expected.take(end)
        for row in cited:
            checked.damaged[row["id"]] = why
        following = next_record(path, end + 1)
        if not cited and following is None and expected.offset is None:
            checked.torn = end
        elif not cited:
            checked.broken[end] = why
        end = following
    for row in expected.rest():
        ends = row["warc_offset"] >= checked.size
        checked.damaged[row["id"]] = "the file ends before it" if ends else "no record begins there"
    checked.captures = expected.number


def _whole_records(
    db: Database, path: Path, start: int, expected: _Expected, checked: CheckedFile
) -> tuple[int, str | None]:
    """Check all records from there on, until one is none; where that is, and why, if more than its end is missing."""
    end = start
    try:
        for record in records_of(path, start):
            end = record.offset + record.length
            checked.records += 1
            _check_record(db, record, expected, checked)
    except UnreadableRecord as error:
        return end, _plain(str(error).partition(": ")[2])
    return end, None


def _plain(error: str) -> str:
    """What zlib says (`Error -3 while decompressing data: incorrect data check`), for a person."""
    return error if "decompressing" not in error else f"its bytes are damaged ({error.rpartition(': ')[2]})"


def _check_record(db: Database, record: Captured, expected: _Expected, checked: CheckedFile) -> None:
    for row in expected.before(record.offset):
        checked.damaged[row["id"]] = "no record begins there"
    about = expected.take(record.offset)
    fault = fault_of(record)
    if record.record_type in ANSWERS and not {"warc-target-uri", "warc-date"} <= record.fields.keys():
        fault = "the record does not say of what it is, or when it was received"
    if record.record_type == "warcinfo":
        checked.run_id = known_run(db, record)
    if record.record_type not in ANSWERS:
        for row in about:
            checked.damaged[row["id"]] = f"a {record.record_type} record stands there"
        if fault and not about:
            checked.broken[record.offset] = fault
        return
    if not about and fault:
        checked.broken[record.offset] = fault
    elif not about:
        checked.unindexed += _unindexed(db, record, checked.name)
    said = described(record, checked.name) if about and not fault else None
    for row in about:
        if said is None:
            checked.damaged[row["id"]] = fault or ""
        elif row["record_id"] != said.record_id and any(row[name] != getattr(said, name) for name in _SAME):
            checked.damaged[row["id"]] = f"another record stands there ({said.record_id})"
        elif row["digest"] != said.digest:
            checked.damaged[row["id"]] = f"its payload has the digest {said.digest}, not {row['digest']}"
        elif wrong := [name for name in TOLD if row[name] != getattr(said, name)]:
            told = (f"{name} is {row[name]}, in the record {getattr(said, name)}" for name in wrong)
            place = Place(checked.name, record.offset, record.length, row["id"])
            checked.differing[row["id"]] = place, "; ".join(told)


def _unindexed(db: Database, record: Captured, name: str) -> list[Place]:
    """Where the answer stands; nowhere if its record has a row with another payload: then that one is damaged."""
    others = rows(db, "SELECT id, digest FROM captures WHERE record_id = ? ORDER BY id", record.record_id)
    digest = described(record, name).digest
    same = [row["id"] for row in others if row["digest"] == digest]
    if others and not same:
        return []
    return [Place(name, record.offset, record.length, same[0] if same else None)]


def fault_of(record: Captured) -> str | None:
    """Why the record cannot be what was written: its block or its payload has another digest than it says.

    What others wrote may have such digests of other bytes (a revisit's block with its payload, a payload unpacked).
    """
    imported = SOURCE_FIELD in record.fields
    said = record.fields.get("warc-block-digest")
    if said and not (imported and record.record_type == "revisit") and _other_digest(said, record.block):
        return "its block has another digest than the record says"
    said = record.fields.get("warc-payload-digest")
    if said and record.record_type == "response" and not imported and _other_digest(said, record.payload):
        return "its payload has another digest than the record says"
    return None


def _other_digest(said: str, data: bytes) -> bool:
    """Whether the data has another digest; one that is written in a way that is not known says nothing."""
    name, _, value = said.partition(":")
    if name == "sha256" and len(value) == 64:
        return digest_of(data) != said.lower()
    if name == "sha1" and len(value) == 32:
        return base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode() != value.upper()
    return False


class _Expected:
    """The rows that name a file, taken in order of their offsets."""

    def __init__(self, db: Database, name: str) -> None:
        self.number = 0
        self._rows = self._read(db, name)
        self._next = next(self._rows, None)

    def _read(self, db: Database, name: str) -> Iterator[Row]:
        sql = (
            f"SELECT {_COLUMNS} FROM captures WHERE warc_file = ? AND warc_offset IS NOT NULL ORDER BY warc_offset, id"
        )
        cursor = db.execute(sql, [name])
        names = [column[0] for column in cursor.description]
        for row in cursor:
            self.number += 1
            yield dict(zip(names, row, strict=True))

    @property
    def offset(self) -> int | None:
        """The offset of the next row."""
        return None if self._next is None else int(self._next["warc_offset"])

    def before(self, offset: int) -> Iterator[Row]:
        """Take the rows before an offset."""
        while self._next is not None and self._next["warc_offset"] < offset:
            row, self._next = self._next, next(self._rows, None)
            yield row

    def take(self, offset: int) -> list[Row]:
        """Take the rows at an offset."""
        return list(self.before(offset + 1))

    def rest(self) -> Iterator[Row]:
        """Take all others."""
        while self._next is not None:
            row, self._next = self._next, next(self._rows, None)
            yield row
