"""Captures read again: the same archive from them alone, better where the program is better, restored where damaged."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.archive.scratch import Scratch
from blitar_scraper.archive.warc.writer import OPEN
from blitar_scraper.crawling.lock import SiteLock
from blitar_scraper.crawling.offline import reparse as reparsing
from blitar_scraper.crawling.offline.reparse import Reparsed, reparse
from blitar_scraper.demo import SampleSite, serve
from blitar_scraper.extract import article as article_reader
from blitar_scraper.items import Site
from tests.crawling.conftest import Crawls

NOW = datetime(2026, 4, 1, tzinfo=UTC)
# What the crawl stored, by what names each row.
KEYS = {
    "articles": "id",
    "article_versions": "article_id, version",
    "article_captures": "article_id, version, capture_id",
    "view_counts": "article_id, observed_at",
    "media": "article_id, position",
    "popular": "site, observed_at, rank",
    "pages": "address_key",
    "problems": "id",
}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of two crawls of the sample site, eight days apart: new, edited, moved and removed articles."""
    with serve(SampleSite()) as server:
        crawls = Crawls(server, tmp_path_factory.mktemp("crawled") / "archive.db")
        crawls.run()
        server.site.day = 8
        crawls.run()
    return crawls.archive


@pytest.fixture
def archive(crawled: Path, tmp_path: Path) -> Path:
    """A copy of it with its captures."""
    shutil.copytree(crawled.with_suffix(".warc"), tmp_path / "archive.warc")
    return Path(shutil.copy(crawled, tmp_path / "archive.db"))


def stored(path: Path, tables: dict[str, str] = KEYS) -> dict[str, list[tuple[Any, ...]]]:
    with sqlite3.connect(path) as db:
        return {table: db.execute(f"SELECT * FROM {table} ORDER BY {key}").fetchall() for table, key in tables.items()}


def change(path: Path, *statements: str) -> None:
    db = sqlite3.connect(path)
    with db:
        for statement in statements:
            db.execute(statement)
    db.close()


def read_again(path: Path, **options: Any) -> Reparsed:
    (result,) = reparse(path, clock=lambda: NOW, **options)
    return result


def values(path: Path, sql: str, *marks: Any) -> list[Any]:
    with sqlite3.connect(path) as db:
        return [row[0] for row in db.execute(sql, marks)]


def test_reading_again_with_the_same_program_changes_nothing(archive: Path) -> None:
    before = stored(archive)
    result = read_again(archive)
    assert result.sightings > 150
    assert not result.found.changes
    assert stored(archive) == before
    assert not list(archive.parent.glob(".*.reparse/*")), "the scratch archive is gone when it was brought in"


def test_from_scratch_the_same_articles_and_versions_are_made_row_for_row(archive: Path) -> None:
    before = stored(archive)
    assert before["article_versions"] and len(before["articles"]) > 100
    change(archive, *(f"DELETE FROM {table}" for table in KEYS))
    result = read_again(archive, processes=2)
    assert result.found.added == len(before["articles"])
    assert stored(archive) == before


def test_an_archive_whose_file_is_lost_is_made_again_from_its_captures(archive: Path) -> None:
    more = {**KEYS, "captures": "id", "sightings": "id", "runs": "id"}
    before = stored(archive, more)
    sites = values(archive, "SELECT settings FROM sites")
    archive.unlink()
    result = read_again(archive)
    assert result.indexed == len(before["captures"])
    assert stored(archive, more) == before
    assert values(archive, "SELECT settings FROM sites") == sites
    assert values(archive, "SELECT backfilled_at IS NOT NULL FROM sites") == [1]
    with Archive(archive) as opened:
        assert opened.search("statistik"), "the search index is there, too"
        assert list(opened.db.query("PRAGMA foreign_key_check")) == []


def test_damaged_values_are_restored_without_a_version(archive: Path) -> None:
    before = stored(archive)
    change(
        archive,
        "UPDATE articles SET title = 'rusak', author = NULL, body = substr(body, 1, 10) WHERE id % 3 = 0",
        "UPDATE articles SET published_at = '1999-01-01', published_date = '1999-01-01' WHERE id % 7 = 0",
        "UPDATE articles SET views = 1, tags = '[\"rusak\"]', url = 'http://rusak.example/' WHERE id % 11 = 0",
        "UPDATE article_versions SET body = 'rusak'",
        "UPDATE view_counts SET views = views + 1 WHERE article_id = 2",
        "DELETE FROM media WHERE article_id % 2 = 0",
    )
    result = read_again(archive)
    assert result.found.restored > 60
    assert stored(archive) == before


