"""A page that was cut on its way is no edit: half a text never takes the place of the whole one."""

from __future__ import annotations

import pytest
from archive_examples import FIRST, Crawled, article_seen, days

from blitar_scraper.items import Problem

CUT = (Problem("html-truncated"),)


@pytest.mark.parametrize("end", ["", " ", "\n", "\ufffd"])
def test_the_beginning_of_the_known_text_on_a_cut_page_is_no_edit(crawled: Crawled, end: str) -> None:
    assert FIRST.body is not None
    crawled.store(article_seen())
    half = FIRST.body[: len(FIRST.body) // 2] + end
    outcome = crawled.store(article_seen(at=days(1), body=half, main_span=None, problems=CUT))
    assert (outcome.kind, crawled.article["body"], crawled.article["version"]) == ("unchanged", FIRST.body, 1)
    assert "body" in crawled.values("SELECT field FROM problems WHERE problem = 'value-lost'")


def test_a_text_that_was_shortened_or_written_anew_is_an_edit(crawled: Crawled) -> None:
    assert FIRST.body is not None
    crawled.store(article_seen())
    shortened = FIRST.body[: len(FIRST.body) // 2].rstrip()
    assert crawled.store(article_seen(at=days(1), body=shortened, main_span=None)).kind == "edited"
    anew = "Teks yang lain sama sekali."
    assert crawled.store(article_seen(at=days(2), body=anew, main_span=None, problems=CUT)).kind == "edited"
