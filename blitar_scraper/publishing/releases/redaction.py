"""A release's database: an archive's tables with what may be shown, and nothing else.

It is not the archive with parts removed: each row is written from the public views into a new file, so that what is
withheld was never in it, on no page of the file and in no index. What the archive has beyond that (`sightings`, reasons
of withholding, tables of somebody's own) has no way into it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from blitar_scraper.archive.database import RELEASE, reading_uri
from blitar_scraper.archive.history import gone_captures
from blitar_scraper.publishing.releases import schema as release_schema
from blitar_scraper.publishing.releases.schema import TABLE_OF
from blitar_scraper.publishing.releases.traces import Traces, traces_in

# Tables without an article's content, as they are.
_PLAIN = ("_sqlite_migrations",)
# Tables whose rows name the capture that they were read from, if any is there.
_CITING = ("articles", "article_versions", "view_counts", "media", "popular", "problems")
_SHOWN = "SELECT id FROM live.articles WHERE withheld_at IS NULL"


@dataclass
class Copied:
    """Rows of a release's database by table; rows that public views have and that were left out, because they name
    what is withheld; and how much is withheld: `articles` as a whole, `parts` (fields and versions) of others."""

    rows: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    articles_withheld: int = 0
    parts_withheld: int = 0


def copy_public(source: Path, target: Path) -> Copied:
    """Make a release's database of what the archive `source` may show, at one moment; `target` must not exist.

    A crawl may be writing to the archive. The copy's search index is empty, and its slow views are still views.
    """
    uri = f"{target.absolute().as_uri()}?mode=rwc"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        without_journal(connection)
        connection.execute(f"PRAGMA application_id = {RELEASE}")
        _run(connection, release_schema.tables())
        with _attached(connection, source):
            copied = _copy(connection, traces_in(connection, "live"))
        _run(connection, [*release_schema.indexes(), *release_schema.views()])
        return copied


def without_journal(connection: sqlite3.Connection) -> None:
    """A file that is thrown away when anything goes wrong needs no journal, and is on the disk when it is finished."""
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -65536")  # KiB; SQLite's own 2 MB make large indexes slow


def _run(connection: sqlite3.Connection, statements: list[str]) -> None:
    for sql in statements:
        connection.execute(sql)


@contextmanager
def _attached(connection: sqlite3.Connection, source: Path) -> Iterator[None]:
    """The archive as `live`, seen as it is at one moment, whatever is written to it meanwhile."""
    connection.execute("ATTACH DATABASE ? AS live", [reading_uri(source)])
    connection.execute("BEGIN")
    yield
    connection.execute("COMMIT")
    connection.execute("DETACH DATABASE live")


def _copy(connection: sqlite3.Connection, traces: Traces) -> Copied:
    _teach(connection, traces)
    copied = Copied()

    def fill(table: str, view: str, *, unless: str = "", **instead: str) -> None:
        """Fill a table. `unless`: a condition on rows that name what is withheld; `instead`: columns otherwise read."""
        columns = _columns(connection, table)
        values = ", ".join(instead.get(column, f"t.{column}") for column in columns)
        where = f"WHERE NOT ({unless})" if unless and traces else ""
        cursor = connection.execute(
            f"INSERT INTO main.{table} ({', '.join(columns)}) SELECT {values} FROM live.{view} t {where}"
        )
        copied.rows[table] = cursor.rowcount
        if where:
            copied.left_out[table] = _count(connection, f"live.{view} t WHERE {unless}")

    for table in _PLAIN:
        fill(table, table)
    cleaned = _CLEANED if traces else {}
    for table in ("sites", "runs"):
        fill(table, table, **cleaned.get(table, {}), unless=_NAMING.get(table, ""))
    for view, table in TABLE_OF.items():
        instead = {"withheld_at": "NULL"} if table == "articles" else cleaned.get(table, {})
        fill(table, view, **instead, unless=_NAMING.get(table, ""))
    copied.rows["article_captures"] = _copy_places(connection)
    copied.rows["withholdings"] = _copy_withholdings(connection)
    if copied.left_out.get("captures"):
        for table in _CITING:
            connection.execute(
                f"UPDATE {table} SET capture_id = NULL WHERE capture_id NOT IN (SELECT id FROM main.captures)"
            )
    copied.articles_withheld = copied.rows["public_withheld"]
    copied.parts_withheld = copied.rows["withholdings"]
    return copied


# The beginning of a title can be another article's title. Of an address it is known whose it is.
_IS_KNOWN = """EXISTS (SELECT 1 FROM live.pages p JOIN live.public_articles a ON a.id = p.article_id
        WHERE p.url = t.url AND a.title IS NOT NULL)"""
# Columns that are looked through, where anything is withheld.
_CLEANED = {
    "sites": {"settings": "without_withheld(t.settings)"},
    "runs": {"stats": "without_withheld(t.stats)"},
    "pages": {"listed_as": "CASE WHEN t.article_id IS NULL THEN without_withheld(t.listed_as) ELSE t.listed_as END"},
    "problems": {"detail": "CASE WHEN NOT withheld_text(t.detail) THEN t.detail END"},
}
# Rows that are nobody's, or another article's, and name a withheld one. A capture of an address that a withheld
# article once had stays where a shown one was read from it.
_NAMING = {
    "captures": f"""withheld_address(t.url) AND NOT EXISTS (
        SELECT 1 FROM live.article_captures k WHERE k.capture_id = t.id AND k.article_id IN ({_SHOWN}))""",
    "pages": "t.article_id IS NULL AND withheld_address(t.url)",
    "problems": "withheld_address(t.url)",
    "popular": f"withheld_address(t.url) OR withheld_title(t.title) AND NOT {_IS_KNOWN}",
}


def _teach(connection: sqlite3.Connection, traces: Traces) -> None:
    """Functions for SQL that tell what names a withheld article."""
    functions = {
        "withheld_address": traces.in_address,
        "withheld_text": traces.in_text,
        "withheld_title": traces.in_title,
        "without_withheld": traces.without,
    }
    for name, function in functions.items():
        connection.create_function(name, 1, function, deterministic=True)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns that can be written to: generated ones (hidden = 2) cannot."""
    return [row[1] for row in connection.execute(f"PRAGMA main.table_xinfo({table})") if row[6] == 0]


