"""The command line: one clear line for a mistake, the right exit status, defaults from file and environment."""

import json
import os
import re
import sqlite3
import subprocess
import sys

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.cli.command import run
from tests import forked
from tests.asked_archive import fill
from tests.cli.running import ROOT, TIMEOUT
from tests.renderings import EXPECTED, RENDERINGS


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BLITAR_CONTACT", raising=False)
    return tmp_path


def complaint(capsys) -> str:
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    assert line.startswith("blitar: ")
    return line


def test_an_unknown_site_is_answered_with_the_nearest_name(capsys):
    assert run(["crawl", "blitarkotta"]) == 2
    assert "did you mean blitarkota" in complaint(capsys)


def test_a_name_that_is_near_to_nothing_is_answered_with_where_the_names_are(capsys):
    """Not with the names: an archive may have hundreds."""
    assert run(["crawl", "xyzzy"]) == 2
    line = complaint(capsys)
    assert "blitar sites" in line and len(line) < 100


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["crawl"], "SITE"),
        (["frobnicate"], "frobnicate"),
        (["crawl", "blitarkota", "--since", "kemarin"], "YYYY-MM-DD"),
        (["crawl", "blitarkota", "--limit", "0"], "--limit"),
        (["crawl", "blitarkota", "--delay", "0.2"], "at least 1 second"),
        (["extract", "no-such-file.html"], "no-such-file.html"),
        (["search", "kata", "--archive", "none.db"], "none.db"),
        (["extract", "page.html", "--seen-at", "besok"], "2024-09-28"),
    ],
)
def test_a_mistake_gets_one_clear_line(arguments, words, capsys, folder):
    (folder / "page.html").write_text("<p>x</p>")
    assert run(arguments) == 2
    assert words in complaint(capsys)


def test_a_file_that_is_no_database_is_said_to_be_none(capsys, folder):
    (folder / "notes.db").write_text("Catatan rapat, bukan basis data. " * 50)
    assert run(["search", "kata", "--archive", "notes.db"]) == 2
    assert "notes.db" in complaint(capsys)
    assert (folder / "notes.db").read_text().startswith("Catatan rapat")


def test_another_programs_database_is_left_alone(capsys, folder):
    other = sqlite3.connect(folder / "other.db")
    other.execute("CREATE TABLE recipes (name)")
    other.commit()
    other.close()
    assert run(["crawl", "blitarkota", "--archive", "other.db", "--contact", "x@example.org"]) == 2
    assert "other.db" in complaint(capsys)


def test_a_newer_archive_is_not_touched(capsys, folder):
    with Archive(folder / "newer.db") as archive:
        table = next(name for name in archive.db.table_names() if "migrations" in name)
        row = {**next(iter(archive.db[table].rows)), "name": "tables_of_version_999"}
        row.pop("id", None)
        archive.db[table].insert(row)
    assert run(["search", "kata", "--archive", "newer.db"]) == 2
    assert "newer" in complaint(capsys)


def test_without_a_contact_the_command_says_once_how_to_set_it(folder):
    """In a process of its own, against a closed port on loopback: nobody is asked for anything."""
    code = (
        "from blitar_scraper.cli import crawl as module, command\n"
        "module.run_crawls = lambda jobs, **kw: (print(jobs[0].options.contact), [])[1]\n"
        "raise SystemExit(command.run(['crawl', 'blitarkota']))"
    )
    done = forked.run("tests.given_code", code, folder=folder, timeout=60)
    assert done.returncode == 0 and done.stderr.count("blitar.toml") == 1
    (folder / "blitar.toml").write_text('contact = "arsip@example.org"\n')
    done = forked.run("tests.given_code", code, folder=folder, timeout=60)
    assert done.stderr == "" and done.stdout.strip() == "arsip@example.org"


def test_a_broken_configuration_is_one_line(capsys, folder):
    (folder / "blitar.toml").write_text("contact = [")
    assert run(["sites"]) == 2
    assert "blitar.toml" in complaint(capsys)


