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
_ANEW = "('reparsed', 'imported')"  # as in chains.py: superseded by another reading of the same
_READINGS = f"""SELECT article_id, version, superseded_by, superseded_at, seen_at, content_digest, capture_id
            FROM article_versions WHERE article_id IN ({_CONCERNED})
            UNION ALL SELECT id, version, NULL, NULL, COALESCE((
                SELECT MAX(superseded_at) FROM article_versions
                WHERE article_id = articles.id AND superseded_by NOT IN {_ANEW}), first_seen_at),
                content_digest, capture_id
            FROM articles WHERE id IN ({_CONCERNED})"""


def _same_page(replaced: str, other: str) -> str:
    """A condition: the first reading was replaced, and the other one is of the same page.

    Both were seen since the same moment, or the one since it took the other's place.
    """
    return f"""({replaced}.superseded_by IN {_ANEW} AND ({other}.seen_at = {replaced}.seen_at
                    OR ({other}.version = {replaced}.version + 1 AND {other}.seen_at = {replaced}.superseded_at)))"""


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
                OR {_same_page("one", "other")}
                OR {_same_page("other", "one")}
        ) SELECT article_id, version FROM withheld"""
