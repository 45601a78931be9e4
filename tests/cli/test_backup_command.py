"""`blitar backup`: what is printed, what the exit status says, and that what was restored works as before."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from blitar_scraper.archive.backup import BackupFolder, restoring
from blitar_scraper.cli.command import run
from blitar_scraper.crawling.lock import SiteLock
from tests import forked
from tests.archive.captured_examples import crawl

NAMES = [f"berita-{number}" for number in range(4)]


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    crawl(Path("a.db"), NAMES)
    return Path("a.db")


def backup(*arguments: str) -> int:
    return run(["backup", "copies", "--archive", "a.db", *arguments])


def warc_file(archive: Path) -> Path:
    (file,) = archive.with_suffix(".warc").glob("*/*.warc.gz")
    return file


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_one_line_says_what_was_copied(archive, capsys):
    assert backup() == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert first.startswith("a.db: copied to copies/a-2") and "4 articles); 1 new WARC file (" in first
    assert first.endswith("), 0 as before; 1 copy kept")
    assert rest == ["The copy is on the archive's own disk: take it elsewhere, too (docs/running.md)"]
    assert backup("--keep", "1") == 0
    assert (
        capsys.readouterr()
        .out.splitlines()[0]
        .endswith("; 0 new WARC files (0 B), 1 as before; 1 copy kept, 1 removed")
    )


def test_json_is_one_object_with_everything(archive, capsys):
    assert backup("--json") == 0
    (line,) = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert (told["archive"], told["articles"], told["same_disk"]) == ("a.db", 4, True)
    assert told["kept"] == [Path(told["copy"]).name] and Path(told["copy"]).stat().st_size == told["bytes"]
    assert told["captures"]["copied"] == [f"contoh/{warc_file(archive).name}"]


def test_what_was_restored_is_verified_shown_and_read_again_as_before(archive, capsys):
    with closing(sqlite3.connect(archive)) as opened:  # one left open keeps the journal beside the file
        (uid,) = opened.execute("SELECT uid FROM articles ORDER BY id").fetchone()
    assert run(["show", uid, "--archive", "a.db"]) == 0
    before = capsys.readouterr().out
    crawl(archive, ["berita-7"], run=2, closed=False)  # a crawl is under way
    assert backup() == 0
    assert "1 WARC file that a crawl is writing: copied as far as it is" in capsys.readouterr().out
    archive.rename("lost.db")
    shutil.rmtree("a.warc")
    assert backup("--restore") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("a.db: made from copies/a-2") and said[0].endswith(": 5 articles, 2 WARC files")
    assert said[-1] == "Verified: all is well"
    assert run(["verify", "--archive", "a.db"]) == 0
    capsys.readouterr()
    assert run(["show", uid, "--archive", "a.db"]) == 0
    assert capsys.readouterr().out == before
    assert run(["backup", "copies", "--restore", "--archive", "under/another.name", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["wrong"] == {}
    assert run(["reparse", "--dry-run", "--archive", "under/another.name"]) == 0
    assert "5 articles" in capsys.readouterr().out


def test_a_capture_that_differs_from_its_copy_is_named_and_the_exit_status_says_so(archive, capsys):
    assert backup() == 0
    warc_file(archive).write_bytes(b"damaged")
    capsys.readouterr()
    assert backup() == 3
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith(f"Not replaced: contoh/{warc_file(archive).name}: 7 bytes, its copy ")
    assert warc_file(Path("copies/a.db")).stat().st_size > 7


@pytest.mark.parametrize("largest", [40_000, 20_000_000])
def test_a_full_disk_gets_one_line_and_leaves_what_was_there(archive, capsys, largest):
    """The limit is met while the SQLite file is copied, or while the captures are."""
    assert backup() == 0
    crawl(archive, ["berita-8"], run=2)
    if largest > 1_000_000:
        with Path("a.warc/contoh/large.warc.gz").open("wb") as file:
            file.truncate(largest + 1)
    before = everything(Path("copies"))
    done = forked.run(
        "tests.command", "backup", "copies", "--archive", "a.db", folder=Path.cwd(), largest_file=largest, timeout=60
    )
    assert done.returncode == 1 and done.stdout == ""
    *steps, line = done.stderr.splitlines()
    assert line.startswith("blitar: copies") and len(steps) <= 2 and "Traceback" not in done.stderr
    after = everything(Path("copies"))
    assert {name: data for name, data in after.items() if name in before} == before
    assert all(name.endswith("00002-001.warc.gz") for name in after.keys() - before.keys())  # whole, for the next


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (["copies", "--archive", "none.db"], "none.db: no such archive"),
        (["copies", "--archive", "a.db", "--use", "2026"], "--use goes with --restore"),
        (["copies", "--archive", "b.db", "--restore"], "copies: no copy of an archive there"),
        ([".", "--archive", "a.db"], "is where the archive itself is"),
        (["a.db", "--archive", "a.db"], "a.db: not a folder"),
    ],
)
def test_a_mistake_gets_one_line(archive, capsys, order, said):
    before = everything(Path())
    assert run(["backup", *order]) == 2
    told = capsys.readouterr()
    assert said in told.err and len(told.err.splitlines()) == 1
    assert everything(Path()) == before


def test_restoring_overwrites_nothing(archive, capsys):
    assert backup() == 0
    before = everything(Path())
    capsys.readouterr()
    assert backup("--restore") == 2
    assert capsys.readouterr().err == "blitar: a.db: is there already; move it away first, or name another --archive\n"
    assert everything(Path()) == before


def test_nobody_crawls_into_an_archive_that_is_being_restored(archive, capsys, monkeypatch):
    assert backup() == 0
    lock = SiteLock(Path("b.db"), "contoh")
    capsys.readouterr()
    try:
        assert run(["backup", "copies", "--restore", "--archive", "b.db"]) == 5
    finally:
        lock.release()
    assert capsys.readouterr().err == "blitar: another run is crawling contoh into b.db\n"
    assert not Path("b.db").exists() and not Path("b.warc").exists()
    held = []
    monkeypatch.setattr(restoring, "copy_file", lambda *files: held.append(SiteLock.is_held(Path("b.db"), "contoh")))
    run(["backup", "copies", "--restore", "--archive", "b.db"])
    assert held[0] and not SiteLock.is_held(Path("b.db"), "contoh")


def test_two_at_once_do_not_meet(archive, capsys):
    with BackupFolder(Path("copies"), "a").locked(archive):
        assert backup() == 5
    assert "another copy is being made there" in capsys.readouterr().err


def test_the_help_says_what_the_exit_status_means(capsys):
    assert run(["backup", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "1 the disk is full" in said and "Example: blitar backup" in said
