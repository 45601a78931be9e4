"""The words that dates are printed with: months, weekdays, zones, labels, numbers.

Indonesian in its old (before 1972: `Djanuari`, `Nopember`) and new spelling, the shortened forms found on government
pages, and English, which many publishing systems print. All keys are lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def one_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first, so that `sept` is not read as `sep`.

    Words that begin alike share that beginning in the pattern: a search then passes a foreign word about six times
    faster than through a plain list of alternatives.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _pattern_of(tree)


def _pattern_of(tree: dict[str, Any]) -> str:
    branches = [re.escape(letter) + _pattern_of(node) for letter, node in sorted(tree.items()) if letter]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in tree else "")


def words_of(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


_MONTH_SPELLINGS = (
    "januari january jan djanuari djan januwari januar",
    "februari february feb febr pebruari peb pebr febuari febuary pebuari pebroeari februwari",
    "maret march mar mrt maart mart",
    "april apr apl aprl",
    "mei may mey",
    "juni june jun djuni djoeni",
    "juli july jul djuli djoeli",
    "agustus august aug ags agt agst agust agus agu agts agtus agoestoes",
    "september sept sep sptember septembre",
    "oktober october okt oct octobre oktobre",
    "november nov nopember nop novembre",
    "desember december des dec disember",
)
MONTHS = {word: number for number, words in enumerate(_MONTH_SPELLINGS, 1) for word in words.split()}

# A misspelt month is only understood where one full name is a single slip away; names of six letters or more,
# because shorter ones are one slip from each other (juni, juli) and from plain words (maret, macet).
LONG_MONTHS = {word: number for word, number in MONTHS.items() if len(word) >= 7}

# By their first three letters, Monday is 0. "Min" is Minggu (Sunday).
WEEKDAYS = {
    prefix: number
    for number, prefixes in enumerate(
        (
            "sen mon",
            "sel sla tue",
            "rab reb wed",
            "kam kem thu",
            "jum jem jmt fri",
            "sab sap set sbt sat",
            "min mgg aha ahd sun",
        )
    )
    for prefix in prefixes.split()
}
# `Jum'at` comes with every apostrophe there is, escaped (`\'`, `&#039;`) and mangled by wrong charsets.
WEEKDAY = (
    r"(?:d?jum(?:[^a-z0-9]{1,6}|&\#?\w{2,5};)?a{1,2}'?t|"
    + one_of(
        words_of(
            "senin senen selasa slasa rabu rebo kamis kemis jemuah jmt sabtu saptu setu sbt minggu ahad"
            " sen sel rab kam jum sab min mgg ahd"
            " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
        )
    )
    + ")(?![a-z])"
)
# Whole words only, for reading at one go.
WEEKDAY_WORDS = {
    word: WEEKDAYS[word[:3]]
    for word in words_of(
        "senin selasa rabu kamis jumat sabtu minggu ahad sen sel rab kam jum sab min mgg"
        " monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
    )
} | {f"jum{apostrophe}at": 4 for apostrophe in "'’‘´`"}
PASARAN = r"(?:legi|manis|pahing|paing|pon|wage|kliwon)(?![a-z])"

# Minutes east of Greenwich. The American ones are those that RFC 2822 defines for mail and feeds.
ZONES = {
    "wib": 7 * 60,
    "wita": 8 * 60,
    "wit": 9 * 60,
    "waktuindonesiabarat": 7 * 60,
    "waktuindonesiatengah": 8 * 60,
    "waktuindonesiatimur": 9 * 60,
    "z": 0,
    "gmt": 0,
    "utc": 0,
    "ut": 0,
    "cet": 60,
    "cest": 2 * 60,
    "sgt": 8 * 60,
    "myt": 8 * 60,
    "hkt": 8 * 60,
    "jst": 9 * 60,
    "est": -5 * 60,
    "edt": -4 * 60,
    "cst": -6 * 60,
    "cdt": -5 * 60,
    "mst": -7 * 60,
    "mdt": -6 * 60,
    "pst": -8 * 60,
    "pdt": -7 * 60,
}

# Words that stand beside a date without being part of it. Only where nothing but these surrounds an uncertain form
# (a month and a year, a date without year, a phrase such as "3 hari lalu") is that form taken for the date.
LABELS = words_of(
    """
    tanggal tgl tangal hari waktu pada di date dated tarikh bulan tahun thn jam pukul
    posting diposting diposkan dipos dipost diposkan posted post postingan poskan tulis ditulis penulisan written
    terbit diterbitkan penerbitan publikasi dipublikasi dipublikasikan dipublish publish published publikasikan
    publication rilis dirilis release released tayang ditayangkan unggah diunggah upload uploaded diupload
    dibuat pembuatan created create dimuat masuk input diinput entry submitted
    update updated diupdate diperbarui diperbaharui perbarui pembaruan perubahan diubah terakhir last modified edited
    diedit on at in since sejak the periode edisi
    access_time schedule calendar_today calendar_month event event_note date_range today query_builder
    watch_later history
    """
)

_UNITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]
_ENGLISH = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NUMBER_WORDS = {
    **{word: number for number, word in enumerate(_UNITS)},
    **{f"{_UNITS[unit]} belas": 10 + unit for unit in range(2, 10)},
    **{f"{_UNITS[ten]} puluh": 10 * ten for ten in range(2, 10)},
    **{f"{_UNITS[ten]} puluh {_UNITS[unit]}": 10 * ten + unit for ten in range(2, 10) for unit in range(1, 10)},
    **{word: number for number, word in enumerate(_ENGLISH)},
    "a": 1,
    "an": 1,
}


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name in any spelling known, or one slip away from a long one; None for other words."""
    if word in MONTHS:
        return MONTHS[word]
    near = {number for name, number in LONG_MONTHS.items() if _one_slip(word, name)}
    return near.pop() if len(near) == 1 else None


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for what `WEEKDAY` matched."""
    return WEEKDAYS[word[1:4] if word[0] == "d" else word[:3]]


def _one_slip(word: str, name: str) -> bool:
    """Whether one letter is missing, added, wrong, or swapped with the next; the first letter must be right."""
    if abs(len(word) - len(name)) > 1 or word[:1] != name[:1]:
        return False
    same = 0
    while same < min(len(word), len(name)) and word[same] == name[same]:
        same += 1
    rest, wanted = word[same:], name[same:]
    return (
        rest[1:] == wanted
        or rest == wanted[1:]
        or rest[1:] == wanted[1:]
        or (rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
    )
