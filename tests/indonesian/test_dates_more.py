"""`tests/data/dates_more.csv`: strings that the parser was not made with.

They were written by hand by a reviewer, after the parser was made, as government pages, feeds and typists
print dates and things that are none, each with the answer under "exact or absent"; where the parser disagreed, parser
or answer was mended by a rule. Strings on which two careful readers may differ were left out.
"""

from __future__ import annotations

import csv
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from blitar_scraper.indonesian.dates import parse_date

DATA = Path(__file__).parents[1] / "data" / "dates_more.csv"
SEEN = datetime(2025, 11, 19, 14, 20, tzinfo=timezone(timedelta(hours=7)))  # a Wednesday


def rows() -> list[dict[str, str]]:
    with DATA.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda row: ascii(row["text"])[1:-1])
def test_each_string_reads_exactly_or_not_at_all(row: dict[str, str]) -> None:
    parsed = parse_date(row["text"], seen_at=SEEN)
    assert (parsed.iso if parsed else "") == row["expected_iso"]
    if parsed:
        assert row["text"][slice(*parsed.span)] == parsed.raw


def test_two_zones_of_one_range_of_times_leave_the_day() -> None:
    parsed = parse_date("19 November 2025 08.00 WIB - 11.00 WITA", seen_at=SEEN)
    assert parsed is not None
    assert (parsed.iso, parsed.flags) == ("2025-11-19", ("time-malformed",))
