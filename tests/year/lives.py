"""What happens to the articles of the simulated site in a year: a life for each, by a seed.

Days are numbered from the day of the first crawl, 0. What happens on a day is there before that day's crawl.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from blitar_scraper.demo.articles import SampleArticle, paragraphs
from blitar_scraper.demo.content import DAY_ONE, FEATURES, archive, compose, number_of, slug_of

Answer = Literal["404", "soft-404", "home"]
Event = Literal["published", "edited", "moved", "removed", "returned"]

# Ages, in days, at which an office edits: most in the first days, some long after; on the days of the plan (1, 7, 30,
# 180) and between them.
EDIT_AGES = (0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 12, 15, 20, 26, 30, 31, 45, 70, 110, 150, 179, 180, 200, 260)
# Numbers whose demo article is a plain one: neither a trap nor a press release.
_PLAIN = [number for number in range(150) if number not in FEATURES and not (number % 9 == 4 and number >= 38)]


@dataclass(frozen=True, slots=True)
class State:
    """What an article's address shows: the article, or how it says that there is none."""

    day: int
    event: Event
    article: SampleArticle
    answer: Answer | None = None

    @property
    def is_there(self) -> bool:
        return self.answer is None


@dataclass(frozen=True, slots=True)
class Life:
    """The states of one article, in order of time; the first is its publication (a negative day: before the year)."""

    number: int
    states: tuple[State, ...]

    def on(self, day: int) -> State | None:
        """Its state on that day; None where it was not published yet."""
        return next((state for state in reversed(self.states) if state.day <= day), None)

    @property
    def paths(self) -> tuple[str, ...]:
        """All addresses that it ever has, in order of time."""
        return tuple(dict.fromkeys(state.article.path for state in self.states))

    def readers(self, day: int) -> int:
        """How many others have read it by that day: a dozen a day when it is new, one in some weeks later."""
        return self.states[0].article.readers + sum(
            _readers_of_day(self.number, one, one - self.states[0].day)
            for one in range(max(self.states[0].day, 0) + 1, day + 1)
        )


def _readers_of_day(number: int, day: int, age: int) -> int:
    chance = number_of("readers", number, day)
    return chance % 25 if age <= 14 else chance % 6 // 5 if age <= 60 else chance % 25 // 24


def lives(days: int, *, seed: int, since: int = 2018, a_week: float = 4.0) -> tuple[Life, ...]:
    """The articles of the years `since` then that are there on day 0, and so many a week until day `days`."""
    chance = random.Random(seed)
    number = 0
    made = []
    taken: set[int] = set()  # days on which an article is moved or removed: one a day is an office's pace
    for article in archive():
        if not article.features and not article.number and article.published_on.year >= since:
            born = (article.published_on - DAY_ONE).days
            made.append(Life(number, tuple(_fate(State(born, "published", article), days, chance, taken))))
            number += 1
    for day in range(1, days):
        while chance.random() < a_week / (7 + a_week):  # of this chance, and again: a_week / 7 a day in the mean
            article = _new(number, day)
            made.append(Life(number, tuple(_fate(State(day, "published", article), days, chance, taken))))
            number += 1
    return tuple(made)


def _new(number: int, day: int) -> SampleArticle:
    article = compose(_PLAIN[number % len(_PLAIN)], DAY_ONE + timedelta(days=day))
    title = f"{article.title} Angkatan {number}"
    return replace(article, title=title, slug=slug_of(title), readers=0)


def _fate(first: State, days: int, chance: random.Random, taken: set[int]) -> Iterator[State]:
    """The states of an article, the first one of them included."""
    yield first
    lot = chance.random()
    if lot < 0.30:
        yield from _edits(first, days, chance)
    elif lot < 0.35:
        day = _free_day(first, days, chance, taken)
        if day is not None:
            yield replace(first, day=day, event="moved", article=_moved(first.article))
    elif lot < 0.43:
        yield from _removal(first, days, chance, taken)


def _edits(first: State, days: int, chance: random.Random) -> Iterator[State]:
    """One to four edits at different ages; the last of several may take an earlier one back."""
    begin = max(first.day, 0)
    ages = sorted(set(chance.choices(EDIT_AGES, k=chance.choice((1, 1, 2, 3, 4)))))
    if first.day < 0:
        ages = [age * 2 for age in ages]
    former: list[SampleArticle] = [first.article]
    for count, age in enumerate(ages, start=1):
        # Age 0: after that day's crawl has read it, which is the next day's crawl to see.
        day = begin + max(age, 1)
        if day >= days:
            return
        taken_back = len(former) > 1 and chance.random() < 0.25
        article = former[-2] if taken_back else _edited(former[-1], count, chance)
        former.append(article)
        yield replace(first, day=day, event="edited", article=article)


def _edited(article: SampleArticle, count: int, chance: random.Random) -> SampleArticle:
    kind = chance.choice(("title", "body", "body", "both", "date"))
    if kind == "date":
        return replace(article, published_on=article.published_on - timedelta(days=1))
    if kind in ("title", "both"):
        article = replace(article, title=f"{article.title} (Ralat {count})")
    if kind in ("body", "both"):
        first, *rest = article.blocks
        text = f"Ralat ke-{count}: jumlah peserta yang semula tertulis keliru telah diperbaiki panitia."
        article = replace(article, blocks=(first, *paragraphs(text), *rest))
    return article


def _moved(article: SampleArticle) -> SampleArticle:
    return replace(article, slug=f"{article.slug}-{article.published_on:%Y%m%d}")


def _removal(first: State, days: int, chance: random.Random, taken: set[int]) -> Iterator[State]:
    day = _free_day(first, days, chance, taken)
    if day is None:
        return
    answers: tuple[Answer, ...] = ("404", "soft-404", "home")
    gone = replace(first, day=day, event="removed", answer=chance.choice(answers))
    yield gone
    back = day + chance.choice((25, 90))
    if chance.random() < 0.3 and back < days:
        yield replace(first, day=back, event="returned")


def _free_day(first: State, days: int, chance: random.Random, taken: set[int]) -> int | None:
    begin = max(first.day, 0) + 1
    free = [day for age in (1, 2, 3, 5, 8, 13, 21, 40, 80, 170, 250) if (day := begin + age) < days]
    free = [day for day in free if day not in taken]
    if not free:
        return None
    day = chance.choice(free)
    taken.add(day)
    return day


def day_of(number: int) -> date:
    return DAY_ONE + timedelta(days=number)
