"""Numbers in texts that look like a national identity number (NIK), so that no person's is published unnoticed.

A NIK has 16 digits (Permendagri 104/2019): six for the district, six for the date of birth (a woman's day is raised
by 40), four in sequence. The first two are the province's code. Lists of winners and of those who receive aid print
them, together or in groups. A number of 16 digits without such a code and date is most probably something else (an
account, a card, a tender), and is told apart.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from urllib.parse import unquote

from blitar_scraper.regions import regions

_LENGTH = 16
# Characters between groups of digits, up to three at a place: what people type. No tab and no line end: those part
# table cells and lines; no comma: it parts numbers.
_BETWEEN = " ._/()\u00a0\u00ad\u2009\u200b\u2010\u2011\u2012\u2013\u2014\u202f\u2212-"
# Whole runs of digits and separators: what touches further digits is a longer number (a NIP has 18).
_RUN = re.compile(rf"\d(?:[{re.escape(_BETWEEN)}]{{0,3}}\d){{{_LENGTH - 1},}}")
_PARTED = re.compile(rf"[{re.escape(_BETWEEN)}]+")
# How other numbers of 16 digits are written: together, or in fours.
_OF_CARDS = ({_LENGTH}, {4})
# "12/05/2024 - 13/05/2024"
_TWO_DAYS = [2, 2, 4, 2, 2, 4]
# Where a NIK is parted: between the codes of province, regency, district, day, month, year and sequence, or into fours.
# A letter's number ("485/56/410.111.2/2024") is parted elsewhere.
_PARTS_END_AT = frozenset({2, 4, 6, 8, 10, 12, 16})
_WORD_CHARACTER = re.compile(r"[^\W_]")
_PROVINCES = frozenset(region.code for region in regions() if region.level == "provinsi")

# The columns with text of the sites', by table: the key that the keeper withholds by, and where addresses stand.
_TEXTS = {
    "public_articles": "title author section published_raw press_release_number tags evidence body url image_url",
    "public_versions": "title author section published_raw press_release_number tags evidence body url image_url",
    "public_media": "caption url",
    "public_popular": "title url",
    "public_problems": "detail url",
    "public_pages": "listed_as url",
    "captures": "url",
}
_ADDRESSES = frozenset({"url", "image_url"})


@dataclass(frozen=True, slots=True)
class Found:
    """A number of 16 digits in a text that would be published, masked. `likely`: it could be somebody's NIK.

    `place`: the view and column. `uid` and `version` are None where the text belongs to no article, or no version.
    """

    place: str
    uid: str | None
    version: int | None
    masked: str
    likely: bool


def numbers_in(text: str, *, address: bool = False) -> list[str]:
    """The numbers of 16 digits in a text, without what stands between their groups.

    `address`: within an address letters before or after are part of a file's name, not of a sentence.
    """
    if address:
        text = unquote(text).replace("/", "\n")  # no number goes on behind a folder's name
    found: list[str] = []
    for match in _RUN.finditer(text):
        if address and _touched(text, match):
            continue
        found += _windows([_plain(group) for group in _PARTED.split(match[0])])
    return found


def is_likely(number: str) -> bool:
    """Whether 16 digits begin with a province's code and hold a day that can be somebody's date of birth."""
    if number[:2] not in _PROVINCES or number[2:4] == "00" or number[12:] == "0000":
        return False
    day, month, year = int(number[6:8]), int(number[8:10]), int(number[10:12])
    try:  # of a year of two digits both centuries are possible; 2000 had a 29 February, 1900 had none
        date(2000 + year, month, day - 40 if day > 40 else day)
    except ValueError:
        return False
    return True


def masked(number: str) -> str:
    """What may be shown of it: enough to find it in its text."""
    return f"{number[:2]}{'*' * (len(number) - 4)}{number[-2:]}"


def find_numbers(connection: sqlite3.Connection) -> Iterator[Found]:
    """The numbers in all texts that are public, each once a place."""
    connection.create_function("sixteen_digits", 2, _as_list, deterministic=True)
    for view, columns in _TEXTS.items():
        names = {row[1] for row in connection.execute(f"PRAGMA table_xinfo({view})")}
        uid = "NULL"
        if "article_id" in names:
            uid = "(SELECT uid FROM articles WHERE articles.id = t.article_id)"
        elif "uid" in names:
            uid = "t.uid"
        version = "t.version" if view == "public_versions" else "NULL"
        for column in columns.split():
            sql = f"""SELECT found, {uid}, {version} FROM (
                          SELECT *, sixteen_digits({column}, {int(column in _ADDRESSES)}) AS found FROM {view}) t
                      WHERE found IS NOT NULL"""
            with closing(connection.execute(sql)) as cursor:
                for numbers, article, number_of_version in cursor:
                    for number in dict.fromkeys(numbers.split()):
                        yield Found(f"{view}.{column}", article, number_of_version, masked(number), is_likely(number))


def _as_list(text: str | None, address: int) -> str | None:
    """For SQL: the numbers with a space between; null where there is none, as in nearly all texts."""
    return " ".join(numbers_in(text, address=bool(address))) or None if text else None


def _plain(digits: str) -> str:
    """Digits of any script as 0 to 9."""
    return digits if digits.isascii() else "".join(str(int(digit)) for digit in digits)


def _touched(text: str, match: re.Match[str]) -> bool:
    around = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
    return any(_WORD_CHARACTER.match(character) for character in around)


def _windows(groups: list[str]) -> Iterator[str]:
    """The numbers of 16 digits that begin and end with a group, from left to right, no digit in two of them.

    One that could be somebody's goes before others that it shares a group with: a year or a telephone number may
    stand in front of it.
    """
    spans = [(start, end) for start in range(len(groups)) if (end := _end(groups, start))]
    numbers = {span: "".join(groups[slice(*span)]) for span in spans}
    likely = {span for span in spans if is_likely(numbers[span]) and _is_parted_as_one(groups[slice(*span)])}
    taken: set[int] = set()
    chosen = []
    for span in sorted(spans, key=lambda span: span not in likely):
        lengths = {len(group) for group in groups[slice(*span)]}
        if span not in likely and lengths not in _OF_CARDS:
            continue  # a letter's number, days and hours
        if taken.isdisjoint(range(*span)):
            taken.update(range(*span))
            chosen.append(span)
    yield from (numbers[span] for span in sorted(chosen))


def _is_parted_as_one(groups: list[str]) -> bool:
    return set(accumulate(len(group) for group in groups)) <= _PARTS_END_AT


def _end(groups: list[str], start: int) -> int | None:
    """Behind which group 16 digits end that begin with that one."""
    total, end = 0, start
    while end < len(groups) and total < _LENGTH:
        total += len(groups[end])
        end += 1
    two_days = [len(group) for group in groups[start:end]] == _TWO_DAYS
    return end if total == _LENGTH and not two_days else None
