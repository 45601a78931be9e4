"""Rows made again from WARC files: what an archive that lost its SQLite file, or rows of it, knows from them alone.

Each file says of which site and run it is (warcinfo), what was received, what was made of it (metadata records), and
how the run ended.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from blitar_scraper.archive import captures, runs, sightings
from blitar_scraper.archive.captures import SITE_FIELD, info_of
from blitar_scraper.archive.database import first_row, insert, rows, update
from blitar_scraper.archive.warc.reader import Captured, records_of
from blitar_scraper.archive.warc.writer import END_FIELD, SIGHTING_FIELD


def sites_of(folder: Path) -> list[str]:
    """The ids of the sites that have WARC files below the archive's folder of them."""
    return sorted({path.parent.name for path in folder.glob("*/*.warc.gz")})


def unindexed(db: Database, folder: Path, site_id: str) -> list[Path]:
    """The site's files of which the archive has no captures or no sightings, in the order in which they were made."""
    return [
        path
        for path in sorted((folder / site_id).glob("*.warc.gz"), key=_number)
        if not first_row(
            db,
            "SELECT 1 FROM captures c JOIN sightings s ON s.capture_id = c.id WHERE c.warc_file = ? LIMIT 1",
            path.relative_to(folder).as_posix(),
        )
    ]


def _number(path: Path) -> tuple[int, int, str]:
    """A file's run and its number within it, from its name: a clock that was set back is in the name, too."""
    parts = path.name.removesuffix(".warc.gz").rsplit("-", 2)
    numbers = [int(part) if part.isdigit() else 0 for part in parts[-2:]]
    return numbers[0] if len(numbers) > 1 else 0, numbers[-1], path.name


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
            run_id = _add_origin(db, record)
        elif record.record_type in ("response", "revisit") and record.record_id not in known:
            source = captures.source_of(db, run_id)
            known[record.record_id] = captures.add(db, captures.described(record, name), run_id=run_id, source=source)
            added += 1
        elif record.record_type == "metadata":
            accounts += _noted(record, SIGHTING_FIELD)
            end = next(_noted(record, END_FIELD), end)
    _add_sightings(db, accounts, run_id, known)
    if end is not None:
        _add_end(db, run_id, end)
    return added


def _noted(record: Captured, field: str) -> Iterator[str]:
    text = record.block.decode("utf-8", "replace").strip()
    name, _, value = text.partition(": ")
    if name == field:
        yield value


def _add_origin(db: Database, record: Captured) -> int | None:
    """The run that wrote the file; its row and its site's are added if the archive lacks them.

    A run keeps its number where that is free.
    """
    run = captures.named_run(record)
    try:
        site = runs.site_from_json(info_of(record).get(SITE_FIELD, ""))
    except ValueError:
        return None
    if run is None:
        return None
    if first_row(db, "SELECT 1 FROM sites WHERE id = ?", site.id) is None:
        runs.put_site(db, site, run["started_at"])
    if (known := captures.known_run(db, record)) is not None:
        return known
    taken = first_row(db, "SELECT 1 FROM runs WHERE id = ?", run["id"]) is not None
    return insert(db, "runs", {**run, "id": None if taken else run["id"], "status": "interrupted"})


def _add_sightings(db: Database, accounts: list[str], run_id: int | None, ids: dict[str, int]) -> None:
    """Add those that the archive lacks; a run has several files where it received much, and some may be told of."""
    if not accounts:
        return
    told = [sightings.read_account(text) for text in accounts]
    site_id = told[0].site
    known = {
        row["account"]
        for row in rows(
            db,
            "SELECT account FROM sightings WHERE site = ? AND at >= ? AND run_id IS ?",
            *(site_id, min(account.at for account in told), run_id),
        )
    }
    # As when it was stored: a clock that was set back brings no later sighting before an earlier one. What others
    # captured is of its own time.
    is_import = run_id is not None and captures.source_of(db, run_id) == "import"
    latest = first_row(db, "SELECT MAX(at) AS at FROM sightings WHERE site = ?", site_id)
    last = "" if is_import or latest is None else latest["at"] or ""
    for text, account in zip(accounts, told, strict=True):
        last = account.at if is_import else max(last, account.at)
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


def _add_end(db: Database, run_id: int | None, text: str) -> None:
    """How the run ended, where its row does not say. What `store` counts is counted when it is read again."""
    known = first_row(db, "SELECT site, finished_at FROM runs WHERE id = ?", run_id)
    if run_id is None or known is None or known["finished_at"] is not None:
        return
    try:
        end = json.loads(text)
        at, status, exit_status, stats = (end[name] for name in ("finished_at", "status", "exit_status", "stats"))
    except (ValueError, KeyError, TypeError):
        return  # the run's row then says that it was interrupted, as far as anybody knows
    runs.finish(db, run_id, at, status, exit_status, stats)
    if status == "finished" and stats.get("read_to_the_end"):
        update(db, "sites", {"backfilled_at": at}, "id = ? AND backfilled_at IS NULL", known["site"])
