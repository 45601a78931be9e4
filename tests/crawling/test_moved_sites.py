"""A removed article is told from a site whose addresses are all gone at once, or that leads to another host."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from blitar_scraper.crawling.offline.reparse import reparse
from blitar_scraper.demo import Response, serve
from tests.crawling.conftest import Crawls
from tests.crawling.small_site import NOT_FOUND, SOFT_404, SmallSite, crawling, page, to
from tests.crawling.test_reparse import KEYS, stored

ARTICLES = "SELECT id, uid, url, title, body, version, gone_at, gone_reason FROM articles ORDER BY id"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Crawls]:
    """A small site that has been crawled on its first day."""
    with crawling(tmp_path, SmallSite()) as crawls:
        assert crawls.run()["exit_status"] == 0
        crawls.requested()
        yield crawls


def gone(crawls: Crawls) -> list[tuple[str, str]]:
    rows = crawls.rows("SELECT url, gone_reason FROM articles WHERE gone_at IS NOT NULL ORDER BY url")
    return [(row["url"].removeprefix(crawls.server.url), row["gone_reason"]) for row in rows]


def looks_at(targets: list[str]) -> list[str]:
    return [target for target in targets if target.startswith("/berita/")]


def test_an_article_removed_on_an_ordinary_day_costs_no_request_where_another_look_tells(small: Crawls) -> None:
    site = small.server.site
    make_due(small, 5, 6, 7)
    site.gone = {6: NOT_FOUND}
    assert small.run()["exit_status"] == 0
    assert sorted(looks_at(small.requested())) == ["/berita/5", "/berita/6", "/berita/7"]
    assert gone(small) == [("/berita/6", "404")]


def test_where_nothing_else_is_due_one_other_article_is_asked(small: Crawls) -> None:
    site = small.server.site
    make_due(small, 5)
    site.gone = {5: NOT_FOUND}
    assert small.run()["exit_status"] == 0
    asked = looks_at(small.requested())
    assert asked[0] == "/berita/5" and len(asked) == 2
    assert gone(small) == [("/berita/5", "404")]


def make_due(crawls: Crawls, *numbers: int) -> None:
    """Only these articles are due, now."""
    with sqlite3.connect(crawls.archive) as db:
        db.execute("UPDATE pages SET due_at = '2030-01-01T00:00:00Z' WHERE kind = 'article'")
        for number in numbers:
            db.execute("UPDATE pages SET due_at = '2026-01-01T00:00:00Z' WHERE url LIKE ?", [f"%/berita/{number}"])
    db.close()


# The listing shows the newest eight of the twenty articles.
UNLISTED = range(12)


@pytest.mark.parametrize("answer", [NOT_FOUND, SOFT_404])
def test_where_all_are_gone_at_once_the_site_has_moved_and_few_are_asked(small: Crawls, answer: Response) -> None:
    before = small.rows(ARTICLES)
    site = small.server.site
    site.everywhere = answer
    make_due(small, *UNLISTED)
    result = small.run()
    assert result["exit_status"] == 3 and "none of 4 known articles" in result["reason"]
    assert len(looks_at(small.requested())) == 4
    assert [reason for _, reason in gone(small)] == ["moved-site"] * 4
    kept = ("id", "uid", "url", "title", "body", "version")
    assert [{name: row[name] for name in kept} for row in small.rows(ARTICLES)] == [
        {name: row[name] for name in kept} for row in before
    ]
    assert small.rows("SELECT count(*) AS n FROM problems WHERE problem = 'dead-link'") == [{"n": 0}]


def test_a_site_that_is_as_before_the_next_day_has_all_its_articles_back(small: Crawls) -> None:
    site = small.server.site
    site.everywhere = NOT_FOUND
    make_due(small, 3)
    assert small.run()["exit_status"] == 3
    assert len(gone(small)) == 4
    site.everywhere, site.day = None, 1
    small.requested()
    result = small.run()
    assert result["exit_status"] == 0
    assert gone(small) == []
    back = small.rows("SELECT detail FROM problems WHERE problem = 'came-back'")
    assert len(back) == 4 and all("moved-site" in row["detail"] for row in back)
    assert len(looks_at(small.requested())) == 4, "the next day, and nothing beside"


def test_articles_gone_with_their_site_are_looked_at_after_one_and_seven_days(small: Crawls) -> None:
    site = small.server.site
    site.everywhere = NOT_FOUND
    make_due(small, 3)
    for day, due in ((0, "2026-03-03"), (1, "2026-03-09"), (7, "2026-04-01")):
        site.day = day
        small.run()
        rows = small.rows("SELECT DISTINCT substr(due_at, 1, 10) AS day FROM pages WHERE http_status = 404")
        assert due in {row["day"] for row in rows}


def test_what_is_still_gone_when_the_others_are_back_was_removed(small: Crawls) -> None:
    site = small.server.site
    site.everywhere = NOT_FOUND
    make_due(small, 3)
    small.run()
    site.everywhere, site.gone, site.day = None, {3: NOT_FOUND}, 1
    assert small.run()["exit_status"] == 0
    assert gone(small) == [("/berita/3", "404")]


def test_articles_that_all_lead_home_are_not_taken_for_removed(small: Crawls) -> None:
    site = small.server.site
    site.everywhere = to("/")
    make_due(small, *UNLISTED)
    result = small.run()
    assert result["exit_status"] == 3
    assert gone(small) == []
    assert len(looks_at(small.requested())) == 4
    problems = small.rows("SELECT problem FROM problems WHERE resolved_at IS NULL AND url IS NOT NULL")
    assert {row["problem"] for row in problems} == {"redirected-together"}


def test_a_site_of_one_article_may_lose_it(tmp_path: Path) -> None:
    with crawling(tmp_path, SmallSite(count=1)) as crawls:
        crawls.run()
        crawls.server.site.gone = {0: NOT_FOUND}
        crawls.run(full=True)
        make_due(crawls, 0)
        crawls.run()
        assert gone(crawls) == [("/berita/0", "404")]


def test_two_articles_of_two_are_not_believed_to_be_removed_both(tmp_path: Path) -> None:
    with crawling(tmp_path, SmallSite(count=2)) as crawls:
        crawls.run()
        crawls.server.site.everywhere = NOT_FOUND
        make_due(crawls, 0, 1)
        crawls.run()
        assert [reason for _, reason in gone(crawls)] == ["moved-site"] * 2


def test_an_absence_is_not_believed_where_no_other_article_can_be_read(small: Crawls) -> None:
    site = small.server.site
    site.gone = {number: page("kesalahan", 403) for number in range(20)} | {4: NOT_FOUND}
    make_due(small, 4)
    small.run()
    assert gone(small) == []
    problems = small.rows(
        "SELECT url, problem FROM problems WHERE resolved_at IS NULL AND problem = 'absence-unproven'"
    )
    assert [row["url"].rpartition("/")[2] for row in problems] == ["4"]
    site.gone, site.day = {4: NOT_FOUND}, 1
    small.run()
    assert gone(small) == [("/berita/4", "404")]


def test_new_addresses_of_the_same_articles_keep_row_and_uid(small: Crawls) -> None:
    before = {row["title"]: row for row in small.rows(ARTICLES)}
    site = small.server.site
    site.address, site.everywhere = (lambda post: f"/kabar/artikel-{post.number}.html"), NOT_FOUND
    site.day = 1
    small.run()
    rows = small.rows(ARTICLES)
    assert {row["title"]: (row["id"], row["uid"], row["version"]) for row in rows} == {
        title: (row["id"], row["uid"], row["version"]) for title, row in before.items()
    }, "each article is one row, the one that it was"
    assert {row["gone_at"] for row in rows} == {None}
    assert all("/kabar/" in row["url"] for row in rows)
    told = small.rows("SELECT article_id FROM problems WHERE problem = 'moved'")
    assert sorted(row["article_id"] for row in told) == sorted(row["id"] for row in rows)
    assert small.rows("SELECT count(*) AS n FROM article_versions") == [{"n": 0}]
    small.requested()
    site.day = 2
    result = small.run()
    assert result["exit_status"] == 0
    assert not looks_at(small.requested()), "former addresses are left alone"


def test_what_was_lost_with_the_site_is_found_when_a_later_listing_names_it(small: Crawls) -> None:
    before = {row["title"]: (row["id"], row["uid"]) for row in small.rows(ARTICLES)}
    site = small.server.site
    site.everywhere = NOT_FOUND
    make_due(small, 5)
    small.run()
    assert len(gone(small)) == 4
    site.address, site.day = (lambda post: f"/kabar/artikel-{post.number}.html"), 1
    small.run()
    rows = small.rows(ARTICLES)
    assert {row["title"]: (row["id"], row["uid"]) for row in rows} == before
    assert {row["gone_at"] for row in rows} == {None}


def test_what_the_run_knew_of_the_site_is_known_when_its_captures_are_read_again(small: Crawls) -> None:
    site = small.server.site
    site.everywhere = NOT_FOUND
    make_due(small, 5, 6)
    small.run()
    site.address, site.day = (lambda post: f"/kabar/artikel-{post.number}.html"), 1
    small.run()
    site.everywhere, site.day, site.gone = None, 9, {2: NOT_FOUND}
    small.run(full=True)
    tables = {name: key for name, key in KEYS.items() if name not in ("problems", "pages")}
    before = stored(small.archive, tables)
    small.archive.unlink()
    reparse(small.archive)
    assert stored(small.archive, tables) == before


def test_a_site_that_leads_to_another_host_is_said_to_have_moved_and_loses_nothing(small: Crawls) -> None:
    before = small.rows(ARTICLES)
    with serve(SmallSite()) as other:  # type: ignore[arg-type]
        small.server.site.overrides["/"] = to(f"{other.url}/beranda")
        result = small.run()
        assert result["exit_status"] == 4
        assert f"leads to {other.url}/beranda" in result["reason"]
        assert f"blitar add {other.url}/" in result["reason"]
        assert other.requests == []
    assert small.rows(ARTICLES) == before
    assert looks_at(small.requested()) == []


def test_articles_that_lead_to_another_host_are_a_site_that_has_moved(small: Crawls) -> None:
    before = small.rows(ARTICLES)
    site = small.server.site
    site.everywhere = to("http://kota-kecil-baru.invalid/berita")
    make_due(small, *UNLISTED)
    result = small.run()
    assert result["exit_status"] == 3
    assert "they lead to http://kota-kecil-baru.invalid/" in result["reason"]
    assert small.rows(ARTICLES) == before


def test_one_text_for_all_addresses_is_neither_removal_nor_edit(small: Crawls) -> None:
    before = small.rows(ARTICLES)
    site = small.server.site
    words = " ".join(["Selamat datang di portal layanan publik terpadu kami yang baru bagi seluruh masyarakat."] * 6)
    site.everywhere = page(f"<article><h1>Portal Layanan Terpadu</h1><p>{words}</p></article>")
    make_due(small, *UNLISTED)
    result = small.run()
    assert result["exit_status"] == 3
    assert small.rows(ARTICLES) == before
    assert result["run"]["errors"] == 12
