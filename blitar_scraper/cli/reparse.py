"""`blitar reparse`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from blitar_scraper.addresses import same_site
from blitar_scraper.archive.captures import folder_of
from blitar_scraper.cli.counting import counting
from blitar_scraper.cli.options import archive_option
from blitar_scraper.cli.reparse_report import record_of, report_lines
from blitar_scraper.crawling.health import BUSY, CRASHED, GOOD, INTERRUPTED, UNHEALTHY, worst
from blitar_scraper.crawling.offline.reparse import Reparsed
from blitar_scraper.crawling.offline.reparse import reparse as read_again
from blitar_scraper.crawling.sites.known import archived_sites, known_sites


@click.command(
    epilog="Example: blitar reparse blitarkota --dry-run. Exit status: 0 good, 1 the program failed on a page, 2 a"
    " mistake in the command, 3 captures are missing or damaged (blitar verify names them), 5 a site is being crawled."
)
@click.argument("sites", nargs=-1, metavar="[SITE...]")
@archive_option
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes that read; one for each core.")
@click.option("--json", "as_json", is_flag=True, help="Print each site's result as a JSON object.")
def reparse(sites: tuple[str, ...], archive: Path, dry_run: bool, jobs: int | None, as_json: bool) -> int:
    """Read every capture again with today's extraction, and bring the archive up to it. No network.

    A value that reads otherwise now makes a version superseded by `reparsed`, never an edit of the government's;
    damaged values are restored; rows that were lost, and even the whole SQLite file, are made again from the WARC
    files. Stop it whenever you like: the next one goes on where it was.
    """
    if not archive.exists() and not folder_of(archive).is_dir():
        raise click.ClickException(f"{archive}: no such archive, and no captures in {folder_of(archive)}")
    if dry_run and not archive.exists():
        raise click.ClickException(f"{archive}: no such archive to compare with; without --dry-run it is made anew")
    here = archived_sites(archive)
    captured = {path.name for path in folder_of(archive).glob("*") if path.is_dir()}
    if unknown := [name for name in sites if name not in here and name not in captured]:
        raise click.ClickException(f"no site '{unknown[0]}' in {archive}; blitar sites lists them")
    # A shipped site of the same id may be another one: the demonstration's stands in for Kota Blitar.
    known = {
        name: site
        for name, site in known_sites(archive).items()
        if name in here and same_site(site.home_url, here[name].home_url)
    }
    try:
        with counting("captures") as progress:
            results = read_again(
                archive, sites or None, sites=known, dry_run=dry_run, processes=jobs, progress=progress
            )
    except KeyboardInterrupt:
        click.echo("stopped; run the same command again to go on where it was", err=True)
        return INTERRUPTED
    if dry_run and not as_json:
        click.echo("Nothing was changed. This is what would be:")
    for result in results:
        if as_json:
            click.echo(json.dumps(record_of(result), ensure_ascii=False))
            continue
        for line in report_lines(result):
            click.echo(line)
    if not results and not as_json:
        click.echo(f"no captures in {folder_of(archive)} yet")
    return worst([_exit_status(result) for result in results])


def _exit_status(result: Reparsed) -> int:
    if result.refused is not None:
        return BUSY
    if result.reader_errors:
        return CRASHED
    return UNHEALTHY if result.unreadable else GOOD
