"""The history of an article: its versions in order, which of them are readings of one page, its counts and captures."""

from __future__ import annotations

import pytest
from archive_examples import (
    SITE,
    START,
    Crawled,
    article_seen,
    capture,
    days,
    entry,
    gone,
    listing_seen,
    url,
    written_anew,
)

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive.history import History
from blitar_scraper.archive.values import iso

PASAR = uid_of(url("pasar"))


def history(crawled: Crawled, name: str = PASAR) -> History:
    article = crawled.archive.find_article(name)
    assert article is not None
    return crawled.archive.history(article)


def story(found: History) -> list[tuple[int, str | None, str | None]]:
    return [(version.number, version.title, version.superseded_by) for version in found.versions]


def test_versions_say_when_they_were_seen_and_what_superseded_them(crawled: Crawled) -> None:
    crawled.store(article_seen(title="Satu"), article_seen(at=days(1), title="Dua"))
    found = history(crawled)
    assert story(found) == [(1, "Satu", "edited"), (2, "Dua", None)]
    first, second = found.versions
    assert (first.seen_at, first.superseded_at) == (iso(START), iso(days(1)))
    assert (second.seen_at, second.superseded_at) == (iso(days(1)), None)
    assert (found.change(second), found.change(first), found.present) == ((first, second), None, second)
    assert found.site_name == "Kota Contoh"


def test_a_better_reading_is_no_change_by_the_government(crawled: Crawled) -> None:
    """Read by an old program, edited, read by a new one, edited again: two edits, and one state read twice."""
    crawled.store(article_seen(title="Satu"), article_seen(at=days(1), title="Dua", author="oleh Humas"))
    crawled.store(article_seen(at=days(2), title="Dua", author="Humas", parser_version=2))
    crawled.store(article_seen(at=days(3), title="Tiga", author="Humas", parser_version=2))
    found = history(crawled)
    assert [by for _, _, by in story(found)] == ["edited", "reparsed", "edited", None]
    one, misread, two, three = found.versions
    assert found.live == (one, two, three)
    assert found.change(three) == (two, three)
    assert (found.reading_of(misread), found.change(misread)) == (two, (misread, two))
    # What the government changed is what one program read before and after; the author was only read better.
    assert found.change(two) == (one, misread)
    assert (found.other_readings(two), found.other_readings(three)) == ([misread], [])
    assert found.first_seen(two) == iso(days(1))  # not when it was read better


def test_a_reading_belongs_to_the_page_with_the_same_capture(crawled: Crawled) -> None:
    """However reading again numbers what it replaces: the bytes say what was read."""
    first, second = capture(crawled, START), capture(crawled, days(1))
    crawled.store(article_seen(title="Satu", capture_id=first))
    crawled.store(article_seen(at=days(1), title="Dua", capture_id=second))
    crawled.archive.db.execute(
        """INSERT INTO article_versions (article_id, version, url, title, content_digest, parser_version, seen_at,
               superseded_at, superseded_by, capture_id, evidence)
           SELECT id, 2, url, 'Sotu', 'sha256:x', 0, ?, ?, 'reparsed', ?, '{}' FROM articles""",
        [iso(START), iso(days(5)), first],
    )
    crawled.archive.db.execute("UPDATE articles SET version = 3")
    found = history(crawled)
    one, misread, two = found.versions
    assert (misread.title, found.reading_of(misread), found.other_readings(two)) == ("Sotu", one, [])


def test_a_history_written_anew_stands_beside_the_one_that_it_replaced(crawled: Crawled) -> None:
    """As reading all captures again leaves it: the old versions keep their numbers, the new ones follow."""
    first, second = capture(crawled, START), capture(crawled, days(1))
    crawled.store(
        article_seen(title="Sotu", capture_id=first), article_seen(at=days(1), title="Dwa", capture_id=second)
    )
    written_anew(crawled, first, second)
    found = history(crawled)
    old_one, old_two, one, two = found.versions
    assert found.live == (one, two)
    assert [found.reading_of(version) for version in found.versions] == [one, two, one, two]
    assert found.change(two) == (one, two)
    assert (found.change(old_one), found.change(old_two)) == ((old_one, one), (old_two, two))
    assert [found.first_seen(version) for version in found.live] == [iso(START), iso(days(1))]
    # Without captures (the bytes of a version were never kept) the moments tell the same.
    for table in ("articles", "article_versions"):
        crawled.archive.db.execute(f"UPDATE {table} SET capture_id = NULL")
    found = history(crawled)
    assert [found.reading_of(version).number for version in found.versions] == [3, 4, 3, 4]


