"""A whole archive is checked: its SQLite file, then each WARC file, on all cores. Changes nothing."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlite_utils import Database

from blitar_scraper.archive.archive import Archive
from blitar_scraper.archive.captures import folder_of
from blitar_scraper.archive.database import first_row, rows
from blitar_scraper.archive.verification.files import CheckedFile, Place, check_file
from blitar_scraper.archive.verification.findings import Findings
from blitar_scraper.archive.verification.rows import articles_of, check_rows
from blitar_scraper.archive.warc.writer import OPEN

# Files that one process checks at a time, together at least so large: about two seconds' work.
_BATCH = 64_000_000  # bytes
# Below this, starting processes (half a second each) takes longer than it saves.
_SMALLEST_FOR_PROCESSES = 2 * _BATCH

Progress = Callable[[int, int], None]


@dataclass
class Checked:
    """What was checked, and what is wrong; and for a repair, all that concerns captures.

    `left_out`: sites that were not checked. `lost`: captures whose file is not there, `damaged`: those whose bytes are
    not what was received, with the reason; `differing`: where the records of captures stand whose rows are wrong;
    `unindexed`: answers without a row, `torn`: the end of the last whole record, `runs`: who wrote it, by file;
    `broken`: files with damaged places, `copying`: those with records that stand elsewhere as well.
    """

    sites: int = 0
    articles: int = 0
    captures: int = 0
    records: int = 0
    files: int = 0
    bytes: int = 0
    left_out: tuple[str, ...] = ()
    findings: Findings = field(default_factory=Findings)
    lost: dict[int, str] = field(default_factory=dict)
    damaged: dict[int, str] = field(default_factory=dict)
    differing: dict[int, Place] = field(default_factory=dict)
    unindexed: dict[str, list[Place]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    copying: set[str] = field(default_factory=set)
    torn: dict[str, int] = field(default_factory=dict)
    runs: dict[str, int | None] = field(default_factory=dict)


def verify(
    archive: Archive,
    *,
    left_out: Collection[str] = (),
    processes: int | None = None,
    progress: Progress = lambda done, total: None,
) -> Checked:
    """Check the archive, but for the WARC files of the sites `left_out`, which somebody is writing.

    `processes`: how many at most (None: one a core). `progress` is called with the bytes of WARC files read and to be
    read. Nothing is changed.
    """
    db, folder = archive.db, folder_of(archive.path)
    checked = Checked(left_out=tuple(sorted(left_out)))
    paths = [path for path in files_of(folder) if path.parent.name not in left_out]
    total = sum(path.stat().st_size for path in paths)
    progress(0, total)
    check_rows(db, checked.findings)
    with _as_finding(checked.findings):
        checked.sites = _count(db, "sites")
        checked.articles = _count(db, "articles")
        _missing_files(db, folder, checked)
    cores = processes or os.cpu_count() or 1
    done = 0
    for batch in _checked(archive.path, paths, 1 if total < _SMALLEST_FOR_PROCESSES else cores):
        for file in batch:
            with _as_finding(checked.findings):
                _add(db, file, checked)
            done += file.size
        progress(done, total)
    with _as_finding(checked.findings):
        _tell_places(db, checked)
    return checked


@contextmanager
def _as_finding(findings: Findings) -> Iterator[None]:
    """A SQLite file that is damaged ends a check, not the checking."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        findings.add("database", "", str(error))


def files_of(folder: Path) -> list[Path]:
    """The WARC files of all sites, in order of their names; of one that is there under both names the final one."""
    found = sorted([*folder.glob("*/*.warc.gz"), *folder.glob(f"*/*.warc.gz{OPEN}")])
    names = {path.name for path in found}
    return [path for path in found if path.name.removesuffix(OPEN) == path.name or path.stem not in names]


# Reading the files


def _checked(path: Path, files: Sequence[Path], processes: int) -> Iterator[list[CheckedFile]]:
    """All files, checked, in batches as they are done."""
    batches = list(_batches(files))
    if processes < 2 or len(batches) < 2:
        for batch in batches:
            yield _check_batch(path, batch)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(processes, len(batches)), context) as pool:
        for future in as_completed([pool.submit(_check_batch, path, batch) for batch in batches]):
            yield future.result()


