"""Dates printed for machines that only count as dates when they are the whole string: 20240926, 1727341212."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from blitar_scraper.indonesian.clock import offset_of
from blitar_scraper.indonesian.forms import iso_day

# Year, month, day and perhaps time without separators, for the years in which a number of eight digits is rather a
# day than anything else.
_COMPACT = re.compile(
    r"(?P<year>19[5-9]\d|20[0-5]\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:[ t_-]?(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d))?(?P<zone>z|[+-]\d\d:?\d\d)?)?",
    re.ASCII,
)
# Seconds or milliseconds since 1970. Ten digits begin in September 2001; later than the page it is another number.
_EPOCH = re.compile(r"(1\d{9})(\d{3})?", re.ASCII)


_INTERVAL = re.compile(r"(\d{4})-(\d\d)-(\d\d)/(\d{4})-(\d\d)-(\d\d)", re.ASCII)


def machine_date(text: str, seen_at: datetime) -> str | None:
    """The EDTF text of a whole plain string: a compact date, an epoch (in UTC), an ISO interval; None for others."""
    if match := _EPOCH.fullmatch(text):
        seconds = int(match[1])
        return datetime.fromtimestamp(seconds, UTC).isoformat() if seconds <= seen_at.timestamp() + 86_400 else None
    if match := _INTERVAL.fullmatch(text):
        numbers = [int(group) for group in match.groups()]
        first, last = iso_day(*numbers[:3]), iso_day(*numbers[3:])
        return f"{first}/{last}" if first and last and first < last else None
    match = _COMPACT.fullmatch(text)
    if not match:
        return None
    day = iso_day(int(match["year"]), int(match["month"]), int(match["day"]))
    if not day or not match["hour"]:
        return day
    hour, minute, second = match["hour"], match["minute"], match["second"]
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        return None
    offset = offset_of(match["zone"]) or "" if match["zone"] else ""
    return f"{day}T{hour}:{minute}" + (f":{second}" if second else "") + offset
