"""What goes into a WARC file, and what is known of a record that stands in one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

Headers = Sequence[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer as they went over the wire.

    `at` is when the answer was there (aware); `headers` are the answer's, a name as often as it came; `payload` is its
    body with the content encoding that it came in, without a transfer encoding (chunks); `ip_address` is who answered.
    """

    url: str
    at: datetime
    status: int
    reason: str
    headers: Headers
    payload: bytes
    method: str = "GET"
    request_headers: Headers = ()
    protocol: str = "HTTP/1.1"
    ip_address: str | None = None

    @property
    def digest(self) -> str:
        """`sha256:` and 64 hexadecimal digits of the payload."""
        return digest_of(self.payload)


@dataclass(frozen=True, slots=True)
class Original:
    """An earlier record that a revisit refers to: its id, address and date (UTC, `...Z`), as they stand in it."""

    record_id: str
    url: str
    fetched_at: str
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class CapturedRecord:
    """A response or revisit record in a file: a row of `captures` but for its id and its run.

    `warc_file` is relative to the archive's folder of WARC files; `refers_to` is the record id of a revisit's original.
    """

    url: str
    fetched_at: str
    http_status: int | None
    content_type: str | None
    bytes: int | None
    digest: str | None
    record_id: str
    record_type: str
    refers_to: str | None
    warc_file: str
    warc_offset: int
    warc_length: int


def digest_of(payload: bytes) -> str:
    """`sha256:` and 64 hexadecimal digits."""
    return "sha256:" + hashlib.sha256(payload).hexdigest()


def header_of(headers: Headers, name: bytes) -> str | None:
    """The first value of a header, whatever the case of its name."""
    return next((value.decode("latin-1") for key, value in headers if key.lower() == name), None)
