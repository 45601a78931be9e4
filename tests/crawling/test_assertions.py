"""What a person may expect of a site, and what gets one clear line instead."""

from __future__ import annotations

from typing import Any

import pytest

from blitar_scraper.crawling.health.assertions import ExpectationError, Expected, expected
from blitar_scraper.crawling.sites.facts import FactError, facts


def test_what_is_not_said_is_learned() -> None:
    assert expected(None) == expected({}) == Expected(None, None, {})
    assert expected({"links": 10, "silence": 0, "fill": {"author": 0.9, "views": 0}}) == Expected(
        10, 0, {"author": 0.9, "views": 0.0}
    )


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (3, "expect must be a table"),
        ({"link": 3}, "unknown name 'link'; known are links, silence, fill"),
        ({"links": -1}, "links must be a whole number"),
        ({"links": True}, "links must be a whole number"),
        ({"silence": 1.5}, "silence must be a whole number"),
        ({"fill": 0.9}, "fill must be a table of shares"),
        ({"fill": {"date": 0.9}}, "unknown field 'date'; known are title, author, published_at, views, body"),
        ({"fill": {"author": 90}}, "author must be a share from 0 to 1"),
        ({"fill": {"author": "0.9"}}, "author must be a share from 0 to 1"),
        ({"fill": {"author": float("nan")}}, "author must be a share from 0 to 1"),
    ],
)
def test_what_cannot_be_expected_gets_one_clear_line(said: Any, words: str) -> None:
    with pytest.raises(ExpectationError) as error:
        expected(said)
    assert words in str(error.value) and "\n" not in str(error.value)
    with pytest.raises(FactError) as wrong:
        facts({"expect": said})
    assert str(wrong.value) == str(error.value)


def test_it_is_a_setting_of_the_site() -> None:
    said = {"links": 10, "fill": {"views": 0}}
    assert facts({"url": "x.go.id", "expect": said}).settings == {"expect": said}
