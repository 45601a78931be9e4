"""The first crawl of the sample site: every article, exactly; what is broken is noted and harms nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.demo import SampleSite, serve
from tests.crawling.conftest import Crawls
from tests.renderings import EXPECTED


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawls]:
    path: Path = tmp_path_factory.mktemp("first") / "archive.db"
    with serve(SampleSite()) as server:
        crawls = Crawls(server, path)
        crawls.result = crawls.run()  # type: ignore[attr-defined]
        yield crawls


def test_the_run_is_good_and_recorded(crawled):
    assert crawled.result["exit_status"] == 0
    run = crawled.result["run"]
    assert run["status"] == "finished" and run["new"] == len(crawled.server.site.readable_articles)
    assert run["requests"] == len(crawled.server.requests)
    (site,) = crawled.rows("SELECT * FROM sites")
    assert site["backfilled_at"] and site["region_code"] == "35.72"


def test_every_readable_article_has_one_row_with_the_values_it_shows(crawled):
    rows = {row["url"]: row for row in crawled.rows("SELECT * FROM articles")}
    articles = crawled.server.site.readable_articles
    assert len(rows) == len(articles)
    damaged = {"truncated", "broken-bytes"}
    for article in articles:
        row = rows[crawled.server.url + article.path]
        seen = (row["title"], row["author"], row["section"], row["published_at"])
        published = article.published_on.isoformat() if article.printed_date else None
        assert seen == (article.title, article.author, article.section, published)
        assert row["press_release_number"] == article.number
        assert row["version"] == 1 and row["gone_at"] is None
        if article.trap not in damaged:
            assert (row["body"] or "") == article.body, article.slug


def test_views_are_what_the_counter_showed(crawled):
    site = crawled.server.site
    views = {row["url"]: row["views"] for row in crawled.rows("SELECT url, views FROM articles")}
    for article in site.readable_articles:
        assert views[crawled.server.url + article.path] == site.views(article)


def test_the_known_article_is_exact(crawled):
    article = crawled.server.site.known_article
    (row,) = crawled.rows("SELECT * FROM articles WHERE url = ?", crawled.server.url + article.path)
    for name in ("title", "author", "section", "published_at", "published_raw", "published_precision"):
        assert row[name] == EXPECTED[name]
    assert row["views"] == 142
    assert row["press_release_number"] == "485/56/410.111.2/2024"
    assert row["dateline_date"] == "2024-09-26"
    assert row["body"].split("\n") == list(EXPECTED["body"])
    assert row["body_main"].startswith("Kota Blitar – Kota Blitar kembali raih")
    assert row["body_main"].endswith("semakin KEREN.")
    assert row["image_url"] == crawled.server.url + article.image
    popular = crawled.rows("SELECT title FROM popular WHERE rank <= 2 GROUP BY rank, title ORDER BY rank")
    assert [entry["title"] for entry in popular] == list(EXPECTED["popular"])


def test_each_broken_page_has_its_problem(crawled):
    site = crawled.server.site
    problems: dict[str, set[str]] = {}
    for row in crawled.rows("SELECT url, problem FROM problems"):
        problems.setdefault(row["url"].removeprefix(crawled.server.url), set()).add(row["problem"])
    assert "not-html" in problems[site.traps["binary"].path]
    assert "html-truncated" in problems[site.traps["truncated"].path]
    assert "page-large" in problems[site.traps["huge"].path]
    assert "charset-wrong" in problems[site.traps["wrong-charset"].path]
    assert problems[site.traps["broken-bytes"].path] >= {"bytes-undecodable", "control-characters"}
    assert "body-empty" in problems[site.traps["empty"].path]
    assert "dead-link" in problems[site.traps["dead-link"].path]
    undated = site.with_feature("undated")
    assert "date-not-found" in problems[undated.path]


def test_hostile_markup_is_text_and_the_large_page_is_read_whole(crawled):
    site = crawled.server.site
    for trap in ("script", "huge", "error-once"):
        article = site.traps[trap]
        (row,) = crawled.rows("SELECT body FROM articles WHERE url = ?", crawled.server.url + article.path)
        assert row["body"] == article.body
        assert "<script" not in row["body"] and "alert(" not in row["body"]


def test_only_news_was_asked_for_and_each_article_once(crawled):
    targets = [request.target for request in crawled.server.requests]
    wrong = [t for t in targets if t.startswith(("/admin", "/agenda", "/tag/", "/cari")) or t.endswith("/cetak")]
    assert not wrong
    # An error is tried again, and so is a page without its end: it may have been cut on the way.
    twice = [crawled.server.site.traps[trap].path for trap in ("error-once", "truncated")]
    articles = [target for target in targets if target.startswith("/berita/") and target not in twice]
    assert len(articles) == len(set(articles))
    assert [targets.count(path) for path in twice] == [2, 2]
    assert targets.count("/robots.txt") == 1


def test_the_search_index_and_the_database_are_sound(crawled):
    with Archive(crawled.archive) as archive:
        assert [row["integrity_check"] for row in archive.db.query("PRAGMA integrity_check")] == ["ok"]
        archive.db.execute("INSERT INTO articles_fts(articles_fts) VALUES ('integrity-check')")
        hits = archive.search("kelurahan cantik")
    assert hits and hits[0].title == EXPECTED["title"]
