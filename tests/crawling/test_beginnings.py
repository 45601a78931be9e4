"""A run that cannot begin: nothing is asked for, and neither a lock nor an open run stays behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.crawling.health import CRASHED, USAGE
from tests.crawling.conftest import Crawls

_NO_CAPTURES = """
from blitar_scraper.crawling import session


def fails(*arguments):
    raise RuntimeError("no capture from http://keeper:rahasia99@x.go.id/")


session.Capturing = fails
"""


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ({"daily_requests": "banyak"}, "banyak"),
        ({"daily_requests": None}, "int()"),
        ({"expect": {"links": -1}}, "links must be a whole number"),
    ],
)
def test_a_setting_of_a_site_that_cannot_be_read_is_said_before_a_run_begins(
    crawls: Crawls, settings: dict[str, Any], why: str
) -> None:
    Archive(crawls.archive).close()
    crawls.settings = settings
    result = crawls.run(limit=1)
    assert (result["status"], result["exit_status"]) == ("refused", USAGE), result
    assert result["reason"].startswith("settings of ") and why in result["reason"]
    assert crawls.requested() == [] and not crawls.rows("SELECT * FROM runs")


def test_a_run_that_fails_while_it_begins_is_closed(
    crawls: Crawls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(_NO_CAPTURES)
    Archive(crawls.archive).close()
    with monkeypatch.context() as faulty:
        faulty.setenv("PYTHONPATH", str(tmp_path))
        assert crawls.run(limit=1)["exit_status"] == CRASHED
    (run,) = crawls.rows("SELECT status, exit_status, stats FROM runs")
    assert (run["status"], run["exit_status"]) == ("crashed", CRASHED)
    assert "RuntimeError" in run["stats"] and "rahasia99" not in run["stats"]
    assert crawls.run(limit=1)["exit_status"] == 0
