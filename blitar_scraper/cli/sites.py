"""`blitar sites`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from blitar_scraper.archive import Archive
from blitar_scraper.cli.options import archive_option
from blitar_scraper.crawling.known import known_sites
from blitar_scraper.crawling.lock import SiteBusy, SiteLock
from blitar_scraper.items import Site


@click.command(epilog="Example: blitar sites --json")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print each site as a JSON object.")
def sites(archive: Path, as_json: bool) -> int:
    """The archive's sites and those shipped, with their last run.

    None of the shipped sites has been verified on its live site yet.
    """
    rows = [_row(site, archive) for _, site in sorted(known_sites(archive).items())]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return 0
    table = Table(box=None, pad_edge=False)
    for heading in ("site", "name", "level", "region", "time zone", "verified live", "articles", "last run"):
        table.add_column(heading, justify="right" if heading == "articles" else "left")
    for row in rows:
        last = f"{row['last_run_at']} {row['last_status']}" if row["last_run_at"] else "never"
        values = (
            row["site"],
            row["name"],
            row["level"],
            row["region_code"],
            row["timezone"],
            row["verified_at"] or "no",
        )
        table.add_row(*(str(value or "") for value in values), str(row["articles"]), last)
    console = Console()
    # Into a file or pipe nothing is cut to a terminal's width.
    (console if console.is_terminal else Console(width=160)).print(table)
    return 0


def _row(site: Site, archive: Path) -> dict[str, Any]:
    row: dict[str, Any] = {
        "site": site.id, "name": site.name, "level": site.level, "region_code": site.region_code,
        "timezone": site.timezone, "home_url": site.home_url, "verified_at": None, "articles": 0,
        "last_run_at": None, "last_status": None,
    }  # fmt: skip
    if archive.exists():
        with Archive(archive, readonly=True) as opened:
            for found in opened.db.query(
                """SELECT s.home_url, s.verified_at, (SELECT count(*) FROM articles WHERE site = s.id) AS articles,
                          r.started_at AS last_run_at, r.status AS last_status
                   FROM sites s LEFT JOIN runs r ON r.id = (SELECT max(id) FROM runs WHERE site = s.id)
                   WHERE s.id = ?""",
                [site.id],
            ):
                row.update(found)
        if row["last_status"] == "running" and not _is_running(archive, site.id):
            row["last_status"] = "killed"  # the next crawl goes on where it was
    return row


def _is_running(archive: Path, site_id: str) -> bool:
    try:
        SiteLock(archive, site_id).release()
    except SiteBusy:
        return True
    return False
