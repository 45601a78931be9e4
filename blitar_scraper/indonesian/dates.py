"""Dates as Indonesian government pages print them: exact, or nothing.

`parse_date` reads the one date of a short text (a byline, a feed's pubDate, a dateline); `find_dates` lists those
in a longer one. Known forms are read by the table in `forms`; relative phrases by `relative`; what is left and looks
like a date goes to dateparser (`unusual`), whose answer counts only if its parts are printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from typing import Literal

from blitar_scraper.indonesian.clock import JOINER, clock_after, clock_before, zone_named
from blitar_scraper.indonesian.machine import machine_date
from blitar_scraper.indonesian.parsed import ParsedDate, zoned
from blitar_scraper.indonesian.plain import PlainText, plain
from blitar_scraper.indonesian.quick import quick_date
from blitar_scraper.indonesian.relative import Phrase, read_phrase
from blitar_scraper.indonesian.scanner import Impossible, Printed, scan, without_icons
from blitar_scraper.indonesian.unusual import unusual_date
from blitar_scraper.indonesian.words import LABELS, MONTHS, one_of

__all__ = ["ParsedDate", "find_dates", "parse_date", "to_site_time"]

# A byline is a line. The longest one seen has 140 characters; in a paragraph a date may mean anything.
LONGEST_BYLINE = 300
_DIGIT = re.compile(r"\d")


def parse_date(text: str, *, seen_at: datetime, timezone: str | None = None) -> ParsedDate | None:
    """The one date that a short text prints, or None where it prints none, two different ones, or nothing certain.

    `seen_at` (aware) is when the page was seen: relative phrases count from it, in `timezone` where that is given, else
    in its own zone; missing years and centuries are found by it. `timezone` (IANA name) gives an offset to a time of
    day printed without zone, from 1988 on; without it such a time stays local. A printed zone always stays as printed.
    Never raises.
    """
    if quick := quick_date(text, timezone):
        return quick
    if len(text) > LONGEST_BYLINE or not text or text.isspace():
        return None
    source = plain(text)
    flat = without_icons(source.text)
    today = _local(seen_at, timezone)
    found = _one_of_line(flat, today.date())
    if found is None:
        return _alone(flat, source, text, today, timezone)
    return _result(found, source, text, timezone) if found else None


def find_dates(text: str, *, seen_at: datetime, timezone: str | None = None) -> list[ParsedDate]:
    """Every absolute date of known form in a text of any length, in order; a range is one. Never raises.

    Arguments as in `parse_date`.
    """
    if not _DIGIT.search(text):
        return []
    source = plain(text)
    flat = without_icons(source.text)
    today = _local(seen_at, timezone).date()
    return [_result(found, source, text, timezone) for found in _moments(flat, today) if isinstance(found, _Moment)]


def to_site_time(parsed: ParsedDate | str, timezone: str) -> str:
    """The same moment in the site's local time: an `iso` with an offset other than the zone's own is converted.

    `timezone` is an IANA name. Values without time of day or offset come back unchanged, as do all where there is no
    such zone; of a range both ends are converted.
    """
    iso = parsed if isinstance(parsed, str) else parsed.iso
    zone = zone_named(timezone)
    return iso if zone is None else "/".join(_converted(part, zone) for part in iso.split("/"))


def _converted(iso: str, zone: tzinfo) -> str:
    if len(iso) not in (22, 25):
        return iso
    try:
        return (
            datetime.fromisoformat(iso).astimezone(zone).isoformat(timespec="minutes" if len(iso) == 22 else "seconds")
        )
    except (ValueError, OverflowError):
        return iso


def _local(seen_at: datetime, timezone: str | None) -> datetime:
    zone = zone_named(timezone) if timezone else None
    try:
        return seen_at.astimezone(zone) if zone else seen_at
    except OverflowError:  # the year 1 or 9999
        return seen_at


@dataclass(slots=True)
class _Moment:
    """A date with its time of day and what stands beside it, still in the plain text."""

    start: int
    end: int
    iso: str
    offset: str | None
    flags: tuple[str, ...]


_JOINER_BETWEEN = re.compile(rf"[ ,]{{0,2}}{JOINER}[ ,]{{0,2}}", re.ASCII)
_ALSO_BEFORE = re.compile(r"(?<![\d.:,/-])\d{1,2}(?:st|nd|rd|th)? ?(?:,|dan|&|/|\+|atau|serta|and|or) ?$", re.ASCII)
_MAY_BE_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_DAY_AND_MONTH = re.compile(rf"(?<!\w)\d{{1,2}}[ ./-]{{1,2}}{one_of(MONTHS)}(?![a-z])", re.ASCII)


def _moments(text: str, today: date, alone: bool = False) -> Iterator[_Moment | Impossible]:
    """Dates with their times of day; two that are joined by a dash or "sampai" are one range."""
    previous: _Moment | None = None
    for printed in scan(text, today, alone=alone):
        if isinstance(printed, Impossible):
            if previous:
                yield previous
            previous = None
            yield printed
            continue
        moment = _with_clock(printed, text, previous.end if previous else 0)
        joins = previous and _JOINER_BETWEEN.fullmatch(text, previous.end, moment.start)
        if previous and joins and (span := _joined(previous, moment)):
            previous = span
            continue
        if previous:
            yield previous
        previous = moment
    if previous:
        yield previous


def _with_clock(printed: Printed, text: str, floor: int) -> _Moment:
    flags = printed.flags
    start, end, iso, offset = printed.start, printed.end, printed.iso, None
    if printed.weekday is not None and len(iso) == 10 and date.fromisoformat(iso).weekday() != printed.weekday:
        flags += ("weekday-mismatch",)
    if printed.until:
        iso = f"{printed.iso}/{printed.until}"
    clock = clock_after(text, printed.clock_at) if len(printed.iso) == 10 else None
    if clock:
        end = max(end, clock.end)
    elif len(printed.iso) == 10 and (clock := clock_before(text, start)) and clock.start >= floor:
        start = clock.start
    if clock:
        offset = clock.offset
        if clock.time is None:
            flags += ("time-malformed",)
        elif printed.until is None:
            iso = f"{printed.iso}T{clock.time}" + (f"/{printed.iso}T{clock.until}" if clock.until else "")
        elif clock.until:
            iso = f"{printed.iso}T{clock.time}/{printed.until}T{clock.until}"
        else:
            end, offset = printed.end, None  # "1 - 3 Maret 2024 pukul 10.00": of which day?
    return _Moment(start, end, iso, offset, flags)


def _joined(first: _Moment, last: _Moment) -> _Moment | None:
    """The range from one date to a later one of the same precision and zone."""
    if "/" in first.iso or "/" in last.iso or len(first.iso) != len(last.iso) or first.iso >= last.iso:
        return None
    offset = last.offset or first.offset
    if first.offset and last.offset and first.offset != last.offset:
        return None
    flags = tuple(dict.fromkeys(first.flags + last.flags))
    return _Moment(first.start, last.end, f"{first.iso}/{last.iso}", offset, flags)


def _one_of_line(text: str, today: date) -> _Moment | Literal[False] | None:
    """The date of a line; False where there are several or an impossible one, None where none of a certain form."""
    best: _Moment | None = None
    rest = ""
    position = 0
    for moment in _moments(text, today):
        if isinstance(moment, Impossible):
            return False
        before = text[position : moment.start]
        if before and _ALSO_BEFORE.search(before):
            return False
        rest += before + "|"
        position = moment.end
        if best is None or (best.iso != moment.iso and best.iso.startswith(moment.iso)):
            best = moment  # printed twice, what both say is certain: the other's time may be that of a later edit
        elif not moment.iso.startswith(best.iso):
            return False
    rest += text[position:]
    if (
        best
        and rest != "|"
        and (_DAY_AND_MONTH.search(rest) or ("year-inferred" in best.flags and _MAY_BE_YEAR.search(rest)))
    ):
        return False
    return best


_WORD = re.compile(r"[a-z_']+", re.ASCII)


def _alone(text: str, source: PlainText, original: str, today: datetime, timezone: str | None) -> ParsedDate | None:
    """The date of a text that is nothing else, but for labels: here the uncertain forms count too."""
    for start, end in _cores(text):
        core = text[start:end]
        if core[:1].isdigit() and (iso := machine_date(core, today)):
            first, last = source.span(start, end)
            return ParsedDate(zoned(iso, None, timezone), original[first:last], first, (), "machine")
        moments = list(_moments(core, today.date(), alone=True))
        if moments:
            moment = moments[0]
            if len(moments) > 1 or isinstance(moment, Impossible) or (moment.start, moment.end) != (0, len(core)):
                continue
            return _result(replace(moment, start=start, end=end), source, original, timezone)
        if phrase := read_phrase(core, today):
            return _phrase_result(phrase, source.span(start, end), original, timezone)
        if iso := unusual_date(core, today):
            first, last = source.span(start, end)
            return ParsedDate(zoned(iso, None, timezone), original[first:last], first, (), "dateparser")
    return _phrase_in_byline(text, source, original, today, timezone)


# "Admin | 3 jam yang lalu | 142x": what separates the parts; a name may also stand directly before the phrase.
_BETWEEN_PARTS = re.compile(
    r" ?\| ?| - |,? (?=(?:oleh|by) )|(?:(?<=^)|(?<= ))(?:oleh|by) ?:? [^|\d]{1,40}?(?=\d|se)", re.ASCII
)


def _phrase_in_byline(
    text: str, source: PlainText, original: str, today: datetime, timezone: str | None
) -> ParsedDate | None:
    """The one relative phrase that is a whole part of a byline."""
    found: list[ParsedDate] = []
    position = 0
    for bound in [*(match.span() for match in _BETWEEN_PARTS.finditer(text)), (len(text), len(text))]:
        for start, end in _cores(text[: bound[0]], position):
            if phrase := read_phrase(text[start:end], today):
                found.append(_phrase_result(phrase, source.span(start, end), original, timezone))
                break
        position = bound[1]
    return found[0] if len(found) == 1 else None


# Signs that surround a date and mean nothing; "+", "#" and "%" make it another number.
_AROUND = " .,:;|()[]{}<>\"'*-/!"


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the last sign is a bracket that was opened in the text."""
    return text[end - 1] == ")" and "(" in text[start:end]


