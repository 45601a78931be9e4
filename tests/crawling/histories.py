"""Sites that do not exist: their runs as a verdict sees them, by a seed."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from blitar_scraper.archive.content import FILLED
from blitar_scraper.archive.run_history import PastRun
from blitar_scraper.crawling.health import Verdict
from blitar_scraper.crawling.health.facts import Case, RunFacts, Source
from blitar_scraper.crawling.health.judging import judge
from blitar_scraper.crawling.run_facts import finding_rows, source_rows

BEGIN = date(2026, 1, 5)
LISTING = "https://kota.go.id/berita"
# Days after an article's publication on which it is looked at again (archive/revisits.py).
PLAN = (1, 7, 30)


def tally(
    news: int = 0,
    again: int = 0,
    lost: dict[str, int] | None = None,
    missing: dict[str, int] | None = None,
    **more: Any,
) -> dict[str, Any]:
    """A run's tally: new articles and known ones read again; how many of these lost, and of those lack, each field."""
    lost, missing = lost or {}, missing or {}
    new = {"read": news, **{field: news - missing.get(field, 0) for field in FILLED}}
    fields = {"read": news + again, **{field: new[field] + again - lost.get(field, 0) for field in FILLED}}
    known = dict.fromkeys(FILLED, again)
    looks = {"read": news + again}
    base = {"fields": fields, "news": new, "again": again, "known": known, "lost": lost, "still_lost": {}}
    return {**base, "looks": looks, **more}


def facts(day: int = 0, links: int = 10, counts: dict[str, Any] | None = None, **more: Any) -> RunFacts:
    """A run in which all is well, so many days after BEGIN."""
    today = BEGIN + timedelta(days=day)
    sources = [Source("listing", LISTING, "settled", 1, links, links)]
    at = datetime(today.year, today.month, today.day, 3, tzinfo=UTC)
    return replace(RunFacts(at=at, today=today, sources=sources, tally=counts or tally()), **more)


def past(run: RunFacts, verdict: Verdict | None = None) -> PastRun:
    """A run as its row has it later."""
    verdict = verdict or Verdict("finished", 0)
    layouts = {kind: [list(one) for one in seen] for kind, seen in run.layouts.items()}
    stats = {**run.tally, "listings": source_rows(run.sources), "layout": layouts, "findings": finding_rows(verdict)}
    return PastRun(0, run.at.isoformat(), "update", verdict.status, verdict.exit_status, stats)


@dataclass
class Habits:
    """A site: articles a day, at weekends, holidays (first day, days), how often each field is given, links."""

    rate: float
    weekend: float
    holidays: tuple[tuple[int, int], ...]
    fill: dict[str, float]
    shaky: bool  # on one day in four a field is given half as often: one author signs nothing
    removed: float  # the chance that a known article loses a field by an edit
    links: tuple[int, int]

    @classmethod
    def of(cls, rng: random.Random) -> Habits:
        rates = (1.0, 1.0, 1.0, 0.999, 0.99, 0.97, 0.95, 0.9, 0.8, 0.6, 0.4, 0.1, 0.0)
        most = rng.choice((5, 8, 10, 12, 24))
        holidays = ((rng.randrange(20, 180), 14), (rng.randrange(180), rng.randrange(3, 10)))
        return cls(
            rate=rng.choice((0.1, 0.2, 0.4, 0.7, 1.0, 2.0, 4.0, 8.0)),
            weekend=rng.choice((0.0, 0.2, 1.0)),
            holidays=holidays if rng.random() < 0.7 else (),
            fill={
                field: rng.choice(rates) if field in ("author", "views", "published_at") else 1.0 for field in FILLED
            },
            shaky=rng.random() < 0.3,
            removed=rng.choice((0.0, 0.0, 0.001, 0.004)),
            links=(most if rng.random() < 0.7 else max(most // 2 + 1, 4), most),
        )

    def news_of(self, day: int, rng: random.Random) -> int:
        if any(first <= day < first + days for first, days in self.holidays):
            return 0
        weekend = (BEGIN + timedelta(days=day)).weekday() >= 5
        return poisson(rng, self.rate * (self.weekend if weekend else 1.0))


def poisson(rng: random.Random, mean: float) -> int:
    number, product, limit = 0, rng.random(), math.exp(-mean)
    while product > limit:
        number, product = number + 1, product * rng.random()
    return number


def news_days_of(rng: random.Random, days: int) -> list[date]:
    """The days on which a site with holidays publishes: two weeks at Lebaran, one at the end of the year."""
    rate, weekend = rng.choice((0.1, 0.2, 0.4, 0.7, 1.0, 2.0, 4.0, 8.0)), rng.choice((0.0, 0.2, 1.0))
    lebaran, moody, mood = rng.randrange(365), rng.random() < 0.3, 1.0
    found = []
    for number in range(days):
        day = BEGIN + timedelta(days=number)
        if moody and number % 30 == 0:
            mood = rng.choice((0.4, 1.0, 1.6))
        # Eleven days earlier each year.
        if (number - lebaran + 11 * (number // 365)) % 365 < 14 or (day.month == 12 and day.day >= 24):
            continue
        if poisson(rng, rate * mood * (weekend if day.weekday() >= 5 else 1.0)):
            found.append(day)
    return found


def runs_of(habits: Habits, days: int, rng: random.Random) -> Iterator[RunFacts]:
    """The first run, with what has been published in the quarter before it, then one a day."""
    published: dict[int, int] = {day: habits.news_of(day, rng) for day in range(-89, 1)}
    for day in range(days + 1):
        if day:
            published[day] = habits.news_of(day, rng)
        news = sum(published.values()) if day == 0 else published[day]
        again = 0 if day == 0 else sum(published.get(day - step, 0) for step in PLAN) + poisson(rng, habits.rate / 2)
        dim = 0.5 if habits.shaky and rng.random() < 0.25 else 1.0
        missing, lost, known = {}, {}, {}
        for field in FILLED:
            share = habits.fill[field] * (dim if habits.fill[field] < 1 else 1.0)
            missing[field] = sum(rng.random() >= share for _ in range(news))
            known[field] = sum(rng.random() < habits.fill[field] for _ in range(again))
            lost[field] = sum(rng.random() < habits.removed for _ in range(known[field]))
        counts = tally(news, again, lost, missing)
        yield facts(day, rng.randint(*habits.links), {**counts, "known": known})


def verdicts(runs: Iterator[RunFacts], news_days: list[date] | None = None) -> Iterator[tuple[RunFacts, Verdict]]:
    """Each run with its verdict, made from those before it."""
    before: list[PastRun] = []
    for run in runs:
        verdict = judge(Case(run, before, news_days or []))
        yield run, verdict
        before.append(past(run, verdict))
