"""A pinned selector is the only way to its field: what it does not match stays null, with a problem."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Reading, Site, Witness

SEEN_AT = datetime(2025, 10, 7, 3, 15, tzinfo=UTC)
URL = "https://x.go.id/berita/judul-berita-yang-dibaca"
HTML = (
    "<html><head><title>Judul Berita yang Dibaca</title></head><body><h1>Judul Berita yang Dibaca</h1>"
    '<div class="m"><span id="a">Gina</span> | <span id="d">27 Sep 2024</span> | <span id="v">142x</span></div>'
    '<img src="/uploads/berita/a.jpg"><div class="isi"><p>Paragraf pertama dari berita ini cukup panjang untuk dibaca '
    "sebagai teks.</p><p>Paragraf kedua juga begitu, dan berita ini selesai di sini.</p></div></body></html>"
)


def read(selectors: Any, witnesses: tuple[Witness, ...] = ()) -> Reading:
    site = Site("x", "Kota X", "https://x.go.id/", "Asia/Jakarta", settings={"selectors": selectors})
    return extract_article(Page(HTML.encode(), URL), site, seen_at=SEEN_AT, witnesses=witnesses)


FIELDS = ("title", "author", "published_at", "views", "body", "image_url", "section")


@pytest.mark.parametrize(
    ("field", "css", "xpath", "value"),
    [
        ("title", "h1", "//h1", "Judul Berita yang Dibaca"),
        ("author", "#a", "//*[@id='a']", "Gina"),
        ("published_at", "#d", "//*[@id='d']", "2024-09-27"),
        ("views", "#v", "(//*[@id='v'])[1]", 142),
        ("image_url", "img::attr(src)", "//img/@src", "https://x.go.id/uploads/berita/a.jpg"),
    ],
)
def test_css_and_xpath_name_the_field(field: str, css: str, xpath: str, value: object) -> None:
    for expression in (css, xpath):
        article = read({field: expression}).article
        assert article is not None and getattr(article, field) == value
        assert article.evidence[field]["from"] == "selector"


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("expression", ["div.nirgends", "//nirgends"])
def test_a_selector_that_matches_nothing_leaves_null_and_a_problem(field: str, expression: str) -> None:
    witness = Witness("listing", URL, "Judul lain", "Rina", "2024-09-28", views=9, section="Berita", image_url=URL)
    reading = read({field: expression}, (witness,))
    assert reading.article is not None and getattr(reading.article, field) is None
    assert ("selector-unmatched", field) in [(problem.problem, problem.field) for problem in reading.problems]


@pytest.mark.parametrize("expression", ["div[", "//[", ">>", "h1:unknown(", "", 7, None, "::attr("])
def test_a_selector_that_cannot_be_read_is_a_problem_and_no_crash(expression: object) -> None:
    reading = read({"title": expression})
    assert reading.article is not None and reading.article.title is None
    assert ("selector-invalid", "title") in [(problem.problem, problem.field) for problem in reading.problems]
    assert reading.article.views == 142


def test_what_a_selector_matches_and_cannot_be_read_is_a_problem() -> None:
    reading = read({"views": "h1", "published_at": "h1"})
    assert reading.article is not None
    assert reading.article.views is None and reading.article.published_at is None
    assert {"views-unreadable", "date-unreadable"} <= {problem.problem for problem in reading.problems}


@pytest.mark.parametrize("settings", [None, [], "h1", {}])
def test_settings_without_selectors_pin_nothing(settings: object) -> None:
    article = read(settings).article
    assert article is not None and article.title == "Judul Berita yang Dibaca"
