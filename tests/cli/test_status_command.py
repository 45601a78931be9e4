"""`blitar status`: what a person reads, what a script reads, and the exit status a monitor asks for."""

import json
import re
import shutil
from types import SimpleNamespace

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.archive.standing import Disk
from blitar_scraper.cli import status as module
from blitar_scraper.cli.command import run
from blitar_scraper.cli.status_words import disk_words, size
from blitar_scraper.crawling.lock import SiteLock
from tests.watched_archive import NOW, Watched, ago

ESCAPES = "\x1b[31mred\x1b]0;title\x07\u202e\x9b2J[bold]x[/bold]"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(module, "clock", lambda: NOW)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=38 * 10**9))
    return tmp_path


@pytest.fixture
def watched(folder):
    with Archive(folder / "data" / "blitar.db") as archive:
        yield Watched(archive)


def status(capsys, *arguments, exit_status=0):
    capsys.readouterr()
    assert run(["status", *arguments]) == exit_status
    return capsys.readouterr()


def troubled(watched):
    """Sites in each state: one that is well, and one of each kind that is not."""
    watched.well("baik")
    watched.site("baru", backfilled=None)
    watched.daily(watched.site("lewat"), last=9)
    watched.daily(watched.site("blokir"), first=25, last=6)
    watched.daily("blokir", first=5, status="cut", exit_status=4, reason="blocked: 429: asks us to wait 2 h")
    site = watched.site("penulis")
    watched.articles(site, range(240, 20, -2))
    watched.articles(site, range(20, 0, -1), author=None)
    watched.daily(site)
    watched.problem(site, "date-not-found", url="https://penulis.example/berita/1")


def line_of(text, site):
    (line,) = [line for line in text.splitlines() if line.startswith(f"{site} ")]
    return line


def test_all_is_well_and_so_is_the_exit_status(watched, capsys):
    watched.well()
    lines = status(capsys).out.splitlines()
    assert lines[0].split() == "site health last run articles new 7 d 30 d silence open".split()
    assert line_of("\n".join(lines), "baik").split()[:5] == ["baik", "ok", "5", "h", "ago"]
    assert lines[-1].startswith("1 of 1 site well; 120 articles; archive ") and lines[-1].endswith(", 38 GB free")


def test_what_needs_attention_comes_first_with_the_reason_in_words(watched, capsys):
    troubled(watched)
    said = status(capsys, exit_status=3).out
    sites = [line.split()[0] for line in said.splitlines()[1:] if line and not line.startswith(" ")]
    assert sites[:5] == ["blokir", "lewat", "penulis", "baru", "baik"]
    assert "5 h ago, blocked" in line_of(said, "blokir")
    assert "    blocked: 429: asks us to wait 2 h (6 runs in a row, since 2026-11-22)\n" in said
    assert "    last crawled 9 d ago, usually every 24 h: has its timer stopped?\n" in said
    assert "    author 0 %, was 100 %\n    open: date-not-found 1\n" in said
    assert "    never crawled; added 301 d ago\n" in said
    assert "1 d, usual up to 2" in line_of(said, "penulis") and "2 d, usual up to 2" in line_of(said, "baik")
    assert said.splitlines()[-1].startswith("1 of 5 sites well, 4 need attention; 250 articles; archive ")


def test_a_pipe_gets_whole_lines_and_no_colours(watched, capsys):
    watched.daily(watched.site("panjang"), status="cut", exit_status=4, reason="blocked: " + "lama " * 60)
    said = status(capsys, exit_status=3).out
    assert "\x1b" not in said and ("lama " * 60).strip() in said
    assert all(line == line.rstrip() for line in said.splitlines())


