"""Reads all captures of a site again with today's code and brings the difference into the archive. No network.

The captures are read on all cores, in batches; what they say is stored in order into a scratch archive; from there what
differs comes into the archive (`archive/reconciling.py`). Memory does not grow with the number of captures, and a
reading that was stopped goes on where it was.
"""

from __future__ import annotations

import gc
import hashlib
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from blitar_scraper.archive import Archive
from blitar_scraper.archive.captures import Place
from blitar_scraper.archive.reconciling import Reconciled
from blitar_scraper.archive.runs import site_as_json
from blitar_scraper.archive.scratch import Scratch
from blitar_scraper.archive.sightings import SightingRow, read_account
from blitar_scraper.archive.warc import UnreadableRecord
from blitar_scraper.crawling.frontier import Clock, system_clock
from blitar_scraper.crawling.lock import SiteBusy, SiteLock
from blitar_scraper.crawling.offline.rereading import Rereader, Task
from blitar_scraper.extract import article
from blitar_scraper.items import PageFailed, Sighting, Site

# Sightings read by one process at a time: some hundred milliseconds, so that handing them over costs hardly anything.
BATCH = 100
# Batches under way for each process; more would only be waiting in memory.
_AHEAD = 3
# Below this the start of further processes (half a second each) costs more than it saves.
_FEWEST_FOR_PROCESSES = 400
# Tells apart what a scratch archive was read with; to be raised whenever storing changes what comes of a sighting.
_STORING = 1

Progress = Callable[[int, int], None]
Read = tuple[SightingRow, Sighting | str]


@dataclass
class Reparsed:
    """How the reading of one site's captures went. `unreadable`: sightings whose records are not there, and why.

    `refused`: why it could not be done at all; `seconds`: how long it took.
    """

    site_id: str
    sightings: int = 0
    indexed: int = 0
    unreadable: list[str] = field(default_factory=list)
    reader_errors: int = 0
    found: Reconciled = field(default_factory=Reconciled)
    refused: str | None = None
    seconds: float = 0.0


def reparse(
    path: Path,
    site_ids: Sequence[str] | None = None,
    *,
    sites: dict[str, Site] | None = None,
    by: str = "reparsed",
    dry_run: bool = False,
    processes: int | None = None,
    clock: Clock = system_clock,
    progress: Callable[[str], Progress] | None = None,
) -> list[Reparsed]:
    """Read the sites' captures again; how each went.

    `sites`: what is known of them today (blitar.toml, shipped files), where that is more than the archive says; `by`:
    what supersedes a version that reads otherwise; `processes`: how many read (None: one for each core). `progress` is
    called with each site's id and gives a function for the numbers of sightings read and to be read.

    An archive whose SQLite file is lost is made again from its WARC files. Raises ArchiveError.
    """
    results = []
    with Archive(path) as archive:
        known = {site.id for site in archive.sites()}
        chosen = site_ids if site_ids is not None else sorted(known | set(archive.captured_sites()))
        for site_id in chosen:
            show = progress(site_id) if progress else lambda done, total: None
            results.append(_reparse_site(archive, site_id, sites or {}, by, dry_run, processes, clock, show))
    return results


def _reparse_site(
    archive: Archive,
    site_id: str,
    sites: dict[str, Site],
    by: str,
    dry_run: bool,
    processes: int | None,
    clock: Clock,
    show: Progress,
) -> Reparsed:
    result, began = Reparsed(site_id), time.perf_counter()
    try:
        lock = SiteLock(archive.path, site_id)
    except SiteBusy as busy:
        result.refused = str(busy)
        return result
    try:
        if not dry_run:
            archive.recover_captures(site_id)
            result.indexed = archive.index_captures(site_id)
        site = sites.get(site_id) or archive.site(site_id)
        if site is None:
            result.refused = f"no site {site_id} in {archive.path}"
            return result
        with Scratch(_scratch_path(archive.path, site_id), archive, site, _mark(site)) as scratch:
            _read_all(archive, scratch, site, processes, result, show)
            result.found = archive.reconcile(
                scratch.path, site_id, at=clock(), by=by, whole=scratch.is_whole, dry_run=dry_run
            )
            scratch.remove()
    finally:
        lock.release()
        result.seconds = time.perf_counter() - began
    return result