def _copy_places(connection: sqlite3.Connection) -> int:
    """Which captures the versions that are shown were read from, and those that show articles gone."""
    return connection.execute(
        f"""INSERT INTO main.article_captures (article_id, version, capture_id, role)
            SELECT k.article_id, k.version, k.capture_id, k.role FROM (
                SELECT article_id, version, capture_id, role, 0 AS place FROM live.article_captures
                UNION ALL SELECT article_id, version, capture_id, role, 1 FROM ({gone_captures("live")})
            ) k
            WHERE k.capture_id IN (SELECT id FROM main.captures)
                AND (k.role = 'gone' AND k.article_id IN ({_SHOWN})
                    OR (k.article_id, k.version) IN (SELECT article_id, version FROM main.article_versions)
                    OR (k.article_id, k.version) IN (
                        SELECT id, version FROM main.articles WHERE withheld IS NOT 'version'))
            ORDER BY k.article_id, k.version, k.capture_id, k.place
            ON CONFLICT DO NOTHING"""
    ).rowcount


def _copy_withholdings(connection: sqlite3.Connection) -> int:
    """That fields and versions are withheld, and since when: one row each, without the reason.

    A version stands here with all others that go with it (`withheld.WITHHELD_VERSIONS`).
    """
    in_force = "FROM live.withholdings w WHERE w.lifted_at IS NULL"
    return connection.execute(
        f"""INSERT INTO main.withholdings (article_id, field, version, withheld_at, reason)
            SELECT article_id, field, NULL AS version, MIN(withheld_at), '' {in_force}
                AND field IS NOT NULL AND article_id IN ({_SHOWN}) GROUP BY article_id, field
            UNION ALL
            SELECT h.article_id, NULL, h.version,
                (SELECT MIN(w.withheld_at) {in_force} AND w.article_id = h.article_id AND w.version IS NOT NULL), ''
            FROM (
                SELECT article_id, version FROM live.article_versions v
                WHERE article_id IN (SELECT article_id FROM live.withholdings) AND article_id IN ({_SHOWN})
                    AND NOT EXISTS (SELECT 1 FROM main.article_versions s
                        WHERE s.article_id = v.article_id AND s.version = v.version)
                UNION ALL SELECT id, version FROM main.articles WHERE withheld = 'version'
            ) h
            ORDER BY 1, 2, 3"""
    ).rowcount


def _count(connection: sqlite3.Connection, what: str) -> int:
    number: int = connection.execute(f"SELECT COUNT(*) FROM {what}").fetchone()[0]
    return number
