"""`blitar report`."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from blitar_scraper.archive import Archive
from blitar_scraper.archive.controls import shown, shown_in_json
from blitar_scraper.archive.database import plain_errors
from blitar_scraper.cli.export import check_sites
from blitar_scraper.cli.options import archive_option
from blitar_scraper.cli.printing import print_page
from blitar_scraper.publishing.statement.citing import cite_archive
from blitar_scraper.publishing.statement.documents import Block, Bullets, Heading, Paragraph, Table, as_markdown
from blitar_scraper.publishing.statement.facts import Facts, SiteFacts, facts_of
from blitar_scraper.publishing.statement.statement import statement
from blitar_scraper.publishing.words import LANGUAGES, Words


@click.command(epilog="Example: blitar report --language id --markdown > pernyataan-data.md")
@archive_option
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="English or Indonesian."
)
@click.option("--site", "sites", multiple=True, metavar="SITE", help="Only this site; may be given several times.")
@click.option("--markdown", is_flag=True, help="Print it as Markdown.")
@click.option("--json", "as_json", is_flag=True, help="Print its numbers as a JSON object.")
def report(archive: Path, language: str, sites: tuple[str, ...], markdown: bool, as_json: bool) -> int:
    """The data statement of this archive, for a thesis or an article.

    What was collected from where and when, what is missing, what changed, how to cite it.
    """
    if markdown and as_json:
        raise click.ClickException("--markdown or --json, not both")
    with Archive(archive, readonly=True) as opened, plain_errors(archive):
        check_sites(opened, sites, archive)
        facts = facts_of(opened.db, sites)
        citation = cite_archive(opened.db, sites=() if facts.whole else sites, language=language)
    if as_json:
        click.echo(shown_in_json(json.dumps(_as_json(facts, citation), ensure_ascii=False, indent=2)))
        return 0
    blocks = statement(facts, citation, Words(language))
    if markdown:
        click.echo(as_markdown(blocks), nl=False)
    else:
        print_page(lambda colour: _page(blocks))
    return 0


def _as_json(facts: Facts, citation: str) -> dict[str, object]:
    totals = {"articles": facts.articles, "missing": dict(facts.missing)}
    period = {"first_published": facts.first_published, "last_published": facts.last_published}
    problems = {name: {"all": all_, "open": still} for name, (all_, still) in facts.problems.items()}
    sites = [_fields(site) for site in facts.sites]
    return {**totals, **period, **_fields(facts), "sites": sites, "problems": problems, "citation": citation}


def _fields(facts: Facts | SiteFacts) -> dict[str, object]:
    """Not `dataclasses.asdict`: it takes a Counter apart into pairs."""
    return {field.name: getattr(facts, field.name) for field in dataclasses.fields(facts)}


def _page(blocks: Iterable[Block]) -> Iterator[RenderableType]:
    follows_heading = True
    for block in blocks:
        if not follows_heading:
            yield ""
        follows_heading = isinstance(block, Heading)
        if isinstance(block, Heading):
            yield Text(shown(block.text), "bold" if block.level > 1 else "bold underline")
        elif isinstance(block, Paragraph):
            yield Text(_plain(block.text))
        elif isinstance(block, Bullets):
            yield from (Padding(Text(f"- {_plain(item)}"), (0, 0, 0, 2), expand=False) for item in block.items)
        else:
            yield Padding(_grid(block), (0, 0, 0, 2), expand=False)


def _grid(table: Table) -> Grid:
    grid = Grid(box=None, pad_edge=False)
    for place, heading in enumerate(table.headings):
        grid.add_column(shown(heading), justify="right" if place in table.numbers else "left", overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(_plain(cell)) for cell in row))
    return grid


def _plain(text: str) -> str:
    """The text as it is printed on a terminal: the marks around names are Markdown's."""
    return shown(text).replace("`", "")