@pytest.mark.parametrize("columns", [80, 60, 40])
def test_a_narrow_terminal_cuts_nothing(watched, capsys, monkeypatch, columns):
    troubled(watched)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(columns))
    said = status(capsys, exit_status=3).out
    assert "\x1b[1;31mfailed\x1b[0m" in said and "\x1b[32mok\x1b[0m" in said
    plain = re.sub(r"\x1b\[[0-9;]*m", "", said)
    assert max(map(len, plain.splitlines())) <= columns and "…" not in plain
    folded = " ".join(plain.split())
    for words in ("blokir failed 5 h ago, blocked",
                  "blocked: 429: asks us to wait 2 h (6 runs in a row, since 2026-11-22)",
                  "130 articles", "1 of 5 sites well, 4 need attention"):  # fmt: skip
        assert words in folded


def many(watched, number, **said):
    with watched.archive.transaction():
        for place in range(number):
            row = {"id": f"s{place:03}", "name": "x", "home_url": "https://x.example/", "added_at": ago(300)}
            watched.db.table("sites").insert(row)
            watched.daily(row["id"], first=8, **said)


def test_of_many_sites_those_that_are_well_are_one_line(watched, capsys):
    many(watched, 60, new=2)
    watched.daily(watched.site("gagal"), status="unreachable", exit_status=4, reason="unreachable: timeout")
    said = status(capsys, exit_status=3).out
    assert said.count("\n") < 8 and "gagal" in said and "s030" not in said
    assert "60 sites well: 840 new articles in 7 days (--all lists them)\n" in said
    assert "60 of 61 sites well, 1 needs attention; 0 articles; " in said
    assert "s030" in status(capsys, "--all", exit_status=3).out


def test_many_sites_whose_timer_has_died_are_one_line(watched, capsys):
    many(watched, 60, last=5)
    watched.daily(watched.site("gagal"), last=5, status="unreachable", exit_status=4, reason="unreachable: timeout")
    said = status(capsys, exit_status=3).out
    assert "60 sites overdue and nothing else: has the timer stopped? (--all lists them)\n" in said
    assert line_of(said, "gagal") and "unreachable: timeout" in said and "s030" not in said
    assert "s030" in status(capsys, "--all", exit_status=3).out


def test_json_says_everything_by_stable_names(watched, capsys):
    troubled(watched)
    said = json.loads(status(capsys, "--json", exit_status=3).out)
    assert set(said) == {"archive", "now", "well", "need_attention", "articles", "disk", "sites"}
    assert (said["now"], said["well"], said["need_attention"], said["articles"]) == ("2026-11-27T06:00:00Z", 1, 4, 250)
    assert set(said["disk"]) == {"archive", "captures", "free", "growth", "days_left", "is_short"}
    sites = {site["site"]: site for site in said["sites"]}
    author = sites["penulis"]
    assert set(author) == {
        *("site", "name", "home_url", "health", "needs_attention", "reasons", "last_run", "last_good_run_at"),
        *("failed_runs", "failing_since", "usual_days_between_runs", "articles", "new_7_days", "new_30_days"),
        *("silence", "fields", "open_problems", "problems", "looks_due", "next_look_due_at", "expect", "runs"),
    }
    assert author["reasons"] == [{"name": "field-lost", "text": "author 0 %, was 100 %"}]
    assert author["fields"]["author"] == {"recent": 0.0, "usual": 1.0, "read": 20, "has_fallen": True}
    assert author["silence"] == {
        "newest": "2026-11-26", "looked_at": "2026-11-27T01:16:00Z", "days": 1, "days_until_now": 1,
        "usual_longest": 2, "median_gap": 2,
    }  # fmt: skip
    assert author["problems"]["date-not-found"]["count"] == author["open_problems"] == 1
    assert author["last_run"]["started_at"] == "2026-11-27T01:12:00Z" and len(author["runs"]) == 10
    assert sites["blokir"]["failed_runs"] == 6 and sites["blokir"]["failing_since"] == "2026-11-22T01:12:00Z"
    never = sites["baru"]
    assert never["last_run"] is None and never["silence"]["days"] is None and never["health"] == "never run"


