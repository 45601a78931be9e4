"""A site of a dozen articles on one listing page, whose addresses may all change or fail on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from blitar_scraper.demo import DAY_ONE, Request, Response, serve
from tests.crawling.conftest import Crawls

HTML = {"Content-Type": "text/html; charset=utf-8"}
_MENU = "".join(f'<a href="/{name}">{name.title()}</a> ' for name in ("profil", "layanan", "galeri", "kontak", "ppid"))
_WORDS = (
    "warga kelurahan pasar jembatan sekolah puskesmas panen pelatihan lomba bantuan jalan taman rapat upacara festival"
    " pameran posyandu irigasi terminal museum"
).split()


def page(body: str, status: int = 200, *, title: str = "Kota Kecil") -> Response:
    head = f"<html><head><title>{title}</title></head><body><nav>{_MENU}</nav>"
    html = f"{head}{body}<footer>Kota Kecil</footer></body></html>"
    return Response(status, HTML, html.encode())


NOT_FOUND = page("<h1>Halaman tidak ditemukan</h1>", 404)
SOFT_404 = page("<h1>Halaman tidak ditemukan</h1><p>Silakan kembali ke beranda.</p>")


def to(target: str) -> Response:
    return Response(302, {"Location": target}, b"")


@dataclass(frozen=True)
class Post:
    """An article that was published so many days after (or before) the first day."""

    number: int
    day: int

    @property
    def title(self) -> str:
        return f"{_WORDS[self.number % 20].title()} ke-{self.number} dibuka wali kota untuk warga"

    @property
    def text(self) -> str:
        words = [_WORDS[(self.number * 7 + place * (self.number % 5 + 1)) % 20] for place in range(60)]
        return f"Acara nomor {self.number} itu " + " ".join(words) + "."

    @property
    def date(self) -> str:
        return f"{DAY_ONE + timedelta(days=self.day):%d/%m/%Y}"


@dataclass
class SmallSite:
    """`gone`: what single articles (by number) answer instead; `everywhere`: what all at their first addresses do.

    `address` gives the path of an article as the listing names it today. An article answers there, and at its first
    address (`/berita/3`), unless told otherwise. `shows`: the day whose news it shows, where that is not the visitor's.
    """

    count: int = 20
    day: int = 0
    gone: dict[int, Response] = field(default_factory=dict)
    everywhere: Response | None = None
    address: Callable[[Post], str] = lambda post: f"/berita/{post.number}"
    overrides: dict[str, Response] = field(default_factory=dict)
    shown: int = 8
    shows: int | None = None

    @property
    def posts(self) -> list[Post]:
        """The newest first: two days between two of those before the first day, then one on every third day."""
        day = self.day if self.shows is None else self.shows
        old = [Post(number, -2 * (self.count - number) - 1) for number in range(self.count)]
        new = [Post(self.count + place, 3 * place + 3) for place in range(day // 3)]
        return [*reversed(new), *reversed(old)]

    def respond(self, request: Request) -> Response:
        if request.target in self.overrides:
            return self.overrides[request.target]
        if request.path == "/":
            number = int(request.query.get("page", "1"))
            return self._listing(number)
        for post in self.posts:
            if request.path == f"/berita/{post.number}":
                moved = self.everywhere if self.address(post) != request.path or self.everywhere else None
                return self.gone.get(post.number) or moved or self._article(post)
            if request.path == self.address(post):
                return self.gone.get(post.number) or self._article(post)
        return NOT_FOUND

    def _listing(self, number: int) -> Response:
        posts = [post for post in self.posts if post.number not in self.gone]
        shown = posts[(number - 1) * self.shown : number * self.shown]
        items = "".join(
            f'<div class="item"><h3><a href="{self.address(post)}">{post.title}</a></h3><p>{post.date}</p></div>'
            for post in shown
        )
        more = f'<a rel="next" href="/?page={number + 1}">»</a>' if len(posts) > number * self.shown else ""
        return page(f"<h1>Berita</h1>{items}{more}")

    def _article(self, post: Post) -> Response:
        return page(
            f"<article><h1>{post.title}</h1><p>by Admin | {post.date} | {40 + post.number + self.day}x Dilihat</p>"
            f"<p>{post.text}</p></article>",
            title=post.title,
        )


@contextmanager
def crawling(folder: Path, site: SmallSite) -> Iterator[Crawls]:
    """Crawls of that site into an archive in the folder."""
    with serve(site) as server:  # type: ignore[arg-type]
        crawls = Crawls(server, folder / "archive.db", start_paths=["/"], hour=1)
        yield crawls
