"""One article at two addresses without a redirect is one row; two articles with the same text stay two."""

import pytest
from archive_examples import HOME, article_seen, days, entry, gone, listing_seen, url

from blitar_scraper.addresses import may_name_one_article

ONE = [
    ("/berita/240", "/cetakberita/240"),
    ("/berita/pasar-baru-dibuka", "/berita/pasar-baru-dibuka?print=1"),
    ("/berita/pasar-baru-dibuka?tmpl=component&page=1", "/berita/pasar-baru-dibuka"),
    ("/web/detailberita/15519", "/web/detailberita/15519/to_top"),
    ("/2024/09/27/pasar-baru-dibuka/", "/2024/09/27/pasar-baru-dibuka/amp/"),
    ("/berita/pasar-baru-dibuka", "/index.php/kategori/sosial/pasar-baru-dibuka.html"),
    ("/berita/pasar-%E2%80%9Cbaru%E2%80%9D", "/berita/pasar-%e2%80%9cbaru%e2%80%9d"),
    ("/2024/9/27/pasar-baru-dibuka", "/berita/2024/09/pasar-baru-dibuka"),
    ("/detailberita/8082/2018/06/13/bupati-tinjau-pos", "/detailberita/8082/bupati-tinjau-pos"),
]
TWO = [
    ("/berita/240", "/berita/241"),
    ("/berita/pasar-baru-dibuka", "/berita/pasar-baru-dibuka-2"),
    ("/index.php?id=5", "/index.php?id=6"),
    ("/?p=5", "/?p=6"),
    ("/berita/detail", "/pengumuman/detail"),
    ("/berita?id=7&print=1", "/berita?id=8"),
    ("/berita/12/pasar-baru-dibuka", "/berita/57/pasar-baru-dibuka"),
    ("/2024/03/01/pasar-baru-dibuka/", "/2025/03/01/pasar-baru-dibuka/"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_a_further_address_of_an_article_makes_no_second_row(crawled, one, other):
    crawled.store(article_seen(HOME + one))
    outcome = crawled.store(article_seen(HOME + other, at=days(1), section=None, author=None))
    assert outcome.kind == "unchanged"
    assert crawled.values("SELECT url FROM articles") == [HOME + one]
    assert crawled.article["author"] == "Admin Kota"
    assert crawled.article["version"] == 1
    assert crawled.values("SELECT problem FROM problems WHERE resolved_at IS NOT NULL") == ["same-article"]
    assert crawled.page(HOME + other)["article_id"] == crawled.article["id"]


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_articles_with_the_same_text_stay_two(crawled, one, other):
    crawled.store(article_seen(HOME + one), article_seen(HOME + other))
    assert len(crawled.values("SELECT id FROM articles")) == 2


@pytest.mark.parametrize(("one", "other"), ONE)
def test_another_text_at_a_like_address_is_another_article(crawled, one, other):
    body = "Bupati meninjau pos pengamanan jalur lintas bersama rombongan dari provinsi pada hari raya."
    crawled.store(article_seen(HOME + one), article_seen(HOME + other, body=body, main_span=None))
    assert len(crawled.values("SELECT id FROM articles")) == 2


def test_the_same_text_of_another_day_is_another_article(crawled):
    crawled.store(article_seen(HOME + "/berita/5"), article_seen(HOME + "/agenda/5", published_at="2026-02-01"))
    assert len(crawled.values("SELECT id FROM articles")) == 2


def test_a_further_address_is_not_due_while_the_article_lives_and_is_asked_when_it_is_gone(crawled):
    crawled.store(article_seen("240"), article_seen(HOME + "/cetak/240", at=days(1)))
    assert crawled.due_at(HOME + "/cetak/240") is None
    crawled.store(gone("240", at=days(2)))
    assert crawled.due_at(HOME + "/cetak/240") == days(2)
    outcome = crawled.store(article_seen(HOME + "/cetak/240", at=days(3)))
    assert outcome.kind == "back"
    assert crawled.article["url"] == HOME + "/cetak/240"
    assert crawled.article["uid"] is not None and crawled.article["gone_at"] is None


def test_other_hosts_never_share_an_article():
    assert not may_name_one_article("https://a.go.id/berita/240", "https://b.go.id/berita/240")
    assert may_name_one_article(url("x"), url("x").replace("https", "http"))


def test_a_listing_that_names_the_further_address_otherwise_does_not_make_it_due(crawled):
    crawled.store(article_seen("240"), article_seen(HOME + "/cetak/240", at=days(1)))
    crawled.store(listing_seen(entry(HOME + "/cetak/240", title="Cetak: Wali Kota Resmikan Pasar"), at=days(2)))
    assert crawled.due_at(HOME + "/cetak/240") is None
