"""Crawls many sites, each in a process of its own: what happens to one, a crash of Python itself, happens to no other.

A fork server loads the program once; each site is a fork of it, which reports through a pipe (`messages.py`). A process
that dies or hangs is counted as crashed, its run is closed, and the next site begins.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import Any, Protocol

from blitar_scraper.addresses import host_of
from blitar_scraper.archive import Archive, ArchiveError
from blitar_scraper.crawling.frontier import system_clock
from blitar_scraper.crawling.health import CRASHED, INTERRUPTED, Verdict
from blitar_scraper.crawling.lock import SiteBusy, SiteLock
from blitar_scraper.crawling.many.messages import STOP, Alive, Logged
from blitar_scraper.crawling.many.site_process import crawl_alone
from blitar_scraper.crawling.runner import Job, Result, prepare, run_row, stopped
from blitar_scraper.items import Site
from blitar_scraper.spiders.pace import pace

_FORKS = multiprocessing.get_context("forkserver")

# Seconds without a sign of life after which a process hangs. The signs come from its event loop once a second, also
# while it waits for a site; only one thing that takes long holds them up: reading a page of 8 MB, waiting for the
# archive (PATIENCE), giving all words of a first crawl their stems at its end. None of them takes minutes.
LONGEST_SILENCE = 300.0
# Seconds that a site waits for the archive while others write: nobody queues, and who has bad luck comes last. Of fifty
# crawls at a time one waited for 37 s where other programs kept both cores busy. Twice as long is still no hang.
PATIENCE = 120.0
# Between two looks at the clock and at signals, seconds.
_TICK = 0.5
# A supervisor that did not look for so long, in seconds, was stopped itself (Ctrl-Z, a frozen container), and so were
# its children perhaps: nobody's silence counts.
_ASLEEP = 30.0
# How long a process that has closed its end may take to be gone, seconds: it has nothing left to do.
_TO_BE_GONE = 10.0


class Overview(Protocol):
    """Who shows how it goes. `ended` is called with each site's result as soon as it is there."""

    def began(self, site: Site) -> None: ...
    def alive(self, site: Site, signs: Alive) -> None: ...
    def logged(self, record: Logged) -> None: ...
    def ended(self, result: Result) -> None: ...
    def stopping(self, running: int) -> None: ...


@dataclass(slots=True)
class _Child:
    """A site's process. `heard`: when it gave its last sign of life; `fate`: why the supervisor killed it."""

    place: int
    job: Job
    process: ForkServerProcess
    line: Connection
    began: float
    heard: float
    result: Result | None = None
    fate: str | None = None


def crawl_all(
    jobs: Sequence[Job],
    overview: Overview,
    *,
    at_once: int,
    verbose: bool = False,
    longest_silence: float = LONGEST_SILENCE,
) -> list[Result]:
    """Crawl each site in a process of its own, at most `at_once` at a time, begun in order; the results in order.

    Ctrl-C or SIGTERM ends all in order, and a second one kills them. Raises ArchiveError where an archive cannot be
    opened at all, before any process starts.
    """
    prepare(job.options.archive for job in jobs)
    _FORKS.set_forkserver_preload(["blitar_scraper.crawling.many.preload"])
    return _Supervisor(jobs, overview, at_once, verbose, longest_silence).run()


