"""The table's own checks find what they are there for: a check that finds nothing proves nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from blitar_scraper.archive import Archive
from tests.faults.document import FILE, page
from tests.faults.kept import assert_all_is_there, assert_nothing_lost, snapshot
from tests.faults.news import FAULT_DAY
from tests.faults.stage import Stage
from tests.faults.table import TABLE

LOSSES = {
    "a-value-is-gone": "UPDATE articles SET author = NULL WHERE id = 3",
    "another-date": "UPDATE articles SET published_at = '2026-03-09T09:00+07:00' WHERE id = 4",
    "half-a-text": "UPDATE articles SET body = substr(body, 1, 100) WHERE id = 5",
    "taken-for-removed": "UPDATE articles SET gone_at = '2026-03-09T02:00:00Z', gone_reason = '404' WHERE id = 6",
    "a-version-of-junk": "UPDATE articles SET version = 2 WHERE id = 6",
    "a-count-is-gone": "DELETE FROM view_counts WHERE article_id = 2",
    "a-capture-is-changed": "UPDATE captures SET digest = 'sha256:00' WHERE id = 9",
    "a-run-is-gone": "UPDATE runs SET started_at = '2020-01-01T00:00:00Z' WHERE id = 2",
}


@pytest.mark.parametrize("sql", LOSSES.values(), ids=LOSSES.keys())
def test_a_loss_is_found(staged: Callable[[str], Stage], sql: str) -> None:
    stage = staged("plain")
    before = snapshot(stage)
    assert_nothing_lost(stage, before)
    with Archive(stage.archive) as archive:
        archive.db.execute("PRAGMA foreign_keys = OFF")
        archive.db.execute(sql)
    with pytest.raises(AssertionError):
        assert_nothing_lost(stage, before)


def test_an_article_that_is_not_there_is_found(staged: Callable[[str], Stage]) -> None:
    stage = staged("plain")
    stage.server.site.day = FAULT_DAY - 1
    assert_all_is_there(stage)
    stage.server.site.day = FAULT_DAY
    with pytest.raises(KeyError):
        assert_all_is_there(stage)


def test_no_two_faults_have_one_name() -> None:
    names = [row.name for row in TABLE]
    assert len(names) == len(set(names)) >= 40


def test_the_page_of_the_faults_is_fresh() -> None:
    assert FILE.read_text("utf-8") == page(), "python -m tests.faults.document"
