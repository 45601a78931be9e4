"""How `blitar status` says times, sizes and shares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from blitar_scraper.archive.standing.attention import span
from blitar_scraper.archive.standing.disk import Disk
from blitar_scraper.archive.standing.runs import Run, days_between, instant
from blitar_scraper.archive.standing.silence import Silence
from blitar_scraper.crawling.health.verdict import UNREACHABLE
from blitar_scraper.crawling.sites.reasons import NOBODY_IN

_UNITS = ("B", "kB", "MB", "GB", "TB")
# Days since the last complete look: of what came after it nobody knows.
_LONG_AGO = 3
# From here on a number of days is said in months, and in years; nobody plans for more than a century.
_MONTHS_FROM, _YEARS_FROM, _CENTURY = 60, 730, 36_500


def ago(at: str | None, now: datetime) -> str:
    """`2 h ago`; `?` where the stored time is none."""
    since = instant(at)
    return "?" if since is None else f"{span(max(days_between(since, now), 0))} ago"


def last_run(run: Run | None, now: datetime) -> str:
    """`2 h ago`, with how it ended, where not as usual."""
    if run is None:
        return "never"
    said = ago(run.started_at, now)
    return said if run.is_running or run.status == "finished" else f"{said}, {ended(run)}"


def ended(run: Run) -> str:
    """How it ended: its status; of a site that let nobody in the word that its reason begins with."""
    word = (run.reason or "").partition(":")[0]
    return word if run.exit_status == UNREACHABLE and word in NOBODY_IN else run.status


def silent(silence: Silence, now: datetime) -> str:
    """`9 d, usual up to 3`; `9 d when last seen`, where that is long ago."""
    looked = instant(silence.looked_at)
    if silence.days is None or looked is None:
        return "?"
    if days_between(looked, now) > _LONG_AGO:
        return f"{silence.days} d when last seen"
    return f"{silence.days} d" + ("" if silence.usual_longest is None else f", usual up to {silence.usual_longest}")


def size(number: int) -> str:
    """Bytes for a person: `3.2 MB`."""
    value, unit = float(number), 0
    while value >= 999.5 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:.1f} {_UNITS[unit]}" if unit and value < 9.95 else f"{value:.0f} {_UNITS[unit]}"


def disk_words(disk: Disk) -> str:
    """`archive 512 MB, captures 2.1 GB, 38 GB free: enough for 6 years`."""
    words = f"archive {size(disk.archive)}, captures {size(disk.captures)}"
    if disk.free is not None:
        words += f", {size(disk.free)} free"
        if disk.days_left is not None:
            words += f": enough for {_long(disk.days_left)}"
    return words


def _long(days: int) -> str:
    if days < _MONTHS_FROM:
        return plural(days, "day")
    if days < _YEARS_FROM:
        return plural(round(days / 30.4), "month")
    return "more than a century" if days > _CENTURY else plural(round(days / 365), "year")


def plural(number: int, noun: str) -> str:
    """`1 site`, `1,200 sites`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(items: Sequence[str], most: int) -> str:
    """The first of them, and how many more there are."""
    more = f", {len(items) - most} more" if len(items) > most else ""
    return ", ".join(items[:most]) + more
