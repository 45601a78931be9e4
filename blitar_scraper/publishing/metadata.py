"""What Datasette is told of an archive: metadata and settings, for the live file and for a release.

Everything here is text that Datasette escapes: `description_html` and its like are never used, whatever a site is
called. An address becomes a link only if it is http or https.
"""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from blitar_scraper.archive.database import is_release, rows
from blitar_scraper.archive.descriptions import TABLES, VIEWS, describe
from blitar_scraper.publishing.queries import canned

PLUGIN = "blitar_scraper"

# What a column of values is worth being counted by. Each has an index in a release (summaries.py); a count that takes
# Datasette too long is left out of the page, which says so.
_FACETS: dict[str, tuple[str, ...]] = {
    "sites": ("level", "province", "system"),
    "articles": ("site", "section", "gone_reason"),
    "public_articles": ("site", "section", "gone_reason"),
    "article_versions": ("superseded_by",),
    "pages": ("kind", "site"),
    "runs": ("site", "status", "mode"),
    "captures": ("http_status",),
    "problems": ("problem", "field", "site"),
    "media": ("kind",),
    "popular": ("site",),
    "edits": ("site", "changed"),
    "public_edits": ("site", "changed"),
    "coverage": ("verdict", "site"),
    "articles_monthly": ("site",),
}
_NEWEST_FIRST = {
    "articles": "published_date",
    "public_articles": "published_date",
    "article_versions": "superseded_at",
    "view_counts": "observed_at",
    "popular": "observed_at",
    "runs": "id",
    "captures": "id",
    "problems": "id",
    "edits": "edited_at",
    "public_edits": "edited_at",
    "coverage": "month",
    "articles_monthly": "month",
}
# Rows with a whole text each: fewer to a page.
_ROWS_WITH_TEXT = 20
_WITH_TEXT = ("articles", "public_articles", "article_versions", "public_versions", "article_history", "edits")
_LABELS = {"sites": "name", "articles": "title", "captures": "url", "runs": "started_at", "pages": "url"}
# The program's own; and what only the keeper has a use for.
_HIDDEN = ("_sqlite_migrations", "articles_fts", "stem_terms", "sightings", "withholdings")


def metadata(
    db: Database,
    *,
    database: str,
    language: str = "en",
    title: str | None = None,
    description: str | None = None,
    licence: str | None = None,
    licence_url: str | None = None,
    source: str | None = None,
    source_url: str | None = None,
    about: str | None = None,
    about_url: str | None = None,
    base_url: str | None = None,
) -> dict[str, Any]:
    """Datasette's metadata of an archive, live or released. `database`: the name under which Datasette serves it.

    `language` is "en" or "id": of the title, the description and the canned queries; columns are described in English.
    What is not given is worked out from the archive (title, description, source) or left out.
    """
    sites = rows(db, "SELECT name, home_url FROM sites ORDER BY name")
    only = sites[0] if len(sites) == 1 else None
    title = title or _title(sites, language)
    told = {
        "title": title,
        "description": description or _DESCRIPTION[language],
        "license": licence,
        "license_url": _link(licence_url),
        "source": source or (only["name"] if only else _of_sites(len(sites), language)),
        "source_url": _link(source_url or (only["home_url"] if only and not source else None)),
        "about": about,
        "about_url": _link(about_url),
    }
    plugin = {"database": database, "language": language, "title": title, "base_url": _link(base_url)}
    return {
        **_known(told),
        "plugins": {PLUGIN: _known(plugin)},
        "databases": {database: {**_known(told), "queries": canned(language), "tables": _tables(db)}},
    }


def settings(*, release: bool) -> dict[str, Any]:
    """Datasette's settings. The live archive is its keeper's own window; a release is open to everybody."""
    return {
        # Guessing facets reads whole columns: 2 s a page at 200,000 articles.
        "suggest_facets": False,
        # Milliseconds. What visitors may ask is bounded; the keeper may wait for an answer of a file without summaries.
        "sql_time_limit_ms": 1000 if release else 10_000,
        "facet_time_limit_ms": 300 if release else 500,
        # Characters: a text is read on its own page, a table shows how it begins.
        "truncate_cells_html": 200,
        "default_page_size": 50,
        # Seconds. A release never changes, but another takes its place under the same address.
        "default_cache_ttl": 300 if release else 0,
    }


_DESCRIPTION = {
    "en": "News of Indonesia's regional governments, kept as it was published: with every version that was seen, "
    "what was removed, and how often it was read.",
    "id": "Berita pemerintah daerah di Indonesia, disimpan sebagaimana diterbitkan: dengan setiap versi yang pernah "
    "terlihat, yang telah dihapus, dan berapa kali dibaca.",
}


def _title(sites: list[dict[str, Any]], language: str) -> str:
    if len(sites) == 1:
        return f"Berita {sites[0]['name']}" if language == "id" else f"News of {sites[0]['name']}"
    return "Berita pemerintah daerah" if language == "id" else "News of regional governments"


def _of_sites(number: int, language: str) -> str | None:
    if number == 0:
        return None
    return f"{number} situs pemerintah daerah" if language == "id" else f"{number} sites of regional governments"


def _link(url: str | None) -> str | None:
    return url if url and url.lower().startswith(("https://", "http://")) else None


def _known(values: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


def _tables(db: Database) -> dict[str, dict[str, Any]]:
    kinds = {
        row["name"]: row["type"]
        for row in rows(db, "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")
    }
    return {name: _table(db, name, kinds) for name in kinds if not name.startswith(("sqlite_", "articles_fts_"))}


def _table(db: Database, name: str, kinds: dict[str, str]) -> dict[str, Any]:
    # table_xinfo, unlike table_info, lists generated columns too.
    columns = [row["name"] for row in rows(db, f'PRAGMA table_xinfo("{name}")')]
    told: dict[str, Any] = {}
    if sentence := {**TABLES, **VIEWS}.get(name):
        told["description"] = sentence
    if described := {column: sentence for column in columns if (sentence := describe(name, column))}:
        told["columns"] = described
    if facets := [column for column in _FACETS.get(name, ()) if column in columns]:
        told["facets"] = facets
    if (newest := _NEWEST_FIRST.get(name)) in columns:
        told["sort_desc"] = newest
    if name in _WITH_TEXT:
        told["size"] = _ROWS_WITH_TEXT
    if kinds[name] == "table" and (label := _LABELS.get(name)):
        told["label_column"] = label
    if name in _HIDDEN or (is_release(db.conn) and name.startswith("public_")):
        told["hidden"] = True
    return told
