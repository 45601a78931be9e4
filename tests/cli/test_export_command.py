"""`blitar export`: the ending chooses the format, a mistake is one line, nothing half is left, changes are said."""

from __future__ import annotations

import csv
import gzip
import json
import signal
import time

import openpyxl
import pyarrow.parquet
import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.cli.command import run
from tests import forked
from tests.asked_archive import UIDS, fill
from tests.cli.running import TIMEOUT, blitar


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with Archive(tmp_path / "data" / "blitar.db") as archive:
        fill(archive)
    return tmp_path


def export(capsys, *arguments, status=0):
    capsys.readouterr()
    assert run(["export", *arguments]) == status
    return capsys.readouterr()


def complaint(capsys, *arguments):
    said = export(capsys, *arguments, status=2)
    assert said.out == "" and said.err.startswith("blitar: ") and said.err.count("\n") == 1
    return said.err


@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz", "a.jsonl", "a.parquet", "a.xlsx"])
def test_the_ending_chooses_the_format(folder, capsys, name):
    said = export(capsys, name).out
    assert said.startswith(f"6 rows of articles into {name} (") and "To cite: Kota Contoh and Kota Lain: news" in said
    path = folder / name
    readers = {
        "a.csv": lambda: len(list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))),
        "a.csv.gz": lambda: len(list(csv.DictReader(gzip.decompress(path.read_bytes()).decode().splitlines()))),
        "a.jsonl": lambda: len([json.loads(line) for line in path.read_text("utf-8").splitlines()]),
        "a.parquet": lambda: pyarrow.parquet.read_table(path).num_rows,
        "a.xlsx": lambda: openpyxl.load_workbook(path)["articles"].max_row - 1,
    }
    assert readers[name]() == 6
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == [name]


def test_rows_can_go_to_a_program_and_words_about_them_elsewhere(folder):
    done = blitar("export", "-", "--format", "csv", "--columns", "uid,title", folder=folder)
    assert done.stdout.splitlines()[:2] == ["uid,title", f"{UIDS['juara']},Juara Statistik"]
    assert "6 rows" in done.stderr and "To cite" in done.stderr


def test_a_file_that_is_there_is_not_written_over_unless_forced(folder, capsys):
    (folder / "a.csv").write_text("mine")
    assert "a.csv is there already; --force" in complaint(capsys, "a.csv")
    assert (folder / "a.csv").read_text() == "mine"
    export(capsys, "a.csv", "--force")
    assert (folder / "a.csv").read_text("utf-8-sig").startswith("id,uid")


@pytest.mark.parametrize(
    "arguments, expected",
    [
        (["a.doc"], "must be one of csv, csv.gz, jsonl, parquet, xlsx"),
        (["-"], "- needs --format"),
        (["nowhere/a.csv"], "there is no folder nowhere"),
        (["a.csv", "--site", "conto"], "did you mean contoh"),
        (["a.csv", "--where", "titl = 'x'"], "--where: no such column: titl"),
        (["a.csv", "--where", "title ="], "--where: it ends too early"),
        (["a.csv", "--where", "title LIKE '%x"], "--where: a quotation mark is not closed"),
        (["a.csv", "--query", "DELETE FROM articles"], "only a SELECT can be exported"),
        (["a.csv", "--columns", "titel"], "did you mean title"),
        (["a.csv", "--query", "SELECT * FROM articl"], "no such table: articl"),
        (["a.csv", "--query", "WITH x AS (SELECT 1) DELETE FROM articles"], "only reading is allowed"),
        (["a.csv", "--query", "SELECT 1", "--site", "lain"], "--query stands alone"),
        (["a.csv", "--set", "a=b"], "--set is for --query"),
        (["a.csv", "--query", "SELECT :a", "--set", "a"], "NAME=VALUE"),
        (["a.csv", "--since", "kemarin"], "not a date"),
        (["a.csv", "--archive", "none.db"], "no such archive"),
    ],
)
def test_a_mistake_is_one_line_and_leaves_no_file(folder, capsys, arguments, expected):
    assert expected in complaint(capsys, *arguments)
    assert [path for path in folder.iterdir() if path.is_file()] == []


