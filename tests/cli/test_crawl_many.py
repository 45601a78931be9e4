"""`blitar crawl SITE SITE`: several sites, each in a process of its own, and the worst of their exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.crawling.frontier import system_clock
from blitar_scraper.demo import serve
from blitar_scraper.items import Site
from tests.cli.running import blitar
from tests.served.systems import SYSTEMS

# Nobody listens there (RFC 6335: discard).
NOBODY = "http://127.0.0.1:9"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path


def put(folder: Path, **urls: str) -> None:
    with Archive(folder / "data" / "blitar.db") as archive:
        for name, url in urls.items():
            site = Site(name, name, f"{url}/", "Asia/Jakarta", start_urls=(f"{url}/berita",))
            archive.put_site(site, at=system_clock())


def test_each_site_is_a_json_object_in_the_order_asked_for_and_the_worst_counts(folder: Path) -> None:
    with serve(SYSTEMS["laravel"](6)) as server:  # type: ignore[arg-type]
        put(folder, well=server.url, silent=NOBODY)
        done = blitar("crawl", "well", "silent", "--json", "--verbose", folder=folder)
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(run["site"], run["status"], run["exit_status"]) for run in runs] == [
        ("well", "finished", 0),
        ("silent", "unreachable", 4),
    ]
    assert runs[0]["new"] == 6 and runs[0]["requests"] > 6
    assert done.returncode == 4
    said = done.stderr.splitlines()
    assert any(line.startswith(f"{place}/2 silent: unreachable: ") for place in (1, 2) for line in said)
    assert any(" INFO [well] " in line for line in said) and any(" INFO [silent] " in line for line in said)


def test_all_sites_of_an_archive_of_one_are_summed_up_as_many_are(folder: Path) -> None:
    with serve(SYSTEMS["laravel"](6)) as server:  # type: ignore[arg-type]
        put(folder, well=server.url)
        done = blitar("crawl", "--all", "--hours", "5", folder=folder)
    assert done.returncode == 0, done.stderr
    *_, last = done.stdout.splitlines()
    assert last.startswith("1 of 1 sites well; 6 new, ")


def test_a_retired_site_is_left_out_of_all_and_needs_nobody(folder: Path) -> None:
    with serve(SYSTEMS["laravel"](6)) as server:  # type: ignore[arg-type]
        put(folder, well=server.url, silent=NOBODY)
        (folder / "blitar.toml").write_text("[site.silent]\nretired = true\n")
        done = blitar("crawl", "--all", folder=folder)
        assert done.returncode == 0, done.stderr
        *_, last = done.stdout.splitlines()
        assert last.startswith("1 of 1 sites well; 6 new, ")
        done = blitar("status", folder=folder)
        assert done.returncode == 0 and any(
            line.split()[:2] == ["silent", "retired"] for line in done.stdout.splitlines()
        )
        (folder / "blitar.toml").write_text("[site.silent]\nretired = true\n[site.well]\nretired = true\n")
        done = blitar("crawl", "--all", folder=folder)
    assert done.returncode == 2 and "all sites in data/blitar.db are retired" in done.stderr


def test_hours_that_are_none_are_refused(folder: Path) -> None:
    put(folder, silent=NOBODY)
    done = blitar("crawl", "silent", "--hours", "0", folder=folder)
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1 and "--hours" in done.stderr
