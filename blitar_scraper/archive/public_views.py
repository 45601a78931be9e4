"""The views of what may be shown to the public, as SQL: for each table with an article's content what stands for it.

Articles withheld as a whole are left out; of the others, what is withheld is null, and `withheld` says so: an empty
field is told from a hidden one. Everything public reads these instead of the tables.

`sightings`, `withholdings` and the WARC files have no such view: they are the keeper's alone. `captures` and
`article_captures` say where bytes are, not what they say.
"""

from __future__ import annotations

from blitar_scraper.archive.content import CONTENT_COLUMNS
from blitar_scraper.archive.edit_views import PUBLIC_EDITS
from blitar_scraper.archive.withheld import (
    FIELDS,
    WITH_ANY_WITHHELD,
    WITHHELD_VERSIONS,
    with_field_withheld,
)
from blitar_scraper.items import DIGESTED_FIELDS

_HIDDEN_ARTICLES = "SELECT id FROM articles WHERE withheld_at IS NOT NULL"
# Not in the few that are hidden: the many that are shown would be gone through for each question.
_SHOWN = f"({{article}} IS NULL OR {{article}} NOT IN ({_HIDDEN_ARTICLES}))"
# Of the evidence only where `body_main` lies in `body`: the raw text of one field often holds another one
# ("Admin Kota | 27 Sep 2024 | 142x").
_BARE_EVIDENCE = "json_object('main_span', json_extract(t.evidence, '$.main_span'))"


def _column(name: str, *, article: str, hidden_version: str | None) -> str:
    """The column of table `t`, null (the evidence: bare) where it is withheld."""
    if name == "evidence":
        hidden = [f"{article} IN ({WITH_ANY_WITHHELD})"]
    elif name == "content_digest":  # whoever knows the other fields could find the withheld one by trying
        hidden = [f"{article} IN ({with_field_withheld(*DIGESTED_FIELDS)})"]
    else:
        fields = [field for field, columns in FIELDS.items() if name in columns]
        hidden = [f"{article} IN ({with_field_withheld(*fields)})"] if fields else []
    if hidden_version and name in (*CONTENT_COLUMNS, "body_main"):
        hidden.append(hidden_version)
    if not hidden:
        return f"t.{name}"
    instead = _BARE_EVIDENCE if name == "evidence" else "NULL"
    return f"CASE WHEN {' OR '.join(hidden)} THEN {instead} ELSE t.{name} END AS {name}"


_ARTICLE = (
    *("id", "uid", "site", "url", "title", "author", "section", "published_at", "published_raw"),
    *("published_precision", "published_date", "published_time", "modified_at", "dateline_date", "views"),
    *("press_release_number", "image_url", "tags", "language", "word_count", "version", "content_digest"),
    *("parser_version", "first_seen_at", "last_seen_at", "gone_at", "gone_reason", "capture_id", "evidence"),
    *("body", "body_main"),
)
_VERSION = (
    *("article_id", "version", "url", "title", "author", "section", "published_at", "published_raw"),
    *("published_precision", "published_date", "published_time", "modified_at", "dateline_date"),
    *("press_release_number", "image_url", "tags", "language", "word_count", "content_digest", "parser_version"),
    *("seen_at", "superseded_at", "superseded_by", "capture_id", "evidence", "body", "body_main"),
)
# Joined, and not asked for in each column, so that it is worked out once a query.
_HELD = f"LEFT JOIN ({WITHHELD_VERSIONS}) held ON held.article_id = t.id AND held.version = t.version"
_PRESENT_HIDDEN = "held.version IS NOT NULL"
_FIELDS_OF = """(SELECT group_concat(field, ', ') FROM
        (SELECT DISTINCT field FROM withholdings w WHERE w.article_id = {article} AND w.lifted_at IS NULL
         AND field IS NOT NULL ORDER BY field))"""


def _columns(names: tuple[str, ...], article: str, hidden_version: str | None) -> str:
    return ",\n    ".join(_column(name, article=article, hidden_version=hidden_version) for name in names)


