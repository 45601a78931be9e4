"""A day's runs: all sites through the supervisor, as `blitar crawl --all --jobs N` does it, on the day's clock.

One process lives for all days and does nothing else, so that what it holds in the end is the program's and no oracle's.
"""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from blitar_scraper.crawling.health import Verdict
from blitar_scraper.crawling.lock import SiteLock
from blitar_scraper.crawling.many.messages import Alive, Logged
from blitar_scraper.crawling.many.supervisor import crawl_all
from blitar_scraper.crawling.runner import Job, Options, Result
from blitar_scraper.items import Site
from tests.soak.days import Clock, morning, wait
from tests.soak.faults import faults_of
from tests.soak.sites import SoakSite

# Seconds for which another program writes: a tenth of what the program waits for.
_LOCKED = 1.0
_SPAWN = multiprocessing.get_context("spawn")


@dataclass
class Kept:
    """The overview of a run of many: it keeps what is logged and shows nothing."""

    logged_lines: list[str] = field(default_factory=list)

    def began(self, site: Site) -> None:
        return None

    def alive(self, site: Site, signs: Alive) -> None:
        return None

    def logged(self, record: Logged) -> None:
        self.logged_lines.append(record.text)

    def ended(self, result: Result) -> None:
        return None

    def stopping(self, running: int) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Errand:
    """What the process is to crawl: sites, their addresses by number, into which archive, how many at a time."""

    sites: tuple[SoakSite, ...]
    urls: Mapping[int, str]
    archive: Path
    days: int
    at_once: int


# The verdicts on each site's runs of a day (two where two are run at once), and what was logged.
Day = tuple[list[list[Verdict]], list[str]]


class Crawling:
    """The running process."""

    def __init__(self, errand: Errand) -> None:
        here, there = _SPAWN.Pipe()
        self._pipe = here
        self._process = _SPAWN.Process(target=_crawl, args=(there, errand))
        self._process.start()
        there.close()

    @property
    def pid(self) -> int:
        return int(self._process.pid or 0)

    def day(self, day: int) -> Day:
        """Raises EOFError where the process has died."""
        self._pipe.send(day)
        done: Day = self._pipe.recv()
        return done

    def __enter__(self) -> Crawling:
        return self

    def __exit__(self, *raised: object) -> None:
        self._pipe.close()
        self._process.join(30)


def _crawl(pipe: Connection, errand: Errand) -> None:
    with suppress(EOFError):
        while True:
            pipe.send(run_day(pipe.recv(), errand))


def described(site: SoakSite, url: str) -> Site:
    """The site as the archive knows it."""
    settings: dict[str, object] = {}
    if site.source == "feed":
        settings["feeds"] = [f"{url}/feed/"]
    elif site.source == "rest":
        settings["rest"] = f"{url}/wp-json/wp/v2/posts"
    return Site(
        site.id,
        site.name,
        f"{url}/",
        "Asia/Jakarta",
        start_urls=(url + site.listing_path(),),
        settings=settings,
    )


def run_day(day: int, errand: Errand) -> Day:
    """Run that day's crawls, in the order of the sites."""
    sites, archive = errand.sites, errand.archive
    began = time.monotonic()
    jobs: list[tuple[int, Job]] = []
    kept = Kept()
    with ExitStack() as held:
        for place, site in enumerate(sites):
            fault = faults_of(site, errand.days)[day]
            deadly = site.chance("killed", day).randint(5, 40) if fault == "killed" else None
            clock = Clock(morning(day), began, site.id, deadly, os.getpid())
            job = Job(described(site, errand.urls[site.number]), Options(archive, clock=clock, sleep=wait))
            jobs += [(place, job)] * (2 if fault == "twice" else 1)
            if fault == "busy":
                held.callback(SiteLock(archive, site.id).release)
            elif fault == "locked":
                held.enter_context(_writing(archive))
        done = crawl_all([job for _, job in jobs], kept, at_once=errand.at_once)
    results: list[list[Verdict]] = [[] for _ in sites]
    for (place, _), result in zip(jobs, done, strict=True):
        results[place].append(result.verdict)
    return results, kept.logged_lines


@contextmanager
def _writing(archive: Path) -> Iterator[None]:
    """Another program that writes the archive while the runs begin."""
    began = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(archive, timeout=30, isolation_level=None)) as db:
            db.execute("BEGIN IMMEDIATE")
            began.set()
            time.sleep(_LOCKED)
            db.execute("ROLLBACK")

    writer = threading.Thread(target=write)
    writer.start()
    began.wait()
    yield
    writer.join()
