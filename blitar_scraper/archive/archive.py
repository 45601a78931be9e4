"""`Archive`: the one door to an archive's file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from blitar_scraper.addresses import host_of
from blitar_scraper.archive import (
    articles,
    captures,
    clocks,
    frontier,
    indexing,
    own_visits,
    problems,
    run_history,
    runs,
    sightings,
    stems,
)
from blitar_scraper.archive import history as histories
from blitar_scraper.archive import search as searching
from blitar_scraper.archive import withholding as withholdings
from blitar_scraper.archive.absences import page_failed, page_gone
from blitar_scraper.archive.database import (
    ArchiveError,
    DiskError,
    FileReplaced,
    OtherSite,
    Row,
    file_number,
    first_row,
    open_database,
    plain_errors,
    transaction,
    update,
)
from blitar_scraper.archive.listings import listing_seen
from blitar_scraper.archive.outcome import Outcome
from blitar_scraper.archive.readings import article_seen
from blitar_scraper.archive.reconciling import Reconciled, Reconciler
from blitar_scraper.archive.sightings import SightingRow, StoredReading
from blitar_scraper.archive.unchanged import Validators, page_unchanged, validators_of
from blitar_scraper.archive.values import iso, moment, to_json
from blitar_scraper.archive.warc import CaptureError, Exchange, UnreadableRecord, WarcWriter
from blitar_scraper.archive.warc.recovery import close_left_open
from blitar_scraper.archive.warc.writer import END_FIELD
from blitar_scraper.items import Article, ArticleSeen, ListingSeen, PageGone, PageUnchanged, Problem, Sighting, Site


class Archive:
    """An archive's file, open. All datetimes given to it are aware; those it returns are in UTC.

    `path`: the file; it and its folder are made where missing, unless `readonly`. `timeout`: seconds to wait while
    another process writes. Raises ArchiveError (NotAnArchive, NewerSchema, OlderSchema, ArchiveLocked, ArchiveMissing);
    every method may raise ArchiveLocked. To be used in the thread that made it. `db` is the sqlite_utils.Database.
    """

    # Ten seconds: a transaction takes milliseconds, a VACUUM of a large archive a few seconds.
    def __init__(self, path: str | Path, *, readonly: bool = False, timeout: float = 10.0) -> None:
        self.path = Path(path)
        self.readonly = readonly
        self.db = open_database(self.path, readonly=readonly, timeout=timeout)
        self._stems = stems.Behind(self.db)
        self._file = file_number(self.path)

    def close(self) -> None:
        """Close the file. The last one to close it folds its journal (`-wal`) into it."""
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One write transaction: all of it is stored, or nothing. Not to be nested.

        Raises FileReplaced where the file is no longer in its place: what is written now, nobody would find.
        """
        if file_number(self.path) != self._file:
            raise FileReplaced(f"{self.path} was moved, deleted or replaced by another file; nothing more was stored")
        with plain_errors(self.path), transaction(self.db):
            yield

    # Sites and runs

    def put_site(self, site: Site, *, at: datetime) -> None:
        """Add the site, or bring what is known of it up to date. Raises OtherSite where its host is another one."""
        known = self.site(site.id)
        if known is not None and host_of(known.home_url) != host_of(site.home_url):
            raise OtherSite(f"{self.path}: its {site.id} is {known.home_url}, not {site.home_url}; use another archive")
        with self.transaction():
            runs.put_site(self.db, site, iso(at))

    def site(self, site_id: str) -> Site | None:
        """The site of that id."""
        row = first_row(self.db, "SELECT * FROM sites WHERE id = ?", site_id)
        return None if row is None else runs.site_of_row(row)

    def sites(self) -> list[Site]:
        """All sites of this archive, by id."""
        return runs.sites(self.db)

    def set_backfilled(self, site_id: str, at: datetime) -> None:
        """Note that all that the site's listings name has been stored once; only the first time counts."""
        with self.transaction():
            update(self.db, "sites", {"backfilled_at": iso(at)}, "id = ? AND backfilled_at IS NULL", site_id)

    def is_backfilled(self, site_id: str) -> bool:
        """Whether `set_backfilled` was called for the site."""
        sql = "SELECT id FROM sites WHERE id = ? AND backfilled_at IS NOT NULL"
        return first_row(self.db, sql, site_id) is not None

    def start_run(self, site_id: str, mode: str, *, at: datetime, program_version: str) -> int:
        """Begin a run of a site that `put_site` has added; its id.

        The caller holds the site's lock: a run still `running` was killed and is closed (`close_killed_runs`).
        """
        with self.transaction():
            self._stems.anywhere |= runs.ended_early(self.db, site_id)  # on a full disk, its words got no stems
            return runs.start(self.db, site_id, mode, iso(at), program_version)

    def latest_moment(self, site_id: str) -> clocks.Latest | None:
        """The latest time of the site's runs, or at which a run of another site began; a new run begins later."""
        return clocks.latest(self.db, site_id)

    def note_wrong_times(self, now: datetime) -> None:
        """Note the runs that stand in the future, and plan anew what they planned; `now` is known to be right."""
        with self.transaction():
            clocks.note_wrong_times(self.db, now)

    def note_clock(self, site_id: str, wrong: Problem | None, *, at: datetime) -> None:
        """Note that the machine's clock is wrong, or that it is not any more; nothing of a site that is not here yet.

        By a wrong clock no site is added; and no run of a site could resolve what would be noted of none.
        """
        if self.site(site_id) is None or (wrong is None and not problems.is_open(self.db, site_id, runs.CLOCK)):
            return
        with self.transaction():
            if wrong is not None:
                problems.add(self.db, wrong, at=iso(at), site=site_id)
            else:
                problems.passed_by_site(self.db, site_id, [(runs.CLOCK, None)], still=(), at=iso(at))

    def close_killed_runs(
        self, site_id: str, *, at: datetime, how: str | None = None, status: str = "interrupted"
    ) -> list[int]:
        """Close the site's runs that still stand as `running` though their process is no more; their ids.

        What is done at the next `start_run` anyway. The caller holds the site's lock and has called `recover_captures`,
        so that the requests of a run are at least the answers kept of it. One who saw the process end says `how`, and
        whether the run crashed.
        """
        with self.transaction():
            return runs.close_killed(self.db, site_id, iso(at), how=how, status=status)

    def finish_run(
        self, run_id: int, *, at: datetime, status: str, exit_status: int, stats: Mapping[str, Any] | None = None
    ) -> None:
        """End a run. `status` is `finished` only where the paging was not cut short.

        Of `stats`, `requests` and `bytes` become columns and the rest is kept as JSON. What `store` counts (listed,
        new, edited, unchanged, gone, errors) is in the row already, so that a killed run keeps it. The words
        of what was read get their stems before: a run that ended lacks none.
        """
        self.update_stems()
        with self.transaction():
            runs.finish(self.db, run_id, iso(at), status, exit_status, stats or {})

    def not_before(self, host: str, *, most: int) -> list[Any]:
        """Until when the last runs of the sites of a host were asked to wait, as they have noted it."""
        return runs.not_before(self.db, host, most)

    def update_stems(self) -> None:
        """Give the words of what was stored through this connection their stems, so that each form of them is found."""
        with plain_errors(self.path):
            self._stems.catch_up()

    def last_complete_run(self, site_id: str) -> Row | None:
        """The row of the site's latest run with status `finished`."""
        return runs.last_complete(self.db, site_id)

    def unfinished_full_since(self, site_id: str) -> datetime | None:
        """When the earliest `full` run since the last complete run began, so that it is resumed, not begun again.

        Asked after `start_run(..., "full")`, it is at the latest that run's own beginning.
        """
        return moment(runs.unfinished_full_since(self.db, site_id))

    def requests_of_day(self, run_id: int, site_id: str, now: datetime) -> int:
        """Requests of the site's other runs that began on this day of UTC."""
        midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        return runs.requests_since(self.db, site_id, iso(midnight), besides=run_id)

    def note_own_visits(self, site_id: str) -> bool | None:
        """Set `sites.counts_own_fetches` by what has been seen so far (`own_visits.py`), and return it."""
        shown = own_visits.counts_own_fetches(self.db, site_id)  # takes a second where 100,000 counts were seen
        with self.transaction():
            own_visits.note(self.db, site_id, shown)
        return shown

    # What was received

    @property
    def warc_folder(self) -> Path:
        """Where the archive's WARC files are, those of each site in a folder of its own."""
        return captures.folder_of(self.path)

    def recover_captures(self, site_id: str) -> int:
        """Close the WARC files that a killed run of the site left open and note what is in them; how many answers.

        The caller holds the site's lock. Raises ArchiveError where a file cannot be mended.
        """
        with self._plain_capture_errors():
            added = 0
            for path in close_left_open(self.warc_folder / site_id):
                with self.transaction():
                    added += captures.index_file(self.db, self.warc_folder, path)
            return added

    def warc_writer(
        self, site: Site, run_id: int, *, at: datetime, info: Mapping[str, str], stem: str | None = None
    ) -> WarcWriter:
        """A writer of WARC files for a run that `start_run` has begun. `info` goes into each file's warcinfo record.

        `stem`: how the files' names begin; the site, the time and the run, where none is given.
        """
        stem = stem or f"{site.id}-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{run_id:05d}"
        told = {captures.RUN_FIELD: runs.as_json(self.db, run_id), captures.SITE_FIELD: runs.site_as_json(site)}
        return WarcWriter(self.warc_folder, site.id, stem, {**info, **told})

    def keep(self, exchange: Exchange, writer: WarcWriter, run_id: int) -> int:
        """Write an answer to the run's WARC file and then its row of `captures`; its id.

        A payload that the site has sent before is not kept twice. Raises ArchiveError where the disk is full.
        """
        digest = None if exchange.status == 304 else exchange.digest
        original = None
        if exchange.status not in captures.REDIRECTS:
            original = captures.original_of(
                self.db, writer.site_id, url=exchange.url, digest=digest, size=len(exchange.payload)
            )
        with self._plain_capture_errors():
            record = writer.write(exchange, original)
        with self.transaction():
            return captures.add(self.db, record, run_id=run_id, source="crawl")

    def account(self, sighting: Sighting, writer: WarcWriter) -> str:
        """Write down what was made of an answer in the WARC file; the same for `store` to keep with its rows."""
        records = captures.record_ids(self.db, sightings.captures_of(sighting))
        account = sightings.account_of(sighting, records)
        fetch = sighting.fetch
        about = records.get(fetch.capture_id) if fetch and fetch.capture_id is not None else None
        url = fetch.requested_url if fetch else sightings.address_of(sighting)
        with self._plain_capture_errors():
            writer.note(account, url=url, at=sightings.seen_at(sighting), about=about)
        return account

    def close_writer(self, writer: WarcWriter, *, home_url: str, at: datetime, end: Mapping[str, Any]) -> None:
        """Close a run's WARC file with a note of how the run ended. Raises ArchiveError where the disk refuses."""
        with self._plain_capture_errors():
            if writer.has_begun:
                writer.note(to_json(end), url=home_url, at=at, field=END_FIELD)
            writer.close()

    @contextmanager
    def _plain_capture_errors(self) -> Iterator[None]:
        try:
            yield
        except CaptureError as error:
            raise DiskError(str(error)) from error
        except UnreadableRecord as error:
            raise ArchiveError(str(error)) from error

    def places(self, record_ids: Collection[str]) -> dict[str, captures.Place]:
        """Where those of the records are that are kept, by their ids, with the originals of revisits."""
        return captures.places(self.db, record_ids)

    def captured_sites(self) -> list[str]:
        """The ids of the sites that have WARC files."""
        return indexing.sites_of(self.warc_folder)

    def index_captures(self, site_id: str) -> int:
        """Add the rows that the site's WARC files tell of and the archive lacks; how many captures.

        Raises ArchiveError where a file cannot be read.
        """
        added = 0
        with self._plain_capture_errors():
            for path in indexing.unindexed(self.db, self.warc_folder, site_id):
                with self.transaction():
                    added += indexing.index(self.db, self.warc_folder, path)
        return added

    def reconcile(
        self, anew: Path, site_id: str, *, at: datetime, by: str, whole: bool, dry_run: bool = False
    ) -> Reconciled:
        """Bring in what was read anew from the site's captures: `anew` is the archive that was made of them.

        `whole`: all captures could be read. With `dry_run` nothing is changed; what it would be is said all the same.
        """
        report = Reconciled()
        whole = whole and runs.all_captured(self.db, site_id)
        self.db.execute("ATTACH DATABASE ? AS anew", [str(anew)])
        try:
            with self.transaction():
                work = Reconciler(self.db, site_id, iso(at), by, whole, report).run()
                for _ in work:
                    if not dry_run:
                        self.db.execute("COMMIT")
                        self.db.execute("BEGIN IMMEDIATE")
                if dry_run:
                    self.db.execute("ROLLBACK")
                    self.db.execute("BEGIN")
        finally:
            self.db.execute("DETACH DATABASE anew")
        if report.changes and not dry_run:
            self._stems.anywhere = True
            self.update_stems()
        return report

    def stored_reading(self, url: str) -> StoredReading | None:
        """By which parser the article at that address was read, and the sighting of its capture."""
        article_id = articles.at_address(self.db, url)
        if article_id is None:
            return None
        row = articles.by_id(self.db, article_id)
        seen = sightings.of_capture(self.db, row["capture_id"]) if row["capture_id"] is not None else None
        return StoredReading(row["parser_version"], seen)

    def sightings(self, site_id: str, *, after: tuple[str, int] = ("", 0), most: int = 1000) -> list[SightingRow]:
        """The next sightings of a site in their order, behind the one that `after` names by its `at` and `id`."""
        return sightings.of_site(self.db, site_id, after=after, most=most)

    def count_sightings(
        self, site_id: str, *, after: tuple[str, int] = ("", 0), until: tuple[str, int] | None = None
    ) -> int:
        """How many there are behind the one that `after` names, up to the one that `until` names."""
        return sightings.count(self.db, site_id, after=after, until=until)

    # What was seen

    def store(self, sighting: Sighting, run_id: int) -> Outcome:
        """Store what a spider saw, in one transaction of its own. The site must have been put."""
        with self.transaction():
            return self.store_within(sighting, run_id)

    def store_within(self, sighting: Sighting, run_id: int) -> Outcome:
        """The same as a part of the caller's transaction."""
        sightings.add(self.db, sighting, run_id)
        if isinstance(sighting, ArticleSeen):
            outcome = article_seen(self.db, sighting, run_id)
            if outcome.article_id is not None:
                self._stems.articles.add(outcome.article_id)
            return outcome
        if isinstance(sighting, ListingSeen):
            return listing_seen(self.db, sighting, run_id)
        if isinstance(sighting, PageGone):
            return page_gone(self.db, sighting, run_id)
        if isinstance(sighting, PageUnchanged):
            return page_unchanged(self.db, sighting, run_id)
        return page_failed(self.db, sighting, run_id)

    def add_problem(
        self, problem: Problem, *, at: datetime, site_id: str | None = None, run_id: int | None = None
    ) -> None:
        """Note a problem of a run or a site as a whole, unless the same is open already."""
        with self.transaction():
            problems.add(self.db, problem, at=iso(at), site=site_id, run_id=run_id)

    def note_checks(
        self,
        site_id: str,
        run_id: int,
        *,
        at: datetime,
        failed: Collection[Problem],
        remarks: Collection[Problem] = (),
        passed: Collection[tuple[str, str | None]] = (),
    ) -> None:
        """Note what a run has found of its site as a whole.

        `failed` are problems until a later run passes the same check (problem, field); `remarks` are events.
        """
        with self.transaction():
            now = iso(at)
            problems.passed_by_site(self.db, site_id, passed, still=failed, at=now)
            for problem in failed:
                problems.add(self.db, problem, at=now, site=site_id, run_id=run_id)
            for problem in remarks:
                problems.add(self.db, problem, at=now, site=site_id, run_id=run_id, resolved_at=now)

    # What earlier runs say

    def past_runs(self, site_id: str, *, before: int, most: int = run_history.MOST_RUNS) -> list[run_history.PastRun]:
        """The site's last crawls before the run `before` that ended with a verdict, the earliest first."""
        return run_history.past_runs(self.db, site_id, before=before, most=most)

    def news_days(self, site_id: str, *, until: date) -> list[date]:
        """The site's days with news, none after `until`, up to two years before the last of them, in order."""
        return run_history.news_days(self.db, site_id, until=until)

    # What to fetch

    def known(self, urls: Iterable[str]) -> dict[str, frontier.PageRow]:
        """Those of the addresses that are known, in any spelling, by the address as asked for."""
        return frontier.known(self.db, urls)

    def titles(self, urls: Iterable[str]) -> dict[str, frozenset[str]]:
        """The titles, in small letters, under which those of the addresses that are articles' are known."""
        return frontier.titles(self.db, urls)

    def due(self, site_id: str, now: datetime, limit: int) -> list[frontier.PageRow]:
        """The article pages of the site to be fetched now, most urgent first."""
        return frontier.due(self.db, site_id, now, limit)

    def unread_since(self, site_id: str, since: datetime, limit: int) -> list[frontier.PageRow]:
        """The addresses of the site's articles, but for those that are gone, that were last read before `since`."""
        return frontier.unread_since(self.db, site_id, since, limit)

    def looks_due(self, site_id: str, now: datetime) -> int:
        """How many articles of the site that have been read are due for another look."""
        return frontier.looks_due(self.db, site_id, now)

    def look_now(self, urls: Iterable[str], now: datetime) -> None:
        """Make known addresses due at once."""
        with self.transaction():
            frontier.look_now(self.db, urls, now)

    def validators(self, url: str, now: datetime) -> Validators | None:
        """With what an article's page may be asked for again; None where it must be asked for whole."""
        return validators_of(self.db, url, now)

    def unlisted(self, site_id: str, *, since: str, listed_from: datetime, until: datetime) -> list[str]:
        """Addresses of articles that a listing read down to `since` should have shown and did not."""
        return frontier.unlisted(self.db, site_id, since=since, listed_from=listed_from, until=until)

    def own_address(self, url: str) -> frontier.OwnAddress | None:
        """What is known of the article whose present address it is; None of any other address."""
        return frontier.own_address(self.db, url)

    def living(self, site_id: str, before: datetime) -> list[frontier.OwnAddress]:
        """The site's articles that are not gone and were known before then; those listed or seen last come first."""
        return frontier.living(self.db, site_id, before)

    def shows_known(self, url: str, article: Article) -> bool:
        """Whether what was read at an article's address is that article, perhaps edited."""
        return frontier.shows_known(self.db, url, article)

    def moved_since(self, site_id: str) -> datetime | None:
        """When the run began that last found that the site had moved, of articles that have not been found again."""
        return frontier.moved_since(self.db, site_id)

    # What is known

    def article_by_uid(self, uid: str) -> Row | None:
        """The row of `articles` with that uid, also if it was merged into another."""
        return articles.by_uid(self.db, uid)

    def search(self, words: str, *, site: str | None = None, limit: int = 20) -> list[searching.Hit]:
        """The articles that have all the words, best first (more of it: `search.py`). No input is an error."""
        return searching.search(self.db, words, site=site, limit=limit)

    def find_article(self, name: str) -> Row | None:
        """The row of the article of that uid or address, also if it was merged into another."""
        return histories.find(self.db, name)

    def near_uids(self, name: str) -> list[str]:
        """Uids of this archive that a mistyped one may have meant."""
        return histories.near(self.db, name)

    def history(self, article: Row) -> histories.History:
        """All that is known of the article of that row: versions, view counts, captures, what is withheld."""
        return histories.history_of(self.db, article)

    # What may be shown

    def withhold(
        self, article: Row, *, reason: str, at: datetime, field: str | None = None, version: int | None = None
    ) -> withholdings.Withholding | None:
        """Keep the article, or that field or version of it, out of everything public; None where it is already.

        Raises WithholdingError where there is no such field or version.
        """
        with self.transaction():
            return withholdings.withhold(self.db, article, reason=reason, at=iso(at), field=field, version=version)

    def lift(
        self,
        article: Row,
        *,
        at: datetime,
        because: str | None = None,
        field: str | None = None,
        version: int | None = None,
    ) -> list[withholdings.Withholding]:
        """Let the article, or that part of it, be shown again; the withholdings that this ended."""
        with self.transaction():
            return withholdings.lift(self.db, article, at=iso(at), because=because, field=field, version=version)

    def withheld(self, article: Row | None = None) -> list[withholdings.Withholding]:
        """The withholdings that are in force, of all articles or of one."""
        return withholdings.in_force(self.db, None if article is None else article["id"])

    def still_shown(self, article: Row) -> list[tuple[str, str]]:
        """Where a withheld title or author can be read all the same: (withheld field, public field)."""
        return withholdings.still_shown(self.db, article["id"])

    def same_text_elsewhere(self, article: Row) -> list[str]:
        """The uids of the site's other articles with the same content that are not withheld."""
        return withholdings.same_text_elsewhere(self.db, article)
