"""The sample site itself: which answer which request gets, on which of its days. No network here."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import parse_qs, unquote, urlsplit

from blitar_scraper.demo.article_pages import article_page, print_page
from blitar_scraper.demo.articles import TRAPS, Feature, SampleArticle
from blitar_scraper.demo.content import DAY_ONE, known_article
from blitar_scraper.demo.files import document, picture
from blitar_scraper.demo.frame import CREST, Moment
from blitar_scraper.demo.pages import calendar_page, found_page, home_page, listing_page, plain_page
from blitar_scraper.demo.story import Story, articles_on, readers_on, story
from blitar_scraper.demo.traps import damage

ROBOTS = "User-agent: *\nDisallow: /admin\n"
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked: `target` is path and query as sent; header names are lower case."""

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return unquote(urlsplit(self.target).path)

    @property
    def query(self) -> dict[str, str]:
        """The first value of each parameter."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.target).query).items()}


@dataclass(frozen=True, slots=True)
class Response:
    """What is answered. With `sent` only so many bytes of the body are sent before the connection is closed."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    sent: int | None = None


class SampleSite:
    """A government's news site that lives on loopback.

    `day` (0 at first) may be set to any later day: the site then shows what it has published, edited, moved and
    removed by then. `overrides` maps a target ("/berita/x", "/beranda?page=2", "/robots.txt") to the answer that a
    test wants instead. With `validators` pages have ETag and Last-Modified, and a conditional request may get 304.
    """

    def __init__(self, *, validators: bool = False) -> None:
        self.day = 0
        self.overrides: dict[str, Response] = {}
        self.validators = validators
        self._own_reads: Counter[tuple[date, int]] = Counter()
        self._failed_once: set[str] = set()
        self._lock = threading.Lock()

    # What a test may ask

    @property
    def story(self) -> Story:
        """What the site publishes, edits, moves and removes between day 0 and day 8."""
        return story()

    @property
    def today(self) -> date:
        return DAY_ONE + timedelta(days=self.day)

    @property
    def articles(self) -> tuple[SampleArticle, ...]:
        """What the listings show today, newest first: the dead link is among them, the pinned post once."""
        return articles_on(self.day)

    @property
    def readable_articles(self) -> tuple[SampleArticle, ...]:
        """Those of them whose page shows an article: not the dead link, not the picture served as a page."""
        return tuple(article for article in self.articles if article.trap not in ("dead-link", "binary"))

    @property
    def known_article(self) -> SampleArticle:
        """The one article whose text is that of a real page."""
        return known_article()

    @property
    def pinned(self) -> SampleArticle:
        """The old post that stands first on each first page."""
        return self.with_feature("pinned")

    @property
    def traps(self) -> dict[Feature, SampleArticle]:
        """The articles whose pages are hostile or broken, by what is wrong with them."""
        return {trap: self.with_feature(trap) for trap in TRAPS}

    def with_feature(self, feature: Feature) -> SampleArticle:
        """The newest article with this feature. Raises StopIteration where there is none."""
        return next(article for article in self.articles if feature in article.features)

    def views(self, article: SampleArticle) -> int:
        """The counter as it stands: readers up to today and every request made of the page."""
        return readers_on(article, self.day) + self._own_reads[article.identity]

    # What a client may ask

    def respond(self, request: Request) -> Response:
        """The answer to a request. The counter of an article's page goes up before the page is made."""
        with self._lock:
            response = self.overrides.get(request.target) or self._route(request)
            return _not_modified(request, response) or response

    def _route(self, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            return Response(405, {"Content-Type": "text/plain", "Allow": "GET, HEAD"}, b"Method Not Allowed\n")
        path, query, moment = request.path, request.query, self._moment(request)
        if path in ("/", "/beranda", "/berita"):
            return self._listing(path, query, moment)
        if path.startswith("/berita/"):
            return self._article(request, moment)
        if path.startswith("/uploads/") or path in ("/robots.txt", "/favicon.svg"):
            return _file(path)
        match path:
            case "/agenda":
                return _html(calendar_page(query.get("bulan", ""), moment))
            case "/cari":
                wanted = query.get("q", "").casefold()
                found = [article for article in self.articles if wanted and wanted in article.title.casefold()]
                return _html(found_page("Hasil Pencarian", found, moment))
            case "/profil":
                text = "Kota Blitar terdiri atas tiga kecamatan dan 21 kelurahan."
                return _html(plain_page("Profil Kota Blitar", text, moment))
            case "/kontak":
                return _html(plain_page("Kontak", "Jalan Merdeka Nomor 105, Kota Blitar", moment))
            case "/admin/login":
                return _html(plain_page("Login", "Halaman ini hanya untuk admin.", moment))
        if path.startswith("/tag/"):
            tagged = [article for article in self.articles if path.removeprefix("/tag/") in article.tags]
            return _html(found_page(f"Tag: {path.removeprefix('/tag/')}", tagged, moment))
        return _not_found(moment)

    def _moment(self, request: Request) -> Moment:
        popular = sorted(self.articles, key=lambda article: article.readers, reverse=True)[:2]
        host = request.headers.get("host", "127.0.0.1")
        return Moment(f"http://{host}", self.today, self.views, self.articles[:5], tuple(popular))

    def _listing(self, path: str, query: dict[str, str], moment: Moment) -> Response:
        if path == "/":
            page = home_page(self.articles, self.pinned, moment)
        else:
            text = query.get("page", "1")
            number = int(text) if text.isdecimal() and text.isascii() else 1
            page = listing_page(path, number, self.articles, self.pinned, moment)
        return self._validated(_html(page), repr([(a.path, a.title) for a in self.articles]), self.today)

    def _article(self, request: Request, moment: Moment) -> Response:
        path = request.path
        wants_print = path.endswith("/cetak")
        path = path.removesuffix("/cetak")
        article = next((article for article in self.articles if article.path == path), None)
        if article is None:
            return self._former_article(path, moment)
        if article.trap == "dead-link":
            return _not_found(moment)
        if wants_print:
            return _html(print_page(article, moment))
        if article.trap == "error-once" and article.slug not in self._failed_once:
            self._failed_once.add(article.slug)
            return Response(500, {"Content-Type": HTML}, b"<h1>500 | Server Error</h1>")
        if request.method == "GET":
            self._own_reads[article.identity] += 1
        page = article_page(article, moment).encode("utf-8")
        content_type = "text/html; charset=iso-8859-1" if article.trap == "wrong-charset" else HTML
        response = Response(200, {"Content-Type": content_type}, damage(page, article.trap))
        return self._validated(response, repr(article), self._changed_on(article))

    def _former_article(self, path: str, moment: Moment) -> Response:
        for moved in self.story.moved:
            if moved.before.path == path and moved.day <= self.day:
                return Response(301, {"Location": moment.base_url + moved.after.path, "Content-Type": HTML})
        for removed in self.story.removed:
            if removed.article.path == path and removed.day <= self.day and removed.answer == "home":
                return Response(302, {"Location": moment.base_url + "/", "Content-Type": HTML})
        return _not_found(moment)

    def _changed_on(self, article: SampleArticle) -> date:
        edits = [edit.day for edit in self.story.edited if edit.after == article]
        return DAY_ONE + timedelta(days=edits[0]) if edits else article.published_on

    def _validated(self, response: Response, state: str, changed: date) -> Response:
        """The response with validators that follow from what it shows, the counter and the clock aside."""
        if not self.validators:
            return response
        etag = f'"{hashlib.sha256(state.encode()).hexdigest()[:20]}"'
        modified = format_datetime(datetime.combine(changed, time(3), UTC), usegmt=True)
        return replace(response, headers={**response.headers, "ETag": etag, "Last-Modified": modified})


def _html(page: str, status: int = 200) -> Response:
    return Response(status, {"Content-Type": HTML}, page.encode("utf-8"))


def _not_found(moment: Moment) -> Response:
    return _html(plain_page("404", "Halaman tidak ditemukan.", moment), 404)


def _file(path: str) -> Response:
    if path == "/robots.txt":
        return Response(200, {"Content-Type": "text/plain; charset=utf-8"}, ROBOTS.encode())
    if path == "/favicon.svg":
        return Response(200, {"Content-Type": "image/svg+xml"}, CREST.encode())
    if path.endswith(".pdf"):
        return Response(200, {"Content-Type": "application/pdf"}, document("Pengumuman Pemerintah Kota Blitar"))
    return Response(200, {"Content-Type": "image/png"}, picture(path))


def _not_modified(request: Request, response: Response) -> Response | None:
    """304 where the client has what it would get: by ETag, else by date (RFC 9110, 13.2.2)."""
    etag, modified = response.headers.get("ETag"), response.headers.get("Last-Modified")
    if response.status != 200 or etag is None or modified is None:
        return None
    if (known := request.headers.get("if-none-match")) is not None:
        fresh = etag in [value.strip().removeprefix("W/") for value in known.split(",")]
    elif (since := request.headers.get("if-modified-since")) is not None:
        try:
            fresh = parsedate_to_datetime(modified) <= parsedate_to_datetime(since)
        except ValueError:
            return None
    else:
        return None
    return Response(304, {"ETag": etag, "Last-Modified": modified}) if fresh else None
