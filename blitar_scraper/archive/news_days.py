"""The days on which a site has published something."""

from __future__ import annotations

from datetime import date, datetime

from sqlite_utils import Database

from blitar_scraper.archive.database import first_row
from blitar_scraper.archive.values import moment
from blitar_scraper.indonesian.clock import zone_named


def days_with_news(db: Database, site_id: str, *, until: date, most: int | None = None) -> list[date]:
    """The last days (of the site's own time) with news, in order, none after `until`; at most so many dated ones.

    A date in the future is a mistake of the page's. An article without a date counts on the day on which it appeared,
    once all that the listings name had been stored: of those that came before, nobody knows how old they are.
    """
    site = first_row(db, "SELECT timezone, backfilled_at FROM sites WHERE id = ?", site_id) or {}
    dated = db.execute(
        "SELECT DISTINCT published_date FROM articles WHERE site = ? AND published_date <= ?"
        " ORDER BY published_date DESC LIMIT ?",
        [site_id, until.isoformat(), -1 if most is None else most],
    )
    days = {_day(text) for (text,) in dated.fetchall()}
    if site.get("backfilled_at"):
        undated = db.execute(
            "SELECT first_seen_at FROM articles WHERE site = ? AND published_date IS NULL AND first_seen_at > ?",
            [site_id, site["backfilled_at"]],
        )
        days |= {local_day(at, site["timezone"]) for (text,) in undated.fetchall() if (at := _moment(text))}
    return sorted(day for day in days if day is not None and day <= until)


def local_day(at: datetime, timezone: str | None) -> date:
    """The day of a moment (aware) in a zone; as it stands where the zone is none."""
    zone = zone_named(timezone) if timezone else None
    return (at.astimezone(zone) if zone else at).date()


# What does not read as a time is in an archive that was edited by hand.


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    try:
        return moment(text)
    except ValueError:
        return None
