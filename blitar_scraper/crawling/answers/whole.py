"""Whether an answer arrived whole. Pure functions of its headers and its body, still encoded as it came.

A server that is stopped while it writes ends its answer early. Mostly HTTP shows it (a length, a last chunk). It does
not where a cache stored the torn answer and serves it with a length of its own, nor where only the connection's end
ends it.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_CHUNK = 64 * 1024
_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_END = re.compile(rb"</(?:html|body)\b", re.I)
_BEGINNING = re.compile(rb"<(?:!doctype\s+html|html|body)\b", re.I)
# Where a page says that it begins, after comments and byte order marks; and where nearly all end.
_HEAD, _TAIL = 4096, 8192


class Torn(Exception):
    """A compressed body that ends before its end."""


def decoded(body: bytes, encodings: Sequence[str], most: int) -> bytes:
    """The body without its content encodings (outermost last), at most `most` bytes of it.

    Raises Torn where it ends early. What is not encoded as it says, or in a way not known here, is given as it is:
    that is another matter than an answer that was cut. Holds no more than `most` bytes and a chunk.
    """
    for encoding in reversed(encodings):
        step = _STEPS.get(encoding.strip().lower())
        if step is None or not body:
            return body
        found = bytearray()
        for piece in step(body):
            found += piece
            if len(found) >= most:
                return bytes(found[:most])
        body = bytes(found) or body
    return body


def _gzip(data: bytes) -> Iterator[bytes]:
    while data.startswith(_GZIP):
        unpacker = zlib.decompressobj(wbits=31)
        try:
            while data and not unpacker.eof:
                before = unpacker.copy()
                yield unpacker.decompress(data, _CHUNK)
                data = unpacker.unconsumed_tail
        except zlib.error as error:
            if re.search("incorrect (?:data|length) check", str(error)) is None:
                raise Torn(f"gzip: {error}") from error
            # All is there but a right checksum (the last eight bytes): it is read, as browsers do.
            yield before.decompress(data[:-8], _CHUNK)
            return
        if not unpacker.eof:
            raise Torn("gzip: the body ends before its end")
        data = unpacker.unused_data


def _deflate(data: bytes) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    try:
        piece = unpacker.decompress(data, _CHUNK)
    except zlib.error:  # without its head, as some servers send it
        unpacker = zlib.decompressobj(wbits=-15)
        try:
            piece = unpacker.decompress(data, _CHUNK)
        except zlib.error:
            return
    yield piece
    try:
        while unpacker.unconsumed_tail and not unpacker.eof:
            yield unpacker.decompress(unpacker.unconsumed_tail, _CHUNK)
    except zlib.error as error:
        raise Torn(f"deflate: {error}") from error
    if not unpacker.eof:
        raise Torn("deflate: the body ends before its end")


def _brotli(data: bytes) -> Iterator[bytes]:
    unpacker: Any = brotli.Decompressor()
    try:
        piece = unpacker.process(data, output_buffer_limit=_CHUNK)
        while True:
            yield piece
            if unpacker.is_finished():
                return
            piece = unpacker.process(b"", output_buffer_limit=_CHUNK)
            if not piece:
                break
    except brotli.error:
        return  # it is something else: brotli has no mark at its beginning
    raise Torn("br: the body ends before its end")


def _zstd(data: bytes) -> Iterator[bytes]:
    while data.startswith(_ZSTD):
        unpacker = zstd.ZstdDecompressor()
        try:
            yield unpacker.decompress(data, _CHUNK)
            while not unpacker.eof and not unpacker.needs_input:
                yield unpacker.decompress(b"", _CHUNK)
        except zstd.ZstdError as error:
            raise Torn(f"zstd: {error}") from error
        if not unpacker.eof:
            raise Torn("zstd: the body ends before its end")
        data = unpacker.unused_data


_STEPS = {"gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate, "br": _brotli, "zstd": _zstd}


def has_end(page: bytes) -> bool | None:
    """Whether a web page (decoded) has its end tag; None for what is no web page by its beginning."""
    if not _BEGINNING.search(page[:_HEAD]):
        return None
    return bool(_END.search(page, max(len(page) - _TAIL, 0)) or _END.search(page))
