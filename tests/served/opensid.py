"""A village's site on OpenSID, the villages' system: its routes, feed, sitemap and archive, in one of four themes.

Made after what the public source of OpenSID 20 to 25 and its themes shows; texts and markup are our own. Beside its
articles a village has static articles (in the menu), an agenda (in a box), pages of data, and articles that are
switched off: all but the last stand at addresses of one shape, and the sitemap names every one of them.
"""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from tests.served import HTML, News, Request, Response, make_news, xml
from tests.templates.markup import e

PER_PAGE, PER_ARCHIVE_PAGE, IN_FEED = 8, 20, 20
CATEGORIES = {"Berita Desa": "berita-desa", "Program Kerja": "program-kerja", "Pengumuman": "pengumuman"}
STATIC = (
    "Sejarah Desa", "Visi dan Misi", "Profil Wilayah Desa", "Badan Permusyawaratan Desa", "Karang Taruna", "Kontak Kami"
)  # fmt: skip
AGENDA = (
    "Musyawarah Desa Penetapan APBDes",
    "Posyandu Balita Dusun Krajan Barat",
    "Kerja Bakti Saluran Irigasi Tersier",
)
OFF = ("Rancangan Berita yang Belum Boleh Terbit", "Artikel Lama yang Sudah Dimatikan Admin")
STATIC_TEXT = (
    "Halaman ini memuat keterangan tetap tentang desa yang disusun oleh perangkat desa dan ditinjau setiap awal tahun.",
    "Keterangan lebih rinci tersedia di kantor desa pada jam kerja, dan dapat ditanyakan kepada kepala urusan umum.",
)


@dataclass(frozen=True)
class Post:
    """A row of OpenSID's table `artikel`: an article, a static page or an event; `category` only for the first."""

    news: News
    category: str | None = None
    event: datetime | None = None
    enabled: bool = True
    headline: bool = False

    @property
    def path(self) -> str:
        day = self.news.published
        return f"/artikel/{day.year}/{day.month}/{day.day}/{self.news.slug}"


class Theme(Protocol):
    """How a theme shows a village. `base` in its markup is replaced by the site's own root."""

    pager: str  # the address of the home list's page N
    archive_links: str  # how its archive links to an article: {path}, {id}
    archive: bool  # whether its archive is a page; newer ones fill a table by script

    def home(self, village: Village, posts: list[Post], page: int, pages: int, title: str, pager: str) -> str: ...
    def article(self, village: Village, post: Post) -> str: ...
    def archived(self, village: Village, posts: list[Post], page: int, pages: int) -> str: ...
    def plain(self, village: Village, title: str, inner: str) -> str: ...
    def nothing(self, village: Village) -> str: ...


