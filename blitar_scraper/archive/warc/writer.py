"""Writes one run's WARC files: a response or revisit record and its request for every answer, whole or not at all.

A file is `NAME.warc.gz.open` while it is written and gets its final name when it is closed; whoever finds an `.open`
file that nobody writes knows that its run was killed (`recovery.py`).
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from warcio.recordbuilder import RecordBuilder
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from blitar_scraper.archive.values import iso
from blitar_scraper.archive.warc.records import CapturedRecord, Exchange, Headers, Original, header_of

OPEN = ".open"
# A file holds so much, then the next begins: the customary size, which every tool handles (WARC 1.1, annex C).
LARGEST_FILE = 1_000_000_000  # bytes
# Level 9, warcio's own, costs 1.7 times the time of 6 on 25 kB pages and saves 0.6 % of the space.
COMPRESSION = 6
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
# The field of a metadata record that says what the program made of an answer (`sightings.account`).
SIGHTING_FIELD = "blitar-sighting"
# And of the one that says how a run ended.
END_FIELD = "blitar-run-end"


class CaptureError(Exception):
    """A record could not be written; the message is one line for the person at the keyboard."""


class _AsSent(StatusAndHeaders):  # type: ignore[misc]
    """HTTP headers as they came: warcio would write what is no ASCII in another way than the server did."""

    def __init__(self, first_line: str, headers: Headers) -> None:
        super().__init__(first_line, [])
        lines = [first_line.encode("latin-1", "replace"), *(name + b": " + value for name, value in headers)]
        self.as_sent = b"\r\n".join((*lines, b"", b""))

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        self.headers_buff = self.as_sent


class WarcWriter:
    """The WARC files of one run of a site.

    `folder` is the archive's folder of WARC files, `site_id` its sub-folder; `stem` begins the files' names; `info` is
    written into each file's warcinfo record. The first file is made with the first record. `on_open` is called with
    each new file's path before anything is in it. Every method raises CaptureError where the disk does not take it;
    then nothing of that record is left.
    """

    def __init__(
        self, folder: Path, site_id: str, stem: str, info: Mapping[str, str], *, largest: int = LARGEST_FILE
    ) -> None:
        self.folder, self.site_id, self.stem, self.info, self.largest = folder, site_id, stem, dict(info), largest
        self._builder = RecordBuilder(warc_version="1.1")
        self._file: BinaryIO | None = None
        self._end = 0
        self._serial = 0

    @property
    def _name(self) -> str:
        return f"{self.stem}-{self._serial:03d}.warc.gz"

    @property
    def _path(self) -> Path:
        return self.folder / self.site_id / (self._name + OPEN)

    def write(self, exchange: Exchange, original: Original | None = None) -> CapturedRecord:
        """Write the answer and its request; where they stand.

        With `original` only the headers are kept, and a reference to that record: the payload is the same, or the
        server said that it is (304).
        """
        at = iso(exchange.at)
        record = self._revisit(exchange, original, at) if original else self._response(exchange, at)
        record_id = str(record.rec_headers.get_header("WARC-Record-ID")).strip("<>")
        request = self._request(exchange, at, record_id)
        answer = _packed(record)
        offset = self._append(answer, _packed(request), at=exchange.at)
        return CapturedRecord(
            url=exchange.url,
            fetched_at=at,
            http_status=exchange.status,
            content_type=header_of(exchange.headers, b"content-type"),
            bytes=len(exchange.payload),
            digest=None if exchange.status == 304 else exchange.digest,
            record_id=record_id,
            record_type=record.rec_type,
            refers_to=original.record_id if original else None,
            warc_file=f"{self.site_id}/{self._name}",
            warc_offset=offset,
            warc_length=len(answer),
        )

    @property
    def has_begun(self) -> bool:
        """Whether anything was written that is not closed."""
        return self._file is not None

    def note(self, text: str, *, url: str, at: datetime, about: str | None = None, field: str = SIGHTING_FIELD) -> None:
        """Write what the program made of an answer (one line of JSON) as a metadata record.

        `about` is the record id of the answer; None where there was none.
        """
        headers = {"WARC-Date": iso(at)} | ({"WARC-Refers-To": f"<{about}>"} if about else {})
        block = f"{field}: {text}\r\n".encode()
        record = self._builder.create_warc_record(
            url, "metadata", payload=BytesIO(block), length=len(block), warc_headers_dict=headers
        )
        self._append(_packed(record), at=at)

    def copy(self, head: bytes, block: bytes, *, at: datetime) -> tuple[str, int, int]:
        """Write another file's record: its headers (`head`, without the empty line) and its block, both as they are.

        Its file, where it begins there, and its length.
        """
        record = pack(b"".join((head, b"\r\n\r\n", block, b"\r\n\r\n")))
        offset = self._append(record, at=at)
        return f"{self.site_id}/{self._name}", offset, len(record)

    def close(self) -> None:
        """Close the file, if one was begun, and give it its final name: from then on it never changes."""
        if self._file is None:
            return
        file, self._file = self._file, None
        try:
            os.fsync(file.fileno())
            file.close()
            self._path.rename(self._path.with_name(self._name))
        except OSError as error:
            raise CaptureError(f"{self._path}: {error.strerror or error}") from error

    def leave(self) -> None:
        """Let go of the file as it is, as a process that is killed does; the next run closes it (`recovery.py`)."""
        if self._file is not None:
            self._file.close()
            self._file = None

    # The records

    def _response(self, exchange: Exchange, at: str) -> ArcWarcRecord:
        return self._builder.create_warc_record(
            exchange.url,
            "response",
            payload=BytesIO(exchange.payload),
            length=len(exchange.payload),
            http_headers=_AsSent(f"{exchange.protocol} {exchange.status} {exchange.reason}", exchange.headers),
            warc_headers_dict={**_common(exchange, at), "WARC-Payload-Digest": exchange.digest},
        )

    def _revisit(self, exchange: Exchange, original: Original, at: str) -> ArcWarcRecord:
        headers = {**_common(exchange, at), "WARC-Refers-To": f"<{original.record_id}>"}
        http_headers = _AsSent(f"{exchange.protocol} {exchange.status} {exchange.reason}", exchange.headers)
        if exchange.status == 304:
            headers |= {
                "WARC-Profile": NOT_MODIFIED,
                "WARC-Refers-To-Target-URI": original.url,
                "WARC-Refers-To-Date": original.fetched_at,
            } | ({"WARC-Payload-Digest": original.digest} if original.digest else {})
            return self._builder.create_warc_record(
                exchange.url, "revisit", http_headers=http_headers, warc_headers_dict=headers
            )
        return self._builder.create_revisit_record(
            exchange.url, exchange.digest, original.url, original.fetched_at, http_headers, headers
        )

    def _request(self, exchange: Exchange, at: str, record_id: str) -> ArcWarcRecord:
        target = exchange.url.split("://", 1)[-1]
        path = target[target.find("/") :] if "/" in target else "/"
        return self._builder.create_warc_record(
            exchange.url,
            "request",
            payload=BytesIO(),
            length=0,
            http_headers=_AsSent(f"{exchange.method} {path} HTTP/1.1", exchange.request_headers),
            warc_headers_dict={"WARC-Date": at, "WARC-Concurrent-To": f"<{record_id}>"},
        )

    # The file

    def _append(self, *records: bytes, at: datetime) -> int:
        """Add the records in one go; where the first one begins."""
        if self._file is not None and self._end >= self.largest:
            self.close()
        if self._file is None:
            self._begin(at)
        offset = self._end
        self._put(b"".join(records))
        return offset

    def _begin(self, at: datetime) -> None:
        self._serial += 1
        while self._path.with_name(self._name).exists():  # of another archive that shares the folder: never replaced
            self._serial += 1
        record = self._builder.create_warcinfo_record(self._name, self.info)
        record.rec_headers.replace_header("WARC-Date", iso(at))
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Unbuffered: what is written is the system's, and stays when this process is killed.
            self._file = self._path.open("xb", buffering=0)
        except OSError as error:
            raise CaptureError(f"{self._path}: {error.strerror or error}") from error
        self._end = 0
        self._put(_packed(record))

    def _put(self, data: bytes) -> None:
        assert self._file is not None
        left = memoryview(data)
        try:
            while left:
                left = left[self._file.write(left) :]
        except OSError as error:
            self._take_back()
            raise CaptureError(f"{self._path}: {error.strerror or error}") from error
        self._end += len(data)

    def _take_back(self) -> None:
        """Cut off the record that did not fit. Where even that fails, the next start does it (`recovery.py`)."""
        assert self._file is not None
        try:
            os.ftruncate(self._file.fileno(), self._end)
            self._file.seek(self._end)
        except OSError:
            pass


def _common(exchange: Exchange, at: str) -> dict[str, str]:
    headers = {"WARC-Date": at}
    return headers | ({"WARC-IP-Address": exchange.ip_address} if exchange.ip_address else {})


def _packed(record: ArcWarcRecord) -> bytes:
    """The record as one gzip member."""
    buffer = BytesIO()
    WARCWriter(buffer, gzip=False, warc_version="1.1").write_record(record)
    return pack(buffer.getbuffer())


def pack(data: bytes | memoryview) -> bytes:
    """One gzip member."""
    packer = zlib.compressobj(COMPRESSION, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return packer.compress(data) + packer.flush()
