"""An archive beside the archive, into which a site's captures are read anew: made quickly, kept until it is brought in.

It is filled in order and notes how far it has come, so that a reading that was stopped goes on where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from blitar_scraper.archive.archive import Archive
from blitar_scraper.archive.database import first_row, insert, rows
from blitar_scraper.archive.runs import COUNTS
from blitar_scraper.items import Sighting, Site

# What only searches and analysts need costs a third of the time of storing.
_UNNEEDED = (
    "articles_by_date articles_by_day articles_by_author articles_by_section articles_gone articles_by_press_release"
    " article_versions_by_time article_captures_by_capture captures_by_url captures_by_run captures_by_digest"
    " view_counts_by_time popular_by_url problems_by_run pages_due"
).split()


class Scratch:
    """The readings of one site so far. `mark` names what reads them (parser, settings): another one begins anew."""

    def __init__(self, path: Path, source: Archive, site: Site, mark: str) -> None:
        self.path = path
        self.archive = Archive(path)
        # Sightings may have come in before the place where a stopped reading was (`blitar import`).
        if self._mark() != mark or self._stored() != source.count_sightings(site.id, until=self.place):
            self.remove()
            self.archive = Archive(path)
            self._prepare(source, site, mark)
        # A stopped process loses nothing; after a power cut the file is made anew.
        self.archive.db.execute("PRAGMA synchronous = OFF")
        self.archive.db.execute("PRAGMA foreign_keys = OFF")
        self._bring_runs(source, site)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.archive.close()

    def remove(self) -> None:
        """Close and delete it."""
        self.archive.close()
        for end in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + end).unlink(missing_ok=True)

    @property
    def place(self) -> tuple[str, int]:
        """The last sighting that was stored, by its `at` and `id`."""
        row = first_row(self.archive.db, "SELECT at, id FROM place")
        assert row is not None
        return row["at"], row["id"]

    @property
    def is_whole(self) -> bool:
        """Whether all sightings so far could be read."""
        row = first_row(self.archive.db, "SELECT unread FROM place")
        return row is not None and row["unread"] == 0

    def store(self, read: Sequence[tuple[Sighting, int]], place: tuple[str, int], *, number: int, unread: int) -> None:
        """Store sightings, each with its run, in one transaction with how far they go: to `place`.

        `number` is how many there were, `unread` how many of them could not be read.
        """
        with self.archive.transaction():
            for sighting, run_id in read:
                self.archive.store_within(sighting, run_id)
            self.archive.db.execute(
                "UPDATE place SET at = ?, id = ?, stored = stored + ?, unread = unread + ?", [*place, number, unread]
            )

    def _stored(self) -> int:
        row = first_row(self.archive.db, "SELECT stored FROM place")
        return 0 if row is None else int(row["stored"])

    def _mark(self) -> str | None:
        if "place" not in self.archive.db.table_names():
            return None
        row = first_row(self.archive.db, "SELECT mark FROM place")
        return None if row is None else str(row["mark"])

    def _prepare(self, source: Archive, site: Site, mark: str) -> None:
        added = first_row(source.db, "SELECT added_at FROM sites WHERE id = ?", site.id)
        assert added is not None
        db = self.archive.db
        with self.archive.transaction():
            for name in _UNNEEDED:
                db.execute(f"DROP INDEX {name}")
            for name in ("articles_fts_insert", "articles_fts_delete", "articles_fts_update"):
                db.execute(f"DROP TRIGGER {name}")
            db.execute("CREATE TABLE place (at TEXT, id INTEGER, stored INTEGER, unread INTEGER, mark TEXT) STRICT")
            insert(db, "place", {"at": "", "id": 0, "stored": 0, "unread": 0, "mark": mark})
            row = {"id": site.id, "name": site.name, "home_url": site.home_url, "added_at": added["added_at"]}
            insert(db, "sites", row)

    def _bring_runs(self, source: Archive, site: Site) -> None:
        """The runs that the sightings belong to, their counts at nought."""
        last = first_row(self.archive.db, "SELECT COALESCE(MAX(id), 0) AS id FROM runs")
        assert last is not None
        with self.archive.transaction():
            for row in rows(source.db, "SELECT * FROM runs WHERE site = ? AND id > ?", site.id, last["id"]):
                insert(self.archive.db, "runs", {**row, **dict.fromkeys(COUNTS, 0)})
