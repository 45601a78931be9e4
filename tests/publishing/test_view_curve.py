"""The curve of view counts."""

from __future__ import annotations

from datetime import timedelta

from blitar_scraper.archive.history import ViewCount
from blitar_scraper.archive.values import iso
from blitar_scraper.publishing.pages.view_curve import HEIGHT, view_curve
from blitar_scraper.publishing.words import Words
from tests.archive.archive_examples import START

EN, ID = Words("en"), Words("id")


def count(day: float, views: int, own: int = 1) -> ViewCount:
    return ViewCount(iso(START + timedelta(days=day)), views, own)


def test_points_stand_where_time_and_count_are() -> None:
    curve = view_curve([count(0, 100), count(1, 150), count(4, 200)], EN)
    assert curve is not None
    assert [(dot.x, dot.y) for dot in curve.dots] == [(0, HEIGHT), (25, HEIGHT / 2), (100, 0)]
    assert curve.path == f"M0 {HEIGHT} L25 {HEIGHT // 2} L100 0"
    assert (curve.lowest, curve.highest) == ("100", "200")  # the axis does not begin at 0
    assert (curve.first, curve.last) == ("2 Mar 2026: 100", "6 Mar 2026: 200")


def test_a_counter_that_began_again_falls() -> None:
    curve = view_curve([count(0, 1000), count(1, 3)], ID)
    assert curve is not None
    assert [row.growth for row in curve.table] == ["", "−997"]
    assert curve.says == "Dari 1.000 pada 2 Maret 2026 menjadi 3 pada 3 Maret 2026."


def test_a_single_count_is_said_and_not_drawn() -> None:
    curve = view_curve([count(0, 1234)], EN)
    assert curve is not None
    assert (curve.path, curve.said_once) == (None, "1,234 views on 2 March 2026, 01:00 UTC: seen once.")


def test_counts_that_stay_the_same_are_a_level_line() -> None:
    curve = view_curve([count(0, 7), count(3, 7)], EN)
    assert curve is not None
    assert {dot.y for dot in curve.dots} == {HEIGHT / 2}
    assert curve.table[1].growth == "±0"
    assert (curve.lowest, curve.highest) == (None, None)


def test_of_very_many_the_ends_stay_and_the_page_stays_small() -> None:
    counts = [count(day, day * 10) for day in range(5_000)]
    curve = view_curve(counts, EN)
    assert curve is not None and curve.path is not None
    assert curve.dots == ()
    assert (len(curve.table), curve.left_out) == (60, 4_940)
    assert (curve.table[0].views, curve.table[-1].views) == ("0", "49,990")
    assert len(curve.path) < 10_000


def test_without_counts_there_is_no_curve() -> None:
    assert view_curve([], EN) is None
