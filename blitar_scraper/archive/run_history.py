"""What a site's earlier runs have said, and on which days it has published: what a new run is measured by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlite_utils import Database

from blitar_scraper.archive.database import rows
from blitar_scraper.archive.news_days import days_with_news

# Runs looked back on: a year and more of daily ones. What has been gone for so long is no loss any more.
MOST_RUNS = 400
# Days of publication looked back on: two years have every holiday twice.
NEWS_PERIOD = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class PastRun:
    """A crawl that has ended. `stats` is the JSON of its row of `runs`."""

    id: int
    started_at: str
    mode: str
    status: str
    exit_status: int | None
    stats: Mapping[str, Any] = field(default_factory=dict)


def past_runs(db: Database, site_id: str, *, before: int, most: int = MOST_RUNS) -> list[PastRun]:
    """The site's last crawls before the run `before` that ended with a verdict, the earliest first."""
    found = rows(
        db,
        "SELECT id, started_at, mode, status, exit_status, stats FROM runs"
        " WHERE site = ? AND id < ? AND mode <> 'import' AND finished_at IS NOT NULL AND stats IS NOT NULL"
        " ORDER BY id DESC LIMIT ?",
        *(site_id, before, most),
    )
    return [PastRun(**{**row, "stats": _object(row["stats"])}) for row in reversed(found)]


def news_days(db: Database, site_id: str, *, until: date) -> list[date]:
    """The days with news, none after `until`, up to two years before the last of them, in order (`news_days.py`).

    Counted from the last one: a site that has died must not outlive the history that tells of it.
    """
    days = days_with_news(db, site_id, until=until)
    return [day for day in days if day >= days[-1] - NEWS_PERIOD]


def _object(text: str) -> Mapping[str, Any]:
    said = json.loads(text)
    return said if isinstance(said, dict) else {}