def _batches(files: Iterable[Path]) -> Iterator[list[Path]]:
    batch: list[Path] = []
    size = 0
    for path in files:
        batch.append(path)
        size += path.stat().st_size
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _check_batch(path: Path, files: Sequence[Path]) -> list[CheckedFile]:
    """Check some files; run in a process of its own."""
    with Archive(path, readonly=True) as archive:
        return [check_file(archive.db, folder_of(path), file) for file in files]


# Putting it together


def _count(db: Database, table: str) -> int:
    row = first_row(db, f"SELECT COUNT(*) AS number FROM {table}")
    return int(row["number"]) if row else 0


def _missing_files(db: Database, folder: Path, checked: Checked) -> None:
    """The captures in files that rows of `captures` name and that are not there."""
    for row in rows(db, "SELECT DISTINCT warc_file AS name FROM captures WHERE warc_file > ''"):
        name = row["name"]
        path = folder / name
        if name.partition("/")[0] in checked.left_out or path.exists() or path.with_name(path.name + OPEN).exists():
            continue
        found = rows(db, "SELECT id FROM captures WHERE warc_file = ?", name)
        checked.lost |= {one["id"]: name for one in found}


def _add(db: Database, file: CheckedFile, checked: Checked) -> None:
    """Bring together what one file is like with what is known of the others."""
    findings = checked.findings
    checked.files += 1
    checked.bytes += file.size
    checked.records += file.records
    checked.captures += file.captures
    checked.damaged |= {number: f"{file.name}: {why}" for number, why in file.damaged.items()}
    for number, (place, why) in file.differing.items():
        checked.differing[number] = place
        _tell(db, "capture-differs", number, why, findings)
    checked.runs[file.name] = file.run_id
    if file.unindexed:
        checked.unindexed[file.name] = file.unindexed
    if file.unreadable:
        findings.add("file-unreadable", file.name, file.unreadable)
    if file.is_open:
        findings.add("file-left-open", file.name, f"{file.records} whole records")
    elif file.torn is not None:
        checked.torn[file.name] = file.torn
        findings.add("file-torn", file.name, f"{file.size - file.torn} bytes behind the last whole record")
    for offset, why in file.broken.items():
        checked.broken.add(file.name)
        findings.add("record-damaged", f"{file.name} at {offset}", why)


def _tell_places(db: Database, checked: Checked) -> None:
    """What only all files together tell: a record that is not where its row says may stand elsewhere."""
    for name, places in checked.unindexed.items():
        checked.unindexed[name] = [place for place in places if place.row is None]
        for place in places:
            where = f"{name} at {place.offset}"
            if place.row is None:
                checked.findings.add("capture-unindexed", where, "an answer without a row")
            elif place.row in checked.damaged or place.row in checked.lost:
                checked.damaged.pop(place.row, None)
                checked.lost.pop(place.row, None)
                checked.differing[place.row] = place
                _tell(db, "capture-differs", place.row, f"its record stands in {where}", checked.findings)
            else:  # a copy of a record that is where its row says: no harm is done
                checked.copying.add(name)
    for number, why in checked.damaged.items():
        _tell(db, "capture-damaged", number, why, checked.findings)
    for name, number in sorted(Counter(checked.lost.values()).items()):
        checked.findings.add("file-missing", name, f"it has {number} captures", _articles_of_file(db, name))


def _articles_of_file(db: Database, name: str) -> list[str]:
    found = rows(
        db,
        """SELECT uid FROM articles WHERE id IN (SELECT r.article_id FROM captures c
           JOIN article_captures r ON r.capture_id = c.id WHERE c.warc_file = ?) ORDER BY id""",
        name,
    )
    return [row["uid"] for row in found]


def _tell(db: Database, kind: str, number: int, why: str, findings: Findings) -> None:
    if not findings.has_room(kind):
        findings.add(kind, "", "")
        return
    row = first_row(db, "SELECT url, fetched_at, warc_file, warc_offset FROM captures WHERE id = ?", number)
    assert row is not None
    where = f"{row['warc_file']} at {row['warc_offset']}"
    what = f"{row['url']} of {row['fetched_at']}: {why.removeprefix(row['warc_file'] + ': ')}"
    findings.add(kind, where, what, articles_of(db, number))
