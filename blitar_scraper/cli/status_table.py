"""The table of `blitar status`: sites that need attention first, each with the reason in words; then the sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.text import Text

from blitar_scraper.archive.controls import without_controls
from blitar_scraper.archive.standing import Disk, Standing
from blitar_scraper.archive.standing.attention import FAILED, LOOK, NEVER_RUN, OK, OVERDUE, RETIRED, RUNNING
from blitar_scraper.cli.status_words import disk_words, last_run, listed, plural, silent

STYLES = {FAILED: "bold red", OVERDUE: "bold red", LOOK: "yellow", NEVER_RUN: "magenta", RUNNING: "cyan", OK: "green"}
STYLES[RETIRED] = "dim"
_HEADINGS = ("site", "health", "last run", "articles", "new 7 d", "30 d", "silence", "open")
_NUMBERS = frozenset({3, 4, 5, 7})
_GAP = 2
# So many lines fit on a screen; of more sites, those that are well are one line.
_SCREEN = 24
# Of so many sites that only wait to be crawled, each says the same.
_ALIKE = 10
# Names of problems beside a site.
_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class StatusTable:
    """The sites, first those that need attention. `whole`: also a line for each of many sites that are well."""

    sites: Sequence[Standing]
    now: datetime
    whole: bool = False

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        waiting = self._waiting()
        told = [one for one in self.sites if one.needs_attention and one not in waiting]
        well = [one for one in self.sites if not one.needs_attention]
        listed_well = well if self.whole or len(self.sites) <= _SCREEN else []
        shown = [*told, *listed_well]
        if shown:
            yield from self._lines(shown, options.max_width)
        for health in (OVERDUE, NEVER_RUN):
            if alike := [one for one in waiting if one.health == health]:
                yield Text(f"{plural(len(alike), 'site')} {_alike(health)} ", STYLES[health]).append(
                    "(--all lists them)", "not bold dim"
                )
        if well and not listed_well:
            running = sum(one.health == RUNNING for one in well)
            rest = f", {running} of them being crawled" if running else ""
            new = sum(one.new_7 for one in well)
            said = f"{plural(len(well), 'site')} well{rest}: {plural(new, 'new article')} in 7 days "
            yield Text(said, STYLES[OK]).append("(--all lists them)", "dim")

    def _waiting(self) -> list[Standing]:
        """The sites that only wait to be crawled, where they are too many to be told one by one."""
        if self.whole:
            return []
        found = [one for one in self.sites if {reason.name for reason in one.reasons} in ({"overdue"}, {"never-run"})]
        return found if len(found) > _ALIKE else []

    def _lines(self, sites: Sequence[Standing], width: int) -> Iterator[RenderableType]:
        rows = [self._cells(one) for one in sites]
        widths = [max(map(cell_len, column)) for column in zip(_HEADINGS, *rows, strict=True)]
        is_wide = sum(widths) + _GAP * (len(widths) - 1) <= width
        columns = range(len(widths)) if is_wide else range(3)
        if sum(widths[:3]) + _GAP * 2 > width:  # an id longer than the line: it is broken rather than cut
            widths[0] = 0
        yield Text(_row(_HEADINGS, widths, columns), "dim")
        for one, cells in zip(sites, rows, strict=True):
            line = Text(_row(cells, widths, columns))
            start = len(cells[0]) + max(widths[0] - cell_len(cells[0]), 0) + _GAP
            line.stylize(STYLES[one.health], start, start + len(one.health))
            yield line
            yield from (Padding(text, (0, 0, 0, 4), expand=False) for text in _beneath(one, cells, is_wide))

    def _cells(self, one: Standing) -> list[str]:
        return [
            without_controls(one.site),
            one.health,
            without_controls(last_run(one.runs.last, self.now)),
            f"{one.articles:,}",
            f"{one.new_7:,}",
            f"{one.new_30:,}",
            silent(one.silence, self.now),
            f"{sum(problem.count for problem in one.problems):,}",
        ]


def _row(cells: Sequence[str], widths: Sequence[int], columns: Sequence[int]) -> str:
    padded = []
    for place in columns:
        space = " " * max(widths[place] - cell_len(cells[place]), 0)
        padded.append(space + cells[place] if place in _NUMBERS else cells[place] + space)
    return (" " * _GAP).join(padded).rstrip()


def _beneath(one: Standing, cells: Sequence[str], is_wide: bool) -> Iterator[Text]:
    """The reasons, each on a line; what had no room above; and what is open."""
    yield from (Text(without_controls(reason.text)) for reason in one.reasons)
    if not is_wide:
        _, _, _, articles, week, month, silence, number = cells
        yield Text(f"{articles} articles, {week} new in 7 d, {month} in 30 d; silence {silence}; {number} open", "dim")
    if one.problems:
        names = [f"{without_controls(problem.problem)} {problem.count:,}" for problem in one.problems]
        yield Text(f"open: {listed(names, _MOST_NAMES)}", "dim")


def _alike(health: str) -> str:
    return (
        "overdue and nothing else: has the timer stopped?" if health == OVERDUE else "never crawled: blitar crawl --all"
    )


def sums(sites: Sequence[Standing], disk: Disk) -> Iterator[Text]:
    """One line of sums; before it another, where the disk is filling up."""
    if disk.is_short:
        yield Text("The disk is nearly full: make room, or move the archive with its captures.", "bold red")
    attention = sum(one.needs_attention for one in sites)
    well = len(sites) - attention
    head = (
        f"all {plural(well, 'site')} well"
        if not attention and well > 1
        else f"{well} of {plural(len(sites), 'site')} well"
    )
    if attention:
        head += f", {attention:,} need{'s' if attention == 1 else ''} attention"
    articles = plural(sum(one.articles for one in sites), "article")
    yield Text(f"{head}; {articles}; {disk_words(disk)}")