@dataclass
class Village:
    """The served site. `expected` are the paths of its articles; everything else it has is none."""

    theme: Theme
    feed_by_id: bool  # OpenSID's feed up to 20.10 links to /first/artikel/ID, which redirects
    posts: list[Post] = field(default_factory=list)

    @property
    def articles(self) -> list[Post]:
        return [post for post in self.posts if post.category and post.enabled]

    @property
    def statics(self) -> list[Post]:
        return [post for post in self.posts if not post.category and not post.event and post.enabled]

    @property
    def events(self) -> list[Post]:
        return [post for post in self.posts if post.event]

    @property
    def expected(self) -> set[str]:
        return {post.path for post in self.articles}

    @property
    def news(self) -> dict[str, News]:
        return {post.path: post.news for post in self.articles}

    def respond(self, request: Request) -> Response:
        base = f"http://{request.headers.get('host', '')}"
        answer = self._answer(request)
        body = answer.body.decode().replace("{base}", base).encode()
        headers = {name: value.replace("{base}", base) for name, value in answer.headers.items()}
        return Response(answer.status, headers, body)

    def _answer(self, request: Request) -> Response:
        parts = request.path.strip("/").split("/")
        if request.path == "/robots.txt":
            return Response(
                200, {"Content-Type": "text/plain"}, b"User-agent: *\n\nDisallow: /desa/\nDisallow: /vendor/\n"
            )
        if request.path in ("/feed", "/feed.xml"):
            return xml(self._feed())
        if request.path in ("/sitemap", "/sitemap.xml"):
            return xml(self._sitemap())
        match [part for part in parts if part != "first"]:
            case [] | [""] | ["index"]:
                return self._home(int(request.query.get("page", 1)))
            case ["index", number] if number.isdigit():
                return self._home(int(number))
            case ["artikel", number] if number.isdigit():
                return self._by_id(int(number))
            case ["artikel", year, month, day, slug] if (year + month + day).isdigit():
                return self._article(slug)
            case ["artikel" | "kategori", *rest] if rest:
                slug, *number = [part for part in rest if part != "kategori"] or ["-"]
                return self._category(slug, int(number[0]) if number else int(request.query.get("page", 1)))
            case ["arsip", *number]:
                return self._archive(int(number[0]) if number else 1)
            case [name, *_] if name in PAGES:
                return html(self.theme.plain(self, *PAGES[name]))
        return html(self.theme.nothing(self), 404)

    def _home(self, page: int) -> Response:
        listed = [post for post in self.articles if not post.headline]
        pages = -(-len(listed) // PER_PAGE)
        part = listed[(page - 1) * PER_PAGE : page * PER_PAGE]
        return html(self.theme.home(self, part, page, pages, "Artikel Terkini", self.theme.pager))

    def _category(self, slug: str, page: int) -> Response:
        name = next((name for name, known in CATEGORIES.items() if known == slug), None)
        listed = [post for post in self.articles if post.category == name]
        pages = -(-len(listed) // PER_PAGE)
        part = listed[(page - 1) * PER_PAGE : page * PER_PAGE]
        return html(self.theme.home(self, part, page, pages, name or slug, f"/artikel/kategori/{slug}/{{page}}"))

    def _archive(self, page: int) -> Response:
        """All that is switched on, events and static articles among them, as OpenSID has it."""
        if not self.theme.archive:
            table = '<table id="arsip-artikel"><thead><tr><td><b>No.</b></td><td><b>Tanggal Artikel</b></td><td><b>Judul Artikel</b></td></tr></thead><tbody></tbody></table>'
            return html(self.theme.plain(self, "Arsip Situs Web", table))
        listed = [post for post in self.posts if post.enabled]
        pages = -(-len(listed) // PER_ARCHIVE_PAGE)
        part = listed[(page - 1) * PER_ARCHIVE_PAGE : page * PER_ARCHIVE_PAGE]
        return html(self.theme.archived(self, part, page, pages))

    def _by_id(self, number: int) -> Response:
        post = next((post for post in self.posts if post.news.number == number and post.enabled), None)
        if post is None:
            return html(self.theme.nothing(self))
        return Response(302, {"Location": "{base}" + post.path, **HTML})

    def _article(self, slug: str) -> Response:
        """The day in the address is not looked at; what is switched off says so with status 200."""
        post = next((post for post in self.posts if post.news.slug == slug and post.enabled), None)
        return html(self.theme.article(self, post) if post else self.theme.nothing(self))

    def _feed(self) -> str:
        items = ""
        for post in [post for post in self.posts if post.enabled][:IN_FEED]:
            link = f"{{base}}/first/artikel/{post.news.number}" if self.feed_by_id else "{base}" + post.path
            stamp = format_datetime(post.news.published.replace(tzinfo=ZoneInfo("Asia/Jakarta")))
            day = "" if self.feed_by_id else f"<pubdate>{stamp}</pubdate>"
            items += f"<item><title>{e(post.news.title)}</title><link>{link}</link>{day}<description>{e(post.news.body[0][:200])}[...]</description></item>"
        return f'<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Desa Sukamaju</title><link>{{base}}/</link><language>ID</language><generator>Sistem Informasi Desa</generator></channel>{items}</rss>'

    def _sitemap(self) -> str:
        rows = "".join(
            f"<url><loc>{{base}}{post.path}</loc><lastmod>{post.news.published:%Y-%m-%d}</lastmod><priority>0.5</priority></url>"
            for post in self.posts
        )
        return f'<?xml version="1.0" encoding="UTF-8" ?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{{base}}/</loc><priority>1.0</priority></url>{rows}</urlset>'


def html(text: str, status: int = 200) -> Response:
    return Response(status, HTML, text.encode())


def village(theme: Theme, count: int = 40, seed: int = 0, *, feed_by_id: bool = False) -> Village:
    """So many articles, the newest first, the third of them the headline; then what is no article."""
    categories = list(CATEGORIES)
    posts = [
        Post(news, categories[place % 3], headline=place == 2) for place, news in enumerate(make_news(count, seed))
    ]
    oldest = posts[-1].news.published
    for place, title in enumerate(STATIC):
        posts.append(Post(_news(900 + place, title, oldest - timedelta(days=300 + place))))
    for place, title in enumerate(AGENDA):
        made = posts[place * 9].news.published + timedelta(hours=3)
        posts.append(Post(_news(800 + place, title, made), event=made + timedelta(days=9)))
    for place, title in enumerate(OFF):
        posts.append(Post(_news(850 + place, title, posts[place * 7].news.published), "Berita Desa", enabled=False))
    posts.sort(key=lambda post: post.news.published, reverse=True)
    return Village(theme, feed_by_id, posts)


def _news(number: int, title: str, published: datetime) -> News:
    slug = "-".join(title.lower().split())
    return News(number, title, slug, "Administrator", published, 40 + number, "", STATIC_TEXT)


_TABLE = "<table><tr><th>No</th><th>Kelompok</th><th>Jumlah</th><th>%</th></tr>" + "".join(
    f"<tr><td>{number}</td><td>{name}</td><td>{number * 137}</td><td>{number * 9},{number}%</td></tr>"
    for number, name in enumerate(("Belum Sekolah", "Tamat SD/Sederajat", "SLTP/Sederajat", "SLTA/Sederajat"), 1)
) + "</table>"  # fmt: skip
# Addresses of data, people and things of the village: title and content.
PAGES = {
    "data-statistik": ("Demografi Berdasar Pendidikan", _TABLE),
    "statistik": ("Demografi Berdasar Pendidikan", _TABLE),
    "data-wilayah": ("Demografi Berdasar Populasi Per Wilayah", _TABLE),
    "status-idm": ("Status IDM Tahun 2025", "<p>Skor IDM saat ini 0,7421, status Maju, target status Mandiri.</p>" + _TABLE),
    "pemerintah": ("Pemerintah Desa", "<div><h4>SUPARDI, S.IP</h4><p>Kepala Desa</p><p>NIP: -</p></div><div><h4>SITI AMINAH</h4><p>Sekretaris Desa</p></div>"),
    "peta": ("Peta Desa", "<div id='map'></div>"),
    "galeri": ("Galeri", "<div><a href='/galeri/3'><img src='/g3.jpg' alt=''></a><h5><a href='/galeri/3'>Album Kerja Bakti Warga Dusun</a></h5></div><div><a href='/galeri/4'><img src='/g4.jpg' alt=''></a><h5><a href='/galeri/4'>Album Lomba Agustusan Anak</a></h5></div>"),
    "pembangunan": ("Pembangunan", "<div><h4><a href='/pembangunan/rabat-beton-jalan-dusun-krajan'>Rabat Beton Jalan Dusun Krajan</a></h4><p>Anggaran Rp 120.000.000, tahun 2025</p></div><div><h4><a href='/pembangunan/talud-sungai-rt-04'>Talud Sungai RT 04</a></h4><p>Anggaran Rp 85.500.000, tahun 2024</p></div>"),
    "lapak": ("Lapak Desa", "<div><h4>Keripik Pisang Bu Yati</h4><p>Rp 15.000 / bungkus</p></div>"),
    "pengaduan": ("Pengaduan", "<div><h4>Lampu jalan mati</h4><p>Warga | 12 Januari 2026 | Menunggu Diproses</p></div>"),
    "informasi-publik": ("Informasi Publik", _TABLE),
    "peraturan-desa": ("Produk Hukum", _TABLE),
    "layanan-mandiri": ("Layanan Mandiri", "<form><input name='nik'></form>"),
}  # fmt: skip
