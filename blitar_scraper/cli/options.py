"""Options that several commands share."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

import click

from blitar_scraper.addresses import clean_url, same_site
from blitar_scraper.crawling.secrets import why_not
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


delay_option = click.option(
    "--delay", type=click.FloatRange(min=0), metavar="S", help="Shortest pause between two requests, seconds."
)
contact_option = click.option(
    "--contact", metavar="TEXT", help="Whom a site's owner may write to: an e-mail or web address."
)
# A site's process takes 36 MB and, asking once in 1.25 s, 2 % of a core (benchmarks/many_sites.py): eight and what they
# share are at home on the cheapest server (a gigabyte, one core), and read the 38 of a province in a few minutes a day.
# More at a time burdens no site more, only the machine, and a server that several sites share: for a person to ask for.
jobs_option = click.option(
    "--jobs", type=click.IntRange(min=1), default=8, show_default=True, metavar="N", help="Sites at a time."
)


def address_argument(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """A web address, with or without its scheme."""
    from blitar_scraper.crawling.sites.probing import spellings  # with Scrapy, for which `blitar status` need not wait

    if (why := why_not(value)) is not None:
        raise click.ClickException(why)
    if not spellings(value):
        raise click.ClickException(f"{value}: not a web address")
    return value


def check_delay(delay: float | None, urls: Iterable[str]) -> None:
    """Raises click.ClickException where a pause is too short for sites that are not on loopback."""
    for url in urls:
        if delay is not None and delay < SHORTEST_PAUSE and not is_loopback(url):
            raise click.ClickException(f"--delay {delay:g}: at least 1 second between requests to {url}")


def find_site(name: str, archive: Path | None = None) -> Site:
    """The site of that id. Raises click.ClickException with the nearest names where there is none."""
    from blitar_scraper.crawling.sites.known import known_sites  # with Scrapy, for which `blitar status` need not wait

    sites = known_sites(archive)
    if name in sites:
        return sites[name]
    if (why := why_not(name)) is not None:
        raise click.ClickException(why)
    if clean_url(name):
        for site in sites.values():
            if same_site(name, site.home_url):
                return site
        raise click.ClickException(
            f"{name} is no site of this archive yet; blitar crawl --url {name} adds and crawls it"
        )
    near = difflib.get_close_matches(name, sites, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "blitar sites lists them"
    where = f" ({archive} does not exist)" if archive is not None and not archive.exists() else ""
    raise click.ClickException(f"unknown site '{name}'{where}; {hint}")
