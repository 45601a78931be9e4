"""What a probe says to a person: the site, how its articles are found, and three of them, field by field."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from blitar_scraper.cli.extract import record
from blitar_scraper.crawling.sites.probing import exit_status
from blitar_scraper.crawling.sites.reasons import in_words
from blitar_scraper.items import Article, Reading
from blitar_scraper.spiders.findings import ArticleFound, Findings, SourceFound

# The first fits in a mail and an issue; on a wider terminal lines of more than the second are hard to read.
WIDTH, WIDEST = 80, 100
_LONGEST_RAW = 60  # characters of raw text; more is in --json
_LONGEST_BODY = 150

_FIELDS = (
    "title", "author", "section", "published_at", "modified_at", "dateline_date", "views", "press_release_number",
    "tags", "language", "image_url", "body",
)  # fmt: skip

_LABELS = {
    "published_at": "published",
    "modified_at": "modified",
    "dateline_date": "dateline",
    "press_release_number": "release no.",
    "image_url": "image",
}

_WHY = {
    "listing-empty": "no article links on any page read; are they filled in by scripts?",
    "no-article": "none of the pages that it links to can be read as an article",
    "reader-error": "a fault of this program, please report it",
}
_TELLING = ("certificate", "challenge", "maintenance", "suspended", "parked", "login", "no-article", "reader-error")
_NAMES = {"unread": "its articles could not be read", "no-news": "no news site", "elsewhere": "leads elsewhere"}


def why(found: Findings) -> str:
    """In one line, why a probe is not good."""
    problem, detail = found.problem or "", found.detail
    text = _WHY.get(problem) or in_words(problem, detail)
    if problem == "off-site" and detail and (target := re.search(r"leads to (\S+)", detail)):
        text = f"it leads to another site, {target[1]}: probe that"
    elif problem in _TELLING and detail:
        text = f"{text} ({detail})" if problem != "no-article" else detail
    return f"{found.url}: {_NAMES.get(found.outcome, found.outcome)}: {text}"


def print_report(found: Findings, console: Console) -> None:
    """Everything that was found, within 80 columns but for addresses; plain text where it goes into a file or pipe."""
    width = min(console.width, WIDEST) if console.is_terminal else WIDTH
    with console.capture() as capture:
        for part in _parts(found):
            if isinstance(part, Text):
                console.print(part, soft_wrap=True)
            else:
                console.print(Padding(part, (0, 0, 0, 2)), width=width)
    for line in capture.get().splitlines():
        click.echo(line.rstrip())


def _parts(found: Findings) -> Iterator[Text | Table]:
    site = found.site
    region = ", ".join(text for text in (site.level, site.region_code, site.province, site.timezone) if text)
    yield Text.assemble((site.name, "bold"), f"  {found.final_url}")
    facts = _grid()
    if found.final_url not in (found.url, found.url + "/"):
        facts.add_row("asked for", found.url)
    facts.add_row("region", region or "not certain by the host's name: level, region and time zone stay open")
    system = found.system
    reasons = "; ".join(system.reasons) if system else ""
    name = f"{system.name}{'' if system.certain else ', perhaps'}" if system else "not recognised, and need not be"
    facts.add_row("system", _with_source(Text(name), reasons))
    yield facts
    yield Text("\nHow its articles are found", style="bold")
    for source in found.sources:
        yield Text.assemble("  ", (f"{source.kind:13}", "cyan"), source.url)
        told = _grid()
        told.add_row("", _told(source))
        yield told
    if not found.sources:
        yield Text("  nowhere")
    for place, one in enumerate(found.articles, 1):
        yield Text.assemble((f"\nArticle {place} of {len(found.articles)}", "bold"), f"  {one.url}")
        yield _article(one)
    yield Text(f"\n{found.requests} requests in {found.seconds:.1f} s. Nothing was stored.", style="dim")


def _grid() -> Table:
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=12, style="cyan", no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    return table


def _told(source: SourceFound) -> Text:
    """What a source said, in a line."""
    if not source.asked:
        return Text("named by the site, not needed: REST names every article", "dim")
    said = []
    if source.total is not None:
        said.append(f"{source.total:,} {'addresses' if source.kind == 'sitemap' else 'articles in all'}")
    elif source.entries:
        said.append(f"{source.entries} {'articles on its first page' if source.kind == 'listing' else 'entries'}")
    if source.pagination:
        said.append(f"{source.page_count} pages by {source.pagination}" if source.page_count else source.pagination)
    if source.goes_on is not None:
        said.append("its second page has others" if source.goes_on else "but its second page has the same ones")
    said += [text for text in (source.problem, source.detail) if text and text != source.url]
    return Text("; ".join(said), "yellow" if source.problem else "dim")


def _article(one: ArticleFound) -> Table:
    table = _grid()
    table.add_row("named by", ", ".join(one.named_by) or "you")
    if one.problem:
        table.add_row("not read", Text(f"{one.problem}: {one.detail or ''}".rstrip(": "), "yellow"))
    if one.article is not None:
        absent = []
        for name in _FIELDS:
            label = _LABELS.get(name, name)
            if getattr(one.article, name) in (None, (), ""):
                absent.append(label)
            else:
                table.add_row(label, _field(one.article, name))
        kinds = [item.kind for item in one.reading.media] if one.reading else []
        if kinds:
            table.add_row("media", ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds)))
        if absent:
            table.add_row("none", Text(", ".join(absent), "dim"))
    for problem in one.problems:
        about = f" ({problem.field})" if problem.field else ""
        table.add_row("uncertain", Text(f"{problem.problem}{about}: {problem.detail or ''}".rstrip(": "), "yellow"))
    return table


def _field(article: Article, name: str) -> Text:
    """A value, where it was read, and what others said."""
    value = getattr(article, name)
    if name == "body":
        shown = f"{article.word_count} words: “{_short(value, _LONGEST_BODY)}”"
    elif name == "published_at":
        shown = f"{value} (to the {article.published_precision})"
    else:
        shown = ", ".join(value) if isinstance(value, tuple) else f"{value:,}" if isinstance(value, int) else str(value)
    said = article.evidence.get(name)
    if not isinstance(said, dict) or not said.get("from"):
        return Text(shown)
    text = _with_source(Text(shown), _evidence(said, value))
    for other in said.get("others", ()):
        text.append(f"\nbut {_evidence(other, value)}", "yellow")
    return text


def _with_source(text: Text, source: str) -> Text:
    """The text and where it is from: behind it, where that fits on one line."""
    if not source:
        return text
    room = WIDTH - 16 - len(text) - 3
    return text.append(f"   {source}" if len(source) <= room else f"\n{source}", "dim")


def _evidence(said: dict[str, Any], value: object) -> str:
    raw = str(said.get("raw") or "")
    if not raw or raw == str(value):
        return str(said["from"])
    return f"{said['from']} “{_short(raw, _LONGEST_RAW)}”"


def _short(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def as_record(found: Findings) -> dict[str, Any]:
    """The findings as one JSON object; articles have the keys of `articles`, as `blitar extract` prints them."""
    seen_at = datetime.now(UTC)
    site = dataclasses.asdict(dataclasses.replace(found.site, settings=dict(found.site.settings)))
    return {
        "url": found.url,
        "outcome": found.outcome,
        "exit_status": exit_status(found),
        "problem": found.problem,
        "detail": found.detail,
        "final_url": found.final_url,
        "site": site,
        "system": dataclasses.asdict(found.system) if found.system else None,
        "sources": [dataclasses.asdict(source) for source in found.sources],
        "articles": [
            {
                "url": one.url,
                "named_by": one.named_by,
                "problem": one.problem,
                "detail": one.detail,
                **record(one.reading or Reading(None), found.site, seen_at),
            }
            for one in found.articles
        ],
        "requests": found.requests,
        "seconds": round(found.seconds, 2),
    }