class _Supervisor:
    def __init__(
        self, jobs: Sequence[Job], overview: Overview, at_once: int, verbose: bool, longest_silence: float
    ) -> None:
        patient = [replace(job, options=replace(job.options, patience=PATIENCE)) for job in jobs]
        self.waiting = list(enumerate(patient))
        self.overview, self.at_once, self.verbose = overview, max(at_once, 1), verbose
        self.longest_silence = longest_silence
        self.running: dict[Connection, _Child] = {}
        self.results: dict[int, Result] = {}
        self.left_alone: dict[str, float] = {}  # by host: until when, on the monotonic clock
        self.signals = 0  # how often a person or the system said: stop
        self.obeyed = 0
        self.looked = time.monotonic()

    def run(self) -> list[Result]:
        jobs = dict(self.waiting)
        try:
            with _signals_counted(self):
                while self.running or (self.waiting and not self.signals):
                    self._start_waiting()
                    self._listen()
                    self._obey()
                    self._end_the_silent()
        finally:
            for child in self.running.values():  # only where this program has a fault: no crawl goes on unseen
                child.line.close()
        return [self.results.get(place) or stopped(job.site) for place, job in jobs.items()]

    def _next(self) -> tuple[int, Job] | None:
        """The first site that may begin: the pause between two requests is kept within a process, so one a host.

        After the last request of one process, the next of the same host waits as long.
        """
        now = time.monotonic()
        asked = {host_of(child.job.site.home_url) for child in self.running.values()}
        asked |= {host for host, until in self.left_alone.items() if now < until}
        for number, (_, job) in enumerate(self.waiting):
            if host_of(job.site.home_url) not in asked:
                return self.waiting.pop(number)
        return None

    def _start_waiting(self) -> None:
        while len(self.running) < self.at_once and not self.signals and (following := self._next()) is not None:
            place, job = following
            mine, its = _FORKS.Pipe()
            process = _FORKS.Process(
                target=crawl_alone, args=(job, its), kwargs={"verbose": self.verbose}, name=f"blitar {job.site.id}"
            )
            try:
                process.start()
            except (OSError, EOFError) as error:  # no process or memory left, or the fork server has died
                mine.close()
                how = f"no process could be started for it: {error or 'the fork server has ended'}"
                self._finish(place, Result(job.site, Verdict("crashed", CRASHED, how)))
                continue
            finally:
                its.close()
            now = time.monotonic()
            self.running[mine] = _Child(place, job, process, mine, now, now)
            self.overview.began(job.site)

    def _listen(self) -> None:
        for line in connection.wait(list(self.running), _TICK):
            assert isinstance(line, Connection)
            child = self.running[line]
            child.heard = time.monotonic()
            try:
                self._hear(child, line.recv())
            except (EOFError, OSError):
                self._bury(child)

    def _hear(self, child: _Child, message: Any) -> None:
        match message:
            case Result():
                child.result = message
            case Alive():
                self.overview.alive(child.job.site, message)
            case Logged():
                self.overview.logged(message)

    def _obey(self) -> None:
        if self.signals > self.obeyed:
            self.obeyed = self.signals
            for child in self.running.values():
                if self.signals == 1:
                    with suppress(OSError):  # it has just ended
                        child.line.send(STOP)
                else:
                    _kill(child, "killed as asked; what was stored stays, run the same command again to go on")
            if self.signals == 1:
                self.overview.stopping(len(self.running))

    def _end_the_silent(self) -> None:
        now = time.monotonic()
        asleep, self.looked = now - self.looked > _ASLEEP, now
        for child in self.running.values():
            if asleep:
                child.heard = now
            elif now - child.heard > self.longest_silence and child.fate is None:
                _kill(child, f"its process gave no sign of life for {self.longest_silence / 60:g} min and was killed")

    def _bury(self, child: _Child) -> None:
        """Take note that a process has ended: with its result, or without."""
        del self.running[child.line]
        child.line.close()
        child.process.join(_TO_BE_GONE)
        site, asked = child.job.site, child.job.options.delay
        self.left_alone[host_of(site.home_url)] = time.monotonic() + pace(site, asked)["DOWNLOAD_DELAY"]
        result = child.result or self._of_the_dead(child)
        seconds = time.monotonic() - child.began
        self._finish(child.place, Result(result.site, result.verdict, result.run, seconds))
        with suppress(ValueError):  # not gone yet: nothing is lost by it
            child.process.close()

    def _of_the_dead(self, child: _Child) -> Result:
        asked = child.fate is not None and self.signals > 1
        how = child.fate or how_it_ended(child.process.exitcode)
        run = close_run(child.job, how, crashed=not asked)
        verdict = Verdict("interrupted", INTERRUPTED, how) if asked else Verdict("crashed", CRASHED, how)
        return Result(child.job.site, verdict, run)

    def _finish(self, place: int, result: Result) -> None:
        self.results[place] = result
        self.overview.ended(result)


def how_it_ended(exit_status: int | None) -> str:
    """What became of a process that sent no result, for a person. Negative: the signal that killed it."""
    if exit_status is None or exit_status == 255:  # what is said where the fork server died first
        return "its process ended without a word"
    if exit_status >= 0:
        return f"its process ended by itself, with exit status {exit_status}, without a result"
    name = signal.Signals(-exit_status).name if -exit_status in set(signal.Signals) else "unknown"
    why = "; the system does so where memory runs out" if name == "SIGKILL" else ""
    return f"its process was killed by signal {-exit_status} ({name}{why})"


def close_run(job: Job, how: str, *, crashed: bool) -> dict[str, Any] | None:
    """Close the run that the site's dead process left behind; its row, None where it had begun none.

    Nothing is done where another process has the site already: that one has closed it.
    """
    archive, site = job.options.archive, job.site.id
    try:
        lock = SiteLock(archive, site)
    except (SiteBusy, OSError):
        return None
    try:
        with Archive(archive) as opened:
            opened.recover_captures(site)
            at = (job.options.clock or system_clock)()
            runs = opened.close_killed_runs(site, at=at, how=how, status="crashed" if crashed else "interrupted")
        return run_row(archive, runs[-1]) if runs else None
    except ArchiveError:
        return None  # the next run of the site closes it
    finally:
        lock.release()


def _kill(child: _Child, fate: str) -> None:
    """Kill it by its number: `Process.kill` does nothing where the fork server, which knows its state, has died."""
    child.fate = fate
    assert child.process.pid is not None
    with suppress(ProcessLookupError):
        os.kill(child.process.pid, signal.SIGKILL)


@contextmanager
def _signals_counted(supervisor: _Supervisor) -> Iterator[None]:
    """Count Ctrl-C and SIGTERM (and SIGHUP, unless `nohup` has it ignored) instead of ending by them."""

    def count(*_: Any) -> None:
        supervisor.signals += 1

    numbers = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    before = {number: signal.signal(number, count) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
