"""What `blitar status --json` says: names and forms that a script may rely on."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from blitar_scraper.archive.standing import Disk, Standing
from blitar_scraper.archive.standing.runs import Run
from blitar_scraper.archive.values import iso

# Of each site, as many as a person looks back.
RUNS = 10


def record_of(sites: Sequence[Standing], disk: Disk, archive: Path, now: datetime) -> dict[str, Any]:
    """All of it as one JSON object. Times are ISO, UTC; shares go from 0 to 1; null is what nobody knows."""
    attention = sum(one.needs_attention for one in sites)
    return {
        "archive": str(archive),
        "now": iso(now),
        "well": len(sites) - attention,
        "need_attention": attention,
        "articles": sum(one.articles for one in sites),
        "disk": {**dataclasses.asdict(disk), "is_short": disk.is_short},
        "sites": [_site(one, now) for one in sites],
    }


def _site(one: Standing, now: datetime) -> dict[str, Any]:
    runs, silence = one.runs, one.silence
    return {
        "site": one.site,
        "name": one.name,
        "home_url": one.home_url,
        "health": one.health,
        "needs_attention": one.needs_attention,
        "reasons": [dataclasses.asdict(reason) for reason in one.reasons],
        "last_run": None if runs.last is None else _run(runs.last),
        "last_good_run_at": None if runs.last_good is None else runs.last_good.started_at,
        "failed_runs": runs.failed,
        "failing_since": runs.failing_since,
        "usual_days_between_runs": None if one.usual_interval is None else round(one.usual_interval, 3),
        "articles": one.articles,
        "new_7_days": one.new_7,
        "new_30_days": one.new_30,
        "silence": {
            "newest": silence.newest,
            "looked_at": silence.looked_at,
            "days": silence.days,
            "days_until_now": _days_until(silence.newest, now),
            "usual_longest": silence.usual_longest,
            "median_gap": silence.median_gap,
        },
        "fields": {
            name: {"recent": fill.recent, "usual": fill.usual, "read": fill.read, "has_fallen": fill.has_fallen}
            for name, fill in one.fills.items()
        },
        "open_problems": sum(problem.count for problem in one.problems),
        "problems": {
            problem.problem: {
                "count": problem.count,
                "since": problem.since,
                "url": problem.url,
                "detail": problem.detail,
            }
            for problem in one.problems
        },
        "looks_due": one.looks_due,
        "next_look_due_at": one.next_due_at,
        "expect": dict(one.expect),
        "runs": [_run(run) for run in runs.recent[:RUNS]],
    }


def _days_until(day: str | None, now: datetime) -> int | None:
    return None if day is None else max((now.date() - date.fromisoformat(day)).days, 0)


def _run(run: Run) -> dict[str, Any]:
    return {
        "id": run.id,
        "mode": run.mode,
        "started_at": run.started_at,
        "finished_at": run.finished_at,
        "status": run.status,
        "exit_status": run.exit_status,
        "requests": run.requests,
        "new": run.new,
        "reason": run.reason,
        "fields": None if run.fields is None else dict(run.fields),
    }
