"""`blitar verify`: what is printed, what the exit status says, and that nothing is changed unless it is asked for."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from blitar_scraper.cli.command import run
from blitar_scraper.crawling.lock import SiteLock
from tests.archive.captured_examples import crawl

NAMES = [f"berita-{number}" for number in range(4)]


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    crawl(Path("a.db"), NAMES)
    return Path("a.db")


def change(path: Path, sql: str) -> None:
    with sqlite3.connect(path) as db:
        db.executescript(sql)
    db.close()


def warc_file(archive: Path) -> Path:
    (file,) = archive.with_suffix(".warc").glob("*/*.warc.gz")
    return file


def test_a_good_archive_is_said_to_be_well_in_one_line(archive, capsys):
    assert run(["verify", "--archive", "a.db"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("a.db: all is well: 4 captures in 1 WARC file (")
    assert said.out.endswith("), 4 articles of 1 site\n") and said.err == ""


def test_what_is_wrong_is_told_with_where_which_article_and_what_can_be_done(archive, capsys):
    warc_file(archive).rename("away")
    assert run(["verify", "--archive", "a.db"]) == 3
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "1 WARC file is not there:"
    assert lines[1].startswith(f"  contoh/{warc_file_name()}: it has 4 captures (articles ")
    assert lines[2].startswith("  What can be done: put the file back from a copy")
    assert lines[3].startswith("a.db: 1 wrong, of 0 captures in 0 WARC files")


def warc_file_name() -> str:
    return "contoh-20260303T010000Z-00001-001.warc.gz"


def test_without_repair_nothing_is_changed_and_with_it_what_can_be_mended_is(archive, capsys):
    change(archive, "UPDATE captures SET warc_offset = 7 WHERE id = 2")
    before = archive.read_bytes()
    assert run(["verify", "--archive", "a.db"]) == 3
    assert archive.read_bytes() == before
    assert "blitar verify --repair mends it" in capsys.readouterr().out
    assert run(["verify", "--archive", "a.db", "--repair"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Mended: 1 row of captures corrected after its record"
    assert said[1].startswith("a.db: all is well")
    assert run(["verify", "--archive", "a.db"]) == 0


def test_what_cannot_be_mended_keeps_the_exit_status(archive):
    warc_file(archive).rename("away")
    assert run(["verify", "--archive", "a.db", "--repair"]) == 3
    assert run(["verify", "--archive", "a.db", "--repair"]) == 3


def test_json_is_one_object_with_everything(archive, capsys):
    change(archive, "UPDATE captures SET warc_offset = 7 WHERE id = 2")
    assert run(["verify", "--archive", "a.db", "--json"]) == 3
    (line,) = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert (told["well"], told["captures"], told["left_out"]) == (False, 4, [])
    assert told["wrong"]["capture-differs"]["number"] == 1
    (first,) = told["wrong"]["capture-differs"]["first"]
    assert len(first["articles"]) == 1 and first["where"].startswith("contoh/")
    assert run(["verify", "--archive", "a.db", "--json", "--repair"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["well"] and len(told["mended"]) == 1


@pytest.mark.parametrize("repair", [[], ["--repair"]])
def test_a_site_that_is_crawled_is_left_out_and_said_so(archive, capsys, repair):
    crawl(archive, NAMES, run=2, closed=False, edited="baru")
    lock = SiteLock(archive, "contoh")
    try:
        assert run(["verify", "--archive", "a.db", *repair]) == 5
    finally:
        lock.release()
    assert "Not checked: the captures of contoh, which is being crawled" in capsys.readouterr().out
    assert list(archive.with_suffix(".warc").glob("*/*.open"))
    # And when it is not crawled any more, the file that was left open is told of, and closed.
    assert run(["verify", "--archive", "a.db"]) == 3
    assert run(["verify", "--archive", "a.db", "--repair"]) == 0
    assert not list(archive.with_suffix(".warc").glob("*/*.open"))


def test_an_archive_that_is_not_there_is_not_made(archive, capsys):
    for options in ([], ["--repair"]):
        assert run(["verify", "--archive", "none.db", *options]) == 2
        assert capsys.readouterr().err == "blitar: none.db: no such archive\n"
    assert not Path("none.db").exists()


def test_an_archive_that_nobody_may_write_can_be_verified(archive, capsys):
    archive.chmod(0o444)
    assert run(["verify", "--archive", "a.db"]) == 0


def test_the_help_says_what_the_exit_status_means(capsys):
    assert run(["verify", "--help"]) == 0
    said = capsys.readouterr().out
    assert "0 all is well" in said and "3 something is wrong" in said and "Example: blitar verify" in said
