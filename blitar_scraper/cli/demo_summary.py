"""What the demonstration says at its end: what the second crawl found, what it cost, and how to look at the result."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import Archive
from blitar_scraper.cli.run_report import counts, size
from blitar_scraper.crawling.runner import Result

_WIDTH = 76  # characters of a title: a line fits on a terminal of 100


def summary_lines(results: Sequence[Result], archive: Path, url: str) -> Iterator[str]:
    """The summary, line by line; it reads everything from the archive, as anybody could."""
    first, second = (result.run for result in results)
    if first is None or second is None:
        return
    with Archive(archive, readonly=True) as opened:
        total = next(opened.db.query("SELECT count(*) AS n FROM articles"))["n"]
        edited = _rows(opened, "SELECT uid FROM edits WHERE changed LIKE 'title, %' LIMIT 1")
        yield f"A sample of Kota Blitar's site, served at {url}, crawled twice; eight days passed in between."
        yield ""
        yield f"First crawl   {_day(first)}  {counts(first)}"
        yield f"              {first['requests']} requests, {size(first['bytes'])}"
        yield f"Second crawl  {_day(second)}  {counts(second)}"
        yield f"              {second['requests']} requests, {size(second['bytes'])}"
        yield ""
        for heading, lines in (
            ("New", _new(opened, second)),
            ("Edited, both versions kept", _edited(opened)),
            ("Moved, the row stays", _moved(opened)),
            ("Gone, the text stays", _gone(opened)),
            ("Most viewed", _most_viewed(opened)),
        ):
            yield heading
            yield from (f"  {line}" for line in lines)
            yield ""
    yield f"{total} articles in {archive}. Look at them:"
    yield f'  sqlite3 {archive} "SELECT published_at, views, title FROM articles ORDER BY views DESC LIMIT 10"'
    yield f"  {_command()} search --archive {archive} penghargaan"
    for row in edited:
        yield f"  {_command()} show --archive {archive} {row['uid']}"
    if Path("Makefile").exists():
        yield f"  make serve ARCHIVE={archive}"
    else:
        yield f"  {_command()} serve --archive {archive}"


def _command() -> str:
    """How to call `blitar` from here: by its name, or by its place in an environment that is not on the path."""
    if shutil.which("blitar"):
        return "blitar"
    return os.path.relpath(Path(sys.executable).parent / "blitar")


def _day(run: dict[str, Any]) -> str:
    return str(run["started_at"])[:10]


def _title(row: dict[str, Any]) -> str:
    title = str(row["title"] or row["url"])
    return title if len(title) <= _WIDTH else title[: _WIDTH - 1] + "…"


def _rows(archive: Archive, sql: str, *values: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in archive.db.query(sql, list(values))]


def _new(archive: Archive, run: dict[str, Any]) -> Iterator[str]:
    sql = "SELECT title, url, published_at FROM articles WHERE first_seen_at >= ? ORDER BY published_at"
    for row in _rows(archive, sql, run["started_at"]):
        yield f"{row['published_at']}  {_title(row)}"


def _edited(archive: Archive) -> Iterator[str]:
    sql = "SELECT * FROM edits ORDER BY article_id, version"
    for row in _rows(archive, sql):
        changed = [name for name in ("title", "body") if row[f"{name}_before"] != row[f"{name}_after"]]
        yield f"{' and '.join(changed):14}  {_title({'title': row['title_after'], 'url': ''})}"


def _moved(archive: Archive) -> Iterator[str]:
    for row in _rows(archive, "SELECT uid, title, url FROM articles ORDER BY id"):
        if row["uid"] != uid_of(row["url"]):
            yield f"{_title(row)}\n    now at {row['url']}"


def _gone(archive: Archive) -> Iterator[str]:
    sql = "SELECT title, url, gone_at, gone_reason FROM articles WHERE gone_at IS NOT NULL ORDER BY id"
    for row in _rows(archive, sql):
        reason = {"home": "leads to the home page", "404": "404"}.get(row["gone_reason"], row["gone_reason"])
        yield f"{row['gone_at'][:10]}  {_title(row)} ({reason})"


def _most_viewed(archive: Archive) -> Iterator[str]:
    sql = "SELECT title, url, views, published_at FROM articles WHERE views IS NOT NULL ORDER BY views DESC LIMIT 5"
    for row in _rows(archive, sql):
        yield f"{row['views']:>7,}  {row['published_at'] or 'undated':10}  {_title(row)}"
