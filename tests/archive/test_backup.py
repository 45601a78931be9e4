"""Copies of an archive: complete also while it is written to, never half there, and an archive again when restored."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import threading
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from blitar_scraper.archive import Archive, ArchiveError, ArchiveLocked, ArchiveMissing, DiskError, NotAnArchive
from blitar_scraper.archive.backup import (
    Backup,
    BackupError,
    BackupFolder,
    back_up,
    copying,
    making,
    restore,
    restoring,
)
from blitar_scraper.archive.verification import verify
from tests.archive.archive_examples import SITE, START, article_seen, days
from tests.archive.captured_examples import crawl

NAMES = [f"berita-{number}" for number in range(4)]
FORMER = Path(__file__).parent / "data" / "version_1.db"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with a file of four captures, in a folder of its own."""
    path = tmp_path / "data" / "blitar.db"
    crawl(path, NAMES)
    return path


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    return tmp_path / "copies"


def copied(archive: Path, copies: Path, day: float = 10, keep: int = 7, **options: bool) -> Backup:
    return back_up(archive, copies, at=days(day), keep=keep, **options)


def titles(path: Path) -> list[str]:
    with Archive(path, readonly=True) as opened:
        return [title for (title,) in opened.db.execute("SELECT title FROM articles ORDER BY title")]


