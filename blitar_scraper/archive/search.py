"""Full-text search in titles and bodies, best first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlite_utils import Database

from blitar_scraper.archive.database import rows
from blitar_scraper.archive.values import clean_text

# A word in the title says more of an article than one in its text; ten is what most search engines begin with.
TITLE_WEIGHT = 10.0


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that has all the words. `rank` is bm25's: the lower, the better. `snippet` marks words with [ ]."""

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
    found = rows(
        db,
        """SELECT a.id AS article_id, a.uid, a.site, a.url, a.title, a.published_at,
               snippet(articles_fts, 1, '[', ']', '…', 30) AS snippet,
               bm25(articles_fts, ?, 1.0) AS rank
           FROM articles_fts JOIN articles a ON a.id = articles_fts.rowid
           WHERE articles_fts MATCH ? AND (? IS NULL OR a.site = ?)
           ORDER BY bm25(articles_fts, ?, 1.0), a.id LIMIT ?""",
        *(TITLE_WEIGHT, expression, site, site, TITLE_WEIGHT, limit),
    )
    return [Hit(**row) for row in found]
