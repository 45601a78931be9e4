"""Small sites in several publishing systems, for loopback: how each names its articles, with its own traps.

Each answers from facts made by a seed. What is measured on them is which articles are found, each once; how well a
template is read is measured elsewhere (tests/templates).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from blitar_scraper.demo.server import Server
from blitar_scraper.demo.site import Request, Response
from tests.served.news import News, make_news

HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass
class ServedSite:
    """A site of one system. `answers` maps a target (path and query) to its answer; `otherwise` answers the rest."""

    news: list[News]
    paths: dict[int, str]  # each article's own address, by its number
    answers: dict[str, Response] = field(default_factory=dict)
    otherwise: Callable[[Request], Response] | None = None

    def respond(self, request: Request) -> Response:
        if found := self.answers.get(request.target):
            return found
        return self.otherwise(request) if self.otherwise else page("<h1>404</h1><p>Halaman tidak ditemukan</p>", 404)

    @property
    def expected(self) -> set[str]:
        """The paths of all articles."""
        return set(self.paths.values())


def page(body: str, status: int = 200, head: str = "<title>Pemerintah Kabupaten Sukamaju</title>") -> Response:
    return Response(
        status, HTML, f"<!doctype html><html lang=id><head>{head}</head><body>{body}</body></html>".encode()
    )


def xml(text: str) -> Response:
    return Response(200, {"Content-Type": "application/xml; charset=utf-8"}, text.encode())


__all__ = ["HTML", "News", "Request", "Response", "ServedSite", "Server", "make_news", "page", "xml"]
