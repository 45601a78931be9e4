"""The views of what the government changed in an article, as SQL: one for the keeper, one for the public.

What a newer program reads better must not look like the government's doing: so a version is compared with the next
state of the page as the same program read it; where none did, with the next that is not another reading.
None of either: the present version.
"""

from __future__ import annotations

_LATER = "FROM article_versions x WHERE x.article_id = v.article_id AND x.version > v.version"
_NEXT_READING = f"""COALESCE(
        (SELECT MIN(x.version) {_LATER} AND x.parser_version = v.parser_version),
        CASE WHEN a.parser_version <> v.parser_version THEN
            (SELECT MIN(x.version) {_LATER} AND x.superseded_by NOT IN ('reparsed', 'imported')) END)"""

_SHOWN = """article_id, uid, site, url, version, seen_at, edited_at,
    substr(
        CASE WHEN title_before IS NOT title_after THEN ', title' ELSE '' END
        || CASE WHEN author_before IS NOT author_after THEN ', author' ELSE '' END
        || CASE WHEN section_before IS NOT section_after THEN ', section' ELSE '' END
        || CASE WHEN published_before IS NOT published_after THEN ', published_at' ELSE '' END
        || CASE WHEN body_before IS NOT body_after THEN ', body' ELSE '' END, 3) AS changed,
    title_before, title_after, author_before, author_after, section_before, section_after,
    published_before, published_after, body_before, body_after"""
_PAIR = """v.article_id, a.uid, a.site, a.url, v.version, v.seen_at, v.superseded_at AS edited_at,
        v.title AS title_before, CASE WHEN n.version IS NULL THEN a.title ELSE n.title END AS title_after,
        v.author AS author_before, CASE WHEN n.version IS NULL THEN a.author ELSE n.author END AS author_after,
        v.section AS section_before, CASE WHEN n.version IS NULL THEN a.section ELSE n.section END AS section_after,
        v.published_at AS published_before,
        CASE WHEN n.version IS NULL THEN a.published_at ELSE n.published_at END AS published_after,
        v.body AS body_before, CASE WHEN n.version IS NULL THEN a.body ELSE n.body END AS body_after"""

EDITS = f"""CREATE VIEW edits AS
SELECT {_SHOWN}
FROM (
    SELECT {_PAIR}
    FROM article_versions v
    JOIN articles a ON a.id = v.article_id
    LEFT JOIN article_versions n ON n.article_id = v.article_id AND n.version = {_NEXT_READING}
    WHERE v.superseded_by = 'edited'
)"""

# Which version comes next is asked of all versions, what it says of those that may be shown: were the next that may be
# shown taken instead, it would seem that the government had written it then. An edit that cannot be shown whole on
# one side, or of which nothing remains to be shown, is left out.
PUBLIC_EDITS = f"""CREATE VIEW public_edits AS
SELECT * FROM (
    SELECT {_SHOWN}
    FROM (
        SELECT {_PAIR}
        FROM public_versions v
        JOIN public_articles a ON a.id = v.article_id
        LEFT JOIN public_versions n ON n.article_id = v.article_id AND n.version = {_NEXT_READING}
        WHERE v.superseded_by = 'edited'
            AND CASE WHEN {_NEXT_READING} IS NULL THEN a.withheld IS NOT 'version' ELSE n.version IS NOT NULL END
    )
)
WHERE changed <> '' OR article_id NOT IN (SELECT article_id FROM withholdings WHERE lifted_at IS NULL)"""