def better(real: Callable[..., Any]) -> Callable[..., Any]:
    """An extraction that reads the author in capitals, and no section: other values, another parser."""

    def read(*args: Any, **kwargs: Any) -> Any:
        reading = real(*args, **kwargs)
        if reading.article is None:
            return reading
        article = reading.article
        author = article.author.upper() if article.author else None
        return replace(reading, article=replace(article, author=author, section=None, parser_version=99))

    return read


@pytest.fixture
def better_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    from blitar_scraper.spiders import reading

    monkeypatch.setattr(reading, "extract_article", better(reading.extract_article))
    monkeypatch.setattr(article_reader, "PARSER_VERSION", 99)


def test_better_reading_makes_versions_superseded_by_reparsed_and_no_edit(archive: Path, better_parser: None) -> None:
    edits = values(archive, "SELECT count(*) FROM edits")
    with sqlite3.connect(archive) as db:
        before = dict(db.execute("SELECT id, author FROM articles").fetchall())
    changed = [number for number, author in before.items() if author and author != author.upper()]
    result = read_again(archive)
    assert result.found.fields["author"].changed >= len(changed)
    assert result.found.fields["section"].withdrawn > 50
    assert len(result.found.fields["author"].examples) == 3
    for number in changed:
        assert values(archive, "SELECT author FROM articles WHERE id = ?", number) == [before[number].upper()]
        assert before[number] in values(
            archive,
            "SELECT author FROM article_versions WHERE article_id = ? AND superseded_by = 'reparsed'",
            number,
        )
    assert values(archive, "SELECT count(*) FROM edits") == edits, "what reads better now is no edit"
    assert "author" not in " ".join(values(archive, "SELECT changed FROM edits"))
    assert set(values(archive, "SELECT parser_version FROM articles")) == {99}
    again = read_again(archive)
    assert not again.found.changes


def test_superseded_versions_are_read_again_too(archive: Path, better_parser: None) -> None:
    (number, *_) = values(archive, "SELECT article_id FROM article_versions WHERE superseded_by = 'edited'")
    titles = values(archive, "SELECT title FROM article_history WHERE article_id = ? ORDER BY version", number)
    seen = values(archive, "SELECT seen_at FROM article_history WHERE article_id = ? ORDER BY version", number)
    read_again(archive)
    live = "article_id = ? AND superseded_by IS NOT 'reparsed' ORDER BY version"
    assert values(archive, f"SELECT title FROM article_history WHERE {live}", number) == titles
    assert values(archive, f"SELECT seen_at FROM article_history WHERE {live}", number) == seen
    authors = values(archive, f"SELECT author FROM article_history WHERE {live}", number)
    assert authors == [author.upper() for author in authors]
    everything = values(archive, "SELECT version FROM article_history WHERE article_id = ? ORDER BY version", number)
    assert everything == list(range(1, 5)), "the former readings keep their numbers"


def test_a_dry_run_says_the_same_and_changes_nothing(archive: Path, better_parser: None) -> None:
    before = stored(archive)
    dry = read_again(archive, dry_run=True)
    assert dry.found.reread > 100
    assert stored(archive) == before
    real = read_again(archive)
    assert real.found == dry.found