def _scratch_path(archive: Path, site_id: str) -> Path:
    return archive.parent / f".{archive.name}.reparse" / f"{site_id}.db"


def _mark(site: Site) -> str:
    """What a reading depends on beside the captures."""
    text = f"{article.PARSER_VERSION} {_STORING} {site_as_json(site)}"
    return hashlib.sha256(text.encode()).hexdigest()


def _read_all(
    archive: Archive, scratch: Scratch, site: Site, processes: int | None, result: Reparsed, show: Progress
) -> None:
    total = archive.count_sightings(site.id, after=scratch.place)
    batches = _batches(archive, site.id, scratch.place)
    show(0, total)
    with _reading(archive.warc_folder, site, _number_of_processes(processes, total)) as read:
        for batch in read(batches):
            good: list[tuple[Sighting, int]] = []
            unread = 0
            for row, sighting in batch:
                if isinstance(sighting, str):
                    result.unreadable.append(sighting)
                    unread += 1
                elif row.run_id is not None:
                    good.append((sighting, row.run_id))
                    failed = isinstance(sighting, PageFailed) and sighting.problem == "reader-error"
                    result.reader_errors += failed
                    unread += failed
            scratch.store(good, (batch[-1][0].at, batch[-1][0].id), number=len(batch), unread=unread)
            result.sightings += len(batch)
            show(result.sightings, total)


def _number_of_processes(wanted: int | None, total: int) -> int:
    if total < _FEWEST_FOR_PROCESSES:
        return 1
    return wanted if wanted is not None else os.cpu_count() or 1


def _batches(archive: Archive, site_id: str, place: tuple[str, int]) -> Iterator[list[Batched]]:
    while rows := archive.sightings(site_id, after=place, most=BATCH):
        place = (rows[-1].at, rows[-1].id)
        needed = [read_account(row.account).records for row in rows]
        places = archive.places(set().union(*needed))
        yield [
            Batched(row, Task(row.id, row.at, row.run_id, row.account, _with_originals(records, places)))
            for row, records in zip(rows, needed, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Batched:
    """A sighting's row, and what reading it again takes."""

    row: SightingRow
    task: Task


def _with_originals(records: set[str], places: dict[str, Place]) -> dict[str, Place]:
    found = {record: places[record] for record in records if record in places}
    for place in list(found.values()):
        if place.refers_to in places:
            found[place.refers_to] = places[place.refers_to]
    return found


# The reading, here or in processes of its own


_reader: Rereader | None = None


def _begin(folder: Path, site: Site) -> None:
    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the process that hands out the work; this one follows
    _reader = Rereader(folder, site)
    gc.freeze()  # what was imported stays: no need to look through it each time a page's garbage is collected


def _read(tasks: Sequence[Task]) -> list[Sighting | str]:
    assert _reader is not None
    return [_read_one(_reader, task) for task in tasks]


def _read_one(reader: Rereader, task: Task) -> Sighting | str:
    try:
        return reader.sighting(task)
    except (UnreadableRecord, KeyError, ValueError) as error:
        return f"sighting {task.id}: {error}"


@contextmanager
def _reading(
    folder: Path, site: Site, processes: int
) -> Iterator[Callable[[Iterator[list[Batched]]], Iterator[list[Read]]]]:
    """A function from batches to batches read, in order."""
    if processes == 1:
        reader = Rereader(folder, site)
        try:
            yield lambda batches: ([(one.row, _read_one(reader, one.task)) for one in batch] for batch in batches)
        finally:
            reader.close()
        return
    # Spawned, not forked: nothing that this process has open or under way is in the others.
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, (folder, site)) as pool:

        def read(batches: Iterator[list[Batched]]) -> Iterator[list[Read]]:
            under_way: deque[tuple[list[Batched], Future[list[Sighting | str]]]] = deque()
            for batch in batches:
                under_way.append((batch, pool.submit(_read, [one.task for one in batch])))
                if len(under_way) >= processes * _AHEAD:
                    yield _joined(*under_way.popleft())
            while under_way:
                yield _joined(*under_way.popleft())

        yield read


def _joined(batch: list[Batched], future: Future[list[Sighting | str]]) -> list[Read]:
    return [(one.row, sighting) for one, sighting in zip(batch, future.result(), strict=True)]
