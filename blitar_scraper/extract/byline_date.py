"""When a byline says that the article was published: a date, a day and a time apart, a phrase, a month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from blitar_scraper.extract.byline_words import MODIFIED_LABEL, RELATIVE_DATE, announces_beginning, announces_change
from blitar_scraper.indonesian.dates import ParsedDate, find_dates, parse_date

# A time of day in a line of its own: `4:32pm`, `10.15 WIB`, `Jam : 11.29 WITA`.
TIME_ALONE = re.compile(
    r"(?:(?:waktu|pada|di|at)\W{0,3})?(?:pukul|pkl|jam|waktu|time)?\W{0,3}\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?|wib|wita|wit)?\W{0,3}",
    re.I,
)
# What stands before a date of publication, in a line of its own or before a month alone.
PUBLISHED_LABEL = re.compile(
    r"""
    (?: (?:hari|tanggal|tgl)\W{1,3}(?:/\W?)? )?
    (?: (?:di)?(?:terbit|publikasi|publish|posting|pos|unggah|rilis|tayang|muat)(?:kan)?
      | (?:tanggal|tgl|waktu) | published | posted | date | publish(?:ed)?\ date
    )
    (?: \s(?:pada|tanggal|on|date|berita|artikel|at) ){0,2} \s?[:.]?
    """,
    re.I | re.X,
)
_MONTH_BEHIND_LABEL = re.compile(
    r"(?:(?:di)?(?:terbit|publikasi|posting|unggah|rilis|tayang|muat)(?:kan)?|published|posted|tanggal|tgl)"
    r"(?:\s(?:pada|tanggal|bulan|on|in)){0,2}\W{1,4}[A-Za-z]{3,9}\.?,?\s\d{4}",
    re.I,
)
_LONGEST_PHRASE = 60  # characters; relative phrases and labelled months are shorter


def published_of(
    text: str, dates: list[ParsedDate], problems: list[str]
) -> tuple[ParsedDate | None, ParsedDate | None]:
    """The date of publication among those of a byline's text, and that of the last change where one is so labelled."""
    # The longest label of a change has 30 characters; more of the text before the date need not be searched.
    modified = [date for date in dates if announces_change(text[max(date.span[0] - 45, 0) : date.span[0]])]
    others = [date for date in dates if date not in modified]
    begun = [date for date in others if announces_beginning(text[max(date.span[0] - 30, 0) : date.span[0]])]
    others = [date for date in others if date not in begun] or others
    if len({date.iso[:10] for date in others}) > 1:
        problems.append("date-ambiguous")
        return None, modified[0] if modified else None
    # The same day twice: the more precise of the two.
    best = max(others, key=lambda date: len(date.iso), default=None)
    return best, modified[0] if modified else None


_FIRST_DIGIT = re.compile(r"\d")
# "Dibuat: Kamis, 26 September": the weekday between label and day.
_WEEKDAY_BEFORE = re.compile(r"[A-Za-z'’]{4,7},\s*$")


def says_created(text: str) -> bool:
    """Whether a line says when the article was begun: that another day is that of publication is no disagreement."""
    match = _FIRST_DIGIT.search(text)
    return match is not None and announces_beginning(_WEEKDAY_BEFORE.sub("", text[: match.start()]))


def lone_time(pieces: Sequence[str]) -> str | None:
    """The one time of day among the pieces of a byline that stands by itself; None where there are two, or none.

    The time of a change is none.
    """
    times: set[str] = set()
    for index, piece in enumerate(pieces):
        before = pieces[index - 1] if index else ""
        if piece[-1:] in _ENDS_A_TIME and TIME_ALONE.fullmatch(piece) and not MODIFIED_LABEL.search(before):
            times.add(piece)
    return times.pop() if len(times) == 1 else None


def with_time(day: ParsedDate, time: str, *, seen_at: datetime, timezone: str | None) -> ParsedDate:
    """The moment that a day and a time of day printed apart from it make; the day where it has a time already."""
    if day.precision != "day":
        return day
    found = find_dates(f"{day.raw} {time}", seen_at=seen_at, timezone=timezone)
    if len(found) != 1 or found[0].is_range or found[0].iso[:10] != day.iso or found[0].precision == "day":
        return day
    return replace(found[0], raw=f"{day.raw} {time}", start=day.start)


# Of digits, "am", "pm", "wib", "wita" and "wit"; asking this first is cheap.
_ENDS_A_TIME = frozenset("0123456789mMbBaAtT.)")


def loose_date(
    pieces: Sequence[str], *, seen_at: datetime, timezone: str | None
) -> tuple[ParsedDate, int, str | None] | None:
    """A relative phrase (`3 jam yang lalu`) or a labelled month (`Terbit: April 2017`) among the pieces of a byline.

    With it the index of its piece, and what that piece holds before it: `Gina, 3 jam yang lalu`.
    """
    for index, piece in enumerate(pieces):
        if len(piece) > _LONGEST_PHRASE:
            continue
        name, comma, phrase = piece.rpartition(", ")
        readings: list[tuple[str, str | None]] = []
        if RELATIVE_DATE.search(piece):
            readings = [(piece, None), (phrase, name if comma else None)]
        elif _MONTH_BEHIND_LABEL.fullmatch(piece):
            readings = [(piece, None)]
        for text, rest in readings:
            found = parse_date(text, seen_at=seen_at, timezone=timezone)
            if found and not found.is_range:
                return found, index, rest
    return None
