"""The last runs of a site: how each ended, how many failed in a row, and how far apart they usually are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from statistics import median
from typing import Any

from sqlite_utils import Database

from blitar_scraper.archive.database import Row, first_row, rows
from blitar_scraper.archive.imports import STATUS as IMPORTED
from blitar_scraper.archive.values import LARGEST_INTEGER

# Three weeks of daily runs: enough to know a site's habits, and of 550 sites read in a third of a second.
MOST = 20
# What a run's stats may say of the articles that it read; `read` is how many those were.
FIELDS = ("title", "author", "published_at", "views", "body")
_GOOD, _STOPPED = 0, 130  # exit statuses
# Runs that follow each other faster are one attempt begun anew by hand: they say nothing of the timer.
_SHORTEST_INTERVAL = 1 / 48  # days
# Distances between runs that make a habit.
_FEWEST_INTERVALS = 3

# `+id`: else SQLite walks through the runs of all sites in the order of their numbers.
_RUNS = f"""SELECT id, mode, started_at, finished_at, status, exit_status, requests, new,
    json_extract(stats, '$.reason') AS reason,
    json_extract(stats, '$.fields') AS fields,
    json_type(stats, '$.findings') AS findings
FROM runs WHERE id IN (
    SELECT id FROM runs WHERE site = ? AND id < ? AND status <> '{IMPORTED}' ORDER BY +id DESC LIMIT {MOST}
) ORDER BY id DESC"""


@dataclass(frozen=True, slots=True)
class Run:
    """A crawl. `status` as in `runs`, and `killed` where its process is no more. Times are UTC, as they stand there.

    `fields`: of the articles read how many gave each field, None where that was not counted. `judged`: it was compared
    with the site's own history when it ended.
    """

    id: int
    mode: str
    started_at: str
    finished_at: str | None
    status: str
    exit_status: int | None
    requests: int
    new: int
    reason: str | None
    fields: Mapping[str, int] | None = None
    judged: bool = False

    @property
    def is_running(self) -> bool:
        return self.status == "running"

    @property
    def is_good(self) -> bool:
        """Whether nothing was wrong with it; where no exit status was kept, its status says so."""
        return self.exit_status == _GOOD or (self.exit_status is None and self.status == "finished")

    @property
    def was_stopped(self) -> bool:
        """Whether a person (or the machine going down) told it to stop: nothing is wrong, and much may be left."""
        return self.exit_status == _STOPPED


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of a site. `recent`: the newest first, at most `MOST`, one that is running among them.

    `failed`: how many in a row were not good, up to now, and `failing_since`, when the first of them began.
    """

    recent: Sequence[Run] = ()
    last_good: Run | None = None
    failed: int = 0
    failing_since: str | None = None
    intervals: Sequence[float] = field(default=())

    @property
    def last(self) -> Run | None:
        return self.recent[0] if self.recent else None

    @property
    def last_told(self) -> Run | None:
        """The last that says how the site is: neither running nor told to stop."""
        return next((run for run in self.recent if not run.is_running and not run.was_stopped), None)

    @property
    def usual_interval(self) -> float | None:
        """Days between the beginnings of two runs, as is usual; None where there is no habit yet."""
        return median(self.intervals) if len(self.intervals) >= _FEWEST_INTERVALS else None


def runs_of(db: Database, site: str, *, is_held: bool) -> Runs:
    """The site's runs; `is_held`: a process crawls it at this moment."""
    recent = _runs_before(db, site, LARGEST_INTEGER, is_held=is_held)
    failed, since, last_good = 0, None, None
    for run in _and_older(db, site, recent):
        if run.is_good:
            last_good = run
            break
        if not run.is_running and not run.was_stopped:
            failed, since = failed + 1, run.started_at
    return Runs(recent, last_good, failed, since, _intervals(recent))


def _and_older(db: Database, site: str, runs: list[Run]) -> Iterator[Run]:
    """These runs and all before them, the newest first."""
    while runs:
        yield from runs
        runs = _runs_before(db, site, runs[-1].id) if len(runs) == MOST else []


def _runs_before(db: Database, site: str, before: int, *, is_held: bool = False) -> list[Run]:
    """Of several that stand as running only the newest can be: the others' processes were killed."""
    found = rows(db, _RUNS, site, before)
    return [_run(row, is_held=is_held and place == 0) for place, row in enumerate(found)]


def _run(row: Row, *, is_held: bool) -> Run:
    status = row["status"]
    if (status == "running" and not is_held) or (status == "interrupted" and row["finished_at"] is None):
        status = "killed"
    return Run(
        id=row["id"],
        mode=row["mode"],
        started_at=row["started_at"],
        finished_at=row["finished_at"],
        status=status,
        exit_status=row["exit_status"],
        requests=row["requests"],
        new=row["new"],
        reason=None if row["reason"] is None else str(row["reason"]),
        fields=_counted(row["fields"]),
        judged=row["findings"] == "array",
    )


def _counted(text: Any) -> dict[str, int] | None:
    """The numbers of `stats.fields`; None where they are not there, or are no numbers."""
    if not isinstance(text, str):
        return None
    try:
        said = json.loads(text)
    except ValueError:
        return None
    if not isinstance(said, dict) or not _is_count(said.get("read")):
        return None
    return {name: said[name] for name in ("read", *FIELDS) if _is_count(said.get(name))}


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _intervals(runs: Iterable[Run]) -> list[float]:
    starts = [start for run in runs if (start := instant(run.started_at))]
    distances = (days_between(one, other) for other, one in pairwise(starts))
    return [distance for distance in distances if distance >= _SHORTEST_INTERVAL]


def last_complete_at(db: Database, site: str) -> str | None:
    """When the site was last looked at and its paging was not cut short (UTC)."""
    row = first_row(
        db,
        "SELECT COALESCE(finished_at, started_at) AS at FROM runs"
        " WHERE id = (SELECT MAX(id) FROM runs WHERE site = ? AND status = 'finished')",
        site,
    )
    return None if row is None else row["at"]


def instant(text: str | None) -> datetime | None:
    """The moment that a stored text means; None for a text that means none."""
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def days_between(one: datetime, other: datetime) -> float:
    """Days from one moment to the other."""
    return (other - one).total_seconds() / 86_400
