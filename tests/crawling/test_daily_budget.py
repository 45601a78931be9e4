"""A day's requests to a site have a bound: news comes first, looks at what is known wait for the next day."""

from __future__ import annotations

import json

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.crawling.manners.budget import DailyBudget
from blitar_scraper.crawling.sites.facts import FactError, facts
from tests.crawling.conftest import Crawls

# Requests of an update that fetches no article: robots.txt and a page of each start address.
LISTINGS = 4


@pytest.fixture
def crawled(crawls: Crawls) -> Crawls:
    """The site was crawled yesterday, and a look at everything is due; the longest due are the oldest rows."""
    crawls.run()
    crawls.server.site.day = 1
    crawls.requested()
    with Archive(crawls.archive) as archive, archive.transaction():
        archive.db.execute(
            "UPDATE pages SET due_at = strftime('%Y-%m-%dT%H:%M:%SZ', '2026-02-01', (1000 + rowid) || ' minutes')"
            " WHERE kind = 'article' AND last_fetched_at NOT NULL AND article_id NOT NULL"
        )
    return crawls


def looks_due(crawls: Crawls) -> list[str]:
    """What waited when the last run was over, the longest due first."""
    (run,) = crawls.rows("SELECT max(finished_at) AS at FROM runs")
    now = max(run["at"], "2026-03-03T00:00:00Z")
    sql = "SELECT url FROM pages WHERE kind = 'article' AND due_at <= ? AND last_fetched_at NOT NULL ORDER BY due_at"
    return [row["url"].removeprefix(crawls.server.url) for row in crawls.rows(sql, now)]


def test_looks_stop_where_the_days_requests_are_spent_and_go_on_the_next_day(crawled: Crawls) -> None:
    waiting = looks_due(crawled)
    assert len(waiting) > 100
    result = crawled.run(budget=50)
    asked = crawled.requested()
    assert len(asked) == result["run"]["requests"] <= 51  # a look may be redirected once
    assert (result["status"], result["exit_status"]) == ("finished", 0)
    assert f"{len(looks_due(crawled))} looks wait for tomorrow: the day's 50 requests are spent" == result["reason"]
    assert json.loads(result["run"]["stats"])["daily_requests"] == 50
    # Another run on the same day looks at nothing more.
    again = crawled.run(budget=50)
    assert again["run"]["requests"] == LISTINGS
    assert "wait for tomorrow" in again["reason"]
    crawled.requested()
    crawled.server.site.day = 2
    crawled.run(budget=50)
    tomorrow = [target for target in crawled.requested() if target in waiting]
    assert len(tomorrow) > 35
    assert not set(tomorrow) & set(asked)


def test_the_longest_due_come_first_and_none_is_left_behind(crawled: Crawls) -> None:
    waiting = looks_due(crawled)
    order: list[str] = []
    for day in range(1, 6):
        crawled.server.site.day = day
        crawled.run(budget=40)
        order += [target for target in crawled.requested() if target in waiting and target not in order]
    assert len(order) > 100
    assert set(order) == set(waiting[: len(order)])


def test_news_is_read_though_the_days_requests_are_spent(crawled: Crawls) -> None:
    crawled.server.site.day = 3
    result = crawled.run(budget=0)
    new = [told.article.path for told in crawled.server.site.story.published if told.day <= 3]
    fetched = [target for target in crawled.requested() if target.startswith("/berita/")]
    assert set(new) <= set(fetched)
    assert not set(fetched) & set(looks_due(crawled))
    assert result["run"]["new"] == len(new) == 3
    assert result["exit_status"] == 0


def test_what_a_listing_skips_stays_due_when_nothing_may_be_asked(crawls: Crawls) -> None:
    """An article taken down is noticed by the listing; the look at it waits, and is not forgotten."""
    crawls.run()
    crawls.server.site.day = 3
    crawls.run(budget=0)
    assert crawls.rows("SELECT url FROM articles WHERE gone_at NOT NULL") == []
    crawls.run()
    (removed,) = [gone for gone in crawls.server.site.story.removed if gone.day <= 3]
    assert crawls.rows("SELECT url FROM articles WHERE gone_at NOT NULL") == [
        {"url": crawls.server.url + removed.article.path}
    ]


def test_a_full_crawl_is_a_persons_order(crawled: Crawls) -> None:
    assert crawled.run(full=True, budget=10)["run"]["requests"] > 100


def test_a_run_that_was_killed_has_spent_what_it_received(crawled: Crawls) -> None:
    with Archive(crawled.archive) as archive, archive.transaction():
        archive.db.execute(
            "INSERT INTO runs (site, mode, started_at, status, program_version)"
            " VALUES ('blitarkota', 'update', '2026-03-03T01:00:00Z', 'running', '0')"
        )
        archive.db.conn.executemany(
            "INSERT INTO captures (run_id, source, url, fetched_at) SELECT MAX(id), 'crawl', ?, '' FROM runs",
            [(f"https://x.go.id/{number}",) for number in range(45)],
        )
    waiting = looks_due(crawled)
    crawled.run(budget=50)
    assert len(set(crawled.requested()) & set(waiting)) <= 1  # 4 requests for the listings


def test_half_of_what_is_left_is_given_away_at_a_time() -> None:
    spent = 0
    budget = DailyBudget(100, 20, lambda: spent)
    shares = []
    while budget.share:
        shares.append(budget.share)
        spent += budget.share
    assert (sum(shares), budget.left) == (80, 0)
    assert shares[0] == 40
    spent = 1000
    assert (budget.left, budget.share) == (0, 0)


def test_a_sites_own_setting_counts_where_nothing_else_is_asked(crawled: Crawls) -> None:
    crawled.settings["daily_requests"] = 20
    result = crawled.run()
    assert result["run"]["requests"] <= 21
    assert "the day's 20 requests are spent" in result["reason"]
    assert crawled.run(budget=30)["run"]["requests"] <= 11


def test_the_settings_are_what_a_person_may_write_of_a_site() -> None:
    assert facts({"daily_requests": 30, "conditional_requests": False}).settings == {
        "daily_requests": 30,
        "conditional_requests": False,
    }
    for value in (-1, 1.5, True, "30"):
        with pytest.raises(FactError, match="daily_requests must be a whole number"):
            facts({"daily_requests": value})
