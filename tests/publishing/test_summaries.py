"""The summaries of a release are the views of an archive, row for row and column for column."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlite_utils import Database

from benchmarks.archives.generating import generate
from blitar_scraper.archive.search_words import add_functions
from blitar_scraper.publishing.queries import QUERIES
from blitar_scraper.publishing.releases.summaries import SUMMARIES, materialise
from tests.archive.archive_examples import Crawled
from tests.publishing.released import released

ARTICLES = 600


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with something in each of its views."""
    path = tmp_path_factory.mktemp("archive") / "arsip.db"
    generate(path, ARTICLES, sentences=100)
    return path


def rows_of(db: Database, name: str) -> tuple[list[str], list[tuple[object, ...]]]:
    cursor = db.execute(f"SELECT * FROM {name}")
    return [column[0] for column in cursor.description], sorted(cursor.fetchall(), key=repr)


def test_a_table_has_the_rows_that_the_view_had(archive: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    db = released(archive, tmp_path, request, summaries=False)
    before = {name: rows_of(db, name) for name in SUMMARIES}
    materialise(db)
    kinds = dict(db.execute("SELECT name, type FROM sqlite_master").fetchall())
    for name in SUMMARIES:
        assert kinds[name] == "table"
        columns, rows = before[name]
        assert rows, name
        assert rows_of(db, name) == (columns, rows)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_empty_archive_has_summaries_without_rows(
    crawled: Crawled, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    crawled.archive.db.execute("DELETE FROM runs")
    crawled.archive.db.execute("DELETE FROM sites")
    db = released(crawled.archive.path, tmp_path, request)
    assert all(rows_of(db, name)[1] == [] for name in SUMMARIES)


def test_no_question_goes_through_all_articles(archive: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    db = released(archive, tmp_path, request)
    add_functions(db.conn)
    db.execute("ANALYZE")
    for query in QUERIES.values():
        plan = db.execute(f"EXPLAIN QUERY PLAN {query.sql}", dict.fromkeys(query.parameters, "")).fetchall()
        steps = [step for *_, step in plan]
        through = re.compile(r"SCAN (a|articles|e|edits|v|view_counts|article_versions|pages|p|problems)")
        assert [step for step in steps if through.fullmatch(step)] == [], query.name
