"""What `blitar crawl` is told reaches the crawl, from the command line, `blitar.toml` and the environment."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from blitar_scraper.cli.run_report import run_lines
from blitar_scraper.crawling.health import Verdict
from blitar_scraper.crawling.runner import Result
from blitar_scraper.spiders.sites.blitarkota import BlitarKota
from tests import forked


def told(folder: Path, *arguments: str, **environment: str) -> Any:
    """The budget and whether captures are kept, as the crawl would be told; nobody is asked for anything."""
    code = (
        "import json\n"
        "from blitar_scraper.cli import crawl as module, command\n"
        "say = lambda options: print(json.dumps([options.budget, options.warc]))\n"
        "module.run_crawls = lambda jobs, **kw: (say(jobs[0].options), [])[1]\n"
        f"raise SystemExit(command.run(['crawl', 'blitarkota', '--contact', 'x', *{list(arguments)!r}]))"
    )
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        done = forked.run("tests.given_code", code, folder=folder, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_days_requests_and_the_captures_are_as_asked(tmp_path: Path) -> None:
    assert told(tmp_path) == [None, True]
    assert told(tmp_path, "--budget", "0", "--no-warc") == [0, False]
    (tmp_path / "blitar.toml").write_text("budget = 300\nwarc = false\n")
    assert told(tmp_path) == [300, False]
    assert told(tmp_path, BLITAR_BUDGET="200") == [200, False]
    assert told(tmp_path, "--budget", "100", "--warc", BLITAR_BUDGET="200") == [100, True]


@pytest.mark.parametrize("reason", [None, "7 looks wait for tomorrow: the day's 50 requests are spent"])
def test_a_good_run_says_what_it_left_for_tomorrow(reason: str | None) -> None:
    times = {"started_at": "2026-03-02T03:00:00Z", "finished_at": "2026-03-02T03:01:05Z"}
    counts = dict.fromkeys(("new", "edited", "unchanged", "gone", "errors", "listed"), 1)
    run = {**times, **counts, "requests": 50, "bytes": 1000}
    lines = list(run_lines(Result(BlitarKota.site, Verdict("finished", 0, reason), run), Path("x.db")))
    assert lines[2:] == ([f"  {reason}"] if reason else [])
