"""The words of our pages in English and Indonesian, and how each language writes numbers, dates and moments.

A page's words stand in a module of their own beside this one (`home.py`, `search.py`, ...): a dict from a
key to (English, Indonesian). To add a page, write such a module and name it in `_MODULES`. Templates call
`t("home.latest")`, or `t("search.found", count=t.number(12))` where the text has `{count}`; `t.count(3, "article")`
writes a number with its noun. A key that is not there raises KeyError: a page never shows half a language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module

LANGUAGES = ("en", "id")
_MODULES = (
    *("common", "home", "search", "article", "reading"),
    *("query", "feed", "statement"),
)

_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(),
}
_SHORT_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    "id": "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split(),
}
# Singular and plural. Indonesian nouns have one form after a number.
_NOUNS: dict[str, tuple[tuple[str, str], str]] = {
    "article": (("article", "articles"), "artikel"),
    "site": (("site", "sites"), "situs"),
    "day": (("day", "days"), "hari"),
    "month": (("month", "months"), "bulan"),
    "year": (("year", "years"), "tahun"),
    "view": (("view", "views"), "kali dilihat"),
    "version": (("version", "versions"), "versi"),
    "edit": (("edit", "edits"), "perubahan"),
    "word": (("word", "words"), "kata"),
    "paragraph": (("paragraph", "paragraphs"), "paragraf"),
    "row": (("row", "rows"), "baris"),
    "result": (("result", "results"), "hasil"),
    "error": (("error", "errors"), "galat"),
    "image": (("image", "images"), "gambar"),
    "capture": (("capture", "captures"), "rekaman"),
    "run": (("crawl", "crawls"), "perayapan"),
    "file": (("file", "files"), "berkas"),
}
_SIZES = ("kB", "MB", "GB", "TB")
_DATE = re.compile(
    r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?:[T ](\d\d:\d\d)[^Z+-]*(Z|[+-]\d\d:\d\d)?)?"
)
# Printed instead of their offsets, as every Indonesian page does. An offset names one zone each (since 1988).
_ZONES = {"+07:00": "WIB", "+08:00": "WITA", "+09:00": "WIT", "Z": "UTC", "+00:00": "UTC"}


@cache
def _all_words() -> dict[str, tuple[str, str]]:
    merged: dict[str, tuple[str, str]] = {}
    for module in _MODULES:
        words: dict[str, tuple[str, str]] = import_module(f"blitar_scraper.publishing.words.{module}").WORDS
        if twice := merged.keys() & words.keys():
            raise ValueError(f"{module}: named twice: {', '.join(sorted(twice))}")
        merged |= words
    return merged


@dataclass(frozen=True, slots=True)
class Words:
    """What templates know as `t`: the words of one language, one of LANGUAGES."""

    language: str = "en"

    def __call__(self, key: str, **values: object) -> str:
        """The text of that key, with `{name}` filled in. Raises KeyError for a key or name that is not there."""
        text = _all_words()[key][LANGUAGES.index(self.language)]
        return text.format_map(values) if values else text

    def has(self, key: str) -> bool:
        """Whether there is a text of that key: for keys made of stored values (a verdict, a status)."""
        return key in _all_words()

    def either(self, key: str, otherwise: str) -> str:
        """The text of a key made of a stored value, or the value itself where nobody has written one for it."""
        return self(key) if self.has(key) else otherwise

    def number(self, value: float | int | None) -> str:
        """`1,234.5` in English, `1.234,5` in Indonesian; a dash for none."""
        if value is None:
            return "–"
        text = f"{value:,}"
        return text if self.language == "en" else text.translate(str.maketrans(",.", ".,"))

    def percent(self, share: float | None) -> str:
        """A share from 0 to 1 as a percentage, whole unless it would round to 0 or 100 without being that."""
        if share is None:
            return "–"
        value: float = round(share * 100)
        if value in (0, 100) and share not in (0, 1):
            value = round(min(max(share * 100, 0.1), 99.9), 1)
        return f"{self.number(value)} %" if self.language == "id" else f"{self.number(value)}%"

    def count(self, number: int | None, noun: str) -> str:
        """The number with its noun: `1 article`, `1,234 articles`, `1.234 artikel`."""
        (one, many), indonesian = _NOUNS[noun]
        word = indonesian if self.language == "id" else one if number == 1 else many
        return f"{self.number(number)} {word}"

    def size(self, size: int) -> str:
        """A size in bytes as a person reads it: `4.2 MB` (a MB is a million)."""
        if size < 1000:
            return f"{self.number(size)} B"
        value, unit = size / 1000, 0
        while value >= 999.5 and unit < len(_SIZES) - 1:
            value, unit = value / 1000, unit + 1
        return f"{self.number(round(value, 1) if value < 10 else round(value))} {_SIZES[unit]}"

    def date(self, iso: str | None) -> str:
        """`27 September 2024`, `September 2024` or `2024`: as precise as the ISO text and no more; `""` for none."""
        match = _DATE.match(iso or "")
        if match is None:
            return iso or ""
        year, month, day = match.groups()[:3]
        return " ".join(
            [*([str(int(day))] if day else []), *([_MONTHS[self.language][int(month) - 1]] if month else []), year]
        )

    def short_date(self, iso: str | None) -> str:
        """`27 Sep 2024`: for tables and lists."""
        match = _DATE.match(iso or "")
        if match is None:
            return iso or ""
        year, month, day = match.groups()[:3]
        return " ".join(
            [
                *([str(int(day))] if day else []),
                *([_SHORT_MONTHS[self.language][int(month) - 1]] if month else []),
                year,
            ]
        )

    def moment(self, iso: str | None) -> str:
        """`27 September 2024, 10:30 WIB`: a date with its time of day and zone, where the ISO text has them."""
        match = _DATE.match(iso or "")
        if match is None or not match[4]:
            return self.date(iso)
        clock = match[4].replace(":", ".") if self.language == "id" else match[4]
        zone = _ZONES.get(match[5], match[5]) if match[5] else None
        return ", ".join([self.date(iso), " ".join([clock, *([zone] if zone else [])])])

    def month_name(self, number: int) -> str:
        """The name of a month, 1 to 12."""
        return _MONTHS[self.language][number - 1]

    def short_month(self, number: int) -> str:
        """The short name of a month, 1 to 12."""
        return _SHORT_MONTHS[self.language][number - 1]
