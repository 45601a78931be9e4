"""Whatever a page holds, it is stored without an error and the archive stays sound."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from archive_examples import FIRST, HOME, SITE, START, Crawled, article_seen, days, entry, failed, gone, listing_seen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blitar_scraper.archive.values import clean_text, clean_value
from blitar_scraper.items import ArticleSeen, Fetch, Media, PopularEntry, Problem, Reading

HOSTILE = "a\0b\ud800c</script><b onload=x>' OR 1=1; -- \u202e\ufeff\U0001f600"
CLEAN = "ab\ufffdc</script><b onload=x>' OR 1=1; -- \u202e\ufeff\U0001f600"


def check(crawled: Crawled) -> None:
    crawled.check_search_index()
    assert crawled.values("PRAGMA integrity_check") == ["ok"]
    assert crawled.values("PRAGMA foreign_key_check") == []


def test_nul_and_lone_surrogates_are_cleaned_in_every_field(crawled: Crawled) -> None:
    crawled.store(
        article_seen(
            title=HOSTILE,
            author=HOSTILE,
            section=HOSTILE,
            published_raw=HOSTILE,
            image_url=HOSTILE,
            tags=(HOSTILE,),
            body=HOSTILE,
            main_span=(0, 6),
            evidence={"title": {"from": "heading", "raw": HOSTILE, HOSTILE: [HOSTILE, float("nan"), 2**80]}},
            media=(Media("image", HOSTILE, HOSTILE),),
            popular=(PopularEntry(1, HOSTILE, HOSTILE),),
            problems=(Problem(HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
        )
    )
    row = crawled.article
    for field in ("title", "author", "section", "published_raw", "image_url", "body"):
        assert row[field] == CLEAN, field
    assert row["body_main"] == clean_text(HOSTILE[:6])  # the span moved with what was removed before its end
    assert json.loads(row["tags"]) == [CLEAN]
    assert json.loads(row["evidence"])["title"] == {"from": "heading", "raw": CLEAN, CLEAN: [CLEAN, None, None]}
    assert crawled.values("SELECT url, caption FROM media") == [(CLEAN, CLEAN)]
    assert crawled.values("SELECT url, title FROM popular") == [(CLEAN, CLEAN)]
    assert crawled.values("SELECT problem, field, detail, url FROM problems") == [(CLEAN, CLEAN, CLEAN, CLEAN)]
    check(crawled)


def test_a_hostile_page_read_again_is_unchanged(crawled: Crawled) -> None:
    page = {"title": HOSTILE, "body": HOSTILE, "main_span": None, "problems": (Problem(HOSTILE, HOSTILE),)}
    crawled.store(article_seen(**page))
    assert crawled.store(article_seen(at=days(1), **page)).kind == "unchanged"
    assert crawled.values("SELECT COUNT(*), COUNT(resolved_at) FROM problems") == [(1, 0)]


def test_hostile_listings_and_addresses_are_stored(crawled: Crawled) -> None:
    weird = f"{HOME}/berita/\ud800\0'\"<x>"
    crawled.store(listing_seen(entry(weird, title=HOSTILE, published_at=HOSTILE, views=2**70), entry(HOSTILE)))
    crawled.store(article_seen(weird), listing_seen(entry(weird, title="lain\0", views=2**70), at=days(1)))
    crawled.store(gone("\ud800", at=days(1)), failed("\ud801", at=days(1)))
    assert crawled.article["views"] == 10
    assert crawled.archive.known([weird])[weird].article_id == crawled.article["id"]
    check(crawled)


@pytest.mark.parametrize("address", ["", "not an address", "http://[bad", "\ud800"])
def test_an_address_that_is_none_does_not_stop_the_store(crawled: Crawled, address: str) -> None:
    got = Fetch(address, address, START, 200)
    assert crawled.store(ArticleSeen(SITE, got, Reading(FIRST))).kind == "new"
    assert crawled.store(ArticleSeen(SITE, got, Reading(FIRST))).kind == "unchanged"


def test_numbers_too_large_for_sqlite_are_absent(crawled: Crawled) -> None:
    crawled.store(article_seen(views=2**63))
    assert crawled.article["views"] is None
    assert crawled.values("SELECT COUNT(*) FROM view_counts") == [0]


def test_a_body_of_two_megabytes_is_stored_whole_and_searched(crawled: Crawled) -> None:
    body = "kata " * 400_000 + "penutup"
    crawled.store(article_seen(body=body, main_span=(5, len(body))))
    assert crawled.article["body"] == body
    assert crawled.article["body_main"] == body[5:]
    assert len(crawled.archive.search("penutup")) == 1
    crawled.store(article_seen(at=days(1), body=body + "!", main_span=None))
    check(crawled)


def test_cleaning_leaves_sound_values_alone() -> None:
    for value in ("teks biasa\n\ttab – “kutip” 🏛️", 0, -5, True, None, 1.5, 2**63 - 1, -(2**63) + 1):
        assert clean_value(value) == value
        assert type(clean_value(value)) is type(value)


texts = st.none() | st.text(max_size=40) | st.text(st.characters(categories=["Cs", "Cc", "Lu"]), max_size=10)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(
    title=texts,
    author=texts,
    body=texts,
    raw=texts,
    span=st.none() | st.tuples(st.integers(-5, 50), st.integers(-5, 50)),
    evidence=st.dictionaries(st.sampled_from(["title", "views", "main_span", "body", "x"]), json_values, max_size=4),
    views=st.none() | st.integers(0, 2**70),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_any_reading_can_be_stored_again_and_again(crawled: Crawled, **values: object) -> None:
    """One address, any content: each reading stores, and reading it once more changes nothing."""
    values["main_span"], values["published_raw"] = values.pop("span"), values.pop("raw")
    number = crawled.values("SELECT COUNT(*) FROM view_counts")[0]
    at = START + timedelta(minutes=number)
    first = crawled.store(article_seen(at=at, **values))
    assert first.kind in ("new", "edited", "unchanged", "failed")
    # What is another text altogether is turned away each time.
    again = "failed" if first.kind == "failed" else "unchanged"
    assert crawled.store(article_seen(at=at + timedelta(seconds=1), **values)).kind == again
    row = crawled.article
    assert row["body"] is None or row["body_main"] in row["body"]
    crawled.check_search_index()
