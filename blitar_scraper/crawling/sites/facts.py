"""What a person says of a site: by options, in a row of a CSV file, or in a table `[site.ID]` of blitar.toml."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import ZoneInfo

from blitar_scraper.addresses import same_site
from blitar_scraper.crawling.health.assertions import ExpectationError, expected
from blitar_scraper.crawling.secrets import why_not
from blitar_scraper.crawling.sites.probing import spellings
from blitar_scraper.extract.selectors import FIELDS, is_selector
from blitar_scraper.items import Site
from blitar_scraper.regions import region

LEVELS = ("provinsi", "kabupaten", "kota", "opd", "kecamatan", "kelurahan", "desa")
# What offices call their zones (Keppres No. 41 Tahun 1987); the west of Kalimantan has had Jakarta's time since 1988.
_ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
# An id names files and folders.
_ID = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?")
_CODE = re.compile(r"(\d\d(?:\.\d\d)?)(?:\.\d\d(?:\.\d{4})?)?")


class FactError(ValueError):
    """A value that cannot be; the message says which and why, in one line."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of a site; None and an empty mapping say nothing. `url` stands as it was typed."""

    url: str | None = None
    id: str | None = None
    name: str | None = None
    level: str | None = None
    region_code: str | None = None
    timezone: str | None = None
    system: str | None = None
    start_urls: tuple[str, ...] | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def address(self) -> str | None:
        """The site's absolute address; where no scheme was typed, with https."""
        return spellings(self.url)[0] if self.url else None


def facts(values: Mapping[str, Any]) -> Facts:
    """The facts that a mapping from names to values says; empty texts say nothing.

    The names: url, id, name, level, region_code, timezone, system, start_urls, and the settings selectors, delay,
    verify_certificates, daily_requests, conditional_requests, rest, feeds, sitemaps, retired, expect (`assertions.py`).
    Raises FactError for any other and for a value that cannot be.
    """
    said = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
    said = {name: value for name, value in said.items() if value not in (None, "")}
    for name in said:
        if name not in _CHECKS:
            raise FactError(f"unknown name '{name}'; known are {', '.join(_CHECKS)}")
    checked = {name: _CHECKS[name](name, value) for name, value in said.items()}
    settings = {name: checked.pop(name) for name in _SETTINGS if name in checked}
    return Facts(**checked, settings=settings)


def with_facts(site: Site, said: Facts) -> Site:
    """The site as a person has it. A region's code also gives province and time zone, which it is certain of."""
    found = region(said.region_code[:5]) or region(said.region_code[:2]) if said.region_code else None
    changes: dict[str, Any] = {"settings": {**site.settings, **said.settings}}
    if found is not None:
        changes |= {"province": found.province, "timezone": found.timezone}
    if said.start_urls is not None:
        changes["start_urls"] = said.start_urls
    for name in ("id", "name", "level", "region_code", "timezone", "system"):
        if (value := getattr(said, name)) is not None:
            changes[name] = value
    if said.address is not None and not same_site(said.address, site.home_url):
        changes["home_url"] = said.address
    return replace(site, **changes)


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise FactError(f"{name} must be a text, in quotation marks")
    return value


def _address(name: str, value: Any) -> str:
    found = spellings(_text(name, value))
    if (why := why_not(value)) is not None:
        raise FactError(why)
    if not found:
        raise FactError(f"{value} is no web address")
    return found[0]


def _addresses(name: str, value: Any) -> list[str]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list):
        raise FactError(f"{name} must be a list of addresses")
    return [_address(name, one) for one in values]


def _id(name: str, value: Any) -> str:
    if not _ID.fullmatch(_text(name, value)):
        raise FactError(f"'{value}' is no id: small letters, digits, dots and hyphens, at most 100")
    return str(value)


def _level(name: str, value: Any) -> str:
    level = _text(name, value).lower()
    if level not in LEVELS:
        raise FactError(f"unknown level '{value}'; one of {', '.join(LEVELS)}")
    return level


def _code(name: str, value: Any) -> str:
    match = _CODE.fullmatch(_text(name, value))
    if not match or region(match[1]) is None:
        hint = " (a spreadsheet cuts 35.10 to 35.1)" if re.fullmatch(r"\d\d\.\d", value) else ""
        raise FactError(f"unknown region code '{value}'{hint}; Kota Blitar's is 35.72")
    return str(value)


def _timezone(name: str, value: Any) -> str:
    zone = _ZONES.get(_text(name, value).upper(), value)
    try:
        ZoneInfo(zone)
    except (ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        known = False
    except KeyError:
        known = False
    else:
        known = True
    if not known or "/" not in zone:
        raise FactError(f"unknown time zone '{value}'; Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT)")
    return str(zone)


def _delay(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise FactError(f"{name} must be a number of seconds")
    return float(value)


def _number(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise FactError(f"{name} must be a whole number")
    return value


def _truth(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise FactError(f"{name} must be true or false")
    return value


def _selectors(name: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise FactError(f'{name} must be a table of texts: {{ title = "h3.judul" }}')
    for field_name, expression in value.items():
        if field_name not in FIELDS:
            raise FactError(f"{name}: unknown field '{field_name}'; known are {', '.join(FIELDS)}")
        if not is_selector(expression):
            raise FactError(f"{name}: '{expression}' is neither CSS nor XPath")
    return value


def _expect(name: str, value: Any) -> dict[str, Any]:
    try:
        expected(value)
    except ExpectationError as error:
        raise FactError(str(error)) from None
    return dict(value)


_SETTINGS: Mapping[str, Callable[[str, Any], Any]] = {
    "selectors": _selectors,
    "delay": _delay,
    "verify_certificates": _truth,
    "daily_requests": _number,
    "conditional_requests": _truth,
    "rest": _address,
    "feeds": _addresses,
    "sitemaps": _addresses,
    "expect": _expect,
    "retired": _truth,
}
_CHECKS: Mapping[str, Callable[[str, Any], Any]] = {
    "url": lambda name, value: str(value) if _address(name, value) else None,
    "id": _id,
    "name": _text,
    "level": _level,
    "region_code": _code,
    "timezone": _timezone,
    "system": lambda name, value: _text(name, value).lower(),
    "start_urls": lambda name, value: tuple(_addresses(name, value)),
    **_SETTINGS,
}
