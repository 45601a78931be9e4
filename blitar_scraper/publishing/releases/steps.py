"""The steps in which a release is made, in a folder that nobody sees yet. Where one raises, nothing remains of it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from shutil import disk_usage
from typing import Any

from sqlite_utils import Database

from blitar_scraper.archive import DiskError
from blitar_scraper.archive.database import plain_errors
from blitar_scraper.archive.stems import rebuild_stems
from blitar_scraper.publishing.downloads.citation_file import citation_file, write_sums
from blitar_scraper.publishing.downloads.data_package import data_package
from blitar_scraper.publishing.downloads.readme import downloads_readme
from blitar_scraper.publishing.downloads.tables import Table, write_tables
from blitar_scraper.publishing.releases.about import About, write_told
from blitar_scraper.publishing.releases.datasette_files import METADATA, SETTINGS, write_datasette_files
from blitar_scraper.publishing.releases.folder import ReleaseError
from blitar_scraper.publishing.releases.identity_numbers import Found, find_numbers
from blitar_scraper.publishing.releases.outdated import shown_uids, withheld_now
from blitar_scraper.publishing.releases.redaction import Copied, copy_public, without_journal
from blitar_scraper.publishing.releases.summaries import materialise

# Characters that Datasette (0.65) lets stand in the address of a file, where they mean something.
UNQUOTED = "%?#"
# The largest part of a release at one time, in sizes of the archive: the database and its compact copy, or that and
# the downloads.
_SPACE_NEEDED = 2.5
_WORDS_SORTED = 64 << 20  # bytes
# Findings of PRAGMA integrity_check that are asked for; a damaged file can have millions.
_MOST_FINDINGS = 3


class IdentityNumbersFound(Exception):
    """Texts hold what may be somebody's identity number, and nobody said that they may be published."""

    def __init__(self, found: Sequence[Found]) -> None:
        super().__init__(f"{len(found)} numbers look like national identity numbers")
        self.found = found


class UnsoundRelease(DiskError):
    """The copy is damaged, or is not what the archive shows: it may come from a damaged archive."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be released: the archive's file, what the release is told about itself, and whether numbers that look
    like identity numbers (NIK) may go out."""

    archive: Path
    about: About
    accept_identity_numbers: bool = False


@dataclass
class Work:
    """A release in the making, and what is known of it so far."""

    order: Order
    folder: Path
    name: str
    at: datetime
    copied: Copied = field(default_factory=Copied)
    numbers: list[Found] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    @property
    def draft(self) -> Path:
        """The database as it is made; removed when its compact copy is there."""
        return self.folder / "draft"

    @property
    def database(self) -> Path:
        """The database as it is released."""
        return self.folder / f"{self.name_of_database}.db"

    @property
    def name_of_database(self) -> str:
        """The archive's name, without what has a meaning in the address of a file: Datasette does not quote it."""
        return re.sub(f"[{UNQUOTED}]", "-", self.order.archive.stem)

    @property
    def downloads(self) -> Path:
        return self.folder / "downloads"

    @property
    def told(self) -> dict[str, Any]:
        """What metadata.json says."""
        return self._read(METADATA)

    @property
    def settings(self) -> dict[str, Any]:
        """What settings.json says."""
        return self._read(SETTINGS)

    def _read(self, name: str) -> dict[str, Any]:
        said: dict[str, Any] = json.loads((self.folder / name).read_text("utf-8"))
        return said


Step = Callable[[Work], None]


def check_space(work: Work) -> None:
    """Raises DiskError where the disk has less room than a release of this archive needs."""
    archive = work.order.archive
    journal = archive.with_name(f"{archive.name}-wal")
    size = archive.stat().st_size + (journal.stat().st_size if journal.exists() else 0)
    needed, free = int(size * _SPACE_NEEDED), disk_usage(work.folder).free
    if free < needed:
        raise DiskError(
            f"{work.folder.parent}: a release of {archive} ({_megabytes(size)}) needs about {_megabytes(needed)} while"
            f" it is made, and {_megabytes(free)} are free"
        )


def copy_what_is_shown(work: Work) -> None:
    """The archive's public rows, as they are at one moment."""
    with plain_errors(work.order.archive):
        work.copied = copy_public(work.order.archive, work.draft)


def look_for_identity_numbers(work: Work) -> None:
    """Raises IdentityNumbersFound where a text may hold somebody's NIK, unless that was accepted."""
    with _connected(work.draft) as connection:
        work.numbers = list(find_numbers(connection))
    likely = [number for number in work.numbers if number.likely]
    if likely and not work.order.accept_identity_numbers:
        raise IdentityNumbersFound(likely)


