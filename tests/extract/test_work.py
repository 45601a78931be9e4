"""Reading a page does the dear things seldom: what takes longest is counted, since time cannot be tested."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from blitar_scraper.extract import byline_lines, fragment, title_place
from tests.pages.measure import read
from tests.pages.sized import sized

PAGES = [sized(seed, size) for size in (5_000, 25_000) for seed in range(40)]


def calls_of(monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> float:
    """How often a function is called for a page, on average."""
    calls = 0
    function: Callable[..., Any] = getattr(module, name)

    def counted(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        return function(*arguments, **options)

    monkeypatch.setattr(module, name, counted)
    for made in PAGES:
        read(made)
    return calls / len(PAGES)


def test_few_lines_of_a_page_are_read_as_bylines(monkeypatch):
    # The article's own, in one to four lines and together; nine were read before it was asked which have to be.
    assert calls_of(monkeypatch, byline_lines, "read_byline") < 5


def test_all_lines_are_read_as_bylines_only_where_the_title_is_in_doubt(monkeypatch):
    assert calls_of(monkeypatch, title_place, "_lines_over_bylines") < 0.25


def test_beautifulsoup_mends_only_fragments_that_have_to_be(monkeypatch):
    assert calls_of(monkeypatch, fragment, "BeautifulSoup") < 0.3
