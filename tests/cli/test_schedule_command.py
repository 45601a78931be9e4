"""`blitar schedule`: what is printed can be installed as it stands, and nothing is overwritten."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from blitar_scraper.cli.command import run
from blitar_scraper.crawling.schedule import machine
from tests.archive.archive_examples import SITE, START, Archive

CLOSED_TO = machine.closed_to
PROGRAM = Path(sys.executable).with_name("blitar")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A person's working folder: an archive with a site, a contact, and a name that needs quoting."""
    monkeypatch.setattr(machine, "closed_to", lambda user, paths: None)
    here = tmp_path / 'arsip 100% "ku"'
    (here / "data").mkdir(parents=True)
    monkeypatch.chdir(here)
    Path("blitar.toml").write_text('contact = "you@example.org"\n')
    with Archive(Path("data/blitar.db")) as archive:
        archive.put_site(SITE, at=START)
    return here


def units(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in (".service", ".timer"))


ORDERS = [
    ["--all"],
    ["contoh"],
    ["contoh", "blitarkota", "--every", "6h"],
    ["--all", "--user", "--at", "03:00", "--notify", "mail -s '100% $(hostname)' you@example.org"],
    [
        "--all",
        "--as",
        "daemon",
        "--every",
        "weekly",
        "--with-backup",
        "copies of $it",
        "--notify",
        "true",
        "--after",
        "x",
    ],
]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
@pytest.mark.parametrize("order", ORDERS)
def test_systemd_finds_nothing_to_say_against_the_units(folder, order, capsys):
    assert run(["schedule", *order, "--into", "units"]) == 0
    written = units(Path("units"))
    assert len(written) == 2 + ("--notify" in order) + 2 * ("--with-backup" in order)
    done = subprocess.run(["systemd-analyze", "verify", *written], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    told = capsys.readouterr().out
    assert all(str(Path("units") / path.name) in told for path in written) and "daemon-reload" in told


@pytest.mark.skipif(not PROGRAM.exists(), reason="the program is not installed")
def test_program_folder_and_archive_are_named_in_full(folder, capsys):
    assert run(["schedule", "--all"]) == 0
    said = capsys.readouterr()
    written = str(folder).replace("%", "%%")
    assert f"\nWorkingDirectory={written}\n" in said.out
    quoted = written.replace('"', '\\"')
    assert f'\nExecStart={PROGRAM} crawl --all --archive "{quoted}/data/blitar.db"\n' in said.out
    assert f'\nReadWritePaths="{quoted}/data"' in said.out
    assert said.err == ""


def test_what_is_printed_is_what_is_written(folder, capsys):
    assert run(["schedule", "contoh"]) == 0
    printed = capsys.readouterr().out
    assert run(["schedule", "contoh", "--into", "units"]) == 0
    for path in units(Path("units")):
        assert f"# /etc/systemd/system/{path.name}\n{path.read_text('utf-8')}" in printed


def test_nothing_is_overwritten_unless_it_is_asked_for(folder, capsys):
    assert run(["schedule", "--all", "--into", "units"]) == 0
    before = {path: path.read_bytes() for path in units(Path("units"))}
    assert run(["schedule", "--all", "--into", "units"]) == 0  # the same again: nothing to overwrite
    capsys.readouterr()
    assert run(["schedule", "--all", "--every", "weekly", "--notify", "true", "--into", "units"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("blitar: units/blitar-crawl-all.service: is there and says something else")
    assert {path: path.read_bytes() for path in units(Path("units"))} == before
    assert run(["schedule", "--all", "--every", "weekly", "--into", "units", "--replace"]) == 0
    assert Path("units/blitar-crawl-all.timer").read_bytes() != before[Path("units/blitar-crawl-all.timer")]


def test_cron_gets_lines_and_says_how_to_add_them(folder, capsys):
    assert run(["schedule", "contoh", "--cron", "--with-backup", "copies", "--into", "cron"]) == 0
    text = Path("cron/blitar-crawl-contoh.cron").read_text("utf-8")
    assert [line[0] == "#" for line in text.splitlines()] == [True, True, True, False, True, False]
    assert "crontab -l" in capsys.readouterr().out
    assert run(["schedule", "contoh", "--cron"]) == 0
    assert "crontab -e" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ([], "which sites?"),
        (["contoh", "--all"], "either --all or sites, not both"),
        (["conto"], "unknown site 'conto'; did you mean contoh"),
        (["conto", "--archive", "no.db"], "unknown site 'conto' (no.db does not exist); "),
        (["--all", "--user", "--as", "root"], "--as goes with units of the machine, not with --user"),
        (["--all", "--cron", "--as", "root"], "--as goes with units of the machine, not with --cron"),
        (["--all", "--with-backup", "data"], "data: is where the archive itself is; name another folder"),
        (["--all", "--cron", "--with-backup", "data/blitar.warc/x"], "is where the archive itself is"),
        (["--all", "--at", "25:00"], "write it as HH:MM"),
        (["--all", "--as", "a b"], "--as a b: not the name of a user"),
        (["--all", "--notify", "a\nb"], "a command in one line"),
        (["--all", "--archive", "x\\"], "no timer can name it"),
    ],
)
def test_a_mistake_gets_one_line(folder, capsys, order, said):
    assert run(["schedule", *order]) == 2
    told = capsys.readouterr()
    assert said in told.err and len(told.err.splitlines()) == 1 and told.out == ""


def test_what_would_keep_the_timer_from_its_work_is_said(folder, capsys, monkeypatch):
    Path("blitar.toml").unlink()
    monkeypatch.setenv("BLITAR_CONTACT", "you@example.org")  # which a timer will not see
    assert run(["schedule", "--all", "--archive", "new/other.db", "--with-backup", "copies"]) == 0
    said = capsys.readouterr().err
    assert 'contact = "you@example.org" in blitar.toml' in said
    assert (
        "new/other.db does not exist yet: blitar add URL before the first run." in said
        and f"No folder {folder}/new yet" in said
    )
    assert f"No folder {folder}/copies yet" in said


def test_an_archive_that_is_not_there_or_empty_is_told(folder, capsys):
    assert run(["schedule", "--all", "--archive", "no.db"]) == 0
    assert capsys.readouterr().err == "no.db does not exist yet: blitar add URL before the first run.\n"
    assert run(["schedule", "blitarkota", "--archive", "no.db"]) == 0
    assert capsys.readouterr().err == "no.db does not exist yet: the first run makes it.\n"
    Archive(Path("empty.db")).close()
    assert run(["schedule", "--all", "--archive", "empty.db"]) == 0
    assert capsys.readouterr().err == "No sites in empty.db yet: blitar add URL before the first run.\n"


def test_a_user_who_is_not_there_yet_is_told_of(folder, capsys):
    assert run(["schedule", "--all", "--as", "nobody-x"]) == 0
    said = capsys.readouterr()
    assert said.err.startswith("No user nobody-x on this machine yet") and "useradd" in said.out
    assert run(["schedule", "--all", "--as", "daemon"]) == 0
    assert capsys.readouterr().err == ""


def test_a_program_that_its_user_cannot_reach_is_told(folder, capsys, monkeypatch, tmp_path):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    monkeypatch.setattr(machine, "closed_to", CLOSED_TO)
    # What is above the tests' own folder may be closed, too: it is not what is asked here.
    monkeypatch.setattr(machine, "program_files", lambda: (SimpleNamespace(parents=[home]),))
    assert run(["schedule", "--all", "--as", "daemon"]) == 0
    assert f"{home} is closed to daemon" in capsys.readouterr().err
    home.chmod(0o755)
    assert run(["schedule", "--all", "--as", "daemon"]) == 0
    assert "is closed" not in capsys.readouterr().err


def test_nothing_is_made_where_nothing_is_to_be_written(folder):
    before = sorted(folder.rglob("*"))
    assert run(["schedule", "--all", "--archive", "new/other.db", "--with-backup", "copies"]) == 0
    assert sorted(folder.rglob("*")) == before


def test_root_is_given_a_user_and_told_how_to_make_one(folder, capsys, monkeypatch):
    monkeypatch.setattr(machine.os, "geteuid", lambda: 0)
    monkeypatch.setattr(machine, "_name_of", lambda uid: "keeper")
    monkeypatch.setattr(machine, "is_new", lambda user: user == "crawler-of-news")
    assert run(["schedule", "--all", "--as", "crawler-of-news"]) == 0
    said = capsys.readouterr().out
    assert "\nUser=crawler-of-news\n" in said and "useradd --system" in said and "chown -R crawler-of-news: " in said
    assert run(["schedule", "--all"]) == 0
    said = capsys.readouterr().out
    assert "useradd" not in said and ("\nUser=keeper\n" in said or "\nUser=blitar\n" in said)


def test_an_archive_behind_a_link_may_be_written_where_it_is(folder, capsys, tmp_path):
    Path("data/blitar.db").rename(tmp_path / "big.db")
    Path("data/blitar.db").symlink_to(tmp_path / "big.db")
    (tmp_path / "captures").mkdir()
    Path("data/blitar.warc").symlink_to(tmp_path / "captures")
    assert run(["schedule", "--all"]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("ReadWritePaths=")]
    assert f" {tmp_path} {tmp_path / 'captures'}" in line


def test_units_that_are_there_for_another_archive_are_told_of(folder, capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("blitar_scraper.cli.schedule.folder_of", lambda plan: tmp_path / "installed")
    assert run(["schedule", "--all", "--into", str(tmp_path / "installed")]) == 0
    assert "for another archive" not in capsys.readouterr().err
    assert run(["schedule", "--all"]) == 0  # the same archive once more
    assert "for another archive" not in capsys.readouterr().err
    Path("other").mkdir()
    assert run(["schedule", "--all", "--archive", "other/blitar.db"]) == 0
    (line,) = [line for line in capsys.readouterr().err.splitlines() if "for another archive" in line]
    assert "blitar-crawl-all.service" in line and "--name" in line
    assert run(["schedule", "--all", "--archive", "other/blitar.db", "--name", "second"]) == 0
    assert "for another archive" not in capsys.readouterr().err
