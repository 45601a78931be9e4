"""The words of the article pages in both languages."""

from __future__ import annotations

import re

from blitar_scraper.archive.history import COMPARED_FIELDS
from blitar_scraper.archive.withheld import FIELDS
from blitar_scraper.publishing.words import Words
from blitar_scraper.publishing.words import article as article_words
from blitar_scraper.publishing.words import reading as reading_words

WORDS = article_words.WORDS | reading_words.WORDS


def test_both_languages_fill_in_the_same() -> None:
    def filled_in(text: str) -> list[str]:
        return sorted(re.findall(r"{(\w*)}", text))

    assert not {key for key, (english, indonesian) in WORDS.items() if filled_in(english) != filled_in(indonesian)}
    assert not {key for key, texts in WORDS.items() if not all(text and text == text.strip() for text in texts)}


def test_every_field_that_can_differ_or_be_withheld_has_a_name() -> None:
    assert not {field for field in (*COMPARED_FIELDS, *FIELDS) if not Words("id").has(f"field.{field}")}
