"""`Archive`: the one door to an archive's file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from blitar_scraper.addresses import host_of
from blitar_scraper.archive import articles, frontier, problems, runs
from blitar_scraper.archive import search as searching
from blitar_scraper.archive.absences import page_failed, page_gone
from blitar_scraper.archive.database import OtherSite, Row, first_row, open_database, plain_errors, transaction, update
from blitar_scraper.archive.listings import listing_seen
from blitar_scraper.archive.outcome import Outcome
from blitar_scraper.archive.readings import article_seen
from blitar_scraper.archive.values import iso, moment
from blitar_scraper.items import ArticleSeen, ListingSeen, PageGone, Problem, Sighting, Site


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

    def close(self) -> None:
        """Close the file. The last one to close it folds its journal (`-wal`) into it."""
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One write transaction: all of it is stored, or nothing. Not to be nested."""
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
        """Note that all that the site's listings name has been stored once."""
        with self.transaction():
            update(self.db, "sites", {"backfilled_at": iso(at)}, "id = ?", site_id)

    def is_backfilled(self, site_id: str) -> bool:
        """Whether `set_backfilled` was called for the site."""
        sql = "SELECT id FROM sites WHERE id = ? AND backfilled_at IS NOT NULL"
        return first_row(self.db, sql, site_id) is not None

    def start_run(self, site_id: str, mode: str, *, at: datetime, program_version: str) -> int:
        """Begin a run of a site that `put_site` has added; its id.

        The caller holds the site's lock: a run still `running` was killed and is marked `interrupted`.
        """
        with self.transaction():
            return runs.start(self.db, site_id, mode, iso(at), program_version)

    def finish_run(
        self, run_id: int, *, at: datetime, status: str, exit_status: int, stats: Mapping[str, Any] | None = None
    ) -> None:
        """End a run. `status` is `finished` only where the paging was not cut short.

        Of `stats`, `requests` and `bytes` become columns and the rest is kept as JSON. What `store` counts (listed,
        new, edited, unchanged, gone, errors) is in the row already, so that a killed run keeps it.
        """
        with self.transaction():
            runs.finish(self.db, run_id, iso(at), status, exit_status, stats or {})

    def last_complete_run(self, site_id: str) -> Row | None:
        """The row of the site's latest run with status `finished`."""
        return runs.last_complete(self.db, site_id)

    def unfinished_full_since(self, site_id: str) -> datetime | None:
        """When the earliest `full` run since the last complete run began, so that it is resumed, not begun again.

        Asked after `start_run(..., "full")`, it is at the latest that run's own beginning.
        """
        return moment(runs.unfinished_full_since(self.db, site_id))

    # What was seen

    def store(self, sighting: Sighting, run_id: int) -> Outcome:
        """Store what a spider saw, in one transaction of its own. The site must have been put."""
        with self.transaction():
            if isinstance(sighting, ArticleSeen):
                return article_seen(self.db, sighting, run_id)
            if isinstance(sighting, ListingSeen):
                return listing_seen(self.db, sighting, run_id)
            if isinstance(sighting, PageGone):
                return page_gone(self.db, sighting, run_id)
            return page_failed(self.db, sighting, run_id)

    def add_problem(
        self, problem: Problem, *, at: datetime, site_id: str | None = None, run_id: int | None = None
    ) -> None:
        """Note a problem of a run or a site as a whole, unless the same is open already."""
        with self.transaction():
            problems.add(self.db, problem, at=iso(at), site=site_id, run_id=run_id)

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

    def unlisted(self, site_id: str, *, since: str, listed_from: datetime, until: datetime) -> list[str]:
        """Addresses of articles that a listing read down to `since` should have shown and did not."""
        return frontier.unlisted(self.db, site_id, since=since, listed_from=listed_from, until=until)

    # What is known

    def article_by_uid(self, uid: str) -> Row | None:
        """The row of `articles` with that uid, also if it was merged into another."""
        return articles.by_uid(self.db, uid)

    def search(self, words: str, *, site: str | None = None, limit: int = 20) -> list[searching.Hit]:
        """The articles that have all the words, best first. No input is an error."""
        return searching.search(self.db, words, site=site, limit=limit)
