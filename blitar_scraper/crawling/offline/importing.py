"""Takes in captures that others made: copied into the archive's own files, read as a crawl of their time would have.

What each record is, is told as carefully as a crawl tells it, with less to go by:

- A page of status 200 is an article where extraction reads a title, a text, and a date, an author or a count; not the
  home page, a start address or a known listing, nor an unknown page that names three articles and more, unless its
  address looks like an article's and what they are called is no part of its text.
- The home page, a start address or a known listing that names three articles and more is a listing: its counts are
  observations of that day, and it is a witness to the articles captured within a day of it.
- 404 and 410 say that an article is gone, where it was known before; a later 200 brings it back, as in a crawl.
- All else is kept as a capture and says nothing: redirects too, whose target may have been captured at another time.
  Where both addresses were articles, the next crawl asks the older one whether it leads to the newer.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from blitar_scraper import __version__
from blitar_scraper.addresses import host_of
from blitar_scraper.archive import Archive, ArchiveError, imports
from blitar_scraper.archive.captures import folder_of, in_seconds
from blitar_scraper.archive.database import plain_errors
from blitar_scraper.archive.values import iso, to_json
from blitar_scraper.archive.warc import CaptureError, WarcWriter
from blitar_scraper.archive.warc.foreign import ForeignFile, ForeignRecord, NotWarc
from blitar_scraper.archive.warc.records import CapturedRecord
from blitar_scraper.crawling.frontier import Clock, system_clock
from blitar_scraper.crawling.lock import SiteBusy, SiteLock
from blitar_scraper.crawling.offline.foreign_pages import ForeignPages
from blitar_scraper.crawling.offline.reparse import reparse
from blitar_scraper.items import ArticleSeen, ListingSeen, Problem, Sighting, Site

Progress = Callable[[str], Callable[[int, int], None]]
# Rows of one transaction: a commit costs a millisecond or two, a record half of one.
_BATCH = 200
# No site of a government was captured before the first archives began; a day's grace for a clock that is ahead.
_EARLIEST = datetime(1994, 1, 1, tzinfo=UTC)
_GRACE = timedelta(days=1)


@dataclass
class Source:
    """A file that was read. `refused`: why it is no WARC file at all; `damage`: what of it was not whole."""

    path: Path
    digest: str = ""
    size: int = 0
    records: int = 0
    refused: str | None = None
    damage: str | None = None


@dataclass
class SiteImport:
    """What came of one site. `taken`: records copied; `known`: those that were here already; `left`: those that could
    not be taken, by reason.

    Of the pages looked at: `articles` and `listings` were read, `absences` say that an article was gone, `kept` say
    nothing. `new`, `versions`, `observations`: what came into the archive by it; `first` and `last` in time (UTC).
    """

    site_id: str
    taken: int = 0
    known: int = 0
    left: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    listings: int = 0
    absences: int = 0
    kept: int = 0
    first: str | None = None
    last: str | None = None
    new: int = 0
    versions: int = 0
    observations: int = 0
    refused: str | None = None


@dataclass
class Import:
    """How it went. `elsewhere`: records of hosts that are no site's, by host."""

    sources: list[Source] = field(default_factory=list)
    sites: dict[str, SiteImport] = field(default_factory=dict)
    elsewhere: Counter[str] = field(default_factory=Counter)

    @property
    def records(self) -> int:
        """Records of all types in all files."""
        return sum(source.records for source in self.sources)


def import_files(
    path: Path,
    files: Sequence[Path],
    sites: Sequence[Site],
    *,
    dry_run: bool = False,
    clock: Clock = system_clock,
    progress: Progress | None = None,
) -> Import:
    """Take what the files hold of the sites into the archive; with `dry_run` into a copy that is thrown away.

    Raises ArchiveError, and OSError where a file cannot be read.
    """
    show = progress or (lambda name: lambda done, total: None)
    if dry_run:
        with _copied(path) as copy:
            return _import_files(copy, files, sites, clock, show)
    return _import_files(path, files, sites, clock, show)


def _import_files(path: Path, files: Sequence[Path], sites: Sequence[Site], clock: Clock, show: Progress) -> Import:
    result = Import([_source(file) for file in files])
    with Archive(path) as archive:
        work = _Work(archive, sites, clock, result)
        try:
            work.copy(show)
            work.tell(show)
        finally:
            work.close()
        for done in work.begun.values():
            if done.run_id:  # something was told that the archive does not show yet
                _read_anew(path, done, clock, show)
            if done.run_id and done.result.refused is None:
                archive.finish_run(done.run_id, at=clock(), status=imports.STATUS, exit_status=0, stats=done.stats())
    return result


def _read_anew(path: Path, done: _SiteWork, clock: Clock, show: Progress) -> None:
    """Bring what was told into the archive, in the order of time."""
    site, told = done.site, done.result
    (read,) = reparse(path, [site.id], sites={site.id: site}, by="imported", clock=clock, progress=show)
    told.refused = read.refused
    told.new, told.observations = read.found.added, read.found.observations
    told.versions = read.found.versions


