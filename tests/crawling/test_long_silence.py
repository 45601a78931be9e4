"""A site that has died stays red; where its habits are not known nobody says that it is well."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from blitar_scraper.crawling.health import UNHEALTHY, Verdict
from blitar_scraper.crawling.health.facts import Case
from blitar_scraper.crawling.health.judging import judge
from tests.crawling.histories import BEGIN, facts

SILENT = ("silent", None)


def every(days: int, count: int) -> list[date]:
    """So many days with news, so many days apart, the last of them BEGIN."""
    return [BEGIN - timedelta(days=days * place) for place in reversed(range(count))]


def verdict_after(silence: int, days: Sequence[date]) -> Verdict:
    return judge(Case(facts(silence), news_days=days))


@pytest.mark.parametrize("days", [every(1, 700), every(7, 60)])
def test_a_site_that_has_died_is_red_for_years(days: list[date]) -> None:
    for silence in range(25, 800, 25):
        verdict = verdict_after(silence, days)
        assert verdict.exit_status == UNHEALTHY and [one.problem for one in verdict.findings] == ["silent"]
        assert SILENT not in verdict.passed


def test_of_a_site_whose_habits_are_not_known_nobody_can_tell_that_it_is_not_silent() -> None:
    assert SILENT not in verdict_after(90, every(1, 40)).passed
    assert SILENT in verdict_after(1, every(1, 400)).passed
