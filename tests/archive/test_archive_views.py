"""The views say the right numbers on an example small enough to count by hand."""

from __future__ import annotations

from archive_examples import (
    FIRST,
    SITE,
    Crawled,
    article_seen,
    days,
    entry,
    failed,
    gone,
    listing_seen,
)

from blitar_scraper.items import Site


def undated(name: str, at_day: float = 0) -> object:
    return article_seen(
        name, at=days(at_day), title=name, published_at=None, published_raw=None, published_precision=None
    )


def run(crawled: Crawled, day: float, status: str) -> None:
    """A run of its own on that day."""
    run_id = crawled.archive.start_run(SITE.id, "update", at=days(day), program_version="0")
    if status != "killed":
        crawled.archive.finish_run(run_id, at=days(day), status=status, exit_status=0)


def verdicts(crawled: Crawled) -> dict[str, str]:
    return dict(crawled.values("SELECT month, verdict FROM coverage WHERE site = 'contoh' ORDER BY month"))


def test_history_has_superseded_and_current_versions(crawled: Crawled) -> None:
    crawled.store(article_seen(), article_seen(at=days(1), title="Judul baru"))
    columns = "SELECT uid, site, version, title, seen_at, superseded_by, body FROM article_history ORDER BY version"
    uid = crawled.article["uid"]
    assert crawled.values(columns) == [
        (uid, "contoh", 1, "Wali Kota Resmikan Pasar", "2026-03-02T01:00:00Z", "edited", FIRST.body),
        (uid, "contoh", 2, "Judul baru", "2026-03-03T01:00:00Z", None, FIRST.body),
    ]


def test_edits_show_what_stood_there_before_and_after(crawled: Crawled) -> None:
    crawled.store(article_seen(), article_seen(at=days(1), title="Dua", body="Isi dua", main_span=None))
    crawled.store(article_seen(at=days(2), title="Dua", body="Isi tiga", main_span=None, author="Humas"))
    columns = (
        "SELECT edited_at, changed, title_before, title_after, body_before, body_after FROM edits ORDER BY version"
    )
    assert crawled.values(columns) == [
        ("2026-03-03T01:00:00Z", "title, body", "Wali Kota Resmikan Pasar", "Dua", FIRST.body, "Isi dua"),
        ("2026-03-04T01:00:00Z", "author, body", "Dua", "Dua", "Isi dua", "Isi tiga"),
    ]


def test_articles_are_counted_by_month_and_the_undated_are_a_row(crawled: Crawled) -> None:
    crawled.store(article_seen("a", published_at="2026-02-03", views=5, body="tiga buah kata", main_span=None))
    crawled.store(article_seen("b", published_at="2026-02-28T10:00+07:00", views=7, body=None, main_span=None))
    crawled.store(article_seen("b", at=days(1), published_at="2026-02-28T10:00+07:00", title="Baru", views=8))
    crawled.store(article_seen("c", published_at="2025-12"), article_seen("d", published_at="2025"))
    crawled.store(undated("e"), undated("f"), gone("f", at=days(1)))
    columns = "SELECT month, articles, changed, gone FROM articles_monthly ORDER BY month"
    assert crawled.values(columns) == [
        *(("2025", 1, 0, 0), ("2025-12", 1, 0, 0), ("2026-02", 2, 1, 0), ("undated", 2, 0, 1)),
    ]
    assert crawled.values("SELECT views, words FROM articles_monthly WHERE month = '2026-02'") == [(13, 3 + 12)]


