"""Full-text search in titles and bodies, best first. What is withheld is neither found nor shown."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from blitar_scraper.archive import withholding
from blitar_scraper.archive.database import rows
from blitar_scraper.archive.values import clean_text

# A word in the title says more of an article than one in its text; ten is what most search engines begin with.
TITLE_WEIGHT = 10.0


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that has all the words. `rank` is bm25's: the lower, the better. `snippet` marks words with [ ].

    `snippet` is of the text; where that is withheld, of the title.
    """

    article_id: int
    uid: str
    site: str
    url: str
    title: str | None
    published_at: str | None
    snippet: str
    rank: float


def match_expression(words: str) -> str | None:
    """The words as an FTS5 query that asks for all of them; None where there is no letter or digit to look for.

    Each word is quoted, so that nothing a person types is taken for a part of FTS5's query language.
    """
    quoted = ['"' + word.replace('"', '""') + '"' for word in clean_text(words).split() if re.search(r"\w", word)]
    return " ".join(quoted) or None


def search(db: Database, words: str, *, site: str | None = None, limit: int = 20) -> list[Hit]:
    """The articles that have all the words, best first."""
    expression = match_expression(words)
    if expression is None:
        return []
    hidden = withholding.hidden_from_search(db)
    partly = hidden.titles | hidden.bodies
    found = list(_found(db, expression, site, limit, snippet_of=1, without=hidden.articles | partly))
    # Of these, words are looked for only in what may be read: a match would give away what is withheld.
    if hidden.bodies:
        found += _found(db, f"{{title}} : ({expression})", site, limit, snippet_of=0, among=hidden.bodies)
    if hidden.titles:
        found += _found(db, f"{{body_main}} : ({expression})", site, limit, snippet_of=1, among=hidden.titles)
    return sorted(found, key=lambda hit: (hit.rank, hit.article_id))[:limit]


def _found(
    db: Database,
    expression: str,
    site: str | None,
    limit: int,
    *,
    snippet_of: int,
    without: Collection[int] = (),
    among: Collection[int] | None = None,
) -> Iterator[Hit]:
    """The hits of an FTS5 query, best first. `snippet_of`: the column of the index to quote, 0 title or 1 body."""
    found = rows(
        db,
        """SELECT a.id AS article_id, a.uid, a.site, a.url, a.title, a.published_at,
               snippet(articles_fts, ?, '[', ']', '…', 30) AS snippet,
               bm25(articles_fts, ?, 1.0) AS rank
           FROM articles_fts JOIN public_articles a ON a.id = articles_fts.rowid
           WHERE articles_fts MATCH ? AND (? IS NULL OR a.site = ?)
               AND a.id NOT IN (SELECT value FROM json_each(?))
               AND (? IS NULL OR a.id IN (SELECT value FROM json_each(?)))
           ORDER BY bm25(articles_fts, ?, 1.0), a.id LIMIT ?""",
        *(snippet_of, TITLE_WEIGHT, expression, site, site, json.dumps(sorted(without))),
        *((None, "[]") if among is None else (1, json.dumps(sorted(among)))),
        *(TITLE_WEIGHT, limit),
    )
    return (Hit(**row) for row in found)
