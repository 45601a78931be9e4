"""The table at the end of many crawls: what is wrong stands first, and no site that crashed is left out."""

from __future__ import annotations

from typing import Any

import pytest

from blitar_scraper.cli.run_report import complaint, print_summary, run_record
from blitar_scraper.crawling.health import Verdict
from blitar_scraper.crawling.runner import Result
from blitar_scraper.items import Site

CUT = Verdict("cut", 3, "the listing https://cut.go.id/berita could not be read to its end")
KILLED = Verdict("crashed", 1, "its process was killed by signal 11 (SIGSEGV)")
SILENT = Verdict("unreachable", 4, "https://silent.go.id/: timeout")
HELD = Verdict("busy", 5, "another run is crawling held into data/blitar.db")


def result(name: str, verdict: Verdict | None = None, *, seconds: float | None = 61.0, **counts: int) -> Result:
    run: dict[str, Any] | None = {"new": 0, "edited": 0, "gone": 0, "requests": 5, **counts}
    if verdict is not None and verdict.status == "busy":
        run = None
    return Result(Site(name, name, f"https://{name}.go.id/"), verdict or Verdict("finished", 0), run, seconds)


def printed(results: list[Result], capsys: pytest.CaptureFixture[str]) -> list[str]:
    print_summary(results)
    return capsys.readouterr().out.splitlines()


def test_the_worst_stand_first_and_say_why(capsys: pytest.CaptureFixture[str]) -> None:
    results = [
        result("well", new=3, edited=1),
        result("held", HELD),
        result("cut", CUT, new=2),
        result("killed", KILLED, gone=1),
        result("silent", SILENT),
    ]
    head, *lines, in_all = printed(results, capsys)
    assert head.split() == ["site", "new", "edited", "gone", "requests", "time", "how", "it", "went"]
    assert [line.split()[0] for line in lines] == ["killed", "silent", "cut", "held", "well"]
    for line, verdict in zip(lines, (KILLED, SILENT, CUT, HELD), strict=False):
        assert line.endswith(f"{verdict.status}: {verdict.reason}")
    assert lines[-1].split() == ["well", "3", "1", "0", "5", "1", "min", "1", "s", "finished"]
    assert in_all == (
        "1 of 5 sites well (1 crashed, 1 unreachable, 1 unhealthy, 1 busy); 5 new, 1 edited, 1 gone; 20 requests"
    )


def test_of_very_many_sites_those_that_went_well_are_one_row(capsys: pytest.CaptureFixture[str]) -> None:
    results = [result(f"kabupaten-{number}", new=1, seconds=number) for number in range(540)]
    results[7:7] = [result(f"killed-{number}", KILLED) for number in range(10)]
    _, *lines, in_all = printed(results, capsys)
    assert [line.split()[0] for line in lines[:-1]] == [f"killed-{number}" for number in range(10)]
    assert lines[-1].split() == ["540", "others", "540", "0", "0", "2700", "<=", "8", "min", "59", "s", "well"]
    assert in_all == "540 of 550 sites well (10 crashed); 540 new, 0 edited, 0 gone; 2,750 requests"


def test_a_crawl_of_very_many_that_was_stopped_names_those_that_crashed(capsys: pytest.CaptureFixture[str]) -> None:
    stopped = Verdict("interrupted", 130, "stopped; run the same command again to go on")
    results = [result(f"kabupaten-{number}", stopped) for number in range(80)]
    _, *lines, in_all = printed([*results, result("killed", KILLED), result("well")], capsys)
    assert [line.split()[0] for line in lines] == ["killed", "well", "80"]
    assert in_all.startswith("1 of 82 sites well (80 stopped, 1 crashed); ")


def test_a_word_is_not_said_twice(capsys: pytest.CaptureFixture[str]) -> None:
    silent = result("x", Verdict("unreachable", 4, "unreachable: https://x.go.id/: timeout"))
    (line,) = printed([silent], capsys)[1:-1]
    assert line.split("1 min 1 s")[1].strip() == "unreachable: https://x.go.id/: timeout"
    assert complaint(silent) == "blitar: x: unreachable: https://x.go.id/: timeout"


def test_a_site_that_refuses_or_has_moved_is_called_so_in_its_row_and_in_the_last_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    results = [
        result("a", Verdict("unreachable", 4, "blocked: it refuses us (HTTP 403)")),
        result("b", Verdict("cut", 4, "blocked: HTTP 429: asks us to wait 24 h")),
        result("c", Verdict("unreachable", 4, "moved-site: http://c.go.id/ leads to https://d.go.id/")),
        result("d", SILENT),
    ]
    _, *lines, in_all = printed(results, capsys)
    assert [line.split("1 min 1 s")[1].strip().split(":")[0] for line in lines] == [
        "blocked",
        "blocked",
        "moved-site",
        "unreachable",
    ]
    assert in_all.startswith("0 of 4 sites well (2 blocked, 1 moved-site, 1 unreachable); ")


def test_what_a_site_says_moves_no_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = printed([result("x", Verdict("cut", 3, "no article\x1b[2J\r [red]links[/red]"))], capsys)[1:-1]
    assert line.endswith("cut: no article[2J [red]links[/red]")


def test_as_json_a_site_that_never_began_says_how_it_went() -> None:
    record = run_record(result("held", HELD))
    assert (record["site"], record["status"], record["exit_status"], record["reason"]) == (
        "held",
        "busy",
        5,
        HELD.reason,
    )
