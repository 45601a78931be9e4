"""What is served: which of Datasette's databases is the archive, and how its pages are set.

The settings stand in Datasette's metadata under `plugins.blitar_scraper`, all of them optional: `database` (its name),
`language` ("en" or "id"), `base_url` (the public address), `title`, `downloads` (a folder). Without `database` it is
the first one that is an archive; where none is, the plugin leaves Datasette as it is.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from datasette.utils import sqlite_timelimit
from sqlite_utils import Database

from blitar_scraper.archive.database import is_release
from blitar_scraper.publishing.words import LANGUAGES, Words

PLUGIN = "blitar_scraper"
# What our pages read. A file without one of them was written by another program, or by an older version of this one.
_NEEDED = frozenset(
    "sites runs captures public_articles public_versions public_media public_view_counts public_pages"
    " articles_monthly coverage site_health".split()
)
# The first parts of addresses of ours that would hide a database of that name, or its tables.
_OURS = frozenset({"search", "sites", "site", "downloads"})
# Our own pages ask few and known questions. Longer than this (milliseconds) something is wrong, and the reader is
# told so; the limit on visitors' own SQL is Datasette's `sql_time_limit_ms`.
TIME_LIMIT = 10_000

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Served:
    """The archive that is served. `base_url`: its public address without the last slash, or None where not known."""

    database: str
    path: Path
    words: Words
    title: str | None
    base_url: str | None
    downloads: Path | None
    is_release: bool


_found: WeakKeyDictionary[Any, Served | None] = WeakKeyDictionary()


def served(datasette: Any) -> Served | None:
    """The archive among this Datasette's databases, None where there is none. Looked for once."""
    if datasette not in _found:
        _found[datasette] = _find(datasette)
        if _found[datasette] is not None:
            _make_way(datasette)
    return _found[datasette]


async def read(datasette: Any, question: Callable[[Database], Answer]) -> Answer:
    """What `question` answers when it is given the archive's database, on one of Datasette's reading threads.

    The connection is Datasette's own: read-only, and shared, so nothing about it may be changed. Raises
    sqlite3.OperationalError ("interrupted") after TIME_LIMIT.

        articles = await read(datasette, lambda db: rows(db, "SELECT ... FROM public_articles WHERE uid = ?", uid))
    """
    archive = served(datasette)
    assert archive is not None  # our routes exist only where there is one

    def ask(connection: sqlite3.Connection) -> Answer:
        with sqlite_timelimit(connection, TIME_LIMIT):
            return question(Database(connection, execute_plugins=False))

    answer: Answer = await datasette.get_database(archive.database).execute_fn(ask)
    return answer


def _make_way(datasette: Any) -> None:
    """Move databases whose files are called like a page of ours: search.db's tables are at /search-data then."""
    for database in datasette.databases.values():
        if database.route in _OURS:
            database.route = f"{database.route}-data"


def _find(datasette: Any) -> Served | None:
    settings = datasette.plugin_config(PLUGIN) or {}
    wanted = settings.get("database")
    for name, database in datasette.databases.items():
        if database.path is None or (wanted is not None and name != wanted):
            continue
        path = Path(database.path)
        names, release = _looked_into(path, immutable=not database.is_mutable)
        if names >= _NEEDED:
            return _served(name, path, settings, release=release)
        if "article_versions" in names and "stem_terms" in names:
            print(f"{path}: an archive of an older version; open it once with blitar serve", file=sys.stderr)
    return None


def _served(name: str, path: Path, settings: dict[str, Any], *, release: bool) -> Served:
    language = settings.get("language")
    base_url = settings.get("base_url")
    downloads = Path(settings.get("downloads") or path.absolute().parent / "downloads")
    return Served(
        database=name,
        path=path,
        words=Words(language if language in LANGUAGES else "en"),
        title=settings.get("title"),
        base_url=base_url.rstrip("/") if isinstance(base_url, str) and base_url.startswith("http") else None,
        downloads=downloads if release and downloads.is_dir() else None,
        is_release=release,
    )


def _looked_into(path: Path, *, immutable: bool) -> tuple[set[str], bool]:
    """The names of a database's tables and views, none where it cannot be read; and whether it is a release."""
    uri = f"{path.absolute().as_uri()}?{'immutable=1' if immutable else 'mode=ro'}"
    with suppress(sqlite3.Error), closing(sqlite3.connect(uri, uri=True)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master").fetchall()}
        return names, is_release(connection)
    return set(), False
