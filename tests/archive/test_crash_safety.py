"""A process that is killed, or that is not alone, leaves a sound archive."""

from __future__ import annotations

import contextlib
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from archive_examples import SITE, START, days
from sqlite_utils import Database

from blitar_scraper.archive import Archive, migrations

# Stores articles with edits and listings without end; says after each that it is committed.
WRITER = """
import sys
from datetime import timedelta
from archive_examples import START, Crawled, article_seen, entry, listing_seen
from blitar_scraper.archive import Archive
path, name, number = sys.argv[1:]
with Archive(path) as archive:
    crawled = Crawled(archive)
    for count in range(int(number)):
        at = START + timedelta(minutes=count)
        crawled.store(listing_seen(entry(f"{name}-{count}", views=count), at=at))
        body = f"{name} {count} " * 300
        crawled.store(article_seen(f"{name}-{count}", at=at, body=body, main_span=None))
        crawled.store(article_seen(f"{name}-{count // 2}", at=at, title=f"Baru {count}", main_span=None))
        print(count, flush=True)
"""


def start_writer(path: Path, name: str, number: int = 1_000_000) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), name, str(number)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parent)


def assert_sound(archive: Archive) -> None:
    db = archive.db
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
    # No half article: each has its page, and as many superseded versions as its number says.
    orphans = "SELECT COUNT(*) FROM articles a WHERE NOT EXISTS (SELECT 1 FROM pages WHERE article_id = a.id)"
    assert db.execute(orphans).fetchone() == (0,)
    versions = "SELECT COUNT(*) FROM article_versions WHERE article_id = a.id"
    assert db.execute(f"SELECT COUNT(*) FROM articles a WHERE version - 1 <> ({versions})").fetchone() == (0,)
    # What the runs counted is what there is, killed or not.
    new, edited = db.execute("SELECT SUM(new), SUM(edited) FROM runs").fetchone()
    assert (new,) == db.execute("SELECT COUNT(*) FROM articles").fetchone()
    assert (edited,) == db.execute("SELECT COUNT(*) FROM article_versions").fetchone()


@pytest.mark.parametrize("seed", range(5))
def test_kill_9_at_any_moment_loses_nothing_that_was_committed(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "archive.db"
    moments = random.Random(seed)
    writer = start_writer(path, "a")
    assert writer.stdout is not None
    acknowledged = -1
    for line in writer.stdout:
        acknowledged = int(line)
        if acknowledged >= 20 + seed:
            break
    with contextlib.suppress(subprocess.TimeoutExpired):
        writer.wait(moments.uniform(0, 0.02))  # somewhere within the next transactions
    writer.send_signal(signal.SIGKILL)
    rest, _ = writer.communicate()
    acknowledged = max([acknowledged, *map(int, rest.split())])
    with Archive(path) as archive:
        assert_sound(archive)
        (stored,) = archive.db.execute("SELECT COUNT(*) FROM articles").fetchone()
        assert stored in (acknowledged + 1, acknowledged + 2)
        archive.start_run(SITE.id, "update", at=days(99), program_version="0")
        statuses = archive.db.execute("SELECT status FROM runs ORDER BY id").fetchall()
        assert statuses == [("interrupted",), ("running",)]


def test_two_processes_may_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"  # neither finds a file: they make it at the same time
    writers = [start_writer(path, name, 60) for name in ("a", "b")]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0]
    with Archive(path) as archive:
        assert_sound(archive)
        assert archive.db.execute("SELECT COUNT(*) FROM articles").fetchone() == (120,)


def test_a_reader_sees_whole_transactions_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    writer = start_writer(path, "a", 80)
    assert writer.stdout is not None
    writer.stdout.readline()
    with Archive(path, readonly=True) as archive:
        while writer.poll() is None:
            archive.db.execute("BEGIN")  # one moment for all questions
            assert_counts_agree(archive)
            archive.db.execute("COMMIT")
    writer.communicate()
    assert writer.returncode == 0


def assert_counts_agree(archive: Archive) -> None:
    (new,) = archive.db.execute("SELECT SUM(new) FROM runs").fetchone()
    assert (new,) == archive.db.execute("SELECT COUNT(*) FROM articles").fetchone()


def test_an_archive_made_by_many_at_once_has_its_tables_once(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    command = "import sys; from blitar_scraper.archive import Archive; Archive(sys.argv[1]).close()"
    makers = [subprocess.Popen([sys.executable, "-c", command, str(path)]) for _ in range(4)]
    assert [maker.wait() for maker in makers] == [0] * 4
    with Archive(path) as archive:
        archive.put_site(SITE, at=START)
        with Database(memory=True) as empty:
            known = [(migration.name,) for migration in migrations.migrations.pending(empty)]
        assert archive.db.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall() == known
