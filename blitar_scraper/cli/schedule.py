"""`blitar schedule`."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import time
from pathlib import Path

import click

from blitar_scraper.archive.backup import refuse_unfit_folder
from blitar_scraper.cli.options import archive_option, find_site
from blitar_scraper.cli.run_report import contact_hint
from blitar_scraper.crawling.configuration import read_configuration
from blitar_scraper.crawling.schedule import (
    EVERY,
    Plan,
    Rhythm,
    Unwritable,
    cron_file,
    install_commands,
    machine,
    unit_files,
)
from blitar_scraper.crawling.schedule.plan import plain_name, unit_name
from blitar_scraper.crawling.schedule.systemd import folder_of
from blitar_scraper.crawling.sites.known import archived_sites
from blitar_scraper.spiders.pace import is_loopback

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_USER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*\$?")


def _time(ctx: click.Context, parameter: click.Parameter, value: str | None) -> time | None:
    if not value:
        return None
    match = _CLOCK.fullmatch(value)
    if not match:
        raise click.BadParameter("write it as HH:MM, by this machine's clock")
    return time(int(match[1]), int(match[2]))


@click.command(
    epilog="Example: blitar schedule --all --with-backup /backup/blitar --notify 'mail -s blitar you@example.org'"
    " --into /tmp/units. docs/running.md tells how to run it for years."
)
@click.argument("sites", nargs=-1, metavar="SITE...")
@archive_option
@click.option("--all", "all_sites", is_flag=True, help="All sites of the archive, those added later, too.")
@click.option("--every", type=click.Choice(list(EVERY)), default="daily", show_default=True, help="How often.")
@click.option(
    "--at",
    callback=_time,
    metavar="HH:MM",
    help="Within the hour after it, by this machine's clock.  [default: at night]",
)
@click.option("--cron", is_flag=True, help="A line for crontab, instead of systemd units.")
@click.option("--system/--user", default=True, help="Units of the machine (the default), or of your own login.")
@click.option(
    "--as", "runs_as", metavar="USER", help="Who runs it, with --system.  [default: you, or the archive's owner]"
)
@click.option(
    "--notify", metavar="COMMAND", help="Run by a shell when a run failed; what it said is its standard input."
)
@click.option("--after", metavar="COMMAND", help="Run by a shell after each good run, such as a ping, or a publish.")
@click.option(
    "--writable", multiple=True, metavar="DIR", type=click.Path(path_type=Path), help="A folder that --after writes to."
)
@click.option(
    "--with-backup",
    "backup",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="A second timer, weekly: backup into DIR, verify, status.",
)
@click.option("--name", metavar="NAME", help="Of the units.  [default: after the sites]")
@click.option("--into", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="Write the files there.")
@click.option("--replace", is_flag=True, help="With --into: also where another file is there.")
def schedule(
    sites: tuple[str, ...],
    archive: Path,
    all_sites: bool,
    every: str,
    at: time | None,
    cron: bool,
    system: bool,
    runs_as: str | None,
    notify: str | None,
    after: str | None,
    writable: tuple[Path, ...],
    backup: Path | None,
    name: str | None,
    into: Path | None,
    replace: bool,
) -> int:
    """Print a timer for crawls, ready to use: a systemd service and timer, or a line for cron. Installs nothing.

    It names this program, this folder (blitar.toml is read in it) and this archive. The minute is another one on every
    machine, and stays the same. The last lines say which commands install what was printed.
    """
    if sites and all_sites:
        raise click.ClickException("either --all or sites, not both")
    if not sites and not all_sites:
        raise click.ClickException("which sites? blitar schedule SITE..., or --all; blitar sites lists them")
    chosen = tuple(dict.fromkeys(find_site(one, archive).id for one in sites))
    if runs_as is not None and (cron or not system):
        raise click.ClickException(f"--as goes with units of the machine, not with {'--cron' if cron else '--user'}")
    if runs_as is not None and not _USER.fullmatch(runs_as):
        raise click.ClickException(f"--as {runs_as}: not the name of a user")
    if backup is not None:
        refuse_unfit_folder(archive, backup)
    path = machine.absolute(archive)
    folder = Path.cwd()
    user = (runs_as or machine.user(path)) if system and not cron else None
    try:
        plan = Plan(
            program=machine.program(),
            archive=path,
            folder=folder,
            sites=chosen,
            rhythm=Rhythm(every, at, seed="\n".join((machine.identity(), str(path), *chosen))),
            name=plain_name(name) if name else unit_name(chosen, path),
            user=user,
            writable=tuple(machine.written(path, writable)),
            notify=notify or None,
            after=after or None,
            backup=machine.absolute(backup) if backup else None,
        )
        files = {f"{plan.name}.cron": cron_file(plan, machine.ahead_of_utc())} if cron else unit_files(plan)
    except Unwritable as error:
        raise click.ClickException(str(error)) from None
    for hint in _hints(plan, archive, cron):
        click.echo(hint, err=True)
    if runs_as is not None and machine.is_new(runs_as):
        click.echo(f"No user {runs_as} on this machine yet: the commands that install the units make one.", err=True)
    if into is not None:
        _write(files, into, replace)
        commands = list(_commands(plan, files, into, cron))
        for file in files:
            click.echo(into / file)
        click.echo("To install them:")
        for command in commands:
            click.echo(f"  {command}")
        return 0
    for file, text in files.items():
        click.echo(text if cron else f"# {folder_of(plan) / file}\n{text}")
    click.echo(
        "# To install:"
        if cron
        else "# To install: each into the file named above it (or --into DIR writes them). Then:"
    )
    for command in _commands(plan, files, None, cron):
        click.echo(f"#   {command}")
    return 0


def _commands(plan: Plan, files: dict[str, str], source: Path | None, cron: bool) -> Iterator[str]:
    if not cron:
        sudo = "" if os.geteuid() == 0 else "sudo "
        yield from install_commands(
            plan, files, source, sudo=sudo, new_user=plan.user is not None and machine.is_new(plan.user)
        )
    elif source is None:
        yield "crontab -e    # and put the lines above into it"
    else:
        (file,) = files
        yield f"(crontab -l 2>/dev/null; cat {shlex.quote(str(source / file))}) | crontab -"


def _write(files: dict[str, str], folder: Path, replace: bool) -> None:
    """Write the files, all or none. Raises click.ClickException where that would overwrite something."""
    other = [
        folder / name
        for name, text in files.items()
        if (folder / name).exists() and (folder / name).read_bytes() != text.encode()
    ]
    if other and not replace:
        raise click.ClickException(
            f"{other[0]}: is there and says something else; --replace, --name NAME, or another DIR"
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _hints(plan: Plan, archive: Path, cron: bool) -> Iterator[str]:
    """What would keep the timer from doing its work."""
    told = read_configuration(environment={})  # a timer does not see this shell's BLITAR_*
    contact = told.get("contact") or _table(told, "crawl").get("contact")
    sites = archived_sites(archive)
    loopback = plan.sites and all(name in sites and is_loopback(sites[name].home_url) for name in plan.sites)
    if not contact and not loopback:
        yield contact_hint().split(" (or ")[0] + f", in {plan.folder} (a timer does not see this shell)."
    if not archive.exists():
        todo = "the first run makes it" if plan.sites else "blitar add URL before the first run"
        yield f"{archive} does not exist yet: {todo}."
    elif not plan.sites and not sites:
        yield f"No sites in {archive} yet: blitar add URL before the first run."
    if not plan.archive.parent.is_dir():
        yield f"No folder {plan.archive.parent} yet: make it before the first run."
    if plan.backup is not None and not plan.backup.is_dir():
        yield f"No folder {plan.backup} yet: make it before the first run, writable for who runs it."
    if not cron and (unit := machine.unit_of_another(folder_of(plan) / f"{plan.name}.service", plan.archive)):
        yield f"{unit} is there already, for another archive: --name gives these units another name."
    if not cron and shutil.which("systemctl") is None:
        yield "No systemd on this machine: --cron prints a line for crontab."
    if plan.user is not None and (folder := machine.closed_to(plan.user, machine.program_files())):
        yield f"{folder} is closed to {plan.user}, and the program or its Python is in it: install it elsewhere (/opt)."


def _table(configuration: dict[str, object], name: str) -> dict[str, object]:
    found = configuration.get(name)
    return found if isinstance(found, dict) else {}
