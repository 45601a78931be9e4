"""What a fault does to the bytes on the wire. Each sender gets the connection and what the site would have answered."""

from __future__ import annotations

import socket
import struct
import threading
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress

from tests.faults.site import Answer

# Seconds between two bytes of a slow answer; the crawls of the tests wait for a tenth of the time that a person would.
PAUSE = 0.02
MEGABYTE = 1024 * 1024
# A word in the middle of each article's text.
_WITHIN = b"sambutannya"


class Line:
    """A connection to one client, until it hangs up or the server ends."""

    def __init__(self, connection: socket.socket, over: threading.Event) -> None:
        self.connection, self.over = connection, over

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def reset(self) -> None:
        """End it without a word, as a crashed process' system does."""
        with suppress(OSError):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def wait_for_the_client_to_go(self) -> None:
        with suppress(OSError):
            while not self.over.is_set() and self.connection.recv(65536):
                pass


def head(status: int, headers: Mapping[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status} {_PHRASES.get(status, 'Answer')}", *(f"{k}: {v}" for k, v in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


_PHRASES = {200: "OK", 302: "Found", 403: "Forbidden", 404: "Not Found", 429: "Too Many Requests", 503: "Unavailable"}


def whole(answer: Answer, **more: str) -> bytes:
    """The answer as it should be sent."""
    headers = {**more, **answer.headers, "Content-Length": str(len(answer.body))}
    return head(answer.status, headers) + answer.body


# Each returns whether the connection can go on.
Sender = Callable[[Line, Answer], bool]


def _answer(line: Line, answer: Answer) -> bool:
    line.send(whole(answer))
    return True


def _reset_head(line: Line, answer: Answer) -> bool:
    line.send(whole(answer)[:40])
    line.reset()
    return False


def _reset_body(line: Line, answer: Answer) -> bool:
    data = whole(answer)
    line.send(data[: len(data) - len(answer.body) // 2])
    line.reset()
    return False


def _close(line: Line, answer: Answer) -> bool:
    return False


def _drip(line: Line, answer: Answer) -> bool:
    for byte in whole(answer):
        if line.over.wait(PAUSE):
            break
        line.send(bytes([byte]))
    return False


def _hang(line: Line, answer: Answer) -> bool:
    line.wait_for_the_client_to_go()
    return False


def _length_long(line: Line, answer: Answer) -> bool:
    line.send(head(answer.status, {**answer.headers, "Content-Length": str(len(answer.body) + 500)}) + answer.body)
    return False


def _length_short(line: Line, answer: Answer) -> bool:
    """As where a program counts characters and the answer is bytes; here it ends in the middle of the text."""
    shown = answer.body.index(_WITHIN)
    line.send(head(answer.status, {**answer.headers, "Content-Length": str(shown), "Connection": "close"}))
    line.send(answer.body)
    return False


def _chunks_cut(line: Line, answer: Answer) -> bool:
    half = answer.body[: len(answer.body) // 2]
    line.send(head(answer.status, {**answer.headers, "Transfer-Encoding": "chunked"}))
    line.send(f"{len(half):x}\r\n".encode() + half + b"\r\n" + f"{len(answer.body) - len(half):x}\r\n".encode())
    return False


def _gzip_cut(line: Line, answer: Answer) -> bool:
    """Cut where it was packed, not where it was sent: what says how long it is does not tell."""
    packed = zlib.compressobj(wbits=31)
    shown = packed.compress(answer.body[: answer.body.index(_WITHIN)]) + packed.flush(zlib.Z_FULL_FLUSH)
    line.send(whole(Answer(answer.status, {**answer.headers, "Content-Encoding": "gzip"}, shown)))
    return True


def _gzip_bomb(line: Line, answer: Answer) -> bool:
    packer = zlib.compressobj(9, wbits=31)
    packed = b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(100)) + packer.flush()
    line.send(whole(Answer(answer.status, {**answer.headers, "Content-Encoding": "gzip"}, packed)))
    return True


def _hundred_megabytes(line: Line, answer: Answer) -> bool:
    """Without a word on how long it is."""
    line.send(head(answer.status, answer.headers))
    piece = b"<p>Lampiran</p>\n" * (MEGABYTE // 16)
    for _ in range(100):
        line.send(piece)
    return False


def _endless_head(line: Line, answer: Answer) -> bool:
    line.send(b"HTTP/1.1 200 OK\r\n")
    number = 0
    while not line.over.wait(PAUSE):
        line.send(b"".join(b"X-Nomor-%d: %d\r\n" % (number + n, n) for n in range(50)))
        number += 50
    return False


def _no_http(line: Line, answer: Answer) -> bool:
    line.send(b"220 ftp.sukaresmi ready\r\n" * 3)
    return False


SENDERS: Mapping[str, Sender] = {
    "answer": _answer,
    "reset-head": _reset_head,
    "reset-body": _reset_body,
    "close": _close,
    "drip": _drip,
    "hang": _hang,
    "length-long": _length_long,
    "length-short": _length_short,
    "chunks-cut": _chunks_cut,
    "gzip-cut": _gzip_cut,
    "gzip-bomb": _gzip_bomb,
    "hundred-megabytes": _hundred_megabytes,
    "endless-head": _endless_head,
    "no-http": _no_http,
}
