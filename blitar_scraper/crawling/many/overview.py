"""Progress of the crawls of many sites: one bar for all on a terminal; elsewhere a line for each site that ends."""

from __future__ import annotations

import contextlib
import logging
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from blitar_scraper.archive.controls import without_controls
from blitar_scraper.crawling.health import GOOD, UNREACHABLE, Verdict
from blitar_scraper.crawling.many.messages import Alive, Logged
from blitar_scraper.crawling.progress import logging_to
from blitar_scraper.crawling.runner import Result
from blitar_scraper.crawling.sites.reasons import NOBODY_IN
from blitar_scraper.crawling.unbroken import standard_error, unbroken
from blitar_scraper.items import Site

# Of the time left nothing is said before so many seconds and such a share of the work: it would only jump.
_SECONDS_TO_JUDGE, _SHARE_TO_JUDGE = 5.0, 0.01
# Before its last article a site still has to end: its process, its run.
_NEARLY = 0.95


@dataclass
class Tally:
    """How far the crawls are: numbers for a display. `total`: sites in all."""

    total: int
    done: int = 0
    not_well: int = 0
    articles: int = 0  # asked for, of the sites that have ended
    new: int = 0  # of these, too
    running: dict[str, Alive] = field(default_factory=dict)

    def began(self, site: Site) -> None:
        self.running[site.id] = Alive()

    def alive(self, site: Site, signs: Alive) -> None:
        self.running[site.id] = signs

    def ended(self, result: Result) -> None:
        signs = self.running.pop(result.site.id, Alive())
        self.done += 1
        self.not_well += result.verdict.exit_status != GOOD
        self.articles += signs.done
        self.new += (result.run or {}).get("new") or 0

    def in_words(self) -> str:
        """`12/550 sites, 240 articles, 31 new, 2 not well`, with what the running ones have so far."""
        articles = self.articles + sum(signs.done for signs in self.running.values())
        new = self.new + sum(signs.new for signs in self.running.values())
        words = f"{self.done}/{self.total} sites, {articles:,} articles, {new:,} new"
        return f"{words}, {self.not_well} not well" if self.not_well else words

    def share(self) -> float:
        """How much of the work is done, from 0 to 1: all sites count alike, a running one by its articles."""
        parts = (signs.done / signs.expected * _NEARLY for signs in self.running.values() if signs.expected)
        return (self.done + sum(parts)) / self.total if self.total else 1.0

    def left(self, seconds: float) -> str:
        """`about 4 min left`, where `seconds` have passed; empty while nobody can tell."""
        share = self.share()
        if seconds < _SECONDS_TO_JUDGE or share < _SHARE_TO_JUDGE:
            return ""
        left = seconds * (1 - share) / share
        if left >= 5400:  # from an hour and a half on, minutes are too exact
            return f"about {left / 3600:.0f} h left"
        return f"about {left / 60:.0f} min left" if left >= 90 else f"about {left:.0f} s left"

    def running_in_words(self, width: int) -> str:
        """The sites that run, those nearest to their end first, as many as fit into a line of that width."""
        shares = {name: signs.done / signs.expected if signs.expected else 0.0 for name, signs in self.running.items()}
        names = sorted(self.running, key=lambda name: -shares[name])
        line = ""
        for place, name in enumerate(names):
            signs = self.running[name]
            word = f"{name} {signs.done}/{signs.expected}" if signs.expected else name
            more = len(names) - place - 1
            rest = f" and {more} more" if more else ""
            if line and len(line) + len(word) + len(rest) + 2 > width:
                return f"{line} and {len(names) - place} more"
            line = f"{line}, {word}" if line else word
        return line


class Bar:
    """One bar for all on a terminal, and the running sites under it; what is not well is said above it at once."""

    def __init__(self, console: Console, total: int) -> None:
        self.console, self.tally = console, Tally(total)
        self.began_at = time.monotonic()
        self.stopped = False

    def __rich__(self) -> RenderableType:
        line = Table.grid(padding=(0, 1))
        left = "ending in order; once more to kill" if self.stopped else self.tally.left(self._seconds())
        line.add_row(
            ProgressBar(total=1.0, completed=self.tally.share(), width=24), Text(self.tally.in_words()), Text(left)
        )
        return Group(line, Text(self.tally.running_in_words(self.console.width - 1), style="dim", no_wrap=True))

    def _seconds(self) -> float:
        return time.monotonic() - self.began_at

    def began(self, site: Site) -> None:
        self.tally.began(site)

    def alive(self, site: Site, signs: Alive) -> None:
        self.tally.alive(site, signs)

    def logged(self, record: Logged) -> None:
        self.console.print(Text(record.text, style="red" if record.level >= logging.ERROR else ""))

    def ended(self, result: Result) -> None:
        self.tally.ended(result)
        if result.verdict.exit_status != GOOD:
            self.console.print(Text(in_a_line(result)))

    def stopping(self, running: int) -> None:
        self.stopped = True


class Lines:
    """A line for each site that has ended, on standard error: few enough for a log or a mail."""

    def __init__(self, total: int) -> None:
        self.total, self.done = total, 0

    def began(self, site: Site) -> None:
        return None

    def alive(self, site: Site, signs: Alive) -> None:
        return None

    def logged(self, record: Logged) -> None:
        _say(record.text)

    def ended(self, result: Result) -> None:
        self.done += 1
        _say(f"{self.done}/{self.total} {in_a_line(result)}")

    def stopping(self, running: int) -> None:
        _say(f"stopping: {running} sites end in order; once more to kill them")


def in_a_line(result: Result) -> str:
    """How a site's crawl went: `x.go.id: 3 new, 1 edited (34 s)`, or `x.go.id: crashed: why`."""
    verdict, run = result.verdict, result.run or {}
    if verdict.exit_status != GOOD:
        return f"{result.site.id}: {in_words(verdict)}"
    counts = [f"{run.get('new') or 0} new", *(f"{run[name]} {name}" for name in ("edited", "gone") if run.get(name))]
    took = f" ({result.seconds:.0f} s)" if result.seconds is not None else ""
    return f"{result.site.id}: {', '.join(counts)}{took}"


def in_words(verdict: Verdict) -> str:
    """`crashed: why`, `finished`. Where the reason begins with the same word, or a better one, that stands alone."""
    reason = without_controls(verdict.reason or "")
    told = reason.startswith(f"{verdict.status}: ") or why_shut_out(verdict) is not None
    return reason if told else f"{verdict.status}: {reason}".removesuffix(": ")


def why_shut_out(verdict: Verdict) -> str | None:
    """`blocked`, `unreachable` or `moved-site`, with which the reason of a site begins that let nobody in."""
    name, found, _ = (verdict.reason or "").partition(": ")
    return name if verdict.exit_status == UNREACHABLE and found and name in NOBODY_IN else None


def _say(line: str) -> None:
    if sys.stderr is not None:  # a process may be started with it closed
        with unbroken():
            print(line, file=sys.stderr, flush=True)


@contextlib.contextmanager
def overseeing(total: int, *, verbose: bool = False) -> Iterator[Bar | Lines]:
    """A display for the crawls of so many sites. Writes to standard error only."""
    console = Console(file=standard_error())
    with logging_to(console, verbose=verbose):
        if not console.is_terminal:
            yield Lines(total)
            return
        bar = Bar(console, total)
        with Live(bar, console=console, transient=True, refresh_per_second=4):
            yield bar
