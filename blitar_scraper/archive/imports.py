"""Captures that others made: copied into the archive's own files, then told as sightings of their own time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlite_utils import Database

from blitar_scraper.addresses import shape_of
from blitar_scraper.archive import captures, sightings
from blitar_scraper.archive.captures import Place, in_seconds
from blitar_scraper.archive.database import first_row, insert, rows
from blitar_scraper.archive.values import iso
from blitar_scraper.archive.warc.foreign import ForeignRecord, has_digest
from blitar_scraper.archive.warc.reader import Captured
from blitar_scraper.archive.warc.records import CapturedRecord
from blitar_scraper.archive.warc.writer import WarcWriter
from blitar_scraper.items import Sighting

# Of a run: its captures are others'. It asks nobody for anything, so its counts and requests stay at nought.
MODE, STATUS = "import", "imported"
_BATCH = 500  # rows read at a time


@dataclass(frozen=True, slots=True)
class Imported:
    """A capture of others that no sighting tells of yet. `at`: when it was made (UTC text)."""

    id: int
    record_id: str
    url: str
    at: str
    http_status: int | None


# Copying


def prepare(db: Database) -> None:
    """Make the table in which an import remembers which records revisits may refer to; it ends with the connection."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS originals (digest TEXT, record_id TEXT PRIMARY KEY, site TEXT)")
    db.execute("CREATE INDEX IF NOT EXISTS temp.originals_by_digest ON originals (digest)")


def remember(db: Database, record: ForeignRecord, record_id: str, site_id: str) -> None:
    """Note a response's own digest, which revisits of the same files may name alone."""
    digest = record.fields.get("warc-payload-digest")
    db.execute("INSERT OR IGNORE INTO originals VALUES (?, ?, ?)", [digest, record_id, site_id])


def is_known(db: Database, record_id: str, site_id: str) -> bool:
    """Whether the record is among the site's captures already."""
    found = rows(db, "SELECT warc_file FROM captures WHERE record_id = ?", record_id)
    return any((row["warc_file"] or "").startswith(f"{site_id}/") for row in found)


def original_of(db: Database, record: ForeignRecord, site_id: str) -> Place | None:
    """The kept record that a revisit refers to: by its id, by address and date, or by its digest within the import."""
    fields = record.fields
    found = None
    if named := fields.get("warc-refers-to", "").strip("<> "):
        found = _response(db, "record_id = ?", named, site_id=site_id)
    url, at = fields.get("warc-refers-to-target-uri", "").strip("<> "), fields.get("warc-refers-to-date", "")
    if found is None and url and at:
        at = in_seconds(at)
        found = _response(db, "url = ? AND fetched_at = ?", url, at, site_id=site_id)
    if found is None and (digest := fields.get("warc-payload-digest")):
        row = first_row(db, "SELECT record_id FROM originals WHERE digest = ? AND site = ? LIMIT 1", digest, site_id)
        found = _response(db, "record_id = ?", row["record_id"], site_id=site_id) if row else None
    return found


def _response(db: Database, where: str, *values: str, site_id: str) -> Place | None:
    """The first of the site's whole records for which the condition holds."""
    ids = rows(
        db,
        f"SELECT record_id FROM captures WHERE {where} AND record_type = 'response'"
        " AND warc_file >= ? AND warc_file < ? ORDER BY id LIMIT 1",
        *(*values, f"{site_id}/", f"{site_id}0"),
    )
    return captures.places(db, [ids[0]["record_id"]]).get(ids[0]["record_id"]) if ids else None


def reference(db: Database, record: ForeignRecord, original: Place) -> dict[str, str]:
    """The fields by which this archive's revisits name their original."""
    row = first_row(db, "SELECT digest FROM captures WHERE id = ?", original.id)
    wanted = {"WARC-Refers-To": f"<{original.record_id}>"}
    if row is not None and row["digest"]:
        wanted["WARC-Payload-Digest"] = row["digest"]
    return {name: value for name, value in wanted.items() if record.fields.get(name.lower()) != value}


def not_of_the_record(record: ForeignRecord) -> dict[str, None]:
    """The digests that it names and does not have, as every checker would say: by other conventions, or wrong."""
    fields, found = record.fields, Captured(record.fields, record.block, 0, 0)
    wrong: dict[str, None] = {}
    if not has_digest(record.block, fields.get("warc-block-digest")):
        wrong["WARC-Block-Digest"] = None
    if record.record_type == "response" and not has_digest(found.payload, fields.get("warc-payload-digest")):
        wrong["WARC-Payload-Digest"] = None
    return wrong


