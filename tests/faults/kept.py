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


def assert_nothing_lost(
    stage: Stage, before: Mapping[str, Rows], *, gone: Set[int] = frozenset(), moved: bool = False
) -> None:
    """Every row and every good value is as it was; nothing that is no article of the site has become one.

    `gone`: numbers of the articles that the site has taken down. `moved`: articles may be noted as gone with their
    site, which is no removal. Views alone may have changed.
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
            kept = name == "capture_id" or row[name] in (None, now_row[name])  # the bytes may be of a later look
            assert kept and (row[name] is None or now_row[name] is not None), (row["url"], name, now_row[name])
        assert row["views"] is None or now_row["views"] is not None, row["url"]
        if None not in (row["author"], row["published_at"], row["body"]):
            # The site edits nothing: a version would be junk.
            assert now_row["version"] == row["version"], row["url"]
    for row in after.values():
        assert_is_of_the_site(row, gone, moved=moved)
    assert_rows_are_whole_records(stage)  # type: ignore[arg-type]
    assert_nothing_cited_is_missing(stage)  # type: ignore[arg-type]
    wrong = found_wrong(stage)  # type: ignore[arg-type]
    assert wrong.keys() <= LEFT_BY_A_CUT_RUN, wrong


def assert_is_of_the_site(row: Mapping[str, Any], gone: Set[int], *, moved: bool) -> None:
    """A value is the site's or absent: never a challenge's title, half a text, or another day."""
    news = news_of(row["url"])
    assert news is not None, row["url"]
    for name in ("title", "author", "published_at", "body"):
        assert row[name] in (None, getattr(news, name)), (row["url"], name, row[name])
    is_gone = row["gone_at"] is not None and not (moved and row["gone_reason"] == "moved-site")
    assert is_gone <= (news.number in gone), (row["url"], row["gone_at"], row["gone_reason"])


def assert_all_is_there(
    stage: Stage, *, gone: Set[int] = frozenset(), without: Set[str] = frozenset(), moved: bool = False
) -> None:
    """Everything that the site has is in the archive, whole; `without`: fields that the site does not show.

    `moved`: articles whose new addresses were not come across yet may stand as gone with the site's old addresses.
    """
    found = {news_of(row["url"]): row for row in stage.rows("SELECT * FROM articles")}
    for news in stage.server.site.articles:
        row = found[news]
        for name in {"title", "author", "published_at", "body"} - without:
            assert row[name] == getattr(news, name), (news.path, name, row[name])
        assert row["gone_at"] is None or (moved and row["gone_reason"] == "moved-site"), news.path
    if not moved:
        assert {news.number for news, row in found.items() if news and row["gone_at"]} == set(gone)
    assert found_wrong(stage) == {}  # type: ignore[arg-type]


def news_of(url: str) -> News | None:
    """The article at an address, wherever the site has put it."""
    return _OF_NEWS.get("/berita/" + url.partition("?")[0].rpartition("/")[2])