def test_coverage_counts_listed_stored_failed_and_undated_by_month(crawled: Crawled) -> None:
    crawled.store(
        listing_seen(
            entry("dibaca", title="x"),
            entry("gagal", published_at="2026-01-15"),
            entry("antre", published_at="2026-01-16"),
            entry("tanpa"),
        )
    )
    crawled.store(article_seen("dibaca", published_at="2026-01-10"), failed("gagal"), undated("tanpa"))
    crawled.archive.finish_run(crawled.run_id, at=days(0), status="finished", exit_status=0)
    columns = (
        "SELECT month, listed, stored, failed, unread, undated, days_observed, incomplete_runs, verdict FROM coverage"
    )
    assert crawled.values(f"{columns} ORDER BY month") == [
        ("2026-01", 3, 1, 1, 1, 0, 0, 0, "incomplete"),
        ("2026-02", 0, 0, 0, 0, 0, 0, 0, "not observed"),
        ("2026-03", 1, 0, 0, 0, 1, 1, 0, "silence"),
    ]


def test_a_month_with_addresses_still_to_be_read_is_incomplete(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry("antre", published_at="2026-03-01"), entry("mati", published_at="2026-02-01")))
    crawled.store(article_seen(), gone("mati"))  # the dead link has answered: nothing of February is missing
    crawled.archive.finish_run(crawled.run_id, at=days(0), status="finished", exit_status=0)
    assert verdicts(crawled) == {"2026-02": "not observed", "2026-03": "incomplete"}
    crawled.store(article_seen("antre", at=days(1)))
    assert verdicts(crawled)["2026-03"] == "news"


def test_coverage_tells_a_silence_from_a_failed_crawl(crawled: Crawled) -> None:
    crawled.store(article_seen())
    crawled.archive.finish_run(crawled.run_id, at=days(0), status="finished", exit_status=0)
    run(crawled, 35, "finished")  # April: a run to the end, and nothing new
    run(crawled, 65, "failed")  # May: no run came to its end
    run(crawled, 66, "killed")
    run(crawled, 140, "interrupted")  # July; nobody looked in June
    assert verdicts(crawled) == {
        "2026-03": "news",
        "2026-04": "silence",
        "2026-05": "crawl failed",
        "2026-06": "not observed",
        "2026-07": "crawl failed",
    }
    assert crawled.values("SELECT incomplete_runs FROM coverage WHERE month = '2026-05'") == [2]


def test_a_complete_run_of_a_backfilled_site_covers_the_months_before_it(crawled: Crawled) -> None:
    crawled.store(article_seen(published_at="2026-01-20"))
    run(crawled, 0, "failed")
    run(crawled, 35, "finished")
    before = verdicts(crawled)
    assert (before["2026-02"], before["2026-03"]) == ("not observed", "crawl failed")
    crawled.archive.set_backfilled(SITE.id, days(35))
    after = verdicts(crawled)
    assert (after["2026-02"], after["2026-03"]) == ("silence in hindsight", "silence in hindsight")


def test_days_observed_are_days_of_the_site(crawled: Crawled) -> None:
    # START is 1:00 UTC. 20 hours before it is 5:00 UTC of 1 March, 12:00 in Jakarta; 9 hours before, 23:00 in Jakarta.
    for hours in (-20, -9, -3):
        run(crawled, hours / 24, "finished")
    assert crawled.values("SELECT month, days_observed FROM coverage") == [("2026-03", 2)]
    crawled.archive.db.execute("UPDATE sites SET timezone = NULL")  # days of UTC, then
    assert crawled.values("SELECT month, days_observed FROM coverage") == [("2026-03", 1)]


def test_view_growth_is_the_difference_of_two_observations(crawled: Crawled) -> None:
    crawled.store(article_seen(views=10), article_seen(at=days(1), views=16), listing_seen(entry(views=40), at=days(3)))
    columns = "SELECT days, views_before, views, own_fetches, growth FROM view_growth ORDER BY observed_at"
    assert crawled.values(columns) == [(1.0, 10, 16, 1, 6), (2.0, 16, 40, 0, 24)]
    crawled.archive.db.execute("UPDATE sites SET counts_own_fetches = 1")
    assert crawled.values("SELECT growth FROM view_growth ORDER BY observed_at") == [5, 24]


