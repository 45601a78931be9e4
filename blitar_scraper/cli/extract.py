"""`blitar extract`."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from blitar_scraper.addresses import clean_url
from blitar_scraper.cli.options import archive_option, find_site
from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Reading, Site, check_article


def _moment(ctx: click.Context, parameter: click.Parameter, value: str | None) -> datetime:
    """The time given, UTC where it names no zone; now where none is given."""
    if value is None:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter("write it as 2024-09-28T10:15:00+07:00") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@click.command(epilog="Example: blitar extract page.html --site blitarkota")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@archive_option
@click.option(
    "--site", "site_id", metavar="SITE", help="Whose pages they are: gives time zone, name and pinned selectors."
)
@click.option("--url", metavar="URL", help="The page's address; its slug is a witness for the title.")
@click.option(
    "--seen-at",
    callback=_moment,
    metavar="TIME",
    help="When the page was fetched (now, if not given): relative dates and the future are judged by it.",
)
def extract(files: tuple[Path, ...], archive: Path, site_id: str | None, url: str | None, seen_at: datetime) -> int:
    """Read saved article pages and print each as one JSON object a line, with its evidence.

    The keys are the columns of `articles`, and `file`, `media`, `popular` and `problems`.
    """
    if url is not None and clean_url(url) is None:
        raise click.ClickException(f"--url {url}: not an http address")
    site = find_site(site_id, archive) if site_id else _site_of(url)
    for file in files:
        page = Page(file.read_bytes(), url, None, base_url=site.home_url if site_id or url else None)
        reading = extract_article(page, site, seen_at=seen_at)
        click.echo(json.dumps({"file": str(file), **record(reading, site, seen_at)}, ensure_ascii=False))
    return 0


def _site_of(url: str | None) -> Site:
    """Without a site nothing is assumed of its time zone."""
    return Site(id="", name="", home_url=url or "http://localhost/", timezone=None)


_COLUMNS = (
    "uid", "site", "url", "title", "author", "section", "published_at", "published_raw", "published_precision",
    "published_date", "published_time", "modified_at", "dateline_date", "views", "press_release_number", "image_url",
    "tags", "language", "word_count", "content_digest", "parser_version", "evidence", "body", "body_main",
)  # fmt: skip


def record(reading: Reading, site: Site, seen_at: datetime) -> dict[str, Any]:
    """A reading as a row of `articles` would hold it, rules applied, with media, popular list and problems.

    Where the page is no article, all columns are null.
    """
    article, problems = reading.article, list(reading.problems)
    columns: dict[str, Any] = dict.fromkeys(_COLUMNS)
    if article is not None:
        home = site.home_url if article.url and site.id else article.url or site.home_url
        article, broken = check_article(article, home, seen_at)
        problems += broken
        columns = {name: getattr(article, name) for name in _COLUMNS}
        columns["site"] = article.site or None
    return {
        **columns,
        "media": [dataclasses.asdict(item) for item in reading.media],
        "popular": [dataclasses.asdict(entry) for entry in reading.popular],
        "problems": [dataclasses.asdict(problem) for problem in problems],
    }
