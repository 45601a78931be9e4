"""How many articles a search finds, and how many of them each site, year and section has."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlite_utils import Database

from blitar_scraper.archive.search_scope import Filters, Selection, scopes_of
from blitar_scraper.archive.search_words import forms_in, match_expression

# Past so many nobody asks how many exactly; to read site, year and section of so many takes 30 ms.
MOST_COUNTED = 10_000
# So many articles with the words are held against the filters; it takes 150 ms.
MOST_LOOKED_AT = 200_000


class Count(NamedTuple):
    """How many of the articles found have this value. `value`: site id, year ("2024") or section; None: has none."""

    value: str | None
    number: int


@dataclass(frozen=True, slots=True)
class Facets:
    """How many articles were found, and how many of them each site, year and section has.

    The counts of a kind leave its own filter aside (the sites are those that could be chosen instead), and hold to the
    others. `is_more`: there are more than `total`; then the counts are of a part of them, and tell which is larger.
    Sites and sections: most first; years: newest first, undated last.
    """

    total: int
    is_more: bool
    sites: tuple[Count, ...]
    years: tuple[Count, ...]
    sections: tuple[Count, ...]


def facets(
    db: Database,
    words: str,
    *,
    site: str | None = None,
    year: int | None = None,
    section: str | None = None,
    since: str | None = None,
    until: str | None = None,
    most: int = MOST_COUNTED,
) -> Facets:
    """How many articles `search` finds with the same words and filters, and their sites, years and sections.

    Bounded in time: at most `most` articles are counted (of each kind), of the MOST_LOOKED_AT with the words that were
    stored last.
    """
    match = match_expression(words, forms_in(db))
    if match is None:
        return Facets(0, False, (), (), ())
    found = _Found(db, match.expression(forms=True), most)
    filters = Filters(site, year, section, since, until)
    sites = Counter(row[0] for row in found.rows(replace(filters, site=None)))
    years = Counter(row[1] for row in found.rows(replace(filters, year=None)))
    sections = Counter(row[2] for row in found.rows(replace(filters, section=None)))
    ids, are_all = found.ids(filters)
    return Facets(
        total=min(len(ids), most),
        is_more=not are_all or len(ids) > most,
        sites=_most_first(sites),
        years=tuple(Count(*pair) for pair in sorted(years.items(), key=lambda pair: pair[0] or "", reverse=True)),
        sections=_most_first(sections),
    )


class _Found:
    """The articles with the words, and which of them filters leave; each is asked for once."""

    def __init__(self, db: Database, query: str, most: int) -> None:
        self._db, self._query, self._most = db, query, most
        self._all: dict[int, tuple[list[int], bool]] = {}
        self._selected: dict[Selection, set[int]] = {}
        self._rows: dict[int, tuple[str | None, ...]] = {}

    def ids(self, filters: Filters) -> tuple[list[int], bool]:
        """The ids of those that the filters leave, at most one more than `most`; whether all could be looked at."""
        selected = [self._selection(selection) for selection in filters.selections()]
        ids, are_all = self._looked_at(MOST_LOOKED_AT if selected else self._most + 1)
        if selected:
            left = set.intersection(*selected)
            ids = [number for number in ids if number in left]
        return ids[: self._most + 1], are_all

    def rows(self, filters: Filters) -> list[tuple[str | None, ...]]:
        """Site, year and section of each of them, at most `most`."""
        ids = self.ids(filters)[0][: self._most]
        self._read(number for number in ids if number not in self._rows)
        return [self._rows[number] for number in ids if number in self._rows]

    def _looked_at(self, number: int) -> tuple[list[int], bool]:
        """So many articles with the words, those stored last; whether there are no others."""
        if number not in self._all:
            found: list[int] = []
            are_all = True
            for scope in scopes_of(self._db):
                cursor = self._db.execute(
                    f"""SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? AND {scope.rowids}
                        ORDER BY rowid DESC LIMIT ?""",
                    [scope.expression(self._query), *scope.values, number],
                )
                ids = [found_id for (found_id,) in cursor]
                are_all = are_all and len(ids) < number
                found += ids
            self._all[number] = found, are_all
        return self._all[number]

    def _selection(self, selection: Selection) -> set[int]:
        if selection not in self._selected:
            cursor = self._db.execute(selection.sql, selection.values)
            self._selected[selection] = {number for (number,) in cursor}
        return self._selected[selection]

    def _read(self, ids: Iterable[int]) -> None:
        cursor = self._db.execute(
            """SELECT id, site, substr(published_at, 1, 4), section FROM public_articles
               WHERE id IN (SELECT value FROM json_each(?))""",
            [json.dumps(list(ids))],
        )
        self._rows |= {number: tuple(rest) for number, *rest in cursor.fetchall()}


def _most_first(counts: Counter[str | None]) -> tuple[Count, ...]:
    return tuple(Count(*pair) for pair in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] or "")))