def test_a_merged_article_keeps_both_histories_and_is_found_by_either_name(crawled: Crawled) -> None:
    crawled.store(article_seen("lama", title="L1"), article_seen("lama", at=days(1), title="L2"))
    crawled.store(article_seen("baru", at=days(2), title="B1"), article_seen("baru", at=days(3), title="B2"))
    crawled.store(article_seen("baru", at=days(4), via=("lama",), title="B3"))
    found = history(crawled, uid_of(url("baru")))
    assert found.article["uid"] == uid_of(url("lama"))
    assert found.merged == (uid_of(url("baru")),)
    assert [by for _, _, by in story(found)] == ["edited", "merged", "edited", "edited", None]


@pytest.mark.parametrize(
    "name",
    [
        *(PASAR, PASAR.upper(), f"  {PASAR}\n", url("pasar"), url("pasar/"), url("pasar").replace("https", "http")),
        "www.kota-contoh.go.id/berita/pasar",
        "kota-contoh.go.id/berita/pasar?utm_source=wa",
    ],
)
def test_an_article_is_found_by_uid_and_by_address_in_any_spelling(crawled: Crawled, name: str) -> None:
    crawled.store(article_seen())
    assert history(crawled, name).article["uid"] == PASAR


def test_an_article_that_moved_is_found_at_either_address(crawled: Crawled) -> None:
    crawled.store(article_seen("lama"), article_seen("baru", at=days(1), via=("lama",)))
    assert history(crawled, url("lama")).article["id"] == history(crawled, url("baru")).article["id"]


@pytest.mark.parametrize(
    "name", ["", " ", "%", "_" * 12, "nosuchuid234", url("lain"), "http://[", "a.b", "\ud800.go.id"]
)
def test_what_is_not_there_is_not_found(crawled: Crawled, name: str) -> None:
    crawled.store(article_seen())
    assert crawled.archive.find_article(name) is None


def test_a_mistyped_uid_brings_the_ones_that_are_near(crawled: Crawled) -> None:
    crawled.store(article_seen(), article_seen("lain", title="Lain"))
    assert crawled.archive.near_uids("x" + PASAR[1:]) == [PASAR]
    assert crawled.archive.near_uids(PASAR[:-1] + "x") == [PASAR]
    assert crawled.archive.near_uids("qqqqqqqqqqqq") == crawled.archive.near_uids("") == []


def test_counts_are_in_order_with_our_own_visits(crawled: Crawled) -> None:
    crawled.store(article_seen(views=10), listing_seen(entry(views=30), at=days(2)), article_seen(at=days(1), views=16))
    counts = history(crawled).view_counts
    assert [(count.observed_at, count.views) for count in counts] == [
        *((iso(START), 10), (iso(days(1)), 16), (iso(days(2)), 30)),
    ]
    assert counts[0].own_fetches == 1


def test_captures_are_told_by_version_with_what_they_were(crawled: Crawled) -> None:
    ids = [capture(crawled, days(day)) for day in range(3)]
    crawled.store(article_seen(capture_id=ids[0]), article_seen(at=days(1), capture_id=ids[1]))
    crawled.store(article_seen(at=days(2), title="Dua", capture_id=ids[2]))
    listing = capture(crawled, START, "?page=1")
    crawled.archive.db.execute("INSERT INTO article_captures VALUES (1, 2, ?, 'listing')", [listing])
    found = history(crawled)
    assert [(read.version, read.role, read.capture.id) for read in found.captures] == [
        *((1, "page", ids[0]), (1, "page", ids[1]), (2, "listing", listing), (2, "page", ids[2])),
    ]
    (present,) = [read.capture for read in found.captures if read.capture == found.present.capture]
    assert (present.warc_file, present.warc_offset, present.fetched_at) == (
        "contoh/contoh-1.warc.gz",
        100,
        iso(days(2)),
    )


def test_an_article_without_captures_has_a_history_all_the_same(crawled: Crawled) -> None:
    crawled.store(article_seen(), article_seen(at=days(1), title="Dua"), gone(at=days(2)))
    found = history(crawled)
    assert found.captures == ()
    assert [version.capture for version in found.versions] == [None, None]
    assert found.article["gone_reason"] == "404"


def test_an_article_of_two_thousand_readings_is_read_at_once(crawled: Crawled) -> None:
    """More captures than SQLite takes values in one question (999 in its older versions)."""
    crawled.store(article_seen())
    numbers = [capture(crawled, days(day)) for day in range(2000)]
    crawled.archive.db.table("article_captures").insert_all(
        {"article_id": 1, "version": 1, "capture_id": number, "role": "page"} for number in numbers
    )
    assert len(history(crawled).captures) == 2000


def test_the_site_says_whether_its_counter_counts_us(crawled: Crawled) -> None:
    crawled.store(article_seen())
    assert not history(crawled).counts_own_fetches
    crawled.archive.db.execute("UPDATE sites SET counts_own_fetches = 1 WHERE id = ?", [SITE.id])
    assert history(crawled).counts_own_fetches
