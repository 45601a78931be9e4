"""The rows of `sites` and `runs`: what is crawled, and how each crawl of it went."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from blitar_scraper.addresses import host_of
from blitar_scraper.archive import problems
from blitar_scraper.archive.database import ArchiveError, Row, first_row, insert, rows, update
from blitar_scraper.archive.values import clean_value, to_json
from blitar_scraper.items import Problem, Site

# Counted by `store`, in the transaction of what they count; the rest of a run's numbers comes with `finish`.
COUNTS = ("listed", "new", "edited", "unchanged", "gone", "errors")
# A condition on a row of `runs`: nothing is known against its times (`clocks.py`).
CLOCK = "clock"
IN_ITS_TIME = f"NOT EXISTS (SELECT 1 FROM problems WHERE run_id = runs.id AND problem = '{CLOCK}' AND url IS NULL)"


def put_site(db: Database, site: Site, at: str) -> None:
    """Insert the site, or bring its row up to date; when it was added, backfilled, verified stays."""
    row = {
        "id": site.id,
        "name": site.name,
        "level": site.level,
        "region_code": site.region_code,
        "province": site.province,
        "home_url": site.home_url,
        "timezone": site.timezone,
        "system": site.system,
        "settings": to_json({**site.settings, "start_urls": list(site.start_urls)}),
    }
    if first_row(db, "SELECT id FROM sites WHERE id = ?", site.id):
        update(db, "sites", clean_value(row), "id = ?", site.id)
    else:
        insert(db, "sites", {**clean_value(row), "added_at": at})


def site_as_json(site: Site) -> str:
    """The site as one line of JSON: what a WARC file says of whose pages it holds."""
    return to_json({**dataclasses.asdict(site), "settings": dict(site.settings)})


def site_from_json(text: str) -> Site:
    """The site that `site_as_json` wrote. Raises ValueError for any other text."""
    try:
        said = json.loads(text)
        return Site(**{**said, "start_urls": tuple(said["start_urls"])})
    except (TypeError, KeyError) as error:
        raise ValueError(f"no site: {text[:80]}") from error


def as_json(db: Database, run_id: int) -> str:
    """What is known of a run when it begins, as one line of JSON."""
    row = first_row(db, "SELECT id, site, mode, started_at, program_version FROM runs WHERE id = ?", run_id)
    return to_json(row)


def site_of_row(row: Row) -> Site:
    """The record of a row of `sites`. Raises ArchiveError where its settings, which people edit, are no JSON object."""
    settings = json.loads(row["settings"])
    if not isinstance(settings, dict):
        raise ArchiveError(f"sites.settings of {row['id']} is no JSON object: {{...}}")
    start_urls = settings.pop("start_urls", None) or ()
    start_urls = (start_urls,) if isinstance(start_urls, str) else tuple(start_urls)
    names = ("id", "name", "home_url", "timezone", "level", "region_code", "province", "system")
    return Site(**{name: row[name] for name in names}, start_urls=start_urls, settings=settings)


def sites(db: Database) -> list[Site]:
    """All sites, by id."""
    return [site_of_row(row) for row in rows(db, "SELECT * FROM sites ORDER BY id")]


def ended_early(db: Database, site_id: str) -> bool:
    """Whether the last run of the site was not finished: killed (it still stands as `running`), or cut short."""
    sql = "SELECT status FROM runs WHERE site = ? ORDER BY id DESC LIMIT 1"
    last = first_row(db, sql, site_id)
    return last is not None and last["status"] != "finished"


def start(db: Database, site_id: str, mode: str, at: str, program_version: str) -> int:
    """A new run of the site; its id. A run left `running` was killed, and is closed (`close_killed`)."""
    close_killed(db, site_id, at)
    row = {
        "site": site_id,
        "mode": mode,
        "started_at": at,
        "status": "running",
        "program_version": program_version,
    }
    return insert(db, "runs", row)


def close_killed(
    db: Database, site_id: str, at: str, *, how: str | None = None, status: str = "interrupted"
) -> list[int]:
    """Close the runs of the site that still stand as `running`, whose process is no more; their ids.

    Each becomes `interrupted`, without an end and an exit status, which nobody knows; its requests are at least the
    answers kept. `how`: what became of its process, by who saw it end `at` that time (UTC): then the run ends then,
    with exit status 1 where its `status` is to be `crashed`, and 130 otherwise. An event is noted, but for a run that
    a person stopped. To be called in a transaction, by who holds the site's lock.
    """
    killed = rows(db, "SELECT * FROM runs WHERE site = ? AND status = 'running' ORDER BY id", site_id)
    for run in killed:
        kept = first_row(
            db,
            "SELECT COUNT(*) AS number, COALESCE(SUM(bytes), 0) AS bytes FROM captures"
            " WHERE run_id = ? AND source = 'crawl'",
            run["id"],
        )
        assert kept is not None
        requests = max(run["requests"], kept["number"])
        changes: Row = {"status": status, "requests": requests, "bytes": max(run["bytes"], kept["bytes"])}
        if how is not None:
            exit_status = 1 if status == "crashed" else 130
            changes |= {"finished_at": at, "exit_status": exit_status, "stats": to_json({"reason": how})}
        update(db, "runs", changes, "id = ?", run["id"])
        if how is not None and status != "crashed":
            continue
        stored = ", ".join(f"{run[name]} {name}" for name in ("new", "edited", "unchanged", "gone") if run[name])
        detail = f"the run of {run['started_at']} was killed after {requests} requests; stored: {stored or 'nothing'}"
        if how is not None:
            detail = f"{detail}; {how}"
        problems.add(db, Problem("run-killed", detail=detail), at=at, site=site_id, run_id=run["id"], resolved_at=at)
    return [run["id"] for run in killed]


def finish(db: Database, run_id: int, at: str, status: str, exit_status: int, stats: Mapping[str, Any]) -> None:
    """Close the run. `requests` and `bytes` are taken from `stats`, which is kept whole but for them."""
    rest = {name: value for name, value in stats.items() if name not in ("requests", "bytes", *COUNTS)}
    row = {
        "finished_at": at,
        "status": status,
        "exit_status": exit_status,
        "requests": int(stats.get("requests", 0)),
        "bytes": int(stats.get("bytes", 0)),
        "stats": to_json(rest),
    }
    update(db, "runs", row, "id = ?", run_id)


def count(db: Database, run_id: int, name: str, number: int = 1) -> None:
    """Add to one of the run's counts."""
    assert name in COUNTS, name
    db.execute(f"UPDATE runs SET {name} = {name} + ? WHERE id = ?", [number, run_id])


