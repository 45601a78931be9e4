"""What becomes of the row of a run whose process somebody saw die."""

from __future__ import annotations

import json

import pytest
from archive_examples import SITE, Crawled, article_seen, days

from blitar_scraper.archive.values import iso

HOW = "its process was killed by signal 9 (SIGKILL)"


def test_a_run_seen_dying_ends_as_crashed_and_its_problem_says_how(crawled: Crawled) -> None:
    crawled.store(article_seen())
    assert crawled.archive.close_killed_runs(SITE.id, at=days(1), how=HOW, status="crashed") == [crawled.run_id]
    row = crawled.run
    assert (row["status"], row["exit_status"], row["finished_at"]) == ("crashed", 1, iso(days(1)))
    assert json.loads(row["stats"]) == {"reason": HOW}
    (problem,) = crawled.rows("SELECT * FROM problems WHERE problem = 'run-killed'")
    assert problem["detail"].endswith(f"stored: 1 new; {HOW}")


def test_a_run_that_a_person_killed_is_interrupted_and_no_problem(crawled: Crawled) -> None:
    crawled.archive.close_killed_runs(SITE.id, at=days(1), how="killed on request")
    assert (crawled.run["status"], crawled.run["exit_status"]) == ("interrupted", 130)
    assert not crawled.rows("SELECT * FROM problems WHERE problem = 'run-killed'")


@pytest.mark.parametrize("how", [None, HOW])
def test_a_run_that_has_ended_is_not_closed_again(crawled: Crawled, how: str | None) -> None:
    crawled.archive.finish_run(crawled.run_id, at=days(0), status="finished", exit_status=0)
    assert crawled.archive.close_killed_runs(SITE.id, at=days(1), how=how, status="crashed") == []
    assert (crawled.run["status"], crawled.run["exit_status"]) == ("finished", 0)