def _source(path: Path) -> Source:
    source = Source(path, size=path.stat().st_size)
    try:
        ForeignFile(path).close()
    except NotWarc as error:
        source.refused = str(error)
        return source
    with path.open("rb") as file:
        source.digest = hashlib.file_digest(file, "sha256").hexdigest()
    return source


class _Work:
    """The import of some files."""

    def __init__(self, archive: Archive, sites: Sequence[Site], clock: Clock, result: Import) -> None:
        self.archive, self.clock, self.result = archive, clock, result
        self.sites = {host_of(site.home_url): site for site in sites}
        self.begun: dict[str, _SiteWork] = {}
        self.sources = [source for source in result.sources if source.refused is None]

    def close(self) -> None:
        for work in self.begun.values():
            work.close()

    def copy(self, show: Progress) -> None:
        """Copy the records: first the whole ones, then those that refer to them, wherever these stand."""
        imports.prepare(self.archive.db)
        revisits: set[Path] = set()
        for source in self.sources:
            self._copy_of(source, show, "response", revisits)
        for source in self.sources:
            if source.path in revisits:
                self._copy_of(source, show, "revisit", revisits)
        for work in self.begun.values():
            work.flush()
            work.note_damage(self.sources)

    def _copy_of(self, source: Source, show: Progress, wanted: str, revisits: set[Path]) -> None:
        file = ForeignFile(source.path)
        showing = show(source.path.name)
        try:
            for record in file:
                showing(file.place, source.size)
                if record.record_type == "revisit":
                    revisits.add(source.path)
                if record.record_type != wanted:
                    continue
                if (work := self._site_of(record)) is not None:
                    work.take(record, source)
        finally:
            file.close()
        if wanted == "response":
            source.records = file.records
            source.damage = file.said_of_damage()

    def _site_of(self, record: ForeignRecord) -> _SiteWork | None:
        host = host_of(record.url)
        site = self.sites.get(host)
        if site is None:
            if record.record_type == "response" and len(self.result.elsewhere) < 10_000:
                self.result.elsewhere[host or "no web address"] += 1
            return None
        if site.id not in self.begun:
            told = self.result.sites.setdefault(site.id, SiteImport(site.id))
            if told.refused is not None:
                return None
            try:
                self.begun[site.id] = _SiteWork(self.archive, site, self.clock, told, self.sources)
            except SiteBusy as busy:
                told.refused = str(busy)
                return None
        return self.begun[site.id]

    def tell(self, show: Progress) -> None:
        """Write down what the copied pages are; the sites are free again when all is told."""
        for work in self.begun.values():
            work.tell(show(work.site.id))