def not_before(db: Database, host: str, most: int) -> list[Any]:
    """Until when the last runs of each site of the host were asked to wait, as they noted it (None: they were not).

    `most`: how many runs of a site are looked at.
    """
    sql = (
        "SELECT json_extract(stats, '$.not_before') AS moment FROM runs"
        " WHERE site = ? AND stats IS NOT NULL ORDER BY id DESC LIMIT ?"
    )
    of_host = [site["id"] for site in rows(db, "SELECT id, home_url FROM sites") if host_of(site["home_url"]) == host]
    return [run["moment"] for site_id in of_host for run in rows(db, sql, site_id, most)]


def started_at(db: Database, run_id: int) -> str:
    """When a run began, as it stands in its row."""
    row = first_row(db, "SELECT started_at FROM runs WHERE id = ?", run_id)
    assert row is not None, run_id
    return str(row["started_at"])


def requests_since(db: Database, site_id: str, at: str, *, besides: int) -> int:
    """Requests of the site's runs begun since then, but for the run `besides`; of a killed run, its answers kept."""
    row = first_row(
        db,
        f"""SELECT COALESCE(SUM(MAX(requests,
               (SELECT COUNT(*) FROM captures WHERE run_id = runs.id AND source = 'crawl'))), 0) AS number
           FROM runs WHERE site = ? AND started_at >= ? AND id <> ? AND {IN_ITS_TIME}""",
        *(site_id, at, besides),
    )
    assert row is not None
    return int(row["number"])


def last_complete(db: Database, site_id: str) -> Row | None:
    """The latest run of the site whose paging was not cut short, and whose times are not known to be wrong."""
    sql = f"SELECT * FROM runs WHERE site = ? AND status = 'finished' AND {IN_ITS_TIME} ORDER BY id DESC LIMIT 1"
    return first_row(db, sql, site_id)


def all_captured(db: Database, site_id: str) -> bool:
    """Whether every crawl of the site that stored anything kept what it received."""
    uncaptured = first_row(
        db,
        "SELECT 1 FROM runs r WHERE site = ? AND mode <> 'import' AND listed + new + edited + unchanged + gone > 0"
        " AND NOT EXISTS (SELECT 1 FROM captures WHERE run_id = r.id)",
        site_id,
    )
    return uncaptured is None


def unfinished_full_since(db: Database, site_id: str) -> str | None:
    """When the earliest full run after the last complete run of the site began, if there is one."""
    complete = last_complete(db, site_id)
    row = first_row(
        db,
        f"""SELECT started_at FROM runs WHERE site = ? AND mode = 'full' AND id > ? AND {IN_ITS_TIME}
            ORDER BY id LIMIT 1""",
        *(site_id, complete["id"] if complete else 0),
    )
    return None if row is None else str(row["started_at"])
