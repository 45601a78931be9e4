"""Of several days in a byline that of publication counts: not when the article was begun, nor when it was changed."""
# ruff: noqa: E501 -- markup reads better unbroken

from datetime import UTC, datetime

import pytest

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Site

SITE = Site("kota", "Kota Contoh", "https://kota.go.id/", "Asia/Jakarta")
TEXT = (
    "<p>Kota Contoh – Warga Kelurahan Gedog memanen padi bersama Dinas Ketahanan Pangan pada akhir pekan lalu di sawah."
    "</p><p>Kegiatan itu diikuti oleh seratus warga dan berlangsung meriah sejak pagi hingga siang hari.</p>"
)


def read(byline):
    page = (
        "<html><head><title>Kota Contoh</title></head><body><nav><a href='/'>Beranda</a> <a href='/profil'>Profil</a></nav>"
        f"<main><h1>Panen Raya Padi di Kelurahan Gedog</h1>{byline}<div>{TEXT}</div></main></body></html>"
    )
    url = "https://kota.go.id/berita/panen-raya-padi-di-kelurahan-gedog"
    article = extract_article(Page(page.encode(), url), SITE, seen_at=datetime(2026, 3, 1, tzinfo=UTC)).article
    assert article is not None and article.body is not None
    assert len(article.body.splitlines()) == 2
    return article.author, article.published_at, article.views


def items(tag, *texts):
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


DETAILS = ("Ditulis oleh Siti Aminah", "Dibuat: 26 September 2024", "Diterbitkan: 27 September 2024")


@pytest.mark.parametrize("inside", [("ul", "li"), ("dl", "dd"), ("div", "span"), ("div", "p")])
@pytest.mark.parametrize(
    "changed", ["Terakhir Diperbaharui: 30 September 2024", "Perubahan terakhir: Senin, 30 September 2024"]
)
def test_details_with_three_days_give_the_day_of_publication(inside, changed):
    box, tag = inside
    listed = items(tag, *DETAILS, changed, "Dilihat: 1.234")
    assert read(f"<{box} class='article-info'>{listed}</{box}>") == ("Siti Aminah", "2024-09-27", 1234)


def test_a_day_of_beginning_alone_is_that_of_publication():
    assert read("<p>Dibuat: 26 September 2024</p>")[1] == "2024-09-26"


@pytest.mark.parametrize(
    "changed", ["perubahan terakhir", "terakhir diedit", "pemutakhiran terakhir", "revisi terakhir"]
)
def test_a_change_in_the_same_line_is_no_second_publication(changed):
    byline = f"<p>oleh Siti Aminah — terbit 27/09/2024 10:30, {changed} 30/09/2024 08:15</p>"
    assert read(byline)[:2] == ("Siti Aminah", "2024-09-27T10:30+07:00")


@pytest.mark.parametrize("byline", ["oleh Siti Aminah dalam {} pada {}", "{1} oleh Siti Aminah dalam {0}"])
def test_the_word_before_the_section_is_no_part_of_the_name(byline):
    section = "<a href='/kategori/berita'>Berita</a>"
    assert read(f"<p>{byline.format(section, '27 September 2024')}</p>")[:2] == ("Siti Aminah", "2024-09-27")
