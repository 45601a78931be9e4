"""`blitar add`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from blitar_scraper.cli.options import archive_option, check_delay, contact_option, delay_option, jobs_option
from blitar_scraper.cli.probe_report import as_record, why
from blitar_scraper.cli.run_report import contact_hint
from blitar_scraper.crawling.health import GOOD, INTERRUPTED, worst
from blitar_scraper.crawling.process import run
from blitar_scraper.crawling.progress import watching
from blitar_scraper.crawling.runner import prepare
from blitar_scraper.crawling.secrets import why_not
from blitar_scraper.crawling.sites.adding import Added, Adding, AddingError, adding, known_by
from blitar_scraper.crawling.sites.facts import FactError, Facts, facts
from blitar_scraper.crawling.sites.known import archived_sites, known_sites
from blitar_scraper.crawling.sites.probing import exit_status, spellings
from blitar_scraper.crawling.sites.site_list import SiteListError, read_site_list
from blitar_scraper.items import Site
from blitar_scraper.spiders.pace import is_loopback


@click.command(epilog="Example: blitar add sites.csv   (columns: url, id, name, level, region_code, timezone)")
@click.argument("what", metavar="URL|SITE|FILE.csv")
@archive_option
@click.option("--id", "site_id", metavar="ID", help="The site's id; its host name, if not given.")
@click.option("--name", metavar="TEXT", help="Whose site it is.")
@click.option("--level", metavar="LEVEL", help="provinsi, kabupaten, kota, opd, kecamatan, kelurahan or desa.")
@click.option("--region-code", metavar="CODE", help="Kemendagri's code of its region: 35.72")
@click.option("--timezone", metavar="ZONE", help="Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT)")
@click.option("--no-probe", is_flag=True, help="Ask the site nothing: its first crawl looks where its articles are.")
@click.option("--probe-again", is_flag=True, help="Look anew where its articles are, and forget what was known of it.")
@delay_option
@contact_option
@jobs_option
@click.option("--json", "as_json", is_flag=True, help="Print each site as a JSON object.")
@click.option("--verbose", is_flag=True, help="Show Scrapy's log.")
def add(
    what: str,
    archive: Path,
    site_id: str | None,
    name: str | None,
    level: str | None,
    region_code: str | None,
    timezone: str | None,
    no_probe: bool,
    probe_again: bool,
    delay: float | None,
    contact: str | None,
    jobs: int,
    as_json: bool,
    verbose: bool,
) -> int:
    """Make sites part of this archive; no code is needed.

    A probe finds where the articles of a new site are, and that is kept in the archive (sites.settings). What is known
    of a site that is there already stays, but for what you say now. The sites of a file are added also where they do
    not answer today.
    """
    options = {"id": site_id, "name": name, "level": level, "region_code": region_code, "timezone": timezone}
    given = {key: value for key, value in options.items() if value is not None}
    if no_probe and probe_again:
        raise click.ClickException("--no-probe or --probe-again, not both")
    sites = known_sites(archive)
    said, from_file = _what_is_said(what, given, sites)
    orders = [
        Adding(
            archive,
            one,
            known,
            probe="never" if no_probe else "again" if probe_again else "absent",
            anyway=from_file,
            delay=delay,
            contact=contact,
        )
        for one, known in _known(said, sites)
    ]
    addresses = [str(order.said.address) for order in orders]
    check_delay(delay, addresses)
    if not (contact or no_probe or all(is_loopback(address) for address in addresses)):
        click.echo(contact_hint(), err=True)
    prepare([archive])

    def tell(added: Added) -> None:
        click.echo(json.dumps(_record(added), ensure_ascii=False) if as_json else _line(added))
        if (found := added.findings) is not None and exit_status(found) != GOOD:
            refused = added.how == "refused"
            hint = "not added (--no-probe adds it)" if refused else "kept all the same: a crawl looks again"
            click.echo(f"blitar: {why(found)}; {hint}", err=True)

    with watching(verbose=verbose) as watch:
        results = run([adding(order, tell) for order in orders], at_once=jobs, watch=watch)
    done = [result for result in results if result is not None]
    if len(done) < len(results):
        click.echo("blitar: stopped; run the same command again to go on", err=True)
    elif from_file and not as_json:
        click.echo(_summary(done, archive))
    return worst([_status(result) for result in results])


def _what_is_said(what: str, options: dict[str, str], sites: dict[str, Site]) -> tuple[list[Facts], bool]:
    """What the argument and the options say of each site, and whether it came from a file."""
    path = Path(what)
    try:
        if what in sites:
            return [facts({"url": sites[what].home_url, **options})], False
        if path.is_file() or path.suffix.lower() in (".csv", ".txt", ".tsv"):
            if options:
                name = next(iter(options)).replace("_", "-")
                raise click.ClickException(f"--{name} is for one site; in a file it is a column")
            return read_site_list(path), True
        if (unwanted := why_not(what)) is not None:
            raise click.ClickException(unwanted)
        if not spellings(what):
            raise click.ClickException(f"{what} is no web address, no known site and no file; blitar sites lists them")
        return [facts({"url": what, **options})], False
    except (SiteListError, FactError) as error:
        raise click.ClickException(str(error)) from None


def _known(said: list[Facts], sites: dict[str, Site]) -> list[tuple[Facts, Site | None]]:
    try:
        return [(one, known_by(one, sites)) for one in said]
    except AddingError as error:
        raise click.ClickException(str(error)) from None


def _status(added: Added | None) -> int:
    if added is None:
        return INTERRUPTED
    return exit_status(added.findings) if added.findings is not None else GOOD


_HOW = {"added": "added", "updated": "brought up to date", "unchanged": "there already", "refused": "not added"}


def _line(added: Added) -> str:
    site = added.site
    sources = {"feed": site.settings.get("feeds", ()), "sitemap": site.settings.get("sitemaps", ())}
    sources["listing"] = site.start_urls
    counted = [f"{len(urls)} {name}{'s' * (len(urls) > 1)}" for name, urls in sources.items() if urls]
    found = ", ".join(["REST"] * bool(site.settings.get("rest")) + counted)
    region = ", ".join(text for text in (site.level, site.region_code, site.timezone) if text)
    facts_of = "; ".join(text for text in (region, site.system, found) if text)
    return f"{_HOW[added.how]:18}  {site.id}  {site.name}" + (f" ({facts_of})" if facts_of else "")


def _record(added: Added) -> dict[str, Any]:
    site = added.site
    return {
        "site": site.id,
        "how": added.how,
        "name": site.name,
        "level": site.level,
        "region_code": site.region_code,
        "timezone": site.timezone,
        "home_url": site.home_url,
        "system": site.system,
        "start_urls": site.start_urls,
        "settings": dict(site.settings),
        "probe": as_record(added.findings) if added.findings else None,
    }


def _summary(results: list[Added], archive: Path) -> str:
    counts = {how: sum(result.how == how for result in results) for how in ("added", "updated", "unchanged")}
    silent = sum(_status(result) != GOOD for result in results)
    said = [f"{number} {_HOW[how]}" for how, number in counts.items() if number]
    said += [f"{silent} of them without news so far"] if silent else []
    return f"{', '.join(said)}; {len(archived_sites(archive))} sites in {archive}. Next: blitar crawl --all"
