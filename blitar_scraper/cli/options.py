"""Options that several commands share."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

import click

from blitar_scraper.addresses import clean_url, same_site
from blitar_scraper.archive import Archive, ArchiveMissing, OlderSchema
from blitar_scraper.crawling.probing import spellings
from blitar_scraper.crawling.runner import shipped_spiders
from blitar_scraper.items import Site
from blitar_scraper.spiders.pace import SHORTEST_PAUSE, is_loopback

DEFAULT_ARCHIVE = Path("data/blitar.db")

archive_option = click.option(
    "--archive",
    type=click.Path(dir_okay=False, path_type=Path),
    default=DEFAULT_ARCHIVE,
    show_default=True,
    help="The archive's SQLite file.",
)


def address_argument(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """A web address, with or without its scheme."""
    if not spellings(value):
        raise click.ClickException(f"{value}: not a web address")
    return value


def check_delay(delay: float | None, urls: Iterable[str]) -> None:
    """Raises click.ClickException where a pause is too short for sites that are not on loopback."""
    for url in urls:
        if delay is not None and delay < SHORTEST_PAUSE and not is_loopback(url):
            raise click.ClickException(f"--delay {delay:g}: at least 1 second between requests to {url}")


def known_sites(archive: Path | None = None) -> dict[str, Site]:
    """The sites that are shipped and those of the archive (where the file exists), by id."""
    sites = {name: spider.site for name, spider in shipped_spiders().items()}
    if archive is None or not archive.exists():
        return sites
    try:
        opened = Archive(archive, readonly=True)
    except ArchiveMissing:  # an empty file: a crawl was killed before it began
        return sites
    except OlderSchema:  # opened for writing it is brought up to date
        opened = Archive(archive)
    with opened:
        return {**{site.id: site for site in opened.sites()}, **sites}


def find_site(name: str, archive: Path | None = None) -> Site:
    """The site of that id. Raises click.ClickException with the nearest names where there is none."""
    sites = known_sites(archive)
    if name in sites:
        return sites[name]
    if clean_url(name):
        for site in sites.values():
            if same_site(name, site.home_url):
                return site
    near = difflib.get_close_matches(name, sites, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"known are: {', '.join(sorted(sites))}"
    raise click.ClickException(f"unknown site '{name}'; {hint}")
