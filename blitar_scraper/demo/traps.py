"""What goes wrong with pages between an editor and a reader: byte-level damage to a rendered article page."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache

from blitar_scraper.demo.articles import Feature

HUGE = 2_000_000  # bytes at least, of the page that is too large
_BODY = b'<div class="post-content">'


def damage(page: bytes, trap: Feature | None) -> bytes:
    """The page with its damage done; unchanged where the trap is not one of bytes."""
    match trap:
        case "broken-bytes":
            return _break_bytes(page)
        case "huge":
            return _inflate(page)
        case "truncated":
            return _truncate(page)
        case "binary":
            return picture_bytes()
        case _:
            return page


def _break_bytes(page: bytes) -> bytes:
    """A NUL and bytes that are no UTF-8, after the first paragraph's last word."""
    start = page.index(b"</p>", page.index(_BODY))
    return page[:start] + b" \x00\xff\xfe\xc3(" + page[start:]


def _inflate(page: bytes) -> bytes:
    """An embedded picture of 1 MB in the body, a script of 0.6 MB and a comment of 0.4 MB around it."""
    body = page.index(_BODY) + len(_BODY)
    picture = b'<p><img alt="" src="data:image/jpeg;base64,' + b64encode(_noise(750_000)) + b'"></p>'
    comment = b"<!-- " + b"cadangan naskah lama " * 20_000 + b"-->"
    script = b"<script>var arsip = [" + b"12345678," * 67_000 + b"0];</script>"
    end = page.index(b"</body>")
    return page[:body] + picture + comment + page[body:end] + script + page[end:]


def _truncate(page: bytes) -> bytes:
    """The connection of the editor's office broke: the page ends in the middle of a tag of the body."""
    middle = (page.index(_BODY) + page.index(b'<div class="tags">')) // 2
    return page[: page.index(b"<p", middle) + 2]


def picture_bytes() -> bytes:
    """Bytes that begin as a JPEG does."""
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + _noise(6_000) + b"\xff\xd9"


@cache
def _noise(length: int) -> bytes:
    blocks = (hashlib.sha256(number.to_bytes(4, "big")).digest() for number in range(length // 32 + 1))
    return b"".join(blocks)[:length]
