"""How often an article had been viewed, as a curve: where its points and labels stand. Pure; a template draws it.

Across, all is in percent of the width, down in pixels, as in `charts.py`. Only the dots were seen: where there are few
enough to tell them apart, each is drawn, and the line between them is thin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from blitar_scraper.archive.history import ViewCount
from blitar_scraper.publishing.words import Words

HEIGHT = 150  # pixels from the top of the plot to the line of the least count
# Points that a curve is drawn with: more than two a pixel on a telephone show nothing more.
_MOST_POINTS = 400
# Rows of the table: of more observations the evenly spread ones; all are in the JSON.
_MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class Observation:
    """A row of the table: when, how many, how many more than in the row before, and our own visits by then."""

    at: str
    views: str
    growth: str
    own_fetches: str


@dataclass(frozen=True, slots=True)
class Dot:
    """An observation in the drawing: `x` in percent, `y` in pixels, and what it says."""

    x: float
    y: float
    says: str


@dataclass(frozen=True, slots=True)
class Curve:
    """The drawing and its table. `path` is None of a single observation; `left_out`: how many have no row.

    `lowest`, `highest`: the counts at the foot and at the top of the drawing, which need not begin at 0; None where all
    are the same.
    """

    path: str | None
    dots: tuple[Dot, ...]
    first: str
    last: str
    table: tuple[Observation, ...]
    left_out: int
    says: str
    said_once: str
    lowest: str | None
    highest: str | None


def view_curve(counts: Sequence[ViewCount], t: Words) -> Curve | None:
    """The curve of these observations, which are in the order of time; None for none."""
    if not counts:
        return None
    drawn = spread(counts, _MOST_POINTS)
    low, high = min(count.views for count in drawn), max(count.views for count in drawn)
    moments = [_seconds(count.observed_at) for count in drawn]
    start, length = moments[0], (moments[-1] - moments[0]) or 1
    points = [
        (round((at - start) / length * 100, 2), _down(count.views, low, high))
        for at, count in zip(moments, drawn, strict=True)
    ]
    rows = spread(counts, _MOST_ROWS)
    return Curve(
        path=_line(points) if len(points) > 1 else None,
        dots=tuple(
            Dot(x, y, f"{t.moment(count.observed_at)}: {t.count(count.views, 'view')}")
            for (x, y), count in zip(points, drawn, strict=True)
        )
        if len(points) <= _MOST_ROWS
        else (),
        first=_end(counts[0], t),
        last=_end(counts[-1], t),
        table=tuple(_rows(rows, t)),
        left_out=len(counts) - len(rows),
        said_once=t("article.views_once", views=t.count(counts[0].views, "view"), date=t.moment(counts[0].observed_at)),
        lowest=None if low == high else t.number(low),
        highest=None if low == high else t.number(high),
        says=t(
            "article.views_said",
            first=t.number(counts[0].views),
            since=t.date(counts[0].observed_at[:10]),
            last=t.number(counts[-1].views),
            until=t.date(counts[-1].observed_at[:10]),
        ),
    )


def spread(counts: Sequence[ViewCount], most: int) -> list[ViewCount]:
    """At most so many (two or more) of them, evenly spread, the first and the last always."""
    if len(counts) <= most:
        return list(counts)
    return [counts[round(place * (len(counts) - 1) / (most - 1))] for place in range(most)]


def _down(views: int, low: int, high: int) -> float:
    """How far down a count stands: the highest at 0; in the middle where all are the same."""
    return HEIGHT / 2 if high == low else round(HEIGHT - (views - low) / (high - low) * HEIGHT, 1)


def _line(points: Sequence[tuple[float, float]]) -> str:
    """An SVG path through the points."""
    return "M" + " L".join(f"{x:g} {y:g}" for x, y in points)


def _end(count: ViewCount, t: Words) -> str:
    """What stands below an end of the curve."""
    return f"{t.short_date(count.observed_at[:10])}: {t.number(count.views)}"


def _rows(counts: Sequence[ViewCount], t: Words) -> list[Observation]:
    found = []
    for place, count in enumerate(counts):
        growth = count.views - counts[place - 1].views if place else None
        sign = "" if growth is None else "+" if growth > 0 else "−" if growth < 0 else "±"
        found.append(
            Observation(
                at=t.moment(count.observed_at),
                views=t.number(count.views),
                growth="" if growth is None else f"{sign}{t.number(abs(growth))}",
                own_fetches=t.number(count.own_fetches),
            )
        )
    return found


def _seconds(iso: str) -> float:
    try:
        return datetime.fromisoformat(iso).timestamp()
    except ValueError:
        return 0.0
