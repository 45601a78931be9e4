"""Finds the dates of known form in a text of any length.

All patterns are for the text of `plain.plain`: lower-case ASCII, single spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from blitar_scraper.indonesian.forms import FORMS, JOIN, MONTH, Context, Read
from blitar_scraper.indonesian.words import PASARAN, WEEKDAY, weekday_number

SUNDAY = 6


@dataclass(slots=True)
class Printed:
    """A date found in plain text: `iso` (and `until` for a range) without time of day; text[start:end] printed it.

    `weekday` is the printed one (0 Monday) where it was one; `clock_at` is where a time of day may begin: after the
    date, but in `Fri Sep 27 10:30:00 2024` within it.
    """

    start: int
    end: int
    clock_at: int
    iso: str
    until: str | None = None
    flags: tuple[str, ...] = ()
    weekday: int | None = None


@dataclass(slots=True)
class Impossible:
    """Something printed like a date that is none: 31 Juni 2023."""

    start: int
    end: int


# A date does not begin within a word ("l7"), a longer number ("1.234/27"), a path ("/2024/09/27/x"), after what makes
# it a document's or an ordinal number ("KEP-12/9/2024", "ke-5"), nor with the second digit of its day ("1 3 Maret").
_BEGIN = (
    r"(?<!\w)(?<![a-z]')(?<!ke-)(?<!\d[.,:/-])(?<![\w.]/)(?<![a-z]-(?=\d{1,4}[/.-]))"
    r"(?!(?<=(?<!\d)[0-3][^\w()])\d(?!\d))"
)
_WEEKDAY_PREFIX = (
    rf"(?:(?P<weekday>{WEEKDAY})(?P<more>{JOIN}{WEEKDAY}| ?(?:dan|&) ?{WEEKDAY})?(?:[ -]\(?{PASARAN}\)?)?"
    r"(?: (?:pagi|siang|sore|petang|malam)(?![a-z]))?"
    r"[ ,.:/|(\[-]{0,4}(?:(?:tanggal|tgl)[ .:]{0,3})?)?"
)

# Each form by itself, to read the parts of what the scanner found.
_READERS = {name: (re.compile(pattern, re.ASCII), reader) for name, (pattern, reader) in FORMS.items()}
_GROUP_NAME = re.compile(r"\(\?P<(?:day|last|month|last_month|year|short|first|second)>")


def _anonymous(pattern: str, name: str) -> str:
    """The pattern without its groups' names, which may stand only once in the scanner."""
    pattern = _GROUP_NAME.sub("(?:", pattern)
    return pattern.replace("(?P<mark>", f"(?P<{name}_mark>").replace("(?P=mark)", f"(?P={name}_mark)")


def _alternatives(forms: Iterable[str]) -> str:
    return "|".join(f"(?P<{name}>{_anonymous(FORMS[name][0], name)})" for name in forms)


