"""The articles of a served site: title, day, author, count and text, by a seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.templates.facts import make_facts

# The newest article of every site; one each five days before it.
NEWEST = datetime(2026, 2, 27, 9, 30)  # noqa: DTZ001 -- the site's local time, as it prints it
SECTIONS = ("Pemerintahan", "Kesehatan", "Ekonomi")


@dataclass(frozen=True)
class News:
    number: int
    title: str
    slug: str
    author: str
    published: datetime
    views: int
    section: str
    body: tuple[str, ...]


def make_news(count: int, seed: int = 0) -> list[News]:
    """So many articles, the newest first; no two have a title in common."""
    found: dict[str, News] = {}
    number = 0
    while len(found) < count:
        facts = make_facts(seed * 10_000 + number)
        number += 1
        if facts.slug in found:
            continue
        place = len(found)
        found[facts.slug] = News(
            count - place,
            facts.title,
            facts.slug,
            facts.author,
            NEWEST - timedelta(days=5 * place),
            facts.views,
            SECTIONS[place % 3],
            tuple(line for line in facts.body if len(line) > 40) or tuple(facts.body),
        )
    return list(found.values())
