"""Crawling again: next to nothing where nothing has changed, and each change of eight days exactly once."""

import json

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.archive.stems import wrong_words
from blitar_scraper.demo import LAST_DAY
from blitar_scraper.indonesian.numbers import parse_count
from tests.crawling.conftest import Crawls


def test_an_unchanged_site_costs_robots_txt_and_one_page_a_start_address(crawls):
    crawls.run()
    crawls.requested()
    result = crawls.run()
    assert sorted(crawls.requested()) == ["/", "/beranda", "/berita", "/robots.txt"]
    assert result["exit_status"] == 0
    assert (result["run"]["new"], result["run"]["edited"], result["run"]["requests"]) == (0, 0, 4)
    assert crawls.rows("SELECT count(*) AS n FROM article_versions") == [{"n": 0}]


def test_view_counts_of_a_listing_are_observations_without_a_fetch(crawls):
    crawls.run()
    crawls.server.site.day = 1  # visitors have read
    crawls.requested()
    crawls.run()
    fetched = {crawls.server.url + target for target in crawls.requested()}
    seen = crawls.rows(
        """SELECT a.url, v.views FROM view_counts v JOIN articles a ON a.id = v.article_id
           WHERE v.observed_at > (SELECT max(started_at) FROM runs)"""
    )
    listed = {row["url"]: row["views"] for row in seen if row["url"] not in fetched}
    assert len(listed) >= 8
    for article in crawls.server.site.articles[:10]:
        url = crawls.server.url + article.path
        assert url in fetched or listed[url] == crawls.server.site.views(article)
    assert crawls.rows("SELECT count(*) AS n FROM article_versions") == [{"n": 0}]


def test_the_words_of_what_a_later_crawl_brings_are_found_in_each_of_their_forms(crawls):
    crawls.run()
    crawls.server.site.day = 2
    assert crawls.run()["run"]["new"]
    with Archive(crawls.archive) as archive:
        assert wrong_words(archive.db) == []


@pytest.fixture(scope="module")
def eight_days(tmp_path_factory):
    from blitar_scraper.demo import SampleSite, serve

    with serve(SampleSite()) as server:
        crawls = Crawls(server, tmp_path_factory.mktemp("eight") / "archive.db")
        crawls.run()
        crawls.before = {row["uid"]: row for row in crawls.rows("SELECT * FROM articles")}
        crawls.requested()
        server.site.day = LAST_DAY
        crawls.result = crawls.run()
        yield crawls


def test_what_was_published_is_new(eight_days):
    story = eight_days.server.site.story
    run = eight_days.result["run"]
    assert run["new"] == len(story.published)
    titles = {row["title"] for row in eight_days.rows("SELECT title FROM articles")}
    assert {published.article.title for published in story.published} <= titles


def test_each_edit_makes_exactly_one_version_and_nothing_else_does(eight_days):
    story = eight_days.server.site.story
    edits = {row["url"]: row for row in eight_days.rows("SELECT * FROM edits")}
    assert len(edits) == len(story.edited) == eight_days.result["run"]["edited"]
    for edited in story.edited:
        row = edits[eight_days.server.url + edited.after.path]
        assert set(row["changed"].split(", ")) == set(edited.changed)
        assert (row["title_before"], row["title_after"]) == (edited.before.title, edited.after.title)
        assert (row["body_before"], row["body_after"]) == (edited.before.body, edited.after.body)
    versions = eight_days.rows("SELECT article_id, version FROM article_versions")
    assert len(versions) == len(story.edited)


def test_the_moved_article_keeps_its_row_and_uid(eight_days):
    (moved,) = eight_days.server.site.story.moved
    old, new = (eight_days.server.url + article.path for article in (moved.before, moved.after))
    (row,) = eight_days.rows("SELECT * FROM articles WHERE title = ?", moved.before.title)
    before = next(article for article in eight_days.before.values() if article["url"] == old)
    assert (row["uid"], row["id"], row["url"]) == (before["uid"], before["id"], new)
    assert row["version"] == 1 and row["gone_at"] is None and row["first_seen_at"] == before["first_seen_at"]
    pages = eight_days.rows("SELECT url FROM pages WHERE article_id = ? ORDER BY url", row["id"])
    assert [page["url"] for page in pages] == sorted([old, new])


def test_what_was_removed_is_gone_and_keeps_its_text(eight_days):
    for removed in eight_days.server.site.story.removed:
        (row,) = eight_days.rows("SELECT * FROM articles WHERE title = ?", removed.article.title)
        assert row["gone_reason"] == removed.answer and row["gone_at"].startswith("2026-03-10")
        assert row["body"] == removed.article.body
    assert eight_days.result["run"]["gone"] == len(eight_days.server.site.story.removed)


def test_all_others_are_as_they_were(eight_days):
    story = eight_days.server.site.story
    touched = {change.before.title for change in (*story.edited, *story.moved)}
    touched |= {removed.article.title for removed in story.removed}
    now = {row["uid"]: row for row in eight_days.rows("SELECT * FROM articles")}
    for uid, before in eight_days.before.items():
        if before["title"] in touched:
            continue
        for name in ("version", "title", "author", "section", "published_at", "body", "url", "gone_at"):
            assert now[uid][name] == before[name]


def test_the_second_crawl_is_cheap_and_healthy(eight_days):
    assert eight_days.result["exit_status"] == 0
    # 3 start addresses and 3 pages more; 6 new, the moved one twice over, and the looks that are due.
    targets = eight_days.requested()
    assert len(targets) == eight_days.result["run"]["requests"] <= 40
    listings = json.loads(eight_days.result["run"]["stats"])["listings"]
    assert {listing["ended"] for listing in listings} <= {"end", "settled", "twin"}


def test_views_grow_and_every_observation_is_kept(eight_days):
    counted = eight_days.rows(
        """SELECT article_id, count(*) AS n, min(views) AS least, max(views) AS most
           FROM view_counts GROUP BY article_id HAVING n > 2"""
    )
    assert counted and all(row["most"] > row["least"] for row in counted)


def test_the_evidence_of_every_view_count_is_the_text_that_says_it(eight_days):
    sql = "SELECT views, json_extract(evidence, '$.views.raw') AS raw FROM articles WHERE views IS NOT NULL"
    rows = eight_days.rows(sql)
    assert len(rows) > 100
    assert [row for row in rows if parse_count(row["raw"]) != row["views"]] == []
