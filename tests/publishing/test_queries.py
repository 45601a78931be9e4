"""The canned queries answer whoever opens them, on the live archive and on a release, and show nothing withheld."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import withholding
from blitar_scraper.archive.descriptions import TABLES, VIEWS
from blitar_scraper.archive.search_words import add_functions
from blitar_scraper.items import Listing, ListingSeen, Site
from blitar_scraper.publishing.queries import QUERIES, Query, canned
from tests.archive.archive_examples import Crawled, article_seen, capture, days, fetch, gone, url
from tests.publishing.released import released
from tests.publishing.visiting import Visitor

TEXT = "Pemerintah daerah membuka pendaftaran bantuan modal usaha bagi warga yang berhak.\n" * 4
SECRET = "Rahasia"
NEIGHBOUR = Site("tetangga", "Kabupaten Tetangga", "https://www.tetangga.go.id/", timezone="Asia/Jakarta")
# Numbers of articles, and of what is public of them.
HARMLESS = ["sites", "runs", "coverage", "articles_monthly", "shared_texts", "recent_growth"]


def at_neighbour(name: str, at: Any, **said: Any) -> Any:
    """An article of the neighbour's site."""
    seen = article_seen(f"{NEIGHBOUR.home_url}{name}", at=at, **said)
    return type(seen)(NEIGHBOUR, seen.fetch, seen.reading)


@pytest.fixture
def filled(crawled: Crawled) -> Crawled:
    """Something for each query to find, and an article of which nothing may be found."""
    archive = crawled.archive
    archive.put_site(NEIGHBOUR, at=days(0))
    crawled.store(article_seen("pasar", title="Pasar Dibuka", views=10, press_release_number="485/56/2026"))
    crawled.store(article_seen("pasar", at=days(1), title="Pasar Legi Dibuka", views=90))
    crawled.store(article_seen("tanpa", title="Tanpa Tanggal", published_at=None, published_raw="kemarin dulu"))
    crawled.store(article_seen("sama", title="Bantuan Modal", body=TEXT, main_span=None, section="EKONOMI"))
    crawled.store(at_neighbour("sama-juga", days(1), title="Bantuan Modal Usaha", body=TEXT, main_span=None))
    crawled.store(article_seen("hilang", title="Hilang"), gone("hilang", at=days(3)))
    capture(crawled, days(0))
    secret = {"body": TEXT, "main_span": None, "author": SECRET, "section": SECRET, "press_release_number": SECRET}
    crawled.store(article_seen("rahasia", title=SECRET, **secret))
    crawled.store(article_seen("rahasia", at=days(2), views=9999, title=f"{SECRET} lagi", **secret))
    crawled.store(gone("rahasia", at=days(4)))
    capture(crawled, days(0), "rahasia")
    crawled.store(ListingSeen(NEIGHBOUR, fetch(NEIGHBOUR.home_url, days(1)), Listing(())))
    archive.finish_run(crawled.run_id, at=days(4), status="finished", exit_status=0)
    article = archive.article_by_uid(uid_of(url("rahasia")))
    assert article is not None
    with archive.transaction():
        withholding.withhold(archive.db, article, reason="x", at="2026-03-09T00:00:00Z")
    return crawled


def answer(db: Any, query: Query, **given: str) -> list[dict[str, Any]]:
    cursor = db.execute(query.sql, dict.fromkeys(query.parameters, "") | given)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@pytest.fixture(params=["live", "released"])
def ask(filled: Crawled, request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., list[dict[str, Any]]]:
    """`ask("undated", site="contoh")`: the rows of that query, of the live archive or of a release of it."""
    db = filled.archive.db if request.param == "live" else released(filled.archive.path, tmp_path, request)
    add_functions(db.conn)
    return lambda name, **given: answer(db, QUERIES[name], **given)


@pytest.mark.parametrize("name", QUERIES)
def test_it_answers_when_it_is_just_opened_and_shows_nothing_withheld(ask: Callable[..., Any], name: str) -> None:
    rows = ask(name)
    assert rows
    assert SECRET.casefold() not in str(rows).casefold()


