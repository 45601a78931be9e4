"""What a person is told of a site that lets nobody in: words, and no key of this program."""

from __future__ import annotations

import re

import pytest
from scrapy.exceptions import IgnoreRequest

from blitar_scraper.crawling.sites.reasons import in_words, is_refusal, robots_failed
from blitar_scraper.spiders.failures import _IGNORED, _PROBLEMS, problem_of_error

_NAMES = sorted(
    {name for _, name in (*_PROBLEMS, *_IGNORED)} | {"challenge", "login", "http-403", "http-418", "http-503"}
)


@pytest.mark.parametrize("name", _NAMES)
def test_no_reason_is_an_internal_key(name: str) -> None:
    assert not re.search(r"[a-z]+-[a-z0-9]+", in_words(name)), in_words(name)


@pytest.mark.parametrize(
    ("problem", "detail", "blocked", "words"),
    [
        ("http-403", "", True, "it refuses us (HTTP 403)"),
        ("http-503", "", False, "the server fails (HTTP 503)"),
        ("robots-disallowed", "Forbidden by robots.txt", True, "robots.txt forbids it"),
        (
            "robots-unavailable",
            robots_failed(503),
            False,
            "the server fails (HTTP 503), so robots.txt could not be asked",
        ),
        ("robots-unavailable", robots_failed(429), True, robots_failed(429)),
    ],
)
def test_robots_txt_is_blamed_only_where_it_is_the_reason(problem: str, detail: str, blocked: bool, words: str) -> None:
    assert (is_refusal(problem, detail), in_words(problem, detail)) == (blocked, words)


def test_the_status_stands_before_robots_txt() -> None:
    assert robots_failed(503) == "the server fails (HTTP 503), so robots.txt could not be asked"


def test_a_robots_txt_that_leads_off_the_site_is_not_one_that_forbids() -> None:
    led = IgnoreRequest("off-site: http://a.go.id/robots.txt leads to http://b.go.id/robots.txt")
    assert problem_of_error(led)[0] == "off-site"
    assert problem_of_error(IgnoreRequest("Forbidden by robots.txt"))[0] == "robots-disallowed"