_WORD_FORMS = [name for name, (pattern, _) in FORMS.items() if pattern.startswith(("(?P<month>(?", "(?:tahun"))]
_NUMBER_FORMS = [name for name in FORMS if name not in _WORD_FORMS]
# The looks ahead are for speed: most words begin no date, and pass after one test instead of one for each form.
_SCANNER = re.compile(
    rf"{_BEGIN}(?=\d|{WEEKDAY}|{MONTH}|tahun|thn|th)(?:{_WEEKDAY_PREFIX})"
    rf"(?:(?=\d)(?:{_alternatives(_NUMBER_FORMS)})|(?=[a-z])(?:{_alternatives(_WORD_FORMS)}))",
    re.ASCII,
)
# In "27 September 2024, Sabtu 28 ..." the weekday belongs to the next date.
_WEEKDAY_AFTER = re.compile(rf"[ ,(]{{1,3}}(?:hari )?({WEEKDAY})\)?(?![ ,]{{0,3}}\d{{1,2}}(?!\d|[:.]\d\d))", re.ASCII)
# What numbers are given to: "Perwali No. 12-09-2024", "Vol. 3 No. 5 Maret 2024", "Covid 19 Maret 2020", "SMPN 3 Juni".
_IS_NUMBER_OF = re.compile(
    r"(?<![a-z.])(?:no|nomor|nomer|number|kode|id|idr|rp|ke|versi|version|ver|rt|rw|pasal|ayat|bab|blok|kav|halaman|hal"
    r"|volume|vol|jilid|seri|juz|angkatan|tahap|gelombang|batch|triwulan|semester|kelas|putaran|lantai|zona|kloter|termin"
    r"|liga|divisi|pekan|covid|top|juara|peringkat|dapil|tps|rayon|(?:sdn|smp|sma|smk|mts)n?(?: negeri)?)[ .:]{0,3}$",
    re.ASCII,
)
# "Minggu" is Sunday and week: the second week of March, or Sunday 2 March?
_MAY_BE_WEEK = re.compile(r"minggu [1-5](?P<of> bulan)? ?[a-z]", re.ASCII)
_LONGEST_NAME = 16  # "peringkat", a sign or two, and room
_DIGITS = re.compile(r"\d+|[a-z]+", re.ASCII)
_GLUED = re.compile(r"[a-z]\d", re.ASCII)
_ICON_BEFORE_DATE = re.compile(
    r"(?<![a-z_])(?:access_time|schedule|calendar_(?:today|month)|event(?:_note)?|date_range|today|query_builder"
    r"|watch_later|history|update)(?=\d)",
    re.ASCII,
)


def without_icons(text: str) -> str:
    """The text with the names of Material icons, where they are glued to a date, as so many `|`."""
    return _ICON_BEFORE_DATE.sub(lambda match: "|" * len(match[0]), text) if _GLUED.search(text) else text


def scan(text: str, seen: date, *, alone: bool = False) -> Iterator[Printed | Impossible]:
    """Every date in plain text, in order. `seen` decides a missing year; `alone` as in `Context`."""
    position = 0
    while position < len(text) and (match := _SCANNER.search(text, position)):
        name = match.lastgroup
        assert name is not None
        pattern, reader = _READERS[name]
        start, end = match.start(name), match.end(name)
        inner = pattern.match(text, start)
        weekday = None
        if match["weekday"] and not match["more"]:
            weekday = weekday_number(match["weekday"])
        bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
        read = reader(inner, Context(seen, weekday, alone, bracketed)) if inner else None
        if weekday is None:
            other = bool(_IS_NUMBER_OF.search(text, max(0, start - _LONGEST_NAME), start))
        else:
            other = weekday == SUNDAY and _is_week(text, match.start(), read)
        if read is None or other:
            skip = _DIGITS.match(text, start)
            position = skip.end() if skip else start + 1
            continue
        if text[end : end + 1] == ")" and "(" in text[match.start() : end]:  # Jumat (27/9/2024)
            end += 1
        position = end
        if read is False:
            yield Impossible(match.start(), end)
            continue
        iso, until, flags = read
        clock_at = inner.end("day") if inner and name == "with_clock_between" else end
        printed = Printed(match.start(), end, clock_at, iso, until, flags, weekday)
        yield _with_weekday_after(printed, text) if weekday is None and not until else printed


def _is_week(text: str, start: int, read: Read) -> bool:
    """Whether "Minggu 2 ..." may count weeks: it does not where the day, with its printed year, was a Sunday."""
    match = _MAY_BE_WEEK.match(text, start)
    if not match or not read:
        return False
    iso, _, flags = read
    return bool(match["of"]) or "year-inferred" in flags or date.fromisoformat(iso).weekday() != SUNDAY


def _with_weekday_after(printed: Printed, text: str) -> Printed:
    """27 September 2024 (Jumat)."""
    match = _WEEKDAY_AFTER.match(text, printed.end)
    if not match or len(printed.iso) != 10:
        return printed
    return replace(printed, end=match.end(), clock_at=match.end(), weekday=weekday_number(match[1]))
