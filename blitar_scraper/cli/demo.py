"""`blitar demo`."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from blitar_scraper.archive import Archive, ArchiveMissing
from blitar_scraper.cli.demo_summary import summary_lines
from blitar_scraper.cli.run_report import complaint
from blitar_scraper.crawling.health import worst
from blitar_scraper.crawling.progress import watching
from blitar_scraper.crawling.runner import Job, Options
from blitar_scraper.crawling.runner import crawl as run_crawls
from blitar_scraper.crawling.sites.sample import SampleClock, sample_of
from blitar_scraper.demo import LAST_DAY, SampleSite, Server, serve
from blitar_scraper.spiders.pace import is_loopback

# The same port each time, so that addresses and what is made from them are the same; any other, where it is taken.
PORT = 8570


def _serve() -> Server:
    try:
        return serve(SampleSite(), port=PORT)
    except OSError:
        return serve(SampleSite())


def _former(archive: Path) -> list[Path]:
    """What a former demonstration left: its files, and the folder of its captures.

    Raises click.ClickException where the file is anything but a former demonstration's.
    """
    files = [archive, Path(f"{archive}-wal"), Path(f"{archive}-shm")]
    if not archive.exists() or not archive.stat().st_size:
        return files
    try:
        with Archive(archive, readonly=True) as opened:
            sites, folder = opened.sites(), opened.warc_folder
    except ArchiveMissing:
        return files
    for site in sites:
        if not is_loopback(site.home_url):
            raise click.ClickException(
                f"{archive} holds {site.home_url}: the demonstration would delete it; name another file"
            )
    return [*files, *(folder / site.id for site in sites)]


@click.command(epilog="Example: blitar demo")
@click.option(
    "--archive",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("data/demo.db"),
    show_default=True,
    help="Made anew each time.",
)
@click.option("--verbose", is_flag=True, help="Show Scrapy's log.")
def demo(archive: Path, verbose: bool) -> int:
    """The whole job without any network: serve a sample site on loopback and crawl it twice.

    Between the two crawls eight days pass: the site publishes, edits, moves and removes, and visitors read.
    """
    try:
        for path in _former(archive):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
    except OSError as error:
        raise click.ClickException(f"{archive} cannot be made anew: {error.strerror}") from None
    with _serve() as server:
        site = sample_of(server.url)
        clock = SampleClock(server.site)
        options = Options(archive, clock=clock.now)

        def eight_days_pass() -> None:
            server.site.day = LAST_DAY

        jobs = [Job(site, options), Job(site, options, before=eight_days_pass)]
        with watching(verbose=verbose) as watch:
            results = run_crawls(jobs, watch=watch)
    for line in summary_lines(results, archive, server.url):
        click.echo(line)
    for result in results:
        if why := complaint(result):
            click.echo(why, err=True)
    return worst([result.verdict.exit_status for result in results])
