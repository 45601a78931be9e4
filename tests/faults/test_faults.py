"""For each fault: the exit status, the rows of `problems`, nothing lost, and the next run makes it good."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.faults.conftest import Theatre, prepare_site
from tests.faults.kept import assert_all_is_there, assert_nothing_lost, snapshot
from tests.faults.row import Row, Told, of_site
from tests.faults.stage import Stage, signal_named
from tests.faults.table import TABLE


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_fault(row: Row, staged: Callable[[str], Stage], theatre: Theatre) -> None:
    stage = staged(row.kind)
    before = snapshot(stage)
    result = _run_with_fault(row, stage, theatre)
    log = stage.log.read_text()
    run_id = max(run["id"] for run in stage.rows("SELECT id FROM runs"))

    assert result["exit_status"] == row.exit_status, (result, log)
    _assert_reason(row, result["reason"])
    assert ("Traceback" in log) == row.traceback, log
    _assert_told(row, stage, run_id)
    assert row.slept[0] <= sum(result["slept"]) <= row.slept[1], result["slept"]
    assert len(stage.server.requests) <= row.most_requests, [asked.target for asked in stage.server.requests]
    assert_nothing_lost(stage, before, gone=row.gone, moved=of_site("moved-site") in row.told)

    _assert_the_next_run_makes_it_good(row, stage, theatre)


def _run_with_fault(row: Row, stage: Stage, theatre: Theatre) -> dict[str, Any]:
    server = stage.server
    server.site.day = row.day
    for name, value in row.site.items():
        setattr(server.site, name, value)
    if row.certificate is not None:
        server.tls = None if row.certificate == "none" else theatre.certificates.context(row.certificate)
    if row.expect:
        stage.settings["expect"] = dict(row.expect)
    server.faults.set(row.faults)
    try:
        with row.around(stage):
            if row.refuses:
                server.refuse()
            return stage.crawl(
                options=row.options,
                settings=row.settings,
                troubles=row.troubles,
                largest_file=row.largest_file,
                send=(signal_named(row.send[0]), row.send[1]) if row.send else None,
                clock_off=row.clock_off,
            )
    finally:
        if row.certificate is not None:
            server.tls = theatre.certificates.context("good")


def _assert_reason(row: Row, reason: str | None) -> None:
    """One line that a person understands, or none where there is nothing to say."""
    if row.reason is None:
        assert reason is None
    elif row.reason != ".*":
        assert reason is not None and re.search(row.reason, reason), reason
        assert "\n" not in reason and len(reason) <= 250 and "Traceback" not in reason, reason


def _assert_told(row: Row, stage: Stage, run_id: int) -> None:
    """All that the row names is open, and nothing else."""
    found = {
        Told(told["problem"], told["field"], told["url"] is None)
        for told in stage.rows("SELECT problem, field, url FROM problems WHERE resolved_at IS NULL")
    }
    assert set(row.told) <= found, (row.told, found)
    assert found <= {*row.told, *row.may_tell}, found - {*row.told, *row.may_tell}
    for told in row.told:
        (number,) = {
            one["run_id"]
            for one in stage.rows(
                "SELECT run_id FROM problems WHERE resolved_at IS NULL AND problem = ? AND field IS ?",
                *(told.problem, told.field),
            )
        }
        assert number in {run_id, None}  # a run that was not begun has no number


# What is noted of a page that was read all the same; it stands until the page is read again.
_REMARKS = {"charset-wrong", "control-characters", "page-large", "bytes-undecodable", "html-truncated", "value-lost"}
_REMARKS |= {"date-not-found", "date-unreadable", "body-empty"}


def _still_true(row: Row, stage: Stage, told: dict[str, Any]) -> bool:
    """Whether a problem may still be open: a remark on a page that the run had no cause to ask for, or by the row."""
    asked = {stage.server.url + asked.target for asked in stage.server.requests}
    return told["problem"] in row.stays or (told["problem"] in _REMARKS and told["url"] not in {None, *asked})


def _assert_the_next_run_makes_it_good(row: Row, stage: Stage, theatre: Theatre) -> None:
    """A day later, with the fault gone: green, everything that the site has is there, and nothing is open any more."""
    before = snapshot(stage)
    site = stage.server.site
    day, stays = row.day, {name: getattr(site, name) for name in {"removed", "busy", *(row.site if row.lasts else ())}}
    prepare_site(stage.server, row.kind)
    for name, value in stays.items():
        setattr(stage.server.site, name, value)
    for later in range(1, row.green_after + 1):
        stage.server.site.day = day + later
        stage.server.requests.clear()
        result = stage.crawl(options=row.options)
        log = stage.log.read_text()
        assert log == ""
        assert_nothing_lost(stage, before, gone=row.gone, moved=row.lasts)
        assert result["exit_status"] in {0, row.exit_status}
    assert (result["exit_status"], result["reason"]) == (0, None), (result, log)
    assert_all_is_there(stage, gone=row.gone, without=row.without, moved=row.lasts)
    still = stage.rows("SELECT problem, field, url FROM problems WHERE resolved_at IS NULL")
    assert [told for told in still if not _still_true(row, stage, told)] == []
    # A healthy archive has no problems: whatever is noted came with the fault.
    noted = {told["problem"] for told in stage.rows("SELECT problem FROM problems")}
    assert set(row.events) <= noted
