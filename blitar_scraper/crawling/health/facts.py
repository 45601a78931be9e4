"""What a verdict is made of: the facts of the run, and what the site's history says. No engine, no archive here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from blitar_scraper.archive.run_history import PastRun
from blitar_scraper.crawling.health.assertions import Expected
from blitar_scraper.extract.layout import Layout


@dataclass(frozen=True, slots=True)
class Source:
    """A source of the run, as in `spiders.chains.Chain`. `first`: links on its first page; None where none was read."""

    kind: str
    start: str
    ended: str | None
    pages: int = 0
    entries: int = 0
    first: int | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.start


@dataclass(frozen=True, slots=True)
class RunFacts:
    """A run that is over.

    `at`: when it ended (aware); `today`: that day at the site. `complete`: every source was read as far as it had to
    be; `asked_to_stop`: by --limit or --since. `start_failures`: (problem, detail) of start addresses that gave
    nothing; `nobody_answers`: none did. `crashes`: exceptions of the program, of which `reader_errors` in reading one
    page. `asked`: articles asked for; `tally` as in `pipelines.tally`; `edited`: known articles that read otherwise.
    `layouts`: of some pages by their kind ("article", "listing"). `gave_up`: (problem, detail) of a run that was ended
    since the site refused; `moved_site`, `clock`: what is wrong, in a line. `archive_error`: why the archive could not
    be written, and whether another program holds it.
    """

    at: datetime = datetime(2000, 1, 1, tzinfo=UTC)
    today: date = date(2000, 1, 1)
    sources: Sequence[Source] = ()
    complete: bool = True
    asked_to_stop: bool = False
    start_failures: Sequence[tuple[str, str | None]] = ()
    nobody_answers: bool = False
    interrupted: bool = False
    crashes: int = 0
    reader_errors: int = 0
    asked: int = 0
    tally: Mapping[str, Any] = field(default_factory=dict)
    edited: int = 0
    layouts: Mapping[str, Sequence[Layout]] = field(default_factory=dict)
    gave_up: tuple[str, str] | None = None
    moved_site: str | None = None
    clock: str | None = None
    archive_error: str | None = None
    archive_busy: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A run, what came before it, and what a person expects of the site.

    `past`: earlier runs, the earliest first; `news_days`: days on which the site published, in order, up to today;
    `site`: its id, for a hint where there is more to read.
    """

    run: RunFacts
    past: Sequence[PastRun] = ()
    news_days: Sequence[date] = ()
    expected: Expected = field(default_factory=Expected)
    site: str = ""

    @property
    def tallies(self) -> list[Mapping[str, Any]]:
        """The tallies of all runs that have one, this one last."""
        return [*(run.stats for run in self.tallied), self.run.tally]

    @property
    def tallied(self) -> list[PastRun]:
        return [run for run in self.past if isinstance(run.stats.get("fields"), Mapping)]

    @staticmethod
    def sources_of(run: PastRun) -> list[Source]:
        """The sources of an earlier run, as its row has them."""
        said = run.stats.get("listings")
        rows = [row for row in said if isinstance(row, Mapping)] if isinstance(said, list) else []
        return [
            Source(
                str(row.get("kind")),
                str(row.get("start")),
                str(row.get("ended")),
                first=first if isinstance(first := row.get("first"), int) else None,
            )
            for row in rows
        ]


def count(stats: Mapping[str, Any], group: str, name: str) -> int:
    """One number of a tally; 0 where there is none, as in the row of an older run."""
    found = stats.get(group)
    value = found.get(name) if isinstance(found, dict) else None  # asked thousands of times: no Mapping
    return value if isinstance(value, int) and value > 0 else 0


def found_in(run: PastRun, problem: str) -> bool:
    """Whether a run's findings have one of that name."""
    said = run.stats.get("findings")
    return isinstance(said, list) and any(isinstance(one, Mapping) and one.get("problem") == problem for one in said)
