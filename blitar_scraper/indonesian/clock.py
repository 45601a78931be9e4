"""Times of day and zones: `pukul 10.30 WIB`, `2:15 pm`, `pukul 3 sore`, `10:30:59 +0700`.

All patterns are for the text of `plain.plain`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from blitar_scraper.indonesian.words import ZONES

# The zones of Indonesia have not changed since 1988, when WIB, WITA and WIT got their present bounds.
FIRST_YEAR_OF_ZONES = 1988
FIXED_OFFSETS = {
    "Asia/Jakarta": "+07:00",
    "Asia/Pontianak": "+07:00",
    "Asia/Makassar": "+08:00",
    "Asia/Jayapura": "+09:00",
}

# "sampai" and its like, between the ends of a range.
JOINER = r"(?:-|~|s ?[/.] ?d\.?|s/d|sd\.?|sampai(?: dengan)?|hingga|to|until|through)"

ZONE = (
    r"(?: ?[-|]? ?[(\[]?(?P<zone>waktu indonesia (?:barat|tengah|timur)|(?:wib|wita|wit)(?![a-z])"
    r"|(?:gmt|utc)(?: ?[+-] ?\d{1,2}(?::?\d\d)?)?(?!\w)"
    r"|[+-]\d\d:?\d\d(?!\d)|\+\d\d(?![\d:.])"
    r"|(?:z|ut|[ecmp][sd]t|ces?t|sgt|myt|hkt|jst)(?!\w))[)\]]?(?: ?\([a-z ]{3,40}\))?)?"
)
_HALF = r"(?: ?(?P<half>[ap]\.?m\.?(?![a-z])|pagi|siang|sore|petang|malam|dini hari|subuh))?"
_MARK = (
    r"(?P<mark>(?:(?:wib|wita|wit)|(?:pada )?(?:(?:waktu|time)[ :]{1,3})?(?:pukul|pkl|pk|jam)"
    r"|waktu|time|at|t)[ .:|]{0,5})?"
)
_DIGITS = (
    r"(?P<hour>\d{1,2})(?P<dot>[:.])(?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d{1,9}(?!\d))?)?(?![\d:]|[.,]\d)"
)

_AFTER_DATE = re.compile(
    rf"(?:[ ,|@;:/()\[\].~\-]{{1,5}}|(?=[tw])){_MARK}"
    rf"(?:{_DIGITS}{_HALF}"
    rf"(?:(?: (?P<first_zone>wib|wita|wit))? ?{JOINER}"
    r" ?(?P<until_hour>\d{1,2})[:.](?P<until_minute>\d\d)(?![\d:]|[.,]\d))?"
    r"|(?P<odd>\d{1,3}:[\d:]{0,8}(?: ?[ap]\.?m)?(?!\d)|(?(mark)\d{1,3}\.\d(?!\d)|(?!)))"
    rf"|(?P<bare>\d{{1,2}})(?![\d:/]|[.,]\d){_HALF.replace('half', 'bare_half')})" + ZONE,
    re.ASCII,
)
# Django's format "P" (docs, "Built-in template tags and filters", date): `Sept. 27, 2024, noon`; midnight begins a day.
_TIMES_BY_WORD = {"noon": "12:00", "midnight": "00:00"}
_WORD_AFTER_DATE = re.compile(r", (noon|midnight)(?![a-z])", re.ASCII)
_BEFORE_DATE = re.compile(
    rf"(?<![\w.:,/-]){_MARK}{_DIGITS}{_HALF}{ZONE}[ ,|/(\-]{{1,5}}(?:(?:hari|tanggal|tgl|on)[ .:,/]{{1,4}}){{0,2}}$",
    re.ASCII,
)
_UNIT = re.compile(
    r" ?(?:[kmg]b|[kcm]?m2?|k?g|rb|ribu|juta|jt|miliar|persen|derajat|views?|kali|x)(?![a-z])| ?%", re.ASCII
)
_DIGIT = re.compile(r"\d", re.ASCII)
# How far a time printed before its date may begin: "pukul 10.30.22 WIB, tanggal " has 29 characters.
_BEFORE_REACH = 40
_ZONE_NAMES_MEANT = re.compile(r"(wib|wita|wit)")


@dataclass(slots=True)
class Clock:
    """A time of day as printed: `time` is `HH:MM` or `HH:MM:SS`, None where it was malformed.

    `offset` is `+07:00` or None; `until` is the later end of a printed range of times; `start` and `end` bound it
    in the plain text.
    """

    start: int
    end: int
    time: str | None
    offset: str | None = None
    until: str | None = None


def clock_after(text: str, position: int) -> Clock | None:
    """The time of day printed directly after a date that ends at `position`."""
    match = _AFTER_DATE.match(text, position)
    if not match:
        word = _WORD_AFTER_DATE.match(text, position)
        return Clock(*word.span(), _TIMES_BY_WORD[word[1]]) if word else None
    start, end = match.span()
    mark, hour, dot, minute, second, half, first_zone, until_hour, until_minute, odd, bare, bare_half, zone = (
        match.groups()
    )
    if odd:
        return Clock(start, end, None)
    if bare:  # "pukul 3 sore", "jam 10 WIB": a bare number is an hour only where a word says so
        if not bare_half and not (mark and mark[0] in "pj"):
            return None
        return _clock(start, end, bare, "00", None, bare_half, zone)
    if first_zone and zone not in (None, first_zone):
        return Clock(start, end, None)  # "08.00 WIB - 11.00 WITA"
    clock = _clock(start, end, hour, minute, second, half, zone or first_zone, mark)
    if dot == "." and not (mark or half or zone) and (clock.time is None or _UNIT.match(text, end)):
        return None  # "27 Sep 2024 55.20" and "27 Sep 2024 4.52 MB" print some other number
    if not until_hour or not clock.time:
        return clock
    between = text[match.end("second" if second else "minute") : match.start("until_hour")]
    if between.lstrip(".,0123456789") == "-" and (second or mark == "t"):  # 10:30:22-05:00, 10:30:22.544-05:00
        return replace(clock, offset=offset_of(f"-{until_hour}:{until_minute}"))
    until = _clock(start, end, until_hour, until_minute, None, None, None).time
    # "23.00 - 01.00": the end is on another day, or wrong.
    return replace(clock, until=until) if until and until > clock.time else clock


def clock_before(text: str, position: int) -> Clock | None:
    """The time of day printed directly before a date that begins at `position`: `10:30 WIB, 27 September 2024`."""
    reach = max(0, position - _BEFORE_REACH)
    if not _DIGIT.search(text, reach, position):
        return None
    for match in _BEFORE_DATE.finditer(text[:position], reach):
        parts = match.groupdict()
        if parts["dot"] == ":" or parts["mark"] or parts["zone"]:
            return _clock(
                match.start(), position, parts["hour"], parts["minute"], parts["second"], parts["half"], parts["zone"]
            )
    return None


def _clock(
    start: int,
    end: int,
    hour: str,
    minute: str,
    second: str | None,
    half: str | None,
    zone: str | None,
    mark: str | None = None,
) -> Clock:
    hours = _hour_of_day(int(hour), half)
    if hours is None or int(minute) > 59 or int(second or 0) > 59:
        return Clock(start, end, None)
    offset = offset_of(zone) if zone else None
    named = _ZONE_NAMES_MEANT.match(mark) if mark else None
    if named:  # "WIB19:17:34+07:00": both must say the same
        meant = offset_of(named[1])
        if offset not in (None, meant):
            return Clock(start, end, None)
        offset = meant
    time = f"{hours:02}:{minute}" + (f":{second}" if second else "")
    return Clock(start, end, time, offset)


def _hour_of_day(hour: int, half: str | None) -> int | None:
    """0 to 23, or None where the hour contradicts its half or part of the day, or there is no such hour."""
    if hour > 23:
        return None
    if not half:
        return hour
    word = half.replace(".", "")
    if word == "am":
        return 0 if hour == 12 else hour if hour < 12 else None
    if word == "pm":  # "14:15 PM" is a common slip that leaves no doubt; "00:15 PM" does
        return 12 if hour == 12 else hour if hour > 12 else hour + 12 if hour else None
    first, last = _PARTS_OF_DAY[word]
    return next((hours for hours in (hour, hour + 12) if first <= hours <= last), None)


# The hours, inclusive, that each word can mean. "12 malam" (midnight of which day?) and "1 malam" are left in doubt.
_PARTS_OF_DAY = {
    "subuh": (3, 5),
    "dini hari": (0, 5),
    "pagi": (1, 11),
    "siang": (10, 15),
    "sore": (14, 18),
    "petang": (16, 19),
    "malam": (18, 23),
}


@lru_cache(maxsize=256)
def offset_of(zone: str) -> str | None:
    """`+07:00` for a printed zone (`WIB`, `GMT+7`, `+0700`, `Z`); None where there is no such offset."""
    word = zone.replace(" ", "").lower()
    if word in ZONES:
        minutes = ZONES[word]
    else:
        match = re.fullmatch(r"(?:gmt|utc)?([+-])(\d{1,2})(?::?(\d\d))?", word)
        if not match or int(match[2]) > 14 or int(match[3] or 0) > 59:
            return None
        minutes = (int(match[2]) * 60 + int(match[3] or 0)) * (-1 if match[1] == "-" else 1)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def offset_in(timezone: str, iso: str) -> str:
    """`+07:00`: the offset of an IANA zone at a local `2024-09-27T10:30[:22]`; empty before 1988 and for no zone."""
    if int(iso[:4]) < FIRST_YEAR_OF_ZONES:
        return ""
    if timezone in FIXED_OFFSETS:
        return FIXED_OFFSETS[timezone]
    zone = zone_named(timezone)
    return "" if zone is None else datetime.fromisoformat(iso).replace(tzinfo=zone).isoformat()[len(iso) :]


def zone_named(timezone: str) -> ZoneInfo | None:
    """The zone of an IANA name; None where there is none of that name."""
    try:
        return ZoneInfo(timezone)
    except (ValueError, OSError, KeyError):  # KeyError: ZoneInfoNotFoundError
        return None
