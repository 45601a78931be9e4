"""What happens to the articles of a site: a life for each. Pure functions of the site and the number of days.

What happens on a day is there before that day's crawl.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import lru_cache
from typing import Literal

from tests.soak.days import LEBARAN, date_of
from tests.soak.sites import ADDRESSES, SoakSite
from tests.templates.facts import Other, make_facts

Answer = Literal["404", "soft-404", "home"]
# Ages, in days, at which an office edits: most in the first days.
_EDIT_AGES = (1, 1, 2, 2, 3, 4, 5, 7, 8, 12, 20, 29, 31, 60)
_REMOVAL_AGES = (1, 2, 3, 6, 9, 20, 29, 45)


@dataclass(frozen=True, slots=True)
class Story:
    """What an article says. `published` is naive, in the site's local time."""

    title: str
    author: str
    section: str
    published: datetime
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Life:
    """An article: its stories by the day from which on it tells them, and the day from which on it is gone."""

    number: int
    path: str
    stories: tuple[tuple[int, Story], ...]
    removed: int | None = None
    answer: Answer = "404"
    base: int = 0
    rate: int = 0

    @property
    def born(self) -> int:
        return self.stories[0][0]

    def is_there(self, day: int) -> bool:
        return self.born <= day and (self.removed is None or day < self.removed)

    def revision(self, day: int) -> int:
        """Which of its stories it tells that day: 0 is the first."""
        return sum(begin <= day for begin, _ in self.stories) - 1

    def views(self, day: int) -> int:
        """The counter that day: many readers in the first fortnight, few later; our own visits do not count."""
        age = max(day - self.born, 0)
        return self.base + self.rate * min(age, 14) + self.rate // 5 * max(age - 14, 0)


@lru_cache(maxsize=256)
def lives_of(site: SoakSite, days: int) -> tuple[Life, ...]:
    """The articles of a site up to that day, the oldest first."""
    rng = site.chance("days")
    habit = site.habit
    born: list[int] = []
    if habit.before:
        # A year and more of earlier news, at the pace of the habit.
        gap = min(7 / habit.a_week, 30.0)
        born = sorted(-1 - int(gap * place) for place in range(habit.before))
    for day in range(days):
        rests = (habit.leave and day in LEBARAN) or (habit.until is not None and day > habit.until)
        weekday = date_of(day).weekday() < 5
        a_day = habit.a_week / (5 if habit.weekdays else 7)
        count = int(a_day) + (rng.random() < a_day % 1)
        if rests or (habit.weekdays and not weekday):
            continue
        born += [day] * count
    return tuple(_life(site, number, day, born[:number].count(day), days) for number, day in enumerate(born))


@lru_cache(maxsize=256)
def by_path(site: SoakSite, days: int) -> dict[str, Life]:
    return {life.path: life for life in lives_of(site, days)}


@lru_cache(maxsize=8)
def _dozen(seed: int) -> tuple[Other, ...]:
    """Up to twelve to write articles from; none that has a date in its title, which is for other tests to read."""
    return tuple(other for other in make_facts(seed).others if not re.search(r"\d{4}", other.title))


def _life(site: SoakSite, number: int, born: int, place: int, days: int) -> Life:
    rng = site.chance("life", number)
    dozen = _dozen(site.seed * 7_000_003 + site.number * 4_001 + number // 12)
    place_in = number % len(dozen)
    other, *rest = dozen[place_in:] + dozen[:place_in]
    title = f"{other.title} Bagian {number + 1}"
    clock = time(6 + (place * 23) // 60, (place * 23 + number) % 60)
    published = datetime.combine(date_of(born), clock)
    text = (other.teaser, rest[0].teaser, f"Keterangan lengkap nomor {number + 1} tersedia di kantor pada jam kerja.")
    story = Story(title, other.author, other.section, published, text)
    stories = [(born, story)]
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower().replace("'", "")).strip("-")
    path = ADDRESSES[site.system][2].format(
        number=number + 101, slug=slug, year=published.year, month=published.month, day=published.day
    )
    lot = rng.random()
    life = Life(number, path, (), base=rng.randint(1, 900), rate=rng.randint(0, 24))
    if lot < 0.12:
        for age in sorted(set(rng.choices(_EDIT_AGES, k=rng.choice((1, 1, 2))))):
            if 0 < born + age < days:
                stories.append((born + age, _edited(stories[-1][1], len(stories), rng.random())))
    elif lot < 0.15:
        day = born + rng.choice(_REMOVAL_AGES)
        if day > 0:
            answers: tuple[Answer, ...] = ("404", "404", "soft-404", "home")
            life = replace(life, removed=day, answer=rng.choice(answers))
    return replace(life, stories=tuple(stories))


def _edited(story: Story, count: int, lot: float) -> Story:
    if lot < 0.4:
        return replace(story, title=f"{story.title} (Ralat {count})")
    extra = f"Ralat ke-{count}: jumlah peserta yang semula tertulis keliru telah diperbaiki oleh panitia pelaksana."
    return replace(story, paragraphs=(story.paragraphs[0], extra, *story.paragraphs[1:]))


def shown(site: SoakSite, days: int, day: int) -> list[Life]:
    """What the listings show that day, the newest first."""
    there = [life for life in lives_of(site, days) if life.is_there(day)]
    return sorted(there, key=lambda life: (life.stories[0][1].published, life.number), reverse=True)
