"""`blitar withhold`: keeps an article or a part of it from the public, says so, and forgets nothing by lifting it."""

import json
import re
import shutil
from pathlib import Path

import pytest

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import Archive
from blitar_scraper.cli.command import run
from tests.archive.archive_examples import Crawled, article_seen, days, url

UID = uid_of(url("pasar"))


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def crawled(folder):
    with Archive(folder / "data" / "blitar.db") as archive:
        found = Crawled(archive)
        found.store(article_seen(), article_seen("lain", title="Lain", body="lain", main_span=None))
        found.store(article_seen(at=days(1), title="Pasar Legi"))
        yield found


def withhold(capsys, *arguments, status=0):
    capsys.readouterr()
    assert run(["withhold", *arguments]) == status
    return capsys.readouterr()


def complaint(capsys, *arguments):
    captured = withhold(capsys, *arguments, status=2)
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    return line.removeprefix("blitar: ")


def found(capsys, *words):
    capsys.readouterr()
    assert run(["search", *words]) == 0
    return capsys.readouterr().out


def test_a_withheld_article_is_found_no_more_until_it_is_lifted(crawled, capsys):
    assert "Pasar Legi" in found(capsys, "legi")
    assert withhold(capsys, UID, "--reason", "diminta keluarga").out == f"Withheld: article of {UID} “Pasar Legi”\n"
    assert found(capsys, "legi") == "nothing found\n"
    again = withhold(capsys, url("pasar"), "--reason", "lagi").out
    assert re.fullmatch(r"Withheld already since 20\S+Z \(diminta keluarga\); nothing was changed\.\n", again)
    lifted = withhold(capsys, UID, "--lift", "--reason", "izin").out
    assert re.fullmatch(
        rf"Shown again: article of {UID} “Pasar Legi” \(withheld since 20\S+Z: diminta keluarga\)\n", lifted
    )
    assert "Pasar Legi" in found(capsys, "legi")
    assert "is not withheld" in withhold(capsys, UID, "--lift").out
    assert crawled.values("SELECT reason, lifted_because FROM withholdings") == [("diminta keluarga", "izin")]


def test_a_field_and_a_version_are_withheld_by_name_and_number(crawled, capsys):
    assert "field title of" in withhold(capsys, UID, "--reason", "x", "--field", "title").out
    assert "version 1 of" in withhold(capsys, UID, "--reason", "y", "--version", "1").out
    assert found(capsys, "legi") == "nothing found\n"
    assert "(no title)" in found(capsys, "dibuka")
    assert "Still withheld: version 1" in withhold(capsys, UID, "--lift", "--field", "title").out


def test_it_says_where_the_same_can_still_be_read(crawled, capsys):
    crawled.store(article_seen("kembar", at=days(1), title="Pasar Legi", body="Admin Kota menulis", main_span=None))
    crawled.store(article_seen("kembar2", at=days(1), title="Pasar Legi", body="Admin Kota menulis", main_span=None))
    out = withhold(capsys, uid_of(url("kembar")), "--reason", "x", "--field", "author").out
    assert "Note: the author can still be read in the body, which is not withheld." in out
    assert f"article {uid_of(url('kembar2'))} is not withheld" in out


def test_what_is_withheld_is_listed(crawled, capsys):
    assert withhold(capsys, "--list").out == "nothing is withheld\n"
    withhold(capsys, UID, "--reason", "satu\x1b[31m")
    withhold(capsys, uid_of(url("lain")), "--reason", "dua", "--field", "author")
    withhold(capsys, uid_of(url("lain")), "--reason", "tiga", "--field", "body")
    withhold(capsys, uid_of(url("lain")), "--lift", "--field", "body")
    head, first, second = withhold(capsys, "--list").out.splitlines()
    assert head.split() == ["uid", "what", "since", "reason", "title"]
    assert first.split()[:2] == [UID, "article"] and "satu\\x1b[31m" in first and first.endswith("Pasar Legi")
    assert second.split()[:3] == [uid_of(url("lain")), "field", "author"] and second.endswith("Lain")
    records = [json.loads(line) for line in withhold(capsys, "--list", "--json").out.splitlines()]
    assert [(record["uid"], record["field"], record["reason"]) for record in records] == [
        (UID, None, "satu\x1b[31m"),
        (uid_of(url("lain")), "author", "dua"),
    ]
    (only,) = withhold(capsys, UID, "--list", "--json").out.splitlines()
    assert json.loads(only)["uid"] == UID


def test_as_json_a_script_reads_what_was_done(crawled, capsys):
    captured = withhold(capsys, UID, "--reason", "x", "--version", "2", "--json")
    (line,) = captured.out.splitlines()
    record = json.loads(line)
    assert (record["uid"], record["field"], record["version"], record["lifted_at"]) == (UID, None, 2, None)
    assert captured.err.startswith("Withheld: version 2")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([UID], "--reason TEXT is needed"),
        ([UID, "--reason", "  "], "a reason is needed"),
        (["--reason", "x"], "which article?"),
        ([UID, "--reason", "x", "--field", "titel"], "no field 'titel' to withhold; did you mean title?"),
        ([UID, "--reason", "x", "--field", "qqq"], "there are title, author"),
        ([UID, "--reason", "x", "--version", "3"], "no version 3: the article has 1 to 2"),
        ([UID, "--reason", "x", "--version", "1", "--field", "title"], "not both"),
        ([UID, "--lift", "--field", "titel"], "did you mean title?"),
        (["nosuchuid234", "--reason", "x"], "no article 'nosuchuid234'"),
        (["--list", "--lift"], "--list only lists"),
    ],
)
def test_a_mistake_gets_one_clear_line_and_changes_nothing(crawled, capsys, arguments, words):
    assert words in complaint(capsys, *arguments)
    assert crawled.values("SELECT * FROM withholdings") == []


def test_an_archive_of_a_former_program_is_brought_up_to_date(capsys, folder):
    shutil.copy(Path(__file__).parents[1] / "archive" / "data" / "version_1.db", folder / "former.db")
    assert "Withheld: article" in withhold(capsys, url("tetap"), "--reason", "x", "--archive", "former.db").out


def test_a_missing_archive_is_one_line_and_is_not_made(capsys, folder):
    assert "no such archive" in complaint(capsys, UID, "--reason", "x", "--archive", "none.db")
    assert list(folder.iterdir()) == []
