"""Reads WARC files that others wrote: WARC 1.0 and 1.1, compressed or not, broken or not; forwards, in little memory.

warcio is not used for it: it takes an endless line into memory, stops at the first damaged byte of a compressed file,
and refuses a file that is compressed as a whole. What is whole is given; what is not is counted, by its reason.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from blitar_scraper.archive.warc.encoding import LARGEST

_STEP = 65_536  # bytes read and unpacked at a time
# Longest real record heads: some kilobytes (WARC-JSON-Metadata of browsertrix). What is longer is no head.
LONGEST_HEAD = 262_144
# A page of the largest size that is read, and its HTTP headers.
LARGEST_BLOCK = LARGEST + 1_048_576
# Records of a wrong length after which a file is given up: each may cost reading LARGEST_BLOCK again.
MOST_LIES = 200
_MAGIC = b"\x1f\x8b\x08"
_VERSION = re.compile(rb"WARC/(0\.1[78]|1\.[01])\s*\r?\n")
_DIGEST = re.compile(r"(sha-?1|sha-?256|md5):(\S+)", re.I)
# Records that are read; those of other types are only counted.
_READ = frozenset({"response", "revisit"})


class NotWarc(Exception):
    """The file is none that can be read; the message is one line that says what it is instead."""


@dataclass(frozen=True, slots=True)
class ForeignRecord:
    """A response or revisit record. `fields`: its headers by names in small letters.

    `head`: the same as they stand there, in UTF-8, without the empty line; `block`: what follows, unchanged.
    """

    fields: dict[str, str]
    head: bytes
    block: bytes

    @property
    def record_type(self) -> str:
        return self.fields["warc-type"].lower()

    @property
    def record_id(self) -> str:
        return self.fields.get("warc-record-id", "").strip("<> ")

    @property
    def url(self) -> str:
        return self.fields.get("warc-target-uri", "").strip("<> ")

    @property
    def is_http(self) -> bool:
        """Whether it holds an answer of a web server; a revisit may hold nothing."""
        return self.block.startswith(b"HTTP/") or (self.record_type == "revisit" and not self.block.strip())


class ForeignFile:
    """The records of one file. Iterate once. Raises NotWarc at once where it is something else, and OSError.

    `records`: records so far, of whatever type; `left`: those of them that are not whole, by reason; `damage`: bytes
    that belong to no record (of what was unpacked), and `broken`: why reading ended before the file did.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.records = 0
        self.left: Counter[str] = Counter()
        self.damage = 0
        self.broken: str | None = None
        self._file = path.open("rb")
        try:
            self._source = _Source(self._file)
            self._check()
        except BaseException:
            self._file.close()
            raise

    def close(self) -> None:
        self._file.close()

    @property
    def place(self) -> int:
        """How many bytes of the file were read."""
        return self._file.tell()

    def said_of_damage(self) -> str | None:
        """What in it was no whole record, in one line; None where it is whole."""
        said = [f"{number} {why}" for why, number in self.left.most_common()]
        said += [f"{self.damage} bytes that are no record"] if self.damage else []
        said += [self.broken] if self.broken else []
        return "; ".join(said) or None

    def _check(self) -> None:
        while True:
            try:
                start = self._source.peek(16).lstrip()
                break
            except _Torn as torn:
                self.left[str(torn)] += 1
        if not start and not self.left:
            raise NotWarc("empty")
        if start.startswith(b"filedesc://"):
            raise NotWarc("an ARC file; warcio recompress makes a WARC file of it")
        if start.startswith(b"PK\x03\x04"):
            raise NotWarc("a zip file (WACZ?); unpack it and import its archive/*.warc.gz")
        if not start.startswith(b"WARC/"):
            raise NotWarc("no WARC file")

    def __iter__(self) -> Iterator[ForeignRecord]:
        while self.broken is None:
            try:
                head = self._head()
                if head is None:
                    return
                record = self._record(*head)
            except _Torn as torn:
                # A member of the compressed file is damaged: what was read of the record is nothing, the next one
                # begins with the next member.
                self.left[str(torn)] += 1
                continue
            if record is not None:
                yield record

    def _head(self) -> tuple[bytes, dict[str, str]] | None:
        """The next record's head; None at the end of the file."""
        source = self._source
        while True:
            line = source.line(LONGEST_HEAD)
            if not line:
                return None
            if not line.strip():
                continue
            if not _VERSION.fullmatch(line):
                self.damage += len(line)
                continue
            lines = [line]
            size = 0
            while (line := source.line(LONGEST_HEAD)).strip():
                size += len(line)
                if size <= LONGEST_HEAD:
                    lines.append(line)
            self.records += 1
            if size > LONGEST_HEAD:
                self.left["head too large"] += 1
                continue
            if not line:
                self.left["cut short"] += 1
                return None
            return _fields(lines)

    def _record(self, head: bytes, fields: dict[str, str]) -> ForeignRecord | None:
        length = fields.get("content-length", "")
        if not (length.isascii() and length.isdigit()) or "warc-type" not in fields:
            self.left["no length or type"] += 1
            return None
        size, source = int(length), self._source
        wanted = fields["warc-type"].lower() in _READ
        if not wanted or size > LARGEST_BLOCK:
            if wanted:
                self.left["too large"] += 1
            if source.skip(size) < size:
                self.left["cut short"] += 1
            return None
        block = source.take(size)
        if len(block) < size:
            self.left["cut short"] += 1
            self._again(block)
            return None
        if source.peek(1) not in (b"", b"\r", b"\n"):
            # The length is wrong: the next record begins somewhere in what was taken, or later.
            self.left["wrong length"] += 1
            self._again(block)
            return None
        # A revisit of wget's has the digest that its block would have with the payload.
        if fields["warc-type"].lower() == "response" and not has_digest(block, fields.get("warc-block-digest")):
            self.left["wrong digest"] += 1
            return None
        return ForeignRecord(fields, head, block)

    def _again(self, block: bytes) -> None:
        """Look for further records in what was taken for a record's block."""
        self._source.give_back(block)
        if self.left["wrong length"] + self.left["cut short"] >= MOST_LIES:
            self.broken = "too many records of a wrong length"


