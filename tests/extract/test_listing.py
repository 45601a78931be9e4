"""Listings: every entry exact, and the next page never a guess."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from blitar_scraper.extract import Page, extract_listing
from blitar_scraper.items import Listing, Site
from tests.pages.listings import make_listing

SITE = Site("sukamajukab", "Kabupaten Sukamaju", "https://www.sukamajukab.go.id/", "Asia/Jakarta")
SEEN_AT = datetime(2025, 10, 7, 3, 15, tzinfo=UTC)
HERE = "https://www.sukamajukab.go.id/berita"


def read(html: str, url: str | None = HERE) -> Listing:
    return extract_listing(Page(html.encode(), url, "text/html; charset=utf-8"), SITE, seen_at=SEEN_AT)


def page(inner: str) -> str:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{inner}</body></html>'


ENTRIES = "".join(
    f'<article><h3><a href="/berita/judul-nomor-{n}">Judul berita yang ke {n}</a></h3><p>{n} Mei 2024</p></article>'
    for n in range(1, 6)
)


@pytest.mark.parametrize("seed", range(150))
def test_entries_and_next_page_of_generated_listings_are_exact(seed: int) -> None:
    made = make_listing(seed)
    listing = read(made.html, made.url)
    got = [
        {
            "url": e.url,
            "title": e.title,
            "author": e.author,
            "published_at": e.published_at,
            "views": e.views,
        }
        for e in listing.entries
    ]
    assert got == made.entries, made.recipe
    assert listing.next_url == made.next_url, made.recipe


def test_the_known_line_of_2019_gives_a_view_count_without_fetching_the_article() -> None:
    html = page(
        '<div><h4><a href="/berita/kupatan">Makna Hari Raya Kupatan</a></h4><p>by Admin Kota | 10 May 2019 | 3648x Dilihat</p>'
        '</div><div><h4><a href="/berita/dpt">KPU Tetapkan DPT Pemilu</a></h4><p>by Admin Kota | 9 May 2019 | 12x Dilihat</p></div>'
    )
    first = read(html).entries[0]
    assert (first.author, first.published_at, first.views) == ("Admin Kota", "2019-05-10", 3648)
    assert first.views_raw == "3648x Dilihat"


@pytest.mark.parametrize(
    "links",
    [
        '<a rel="next" href="/berita/judul-nomor-2">Berikutnya</a>',
        '<a href="/berita/judul-nomor-2">Selanjutnya &raquo;</a>',
        '<a href="#">2</a> <a href="javascript:next()">&raquo;</a>',
        '<div class="pagination"><a href="?page=40">&raquo;</a></div>',
        '<a href="?page=40">Terakhir</a>',
        '<a href="https://lain.example/berita?page=2">2</a>',
    ],
    ids=["rel-next-article", "next-article", "script-only", "arrow-to-last", "last", "other-host"],
)
def test_what_is_no_next_page_is_not_taken_for_one(links: str) -> None:
    assert read(page(ENTRIES + links)).next_url is None


def test_the_menu_the_footer_and_the_home_page_are_no_entries() -> None:
    menu = "<nav><a href='/profil/visi-dan-misi-daerah'>Visi dan Misi Daerah Kami</a><a href='/'>Beranda situs kami</a></nav>"
    footer = "<footer><a href='/kebijakan-privasi-situs-web'>Kebijakan privasi situs web</a></footer>"
    listing = read(page(menu + ENTRIES + footer))
    assert [entry.title for entry in listing.entries] == [f"Judul berita yang ke {n}" for n in range(1, 6)]


def test_the_popular_list_is_apart_from_the_entries() -> None:
    popular = '<div><h4>Berita Populer</h4><ul><li><a href="/berita/makna-kupatan">Makna Hari Raya Kupatan</a></li></ul></div>'
    listing = read(page(ENTRIES + popular))
    assert len(listing.entries) == 5
    assert [(entry.rank, entry.title) for entry in listing.popular] == [(1, "Makna Hari Raya Kupatan")]


def test_a_page_without_links_says_so() -> None:
    listing = read(page("<p>Belum ada berita.</p>"))
    assert listing.entries == () and [problem.problem for problem in listing.problems] == ["listing-empty"]


def test_a_listing_whose_address_is_not_known_still_finds_its_next_page() -> None:
    base = "https://www.sukamajukab.go.id/berita?page="
    pager = f'<a href="{base}1">1</a> <b>2</b> <a href="{base}3">3</a> <a href="{base}9">9</a>'
    html = page(ENTRIES.replace('href="/', 'href="https://www.sukamajukab.go.id/') + pager)
    assert read(html, None).next_url == base + "3"


def test_a_card_that_is_one_link_keeps_its_own_facts() -> None:
    cards = "".join(
        f'<a class="list-group-item" href="/berita/judul-nomor-{n}"><h4>Judul berita yang ke {n}</h4>'
        f'<span>{n} Mei 2024</span> <span><i class="fa fa-eye"></i> {n}00</span></a>'
        for n in range(1, 6)
    )
    entries = read(page(f'<div class="list-group">{cards}</div>')).entries
    assert [(e.published_at, e.views) for e in entries] == [(f"2024-05-0{n}", n * 100) for n in range(1, 6)]


@pytest.mark.parametrize("number", [1, 2])
def test_the_only_entry_of_a_page_is_read_like_one_of_several(number: int) -> None:
    menu = "".join(
        f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("Beranda", "Berita", "Layanan", "PPID")
    )
    rows = "".join(
        f'<div class="items-row"><h2><a href="/berita/judul-nomor-{n}">Judul berita yang ke {n}</a></h2>'
        f"<dl><dd>Diterbitkan: {n} Mei 2024</dd><dd>Dilihat: {n}00</dd></dl><p>Hujan deras yang mengguyur wilayah kabupaten sejak Selasa malam membuat sungai meluap ke jalan</p></div>"
        for n in range(1, number + 1)
    )
    html = page(
        '<div id="page"><header><p>Pemerintah Kabupaten Sukamaju</p>'
        f'<nav><ul>{menu}</ul></nav></header><main><div class="daftar">{rows}</div></main>'
        "<aside><p>Jam kerja: 07.30</p></aside><footer><p>Hak cipta 2025 Pemkab Sukamaju</p></footer></div>"
    )
    first = read(html).entries[0]
    assert (first.published_at, first.views, first.author) == ("2024-05-01", 100, None)


def test_a_link_to_a_section_beside_the_date_is_no_author() -> None:
    entries = "".join(
        f'<div><a href="/berita/index?kategori={n}-pemda">Pemda DIY</a> <a href="/berita/judul-nomor-{n}">Judul berita yang ke {n}</a>'
        f"<div>{author}</div><div>{n} Mei 2024</div></div>"
        for n, author in enumerate(("by <a href='/search'>Editor</a>", "by <a href='/search'>Humas</a>", ""), 1)
    )
    found = read(page(entries)).entries
    assert [entry.author for entry in found] == ["Editor", "Humas", None]
    assert [entry.section for entry in found[:2]] == ["Pemda DIY", "Pemda DIY"]


@pytest.mark.parametrize("heading", ["Suara Pembaca", "Buku Tamu"])
def test_what_readers_write_is_no_news(heading: str) -> None:
    letters = "".join(
        f'<li><a href="/berita/surat-ke-{n}">Kapan jalan kami diperbaiki?</a> Dikirim : warga</li>' for n in range(1, 4)
    )
    found = read(page(f"<div>{ENTRIES}</div><div><h2>{heading}</h2><ul>{letters}</ul></div>")).entries
    assert [entry.title for entry in found] == [f"Judul berita yang ke {n}" for n in range(1, 6)]


@pytest.mark.parametrize("heading", ["Berita Populer", "Berita Terkait"])
def test_the_last_entry_takes_nothing_from_the_box_that_follows(heading: str) -> None:
    entries = "".join(f'<div><a href="/berita/judul-nomor-{n}">Judul berita yang ke {n}</a></div>' for n in range(1, 6))
    box = f'<div><h4>{heading}</h4><ul><li><a href="/berita/lama">Sejarah Hari Jadi Daerah</a> 01 Jan 2020</li></ul></div>'
    last = read(page(entries + box)).entries[4]
    assert (last.title, last.published_at, last.author) == ("Judul berita yang ke 5", None, None)


@pytest.mark.parametrize(
    ("links", "following"),
    [
        ('<div><a href="/berita/index/10">Selanjutnya</a></div>', "/berita/index/10"),
        ('<a class="btn" href="/berita?offset=6">Muat Lebih Banyak</a>', "/berita?offset=6"),
        ('<b>1</b> <a href="/berita-2.html">2</a> <a href="/berita-2.html">Next</a>', "/berita-2.html"),
    ],
    ids=["path-offset", "load-more", "number-and-next"],
)
def test_the_next_page_is_found_without_a_word_of_paging(links: str, following: str) -> None:
    listing = read(page(ENTRIES + links))
    assert listing.next_url == "https://www.sukamajukab.go.id" + following
    assert len(listing.entries) == 5


def test_a_title_of_two_words_is_one_where_it_stands_as_the_others_do() -> None:
    titles = (
        "Apel Pagi",
        "Bupati Tinjau Posyandu Mawar",
        "Wakil Bupati Buka Musyawarah Desa",
        "Jadwal Musrenbang Kecamatan",
    )
    rows = "".join(
        f'<article><h2 class="t"><a href="/news/x-{n}">{title}</a></h2></article>' for n, title in enumerate(titles)
    )
    other = '<h2><a href="/profil/x">Profil Daerah</a></h2><p><a href="/news/y">Cetak Halaman</a></p>'
    assert [entry.title for entry in read(page(rows + other)).entries] == list(titles)


def test_the_day_of_the_last_change_in_plones_spelling_is_no_day_of_publication() -> None:
    rows = "".join(
        f'<article><h2><a href="/news/x-{n}">Bupati Tinjau Posyandu Mawar {n}</a></h2><div><span>oleh <a href="/author/h">Humas Setda</a></span> &mdash; Diperbaharuai terakhir 2025-09-{n} 04:19</div></article>'
        for n in (11, 12, 13)
    )
    assert [(entry.author, entry.published_at) for entry in read(page(rows)).entries] == [("Humas Setda", None)] * 3
