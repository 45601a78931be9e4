"""`blitar new-site`."""

from __future__ import annotations

from pathlib import Path

import click

from blitar_scraper.cli.options import address_argument, check_delay, contact_option, delay_option
from blitar_scraper.cli.probe_report import why
from blitar_scraper.cli.run_report import contact_hint
from blitar_scraper.crawling.health import GOOD, INTERRUPTED
from blitar_scraper.crawling.progress import watching
from blitar_scraper.crawling.sites.facts import FactError, facts
from blitar_scraper.crawling.sites.probing import exit_status, spellings
from blitar_scraper.crawling.sites.probing import probe as run_probe
from blitar_scraper.crawling.sites.site_file import Place, SiteExists, is_checkout, short_id, write_site
from blitar_scraper.items import Site
from blitar_scraper.spiders.pace import is_loopback


@click.command("new-site", epilog="Example: blitar new-site https://dinkes.example.go.id/ --into my-site")
@click.argument("url", callback=address_argument)
@click.option("--id", "site_id", metavar="ID", help="The site's id; blitarkota for www.blitarkota.go.id, if not given.")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where to write, unless this is a checkout of the program.",
)
@delay_option
@contact_option
@click.option("--verbose", is_flag=True, help="Show Scrapy's log.")
def new_site(
    url: str, site_id: str | None, into: Path | None, delay: float | None, contact: str | None, verbose: bool
) -> int:
    """Write a site file and its test pages by what a probe finds, to contribute them. Nothing is overwritten.

    No site needs a file to be crawled (blitar add): one is for sites that everybody should have, and whose reading
    tests should hold.
    """
    root = into or Path()
    if into is None and not is_checkout(root):
        raise click.ClickException("this is no checkout of the program: say with --into DIR where to write")
    address = spellings(url)[0]
    try:
        site_id = facts({"id": site_id or short_id(address)}).id
        assert site_id is not None
        place = Place(root, site_id)
        place.check()
    except (FactError, SiteExists) as error:
        raise click.ClickException(str(error)) from None
    check_delay(delay, [address])
    if not contact and not is_loopback(address):
        click.echo(contact_hint(), err=True)
    with watching(verbose=verbose) as watch:
        found = run_probe(url, delay=delay, contact=contact, watch=watch)
    if found is None:
        return INTERRUPTED
    if (status := exit_status(found)) != GOOD:
        click.echo(f"blitar: {why(found)}; nothing was written", err=True)
        return status
    for path in write_site(place, found):
        click.echo(f"wrote {path}")
    for line in _what_is_next(place, found.site):
        click.echo(line)
    return GOOD


def _what_is_next(place: Place, site: Site) -> list[str]:
    names = ("level", "region_code", "province", "timezone")
    open_facts = [name for name in names if getattr(site, name) is None]
    steps = [
        f"compare {place.fixture / 'expected.json'} line by line with the page in a browser",
        f"check the name and the addresses in {place.site_file}",
    ]
    if open_facts:
        steps.append(f"fill in there what the host name does not say: {', '.join(open_facts)}")
    steps += [
        f'say "reviewed": true in {place.fixture / "fixture.json"}',
        "python docs/sites.py && make check test, and send a pull request (CONTRIBUTING.md)",
    ]
    return ["", "Next:", *(f"  {number}. {step}" for number, step in enumerate(steps, 1))]
