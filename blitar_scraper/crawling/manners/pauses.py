"""How long to wait before a host is asked again: what it asks for itself, and what we take on our own. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

# Before the second request after a failure, doubled with each failure that follows: two seconds are enough for a
# worker that restarts. Half a minute is what a reboot takes that was nearly over; who needs longer gets a rest
# (crawling/manners/breaker.py).
_FIRST, _LONGEST = 2.0, 30.0
# The same after a 429 that names no time. What most servers count is requests in a minute (nginx: `limit_req`).
_FIRST_TOO_MANY, _LONGEST_TOO_MANY = 15.0, 120.0
# So that two crawls of one server do not come back at the same moment; only longer, never shorter.
_JITTER = 0.25
# A site that asks for more than a week has made an error, or another request for silence, which is robots.txt.
LONGEST_ASKED = timedelta(days=7)


def backoff(failures: int, chance: float, *, too_many: bool = False) -> float:
    """Seconds to wait after so many failures in a row (at least 1). `chance` is a random number from 0 to 1.

    `too_many`: the server said that it was asked too often.
    """
    first, longest = (_FIRST_TOO_MANY, _LONGEST_TOO_MANY) if too_many else (_FIRST, _LONGEST)
    doubled = first * 2.0 ** min(failures - 1, 30)
    return min(doubled * (1 + _JITTER * chance), longest)


def pause_asked(values: Iterable[str], now: datetime, date: str | None = None) -> float | None:
    """Seconds that the header Retry-After (its `values`, RFC 9110, 10.2.3) asks for; None where it says nothing.

    A date counts from the answer's own header Date, whose clock made both; without one from `now` (aware). Of several
    values the longest counts. Never negative, never more than a week.
    """
    found = [seconds for value in values if (seconds := _seconds(value.strip(), now, date)) is not None]
    return min(max(*found, 0.0), LONGEST_ASKED.total_seconds()) if found else None


def _seconds(value: str, now: datetime, date: str | None) -> float | None:
    # Beyond the standard, some servers write fractions.
    if re.fullmatch(r"\d+(?:\.\d+)?", value, re.ASCII):
        return float(value)
    until = http_date(value)
    if until is None:
        return None
    return (until - (http_date(date) or now)).total_seconds()


def http_date(text: str | None) -> datetime | None:
    """The moment that a header names (aware), or None where it names none."""
    if not text:
        return None
    try:
        found = parsedate_to_datetime(text.strip())
    except (ValueError, IndexError, OverflowError, TypeError):
        return None
    # "-0000" leaves the zone open, and an HTTP date is always in UTC.
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def spoken(seconds: float) -> str:
    """A length of time as a person says it: "45 s", "10 min", "2 h", "3 days"."""
    for length, word in ((86400, "days"), (3600, "h"), (60, "min")):
        if seconds >= 2 * length or (seconds >= length and word != "days"):
            return f"{seconds / length:.3g} {word}"
    return f"{seconds:.3g} s"
