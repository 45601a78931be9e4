"""What `blitar reparse` says of a site: which fields read better now, by how much, with examples."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from blitar_scraper.archive.controls import shown
from blitar_scraper.archive.reconciling import Example, FieldChange
from blitar_scraper.crawling.offline.reparse import Reparsed

_LONGEST_VALUE = 60  # characters of a value in an example
_MOST_UNREADABLE = 5


def record_of(result: Reparsed) -> dict[str, Any]:
    """The result as a JSON object."""
    record = dataclasses.asdict(result)
    return {"site": record.pop("site_id"), **record.pop("found"), **record}


def report_lines(result: Reparsed) -> Iterator[str]:
    """The result for a person."""
    if result.refused is not None:
        yield f"{result.site_id}: {result.refused}"
        return
    found = result.found
    speed = f", {result.sightings / result.seconds:,.0f} a second" if result.seconds >= 1 else ""
    yield f"{result.site_id}: {result.sightings:,} captures read again in {result.seconds:.0f} s{speed}"
    if result.indexed:
        yield f"  {result.indexed:,} captures were known from their WARC files only"
        yield "  What had been withheld stood in the rows that were lost: withhold it again before anything is shown."
    counts = [
        (found.added, "new"),
        (found.reread, "read otherwise"),
        (found.restored, "restored"),
        (found.unread, "no longer read (kept as they are)"),
        (found.kept, "of which the captures tell only a part (kept as they are)"),
    ]
    said = [f"{number:,} {what}" for number, what in counts if number]
    yield f"  {found.articles:,} articles: {', '.join(said) or 'all as they are stored'}"
    if found.observations and not found.added:
        yield f"  {found.observations:,} view counts and places in popular lists set right"
    yield from _fields(found.fields)
    if result.reader_errors:
        yield f"  {result.reader_errors:,} pages on which the program failed; see the log"
    if result.unreadable:
        yield f"  {len(result.unreadable):,} could not be read; blitar verify says more:"
        yield from (f"    {shown(why)}" for why in result.unreadable[:_MOST_UNREADABLE])


def _fields(fields: dict[str, FieldChange]) -> Iterator[str]:
    if not fields:
        return
    wide = max(len(name) for name in fields)
    yield f"  {'':<{wide}}  {'found':>7} {'changed':>7} {'dropped':>7}"
    for name, change in fields.items():
        yield f"  {name:<{wide}}  {change.found:>7,} {change.changed:>7,} {change.withdrawn:>7,}"
    yield "  For example"
    for name, change in fields.items():
        for example in change.examples:
            yield f"    {example.uid} {name}: {_value(example, 'before')} -> {_value(example, 'after')}"


def _value(example: Example, name: str) -> str:
    value = getattr(example, name)
    if value is None:
        return "nothing"
    text = shown(" ".join(str(value).split()))
    return f'"{text[: _LONGEST_VALUE - 1]}…"' if len(text) > _LONGEST_VALUE else f'"{text}"'
