"""WARC files as others write them, made by hand: each program's own way to the same pages."""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

HOME = "https://www.sukamajukab.go.id/"


@dataclass(frozen=True)
class Record:
    """A record to write. `fields` come after those that every record has."""

    kind: str
    url: str
    date: str
    block: bytes
    record_id: str
    fields: tuple[tuple[str, str], ...] = ()
    version: str = "1.0"
    length: int | None = None  # what it claims, where that is not what it has

    def written(self) -> bytes:
        lines = [f"WARC/{self.version}", f"WARC-Type: {self.kind}", f"WARC-Record-ID: <{self.record_id}>"]
        lines += [f"WARC-Target-URI: {self.url}"] if self.url else []
        lines += [f"WARC-Date: {self.date}"] if self.date else []
        lines += [f"{name}: {value}" for name, value in self.fields]
        lines += [f"Content-Length: {len(self.block) if self.length is None else self.length}"]
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + self.block + b"\r\n\r\n"


def sha1(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def http(payload: bytes, *headers: str, status: str = "200 OK", end: str = "\r\n") -> bytes:
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", *headers, "", ""]
    return end.join(lines).encode("latin-1") + payload


def response(number: int, url: str, date: str, block: bytes, **more: object) -> Record:
    return Record("response", url, date, block, f"urn:uuid:00000000-0000-4000-8000-{number:012d}", **more)  # type: ignore[arg-type]


def written(records: Iterable[Record], how: str = "members") -> bytes:
    """The file: each record a member, the whole one member, or not compressed."""
    pieces = [record.written() for record in records]
    if how == "members":
        return b"".join(gzip.compress(piece, mtime=0) for piece in pieces)
    return gzip.compress(b"".join(pieces), mtime=0) if how == "whole" else b"".join(pieces)


# The dialects. Pages are (url, date, payload); dates as `2019-03-04T05:06:07Z`.

Pages = Sequence[tuple[str, str, bytes]]


def _info(program: str, version: str = "1.0") -> Record:
    block = f"software: {program}\r\nformat: WARC File Format {version}\r\n".encode()
    fields = (("Content-Type", "application/warc-fields"),)
    return Record("warcinfo", "", "2019-01-01T00:00:00Z", block, "urn:uuid:0a", fields, version)


def wget(pages: Pages) -> bytes:
    """wget 1.21: addresses in angle brackets, digests of SHA-1, what was sent before as a revisit, its log at the end.

    A revisit has the digest that its block would have with the payload, and says that it was truncated.
    """
    records, seen = [_info("Wget/1.21.3 (linux-gnu)")], dict[bytes, Record]()
    for number, (url, date, payload) in enumerate(pages):
        block = http(payload, "Server: nginx")
        fields = (
            ("WARC-Concurrent-To", f"<urn:uuid:request-{number}>"),
            ("WARC-IP-Address", "10.0.0.1"),
            ("WARC-Block-Digest", sha1(block)),
            ("WARC-Payload-Digest", sha1(payload)),
            ("Content-Type", "application/http;msgtype=response"),
        )
        request = Record("request", f"<{url}>", date, b"GET / HTTP/1.1\r\n\r\n", f"urn:uuid:request-{number}")
        answer = response(number, f"<{url}>", date, block, fields=fields)
        if payload in seen:
            profile = "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"
            more = (
                ("WARC-Refers-To", f"<{seen[payload].record_id}>"),
                ("WARC-Profile", profile),
                ("WARC-Truncated", "length"),
            )
            answer = replace(answer, kind="revisit", block=block[: -len(payload)], fields=(*fields, *more))
        else:
            seen[payload] = answer
        records += [request, answer]
    log = Record(
        "resource", "metadata://gnu.org/software/wget/warc/wget.log", "2019-01-02T00:00:00Z", b"log", "urn:uuid:b"
    )
    return written([*records, log])


def browsertrix(pages: Pages) -> bytes:
    """browsertrix: WARC/1.1, dates with fractions of a second, resource records of its own about each page."""
    records = [_info("Browsertrix-Crawler 1.5.0", "1.1")]
    for number, (url, date, payload) in enumerate(pages):
        block = http(payload, "content-encoding: br", "transfer-encoding: chunked").replace(
            b"content-encoding: br\r\ntransfer-encoding: chunked\r\n", b"x-orig-content-encoding: br\r\n"
        )
        fields = (
            ("WARC-Page-ID", f"page-{number}"),
            ("WARC-Resource-Type", "document"),
            ("WARC-JSON-Metadata", '{"ipType":"Public","cert":{"issuer":"R3"}}'),
            ("WARC-Payload-Digest", "sha256:" + hashlib.sha256(payload).hexdigest()),
            ("WARC-Block-Digest", "sha256:" + hashlib.sha256(block).hexdigest()),
        )
        when = date.replace("Z", ".123Z")
        records.append(response(100 + number, url, when, block, fields=fields, version="1.1"))
        about = b'{"pageid":"p","urls":{}}'
        records.append(Record("resource", f"urn:pageinfo:{url}", when, about, f"urn:uuid:page-{number}", (), "1.1"))
    return written(records)


def common_crawl(pages: Pages) -> bytes:
    """Common Crawl: a request, a response without its encoding, and metadata for each page."""
    records = [_info("Apache Nutch 1.20 (modified)")]
    for number, (url, date, payload) in enumerate(pages):
        block = http(payload, "X-Crawl-Content-Encoding: gzip", f"Content-Length: {len(payload)}")
        fields = (
            ("WARC-Payload-Digest", sha1(payload)),
            ("WARC-Block-Digest", sha1(block)),
            ("WARC-Identified-Payload-Type", "text/html"),
        )
        records += [
            Record("request", url, date, b"GET / HTTP/1.1\r\n\r\n", f"urn:uuid:cc-request-{number}"),
            response(200 + number, url, date, block, fields=fields),
            Record("metadata", url, date, b"fetchTimeMs: 120\r\n", f"urn:uuid:cc-metadata-{number}"),
        ]
    return written(records)


def wayback(pages: Pages) -> bytes:
    """An export whose writer undid the encodings and kept their headers; not compressed, lines that end as on Unix."""
    records = [
        response(
            300 + number, url, date, http(payload, "Content-Encoding: gzip", "Transfer-Encoding: chunked", end="\n")
        )
        for number, (url, date, payload) in enumerate(pages)
    ]
    return written(records, "plain")


def chunked(pages: Pages) -> bytes:
    """As it went over the wire: chunks, and compressed; the whole file is one member."""
    records = []
    for number, (url, date, payload) in enumerate(pages):
        packed = gzip.compress(payload, mtime=0)
        body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
        block = http(body, "Content-Encoding: gzip", "Transfer-Encoding: chunked", "X-Kota: Kabupatén")
        records.append(response(400 + number, url, date, block))
    return written(records, "whole")


DIALECTS: dict[str, Callable[[Pages], bytes]] = {
    "wget": wget,
    "browsertrix": browsertrix,
    "common-crawl": common_crawl,
    "wayback": wayback,
    "chunked": chunked,
}