def test_a_saved_page_is_read_into_one_json_line_with_its_evidence(capsys, folder):
    rendering = next(rendering for rendering in RENDERINGS if not rendering.expected)
    (folder / "page.html").write_text(rendering.html, "utf-8")
    assert run(["extract", "page.html", "--site", "blitarkota"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    record = json.loads(line)
    for name in ("title", "author", "section", "published_at", "published_raw", "published_precision", "views"):
        assert record[name] == EXPECTED[name]
    assert record["file"] == "page.html"
    assert record["dateline_date"] == "2024-09-26" and record["published_date"] == "2024-09-27"
    assert record["body"].split("\n") == list(EXPECTED["body"])
    assert record["evidence"]["views"]["from"] == "byline" and "142" in record["evidence"]["views"]["raw"]
    assert [entry["title"] for entry in record["popular"]] == list(EXPECTED["popular"])


def test_a_saved_page_is_read_with_what_the_archive_knows_of_its_site(capsys, folder):
    (folder / "page.html").write_text("<h1>Pasar Baru Dibuka</h1><p>Admin | 27 Sep 2024 10:30</p><p>Pasar dibuka.</p>")
    assert run(["add", "x.go.id", "--no-probe", "--timezone", "WIT", "--archive", "own.db"]) == 0
    capsys.readouterr()
    assert run(["extract", "page.html", "--site", "x.go.id", "--archive", "own.db"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["site"], record["published_at"]) == ("x.go.id", "2024-09-27T10:30+09:00")


def test_several_pages_are_several_lines_and_a_broken_one_stops_none(capsys, folder):
    (folder / "a.html").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    (folder / "b.html").write_text("<html><h1>Panen Raya Padi di Gedog</h1><p>Warga memanen padi.</p></html>")
    (folder / "c.html").write_bytes(b"")
    assert run(["extract", "a.html", "b.html", "c.html"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["file"] for record in records] == ["a.html", "b.html", "c.html"]
    assert records[0]["problems"][0]["problem"] == "not-html"
    assert records[1]["title"] == "Panen Raya Padi di Gedog"


def test_every_command_has_help_with_an_example(capsys):
    from blitar_scraper.cli.command import _COMMANDS

    for name in _COMMANDS:
        assert run([name, "--help"]) == 0
        assert f"Example: blitar {name}" in capsys.readouterr().out


def test_sites_lists_what_is_shipped_and_claims_nothing(capsys):
    assert run(["sites", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert "blitarkota" in {row["site"] for row in rows}
    assert {row["verified_at"] for row in rows} == {None}
    assert {row["in_archive"] for row in rows} == {False}
    (kabupaten,) = [row for row in rows if row["site"] == "blitarkab"]
    assert (kabupaten["system"], kabupaten["region_code"]) == ("wordpress", "35.05")


def test_sites_shows_the_archives_own_and_says_plainly_that_none_was_verified(capsys):
    assert run(["add", "http://127.0.0.1:1/", "--no-probe", "--name", "Kota Contoh", "--timezone", "WIT"]) == 0
    assert run(["add", "blitarkab"]) == 0
    capsys.readouterr()
    assert run(["sites"]) == 0
    *rows, last = capsys.readouterr().out.splitlines()
    (own,) = [row for row in rows if row.startswith("127.0.0.1-1 ")]
    assert "Kota Contoh" in own and "Asia/Jayapura" in own and own.endswith("never")
    (kabupaten,) = [row for row in rows if row.startswith("blitarkab ")]
    assert "wordpress" in kabupaten and "35.05" in kabupaten
    assert last.startswith("2 of ") and last.endswith("none was ever verified on its live site")


def test_sites_breaks_no_word_of_a_site_on_a_terminal_of_80_columns(capsys, monkeypatch):
    assert run(["add", "kec-sananwetan.blitarkota.go.id", "--no-probe", "--name", "Kecamatan Sananwetan"]) == 0
    capsys.readouterr()
    monkeypatch.setenv("FORCE_COLOR", "1")  # the library that prints takes the output for a terminal
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["sites"]) == 0
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in capsys.readouterr().out.splitlines()]
    assert max(map(len, lines)) <= 80
    (place,) = [place for place, line in enumerate(lines) if line.startswith("kec-sananwetan.blitarkota.go.id ")]
    assert lines[place].endswith("Kecamatan Sananwetan")
    said = " ".join(line.strip() for line in lines[place + 1 : place + 4])
    for words in ("kecamatan, 35.72, Asia/Jakarta", "not verified live", "0 articles", "last run never"):
        assert words in said


@pytest.mark.parametrize("arguments", [["search", "kota"], ["export", "-", "--format", "csv"], ["export", "a.csv"]])
def test_a_reader_that_has_gone_is_no_mistake(arguments, tmp_path):
    with Archive(tmp_path / "data" / "blitar.db") as archive:
        fill(archive)
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tests.command", *arguments],
            **{"cwd": tmp_path, "stdout": writing, "stderr": subprocess.PIPE, "text": True, "timeout": TIMEOUT},
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    finally:
        os.close(writing)
    assert done.returncode == 0, done.stderr
    assert "Error" not in done.stderr and "blitar: " not in done.stderr


def test_help_does_not_wait_for_scrapy():
    code = "import sys; from blitar_scraper.cli.command import run; run(['--help']); print('scrapy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "False"
