"""What earlier runs tell a new one, and the problems of a site as a whole."""

from __future__ import annotations

from datetime import date, timedelta

from archive_examples import SITE, START, Crawled, article_seen, days

from blitar_scraper.items import Problem

OPEN = "SELECT problem, field FROM problems WHERE resolved_at IS NULL ORDER BY id"


def test_a_known_article_that_is_read_again_says_what_its_page_has_lost(crawled: Crawled) -> None:
    assert crawled.store(article_seen()).known == frozenset()
    again = crawled.store(article_seen(at=days(1), author=None, views=None))
    assert again.known == {"title", "author", "published_at", "views", "body"}
    assert again.lost == {"author", "views"} and again.still_lost == frozenset()
    still = crawled.store(article_seen(at=days(2), author=None, published_at=None))
    assert still.lost == {"author", "published_at"} and still.still_lost == {"author"}
    assert crawled.store(article_seen(at=days(3))).lost == frozenset()


def test_what_a_listing_said_is_nothing_that_the_page_can_lose(crawled: Crawled) -> None:
    said = {"author": {"from": "listing"}, "views": {"from": "listing"}}
    crawled.store(article_seen(evidence=said))
    for day in (1, 2):
        again = crawled.store(article_seen(at=days(day), author=None, views=None, evidence={}))
        assert again.known == {"title", "published_at", "body"} and again.lost == frozenset()
        assert again.told == {"author", "views"}
    assert crawled.values("SELECT problem FROM problems") == []


def test_runs_that_ended_are_told_in_their_order(crawled: Crawled) -> None:
    archive = crawled.archive
    archive.finish_run(crawled.run_id, at=START, status="finished", exit_status=0, stats={"fields": {"read": 3}})
    killed = archive.start_run(SITE.id, "update", at=days(1), program_version="1")
    second = archive.start_run(SITE.id, "update", at=days(2), program_version="1")
    archive.finish_run(second, at=days(2), status="cut", exit_status=3, stats={"reason": "why"})
    past = archive.past_runs(SITE.id, before=second + 1)
    assert [(run.id, run.exit_status) for run in past] == [(crawled.run_id, 0), (second, 3)]
    assert past[0].stats == {"fields": {"read": 3}} and killed not in [run.id for run in past]
    assert archive.past_runs(SITE.id, before=second + 1, most=1) == past[1:]
    assert archive.past_runs("other", before=99) == []


def test_days_of_news_are_those_of_publication(crawled: Crawled) -> None:
    archive = crawled.archive
    crawled.store(article_seen("satu", published_at="2026-03-01"), article_seen("dua", published_at="2026-02-27"))
    crawled.store(article_seen("tiga", published_at="2026-03-01"), article_seen("lama", published_at="2019-05-10"))
    crawled.store(article_seen("tanpa", published_at=None))
    assert archive.news_days(SITE.id, until=date(2026, 3, 5)) == [date(2026, 2, 27), date(2026, 3, 1)]
    assert archive.news_days(SITE.id, until=date(2026, 2, 28)) == [date(2026, 2, 27)]


def test_the_days_of_a_site_that_has_died_stay_known(crawled: Crawled) -> None:
    crawled.store(article_seen("satu", published_at="2026-03-01"), article_seen("dua", published_at="2024-05-01"))
    crawled.store(article_seen("lama", published_at="2023-05-01"))
    assert crawled.archive.news_days(SITE.id, until=date(2036, 3, 1)) == [date(2024, 5, 1), date(2026, 3, 1)]


def test_an_article_without_a_date_is_news_of_the_day_on_which_it_came_once_the_old_ones_were_stored(
    crawled: Crawled,
) -> None:
    """Its day by the site's clock; a first crawl may take several runs."""
    archive = crawled.archive
    undated = {"published_at": None, "published_raw": None, "published_precision": None}
    archive.finish_run(crawled.run_id, at=START, status="cut", exit_status=0)
    crawled.store(article_seen("lama", at=days(1), **undated))
    assert archive.news_days(SITE.id, until=days(9).date()) == []
    archive.set_backfilled(SITE.id, days(2))
    crawled.store(article_seen("tanpa", at=days(3).replace(hour=20), **undated))
    archive.set_backfilled(SITE.id, days(4))  # a small site's listing is read to its end every day
    assert archive.news_days(SITE.id, until=days(9).date()) == [(START + timedelta(days=4)).date()]


def test_a_problem_of_the_site_is_open_until_a_run_passes_its_check(crawled: Crawled) -> None:
    archive = crawled.archive
    author, views = Problem("field-lost", "author", "8 of 8"), Problem("field-lost", "views", "6 of 6")
    checks = [("field-lost", "author"), ("field-lost", "views"), ("silent", None)]
    archive.note_checks(SITE.id, crawled.run_id, at=days(1), failed=[author, views], passed=checks)
    archive.note_checks(SITE.id, crawled.run_id, at=days(2), failed=[views], passed=[])
    assert crawled.values(OPEN) == [("field-lost", "author"), ("field-lost", "views")]
    archive.note_checks(SITE.id, crawled.run_id, at=days(3), failed=[views], passed=checks)
    assert crawled.values(OPEN) == [("field-lost", "views")]
    seen = crawled.values("SELECT seen_at, resolved_at FROM problems WHERE field = 'author'")
    assert seen == [("2026-03-03T01:00:00Z", "2026-03-05T01:00:00Z")]


def test_a_remark_is_an_event_and_problems_of_pages_are_not_the_sites(crawled: Crawled) -> None:
    archive = crawled.archive
    crawled.store(article_seen(), article_seen(at=days(1), author=None))
    passed = [("value-lost", "author"), ("redesigned", None)]
    archive.note_checks(
        SITE.id, crawled.run_id, at=days(1), failed=[], remarks=[Problem("redesigned", None, "all new")], passed=passed
    )
    assert crawled.values(OPEN) == [("value-lost", "author")]
    assert crawled.values("SELECT seen_at = resolved_at FROM problems WHERE problem = 'redesigned'") == [1]