def index_words(work: Work) -> None:
    """The search index and the stems of its words, from the texts that are shown."""
    with _connected(work.draft) as connection:
        # So many words are sorted in memory at a time: SQLite's own 1 MB makes the index in twice the time.
        connection.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('hashsize', ?)", [_WORDS_SORTED])
        connection.execute("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")
        connection.execute("INSERT INTO articles_fts (articles_fts) VALUES ('optimize')")
        connection.execute("DELETE FROM articles_fts_config WHERE k = 'hashsize'")
        rebuild_stems(Database(connection, execute_plugins=False))


def work_out_summaries(work: Work) -> None:
    """Slow views as tables, and what SQLite needs to know of all of them to ask well."""
    with _connected(work.draft) as connection:
        materialise(Database(connection, execute_plugins=False))
        connection.execute("ANALYZE")


def check_draft(work: Work) -> None:
    """Raises UnsoundRelease where the file, a reference, or the search index is wrong."""
    with _connected(work.draft) as connection:
        wrong = [line for (line,) in connection.execute(f"PRAGMA integrity_check({_MOST_FINDINGS})") if line != "ok"]
        wrong += [f"{table} names no row of {parent}" for table, parent in _broken_references(connection)]
        try:
            connection.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            wrong.append("the search index does not say what the articles say")
    _refuse(work, wrong)


def write_compact(work: Work) -> None:
    """The database as it is released: without a free page, the rows of a table beside each other."""
    with _connected(work.draft) as connection:
        connection.execute("VACUUM INTO ?", [str(work.database)])
    work.draft.unlink()


def check_counts(work: Work) -> None:
    """Raises UnsoundRelease where the release has not as many rows as went in."""
    wrong = []
    with _connected(work.database) as connection:
        for table, rows in work.copied.rows.items():
            (there,) = connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()
            if there != rows:
                wrong.append(f"{table} has {there} rows, not {rows}")
    _refuse(work, wrong)


def describe_for_datasette(work: Work) -> None:
    """metadata.json, settings.json, inspect-data.json, and release.json for the next release."""
    about = work.order.about
    told = {"title": about.title, "licence": about.spdx or about.licence, "licence_url": about.licence_url}
    write_datasette_files(work.database, base_url=about.base_url, language=about.language, **told)
    write_told(work.folder, about)


def write_downloads(work: Work) -> None:
    """Each table as CSV and Parquet."""
    work.downloads.mkdir()
    work.tables = write_tables(work.database, work.downloads)


def describe_downloads(work: Work) -> None:
    """datapackage.json, CITATION.cff, README.txt, and the checksums of everything."""
    about, told = work.order.about, work.told
    title, description = told["title"], told["description"]
    with _connected(work.database) as connection:
        sites = connection.execute("SELECT name, home_url FROM sites ORDER BY id").fetchall()
    package = data_package(
        *(work.downloads, work.tables, about),
        **{"name": work.name_of_database, "title": title, "description": description, "sites": sites, "at": work.at},
    )
    citation = citation_file(about, title=title, description=description, version=work.name, at=work.at)
    _write(work.downloads / "datapackage.json", package)
    _write(work.downloads / "CITATION.cff", citation)
    _write(work.downloads / "README.txt", downloads_readme(about, work.tables, title=title, version=work.name))
    write_sums(work.downloads)
    write_sums(work.folder)


def check_withheld(work: Work) -> None:
    """Raises ReleaseError where something of the release was withheld while it was made."""
    if uids := shown_uids(work.database, withheld_now(work.order.archive)):
        raise ReleaseError(f"{', '.join(uids)}: withheld while the release was made; publish again")


STEPS: dict[str, Step] = {
    "checking the space on the disk": check_space,
    "copying what may be shown": copy_what_is_shown,
    "looking for identity numbers": look_for_identity_numbers,
    "indexing the words": index_words,
    "working out summaries": work_out_summaries,
    "checking the copy": check_draft,
    "packing the database": write_compact,
    "counting its rows": check_counts,
    "describing it for Datasette": describe_for_datasette,
    "writing CSV and Parquet": write_downloads,
    "describing the downloads": describe_downloads,
    "looking whether anything was withheld meanwhile": check_withheld,
}


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    with plain_errors(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        without_journal(connection)
        yield connection


def _broken_references(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return sorted({(table, parent) for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check")})


def _refuse(work: Work, wrong: Sequence[str]) -> None:
    if wrong:
        said = "; ".join(wrong[:_MOST_FINDINGS])
        raise UnsoundRelease(f"{work.order.archive}: no sound copy could be made: {said} (blitar verify tells more)")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
