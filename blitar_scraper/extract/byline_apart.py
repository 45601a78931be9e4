"""The time of day that stands apart from its day: in another byline, or below the text."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from blitar_scraper.extract.byline import Byline
from blitar_scraper.extract.byline_date import TIME_ALONE, with_time
from blitar_scraper.extract.byline_lines import BylineLines
from blitar_scraper.extract.lines import Layout, Line
from blitar_scraper.extract.structure import Structure

_NEAR = 3  # lines after the text's end in which its time of day may stand


@dataclass(frozen=True, slots=True)
class FoundByline:
    """A byline, and the lines of the page it was read from (their indexes)."""

    byline: Byline
    lines: frozenset[int]
    place: str  # below-title, above-title, below-text, apart


def with_time_apart(
    found: Sequence[FoundByline], layout: Layout, structure: Structure, boxed: Collection[int], reader: BylineLines
) -> list[FoundByline]:
    """The bylines, the first dated one with the time of day that stands in another one, or below the text."""
    index = next((index for index, other in enumerate(found) if other.byline.date is not None), None)
    day = found[index].byline.date if index is not None else None
    if index is None or day is None or day.precision != "day":
        return list(found)
    used = frozenset().union(*(other.lines for other in found))
    times = {other.byline.time_raw: other.lines for other in found if other.byline.time_raw and not other.byline.date}
    times |= {line.text: frozenset({line.index}) for line in _times_below(layout, structure, used.union(boxed))}
    if len(times) != 1:
        return list(found)
    time, lines = times.popitem()
    moment = with_time(day, time or "", seen_at=reader.seen_at, timezone=reader.timezone)
    byline = replace(found[index].byline, date=moment, date_raw=moment.raw)
    changed = replace(found[index], byline=byline, lines=found[index].lines | lines)
    return [changed if other is found[index] else other for other in found]


def _times_below(layout: Layout, structure: Structure, known: Collection[int]) -> list[Line]:
    """Lines that are nothing but a time of day: the last of the text's element, or right after it."""
    if structure.container is None:
        return []
    _, end = structure.text_range(layout)
    _, stop = layout.ranges.get(structure.scope, (0, 0))
    below = [line for line in layout.lines[end : max(stop, end)] if line.index not in known][:_NEAR]
    inside = [line for line in layout.lines[max(end - 1, 0) : end] if line.index not in known and not line.heading]
    # At the text's end "Pukul 10.30 WIB" may be the time of what the text announces.
    inside = [line for line in inside if line.text[0].isdigit()]
    return [
        line
        for line in inside + below
        if len(line.text) <= 30 and not line.is_datum and TIME_ALONE.fullmatch(line.text)
    ]
