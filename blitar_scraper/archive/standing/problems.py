"""What is open at each site: how often each name of a problem, since when, and an example."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from blitar_scraper.archive.database import rows
from blitar_scraper.archive.standing.asking import of_sites


@dataclass(frozen=True, slots=True)
class OpenProblem:
    """Open problems of one name. `since`: when the oldest was seen (UTC); `url`, `detail`: those of the newest."""

    problem: str
    count: int
    since: str
    url: str | None
    detail: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What is open of a site as a whole, not of one of its pages."""

    problem: str
    field: str | None
    detail: str | None
    since: str


def open_problems(db: Database, sites: Sequence[str]) -> dict[str, list[OpenProblem]]:
    """By site, the most frequent first."""
    condition, values = of_sites(sites)
    found: dict[str, list[OpenProblem]] = defaultdict(list)
    for row in rows(
        db,
        f"""SELECT g.site, g.problem, g.count, g.since, p.url, p.detail
            FROM (
                SELECT site, problem, COUNT(*) AS count, MIN(seen_at) AS since, MAX(id) AS newest FROM problems
                WHERE resolved_at IS NULL AND {condition} GROUP BY site, problem
            ) g JOIN problems p ON p.id = g.newest
            ORDER BY g.count DESC, g.problem""",
        *values,
    ):
        found[row.pop("site")].append(OpenProblem(**row))
    return found


def findings(db: Database, sites: Sequence[str]) -> dict[str, list[Finding]]:
    """By site, what is wrong with it as a whole, the oldest first."""
    condition, values = of_sites(sites)
    found: dict[str, list[Finding]] = defaultdict(list)
    for row in rows(
        db,
        f"""SELECT site, problem, field, detail, seen_at AS since FROM problems
            WHERE resolved_at IS NULL AND url IS NULL AND article_id IS NULL AND {condition} ORDER BY id""",
        *values,
    ):
        found[row.pop("site")].append(Finding(**row))
    return found
