"""A drawing above the rows of a query, where they are numbers by month, verdicts by month, or views over time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from blitar_scraper.archive.history import ViewCount
from blitar_scraper.publishing.pages.charts import Chart, month_chart, stacked_chart
from blitar_scraper.publishing.pages.overview import GAPS
from blitar_scraper.publishing.pages.view_curve import Curve, view_curve
from blitar_scraper.publishing.words import Words

# The column that is drawn: the first of these that the rows have.
_NUMBERS = ("articles", "stored", "views", "growth")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
# The columns of sites by verdict, from the ground up.
KINDS = ("news", "silent", "incomplete", "failed", "not_observed")
_FEWEST = 3  # months: two bars need no drawing


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn: bars, or a curve. `kinds`: those of the bars that a legend has to name."""

    bars: Chart | None = None
    curve: Curve | None = None
    kinds: tuple[str, ...] = ()


def query_chart(columns: Sequence[str], rows: Sequence[Any], t: Words) -> Drawing | None:
    """The drawing for rows with these columns, None where they are something else."""
    if "month" in columns and {"news", "silent"} <= set(columns):
        return _verdicts(columns, rows, t)
    if "month" in columns:
        return _months(columns, rows, t)
    if {"observed_at", "views"} <= set(columns) and "uid" not in columns:
        return _views(columns, rows, t)
    return None


def _months(columns: Sequence[str], rows: Sequence[Any], t: Words) -> Drawing | None:
    """Numbers by month, those of several sites added up; of one site each bar knows its verdict, as in `coverage`."""
    number = next((name for name in _NUMBERS if name in columns), None)
    if number is None:
        return None
    months: Counter[str] = Counter()
    kinds: dict[str, str] = {}
    for row in rows:
        if _is_month(row["month"]) and isinstance(row[number], int):
            months[row["month"]] += max(row[number], 0)
            if "verdict" in columns:
                kinds[row["month"]] = GAPS.get(row["verdict"], "news")
    if len(months) < _FEWEST:
        return None
    one_site = len({row["site"] for row in rows}) == 1 if "site" in columns else False
    kinds = kinds if one_site else {}
    noun = "view" if number in ("views", "growth") else "article"
    return Drawing(bars=month_chart(months, t, noun=noun, kinds=kinds), kinds=_in_order(set(kinds.values())))


def _verdicts(columns: Sequence[str], rows: Sequence[Any], t: Words) -> Drawing | None:
    """Sites by month, by what is known of each."""
    kinds = [kind for kind in KINDS if kind in columns]
    months = {
        row["month"]: [(kind, row[kind]) for kind in kinds]
        for row in rows
        if _is_month(row["month"]) and all(isinstance(row[kind], int) and row[kind] >= 0 for kind in kinds)
    }
    if len(months) < _FEWEST:
        return None
    there = {kind for parts in months.values() for kind, number in parts if number}
    names = {kind: t(f"site.verdict.{kind}") for kind in kinds}
    return Drawing(bars=stacked_chart(months, names, t), kinds=_in_order(there))


def _views(columns: Sequence[str], rows: Sequence[Any], t: Words) -> Drawing | None:
    """The views of one article over time."""
    if "article" in columns and len({row["article"] for row in rows}) != 1:
        return None
    counts = [
        ViewCount(row["observed_at"], row["views"], row["own_fetches"] if "own_fetches" in columns else 0)
        for row in rows
        if isinstance(row["observed_at"], str)
        and re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", row["observed_at"])
        and isinstance(row["views"], int)
    ]
    curve = view_curve(sorted(counts, key=lambda count: count.observed_at), t)
    return Drawing(curve=curve) if curve is not None and len(counts) > 1 else None


def _is_month(value: object) -> bool:
    return isinstance(value, str) and _MONTH.fullmatch(value) is not None


def _in_order(kinds: set[str]) -> tuple[str, ...]:
    return tuple(kind for kind in KINDS if kind in kinds)
