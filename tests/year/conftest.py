"""The days that are simulated, run once, and the table that is printed when the tests are done."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.year.year import Year

SWITCH = "BLITAR_TEST_YEAR"
# What was measured, by site.
_tables: dict[str, dict[str, str]] = {}

Given = dict[str, Any]
# Forty days of a seed in which everything happens: in each suite.
SHORT: Given = {"days": 40, "seed": 46, "since": 2025}
YEAR: Given = {"days": 365, "seed": 5}
SITES: dict[str, Given] = {
    "forty days": SHORT,
    "a year, dynamic pages, counts on listings": YEAR,
    "a year, ETags, counts on pages alone": {**YEAR, "validators": True, "lists_counts": False},
}


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if not os.environ.get(SWITCH):
        return
    for name, table in _tables.items():
        terminalreporter.section(name)
        for fact, value in table.items():
            terminalreporter.write_line(f"{fact:28}{value}")


@pytest.fixture(scope="session", params=SITES)
def year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    given = SITES[request.param]
    if given is not SHORT and not os.environ.get(SWITCH):
        pytest.skip(f"takes minutes: make test-year, or {SWITCH}=1")
    # Test processes that run side by side have their folders in one: the first runs the days, the others wait.
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    folder = shared / f"year-{list(SITES).index(request.param)}"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ran = Year.run(folder / "archive.db", **given)
    _tables[request.param] = ran.table()
    yield ran