def test_rows_left_out_for_want_of_a_date_are_said(capsys):
    said = export(capsys, "a.csv", "--since", "2024-01", "--until", "2024-03")
    assert said.out.startswith("4 rows") and "1 row is left out: not certainly of that time" in said.err


def test_text_that_could_be_a_formula_is_marked_in_csv_said_and_left_alone_when_asked(folder, capsys):
    with Archive(folder / "data" / "blitar.db") as archive:
        archive.db.execute("UPDATE articles SET title = '=HYPERLINK(\"http://x\")' WHERE id = 1")
    said = export(capsys, "a.csv", "--columns", "title")
    assert "1 value begins with an apostrophe" in said.err
    assert "'=HYPERLINK" in (folder / "a.csv").read_text("utf-8")
    said = export(capsys, "b.csv", "--columns", "title", "--exact")
    assert said.err == "" and '"=HYPERLINK' in (folder / "b.csv").read_text("utf-8")
    export(capsys, "c.xlsx", "--columns", "title")
    cell = openpyxl.load_workbook(folder / "c.xlsx")["articles"]["A2"]
    assert (cell.data_type, cell.value) in [("s", '=HYPERLINK("http://x")'), ("inlineStr", '=HYPERLINK("http://x")')]


def test_what_is_withheld_is_in_no_file_unless_its_keeper_asks(folder, capsys):
    assert run(["withhold", UIDS["juara"], "--reason", "privacy"]) == 0
    assert export(capsys, "a.jsonl").out.startswith("5 rows")
    assert UIDS["juara"] not in (folder / "a.jsonl").read_text("utf-8")
    said = export(capsys, "b.jsonl", "--withheld-too")
    assert said.out.startswith("6 rows") and "for your own use only" in said.err


def test_a_query_gives_its_own_rows(folder, capsys):
    said = export(
        capsys, "a.csv", "--query", "SELECT site, count(*) AS n FROM articles WHERE site = :s", "--set", "s=lain"
    )
    assert said.out.startswith("1 row into a.csv")
    assert (folder / "a.csv").read_text("utf-8-sig").splitlines() == ["site,n", "lain,1"]


def test_a_script_gets_what_was_written_as_json(folder, capsys):
    said = json.loads(export(capsys, "a.parquet", "--table", "edits", "--json").out)
    assert said["rows"] == 1 and said["bytes"] == (folder / "a.parquet").stat().st_size
    assert said["table"] == "edits" and said["notes"] == [] and said["citation"].startswith("Kota Contoh")


def test_an_empty_archive_gives_a_file_with_columns_alone(folder, capsys):
    Archive(folder / "empty.db").close()
    assert export(capsys, "a.csv", "--archive", "empty.db").out.startswith("0 rows")
    assert (folder / "a.csv").read_text("utf-8-sig").startswith("id,uid,site,")


def test_ctrl_c_leaves_nothing_half(folder):
    slow = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x, hex(randomblob(10)) FROM n"
    arguments = ["export", folder / "out.csv", "--archive", folder / "data" / "blitar.db", "--query", slow]
    process = forked.Forked("tests.command", arguments, folder=folder)
    try:
        deadline = time.monotonic() + TIMEOUT
        while not any(path.stat().st_size for path in folder.glob(".out.csv.*")):
            assert process.poll() is None and time.monotonic() < deadline
            time.sleep(0.02)  # seconds between two looks
        process.send_signal(signal.SIGINT)
        process.communicate(TIMEOUT)
        assert process.returncode == 130
    finally:
        process.send_signal(signal.SIGKILL)
    assert [path.name for path in folder.iterdir()] == ["data"]
