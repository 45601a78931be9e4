"""What becomes of a listing page that was read."""

from __future__ import annotations

import pytest
from archive_examples import HOME, START, Crawled, article_seen, days, entry, failed, gone, listing_seen, url


def test_each_entry_becomes_an_address_to_fetch_at_once(crawled: Crawled) -> None:
    assert crawled.store(listing_seen(entry("a"), entry("b"))).kind == "listed"
    for name in ("a", "b"):
        page = crawled.page(name)
        assert (page["kind"], page["site"], page["article_id"]) == ("article", "contoh", None)
        assert page["discovered_at"] == page["last_listed_at"] == page["due_at"] == "2026-03-02T01:00:00Z"
    assert crawled.run["listed"] == 2


def test_the_listing_page_itself_is_known_and_not_due(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry("a")))
    page = crawled.page(f"{HOME}/berita")
    assert (page["kind"], page["last_fetched_at"], page["due_at"]) == ("listing", "2026-03-02T01:00:00Z", None)


def test_an_entry_seen_again_only_moves_the_day_it_was_listed(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry("a")), listing_seen(entry("a"), at=days(1)))
    page = crawled.page("a")
    assert (page["discovered_at"], page["last_listed_at"]) == ("2026-03-02T01:00:00Z", "2026-03-03T01:00:00Z")
    assert page["due_at"] == "2026-03-02T01:00:00Z"


def test_entries_that_spell_one_address_in_several_ways_are_one(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry("a"), entry("a/"), entry("http://kota-contoh.go.id/berita/a?fbclid=x")))
    assert crawled.values("SELECT url FROM pages WHERE kind = 'article'") == [url("a")]
    assert crawled.run["listed"] == 1


def test_a_view_count_on_the_listing_is_an_observation_without_a_fetch(crawled: Crawled) -> None:
    crawled.store(article_seen(views=10), listing_seen(entry(views=3648, title="Wali Kota Resmikan Pasar"), at=days(1)))
    assert crawled.article["views"] == 3648
    assert crawled.article["version"] == 1
    assert crawled.article["last_seen_at"] == "2026-03-02T01:00:00Z"  # the article itself was not
    assert crawled.values("SELECT observed_at, views, own_fetches FROM view_counts") == [
        ("2026-03-02T01:00:00Z", 10, 1),
        ("2026-03-03T01:00:00Z", 3648, 1),
    ]


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"title": "WALI KOTA  resmikan\npasar"},
        {"title": "Wali Kota Resm…"},
        {"title": "Wali Kota Resmikan ..."},
        {"published_at": "2026-03-01"},
        {"published_at": "2026-03"},
        {"published_at": "2026-03-01T09:15+07:00"},
    ],
)
def test_a_listing_that_says_what_the_page_says_makes_nothing_due(crawled: Crawled, said: dict[str, str]) -> None:
    crawled.store(article_seen())
    before = crawled.due_at()
    crawled.store(listing_seen(entry(**said), at=days(0.1)))
    assert crawled.due_at() == before


@pytest.mark.parametrize(
    "said",
    [
        {"title": "Wali Kota Tutup Pasar"},
        {"title": "Wali Kota Resmikan Pasar Legi"},
        {"title": "Wali Kota R"},
        {"title": "…"},
        {"published_at": "2026-03-02"},
        {"published_at": "2025"},
    ],
)
def test_a_listing_that_differs_from_the_page_makes_it_due_once(crawled: Crawled, said: dict[str, str]) -> None:
    crawled.store(article_seen())
    crawled.store(listing_seen(entry(**said), at=days(0.1)))
    assert crawled.due_at() == days(0.1)
    crawled.store(article_seen(at=days(0.2)))  # the page still says what it said: they simply differ
    after = crawled.due_at()
    crawled.store(listing_seen(entry(**said), at=days(0.3)))
    assert crawled.due_at() == after != days(0.3)


def test_two_listings_that_word_a_title_differently_do_not_make_it_due_for_ever(crawled: Crawled) -> None:
    crawled.store(article_seen())
    home, news = entry(title="Pasar Diresmikan"), entry(title="Resmi! Pasar Dibuka")
    crawled.store(listing_seen(home, at=days(0.1)), listing_seen(news, at=days(0.1)), article_seen(at=days(0.2)))
    after = crawled.due_at()
    for day in (0.3, 0.4):
        crawled.store(listing_seen(home, at=days(day)), listing_seen(news, at=days(day)))
    assert crawled.due_at() == after


def test_an_edited_title_on_the_listing_is_noticed_after_the_first_listing_agreed(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry(title="Wali Kota Resmikan Pasar")), article_seen())
    crawled.store(listing_seen(entry(title="Wali Kota Resmikan Pasar (Ralat)"), at=days(0.5)))
    assert crawled.due_at() == days(0.5)


def test_a_listing_does_not_hurry_what_fails_or_is_dead(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry("a"), entry("b")), failed("a"), gone("b"))
    before = crawled.due_at("a"), crawled.due_at("b")
    crawled.store(listing_seen(entry("a"), entry("b"), at=days(0.01)))
    assert (crawled.due_at("a"), crawled.due_at("b")) == before


def test_a_listing_page_named_by_a_listing_stays_a_listing_page(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry(f"{HOME}/berita/")), listing_seen(entry(f"{HOME}/berita")))
    assert crawled.values("SELECT kind, due_at FROM pages") == [("listing", None)]


def test_an_entry_without_an_address_is_a_problem(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry("javascript://x"), entry("http://[bad"), entry("a")))
    assert crawled.values("SELECT COUNT(*) FROM pages WHERE kind = 'article'") == [1]
    assert crawled.values("SELECT problem, detail FROM problems")[0] == ("address-not-absolute", "javascript://x")


def test_what_the_listing_said_is_remembered_for_pages_never_read(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry("a", title="Judul", published_at="2025-11-04"), at=START))
    assert crawled.page("a")["listed_as"] == '[{"title": "Judul", "published_at": "2025-11-04"}]'


def test_a_listing_without_entries_is_stored(crawled: Crawled) -> None:
    assert crawled.store(listing_seen()).kind == "listed"
    assert crawled.run["listed"] == 0
    assert crawled.page(f"{HOME}/berita")["kind"] == "listing"
