"""A crawl of the site, given by its address alone, ends in an archive that says what the site's database says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from blitar_scraper.addresses import address_key
from tests.systems.wordpress.crawls import Comparison, Crawls
from tests.systems.wordpress.posts import ARTICLES, HIDDEN, Post, articles
from tests.systems.wordpress.server import WordPress, themes

MOST_REQUESTS = 1.2  # an article, in the run
MOST_OF_PROBE = 15  # requests: it asks for some ten pages before the first run
# A second crawl reads the listings' first pages, REST's changes, and the few articles that are new, changed or due.
MOST_REQUESTS_AGAIN = 30
# One article has a text of seven words, too short to be told from a label: it is absent, not wrong.
MOST_BODIES_MISSING = 1
Figures = Callable[[str, str, dict[str, float]], None]


class Crawled:
    """The site in one theme, crawled for the first time."""

    def __init__(self, wordpress: WordPress, theme: str, folder: Path) -> None:
        self.wordpress, self.theme = wordpress, theme
        wordpress.run("theme.php", theme)
        self.database: dict[str, Any] = wordpress.run("database.php")
        self.crawls = Crawls(wordpress, folder / f"{theme}.db")
        self.run = self.crawls.run()
        self.served = self.crawls.served
        self.articles = self.crawls.articles()
        self.comparison = Comparison(self.articles, self.database["articles"])


@pytest.fixture(scope="module", params=themes())
def crawled(request: pytest.FixtureRequest, wordpress: WordPress, tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    return Crawled(wordpress, request.param, tmp_path_factory.mktemp("crawl"))


def measured(run: dict[str, Any], served: int, comparison: Comparison) -> dict[str, float]:
    """A row of the table: articles, requests (with the probe's), those of the run an article, shares that are right."""
    counts = {"articles": comparison.count, "found": comparison.found, "requests": served}
    return counts | {"an article": run["requests"] / comparison.count} | comparison.shares


def assert_same(comparison: Comparison) -> None:
    """Every article once, and nothing said of any that the database does not say."""
    assert (comparison.missing, comparison.extra, comparison.twice) == ([], [], [])
    assert comparison.differences["wrong"] == []
    assert len(comparison.differences["missing"]) <= MOST_BODIES_MISSING, comparison.differences["missing"]


def test_every_public_article_is_found_once_and_its_fields_are_the_databases(
    crawled: Crawled, figures: Figures
) -> None:
    comparison = crawled.comparison
    figures("first crawl", crawled.theme, measured(crawled.run, crawled.served, comparison))
    assert comparison.count > ARTICLES
    assert_same(comparison)
    assert crawled.run["exit_status"] == 0, crawled.run["reason"]


def test_it_takes_little_more_than_a_request_an_article(crawled: Crawled) -> None:
    assert crawled.run["requests"] < MOST_REQUESTS * crawled.comparison.count
    assert crawled.run["requests"] <= crawled.served <= crawled.run["requests"] + MOST_OF_PROBE


def test_what_is_not_public_or_no_article_never_becomes_one(crawled: Crawled) -> None:
    others = crawled.database["others"]
    kinds = {(other["type"], other["status"]) for other in others}
    statuses = ("draft", "pending", "trash", "future", "private", "password")
    assert kinds >= {("page", "publish"), ("attachment", "inherit"), *(("post", status) for status in statuses)}
    stored = {address_key(article["url"]) for article in crawled.articles}
    assert [other["url"] for other in others if address_key(other["url"]) in stored] == []
    assert [row["url"] for row in crawled.articles if HIDDEN in f"{row['title']} {row['body']}"] == []


def test_a_second_crawl_finds_what_has_changed_with_few_requests(crawled: Crawled, figures: Figures) -> None:
    now = datetime.now(ZoneInfo("Asia/Jakarta"))
    posts = crawled.database["articles"]
    trashed, edited, old = posts[-7], posts[-4], posts[15]
    new = [fresh(number, now, crawled.theme) for number in range(3)]
    crawled.wordpress.run(
        "change.php",
        order={
            "new": [asdict(post) for post in new],
            "edit": [
                {"ID": edited["id"], "post_title": f"Diperbarui: {edited['title']}"},
                {"ID": old["id"], "post_content": f"<p>{CORRECTION} Tema situs: {crawled.theme}.</p>"},
            ],
            "trash": [trashed["id"]],
        },
    )
    run = crawled.crawls.run()
    counts = {name: run[name] for name in ("new", "edited", "gone", "requests")}
    figures("second crawl, after 3 new posts, 2 edits and 1 put into the bin", crawled.theme, counts)
    assert_same(Comparison(crawled.crawls.articles(), crawled.wordpress.run("database.php")["articles"]))
    gone = crawled.crawls.rows("SELECT url, gone_reason FROM articles WHERE gone_at IS NOT NULL")
    assert gone == [{"url": trashed["url"], "gone_reason": "404"}]
    assert (counts["new"], counts["edited"], counts["gone"]) == (3, 2, 1)
    assert crawled.crawls.served == counts["requests"] <= MOST_REQUESTS_AGAIN


CORRECTION = "Seluruh isi berita ini sudah diganti oleh redaksi karena ada kekeliruan data pada naskah sebelumnya."


def fresh(number: int, now: datetime, theme: str) -> Post:
    """A post of this hour, in the words of one that exists."""
    published = f"{now - timedelta(minutes=10 * (3 - number)):%Y-%m-%d %H:%M:%S}"
    plain: dict[str, Any] = {"image": None, "images": (), "comments": (), "modified": None, "excerpt": ""}
    return replace(articles(now)[6 + number], title=f"Berita Baru Nomor {number} {theme}", date=published, **plain)


ALIKE: dict[str, dict[str, Any]] = {
    "without REST": {"options": {"blitar_without_rest": "1"}},
    "plain permalinks": {"permalinks": ""},
    "a page as home": {
        "options": {"show_on_front": "page"},
        "pages": {"page_on_front": f"{HIDDEN} halaman nomor 0", "page_for_posts": f"{HIDDEN} halaman nomor 1"},
    },
}
AS_BEFORE = {
    "permalinks": "/%year%/%monthnum%/%day%/%postname%/",
    "options": {"blitar_without_rest": "", "show_on_front": "posts", "page_on_front": "0", "page_for_posts": "0"},
}


@pytest.mark.parametrize("kind", ALIKE)
def test_a_site_that_is_set_up_otherwise_is_found_whole(
    kind: str, wordpress: WordPress, tmp_path: Path, figures: Figures
) -> None:
    wordpress.run("theme.php", themes()[-1])
    wordpress.run("settings.php", order=ALIKE[kind])
    try:
        crawls = Crawls(wordpress, tmp_path / "archive.db")
        run = crawls.run()
        comparison = Comparison(crawls.articles(), wordpress.run("database.php")["articles"])
    finally:
        wordpress.run("settings.php", order=AS_BEFORE)
    figures(f"first crawl, {themes()[-1]}", kind, measured(run, crawls.served, comparison))
    assert_same(comparison)
    assert run["exit_status"] == 0 and run["requests"] < MOST_REQUESTS * comparison.count
