"""`parse_count` and `find_counts`: views, and nothing else that is counted."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blitar_scraper.indonesian.numbers import find_counts, parse_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("142x", 142),
        ("3648x Dilihat", 3648),
        ("Dibaca : 1.234 Kali", 1234),
        ("Dibaca sebanyak 120 kali", 120),
        ("1.234 Kali dibaca", 1234),
        ("1,2 rb", 1200),
        ("2,5rb x dibaca", 2500),
        ("1.5K views", 1500),
        ("3 juta kali dilihat", 3_000_000),
        ("1,234 views", 1234),
        ("1.234.567 pembaca", 1_234_567),
        ("Hits: 55", 55),
        ("Hits:55", 55),
        ("477 kali dilihat", 477),
        ("Dilihat 2373 kali", 2373),
        ("171 kali", 171),
        ("remove_red_eye1008", 1008),
        ("visibility 123", 123),
        ("👁 1.234", 1234),
        ("Views (142)", 142),
        ("0 views", 0),
        ("142x Share", 142),
        ("210", 210),
        ("1.234", 1234),
        ("Dibaca:\u00a03264\u00a0Kali", 3264),
    ],
)
def test_a_view_count_is_read_however_it_is_printed(text: str, count: int) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize(
    "text",
    [
        "Kali Mumbul", "5 Komentar", "3 menit baca", "Covid-19", "27 Sep 2024", "2024-09-27", "10:30", "10.30", "12.34",
        "Rp 10.000", "0342801234", "081234567890", "+62812", "-5", "5x lipat", "5 kali lipat", "3 kali sehari", "kali",
        "3 Share", "Dibagikan 20x", "Share 142x", "20 kali dibagikan", "Kali 5", "RT 03", "x", "", "1.234 rb",
        "1,2345 rb", "142x 143x", "ke-79 kali", "l7x", "10 x 20", "Dibaca 5 menit lalu", "Dibaca 27 September 2024",
    ],
)  # fmt: skip
def test_what_is_no_view_count_is_refused(text: str) -> None:
    assert parse_count(text) is None


@pytest.mark.parametrize(
    ("line", "raw", "count"),
    [
        ("Admin Kota 27 Sep 2024 142x Share", "142x", 142),
        ("by Admin Kota | 10 May 2019 | 3648x Dilihat", "3648x Dilihat", 3648),
        ("Administrator 19 September 2019 Dibaca 460 Kali", "Dibaca 460 Kali", 460),
        ("Dibaca: 2024 kali, 13 Juni 2019", "Dibaca: 2024 kali", 2024),
        ("Views 1.234 27 September 2024", "Views 1.234", 1234),
        ("25 Apr 2022 | 15:32:43 WIB | Dilihat : 377 Kali", "Dilihat : 377 Kali", 377),
        ("access_time26-06-2025 remove_red_eye1008 personAldi Geri", "remove_red_eye1008", 1008),
        ("Oleh Admin, dilihat sebanyak 55 kali", "dilihat sebanyak 55 kali", 55),
        ("142x 5 Komentar", "142x", 142),
        ("Admin dap | 14 April 2022 | 171 kali", "171 kali", 171),
        ("5 Komentar 142 Views 3 Likes", "142 Views", 142),
        ("Comments 5 Views 142 Likes 3", "Views 142", 142),
        ("Komentar: 5 Views: 142", "Views: 142", 142),
        ("3 Komentar Dilihat 55 kali", "Dilihat 55 kali", 55),
        ("27 Sep 2024 10.30 Dibaca 5 kali 3 komentar", "Dibaca 5 kali", 5),
    ],
)
def test_the_view_count_of_a_byline_is_found_among_dates_and_other_counters(line: str, raw: str, count: int) -> None:
    found = find_counts(line)
    assert [(each.raw, each.value) for each in found] == [(raw, count)]
    assert line[found[0].start : found[0].end] == raw


@pytest.mark.parametrize(
    "line",
    [
        "27 September 2024 Oleh admin 5 Komentar",
        "Senin, 6 Februari 2023 | 22:45 WIB - Redaktur: Tobari - 177",
        "Normalisasi Kali Mumbul 5 kilometer",
        "Foto 29 x 21 cm",
        "Dibaca: 1 234 kali",
        "Juara Umum 3 kali berturut-turut",
        "27 September 2024 · 3 menit baca",
        "Dibagikan 20 kali | 27 Sep 2024",
    ],
)
def test_a_number_without_a_word_of_viewing_is_nobodys_view_count(line: str) -> None:
    assert find_counts(line) == []


@settings(deadline=None)
@given(st.integers(0, 999_999_999))
def test_every_count_reads_back_with_and_without_thousands_marks(count: int) -> None:
    for printed in (str(count), f"{count:,}", f"{count:,}".replace(",", ".")):
        assert parse_count(printed) == count
        assert parse_count(f"{printed}x Dilihat") == count
        assert parse_count(f"Dibaca : {printed} Kali") == count
        assert [each.value for each in find_counts(f"Admin 27 Sep 2024 | {printed} views | 5 Komentar")] == [count]


@settings(deadline=None)
@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    parse_count(text)
    assert all(text[each.start : each.end] == each.raw for each in find_counts(text))


def rows() -> list[dict[str, str]]:
    """Strings written by hand after the reader was made, as pages print counters and what looks like one."""
    with (Path(__file__).parents[1] / "data" / "counts_more.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda row: ascii(row["text"])[1:-1])
def test_each_counter_of_other_layouts_reads_exactly_or_not_at_all(row: dict[str, str]) -> None:
    assert parse_count(row["text"]) == (int(row["count"]) if row["count"] else None)


def test_a_counter_is_found_beside_other_counters() -> None:
    assert [count.value for count in find_counts("Dibaca 58 kali, dibagikan 3 kali")] == [58]
