"""Reads records back: one by its place, or all of a file that this program wrote.

Files of others are read by `foreign.py`, which believes less of them.
"""

from __future__ import annotations

import re
import zlib
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from blitar_scraper.archive.warc.encoding import decoded
from blitar_scraper.archive.warc.records import Headers, header_of
from blitar_scraper.archive.warc.writer import OPEN

# Files kept open by one reader: reading in order of time touches the files of one or two runs at a time.
_OPEN_FILES = 8
_STEP = 262_144  # bytes read at a time when a whole file is read
# A record's own headers are a few hundred bytes; what has more before its first empty line is no record.
_LONGEST_HEAD = 262_144
# Old servers end their lines with a line feed alone, and imported captures keep that.
_HEAD_END = re.compile(rb"\r?\n\r?\n")


class UnreadableRecord(Exception):
    """There is no whole record at that place; the message says where, and what is there instead."""


@dataclass(frozen=True)
class Captured:
    """A record as it stands in its file. `fields` are its WARC headers by their names in small letters.

    `block` is everything behind them: for an answer its status line, headers and payload.
    """

    fields: dict[str, str]
    block: bytes
    offset: int
    length: int

    @property
    def record_type(self) -> str:
        return self.fields.get("warc-type", "")

    @property
    def record_id(self) -> str:
        return self.fields.get("warc-record-id", "").strip("<>")

    @property
    def refers_to(self) -> str | None:
        """The id of the record that this one is about: a revisit's original, a metadata record's answer."""
        return self.fields.get("warc-refers-to", "").strip("<>") or None

    @cached_property
    def _parts(self) -> tuple[bytes, Headers, bytes]:
        end = _HEAD_END.search(self.block)
        head, payload = (self.block[: end.start()], self.block[end.end() :]) if end else (self.block, b"")
        first, *lines = head.splitlines() or [b""]
        pairs = (line.partition(b":") for line in lines)
        return first, [(name.strip(), value.strip()) for name, _, value in pairs], payload

    @property
    def status(self) -> int | None:
        """The HTTP status of an answer."""
        words = self._parts[0].split(None, 2)
        return int(words[1]) if len(words) > 1 and words[1].isdigit() else None

    @property
    def headers(self) -> Headers:
        """The answer's HTTP headers, in their order."""
        return self._parts[1]

    @property
    def payload(self) -> bytes:
        """The answer's body as it came; empty in a revisit."""
        return self._parts[2]

    @cached_property
    def body(self) -> bytes:
        """The payload without its encodings."""
        return unpacked(self, self.payload)


def unpacked(record: Captured, payload: bytes) -> bytes:
    """The payload without the encodings that the record's headers name; for a revisit it is its original's."""
    return decoded(
        payload,
        header_of(record.headers, b"content-encoding"),
        header_of(record.headers, b"transfer-encoding"),
    )


class WarcFiles:
    """The WARC files below a folder, by their names in `captures`; one that is still being written counts too."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: OrderedDict[str, BinaryIO] = OrderedDict()

    def close(self) -> None:
        """Close what is open. The next read opens it again."""
        while self._files:
            self._files.popitem()[1].close()

    def path(self, name: str) -> Path:
        """Where the file is now: under its final name, or the one that it has while it is written."""
        path = self.folder / name
        return path if path.exists() else path.with_name(path.name + OPEN)

    def read(self, name: str, offset: int, length: int) -> Captured:
        """The record that stands there. Raises UnreadableRecord where there is none, or another."""
        where = f"{name} at {offset}"
        try:
            file = self._open(name)
            file.seek(offset)
            data = file.read(length)
        except OSError as error:
            raise UnreadableRecord(f"{where}: {error.strerror or error}") from error
        if len(data) < length:
            raise UnreadableRecord(f"{where}: the file ends before it")
        try:
            reader = zlib.decompressobj(zlib.MAX_WBITS | 16)
            text = reader.decompress(data)
        except zlib.error as error:
            raise UnreadableRecord(f"{where}: {error}") from error
        if not reader.eof or reader.unused_data:
            raise UnreadableRecord(f"{where}: no record begins and ends there")
        return _record(text, offset, length, where)

    def _open(self, name: str) -> BinaryIO:
        if name in self._files:
            self._files.move_to_end(name)
            return self._files[name]
        while len(self._files) >= _OPEN_FILES:
            self._files.popitem(last=False)[1].close()
        self._files[name] = self.path(name).open("rb")
        return self._files[name]


def records_of(path: Path, start: int = 0) -> Iterator[Captured]:
    """All records of a file that this program wrote, from `start` on; ends before one that is cut short.

    Raises UnreadableRecord where whole bytes are no record, and OSError.
    """
    with path.open("rb") as file:
        file.seek(start)
        offset, data = start, file.read(_STEP)
        while data:
            reader = zlib.decompressobj(zlib.MAX_WBITS | 16)
            text, taken = [], 0
            try:
                while data and not reader.eof:
                    text.append(reader.decompress(data))
                    taken += len(data)
                    data = b"" if not reader.eof else reader.unused_data
                    if not data and not reader.eof:
                        data = file.read(_STEP)
            except zlib.error as error:
                raise UnreadableRecord(f"{path.name} at {offset}: {error}") from error
            if not reader.eof:
                return
            length = taken - len(reader.unused_data)
            yield _record(b"".join(text), offset, length, f"{path.name} at {offset}")
            offset += length
            data = data or file.read(_STEP)


def _record(text: bytes, offset: int, length: int, where: str) -> Captured:
    end = text.find(b"\r\n\r\n", 0, _LONGEST_HEAD)
    if end < 0 or not text.startswith(b"WARC/"):
        raise UnreadableRecord(f"{where}: no WARC record")
    fields: dict[str, str] = {}
    for line in text[:end].decode("utf-8", "replace").split("\r\n")[1:]:
        name, _, value = line.partition(":")
        fields.setdefault(name.strip().lower(), value.strip())
    try:
        size = int(fields["content-length"])
    except (KeyError, ValueError):
        raise UnreadableRecord(f"{where}: no WARC record") from None
    block = text[end + 4 : end + 4 + size]
    if len(block) < size:
        raise UnreadableRecord(f"{where}: its block has {len(block)} of {size} bytes")
    return Captured(fields, block, offset, length)
