"""What a crawl says when it is over."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from rich.table import Table
from rich.text import Text

from blitar_scraper.cli.tables import print_table
from blitar_scraper.crawling.health import BUSY, CRASHED, GOOD, INTERRUPTED, UNHEALTHY, UNREACHABLE, USAGE
from blitar_scraper.crawling.many.overview import in_words, why_shut_out
from blitar_scraper.crawling.runner import Result

# As many rows as fit on a screen or two; of more that went well, or were stopped, nobody reads each.
_MOST_ALIKE = 60
# The columns of `runs` that stand in the summary, and are summed up.
_SUMMED = ("new", "edited", "gone", "requests")
# What an exit status means, in the summary's last line: the worst first.
_KINDS = {
    INTERRUPTED: "stopped",
    CRASHED: "crashed",
    USAGE: "refused",
    UNREACHABLE: "unreachable",
    UNHEALTHY: "unhealthy",
    BUSY: "busy",
}


def contact_hint() -> str:
    """How to say whom a site's owner may write to."""
    return (
        "No contact in the user agent, so a site's owner cannot reach you. Set it once:"
        ' contact = "you@example.org" in blitar.toml (or BLITAR_CONTACT, or --contact).'
    )


def run_lines(result: Result, archive: Path) -> Iterator[str]:
    """A run in two lines, what came of it and what it cost; a third if looks wait. None where nothing came of it."""
    run = result.run
    if run is not None and (result.verdict.exit_status == GOOD or run["listed"]):
        yield f"{result.site.name}: {counts(run)}"
        yield f"  {run['requests']} requests, {size(run['bytes'] or 0)}, {duration(run)}, into {archive}"
        if result.verdict.exit_status == GOOD and result.verdict.reason:
            yield f"  {result.verdict.reason}"


def complaint(result: Result) -> str | None:
    """Why a run was not good, in one line; None where it was."""
    verdict = result.verdict
    return None if verdict.exit_status == GOOD else f"blitar: {result.site.id}: {in_words(verdict)}"


def run_record(result: Result) -> dict[str, Any]:
    """A run as one JSON object: its row of `runs`, and how it ended."""
    record = {"site": result.site.id, **(result.run or {}), "reason": result.verdict.reason}
    record["stats"] = json.loads(record.get("stats") or "{}")
    record["status"], record["exit_status"] = result.verdict.status, result.verdict.exit_status
    return record


def print_summary(results: Sequence[Result]) -> None:
    """The crawls of many sites as a table, the worst first, and what came of all of them.

    Where very many went well, or were stopped, they are one row: a person looks for those that did not.
    """
    ordered = sorted(results, key=lambda result: _worst_first(result.verdict.exit_status))
    of = {one: [result for result in ordered if result.verdict.exit_status == one] for one in (INTERRUPTED, GOOD)}
    folded = {exit_status: group for exit_status, group in of.items() if len(group) > _MOST_ALIKE}
    table = Table(box=None, pad_edge=False)
    table.add_column("site", overflow="fold")
    for name in (*_SUMMED, "time"):
        table.add_column(name, justify="right")
    table.add_column("how it went", overflow="fold")
    for result in ordered:
        if result.verdict.exit_status not in folded:
            took = "" if result.seconds is None else lasted(result.seconds)
            numbers = (str((result.run or {}).get(name, "")) for name in _SUMMED)
            table.add_row(result.site.id, *numbers, took, Text(in_words(result.verdict)))
    for exit_status, group in folded.items():
        longest = max(result.seconds or 0.0 for result in group)
        sums = (str(total(group, name)) for name in _SUMMED)
        how = "well" if exit_status == GOOD else _KINDS[exit_status]
        table.add_row(f"{len(group)} others", *sums, f"<= {lasted(longest)}", how)
    print_table(table)
    click.echo(_in_all(results))


def _worst_first(exit_status: int) -> int:
    return [*_KINDS, GOOD].index(exit_status)


def _in_all(results: Sequence[Result]) -> str:
    """`530 of 550 sites well (2 crashed, 18 unreachable); 120 new, 3 edited, 1 gone; 5,310 requests`."""
    numbers = Counter(result.verdict.exit_status for result in results)
    words: dict[str, int] = {}
    for exit_status, kind in _KINDS.items():
        for verdict in (result.verdict for result in results if result.verdict.exit_status == exit_status):
            word = why_shut_out(verdict) or kind
            words[word] = words.get(word, 0) + 1
    bad = [f"{number} {word}" for word, number in words.items()]
    kinds = f" ({', '.join(bad)})" if bad else ""
    sums = ", ".join(f"{total(results, name):,} {name}" for name in ("new", "edited", "gone"))
    return f"{numbers[GOOD]} of {len(results)} sites well{kinds}; {sums}; {total(results, 'requests'):,} requests"


def total(results: Iterable[Result], name: str) -> int:
    """The sum of a column of `runs`."""
    return sum((result.run or {}).get(name) or 0 for result in results)


def counts(run: dict[str, int]) -> str:
    """`12 new, 2 edited, 30 unchanged, 1 gone`; what is zero is left out, but for the new."""
    words = [f"{run['new']} new"]
    words += [f"{run[name]} {name}" for name in ("edited", "unchanged", "gone") if run[name]]
    if run["errors"]:
        words.append(f"{run['errors']} could not be read (see the table problems)")
    return ", ".join(words)


def size(number: int) -> str:
    """Bytes for a person: `3.2 MB`."""
    return f"{number / 1_000_000:.1f} MB" if number >= 100_000 else f"{number / 1000:.0f} kB"


def duration(run: dict[str, str]) -> str:
    """How long a run took: `2 min 5 s`."""
    started, finished = (datetime.fromisoformat(run[name]) for name in ("started_at", "finished_at"))
    return lasted((finished - started).total_seconds())


def lasted(exactly: float) -> str:
    """Seconds for a person: `2 min 5 s`."""
    seconds = round(exactly)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {seconds % 60} s" if minutes else f"{seconds} s"
