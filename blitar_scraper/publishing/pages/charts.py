"""Charts as figures: where each bar and label of a drawing stands. Pure; `_blitar_chart.html` draws them as SVG.

Across, everything is in percent of the width and down in pixels: so a chart fills any screen without its text growing
or shrinking. No style is written into a drawing (our pages forbid it): colours come from classes in the style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from blitar_scraper.publishing.words import Words

PLOT_HEIGHT = 190  # pixels of the tallest bar
# Bars thinner than this many to a chart are drawn: 30 years of months. Past it a bar is a year.
_MOST_MONTHS = 360
# No archive of web pages reaches further; a date like 0024 or 9999 must not press all others into one bar.
_MOST_YEARS = 100
# Labels of years that stand beside each other without touching: on a screen of 1,100 pixels, on one of 330.
_LABELS_WIDE, _LABELS_NARROW = 22, 7
# Percent: a label that begins further to the right does not fit into those screens.
_LAST_WIDE, _LAST_NARROW = 96.5, 90.0
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar. `x`, `width`: percent; `y`, `height`: pixels from the top of the plot; `says`: what it shows, in words."""

    x: float
    width: float
    y: float
    height: float
    says: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A label on an axis: `at` in percent across, or pixels down. `is_wide`: only where there is room."""

    at: float
    text: str
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A year of the table beside the chart: `values` has a number for each of its months, None outside the period."""

    heading: str
    values: tuple[int | None, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars over time. `lines` and `years` label the axes; `table` says the same in numbers, a row a year.

    `left_out`: how many lie in years too far from all others to be drawn.
    """

    bars: tuple[Bar, ...]
    lines: tuple[Label, ...]
    years: tuple[Label, ...]
    table: tuple[TableRow, ...]
    is_monthly: bool
    left_out: int = 0
    is_stacked: bool = False
    height: int = PLOT_HEIGHT


def month_chart(
    months: Mapping[str, int], t: Words, *, noun: str = "article", kinds: Mapping[str, str] | None = None
) -> Chart:
    """Numbers by month (`YYYY-MM`) as bars, from the first month to the last; a month that is not named has 0.

    `kinds`: a class for the bar of a month, such as its verdict. Other keys than months are left out.
    """
    known = {month: number for month, number in months.items() if _MONTH.fullmatch(month)}
    if not known:
        return Chart((), (), (), (), True)
    shown = _without_outliers(known)
    left_out, known = sum(known.values()) - sum(shown.values()), shown
    span = _months_between(min(known), max(known))
    table = _table(known, span)
    if len(span) > _MOST_MONTHS:
        by_year = {row.heading: row.total for row in table}
        bars = [(year, number, f"{year}: {t.count(number, noun)}", "") for year, number in by_year.items()]
        starts = [(index, int(year)) for index, year in enumerate(by_year)]
    else:
        bars = [
            (
                month,
                known.get(month, 0),
                f"{t.date(month)}: {t.count(known.get(month, 0), noun)}",
                (kinds or {}).get(month, ""),
            )
            for month in span
        ]
        # A first year of which only the end is there would have its label under the next one's.
        starts = [
            (index, int(month[:4]))
            for index, month in enumerate(span)
            if month.endswith("-01") or (index == 0 and int(month[5:]) < 8)
        ]
    top, lines = _scale(max(number for _, number, _, _ in bars), t)
    return Chart(
        bars=tuple(_bars(bars, top)),
        lines=lines,
        years=_year_labels(starts, len(bars)),
        table=table,
        is_monthly=len(span) <= _MOST_MONTHS,
        left_out=left_out,
    )


def stacked_chart(months: Mapping[str, Sequence[tuple[str, int]]], names: Mapping[str, str], t: Words) -> Chart:
    """Several numbers by month on top of each other: for each month pairs (kind, number), the lowest first.

    `names` says each kind in words. The table has the sums.
    """
    sums = {month: sum(number for _, number in parts) for month, parts in months.items()}
    chart = month_chart(sums, t)
    if not chart.is_monthly or not chart.bars:
        return chart
    span = [
        f"{row.heading}-{number:02d}"
        for row in chart.table
        for number in range(1, 13)
        if row.values[number - 1] is not None
    ]
    top = nice_top(max(sums[month] for month in span if month in sums))[0]
    bars = []
    for month, bar in zip(span, chart.bars, strict=True):
        below = 0.0
        for kind, number in months.get(month, ()):
            height = round(number / top * PLOT_HEIGHT, 1)
            if height:
                says = f"{t.date(month)}: {t.number(number)} {names.get(kind, kind)}"
                bars.append(Bar(bar.x, bar.width, round(PLOT_HEIGHT - below - height, 1), height, says, kind))
            below += height
    return replace(chart, bars=tuple(bars), is_stacked=True)


def spark_bars(years: Mapping[int, int], first: int, last: int, height: int) -> tuple[Bar, ...]:
    """A small chart of numbers by year, `height` pixels tall, from `first` to `last` whatever years there are.

    Its tallest bar is its own largest year: the shape is compared, not the size.
    """
    top = max(years.values(), default=0)
    if top == 0 or last < first:
        return ()
    step = 100 / (last - first + 1)
    return tuple(
        Bar(
            x=round((year - first) * step, 2),
            width=round(step * 0.8, 2),
            y=round(height - _tall(years[year], top, height), 1),
            height=_tall(years[year], top, height),
            says=str(year),
        )
        for year in sorted(years)
        if first <= year <= last and years[year]
    )


def line_points(
    values: Sequence[tuple[float, float]], *, width: float = 100, height: float = PLOT_HEIGHT
) -> tuple[tuple[float, float], ...]:
    """Points of a curve, (across, down), from pairs (moment, value): the first moment at the left, 0 at the bottom."""
    if not values:
        return ()
    moments = [moment for moment, _ in values]
    start, span = min(moments), (max(moments) - min(moments)) or 1
    top = max(value for _, value in values) or 1
    return tuple(
        (round((moment - start) / span * width, 2), round(height - value / top * height, 1)) for moment, value in values
    )


def nice_top(largest: float) -> tuple[float, float]:
    """The round number that an axis ends with, and the distance of its lines: 3 to 5 lines in steps of 1, 2 or 5."""
    step, power = 1.0, 1.0
    while step * 5 < largest:
        for factor in (1, 2, 5):
            step = factor * power
            if step * 5 >= largest:
                break
        power *= 10
    lines = max(1, -(-largest // step))
    return lines * step, step


def _scale(largest: int, t: Words) -> tuple[float, tuple[Label, ...]]:
    top, step = nice_top(largest)
    count = round(top / step)
    lines = [
        Label(round(PLOT_HEIGHT - PLOT_HEIGHT * line / count, 1), t.number(round(line * step)))
        for line in range(1, count + 1)
    ]
    return top, tuple(lines)


def _bars(values: Iterable[tuple[str, int, str, str]], top: float) -> Iterable[Bar]:
    values = list(values)
    step = 100 / len(values)
    share = 0.82 if len(values) <= 160 else 0.9  # the gap between two bars stays a fraction of a pixel at least
    width = min(step * share, 6)  # percent: three months are not three walls
    for index, (_, number, says, kind) in enumerate(values):
        height = _tall(number, top, PLOT_HEIGHT)
        yield Bar(
            x=round(index * step + (step - width) / 2, 3),
            width=round(width, 3),
            y=round(PLOT_HEIGHT - height, 1),
            height=height,
            says=says,
            kind=kind,
        )


def _tall(number: int, top: float, height: int) -> float:
    """Pixels of a bar. What is there at all is seen: never less than one and a half."""
    return round(max(number / top * height, 1.5), 1) if number > 0 else 0.0


def _year_labels(starts: Sequence[tuple[int, int]], bars: int) -> tuple[Label, ...]:
    wide = -(-len(starts) // _LABELS_WIDE)
    narrow = -(-len(starts) // _LABELS_NARROW)
    narrow = -(-narrow // wide) * wide if wide else narrow
    return tuple(
        Label(
            at := round(index / bars * 100, 3),
            str(year) if at <= _LAST_WIDE else "",
            is_wide=place % narrow != 0 or at > _LAST_NARROW,
        )
        for place, (index, year) in enumerate(starts)
        if place % wide == 0
    )


def _table(months: Mapping[str, int], span: Sequence[str]) -> tuple[TableRow, ...]:
    inside = set(span)
    years = range(int(span[0][:4]), int(span[-1][:4]) + 1)
    table = []
    for year in years:
        names = [f"{year:04d}-{month:02d}" for month in range(1, 13)]
        values = tuple(months.get(name, 0) if name in inside else None for name in names)
        table.append(TableRow(f"{year:04d}", values, sum(value or 0 for value in values)))
    return tuple(table)


def _without_outliers(months: Mapping[str, int]) -> dict[str, int]:
    """The months of the _MOST_YEARS years in a row that hold most."""
    years = sorted({int(month[:4]) for month in months})
    if years[-1] - years[0] < _MOST_YEARS:
        return dict(months)

    def held(start: int) -> int:
        return sum(number for month, number in months.items() if 0 <= int(month[:4]) - start < _MOST_YEARS)

    start = max(years, key=held)
    return {month: number for month, number in months.items() if 0 <= int(month[:4]) - start < _MOST_YEARS}


def _months_between(first: str, last: str) -> list[str]:
    begin, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in range(begin, end + 1)]
