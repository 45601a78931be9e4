"""Runs the days of a simulated year in one process: an event loop cannot be started twice, but does many crawls.

python -m tests.year.run JSON: the order in, what the site was asked and what became of each run out.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from blitar_scraper.crawling.progress import watching
from blitar_scraper.crawling.runner import Job, Options, crawl
from blitar_scraper.demo import DAY_ONE, serve
from blitar_scraper.extract import article as reader
from blitar_scraper.items import Site
from tests.year.lives import lives
from tests.year.site import HOME_PAGES, YearSite


@dataclasses.dataclass
class Clock:
    """10.15 in the morning of the site's day, in Jakarta; each look at it takes a second."""

    site: YearSite
    looks: int = 0

    def now(self) -> datetime:
        self.looks += 1
        morning = datetime(DAY_ONE.year, DAY_ONE.month, DAY_ONE.day, 3, 15, tzinfo=UTC)
        # Each day's run begins a little earlier than the one before, as a busy machine's may.
        return morning + timedelta(days=self.site.day, seconds=self.looks - self.site.day)


def main() -> None:
    order = json.loads(sys.argv[1])
    days, changed_on = order["days"], order["parser_changes_on"]
    site = YearSite(lives(days, seed=order["seed"], since=order["since"]), **order["site"])
    clock = Clock(site)
    naive: dict[int, tuple[int, int]] = {}

    def dawn(day: int) -> Callable[[], None]:
        def begin() -> None:
            site.day, clock.looks = day, 0
            naive[day] = site.naive()
            if day == changed_on:
                _read_otherwise()

        return begin

    began = time.monotonic()
    with serve(site) as server, watching(quiet=True) as watch:  # type: ignore[arg-type]
        where = Site(
            "tahun",
            "Pemerintah Kota Blitar",
            f"{server.url}/",
            "Asia/Jakarta",
            start_urls=tuple(server.url + path for path in HOME_PAGES),
        )
        options = Options(Path(order["archive"]), clock=clock.now)
        jobs = [Job(where, options, before=dawn(day)) for day in range(days)]
        full = Job(where, Options(Path(order["archive"]).with_name("full.db"), clock=clock.now), before=site.forget)
        *results, whole = crawl([*jobs, full], watch=watch)
    print(
        json.dumps(
            {
                "url": server.url,
                "seconds": time.monotonic() - began,
                "asked": site.kept[0],
                "sent": site.kept[1],
                "full": [len(site.asked[days - 1]), site.sent[days - 1], whole.verdict.exit_status],
                "naive": naive,
                "runs": [{"run": result.run, **dataclasses.asdict(result.verdict)} for result in results],
            }
        )
    )


def _read_otherwise() -> None:
    """Today's parser is a newer one: it reads titles in capitals, which listings are not compared with."""
    reads = reader._title

    def in_capitals(found: Any) -> str | None:
        title = reads(found)
        return title.upper() if title else None

    reader.PARSER_VERSION += 1
    reader._title = in_capitals


def by_day(numbers: dict[str, Any]) -> Iterable[tuple[int, Any]]:
    """A mapping from days as JSON has it, in order."""
    return sorted((int(day), value) for day, value in numbers.items())


if __name__ == "__main__":
    main()
