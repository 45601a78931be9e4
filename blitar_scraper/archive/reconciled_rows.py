"""The rows that stand around an article (addresses, counts, images, lists, problems), as read anew (`reconciling.py`).

Set by set: `temp.same` says which article of `anew` is which here.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from blitar_scraper.archive.database import rows, update
from blitar_scraper.archive.problems import CAPTURE_DAMAGED, CAPTURE_LOST
from blitar_scraper.archive.runs import COUNTS

_MEDIA = """SELECT json_group_array(json_array(position, kind, url, caption{capture}))
    FROM (SELECT * FROM {schema}.media WHERE article_id = {article} ORDER BY position)"""
_PAGE_COLUMNS = (
    "url, site, kind, discovered_at, last_listed_at, last_fetched_at, http_status, failures, due_at, etag,"
    " last_modified, fetches, address_key, listed_as"
)
_PROBLEM_COLUMNS = "run_id, site, url, field, problem, detail, seen_at, resolved_at, capture_id"


def reconcile_rows(db: Database, site_id: str, at: str, *, whole: bool) -> Iterator[int]:
    """Bring them in, a kind at a time; how many observations (view counts, places in popular lists) each step brought.

    The caller may end its transaction at every step.
    """
    yield _view_counts(db, whole)
    yield _popular(db, site_id, whole)
    _media(db, whole)
    yield 0
    _pages(db, site_id)
    _problems(db, site_id, at, whole)
    _run_counts(db, site_id)
    yield 0


def _view_counts(db: Database, whole: bool) -> int:
    """How often we had been there by then only the whole of our visits tells."""
    own = "excluded.own_fetches" if whole else "own_fetches"
    return _written(
        db,
        f"""INSERT INTO view_counts (article_id, observed_at, views, own_fetches, capture_id)
           SELECT s.id, v.observed_at, v.views, v.own_fetches, v.capture_id
           FROM anew.view_counts v JOIN temp.same s ON s.anew_id = v.article_id WHERE true
           ON CONFLICT (article_id, observed_at) DO UPDATE SET views = excluded.views,
               own_fetches = {own}, capture_id = excluded.capture_id
           WHERE (views, own_fetches) IS NOT (excluded.views, {own})
               OR capture_id IS NOT excluded.capture_id""",
    )


def _popular(db: Database, site_id: str, whole: bool) -> int:
    """A list is stored when it has changed; seen without a capture, it is stored under another moment of the day."""
    return _written(
        db,
        """INSERT INTO popular (site, observed_at, rank, url, title, capture_id)
           SELECT site, observed_at, rank, url, title, capture_id FROM anew.popular n WHERE site = ?
               AND (? OR NOT EXISTS (SELECT 1 FROM main.popular o WHERE o.site = n.site
                   AND o.observed_at >= substr(n.observed_at, 1, 10)
                   AND o.observed_at < substr(n.observed_at, 1, 10) || 'U' AND o.observed_at <> n.observed_at))
           ON CONFLICT (site, observed_at, rank) DO UPDATE SET url = excluded.url, title = excluded.title,
               capture_id = excluded.capture_id
           WHERE url IS NOT excluded.url OR title IS NOT excluded.title OR capture_id IS NOT excluded.capture_id""",
        site_id,
        whole,
    )


def _media(db: Database, whole: bool) -> None:
    """Replace the images of articles that have others now.

    Where not all could be read, only those of articles whose present version was, and never by none.
    """
    capture = ", capture_id" if whole else ""
    here = _MEDIA.format(schema="main", article="s.id", capture=capture)
    anew = _MEDIA.format(schema="anew", article="s.anew_id", capture=capture)
    present = "SELECT capture_id FROM {}.articles WHERE id = s.{}"
    differing = rows(
        db,
        f"""SELECT s.id, s.anew_id, ({anew}) AS anew FROM temp.same s WHERE ({here}) IS NOT ({anew})
            AND (? OR ({present.format("main", "id")}) IS ({present.format("anew", "anew_id")}))""",
        whole,
    )
    for row in differing:
        if row["anew"] == "[]" and not whole:
            continue
        db.execute("DELETE FROM media WHERE article_id = ?", [row["id"]])
        db.execute(
            """INSERT INTO media (article_id, position, kind, url, caption, capture_id)
               SELECT ?, position, kind, url, caption, capture_id FROM anew.media WHERE article_id = ?""",
            [row["id"], row["anew_id"]],
        )


def _pages(db: Database, site_id: str) -> None:
    """Add addresses that are not known; give those to their articles that had none, or one that is not there."""
    db.execute(
        f"""INSERT INTO pages ({_PAGE_COLUMNS}, article_id)
            SELECT {_PAGE_COLUMNS}, (SELECT id FROM temp.same WHERE anew_id = p.article_id)
            FROM anew.pages p WHERE site = ? ORDER BY p.rowid ON CONFLICT DO NOTHING""",
        [site_id],
    )
    db.execute(
        """UPDATE pages SET (kind, article_id, last_fetched_at, http_status, failures, due_at) = (
               SELECT p.kind, s.id, p.last_fetched_at, p.http_status, p.failures, p.due_at
               FROM anew.pages p JOIN temp.same s ON s.anew_id = p.article_id
               WHERE p.address_key = pages.address_key)
           WHERE site = ? AND NOT EXISTS (SELECT 1 FROM articles WHERE id = pages.article_id)
               AND address_key IN (SELECT address_key FROM anew.pages WHERE article_id IS NOT NULL)""",
        [site_id],
    )


def _problems(db: Database, site_id: str, at: str, whole: bool) -> None:
    """Note what is wrong as read anew; close what was read from captures and is not wrong any more, if all were read.

    Of the past only an archive that knows no problems at all is told.
    """
    has_none = not rows(db, "SELECT 1 FROM problems WHERE site = ? LIMIT 1", site_id)
    article = "(SELECT id FROM temp.same WHERE anew_id = p.article_id)"
    same = "k.site IS p.site AND k.url IS p.url AND k.field IS p.field AND k.problem = p.problem"
    # Where not all could be read, an article may be unknown there that is known here.
    known = "SELECT 1 FROM main.pages g WHERE g.url = p.url AND g.article_id IS NOT NULL"
    open_here = f"SELECT 1 FROM problems k WHERE k.resolved_at IS NULL AND {same}"
    db.execute(
        f"""INSERT INTO problems ({_PROBLEM_COLUMNS}, article_id)
            SELECT {_PROBLEM_COLUMNS}, {article} FROM anew.problems p
            WHERE site = ? AND (? OR (resolved_at IS NULL AND NOT EXISTS ({open_here})))
                AND (? OR article_id IS NOT NULL OR NOT EXISTS ({known})) ORDER BY p.id""",
        [site_id, has_none, whole],
    )
    if not whole:
        return
    gone = rows(
        db,
        f"""SELECT p.id FROM problems p WHERE p.site = ? AND p.resolved_at IS NULL AND p.capture_id IS NOT NULL
            AND p.problem NOT IN ('{CAPTURE_LOST}', '{CAPTURE_DAMAGED}')
            AND NOT EXISTS (SELECT 1 FROM anew.problems k WHERE k.resolved_at IS NULL AND {same})""",
        site_id,
    )
    for row in gone:
        update(db, "problems", {"resolved_at": at}, "id = ?", row["id"])


def _run_counts(db: Database, site_id: str) -> None:
    """What came of each run, where its row was lost and made again without it."""
    names = ", ".join(COUNTS)
    db.execute(
        f"""UPDATE main.runs AS r SET ({names}) = (SELECT {names} FROM anew.runs a WHERE a.id = r.id)
            WHERE site = ? AND {" + ".join(COUNTS)} = 0 AND id IN (SELECT id FROM anew.runs)""",
        [site_id],
    )


def _written(db: Database, sql: str, *values: object) -> int:
    before = db.conn.total_changes
    db.execute(sql, list(values))
    return db.conn.total_changes - before
