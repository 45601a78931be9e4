"""`blitar export`."""

from __future__ import annotations

import difflib
import json
import re
import sqlite3
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from blitar_scraper.archive import Archive
from blitar_scraper.archive.controls import shown
from blitar_scraper.archive.database import plain_errors
from blitar_scraper.archive.whole_files import written_whole
from blitar_scraper.cli.options import archive_option
from blitar_scraper.publishing.exports.bounded_reading import NotReadable
from blitar_scraper.publishing.exports.export import FORMATS, Exported, check_installed, format_of
from blitar_scraper.publishing.exports.export import export as write_export
from blitar_scraper.publishing.exports.selecting import SOURCES, BadSelection, Request
from blitar_scraper.publishing.statement.citing import cite_archive
from blitar_scraper.publishing.words import Words

# Seconds that SQL from the command line may run: a million articles are written in a third of it.
_TIME_LIMIT = 600.0
# How SQL begins that gives no rows: said before SQLite says it of a statement that the person did not type.
_CHANGES = re.compile(
    r"\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|ATTACH|DETACH|PRAGMA|VACUUM|BEGIN|REINDEX|ANALYZE)\s",
    re.IGNORECASE,
)


@click.command(
    epilog="Example: blitar export news.xlsx --site blitarkota --since 2024-01 --where \"body LIKE '%stunting%'\""
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@archive_option
@click.option("--site", "sites", multiple=True, metavar="SITE", help="Only this site's; may be given several times.")
@click.option("--since", metavar="DATE", help="Only from this day, month or year on: 2024, 2024-09, 2024-09-27.")
@click.option("--until", metavar="DATE", help="Only up to and with this day, month or year.")
@click.option("--where", metavar="SQL", help="Only rows for which this SQL expression is true.")
@click.option("--columns", metavar="A,B,...", help="These columns, in this order.")
@click.option("--all-fields", is_flag=True, help="All columns, with the evidence of each value.")
@click.option(
    "--table", default="articles", show_default=True, metavar="NAME", help=f"What to export: {', '.join(SOURCES)}."
)
@click.option("--query", metavar="NAME|SQL", help="The rows of a canned query, or of SQL, instead of a table.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="A parameter of --query.")
@click.option("--format", "wanted", type=click.Choice(sorted(FORMATS)), help="Where FILE does not end with it.")
@click.option("--exact", is_flag=True, help="CSV for programs: without the marks that keep spreadsheets from formulas.")
@click.option("--withheld-too", is_flag=True, help="For the keeper's own use: also what is withheld from the public.")
@click.option(
    "--time-limit", type=click.FloatRange(min=0), default=_TIME_LIMIT, show_default=True, metavar="S",
    help="Stop SQL of yours after so many seconds; 0: never.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as a JSON object.")
def export(
    file: Path,
    archive: Path,
    sites: tuple[str, ...],
    since: str | None,
    until: str | None,
    where: str | None,
    columns: str | None,
    all_fields: bool,
    table: str,
    query: str | None,
    settings: tuple[str, ...],
    wanted: str | None,
    exact: bool,
    withheld_too: bool,
    time_limit: float,
    force: bool,
    as_json: bool,
) -> int:
    """Write articles, or other rows of the archive, into a file: xlsx, csv, csv.gz, jsonl or parquet.

    FILE's ending says the format; - is standard output. What is withheld is in none of them. A csv file is made to be
    opened in a spreadsheet program, too: text that it would take for a formula begins with an apostrophe there (csv.gz,
    jsonl, parquet and standard output hold everything exactly).
    """
    request = Request(
        table=table,
        sites=sites,
        since=since,
        until=until,
        where=where,
        columns=tuple(name.strip() for name in (columns or "").split(",") if name.strip()),
        all_columns=all_fields,
        query=query,
        parameters=_parameters(settings),
        withheld_too=withheld_too,
    )
    _check(request, file, force)
    try:
        format = wanted or format_of(file) if str(file) != "-" else _format_of_output(wanted)
        check_installed(format)
        with Archive(archive, readonly=True) as opened:
            check_sites(opened, sites, archive)
            now = datetime.now(UTC).replace(microsecond=0)
            citation = cite_archive(opened.db, sites=sites)
            with ExitStack() as stack:
                stack.enter_context(plain_errors(archive))
                out = sys.stdout.buffer if str(file) == "-" else stack.enter_context(written_whole(file))
                done = write_export(
                    opened,
                    request,
                    out,
                    format,
                    exact=exact or str(file) == "-",  # what goes to standard output goes into a program
                    seconds=time_limit,
                    made_at=now,
                    about=(citation,),
                )
    except (BadSelection, NotReadable) as error:
        raise click.ClickException(shown(str(error))) from None
    except (sqlite3.Error, ValueError) as error:
        raise click.ClickException(shown(f"{error}")) from None
    _say(done, file, request, citation, as_json)
    return 0


def _check(request: Request, file: Path, force: bool) -> None:
    """Raises click.ClickException where two options contradict each other, or the file is there."""
    if request.query is not None:
        filters = {
            "--site": request.sites,
            "--since": request.since,
            "--until": request.until,
            "--where": request.where,
            "--columns": request.columns,
            "--all-fields": request.all_columns,
        }
        if given := [name for name, value in filters.items() if value]:
            raise click.ClickException(f"--query stands alone: put what {given[0]} says into its SQL")
        if _CHANGES.match(request.query):
            raise click.ClickException("--query: only a SELECT can be exported")
    elif request.parameters:
        raise click.ClickException("--set is for --query")
    if file.is_dir():
        raise click.ClickException(f"{file} is a folder")
    if not file.parent.is_dir():
        raise click.ClickException(f"{file}: there is no folder {file.parent}")
    if file.is_file() and not force:
        raise click.ClickException(f"{file} is there already; --force writes over it")


def check_sites(opened: Archive, sites: tuple[str, ...], archive: Path) -> None:
    """Raises click.ClickException where one of them is no site of the archive."""
    known = [site.id for site in opened.sites()] if sites else []
    for site in sites:
        if site not in known:
            near = difflib.get_close_matches(site, known, n=1)
            hint = f"did you mean {near[0]}?" if near else "blitar sites lists them"
            raise click.ClickException(f"no site '{site}' in {archive}; {hint}")


def _parameters(settings: tuple[str, ...]) -> dict[str, str]:
    parameters = {}
    for setting in settings:
        name, sign, value = setting.partition("=")
        if not sign:
            raise click.ClickException(f"--set {setting}: NAME=VALUE is needed")
        parameters[name.strip()] = value
    return parameters


def _format_of_output(wanted: str | None) -> str:
    if wanted is None:
        raise click.ClickException(f"- needs --format: {', '.join(sorted(FORMATS))}")
    if wanted in ("parquet", "xlsx", "csv.gz") and sys.stdout.isatty():
        raise click.ClickException(f"{wanted} is nothing for a screen: name a file, or send it into a program")
    return wanted


def _say(done: Exported, file: Path, request: Request, citation: str, as_json: bool) -> None:
    """What was written and how; beside the rows themselves it goes to standard error."""
    is_output = str(file) == "-"
    number = file.stat().st_size if file.is_file() and not is_output else None
    notes = list(done.written.notes)
    if done.undated:
        rows = "1 row is" if done.undated == 1 else f"{done.undated:,} rows are"
        notes.append(f"{rows} left out: not certainly of that time")
    if request.withheld_too:
        notes.append("it holds what is withheld from the public, too: for your own use only")
    if as_json:
        said: dict[str, Any] = {"file": None if is_output else str(file), "rows": done.written.rows, "bytes": number}
        said |= {"table": done.name, "notes": notes, "citation": citation}
        click.echo(json.dumps(said, ensure_ascii=False), err=is_output)
        return
    rows = f"{done.written.rows:,} row{'' if done.written.rows == 1 else 's'}"
    of = "" if done.name == "rows" else f" of {done.name}"
    click.echo(f"{rows}{of}" + (f" into {file} ({Words().size(number)})" if number is not None else ""), err=is_output)
    for note in notes:
        click.echo(f"Note: {note}.", err=True)
    click.echo(f"To cite: {citation}", err=is_output)