def copy(
    writer: WarcWriter, record: ForeignRecord, *, at: datetime, changed: Mapping[str, str | None]
) -> CapturedRecord:
    """Write the record into the archive's own file as it is; what `captures` says of it.

    `changed`: fields that this archive needs and the record lacks, or has in another form (by their names as they
    are written; None: not at all). The form that it had is kept under `blitar-was-...`.
    """
    head, fields = record.head, dict(record.fields)
    lines = head.split(b"\r\n")
    for name, value in changed.items():
        key = name.lower()
        if key in fields:
            place = next(n for n, line in enumerate(lines) if line.partition(b":")[0].strip().lower() == key.encode())
            lines[place] = b"blitar-was-" + lines[place]
            fields[f"blitar-was-{key}"] = fields[key]
            del fields[key]
        if value is not None:
            lines.append(f"{name}: {value}".encode())
            fields[key] = value
    name, offset, length = writer.copy(b"\r\n".join(lines), record.block, at=at)
    return captures.described(Captured(fields, record.block, offset, length), name)


def add(db: Database, records: Sequence[CapturedRecord], run_id: int) -> None:
    """Insert the rows of copied records. To be called in a transaction, when the records are in the file."""
    for record in records:
        captures.add(db, record, run_id=run_id, source="import")


# Telling


def is_unfinished(db: Database, site_id: str) -> bool:
    """Whether an import of the site was stopped before all its captures had been looked at."""
    row = first_row(db, "SELECT status FROM runs WHERE site = ? AND mode = ? ORDER BY id DESC LIMIT 1", site_id, MODE)
    return row is not None and row["status"] != STATUS


def untold(db: Database, site_id: str) -> Iterator[Imported]:
    """The captures of others that no sighting tells of, oldest first: those of earlier imports too.

    What was nothing then may be something now: the site's listings have become known, or the program reads more.
    """
    db.execute("DROP TABLE IF EXISTS temp.untold")
    db.execute(
        "CREATE TEMP TABLE untold AS SELECT id AS capture_id FROM captures c WHERE source = 'import'"
        " AND warc_file >= ? AND warc_file < ?"
        " AND NOT EXISTS (SELECT 1 FROM sightings WHERE capture_id = c.id) ORDER BY fetched_at, id",
        [f"{site_id}/", f"{site_id}0"],
    )
    place = 0
    while found := rows(
        db,
        "SELECT u.rowid AS place, c.id, c.record_id, c.url, c.fetched_at AS at, c.http_status"
        " FROM temp.untold u JOIN captures c ON c.id = u.capture_id WHERE u.rowid > ? ORDER BY u.rowid LIMIT ?",
        *(place, _BATCH),
    ):
        place = found[-1]["place"]
        for row in found:
            yield Imported(row["id"], row["record_id"], row["url"], row["at"], row["http_status"])


def knows_article(db: Database, url_key: str, before: str) -> bool:
    """Whether an article was seen at the address (its key) before that time."""
    sql = "SELECT 1 FROM pages p JOIN articles a ON a.id = p.article_id WHERE p.address_key = ? AND a.first_seen_at < ?"
    return first_row(db, sql, url_key, before) is not None


def article_shapes(db: Database, site_id: str) -> set[tuple[str, ...]]:
    """What the addresses of the site's articles look like (`addresses.shape_of`)."""
    found = db.execute("SELECT url FROM pages WHERE site = ? AND article_id IS NOT NULL", [site_id])
    return {shape_of(url) for (url,) in found}


def tell(db: Database, sighting: Sighting, run_id: int) -> None:
    """Insert the sighting's row at its own time, before later ones that are there. To be called in a transaction."""
    assert sighting.account is not None and sighting.fetch is not None
    insert(
        db,
        "sightings",
        {
            "site": sighting.site.id,
            "at": iso(sightings.seen_at(sighting)),
            "run_id": run_id,
            "capture_id": sighting.fetch.capture_id,
            "account": sighting.account,
        },
    )


def stem_of(digest: str, run_id: int) -> str:
    """How the names of the files begin into which a source (its SHA-256) is copied in a run."""
    return f"import-{digest[:12]}-{run_id:05d}"


def moment_of(text: str) -> datetime | None:
    """A WARC-Date, to the second; None where it is no date and time of UTC."""
    try:
        found = datetime.fromisoformat(in_seconds(text.strip()))
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo is not None else None
