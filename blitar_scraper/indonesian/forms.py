"""The table of known forms: every way an absolute date is printed, and how each is read. `scanner` finds them.

All patterns are for the text of `plain.plain`: lower-case ASCII, single spaces. Every repetition in them is bounded, so
that reading takes time proportional to the text's length, whatever the text.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from blitar_scraper.indonesian.clock import JOINER
from blitar_scraper.indonesian.words import MONTHS, WEEKDAY, month_number, one_of

# Years that a page of today can mean; it keeps out the Hijri (14xx), and the 0000 and 0001 of empty database fields.
FIRST_YEAR, LAST_YEAR = 1800, 2100
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# Two digits can only mean a year in which governments had web sites; 98 is 1998, 32 is nothing certain.
FIRST_SHORT_YEAR = 1990
# A weekday finds the year of a date without one: at most this far ahead (an announcement), else in the past.
DAYS_AHEAD = 60
YEARS_BACK = 28  # after so many years the calendar repeats

MONTH = f"(?:{one_of(MONTHS)}(?![a-z]))"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TO_MONTH = r"[ .,/-]{0,3}(?:(?:bulan|bln|of)[ .]{1,2})?"
_TO_YEAR = r"[ .,/'-]{0,4}(?:(?:tahun|thn|th)[ .]{1,2})?"
JOIN = f" ?{JOINER} ?"
# A year is not the beginning of a longer number, nor of a word with a wrong letter in it ("2024O").
_YEAR_END = r"(?!\d|[.,]\d(?!\d?[:.]\d\d)|(?!t\d\d:)[a-z_]{1,2}(?![a-z_]))"
_YEAR = rf"(?P<year>\d{{4}}){_YEAR_END}(?![/-]\d{{4}}(?!\d))"
# Nor is a date without year followed by what may be a damaged year ("2O24", "20.24") or by the year after some dirt
# ("Feb'ruari 2024"); a time of day may follow.
_NO_NUMBER_FOLLOWS = (
    r"(?![ .,/'-]{0,4}(?!(?!(?:19|20)\.)\d{1,2}[:.]\d\d(?!\d))[a-z]{0,3}\d)(?!\D{0,8}(?:1[89]|20|21)\d\d(?!\d))"
)
# Nor are two digits the year where more follow ("20|24"), unless as a time of day.
_SHORT_END = r"(?![^\w ()]\d| \d(?!\d?[:.]\d\d))"
# A day of one digit is not followed by the rest of its number ("2024-09-2 7").
_DAY_END = r"(?!(?<=\D\d)[^\w()]\d(?![\d:.]))"
# A numeric date does not go on like a document number or an address.
_NUMBER_END = r"(?![/-]\d(?!\d?:\d\d)|[/-][a-z]|%)"


@dataclass(slots=True)
class Context:
    """What decides where the form alone does not: the day the page was seen, the weekday printed before the date.

    `alone`: nothing but labels surrounds the date, so that a form which is uncertain in running text may be read.
    """

    seen: date
    weekday: int | None
    alone: bool
    bracketed: bool


# (iso, until, flags), None: this is no date; False: it is a date, but one that does not exist.
Read = tuple[str, str | None, tuple[str, ...]] | Literal[False] | None
Reader = Callable[[re.Match[str], Context], Read]


def iso_day(year: int, month: int, day: int) -> str | None:
    """`2024-09-27`, or None where there is no such day."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and day >= 1):
        return None
    if day > LENGTHS[month - 1] and not (day == 29 and month == 2 and calendar.isleap(year)):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _number(day: str) -> int:
    """The number in `27` and `27th`."""
    return int(day.rstrip("stndrh"))


def _named(match: re.Match[str], context: Context) -> Read:
    month = month_number(match["month"])
    if month is None or (match["month"] not in MONTHS and match.end("day") == match.start("month")):
        return None  # in "1oOktober" the slip may be the day's
    iso = iso_day(int(match["year"]), month, _number(match["day"]))
    flags = () if match["month"] in MONTHS else ("month-misspelt",)
    return (iso, None, flags) if iso else False