def test_the_queries_find_what_they_say(ask: Callable[..., Any]) -> None:
    def found(name: str, column: str, **given: str) -> list[Any]:
        return [row[column] for row in ask(name, **given)]

    assert found("latest-articles", "title", site="tetangga") == ["Bantuan Modal Usaha"]
    assert found("latest-articles", "title", section="EKONOMI") == ["Bantuan Modal"]
    assert found("most-viewed", "title")[0] == "Pasar Legi Dibuka"
    assert found("most-viewed", "title", month="2026-02") == []
    assert found("most-viewed", "title", month="2026", site="tetangga") == ["Bantuan Modal Usaha"]
    assert found("fastest-growing", "growth") == [80]
    assert found("changed-after-publication", "changed") == ["title"]
    assert found("changed-after-publication", "changed", field="body") == []
    assert found("disappeared", "title", reason="404") == ["Hilang"]
    assert found("disappeared", "title", site="tetangga") == []
    assert "news" in found("silences", "verdict", site="contoh")
    assert found("silences", "month", verdict="crawl failed") == []
    assert found("undated", "published_raw") == ["kemarin dulu"]
    assert found("same-text", "title") == ["Bantuan Modal", "Bantuan Modal Usaha"]
    assert found("same-text", "sites", site="tetangga") == [2, 2]
    assert found("same-text", "sites", site="lain") == []
    assert found("press-releases", "title", number="56/2026") == ["Pasar Legi Dibuka"]
    assert found("press-releases", "title", number="0000") == []
    assert found("capture-log", "url") == [url("pasar")]
    assert found("capture-log", "http_status", url=url("pasar")) == [200]
    assert found("capture-log", "url", url=url("rahasia")) == []
    assert found("find", "title", words="bantuan modal", site="tetangga") == ["Bantuan Modal Usaha"]
    assert found("find", "title", words=SECRET) == []
    assert "[pendaftaran]" in found("find", "found", words="pendaftaran")[0]
    assert found("articles-a-month", "articles", site="tetangga") == [1]
    assert found("views-over-time", "growth") == [None, 80]


def test_an_article_dated_to_come_is_not_the_latest(filled: Crawled) -> None:
    filled.store(article_seen("nanti", title="Nanti", published_at="2062-01-01", views=1))
    titles = [row["title"] for row in answer(filled.archive.db, QUERIES["latest-articles"])]
    assert titles
    assert "Nanti" not in titles
    assert answer(filled.archive.db, QUERIES["most-viewed"])[0]["title"] == "Pasar Legi Dibuka"


@pytest.mark.parametrize("name", QUERIES)
def test_an_empty_archive_gives_no_rows_and_no_error(crawled: Crawled, name: str) -> None:
    add_functions(crawled.archive.db.conn)
    crawled.archive.db.execute("DELETE FROM runs")
    assert answer(crawled.archive.db, QUERIES[name]) == []


@pytest.mark.parametrize("name", QUERIES)
def test_it_reads_public_views_and_what_says_nothing_of_an_article(crawled: Crawled, name: str) -> None:
    with Database(memory=True) as public:  # in which there is nothing else
        for view in [name for name in VIEWS if name.startswith("public_")] + HARMLESS:
            columns = [f'"{row[1]}"' for row in crawled.archive.db.execute(f"PRAGMA table_xinfo({view})")]
            public.execute(f"CREATE TABLE {view} ({', '.join(columns)})")
        public.execute("CREATE VIRTUAL TABLE articles_fts USING fts5 (title, body_main)")
        add_functions(public.conn)
        public.execute(f"EXPLAIN {QUERIES[name].sql}", dict.fromkeys(QUERIES[name].parameters, ""))


def test_no_query_stands_in_the_place_of_a_table() -> None:
    assert not QUERIES.keys() & {**TABLES, **VIEWS}.keys()


def test_titles_and_descriptions_are_there_in_both_languages() -> None:
    english, indonesian = canned("en"), canned("id")
    assert len(english) >= 10
    for name in QUERIES:
        assert english[name]["title"] != indonesian[name]["title"]
        assert english[name]["description"] != indonesian[name]["description"]
        assert english[name]["sql"] == indonesian[name]["sql"]


def test_datasette_shows_each_of_them_with_its_parameters(filled: Crawled, visit: Callable[..., Visitor]) -> None:
    filled.archive.close()
    visitor = visit(language="id")
    for query in QUERIES.values():
        answer = visitor.get(f"/arsip/{query.name}")
        assert answer.status == 200
        assert query.title[1] in answer.text
        assert all(f'name="{parameter}"' in answer.text for parameter in query.parameters)
        rows = visitor.get(f"/arsip/{query.name}.json?_shape=array").json
        assert rows, query.name
        if "article" in rows[0]:
            assert f"/article/{rows[0]['article']}" in answer.text
