"""`blitar status`."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import RenderableType

from blitar_scraper.archive import Archive
from blitar_scraper.archive.controls import shown, shown_in_json
from blitar_scraper.archive.database import plain_errors
from blitar_scraper.archive.standing import Disk, Standing, disk_of, standings
from blitar_scraper.cli.options import archive_option
from blitar_scraper.cli.printing import print_page
from blitar_scraper.cli.status_page import site_page
from blitar_scraper.cli.status_record import record_of
from blitar_scraper.cli.status_table import StatusTable, sums
from blitar_scraper.crawling.configuration import read_configuration
from blitar_scraper.crawling.health import GOOD, UNHEALTHY
from blitar_scraper.crawling.lock import SiteLock
from blitar_scraper.crawling.unbroken import unbroken


@click.command(epilog="Example: blitar status blitarkota")
@click.argument("sites", nargs=-1, metavar="[SITE...]")
@archive_option
@click.option("--all", "whole", is_flag=True, help="List each site that is well, too, however many they are.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON object.")
def status(sites: tuple[str, ...], archive: Path, whole: bool, as_json: bool) -> int:
    """What needs attention: failed and overdue crawls, quiet sites, falling fill rates, the disk.

    Without SITE, one table of all sites, those that need attention first, with the reason; with SITE, a page about it.
    Nothing is written, so it can be asked while crawls run, and of an archive that may only be read.

    Exit status: 0 where all is well, 3 where something needs attention (for a monitor), 2 for a mistake in the command.
    """
    now, tables = clock(), _tables()
    with Archive(archive, readonly=True) as opened, plain_errors(archive):
        _check(opened, sites, archive)
        found = standings(
            opened.db,
            now,
            partial(SiteLock.is_held, archive),
            sites=tuple(dict.fromkeys(sites)),
            expect={name: said for name, table in tables.items() if isinstance(said := table.get("expect"), dict)},
            retired={name for name, table in tables.items() if table.get("retired") is True},
        )
        disk = disk_of(opened.db, archive, now)
    status = UNHEALTHY if disk.is_short or any(one.needs_attention for one in found) else GOOD
    with unbroken(BrokenPipeError):  # a monitor reads the exit status, and perhaps only the first line
        if as_json:
            record = record_of(found, disk, archive, now)
            click.echo(shown_in_json(json.dumps(record, ensure_ascii=False, indent=2)))
        elif not found:
            click.echo(f"no sites in {archive} yet: blitar add URL, or blitar crawl SITE")
        else:
            print_page(lambda colour: _pages(found, archive, now) if sites else _table(found, disk, now, whole))
    return status


def clock() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def _check(opened: Archive, sites: Sequence[str], archive: Path) -> None:
    """Raises click.ClickException where one of them is no site of the archive."""
    known = [site for (site,) in opened.db.execute("SELECT id FROM sites").fetchall()]
    for site in sites:
        if site not in known:
            near = difflib.get_close_matches(site, known, n=1)
            hint = f"did you mean {near[0]}?" if near else "blitar status lists those that are"
            raise click.ClickException(shown(f"no site '{site}' in {archive}; {hint}"))


def _tables() -> Mapping[str, Mapping[str, Any]]:
    """By site what blitar.toml says of it."""
    tables = read_configuration().get("site", {})
    return {name: table for name, table in tables.items() if isinstance(table, dict)}


def _table(found: Sequence[Standing], disk: Disk, now: datetime, whole: bool) -> Iterator[RenderableType]:
    yield StatusTable(found, now, whole)
    yield ""
    yield from sums(found, disk)


def _pages(found: Sequence[Standing], archive: Path, now: datetime) -> Iterator[RenderableType]:
    for place, one in enumerate(found):
        if place:
            yield ""
        yield from site_page(one, now, is_locked=SiteLock.is_held(archive, one.site))
