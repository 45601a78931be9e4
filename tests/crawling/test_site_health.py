"""A run measures its site by the site's own history, says what is wrong in the database too, and takes it back."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from blitar_scraper.demo import Response
from tests.crawling.conftest import Crawls
from tests.crawling.small_site import HTML, Post, SmallSite, crawling

ARTICLES = "SELECT id, title, author, published_at, views, body, version, gone_at FROM articles ORDER BY id"
OF_SITE = "SELECT problem, field, seen_at = resolved_at AS event FROM problems WHERE url IS NULL"


def old(post: Post, views: int, author: str = "Admin Kota") -> str:
    return (
        '<div class="wrap"><header class="site-head"></header><main class="single"><article class="post">'
        f'<h1 class="judul">{post.title}</h1><p class="meta">by {author} | {post.date} | {views}x Dilihat</p>'
        f'<div class="isi"><p>{post.text}</p></div></article></main><footer class="kaki"></footer></div>'
    )


def new(post: Post, views: int, author: str | None = "Admin Kota") -> str:
    by = f'<li class="by">Oleh {author}</li>' if author else ""
    return (
        '<section class="page"><div class="container"><div class="row"><div class="col-lg-8"><div class="card">'
        f'<h2 class="card-title">{post.title}</h2><ul class="facts">{by}<li class="day">{post.date}</li>'
        f'<li class="eye">Dibaca {views} kali</li></ul><div class="card-body"><p>{post.text}</p></div></div></div>'
        '<div class="col-lg-4"></div></div></div></section>'
    )


def signed_by_nobody(post: Post, views: int) -> str:
    return new(post, views, None)


def with_a_notice(post: Post, views: int) -> str:
    notice = "<p>Pemerintah kota mengimbau seluruh warga membayar pajak bumi dan bangunan sebelum akhir bulan.</p>"
    return new(post, views).replace("<p>", f"{notice}<p>", 1)


@dataclass
class Built(SmallSite):
    """Its article pages are built by `design`."""

    design: Callable[[Post, int], str] = old

    def _article(self, post: Post) -> Response:
        inner = self.design(post, 40 + post.number + self.day)
        html = f"<html><head><title>{post.title}</title></head><body>{inner}</body></html>"
        return Response(200, HTML, html.encode())


@pytest.fixture
def built(tmp_path: Path) -> Iterator[Crawls]:
    with crawling(tmp_path, Built()) as crawls:
        assert crawls.run()["exit_status"] == 0
        yield crawls


def stats_of(result: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result["run"]["stats"])
    return found


def open_of_site(crawls: Crawls) -> list[tuple[str, str | None]]:
    rows = crawls.rows(f"{OF_SITE} AND resolved_at IS NULL ORDER BY problem, field")
    return [(row["problem"], row["field"]) for row in rows]


def test_a_run_says_what_its_pages_gave(built: Crawls) -> None:
    built.server.site.day = 3
    result = built.run(full=True)
    stats = stats_of(result)
    assert stats["fields"] == {"read": 21, "title": 21, "author": 21, "published_at": 21, "views": 21, "body": 21}
    assert (stats["again"], stats["news"]["read"], stats["known"]["author"], stats["lost"]) == (20, 1, 20, {})
    assert stats["looks"] == {"read": 21} and stats["findings"] == [] and stats["reason"] is None
    assert [(one["start"], one["first"]) for one in stats["listings"] if one["kind"] == "listing"] == [
        (f"{built.server.url}/", 8)
    ]
    (layout,) = stats["layout"]["article"]
    assert 5 <= len(layout) <= 48
    assert (result["exit_status"], result["reason"], open_of_site(built)) == (0, None, [])


def test_a_redesign_that_loses_a_field_is_said_overwrites_nothing_and_ends_when_it_is_read_again(built: Crawls) -> None:
    site, before = built.server.site, built.rows(ARTICLES)
    site.design = signed_by_nobody
    lost = built.run(full=True)
    assert lost["exit_status"] == 3 and lost["status"] == "finished"
    assert lost["reason"] == (
        "redesigned: pages are built differently since this run, and have lost author: none of 20 articles"
    )
    assert built.rows(ARTICLES) == before
    assert open_of_site(built) == [("field-lost", "author"), ("redesigned", None)]
    assert stats_of(lost)["lost"] == {"author": 20} and stats_of(lost)["fields"]["author"] == 0
    quiet = built.run()  # nothing is read: the loss still stands, the redesign has been told
    assert quiet["exit_status"] == 3 and quiet["reason"].startswith("field-lost: author: none of ")
    assert [one["problem"] for one in stats_of(quiet)["findings"]] == ["field-lost"]
    site.design = new
    assert built.run(full=True)["exit_status"] == 0
    assert open_of_site(built) == []
    assert built.rows(f"{OF_SITE} ORDER BY id") == [
        {"problem": "redesigned", "field": None, "event": 0},
        {"problem": "field-lost", "field": "author", "event": 0},
    ]


def test_a_redesign_after_which_everything_is_read_is_a_remark(built: Crawls) -> None:
    before = built.rows(ARTICLES)
    built.server.site.design = new
    result = built.run(full=True)
    assert (result["exit_status"], result["run"]["edited"]) == (0, 0)
    assert result["reason"] == (
        "redesigned: pages are built differently since this run; 20 articles were read, and nothing is lost"
    )
    assert built.rows(f"{OF_SITE}") == [{"problem": "redesigned", "field": None, "event": 1}]
    assert built.rows(ARTICLES) == before
    assert built.run()["reason"] is None


def test_a_redesign_that_changes_what_is_read_of_most_articles_is_said_and_the_former_texts_are_kept(
    built: Crawls,
) -> None:
    before = built.rows("SELECT id, body FROM articles ORDER BY id")
    built.server.site.design = with_a_notice
    result = built.run(full=True)
    assert result["exit_status"] == 3
    assert "20 of 20 known articles read otherwise: compare them" in result["reason"]
    assert built.rows("SELECT article_id AS id, body FROM article_versions ORDER BY article_id") == before


def test_a_field_that_the_site_shows_no_more_is_switched_off_by_its_settings(built: Crawls) -> None:
    built.settings = {"expect": {"fill": {"author": 0}}}
    built.server.site.design = signed_by_nobody
    result = built.run(full=True)
    assert result["exit_status"] == 0 and [one["problem"] for one in stats_of(result)["findings"]] == ["redesigned"]


def test_a_listing_that_shows_hardly_anything_is_said_until_it_is_full_again(built: Crawls) -> None:
    built.run()
    built.run()
    built.server.site.shown = 1
    shrunk = built.run()
    assert shrunk["exit_status"] == 3 and "1 links on the first page of the listing" in shrunk["reason"]
    assert open_of_site(built) == [("listing-shrunk", None)]
    built.server.site.shown = 8
    assert (built.run()["exit_status"], open_of_site(built)) == (0, [])
