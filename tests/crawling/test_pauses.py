"""How long is waited: what Retry-After says in any form, and our own steps where it says nothing."""

import math
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blitar_scraper.crawling.manners.pauses import LONGEST_ASKED, backoff, pause_asked, spoken

NOW = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
A_WEEK = LONGEST_ASKED.total_seconds()


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        (" 7 ", 7),
        ("1.5", 1.5),
        ("9" * 400, A_WEEK),
        ("Mon, 02 Mar 2026 03:10:00 GMT", 600),
        ("Mon, 02-Mar-26 03:10:00 GMT", 600),
        ("Mon, 02 Mar 2026 02:00:00 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", A_WEEK),
    ],
)
def test_seconds_and_dates_are_read(value, seconds):
    assert pause_asked([value], NOW) == pytest.approx(seconds)


@pytest.mark.parametrize("value", ["", "soon", "-5", "nanti saja, -1", "²", "٣", "1e9", "inf", "nan", "0x10", "Mon,"])
def test_what_says_nothing_is_nothing(value):
    assert pause_asked([value], NOW) is None


def test_a_date_counts_from_the_clock_that_made_it():
    until = "Mon, 02 Mar 2026 13:00:30 GMT"
    assert pause_asked([until], NOW, "Mon, 02 Mar 2026 13:00:00 GMT") == 30
    assert pause_asked([until], NOW, "what?") == pause_asked([until], NOW) == 10 * 3600 + 30


def test_of_several_values_the_longest_counts():
    assert pause_asked(["5", "rubbish", "60"], NOW) == 60


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_header_breaks_it_or_asks_for_more_than_a_week(value, date):
    found = pause_asked([value], NOW, date)
    assert found is None or 0 <= found <= A_WEEK


@given(st.integers(1, 10_000), st.floats(0, 1), st.booleans())
def test_our_own_pauses_grow_and_are_bounded(failures, chance, too_many):
    found = backoff(failures, chance, too_many=too_many)
    assert found >= (15 if too_many else 2) and found <= (120 if too_many else 30)
    assert backoff(failures + 1, chance, too_many=too_many) >= found and math.isfinite(found)


def test_two_crawls_do_not_come_back_at_the_same_moment():
    assert backoff(2, 0.0) == 4 and backoff(2, 1.0) == 5


@pytest.mark.parametrize(
    ("length", "words"),
    [(timedelta(seconds=45), "45 s"), (timedelta(minutes=10), "10 min"), (timedelta(hours=2), "2 h")],
)
def test_a_length_is_said_as_a_person_says_it(length, words):
    assert spoken(length.total_seconds()) == words
