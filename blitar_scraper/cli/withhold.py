"""`blitar withhold`."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.table import Table

from blitar_scraper.archive import Archive, OlderSchema
from blitar_scraper.archive.controls import shown, shown_in_json
from blitar_scraper.archive.database import Row
from blitar_scraper.archive.withholding import Withholding, WithholdingError
from blitar_scraper.cli.marked_text import safe
from blitar_scraper.cli.options import archive_option
from blitar_scraper.cli.show import unknown_article
from blitar_scraper.cli.tables import print_table


@click.command(epilog='Example: blitar withhold fxwzradjwx3c --field author --reason "asked for by the author"')
@click.argument("name", metavar="UID", required=False)
@archive_option
@click.option("--reason", metavar="TEXT", help="Why; kept in the archive, never shown to the public.")
@click.option("--field", metavar="NAME", help="Withhold this field only, in every version: title, author, body, ...")
@click.option("--version", type=int, metavar="N", help="Withhold version N only, and what says the same.")
@click.option("--lift", is_flag=True, help="Let it be shown again.")
@click.option("--list", "listing", is_flag=True, help="Print what is withheld at present, of UID or of all articles.")
@click.option("--json", "as_json", is_flag=True, help="Print each withholding as a JSON object.")
def withhold(
    name: str | None,
    archive: Path,
    reason: str | None,
    field: str | None,
    version: int | None,
    lift: bool,
    listing: bool,
    as_json: bool,
) -> int:
    """Keep an article, or a part of it, out of everything public from now on.

    The archive itself keeps it, and blitar show shows it. UID is the article's uid, or its address.
    """
    if listing:
        if reason is not None or field is not None or version is not None or lift:
            raise click.ClickException("--list only lists: leave out --reason, --field, --version and --lift")
        return _list(name, archive, as_json)
    if name is None:
        raise click.ClickException("which article? its UID, or --list to see what is withheld")
    if reason is None and not lift:
        raise click.ClickException("--reason TEXT is needed: whoever keeps this archive later will ask for it")
    with _writable(archive) as opened:
        article = _article(opened, name, archive)
        now = datetime.now(UTC)
        try:
            if lift:
                done = opened.lift(article, at=now, because=reason, field=field, version=version)
            else:
                made = opened.withhold(article, reason=reason or "", at=now, field=field, version=version)
                done = [made] if made else []
        except WithholdingError as error:
            raise click.ClickException(shown(str(error))) from None
        lines = list(_lifted(opened, article, done) if lift else _withheld(opened, article, done, field, version))
    for item in done if as_json else ():
        click.echo(_as_json(item))
    for line in lines:
        click.echo(shown(line), err=as_json)
    return 0


def _writable(archive: Path) -> Archive:
    """The archive, to be changed. Raises ArchiveMissing where there is none: it is not made."""
    with contextlib.suppress(OlderSchema):
        Archive(archive, readonly=True).close()
    return Archive(archive)


def _article(opened: Archive, name: str, archive: Path) -> Row:
    article = opened.find_article(name)
    if article is None:
        raise unknown_article(name, archive, opened)
    return article


def _withheld(
    opened: Archive, article: Row, made: Sequence[Withholding], field: str | None, version: int | None
) -> Iterator[str]:
    """What has come of it, and where the same can still be read."""
    for item in made:
        yield f"Withheld: {item.part} of {_name(article)}"
    if not made:
        known = [item for item in opened.withheld(article) if (item.field, item.version) == (field, version)]
        yield f"Withheld already since {known[0].withheld_at} ({known[0].reason}); nothing was changed."
    for hidden, shown_in in opened.still_shown(article):
        yield f"Note: the {hidden} can still be read in the {shown_in}, which is not withheld."
    for uid in opened.same_text_elsewhere(article):
        yield f"Note: the same text stands at another address, too: article {uid} is not withheld."


def _lifted(opened: Archive, article: Row, ended: Sequence[Withholding]) -> Iterator[str]:
    for item in ended:
        yield f"Shown again: {item.part} of {_name(article)} (withheld since {item.withheld_at}: {item.reason})"
    left = opened.withheld(article)
    if not ended:
        yield f"That is not withheld of {_name(article)}; nothing was changed."
    if left:
        yield f"Still withheld: {', '.join(item.part for item in left)}"


def _name(article: Row) -> str:
    return f"{article['uid']} “{article['title'] or article['url']}”"


def _list(name: str | None, archive: Path, as_json: bool) -> int:
    with Archive(archive, readonly=True) as opened:
        items = opened.withheld(None if name is None else _article(opened, name, archive))
    if as_json:
        for item in items:
            click.echo(_as_json(item))
        return 0
    if not items:
        click.echo("nothing is withheld")
        return 0
    table = Table(box=None, pad_edge=False)
    for heading in ("uid", "what", "since", "reason", "title"):
        table.add_column(heading, overflow="fold")
    for item in items:
        table.add_row(item.uid, item.part, item.withheld_at[:10], safe(item.reason), safe(item.title))
    print_table(table)
    return 0


def _as_json(item: Withholding) -> str:
    said = {name: value for name, value in dataclasses.asdict(item).items() if name not in ("id", "article_id")}
    return shown_in_json(json.dumps(said, ensure_ascii=False))
