"""The forms that nearly every page prints, read from the whole of a text at one go.

Nothing is read here that the table in `forms` would not read the same (a test says so): this is only its short cut,
about ten times faster. What is not plainly one of these forms is left to the table.
"""

from __future__ import annotations

import re
from datetime import date

from blitar_scraper.indonesian.clock import offset_of
from blitar_scraper.indonesian.forms import LENGTHS
from blitar_scraper.indonesian.parsed import ParsedDate, zoned
from blitar_scraper.indonesian.words import MONTHS, WEEKDAY_WORDS

_WEEKDAY = r"(?:([A-Za-z'’‘´`]{3,9})\.?(?: (?:Legi|Pahing|Paing|Pon|Wage|Kliwon))?,? ?)?"
_CLOCK = (
    r"(?:(?: ?[,|•(–-] ?| )(?:[Pp]ukul |PUKUL |[Pp]kl\.? |[Jj]am |@ |T)?"
    r"(\d\d)[:.](\d\d)(?:[:.](\d\d))?(?: ?(WIB|WITA|WIT|GMT(?:\+\d)?|\+\d{4}))?\)?)?"
)
_NAMED = re.compile(rf"{_WEEKDAY}(\d\d?)[ -]([A-Za-z]{{3,9}})\.?,?[ -](\d{{4}}){_CLOCK}", re.ASCII)
_NUMERIC = re.compile(rf"{_WEEKDAY}(\d\d?)([/.-])(\d\d?)\3(\d{{4}}){_CLOCK}", re.ASCII)
_YEAR_FIRST = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?: ?(Z|\+\d\d:?\d\d|WIB|WITA|WIT))?)?",
    re.ASCII,
)
_MONTH_FIRST = re.compile(rf"([A-Z][A-Za-z]{{2,8}})\.? (\d\d?),? (\d{{4}}){_CLOCK}", re.ASCII)

# For each month's name, as printed in small, capital and mixed letters: the printed day and what it is in the result.
# 29 February is left to the table, which knows the leap years.
_DAYS = [
    {printed: f"-{month:02}-{day:02}" for day in range(1, length + 1) for printed in (str(day), f"{day:02}")}
    for month, length in enumerate(LENGTHS, 1)
]
_DAYS_OF_NAMED = {
    printed: _DAYS[month - 1] for word, month in MONTHS.items() for printed in (word, word.capitalize(), word.upper())
}
_DAYS_OF_NUMBER = {printed: days for month, days in enumerate(_DAYS, 1) for printed in (str(month), f"{month:02}")}
_WEEKDAY_OF = {
    printed: number for word, number in WEEKDAY_WORDS.items() for printed in (word, word.capitalize(), word.upper())
}
_OFFSETS = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00", "Z": "+00:00"}
# What surrounds a date and is no part of it.
_EDGES = " \t\r\n.,;|[]"
_FIRST_YEAR, _LAST_YEAR = "1800", "2100"


def quick_date(text: str, timezone: str | None) -> ParsedDate | None:
    """The date that is the whole of a text in one of the commonest forms; None where the table must look."""
    bare = text.strip(_EDGES)
    return _read(bare, 0 if bare == text else text.index(bare), timezone)


def _read(text: str, start: int, timezone: str | None) -> ParsedDate | None:
    if match := _NAMED.fullmatch(text):
        weekday, day, month, year, hour, minute, second, zone = match.groups()
        days = _DAYS_OF_NAMED.get(month)
    elif match := _NUMERIC.fullmatch(text):
        weekday, day, _, month, year, hour, minute, second, zone = match.groups()
        days = _DAYS_OF_NUMBER.get(month)
    elif match := _YEAR_FIRST.fullmatch(text):
        year, month, day, hour, minute, second, zone = match.groups()
        weekday, days = None, _DAYS_OF_NUMBER.get(month)
    elif match := _MONTH_FIRST.fullmatch(text):
        month, day, year, hour, minute, second, zone = match.groups()
        weekday, days = None, _DAYS_OF_NAMED.get(month)
    else:
        return None
    if days is None or day not in days or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    iso: str = year + days[day]
    if weekday is not None and date.fromisoformat(iso).weekday() != _WEEKDAY_OF.get(weekday):
        return None
    if hour is None:
        return ParsedDate(iso, text, start)
    if hour > "23" or minute > "59" or (second is not None and second > "59"):
        return None
    iso = f"{iso}T{hour}:{minute}" if second is None else f"{iso}T{hour}:{minute}:{second}"
    if zone is None:
        return ParsedDate(zoned(iso, None, timezone), text, start)
    offset = _OFFSETS.get(zone) or offset_of(zone)
    return ParsedDate(iso + offset, text, start) if offset else None
