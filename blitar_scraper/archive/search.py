"""Full-text search in titles and bodies, best first. What is withheld is neither found nor shown.

Works on any connection to an archive or a release (read-only, immutable, Datasette's own): give it as
`sqlite_utils.Database(connection, execute_plugins=False)`.
"""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from sqlite_utils import Database

from blitar_scraper.archive import withholding
from blitar_scraper.archive.database import rows
from blitar_scraper.archive.search_words import Match, forms_in, match_expression
from blitar_scraper.archive.withheld import with_field_withheld

# A word in the title says more of an article than one in its text; ten is what most search engines begin with.
TITLE_WEIGHT = 10.0


class Segment(NamedTuple):
    """A piece of a text; `is_hit`: it is a word that was looked for. Stored text as it is: escape it where it goes."""

    text: str
    is_hit: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that has all the words. `rank`: its place among all hits, the best is 1.

    `title_segments` make its title, with its hits (none where there is no title to show); `segments` are the piece of
    its text that has most of the words; where that is withheld, of the title.
    """

    article_id: int
    uid: str
    site: str
    url: str
    title: str | None
    section: str | None
    published_at: str | None
    rank: int
    title_segments: tuple[Segment, ...]
    segments: tuple[Segment, ...]

    @property
    def snippet(self) -> str:
        """The piece of the text, hits in [ ]. Which brackets were in the text itself cannot be told: see `segments`."""
        return "".join(f"[{segment.text}]" if segment.is_hit else segment.text for segment in self.segments)


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


# Past so many nobody asks how many exactly; to read site, year and section of so many takes 30 ms.
MOST_COUNTED = 10_000
# So many articles with the words are held against the filters; it takes 150 ms.
MOST_LOOKED_AT = 200_000
# Of a word (or words) that more articles have, not all are ranked, which takes 1 to 2 ms a thousand: first come those
# with it in the title, then the others, of each the ones stored last.
MOST_RANKED = 20_000


def search(
    db: Database,
    words: str,
    *,
    site: str | None = None,
    year: int | None = None,
    section: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = 20,
    offset: int = 0,
) -> list[Hit]:
    """The articles that have all the words, best first: those with the words as typed, then those with other forms.

    What may be typed: see `search_words`. `site`: a site's id; `year`: of publication; `section`: as printed; `since`,
    `until`: first and last day of publication, `YYYY-MM-DD` (or `YYYY-MM`, `YYYY`). No input is an error: what has no
    letter or digit finds nothing.
    """
    match = match_expression(words, forms_in(db))
    if match is None:
        return []
    filters = _Filters(site, year, section, since, until)
    scopes = _scopes(db)
    wanted = offset + limit
    ranked: list[int] = []
    for query in _queries(db, match):
        ranked += _ranked(db, scopes, query, filters, wanted - len(ranked))
        if len(ranked) >= wanted:
            break
    page = ranked[offset:wanted]
    query = match.expression(forms=True)
    shown = {row["id"]: row for scope in scopes for row in _shown(db, scope, query, page)}
    return [_hit(shown[number], rank) for rank, number in enumerate(page, offset + 1) if number in shown]


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
    found = _Found(db, _scopes(db), match.expression(forms=True), most)
    filters = _Filters(site, year, section, since, until)
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


def forms_found(db: Database, words: Sequence[str], *, most: int = 10) -> list[tuple[list[str], int]]:
    """Of each word: other forms that a search for it finds, shortest first, at most so many; and how many more.

    None is told that only stands where something is withheld.
    """
    scopes = _scopes(db)
    told = []
    for word, forms in zip(words, forms_in(db)(words), strict=True):
        others = [form for form in dict.fromkeys(forms) if form != word.lower()]
        shown = list(islice((form for form in others if _is_found(db, scopes, form)), most))
        told.append((shown, len(others) - most if len(shown) == most else 0))
    return told


def _is_found(db: Database, scopes: Sequence[_Scope], form: str) -> bool:
    query = '"' + form + '"'
    for scope in scopes:
        sql = f"SELECT 1 FROM articles_fts WHERE articles_fts MATCH ? AND {scope.rowids} LIMIT 1"
        if db.execute(sql, [scope.expression(query), *scope.values]).fetchone():
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Filters:
    site: str | None = None
    year: int | None = None
    section: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class _Scope:
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


def _scopes(db: Database) -> list[_Scope]:
    hidden = withholding.hidden_from_search(db)
    without = _scope(None, "NOT IN", hidden.articles | hidden.titles | hidden.bodies, snippet_of=1)
    scopes = [without]
    if hidden.bodies:
        scopes.append(_scope("title", "IN", hidden.bodies, snippet_of=0))
    if hidden.titles:
        scopes.append(_scope("body_main", "IN", hidden.titles, snippet_of=1))
    return scopes


def _scope(column: str | None, operator: str, ids: Collection[int], *, snippet_of: int) -> _Scope:
    if operator == "NOT IN" and not ids:
        return _Scope(column, "1", (), snippet_of)
    rowids = f"+articles_fts.rowid {operator} (SELECT value FROM json_each(?))"
    return _Scope(column, rowids, (json.dumps(sorted(ids)),), snippet_of)


def _conditions(filters: _Filters) -> tuple[str, list[str]]:
    """The filters as SQL conditions on `rowid`, and the values of their marks.

    Each is the set of ids that an index gives, made once a query: no row of `articles` is read for them. The plus
    keeps SQLite from asking the search index once for each id.
    """
    conditions: list[str] = []
    values: list[str] = []
    if filters.site is not None:
        conditions.append("+rowid IN (SELECT id FROM articles WHERE site = ?)")
        values.append(filters.site)
    if filters.section is not None:
        conditions.append(
            f"+rowid IN (SELECT id FROM articles WHERE section = ? AND id NOT IN ({with_field_withheld('section')}))"
        )
        values.append(filters.section)
    year = None if filters.year is None else f"{filters.year:04d}"
    for first, last in ((year, year), (filters.since, filters.until)):
        if first is None and last is None:
            continue
        # What is not known to the day has no date, but may lie between whole months or years.
        period = [first or "", f"{last}~" if last else "~"]
        conditions.append(
            f"""+rowid IN (
                SELECT id FROM articles WHERE published_date BETWEEN ? AND ?
                UNION ALL SELECT id FROM articles WHERE published_date IS NULL AND published_at BETWEEN ? AND ?
                EXCEPT {with_field_withheld("published_at")})"""
        )
        values += [*period, *period]
    return "".join(f" AND {condition}" for condition in conditions), values


def _queries(db: Database, match: Match) -> Iterator[str]:
    """The queries whose articles make the list, one behind the other, each ranked: no article is in two of them.

    They are the same whatever filters there are, and so is the order of the articles.
    """
    exact = match.expression(forms=False)
    for forms, besides in ((False, ""), (True, f" NOT ({exact})")):
        if forms and not match.has_forms:
            return
        whole = f"({match.expression(forms=forms)}){besides}"
        if _has_at_most(db, whole, MOST_RANKED):
            yield whole
        else:
            in_title = match.expression(forms=forms, column="title")
            yield f"({in_title}){besides}"
            yield f"({whole}) NOT ({in_title})"


def _has_at_most(db: Database, query: str, number: int) -> bool:
    sql = "SELECT COUNT(*) FROM (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? LIMIT ?)"
    (found,) = db.execute(sql, [query, number + 1]).fetchone()
    return int(found) <= number


def _ranked(db: Database, scopes: Sequence[_Scope], query: str, filters: _Filters, most: int) -> list[int]:
    """The ids of the articles found, best first."""
    conditions, values = _conditions(filters)
    found: list[tuple[float, int]] = []
    for scope in scopes:
        cursor = db.execute(
            f"""SELECT score, rowid FROM (
                    SELECT bm25(articles_fts, {TITLE_WEIGHT}, 1.0) AS score, rowid FROM articles_fts
                    WHERE articles_fts MATCH ? AND {scope.rowids}{conditions}
                    ORDER BY rowid DESC LIMIT {MOST_RANKED})
                ORDER BY score, rowid LIMIT ?""",
            [scope.expression(query), *scope.values, *values, most],
        )
        found += [(score, number) for score, number in cursor.fetchall()]
    return [number for _, number in sorted(found)[:most]]


class _Found:
    """The articles found with some filters, at most one more than `most`, asked for once each."""

    def __init__(self, db: Database, scopes: Sequence[_Scope], query: str, most: int) -> None:
        self._db, self._scopes, self._query, self._most = db, scopes, query, most
        self._ids: dict[_Filters, tuple[list[int], bool]] = {}
        self._rows: dict[_Filters, list[tuple[str | None, ...]]] = {}

    def ids(self, filters: _Filters) -> tuple[list[int], bool]:
        """Their ids, those stored last first; and whether all articles with the words were looked at."""
        if filters not in self._ids:
            conditions, values = _conditions(filters)
            looked_at = MOST_LOOKED_AT if conditions else self._most + 1
            found: list[int] = []
            are_all = True
            for scope in self._scopes:
                cursor = self._db.execute(
                    f"""SELECT COUNT(*), json_group_array(rowid) FILTER (WHERE 1{conditions}) FROM (
                            SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? AND {scope.rowids}
                            ORDER BY rowid DESC LIMIT ?)""",
                    [*values, scope.expression(self._query), *scope.values, looked_at],
                )
                number, ids = cursor.fetchone()
                found += json.loads(ids)[: self._most + 1]
                are_all = are_all and number < looked_at
            self._ids[filters] = found, are_all
        return self._ids[filters]

    def rows(self, filters: _Filters) -> list[tuple[str | None, ...]]:
        """Site, year and section of each of them, at most `most`."""
        if filters not in self._rows:
            cursor = self._db.execute(
                """SELECT site, substr(published_at, 1, 4), section FROM public_articles
                   WHERE id IN (SELECT value FROM json_each(?))""",
                [json.dumps(self.ids(filters)[0][: self._most])],
            )
            self._rows[filters] = [tuple(row) for row in cursor.fetchall()]
        return self._rows[filters]


def _most_first(counts: Counter[str | None]) -> tuple[Count, ...]:
    return tuple(Count(*pair) for pair in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] or "")))


def _shown(db: Database, scope: _Scope, query: str, ids: Sequence[int]) -> Iterator[dict[str, object]]:
    """What is shown of the articles of a page that are in this scope."""
    mark = secrets.token_hex(8)  # nothing that a page may hold already: hits cannot be forged
    marks = (f"<{mark}", f"{mark}>")
    found = rows(
        db,
        f"""SELECT a.id, a.uid, a.site, a.url, a.title, a.section, a.published_at,
                snippet(articles_fts, {scope.snippet_of}, ?, ?, '…', 30) AS piece,
                highlight(articles_fts, 0, ?, ?) AS marked_title
            FROM articles_fts JOIN public_articles a ON a.id = articles_fts.rowid
            WHERE articles_fts MATCH ? AND articles_fts.rowid IN (SELECT value FROM json_each(?)) AND {scope.rowids}""",
        *marks,
        *marks,
        *(scope.expression(query), json.dumps(list(ids)), *scope.values),
    )
    for row in found:
        yield {
            **row,
            "segments": _segments(row["piece"], mark),
            "title_segments": () if row["title"] is None else _segments(row["marked_title"], mark),
        }


def _segments(marked: str | None, mark: str) -> tuple[Segment, ...]:
    """The text in pieces; hits stand between `<` with the mark behind it and `>` with the mark before it."""
    segments: list[Segment] = []
    before, *hits = (marked or "").split(f"<{mark}")
    segments.append(Segment(before, False))
    for hit in hits:
        inside, _, behind = hit.partition(f"{mark}>")
        segments += [Segment(inside, True), Segment(behind, False)]
    return tuple(segment for segment in segments if segment.text)


def _hit(row: dict[str, object], rank: int) -> Hit:
    names = ("uid", "site", "url", "title", "section", "published_at", "title_segments", "segments")
    return Hit(article_id=row["id"], rank=rank, **{name: row[name] for name in names})  # type: ignore[arg-type]
