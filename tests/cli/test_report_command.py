"""`blitar report`: the data statement on a terminal, as Markdown and as JSON, in two languages."""

import json

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.cli.command import run
from tests.asked_archive import fill


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    with Archive(tmp_path / "data" / "blitar.db") as archive:
        fill(archive)
    return tmp_path


def report(capsys, *arguments, status=0):
    capsys.readouterr()
    assert run(["report", *arguments]) == status
    return capsys.readouterr()


def test_the_statement_is_printed_for_a_person(capsys):
    said = report(capsys).out
    assert said.startswith("Data statement\nThe data hold 6 articles from 2 sites")
    assert "\x1b" not in said and "`" not in said and "|" not in said
    assert all(line == line.rstrip() for line in said.splitlines())


def test_it_can_be_in_indonesian(capsys):
    said = report(capsys, "--language", "id").out
    assert said.startswith("Pernyataan data\nData ini terdiri atas 6 artikel dari 2 situs")


def test_it_can_be_markdown(capsys):
    said = report(capsys, "--markdown").out
    assert said.startswith("# Data statement\n\n") and "\n|---|" in said and said.endswith("\n")


def test_its_numbers_can_be_json(capsys):
    said = json.loads(report(capsys, "--json").out)
    assert said["articles"] == 6 and said["missing"]["author"] == 3
    assert [site["id"] for site in said["sites"]] == ["contoh", "lain"]
    assert said["sites"][0]["gaps"]["silence"] == [["2024-05", "2024-05"]]
    assert said["problems"] == {} and said["fingerprint"].startswith("sha256:")


def test_it_can_be_of_one_site(capsys):
    assert json.loads(report(capsys, "--site", "lain", "--json").out)["articles"] == 1


@pytest.mark.parametrize(
    "arguments, expected",
    [
        (["--site", "lian"], "did you mean lain"),
        (["--language", "jv"], "'jv' is not one of 'en', 'id'"),
        (["--json", "--markdown"], "not both"),
        (["--archive", "none.db"], "no such archive"),
    ],
)
def test_a_mistake_is_one_line(capsys, arguments, expected):
    said = report(capsys, *arguments, status=2)
    assert said.out == "" and expected in said.err and said.err.count("\n") == 1


def test_an_archive_without_anything_has_a_statement(folder, capsys):
    Archive(folder / "empty.db").close()
    assert "There is no article here" in report(capsys, "--archive", "empty.db").out
