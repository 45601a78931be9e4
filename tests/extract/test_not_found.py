"""What a page says with status 200 when there is nothing at its address, and what only looks like it."""

import pytest

from blitar_scraper.extract import Page
from blitar_scraper.extract.not_found import says_not_found

LINE = (
    "Wali kota meresmikan pasar baru yang dibangun dengan anggaran sebesar lima miliar rupiah dan dapat menampung "
    "ratusan pedagang dari semua kelurahan, dengan harapan agar roda ekonomi warga terus bergerak naik dan memberi "
    "manfaat yang luas bagi semua yang tinggal di kota ini maupun di sekitarnya."
)


def said(body, title="Dinas Kominfo"):
    markup = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return says_not_found(Page(markup.encode(), "https://x.go.id/berita/1", "text/html; charset=utf-8"))


@pytest.mark.parametrize(
    "heading", ["404", "404 | Not Found", "Halaman tidak ditemukan", "Maaf, berita yang Anda cari tidak ditemukan!"]
)
def test_a_heading_or_title_that_says_so_is_believed(heading):
    assert said(f"<nav>Beranda</nav><h1>{heading}</h1><p>Silakan kembali ke beranda.</p>") is not None
    assert said("<p>Silakan kembali ke beranda.</p>", title=heading) is not None


def test_a_page_that_tells_more_is_no_such_page_whether_in_paragraphs_or_lines():
    assert said(f"<h1>Tidak ditemukan</h1><p>{LINE}</p>") is None
    assert said(f"<h1>Pasar baru</h1><div>{LINE}<br><br>{LINE}</div><h3>Data tidak ditemukan</h3>") is None


@pytest.mark.parametrize("beside", ["<aside>{}</aside>", '<div class="sidebar">{}</div>', "<footer>{}</footer>"])
def test_an_empty_box_beside_a_short_article_says_nothing_of_it(beside):
    box = beside.format("<h3>Agenda</h3><h3>Data tidak ditemukan</h3>")
    assert said(f"<h1>Pasar libur pada hari Senin</h1><div>Pasar buka lagi pada hari Selasa.</div>{box}") is None


def test_titles_that_contain_the_words_are_titles():
    assert said("<h1>Korban banjir tidak ditemukan setelah dicari tiga hari</h1><p>Pencarian dihentikan.</p>") is None
