"""What the table does not know, read by dateparser as the last resort, and believed only as far as it is printed.

dateparser fills what a text does not say with today's date and takes numbers for what they are not. So it is asked
only about texts made of nothing but numbers and words of time, and its answer counts only if every number is explained
by it and every part of it is printed. It is imported when first needed: it takes longer to load than all the rest.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import Any

from blitar_scraper.indonesian.forms import iso_day
from blitar_scraper.indonesian.words import LABELS, MONTHS, NUMBER_WORDS, WEEKDAY_WORDS, words_of

# The longest phrase of time that makes sense is shorter; a call costs a thousand known forms.
LONGEST_PHRASE = 60

_WORD = re.compile(r"[a-z_']+", re.ASCII)
_NUMBER = re.compile(r"\d+", re.ASCII)
_DIRECTION = words_of("lalu ago silam last lagi mendatang depan next in dalam")
_PRECISE_TO = {
    **dict.fromkeys(words_of("detik second seconds sec secs"), 19),
    **dict.fromkeys(words_of("menit minute minutes min mins jam hour hours hr hrs"), 16),
    **dict.fromkeys(words_of("hari day days minggu pekan week weeks fortnight"), 10),
    **dict.fromkeys(words_of("bulan month months"), 7),
    **dict.fromkeys(words_of("tahun year years dekade decade decades abad century"), 4),
}
_COUNTED = re.compile(
    rf"(?:\d{{1,4}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}) ?(?:{'|'.join(_PRECISE_TO)})(?![a-z])",
    re.ASCII,
)
_JOINING = words_of("yang yg dan and the of th st nd rd")
_NUMERALS = frozenset(word for phrase in NUMBER_WORDS for word in phrase.split())
_KNOWN = LABELS | _DIRECTION | _PRECISE_TO.keys() | MONTHS.keys() | WEEKDAY_WORDS.keys() | _JOINING | _NUMERALS


def unusual_date(text: str, seen: datetime) -> str | None:
    """The EDTF text that a whole plain text means, without offset; None where that is not certain.

    `seen` is the moment from which a relative phrase counts, local; its zone is not looked at.
    """
    words = set(_WORD.findall(text))
    if len(text) > LONGEST_PHRASE or not words <= _KNOWN:
        return None
    if words & _DIRECTION and _COUNTED.search(text):
        return _relative(text, words, seen)
    if words & MONTHS.keys() and len(_NUMBER.findall(text)) == 2:
        return _absolute(text, words, seen)
    return None


def _relative(text: str, words: set[str], seen: datetime) -> str | None:
    units = words & _PRECISE_TO.keys()
    if words & (MONTHS.keys() | WEEKDAY_WORDS.keys() - _PRECISE_TO.keys()) or not units:
        return None
    if len({_PRECISE_TO[unit] >= 10 for unit in units}) > 1:
        return None  # "1 bulan 2 minggu lalu": months have no length in days
    if len(_COUNTED.findall(text)) != len(_NUMBER.findall(text)) + len(words & _NUMERALS):
        return None  # a number that counts no unit
    found = _ask(text, seen)
    if found is None:
        return None
    return found.isoformat(timespec="seconds")[: max(_PRECISE_TO[unit] for unit in units)]


def _absolute(text: str, words: set[str], seen: datetime) -> str | None:
    found = _ask(text, seen)
    if found is None or not iso_day(found.year, found.month, found.day):
        return None
    printed = sorted(_NUMBER.findall(text), key=len)
    months = {MONTHS[word] for word in words & MONTHS.keys()}
    if [int(number) for number in printed] != [found.day, found.year] or months != {found.month}:
        return None
    return found.date().isoformat()


def _ask(text: str, seen: datetime) -> datetime | None:
    """What dateparser makes of it: day first, counted from `seen`, whatever the zone of this machine."""
    try:
        answer = _parser(seen.replace(tzinfo=None)).get_date_data(text)
    except (ValueError, OverflowError, TypeError, AttributeError, KeyError, IndexError, RecursionError):
        return None  # odd input makes it fail in many ways
    found = answer["date_obj"]
    return found.replace(tzinfo=None) if isinstance(found, datetime) else None


@cache
def _parser_class() -> Any:
    from dateparser.date import DateDataParser

    return DateDataParser


def _parser(base: datetime) -> Any:
    settings = {"DATE_ORDER": "DMY", "RELATIVE_BASE": base, "TIMEZONE": "UTC", "RETURN_AS_TIMEZONE_AWARE": False}
    return _parser_class()(languages=["id", "en"], settings=settings)
