from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from blitar_scraper.publishing import plugin
from blitar_scraper.publishing.words import LANGUAGES, Words, _all_words

EN, ID = Words("en"), Words("id")
TEMPLATES = sorted((Path(plugin.__file__).parent / "templates").glob("*.html"))


def test_every_key_has_both_languages_with_the_same_gaps_to_fill() -> None:
    assert len(_all_words()) > 100
    for key, (english, indonesian) in _all_words().items():
        assert english and indonesian, key
        english_names, indonesian_names = (
            {name for _, name, _, _ in Formatter().parse(text) if name} for text in (english, indonesian)
        )
        assert english_names == indonesian_names, key


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_says_only_what_there_are_words_for(template: Path) -> None:
    text = template.read_text("utf-8")
    for key in re.findall(r"""\bt\(\s*["']([a-z_.0-9-]+)["']\s*[,)]""", text):
        assert key in _all_words(), key
    for beginning in re.findall(r"""\bt\(\s*["']([a-z_.0-9-]+\.)["']\s*~""", text):
        assert any(key.startswith(beginning) for key in _all_words()), beginning


def test_an_unknown_key_and_a_gap_left_open_are_errors() -> None:
    with pytest.raises(KeyError):
        EN("home.nothing")
    with pytest.raises(KeyError):
        EN("home.from_to", first="1")


def test_a_text_that_is_filled_in_is_not_read_as_one_to_fill_in() -> None:
    assert EN("search.for", words="{words} {0} %s") == "“{words} {0} %s”"


@pytest.mark.parametrize(
    ("value", "english", "indonesian"),
    [
        (0, "0", "0"),
        (1234, "1,234", "1.234"),
        (1234567, "1,234,567", "1.234.567"),
        (1.5, "1.5", "1,5"),
        (None, "–", "–"),
    ],
)
def test_numbers_are_written_as_each_language_writes_them(value: float, english: str, indonesian: str) -> None:
    assert (EN.number(value), ID.number(value)) == (english, indonesian)


@pytest.mark.parametrize(
    ("iso", "english", "indonesian"),
    [
        ("2024-09-27", "27 September 2024", "27 September 2024"),
        ("2024-08-01", "1 August 2024", "1 Agustus 2024"),
        ("2024-05", "May 2024", "Mei 2024"),
        ("2024", "2024", "2024"),
        ("2024-09-27T10:30+07:00", "27 September 2024", "27 September 2024"),
        (None, "", ""),
        ("soon", "soon", "soon"),
    ],
)
def test_dates_are_as_precise_as_they_were_read(iso: str | None, english: str, indonesian: str) -> None:
    assert (EN.date(iso), ID.date(iso)) == (english, indonesian)


@pytest.mark.parametrize(
    ("iso", "english", "indonesian"),
    [
        ("2024-09-27T10:30+07:00", "27 September 2024, 10:30 WIB", "27 September 2024, 10.30 WIB"),
        ("2024-09-27T10:30+08:00", "27 September 2024, 10:30 WITA", "27 September 2024, 10.30 WITA"),
        ("2024-09-27T10:30:15Z", "27 September 2024, 10:30 UTC", "27 September 2024, 10.30 UTC"),
        ("2024-09-27T10:30", "27 September 2024, 10:30", "27 September 2024, 10.30"),
        ("2024-09-27T10:30-03:00", "27 September 2024, 10:30 -03:00", "27 September 2024, 10.30 -03:00"),
        ("2024-09-27", "27 September 2024", "27 September 2024"),
    ],
)
def test_a_moment_has_its_zone_where_one_was_printed(iso: str, english: str, indonesian: str) -> None:
    assert (EN.moment(iso), ID.moment(iso)) == (english, indonesian)


def test_short_dates_and_months_have_their_own_names() -> None:
    assert (EN.short_date("2024-08-17"), ID.short_date("2024-08-17")) == ("17 Aug 2024", "17 Agu 2024")
    assert (EN.month_name(5), ID.short_month(12)) == ("May", "Des")


def test_a_noun_is_counted_in_one_and_in_many() -> None:
    assert [EN.count(number, "article") for number in (0, 1, 1200)] == ["0 articles", "1 article", "1,200 articles"]
    assert ID.count(1200, "article") == "1.200 artikel"


def test_a_share_is_not_rounded_to_all_or_none() -> None:
    assert [EN.percent(share) for share in (0, 0.00001, 0.5, 0.99999, 1, None)] == [
        "0%",
        "0.1%",
        "50%",
        "99.9%",
        "100%",
        "–",
    ]
    assert ID.percent(0.5) == "50 %"


def test_a_size_is_told_in_the_unit_that_fits() -> None:
    sizes = (0, 999, 1000, 4200, 999_600, 12_345_678, 2 * 10**12)
    assert [EN.size(size) for size in sizes] == ["0 B", "999 B", "1.0 kB", "4.2 kB", "1.0 MB", "12 MB", "2.0 TB"]
    assert ID.size(4200) == "4,2 kB"


def test_a_stored_value_without_words_is_shown_itself() -> None:
    assert EN.either("home.reason.404", "404") == "its page is gone"
    assert EN.either("home.reason.something-new", "something-new") == "something-new"


def test_there_are_english_and_indonesian() -> None:
    assert LANGUAGES == ("en", "id")
