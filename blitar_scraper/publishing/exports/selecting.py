"""Which rows an export holds: a table of the archive with its filters, or a query; as SQL."""

from __future__ import annotations

import difflib
import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from blitar_scraper.publishing.exports.columns import columns_of, columns_of_query
from blitar_scraper.publishing.exports.tables import Column
from blitar_scraper.publishing.queries import QUERIES


class BadSelection(Exception):
    """What was asked for cannot be; one line for whoever asked."""


@dataclass(frozen=True, slots=True)
class Source:
    """A table that can be exported.

    `public`: what stands for it before the public; `table`: where the keeper reads all of it. `order`: the columns
    that name a row. `when`: its column of time. `of_site`: the condition that keeps the rows of sites `{sites}`.
    """

    public: str
    table: str
    order: str
    when: str | None = None
    of_site: str = "site IN ({sites})"


_OF_ARTICLE = "article_id IN (SELECT id FROM articles WHERE site IN ({sites}))"
# Of these two the article's view counts decide whether they may be shown.
_GROWTH = "(SELECT * FROM view_growth WHERE article_id IN (SELECT article_id FROM public_view_counts))"
_AT_AGE = "(SELECT * FROM views_at_age WHERE article_id IN (SELECT article_id FROM public_view_counts))"

SOURCES: dict[str, Source] = {
    "articles": Source("public_articles", "articles", "id", "published_at"),
    "versions": Source(
        "public_versions", "article_versions", "article_id, version", "published_at", of_site=_OF_ARTICLE
    ),
    "edits": Source("public_edits", "edits", "article_id, version", "edited_at"),
    "withheld": Source("public_withheld", "public_withheld", "uid", "withheld_at"),
    "views": Source("public_view_counts", "view_counts", "article_id, observed_at", "observed_at", of_site=_OF_ARTICLE),
    "view_growth": Source(_GROWTH, "view_growth", "article_id, observed_at", "observed_at"),
    "views_at_age": Source(_AT_AGE, "views_at_age", "article_id, age_days", "observed_at"),
    "media": Source("public_media", "media", "article_id, position", of_site=_OF_ARTICLE),
    "popular": Source("public_popular", "popular", "site, observed_at, rank", "observed_at"),
    "coverage": Source("coverage", "coverage", "site, month", "month"),
    "monthly": Source("articles_monthly", "articles_monthly", "site, month", "month"),
    "problems": Source("public_problems", "problems", "id", "seen_at"),
    "pages": Source("public_pages", "pages", "url", "discovered_at"),
    "sites": Source("sites", "sites", "id", "added_at", of_site="id IN ({sites})"),
    "runs": Source("runs", "runs", "id", "started_at"),
    "captures": Source(
        "public_captures",
        "captures",
        "id",
        "fetched_at",
        of_site="run_id IN (SELECT id FROM runs WHERE site IN ({sites}))",
    ),
}
# Where a value was read from is long and for programs: it comes when it is asked for.
_LONG = frozenset({"evidence"})
# What is in quotation marks that are closed, with a mark of the kind written twice; and comments.
_QUOTED = re.compile(r"""'[^']*'|"[^"]*"|--[^\n]*|/\*.*?\*/""", re.DOTALL)
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be exported. `query`: the name of a canned query or SQL, instead of a table and its filters."""

    table: str = "articles"
    sites: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    where: str | None = None
    columns: tuple[str, ...] = ()
    all_columns: bool = False
    query: str | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    withheld_too: bool = False

    @property
    def typed(self) -> str:
        """The SQL in it that somebody typed, which is run within bounds."""
        return self.where or (self.query if self.query and self.query not in QUERIES else "") or ""


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows as SQL with its values, and their columns. `undated` counts those left out for want of a date."""

    name: str
    sql: str
    values: dict[str, Any]
    columns: Sequence[Column]
    undated: str | None = None


