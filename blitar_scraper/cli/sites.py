"""`blitar sites`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.table import Table
from rich.text import Text

from blitar_scraper.archive import Archive
from blitar_scraper.archive.controls import shown_in_json, without_controls
from blitar_scraper.archive.standing import standings
from blitar_scraper.cli.options import archive_option
from blitar_scraper.cli.tables import fits, print_table
from blitar_scraper.crawling.lock import SiteLock
from blitar_scraper.crawling.sites.known import archived_sites, known_sites
from blitar_scraper.items import Site

_COLUMNS = ("site", "name", "level", "region", "time zone", "system", "verified live", "articles", "last run")
_FACTS = ("site", "name", "level", "region_code", "timezone", "system")


@click.command(epilog="Example: blitar sites --json")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print each site as a JSON object.")
def sites(archive: Path, as_json: bool) -> int:
    """The archive's sites and those shipped, with their last run and how they are (blitar status says why).

    None of the shipped sites has been verified on its live site yet.
    """
    here = archived_sites(archive)
    runs = _runs(archive) if here else {}
    rows = [
        _row(site, runs.get(name, {}), in_archive=name in here) for name, site in sorted(known_sites(archive).items())
    ]
    if as_json:
        for row in rows:
            click.echo(shown_in_json(json.dumps(row, ensure_ascii=False)))
        return 0
    table = _table(rows)
    print_table(table if fits(table) else _narrow_table(rows))
    verified = sum(row["verified_at"] is not None for row in rows)
    click.echo(
        f"{len(here)} of {len(rows)} sites are in {archive}; "
        + (f"{verified} verified on the live site" if verified else "none was ever verified on its live site")
    )
    return 0


def _table(rows: list[dict[str, Any]]) -> Table:
    """A line a site."""
    table = Table(box=None, pad_edge=False)
    for heading in _COLUMNS:
        table.add_column(heading, justify="right" if heading == "articles" else "left", overflow="fold")
    for row in rows:
        values = [*(row[name] for name in _FACTS), row["verified_at"] or "no"]
        said = (*(str(value or "") for value in values), str(row["articles"]), _last_run(row))
        table.add_row(*(Text(without_controls(value)) for value in said))
    return table


def _narrow_table(rows: list[dict[str, Any]]) -> Table:
    """Beside each id its name and, on the lines below, the rest: nine columns do not fit into 80 characters."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold", overflow="fold")
    table.add_column(overflow="fold")
    for row in rows:
        facts = [str(row[name]) for name in _FACTS[2:] if row[name]]
        facts.append(f"verified live {row['verified_at']}" if row["verified_at"] else "not verified live")
        kept = f"\n{row['articles']:,} articles, last run {_last_run(row)}" if row["in_archive"] else ""
        beside = Text(without_controls(row["name"])).append(f"\n{without_controls(', '.join(facts))}{kept}", "dim")
        table.add_row(Text(without_controls(row["site"])), beside)
    return table


def _last_run(row: dict[str, Any]) -> str:
    """`2026-03-10T03:25:26Z finished, ok`."""
    return f"{row['last_run_at']} {row['last_status']}, {row['health']}" if row["last_run_at"] else "never"


def _row(site: Site, run: dict[str, Any], *, in_archive: bool) -> dict[str, Any]:
    return {
        "site": site.id,
        "name": site.name,
        "level": site.level,
        "region_code": site.region_code,
        "province": site.province,
        "timezone": site.timezone,
        "system": site.system,
        "home_url": site.home_url,
        "in_archive": in_archive,
        "verified_at": None,
        "articles": 0,
        "last_run_at": None,
        "last_status": None,
        "health": None,
        **run,
    }


def _runs(archive: Path) -> dict[str, dict[str, Any]]:
    """By site: whether it was verified, its articles, its last run and how it is."""
    with Archive(archive, readonly=True) as opened:
        sites = opened.db.query("SELECT id, home_url, verified_at FROM sites")
        found = {row.pop("id"): row for row in map(dict, sites)}
        for one in standings(opened.db, datetime.now(UTC), partial(SiteLock.is_held, archive)):
            last = one.runs.last
            found[one.site] |= {
                "articles": one.articles,
                "last_run_at": None if last is None else last.started_at,
                "last_status": None if last is None else last.status,
                "health": one.health,
            }
    return found
