from __future__ import annotations

import pytest

from blitar_scraper.publishing.pages.charts import PLOT_HEIGHT, month_chart, nice_top, spark_bars, stacked_chart
from blitar_scraper.publishing.plugin.query_charts import query_chart
from blitar_scraper.publishing.words import Words

EN = Words("en")


def year_of(year: int, number: int) -> dict[str, int]:
    return {f"{year}-{month:02d}": number for month in range(1, 13)}


def test_every_month_from_the_first_to_the_last_has_its_place() -> None:
    chart = month_chart({"2023-11": 4, "2024-02": 2}, EN)
    assert [bar.says for bar in chart.bars] == [
        "November 2023: 4 articles",
        "December 2023: 0 articles",
        "January 2024: 0 articles",
        "February 2024: 2 articles",
    ]
    assert [bar.height for bar in chart.bars][1:3] == [0, 0]
    assert chart.bars[0].height == 2 * chart.bars[3].height


def test_a_bar_stands_on_the_ground_and_within_the_drawing() -> None:
    chart = month_chart({**year_of(2020, 3), **year_of(2021, 70), "2022-05": 1}, EN)
    for bar in chart.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= 100
        assert bar.y >= 0
        assert bar.height == 0 or bar.y + bar.height == pytest.approx(PLOT_HEIGHT)


def test_what_is_there_at_all_is_seen() -> None:
    chart = month_chart({"2024-01": 1, "2024-02": 100_000}, EN)
    assert chart.bars[0].height >= 1


def test_years_are_labelled_where_they_begin_and_fewer_on_a_telephone() -> None:
    chart = month_chart({"2005-01": 1, "2024-12": 1}, EN)
    assert [label.text for label in chart.years] == [str(year) for year in range(2005, 2025)]
    assert [label.text for label in chart.years if not label.is_wide] == [str(year) for year in range(2005, 2025, 3)]
    assert chart.years[1].at == pytest.approx(5, abs=0.01)


def test_the_end_of_a_first_year_gets_no_label_that_would_lie_under_the_next() -> None:
    assert [label.text for label in month_chart({"2023-11": 1, "2024-12": 1}, EN).years] == ["2024"]
    assert [label.text for label in month_chart({"2023-03": 1, "2024-12": 1}, EN).years] == ["2023", "2024"]


def test_a_long_time_is_drawn_by_year() -> None:
    chart = month_chart({"1985-01": 3, "1985-07": 4, "2024-12": 1}, EN)
    assert not chart.is_monthly
    assert len(chart.bars) == 40
    assert chart.bars[0].says == "1985: 7 articles"


@pytest.mark.parametrize("outlier", ["0024-09", "9999-12"])
def test_a_date_of_another_age_does_not_press_all_others_together(outlier: str) -> None:
    chart = month_chart({**year_of(2023, 5), outlier: 1}, EN)
    assert len(chart.bars) == 12
    assert chart.left_out == 1


def test_the_table_says_the_same_as_the_bars() -> None:
    months = {"2023-11": 4, "2024-02": 2}
    table = month_chart(months, EN).table
    assert [row.heading for row in table] == ["2023", "2024"]
    assert [row.total for row in table] == [4, 2]
    assert table[0].values == (None,) * 10 + (4, 0)
    assert table[1].values == (0, 2) + (None,) * 10


def test_what_is_no_month_is_not_drawn() -> None:
    assert month_chart({"undated": 5, "2024": 3, "2024-13": 1, "": 2}, EN).bars == ()


@pytest.mark.parametrize(
    ("largest", "top", "step"),
    [
        (1, 1, 1),
        (3, 3, 1),
        (6, 6, 2),
        (14, 15, 5),
        (23, 25, 5),
        (51, 60, 20),
        (999, 1000, 200),
        (123_456, 150_000, 50_000),
    ],
)
def test_an_axis_ends_with_a_round_number(largest: int, top: float, step: float) -> None:
    assert nice_top(largest) == (top, step)


def test_an_axis_never_has_more_than_five_lines_and_no_bar_reaches_past_it() -> None:
    for largest in [*range(1, 3000), 10**6, 10**9 + 1]:
        top, step = nice_top(largest)
        assert top >= largest
        assert 1 <= top / step <= 5


def test_a_small_chart_compares_years_of_one_site() -> None:
    bars = spark_bars({2020: 5, 2022: 10, 1999: 100}, 2020, 2023, 20)
    assert [bar.says for bar in bars] == ["2020", "2022"]
    assert spark_bars({}, 2020, 2023, 20) == ()


def test_stacked_numbers_stand_on_each_other() -> None:
    months = {"2024-01": [("news", 3), ("silent", 1)], "2024-02": [("news", 0), ("silent", 4)]}
    bars = stacked_chart(months, {"news": "news", "silent": "silent"}, EN).bars
    assert [bar.kind for bar in bars] == ["news", "silent", "silent"]
    news, silent, _ = bars
    assert silent.y + silent.height == pytest.approx(news.y, abs=0.2)
    assert news.says == "January 2024: 3 news"


def rows(columns: str, *values: tuple[object, ...]) -> tuple[list[str], list[dict[str, object]]]:
    names = columns.split()
    return names, [dict(zip(names, row, strict=True)) for row in values]


def test_rows_of_several_sites_are_added_up_by_month() -> None:
    columns, found = rows(
        "site month articles", ("a", "2024-01", 1), ("b", "2024-01", 2), ("a", "2024-02", 4), ("a", "2024-03", 1)
    )
    drawing = query_chart(columns, found, EN)
    assert drawing is not None and drawing.bars is not None
    assert drawing.bars.bars[0].says == "January 2024: 3 articles"


def test_of_one_site_each_month_has_its_verdict() -> None:
    columns, found = rows(
        "site month stored verdict",
        ("a", "2024-01", 1, "news"),
        ("a", "2024-02", 0, "silence in hindsight"),
        ("a", "2024-03", 0, "crawl failed"),
    )
    drawing = query_chart(columns, found, EN)
    assert drawing is not None and drawing.bars is not None
    assert [bar.kind for bar in drawing.bars.bars] == ["news", "silent", "failed"]
    assert drawing.kinds == ("news", "silent", "failed")


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        ("month articles", (None, 1)),
        ("month articles", ("x", "y")),
        ("month text", ("2024-01", "y")),
        ("month news silent", ("2024-01", "many", None)),
        ("observed_at views", ("yesterday", "many")),
        ("observed_at views article", (None, None, None)),
        ("title", ("x",)),
    ],
)
def test_rows_of_anything_else_are_not_drawn(columns: str, row: tuple[object, ...]) -> None:
    assert query_chart(*rows(columns, *[row] * 5), EN) is None
    assert query_chart(columns.split(), [], EN) is None
