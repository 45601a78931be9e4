"""The files of a release that are made to be downloaded: each public table as CSV and as Parquet, and what describes
them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from blitar_scraper.archive.descriptions import TABLES, VIEWS
from blitar_scraper.publishing.exports.columns import columns_of
from blitar_scraper.publishing.exports.tables import Column, write_csv_gz, write_parquet

# The name of a file, and the table or view of the release that is in it. An archive of an older program may lack one.
EXPORTED = {
    "articles": "public_articles",
    "article_versions": "public_versions",
    "edits": "edits",
    "view_counts": "view_counts",
    "view_growth": "view_growth",
    "views_at_age": "views_at_age",
    "recent_growth": "recent_growth",
    "media": "media",
    "popular": "popular",
    "problems": "problems",
    "article_captures": "article_captures",
    "captures": "captures",
    "pages": "pages",
    "runs": "runs",
    "sites": "sites",
    "articles_monthly": "articles_monthly",
    "coverage": "coverage",
    "site_health": "site_health",
    "shared_texts": "shared_texts",
    "withheld": "public_withheld",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was exported: `name` of its files, where in the release it is, what it holds, and its keys.

    `references`: columns that name a row of another table, as (column, table's file, its column).
    """

    name: str
    source: str
    description: str | None
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[tuple[str, str, str], ...]
    rows: int


def write_tables(database: Path, folder: Path) -> list[Table]:
    """Write NAME.csv.gz and NAME.parquet of every exported table into `folder`; what was written."""
    # Compressing lets go of Python's lock: both together take little longer than the CSV alone.
    with ThreadPoolExecutor(2) as threads:
        parquet = threads.submit(_write_parquet, database, folder)
        tables = threads.submit(_write_csv, database, folder)
        parquet.result()
        return tables.result()


def _write_csv(database: Path, folder: Path) -> list[Table]:
    with _opened(database) as db:
        exported = _exported(db)
        return [_write(db, folder, name, source, exported) for name, source in exported.items()]


def _write_parquet(database: Path, folder: Path) -> None:
    with _opened(database) as db:
        for name, source in _exported(db).items():
            columns = columns_of(db, source)
            write_parquet(folder / f"{name}.parquet", columns, db.execute(_all_rows(source, columns)))


@contextmanager
def _opened(database: Path) -> Iterator[Database]:
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?immutable=1", uri=True)) as connection:
        yield Database(connection, execute_plugins=False)


def _exported(db: Database) -> dict[str, str]:
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_master").fetchall()}
    return {name: source for name, source in EXPORTED.items() if source in there}


def _all_rows(source: str, columns: Sequence[Column]) -> str:
    listed = ", ".join(f'"{column.name}"' for column in columns)
    return f'SELECT {listed} FROM "{source}"'


def _write(db: Database, folder: Path, name: str, source: str, exported: dict[str, str]) -> Table:
    columns = columns_of(db, source)
    written = write_csv_gz(folder / f"{name}.csv.gz", columns, db.execute(_all_rows(source, columns)))
    table = source if source == "public_withheld" else name
    key = {place: column for _, column, _, _, _, place, _ in db.execute(f'PRAGMA table_xinfo("{table}")') if place}
    references = {
        (own, other, their)
        for _, _, other, own, their, *_ in db.execute(f'PRAGMA foreign_key_list("{table}")')
        if other in exported
    }
    return Table(
        name=name,
        source=source,
        description={**TABLES, **VIEWS}.get(name) or VIEWS.get(source),
        columns=tuple(columns),
        key=tuple(key[place] for place in sorted(key)),
        references=tuple(sorted(references)),
        rows=written.rows,
    )
