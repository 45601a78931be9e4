"""`blitar show`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from blitar_scraper.archive import Archive
from blitar_scraper.archive.citation import as_bibtex, as_text, source_of
from blitar_scraper.archive.controls import shown, shown_in_json
from blitar_scraper.archive.history import History, Version
from blitar_scraper.archive.record import record_of
from blitar_scraper.cli.options import archive_option
from blitar_scraper.cli.printing import print_page
from blitar_scraper.cli.show_page import page_of

_FORMS = {"json": "--json", "text": "--text", "bibtex": "--bibtex"}


@click.command(epilog="Example: blitar show fxwzradjwx3c --bibtex")
@click.argument("name", metavar="UID")
@archive_option
@click.option(
    "--version", "number", type=click.IntRange(min=1), metavar="N", help="The text and citation of version N."
)
@click.option("--text", is_flag=True, help="Print the citation alone.")
@click.option("--bibtex", is_flag=True, help="Print the citation alone, as BibTeX.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON object.")
def show(name: str, archive: Path, number: int | None, text: bool, bibtex: bool, as_json: bool) -> int:
    """An article with its history, views, captures and citation.

    UID is the article's uid, or its address. This is the keeper's own view: it shows what is withheld, too.
    """
    asked = [option for option, chosen in zip(_FORMS.values(), (as_json, text, bibtex), strict=True) if chosen]
    if len(asked) > 1:
        raise click.ClickException(f"{' and '.join(asked)}: ask for one of them")
    history = history_named(name, archive)
    version = _version(history, number)
    if as_json:
        click.echo(shown_in_json(json.dumps(record_of(history, version), ensure_ascii=False)))
    elif text:
        click.echo(shown(as_text(source_of(history, version))))
    elif bibtex:
        click.echo(shown(as_bibtex(source_of(history, version))))
    else:
        print_page(lambda colour: page_of(history, version, colour=colour))
    return 0


def history_named(name: str, archive: Path) -> History:
    """The history of the article of that uid or address. Raises click.ClickException where there is none."""
    with Archive(archive, readonly=True) as opened:
        article = opened.find_article(name)
        if article is None:
            raise unknown_article(name, archive, opened)
        return opened.history(article)


def unknown_article(name: str, archive: Path, opened: Archive) -> click.ClickException:
    """What to say where there is no such article, with what may have been meant."""
    near = opened.near_uids(name)
    hint = f"did you mean {' or '.join(near)}?" if near else "blitar search WORDS finds an article and its uid"
    return click.ClickException(shown(f"no article '{name}' in {archive}; {hint}"))


def _version(history: History, number: int | None) -> Version:
    if number is None:
        return history.present
    version = history.version(number)
    if version is None:
        last = history.present.number
        raise click.ClickException(f"no version {number}: the article has {f'1 to {last}' if last > 1 else 'only one'}")
    return version
