"""The short cut must be nothing but a short cut."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blitar_scraper.indonesian import dates
from blitar_scraper.indonesian.quick import quick_date

from .test_dates import printed_forms, rows

SEEN = datetime(2024, 9, 28, 3, 15, tzinfo=UTC)
CLOCKS = [
    "",
    " 10:30",
    ", 10.30 WIB",
    " | 10:30:22",
    " pukul 10.30 WITA",
    " - 23:59 WIT",
    " 24:00",
    " 9:30",
    "T10:30:22",
    " (10:30 WIB)",
]


def by_the_table(text: str, monkeypatch: pytest.MonkeyPatch, zone: str | None) -> dates.ParsedDate | None:
    with monkeypatch.context() as patch:
        patch.setattr(dates, "quick_date", lambda text, timezone: None)
        return dates.parse_date(text, seen_at=SEEN, timezone=zone)


def test_it_reads_what_the_table_reads_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [date(1950, 1, 1) + timedelta(days=number) for number in range(0, 36_890, 97)]
    texts = [form + clock for day in days for form in printed_forms(day) for clock in CLOCKS] + [
        row["text"] for row in rows()
    ]
    read = 0
    for index, text in enumerate(texts):
        zone = (None, "Asia/Jakarta", "Europe/Amsterdam")[index % 3]
        quick = quick_date(text, zone)
        if quick is not None:
            read += 1
            assert quick == by_the_table(text, monkeypatch, zone)
    assert read > len(texts) / 4


@settings(deadline=None)  # the first fallback loads dateparser
@given(
    st.from_regex(
        r"\A([A-Za-z']{3,6},? )?[0-9]{1,2}[ /-]([A-Z][a-z]{2,4}|[0-9]{1,2})[ /-][0-9]{4}( [0-9]{2}[:.][0-9]{2})?\Z"
    )
)
def test_it_never_reads_what_the_table_refuses(text: str) -> None:
    quick = quick_date(text, None)
    if quick is not None:
        with pytest.MonkeyPatch.context() as patch:
            assert quick == by_the_table(text, patch, None)
