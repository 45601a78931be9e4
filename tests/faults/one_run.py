"""Crawls in a process of its own, with a clock and a way to sleep that take no time; prints how the runs went.

python -m tests.faults.one_run JSON
"""

from __future__ import annotations

import dataclasses
import json
import ssl
import sys
import urllib.request
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from blitar_scraper.archive import ArchiveError, ArchiveLocked, DiskError
from blitar_scraper.crawling.process import run
from blitar_scraper.crawling.progress import watching
from blitar_scraper.crawling.runner import Job, Options, Result, crawl, crawling, prepare
from blitar_scraper.items import Site
from tests.faults.troubles import TROUBLES


@dataclasses.dataclass
class Clock:
    """A second passes with each look, and as many as are slept. `troubles.py` may turn it back."""

    start: datetime
    looks: int = 0
    slept: list[float] = dataclasses.field(default_factory=list)
    turned: Callable[[int], timedelta] = lambda looks: timedelta(0)

    def now(self) -> datetime:
        self.looks += 1
        return self.start + timedelta(seconds=self.looks + sum(self.slept)) + self.turned(self.looks)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


def main() -> None:
    order = json.loads(sys.argv[1])
    clock = Clock(datetime.fromisoformat(order["runs"][0]["now"]))
    for name in order.get("troubles", ()):
        TROUBLES[name](clock)
    settings = {"BLITAR_SLEEP": clock.sleep, **order.get("settings", {})}
    options = Options(Path(order["archive"]), clock=clock.now, **order.get("options", {}))
    jobs = [Job(_site(one), options) for one in order["sites"]]
    try:
        with watching(quiet=True):
            results = _crawled(order, jobs, clock, lambda crawler: crawler.settings.setdict(settings, "cmdline"))
    except ArchiveError as error:  # as the command does: one line, and the exit status
        status = 5 if isinstance(error, ArchiveLocked) else 1 if isinstance(error, DiskError) else 2
        results = [{"status": "none", "exit_status": status, "reason": str(error), "run": None}]
    print(json.dumps({"results": results, "slept": clock.slept}))


def _crawled(order: dict[str, Any], jobs: list[Job], clock: Clock, watch: Any) -> list[dict[str, Any]]:
    if len(order["runs"]) == 1:
        return [_said(result) for result in crawl(jobs, watch=watch)]

    def days() -> Iterator[Any]:
        said = []
        for day in order["runs"]:
            clock.start, clock.looks = datetime.fromisoformat(day["now"]), 0
            request = urllib.request.Request(f"{order['control']}/-/day/{day['day']}", b"", method="POST")
            urllib.request.urlopen(request, timeout=10, context=ssl._create_unverified_context()).close()
            said.append(_said((yield from crawling(jobs[0]))))  # type: ignore[misc]
        return said

    prepare([jobs[0].options.archive])
    (results,) = run([days()], watch=watch)  # type: ignore[list-item]
    assert results is not None
    return results


def _site(said: dict[str, Any]) -> Site:
    start_urls = tuple(said["url"] + path for path in said["start_paths"])
    home = said["url"] + "/"
    return Site(said["id"], said["id"], home, "Asia/Jakarta", start_urls=start_urls, settings=said["settings"])


def _said(result: Result) -> dict[str, Any]:
    return {"run": result.run, **dataclasses.asdict(result.verdict)}


if __name__ == "__main__":
    main()
