"""Pages that are "not modified": when that may be asked, and what becomes of the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from archive_examples import SITE, Crawled, article_seen, days, entry, failed, fetch, gone, listing_seen, midnight, url

from blitar_scraper.archive import Validators
from blitar_scraper.archive.values import iso
from blitar_scraper.items import Circumstances, PageUnchanged

ETAG, DATE = 'W/"1"', "Sun, 01 Mar 2026 10:00:00 GMT"


def capture(crawled: Crawled, at: datetime, status: int = 200) -> int:
    cursor = crawled.archive.db.execute(
        "INSERT INTO captures (source, url, fetched_at, http_status) VALUES ('crawl', ?, ?, ?)",
        [url("pasar"), iso(at), status],
    )
    assert cursor.lastrowid
    return cursor.lastrowid


def seen(crawled: Crawled, at: datetime, *, etag: str | None = ETAG, date: str | None = None, **changes: Any) -> Any:
    found = article_seen(at=at, capture_id=capture(crawled, at), **changes)
    return replace(found, fetch=replace(found.fetch, etag=etag, last_modified=date))


def unchanged(at: datetime, **more: Any) -> PageUnchanged:
    return PageUnchanged(SITE, fetch(url("pasar"), at, http_status=304, **more))


def validators(crawled: Crawled, at: datetime) -> Validators | None:
    return crawled.archive.validators(url("pasar"), at)


def test_an_article_is_asked_for_with_what_came_with_it(crawled: Crawled) -> None:
    crawled.store(seen(crawled, days(0), date=DATE))
    assert validators(crawled, days(1)) == Validators(ETAG, DATE, days(0))
    assert crawled.archive.validators(url("lain"), days(1)) is None


def test_not_modified_is_a_look_without_a_reading(crawled: Crawled) -> None:
    crawled.store(seen(crawled, days(0)))
    before = crawled.article
    outcome = crawled.store(unchanged(days(1)))
    assert (outcome.kind, outcome.article_id) == ("unchanged", before["id"])
    assert crawled.article == {**before, "last_seen_at": iso(days(1))}
    page = crawled.page()
    assert (page["http_status"], page["fetches"], page["failures"]) == (304, 2, 0)
    assert (page["last_fetched_at"], page["etag"]) == (iso(days(1)), ETAG)
    assert crawled.due_at() == midnight(6)  # seven days after its publication
    assert crawled.values("SELECT COUNT(*) FROM view_counts") == [1]
    assert crawled.run["unchanged"] == 1
    assert validators(crawled, days(6)) == Validators(ETAG, None, days(1))


def test_new_validators_of_a_page_that_is_not_modified_are_kept(crawled: Crawled) -> None:
    crawled.store(seen(crawled, days(0), date=DATE), unchanged(days(1), etag='"2"'))
    assert validators(crawled, days(6)) == Validators('"2"', DATE, days(1))


def test_not_modified_of_nothing_known_is_a_problem(crawled: Crawled) -> None:
    assert crawled.store(unchanged(days(0))).kind == "failed"
    crawled.store(seen(crawled, days(1)), gone(at=days(2)))
    assert crawled.store(unchanged(days(3))).kind == "failed"
    assert crawled.article["gone_at"] == iso(days(2))
    assert crawled.values("SELECT DISTINCT problem FROM problems WHERE resolved_at IS NULL") == ["http-304"]


@pytest.mark.parametrize(
    "after",
    [
        failed(at=days(1)),
        gone(at=days(1)),
        gone(at=days(1), reason="soft-404"),
        listing_seen(entry(title="Judul baru"), at=days(1)),
        article_seen("baru", at=days(1), via=("pasar",)),
    ],
    ids=["failed", "gone", "soft-404", "listing says otherwise", "moved"],
)
def test_where_the_last_word_was_another_the_page_is_asked_for_whole(crawled: Crawled, after: Any) -> None:
    crawled.store(seen(crawled, days(0)))
    assert validators(crawled, days(1)) is not None
    crawled.store(after)
    assert validators(crawled, days(2)) is None


def test_a_listing_that_says_the_same_changes_nothing(crawled: Crawled) -> None:
    crawled.store(seen(crawled, days(0)), listing_seen(entry(title="Wali Kota Resmikan Pasar", views=99), at=days(1)))
    assert validators(crawled, days(2)) is not None


def test_what_has_no_validators_or_no_capture_is_asked_for_whole(crawled: Crawled) -> None:
    crawled.store(seen(crawled, days(0), etag=None))
    assert validators(crawled, days(1)) is None
    crawled.store(seen(crawled, days(1)))
    assert validators(crawled, days(2)) is not None
    crawled.archive.db.execute("DELETE FROM article_captures")
    assert validators(crawled, days(2)) is None


def test_a_split_article_is_asked_for_whole(crawled: Crawled) -> None:
    """The first page does not change with the others."""
    first = seen(crawled, days(0))
    crawled.store(replace(first, circumstances=Circumstances(parts=(capture(crawled, days(0)),))))
    assert validators(crawled, days(1)) is None


def test_a_site_is_not_believed_for_ever(crawled: Crawled) -> None:
    crawled.store(seen(crawled, days(0)))
    crawled.store(*(unchanged(days(day)) for day in (1, 7, 30, 180, 365)))
    assert validators(crawled, days(400)) is not None
    assert validators(crawled, days(401)) is None


@pytest.mark.parametrize(
    ("before", "after", "doubted"),
    [
        ((ETAG, None), (ETAG, None), True),
        ((ETAG, DATE), (ETAG, None), True),
        ((None, DATE), (None, DATE), True),
        ((ETAG, DATE), ('"2"', DATE), False),
        ((None, DATE), (None, "Mon, 02 Mar 2026 10:00:00 GMT"), False),
        ((None, None), (None, None), False),
    ],
)
def test_validators_that_stayed_when_the_text_changed_are_not_used_again(
    crawled: Crawled, before: tuple[str | None, str | None], after: tuple[str | None, str | None], doubted: bool
) -> None:
    crawled.store(seen(crawled, days(0), etag=before[0], date=before[1]))
    crawled.store(seen(crawled, days(1), etag=after[0], date=after[1], body="Teks baru.", main_span=None))
    assert crawled.run["edited"] == 1
    problems = crawled.values("SELECT problem FROM problems WHERE resolved_at IS NULL")
    assert problems == (["validators-unreliable"] if doubted else [])
    if doubted:
        assert validators(crawled, days(2)) is None
        crawled.store(seen(crawled, days(3), body="Teks baru.", main_span=None))
        assert validators(crawled, days(4)) is None
    elif any(after):
        assert validators(crawled, days(2)) is not None
