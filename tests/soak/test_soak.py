"""A small soak in every suite; `make test-soak` runs 50 sites for 200 days.

Nothing is lost or made up, every fault is said, no healthy day is called ill, and the day after a fault catches up.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests import forked
from tests.soak.faults import BY_NAME, faults_of
from tests.soak.sites import make_sites

# A seed that has each kind of status among its days, and a share of ill days at which fifteen are enough for them.
GIVEN: dict[str, Any] = {"seed": 7, "sites": 5, "days": 15, "ill": 0.3}
# Seconds; it takes 20 on two cores.
TIMEOUT = 900


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the soak found: misses, growths, statuses by state."""
    file = tmp_path_factory.mktemp("soak") / "said.json"
    options = [part for name, value in GIVEN.items() for part in (f"--{name}", value)]
    done = forked.run("tests.soak.run", *options, "--json", file, timeout=TIMEOUT)
    assert done.returncode in (0, 1), done.stderr
    found: dict[str, Any] = json.loads(Path(file).read_text())
    return found


def test_the_days_show_what_they_are_to_show(said: dict[str, Any]) -> None:
    sites = make_sites(GIVEN["seed"], GIVEN["sites"], GIVEN["ill"])
    faults = [fault for site in sites for fault in faults_of(site, GIVEN["days"]) if fault]
    assert len(set(faults)) >= 8
    assert {4, 5} <= {status for fault in faults for status in BY_NAME[fault].may}
    assert said["edits"] and said["view_counts"]


def test_no_run_is_green_that_lost_something_and_none_red_on_a_healthy_day(said: dict[str, Any]) -> None:
    assert said["misses"] == []


def test_every_run_is_counted(said: dict[str, Any]) -> None:
    counted = sum((Counter(statuses) for statuses in said["states"].values()), Counter[str]())
    assert counted.total() == GIVEN["sites"] * GIVEN["days"]


def test_nothing_is_left_behind(said: dict[str, Any]) -> None:
    assert said["growths"] == []
