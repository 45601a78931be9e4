"""Who is believed: what readers see outranks what only machines see, and what is not certain is null."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Article, Reading, Site, Witness

SITE = Site("x", "Kota Sukamaju", "https://x.go.id/", "Asia/Jakarta")
SEEN_AT = datetime(2025, 10, 7, 3, 15, tzinfo=UTC)
URL = "https://x.go.id/berita/judul-berita-yang-dibaca"


def read(head: str = "", byline: str = "", url: str | None = URL, witnesses: tuple[Witness, ...] = ()) -> Reading:
    html = (
        f"<html><head>{head}</head><body><h1>Judul Berita yang Dibaca</h1><p>{byline}</p><div><p>Paragraf pertama dari "
        "berita ini cukup panjang untuk dibaca sebagai teks.</p><p>Paragraf kedua juga begitu, dan berita ini selesai."
        "</p></div></body></html>"
    )
    return extract_article(Page(html.encode(), url), SITE, seen_at=SEEN_AT, witnesses=witnesses)


def article(reading: Reading) -> Article:
    assert reading.article is not None
    return reading.article


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def test_the_byline_outranks_metadata_that_lies() -> None:
    found = article(read(meta("article:published_time", "2025-10-07T10:15:00+07:00"), "Gina | 27 Sep 2024"))
    assert found.published_at == "2024-09-27"
    assert found.evidence["published_at"]["others"][0]["from"] == "opengraph"


def test_metadata_alone_is_believed_where_it_names_another_day_than_the_visit() -> None:
    assert article(read(meta("article:published_time", "2024-09-27T10:15:00+07:00"))).published_at == (
        "2024-09-27T10:15:00+07:00"
    )


def test_metadata_alone_naming_the_day_of_the_visit_leaves_null_and_a_problem() -> None:
    reading = read(meta("article:published_time", "2025-10-07T10:15:00+07:00"))
    assert article(reading).published_at is None
    assert "date-only-in-metadata" in {problem.problem for problem in reading.problems}


def test_equals_that_disagree_leave_null_and_a_problem() -> None:
    head = meta("article:published_time", "2024-09-27") + (
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-08-01"}</script>'
    )
    reading = read(head)
    assert article(reading).published_at is None
    assert ("witnesses-disagree", "published_at") in {(p.problem, p.field) for p in reading.problems}


def test_a_listing_outranks_metadata() -> None:
    witness = Witness("listing", URL, published_at="2024-09-27", published_raw="27 Sep 2024", views=12)
    found = article(read(meta("article:published_time", "2024-08-01"), witnesses=(witness,)))
    assert (found.published_at, found.views) == ("2024-09-27", 12)


@pytest.mark.parametrize("author", ["Kota Sukamaju", "Pemerintah Kota Sukamaju", "https://facebook.com/kota"])
def test_the_office_as_author_in_metadata_is_no_author(author: str) -> None:
    assert article(read(meta("article:author", author))).author is None


def test_a_person_as_author_in_metadata_is_one() -> None:
    assert article(read(meta("author", "Gina Lestari"))).author == "Gina Lestari"


def test_the_site_name_is_no_part_of_the_title() -> None:
    html = "<html><head><title>Kota Sukamaju</title>" + meta("og:title", "Judul yang lain sekali | Kota Sukamaju")
    html += "</head><body><p>teks</p></body></html>"
    found = extract_article(Page(html.encode(), None), SITE, seen_at=SEEN_AT).article
    assert found is not None and found.title == "Judul yang lain sekali"


def test_the_day_in_the_address_is_the_last_resort() -> None:
    found = article(read(url="https://x.go.id/2024/09/27/judul-berita-yang-dibaca/"))
    assert found.published_at == "2024-09-27" and found.evidence["published_at"]["from"] == "url"


def test_a_dateline_is_not_the_day_of_publication() -> None:
    html = (
        "<html><body><h1>Judul Berita yang Dibaca</h1><p>SIARAN PERS</p><p>Kamis, 26 September 2024</p>"
        "<p>Paragraf pertama dari "
        "berita ini cukup panjang untuk dibaca sebagai teks.</p></body></html>"
    )
    found = extract_article(Page(html.encode(), URL), SITE, seen_at=SEEN_AT).article
    assert found is not None and found.published_at is None and found.dateline_date == "2024-09-26"


def test_machine_dates_of_change_that_differ_are_no_problem() -> None:
    head = meta("article:modified_time", "2024-09-28") + (
        '<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2024-09-30"}</script>'
    )
    reading = read(head, "Gina | 27 Sep 2024")
    assert not [problem for problem in reading.problems if problem.field == "modified_at"]


def test_the_witness_and_the_raw_text_of_each_value_are_kept() -> None:
    found = article(read(byline="Gina | 27 Sep 2024 | 142x"))
    assert found.evidence["author"]["from"] == "byline" and found.evidence["author"]["raw"] == "Gina"
    assert found.evidence["views"]["raw"] == "142x" and found.views == 142
    assert found.evidence["main_span"] == list(found.main_span or ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Tarawih keliling berikutnya dijadwalkan di Kelurahan Gedog pada 16 Mei 2019.",
        "Pasar murah digelar 16 Mei 2019.",
    ],
)
def test_a_last_sentence_that_names_a_day_is_text_and_no_byline(sentence: str) -> None:
    html = (
        "<html><body><h1>Judul Berita yang Dibaca</h1><p>Paragraf pertama dari berita ini cukup panjang untuk dibaca "
        f"sebagai teks.</p><p>{sentence}</p></body></html>"
    )
    found = extract_article(Page(html.encode(), URL), SITE, seen_at=SEEN_AT).article
    assert found is not None and found.body is not None
    assert found.body.endswith(sentence) and found.published_at is None and found.author is None


def test_an_article_without_text_takes_none_from_the_footer_or_a_box() -> None:
    html = (
        "<html><body><h1>Judul Berita yang Dibaca</h1><p>Gina | 27 Sep 2024 | 142x</p><img src='/uploads/a.jpg'>"
        "<div><h3>Sambutan Bupati</h3><p>Puji syukur kita panjatkan ke hadirat Tuhan Yang Maha Esa atas situs ini.</p>"
        "</div><footer><p>Website ini dikelola oleh Dinas Komunikasi dan Informatika Kota Sukamaju.</p></footer>"
        "</body></html>"
    )
    reading = extract_article(Page(html.encode(), URL), SITE, seen_at=SEEN_AT)
    found = article(reading)
    assert (found.title, found.author, found.views) == ("Judul Berita yang Dibaca", "Gina", 142)
    assert found.body is None and "body-empty" in {problem.problem for problem in reading.problems}
