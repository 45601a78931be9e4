"""What a template is, the page that it makes, and the record expected from that page."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from blitar_scraper.items import Site
from tests.templates.facts import Facts

Precision = Literal["month", "day", "minute", "second"]
_FORMATS = {"month": "%Y-%m", "day": "%Y-%m-%d", "minute": "%Y-%m-%dT%H:%M%z", "second": "%Y-%m-%dT%H:%M:%S%z"}


@dataclass(frozen=True)
class Made:
    """A page, its address (None: not known), its site, and the record that it must give."""

    html: str
    url: str | None
    site: Site
    expected: dict[str, Any]
    template: str
    system: str


@dataclass(frozen=True)
class Printed:
    """What a template printed of the facts: the page, and what can be read from it."""

    html: str
    path: str | None
    expected: dict[str, Any]


@dataclass(frozen=True)
class Template:
    """A page template of a publishing system; `make` prints facts with what variety it has from the random source."""

    name: str
    system: str
    make: Callable[[Facts, random.Random], Printed]
    kept_aside: bool = False

    def page(self, facts: Facts, rng: random.Random) -> Made:
        printed = self.make(facts, rng)
        url = None if printed.path is None else facts.home + printed.path
        return Made(printed.html, url, facts.site, printed.expected, self.name, self.system)


def template(system: str) -> Callable[[Callable[[Facts, random.Random], Printed]], Template]:
    """Make a function of facts and a random source into the template of the same name."""

    def wrap(make: Callable[[Facts, random.Random], Printed]) -> Template:
        return Template(make.__name__.replace("_", "-"), system, make)

    return wrap


def iso(moment: datetime, precision: Precision, timezone: str | None) -> str:
    """A local time as the design writes it: `2024-09`, `2024-09-27`, `2024-09-27T10:30+07:00`."""
    assert timezone is not None
    text = moment.replace(tzinfo=ZoneInfo(timezone)).strftime(_FORMATS[precision])
    return f"{text[:-2]}:{text[-2:]}" if "T" in text else text


def record(
    facts: Facts,
    *,
    author: str | None = None,
    date: Precision | None = None,
    views: int | None = None,
    section: str | None = None,
    lead: tuple[str, ...] = (),
) -> dict[str, Any]:
    """The record that a page must give which prints just these; `lead` are lines of text before the blocks.

    Title and text are always printed; the author who signs at the foot is the author where no other is printed.
    """
    return {
        "title": facts.title,
        "author": author or facts.signed_by,
        "published_at": iso(facts.published, date, facts.site.timezone) if date else None,
        "views": views,
        "section": section,
        "body": [*lead, *facts.body],
    }
