"""`blitar crawl`."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from blitar_scraper.cli.options import archive_option, check_delay, find_site
from blitar_scraper.cli.report import complaint, contact_hint, run_lines
from blitar_scraper.crawling.health import worst
from blitar_scraper.crawling.progress import watching
from blitar_scraper.crawling.runner import Job, Options
from blitar_scraper.crawling.runner import crawl as run_crawls
from blitar_scraper.spiders.pace import is_loopback


def _day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    try:
        return date.fromisoformat(value).isoformat() if value else None
    except ValueError:
        raise click.BadParameter("write it as YYYY-MM-DD") from None


@click.command(epilog="Example: blitar crawl blitarkota --contact you@example.org")
@click.argument("sites", nargs=-1, required=True, metavar="SITE...")
@archive_option
@click.option("--full", is_flag=True, help="Page through all listings and read every article again.")
@click.option("--since", callback=_day, metavar="DATE", help="Leave out what was published before (YYYY-MM-DD).")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Fetch at most N articles.")
@click.option(
    "--delay", type=click.FloatRange(min=0), metavar="S", help="Shortest pause between two requests, seconds."
)
@click.option("--jobs", type=click.IntRange(min=1), default=4, show_default=True, help="Sites at a time.")
@click.option("--contact", metavar="TEXT", help="Whom a site's owner may write to: an e-mail or web address.")
@click.option("--json", "as_json", is_flag=True, help="Print each run as a JSON object.")
@click.option("--verbose", is_flag=True, help="Show Scrapy's log.")
def crawl(
    sites: tuple[str, ...],
    archive: Path,
    full: bool,
    since: str | None,
    limit: int | None,
    delay: float | None,
    jobs: int,
    contact: str | None,
    as_json: bool,
    verbose: bool,
) -> int:
    """Archive sites' news: what is new since the last run, and what is due for another look.

    The first crawl of a site reads all of it. Stop it whenever you like: the next one goes on where it was.
    """
    chosen = [find_site(name, archive) for name in dict.fromkeys(sites)]
    check_delay(delay, (site.home_url for site in chosen))
    if not contact and not all(is_loopback(site.home_url) for site in chosen):
        click.echo(contact_hint(), err=True)
    options = Options(archive, full=full, limit=limit, since=since, delay=delay, contact=contact)
    with watching(verbose=verbose) as watch:
        results = run_crawls([Job(site, options) for site in chosen], at_once=jobs, watch=watch)
    for result in results:
        if as_json:
            record = {"site": result.site.id, **(result.run or {}), "reason": result.verdict.reason}
            record["stats"] = json.loads(record.get("stats") or "{}")
            record["status"], record["exit_status"] = result.verdict.status, result.verdict.exit_status
            click.echo(json.dumps(record, ensure_ascii=False))
        else:
            for line in run_lines(result, archive):
                click.echo(line)
            if why := complaint(result):
                click.echo(why, err=True)
    return worst([result.verdict.exit_status for result in results])
