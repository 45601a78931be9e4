"""The simulated site: what its articles' lives show on its own day, rendered as the demonstration's pages are."""

from __future__ import annotations

import hashlib
import math
import re
import threading
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from blitar_scraper.demo.article_pages import article_page
from blitar_scraper.demo.articles import SampleArticle
from blitar_scraper.demo.frame import Moment
from blitar_scraper.demo.pages import PAGE_SIZE, home_page, listing_page, plain_page
from blitar_scraper.demo.site import HTML, ROBOTS, Request, Response
from tests.year.lives import Life, day_of

HOME_PAGES = ("/", "/beranda", "/berita")


class YearSite:
    """Set `day`, then ask. `asked` and `sent` keep, by day, the targets asked for and the bytes of bodies sent.

    `validators`: articles' pages have an ETag that follows from what they say, the counter aside, and may answer 304.
    `counts_visits`: the counter goes up with our requests too. `lists_counts`: listings show the counters.
    """

    def __init__(
        self,
        lives: Sequence[Life],
        *,
        validators: bool = False,
        counts_visits: bool = True,
        lists_counts: bool = True,
    ) -> None:
        self.lives = lives
        self.validators, self.counts_visits, self.lists_counts = validators, counts_visits, lists_counts
        self.day = 0
        self.asked: dict[int, list[str]] = defaultdict(list)
        self.sent: Counter[int] = Counter()
        self.kept: tuple[dict[int, list[str]], dict[int, int]] = ({}, {})
        self._visits: Counter[int] = Counter()
        self._of_path = {path: life for life in lives for path in life.paths}
        self._lock = threading.Lock()
        self._shown: tuple[int, tuple[SampleArticle, ...]] = (-1, ())

    @property
    def articles(self) -> tuple[SampleArticle, ...]:
        """What the listings show today, the newest first."""
        if self._shown[0] != self.day:
            states = [state for life in self.lives if (state := life.on(self.day)) is not None and state.is_there]
            found = sorted((state.article for state in states), key=lambda article: article.published_on, reverse=True)
            self._shown = (self.day, tuple(found))
        return self._shown[1]

    def views(self, article: SampleArticle) -> int:
        life = self._of_path[article.path]
        return life.readers(self.day) + self._visits[life.number]

    def respond(self, request: Request) -> Response:
        with self._lock:
            response = self._route(request)
            if (etag := response.headers.get("ETag")) and etag == request.headers.get("if-none-match"):
                response = Response(304, {"ETag": etag})
            self.asked[self.day].append(request.target)
            self.sent[self.day] += len(response.body)
            return response

    def forget(self) -> None:
        """Begin to count anew what is asked for and sent; what was until now is in `kept`."""
        self.kept = (dict(self.asked), dict(self.sent))
        self.asked, self.sent = defaultdict(list), Counter()

    def naive(self) -> tuple[int, int]:
        """Requests and bytes of bodies to fetch all of the site today: robots.txt, one listing, every article."""
        moment = self._moment("127.0.0.1:12345")
        listings = math.ceil(len(self.articles) / PAGE_SIZE)
        pages = [self._listing("/berita", number, moment) for number in range(1, listings + 1)]
        pages += [article_page(article, moment) for article in self.articles]
        return 1 + len(pages), len(ROBOTS) + sum(len(page.encode()) for page in pages)

    def _route(self, request: Request) -> Response:
        path = request.path
        moment = self._moment(request.headers.get("host", "127.0.0.1"))
        if path == "/robots.txt":
            return Response(200, {"Content-Type": "text/plain"}, ROBOTS.encode())
        if path in HOME_PAGES:
            return _html(self._listing(path, int(request.query.get("page", "1")), moment))
        life = self._of_path.get(path)
        state = life.on(self.day) if life is not None else None
        if life is None or state is None:
            return _html(plain_page("404", "Halaman tidak ditemukan.", moment), 404)
        if state.answer == "home":
            return Response(302, {"Location": f"{moment.base_url}/", "Content-Type": HTML})
        if state.answer is not None:
            status = 200 if state.answer == "soft-404" else 404
            return _html(plain_page("404", "Halaman tidak ditemukan.", moment), status)
        if state.article.path != path:
            return Response(301, {"Location": moment.base_url + state.article.path, "Content-Type": HTML})
        if self.counts_visits:
            self._visits[life.number] += 1
        response = _html(article_page(state.article, moment))
        if not self.validators:
            return response
        etag = f'"{hashlib.sha256(repr(state.article).encode()).hexdigest()[:20]}"'
        return replace(response, headers={**response.headers, "ETag": etag})

    def _listing(self, path: str, number: int, moment: Moment) -> str:
        if path == "/":
            page = home_page(self.articles, None, moment)
        else:
            page = listing_page(path, number, self.articles, None, moment)
        return page if self.lists_counts else re.sub(r" \| \d+x Dilihat", "", page)

    def _moment(self, host: str) -> Moment:
        popular = sorted(self.articles, key=lambda article: article.readers, reverse=True)[:2]
        return Moment(f"http://{host}", day_of(self.day), self.views, self.articles[:5], tuple(popular))


def _html(page: str, status: int = 200) -> Response:
    return Response(status, {"Content-Type": HTML}, page.encode())
