"""How each site stands: everything that is told of it, in one record."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from sqlite_utils import Database

from blitar_scraper.archive.database import rows
from blitar_scraper.archive.imports import STATUS as IMPORTED
from blitar_scraper.archive.standing.asking import of_sites
from blitar_scraper.archive.standing.attention import FIELD_LOST, ORDER, WELL, Known, Reason, judge
from blitar_scraper.archive.standing.fill import Fill, fills_of
from blitar_scraper.archive.standing.problems import OpenProblem, findings, open_problems
from blitar_scraper.archive.standing.runs import Runs, last_complete_at, runs_of
from blitar_scraper.archive.standing.silence import Silence, silence_of
from blitar_scraper.archive.values import iso

_WEEK, _MONTH = timedelta(days=7), timedelta(days=30)
# Runs are numbered in the order in which they began, but for those of a clock that jumped.
_RUNS_OUT_OF_ORDER = 1_000


@dataclass(frozen=True, slots=True)
class Standing:
    """A site. `usual_interval`: days between its runs.

    `new_7`, `new_30`: articles that the crawls of the last days stored first. `looks_due`: articles to be read again by
    now; `next_due_at`: when the next one is (UTC). `expect`: what a person has said of it in the settings.
    """

    site: str
    name: str
    home_url: str
    health: str
    reasons: Sequence[Reason]
    runs: Runs
    usual_interval: float | None
    articles: int
    new_7: int
    new_30: int
    silence: Silence
    fills: Mapping[str, Fill]
    problems: Sequence[OpenProblem]
    looks_due: int
    next_due_at: str | None
    expect: Mapping[str, Any]

    @property
    def needs_attention(self) -> bool:
        return self.health not in WELL


def standings(
    db: Database,
    now: datetime,
    is_held: Callable[[str], bool],
    *,
    sites: Sequence[str] = (),
    expect: Mapping[str, Mapping[str, Any]] | None = None,
    retired: Collection[str] = (),
) -> list[Standing]:
    """Of these sites, or of all: first those that need attention first.

    `is_held`: whether a process crawls the site at this moment. `expect`: by site what a person expects of it, and
    `retired`: those that are crawled no more, where that is not in the archive.
    """
    db.execute("BEGIN")  # all of it is of one moment, whoever writes meanwhile
    try:
        found = _read(db, now, is_held, sites, expect or {}, retired)
    finally:
        db.execute("ROLLBACK")
    return sorted(found, key=lambda one: (ORDER.index(one.health), one.site))


def _read(
    db: Database,
    now: datetime,
    is_held: Callable[[str], bool],
    sites: Sequence[str],
    expect: Mapping[str, Mapping[str, Any]],
    retired: Collection[str],
) -> list[Standing]:
    condition, values = of_sites(sites, "id")
    known = rows(db, f"SELECT * FROM sites WHERE {condition} ORDER BY id", *values)
    begun = {site for (site,) in db.execute("SELECT DISTINCT site FROM runs WHERE status = 'running'").fetchall()}
    runs = {row["id"]: runs_of(db, row["id"], is_held=row["id"] in begun and is_held(row["id"])) for row in known}
    # A site that is new here has the habit of the others.
    habits = [interval for one in runs.values() if (interval := one.usual_interval) is not None]
    habit = median(habits) if habits else None
    all_problems, all_findings = open_problems(db, sites), findings(db, sites)
    articles, new, looks = _articles(db, sites), _new(db, now), _looks(db, now, sites)
    found = []
    for row in known:
        site, said = row["id"], _settings(row["settings"])
        expected = said.get("expect")
        of_site = Known(
            added_at=row["added_at"],
            runs=runs[site],
            silence=silence_of(db, site, row["timezone"], last_complete_at(db, site)),
            fills=fills_of(db, site, runs[site].recent, row["backfilled_at"]),
            findings=all_findings.get(site, ()),
            usual_interval=runs[site].usual_interval or habit,
            expect={**(expected if isinstance(expected, dict) else {}), **expect.get(site, {})},
            retired=said.get("retired") is True or site in retired,
        )
        of_site = replace(of_site, fills=_as_judged(of_site))
        health, reasons = judge(of_site, now)
        found.append(
            Standing(
                site=site,
                name=row["name"],
                home_url=row["home_url"],
                health=health,
                reasons=reasons,
                runs=of_site.runs,
                usual_interval=of_site.usual_interval,
                articles=articles.get(site, 0),
                new_7=new.get(site, (0, 0))[0],
                new_30=new.get(site, (0, 0))[1],
                silence=of_site.silence,
                fills=of_site.fills,
                problems=all_problems.get(site, ()),
                looks_due=looks.get(site, (0, None))[0],
                next_due_at=looks.get(site, (0, None))[1],
                expect=of_site.expect,
            )
        )
    return found


def _as_judged(known: Known) -> dict[str, Fill]:
    """The fills, with the falls that the last run found, where it looked for them."""
    told = known.runs.last_told
    if told is None or not told.judged:
        return dict(known.fills)
    lost = {finding.field for finding in known.findings if finding.problem == FIELD_LOST}
    return {name: replace(fill, has_fallen=name in lost) for name, fill in known.fills.items()}


def _settings(text: str) -> Mapping[str, Any]:
    """A site's settings; none where a person has edited something else into them."""
    try:
        said = json.loads(text)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _articles(db: Database, sites: Sequence[str]) -> dict[str, int]:
    condition, values = of_sites(sites)
    sql = f"SELECT site, COUNT(*) FROM articles WHERE {condition} GROUP BY site"
    return dict(db.execute(sql, values).fetchall())


def _new(db: Database, now: datetime) -> dict[str, tuple[int, int]]:
    """By site how many articles came in the last 7 and 30 days. Of the last runs alone: articles have no such index."""
    week, month = iso(now - _WEEK), iso(now - _MONTH)
    counted: dict[str, list[int]] = {}
    older = 0
    for site, started_at, number, status in db.execute(
        "SELECT site, started_at, new, status FROM runs ORDER BY id DESC"
    ):
        if started_at < month:
            older += 1
            if older > _RUNS_OUT_OF_ORDER:
                break
        elif status != IMPORTED:
            numbers = counted.setdefault(site, [0, 0])
            numbers[0] += number if started_at >= week else 0
            numbers[1] += number
    return {site: (numbers[0], numbers[1]) for site, numbers in counted.items()}


def _looks(db: Database, now: datetime, sites: Sequence[str]) -> dict[str, tuple[int, str | None]]:
    """By site how many articles are due to be read again, and when the next one will be."""
    condition, values = of_sites(sites)
    found = rows(
        db,
        f"""SELECT site, SUM(due_at <= ?) AS due, MIN(CASE WHEN due_at > ? THEN due_at END) AS next FROM pages
            WHERE kind = 'article' AND due_at IS NOT NULL AND {condition} GROUP BY site""",
        *(iso(now), iso(now), *values),
    )
    return {row["site"]: (row["due"], row["next"]) for row in found}
