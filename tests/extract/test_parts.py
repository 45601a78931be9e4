"""The further pages of an article that is split over several are found, and what is none is left alone."""

from datetime import UTC, datetime

import pytest

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.extract.parts import further_parts
from blitar_scraper.items import Site

SITE = Site(id="kota", name="Kota Blitar", home_url="https://www.kota.go.id/", timezone="Asia/Jakarta")
URL = "https://www.kota.go.id/2024/09/27/panen-raya-padi/"
TEXTS = (
    "Warga Kelurahan Gedog memanen padi bersama Dinas Ketahanan Pangan pada akhir pekan lalu di sawah bengkok.",
    "Hasil panen tahun ini naik dibandingkan dengan tahun lalu karena air irigasi mengalir lancar sepanjang musim.",
    "Panen berikutnya direncanakan pada awal musim hujan dan akan diikuti oleh kelompok tani dari tiga kecamatan.",
)


def page(body: str, url: str | None = URL, title: str = "Panen Raya Padi di Gedog") -> Page:
    byline = "<p>Oleh Siti Aminah, 27 September 2024</p>"
    html = f"<html><body><main><article><h1>{title}</h1>{byline}{body}</article></main></body></html>"
    return Page(html.encode(), url)


def pager(*links: str) -> str:
    return f'<p class="page-links">Halaman: <span>1</span> {" ".join(links)}</p>'


def link(href: str, text: str) -> str:
    return f'<a href="{href}">{text}</a>'


def test_pages_behind_the_address_are_the_articles_parts_in_order():
    body = pager(link(f"{URL}3/", "3"), link(f"{URL}2/", "Halaman 2"))
    assert further_parts(page(body)) == (f"{URL}2/", f"{URL}3/")


def test_an_address_with_a_query_counts_in_a_parameter():
    url = "https://www.kota.go.id/?p=119"
    assert further_parts(page(pager(link("/?p=119&page=2", "2")), url)) == ("https://www.kota.go.id/?p=119&page=2",)


@pytest.mark.parametrize(
    "body",
    [
        pager(link(f"{URL}comment-page-2/#comments", "2")),
        pager(link("https://www.kota.go.id/berita/2/", "2")),
        pager(link(f"{URL}2/", "Panen Kedua")),
        pager(link(f"{URL}3/", "3")),  # the second is missing: counted by something else
        pager(link(f"{URL}2/", "3")),
        pager(link("https://www.lain.go.id/2024/09/27/panen-raya-padi/2/", "2")),
        f'<div id="comments">{link(f"{URL}2/", "2")}</div>',
        "<p>2</p>",
    ],
)
def test_other_numbers_are_no_parts(body):
    assert further_parts(page(body)) == ()


def test_a_further_part_and_a_page_without_address_have_none():
    assert further_parts(page(pager(link(URL, "1"), link(f"{URL}3/", "3")), f"{URL}2/")) == ()
    assert further_parts(page(pager(link(f"{URL}2/", "2")), None)) == ()


def test_hostile_numbers_of_links_are_no_burden():
    many = "".join(link(f"{URL}{number}/", str(number)) for number in range(2, 3000))
    assert len(further_parts(page(many))) == 19


def body_of(*parts: Page) -> list[str]:
    first = page(f"<p>{TEXTS[0]}</p>{pager(link(f'{URL}2/', '2'), link(f'{URL}3/', '3'))}")
    article = extract_article(first, SITE, seen_at=datetime(2024, 9, 28, tzinfo=UTC), parts=parts).article
    assert article is not None and article.body is not None
    return article.body.split("\n")


def test_the_text_of_all_parts_is_joined():
    parts = [page(f"<p>{TEXTS[number]}</p>", f"{URL}{number + 1}/") for number in (1, 2)]
    assert [line for line in body_of(*parts) if not line.startswith("Halaman")] == list(TEXTS)


def test_another_article_or_the_first_page_again_is_not_joined():
    other = page(f"<p>{TEXTS[1]}</p>", f"{URL}2/", title="Pasar Murah Digelar di Kecamatan")
    again = page(f"<p>{TEXTS[0]}</p>", f"{URL}2/")
    assert body_of(other) == body_of(again) == body_of()
