"""A chart above the rows of a query, where they are numbers by month."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from blitar_scraper.publishing.charts import Chart, month_chart
from blitar_scraper.publishing.overview import GAPS
from blitar_scraper.publishing.words import Words

# The column that is drawn: the first of these that the rows have.
_NUMBERS = ("articles", "stored", "views", "growth", "number", "count")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def query_chart(columns: Sequence[str], rows: Iterable[Any], t: Words) -> Chart | None:
    """Rows with a column `month` (`YYYY-MM`) and a number as bars, sites added up; None where they are something else.

    Where the rows are of one site and have a `verdict` (as in `coverage`), each bar knows its own.
    """
    number = next((name for name in _NUMBERS if name in columns), None)
    if "month" not in columns or number is None:
        return None
    months: Counter[str] = Counter()
    kinds: dict[str, str] = {}
    sites = set()
    for row in rows:
        month, value = row["month"], row[number]
        if not isinstance(month, str) or not _MONTH.fullmatch(month) or not isinstance(value, int):
            continue
        months[month] += max(value, 0)
        if "site" in columns:
            sites.add(row["site"])
        if "verdict" in columns:
            kinds[month] = GAPS.get(row["verdict"], "news")
    # Two bars need no drawing.
    if len(months) < 3:
        return None
    return month_chart(
        months, t, noun="view" if number in ("views", "growth") else "article", kinds=kinds if len(sites) == 1 else None
    )