def _named_short(match: re.Match[str], context: Context) -> Read:
    """27 Sep 24, 27 Sep '24."""
    year = _full_year(int(match["short"]), context)
    iso = year and iso_day(year, MONTHS[match["month"]], _number(match["day"]))
    if not iso:
        return False if context.alone else None
    if not (context.alone or "'" in match[0] or _falls_on(iso, context.weekday)):
        return None
    return iso, None, ("two-digit-year",)


def _numeric(match: re.Match[str], context: Context) -> Read:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["mark"] == " " and not (context.alone or context.weekday is not None):
        return None
    return _day_or_month_first(first, second, year, context)


def _numeric_short(match: re.Match[str], context: Context) -> Read:
    """27/09/24. With dots it may as well be a time or a version."""
    year = _full_year(int(match["short"]), context)
    if year is None:
        return None
    read = _day_or_month_first(int(match["first"]), int(match["second"]), year, context)
    if not read:
        return read if context.alone else None
    certain = context.alone and (match["mark"] != "." or context.weekday is not None)
    if not (certain or _falls_on(read[0], context.weekday)):
        return None
    return read[0], None, (*read[2], "two-digit-year")


def _day_or_month_first(first: int, second: int, year: int, context: Context) -> Read:
    """Day first; month first where that is the only day there is, or the only one that the printed weekday fits."""
    day_first, month_first = iso_day(year, second, first), iso_day(year, first, second)
    swap = not day_first or (not _falls_on(day_first, context.weekday) and _falls_on(month_first, context.weekday))
    if month_first and swap:
        return month_first, None, ("month-first",)
    return (day_first, None, ()) if day_first else False


def _year_first(match: re.Match[str], context: Context) -> Read:
    month, day = match["month"], match["day"]
    if "." in match[0] and len(month) + len(day) < 4:
        return None  # 2024.9.1 is a version
    number = int(month) if month.isdigit() else MONTHS[month]
    iso = iso_day(int(match["year"]), number, _number(day))
    return (iso, None, ()) if iso else False


def _days(match: re.Match[str], context: Context) -> Read:
    """1 - 3 Maret 2024; Sep 2-4, 2024; 1-3/03/2024."""
    month = match["month"]
    number = int(month) if month.isdigit() else MONTHS[month]
    year = int(match["year"])
    return _range(iso_day(year, number, _number(match["day"])), iso_day(year, number, _number(match["last"])), ())


def _days_of_two_months(match: re.Match[str], context: Context) -> Read:
    """28 Februari - 2 Maret 2024; Feb 28 - Mar 2, 2024; across New Year the year printed is that of the end."""
    first, last = MONTHS[match["month"]], MONTHS[match["last_month"]]
    year = int(match["year"])
    begins = year - 1 if first > last else year
    return _range(
        iso_day(begins, first, _number(match["day"])),
        iso_day(year, last, _number(match["last"])),
        ("year-inferred",) if begins != year else (),
    )


def _range(first: str | None, last: str | None, flags: tuple[str, ...]) -> Read:
    return (first, last, flags) if first and last and first < last else False


def _without_year(match: re.Match[str], context: Context) -> Read:
    """28 Desember; Jumat, 27 Sep."""
    day, month = _number(match["day"]), MONTHS[match["month"]]
    if context.weekday is None and not (context.alone and match.end("day") < match.end("month")):
        return None
    return _year_inferred(day, month, context)


def _month_first_without_year(match: re.Match[str], context: Context) -> Read:
    """Fri, Sep 27. Without the weekday the number may be a year."""
    if context.weekday is None:
        return None
    return _year_inferred(_number(match["day"]), MONTHS[match["month"]], context)


