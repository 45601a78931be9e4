"""What Datasette is told of an archive: all of it described, nothing of it markup, live and released."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from blitar_scraper.items import Site
from blitar_scraper.publishing.metadata import metadata, settings
from blitar_scraper.publishing.queries import QUERIES
from tests.archive.archive_examples import Crawled, article_seen, days
from tests.publishing.released import released
from tests.publishing.visiting import Visitor

HOSTILE = '<script>alert("1")</script>'


def told(db: Database, **given: Any) -> dict[str, Any]:
    return metadata(db, database="arsip", **given)


@pytest.fixture(params=["live", "released"])
def db(crawled: Crawled, request: pytest.FixtureRequest, tmp_path: Path) -> Database:
    crawled.store(article_seen())
    return crawled.archive.db if request.param == "live" else released(crawled.archive.path, tmp_path, request)


def test_every_table_view_and_column_is_described(db: Database) -> None:
    tables = told(db)["databases"]["arsip"]["tables"]
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    for name in names:
        if name.startswith(("sqlite_", "articles_fts_")) or name == "_sqlite_migrations":
            continue
        assert tables[name]["description"], name
        columns = {row[1] for row in db.execute(f"PRAGMA table_xinfo({name})")}
        if name != "articles_fts":
            assert tables[name]["columns"].keys() == columns, name


def test_facets_sorts_and_labels_name_columns_that_are_there(db: Database) -> None:
    for name, table in told(db)["databases"]["arsip"]["tables"].items():
        columns = {row[1] for row in db.execute(f"PRAGMA table_xinfo({name})")}
        named = [*table.get("facets", ()), table.get("sort_desc"), table.get("label_column")]
        assert {column for column in named if column} <= columns, name


def test_what_only_the_program_needs_is_hidden_and_in_a_release_the_other_names(db: Database) -> None:
    tables = told(db)["databases"]["arsip"]["tables"]
    hidden = {name for name, table in tables.items() if table.get("hidden")}
    kinds = dict(db.execute("SELECT name, type FROM sqlite_master").fetchall())
    public = {name for name in tables if name.startswith("public_")}
    is_release = kinds["coverage"] == "table"
    assert {"_sqlite_migrations", "articles_fts", "withholdings"} <= hidden
    assert (public & hidden == public) if is_release else not (public & hidden)
    assert {"articles", "coverage", "runs"} & hidden == set()


def test_one_site_gives_the_archive_its_name_and_source(crawled: Crawled) -> None:
    english, indonesian = told(crawled.archive.db), told(crawled.archive.db, language="id")
    assert english["title"] == "News of Kota Contoh"
    assert indonesian["title"] == "Berita Kota Contoh"
    assert (english["source"], english["source_url"]) == ("Kota Contoh", "https://www.kota-contoh.go.id/")
    assert english["plugins"]["blitar_scraper"] == {
        "database": "arsip",
        "language": "en",
        "title": "News of Kota Contoh",
    }
    crawled.archive.put_site(Site("lain", "Kota Lain", "https://lain.go.id/"), at=days(0))
    assert told(crawled.archive.db)["source"] == "2 sites of regional governments"
    assert "source_url" not in told(crawled.archive.db)


def test_what_is_given_outranks_what_is_worked_out(crawled: Crawled) -> None:
    given = told(
        crawled.archive.db,
        title="Arsip",
        licence="CC-BY-4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        source="Pemkot",
        about="Tentang",
        about_url="https://arsip.example.org/tentang",
        base_url="https://arsip.example.org/",
    )
    expected = {"title": "Arsip", "license": "CC-BY-4.0", "source": "Pemkot", "about": "Tentang"}
    assert expected.items() <= given.items()
    assert given["plugins"]["blitar_scraper"]["base_url"] == "https://arsip.example.org/"
    assert "source_url" not in given  # the address of another source than the one named


def test_an_archive_without_sites_has_a_title_and_no_source(crawled: Crawled) -> None:
    crawled.archive.db.execute("DELETE FROM runs")
    crawled.archive.db.execute("DELETE FROM sites")
    assert told(crawled.archive.db)["title"] == "News of regional governments"
    assert "source" not in told(crawled.archive.db)


def everything_in(value: Any) -> Iterator[tuple[str, Any]]:
    """Every key with its value, at any depth."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield str(key), inner
        yield from everything_in(inner)


def test_nothing_is_markup_and_only_web_addresses_are_links(crawled: Crawled, visit: Callable[..., Visitor]) -> None:
    crawled.archive.db.execute("UPDATE sites SET name = ?, home_url = 'javascript:alert(1)'", [HOSTILE])
    made = told(crawled.archive.db, about=HOSTILE, about_url="data:text/html,x", licence_url="javascript:x")
    keys = [key for key, _ in everything_in(made)]
    assert not [key for key in keys if key.endswith("_html")]
    assert not [key for key in keys if key in ("about_url", "license_url", "source_url")]
    crawled.store(article_seen())
    crawled.archive.close()
    visitor = visit()
    for address in ("/", "/arsip", "/arsip/articles", "/arsip/latest-articles", "/-/metadata.json"):
        answer = visitor.get(address)
        assert answer.status == 200
        if "html" in answer.headers["content-type"]:
            assert HOSTILE not in answer.text
            assert "javascript:" not in answer.text


def test_the_queries_are_there_and_all_of_it_is_json(db: Database) -> None:
    made = told(db, language="id")
    assert made["databases"]["arsip"]["queries"].keys() == QUERIES.keys()
    assert json.loads(json.dumps(made)) == made


def test_the_settings_are_those_that_datasette_has(crawled: Crawled) -> None:
    from datasette.app import DEFAULT_SETTINGS

    for release in (False, True):
        assert settings(release=release).keys() <= DEFAULT_SETTINGS.keys()
    assert settings(release=True)["sql_time_limit_ms"] == 1000
