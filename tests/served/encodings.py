"""A small news site that answers in every way that HTTP allows: encodings, chunks, repeated headers, redirects, errors.

It writes its answers byte by byte and keeps a log of them, so that a capture can be compared with what was sent.
"""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import gzip
import sys
import threading
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape as e
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import brotli

from tests.served.news import News, make_news
from tests.templates.printing import full, long

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Pairs = tuple[tuple[str, bytes], ...]
SECOND_WAY = "/index.php"  # before the path of the article that has two addresses
HTML = ("Content-Type", b"text/html; charset=utf-8")


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


ENCODERS: dict[str, tuple[str | None, Callable[[bytes], bytes]]] = {
    "identity": (None, bytes),
    "gzip": ("gzip", lambda data: gzip.compress(data, mtime=0)),
    "br": ("br", brotli.compress),
    "zstd": ("zstd", zstd.compress),
    "deflate": ("deflate", zlib.compress),
    "raw-deflate": ("deflate", _raw_deflate),
    "br-then-gzip": ("br, gzip", lambda data: gzip.compress(brotli.compress(data), mtime=0)),
}


@dataclass(frozen=True)
class Answer:
    """An answer as it is sent. `page` is the payload without its encoding."""

    status: int = 200
    headers: Pairs = (HTML,)
    payload: bytes = b""
    page: bytes = b""
    chunked: bool = False
    reason: str = "OK"


@dataclass(frozen=True)
class Sent:
    """What was sent for one request."""

    target: str
    answer: Answer
    asked: dict[str, str]


@dataclass
class EncodingsSite:
    """The site. `news` are its articles; `way` says how each one's page is sent, by its number."""

    news: list[News] = field(default_factory=lambda: make_news(len(WAYS)))
    log: list[Sent] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)
    url: str = ""

    def __post_init__(self) -> None:
        self.ways = {item.number: way for item, way in zip(self.news, WAYS, strict=True)}
        self.paths = {item.number: f"/berita/{item.number}-{item.slug}" for item in self.news}
        self.by_path = {path: number for number, path in self.paths.items()}

    def path_of(self, way: str) -> str:
        """The address in the listing of the article that is sent that way."""
        return self.paths[next(number for number, own in self.ways.items() if own == way)]

    def respond(self, target: str, asked: dict[str, str]) -> Answer:
        self.asked[target] += 1
        if target == "/robots.txt":
            text = b"User-agent: *\nDisallow: /admin/\n"
            return Answer(headers=(("Content-Type", b"text/plain"),), payload=text, page=text)
        if target == "/":
            return self._packed(
                self.listing(), "gzip", (("Link", b"</feed>; rel=alternate"), ("Link", b"</>; rel=self"))
            )
        base = target.removeprefix(SECOND_WAY).removesuffix("/kini")
        if base in self.by_path:
            return self._article(self.by_path[base], target, asked)
        if base.startswith("/antara/"):
            return self._redirect(301, "Moved Permanently", f"/berita/{base.removeprefix('/antara/')}/kini")
        return Answer(404, payload=b"<h1>404</h1>", page=b"<h1>404</h1>", reason="Not Found")

    def _article(self, number: int, target: str, asked: dict[str, str]) -> Answer:
        way, page = self.ways[number], self.page(number)
        if way in ENCODERS:
            return self._packed(page, way)
        if way.startswith("chunked-"):
            answer = self._packed(page, way.removeprefix("chunked-"))
            return Answer(200, (*answer.headers, ("Transfer-Encoding", b"chunked")), answer.payload, page, chunked=True)
        if way == "repeated-headers":
            cookies = (("Set-Cookie", b"sesi=1; Path=/"), ("Set-Cookie", b"bahasa=id; Path=/"))
            links = (("Link", b"<https://api.w.org/>; rel=x"), ("Link", b"<?p=9>; rel=shortlink"))
            return self._packed(page, "gzip", (*cookies, *links, ("Vary", b"Accept-Encoding"), ("Vary", b"Cookie")))
        if way == "beyond-ascii":
            return self._packed(
                page, "identity", (("X-Judul", b"Wali Kota \xe9\xff"), ("X-Kota", "Blitar – KEREN".encode()))
            )
        if way == "moved-twice" and not target.endswith("/kini"):
            return self._redirect(301, "Moved Permanently", f"/antara/{target.removeprefix('/berita/')}")
        if way == "found" and not target.endswith("/kini"):
            return self._redirect(302, "Found", f"{target}/kini", b"<p>Halaman ini <b>pindah</b>.</p>" * 20)
        if way == "missing":
            body = b"<h1>Halaman tidak ditemukan</h1><p>" + b"404 " * 80 + b"</p>"
            return Answer(404, payload=body, page=body, reason="Not Found")
        if way == "error-once" and self.asked[target] == 1:
            return Answer(500, payload=b"Internal error", page=b"Internal error", reason="Internal Server Error")
        if way == "empty":
            return Answer()
        if way == "tagged":
            headers: Pairs = (("ETag", b'"berita-1"'), ("Last-Modified", b"Fri, 27 Feb 2026 02:30:00 GMT"))
            if asked.get("if-none-match") == '"berita-1"':
                return Answer(304, headers, reason="Not Modified")
            return self._packed(page, "gzip", headers)
        if way == "no-reason":
            answer = self._packed(page, "identity")
            return Answer(200, answer.headers, answer.payload, page, reason="")
        return self._packed(page, "gzip")

    def _packed(self, page: bytes, encoder: str, headers: Pairs = ()) -> Answer:
        name, encode = ENCODERS[encoder]
        encoding: Pairs = (("Content-Encoding", name.encode()),) if name else ()
        return Answer(200, (HTML, *encoding, *headers), encode(page), page)

    def _redirect(self, status: int, reason: str, location: str, body: bytes = b"") -> Answer:
        return Answer(status, (HTML, ("Location", location.encode())), body, body, reason=reason)

    def _frame(self, inner: str) -> bytes:
        return f"<!doctype html><html lang=id><head><title>Kabupaten Sukamaju</title></head><body><header><a href='/'>Kabupaten Sukamaju</a></header>{inner}<footer><p>&copy; 2026 Pemerintah Kabupaten Sukamaju.</p></footer></body></html>".encode()

    def listing(self) -> bytes:
        shown = [(item, self.paths[item.number]) for item in self.news]
        shown += [(item, SECOND_WAY + path) for item, path in shown if self.ways[item.number] == "twice"]
        rows = "".join(
            f'<article><h2><a href="{path}">{e(item.title)}</a></h2><p>{long(item.published)}</p><p>{e(item.body[0][:120])}</p></article>'
            for item, path in shown
        )
        return self._frame(f"<main>{rows}</main>")

    def page(self, number: int) -> bytes:
        item = next(one for one in self.news if one.number == number)
        text = "".join(f"<p>{e(line)}</p>" for line in item.body)
        return self._frame(
            f'<main><h1>{e(item.title)}</h1><p class="byline">Oleh : {e(item.author)} | {full(item.published)} | Dibaca {item.views} kali</p><div class="isi">{text}</div></main>'
        )


