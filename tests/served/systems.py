"""WordPress, OpenSID, Joomla, Lokomedia and a bespoke Laravel site, as far as finding their articles goes."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Sequence
from datetime import timedelta
from html import escape as e

from tests.served import News, Request, Response, ServedSite, make_news, page, xml
from tests.templates.printing import full, long, short

MENU = "".join(
    f'<li><a href="{path}">{name}</a></li>'
    for path, name in (
        ("/", "Beranda"), ("/profil/visi-misi", "Profil"), ("/layanan", "Layanan Publik"), ("/ppid", "PPID"),
        ("/galeri", "Galeri"), ("/kontak", "Kontak"),
    )
)  # fmt: skip


def frame(inner: str, menu: str = "", head: str = "") -> Response:
    """A page with the site's menu, a calendar that goes on for ever, and a footer."""
    calendar = '<table class="kalender"><caption>Februari 2026</caption><tr><td><a href="/agenda?bulan=2026-02&amp;hari=3">3</a></td><td><a href="/agenda?bulan=2026-02&amp;hari=4">4</a></td></tr><tr><td><a href="/agenda?bulan=2026-03">»</a></td></tr></table>'
    return page(
        f'<header><a href="/">Kabupaten Sukamaju</a><nav><ul>{MENU}{menu}</ul></nav></header>{inner}<aside><h3>Agenda</h3>{calendar}</aside><footer><p>&copy; 2026 Pemerintah Kabupaten Sukamaju. Jalan Raya 1, telepon (0342) 123456.</p></footer>',
        head=f"<title>Kabupaten Sukamaju</title>{head}",
    )


def paragraphs(news: News) -> str:
    return "".join(f"<p>{e(line)}</p>" for line in news.body)


def pages_of(news: Sequence[News], size: int) -> list[list[News]]:
    return [list(news[start : start + size]) for start in range(0, len(news), size)]


def wordpress(count: int, seed: int = 0, *, rest: bool = True, listed: bool = True) -> ServedSite:
    """Permalinks by date, REST (unless switched off), feed, sitemap index; the same posts under tags and categories."""
    news = make_news(count, seed)
    paths = {item.number: f"/{item.published:%Y/%m/%d}/{item.slug}/" for item in news}
    site = ServedSite(news, paths)
    api = '<link rel="https://api.w.org/" href="/wp-json/">' if rest else ""
    head = f'<meta name="generator" content="WordPress 6.1"><link rel="alternate" type="application/rss+xml" title="Umpan" href="/feed/"><link rel="alternate" type="application/rss+xml" title="Umpan Komentar" href="/comments/feed/">{api}<link rel="stylesheet" href="/wp-content/themes/x/style.css">'
    for item in news:
        inner = f'<main><article><header><h1 class="entry-title">{e(item.title)}</h1><p>Oleh <a rel="author" href="/author/a/">{e(item.author)}</a> | <time datetime="{item.published:%Y-%m-%dT%H:%M:00}+07:00">{long(item.published)}</time></p></header><div class="entry-content">{paragraphs(item)}</div><footer>Kategori: <a href="/category/{item.section.lower()}/" rel="category tag">{item.section}</a> <a href="{paths[item.number]}?print=print">Cetak</a></footer></article></main>'
        site.answers[paths[item.number]] = frame(inner, head=head)
    shown = news if listed else news[:3]
    batches = pages_of(shown, 10)
    for place, batch in enumerate(batches, 1):
        rows = "".join(
            f'<article><h2 class="entry-title"><a href="{paths[item.number]}">{e(item.title)}</a></h2><p>{long(item.published)}</p><p>{e(item.body[0][:120])} [&hellip;]</p></article>'
            for item in batch
        )
        older = f'<a class="next page-numbers" href="/page/{place + 1}/">Berikutnya</a>' if place < len(batches) else ""
        tags = '<div class="tagcloud"><a href="/tag/pembangunan-daerah-sukamaju/">pembangunan daerah sukamaju</a></div>'
        target = "/" if place == 1 else f"/page/{place}/"
        site.answers[target] = frame(f"<main>{rows}<nav class='pagination'>{older}</nav></main>{tags}", head=head)
    items = "".join(
        f"<item><title>{e(item.title)}</title><link>{{base}}{paths[item.number]}</link><pubDate>{item.published - timedelta(hours=7):%a, %d %b %Y %H:%M:%S} +0000</pubDate></item>"
        for item in news[:10]
    )
    posts = [
        {
            "link": "{base}" + paths[item.number],
            "title": {"rendered": e(item.title)},
            "date": f"{item.published:%Y-%m-%dT%H:%M:%S}",
            "date_gmt": f"{item.published - timedelta(hours=7):%Y-%m-%dT%H:%M:%S}",
            "modified_gmt": f"{item.published - timedelta(hours=7):%Y-%m-%dT%H:%M:%S}",
            "status": "publish",
            "type": "post",
            "_embedded": {"author": [{"name": item.author}]},
        }
        for item in news
    ]
    address = "".join(f"<url><loc>{{base}}{paths[item.number]}</loc></url>" for item in news)

    def otherwise(request: Request) -> Response:
        base = f"http://{request.headers.get('host', '')}"
        if request.path.startswith("/wp-json/wp/v2/posts") and rest:
            return collection(request, posts, base)
        if request.path == "/feed/":
            return xml(
                f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{items}</channel></rss>'.replace(
                    "{base}", base
                )
            )
        if request.path == "/wp-sitemap.xml":
            names = ("posts-post-1", "posts-page-1", "taxonomies-category-1", "users-1")
            return xml(
                "<sitemapindex>"
                + "".join(f"<sitemap><loc>{base}/wp-sitemap-{name}.xml</loc></sitemap>" for name in names)
                + "</sitemapindex>"
            )
        if request.path == "/wp-sitemap-posts-post-1.xml":
            return xml(f"<urlset>{address}</urlset>".replace("{base}", base))
        if request.path == "/robots.txt":
            return Response(
                200,
                {"Content-Type": "text/plain"},
                f"User-agent: *\nDisallow: /wp-admin/\nSitemap: {base}/wp-sitemap.xml\n".encode(),
            )
        return page("<h1>Halaman tidak ditemukan</h1>", 404)

    site.otherwise = otherwise
    return site


