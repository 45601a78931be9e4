"""The sample site's pictures and documents, drawn from their addresses."""

from __future__ import annotations

import hashlib
import struct
import zlib

_WIDTH, _HEIGHT = 320, 180  # pixels; the page scales it


def picture(path: str) -> bytes:
    """A PNG with hills before an evening sky, in colours that follow from the path."""
    seed = hashlib.sha256(path.encode()).digest()
    sky, glow, hill = ([byte // 2 + 96 for byte in seed[i : i + 3]] for i in (0, 3, 6))
    rows = []
    for y in range(_HEIGHT):
        share = y / _HEIGHT
        back = bytes(int(a + (b - a) * share) for a, b in zip(sky, glow, strict=True))
        front = bytes(value // 2 for value in hill)
        line = b"".join(front if y > _horizon(x, seed[9], seed[10]) else back for x in range(_WIDTH))
        rows.append(b"\x00" + line)
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(b"".join(rows))), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def document(title: str) -> bytes:
    """A PDF of one page that shows the title."""
    text = title.encode("ascii", "replace").replace(b"(", b"[").replace(b")", b"]")
    stream = b"BT /F1 14 Tf 60 760 Td (" + text + b") Tj ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
    )
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + tail


def _horizon(x: int, first: int, second: int) -> float:
    """A line of two hills, in pixels from the top."""
    return 70 + abs((x + first) % 200 - 100) * 0.7 + abs((x * 2 + second) % 300 - 150) * 0.15


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
