"""The columns of a table, a view or a query: their kinds and descriptions, the same whatever the rows hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from blitar_scraper.archive.database import rows
from blitar_scraper.archive.descriptions import describe
from blitar_scraper.publishing.exports.tables import Column, Kind

# Columns that are counted or reckoned by a view: SQLite does not say of what type they are, or differently from
# version to version. (A release holds the views' rows as tables, with types that are no better.)
_COUNTED = frozenset(
    """articles gone words listed stored failed unread dead undated days_observed incomplete_runs views_before
    growth age_days last_exit_status last_listed last_errors never_read failing open_problems failed_runs
    silent_days sites length""".split()
)
_RECKONED = frozenset("days with_title with_author with_date with_views with_body share".split())
_JSON = frozenset("tags evidence settings stats listed_as account".split())
_KINDS: dict[str, Kind] = {"INTEGER": "integer", "INT": "integer", "REAL": "real", "TEXT": "text"}


def columns_of(db: Database, name: str) -> list[Column]:
    """The columns of a table or view of the archive, in order."""
    declared, by_name = _declared(db)
    found = db.execute(f"PRAGMA table_xinfo([{name}])").fetchall()
    kinds: dict[str, Kind] = {**by_name, **declared.get(name.removeprefix("public_"), {})}
    if name == "articles_monthly":
        kinds["changed"] = "integer"  # in `edits` it is a list of names
    return [Column(column, kinds.get(column, "text"), describe(name, column)) for _, column, *_ in found]


def columns_of_query(db: Database, sql: str, values: Mapping[str, Any], *, exact: bool) -> list[Column]:
    """The columns of a query. `exact`: their kinds are read from the rows, in a pass of its own."""
    cursor = db.execute(f"SELECT * FROM (\n{sql}\n) LIMIT 0", dict(values))
    names = [column[0] for column in cursor.description]
    _, by_name = _declared(db)
    if not exact:
        return [Column(name, by_name.get(name, "text")) for name in names]
    quoted = [name.replace('"', '""') for name in names]
    asked = ", ".join(
        f"""max(typeof("{name}") IN ('text', 'blob')), max(typeof("{name}") = 'real'),
            max(typeof("{name}") = 'integer')"""
        for name in quoted
    )
    seen = db.execute(f"SELECT {asked} FROM (\n{sql}\n)", dict(values)).fetchone()
    return [
        Column(name, _seen_kind(*seen[3 * place : 3 * place + 3]) or by_name.get(name, "text"))
        for place, name in enumerate(names)
    ]


def _seen_kind(text: int | None, real: int | None, integer: int | None) -> Kind | None:
    """The kind that holds every value; None where there is none."""
    return "text" if text else "real" if real else "integer" if integer else None


def _declared(db: Database) -> tuple[dict[str, dict[str, Kind]], dict[str, Kind]]:
    """The kinds that the tables' definitions name, by table, and by a column's name where all of them agree."""
    tables: dict[str, dict[str, Kind]] = {}
    found = rows(
        db,
        """SELECT m.name AS "table", c.name, c.type FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
           WHERE m.type = 'table' AND m.sql LIKE '%STRICT%'""",
    )
    for row in found:
        kind: Kind = "json" if row["name"] in _JSON else _KINDS.get(row["type"].upper(), "text")
        tables.setdefault(row["table"], {})[row["name"]] = kind
    by_name: dict[str, Kind] = {**dict.fromkeys(_COUNTED, "integer"), **dict.fromkeys(_RECKONED, "real")}
    for kinds in tables.values():
        by_name |= kinds
    disputed = {name for kinds in tables.values() for name, kind in kinds.items() if kind != by_name[name]}
    return tables, {name: kind for name, kind in by_name.items() if name not in disputed}
