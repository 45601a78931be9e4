"""Whether anything was lost: one check for all faults. It compares with what was there, and with what the site has."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from tests.crawling.captured import assert_nothing_cited_is_missing, assert_rows_are_whole_records, found_wrong
from tests.faults.news import ARTICLES, News
from tests.faults.stage import Stage

Rows = list[dict[str, Any]]

# What a run that was cut leaves behind, and the next one sets right.
LEFT_BY_A_CUT_RUN = {"file-left-open", "capture-unindexed"}
# Rows of these never change once they are written.
_FOR_EVER = {
    "article_versions": "article_id, version, title, author, section, published_at, body, content_digest, capture_id",
    "view_counts": "article_id, observed_at, views, capture_id",
    "captures": "id, url, fetched_at, http_status, digest, record_id, warc_file, warc_offset, warc_length",
    "problems": "id, run_id, url, field, problem, detail, seen_at",
    "runs": "id, site, mode, started_at",
    "pages": "url, kind, discovered_at",
    "media": "article_id, position, kind, url",
}
_VALUES = ("title", "author", "published_at", "body", "language", "capture_id", "first_seen_at", "uid")
_OF_NEWS = {news.path: news for news in ARTICLES}


def snapshot(stage: Stage) -> dict[str, Rows]:
    """All that must still be there when the fault is over."""
    found = {table: stage.rows(f"SELECT {columns} FROM {table}") for table, columns in _FOR_EVER.items()}
    return {**found, "articles": stage.rows("SELECT * FROM articles ORDER BY id")}


def assert_nothing_lost(stage: Stage, before: Mapping[str, Rows], *, gone: Set[int] = frozenset()) -> None:
    """Every row and every good value is as it was; nothing that is no article of the site has become one.

    `gone`: numbers of the articles that the site has taken down. Views alone may have changed.
    """
    assert stage.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    for table, columns in _FOR_EVER.items():
        now = {tuple(row.values()) for row in stage.rows(f"SELECT {columns} FROM {table}")}
        lost = [row for row in before[table] if tuple(row.values()) not in now]
        assert not lost, (table, lost[:3])
    after = {row["id"]: row for row in stage.rows("SELECT * FROM articles")}
    for row in before["articles"]:
        now_row = after[row["id"]]
        for name in _VALUES:
            same = name == "capture_id" or row[name] == now_row[name]  # of an unchanged page, seen again
            assert same and (row[name] is None or now_row[name] is not None), (row["url"], name, now_row[name])
        assert row["views"] is None or now_row["views"] is not None, row["url"]
        assert now_row["version"] == row["version"], row["url"]  # the site edits nothing: a version would be junk
    for row in after.values():
        assert_is_of_the_site(row, gone)
    assert_rows_are_whole_records(stage)  # type: ignore[arg-type]
    assert_nothing_cited_is_missing(stage)  # type: ignore[arg-type]
    wrong = found_wrong(stage)  # type: ignore[arg-type]
    assert wrong.keys() <= LEFT_BY_A_CUT_RUN, wrong


def assert_is_of_the_site(row: Mapping[str, Any], gone: Set[int]) -> None:
    """A value is the site's or absent: never a challenge's title, half a text, or another day."""
    news = news_of(row["url"])
    assert news is not None, row["url"]
    for name in ("title", "author", "published_at", "body"):
        assert row[name] in (None, getattr(news, name)), (row["url"], name, row[name])
    assert (row["gone_at"] is not None) <= (news.number in gone), (row["url"], row["gone_at"], row["gone_reason"])


def assert_all_is_there(stage: Stage, *, gone: Set[int] = frozenset(), without: Set[str] = frozenset()) -> None:
    """Everything that the site has is in the archive, whole; `without`: fields that the site does not show."""
    found = {news_of(row["url"]): row for row in stage.rows("SELECT * FROM articles")}
    for news in stage.server.site.articles:
        row = found[news]
        for name in {"title", "author", "published_at", "body"} - without:
            assert row[name] == getattr(news, name), (news.path, name, row[name])
        assert row["gone_at"] is None, (news.path, row["gone_reason"])
    assert {news.number for news, row in found.items() if news and row["gone_at"]} == set(gone)
    assert found_wrong(stage) == {}  # type: ignore[arg-type]


def news_of(url: str) -> News | None:
    """The article at an address, wherever the site has put it."""
    return _OF_NEWS.get("/berita/" + url.partition("?")[0].rpartition("/")[2])
