"""Dates and counts as the sites print them. Times are naive, in the site's local time."""

from __future__ import annotations

from datetime import datetime

from tests.templates.facts import DAYS, MONTHS, Facts

SHORT = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()
ENGLISH = "January February March April May June July August September October November December".split()
ENGLISH_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_ZONES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
_OFFSETS = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}


def long(t: datetime) -> str:
    """27 September 2024"""
    return f"{t.day} {MONTHS[t.month - 1]} {t.year}"


def full(t: datetime) -> str:
    """Jumat, 27 September 2024"""
    return f"{DAYS[t.weekday()]}, {long(t)}"


def short(t: datetime) -> str:
    """27 Sep 2024"""
    return f"{t.day:02} {SHORT[t.month - 1]} {t.year}"


def english(t: datetime) -> str:
    """27 September 2024, month in English"""
    return f"{t.day} {ENGLISH[t.month - 1]} {t.year}"


def american(t: datetime) -> str:
    """September 27, 2024"""
    return f"{ENGLISH[t.month - 1]} {t.day}, {t.year}"


def clock(t: datetime) -> str:
    """10:30"""
    return f"{t:%H:%M}"


def zone(facts: Facts) -> str:
    """WIB, WITA or WIT"""
    return _ZONES[str(facts.site.timezone)]


def machine(t: datetime, facts: Facts) -> str:
    """2024-09-27T10:30:05+07:00"""
    return f"{t:%Y-%m-%dT%H:%M:%S}{_OFFSETS[zone(facts)]}"


def dots(number: int) -> str:
    """1.234"""
    return f"{number:,}".replace(",", ".")


def commas(number: int) -> str:
    """1,234"""
    return f"{number:,}"
