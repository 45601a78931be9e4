"""How the sites' faults answer. Each is given the request and what the site would have answered."""

from __future__ import annotations

import gzip
import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tests.soak.lives import by_path
from tests.soak.pages import HTML, Answer, Look, Moment, answer, html, listing, missing

# An answer that is no answer: the connection is reset.
RESET = Answer(0, look=Look("other", whole=False))
_CHALLENGE = (
    b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><div id=challenge-form></div>"
    b"<script>window._cf_chl_opt={}</script></body></html>"
)
_MAINTENANCE = (
    b"<!doctype html><html><head><title>Pemeliharaan</title></head><body><h1>Situs sedang dalam pemeliharaan</h1>"
    b"<p>Kami akan segera kembali.</p></body></html>"
)
ELSEWHERE = "127.7.99.99"


@dataclass
class Today:
    """A site on a day, with its fault and how often each address was asked for."""

    moment: Moment
    fault: str | None
    asked: Counter[str] = field(default_factory=Counter)

    def respond(self, target: str, headers: dict[str, str]) -> Answer:
        self.asked[target] += 1
        self.asked[""] += 1
        usual = answer(self.moment, target, headers)
        found = _FAULTS[self.fault](self, target, usual) if self.fault in _FAULTS else usual
        if found is not usual and found.look is usual.look:
            found = replace(found, look=replace(found.look, whole=False))
        return replace(found, look=replace(found.look, target=target, status=found.status))

    def is_article(self, target: str) -> bool:
        return target.partition("?")[0] in by_path(self.moment.site, self.moment.days)


def _broken(status: int, body: bytes = b"", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = body or f"<h1>{status}</h1>".encode()
    return Answer(status, body, {"Content-Type": HTML, **named}, Look("other", whole=False))


def _burst(today: Today, target: str, usual: Answer) -> Answer:
    """The first two requests of the day fail, and then each third address once."""
    first = today.asked[""] <= 2 and target != "/robots.txt"
    again = today.asked[target] == 1 and _lot(today, target) % 3 == 0
    return _broken(500) if first or (again and target != "/robots.txt") else usual


def _once(made: Answer) -> Callable[[Today, str, Answer], Answer]:
    def once(today: Today, target: str, usual: Answer) -> Answer:
        return made if today.asked[target] == 1 and _lot(today, target) % 4 == 0 else usual

    return once


def _always(made: Answer, *, robots: bool = True) -> Callable[[Today, str, Answer], Answer]:
    def always(today: Today, target: str, usual: Answer) -> Answer:
        return usual if target == "/robots.txt" and not robots else made

    return always


def _listing_empty(today: Today, target: str, usual: Answer) -> Answer:
    if usual.look.kind == "listing":
        return html(today.moment, "<div class='daftar'></div><p>Selamat datang.</p>")
    return missing(today.moment) if usual.look.kind in ("feed", "rest") else usual


def _listing_shrunk(today: Today, target: str, usual: Answer) -> Answer:
    """One entry is left of the list, and no further page."""
    if usual.look.kind == "listing":
        return listing(today.moment, 1, today.moment.there[:1])
    return missing(today.moment) if usual.look.kind in ("feed", "rest") else usual


def _half(today: Today, target: str, usual: Answer) -> Answer:
    return _broken(500) if today.is_article(target) and _lot(today, target) % 2 else usual


def _gzip_cut(today: Today, target: str, usual: Answer) -> Answer:
    """The articles' pages end in the middle of the compressed text; the length that is told is that of what is sent."""
    if usual.look.kind != "page":
        return usual
    packed = gzip.compress(usual.body)
    headers = {**usual.headers, "Content-Encoding": "gzip"}
    return Answer(200, packed[: len(packed) // 2], headers, replace(usual.look, whole=False))


def _articles_404(today: Today, target: str, usual: Answer) -> Answer:
    return replace(missing(today.moment), look=Look("lost", whole=False)) if today.is_article(target) else usual


def _articles_home(today: Today, target: str, usual: Answer) -> Answer:
    if not today.is_article(target):
        return usual
    return Answer(302, b"", {"Location": today.moment.site.listing_path()}, Look("lost", whole=False))


def _moved_host(today: Today, target: str, usual: Answer) -> Answer:
    return Answer(301, b"", {"Location": f"http://{ELSEWHERE}{target}"}, Look("other", whole=False))


def _lot(today: Today, target: str) -> int:
    moment = today.moment
    text = f"{moment.site.seed} {moment.site.number} {moment.day} {target}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4])


_FAULTS: dict[str | None, Callable[[Today, str, Answer], Answer]] = {
    "burst-500": _burst,
    "once-429": _once(_broken(429, Retry_After="20")),
    "once-reset": _once(RESET),
    "all-500": _always(_broken(500)),
    "all-reset": _always(RESET),
    "all-429": _always(_broken(429, Retry_After="7200"), robots=False),
    "all-403": _always(_broken(403), robots=False),
    "challenge": _always(_broken(200, _CHALLENGE), robots=False),
    "maintenance": _always(_broken(200, _MAINTENANCE), robots=False),
    "listing-empty": _listing_empty,
    "listing-shrunk": _listing_shrunk,
    "half-articles": _half,
    "gzip-cut": _gzip_cut,
    "articles-404": _articles_404,
    "articles-home": _articles_home,
    "moved-host": _moved_host,
}
