"""What a home page names as the places of its news."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blitar_scraper.extract.listing_score import listing_score
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.sources import MOST_LISTINGS, Sources, find_sources

HOME = "https://www.x.go.id/"


def read(body: str, head: str = "", url: str | None = HOME, headers: dict[str, str] | None = None) -> Sources:
    text = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return find_sources(Page(text.encode(), url, "text/html"), headers)


WORDPRESS_HEAD = """<title>Kabupaten X</title>
<link rel="alternate" type="application/rss+xml" title="Kabupaten X &raquo; Feed" href="https://www.x.go.id/feed/" />
<link rel="alternate" type="application/rss+xml" title="Kabupaten X &raquo; Umpan Komentar" href="https://www.x.go.id/comments/feed/" />
<link rel="https://api.w.org/" href="https://www.x.go.id/wp-json/" />
<link rel="alternate" title="JSON" type="application/json" href="https://www.x.go.id/wp-json/wp/v2/pages/12" />
<link rel="EditURI" type="application/rsd+xml" title="RSD" href="https://www.x.go.id/xmlrpc.php?rsd" />"""
MENU = """<nav><ul>
<li><a href="/">Beranda</a></li>
<li><a href="#">Profil <span class="caret"></span></a><ul><li><a href="/profil/visi-misi">Visi dan Misi</a></li><li><a href="/sambutan">Sambutan</a></li></ul></li>
<li><a href="javascript:void(0)">Informasi</a><ul>
  <li><a href="/category/berita/">Berita <i class="fa fa-angle-right"></i></a></li>
  <li><a href="/category/pengumuman/">Pengumuman</a></li>
  <li><a href="/agenda/">Agenda</a></li></ul></li>
