"""Which values are withheld, as SQL: the conditions that `withholding.py` and the public views are made from."""

from __future__ import annotations

# The fields that can be withheld, and the columns of an article and its versions that each of them takes along.
FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "author": ("author",),
    "section": ("section",),
    "published_at": ("published_at", "published_raw", "published_precision", "published_date", "published_time"),
    "modified_at": ("modified_at",),
    "dateline_date": ("dateline_date",),
    "views": ("views",),
    "press_release_number": ("press_release_number",),
    "image_url": ("image_url",),
    "media": ("image_url",),
    "tags": ("tags",),
    "body": ("body", "body_main", "word_count", "language"),
}

IN_FORCE = "lifted_at IS NULL"


def with_field_withheld(*fields: str) -> str:
    """A subquery: the ids of the articles of which one of these fields is withheld."""
    names = ", ".join(f"'{field}'" for field in fields)
    return f"SELECT article_id FROM withholdings WHERE field IN ({names}) AND {IN_FORCE}"


WITH_ANY_WITHHELD = f"SELECT article_id FROM withholdings WHERE {IN_FORCE}"

# Only of the articles that have a version withheld: the recursion below would else go through all of them each time.
_CONCERNED = f"SELECT article_id FROM withholdings WHERE version IS NOT NULL AND {IN_FORCE}"
_READINGS = f"""SELECT article_id, version, superseded_by, content_digest, capture_id
            FROM article_versions WHERE article_id IN ({_CONCERNED})
            UNION ALL SELECT id, version, NULL, content_digest, capture_id
            FROM articles WHERE id IN ({_CONCERNED})"""
# A subquery: (article_id, version) of what is withheld as a version. What was withheld is what that version says. So
# with it goes every version with the same content (a site that turns an edit back; two articles merged), and every
# other reading of the same page: a newer program must not bring back what was withheld.
WITHHELD_VERSIONS = f"""WITH RECURSIVE readings AS ({_READINGS}),
        withheld (article_id, version) AS (
            SELECT article_id, version FROM withholdings WHERE version IS NOT NULL AND {IN_FORCE}
            UNION
            SELECT other.article_id, other.version FROM withheld
            JOIN readings one ON one.article_id = withheld.article_id AND one.version = withheld.version
            JOIN readings other ON other.article_id = one.article_id
            WHERE other.content_digest = one.content_digest OR other.capture_id = one.capture_id
                OR (one.superseded_by = 'reparsed' AND other.version = one.version + 1)
                OR (other.superseded_by = 'reparsed' AND one.version = other.version + 1)
        ) SELECT article_id, version FROM withheld"""
