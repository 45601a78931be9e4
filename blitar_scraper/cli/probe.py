"""`blitar probe`."""

from __future__ import annotations

import json
import sys

import click
from rich.console import Console

from blitar_scraper.cli.options import address_argument, check_delay, contact_option, delay_option
from blitar_scraper.cli.probe_report import as_record, print_report, why
from blitar_scraper.cli.run_report import contact_hint
from blitar_scraper.crawling.health import GOOD, INTERRUPTED
from blitar_scraper.crawling.progress import watching
from blitar_scraper.crawling.sites.probing import exit_status, spellings
from blitar_scraper.crawling.sites.probing import probe as run_probe
from blitar_scraper.spiders.pace import is_loopback


@click.command(epilog="Example: blitar probe https://www.blitarkota.go.id/")
@click.argument("url", callback=address_argument)
@delay_option
@contact_option
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON object.")
@click.option("--verbose", is_flag=True, help="Show Scrapy's log.")
def probe(url: str, delay: float | None, contact: str | None, as_json: bool, verbose: bool) -> int:
    """Look at a site of which only the address is known: what would be read from it, and how. Stores nothing.

    About ten requests, with the pauses and the rules of a crawl. Exit status: 0 articles were read, 3 it answers but
    has no news that can be read, 4 unreachable, blocked, closed or moved.
    """
    check_delay(delay, spellings(url))
    if not contact and not is_loopback(spellings(url)[0]):
        click.echo(contact_hint(), err=True)
    if sys.stderr.isatty():
        click.echo("About ten pages, with a pause between two; a moment ...", err=True)
    with watching(verbose=verbose) as watch:
        found = run_probe(url, delay=delay, contact=contact, watch=watch)
    if found is None:
        return INTERRUPTED
    status = exit_status(found)
    if as_json:
        click.echo(json.dumps(as_record(found), ensure_ascii=False))
    elif found.final_url:
        print_report(found, Console(highlight=False, soft_wrap=False))
    if status != GOOD:
        click.echo(f"blitar: {why(found)}", err=True)
    return status
