"""Reading a page does the dear things seldom: what takes longest is counted, since time cannot be tested."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from blitar_scraper.extract import body, byline_author, byline_lines, fragment, page, title, title_place, zones
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


def test_a_page_of_rows_of_one_cell_is_not_mended(monkeypatch):
    # Many an old site lays out its pages so; BeautifulSoup took two thirds of the time of reading them.
    rows = "".join(f"<tr><td><p>{'Kata demi kata tentang kegiatan warga. ' * 4}{n}</p></td></tr>" for n in range(5))
    html = f"<html><body><h1>Panen Raya Padi di Gedog</h1><table>{rows}</table></body></html>"
    monkeypatch.setattr(fragment, "BeautifulSoup", None)
    text = read(replace(PAGES[0], html=html, url=None)).body
    assert text is not None and text.count("\n") == 4


def test_the_zone_of_an_element_is_read_about_once(monkeypatch):
    # Lines share most of the elements around them: for each line on its own it would be five times as often.
    assert calls_of(monkeypatch, zones, "zone_of") < 200


def test_lines_of_the_text_are_asked_once_whether_they_are_furniture(monkeypatch):
    assert calls_of(monkeypatch, body, "is_furniture") < 1


def test_few_lines_are_compared_with_the_words_of_the_address(monkeypatch):
    # Only lines of about the length of a title: 130 lines have a quarter of these.
    assert calls_of(monkeypatch, title, "slug_match") < 25


def test_a_piece_of_a_byline_is_read_as_a_name_once(monkeypatch):
    # Two or three pieces are left of a byline without its date and counter.
    assert calls_of(monkeypatch, byline_author, "name_of") < 4


def test_a_page_in_utf_8_is_not_encoded_again(monkeypatch):
    body_of = b"<html><body><h1>Panen Raya \xe2\x80\x93 Gedog</h1></body></html>"
    parsed: list[bytes] = []
    whole = page.etree.fromstring
    monkeypatch.setattr(page.etree, "fromstring", lambda data, parser: parsed.append(data) or whole(data, parser))
    assert page.Page(body_of).root is not None
    assert parsed[0] is body_of