def test_a_reading_that_was_stopped_goes_on_where_it_was(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stored(archive)
    change(archive, "DELETE FROM articles WHERE id > 50", "DELETE FROM article_captures WHERE article_id > 50")
    monkeypatch.setattr(reparsing, "BATCH", 20)
    store, calls = Scratch.store, 0

    def stop(self: Scratch, *args: Any, **kwargs: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise KeyboardInterrupt
        store(self, *args, **kwargs)

    monkeypatch.setattr(Scratch, "store", stop)
    with pytest.raises(KeyboardInterrupt):
        read_again(archive)
    monkeypatch.setattr(Scratch, "store", store)
    result = read_again(archive)
    assert result.sightings == len(values(archive, "SELECT id FROM sightings")) - 60
    assert stored(archive) == before


def test_a_lost_capture_is_said_and_what_is_stored_stays(archive: Path) -> None:
    before = stored(archive)
    files = sorted(archive.with_suffix(".warc").rglob("*.warc.gz"))
    files[0].unlink()
    for _ in range(2):  # the second time it is still lost
        result = read_again(archive)
        assert len(result.unreadable) > 100
        assert stored(archive) == before


def test_a_page_on_which_todays_program_fails_keeps_what_was_read_of_it(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from blitar_scraper.spiders import reading

    before = stored(archive)
    (title, *_) = values(archive, "SELECT title_after FROM edits WHERE title_before <> title_after")
    real = reading.extract_article

    def failing(*args: Any, **kwargs: Any) -> Any:
        found = real(*args, **kwargs)
        if found.article is not None and found.article.title == title:
            raise RuntimeError("a fault of ours")
        return found

    monkeypatch.setattr(reading, "extract_article", failing)
    assert read_again(archive).reader_errors == 1
    after = stored(archive)
    assert after["articles"] == before["articles"]
    assert after["article_versions"] == before["article_versions"]


def test_an_article_that_moved_before_captures_were_kept_stays_one(archive: Path) -> None:
    moved = "SELECT id FROM articles WHERE id IN (SELECT article_id FROM problems WHERE problem = 'moved')"
    (number,) = values(archive, moved)
    change(
        archive,
        f"UPDATE articles SET uid = 'uidofanother' WHERE id = {number}",
        "INSERT INTO runs (id, site, mode, started_at, status, new, program_version)"
        " VALUES (99, 'blitarkota', 'full', '2026-01-01T00:00:00Z', 'finished', 1, '0')",
    )
    articles = values(archive, "SELECT count(*) FROM articles")
    result = read_again(archive)
    assert result.found.added == 0
    assert values(archive, "SELECT count(*) FROM articles") == articles
    assert values(archive, "SELECT uid FROM articles WHERE id = ?", number) == ["uidofanother"]


def test_runs_whose_numbers_were_given_again_are_told_apart(archive: Path) -> None:
    before = stored(archive, {"sightings": "at, id"})["sightings"]
    archive.unlink()
    with Archive(archive) as opened:  # a crawl that came before the reparse
        site = Site("lain", "Lain", "http://lain.example/")
        opened.put_site(site, at=NOW)
        assert opened.start_run("lain", "full", at=NOW, program_version="0") == 1
    reparse(archive, ["blitarkota"], clock=lambda: NOW)
    runs = dict(
        zip(
            values(archive, "SELECT id FROM runs ORDER BY id"),
            values(archive, "SELECT site FROM runs ORDER BY id"),
            strict=True,
        )
    )
    assert runs == {1: "lain", 2: "blitarkota", 3: "blitarkota"}
    assert len(values(archive, "SELECT id FROM sightings WHERE run_id IN (2, 3)")) == len(before)


def test_other_settings_of_a_site_make_no_edits(crawls: Crawls) -> None:
    crawls.run()
    change(crawls.archive, "UPDATE sightings SET account = json_set(account, '$.read_as', 'otherwise')")
    change(
        crawls.archive,
        "UPDATE articles SET body = body || ' MENU', content_digest = 'sha256:' || id WHERE id % 2 = 0",
    )
    result = crawls.run(full=True)
    assert result["run"]["edited"] == 0
    assert crawls.rows("SELECT count(*) AS n FROM edits") == [{"n": 0}]
    assert crawls.rows("SELECT count(*) AS n FROM article_versions WHERE superseded_by = 'reparsed'")[0]["n"] > 50


def test_an_article_seen_without_a_capture_keeps_its_place_in_the_history(archive: Path, better_parser: None) -> None:
    (number, *_) = values(archive, "SELECT article_id FROM article_versions WHERE superseded_by = 'edited'")
    change(
        archive,
        "DELETE FROM sightings WHERE capture_id IN"
        f" (SELECT capture_id FROM article_captures WHERE article_id = {number} AND version = 1 AND role = 'page')",
        f"UPDATE article_versions SET capture_id = NULL WHERE article_id = {number}",
    )
    change(
        archive,
        "INSERT INTO runs (id, site, mode, started_at, status, new, program_version)"
        " VALUES (99, 'blitarkota', 'full', '2026-01-01T00:00:00Z', 'finished', 1, '0')",
    )
    bodies = values(archive, "SELECT body FROM article_history WHERE article_id = ? ORDER BY version", number)
    edits = values(archive, "SELECT count(*) FROM edits")
    read_again(archive)
    live = "article_id = ? AND superseded_by IS NOT 'reparsed' ORDER BY version"
    assert values(archive, f"SELECT body FROM article_history WHERE {live}", number) == bodies
    assert values(archive, f"SELECT superseded_by FROM article_history WHERE {live}", number) == ["edited", None]
    assert values(archive, "SELECT body FROM articles WHERE id = ?", number) == bodies[-1:]
    assert values(archive, "SELECT count(*) FROM edits") == edits


def test_a_site_that_is_being_crawled_is_left_alone(archive: Path) -> None:
    before = stored(archive)
    lock = SiteLock(archive, "blitarkota")
    result = read_again(archive)
    lock.release()
    assert result.refused is not None and "blitarkota" in result.refused
    assert stored(archive) == before


def test_a_file_that_a_killed_run_left_open_is_read_too(archive: Path) -> None:
    before = stored(archive)
    last = sorted(archive.with_suffix(".warc").rglob("*.warc.gz"))[-1]
    last.rename(last.with_name(last.name + OPEN))
    read_again(archive)
    assert last.exists()
    assert stored(archive) == before


def test_every_value_of_an_article_names_a_capture_that_holds_its_bytes(archive: Path) -> None:
    with Archive(archive) as opened:
        rows = list(opened.db.query("SELECT a.title, c.* FROM articles a JOIN captures c ON c.id = a.capture_id"))
        assert len(rows) == opened.db["articles"].count
        for table in ("view_counts", "popular", "media", "article_versions"):
            assert opened.db.execute(f"SELECT count(*) FROM {table} WHERE capture_id IS NULL").fetchone() == (0,)
        failing = "SELECT count(*) FROM problems WHERE capture_id IS NULL AND problem NOT IN ('merged-article')"
        assert opened.db.execute(failing).fetchone() == (0,)


def test_accounts_are_json_of_one_line_and_name_only_known_records(archive: Path) -> None:
    records = set(values(archive, "SELECT record_id FROM captures"))
    for account in values(archive, "SELECT account FROM sightings"):
        said = json.loads(account)
        assert "\n" not in account
        assert {said["record"], *said.get("parts", []), *(one for one, _, _ in said.get("witnesses", []))} <= records


BETTER = """
import dataclasses
import blitar_scraper.extract.article as article
import blitar_scraper.spiders.reading as reading

real = article.extract_article

def read(*args, **kwargs):
    found = real(*args, **kwargs)
    if found.article is None:
        return found
    author = found.article.author.upper() if found.article.author else None
    return dataclasses.replace(found, article=dataclasses.replace(found.article, author=author, parser_version=99))

reading.extract_article = read
"""


def test_an_edit_seen_by_a_newer_program_is_an_edit_and_only_that(
    crawls: Crawls, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    crawls.run()
    crawls.server.site.day = 8
    (tmp_path / "sitecustomize.py").write_text(BETTER)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    result = crawls.run()
    assert result["run"]["edited"] == len(crawls.server.site.story.edited) > 0
    edits = crawls.rows("SELECT article_id, changed FROM edits")
    assert len(edits) == result["run"]["edited"]
    assert all("author" not in edit["changed"] for edit in edits)
    for edit in edits:
        history = crawls.rows(
            "SELECT author, superseded_by FROM article_history WHERE article_id = ? ORDER BY version",
            edit["article_id"],
        )
        assert [row["superseded_by"] for row in history] == ["reparsed", "edited", None]
        assert history[0]["author"].upper() == history[1]["author"] == history[2]["author"]
    anew = crawls.rows("SELECT count(*) AS n FROM article_versions WHERE superseded_by = 'reparsed'")
    assert anew[0]["n"] >= len(edits)
