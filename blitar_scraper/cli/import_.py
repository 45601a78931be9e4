"""`blitar import`."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from blitar_scraper.addresses import same_site
from blitar_scraper.archive.controls import shown
from blitar_scraper.cli.counting import counting
from blitar_scraper.cli.options import archive_option, find_site
from blitar_scraper.crawling.health import BUSY, GOOD, USAGE, worst
from blitar_scraper.crawling.offline.importing import Import, SiteImport, import_files
from blitar_scraper.crawling.sites.known import archived_sites, known_sites
from blitar_scraper.items import Site

_MOST_HOSTS = 3  # named of those that are no site's


@click.command(
    "import",
    epilog="Example: blitar import wayback-2019.warc.gz --dry-run. Exit status: 0 good, 2 a mistake in the command or a"
    " file that is no WARC, 5 a site is being crawled.",
)
@click.argument("warc", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--site", "site_id", metavar="SITE", help="Take this site's pages only; a shipped one is added.")
@archive_option
@click.option("--dry-run", is_flag=True, help="Show what would come of it, and store nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as a JSON object.")
def import_(warc: tuple[Path, ...], site_id: str | None, archive: Path, dry_run: bool, as_json: bool) -> int:
    """Take in captures made by others: Wayback Machine, Common Crawl, wget, browsertrix; WARC 1.0 and 1.1.

    Pages of this archive's sites become articles, seen when the record says: those that no longer exist, and earlier
    versions of those that do. The records are copied into the archive's own WARC files; the files given are not needed
    any more. Importing a file again adds nothing.
    """
    files = list(dict.fromkeys(warc))
    if missing := [path for path in files if not path.is_file()]:
        raise click.ClickException(f"{missing[0]}: no such file")
    sites = _sites(archive, site_id)
    with counting("bytes or pages") as progress:
        result = import_files(archive, files, sites, dry_run=dry_run, progress=progress)
    for source in result.sources:
        if source.refused:
            click.echo(f"blitar: {shown(str(source.path))}: {source.refused}", err=True)
    if as_json:
        click.echo(json.dumps(_record(result), ensure_ascii=False))
    else:
        for line in _lines(result, dry_run):
            click.echo(line)
    if not result.sites and any(source.refused is None for source in result.sources):
        raise click.ClickException(_nothing_here(result, archive))
    statuses = [BUSY if told.refused else GOOD for told in result.sites.values()]
    return worst([*statuses, *(USAGE for source in result.sources if source.refused)])


def _sites(archive: Path, site_id: str | None) -> list[Site]:
    """The sites whose pages are taken, as they are known today."""
    if site_id is not None:
        return [find_site(site_id, archive)]
    here = archived_sites(archive)
    if not here:
        raise click.ClickException(f"no sites in {archive} yet: blitar add URL adds one, --site SITE a shipped one")
    # A shipped site of the same id may be another one: the demonstration's stands in for Kota Blitar.
    known = known_sites(archive)
    return [
        known[name] if name in known and same_site(known[name].home_url, site.home_url) else site
        for name, site in here.items()
    ]


def _nothing_here(result: Import, archive: Path) -> str:
    if not result.elsewhere:
        return "no pages of any site in it"
    hosts = ", ".join(f"{shown(host)} ({number:,})" for host, number in result.elsewhere.most_common(_MOST_HOSTS))
    return (
        f"nothing of the sites in {archive}; the pages are of {hosts}. blitar add URL makes a site part of the archive"
    )


def _record(result: Import) -> dict[str, Any]:
    """The result as a JSON object."""
    return {
        "records": result.records,
        "files": [{**dataclasses.asdict(source), "path": str(source.path)} for source in result.sources],
        "sites": [dataclasses.asdict(told) for told in result.sites.values()],
        "elsewhere": dict(result.elsewhere.most_common()),
    }


def _lines(result: Import, dry_run: bool) -> Iterator[str]:
    """The result for a person."""
    if dry_run:
        yield "Nothing is stored. This is what would be:"
    good = [source for source in result.sources if source.refused is None]
    if good:
        yield f"{_count(len(good), 'file')}, {_count(result.records, 'record')} of all types"
    for source in good:
        if source.damage:
            yield f"  {shown(source.path.name)} is damaged; what is whole was taken: {source.damage}"
    for told in result.sites.values():
        yield from _site_lines(told)
    if result.elsewhere:
        number, hosts = sum(result.elsewhere.values()), len(result.elsewhere)
        yield f"left: {_count(number, 'page')} of {_count(hosts, 'other host')}"


def _site_lines(told: SiteImport) -> Iterator[str]:
    if told.refused is not None:
        yield f"{told.site_id}: {told.refused}"
        return
    span = f", captured {told.first} to {told.last}" if told.first else ""
    again = f" ({told.known:,} more are here already)" if told.known else ""
    yield f"{told.site_id}: {_count(told.taken, 'capture')} taken{again}{span}"
    for why, number in told.left.most_common():
        yield f"  left: {number:,}, {why}"
    if not told.articles + told.listings + told.absences + told.kept:
        return
    yield (
        f"  of {told.articles:,} articles, {told.listings:,} listings, {told.absences:,} articles that were gone;"
        f" {told.kept:,} say nothing of articles and are only kept"
    )
    yield (
        f"  {_count(told.new, 'new article')}, {_count(told.versions, 'version')} of known ones told anew,"
        f" {_count(told.observations, 'observation')}"
    )


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")
