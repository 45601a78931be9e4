"""Generated pages of many layouts, bylines and texts are read as they were made. The floors lie under the measured."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pages import many
from tests.pages.measure import read, score


@pytest.fixture(scope="module")
def tuned() -> dict[str, Any]:
    return score(many(400, kept_aside=False))


@pytest.fixture(scope="module")
def aside() -> dict[str, Any]:
    return score(many(150, kept_aside=True))


def test_title_author_date_and_views_are_all_right_on_nearly_every_page(tuned: dict[str, Any]) -> None:
    assert tuned["all four"] >= 0.985
    assert tuned["all four and F1 over .98"] >= 0.98


def test_the_body_is_exact_on_nearly_every_page(tuned: dict[str, Any]) -> None:
    assert tuned["body exact"] >= 0.98


@pytest.mark.parametrize("field", ["published_at", "views", "author"])
def test_hardly_any_value_is_wrong_rather_than_missing(
    tuned: dict[str, Any], aside: dict[str, Any], field: str
) -> None:
    assert tuned.get(f"{field} wrong", 0) <= 0.003
    assert aside.get(f"{field} wrong", 0) <= 0.007


def test_pages_kept_aside_lose_values_but_no_text(aside: dict[str, Any]) -> None:
    assert aside["mean F1"] >= 0.98
    assert aside.get("title wrong", 0) <= 0.01


def test_the_same_page_gives_the_same_record_twice() -> None:
    for made in many(5, kept_aside=False):
        assert read(made) == read(made)
