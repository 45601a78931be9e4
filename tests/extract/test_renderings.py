"""The real article of Kota Blitar is read exactly, whatever markup carries its text."""

from __future__ import annotations

from typing import Any

import pytest

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Reading, Site
from tests.renderings import PAGE_URL, RENDERINGS, SEEN_AT, Rendering, expected_of

SITE = Site("blitarkota", "Kota Blitar", "https://www.blitarkota.go.id/", "Asia/Jakarta", province="Jawa Timur")
FIELDS = (
    "title",
    "author",
    "section",
    "published_at",
    "published_precision",
    "published_raw",
    "views",
    "press_release_number",
    "dateline_date",
    "image_url",
)
each = pytest.mark.parametrize("rendering", RENDERINGS, ids=lambda rendering: rendering.name)


def read(rendering: Rendering, url: str | None = PAGE_URL) -> Reading:
    page = Page(rendering.html.encode(), url, "text/html; charset=utf-8")
    return extract_article(page, SITE, seen_at=SEEN_AT)


@each
def test_every_field_is_exact(rendering: Rendering) -> None:
    article, expected = read(rendering).article, expected_of(rendering)
    assert article is not None
    got: dict[str, Any] = {name: getattr(article, name) for name in FIELDS}
    assert got == {name: expected[name] for name in FIELDS}


@each
def test_the_body_is_exact_line_by_line(rendering: Rendering) -> None:
    article, expected = read(rendering).article, expected_of(rendering)
    assert article is not None and article.body is not None and article.body_main is not None
    assert article.body.split("\n") == expected["body"]
    assert article.body_main.startswith(expected["body_main_first"])
    assert article.body_main.endswith(expected["body_main_last"])


@each
def test_the_popular_list_is_exact(rendering: Rendering) -> None:
    popular = read(rendering).popular
    assert [entry.title for entry in popular] == expected_of(rendering)["popular"]
    assert [entry.rank for entry in popular] == list(range(1, len(popular) + 1))


@each
def test_what_the_page_shows_is_read_without_its_address_too(rendering: Rendering) -> None:
    article, expected = read(rendering, url=None).article, expected_of(rendering)
    assert article is not None
    names = ("title", "author", "published_at", "views")
    assert {name: getattr(article, name) for name in names} == {name: expected[name] for name in names}
