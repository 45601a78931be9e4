"""Mends what a verification found, as far as nothing is lost and nothing is made up by it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlite_utils import Database

from blitar_scraper.archive import captures, indexing
from blitar_scraper.archive.archive import Archive
from blitar_scraper.archive.captures import described, folder_of
from blitar_scraper.archive.database import first_row, plain_errors, rows, transaction, update
from blitar_scraper.archive.problems import CAPTURE_DAMAGED, CAPTURE_LOST
from blitar_scraper.archive.stems import rebuild_stems
from blitar_scraper.archive.values import iso
from blitar_scraper.archive.verification.checking import Checked, Progress, verify
from blitar_scraper.archive.verification.files import TOLD, Place
from blitar_scraper.archive.verification.rows import CITATIONS, check_citations
from blitar_scraper.archive.warc import WarcFiles
from blitar_scraper.archive.warc.recovery import cut_off
from blitar_scraper.archive.warc.writer import OPEN


@dataclass
class Mended:
    """What was done, in lines; `waiting`: what could be mended, and was not for the reason that is given."""

    done: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)


def repair(
    archive: Archive,
    sites: Collection[str],
    *,
    at: datetime,
    left_out: Collection[str] = (),
    processes: int | None = None,
    progress: Progress = lambda done, total: None,
) -> tuple[Checked, Mended]:
    """Check the archive and mend it; what was found and is still so, and what was done.

    The caller holds the locks of `sites`; `left_out` are those that another program holds. What is lost or damaged
    stays as it is, and `problems` says so until it is found again. Raises ArchiveError where the disk refuses.
    """
    mended = Mended()
    _close_left_open(archive, sites, mended)
    checked = verify(archive, left_out=left_out, processes=processes, progress=progress)
    if "database" in checked.findings.counts:
        mended.waiting.append("nothing is written into a SQLite file that is damaged itself")
        return checked, mended
    with plain_errors(archive.path):
        _mend_index(archive.db, checked, mended)
        _cut_torn(archive, checked, mended)
        _correct_rows(archive, checked, mended)
        _index_captures(archive, checked, mended)
        if mended.done:  # there may be now what was cited and missing
            for kind in CITATIONS:
                checked.findings.take(kind)
            check_citations(archive.db, checked.findings)
        _rebuild_search(archive.db, checked, mended)
        with transaction(archive.db):
            _note_problems(archive.db, checked, iso(at), mended)
    return checked, mended


def _close_left_open(archive: Archive, sites: Collection[str], mended: Mended) -> None:
    for site_id in sorted(sites):
        left = len(list((archive.warc_folder / site_id).glob(f"*{OPEN}")))
        if not left:
            continue
        added = archive.recover_captures(site_id)
        mended.done.append(f"{_number(left, 'WARC file')} of {site_id} closed that a killed run had left open")
        if added:
            mended.done.append(f"{_number(added, 'answer')} in them noted in captures")


def _mend_index(db: Database, checked: Checked, mended: Mended) -> None:
    if number := checked.findings.take("index"):
        with transaction(db):
            db.execute("REINDEX")
        mended.done.append(f"{_number(number, 'index', 'indexes')} of the SQLite file made anew")


def _cut_torn(archive: Archive, checked: Checked, mended: Mended) -> None:
    """No row is about what stands behind the last whole record; it is kept beside the file all the same."""
    for name, end in checked.torn.items():
        kept = cut_off(folder_of(archive.path) / name, end)
        mended.done.append(f"{name}: what stood behind its last whole record is now in {kept.name}")
    checked.findings.take("file-torn")


def _correct_rows(archive: Archive, checked: Checked, mended: Mended) -> None:
    """Rows of `captures` are made to say what their records say; the digest is what tells that it is theirs."""
    files = WarcFiles(folder_of(archive.path))
    with transaction(archive.db):
        for number, place in checked.differing.items():
            said = described(files.read(place.file, place.offset, place.length), place.file)
            row = {name: getattr(said, name) for name in (*TOLD, "warc_file", "warc_offset")}
            update(archive.db, "captures", row, "id = ?", number)
    files.close()
    if number := checked.findings.take("capture-differs"):
        after = "its record" if number == 1 else "their records"
        mended.done.append(f"{_number(number, 'row')} of captures corrected after {after}")


def _index_captures(archive: Archive, checked: Checked, mended: Mended) -> None:
    added = 0
    for name, places in checked.unindexed.items():
        if places:
            with transaction(archive.db):
                added += _index(archive, name, places, checked)
    checked.findings.take("capture-unindexed")
    if added:
        mended.done.append(f"{_number(added, 'answer')} noted in captures; blitar reparse reads them")


def _index(archive: Archive, name: str, places: list[Place], checked: Checked) -> int:
    """Rows for the answers of a file that have none; with its run and sightings, where nothing is known of it."""
    folder = folder_of(archive.path)
    known = first_row(archive.db, "SELECT 1 FROM captures WHERE warc_file = ? LIMIT 1", name)
    if not known and name not in checked.broken | checked.copying:
        return indexing.index(archive.db, folder, folder / name)
    files, numbers = WarcFiles(folder), _numbers_of_lost_rows(archive.db)
    for place in places:
        record = described(files.read(name, place.offset, place.length), name)
        run_id = checked.runs[name]
        added = captures.add(archive.db, record, run_id=run_id, source=captures.source_of(archive.db, run_id))
        if number := numbers.get(record.record_id):
            update(archive.db, "captures", {"id": number}, "id = ?", added)
    files.close()
    return len(places)


def _numbers_of_lost_rows(db: Database) -> dict[str, int]:
    """The numbers that captures had whose rows are lost, by their record ids: a sighting names a capture by both."""
    found = rows(
        db,
        """SELECT json_extract(s.account, '$.record') AS record, s.capture_id AS number FROM sightings s
           WHERE s.capture_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM captures c WHERE c.id = s.capture_id)""",
    )
    return {row["record"]: row["number"] for row in found if row["record"]}


def _rebuild_search(db: Database, checked: Checked, mended: Mended) -> None:
    if "search-index" not in checked.findings.counts:
        return
    if checked.left_out:  # it takes longer than a crawl waits for the archive
        mended.waiting.append(f"the search index is not made anew while {' and '.join(checked.left_out)} is crawled")
        return
    with transaction(db):
        db.execute("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")
        rebuild_stems(db)
    checked.findings.take("search-index")
    mended.done.append("search index made anew")


# What cannot be mended


def _note_problems(db: Database, checked: Checked, at: str, mended: Mended) -> None:
    found = {CAPTURE_LOST: checked.lost, CAPTURE_DAMAGED: checked.damaged}
    noted = sum(
        _note(db, problem, number, why, at) for problem, captured in found.items() for number, why in captured.items()
    )
    if noted:
        mended.done.append(f"{_number(noted, 'capture')} noted in problems as lost or damaged")
    ended = 0
    for problem, captured in found.items():
        for row in rows(
            db,
            """SELECT p.id, p.capture_id, c.warc_file FROM problems p JOIN captures c ON c.id = p.capture_id
               WHERE p.problem = ? AND p.resolved_at IS NULL""",
            problem,
        ):
            if row["capture_id"] in captured or (row["warc_file"] or "").partition("/")[0] in checked.left_out:
                continue
            update(db, "problems", {"resolved_at": at}, "id = ?", row["id"])
            ended += 1
    if ended:
        mended.done.append(f"{_number(ended, 'capture')} found again, and their problems closed")


def _note(db: Database, problem: str, capture_id: int, why: str, at: str) -> bool:
    """A row of `problems` about a capture, unless it is there already; whether it was added."""
    open_one = "SELECT 1 FROM problems WHERE problem = ? AND capture_id = ? AND resolved_at IS NULL"
    if first_row(db, open_one, problem, capture_id):
        return False
    db.execute(
        """INSERT INTO problems (run_id, site, article_id, url, problem, detail, seen_at, capture_id)
           SELECT NULL, (SELECT id FROM sites WHERE id = substr(c.warc_file, 1, instr(c.warc_file, '/') - 1)),
                  (SELECT MIN(article_id) FROM article_captures WHERE capture_id = c.id), c.url, ?, ?, ?, c.id
           FROM captures c WHERE c.id = ?""",
        [problem, why, at, capture_id],
    )
    return True


def _number(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
