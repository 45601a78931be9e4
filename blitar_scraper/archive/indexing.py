"""Rows made again from WARC files: what an archive that lost its SQLite file, or rows of it, knows from them alone.

Each file says of which site and run it is (warcinfo), what was received, what was made of it (metadata records), and
how the run ended.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from blitar_scraper.archive import captures, runs, sightings
from blitar_scraper.archive.captures import RUN_FIELD, SITE_FIELD, info_of
from blitar_scraper.archive.database import first_row, insert, rows, update
from blitar_scraper.archive.warc.reader import Captured, records_of
from blitar_scraper.archive.warc.writer import END_FIELD, SIGHTING_FIELD


def sites_of(folder: Path) -> list[str]:
    """The ids of the sites that have WARC files below the archive's folder of them."""
    return sorted({path.parent.name for path in folder.glob("*/*.warc.gz")})


def unindexed(db: Database, folder: Path, site_id: str) -> list[Path]:
    """The site's files of which the archive has no captures or no sightings, in order of their names."""
    return [
        path
        for path in sorted((folder / site_id).glob("*.warc.gz"))
        if not first_row(
            db,
            "SELECT 1 FROM captures c JOIN sightings s ON s.capture_id = c.id WHERE c.warc_file = ? LIMIT 1",
            path.relative_to(folder).as_posix(),
        )
    ]


def index(db: Database, folder: Path, path: Path) -> int:
    """Add the rows that a file tells of and the archive lacks (site, run, captures, sightings); how many captures.

    To be called in a transaction. Raises UnreadableRecord where bytes of the file are no record, and OSError.
    """
    name, added, run_id = path.relative_to(folder).as_posix(), 0, None
    accounts: list[str] = []
    end: str | None = None
    found = rows(db, "SELECT id, record_id FROM captures WHERE warc_file = ?", name)
    known = {row["record_id"]: row["id"] for row in found}
    for record in records_of(path):
        if record.record_type == "warcinfo":
            _add_origin(db, record)
            run_id = captures.known_run(db, record)
        elif record.record_type in ("response", "revisit") and record.record_id not in known:
            source = captures.source_of(db, run_id)
            known[record.record_id] = captures.add(db, captures.described(record, name), run_id=run_id, source=source)
            added += 1
        elif record.record_type == "metadata":
            accounts += _noted(record, SIGHTING_FIELD)
            end = next(_noted(record, END_FIELD), end)
    _add_sightings(db, accounts, run_id, known)
    if end is not None:
        _add_end(db, json.loads(end))
    return added


def _noted(record: Captured, field: str) -> Iterator[str]:
    text = record.block.decode("utf-8", "replace").strip()
    name, _, value = text.partition(": ")
    if name == field:
        yield value


def _add_origin(db: Database, record: Captured) -> None:
    """The site and the run that wrote the file, if the archive lacks them."""
    info = info_of(record)
    try:
        site, run = runs.site_from_json(info.get(SITE_FIELD, "")), json.loads(info.get(RUN_FIELD, ""))
        row = {name: run[name] for name in ("id", "site", "mode", "started_at", "program_version")}
    except (ValueError, KeyError, TypeError):
        return  # a file of others
    if first_row(db, "SELECT 1 FROM sites WHERE id = ?", site.id) is None:
        runs.put_site(db, site, row["started_at"])
    if first_row(db, "SELECT 1 FROM runs WHERE id = ?", row["id"]) is None:
        insert(db, "runs", {**row, "status": "interrupted"})


def _add_sightings(db: Database, accounts: list[str], run_id: int | None, ids: dict[str, int]) -> None:
    """Add those that the archive lacks; a run has several files where it received much, and some may be told of."""
    known = {row["account"] for row in rows(db, "SELECT account FROM sightings WHERE run_id IS ?", run_id)}
    last = ""
    for text in accounts:
        account = sightings.read_account(text)
        last = max(last, account.at)
        if text in known:
            continue
        row = {
            "site": account.site,
            "at": last,
            "run_id": run_id,
            "capture_id": ids.get(account.record or "") or _capture_of(db, account.record),
            "account": text,
        }
        insert(db, "sightings", row)


def _capture_of(db: Database, record: str | None) -> int | None:
    """The capture of a record in another file of the run."""
    found = first_row(db, "SELECT id FROM captures WHERE record_id = ?", record) if record else None
    return None if found is None else int(found["id"])


def _add_end(db: Database, end: dict[str, Any]) -> None:
    """How the run ended, where its row does not say. What `store` counts is counted when it is read again."""
    known = first_row(db, "SELECT site, finished_at FROM runs WHERE id = ?", end["id"])
    if known is None or known["finished_at"] is not None:
        return
    runs.finish(db, end["id"], end["finished_at"], end["status"], end["exit_status"], end["stats"])
    if end["status"] == "finished" and end["stats"].get("read_to_the_end"):
        update(db, "sites", {"backfilled_at": end["finished_at"]}, "id = ?", known["site"])
