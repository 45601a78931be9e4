"""Sites, runs, and what a spider is told to fetch."""

from __future__ import annotations

from datetime import datetime

import pytest
from archive_examples import (
    HOME,
    SITE,
    START,
    Crawled,
    article_seen,
    capture,
    days,
    entry,
    failed,
    gone,
    listing_seen,
    url,
)

from blitar_scraper.archive import Archive
from blitar_scraper.archive.values import iso
from blitar_scraper.items import Site

OTHER = Site(id="lain", name="Kabupaten Lain", home_url="https://lain.go.id/", timezone="Asia/Makassar")


def due_names(crawled: Crawled, now: datetime, limit: int = 100) -> list[str]:
    return [page.url.removeprefix(f"{HOME}/berita/") for page in crawled.archive.due(SITE.id, now, limit)]


def test_a_site_comes_back_as_it_was_put(archive: Archive) -> None:
    assert archive.site(SITE.id) is None
    bare = Site(id="polos", name="Polos", home_url="https://polos.go.id/")
    for site in (SITE, OTHER, bare):
        archive.put_site(site, at=START)
    assert archive.site(SITE.id) == SITE
    assert archive.sites() == [SITE, OTHER, bare]


def test_putting_a_site_again_updates_it_and_keeps_its_history(archive: Archive) -> None:
    archive.put_site(SITE, at=START)
    archive.set_backfilled(SITE.id, days(1))
    renamed = Site(id=SITE.id, name="Kota Contoh Baru", home_url=SITE.home_url)
    archive.put_site(renamed, at=days(2))
    assert archive.site(SITE.id) == renamed
    (row,) = archive.db.query("SELECT added_at, backfilled_at FROM sites")
    assert row == {"added_at": "2026-03-02T01:00:00Z", "backfilled_at": "2026-03-03T01:00:00Z"}


def test_a_site_is_backfilled_once_that_was_said(crawled: Crawled) -> None:
    assert not crawled.archive.is_backfilled(SITE.id)
    crawled.archive.set_backfilled(SITE.id, START)
    assert crawled.archive.is_backfilled(SITE.id)
    assert not crawled.archive.is_backfilled("unknown")


def test_never_fetched_pages_come_first_longest_known_first(crawled: Crawled) -> None:
    crawled.store(article_seen("dibaca"))
    crawled.store(listing_seen(entry("c"), entry("a"), at=days(1)), listing_seen(entry("b"), at=days(2)))
    assert due_names(crawled, days(60)) == ["c", "a", "b", "dibaca"]
    assert due_names(crawled, days(60), limit=2) == ["c", "a"]


def test_pages_due_for_another_look_come_longest_due_first(crawled: Crawled) -> None:
    crawled.store(article_seen("kedua", at=days(2), published_at=None), article_seen("pertama", published_at=None))
    assert due_names(crawled, days(0.9)) == []
    assert due_names(crawled, days(3)) == ["pertama", "kedua"]


def test_pages_of_other_sites_and_listing_pages_are_not_due(crawled: Crawled) -> None:
    crawled.archive.put_site(OTHER, at=START)
    crawled.store(listing_seen(entry("a")))
    assert crawled.archive.due(OTHER.id, days(1), 10) == []
    assert due_names(crawled, days(1)) == ["a"]


def test_failed_and_gone_pages_wait_for_their_day(crawled: Crawled) -> None:
    crawled.store(article_seen("turun"), gone("turun"))
    crawled.store(listing_seen(entry("gagal"), entry("mati")), failed("gagal"), gone("mati"))
    assert due_names(crawled, days(0.01)) == []
    assert due_names(crawled, days(0.2)) == ["gagal"]
    assert due_names(crawled, days(1)) == ["gagal", "mati"]  # a listing may name what is not there yet
    assert due_names(crawled, days(29)) == ["gagal", "mati"]
    assert due_names(crawled, days(30)) == ["gagal", "mati", "turun"]


def test_known_addresses_are_found_in_any_spelling(crawled: Crawled) -> None:
    outcome = crawled.store(listing_seen(entry("baru")), article_seen("pasar", at=days(1)))
    asked = [url("pasar"), "http://kota-contoh.go.id/berita/pasar/", url("baru"), url("asing"), "http://[bad", ""]
    known = crawled.archive.known(asked)
    assert list(known) == asked[:3]
    assert known[asked[0]] == known[asked[1]]
    read, new = known[asked[0]], known[asked[2]]
    assert (read.article_id, read.last_fetched_at, read.http_status) == (outcome.article_id, days(1), 200)
    assert (new.article_id, new.last_fetched_at, new.last_listed_at, new.due_at) == (None, None, START, START)


def test_titles_of_known_articles_are_those_of_listings_and_their_own(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry("baru", title="Judul  Baru")), article_seen("pasar"))
    titles = crawled.archive.titles([url("baru"), url("pasar"), url("asing")])
    assert titles == {url("baru"): {"judul baru"}, url("pasar"): {"wali kota resmikan pasar"}}