def test_a_page_about_one_site(watched, capsys):
    troubled(watched)
    said = status(capsys, "penulis", exit_status=3).out
    assert said.startswith("penulis  look  Kota Penulis  https://penulis.example/\n  author 0 %, was 100 %\n")
    for words in (
        "last good 2026-11-27 01:12 UTC; usually every 24 h",
        "130; 0 new in 7 days, 0 in 30; the newest of 2026-11-26",
        "1 d, usual up to 2, as of the last complete look, 2026-11-27 01:16 UTC",
        "half of them at most 2, the longest 2",
        "date-not-found     1  2026-11-26  https://penulis.example/berita/1",
        "0 articles due now, none is due later",
        "nothing said: its history decides",
    ):
        assert words in said, words
    assert said.count("finished") == 10 and re.search(r"author +0 % +100 %", said)
    assert "blokir" not in said
    assert status(capsys, "baik").out.startswith("baik  ok  ")


def test_a_page_says_what_to_do_about_a_lost_field(watched, capsys):
    watched.well("penulis")
    watched.problem("penulis", "field-lost", field="author", detail="author: none of 6 articles since 2026-02-05")
    page = status(capsys, "penulis", exit_status=3).out
    assert '[site."penulis"]  selectors = { author = "SELECTOR" }   then: blitar reparse penulis' in page
    assert '[site."penulis"]  expect = { fill = { author = 0 } }' in page


def test_a_site_that_refuses_is_called_blocked_and_not_cut(watched, capsys):
    troubled(watched)
    assert "blocked" in line_of(status(capsys, exit_status=3).out, "blokir")
    rows = [line for line in status(capsys, "blokir", exit_status=3).out.splitlines() if "asks us to wait" in line]
    assert rows and not any(" cut " in line for line in rows)


def test_a_page_shows_how_the_fields_went_from_run_to_run_and_what_is_expected(watched, capsys):
    site = watched.site("bidang", expect={"silence": 0, "fill": {"views": 0.5}})
    read = {"read": 10, "title": 10, "author": 10, "published_at": 10, "views": 10, "body": 10}
    for day in range(9, 0, -1):
        watched.run(site, day, fields={**read, "author": day})
    said = status(capsys, site).out
    assert "▇▆▆▅▄▄▃▂▂" in said or re.search("[▁▂▃▄▅▆▇█]{9}", said)
    assert 'Expected       {"silence": 0, "fill": {"views": 0.5}}' in said


def test_blitar_toml_says_what_is_expected_of_a_site(watched, folder, capsys):
    watched.daily(watched.site("diam.example"))
    watched.articles("diam.example", [20])
    assert status(capsys).err == ""
    (folder / "blitar.toml").write_text('[site."diam.example".expect]\nsilence = 14\n')
    assert "no news for 20 d" in status(capsys, exit_status=3).out


def test_a_crawl_that_holds_its_site_is_running_and_one_that_holds_none_was_killed(watched, folder, capsys):
    watched.run(watched.well(), 0.1, "running", None, minutes=None)
    assert "was killed" in status(capsys, exit_status=3).out
    assert list((folder / "data").glob(".*")) == []  # asking made no lock
    lock = SiteLock(folder / "data" / "blitar.db", "baik")
    try:
        assert line_of(status(capsys).out, "baik").split()[1] == "running"
        assert "a crawl holds the site now" in status(capsys, "baik").out
    finally:
        lock.release()