def _numeric_without_year(match: re.Match[str], context: Context) -> Read:
    """Kamis, 26/9; (26/09); 26/09. What may as well be "page 3 of 12" is not read: 3/12, (3/12), 03/12."""
    day, month = int(match["first"]), int(match["second"])
    if context.weekday is None:
        padded = len(match["first"]) == len(match["second"]) == 2
        page_of_pages = day <= month and "0" not in (match["first"][0], match["second"][0])
        if match["mark"] != "/" or not padded or page_of_pages:
            return None
        if not (context.bracketed or (context.alone and day > month)):
            return None
    return _year_inferred(day, month, context)


def _month_and_year(match: re.Match[str], context: Context) -> Read:
    """September 2024; 2024-09."""
    if not context.alone or context.weekday is not None:
        return None
    month = match["month"]
    number = int(month) if month.isdigit() else MONTHS[month]
    iso = iso_day(int(match["year"]), number, 1)
    return (iso[:7], None, ()) if iso else False


def _months(match: re.Match[str], context: Context) -> Read:
    """Januari - Maret 2024."""
    if not context.alone or context.weekday is not None:
        return None
    year = int(match["year"])
    first = iso_day(year, MONTHS[match["month"]], 1)
    last = iso_day(year, MONTHS[match["last_month"]], 1)
    return _range(first and first[:7], last and last[:7], ())


def _year_alone(match: re.Match[str], context: Context) -> Read:
    """Tahun 2024, with that word; a bare 2024 is any number."""
    if not context.alone or context.weekday is not None:
        return None
    return (match["year"], None, ()) if iso_day(int(match["year"]), 1, 1) else False


def _full_year(short: int, context: Context) -> int | None:
    for year in (2000 + short, 1900 + short):
        if FIRST_SHORT_YEAR <= year <= context.seen.year + 1:
            return year
    return None


def _falls_on(iso: str | None, weekday: int | None) -> bool:
    return iso is not None and weekday is not None and date.fromisoformat(iso).weekday() == weekday


def _year_inferred(day: int, month: int, context: Context) -> Read:
    """The weekday decides: the nearest year in which the date fell on it; else the latest date that is past."""
    seen, ahead = context.seen, None
    for year in range(seen.year + 1, seen.year - YEARS_BACK - 1, -1):
        iso = iso_day(year, month, day)
        if iso is None or not (context.weekday is None or _falls_on(iso, context.weekday)):
            continue
        distance = (seen - date.fromisoformat(iso)).days
        if distance < 0:
            if context.weekday is not None and -distance <= DAYS_AHEAD:
                ahead = iso, -distance
            continue
        return (ahead[0] if ahead and ahead[1] < distance else iso), None, ("year-inferred",)
    return (ahead[0], None, ("year-inferred",)) if ahead else False