<li><a href="/galeri-foto">Galeri Foto</a></li><li><a href="/informasi-publik">Informasi Publik</a></li>
<li><a href="https://ppid.x.go.id/berita">Berita PPID</a></li>
<li><a href="/unduh">Download</a></li></ul></nav>
<main><h2>Berita Terkini</h2>
<article><h3><a href="/2024/09/27/bupati-resmikan-pasar/">Bupati Resmikan Pasar</a></h3><a href="/2024/09/27/bupati-resmikan-pasar/">Selengkapnya</a></article>
<article><h3><a href="/kabar-gembira-bagi-warga-kota-x/">Kabar Gembira</a></h3></article>
<a class="btn" href="https://x.go.id/category/berita/">Lihat Semua Berita</a></main>"""


def test_wordpress():
    assert read(MENU, WORDPRESS_HEAD) == Sources(
        rest="https://www.x.go.id/wp-json/wp/v2/posts",
        feeds=("https://www.x.go.id/feed/",),
        listings=("https://x.go.id/category/berita/", "https://www.x.go.id/category/pengumuman/"),
    )


@pytest.mark.parametrize(
    ("href", "rest"),
    [
        ("https://www.x.go.id/index.php/wp-json/", "https://www.x.go.id/index.php/wp-json/wp/v2/posts"),
        ("https://www.x.go.id/index.php?rest_route=/", "https://www.x.go.id/index.php?rest_route=/wp/v2/posts"),
        ("/berita/wp-json", "https://www.x.go.id/berita/wp-json/wp/v2/posts"),
        ("https://lain.go.id/wp-json/", None),
    ],
)
def test_the_root_of_the_rest_interface(href: str, rest: str | None):
    assert read("", f"<link rel='https://api.w.org/' href='{href}' />").rest == rest
    assert read("", headers={"link": f'<{href}>; rel="https://api.w.org/", <{HOME}>; rel=shortlink'}).rest == rest


def test_a_link_header_of_another_kind_names_nothing():
    assert read("", headers={"Link": f'<{HOME}a.css>; rel=preload, <{HOME}>; rel="shortlink"'}).rest is None


def test_opensid_names_its_sitemap_as_its_feed():
    sources = read(
        '<ul><li><a href="https://www.x.go.id/artikel/kategori/berita-desa">Berita Desa</a></li><li><a href="/first/kategori/4">Berita Lokal</a></li>'
        '<li><a href="/artikel/2024/9/27/musyawarah-desa">Musyawarah Desa</a></li><li><a href="/arsip">Arsip Artikel</a></li></ul>',
        '<link rel="canonical" href="https://www.x.go.id/"/><link rel="alternate" type="application/rss+xml" title="Feed Desa X" href="https://www.x.go.id/sitemap"/>',
    )
    assert sources.feeds == () and sources.sitemaps == ("https://www.x.go.id/sitemap",)
    assert sources.listings == (
        "https://www.x.go.id/artikel/kategori/berita-desa",
        "https://www.x.go.id/arsip",
        "https://www.x.go.id/first/kategori/4",
    )


def test_joomla_names_one_feed_twice():
    sources = read(
        '<a href="/index.php/berita">Berita</a><a href="/index.php/berita/81-bupati-resmikan-pasar">Bupati</a>',
        '<link href="/index.php/berita?format=feed&amp;type=rss" rel="alternate" type="application/rss+xml" title="RSS 2.0" />'
        '<link href="/index.php/berita?format=feed&amp;type=atom" rel="alternate" type="application/atom+xml" title="Atom 1.0" />',
    )
    assert sources.feeds == ("https://www.x.go.id/index.php/berita?format=feed&type=rss",)
    assert sources.listings == ("https://www.x.go.id/index.php/berita",)


def test_lokomedia_with_addresses_of_one_script():
    sources = read(
        '<a href="media.php?module=home">Home</a><a href="media.php?module=semuaberita">Berita</a><a href="media.php?module=semuaagenda">Agenda</a>'
        '<a href="media.php?module=detailberita&amp;id=27">Selengkapnya</a><a href="kategori-2-ekonomi.html">Ekonomi</a><a href="rss.xml"><img src="rss.gif"></a>'
    )
    assert sources.listings == ("https://www.x.go.id/media.php?module=semuaberita",)
    assert sources.feeds == ("https://www.x.go.id/rss.xml",)


def test_feeds_of_comments_of_one_article_or_of_another_site_are_none():
    links = (
        '<link rel="alternate" type="application/rss+xml" title="Judul Comments Feed" href="/2024/09/27/judul/feed/">'
        '<link rel="alternate" type="application/rss+xml" href="/bupati-resmikan-pasar-legi/feed/">'
        '<link rel="alternate" type="application/atom+xml" href="/feeds/123/comments/default">'
        '<link rel="alternate" type="application/rss+xml" href="https://lain.go.id/feed">'
        '<link rel="alternate" hreflang="en" href="/en/feed">'
    )
    assert read('<a href="/berita/umpan">Feed</a>', links).feeds == ()


def test_the_feed_of_the_whole_site_comes_first():
    sources = read('<a href="/kategori/berita/feed">RSS</a><a href="/rss">RSS</a><a href="/rss">RSS</a>')
    assert sources.feeds == ("https://www.x.go.id/rss", "https://www.x.go.id/kategori/berita/feed")


def test_sitemaps_that_the_page_links_to():
    sources = read(
        '<a href="/sitemap">Peta Situs</a><a href="/sitemap.xml">XML</a>',
        '<link rel="sitemap" href="/sitemap_index.xml">',
    )
    assert sources.sitemaps == ("https://www.x.go.id/sitemap_index.xml", "https://www.x.go.id/sitemap.xml")


LISTINGS = """
berita /berita | berita /index.php/berita | news /en/news | kabar /kabar | warta kota /warta | blog /blog | artikel /artikel
siaran pers /siaran-pers | berita terkini /kategori/berita-terkini | berita daerah /category/berita-daerah | berita /informasi/berita
berita /content/12 | berita /?cat=1 | berita kominfo /kategori/kominfo | berita ekonomi /berita/ekonomi | kegiatan /kegiatan
lihat semua berita /berita | selengkapnya /berita | indeks berita /indeks-berita.html | indeks /indeks | berita lainnya /p/12
berita /index.php?option=com_content&view=category&id=8 | berita /berita/index | semua berita /semua-berita | pengumuman /pengumuman
"""
NONE = """
beranda / | profil /profil | agenda /agenda | galeri /galeri | berita foto /berita-foto | video /video | unduhan /unduhan | ppid /ppid
informasi publik /informasi-publik | ekonomi /kategori/ekonomi | bupati resmikan pasar /berita/bupati-resmikan | kontak /kontak
selengkapnya /berita/judul-berita-satu-dua | selengkapnya /berita/123 | baca selengkapnya /berita/detail/x | kabar /2024/09/27/kabar
tag /tag/berita | berita populer /berita | login /login | berita /berita.pdf | layanan /layanan | berita acara /berita-acara | kota /kota
berita /index.php?option=com_content&view=article&id=8 | berita /berita?page=2 | berita duka /berita-duka
"""


def pairs(text: str) -> list[tuple[str, str]]:
    entries = [entry.strip() for line in text.strip().splitlines() for entry in line.split("|")]
    return [(words, f"https://x.go.id{path}") for words, _, path in (entry.rpartition(" ") for entry in entries)]


@pytest.mark.parametrize(("words", "url"), pairs(LISTINGS))
def test_a_list_of_news(words: str, url: str):
    assert listing_score(words, url) > 0


@pytest.mark.parametrize(("words", "url"), pairs(NONE))
def test_no_list_of_news(words: str, url: str):
    assert listing_score(words, url) == 0


def test_the_likeliest_come_first_and_only_ten():
    body = '<a href="/pengumuman">Pengumuman</a><a href="/kegiatan">Kegiatan</a><a href="/berita">Berita</a>'
    body += "".join(f'<a href="/kategori/{n}">Berita {n}</a>' for n in "abcdefghijklmn")
    listings = read(body).listings
    assert listings[0] == "https://www.x.go.id/berita" and len(listings) == MOST_LISTINGS
    assert "https://www.x.go.id/pengumuman" not in listings


def test_a_picture_says_what_its_alternative_says():
    assert read('<a href="/c/9"><img src="b.png" alt="Berita Terkini"></a>').listings == ("https://www.x.go.id/c/9",)


def test_the_same_list_named_twice_is_one():
    assert len(read('<a href="/berita">Berita</a><a href="http://x.go.id/berita/">Berita Terbaru</a>').listings) == 1


@pytest.mark.parametrize("body", [b"", b"\x89PNG", b"{}", b"<a href='http://['>Berita</a>"])
def test_a_page_that_names_nothing(body: bytes):
    assert find_sources(Page(body, HOME)) == Sources()


@pytest.mark.parametrize(
    "body",
    [
        "<a href='/berita'>Berita</a>" * 200_000,
        "<a href=/x>" * 300_000,
        "<b>" * 400_000,
        "<a href='/" + "a-" * 2_000_000 + "'>Berita</a>",
    ],
    ids=["links", "open links", "deep", "long address"],
)
def test_no_page_takes_long(body: str):
    started = time.process_time()
    read(body)
    assert time.process_time() - started < 5


PIECES = st.sampled_from(
    "<a\xa0href='/berita'> </a> Berita <link\xa0rel=alternate\xa0type=application/rss+xml\xa0href=/feed> <link\xa0rel='https://api.w.org/'\xa0href='::'>"
    " <a\xa0href='/?cat=1&cat=2'> <a\xa0href='//['> <base\xa0href='::'> <img\xa0alt=Berita> &#xd800; \x00 Semua".split(
        " "
    )
)


@settings(max_examples=200, deadline=None)
@given(
    text=st.lists(PIECES | st.text(max_size=8), max_size=30).map(" ".join),
    body=st.binary(max_size=100),
    link=st.text(max_size=30),
    url=st.sampled_from([HOME, None]),
)
def test_nothing_raises(text: str, body: bytes, link: str, url: str | None):
    for hostile in (text.encode("utf-8", "surrogatepass"), body):
        sources = find_sources(Page(hostile, url), {"Link": link, "link": f"<{link}>; rel='https://api.w.org/'"})
        assert all(listing.startswith("http") for listing in sources.listings + sources.feeds)
