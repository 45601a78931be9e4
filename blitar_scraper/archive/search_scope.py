"""In which articles, and where in them, words are looked for: what filters leave, and what is not withheld."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from sqlite_utils import Database

from blitar_scraper.archive import withholding
from blitar_scraper.archive.withheld import with_field_withheld


class Selection(NamedTuple):
    """The ids of some articles as an SQL query, and the values of its marks."""

    sql: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """What articles are held to; None for what does not matter. What each means: see `search`."""

    site: str | None = None
    year: int | None = None
    section: str | None = None
    since: str | None = None
    until: str | None = None

    def selections(self) -> list[Selection]:
        """The articles that each filter leaves: those found must be in all of them.

        Each is what an index gives: no row of `articles` is read for it. An article whose section or date is withheld
        is not found by it.
        """
        found: list[Selection] = []
        if self.site is not None:
            found.append(Selection("SELECT id FROM articles WHERE site = ?", (self.site,)))
        if self.section is not None:
            hidden = with_field_withheld("section")
            found.append(Selection(f"SELECT id FROM articles WHERE section = ? EXCEPT {hidden}", (self.section,)))
        year = None if self.year is None else f"{self.year:04d}"
        for first, last in ((year, year), (self.since, self.until)):
            if first is not None or last is not None:
                found.append(_published_between(first or "", f"{last}~" if last else "~"))
        return found

    def conditions(self) -> tuple[str, list[str]]:
        """The same as SQL conditions on `rowid` (each behind an AND), and the values of their marks.

        The plus keeps SQLite from asking the search index once for each id.
        """
        selections = self.selections()
        sql = "".join(f" AND +rowid IN ({selection.sql})" for selection in selections)
        return sql, [value for selection in selections for value in selection.values]


def _published_between(first: str, last: str) -> Selection:
    """`last`: text that every time in question is before. Not all are known to the day, but may be to the month."""
    return Selection(
        f"""SELECT id FROM articles WHERE published_date BETWEEN ? AND ?
            UNION ALL SELECT id FROM articles WHERE published_date IS NULL AND published_at BETWEEN ? AND ?
            EXCEPT {with_field_withheld("published_at")}""",
        (first, last, first, last),
    )


@dataclass(frozen=True, slots=True)
class Scope:
    """Where words may be looked for in some of the articles, so that nothing withheld is given away by a match.

    `column`: `title` or `body_main`, None for both; `rowids`: an SQL condition on `rowid`; `values`: those of its
    marks. `snippet_of`: the column of the index to quote, 0 title or 1 body.
    """

    column: str | None
    rowids: str
    values: tuple[str, ...]
    snippet_of: int

    def expression(self, query: str) -> str:
        """The query held to that column, with all that it excludes: what is hidden excludes nothing either."""
        return query if self.column is None else f"{{{self.column}}} : ({query})"


def scopes_of(db: Database) -> list[Scope]:
    """All that is shown, in parts: the articles of which nothing is hidden from search first, mostly that alone."""
    hidden = withholding.hidden_from_search(db)
    without = _scope(None, "NOT IN", hidden.articles | hidden.titles | hidden.bodies, snippet_of=1)
    scopes = [without]
    if hidden.bodies:
        scopes.append(_scope("title", "IN", hidden.bodies, snippet_of=0))
    if hidden.titles:
        scopes.append(_scope("body_main", "IN", hidden.titles, snippet_of=1))
    return scopes


def _scope(column: str | None, operator: str, ids: Collection[int], *, snippet_of: int) -> Scope:
    if operator == "NOT IN" and not ids:
        return Scope(column, "1", (), snippet_of)
    rowids = f"+articles_fts.rowid {operator} (SELECT value FROM json_each(?))"
    return Scope(column, rowids, (json.dumps(sorted(ids)),), snippet_of)