def test_views_at_age_are_the_last_of_each_local_day(crawled: Crawled) -> None:
    crawled.store(article_seen(published_at="2026-03-02", views=10))  # 2 March, 8:00 in Jakarta
    crawled.store(article_seen(at=days(0.25), views=20, published_at="2026-03-02"))
    crawled.store(listing_seen(entry(views=30), at=days(0.75)))  # 19:00 UTC: 3 March there
    crawled.store(listing_seen(entry(views=70), at=days(7)))
    assert crawled.values("SELECT age_days, views FROM views_at_age ORDER BY age_days") == [(0, 20), (1, 30), (7, 70)]


def test_views_at_age_are_absent_where_the_local_day_is_not_certain(crawled: Crawled) -> None:
    crawled.store(undated("a"), article_seen("b", published_at="2026-03"))
    assert crawled.values("SELECT * FROM views_at_age") == []
    crawled.store(article_seen("c"))
    assert crawled.values("SELECT age_days FROM views_at_age") == [1]
    for zone in ("Europe/Berlin", None):
        crawled.archive.db.execute("UPDATE sites SET timezone = ?", [zone])
        assert crawled.values("SELECT * FROM views_at_age") == []


def test_site_health_shows_the_last_run_and_how_full_the_fields_are(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry("a"), entry("b"), entry("c"), entry("d")))
    crawled.store(article_seen("a"), undated("b"), article_seen("c", author=None, views=None), failed("d"))
    crawled.store(gone("c", at=days(1)))
    crawled.archive.finish_run(crawled.run_id, at=days(1), status="finished", exit_status=3)
    run(crawled, 2, "failed")
    crawled.archive.put_site(Site(id="kosong", name="Kosong", home_url="https://k.go.id/"), at=days(0))
    health, empty = crawled.rows("SELECT * FROM site_health ORDER BY site")
    expected = {
        "last_run_at": "2026-03-04T01:00:00Z",
        "last_run_status": "failed",
        "last_complete_at": "2026-03-03T01:00:00Z",
        "last_listed": 0,
        "articles": 3,
        "first_published": "2026-03-01",
        "last_published": "2026-03-01",
        "gone": 1,
        "with_title": 1.0,
        "with_author": 0.667,
        "with_date": 0.667,
        "with_views": 0.667,
        "with_body": 1.0,
        "never_read": 1,
        "failing": 1,
        "open_problems": 1,
    }
    assert {name: health[name] for name in expected} == expected
    assert (empty["site"], empty["articles"], empty["last_run_at"], empty["with_title"]) == ("kosong", 0, None, None)


def test_site_health_tells_since_when_a_site_fails_why_and_how_long_it_was_silent(crawled: Crawled) -> None:
    crawled.store(article_seen("a"))  # published on 1 March; the first run began on the 2nd
    archive = crawled.archive
    archive.finish_run(crawled.run_id, at=days(1), status="finished", exit_status=0)
    for day, status, exit_status in ((2, "cut", 4), (3, "finished", 3), (4, "interrupted", 130), (5, "cut", 4)):
        run_id = archive.start_run(SITE.id, "update", at=days(day), program_version="0")
        reason = {"reason": f"reason of day {day}"}
        archive.finish_run(run_id, at=days(day), status=status, exit_status=exit_status, stats=reason)
    archive.start_run(SITE.id, "update", at=days(6), program_version="0")  # was killed
    archive.start_run(SITE.id, "update", at=days(7), program_version="0")  # goes on
    (health,) = crawled.rows("SELECT * FROM site_health")
    assert (health["last_good_at"], health["failed_runs"]) == ("2026-03-02T01:00:00Z", 4)
    assert (health["last_run_status"], health["last_reason"]) == ("running", None)
    assert (health["last_complete_at"], health["silent_days"]) == ("2026-03-05T01:00:00Z", 4)
    archive.db.execute("DELETE FROM problems")
    archive.db.execute("DELETE FROM runs WHERE status IN ('running', 'interrupted')")
    (health,) = crawled.rows("SELECT * FROM site_health")
    assert (health["last_reason"], health["failed_runs"]) == ("reason of day 5", 3)
