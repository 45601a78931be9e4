"""What a site's menu and its box of events name is no news, wherever else it is named; titles in a menu are."""

from blitar_scraper.extract import Page
from blitar_scraper.extract.site_pages import site_pages
from blitar_scraper.items import Listing, Site, Witness

SITE = Site("desa", "Desa", "https://desa.id/")


def beside(body, *entries):
    page = Page(f"<html><body>{body}</body></html>".encode(), "https://desa.id/", "text/html; charset=utf-8")
    return site_pages(page, SITE, Listing(tuple(Witness("listing", url) for url in entries)))


def test_a_short_name_in_the_menu_is_a_page_of_the_site():
    found = beside('<nav><ul><li><a href="/artikel/2016/8/24/sejarah">Sejarah Desa</a></li></ul></nav><p>Teks</p>')
    assert found == {"desa.id/artikel/2016/8/24/sejarah"}


def test_a_title_in_a_menu_that_unfolds_news_is_an_article():
    title = "Bupati Buka Musyawarah Perencanaan Pembangunan Desa"
    assert not beside(f'<nav><a href="/artikel/2026/1/2/bupati-buka">{title}</a></nav>')


def test_a_short_title_among_long_ones_is_a_title_too():
    titles = ("Apel Pagi", "Wakil Bupati Hadiri Sosialisasi Satu Data Indonesia di Kalibaru")
    links = "".join(f'<li><a href="/news/{number}-x">{title}</a></li>' for number, title in enumerate(titles))
    assert beside(f'<nav><ul><li><a href="/profil">Profil</a></li>{links}</ul></nav>') == {"desa.id/profil"}


def test_what_the_page_itself_lists_is_an_article_though_the_menu_names_it():
    menu = '<nav><a href="/berita/1">Upacara Hari Jadi</a></nav>'
    assert beside(menu) == {"desa.id/berita/1"}
    assert not beside(menu, "https://desa.id/berita/1")


def test_an_event_in_its_box_is_no_article_however_long_its_name():
    event = '<tr><td><a href="/artikel/9">Musyawarah Desa Penetapan Anggaran dan Belanja</a></td></tr>'
    box = f'<div class="box"><h3>Agenda</h3><table>{event}<tr><td>Waktu: 09.00</td></tr></table></div>'
    assert beside(box) == {"desa.id/artikel/9"}


def test_links_to_other_sites_and_of_the_text_are_left_alone():
    assert not beside(
        '<nav><a href="https://kab.go.id/ppid">PPID</a></nav><p><a href="/artikel/3">Baca di sini</a></p>'
    )


def test_a_page_that_is_none_has_nothing_beside():
    assert not site_pages(Page(b"", "https://desa.id/", None), SITE, Listing(()))
