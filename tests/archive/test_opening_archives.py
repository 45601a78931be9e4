"""What happens when a file is opened as an archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from archive_examples import SITE, START, article_seen
from sqlite_utils import Database, Migrations

from blitar_scraper.archive import (
    Archive,
    ArchiveError,
    ArchiveLocked,
    ArchiveMissing,
    NewerSchema,
    NotAnArchive,
    OlderSchema,
    migrations,
)

TABLES = {
    *("sites", "pages", "articles", "article_versions", "article_captures", "view_counts", "media", "popular"),
    *("runs", "captures", "sightings", "problems", "stem_terms", "withholdings"),
}
VIEWS = {
    *("article_history", "edits", "articles_monthly", "coverage", "view_growth", "views_at_age", "site_health"),
    *("public_articles", "public_versions", "public_media", "public_view_counts", "public_pages", "public_problems"),
    *("public_popular", "public_edits", "public_withheld", "public_captures", "shared_texts", "recent_growth"),
}


def test_a_new_archive_has_every_table_and_view_of_the_design(archive: Archive) -> None:
    assert set(archive.db.table_names()) >= TABLES
    assert set(archive.db.view_names()) == VIEWS
    for name in TABLES | VIEWS:
        assert list(archive.db.query(f"SELECT * FROM {name}")) == []


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        (
            "articles",
            "id uid site url title author section published_at published_raw published_precision published_date"
            " published_time modified_at dateline_date views press_release_number image_url tags language word_count"
            " version content_digest parser_version first_seen_at last_seen_at gone_at gone_reason withheld_at"
            " capture_id evidence body body_main",
        ),
        (
            "pages",  # the design's, then those of our own
            "url site kind article_id discovered_at last_listed_at last_fetched_at http_status failures due_at etag"
            " last_modified fetches address_key listed_as",
        ),
        (
            "runs",
            "id site mode started_at finished_at status exit_status requests bytes listed new edited unchanged gone"
            " errors program_version stats",
        ),
        (
            "captures",
            "id run_id source url fetched_at http_status content_type bytes digest record_id record_type refers_to"
            " warc_file warc_offset warc_length",
        ),
        ("problems", "id run_id site article_id url field problem detail seen_at resolved_at capture_id"),
        ("view_counts", "article_id observed_at views own_fetches capture_id"),
    ],
)
def test_columns_stand_in_the_order_of_the_design(archive: Archive, table: str, columns: str) -> None:
    found = [row["name"] for row in archive.db.query(f"PRAGMA table_xinfo({table})")]
    assert " ".join(found) == columns


def test_folder_and_file_are_made_where_missing(tmp_path: Path) -> None:
    path = tmp_path / "a folder, 100% new?" / "deeper#1" / "blitar.db"
    with Archive(path) as archive:
        archive.put_site(SITE, at=START)
    assert path.is_file()
    with Archive(path) as archive:
        assert archive.sites() == [SITE]


def test_it_writes_ahead_and_enforces_foreign_keys(archive: Archive) -> None:
    assert archive.db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert archive.db.execute("PRAGMA synchronous").fetchone() == (1,)
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        archive.start_run("nobody", "update", at=START, program_version="0")


def test_closing_leaves_one_file(tmp_path: Path) -> None:
    with Archive(tmp_path / "one.db") as archive:
        archive.put_site(SITE, at=START)
    assert [file.name for file in tmp_path.iterdir()] == ["one.db"]


@pytest.mark.parametrize("content", [b"hello", b"<html>" * 1000, b"\0" * 4096], ids=["short", "long", "zeros"])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(NotAnArchive, match=r"notes\.txt"):
        Archive(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE customers (id INTEGER)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotAnArchive, match="not an archive"):
        Archive(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["other.db"]


def test_an_archive_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with Archive(path) as archive:
        archive.db.table("_sqlite_migrations").insert(
            {"migration_set": "blitar_scraper", "name": "tables_of_version_99", "applied_at": "2030-01-01"}
        )
    for readonly in (False, True):
        with pytest.raises(NewerSchema, match="tables_of_version_99"):
            Archive(path, readonly=readonly)


def test_an_archive_of_an_older_program_is_migrated_when_opened_for_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.db"
    with Archive(path) as archive:
        archive.put_site(SITE, at=START)
    monkeypatch.setattr(migrations, "migrations", _next_program(lambda db: db.table("sites").add_column("mayor")))
    with pytest.raises(OlderSchema, match=r"old\.db"):
        Archive(path, readonly=True)
    with Archive(path) as archive:
        assert list(archive.db.query("SELECT id, mayor FROM sites")) == [{"id": SITE.id, "mayor": None}]


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def drop_and_fail(db: Database) -> None:
        db.execute("DROP TABLE stem_terms")
        raise RuntimeError("half-way")

    path = tmp_path / "old.db"
    Archive(path).close()
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "migrations", _next_program(drop_and_fail))
        with pytest.raises(RuntimeError, match="half-way"):
            Archive(path)
    with Archive(path) as archive:
        assert archive.db.table("stem_terms").exists()


def _next_program(change: Callable[[Database], object]) -> Migrations:
    """The migrations of a program that knows one more than this."""
    newer = Migrations("blitar_scraper")
    with Database(memory=True) as empty:
        for known in migrations.migrations.pending(empty):
            newer(name=known.name)(lambda db: None)
    newer(name="tables_of_version_99")(lambda db: change(db))
    return newer


def test_reading_only_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with Archive(path) as archive:
        archive.put_site(SITE, at=START)
        run_id = archive.start_run(SITE.id, "update", at=START, program_version="0")
        archive.store(article_seen(), run_id)
    with Archive(path, readonly=True) as archive:
        assert archive.sites() == [SITE]
        assert [hit.title for hit in archive.search("pasar")] == ["Wali Kota Resmikan Pasar"]
        with pytest.raises(ArchiveError, match="readonly"):
            archive.store(article_seen("lain"), run_id)


def test_reading_a_missing_file_does_not_make_it(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match=r"nothing\.db"):
        Archive(tmp_path / "nothing.db", readonly=True)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_or_an_impossible_path_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError):
        Archive(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(ArchiveError):
        Archive(tmp_path / "file" / "archive.db")


def test_a_locked_archive_says_so(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with Archive(path) as archive, Archive(path, timeout=0) as second:
        archive.put_site(SITE, at=START)
        with archive.transaction():
            with pytest.raises(ArchiveLocked, match=r"archive\.db"):
                second.put_site(SITE, at=START)
            assert second.sites() == [SITE]  # readers do not wait
        second.put_site(SITE, at=START)


def test_a_file_locked_for_good_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    Archive(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(ArchiveLocked):
            Archive(path, timeout=0)
    finally:
        connection.close()


def test_a_view_that_has_changed_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with Archive(path) as archive:
        archive.db.execute("DROP VIEW edits")
        archive.db.execute("CREATE VIEW edits AS SELECT 1 AS old")
        archive.db.execute("DROP VIEW coverage")
    with Archive(path) as archive:
        assert "body_before" in archive.db["edits"].columns_dict
        assert set(archive.db.view_names()) == VIEWS


def test_a_failed_transaction_leaves_nothing_behind(archive: Archive) -> None:
    archive.put_site(SITE, at=START)
    with pytest.raises(RuntimeError), archive.transaction():
        archive.db.execute("DELETE FROM sites")
        raise RuntimeError
    assert archive.sites() == [SITE]
    archive.put_site(SITE, at=START)  # and the archive is as usable as before


def test_a_full_disk_is_an_error_of_ours_and_harms_nothing(archive: Archive) -> None:
    archive.put_site(SITE, at=START)
    run_id = archive.start_run(SITE.id, "update", at=START, program_version="0")
    (pages,) = archive.db.execute("PRAGMA page_count").fetchone()
    archive.db.execute(f"PRAGMA max_page_count = {pages}")  # SQLite then answers as on a full disk
    with pytest.raises(ArchiveError, match="full"):
        archive.store(article_seen(body="kata " * 100_000, main_span=None), run_id)
    archive.db.execute("PRAGMA max_page_count = 1000000")
    assert list(archive.db.query("SELECT * FROM pages")) == []
    assert archive.store(article_seen(), run_id).kind == "new"
    assert archive.db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_damaged_file_is_an_error_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with Archive(path) as archive:
        archive.put_site(SITE, at=START)
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))  # all but the first page
    with pytest.raises(ArchiveError, match="malformed"), Archive(path) as archive:
        archive.put_site(SITE, at=START)


def test_datasette_and_sqlite_utils_find_the_search_table(archive: Archive) -> None:
    assert archive.db.table("articles").detect_fts() == "articles_fts"
    assert 'content="articles"' in archive.db.table("articles_fts").schema


def test_an_archive_where_nobody_may_write_is_read_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive(tmp_path / "released.db"):
        pass
    before = sorted(file.name for file in tmp_path.iterdir())
    monkeypatch.setattr("blitar_scraper.archive.database.os.access", lambda path, mode: False)
    with Archive(tmp_path / "released.db", readonly=True) as archive:
        assert archive.sites() == []
        assert sorted(file.name for file in tmp_path.iterdir()) == before
