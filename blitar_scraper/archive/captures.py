"""The rows of `captures`: every answer kept, and where in which WARC file it stands."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from sqlite_utils import Database

from blitar_scraper.archive.database import DiskError, Row, first_row, insert, rows
from blitar_scraper.archive.warc.reader import Captured, records_of
from blitar_scraper.archive.warc.records import CapturedRecord, Original, digest_of, header_of

# Below this a revisit record, which repeats the headers, is hardly smaller than the payload.
SMALLEST_REVISIT = 256  # bytes
# Kept whole each time: pywb gives no payload for a redirect's revisit record (its browser would not look at it).
REDIRECTS = (301, 302, 303, 307, 308)
# What a warcinfo record says of the run that wrote the file.
RUN_FIELD, SITE_FIELD = "blitar-run", "blitar-site"
# Others' captures are dated as finely as WARC 1.1 allows; ours, and every column, by the second.
_FRACTION = re.compile(r"\.\d+(?=Z$)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a capture's bytes are: its own record, and for a revisit that of its original."""

    id: int
    record_id: str
    url: str
    fetched_at: str
    record_type: str
    refers_to: str | None
    warc_file: str
    warc_offset: int
    warc_length: int


_PLACE = ", ".join(field.name for field in dataclasses.fields(Place))


def folder_of(archive: Path) -> Path:
    """The folder of an archive's WARC files: `data/blitar.warc` for `data/blitar.db`; a sub-folder for each site."""
    return archive.with_suffix(".warc")


def check_folder(archive: Path, site_id: str) -> None:
    """Make the folder of a site's WARC files where it is missing. Raises DiskError where none can be written there."""
    folder = folder_of(archive) / site_id
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Tried, for modes do not tell all (capabilities, network disks). The file has no name, and so leaves nothing.
        TemporaryFile(dir=folder).close()
    except OSError as error:
        raise DiskError(f"{folder}: captures cannot be written there: {error.strerror or error}") from error


def add(db: Database, record: CapturedRecord, *, run_id: int | None, source: str) -> int:
    """Insert the row of a record; its id. `source`: crawl, import."""
    return insert(db, "captures", {"run_id": run_id, "source": source, **dataclasses.asdict(record)})


def original_of(db: Database, site_id: str, *, url: str, digest: str | None, size: int) -> Original | None:
    """The site's earlier record with the same payload, so that it need not be kept twice; None where there is none.

    Without a digest: the last record of that address, which a 304 refers to.
    """
    prefix = f"{site_id}/"
    if digest is None:
        found = rows(
            db,
            "SELECT * FROM captures WHERE url = ? AND http_status = 200 ORDER BY fetched_at DESC, id DESC LIMIT 20",
            url,
        )
        last = next((row for row in found if (row["warc_file"] or "").startswith(prefix)), None)
        if last is None or last["record_type"] == "response":
            return _original(last)
        referred = first_row(db, "SELECT * FROM captures WHERE record_id = ?", last["refers_to"])
        return _original(referred)
    if size < SMALLEST_REVISIT:
        return None
    found = rows(
        db, "SELECT * FROM captures WHERE digest = ? AND record_type = 'response' ORDER BY id LIMIT 100", digest
    )
    return _original(next((row for row in found if (row["warc_file"] or "").startswith(prefix)), None))


def source_of(db: Database, run_id: int | None) -> str:
    """Where the captures of a run are from: crawl, import."""
    row = first_row(db, "SELECT mode FROM runs WHERE id = ?", run_id)
    return "import" if row is not None and row["mode"] == "import" else "crawl"


def _original(row: Row | None) -> Original | None:
    return None if row is None else Original(row["record_id"], row["url"], row["fetched_at"], row["digest"])


def places(db: Database, record_ids: Collection[str]) -> dict[str, Place]:
    """Where the records are that are known and kept, by their ids; the originals of revisits among them too."""
    found: dict[str, Place] = {}
    wanted = set(record_ids)
    while wanted:
        chunk = [wanted.pop() for _ in range(min(500, len(wanted)))]
        marks = ", ".join("?" * len(chunk))
        sql = f"SELECT {_PLACE} FROM captures WHERE record_id IN ({marks}) AND warc_file IS NOT NULL"
        for row in rows(db, sql, *chunk):
            found[row["record_id"]] = Place(**row)
            if row["refers_to"] and row["refers_to"] not in found:
                wanted.add(row["refers_to"])
    return found


def record_ids(db: Database, ids: Collection[int]) -> dict[int, str]:
    """The record ids of captures by their own ids."""
    marks = ", ".join("?" * len(ids))
    found = rows(db, f"SELECT id, record_id FROM captures WHERE id IN ({marks})", *ids) if ids else []
    return {row["id"]: row["record_id"] for row in found}


def index_file(db: Database, folder: Path, path: Path) -> int:
    """Add rows for the answers in a file of this program that have none; how many. To be called in a transaction.

    Raises UnreadableRecord where bytes of the file are no record, and OSError.
    """
    name, run_id, added = path.relative_to(folder).as_posix(), None, 0
    known = {row["record_id"] for row in rows(db, "SELECT record_id FROM captures WHERE warc_file = ?", name)}
    for record in records_of(path):
        if record.record_type == "warcinfo":
            run_id = known_run(db, record)
        elif record.record_type in ("response", "revisit") and record.record_id not in known:
            add(db, described(record, name), run_id=run_id, source=source_of(db, run_id))
            added += 1
    return added


def described(record: Captured, name: str) -> CapturedRecord:
    """What `captures` says of a record that stands in the file of that name."""
    fields, is_revisit = record.fields, record.record_type == "revisit"
    size = header_of(record.headers, b"content-length") or ""
    digest = fields.get("warc-payload-digest") if is_revisit else digest_of(record.payload)
    return CapturedRecord(
        url=fields["warc-target-uri"].strip("<>"),
        fetched_at=in_seconds(fields["warc-date"]),
        http_status=record.status,
        content_type=header_of(record.headers, b"content-type"),
        bytes=(int(size) if size.isdigit() else None) if is_revisit else len(record.payload),
        digest=None if record.status == 304 else digest,
        record_id=record.record_id,
        record_type=record.record_type,
        refers_to=record.refers_to,
        warc_file=name,
        warc_offset=record.offset,
        warc_length=record.length,
    )


def in_seconds(date: str) -> str:
    """A record's date by the second."""
    return _FRACTION.sub("", date)


def info_of(record: Captured) -> dict[str, str]:
    """The fields of a warcinfo record."""
    lines = (line.partition(": ") for line in record.block.decode("utf-8", "replace").splitlines())
    return {name: value for name, _, value in lines}


def known_run(db: Database, record: Captured) -> int | None:
    """The run that a warcinfo record names, if the archive has it: by site and beginning, for numbers come again."""
    run = named_run(record)
    if run is None:
        return None
    found = first_row(
        db,
        "SELECT id FROM runs WHERE site = ? AND started_at = ? AND mode = ? ORDER BY id <> ? LIMIT 1",
        *(run["site"], run["started_at"], run["mode"], run["id"]),
    )
    return None if found is None else int(found["id"])


def named_run(record: Captured) -> Row | None:
    """What a warcinfo record of this program says of its run."""
    try:
        run = json.loads(info_of(record).get(RUN_FIELD, ""))
        return {name: run[name] for name in ("id", "site", "mode", "started_at", "program_version")}
    except (ValueError, KeyError, TypeError):
        return None
