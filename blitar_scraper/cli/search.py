"""`blitar search`."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import click

from blitar_scraper.archive import Archive
from blitar_scraper.archive.controls import shown, shown_in_json
from blitar_scraper.cli.options import archive_option


@click.command(epilog="Example: blitar search penghargaan statistik")
@click.argument("words", nargs=-1, required=True)
@archive_option
@click.option("--site", metavar="SITE", help="Only this site's articles.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N")
@click.option("--json", "as_json", is_flag=True, help="Print each hit as a JSON object.")
def search(words: tuple[str, ...], archive: Path, site: str | None, limit: int, as_json: bool) -> int:
    """Search titles and texts, best first."""
    with Archive(archive, readonly=True) as opened:
        if site is not None and opened.site(site) is None:
            raise click.ClickException(f"no site '{site}' in {archive}; blitar sites lists them")
        hits = opened.search(" ".join(words), site=site, limit=limit)
    for hit in hits:
        if as_json:
            said = {**dataclasses.asdict(hit), "snippet": hit.snippet}
            said = {name: value for name, value in said.items() if not name.endswith("segments")}
            click.echo(shown_in_json(json.dumps(said, ensure_ascii=False)))
        else:
            snippet = " ".join(hit.snippet.split())
            title = hit.title or "(no title)"
            click.echo(shown(f"{hit.published_at or 'undated'}  {title}\n    {snippet}\n    {hit.url}  ({hit.uid})"))
    if not hits and not as_json:
        click.echo("nothing found")
    return 0
