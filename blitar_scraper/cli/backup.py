"""`blitar backup`."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from blitar_scraper.archive import ArchiveLocked
from blitar_scraper.archive.backup import Backup, Restored, back_up
from blitar_scraper.archive.backup import restore as restore_archive
from blitar_scraper.archive.controls import shown, shown_in_json
from blitar_scraper.cli.options import archive_option
from blitar_scraper.cli.status_words import size
from blitar_scraper.crawling.health import GOOD, UNHEALTHY
from blitar_scraper.crawling.lock import SiteBusy, SiteLock

# A week of daily copies, or nearly two months of weekly ones.
_KEPT = 7
# Files that are named one by one.
_MOST_NAMED = 20


@click.command(
    epilog="Example: blitar backup /mnt/backup/blitar, and after a loss: blitar backup /mnt/backup/blitar --restore."
    " Exit status: 0 good; 1 the disk is full or failing, or the archive damaged; 2 a mistake in the command; 3 copied,"
    " but captures differ from their copies, which were left; 5 another copy is being made there."
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@archive_option
@click.option(
    "--keep", type=click.IntRange(min=1), default=_KEPT, show_default=True, metavar="N", help="SQLite files that stay."
)
@click.option("--check", is_flag=True, help="Read all copied captures again, and compare them with the archive's.")
@click.option("--restore", is_flag=True, help="The other way: make --archive from the newest copy in DIR.")
@click.option("--use", metavar="COPY", help="With --restore: from that copy (the beginning of its name, or its date).")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as one JSON object.")
def backup(folder: Path, archive: Path, keep: int, check: bool, restore: bool, use: str | None, as_json: bool) -> int:
    """Copy the archive into DIR, also while crawls write to it: the SQLite file under today's date, and all captures.

    Captures that were copied before are not copied again, and nothing that is there is replaced. Every copy is read
    again before it counts. Where it fails, what was there before is as it was.
    """
    if use is not None and not restore:
        raise click.ClickException("--use goes with --restore")
    now = datetime.now(UTC)
    if restore:
        hold = partial(_held, archive)
        return _restored(restore_archive(folder, archive, at=now, use=use, hold=hold), as_json)
    made = back_up(archive, folder, at=now, keep=keep, check=check, progress=_report)
    if as_json:
        _print_json({"archive": str(archive), **_record(made)})
    else:
        for line in _lines(made):
            click.echo(shown(line))
    return UNHEALTHY if made.captures.differing else GOOD


@contextmanager
def _held(archive: Path, sites: Collection[str]) -> Iterator[None]:
    with ExitStack() as locks:
        for site_id in sorted(sites):
            try:
                locks.callback(SiteLock(archive, site_id).release)
            except SiteBusy as error:
                raise ArchiveLocked(str(error)) from None
        yield


def _restored(done: Restored, as_json: bool) -> int:
    wrong = done.checked.findings.total
    if as_json:
        record = {"archive": str(done.archive), "copy": str(done.copy), "files": done.files, "articles": done.articles}
        _print_json({**record, "wrong": dict(done.checked.findings.counts), "mended": done.mended.done})
    else:
        files = _number(done.files, "WARC file")
        articles = _number(done.articles, "article")
        click.echo(shown(f"{done.archive}: made from {done.copy}: {articles}, {files}"))
        for line in done.mended.done:
            click.echo(shown(f"Mended: {line}"))
        click.echo(f"{wrong:,} wrong: blitar verify tells what" if wrong else "Verified: all is well")
    return UNHEALTHY if wrong else GOOD


def _lines(made: Backup) -> Iterator[str]:
    captures = made.captures
    new = f"{_number(len(captures.copied), 'new WARC file')} ({size(captures.bytes)})"
    kept = f"{_number(len(made.kept), 'copy', 'copies')} kept"
    removed = f", {len(made.removed)} removed" if made.removed else ""
    yield (
        f"{made.archive}: copied to {made.copy} ({size(made.bytes)}, {_number(made.articles, 'article')}); {new},"
        f" {captures.same:,} as before; {kept}{removed}"
    )
    if captures.unfinished:
        number = _number(len(captures.unfinished), "WARC file")
        yield f"{number} that a crawl is writing: copied as far as it is; the rest with the next copy"
    for name, why in list(captures.differing.items())[:_MOST_NAMED]:
        yield f"Not replaced: {name}: {why}. blitar verify tells whether the archive's is sound; else put the copy back"
    if captures.only_copies:
        yield f"{_number(len(captures.only_copies), 'WARC file')} in the copy that the archive has no more"
    if made.same_disk:
        yield "The copy is on the archive's own disk: take it elsewhere, too (docs/running.md)"


def _record(made: Backup) -> dict[str, object]:
    record = {"copy": str(made.copy), "bytes": made.bytes, "articles": made.articles, "same_disk": made.same_disk}
    return {**record, "kept": made.kept, "removed": made.removed, "captures": asdict(made.captures)}


def _print_json(record: dict[str, object]) -> None:
    click.echo(shown_in_json(json.dumps(record, ensure_ascii=False)))


def _report(number: int, total: int, step: str) -> None:
    click.echo(f"{number}/{total} {step}", err=True)


def _number(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
