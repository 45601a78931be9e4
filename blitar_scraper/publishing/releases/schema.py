"""The tables, indexes and views of a release's database: those of an archive, with few changes.

In a release the tables themselves are public, so the public views are no more than other names for them. Which of the
slow views become tables, too, is said in `summaries.py`.
"""

from __future__ import annotations

from functools import cache

from sqlite_utils import Database

from blitar_scraper.archive.migrations import migrate
from blitar_scraper.archive.views import VIEWS

# Which table of a release holds what each public view of an archive shows.
TABLE_OF = {
    "public_captures": "captures",
    "public_articles": "articles",
    "public_versions": "article_versions",
    "public_media": "media",
    "public_view_counts": "view_counts",
    "public_pages": "pages",
    "public_problems": "problems",
    "public_popular": "popular",
    "public_edits": "edits",
    "public_withheld": "public_withheld",
}

# What is withheld of an article is named beside what is shown; with it may go what is never missing in an archive.
_CHANGES = (
    ("content_digest TEXT NOT NULL", "content_digest TEXT"),
    ("parser_version INTEGER NOT NULL", "parser_version INTEGER"),
    ("evidence TEXT NOT NULL", "withheld TEXT,\n    evidence TEXT NOT NULL"),
)
_CHANGED = ("articles", "article_versions")
# Views of an archive that are filled from it as tables, since what they say needs what is withheld.
_FILLED = {
    "edits": """CREATE TABLE edits (
    article_id INTEGER NOT NULL REFERENCES articles (id),
    uid TEXT NOT NULL,
    site TEXT NOT NULL REFERENCES sites (id),
    url TEXT NOT NULL,
    version INTEGER NOT NULL,
    seen_at TEXT NOT NULL,
    edited_at TEXT NOT NULL,
    changed TEXT NOT NULL,
    title_before TEXT,
    title_after TEXT,
    author_before TEXT,
    author_after TEXT,
    section_before TEXT,
    section_after TEXT,
    published_before TEXT,
    published_after TEXT,
    body_before TEXT,
    body_after TEXT,
    PRIMARY KEY (article_id, version)
) STRICT""",
    "public_withheld": """CREATE TABLE public_withheld (
    uid TEXT PRIMARY KEY NOT NULL,
    site TEXT NOT NULL REFERENCES sites (id),
    withheld_at TEXT NOT NULL
) STRICT""",
}
_INDEXES = (
    "CREATE INDEX edits_by_time ON edits (edited_at)",
    "CREATE INDEX edits_by_site ON edits (site, edited_at)",
)


def tables() -> list[str]:
    """The statements that make the tables, the search index among them. No triggers: a release does not change."""
    made = [_changed(name, sql) for kind, name, sql in _of_archive() if kind == "table"]
    return [*made, *_FILLED.values()]


def indexes() -> list[str]:
    """The statements that make the indexes: once the tables are filled, which takes half the time."""
    return [*(sql for kind, _, sql in _of_archive() if kind == "index"), *_INDEXES]


def views() -> list[str]:
    """The statements that make the views."""
    analysts = [sql for name, sql in VIEWS.items() if name not in TABLE_OF and name not in _FILLED]
    public = [
        f"CREATE VIEW {name} AS\nSELECT {', '.join(columns_of_view(name))}\nFROM {table}"
        for name, table in TABLE_OF.items()
        if name != table
    ]
    return [*analysts, *public]


@cache
def columns_of_view(name: str) -> tuple[str, ...]:
    """The names of the columns of an archive's view, in order."""
    with Database(memory=True) as empty:
        migrate(empty)
        return tuple(row[1] for row in empty.execute(f"PRAGMA table_xinfo({name})"))


@cache
def _of_archive() -> tuple[tuple[str, str, str], ...]:
    """Kind, name and statement of all that an archive consists of, in the order in which it is made."""
    with Database(memory=True) as empty:
        migrate(empty)
        # SQLite makes the tables behind the search index itself.
        sql = """SELECT type, name, sql FROM sqlite_master
                 WHERE sql IS NOT NULL AND name NOT LIKE 'articles\\_fts\\_%' ESCAPE '\\' ORDER BY rowid"""
        return tuple(empty.execute(sql).fetchall())


def _changed(name: str, sql: str) -> str:
    # DuckDB counts the rows of a SQLite table by their rowid, and cannot count those of a table without.
    sql = sql.replace(") STRICT, WITHOUT ROWID", ") STRICT")
    if name not in _CHANGED:
        return sql
    for before, after in _CHANGES:
        if sql.count(before) != 1:
            raise AssertionError(f"{name}: the schema has changed; its release's must be thought over")
        sql = sql.replace(before, after)
    return sql
