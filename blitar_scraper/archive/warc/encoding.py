"""From a payload as it came to the page's bytes: chunks joined, content encodings undone. No input raises.

The encodings are those that the crawl asks for (gzip, deflate, br, zstd); a foreign capture may have chunks left in it.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Callable

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

# As DOWNLOAD_MAXSIZE in settings.py: what is larger is no page, and stops decompression bombs.
LARGEST = 16 * 1024 * 1024
_STEP = 65_536
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")


def decoded(payload: bytes, content_encoding: str | None, transfer_encoding: str | None = None) -> bytes:
    """The bytes without encodings; those that are unknown or broken from the start are left as they are.

    A payload that is cut short gives what could be read of it, one that would be larger than LARGEST its beginning.
    """
    if "chunked" in (transfer_encoding or "").lower():
        payload = without_chunks(payload)
    names = [name.strip().lower() for name in (content_encoding or "").split(",")]
    for name in reversed(names):  # applied in the order in which they are listed (RFC 9110, 8.4)
        payload = _undo(payload, name)
    return payload


def without_chunks(payload: bytes) -> bytes:
    """The body of a chunked message (RFC 9112, 7.1); the payload itself where it has no chunks.

    Many writers of WARC files keep the header and join the chunks.
    """
    body: list[bytes] = []
    place = 0
    while match := _CHUNK.match(payload, place):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(body)
        body.append(payload[match.end() : match.end() + size])
        place = match.end() + size
        if payload[place : place + 2] == b"\r\n":
            place += 2
        elif place < len(payload):
            return payload  # no chunk ends like this: a text that happens to begin with a number
    return b"".join(body) if body and place >= len(payload) else payload


def _undo(payload: bytes, name: str) -> bytes:
    reader = _READERS.get(name)
    if reader is None or not payload:
        return payload
    out = bytearray()
    try:
        reader(payload, out)
    except (zlib.error, brotli.error, zstd.ZstdError, EOFError, ValueError, MemoryError):
        return bytes(out) if out else payload
    return bytes(out)


def _gunzip(payload: bytes, out: bytearray) -> None:
    """All members of the payload; what follows the last one is none of it."""
    while payload and len(out) < LARGEST:
        reader = zlib.decompressobj(zlib.MAX_WBITS | 16)
        _inflate(reader, payload, out)
        payload = reader.unused_data


def _deflate(payload: bytes, out: bytearray) -> None:
    """With zlib's header, as RFC 9110 says, or without, as some servers do."""
    try:
        _inflate(zlib.decompressobj(), payload, out)
    except zlib.error:
        if out:
            raise
        _inflate(zlib.decompressobj(-zlib.MAX_WBITS), payload, out)


def _inflate(reader: zlib._Decompress, payload: bytes, out: bytearray) -> None:
    data = payload
    while data and len(out) < LARGEST and not reader.eof:
        out += reader.decompress(data, LARGEST - len(out))
        data = reader.unconsumed_tail


def _unbrotli(payload: bytes, out: bytearray) -> None:
    reader = brotli.Decompressor()
    data = payload
    while len(out) < LARGEST and not reader.is_finished():
        more = reader.process(data, output_buffer_limit=_STEP)
        out += more
        data = b""
        if not more and reader.can_accept_more_data():
            return


def _unzstd(payload: bytes, out: bytearray) -> None:
    reader = zstd.ZstdDecompressor()
    data = payload
    while len(out) < LARGEST:
        out += reader.decompress(data, LARGEST - len(out))
        if reader.eof or reader.needs_input:
            return
        data = b""


_READERS: dict[str, Callable[[bytes, bytearray], None]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _deflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