def select(db: Database, request: Request, *, exact_kinds: bool = False) -> Selection:
    """The rows that the request asks for. Raises BadSelection; SQLite's own errors pass."""
    if request.query is not None:
        return _of_query(db, request, exact_kinds)
    source = _source(request.table)
    base = source.table if request.withheld_too else source.public
    named = source.table if base.startswith("(") else base
    columns = _columns(columns_of(db, named), request)
    if request.where:
        _check_where(db, base, request.where)
    values: dict[str, Any] = {f"site{number}": site for number, site in enumerate(request.sites)}
    conditions = []
    if request.sites:
        conditions.append(source.of_site.format(sites=", ".join(f":{name}" for name in values)))
    if request.where:
        # The line ends keep a comment in it from hiding what follows.
        conditions.append(f"(\n{request.where}\n)")
    bounds, undated = _bounds(source, request), None
    if bounds:
        lacking = " AND ".join([*conditions, _uncertain(source, request)])
        undated = f"SELECT count(*) FROM {base} WHERE {lacking}"
    values |= {name: day for name, day in (("since", request.since), ("until", request.until)) if day}
    where = " AND ".join([*conditions, *bounds])
    asked = ", ".join(f'"{column.name}"' for column in columns)
    sql = f"SELECT {asked} FROM {base}" + (f" WHERE {where}" if where else "") + f" ORDER BY {source.order}"
    return Selection(request.table, sql, values, columns, undated)


def _check_where(db: Database, base: str, where: str) -> None:
    """Raises BadSelection where it is no expression of SQL, in words that name nothing but what was typed."""
    if set("'\"") & set(_QUOTED.sub("", where)):
        raise BadSelection("--where: a quotation mark is not closed")
    try:
        db.execute(f"EXPLAIN SELECT 1 FROM {base} WHERE (\n{where}\n)")
    except sqlite3.OperationalError as error:
        said = "it ends too early" if 'near ")"' in str(error) else str(error)
        raise BadSelection(f"--where: {said}") from error


def _of_query(db: Database, request: Request, exact_kinds: bool) -> Selection:
    text = request.query or ""
    canned = QUERIES.get(text)
    if canned is None and not re.search(r"\s", text.strip()):
        near = difflib.get_close_matches(text, QUERIES, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(QUERIES)}"
        raise BadSelection(f"no query '{text}'; {hint}")
    sql = (canned.sql if canned else text).strip().rstrip(";").rstrip()
    values: dict[str, Any] = dict(request.parameters)
    if canned:
        if unknown := values.keys() - set(canned.parameters):
            raise BadSelection(f"query {text} has no parameter {min(unknown)}; {_listed(canned.parameters)}")
        values = dict.fromkeys(canned.parameters, "") | values
    db.execute(f"EXPLAIN {sql}", values)  # a mistake in it is said of the text as it was typed
    columns = columns_of_query(db, sql, values, exact=exact_kinds)
    return Selection(text if canned else "rows", sql, values, columns)


def _listed(parameters: Sequence[str]) -> str:
    return f"it has {', '.join(parameters)}" if parameters else "it has none"


def _source(name: str) -> Source:
    if name not in SOURCES:
        near = difflib.get_close_matches(name, SOURCES, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(SOURCES)}"
        raise BadSelection(f"no table '{name}'; {hint}")
    return SOURCES[name]


def _columns(there: Sequence[Column], request: Request) -> list[Column]:
    if not request.columns:
        return [column for column in there if request.all_columns or column.name not in _LONG]
    by_name = {column.name: column for column in there}
    for name in request.columns:
        if name not in by_name:
            near = difflib.get_close_matches(name, by_name, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(by_name)}"
            raise BadSelection(f"{request.table} have no column '{name}'; {hint}")
    return [by_name[name] for name in dict.fromkeys(request.columns)]


def _bounds(source: Source, request: Request) -> list[str]:
    """Conditions that hold where a row's time is certainly in the period: a bare year is in no month of it."""
    for option, day in (("--since", request.since), ("--until", request.until)):
        if day is None:
            continue
        if source.when is None:
            raise BadSelection(f"{option} does not apply: {request.table} have no time of their own")
        if not _DAY.fullmatch(day):
            raise BadSelection(f"{option} {day}: not a date like 2024, 2024-09 or 2024-09-27")
    first, last = _first_and_last_day(source)
    since = [f"{first} >= :since"] if request.since else []
    until = [f"substr({last}, 1, length(:until)) <= :until"] if request.until else []
    return [*since, *until]


def _uncertain(source: Source, request: Request) -> str:
    """The condition that a row has no time, or one that may lie in the period and may not."""
    first, last = _first_and_last_day(source)
    reaches = [f"{last} >= :since"] if request.since else []
    reaches += [f"substr({first}, 1, length(:until)) <= :until"] if request.until else []
    return f"({source.when} IS NULL OR ({' AND '.join(reaches)} AND NOT ({' AND '.join(_bounds(source, request))})))"


def _first_and_last_day(source: Source) -> tuple[str, str]:
    """A row's time filled up to the first and to the last day that it may mean, to be compared as text."""
    rest = f"length({source.when}) - 3"
    return f"({source.when} || substr('-01-01', {rest}))", f"({source.when} || substr('-12-31', {rest}))"