def test_a_thousand_addresses_can_be_asked_at_once(crawled: Crawled) -> None:
    crawled.store(listing_seen(*(entry(str(number)) for number in range(0, 1200, 2))))
    assert len(crawled.archive.known(url(str(number)) for number in range(1200))) == 600


def test_articles_that_a_listing_skips_are_named(crawled: Crawled) -> None:
    names = ("hilang", "tetap", "tua", "belum-terdaftar", "pindah")
    crawled.store(listing_seen(*(entry(name) for name in names if name != "belum-terdaftar")))
    for name in names:
        day = "2026-02-01" if name == "tua" else "2026-03-01"
        crawled.store(article_seen(name, title=name, body=name, main_span=None, published_at=day))
    crawled.store(article_seen("baru", at=days(1), title="pindah", body="pindah", main_span=None, via=("pindah",)))
    crawled.store(listing_seen(entry("tetap"), entry("baru"), at=days(1)))

    def unlisted(since: str) -> list[str]:
        return crawled.archive.unlisted(SITE.id, since=since, listed_from=START, until=days(1))

    assert unlisted("2026-02-20") == [url("hilang")]
    assert unlisted("2026-01-20") == [url("hilang"), url("tua")]
    crawled.store(gone("hilang", at=days(1)))
    assert unlisted("2026-02-20") == []


def test_a_run_ends_with_its_numbers(crawled: Crawled) -> None:
    crawled.store(article_seen())
    stats = {"requests": 12, "bytes": 3456, "new": 99, "finish_reason": "done", "delay": 1.5}
    crawled.archive.finish_run(crawled.run_id, at=days(1), status="finished", exit_status=0, stats=stats)
    row = crawled.run
    assert (row["status"], row["exit_status"], row["finished_at"]) == ("finished", 0, "2026-03-03T01:00:00Z")
    assert (row["requests"], row["bytes"], row["new"]) == (12, 3456, 1)  # what the archive counted itself stays
    assert row["stats"] == '{"finish_reason": "done", "delay": 1.5}'


def test_a_killed_run_is_marked_interrupted_when_the_next_of_its_site_starts(crawled: Crawled) -> None:
    crawled.archive.put_site(OTHER, at=START)
    elsewhere = crawled.archive.start_run(OTHER.id, "update", at=START, program_version="0")
    crawled.archive.start_run(SITE.id, "update", at=days(1), program_version="0")
    assert crawled.values("SELECT id, status FROM runs ORDER BY id") == [
        *((crawled.run_id, "interrupted"), (elsewhere, "running"), (elsewhere + 1, "running"))
    ]


def test_a_killed_run_is_an_event_that_says_what_it_had_stored(crawled: Crawled) -> None:
    crawled.store(article_seen())
    for number in range(3):
        capture(crawled, days(number / 24), bytes=100)
    assert crawled.archive.close_killed_runs(SITE.id, at=days(1)) == [crawled.run_id]
    row = crawled.run
    assert (row["status"], row["exit_status"], row["finished_at"]) == ("interrupted", None, None)
    assert (row["requests"], row["bytes"]) == (3, 300), "at least what is kept of it"
    (problem,) = crawled.rows("SELECT * FROM problems WHERE problem = 'run-killed'")
    assert (problem["site"], problem["run_id"], problem["url"]) == (SITE.id, crawled.run_id, None)
    assert problem["seen_at"] == problem["resolved_at"] == iso(days(1))
    assert problem["detail"] == "the run of 2026-03-02T01:00:00Z was killed after 3 requests; stored: 1 new"
    assert crawled.archive.close_killed_runs(SITE.id, at=days(2)) == [], "it is closed once"


def test_the_last_complete_run_is_one_whose_paging_was_not_cut(crawled: Crawled) -> None:
    archive = crawled.archive
    assert archive.last_complete_run(SITE.id) is None
    archive.finish_run(crawled.run_id, at=days(1), status="finished", exit_status=0)
    limited = archive.start_run(SITE.id, "update", at=days(2), program_version="0")
    archive.finish_run(limited, at=days(2), status="limited", exit_status=0)
    complete = archive.last_complete_run(SITE.id)
    assert complete is not None
    assert (complete["id"], complete["started_at"]) == (crawled.run_id, "2026-03-02T01:00:00Z")


def test_an_interrupted_full_run_is_remembered_until_a_run_is_complete(crawled: Crawled) -> None:
    archive = crawled.archive
    assert archive.unfinished_full_since(SITE.id) is None
    for day in (1, 2):
        archive.start_run(SITE.id, "full", at=days(day), program_version="0")
    assert archive.unfinished_full_since(SITE.id) == days(1)
    last = archive.start_run(SITE.id, "full", at=days(3), program_version="0")
    archive.finish_run(last, at=days(3), status="finished", exit_status=0)
    assert archive.unfinished_full_since(SITE.id) is None


def test_a_moment_without_a_zone_is_refused(archive: Archive) -> None:
    with pytest.raises(ValueError, match="time zone"):
        archive.put_site(SITE, at=datetime(2026, 3, 2))  # noqa: DTZ001
