"""What a soak found, and how it is printed."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.soak.faults import FAULTS, faults_of, redesigns_of
from tests.soak.measuring import Measure, Trend, seconds_of_children, trend
from tests.soak.oracle import Miss, Oracle, Ran
from tests.soak.pages import Look
from tests.soak.sites import SoakSite

# Misses that are printed; the rest is counted.
_MOST = 60
# Days from which on the medians of peaks mean something.
_ENOUGH = 100


@dataclass
class Report:
    seed: int
    sites: Sequence[SoakSite]
    days: int
    archive: Path
    days_done: int = 0
    states: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    requests: int = 0
    misses: list[Miss] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    sizes: list[tuple[int, int, int]] = field(default_factory=list)  # bytes of database, of WARC files, other files
    logged: list[str] = field(default_factory=list)
    articles: int = 0
    observed: int = 0
    edits: int = 0
    removals: int = 0
    cpu: float = 0.0  # seconds of the crawls' processes

    def add(
        self,
        day: int,
        ran: Mapping[int, Ran],
        log: Mapping[int, Sequence[Look]],
        oracle: Oracle,
        measure: Measure,
        logged: Sequence[str],
    ) -> None:
        for site in self.sites:
            self.states[state_of(site, self.days, day)][ran[site.number].exit_status] += 1
            self.requests += len(log.get(site.number, ()))
        self.misses, self.days_done = list(oracle.misses), day + 1
        self.measures.append(measure)
        self.sizes.append(_sizes(self.archive))
        self.logged += [f"day {day}: {line}" for line in logged]
        self.articles, self.observed = len(oracle.known), oracle.observed
        self.cpu = seconds_of_children(os.getpid())
        self.edits, self.removals = oracle.edits, oracle.removals

    def finish(self, misses: Sequence[Miss]) -> None:
        self.misses += misses

    @property
    def trends(self) -> list[Trend]:
        """Medians early and late. What may be more, and why, stands with each."""
        measures = self.measures
        return [
            # Python's heap settles in steps of some hundred kB. What is kept of each run would show from 300 bytes on.
            trend("driver, RSS kB", [one.driver_kb for one in measures], share=0.005, slack=1_000),
            trend("driver, file handles", [one.driver_files for one in measures], share=0.0, slack=1),
            # SQLite's page cache (2 MB a connection) fills as the archive grows beyond it; more days, more known pages.
            trend("family, peak PSS kB", [one.family_kb for one in measures], share=0.15, slack=8_000),
            trend("one process, peak own kB", [one.one_kb for one in measures], share=0.15, slack=6_000),
            trend("one process, file handles", [one.one_files for one in measures], share=0.0, slack=2),
            trend("processes left", [one.left for one in measures], share=0.0, slack=0),
            trend("other files", [other for _, _, other in self.sizes], share=0.0, slack=2),
        ]

    @property
    def growths(self) -> list[Trend]:
        """Memory that is looked at twice a second shows its peaks in many days only."""
        return [one for one in self.trends if one.is_growth and ("peak" not in one.name or self.days >= _ENOUGH)]

    def as_json(self) -> dict[str, object]:
        return {
            "misses": list(map(str, self.misses)),
            "growths": [one.name for one in self.growths],
            "states": {name: dict(counter) for name, counter in self.states.items()},
            "edits": self.edits,
            "view_counts": self.observed,
        }

    def line(self, seconds: float) -> str:
        database, warc, _ = self.sizes[-1]
        measure = self.measures[-1]
        return (
            f"day {self.days_done:3}  {seconds:5.0f} s  {self.requests:7,} requests  {self.articles:6,} articles"
            f"  {database / 1e6:6.1f} MB + {warc / 1e6:6.1f} MB  driver {measure.driver_kb / 1000:.0f} MB,"
            f" {measure.driver_files} files  family {measure.family_kb / 1000:.0f} MB  {len(self.misses)} missed"
        )

    def table(self, seconds: float) -> Iterator[str]:
        runs = sum(counter.total() for counter in self.states.values())
        took = f"{runs:,} runs in {seconds:.0f} s, {self.cpu / runs:.2f} CPU seconds each"
        yield f"\nseed {self.seed}, {len(self.sites)} sites, {self.days} days: {took}"
        statuses = sorted({status for counter in self.states.values() for status in counter})
        yield f"{'state':22}" + "".join(f"{f'exit {status}':>10}" for status in statuses)
        for name in ("healthy", "healthy, a field lost", *(fault.name for fault in FAULTS)):
            if counter := self.states.get(name):
                yield f"{name:22}" + "".join(f"{counter[status] or '':>10}" for status in statuses)
        yield (
            f"{self.articles:,} articles, {self.edits:,} edits, {self.removals:,} removals,"
            f" {self.observed:,} view counts shown; {self.requests:,} requests"
        )
        database, warc, _ = self.sizes[-1]
        yield f"on disk: {database / 1e6:.1f} MB of database, {warc / 1e6:.1f} MB of captures"
        for one in self.trends:
            grows = "   GROWS" if one in self.growths else ""
            yield f"{one.name:28}{one.early:10,.0f} early {one.late:10,.0f} late{grows}"
        if self.logged:
            yield f"{len(self.logged)} lines logged, the first:"
            yield from self.logged[:5]
        yield f"{len(self.misses)} missed" + (":" if self.misses else "")
        for miss in self.misses[:_MOST]:
            yield f"  {miss}"


def state_of(site: SoakSite, days: int, day: int) -> str:
    """The name of what a site has that day."""
    fault = faults_of(site, days)[day]
    if fault is None and any(redesign.has_lost(day) for redesign in redesigns_of(site, days)):
        return "healthy, a field lost"
    return fault or "healthy"


def _sizes(archive: Path) -> tuple[int, int, int]:
    """Bytes of the database with its journal, bytes of captures, and how many files there are beside them."""
    database = warc = other = 0
    for path in archive.parent.rglob("*"):
        if not path.is_file():
            continue
        if path.name.endswith(".warc.gz"):
            warc += path.stat().st_size
        elif path.name.startswith(archive.name):
            database += path.stat().st_size
        else:
            other += 1
    return database, warc, other
