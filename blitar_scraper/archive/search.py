"""Full-text search in titles and bodies, best first. What is withheld is neither found nor shown.

Works on any connection to an archive or a release (read-only, immutable, Datasette's own): give it as
`sqlite_utils.Database(connection, execute_plugins=False)`.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from sqlite_utils import Database

from blitar_scraper.archive.database import rows
from blitar_scraper.archive.search_scope import Filters, Scope, scopes_of
from blitar_scraper.archive.search_words import Match, forms_in, match_expression
from blitar_scraper.archive.stems import is_filled

# A word in the title says more of an article than one in its text; ten is what most search engines begin with.
TITLE_WEIGHT = 10.0
_QUOTED = re.compile(r'["“”][^"“”]*["“”]?')
_TYPED = re.compile(r'(?<!\S)[^\s"“”\-−–][^\s"“”]*')
_MOST_WORDS = 8  # of which other forms are told


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
    filters = Filters(site, year, section, since, until)
    scopes = scopes_of(db)
    wanted = offset + limit
    ranked: list[int] = []
    for query in _queries(db, match):
        ranked += _ranked(db, scopes, query, filters, wanted - len(ranked))
        if len(ranked) >= wanted:
            break
    page = ranked[offset:wanted]
    shown: dict[int, dict[str, Any]] = {}
    for marked in (match.in_texts(_texts(db, page)), match):
        if len(shown) < len(page):  # at the second time: Python knows a letter less than the index does
            query = marked.expression(forms=True)
            shown |= {row["id"]: row for scope in scopes for row in _shown(db, scope, query, page)}
    return [_hit(shown[number], rank) for rank, number in enumerate(page, offset + 1) if number in shown]


def other_forms(db: Database, typed: str) -> list[tuple[str, list[str], int]]:
    """Of each typed word that has other forms in the texts: the word, the first of them, and how many more there are.

    None of words in quotes or behind a minus; none of an archive of an older version, where what is looked for are
    forms that a word could have.
    """
    if not is_filled(db):
        return []
    words = list(dict.fromkeys(_TYPED.findall(_QUOTED.sub(" ", typed))))[:_MOST_WORDS]
    found = forms_found(db, words) if words else []
    return [(word, forms, more) for word, (forms, more) in zip(words, found, strict=True) if forms]


def forms_found(db: Database, words: Sequence[str], *, most: int = 10) -> list[tuple[list[str], int]]:
    """Of each word: other forms that a search for it finds, shortest first, at most so many; and how many more.

    None is told that only stands where something is withheld.
    """
    scopes = scopes_of(db)
    told = []
    for word, forms in zip(words, forms_in(db)(words), strict=True):
        others = [form for form in dict.fromkeys(forms) if form != word.lower()]
        shown = list(islice((form for form in others if _is_found(db, scopes, form)), most))
        told.append((shown, len(others) - most if len(shown) == most else 0))
    return told


def _is_found(db: Database, scopes: Sequence[Scope], form: str) -> bool:
    query = '"' + form + '"'
    for scope in scopes:
        sql = f"SELECT 1 FROM articles_fts WHERE articles_fts MATCH ? AND {scope.rowids} LIMIT 1"
        if db.execute(sql, [scope.expression(query), *scope.values]).fetchone():
            return True
    return False


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


def _ranked(db: Database, scopes: Sequence[Scope], query: str, filters: Filters, most: int) -> list[int]:
    """The ids of the articles found, best first."""
    conditions, values = filters.conditions()
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


def _texts(db: Database, ids: Sequence[int]) -> list[str]:
    sql = "SELECT title, body_main FROM public_articles WHERE id IN (SELECT value FROM json_each(?))"
    return [text for row in db.execute(sql, [json.dumps(list(ids))]).fetchall() for text in row if text]


def _shown(db: Database, scope: Scope, query: str, ids: Sequence[int]) -> Iterator[dict[str, Any]]:
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


def _hit(row: dict[str, Any], rank: int) -> Hit:
    names = ("uid", "site", "url", "title", "section", "published_at", "title_segments", "segments")
    return Hit(article_id=row["id"], rank=rank, **{name: row[name] for name in names})
