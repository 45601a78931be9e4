"""`blitar crawl`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from blitar_scraper.cli.options import (
    archive_option,
    check_delay,
    contact_option,
    delay_option,
    find_site,
    jobs_option,
)
from blitar_scraper.cli.probe_report import why as why_not
from blitar_scraper.cli.run_report import complaint, contact_hint, print_summary, run_lines, run_record
from blitar_scraper.crawling.health import GOOD, INTERRUPTED, worst
from blitar_scraper.crawling.many.overview import overseeing
from blitar_scraper.crawling.many.supervisor import crawl_all
from blitar_scraper.crawling.monitoring import check as check_monitors
from blitar_scraper.crawling.process import Watch, project_settings, run
from blitar_scraper.crawling.progress import watching
from blitar_scraper.crawling.runner import Job, Options, Result, prepare
from blitar_scraper.crawling.runner import crawl as run_crawls
from blitar_scraper.crawling.sites.adding import Adding, AddingError, adding_and_crawling, known_by
from blitar_scraper.crawling.sites.facts import FactError, facts
from blitar_scraper.crawling.sites.known import archived_sites, known_sites
from blitar_scraper.crawling.sites.probing import exit_status
from blitar_scraper.crawling.unbroken import unbroken
from blitar_scraper.items import Site
from blitar_scraper.spiders.pace import is_loopback


def _day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    try:
        return date.fromisoformat(value).isoformat() if value else None
    except ValueError:
        raise click.BadParameter("write it as YYYY-MM-DD") from None


@click.command(epilog="Example: blitar crawl blitarkota --contact you@example.org")
@click.argument("sites", nargs=-1, metavar="SITE...")
@archive_option
@click.option("--url", metavar="URL", help="Add the site at this address, where it is not there yet, and crawl it.")
@click.option("--site", "site_id", metavar="ID", help="With --url: the new site's id; its host name, if not given.")
@click.option("--all", "all_sites", is_flag=True, help="Crawl all sites of the archive.")
@click.option("--full", is_flag=True, help="Page through all listings and read every article again.")
@click.option("--since", callback=_day, metavar="DATE", help="Leave out what was published before (YYYY-MM-DD).")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Fetch at most N articles.")
@click.option(
    "--budget",
    type=click.IntRange(min=0),
    metavar="N",
    help="Most requests to a site in a day; looks beyond it wait, news does not.  [default: 1000, or the site's own]",
)
@click.option(
    "--hours",
    type=click.FloatRange(min=0, min_open=True),
    metavar="H",
    help="End a site's crawl in order after H hours; the next one goes on.  [default: when it is done]",
)
@delay_option
@jobs_option
@contact_option
@click.option(
    "--warc/--no-warc", default=True, show_default=True, help="Keep what is received in WARC files beside the archive."
)
@click.option(
    "--trust-clock",
    is_flag=True,
    help="For one crawl: the clock is right, and runs of the archive that stand in the future have wrong times.",
)
@click.option("--json", "as_json", is_flag=True, help="Print each run as a JSON object.")
@click.option("--verbose", is_flag=True, help="Show Scrapy's log.")
def crawl(
    sites: tuple[str, ...],
    archive: Path,
    url: str | None,
    site_id: str | None,
    all_sites: bool,
    full: bool,
    since: str | None,
    limit: int | None,
    budget: int | None,
    hours: float | None,
    delay: float | None,
    jobs: int,
    contact: str | None,
    warc: bool,
    trust_clock: bool,
    as_json: bool,
    verbose: bool,
) -> int:
    """Archive sites' news: what is new since the last run, and what is due for another look.

    The first crawl of a site reads all of it. Stop it whenever you like: the next one goes on where it was.
    """
    if sites and all_sites:
        raise click.ClickException("either --all or sites, not both")
    if (bool(sites) + bool(url) + all_sites) != 1:
        raise click.ClickException("which site? blitar crawl SITE..., --url URL or --all; blitar sites lists them")
    if site_id and not url:
        raise click.ClickException("--site goes with --url")
    chosen, order = _chosen(sites, url, site_id, archive, delay, contact)
    addresses = [site.home_url for site in chosen] + ([str(order.said.address)] if order else [])
    check_delay(delay, addresses)
    check_monitors(project_settings())
    if not contact and not all(is_loopback(address) for address in addresses):
        with unbroken():
            click.echo(contact_hint(), err=True)
    options = Options(
        archive,
        full=full,
        limit=limit,
        since=since,
        delay=delay,
        contact=contact,
        warc=warc,
        budget=budget,
        hours=hours,
        trust_clock=trust_clock,
    )
    status = GOOD
    if len(chosen) > 1:
        with overseeing(len(chosen), verbose=verbose) as overview:
            results = crawl_all([Job(site, options) for site in chosen], overview, at_once=jobs, verbose=verbose)
    else:
        with watching(verbose=verbose) as watch:
            if order is not None:
                results, status = _add_and_crawl(order, options, watch)
            else:
                results = run_crawls([Job(site, options) for site in chosen], watch=watch)
    status = worst([status, *(result.verdict.exit_status for result in results)])
    with unbroken(BrokenPipeError):
        _print(results, archive, many=all_sites or len(chosen) > 1, as_json=as_json)
    return status


def _print(results: Sequence[Result], archive: Path, *, many: bool, as_json: bool) -> None:
    """What came of it. Of many sites, those that were not well have been named on standard error as they ended."""
    if many and not as_json:
        print_summary(results)
    for result in results:
        if as_json:
            click.echo(json.dumps(run_record(result), ensure_ascii=False))
        elif not many:
            for line in run_lines(result, archive):
                click.echo(line)
        if not as_json and not many and (why := complaint(result)):
            click.echo(why, err=True)


def _chosen(
    names: tuple[str, ...],
    url: str | None,
    site_id: str | None,
    archive: Path,
    delay: float | None,
    contact: str | None,
) -> tuple[list[Site], Adding | None]:
    """The sites to crawl, or the one to add first. Without names: all of the archive."""
    if url is not None:
        try:
            said = facts({"url": url, "id": site_id})
            known = known_by(said, known_sites(archive))
        except (FactError, AddingError) as error:
            raise click.ClickException(str(error)) from None
        if known is not None:
            return [known], None
        return [], Adding(archive, said, delay=delay, contact=contact)
    if names:
        return [find_site(name, archive) for name in dict.fromkeys(names)], None
    here, known_ones = archived_sites(archive), known_sites(archive)
    if not here:
        raise click.ClickException(f"no sites in {archive} yet: blitar add URL, or blitar crawl SITE")
    chosen = [known_ones[name] for name in here if not known_ones[name].settings.get("retired")]
    if not chosen:
        raise click.ClickException(f"all sites in {archive} are retired; blitar crawl SITE crawls one all the same")
    return chosen, None


def _add_and_crawl(order: Adding, options: Options, watch: Watch) -> tuple[list[Result], int]:
    """The crawl's result, where the site could be added; else the probe's exit status."""
    prepare([options.archive])
    (done,) = run([adding_and_crawling(order, options)], watch=watch)
    if done is None:
        return [], INTERRUPTED
    added, result = done
    if result is not None:
        return [result], GOOD
    assert added.findings is not None
    click.echo(f"blitar: {why_not(added.findings)}; not added", err=True)
    return [], exit_status(added.findings)
