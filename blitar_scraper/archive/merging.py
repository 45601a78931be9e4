"""Two articles that turn out to be one: an address of the one redirects to the other."""

from __future__ import annotations

from sqlite_utils import Database

from blitar_scraper.archive import articles, problems, withholding
from blitar_scraper.archive.content import CONTENT_COLUMNS
from blitar_scraper.archive.database import Row, first_row, insert, rows, update
from blitar_scraper.items import Problem

_VERSION_COLUMNS = ", ".join(("url", "seen_at", "superseded_at", "superseded_by", *CONTENT_COLUMNS))


def merge(db: Database, kept: Row, dropped: Row, *, living: int, at: str, run_id: int) -> None:
    """Make the second article part of the first, the older row. `living` is the id whose address answers.

    The result has the living one's present content; what the other said until now becomes a version superseded by
    `merged`, for nobody edited it. The versions of the dropped one follow those of the kept one, whose numbers
    stay what they were because people cite them. Nothing is lost but the second row itself: its uid is in the
    problem `merged-article`.
    """
    shift = _join_histories(db, kept, dropped, living, at)
    ids = {"kept": kept["id"], "dropped": dropped["id"], "shift": shift}
    db.execute(
        """INSERT OR IGNORE INTO article_captures (article_id, version, capture_id, role)
           SELECT :kept, version + :shift, capture_id, role FROM article_captures WHERE article_id = :dropped""",
        ids,
    )
    _join_view_counts(db, kept["id"], dropped["id"])
    if living == dropped["id"] and articles.media_of(db, living):
        db.execute("DELETE FROM media WHERE article_id = :kept", ids)
        db.execute("UPDATE media SET article_id = :kept WHERE article_id = :dropped", ids)
    withholding.carry_over(db, kept=kept["id"], dropped=dropped["id"], shift=shift)
    for table in ("pages", "problems"):
        db.execute(f"UPDATE {table} SET article_id = :kept WHERE article_id = :dropped", ids)
    for table in ("article_captures", "media", "article_versions"):
        db.execute(f"DELETE FROM {table} WHERE article_id = :dropped", ids)
    db.execute("DELETE FROM articles WHERE id = :dropped", ids)
    problems.add(
        db,
        Problem("merged-article", detail=dropped["uid"], url=dropped["url"]),
        at=at,
        resolved_at=at,
        site=kept["site"],
        run_id=run_id,
        article_id=kept["id"],
    )


def _join_view_counts(db: Database, kept: int, dropped: int) -> None:
    """Give the first article what was observed of the second; our own requests so far are those for both."""
    sql = "SELECT observed_at, views, own_fetches, capture_id FROM view_counts WHERE article_id = ?"
    both = {article_id: rows(db, sql, article_id) for article_id in (kept, dropped)}
    joined: dict[str, Row] = {}
    for article_id, other in ((kept, dropped), (dropped, kept)):
        for row in both[article_id]:
            at = row["observed_at"]
            own = row["own_fetches"] + _own_fetches_by(db, other, at, both[other])
            views = max(row["views"], joined.get(at, row)["views"])
            joined[at] = {**row, "views": views, "own_fetches": own}
    db.execute("DELETE FROM view_counts WHERE article_id IN (?, ?)", [kept, dropped])
    for row in joined.values():
        insert(db, "view_counts", {"article_id": kept, **row})


def _own_fetches_by(db: Database, article_id: int, at: str, observed: list[Row]) -> int:
    """How often we had asked for the article by then. A look that brought no page is in no observation."""
    last = first_row(db, "SELECT MAX(last_fetched_at) AS at FROM pages WHERE article_id = ?", article_id)
    if last is not None and (last["at"] or "") <= at:
        return articles.own_fetches(db, article_id)
    return max((seen["own_fetches"] for seen in observed if seen["observed_at"] <= at), default=0)


def _join_histories(db: Database, kept: Row, dropped: Row, living: int, at: str) -> int:
    """Append the second history to the first; by how much its version numbers have grown."""
    newer = dropped if living == dropped["id"] else kept
    both = {
        "first_seen_at": min(kept["first_seen_at"], dropped["first_seen_at"]),
        "last_seen_at": max(kept["last_seen_at"], dropped["last_seen_at"]),
        # What may not be shown under either name may not be shown under the one.
        "withheld_at": kept["withheld_at"] or dropped["withheld_at"],
        "views": kept["views"] if newer["views"] is None else newer["views"],
    }
    if dropped["version"] == 1 and dropped["content_digest"] == kept["content_digest"]:
        update(db, "articles", both, "id = ?", kept["id"])
        return int(kept["version"]) - 1
    articles.supersede(db, kept["id"], at=at, by="merged")
    version = kept["version"] + dropped["version"]
    if newer is kept:
        articles.supersede(db, dropped["id"], at=at, by="merged")
        version += 1
    db.execute(
        f"""INSERT INTO article_versions (article_id, version, {_VERSION_COLUMNS})
            SELECT ?, version + ?, {_VERSION_COLUMNS} FROM article_versions WHERE article_id = ?""",
        [kept["id"], kept["version"], dropped["id"]],
    )
    content = {name: newer[name] for name in CONTENT_COLUMNS}
    update(db, "articles", {**both, **content, "version": version}, "id = ?", kept["id"])
    return int(kept["version"])
