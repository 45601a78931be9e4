"""The site of the fault tests as it answers when nothing is wrong, on each of its days. No network here."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from email.utils import format_datetime
from html import escape
from urllib.parse import parse_qs, urlsplit

from tests.faults.looks import PLAIN, Look, article_page, listing_page, page, pager
from tests.faults.news import ARTICLES, BUSY, DAY_ONE, FAULT_DAY, USUAL, News

HTML = "text/html; charset=utf-8"
PAGE_SIZE = 6


@dataclass(frozen=True)
class Answer:
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass
class NewsSite:
    """`day` may be set to any day; the rest is how the site is on it.

    `look`: its markup. `quiet`: nothing has been published since the day before the fault. `busy`: fifteen
    articles more on that day. `shuffled`: listings show the same articles in another order. `removed`: articles (by
    number) that were taken down, and how the site answers for them: "404",
    "soft-404", "home". `views_fall`: the counters begin anew. `feed`, `rest`: it has these, too.
    """

    day: int = 0
    look: Look = PLAIN
    quiet: bool = False
    busy: bool = False
    shuffled: bool = False
    views_fall: bool = False
    feed: bool = False
    rest: bool = False
    removed: dict[int, str] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        """When its day's run begins: nine in the morning there."""
        return datetime.combine(DAY_ONE + timedelta(days=self.day), time(2), UTC)

    @property
    def articles(self) -> list[News]:
        """What can be read on it today, the newest first."""
        there = [
            news
            for news in (ARTICLES if self.busy else USUAL)
            if news.day <= self.day and news.number not in self.removed and not (self.quiet and news.day >= FAULT_DAY)
        ]
        return sorted(there, key=lambda news: (news.published, news.number), reverse=True)

    @property
    def known(self) -> News:
        """An article that was read yesterday, and is looked at again on the day of the fault."""
        return max((news for news in USUAL if news.day == FAULT_DAY - 1), key=lambda news: news.number)

    @property
    def fresh(self) -> News:
        """One that is published on the day of the fault."""
        return next(news for news in USUAL if news.day == FAULT_DAY)

    def views(self, news: News) -> int:
        return 3 + self.day if self.views_fall else news.readers + 5 * self.day

    def places(self, target: str) -> set[str]:
        """What an address is called in the table of faults."""
        parts = urlsplit(target)
        path = parts.path
        found = {"everywhere", target}
        if path == "/robots.txt":
            return found | {"robots"}
        found.add("pages")
        if path == "/":
            found |= {"home", "listings"}
        elif path == "/berita":
            found |= {"listings", "further-listings" if parts.query else "listing"}
        elif path.startswith(("/berita/", "/artikel/")):
            slug = path.rpartition("/")[2]
            named = {self.known.slug: "known-article", self.fresh.slug: "new-article"}.get(slug)
            day = next((news.day for news in ARTICLES if news.slug == slug), None)
            found |= {"articles", *([named] if named else [])}
            if path.startswith("/berita/"):
                found.add("old-addresses")
            if day is not None and day < FAULT_DAY:
                found.add("known-articles")
        elif path in ("/feed", "/sitemap.xml") or path.startswith("/wp-json"):
            found.add(path.split("/")[1])
        return found

    def respond(self, target: str, host: str) -> Answer:
        parts = urlsplit(target)
        path, query = parts.path, {name: values[0] for name, values in parse_qs(parts.query).items()}
        if path == "/robots.txt":
            return Answer(200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /admin\n")
        if path == "/":
            head = '<link rel="alternate" type="application/rss+xml" href="/feed">' if self.feed else ""
            return html(self._listed(self.articles[:PAGE_SIZE]).replace("</head>", f"{head}</head>"))
        if path == "/berita":
            return self._listing(int(query.get("halaman", "1")))
        if path == "/feed" and self.feed:
            return self._feed(host)
        if path.startswith("/wp-json/wp/v2/posts") and self.rest:
            return self._rest(host, query)
        if path in ("/profil", "/layanan", "/ppid", "/galeri", "/agenda", "/kontak"):
            return html(page("<h1>Profil</h1><p>Kabupaten Sukaresmi terdiri atas dua belas kecamatan.</p>", self.look))
        return self._article(path) or not_found(self.look)

    def _article(self, path: str) -> Answer | None:
        slug = path.rpartition("/")[2]
        news = next((news for news in ARTICLES if news.slug == slug), None)
        if news is None:
            return None
        if (how := self.removed.get(news.number)) is not None:
            found = {"home": Answer(302, {"Location": "/"}), "soft-404": not_found(self.look, 200)}
            return found.get(how)
        if news not in self.articles or path != self.look.prefix + news.path:
            return None
        return html(article_page(news, self.views(news), self.look))

    def _listing(self, number: int) -> Answer:
        batch = self.articles[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        count = -(-len(self.articles) // PAGE_SIZE)
        return html(self._listed(batch, pager("/berita", number, count)))

    def _listed(self, batch: list[News], pages: str = "") -> str:
        if self.shuffled:
            random.Random(self.day).shuffle(batch)
        return listing_page(batch, self.views, self.look, pager=pages)

    def _feed(self, host: str) -> Answer:
        items = "".join(
            f"<item><title>{escape(news.title)}</title><link>http://{host}{news.path}</link>"
            f"<pubDate>{format_datetime(news.published)}</pubDate></item>"
            for news in self.articles[:10]
        )
        text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Sukaresmi</title>{items}</channel></rss>'
        return Answer(200, {"Content-Type": "application/rss+xml; charset=utf-8"}, text.encode())

    def _rest(self, host: str, query: Mapping[str, str]) -> Answer:
        posts = [
            {
                "id": news.number + 1,
                "date": f"{news.published:%Y-%m-%dT%H:%M:%S}",
                "date_gmt": f"{news.published.astimezone(UTC):%Y-%m-%dT%H:%M:%S}",
                "modified": f"{news.published:%Y-%m-%dT%H:%M:%S}",
                "modified_gmt": f"{news.published.astimezone(UTC):%Y-%m-%dT%H:%M:%S}",
                "slug": news.slug,
                "status": "publish",
                "type": "post",
                "link": f"http://{host}{news.path}",
                "title": {"rendered": escape(news.title)},
            }
            for news in self.articles
        ]
        if since := query.get("modified_after"):
            posts = [post for post in posts if str(post["modified_gmt"]) > since[:19]]
        size, number = int(query.get("per_page", "10")), int(query.get("page", "1"))
        shown = posts[(number - 1) * size : number * size]
        headers = {
            "Content-Type": "application/json; charset=UTF-8",
            "X-WP-Total": str(len(posts)),
            "X-WP-TotalPages": str(-(-len(posts) // size)),
        }
        return Answer(200, headers, json.dumps(shown).encode())


def html(text: str, status: int = 200) -> Answer:
    return Answer(status, {"Content-Type": HTML}, text.encode())


def not_found(look: Look, status: int = 404) -> Answer:
    inner = "<h1>404</h1><p>Maaf, halaman yang Anda cari tidak ditemukan.</p>"
    return html(page(inner, look, title="Halaman tidak ditemukan"), status)


__all__ = ["BUSY", "Answer", "NewsSite", "html", "not_found"]
