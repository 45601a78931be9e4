"""When an article is looked at again."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from archive_examples import Crawled, article_seen, days

from blitar_scraper.archive.revisits import after_failure, next_look, next_look_when_gone

DAY = timedelta(days=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def looks(published: str | None, first_seen: datetime, *, edited: datetime | None = None, number: int) -> list[str]:
    """The days of the first looks at an article, each made as soon as it was due."""
    now, found = first_seen, []
    for _ in range(number):
        now = next_look(published_date=published, first_seen_at=first_seen, edited_at=edited, uid="abc", now=now)
        found.append(f"{now:%Y-%m-%d}")
    return found


def test_the_plan_is_1_7_30_180_days_after_publication_then_each_anniversary() -> None:
    assert looks("2026-03-01", at("2026-03-01T05:00"), number=6) == [
        *("2026-03-02", "2026-03-08", "2026-03-31", "2026-08-28", "2027-03-01", "2028-03-01")
    ]


def test_what_lies_in_the_past_of_the_plan_is_not_caught_up_on() -> None:
    assert looks("2026-03-01", at("2026-03-20T05:00"), number=2) == ["2026-03-31", "2026-08-28"]


def test_an_undated_article_is_planned_from_when_it_was_first_seen() -> None:
    assert looks(None, at("2026-03-01T05:00"), number=3) == ["2026-03-02", "2026-03-08", "2026-03-31"]


def test_a_leap_day_has_an_anniversary_every_year() -> None:
    assert looks("2024-02-29", at("2024-02-29T05:00"), number=8)[4:] == [
        *("2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29")
    ]


def test_an_edit_starts_the_plan_again_beside_the_old_one() -> None:
    edited = at("2026-09-10T05:00")
    assert looks("2026-03-01", at("2026-03-01T05:00"), edited=edited, number=9)[4:] == [
        *("2026-09-11", "2026-09-17", "2026-10-10", "2027-03-01", "2027-03-09")
    ]


def test_a_backfill_is_spread_evenly_over_the_year() -> None:
    first_seen = at("2026-03-01T05:00")
    months: Counter[int] = Counter()
    for number in range(3650):
        uid = f"article{number}"
        due = next_look(published_date="2019-05-10", first_seen_at=first_seen, edited_at=None, uid=uid, now=first_seen)
        assert first_seen < due <= first_seen + timedelta(days=366)
        months[(due - first_seen) // timedelta(days=36.5)] += 1
    assert all(300 < count < 430 for count in months.values())  # 365 each, give or take three standard deviations
    assert set(months) == set(range(10))


def test_a_backfilled_article_keeps_its_day_of_the_year() -> None:
    first, second, third = looks("2019-05-10", at("2026-03-01T05:00"), number=3)
    assert at(second) - at(first) == at(third) - at(second) == timedelta(days=365)


@pytest.mark.parametrize("published", ["2019-05-10", "2026-02-28", "2030-01-01", "2026-13-45", None])
@pytest.mark.parametrize("age", [0, 1, 7, 30, 180, 365, 366, 4000])
def test_the_next_look_is_always_in_the_future(published: str | None, age: int) -> None:
    first_seen = at("2026-03-01T00:00")
    now = first_seen + age * DAY
    for edited in (None, first_seen, now):
        due = next_look(published_date=published, first_seen_at=first_seen, edited_at=edited, uid="abc", now=now)
        assert now < due <= now + 367 * DAY


def test_a_gone_address_is_tried_after_30_and_180_days_then_yearly() -> None:
    since = at("2026-03-01T05:00")
    assert next_look_when_gone(since, since) == at("2026-03-31")
    assert next_look_when_gone(since, since + 30 * DAY) == at("2026-08-28")
    assert next_look_when_gone(since, since + 180 * DAY) == at("2027-03-01")


def test_a_daily_run_that_comes_seconds_earlier_than_the_last_misses_no_look() -> None:
    seen = at("2026-03-01T05:00:30")
    for edited, published in ((seen, "2020-01-01"), (None, None)):
        due = next_look(published_date=published, first_seen_at=seen, edited_at=edited, uid="abc", now=seen)
        assert due <= seen + DAY - timedelta(seconds=20)
    assert next_look_when_gone(seen, seen) <= seen + 30 * DAY - timedelta(seconds=20)


def test_a_failing_page_is_asked_weekly_however_often_it_failed() -> None:
    now = at("2026-03-01T05:00")
    assert after_failure(1, now) == now + timedelta(hours=2)
    assert after_failure(100_000, now) == now + 7 * DAY


def test_an_archive_plans_each_look_when_it_stores_the_last(crawled: Crawled) -> None:
    dues = []
    now = days(0)
    for _ in range(4):
        crawled.store(article_seen(at=now))
        due = crawled.due_at()
        assert due is not None
        now = due
        dues.append(f"{due:%Y-%m-%d}")
    assert dues == ["2026-03-08", "2026-03-31", "2026-08-28", "2027-03-01"]


def test_an_edit_brings_the_next_look_forward(crawled: Crawled) -> None:
    crawled.store(article_seen(), article_seen(at=days(40), title="Judul baru"))
    assert crawled.due_at() == at("2026-04-12")
    crawled.store(article_seen(at=days(41), title="Judul baru"))
    assert crawled.due_at() == at("2026-04-18")