def test_nothing_stored_acts_on_the_terminal(watched, capsys):
    site = watched.well()
    watched.db.execute("UPDATE sites SET name = ?, home_url = ?", [ESCAPES, ESCAPES])
    watched.problem(site, ESCAPES, url=f"https://x.example/{ESCAPES}", detail=ESCAPES)
    watched.problem(site, ESCAPES, detail=ESCAPES)
    watched.run(site, 0.1, f"cut{ESCAPES}", 4, reason=ESCAPES)
    watched.db.execute("PRAGMA foreign_keys = OFF")
    watched.db.execute("UPDATE sites SET id = 'baik' || ?", [ESCAPES])
    for table in ("runs", "articles", "problems"):
        watched.db.execute(f"UPDATE {table} SET site = (SELECT id FROM sites)")
    for arguments in ((), ("--all",), ("--json",), (f"baik{ESCAPES}",)):
        said = status(capsys, *arguments, exit_status=3).out
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said), arguments
        assert "[bold]x" in said  # nor is it taken for the marks of the library that prints
    assert json.loads(status(capsys, "--json", exit_status=3).out)["sites"][0]["name"] == ESCAPES
    assert "\x1b" not in status(capsys, f"{ESCAPES}!", exit_status=2).err


def test_an_archive_that_may_only_be_read_is_told_of(watched, folder, capsys):
    troubled(watched)
    watched.archive.close()
    data = folder / "data"
    before = sorted((file.name, file.read_bytes()) for file in data.iterdir())
    for path in (data / "blitar.db", data):
        path.chmod(path.stat().st_mode & 0o555)
    try:
        status(capsys, exit_status=3)
        status(capsys, "penulis", "--json", exit_status=3)
        assert sorted((file.name, file.read_bytes()) for file in data.iterdir()) == before
    finally:
        data.chmod(0o755)


def test_a_disk_that_is_nearly_full_needs_attention(watched, capsys, monkeypatch):
    watched.well()
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=10**8))
    said = status(capsys, exit_status=3).out
    assert "The disk is nearly full" in said and said.endswith("100 MB free\n")


def test_an_archive_without_sites_is_no_fault(watched, capsys):
    assert status(capsys).out == "no sites in data/blitar.db yet: blitar add URL, or blitar crawl SITE\n"
    assert json.loads(status(capsys, "--json").out)["sites"] == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--archive", "none.db"], "none.db: no such archive"),
        (["baki"], "no site 'baki' in data/blitar.db; did you mean baik?"),
        (["blitarkota"], "no site 'blitarkota' in data/blitar.db"),
        (["--nothing"], "--nothing"),
    ],
)
def test_a_mistake_is_one_line(watched, capsys, arguments, expected):
    watched.well()
    said = status(capsys, *arguments, exit_status=2)
    assert said.out == "" and expected in said.err and said.err.count("\n") == 1


def test_the_exit_status_is_explained(capsys):
    said = " ".join(status(capsys, "--help").out.split())
    assert "Exit status: 0 where all is well, 3 where something needs attention" in said


def test_sites_shows_the_same_word(watched, capsys, monkeypatch):
    watched.run(watched.well(), 0.1, "running", None, minutes=None)
    capsys.readouterr()
    assert run(["sites"]) == 0
    assert "killed, failed" in line_of(capsys.readouterr().out, "baik")
    assert run(["sites", "--json"]) == 0
    (site,) = [row for line in capsys.readouterr().out.splitlines() if (row := json.loads(line))["site"] == "baik"]
    assert (site["last_status"], site["health"], site["articles"]) == ("killed", "failed", 120)


@pytest.mark.parametrize(
    ("days", "said"),
    [(None, ""), (0, ": enough for 0 days"), (1, ": enough for 1 day"), (400, ": enough for 13 months"),
     (2200, ": enough for 6 years"), (10**9, ": enough for more than a century")],
)  # fmt: skip
def test_how_long_the_disk_will_do(days, said):
    assert disk_words(Disk(512_000_000, 2_100_000_000, 38 * 10**9, 1, days)) == (
        f"archive 512 MB, captures 2.1 GB, 38 GB free{said}"
    )


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (999_600, "1.0 MB"), (12 * 10**12, "12 TB")]
)
def test_sizes(number, said):
    assert size(number) == said
