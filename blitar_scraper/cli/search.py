"""`blitar search`."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from rich.padding import Padding
from rich.text import Text

from blitar_scraper.archive import Archive
from blitar_scraper.archive.controls import shown, shown_in_json
from blitar_scraper.archive.facets import Facets, facets
from blitar_scraper.archive.search import Hit, Segment, other_forms
from blitar_scraper.archive.search import search as search_in
from blitar_scraper.archive.search_words import match_expression
from blitar_scraper.archive.suggestions import did_you_mean
from blitar_scraper.cli.options import archive_option
from blitar_scraper.cli.printing import print_page

# Underlined too: colour alone is not seen by everybody.
_HIT = "bold yellow underline"
Forms = tuple[str, list[str], int]  # as `other_forms` gives them


@click.command(
    # A word with a minus is no option: `blitar search pasar -ikan`.
    context_settings={"ignore_unknown_options": True},
    epilog="""Example: blitar search penghargaan '"wali kota"' -pasar --site blitarkota --year 2024""",
)
@click.argument("words", nargs=-1, required=True)
@archive_option
@click.option("--site", metavar="SITE", help="Only this site's articles.")
@click.option("--year", type=click.IntRange(1900, 2999), metavar="YYYY", help="Only those published in that year.")
@click.option("--section", metavar="SECTION", help="Only those of this section, as the site prints it.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N")
@click.option("--json", "as_json", is_flag=True, help="Print each hit as a JSON object.")
def search(
    words: tuple[str, ...],
    archive: Path,
    site: str | None,
    year: int | None,
    section: str | None,
    limit: int,
    as_json: bool,
) -> int:
    """Search titles and texts, best first.

    All words must be there, in any form: penghargaan finds menghargai and dihargai. "Words in quotes" (for the shell:
    '"wali kota"') stand together and exactly so. A word behind a minus must not be there.
    """
    for word in words:
        if word.startswith("--"):
            raise click.UsageError(f"No such option: {shown(word)}")
    typed = " ".join(words)
    with Archive(archive, readonly=True) as opened:
        if site is not None and opened.site(site) is None:
            raise click.ClickException(f"no site '{site}' in {archive}; blitar sites lists them")
        if match_expression(typed, lambda words: [[] for _ in words]) is None:
            raise click.ClickException("a search needs a word to look for, not only words that must not be there")
        filters: dict[str, Any] = {"site": site, "year": year, "section": section}
        hits = search_in(opened.db, typed, limit=limit, **filters)
        if as_json:
            for hit in hits:
                click.echo(shown_in_json(json.dumps(_as_row(hit), ensure_ascii=False)))
        elif hits:
            found = facets(opened.db, typed, **filters)
            forms = other_forms(opened.db, typed)
            print_page(lambda colour: _page(hits, found, forms, colour))
        else:
            click.echo(_nothing(opened, typed, filters))
    return 0


def _as_row(hit: Hit) -> dict[str, Any]:
    row = {**dataclasses.asdict(hit), "snippet": hit.snippet}
    return {name: value for name, value in row.items() if not name.endswith("segments")}


def _page(hits: Sequence[Hit], found: Facets, forms: Sequence[Forms], colour: bool) -> Iterator[Text | Padding]:
    for hit in hits:
        title = _marked(hit.title_segments, colour) if colour and hit.title else Text(shown(hit.title or "(no title)"))
        yield Text(f"{hit.published_at or 'undated'}  ").append(title)
        yield Padding.indent(_marked(hit.segments, colour), 4)
        yield Text(shown(f"    {hit.url}  ({hit.uid})"), "dim", no_wrap=True)
    yield from _also(forms)
    number = f"{'more than ' if found.is_more else ''}{found.total:,} article{'' if found.total == 1 else 's'} found"
    yield Text(number + (f", the best {len(hits):,} shown" if len(hits) < found.total else ""))


def _also(forms: Sequence[Forms]) -> Iterator[Text]:
    """Which other words were looked for, and how to look for one alone."""
    for word, others, more in forms:
        rest = f" and {more} more" if more else ""
        yield Text(shown(f"for {word} also: {', '.join(others)}{rest}"), "dim")
    if forms:
        yield Text(shown(f"only as typed, in quotation marks: blitar search '\"{forms[0][0]}\"'"), "dim")


def _marked(segments: Sequence[Segment], colour: bool) -> Text:
    """The segments on one line, hits in colour or in [ ]."""
    text = Text()
    for segment in segments:
        written = shown(" ".join(f"x{segment.text}x".split())[1:-1])
        text.append(f"[{written}]" if segment.is_hit and not colour else written, _HIT if segment.is_hit else "")
    return text


def _nothing(archive: Archive, typed: str, filters: dict[str, Any]) -> str:
    if any(value is not None for value in filters.values()):
        without = facets(archive.db, typed).total
        if without:
            return f"nothing found there; {without:,} without --site, --year and --section"
    meant = did_you_mean(archive.db, typed)
    return f"nothing found; did you mean: {shown(meant)}" if meant else "nothing found"
