"""`blitar publish`."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from blitar_scraper.archive.controls import shown, shown_in_json
from blitar_scraper.cli.options import archive_option
from blitar_scraper.cli.publish_summary import listing_lines, number_lines, record_of, summary_lines
from blitar_scraper.crawling.health import GOOD, UNHEALTHY

if TYPE_CHECKING:
    from blitar_scraper.publishing.releases.about import About
    from blitar_scraper.publishing.releases.steps import Order

# Releases that stay: a week of daily ones would be 7; a few suffice to go back to.
_KEPT = 5


@click.command(
    epilog="Example: blitar publish /srv/berita --base-url https://berita.example.org. Exit status: 0 good; 1 the disk"
    " is full or the archive damaged; 2 a mistake in the command; 3 numbers look like identity numbers, and nothing was"
    " released, or --after failed; 5 another release is being made there. Nothing changes unless all of it succeeds."
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@archive_option
@click.option("--base-url", metavar="URL", help="The public address under which the releases will be served.")
@click.option("--title", metavar="TEXT", help="What the archive is called.  [default: after its sites]")
@click.option("--licence", metavar="NAME", help="The licence of the data, such as CC-BY-4.0, or an address.")
@click.option("--publisher", metavar="NAME", help="Who publishes it, for citations.  [default: the address's host]")
@click.option("--language", type=click.Choice(["en", "id"]), help="The language of the pages.  [default: en]")
@click.option(
    "--keep", type=click.IntRange(min=1), default=_KEPT, show_default=True, metavar="N", help="How many releases stay."
)
@click.option("--after", metavar="COMMAND", help="Run this once the release is shown, such as a restart of the server.")
@click.option(
    "--accept-identity-numbers", is_flag=True, help="Release texts with numbers that look like somebody's NIK, too."
)
@click.option("--keep-outdated", is_flag=True, help="Keep earlier releases that show what is withheld now, too.")
@click.option("--back", is_flag=True, help="Show the release before the present one.")
@click.option("--use", metavar="RELEASE", help="Show that release.")
@click.option("--list", "listing", is_flag=True, help="Print the releases that are there.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as one JSON object.")
def publish(
    folder: Path,
    archive: Path,
    base_url: str | None,
    title: str | None,
    licence: str | None,
    publisher: str | None,
    language: str | None,
    keep: int,
    after: str | None,
    accept_identity_numbers: bool,
    keep_outdated: bool,
    back: bool,
    use: str | None,
    listing: bool,
    as_json: bool,
) -> int:
    """Make a release of the archive in DIR: read-only, complete in itself, ready to be served by Datasette.

    A release holds what may be shown and nothing else: the database with its search index, its tables as CSV and
    Parquet, and what describes them. It stands beside the earlier ones, and DIR/current points to it. Then the command
    to serve it is printed; DIR/serving/ has the files for a server that runs for years. What is not said of address,
    title, language, licence and publisher is as in the release before; --title '' takes a title away.
    """
    if sum((back, use is not None, listing)) > 1:
        raise click.ClickException("--back, --use and --list: one of them at a time")
    if listing:
        return _list(folder, archive, as_json)
    if back or use is not None:
        return _show_other(folder, archive, use, after, as_json)
    _check_installed()
    from blitar_scraper.publishing.releases.steps import Order

    said = {"base_url": base_url, "title": title, "licence": licence, "keeper": publisher, "language": language}
    about, taken_over = _about(folder, said)
    order = Order(archive, about, accept_identity_numbers)
    return _publish(order, folder, keep, keep_outdated, after, taken_over, as_json)


def _about(folder: Path, said: dict[str, str | None]) -> tuple[About, dict[str, str]]:
    """What the release is told about itself, and what of it the present release was told and this command was not."""
    from blitar_scraper.publishing.releases.about import About, known_licence, public_address, read_told
    from blitar_scraper.publishing.releases.folder import ReleaseFolder

    releases = ReleaseFolder(folder)
    current = releases.current()
    told = read_told(releases.path(current)) if current else {}
    taken_over = {name: value for name, value in told.items() if said.get(name) is None}
    known = {name: value for name, value in {**said, **taken_over}.items() if value}
    if "base_url" not in known:
        raise click.ClickException("--base-url URL is needed: feeds, citations and links name it (or in blitar.toml)")
    try:
        known["base_url"] = public_address(str(known["base_url"]))
        if said["licence"]:
            known_licence(said["licence"])
        return About(**{name: str(value) for name, value in known.items()}), taken_over
    except ValueError as error:
        raise click.ClickException(shown(str(error))) from None


def _publish(
    order: Order,
    folder: Path,
    keep: int,
    keep_outdated: bool,
    after: str | None,
    taken_over: dict[str, str],
    as_json: bool,
) -> int:
    from blitar_scraper.publishing.releases.making import publish as make_release
    from blitar_scraper.publishing.releases.steps import IdentityNumbersFound

    status = GOOD

    def run_after() -> None:
        nonlocal status
        if not _succeeds(after):
            status = UNHEALTHY

    try:
        released = make_release(
            order,
            folder,
            at=datetime.now(UTC),
            keep=keep,
            keep_outdated=keep_outdated,
            progress=_progress(),
            shown=run_after,
        )
    except IdentityNumbersFound as refused:
        _print(number_lines(refused.found), err=True)
        if as_json:
            click.echo(json.dumps({"released": None, "identity_numbers": len(refused.found)}))
        return UNHEALTHY
    if as_json:
        record = {**record_of(released), "taken_over": taken_over}
        click.echo(shown_in_json(json.dumps(record, ensure_ascii=False)))
    else:
        _print(summary_lines(released, folder, order.about, taken_over))
    if released.name in released.outdated:
        click.echo("blitar: something was withheld just when the release was shown: publish again", err=True)
        return UNHEALTHY
    return status


def _show_other(folder: Path, archive: Path, use: str | None, after: str | None, as_json: bool) -> int:
    from blitar_scraper.publishing.releases.making import show_other

    name = show_other(folder, archive, use)
    status = GOOD if _succeeds(after) else UNHEALTHY
    if as_json:
        click.echo(json.dumps({"current": name}))
    else:
        click.echo(f"{folder}/current is {name} now. A server that runs shows it after a restart.")
    return status


def _list(folder: Path, archive: Path, as_json: bool) -> int:
    from blitar_scraper.publishing.releases.making import standing

    releases = standing(folder, archive)
    if as_json:
        for release in releases:
            said = {"name": release.name, "current": release.is_current, "bytes": release.bytes}
            click.echo(json.dumps({**said, "shows_withheld": release.shows_withheld, "readable": release.readable}))
    else:
        _print(listing_lines(releases, folder))
    if releases and not archive.exists():
        click.echo(f"withheld not checked: no {shown(str(archive))}", err=as_json)
    return GOOD


def _succeeds(command: str | None) -> bool:
    """Run a command of the user's, if there is one; whether it succeeded. What it prints goes to standard error."""
    if not command:
        return True
    done = subprocess.run(command, shell=True, stdout=sys.stderr, check=False).returncode
    if done:
        click.echo(f"blitar: the release is shown, but --after failed (exit status {done}): {shown(command)}", err=True)
    return done == 0


def _check_installed() -> None:
    for module in ("datasette", "pyarrow"):
        if importlib.util.find_spec(module) is None:
            raise click.ClickException(
                f"{module} is not installed; in the program's folder: pip install '.[publish]' (or make serve)"
            )


def _progress() -> Callable[[int, int, str], None]:
    def show(number: int, total: int, step: str) -> None:
        click.echo(f"{number:>2}/{total} {step}", err=True)

    return show


def _print(lines: Iterator[str], *, err: bool = False) -> None:
    for line in lines:
        click.echo(shown(line), err=err)