def _cores(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Where the text begins and ends without surrounding signs and labels; then with one label more, and so on."""
    end = len(text)
    found: list[tuple[int, int]] = []
    while start < end:
        while start < end and text[start] in _AROUND:
            start += 1
        while start < end and text[end - 1] in _AROUND and not _closes(text, start, end):
            end -= 1
        found.append((start, end))
        word = _WORD.match(text, start, end)
        if not word or word[0] not in LABELS:
            break
        start = word.end()
    return found[::-1]


def _result(moment: _Moment, source: PlainText, original: str, timezone: str | None) -> ParsedDate:
    start, end = source.span(moment.start, moment.end)
    iso = moment.iso
    if "T" in iso:
        iso = "/".join(zoned(part, moment.offset, timezone) for part in iso.split("/"))
    return ParsedDate(iso, original[start:end], start, moment.flags)


def _phrase_result(phrase: Phrase, span: tuple[int, int], original: str, timezone: str | None) -> ParsedDate:
    iso, flags, offset = phrase.iso, phrase.flags, None
    if phrase.clock:
        offset = phrase.clock.offset
        if phrase.clock.time is None:
            flags += ("time-malformed",)
        else:
            iso += f"T{phrase.clock.time}"
    return ParsedDate(zoned(iso, offset, timezone), original[span[0] : span[1]], span[0], flags, "relative")
