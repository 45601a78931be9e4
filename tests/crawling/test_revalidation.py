"""Looking again costs a site that supports conditional requests next to nothing, and hides no change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from blitar_scraper.archive import Archive, Validators
from blitar_scraper.crawling.answers.revalidation import conditions
from blitar_scraper.demo import LAST_DAY, SampleSite, serve
from blitar_scraper.demo.site import Response
from tests.crawling.conftest import Crawls

SEEN = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)


@pytest.fixture
def crawls(tmp_path: Path) -> Iterator[Crawls]:
    """Of a site whose pages have validators."""
    with serve(SampleSite(validators=True)) as server:
        yield Crawls(server, tmp_path / "archive.db")


def make_due(crawls: Crawls) -> None:
    """Every article known is due for a look."""
    with Archive(crawls.archive) as archive, archive.transaction():
        archive.db.execute("UPDATE pages SET due_at = '2026-03-02T00:00:00Z' WHERE due_at IS NOT NULL")


def looks(crawls: Crawls) -> list[tuple[str, bool]]:
    """The articles asked for since the last call, and whether with conditions."""
    found = [
        (request.target, "if-none-match" in request.headers or "if-modified-since" in request.headers)
        for request in crawls.server.requests
        if request.target.startswith("/berita/")
    ]
    crawls.server.requests.clear()
    return found


def test_a_look_at_an_unchanged_article_is_answered_without_its_page(crawls: Crawls) -> None:
    first = crawls.run()
    articles = crawls.rows("SELECT * FROM articles ORDER BY id")
    make_due(crawls)
    crawls.requested()
    result = crawls.run()
    asked = looks(crawls)
    assert result["exit_status"] == 0
    # Asked for whole: pages that showed no article, and those that failed at first.
    assert sum(conditional for _, conditional in asked) >= len(articles) - 2
    assert result["run"]["unchanged"] >= len(articles) - 2
    assert result["run"]["bytes"] < 0.15 * first["run"]["bytes"]
    now = crawls.rows("SELECT * FROM articles ORDER BY id")
    for name in ("version", "title", "body", "capture_id"):
        assert [row[name] for row in now] == [row[name] for row in articles]
    assert all(row["last_seen_at"] > old["last_seen_at"] for row, old in zip(now, articles, strict=True))


def test_not_modified_plans_the_next_look_and_counts_our_request(crawls: Crawls) -> None:
    crawls.run()
    before = {row["url"]: row for row in crawls.rows("SELECT * FROM pages WHERE kind = 'article' AND etag NOT NULL")}
    make_due(crawls)
    began = crawls.run()["run"]["started_at"]
    after = {row["url"]: row for row in crawls.rows("SELECT * FROM pages WHERE http_status = 304")}
    assert len(after) > 100
    for url, page in after.items():
        assert page["fetches"] == before[url]["fetches"] + 1
        assert page["due_at"] > page["last_fetched_at"] > before[url]["last_fetched_at"]
        assert (page["etag"], page["failures"]) == (before[url]["etag"], 0)
    # Without its page no view count is seen, but on a listing.
    listed = {url for url, page in after.items() if page["last_listed_at"] != before[url]["last_listed_at"]}
    observed = crawls.rows("SELECT url FROM view_counts JOIN articles ON id = article_id WHERE observed_at > ?", began)
    assert {row["url"] for row in observed} & set(after) <= listed
    assert len(listed) < 50
    assert crawls.rows("SELECT count(*) AS n FROM captures WHERE http_status = 304") == [{"n": len(after)}]
    assert crawls.rows("SELECT count(*) AS n FROM problems WHERE problem LIKE 'http-%' AND resolved_at IS NULL") == [
        {"n": 0}
    ]


def test_each_change_is_found_as_without_conditions(crawls: Crawls) -> None:
    crawls.run()
    crawls.server.site.day = LAST_DAY
    result = crawls.run()
    story = crawls.server.site.story
    assert (result["run"]["new"], result["run"]["edited"]) == (len(story.published), len(story.edited))
    assert result["run"]["gone"] == len(story.removed)
    assert crawls.rows("SELECT count(*) AS n FROM captures WHERE http_status = 304")[0]["n"] > 5


def test_a_full_crawl_asks_for_everything_whole(crawls: Crawls) -> None:
    crawls.run()
    crawls.requested()
    crawls.run(full=True)
    asked = looks(crawls)
    assert len(asked) > 100
    assert not any(conditional for _, conditional in asked)


def test_a_site_may_be_set_to_be_asked_for_whole_pages(crawls: Crawls) -> None:
    """For view counts at each look: "not modified" brings none."""
    crawls.settings["conditional_requests"] = False
    crawls.run()
    make_due(crawls)
    crawls.requested()
    crawls.run()
    asked = looks(crawls)
    assert len(asked) > 100
    assert not any(conditional for _, conditional in asked)


def test_where_no_captures_are_kept_everything_is_asked_for_whole(crawls: Crawls) -> None:
    """Nothing would show what "not modified" was said of."""
    crawls.run(warc=False)
    make_due(crawls)
    crawls.requested()
    crawls.run(warc=False)
    asked = looks(crawls)
    assert len(asked) > 100
    assert not any(conditional for _, conditional in asked)


def test_what_a_listing_says_has_changed_is_asked_for_whole(crawls: Crawls) -> None:
    """A cache in front of the page may not know it yet."""
    crawls.run()
    crawls.requested()
    crawls.server.site.day = 2  # a title has changed
    crawls.run()
    (edited,) = [edit for edit in crawls.server.site.story.edited if edit.day == 2]
    assert (edited.after.path, False) in looks(crawls)


def test_not_modified_that_nobody_asked_for_is_a_problem(crawls: Crawls) -> None:
    first = crawls.server.site.articles[0]
    crawls.server.site.overrides[first.path] = Response(304, {})
    result = crawls.run()
    url = crawls.server.url + first.path
    assert crawls.rows("SELECT problem FROM problems WHERE url = ?", url) == [{"problem": "http-304"}]
    assert crawls.rows("SELECT article_id FROM pages WHERE url = ?", url) == [{"article_id": None}]
    assert result["run"]["errors"] >= 1


def test_conditions_do_not_follow_a_redirect(crawls: Crawls) -> None:
    """They are about the address that they were got from."""
    crawls.run()
    first, second = (article for article in crawls.server.site.articles[3:5])
    crawls.server.site.overrides[first.path] = Response(301, {"Location": crawls.server.url + second.path})
    make_due(crawls)
    crawls.requested()
    crawls.run()
    asked = [conditional for target, conditional in looks(crawls) if target == second.path]
    assert False in asked


@pytest.mark.parametrize("etag", ['"abc"', 'W/"abc"', '"a-gzip"', "unquoted", '"é"', '""'])
def test_a_tag_goes_back_as_it_came(etag: str) -> None:
    assert conditions(Validators(etag, None, SEEN)) == {"If-None-Match": etag}


@pytest.mark.parametrize(
    "etag", [None, "", "a\nb", "a\r\nX: y", "a\0b", "\x7f", "\u20ac", "\ud800", ' "a"', "x" * 1025]
)
def test_what_is_no_tag_is_not_sent(etag: str | None) -> None:
    assert conditions(Validators(etag, None, SEEN)) == {}


def test_a_date_goes_back_where_it_lies_well_before_it_was_seen() -> None:
    day = "Sun, 01 Mar 2026 10:00:00 GMT"
    assert conditions(Validators(None, day, SEEN)) == {"If-Modified-Since": day}
    just_now = "Mon, 02 Mar 2026 02:59:30 GMT"
    assert conditions(Validators(None, just_now, SEEN)) == {}
    assert conditions(Validators(None, just_now, SEEN + timedelta(minutes=1))) == {"If-Modified-Since": just_now}
    for nonsense in ("yesterday", "", "0", "Mon, 99 Foo 2026", "Sun, 01 Mar 99999 10:00:00 GMT", "2026-03-01"):
        assert conditions(Validators(None, nonsense, SEEN)) == {}
