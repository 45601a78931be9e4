"""What a crawl says may find no reader: it goes on all the same, and its exit status is that of its crawls."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from blitar_scraper.crawling.unbroken import Unbroken
from tests.cli.running import TIMEOUT, without_pauses

# Ports on which nobody listens (a few of the system's own, without a service): connections are refused at once.
_SITES = {f"mati-{port}": f"http://127.0.0.1:{port}/" for port in (1, 2, 3)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = "".join(f"{url},{name}\n" for name, url in _SITES.items())
    (tmp_path / "sites.csv").write_text(f"url,id\n{rows}")
    blitar("add", "sites.csv", "--no-probe", folder=tmp_path)
    return tmp_path


def blitar(*arguments: str, folder: Path, gone: str = "") -> subprocess.CompletedProcess[str]:
    """The command; `gone`: "stdout" or "stderr", a pipe whose reader has gone; "closed": started without stderr."""
    reader, writer = os.pipe()
    os.close(reader)
    ways: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    if gone in ways:
        ways[gone] = writer
    command = [sys.executable, "-m", "tests.command", *arguments]
    if gone == "closed":
        command = ["/bin/sh", "-c", 'exec "$@" 2>&-', "sh", *command]
    surroundings = {**os.environ, "PYTHONPATH": f"{Path(__file__).parents[2]}:{os.environ.get('PYTHONPATH', '')}"}
    try:
        done: subprocess.CompletedProcess[str] = subprocess.run(
            command, cwd=folder, text=True, timeout=TIMEOUT, env=surroundings, check=False, **ways
        )
        return done
    finally:
        os.close(writer)


def runs(folder: Path) -> list[tuple[str, int]]:
    archive = sqlite3.connect(folder / "data" / "blitar.db")
    try:
        return archive.execute("SELECT site, exit_status FROM runs ORDER BY site").fetchall()
    finally:
        archive.close()


@pytest.mark.parametrize("gone", ["stderr", "closed", "stdout"])
def test_all_sites_are_crawled_and_judged_though_nobody_reads_what_is_said(folder: Path, gone: str) -> None:
    with without_pauses(folder):
        done = blitar("crawl", "--all", "--jobs", "1", "--json", folder=folder, gone=gone)
    assert done.returncode == 4, done.stderr
    assert runs(folder) == [(name, 4) for name in _SITES]
    if gone != "stdout":
        assert [json.loads(line)["site"] for line in done.stdout.splitlines()] == list(_SITES), "and nothing else"


def test_a_crawl_alone_keeps_its_exit_status_too(folder: Path) -> None:
    with without_pauses(folder):
        assert blitar("crawl", "mati-1", "--json", folder=folder, gone="stdout").returncode == 4
        assert blitar("crawl", "mati-2", folder=folder, gone="stderr").returncode == 4


def test_a_monitor_that_reads_no_more_of_the_status_is_told_what_is_wrong_all_the_same(folder: Path) -> None:
    assert blitar("status", folder=folder, gone="stdout").returncode == blitar("status", folder=folder).returncode == 3


def test_a_reader_that_has_seen_enough_is_no_fault(folder: Path) -> None:
    assert blitar("sites", folder=folder, gone="stdout").returncode == 0


def test_a_display_without_standard_error_is_silent() -> None:
    nowhere = Unbroken(None)
    assert nowhere.write("kata") == 4 and not nowhere.isatty()
    nowhere.flush()