class _SiteWork:
    """The import of what concerns one site. Raises SiteBusy where a run holds it."""

    def __init__(
        self, archive: Archive, site: Site, clock: Clock, result: SiteImport, sources: Sequence[Source]
    ) -> None:
        self.archive, self.site, self.clock, self.result, self.sources = archive, site, clock, result, sources
        self._lock: SiteLock | None = SiteLock(archive.path, site.id)
        if archive.site(site.id) is None:
            archive.put_site(site, at=clock())
        archive.recover_captures(site.id)
        self._unfinished = imports.is_unfinished(archive.db, site.id)
        self.run_id = 0
        self._writer: WarcWriter | None = None
        self._rows: list[CapturedRecord] = []
        self._waiting: set[str] = set()  # the ids of the records that are copied, but not yet committed

    def close(self) -> None:
        """Free the site. A file that was not closed in order is mended by the next run."""
        if self._writer is not None:
            self._writer.leave()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    # Copying

    def take(self, record: ForeignRecord, source: Source) -> None:
        """Copy a record, unless it is here already or cannot be one."""
        at = imports.moment_of(record.fields.get("warc-date", ""))
        if (why := self._why_not(record, at)) is not None:
            self.result.left[why] += 1
            return
        assert at is not None
        changed: dict[str, str | None] = {"blitar-source": f"sha256:{source.digest}"}
        changed |= imports.not_of_the_record(record)
        record_id = record.record_id
        if not record_id:
            record_id = f"urn:sha256:{hashlib.sha256(record.head + record.block).hexdigest()}"
            changed["WARC-Record-ID"] = f"<{record_id}>"
        if record_id in self._waiting or imports.is_known(self.archive.db, record_id, self.site.id):
            self.result.known += 1
            return
        if in_seconds(record.fields["warc-date"]) != iso(at):
            changed["WARC-Date"] = iso(at)
        if record.record_type == "revisit":
            self.flush()
            original = imports.original_of(self.archive.db, record, self.site.id)
            if original is None:
                self.result.left["revisit of a record that is not there"] += 1
                return
            changed |= imports.reference(self.archive.db, record, original)
        self._copy(record, at, changed)
        self._waiting.add(record_id)
        if record.record_type == "response":
            imports.remember(self.archive.db, record, record_id, self.site.id)
        self.result.taken += 1
        self.result.first = min(self.result.first or iso(at), iso(at))
        self.result.last = max(self.result.last or iso(at), iso(at))

    def _why_not(self, record: ForeignRecord, at: datetime | None) -> str | None:
        if at is None:
            return "no date"
        if not _EARLIEST <= at <= self.clock() + _GRACE:
            return "impossible date"
        return None if record.is_http else "no HTTP answer"

    def _copy(self, record: ForeignRecord, at: datetime, changed: dict[str, str | None]) -> None:
        if self._writer is None:
            self._begin()
        assert self._writer is not None
        try:
            self._rows.append(imports.copy(self._writer, record, at=at, changed=changed))
        except CaptureError as error:
            raise ArchiveError(str(error)) from error
        if len(self._rows) >= _BATCH:
            self.flush()

    def _begin(self) -> None:
        now = self.clock()
        self.run_id = self.archive.start_run(self.site.id, imports.MODE, at=now, program_version=__version__)
        digests = [source.digest for source in self.sources]
        digest = digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()
        named = [{"file": one.path.name, "sha256": one.digest, "bytes": one.size} for one in self.sources]
        info = {
            "software": f"blitar_scraper/{__version__}",
            "format": "WARC File Format 1.1",
            "description": "records copied from other WARC files, their blocks unchanged",
            "isPartOf": self.site.id,
            "blitar-sources": to_json(named),
        }
        self._writer = self.archive.warc_writer(
            self.site, self.run_id, at=now, info=info, stem=imports.stem_of(digest, self.run_id)
        )

    def flush(self) -> None:
        """Commit the rows of the records that are in the file."""
        if self._rows:
            with self.archive.transaction():
                imports.add(self.archive.db, self._rows, self.run_id)
            self._rows.clear()
            self._waiting.clear()

    def note_damage(self, sources: Sequence[Source]) -> None:
        """A row of `problems` for each file that was not whole, and for records that could not be taken."""
        if not self.run_id:
            return
        for source in sources:
            if source.damage:
                self._note(Problem("import-damaged", None, source.damage, source.path.name))
        if self.result.left:
            said = ", ".join(f"{number} {why}" for why, number in self.result.left.most_common())
            self._note(Problem("import-left", None, said, self.sources[0].path.name))

    def _note(self, problem: Problem) -> None:
        self.archive.add_problem(problem, at=self.clock(), site_id=self.site.id, run_id=self.run_id)

    # Telling

    def tell(self, show: Callable[[int, int], None]) -> None:
        """Write down what each page is, beside it in the file and as rows of `sightings`."""
        if self._writer is None:
            if not self._unfinished:
                return
            self._begin()
        assert self._writer is not None
        pages = ForeignPages(self.archive, self.site)
        told: list[Sighting] = []
        total = self.result.taken
        try:
            for done, sighting in enumerate(pages.read(self.run_id), start=1):
                show(done, max(done, total))
                if sighting is None:
                    self.result.kept += 1
                    continue
                self._count(sighting)
                told.append(pages.with_account(sighting, self._writer))
                if len(told) >= _BATCH:
                    self._commit(told)
        finally:
            pages.close()
        self._commit(told)
        end = {"id": self.run_id, "finished_at": iso(self.clock()), "status": imports.STATUS, "exit_status": 0}
        self.archive.close_writer(
            self._writer, home_url=self.site.home_url, at=self.clock(), end={**end, "stats": self.stats()}
        )

    def _count(self, sighting: Sighting) -> None:
        if isinstance(sighting, ArticleSeen):
            self.result.articles += 1
        elif isinstance(sighting, ListingSeen):
            self.result.listings += 1
        else:
            self.result.absences += 1

    def _commit(self, told: list[Sighting]) -> None:
        with self.archive.transaction():
            for sighting in told:
                imports.tell(self.archive.db, sighting, self.run_id)
        told.clear()

    def stats(self) -> dict[str, Any]:
        """What the run's row keeps. Nobody was asked for anything."""
        told = self.result
        return {
            "requests": 0,
            "bytes": 0,
            "files": [source.path.name for source in self.sources],
            "records": told.taken,
            "left": dict(told.left),
            "articles": told.articles,
            "listings": told.listings,
            "absences": told.absences,
        }


@contextmanager
def _copied(path: Path) -> Iterator[Path]:
    """A copy of the archive, which takes the same time and space on the same disk, and is removed again.

    Its WARC files are those of the archive, which are never written again; one that a crawl is writing is left out.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.import-") as folder:
        copy = Path(folder) / path.name
        if path.exists():
            with Archive(path) as archive, plain_errors(path):
                archive.db.execute("VACUUM INTO ?", [str(copy)])
        here, there = folder_of(path), folder_of(copy)
        for file in here.glob("*/*.warc.gz"):
            place = there / file.relative_to(here)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(file.absolute())
        yield copy
