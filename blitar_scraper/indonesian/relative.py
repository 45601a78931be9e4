"""Phrases that count from the moment the page was seen: `3 jam yang lalu`, `kemarin pukul 10.00`, `Jumat lalu`.

As precise as the phrase: hours and minutes give a minute, days and weeks a day, months a month, years a year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from blitar_scraper.indonesian.clock import Clock, clock_after
from blitar_scraper.indonesian.words import NUMBER_WORDS, PASARAN, WEEKDAY, one_of, weekday_number

_INDONESIAN_UNITS = {
    "second": "detik dtk",
    "minute": "menit mnt",
    "hour": "jam",
    "day": "hari hr",
    "week": "minggu mgg pekan",
    "month": "bulan bln",
    "year": "tahun thn th",
}
_ENGLISH_UNITS = {
    "second": "seconds second secs sec s",
    "minute": "minutes minute mins min m",
    "hour": "hours hour hrs hr h",
    "day": "days day d",
    "week": "weeks week w",
    "month": "months month mos mo",
    "year": "years year yrs yr y",
}
# Indonesian last, so that "hr" is hari: an English page writes "hrs".
_UNITS = {
    word: unit
    for language in (_ENGLISH_UNITS, _INDONESIAN_UNITS)
    for unit, words in language.items()
    for word in words.split()
}
# After "se-" (one) stand the whole words only.
_UNITS_AFTER_SE = ["detik", "menit", "jam", "hari", "minggu", "pekan", "bulan", "tahun"]

_NUMBER = rf"(?:\d{{1,4}}|{one_of(NUMBER_WORDS)}(?= ))"
_AMOUNT = rf"(?:{_NUMBER} ?{one_of(_UNITS)}|se ?-?{one_of(_UNITS_AFTER_SE)})(?![a-z])"
_ROUGHLY = (
    r"(?:sekitar|kira-kira|kurang lebih|lebih kurang|lebih dari|kurang dari|hampir"
    r"|about|around|over|almost|more than|less than|~|\+/-)"
)
_AGO = (
    rf"(?P<roughly>{_ROUGHLY} ?)?(?P<amounts>{_AMOUNT}(?:,? ?(?:dan |and |lebih )?{_AMOUNT}){{0,3}})"
    r" ?(?:lebih )?(?:(?:yang|yg) )?(?:lalu|ago|silam|terlewat)"
)
_JUST_NOW = (
    r"(?P<now>(?:beberapa (?:detik|saat)|sesaat|a few seconds|(?:a )?moments?|a moment) (?:(?:yang|yg) )?(?:lalu|ago)"
    r"|baru saja|baru-baru saja|barusan|just now)"
)
_DAYS = {
    "hari ini": 0,
    "today": 0,
    "kemarin": -1,
    "kemaren": -1,
    "yesterday": -1,
    "kemarin lusa": -2,
    "kemarin dulu": -2,
    "day before yesterday": -2,
    "the day before yesterday": -2,
    "besok": 1,
    "tomorrow": 1,
    "lusa": 2,
}
_DAY = rf"(?P<day>{one_of(_DAYS)})(?: (?:pagi|siang|sore|petang|malam))?"
_PART_OF_TODAY = (
    r"(?P<part>tadi (?:pagi|siang|sore)|(?:pagi|siang|sore) tadi|(?:pagi|siang|sore|petang|malam) ini"
    r"|this (?:morning|afternoon|evening))"
)
_WEEKDAY = (
    rf"(?P<hari>hari )?(?:(?P<weekday>{WEEKDAY})(?: {PASARAN})? (?:(?:yang|yg) )?(?:lalu|kemarin)"
    rf"|last (?P<last>{WEEKDAY}))"
)
_PERIOD = r"(?P<period>(?:bulan|tahun) (?:(?:yang|yg) )?(?:lalu|kemarin|ini)|(?:last|this) (?:month|year))"
_PHRASE = re.compile(rf"(?:{_AGO}|{_JUST_NOW}|{_DAY}|{_PART_OF_TODAY}|{_WEEKDAY}|{_PERIOD})(?!\w)", re.ASCII)
_EACH_AMOUNT = re.compile(
    rf"(?:(?P<number>{_NUMBER}) ?(?P<unit>{one_of(_UNITS)})|se ?-?(?P<single>{one_of(_UNITS_AFTER_SE)}))(?![a-z])",
    re.ASCII,
)

_HALF_AN_HOUR = re.compile(r"(?<!satu )(?<!\w)(?:setengah jam|half an hour)(?!\w)", re.ASCII)

_FINEST = ("second", "minute", "hour", "day", "week", "month", "year")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A relative phrase that was read from the whole of a text: `iso` without offset, and the time printed after it."""

    iso: str
    clock: Clock | None = None
    flags: tuple[str, ...] = ()


def read_phrase(text: str, seen_at: datetime) -> Phrase | None:
    """The date that a whole plain text means, counted from `seen_at` in its own zone; None where it is no phrase."""
    text = _HALF_AN_HOUR.sub("30 menit", text)
    match = _PHRASE.match(text)
    if not match:
        return None
    try:
        phrase = _read(match, seen_at)
    except OverflowError:  # "9999 tahun lalu"
        return None
    if phrase is None or match.end() == len(text):
        return phrase
    clock = clock_after(text, match.end())
    if not clock or clock.end != len(text) or len(phrase.iso) != 10:
        return None
    return Phrase(phrase.iso, clock, phrase.flags)


def _read(match: re.Match[str], seen_at: datetime) -> Phrase | None:
    seen = seen_at.replace(tzinfo=None)
    if match["amounts"]:
        iso = _ago(match["amounts"], seen)
        return Phrase(iso, None, ("approximate",) if match["roughly"] else ()) if iso else None
    if match["now"]:
        return Phrase(seen.isoformat(timespec="minutes"), None, ("approximate",))
    if match["day"]:
        return Phrase((seen.date() + timedelta(days=_DAYS[match["day"]])).isoformat())
    if match["part"]:
        return Phrase(seen.date().isoformat())
    if word := match["weekday"] or match["last"]:
        if word == "minggu" and not match["hari"]:
            return None  # "minggu lalu": last Sunday, or last week?
        back = (seen.weekday() - weekday_number(word) - 1) % 7 + 1
        return Phrase((seen.date() - timedelta(days=back)).isoformat())
    words = match["period"]
    unit = "month" if "bulan" in words or "month" in words else "year"
    iso = _ago(f"{0 if 'ini' in words or 'this' in words else 1} {unit}", seen)
    return Phrase(iso) if iso else None


def _ago(amounts: str, seen: datetime) -> str | None:
    """The moment that lies so far back, as precise as the finest unit named."""
    months, span, units = 0, timedelta(), set()
    for match in _EACH_AMOUNT.finditer(amounts):
        unit = _UNITS[(match["unit"] or match["single"])]
        word = match["number"] or "1"
        number = int(word) if word.isdigit() else NUMBER_WORDS[word]
        units.add(unit)
        if unit in ("month", "year"):
            months += number * (12 if unit == "year" else 1)
        else:
            span += timedelta(**{unit + "s": number})
    finest = min(units, key=_FINEST.index)
    moment = seen - span
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    if not 1900 <= year <= 9999:
        return None
    if finest == "year":
        return f"{year:04}"
    if finest == "month":
        return f"{year:04}-{month + 1:02}"
    if months:  # "2 bulan 3 hari lalu": months have no length in days
        return None
    if finest in ("day", "week"):
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds" if finest == "second" else "minutes")
