"""What a crawl says when it is over."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from rich.table import Table

from blitar_scraper.cli.tables import print_table
from blitar_scraper.crawling.health import GOOD
from blitar_scraper.crawling.runner import Result


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
    return None if verdict.exit_status == GOOD else f"blitar: {result.site.id}: {verdict.status}: {verdict.reason}"


def run_record(result: Result) -> dict[str, Any]:
    """A run as one JSON object: its row of `runs`, and how it ended."""
    record = {"site": result.site.id, **(result.run or {}), "reason": result.verdict.reason}
    record["stats"] = json.loads(record.get("stats") or "{}")
    record["status"], record["exit_status"] = result.verdict.status, result.verdict.exit_status
    return record


def print_summary(results: Sequence[Result]) -> None:
    """The runs of many sites as a table, and what came of all of them."""
    table = Table(box=None, pad_edge=False)
    names = ("new", "edited", "gone", "requests")
    table.add_column("site", overflow="fold")
    for name in names:
        table.add_column(name, justify="right")
    table.add_column("status")
    for result in results:
        run = result.run or {}
        table.add_row(result.site.id, *(str(run.get(name, "")) for name in names), result.verdict.status)
    print_table(table)
    good = sum(result.verdict.exit_status == GOOD for result in results)
    total = {name: sum((result.run or {}).get(name) or 0 for result in results) for name in names}
    click.echo(
        f"{good} of {len(results)} sites well; {total['new']} new, {total['edited']} edited, {total['gone']} gone"
    )


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
    seconds = round((finished - started).total_seconds())
    hours, minutes = seconds // 3600, seconds // 60 % 60
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {seconds % 60} s" if minutes else f"{seconds} s"
