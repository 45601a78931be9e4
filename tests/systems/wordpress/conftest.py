"""The site under test, started once, and the table of figures that is printed when the tests are done."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.systems.wordpress.packages import missing
from tests.systems.wordpress.posts import order
from tests.systems.wordpress.server import WordPress

SWITCH = "BLITAR_TEST_WORDPRESS"
HERE = Path(__file__).parent
# What was measured, by kind (a table) and theme (a row).
_figures: dict[str, dict[str, dict[str, float]]] = {}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get(SWITCH):
        return
    skip = pytest.mark.skip(reason=f"installs and starts servers: make test-wordpress, or {SWITCH}=1")
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(skip)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for kind, rows in _figures.items():
        names = list(dict.fromkeys(name for row in rows.values() for name in row))
        terminalreporter.section(f"WordPress: {kind}")
        terminalreporter.write_line(f"{'theme':20}" + "".join(f"{name:>14}" for name in names))
        for theme, row in rows.items():
            cells = (f"{row[name]:14.4g}" if name in row else " " * 14 for name in names)
            terminalreporter.write_line(f"{theme:20}" + "".join(cells))


@pytest.fixture(scope="session")
def figures() -> Callable[[str, str, dict[str, float]], None]:
    """Notes a row of figures (kind, theme, values) for the table that is printed when all tests are done."""

    def note(kind: str, theme: str, values: dict[str, float]) -> None:
        _figures.setdefault(kind, {})[theme] = values

    return note


@pytest.fixture(scope="session")
def wordpress() -> Iterator[WordPress]:
    """The site, filled. What a test changes stays changed: each asks the database what there is now."""
    if absent := missing():
        pytest.fail(f"not installed: {', '.join(absent)}")
    with WordPress() as site:
        site.run("seed.php", order=order(datetime.now(ZoneInfo("Asia/Jakarta"))))
        yield site
