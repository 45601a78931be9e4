"""`blitar verify`."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from blitar_scraper.archive import Archive, OlderSchema
from blitar_scraper.archive.controls import shown, shown_in_json
from blitar_scraper.archive.verification import SHOWN, Checked, Finding, Mended
from blitar_scraper.archive.verification import repair as repair_archive
from blitar_scraper.archive.verification import verify as verify_archive
from blitar_scraper.archive.verification.checking import Progress as Report
from blitar_scraper.cli.options import archive_option
from blitar_scraper.cli.run_report import size
from blitar_scraper.crawling.health import BUSY, GOOD, UNHEALTHY
from blitar_scraper.crawling.lock import SiteBusy, SiteLock

# Between two plain lines of progress: often enough to see that it lives, seldom enough for a log.
_SECONDS_BETWEEN_LINES = 30.0
# Articles named in one line; a lost file can concern thousands.
_MOST_ARTICLES = 5


@click.command(epilog="Example: blitar verify --archive data/blitar.db")
@archive_option
@click.option("--repair", is_flag=True, help="Mend what can be mended without losing anything.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as one JSON object.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes at a time.  [default: one a core]")
def verify(archive: Path, repair: bool, as_json: bool, jobs: int | None) -> int:
    """Check the archive against its captures.

    Every capture is read again from its WARC file and compared with its row and its digest; every row must name a
    capture that is there; the SQLite file, its search index and the articles' own digests are checked. Nothing is
    changed without --repair. A site that is being crawled is left out.

    \b
    Exit status: 0 all is well; 2 a mistake in the command; 3 something is wrong (and, with --repair,
    could not be mended); 5 nothing is wrong, but a site was left out because it is being crawled.
    """
    checked, mended = _repaired(archive, jobs) if repair else (_checked(archive, jobs), None)
    if as_json:
        click.echo(shown_in_json(json.dumps(_record(archive, checked, mended), ensure_ascii=False)))
    else:
        for line in _lines(archive, checked, mended):
            click.echo(shown(line))
    if checked.findings.total:
        return UNHEALTHY
    return BUSY if checked.left_out else GOOD


def _checked(path: Path, jobs: int | None) -> Checked:
    with Archive(path, readonly=True) as archive, _progress() as report:
        before = _crawled(archive)
        checked = verify_archive(archive, left_out=before, processes=jobs, progress=report)
        began = _crawled(archive) - before
    if not began or not checked.findings.total:
        return checked
    # A crawl that began meanwhile may be what was found.
    with Archive(path, readonly=True) as archive, _progress() as report:
        return verify_archive(archive, left_out=before | began, processes=jobs, progress=report)


def _repaired(path: Path, jobs: int | None) -> tuple[Checked, Mended]:
    with contextlib.suppress(OlderSchema):
        Archive(path, readonly=True).close()  # where there is none, none is made
    with Archive(path) as archive, _progress() as report, contextlib.ExitStack() as locks:
        busy = set()
        for site_id in _sites(archive):
            try:
                locks.callback(SiteLock(path, site_id).release)
            except SiteBusy:
                busy.add(site_id)
        free = _sites(archive) - busy
        return repair_archive(archive, free, at=datetime.now(UTC), left_out=busy, processes=jobs, progress=report)


def _sites(archive: Archive) -> set[str]:
    """The ids of the sites that the archive has rows or WARC files of."""
    folders = archive.warc_folder.iterdir() if archive.warc_folder.is_dir() else ()
    return {site.id for site in archive.sites()} | {folder.name for folder in folders if folder.is_dir()}


def _crawled(archive: Archive) -> set[str]:
    """The ids of the sites that a run holds now."""
    return {site_id for site_id in _sites(archive) if SiteLock.is_held(archive.path, site_id)}


# What is printed


def _lines(archive: Path, checked: Checked, mended: Mended | None) -> Iterator[str]:
    numbers = (
        f"{_number(checked.captures, 'capture')} in {_number(checked.files, 'WARC file')} ({size(checked.bytes)}), "
        f"{_number(checked.articles, 'article')} of {_number(checked.sites, 'site')}"
    )
    for line in mended.done if mended else ():
        yield f"Mended: {line}"
    for line in mended.waiting if mended else ():
        yield f"Not mended: {line}"
    for site_id in checked.left_out:
        yield f"Not checked: the captures of {site_id}, which is being crawled"
    if not checked.findings.total:
        if mended and mended.done:
            yield f"{archive}: all is well, now that this is mended"
        else:
            verdict = "nothing wrong in what was checked" if checked.left_out else "all is well"
            yield f"{archive}: {verdict}: {numbers}"
        return
    for kind, number, findings in checked.findings.in_order():
        yield f"{number:,} {kind.one if number == 1 else kind.many}:"
        for finding in findings:
            yield f"  {_line(finding)}"
        if number > len(findings) == SHOWN:
            yield f"  ... and {number - len(findings):,} more"
        yield f"  What can be done: {kind.remedy}."
    yield f"{archive}: {checked.findings.total:,} wrong, of {numbers}"


def _number(number: int, one: str) -> str:
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def _line(finding: Finding) -> str:
    line = f"{finding.where}: {finding.what}" if finding.where else finding.what
    return f"{line} ({_articles(finding.articles)})" if finding.articles else line


def _articles(uids: Sequence[str]) -> str:
    named = ", ".join(uids[:_MOST_ARTICLES])
    more = f" and {len(uids) - _MOST_ARTICLES:,} more" if len(uids) > _MOST_ARTICLES else ""
    return f"article{'' if len(uids) == 1 else 's'} {named}{more}"


def _record(archive: Path, checked: Checked, mended: Mended | None) -> dict[str, Any]:
    names = ("sites", "articles", "captures", "records", "files", "bytes", "left_out")
    record: dict[str, Any] = {"archive": str(archive), "well": not checked.findings.total}
    record |= {name: getattr(checked, name) for name in names}
    record["wrong"] = {
        name: {"number": number, "first": [dataclasses.asdict(one) for one in checked.findings.shown[name]]}
        for name, number in checked.findings.counts.items()
    }
    return record | ({"mended": mended.done, "not_mended": mended.waiting} if mended else {})


@contextlib.contextmanager
def _progress() -> Iterator[Report]:
    """A bar with the time left on a terminal, plain lines elsewhere; on standard error."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _plain_lines()
        return
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=24), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, TextColumn("left"), console=console, transient=True) as bar:
        task = bar.add_task("checking the SQLite file", total=None)

        def report(done: int, total: int) -> None:
            description = "checking captures" if done else "checking the SQLite file"
            bar.update(task, completed=done, total=total, description=description)

        yield report


def _plain_lines() -> Report:
    last = time.monotonic()

    def report(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _SECONDS_BETWEEN_LINES:
            last = time.monotonic()
            print(f"checked {size(done)} of {size(total)}", file=sys.stderr)

    return report
