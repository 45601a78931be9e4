"""The renderings are what they claim to be: each holds the whole text, each is a page of its own kind."""

import re
from collections import Counter

import lxml.html
import pytest

from tests.renderings import EXPECTED, PAGE_URL, RENDERINGS, Rendering, expected_of
from tests.renderings.parts import LINES

each = pytest.mark.parametrize("page", RENDERINGS, ids=lambda page: page.name)


def words(text: str) -> str:
    return " ".join(text.split())


def visible(page: Rendering) -> str:
    """The page's text as a parser sees it, scripts and head left out, blocks separated."""
    tree = lxml.html.document_fromstring(page.html, base_url=PAGE_URL)
    for element in tree.xpath("//script|//style|//head|//comment()"):
        element.drop_tree()
    return words(" ".join(tree.itertext()))


def test_the_expected_body_is_the_real_text():
    assert EXPECTED["body"] == [words(line) for line in LINES]


def test_there_are_at_least_24_and_six_of_them_kept_aside():
    assert len({page.name for page in RENDERINGS}) == len(RENDERINGS) >= 24
    assert sum(page.kept_aside for page in RENDERINGS) == 6


@each
def test_it_holds_the_whole_text_in_order(page):
    text = re.sub(r"\s+", "", visible(page))
    position = -1
    for line in EXPECTED["body"]:
        found = text.find(re.sub(r"\s+", "", line), position + 1)
        assert found > position, line
        position = found


@each
def test_it_prints_what_is_expected_of_it(page):
    text, expected = visible(page), expected_of(page)
    for name in ("title", "author", "published_raw", "views_raw", "section"):
        if expected[name] is not None:
            assert expected[name] in text, name
    for title in EXPECTED["popular"]:
        assert (title in text) == (title in expected["popular"])
    assert expected["image_url"].removeprefix("https://www.blitarkota.go.id/") in page.html
    assert set(page.expected) <= set(EXPECTED)


@each
def test_its_date_and_count_stand_outside_the_text(page):
    expected = expected_of(page)
    assert not any(expected["published_raw"] in line or expected["views_raw"] in line for line in EXPECTED["body"])


def test_no_two_pages_are_built_alike():
    def build(page: Rendering) -> tuple[tuple[str, int], ...]:
        tree = lxml.html.document_fromstring(page.html)
        return tuple(sorted(Counter(str(element.tag) for element in tree.iter()).items()))

    assert len({build(page) for page in RENDERINGS}) == len(RENDERINGS)