# The order is that of trying: longer forms before those that they begin with.
FORMS: dict[str, tuple[str, Reader]] = {
    "days_of_two_months": (
        rf"(?P<day>{_DAY}){_TO_MONTH}(?P<month>{MONTH}){JOIN}(?:{WEEKDAY}[ ,]{{1,2}})?"
        rf"(?P<last>{_DAY}){_TO_MONTH}(?P<last_month>{MONTH}){_TO_YEAR}{_YEAR}",
        _days_of_two_months,
    ),
    "days_of_a_month": (
        rf"(?P<day>{_DAY}){JOIN}(?P<last>{_DAY}){_TO_MONTH}(?P<month>{MONTH}){_TO_YEAR}{_YEAR}",
        _days,
    ),
    "days_numeric": (
        rf"(?P<day>\d{{1,2}}){JOIN}(?P<last>\d{{1,2}})(?P<mark>[/.])(?P<month>\d{{1,2}})(?P=mark){_YEAR}{_NUMBER_END}",
        _days,
    ),
    "named": (rf"(?P<day>{_DAY}){_TO_MONTH}(?P<month>{MONTH}|[a-z]{{6,11}}){_TO_YEAR}{_YEAR}", _named),
    "named_short": (
        rf"(?P<day>{_DAY})[ ./-]{{1,2}}(?P<month>{MONTH})[ .,/'-]{{1,3}}(?P<short>\d\d){_YEAR_END}{_SHORT_END}"
        r"(?![:.x]\d)",
        _named_short,
    ),
    "numeric": (
        rf"(?P<first>\d{{1,2}})(?: ?(?P<mark>[/.-]) ?(?P<second>\d{{1,2}}) ?(?P=mark) ?){_YEAR}{_NUMBER_END}",
        _numeric,
    ),
    "numeric_spaced": (rf"(?P<first>\d\d)(?P<mark> )(?P<second>\d\d) {_YEAR}{_NUMBER_END}", _numeric),
    "year_first": (
        r"(?P<year>\d{4}) ?(?P<mark>[/.-]) ?(?P<month>\d{1,2}) ?(?P=mark) ?(?P<day>\d{1,2})(?![\d])"
        rf"{_DAY_END}"
        rf"(?![.,]\d(?!\d?[:.]\d\d)|(?!t\d\d:?\d\d|wi)[a-z_]){_NUMBER_END}",
        _year_first,
    ),
    "year_first_named": (
        rf"(?P<year>\d{{4}})[ ,/-]{{1,2}}(?P<month>{MONTH})[ .,/-]{{1,2}}(?P<day>{_DAY})(?![\w:]|[.,]\d){_DAY_END}",
        _year_first,
    ),
    "numeric_short": (
        rf"(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})(?P=mark)'?(?P<short>\d\d){_YEAR_END}{_SHORT_END}{_NUMBER_END}",
        _numeric_short,
    ),
    "days_of_two_months_first": (
        rf"(?P<month>{MONTH})[ .-]{{1,2}}(?P<day>{_DAY}){JOIN}"
        rf"(?P<last_month>{MONTH})[ .-]{{1,2}}(?P<last>{_DAY})[ ,/-]{{1,2}}{_YEAR}",
        _days_of_two_months,
    ),
    "days_month_first": (
        rf"(?P<month>{MONTH})[ .-]{{1,2}}(?P<day>{_DAY}){JOIN}(?P<last>{_DAY})[ ,/-]{{1,2}}{_YEAR}",
        _days,
    ),
    "month_first": (rf"(?P<month>{MONTH})[ .,/-]{{1,2}}(?P<day>{_DAY})[ .,/'-]{{1,3}}{_YEAR}", _named),
    "with_clock_between": (  # C's ctime and Unix date: Fri Sep 27 10:30:00 WIB 2024
        rf"(?P<month>{MONTH}) (?P<day>\d{{1,2}}) \d\d:\d\d:\d\d (?:[a-z]{{3,4}} |[+-]\d{{4}} )?{_YEAR}",
        _named,
    ),
    "numeric_without_year": (
        r"(?P<first>\d{1,2})(?P<mark>[/-])(?P<second>\d{1,2})(?![\w/-]|[.,:]\d|%)"
        rf"{_NO_NUMBER_FOLLOWS}",
        _numeric_without_year,
    ),
    "without_year": (
        rf"(?P<day>{_DAY})[ .,/-]{{0,2}}(?:bulan )?(?P<month>{MONTH})"
        rf"{_NO_NUMBER_FOLLOWS}",
        _without_year,
    ),
    "month_first_without_year": (
        rf"(?P<month>{MONTH})[ .]{{1,2}}(?P<day>{_DAY})(?!\w){_NO_NUMBER_FOLLOWS}",
        _month_first_without_year,
    ),
    "months": (rf"(?P<month>{MONTH}){JOIN}(?P<last_month>{MONTH}){_TO_YEAR}{_YEAR}", _months),
    "month_and_year": (rf"(?P<month>{MONTH}){_TO_YEAR}{_YEAR}", _month_and_year),
    "year_and_month": (r"(?P<year>\d{4})-(?P<month>\d\d)(?![\w/-]|[.,:]\d)", _month_and_year),
    "year": (rf"(?:tahun|thn|th)[ .:]{{1,3}}{_YEAR}", _year_alone),
}
