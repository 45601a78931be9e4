"""Runs whose times cannot be right, because the machine's clock was wrong: how they are found, and what they left.

What they observed stays as it was stored: nobody knows its true time. What is planned from their times is put right: a
run in 2038 must not keep its articles from being looked at until then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from blitar_scraper.archive import articles, pages, problems
from blitar_scraper.archive.database import Row, first_row, rows
from blitar_scraper.archive.revisits import LONGEST_BACKOFF, YEAR, next_look_when_gone
from blitar_scraper.archive.runs import CLOCK, IN_ITS_TIME
from blitar_scraper.archive.values import iso, moment
from blitar_scraper.items import Problem

# A clock that is set right by minutes disorders nothing that matters; one that is wrong is wrong by hours or decades.
TOLERANCE = timedelta(minutes=5)
# Until when a run went on: of a killed one its last answer tells.
_LAST = """MAX(started_at, COALESCE(finished_at, ''), COALESCE((SELECT MAX(fetched_at) FROM captures
    WHERE run_id = runs.id AND source = 'crawl' AND runs.finished_at IS NULL), ''))"""


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest time (aware, UTC) that an archive knows, and the run that it is of."""

    at: datetime
    run: str


def latest(db: Database, site_id: str) -> Latest | None:
    """The latest time of the site's own runs, or at which one of another site began, but for those known to be wrong.

    Runs of other sites go on beside each other: their ends say nothing of the order of their beginnings.
    """
    row = first_row(
        db,
        f"""SELECT at, site, started_at FROM (
                SELECT {_LAST} AS at, site, started_at FROM runs WHERE site = ?1 AND {IN_ITS_TIME}
                UNION ALL SELECT started_at, site, started_at FROM runs WHERE site <> ?1 AND {IN_ITS_TIME}
            ) ORDER BY at DESC LIMIT 1""",
        site_id,
    )
    at = moment(row["at"]) if row else None
    return Latest(at, f"the run of {row['site']} of {row['started_at']}") if row and at else None


def note_wrong_times(db: Database, now: datetime) -> None:
    """Note, as events, the runs that stand in the future, and plan anew what they planned. `now` is known to be right.

    Of all sites at once. To be called in a transaction.
    """
    at, limit = iso(now), iso(now + TOLERANCE)
    found = rows(db, f"SELECT id, site, started_at FROM runs WHERE {_LAST} > ? AND {IN_ITS_TIME} ORDER BY id", limit)
    for run in found:
        wrong = Problem(CLOCK, detail=f"the run of {run['started_at']} carries a wrong time; found out at {at}")
        problems.add(db, wrong, at=at, site=run["site"], run_id=run["id"], resolved_at=at)
    _plan_anew(db, now)


def _plan_anew(db: Database, now: datetime) -> None:
    """The times of pages that are to come are put before the present, and no look is later than a plan may have it."""
    at, limit = iso(now), iso(now + TOLERANCE)
    planned = rows(
        db,
        """SELECT * FROM pages WHERE due_at > ? AND kind = 'article'
           AND (due_at > ? OR (failures > 0 AND due_at > ?) OR last_fetched_at > ?)""",
        *(at, iso(now + YEAR + timedelta(days=1)), iso(now + LONGEST_BACKOFF), limit),
    )
    for page in planned:
        pages.change(db, page, due_at=_due(db, page, now))
    before = iso(now - TOLERANCE)  # the run that begins now must take them for known
    for column in ("discovered_at", "last_listed_at", "last_fetched_at"):
        db.execute(f"UPDATE pages SET {column} = ? WHERE {column} > ?", [before, limit])


def _due(db: Database, page: Row, now: datetime) -> str:
    if page["article_id"] is None or page["failures"]:
        return iso(now)
    article = articles.by_id(db, page["article_id"])
    if gone_since := moment(article["gone_at"]):
        return iso(next_look_when_gone(gone_since, now, moved=article["gone_reason"] == "moved-site"))
    return articles.due_again(db, article, now)
