"""The rows of an article: the article as last seen, its superseded versions, view counts, media, captures."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote

from sqlite_utils import Database

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import pages
from blitar_scraper.archive.content import CONTENT_COLUMNS
from blitar_scraper.archive.database import Row, first_row, insert, rows, update
from blitar_scraper.archive.revisits import next_look
from blitar_scraper.archive.values import iso, moment

_CONTENT = ", ".join(CONTENT_COLUMNS)
# When what the current version says was first seen, by whichever reading.
_CURRENT_SINCE = """COALESCE((SELECT MAX(superseded_at) FROM article_versions
    WHERE article_id = a.id AND superseded_by NOT IN ('reparsed', 'imported')), a.first_seen_at)"""


def by_id(db: Database, article_id: int) -> Row:
    """The article's row, with all columns."""
    row = first_row(db, "SELECT * FROM articles WHERE id = ?", article_id)
    assert row is not None, article_id
    return row


def by_uid(db: Database, uid: str) -> Row | None:
    """The article's row; also by the uid of an article that was merged into it."""
    return first_row(db, "SELECT * FROM articles WHERE uid = ?", uid) or first_row(
        db,
        "SELECT * FROM articles WHERE id ="
        " (SELECT article_id FROM problems WHERE problem = 'merged-article' AND detail = ?)",
        uid,
    )


def at_address(db: Database, url: str) -> int | None:
    """The id of the article that the address belongs or once belonged to."""
    page = pages.find(db, url)
    if page and page["article_id"]:
        return int(page["article_id"])
    row = first_row(db, "SELECT id FROM articles WHERE uid = ?", uid_at(url))
    return int(row["id"]) if row else None


def uid_at(url: str) -> str:
    """The uid of an article first seen at this address."""
    try:
        return uid_of(pages.spelled(url))
    except ValueError:  # what is no address at all still needs a name
        return uid_of(quote(pages.spelled(url), safe=""))


def supersede(db: Database, article_id: int, *, at: str, by: str) -> None:
    """Keep the article's present content as a superseded version. Its images are kept in the version's evidence."""
    db.execute(
        f"""INSERT INTO article_versions (article_id, version, url, seen_at, superseded_at, superseded_by, {_CONTENT})
            SELECT a.id, a.version, a.url, {_CURRENT_SINCE}, ?, ?, {_CONTENT} FROM articles a WHERE a.id = ?""",
        [at, by, article_id],
    )
    db.execute(
        """UPDATE article_versions SET evidence = json_set(evidence, '$.media', json((
               SELECT json_group_array(json_object('kind', kind, 'url', url, 'caption', caption))
               FROM (SELECT * FROM media WHERE article_id = :id ORDER BY position))))
           WHERE article_id = :id AND version = (SELECT version FROM articles WHERE id = :id)
           AND EXISTS (SELECT 1 FROM media WHERE article_id = :id)""",
        {"id": article_id},
    )


def observe_views(db: Database, article_id: int, *, at: str, views: int, capture_id: int | None) -> None:
    """Keep a view count with our own requests so far. Of two within one second the later stays."""
    row = {
        "article_id": article_id,
        "observed_at": at,
        "views": views,
        "own_fetches": own_fetches(db, article_id),
        "capture_id": capture_id,
    }
    db.execute(
        """INSERT INTO view_counts (article_id, observed_at, views, own_fetches, capture_id)
           VALUES (:article_id, :observed_at, :views, :own_fetches, :capture_id)
           ON CONFLICT DO UPDATE SET views = excluded.views, own_fetches = excluded.own_fetches,
               capture_id = excluded.capture_id""",
        row,
    )
    update(db, "articles", {"views": views}, "id = ?", article_id)


def own_fetches(db: Database, article_id: int) -> int:
    """How often we have fetched the article's page, at all its addresses."""
    row = first_row(db, "SELECT COALESCE(SUM(fetches), 0) AS number FROM pages WHERE article_id = ?", article_id)
    assert row is not None
    return int(row["number"])


def media_of(db: Database, article_id: int) -> list[Row]:
    """What `content.media_rows` makes, as it was stored."""
    sql = "SELECT position, kind, url, caption FROM media WHERE article_id = ? ORDER BY position"
    return rows(db, sql, article_id)


def replace_media(db: Database, article_id: int, media: list[dict[str, Any]], capture_id: int | None) -> None:
    """Store these images and attachments instead of the former ones."""
    db.execute("DELETE FROM media WHERE article_id = ?", [article_id])
    for item in media:
        insert(db, "media", {"article_id": article_id, **item, "capture_id": capture_id})


def add_captures(db: Database, article_id: int, version: int, roles: Mapping[int, str]) -> None:
    """Note from which captures the version was read, by their ids, and what each was (`article_captures.role`)."""
    for capture_id, role in roles.items():
        db.execute(
            "INSERT OR IGNORE INTO article_captures (article_id, version, capture_id, role) VALUES (?, ?, ?, ?)",
            [article_id, version, capture_id, role],
        )


def twin_url(db: Database, article: Row) -> str | None:
    """The address of another article of the site with the very same content, still there; the oldest of them."""
    if article["title"] is None and article["body"] is None:
        return None
    row = first_row(
        db,
        "SELECT url FROM articles WHERE site = ? AND content_digest = ? AND id <> ? AND gone_at IS NULL"
        " ORDER BY id LIMIT 1",
        *(article["site"], article["content_digest"], article["id"]),
    )
    return None if row is None else str(row["url"])


def due_again(db: Database, article: Row, now: datetime) -> str:
    """When the article is to be looked at again (`revisits.py`)."""
    edited = first_row(
        db,
        "SELECT MAX(superseded_at) AS at FROM article_versions WHERE article_id = ? AND superseded_by = 'edited'",
        article["id"],
    )
    first_seen = moment(article["first_seen_at"])
    assert first_seen is not None
    due = next_look(
        published_date=article["published_date"],
        first_seen_at=first_seen,
        edited_at=moment(edited["at"]) if edited else None,
        uid=article["uid"],
        now=now,
    )
    return iso(due)


def describe_change(before: Any) -> str:
    """A former value as the detail of a problem: text as it is, anything else as JSON."""
    return before if isinstance(before, str) else json.dumps(before, ensure_ascii=False)
