"""An article with its history, as a page for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from blitar_scraper.archive.citation import as_bibtex, as_text, date_in_words, source_of
from blitar_scraper.archive.differences import paragraphs_difference, words_difference
from blitar_scraper.archive.history import COMPARED_FIELDS, History, ReadFrom, Version
from blitar_scraper.cli.marked_text import paragraph_lines, safe, segments_text
from blitar_scraper.cli.sparkline import sparkline, spread

# Rows of counts, and of captures, that are shown at most.
_MOST_ROWS = 12
_HOW = {
    "edited": "edited by the government",
    "reparsed": "read better by a newer program",
    "merged": "two addresses turned out to be one article",
    "imported": "imported captures completed the history",
}
_GONE = {
    "404": "the site says that there is no such page",
    "soft-404": "another page stands there instead",
    "home": "its address leads to the home page",
    "moved-site": "the site has moved",
}


def page_of(history: History, version: Version, *, colour: bool) -> Iterator[RenderableType]:
    """The page, piece by piece: the article as it was in that version, then its past.

    `colour`: whether differences are coloured, else they are marked `[-old-]{+new+}`.
    """
    yield from _head(history, version)
    yield from _body(version)
    yield from _history(history, colour)
    yield from _views(history)
    yield from _captures(history)
    yield from _citation(history, version)


def _head(history: History, version: Version) -> Iterator[RenderableType]:
    article = history.article
    yield safe(version.title, "bold") if version.title else Text("(no title)", "dim")
    published = date_in_words(version.published_at)
    if published and len(version.published_at or "") >= 16:
        published += f", {(version.published_at or '')[11:]}"
    facts = [history.site_name, version.author, version.section, published or "undated"]
    yield safe("  ·  ".join(fact for fact in facts if fact))
    yield _uncut(safe(version.url, "blue"))
    views = "" if article["views"] is None else f"  ·  {article['views']:,} views"
    yield Text(
        f"uid {article['uid']}{views}  ·  seen {_day(article['first_seen_at'])} to {_day(article['last_seen_at'])}"
    )
    for uid in history.merged:
        yield safe(f"also known as {uid}: an article that turned out to be this one", "dim")
    if version is not history.present:
        yield Text(f"This is version {version.number} of {history.present.number}.", "bold yellow")
    if article["gone_at"]:
        reason = article["gone_reason"]
        why = f": {_GONE[reason]}" if reason in _GONE else ""
        yield Text(f"GONE from the site, first found so {_moment(article['gone_at'])} ({reason}{why})", "bold yellow")
    for item in history.withholdings:
        if item.lifted_at is None:
            what = "" if item.part == "article" else f" ({item.part})"
            banner = f"WITHHELD{what} from the public since {_moment(item.withheld_at)}: {item.reason}"
            yield safe(banner, "bold white on red")
        else:
            lifted = f"; lifted: {item.lifted_because}" if item.lifted_because else ""
            said = f"{item.part} was withheld {_day(item.withheld_at)} to {_day(item.lifted_at)}: {item.reason}{lifted}"
            yield safe(said, "dim")


def _body(version: Version) -> Iterator[RenderableType]:
    yield Text()
    if version.body is None:
        yield Text("(no text)", "dim")
        return
    lines = version.body.split("\n")
    for place, line in enumerate(lines):
        if place and not ("\t" in line and "\t" in lines[place - 1]):  # a table's rows stay together
            yield Text()
        yield safe(line)


def _history(history: History, colour: bool) -> Iterator[RenderableType]:
    count = len(history.live)
    yield from _heading("History", "1 version" if count == 1 else f"{count} versions")
    for place, version in enumerate(history.versions):
        if place:
            yield Text()
        yield from _version(history, version, colour)


def _version(history: History, version: Version, colour: bool) -> Iterator[RenderableType]:
    if version.is_live:
        seen = f"seen {_moment(history.first_seen(version))}"
        if version.superseded_by is None:
            end = "the present one"
        else:
            end = f"superseded {_moment(version.superseded_at)}: {_how(version)}"
    else:
        seen = f"another reading of version {history.reading_of(version).number}"
        end = f"replaced {_moment(version.superseded_at)}: {_how(version)}"
    held = "  (withheld)" if version.withheld else ""
    head = Table.grid(padding=(0, 2))
    head.add_row(Text(f"Version {version.number}", "bold"), Text(f"{seen}, {end}{held}"))
    yield head
    if change := history.change(version):
        yield from _differences(*change, colour=colour)
        if version.is_live and change[1] is not version:
            said = f"as in version {change[1].number}, which the same program read as version {change[0].number}"
            yield Padding.indent(Text(said, "dim"), 2)


def _how(version: Version) -> str:
    by = version.superseded_by or ""
    return _HOW.get(by, by)


def _differences(old: Version, new: Version, *, colour: bool) -> Iterator[RenderableType]:
    table = _grid()
    for name in COMPARED_FIELDS:
        one, other = getattr(old, name), getattr(new, name)
        if one == other:
            continue
        if name == "body":
            lines = list(paragraph_lines(paragraphs_difference(one, other), colour=colour))
        else:
            lines = [segments_text(words_difference(one or "", other or ""), colour=colour)]
        for place, line in enumerate(lines):
            table.add_row("" if place else name, line)
    if not table.row_count:
        table.add_row("", Text(f"reads the same as version {old.number}", "dim"))
    yield Padding.indent(table, 2)


def _views(history: History) -> Iterator[RenderableType]:
    counts = history.view_counts
    if not counts:
        yield from _heading("Views", "the site shows none")
        return
    line = f"  {sparkline([count.views for count in counts])}" if len(counts) > 1 else ""
    yield from _heading("Views", f"{len(counts)} observation{'s' if len(counts) > 1 else ''}{line}")
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("observed", "views", "growth", "our visits by then"):
        table.add_column(name, justify="left" if name == "observed" else "right")
    previous = None
    for count in spread(counts, _MOST_ROWS):
        growth = "" if previous is None else f"{count.views - previous:+,}"
        table.add_row(_moment(count.observed_at), f"{count.views:,}", growth, str(count.own_fetches))
        previous = count.views
    yield Padding.indent(table, 2)
    if len(counts) > _MOST_ROWS:
        yield Text(
            f"  {len(counts) - _MOST_ROWS} observations in between are left out here; --json has them all", "dim"
        )
    if history.counts_own_fetches:
        yield Text("  this site's counter counts our own visits, too", "dim")


def _captures(history: History) -> Iterator[RenderableType]:
    reads = history.captures
    bare = [version.number for version in history.live if version.capture is None]
    if not reads:
        yield from _heading("Captures", "none was kept: no bytes stand behind these values")
        return
    yield from _heading("Captures", f"the answer{'s' if len(reads) > 1 else ''} that it was read from")
    shown = reads if len(reads) <= _MOST_ROWS else _first_and_last(reads)
    for read in shown:
        yield from _capture(read)
    if len(reads) > len(shown):
        yield Text(f"  {len(reads) - len(shown)} captures in between are left out here; --json has them all", "dim")
    if bare:
        yield Text(f"  of version {', '.join(map(str, bare))} none was kept", "dim")


def _first_and_last(reads: Sequence[ReadFrom]) -> list[ReadFrom]:
    """Of each version the captures that begin and end it."""
    ends = {read.version: read for read in reads}
    begins = {read.version: read for read in reversed(reads)}
    return [read for read in reads if read in (begins[read.version], ends[read.version])]


def _capture(read: ReadFrom) -> Iterator[RenderableType]:
    capture = read.capture
    facts = [
        capture.fetched_at,
        f"HTTP {capture.http_status}" if capture.http_status is not None else None,
        f"{capture.bytes:,} bytes" if capture.bytes is not None else None,
        "imported" if capture.source == "import" else None,
    ]
    yield safe(f"  version {read.version}, {read.role}: {', '.join(fact for fact in facts if fact)}")
    place = f"{capture.warc_file}@{capture.warc_offset}" if capture.warc_file else "its WARC file is not known"
    same = f"the same bytes as {capture.refers_to}" if capture.record_type == "revisit" else None
    for detail in (capture.digest, place, same):
        if detail:
            yield _uncut(safe(f"    {detail}", "dim"))


def _citation(history: History, version: Version) -> Iterator[RenderableType]:
    source = source_of(history, version)
    yield from _heading("How to cite", "" if version is history.present else f"version {version.number}")
    yield Padding.indent(safe(as_text(source)), 2)
    yield Text()
    for line in as_bibtex(source).split("\n"):
        yield _uncut(safe(f"  {line}"))  # to be copied as it is


def _heading(name: str, said: str) -> Iterator[RenderableType]:
    yield Text()
    yield Text(name, "bold cyan").append(f"  {said}" if said else "", "not bold dim")


def _grid() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _uncut(text: Text) -> Text:
    """The text, to be printed on one line, however long."""
    text.no_wrap = True
    return text


def _day(iso: str | None) -> str:
    return (iso or "")[:10]


def _moment(iso: str | None) -> str:
    """`2026-03-02 03:15 UTC` of a time as the archive writes it; anything else as it is."""
    iso = iso or ""
    return f"{iso[:10]} {iso[11:16]} UTC" if len(iso) == 20 and iso.endswith("Z") else iso