def files(folder: Path) -> dict[str, bytes]:
    """All files in a folder, with what is in them, but for the lock."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def wrong(path: Path) -> dict[str, int]:
    with Archive(path, readonly=True) as opened:
        return dict(verify(opened, processes=1).findings.counts)


def warc_files(archive: Path) -> list[Path]:
    return sorted(archive.with_suffix(".warc").glob("*/*.warc.gz*"))


def test_a_restored_copy_is_the_archive_under_any_name(archive, copies, tmp_path):
    made = copied(archive, copies)
    assert (made.articles, len(made.captures.copied), made.captures.differing) == (4, 1, {})
    restored = restore(copies, tmp_path / "elsewhere" / "other.db", at=days(11), processes=1)
    assert restored.checked.findings.total == 0 and restored.mended.done == [] and restored.files == 1
    assert wrong(restored.archive) == {} and titles(restored.archive) == titles(archive)
    assert files(restored.archive.with_suffix(".warc")) == files(archive.with_suffix(".warc"))
    # And the next crawl goes on in it.
    crawl(restored.archive, ["berita-9"], run=2)
    assert wrong(restored.archive) == {}


def test_rows_that_are_only_in_the_journal_are_copied_and_those_not_committed_are_not(archive, copies):
    with Archive(archive) as writing:
        writing.db.execute("PRAGMA wal_autocheckpoint = 0")
        run = writing.start_run(SITE.id, "update", at=days(2), program_version="0.1.0")
        writing.store(article_seen("di-jurnal", days(2), title="Di jurnal"), run)
        with writing.transaction():
            writing.db.execute("UPDATE articles SET title = 'belum' WHERE title = 'Di jurnal'")
            made = copied(archive, copies)  # while another transaction is open: nobody waits for anybody
    assert "Di jurnal" in titles(made.copy) and "belum" not in titles(made.copy)
    assert titles(archive)[0] != "Di jurnal"


def test_a_copy_that_is_made_while_a_run_writes_is_whole(archive, copies, tmp_path):
    """Rows and captures come in all the time; what a row of the copy names is there, and verified."""
    begun, enough = threading.Event(), threading.Event()

    def write() -> None:
        run = 2
        while not enough.is_set():
            crawl(archive, [f"berita-{run}-{number}" for number in range(5)], run=run)
            begun.set()
            run += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert begun.wait(60)
        made = [copied(archive, copies, day=100 + number) for number in range(3)]
    finally:
        enough.set()
        writer.join()
    assert all(one.articles >= 9 for one in made)
    for number, one in enumerate(made):
        restored = restore(copies, tmp_path / f"restored-{number}.db", at=days(200), use=one.copy.name, processes=1)
        assert restored.checked.findings.total == 0
        assert wrong(restored.archive) == {} and len(titles(restored.archive)) == one.articles


def test_a_file_that_a_crawl_is_writing_is_copied_as_far_as_it_is_and_whole_with_the_next(archive, copies, tmp_path):
    open_file = crawl(archive, ["berita-7"], run=2, closed=False)
    whole = open_file.read_bytes()
    with open_file.open("ab") as file:
        file.write(whole[:50])  # a record that is being written
    made = copied(archive, copies)
    assert made.captures.unfinished == [f"contoh/{open_file.name}"]
    assert (copies / "blitar.warc" / "contoh" / open_file.name).read_bytes() == whole
    restored = restore(copies, tmp_path / "restored.db", at=days(11), processes=1)
    assert restored.checked.findings.total == 0 and wrong(restored.archive) == {}
    assert "closed that a killed run had left open" in restored.mended.done[0]
    # More is written, and then it is closed.
    with open_file.open("ab") as file:
        file.write(whole)
    assert copied(archive, copies, day=11).captures.unfinished
    final = open_file.rename(open_file.with_suffix(""))
    made = copied(archive, copies, day=12)
    assert made.captures.copied == [f"contoh/{final.name}"] and made.captures.unfinished == []
    assert [path.name for path in warc_files(copies / "blitar.db")] == [path.name for path in warc_files(archive)]


def test_a_file_that_is_closed_while_others_are_copied_is_not_forgotten(archive, copies, monkeypatch):
    open_file = crawl(archive, ["berita-7"], run=2, closed=False)

    def closing(*arguments: object) -> int:
        open_file.rename(open_file.with_suffix(""))
        return 0

    found = making.Found.below(archive.with_suffix(".warc"))
    monkeypatch.setattr(making.Found, "below", lambda folder: found)
    monkeypatch.setattr(making, "_copy_database", lambda source, part: part.touch() or closing())
    made = copied(archive, copies)
    assert f"contoh/{open_file.stem}" in made.captures.copied and made.captures.unfinished == []


def test_what_was_copied_is_not_copied_again(archive, copies):
    copied(archive, copies)
    before = {path: path.stat().st_ino for path in warc_files(copies / "blitar.db")}
    crawl(archive, ["berita-8"], run=2)
    made = copied(archive, copies, day=11)
    assert (made.captures.same, len(made.captures.copied)) == (1, 1)
    assert {path: path.stat().st_ino for path in before} == before


def test_a_file_that_was_only_touched_is_the_same(archive, copies):
    copied(archive, copies)
    (file,) = warc_files(archive)
    shutil.copyfile(file, f"{file}x")
    Path(f"{file}x").replace(file)  # the same bytes with another time
    made = copied(archive, copies, day=11)
    assert (made.captures.same, made.captures.differing) == (1, {})


@pytest.mark.parametrize("damage", [lambda data: data[:-10], lambda data: data[:-10] + b"0123456789"])
def test_a_file_that_differs_is_told_of_and_its_copy_left_as_it_was(archive, copies, damage):
    copied(archive, copies)
    (file,), (copy,) = warc_files(archive), warc_files(copies / "blitar.db")
    good = file.read_bytes()
    file.write_bytes(damage(good))
    made = copied(archive, copies, day=11)
    assert list(made.captures.differing) == [f"contoh/{file.name}"]
    assert copy.read_bytes() == good


def test_a_copy_that_has_rotted_is_found_by_reading_all_of_them(archive, copies):
    copied(archive, copies)
    (file,), (copy,) = warc_files(archive), warc_files(copies / "blitar.db")
    copy.write_bytes(b"0" * copy.stat().st_size)
    shutil.copystat(file, copy)
    assert copied(archive, copies, day=11).captures.differing == {}
    assert copied(archive, copies, day=12, check=True).captures.differing == {
        f"contoh/{file.name}": "other bytes than its copy"
    }


def test_what_the_archive_has_no_more_stays_in_the_copy_and_is_told(archive, copies):
    copied(archive, copies)
    (file,) = warc_files(archive)
    file.unlink()
    assert copied(archive, copies, day=11).captures.only_copies == [f"contoh/{file.name}"]
    assert len(warc_files(copies / "blitar.db")) == 1


def test_as_many_copies_stay_as_are_wanted_and_nothing_else_is_removed(archive, copies):
    copies.mkdir()
    for name in ("blitar-old.db", "other-20200101T000000Z.db", "blitar-20200101T000000Z.db.txt"):
        (copies / name).write_text("mine")
    names = [copied(archive, copies, day=day, keep=2).copy.name for day in (1, 2, 3)]
    last = copied(archive, copies, day=4, keep=2)
    assert last.kept == (names[2], last.copy.name) and last.removed == (names[1],)
    assert {"blitar-old.db", "other-20200101T000000Z.db", "blitar-20200101T000000Z.db.txt"} <= set(files(copies))


def test_a_clock_that_was_set_back_never_makes_an_older_copy_the_newest(archive, copies):
    first, second = copied(archive, copies, day=10), copied(archive, copies, day=5)
    assert second.copy.name > first.copy.name
    assert BackupFolder.found(copies).named(None) == second.copy


def test_only_its_owner_may_look_into_the_copies(archive, copies):
    copied(archive, copies)
    assert copies.stat().st_mode & 0o077 == 0


# Where it does not work


def fails_with(error: OSError):
    def fail(*arguments: object, **options: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize("at", ["_copied", "digest_of"])
def test_a_full_disk_leaves_nothing_half_behind(archive, copies, monkeypatch, at):
    copied(archive, copies, keep=1)
    crawl(archive, ["berita-8"], run=2)
    before = files(copies)
    monkeypatch.setattr(copying, at, fails_with(OSError(errno.ENOSPC, "No space left on device")))
    with pytest.raises(DiskError, match="No space left"):
        copied(archive, copies, day=11, keep=1)
    assert files(copies) == before


def test_a_disk_without_room_is_told_before_anything_is_written(archive, copies, monkeypatch):
    monkeypatch.setattr(copying.shutil, "disk_usage", lambda folder: SimpleNamespace(free=10))
    with pytest.raises(DiskError, match="the disk is full") as told:
        copied(archive, copies)
    assert "\n" not in str(told.value) and BackupFolder(copies, "blitar").names() == []


def test_a_disk_that_does_not_give_back_what_was_written_is_told(archive, copies, monkeypatch):
    monkeypatch.setattr(copying, "digest_of", lambda path: "0" * 64)
    with pytest.raises(DiskError, match="is the disk failing"):
        copied(archive, copies)
    assert warc_files(copies / "blitar.db") == [] and BackupFolder(copies, "blitar").names() == []


def test_a_damaged_archive_costs_no_good_copy(archive, copies):
    good = copied(archive, copies, keep=1).copy
    with archive.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * (archive.stat().st_size - 8192))
    before = files(copies)
    with pytest.raises(DiskError):
        copied(archive, copies, day=11, keep=1)
    assert files(copies) == before and titles(good)


def test_what_a_killed_copy_left_is_removed_by_the_next(archive, copies):
    copied(archive, copies)
    left = [copies / ".blitar-20260101T000000Z.db.123.part", copies / "blitar.warc" / "contoh" / ".a.warc.gz.9.part"]
    for path in left:
        path.write_text("half")
    copied(archive, copies, day=11)
    assert not any(path.exists() for path in left)


def test_two_at_once_do_not_meet(archive, copies):
    with BackupFolder(copies, "blitar").locked(archive), pytest.raises(ArchiveLocked, match="another copy"):
        copied(archive, copies)


def test_copies_of_another_archive_of_the_same_name_are_not_mixed_with_these(archive, copies, tmp_path):
    copied(archive, copies)
    other = tmp_path / "other" / "blitar.db"
    crawl(other, NAMES)
    before = files(copies)
    with pytest.raises(BackupError, match="holds copies of"):
        copied(other, copies)
    assert files(copies) == before
    renamed = other.rename(other.with_name("kedua.db"))
    other.with_suffix(".warc").rename(other.with_name("kedua.warc"))
    assert copied(renamed, copies).captures.copied
    with pytest.raises(BackupError, match="several archives"):
        BackupFolder.found(copies)
    assert BackupFolder.found(copies, "kedua").stem == "kedua"


def test_a_folder_in_which_the_archive_itself_is_takes_no_copies(archive):
    for folder in (archive.parent, archive.with_suffix(".warc"), archive.with_suffix(".warc") / "contoh"):
        before = files(archive.parent)
        with pytest.raises(BackupError, match="where the archive itself is"):
            copied(archive, folder)
        assert files(archive.parent) == before


def test_what_is_no_archive_is_not_copied(archive, copies, tmp_path):
    with pytest.raises(ArchiveMissing):
        copied(tmp_path / "none.db", copies)
    (tmp_path / "text.db").write_text("x" * 5000)
    with pytest.raises(NotAnArchive):
        copied(tmp_path / "text.db", copies)
    with sqlite3.connect(tmp_path / "shop.db") as db:
        db.execute("CREATE TABLE goods (id)")
    db.close()
    with pytest.raises(NotAnArchive):
        copied(tmp_path / "shop.db", copies)
    assert not list(copies.glob("*.db"))


def test_an_archive_that_an_older_program_wrote_is_copied_as_it_is(copies, tmp_path):
    """One makes a copy before an upgrade: the copy must be one that the older program reads."""
    path = Path(shutil.copy(FORMER, tmp_path / "former.db"))
    made = copied(path, copies)
    schema = "SELECT name, sql FROM sqlite_master ORDER BY name"
    with sqlite3.connect(path) as one, sqlite3.connect(made.copy) as other:
        assert one.execute(schema).fetchall() == other.execute(schema).fetchall()
    one.close(), other.close()
    assert made.articles == 6
    restored = restore(copies, tmp_path / "restored.db", at=days(11), processes=1)
    assert len(titles(restored.archive)) == 6


# Restoring


def test_captures_that_are_newer_than_the_copy_are_noted_in_it(archive, copies, tmp_path):
    old = copied(archive, copies)
    crawl(archive, ["berita-8", "berita-9"], run=2)
    copied(archive, copies, day=11)
    restored = restore(copies, tmp_path / "restored.db", at=days(12), use=old.copy.name, processes=1)
    assert restored.checked.findings.total == 0 and wrong(restored.archive) == {}
    with Archive(restored.archive, readonly=True) as opened:
        assert opened.db.execute("SELECT count(*) FROM captures").fetchone() == (6,)


@pytest.mark.parametrize("there", ["restored.db", "restored.warc", "restored.db-wal", "restored.db-journal"])
def test_nothing_is_overwritten_by_restoring(archive, copies, tmp_path, there):
    copied(archive, copies)
    (tmp_path / there).write_text("mine")
    with pytest.raises(BackupError, match="is there already"):
        restore(copies, tmp_path / "restored.db", at=START)
    assert (tmp_path / there).read_text() == "mine"
    assert {path.name for path in tmp_path.iterdir()} == {"data", "copies", there}


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_restore_that_fails_leaves_nothing(archive, copies, tmp_path, monkeypatch, fails_at):
    copied(archive, copies)
    calls = []

    def copy(source: Path, target: Path) -> None:
        calls.append(source)
        if len(calls) == fails_at:
            raise OSError(errno.ENOSPC, "No space left on device")
        shutil.copy(source, target)

    monkeypatch.setattr(restoring, "copy_file", copy)
    with pytest.raises(DiskError, match="No space left"):
        restore(copies, tmp_path / "here" / "restored.db", at=START)
    assert list((tmp_path / "here").iterdir()) == []


def test_a_restore_leaves_a_folder_that_another_made_meanwhile(archive, copies, tmp_path, monkeypatch):
    copied(archive, copies)
    theirs = tmp_path / "here" / "restored.warc" / "contoh.warc.gz"

    def copy(source: Path, target: Path) -> None:
        theirs.parent.mkdir(parents=True, exist_ok=True)
        theirs.write_text("theirs")
        shutil.copy(source, target)

    monkeypatch.setattr(restoring, "copy_file", copy)
    with pytest.raises(BackupError, match="by another meanwhile"):
        restore(copies, tmp_path / "here" / "restored.db", at=START)
    assert theirs.read_text() == "theirs" and [path.name for path in theirs.parents[1].iterdir()] == ["restored.warc"]


def test_which_copy_is_meant_is_told_by_the_beginning_of_its_date(archive, copies, tmp_path):
    first, second = copied(archive, copies, day=1).copy, copied(archive, copies, day=40).copy
    folder = BackupFolder.found(copies)
    assert folder.named(None) == second
    assert folder.named(f"{days(1):%Y%m}") == first and folder.named(first.name) == first
    for name in ("2026", "1999"):
        with pytest.raises(BackupError):
            folder.named(name)
    with pytest.raises(BackupError, match="no copy"):
        BackupFolder.found(tmp_path / "nowhere")


def test_a_damaged_copy_is_told_of_when_it_is_restored(archive, copies, tmp_path):
    copied(archive, copies)
    (copy,) = warc_files(copies / "blitar.db")
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 0xFF
    copy.write_bytes(data)
    assert restore(copies, tmp_path / "restored.db", at=START, processes=1).checked.findings.total > 0


def test_a_clock_ahead_of_time_is_no_hindrance(archive, copies):
    copied(archive, copies, day=30_000)
    assert issubclass(BackupError, ArchiveError)
    assert copied(archive, copies, day=1).copy.name > f"blitar-{START + timedelta(days=30_000):%Y%m%dT%H%M%SZ}.db"
