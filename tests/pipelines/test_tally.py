"""What is counted of a run: fields as the pages gave them, in the reading itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from blitar_scraper.archive import Outcome
from blitar_scraper.items import (
    Article,
    ArticleSeen,
    Circumstances,
    Fetch,
    PageFailed,
    PageGone,
    PageUnchanged,
    Reading,
    Sighting,
    Site,
)
from blitar_scraper.pipelines.tally import counted, tally_of

SITE = Site("contoh", "Kota Contoh", "https://contoh.go.id/")
AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
FETCH = Fetch("https://contoh.go.id/a", "https://contoh.go.id/a", AT, 200)
ARTICLE = Article("contoh", FETCH.url, title="Pasar", author="Admin", published_at="2026-03-01", views=0, body="Teks.")
ALL = frozenset({"title", "author", "published_at", "views", "body"})


def seen(**changes: Any) -> ArticleSeen:
    return ArticleSeen(SITE, FETCH, Reading(replace(ARTICLE, **changes)))


def tally(*counts: tuple[Sighting, Outcome, int]) -> dict[str, Any]:
    return tally_of(Counter(name for item, outcome, failures in counts for name in counted(item, outcome, failures)))


def test_a_run_that_read_nothing_has_counted_nothing() -> None:
    nothing = {"read": 0, "title": 0, "author": 0, "published_at": 0, "views": 0, "body": 0}
    assert tally_of({}) == {
        "again": 0, "fields": nothing, "news": nothing, "known": {}, "lost": {}, "still_lost": {}, "looks": {},
        "first_looks": {},
    }  # fmt: skip


def test_each_new_article_counts_with_the_fields_that_it_gives() -> None:
    new = Outcome("new", 1)
    found = tally((seen(), new, 0), (seen(author=None, views=None), new, 0))
    assert found["fields"] == {"read": 2, "title": 2, "author": 1, "published_at": 2, "views": 1, "body": 2}
    assert found["news"] == found["fields"] and found["again"] == 0 and found["looks"] == {"read": 2}


@pytest.mark.parametrize(
    ("published_at", "news"),
    [("2026-03-01T10:00+07:00", 1), ("2025-12-02", 1), ("2025-12-01", 0), ("2019-05", 1), (None, 1)],
)
def test_what_a_backfill_brings_is_no_news(published_at: str | None, news: int) -> None:
    found = tally((seen(published_at=published_at), Outcome("new", 1), 0))
    assert (found["news"]["read"], found["fields"]["read"]) == (news, 1)


def test_of_an_article_read_again_counts_what_its_page_had_given_and_has_lost() -> None:
    again = Outcome("unchanged", 1, known=ALL, lost=frozenset({"author", "views"}), still_lost=frozenset({"views"}))
    found = tally((seen(author=None, views=None), again, 0), (seen(), Outcome("edited", 2, known=ALL), 0))
    assert found["again"] == 2 and found["known"] == dict.fromkeys(ALL, 2)
    assert found["lost"] == {"author": 1, "views": 1} and found["still_lost"] == {"views": 1}
    assert found["fields"] == {"read": 2, "title": 2, "author": 1, "published_at": 2, "views": 1, "body": 2}
    assert found["news"]["read"] == 0


def test_what_only_a_listing_had_told_is_not_missed_when_the_page_is_read_again() -> None:
    again = Outcome("unchanged", 1, known=ALL - {"author"}, told=frozenset({"author"}))
    found = tally((seen(author=None), again, 0))
    assert found["fields"]["author"] == 1 and found["lost"] == {} and "author" not in found["known"]


def test_looks_are_counted_by_what_came_of_them() -> None:
    failed = PageFailed(SITE, FETCH.url, "article", AT, "http-500")
    listing = PageFailed(SITE, FETCH.url, "listing", AT, "http-500")
    no_article = ArticleSeen(SITE, FETCH, Reading(None))
    found = tally(
        (failed, Outcome("failed"), 1),
        (failed, Outcome("failed"), 2),
        (no_article, Outcome("failed"), 1),
        (seen(), Outcome("failed", 1), 1),  # not this article
        (listing, Outcome("failed"), 1),
        (PageUnchanged(SITE, FETCH), Outcome("unchanged", 1), 0),
        (PageUnchanged(SITE, FETCH), Outcome("failed"), 1),
        (seen(), Outcome("gone", 1), 0),  # leads elsewhere
    )
    assert found["looks"] == {"failed": 4, "failed_again": 1, "unchanged": 1}
    assert found["fields"]["read"] == 0 and found["again"] == 0


def test_what_came_of_new_addresses_that_a_listing_names_is_counted_once() -> None:
    failed, gone = PageFailed(SITE, FETCH.url, "article", AT, "timeout"), PageGone(SITE, FETCH, "404")
    found = tally(
        (seen(), Outcome("new", 1), 0),
        (seen(), Outcome("unchanged", 1), 0),
        (gone, Outcome("gone"), 0),
        (gone, Outcome("gone", still_nothing=True), 0),
        (gone, Outcome("gone", 1), 0),  # of a known article
        (failed, Outcome("failed"), 1),
        (failed, Outcome("failed"), 2),
        (replace(failed, kind="listing"), Outcome("failed"), 1),
        (replace(gone, circumstances=Circumstances(only_in_sitemap=True)), Outcome("gone"), 0),
        (ArticleSeen(SITE, FETCH, Reading(None)), Outcome("failed"), 1),
    )
    assert found["first_looks"] == {"read": 1, "404": 1, "timeout": 1, "no-article": 1}