# How each article is sent; "twice" stands at a second address too, with the same bytes.
WAYS = (
    *ENCODERS, "chunked-identity", "chunked-gzip", "chunked-br", "repeated-headers", "beyond-ascii", "moved-twice",
    "found", "missing", "error-once", "empty", "twice", "tagged", "no-reason",
)  # fmt: skip


class _Http(ThreadingHTTPServer):
    daemon_threads = False
    site: EncodingsSite


class _Handler(BaseHTTPRequestHandler):
    """One request a connection: what is not asked for by GET is refused."""

    server: _Http

    def do_GET(self) -> None:
        asked = {name.lower(): value for name, value in self.headers.items()}
        answer = self.server.site.respond(self.path, asked)
        self.server.site.log.append(Sent(self.path, answer, asked))
        lines = [f"HTTP/1.1 {answer.status} {answer.reason}".encode(), b"Connection: close"]
        if not answer.chunked and answer.status != 304:
            lines.append(b"Content-Length: %d" % len(answer.payload))
        lines += [name.encode() + b": " + value for name, value in answer.headers]
        body = _chunks(answer.payload) if answer.chunked else answer.payload
        self.wfile.write(b"\r\n".join((*lines, b"", body)))

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: what was asked stands in the log."""


def _chunks(payload: bytes) -> bytes:
    pieces = [payload[start : start + 500] for start in range(0, len(payload), 500)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@contextmanager
def serving(site: EncodingsSite) -> Iterator[EncodingsSite]:
    """The site on a free port of loopback; its `url` has no slash at the end."""
    with _Http(("127.0.0.1", 0), _Handler) as server:
        server.site = site
        site.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