_ARTICLES = f"""CREATE VIEW public_articles AS
SELECT {_columns(_ARTICLE, "t.id", _PRESENT_HIDDEN)},
    CASE WHEN {_PRESENT_HIDDEN} THEN 'version' ELSE {_FIELDS_OF.format(article="t.id")} END AS withheld
FROM articles t {_HELD} WHERE t.withheld_at IS NULL"""

_VERSIONS = f"""CREATE VIEW public_versions AS
SELECT {_columns(_VERSION, "t.article_id", None)},
    {_FIELDS_OF.format(article="t.article_id")} AS withheld
FROM article_versions t
WHERE t.article_id NOT IN ({_HIDDEN_ARTICLES}) AND (t.article_id, t.version) NOT IN ({WITHHELD_VERSIONS})"""

_MEDIA = f"""CREATE VIEW public_media AS
SELECT m.* FROM media m
JOIN articles t ON t.id = m.article_id {_HELD}
WHERE t.withheld_at IS NULL AND held.version IS NULL AND t.id NOT IN ({with_field_withheld("media")})
    AND NOT (t.id IN ({with_field_withheld("image_url")}) AND m.url IS t.image_url)"""

_VIEW_COUNTS = f"""CREATE VIEW public_view_counts AS
SELECT v.* FROM view_counts v
WHERE v.article_id NOT IN ({_HIDDEN_ARTICLES}) AND v.article_id NOT IN ({with_field_withheld("views")})"""

# What a listing said of an article is kept with its page: the same title, the same date.
_PAGES = f"""CREATE VIEW public_pages AS
SELECT p.url, p.site, p.kind, p.article_id, p.discovered_at, p.last_listed_at, p.last_fetched_at, p.http_status,
    p.failures, p.due_at, p.etag, p.last_modified, p.fetches, p.address_key,
    CASE WHEN p.article_id IN ({WITH_ANY_WITHHELD}) THEN NULL ELSE p.listed_as END AS listed_as
FROM pages p WHERE {_SHOWN.format(article="p.article_id")}"""

# The details of a problem hold former values and raw text; that of a merged article only the uid that it had, which
# people have cited.
_PROBLEMS = f"""CREATE VIEW public_problems AS
SELECT p.id, p.run_id, p.site, p.article_id, p.url, p.field, p.problem,
    CASE WHEN p.problem <> 'merged-article' AND p.article_id IN ({WITH_ANY_WITHHELD}) THEN NULL
        ELSE p.detail END AS detail,
    p.seen_at, p.resolved_at, p.capture_id
FROM problems p WHERE {_SHOWN.format(article="p.article_id")}"""

# A list names an article by its address and title.
_UNNAMED = f"{_HIDDEN_ARTICLES} UNION {with_field_withheld('title')} UNION SELECT article_id FROM ({WITHHELD_VERSIONS})"
_POPULAR = f"""CREATE VIEW public_popular AS
SELECT p.* FROM popular p
WHERE NOT EXISTS (SELECT 1 FROM pages WHERE pages.url = p.url AND pages.article_id IN ({_UNNAMED}))
    AND p.title NOT IN (
        SELECT title FROM articles WHERE title IS NOT NULL AND id IN ({_UNNAMED})
        UNION SELECT title FROM article_versions WHERE title IS NOT NULL AND article_id IN ({_UNNAMED}))"""

# That there is something, for whoever follows a citation; not what.
_WITHHELD = """CREATE VIEW public_withheld AS
SELECT uid, site, withheld_at FROM articles WHERE withheld_at IS NOT NULL"""

PUBLIC_VIEWS = {
    "public_articles": _ARTICLES,
    "public_versions": _VERSIONS,
    "public_media": _MEDIA,
    "public_view_counts": _VIEW_COUNTS,
    "public_pages": _PAGES,
    "public_problems": _PROBLEMS,
    "public_popular": _POPULAR,
    "public_edits": PUBLIC_EDITS,
    "public_withheld": _WITHHELD,
}
