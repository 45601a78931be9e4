"""When an article is looked at again. Pure functions of its dates; no clock, no chance.

Governments edit most in the first days, so an article is looked at 1, 7, 30 and 180 days after its publication and
then on each anniversary. An edit starts the same plan a second time. What a backfill brings in (already older than
the plan's last step when first read) is spread over the year by its uid, so that no day has them all.

The plan counts whole days of UTC: a daily run that comes to an article some seconds earlier than the day before would
else find it not yet due, and each look would slip by a day.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

PLAN = tuple(timedelta(days=days) for days in (1, 7, 30, 180))
# An address that answered "gone" may come back, but seldom: a month, half a year, then yearly.
PLAN_WHEN_GONE = PLAN[2:]
# A site whose addresses are all gone at once is perhaps being worked on: tomorrow and in a week it may be as before.
PLAN_WHEN_MOVED = PLAN
YEAR = timedelta(days=365)
LONGEST_BACKOFF = timedelta(days=7)  # a page that fails for weeks is still asked once a week


def next_look(
    *, published_date: str | None, first_seen_at: datetime, edited_at: datetime | None, uid: str, now: datetime
) -> datetime:
    """The next time, later than `now`, at which the article is due.

    `published_date` is local `YYYY-MM-DD` (taken as a day of UTC: hours do not matter here) or None, which makes the
    plan begin on the day of `first_seen_at`; `edited_at` is when its last edit was seen. Datetimes are aware.

    What was seen in the future was seen by a clock that was wrong: then the publication counts, or nothing but that it
    is neither new nor old.
    """
    if first_seen_at > now:
        first_seen_at = min(_midnight(published_date) or now - PLAN[-1], now)
    base = min(_midnight(published_date) or first_seen_at, first_seen_at)
    backfilled = first_seen_at - base > PLAN[-1]
    due = _spread(first_seen_at, uid, now) if backfilled else _next(base, PLAN, now)
    return min(due, _next(edited_at, PLAN, now)) if edited_at else due


def next_look_when_gone(gone_since: datetime, now: datetime, *, moved: bool = False) -> datetime:
    """The next time, later than `now`, at which an address that is gone since then is tried again.

    `moved`: with all others of its site (`moved-site`).
    """
    return _next(min(gone_since, now), PLAN_WHEN_MOVED if moved else PLAN_WHEN_GONE, now)


def next_look_at_dead_link(since: datetime, now: datetime) -> datetime:
    """The next time at which an address that a listing names is tried again, where nothing has been there so far.

    Sooner than what is gone: a listing may name an article hours before its page is there.
    """
    return _next(min(since, now), PLAN, now)


def after_failure(failures: int, now: datetime) -> datetime:
    """When an address that has failed so many times in a row is tried again: 2, 4, 8, ... hours, at most a week."""
    # 8 doublings of an hour are past the longest backoff already; more would overflow in the end.
    return now + min(timedelta(hours=2 ** min(failures, 8)), LONGEST_BACKOFF)


def _midnight(day: str | None) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC) if day else None
    except ValueError:
        return None


def _next(base: datetime, plan: tuple[timedelta, ...], now: datetime) -> datetime:
    begin = base.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return next(due for due in _dates(begin, plan) if due > now)


def _dates(base: datetime, plan: tuple[timedelta, ...]) -> Iterator[datetime]:
    yield from (base + step for step in plan)
    year = base.year
    while True:
        year += 1
        yield _anniversary(base, year)


def _anniversary(base: datetime, year: int) -> datetime:
    try:
        return base.replace(year=year)
    except ValueError:  # 29 February
        return base.replace(year=year, day=28)


def _spread(first_seen_at: datetime, uid: str, now: datetime) -> datetime:
    share = int.from_bytes(hashlib.sha256(uid.encode()).digest()[:4]) / 2**32
    # Whole seconds, as the archive keeps them; one at least, so that it is due later than when it was read.
    due = first_seen_at + timedelta(seconds=1 + int(share * YEAR.total_seconds()))
    if due <= now:
        due += ((now - due) // YEAR + 1) * YEAR
    return due