class _Torn(Exception):
    """The compressed data is damaged here; reading goes on behind it."""


class _Source:
    """The unpacked bytes of a file, read forwards. Never holds much more than it was asked for."""

    def __init__(self, file: BinaryIO) -> None:
        self._buffer = bytearray()
        start = file.read(3)
        file.seek(0)
        self._chunks = _unpacked(file) if start == _MAGIC else _plain(file)

    def _fill(self) -> bool:
        """Read on; False at the end. Raises _Torn once for each damage: what was not yet given is dropped."""
        for chunk in self._chunks:
            if chunk is None:
                self._buffer.clear()
                raise _Torn("damaged compression")
            self._buffer += chunk
            return True
        return False

    def peek(self, size: int) -> bytes:
        """The next bytes, without taking them."""
        while len(self._buffer) < size and self._fill():
            pass
        return bytes(self._buffer[:size])

    def take(self, size: int) -> bytes:
        """So many bytes; fewer at the end."""
        found = self.peek(size)
        del self._buffer[: len(found)]
        return found

    def skip(self, size: int) -> int:
        """Pass over so many bytes; how many there were."""
        left = size
        while left:
            taken = len(self.take(min(left, _STEP)))
            if not taken:
                break
            left -= taken
        return size - left

    def line(self, most: int) -> bytes:
        """The next line with its end; a piece of it where it is longer than `most`; empty at the end of the file."""
        looked = 0
        while (end := self._buffer.find(b"\n", looked)) < 0 and len(self._buffer) < most:
            looked = len(self._buffer)
            if not self._fill():
                break
        size = end + 1 if 0 <= end < most else min(len(self._buffer), most)
        found = bytes(self._buffer[:size])
        del self._buffer[:size]
        return found

    def give_back(self, data: bytes) -> None:
        """What was taken last comes again."""
        self._buffer[:0] = data


def _plain(file: BinaryIO) -> Iterator[bytes | None]:
    while chunk := file.read(_STEP):
        yield chunk


def _unpacked(file: BinaryIO) -> Iterator[bytes | None]:
    """The members' contents one after the other; None where a member is damaged. A member cut short just ends."""
    data = file.read(_STEP)
    while data:
        reader = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            while data and not reader.eof:
                yield reader.decompress(data, _STEP)
                data = reader.unused_data if reader.eof else reader.unconsumed_tail or file.read(_STEP)
        except zlib.error:
            yield None
            data = _next_member(file, data)
        else:
            data = data or file.read(_STEP)


def _next_member(file: BinaryIO, data: bytes) -> bytes:
    """The file from the next beginning of a member on, of what was read and what follows; empty where there is none."""
    data = data[1:]
    while (place := data.find(_MAGIC)) < 0:
        more = file.read(_STEP)
        if not more:
            return b""
        data = data[-2:] + more
    return data[place:]


def _fields(lines: list[bytes]) -> tuple[bytes, dict[str, str]]:
    """The head in UTF-8, and its fields; a line that begins with a space goes on with the one before."""
    texts: list[str] = []
    for line in lines:
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            text = line.decode("latin-1")
        text = text.rstrip("\r\n")
        if text[:1] in (" ", "\t") and len(texts) > 1:
            texts[-1] += " " + text.strip()
        else:
            texts.append(text.strip())
    fields: dict[str, str] = {}
    for text in texts[1:]:
        name, _, value = text.partition(":")
        fields.setdefault(name.strip().lower(), value.strip())
    return "\r\n".join(texts).encode("utf-8"), fields


def has_digest(block: bytes, digest: str | None) -> bool:
    """Whether the bytes have the digest that their record names; True where it names none that is known here."""
    match = _DIGEST.fullmatch(digest or "")
    if match is None:
        return True
    found = hashlib.new(match[1].lower().replace("-", ""), block, usedforsecurity=False).digest()
    text = match[2].rstrip("=")
    return text.lower() == found.hex() or text.upper() == base64.b32encode(found).decode().rstrip("=")