def collection(request: Request, posts: list[dict[str, object]], base: str) -> Response:
    """`wp-json/wp/v2/posts` with its paging and `modified_after`."""
    since = request.query.get("modified_after", "")[:19]
    chosen = [post for post in posts if str(post["modified_gmt"]) > since]
    size, number = int(request.query.get("per_page", 10)), int(request.query.get("page", 1))
    headers = {
        "Content-Type": "application/json",
        "X-WP-Total": str(len(chosen)),
        "X-WP-TotalPages": str(-(-len(chosen) // size)),
    }
    part = chosen[(number - 1) * size : number * size]
    return Response(200, headers, json.dumps(part).replace("{base}", base).encode())


def opensid(count: int, seed: int = 0) -> ServedSite:
    """Articles at /artikel/Y/M/D/slug without padding; every page names the home page as canonical; /feed, /sitemap."""
    news = make_news(count, seed)
    paths = {
        item.number: f"/artikel/{item.published.year}/{item.published.month}/{item.published.day}/{item.slug}"
        for item in news
    }
    site = ServedSite(news, paths)
    head = '<link rel="canonical" href="/"><link rel="alternate" type="application/rss+xml" href="/feed"><meta name="generator" content="OpenSID">'
    for item in news:
        inner = f'<div class="content"><h1>{e(item.title)}</h1><ul><li>{e(item.author)}</li><li>{long(item.published)} {item.published:%H:%M:%S} WIB</li><li>Dibaca {item.views} Kali</li></ul><div class="teks">{paragraphs(item)}</div></div>'
        site.answers[paths[item.number]] = frame(inner, head=head)
        site.answers[paths[item.number].replace(item.slug, str(item.number))] = site.answers[paths[item.number]]
    batches = pages_of(news, 8)
    for place, batch in enumerate(batches, 1):
        rows = "".join(
            f'<div class="artikel"><h3><a href="{paths[item.number]}">{e(item.title)}</a></h3><p><i class="fa fa-calendar"></i> {long(item.published)} <i class="fa fa-eye"></i> Dibaca {item.views} Kali</p><p>{e(item.body[0][:90])}...</p></div>'
            for item in batch
        )
        links = "".join(
            f'<li><a href="/index/{number}">{number}</a></li>'
            for number in range(1, len(batches) + 1)
            if number != place
        )
        answer = frame(
            f'<div class="daftar">{rows}</div><ul class="pagination">{links}</ul>',
            '<li><a href="/data-statistik/jenis-kelamin">Statistik</a></li>',
            head,
        )
        site.answers[f"/index/{place}"] = answer
        if place == 1:
            site.answers["/"] = answer
    return site


def joomla(count: int, seed: int = 0) -> ServedSite:
    """index.php/berita/ID-slug, ?start=N; print views and other query strings answer with the same article."""
    news = make_news(count, seed)
    paths = {item.number: f"/index.php/berita/{item.number + 100}-{item.slug}" for item in news}
    site = ServedSite(news, paths)
    head = '<meta name="generator" content="Joomla! - Open Source Content Management">'
    for item in news:
        inner = f'<div class="item-page"><h2 itemprop="headline">{e(item.title)}</h2><dl class="article-info"><dd>Ditulis oleh {e(item.author)}</dd><dd>Diterbitkan: {long(item.published)}</dd><dd>Dilihat: {item.views}</dd></dl><div itemprop="articleBody">{paragraphs(item)}</div><a href="{paths[item.number]}?tmpl=component&amp;print=1">Cetak</a></div>'
        answer = frame(inner, '<li><a href="/index.php/berita">Berita</a></li>', head)
        for query in ("", "?tmpl=component&print=1", "?start=0", "?lang=id"):
            site.answers[paths[item.number] + query] = answer
    batches = pages_of(news, 12)
    for place, batch in enumerate(batches, 1):
        rows = "".join(
            f'<div class="items-row"><h2><a href="{paths[item.number]}{"?lang=id" if item.number % 4 == 0 else ""}">{e(item.title)}</a></h2><dl><dd>Diterbitkan: {long(item.published)}</dd><dd>Dilihat: {item.views}</dd></dl><p>{e(item.body[0][:100])}</p><p class="readmore"><a href="{paths[item.number]}">Selengkapnya...</a></p></div>'
            for item in batch
        )
        links = "".join(
            f'<li><a href="/index.php/berita?start={number * 12}">{number + 1}</a></li>'
            for number in range(len(batches))
            if number + 1 != place
        )
        answer = frame(
            f'<div class="blog">{rows}<div class="pagination"><ul>{links}</ul></div></div>',
            '<li><a href="/index.php/berita">Berita</a></li>',
            head,
        )
        site.answers["/index.php/berita" if place == 1 else f"/index.php/berita?start={(place - 1) * 12}"] = answer
    first = "".join(f'<li><a href="{paths[item.number]}">{e(item.title)}</a></li>' for item in news[:5])
    site.answers["/"] = frame(
        f'<h3>Berita Terbaru</h3><ul>{first}</ul><a href="/index.php/berita">Lihat semua berita</a>',
        '<li><a href="/index.php/berita">Berita</a></li>',
        head,
    )
    return site


def lokomedia(count: int, seed: int = 0) -> ServedSite:
    """berita-ID-slug.html and semua-berita-hal-N; any further segment behind an article's address answers, too."""
    news = make_news(count, seed)
    paths = {item.number: f"/berita-{item.number + 700}-{item.slug}.html" for item in news}
    site = ServedSite(news, paths)
    for item in news:
        inner = f"<div id=kiri><h2>{e(item.title)}</h2><span>{full(item.published)} - {item.published:%H:%M:%S} WIB</span><br><span>Diposting oleh : {e(item.author)} - Dibaca: {item.views} kali</span>{paragraphs(item)}<a href='{paths[item.number]}/to_top'>ke atas</a></div>"
        answer = frame(inner, '<li><a href="/semua-berita.html">Berita</a></li>')
        for behind in ("", "/to_top", "/print"):
            site.answers[paths[item.number] + behind] = answer
    batches = pages_of(news, 6)
    for place, batch in enumerate(batches, 1):
        rows = "".join(
            f"<h4><a href='{paths[item.number]}{'/to_top' if item.number % 5 == 0 else ''}'>{e(item.title)}</a></h4><span>{full(item.published)}</span><p>{e(item.body[0][:110])} ...</p><hr>"
            for item in batch
        )
        onward = (
            f"<a href='/semua-berita-hal-{place + 1}.html'>Berikutnya &raquo;</a> <a href='/semua-berita-hal-{len(batches)}.html'>Terakhir</a>"
            if place < len(batches)
            else ""
        )
        numbers = " | ".join(
            f"<a href='/semua-berita-hal-{number}.html'>{number}</a>" if number != place else f"<b>{number}</b>"
            for number in range(1, len(batches) + 1)
        )
        answer = frame(
            f"<div id=kiri>{rows}<div class=paging>{numbers} {onward}</div></div>",
            '<li><a href="/semua-berita.html">Berita</a></li>',
        )
        site.answers[f"/semua-berita-hal-{place}.html"] = answer
        if place == 1:
            site.answers["/semua-berita.html"] = answer
    newest = "".join(
        f"<div><h4><a href='{paths[item.number]}'>{e(item.title)}</a></h4><p>{e(item.body[0][:80])}</p></div>"
        for item in news[:4]
    )
    site.answers["/"] = frame(
        f"<div id=kiri><h3>Berita Terkini</h3>{newest}<a href='/semua-berita.html'>Arsip Berita</a></div>",
        '<li><a href="/semua-berita.html">Berita</a></li>',
    )
    return site


def laravel(count: int, seed: int = 0) -> ServedSite:
    """/berita/slug with ?page=N; a gzipped sitemap with more than the news; listings by section that show the same."""
    news = make_news(count, seed)
    paths = {item.number: f"/berita/{item.slug}" for item in news}
    site = ServedSite(news, paths)
    menu = '<li><a href="/berita">Berita</a></li><li><a href="/berita/kategori/kesehatan">Kesehatan</a></li>'
    for item in news:
        inner = f'<section><div class="container"><h1>{e(item.title)}</h1><div class="meta"><span>{e(item.author)}</span> <span>{short(item.published)}</span> <span>{item.views}x Dilihat</span></div><div class="isi">{paragraphs(item)}</div><a href="{paths[item.number]}?ref=wa">Bagikan</a></div></section>'
        for query in ("", "?ref=wa", "?page=1"):
            site.answers[paths[item.number] + query] = frame(inner, menu)

    def lay(path: str, chosen: list[News]) -> None:
        batches = pages_of(chosen, 9)
        for place, batch in enumerate(batches, 1):
            cards = "".join(
                f'<div class="card"><a href="{paths[item.number]}"><h5>{e(item.title)}</h5></a><small>{e(item.author)} | {short(item.published)} | {item.views}x Dilihat</small></div>'
                for item in batch
            )
            links = "".join(
                f'<li class="page-item"><a class="page-link" href="{path}?page={number}">{number}</a></li>'
                for number in range(1, len(batches) + 1)
                if number != place
            )
            answer = frame(f'<div class="row">{cards}</div><ul class="pagination">{links}</ul>', menu)
            site.answers[path if place == 1 else f"{path}?page={place}"] = answer

    lay("/berita", news)
    for section in {item.section for item in news}:
        lay(f"/berita/kategori/{section.lower()}", [item for item in news if item.section == section])
    cards = "".join(
        f'<div class="card"><a href="{paths[item.number]}"><h5>{e(item.title)}</h5></a><small>{short(item.published)}</small></div>'
        for item in news[:3]
    )
    site.answers["/"] = frame(f'<div class="row">{cards}</div><a href="/berita">Berita lainnya</a>', menu)
    static = ["/profil/visi-misi", "/layanan", "/kontak"]
    for path in static:
        site.answers[path] = frame(
            "<h1>Visi dan Misi Kabupaten Sukamaju</h1><p>Terwujudnya masyarakat yang sejahtera, adil, makmur dan berkelanjutan sesuai amanat.</p>",
            menu,
        )

    def otherwise(request: Request) -> Response:
        base = f"http://{request.headers.get('host', '')}"
        if request.path == "/sitemap.xml":
            places = "".join(f"<url><loc>{base}{path}</loc></url>" for path in [*static, *paths.values()])
            return Response(
                200, {"Content-Type": "application/xml"}, gzip.compress(f"<urlset>{places}</urlset>".encode())
            )
        return page("<h1>404 | Not Found</h1>", 404)

    site.otherwise = otherwise
    return site


SYSTEMS: dict[str, Callable[..., ServedSite]] = {
    "wordpress": wordpress,
    "opensid": opensid,
    "joomla": joomla,
    "lokomedia": lokomedia,
    "laravel": laravel,
}
