"""When an article was published and last changed: by its byline, its listing or feed entry, metadata, or its"
" address."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import get_args
from urllib.parse import urlsplit

from blitar_scraper.extract.findings import Findings
from blitar_scraper.extract.witnesses import Statement
from blitar_scraper.indonesian.dates import ParsedDate, find_dates, parse_date, to_site_time
from blitar_scraper.items import Article, Precision, Problem

_SEEN_BY_READERS = frozenset({"selector", "byline", "listing", "feed", "rest"})
_MACHINES = frozenset({"json-ld", "microdata", "opengraph", "meta"})
_OVER_TITLE = 5  # lines over the title that may be its byline
_LONGEST_LINE = 220  # characters of a byline
_DIGIT = re.compile(r"\d")
_TIME = re.compile(r"(?<![\d.:])0?([0-9]{1,2})[.:]([0-9]{2})(?!\d)")
_DAY = 10  # characters of YYYY-MM-DD
# The day in an address like /2024/09/27/slug/ or /20240927/slug/: the publishing system's own.
_DAY_IN_PATH = re.compile(r"/(19[89]\d|20\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)|/(20\d\d)(\d\d)(\d\d)/")


def read_publication(found: Findings, article: Article) -> None:
    """Fills `published_at` and its kin and `modified_at`."""
    _published(found, article)
    _modified(found, article)


def _published(found: Findings, article: Article) -> None:
    statements: list[Statement] = []
    if (raw := found.pinned.text("published_at")) is not None:
        statements += _dated(found, "selector", raw)
    for byline in found.bylines_with("date")[:1]:
        if (parsed := byline.byline.date) is not None:
            statements.append(_statement(found, "byline", parsed, byline.place))
    statements += [
        Statement(witness.source, witness.published_at, witness.published_raw)
        for witness in found.witnesses
        if witness.published_at
    ]
    for claim in found.structured.of("published"):
        statements += _dated(found, claim.source, claim.raw)
    statements += _url_date(found)
    if statements and all(statement.source not in _SEEN_BY_READERS for statement in statements):
        statements = _credible_metadata(found, statements)
    found.report_ambiguity("date", "published_at")
    chosen = found.decide("published_at", statements, _same_day)
    if chosen is None:
        if not any(problem.field == "published_at" for problem in found.problems):
            found.problems.append(Problem("date-not-found", "published_at"))
        return
    chosen = _as_printed(found, chosen, statements)
    article.published_at = chosen.value
    article.published_raw = chosen.raw
    article.published_precision = _precision(chosen.value)


def _as_printed(found: Findings, chosen: Statement, statements: list[Statement]) -> Statement:
    """The date as precise as the page prints it, where metadata and a reader's eyes tell of the same day.

    A byline's day gains the time of day that stands elsewhere in a byline, where metadata has the same; a day that only
    metadata tells is as precise as what the article's part of the page prints of it.
    """
    if chosen.source == "byline" and len(chosen.value) == _DAY:
        lines = {index for byline in found.bylines for index in byline.lines}
        text = " | ".join(found.layout.lines[index].text for index in sorted(lines))
        for statement in statements:
            value = statement.value
            if value[:_DAY] == chosen.value and len(value) > _DAY and _prints_time(text, value):
                return replace(chosen, value=_to_minutes(value))
    if chosen.source in _MACHINES and len(chosen.value) > _DAY:
        printed = [parsed for parsed in _printed_dates(found) if parsed.iso[:_DAY] == chosen.value[:_DAY]]
        if printed:
            best = max(printed, key=lambda parsed: len(parsed.iso))
            return replace(chosen, value=_statement(found, chosen.source, best).value, raw=best.raw)
    return chosen


def _prints_time(text: str, value: str) -> bool:
    time = (int(value[11:13]), int(value[14:16]))
    return any((int(hour), int(minute)) == time for hour, minute in _TIME.findall(text))


def _to_minutes(value: str) -> str:
    return re.sub(r"(T\d\d:\d\d):\d\d", r"\1", value)


def _printed_dates(found: Findings) -> list[ParsedDate]:
    """The dates in the lines around the text that are no prose."""
    start, end = found.layout.ranges.get(found.structure.scope, (0, 0))
    if found.title_line is not None:
        start = min(start, found.title_line.index - _OVER_TITLE)
    return [
        date
        for line in found.layout.lines[max(start, 0) : end]
        if len(line.text) <= _LONGEST_LINE and not line.is_prose and _DIGIT.search(line.text)
        for date in find_dates(line.spaced, seen_at=found.seen_at, timezone=found.site.timezone)
        if not date.is_range
    ]


def _statement(found: Findings, source: str, parsed: ParsedDate, place: str | None = None) -> Statement:
    iso = parsed.iso
    if found.site.timezone and len(iso) > len("2024-09-27T10:30"):
        iso = to_site_time(iso, found.site.timezone)
    return Statement(source, iso, parsed.raw, place)


def _dated(found: Findings, source: str, raw: str) -> list[Statement]:
    parsed = parse_date(raw, seen_at=found.seen_at, timezone=found.site.timezone)
    if parsed is None or parsed.is_range:
        found.problems.append(Problem("date-unreadable", "published_at", f"{source}: {raw}"[:200]))
        return []
    return [Statement(source, _statement(found, source, parsed).value, raw)]


def _url_date(found: Findings) -> list[Statement]:
    match = _DAY_IN_PATH.search(urlsplit(found.page.url or "").path)
    if not match:
        return []
    year, month, day = (int(group) for group in match.groups() if group)
    try:
        value = datetime(year, month, day, tzinfo=found.seen_at.tzinfo).date().isoformat()
    except ValueError:
        return []
    return [Statement("url", value, match[0])]


def _credible_metadata(found: Findings, statements: list[Statement]) -> list[Statement]:
    """Metadata alone, naming the day of the visit, may be made anew at each request: not certain."""
    if any(statement.source == "url" for statement in statements):
        return statements
    today = found.seen_at.date().isoformat()
    lying = [statement for statement in statements if statement.value[:_DAY] >= today]
    if lying:
        detail = f"the day of the visit, {lying[0].source}: {lying[0].raw}"
        found.problems.append(Problem("date-only-in-metadata", "published_at", detail[:200]))
    return [statement for statement in statements if statement not in lying]


def _modified(found: Findings, article: Article) -> None:
    """The site's word on the last change. Nobody relies on it: that witnesses differ here is not worth a"
    " person's time."""
    statements = [
        _statement(found, "byline", parsed)
        for byline in found.bylines_with("modified")[:1]
        if (parsed := byline.byline.modified) is not None
    ]
    today = found.seen_at.date().isoformat()
    for claim in found.structured.of("modified"):
        parsed = parse_date(claim.raw, seen_at=found.seen_at, timezone=found.site.timezone)
        # The day of the visit is what a page says that is made anew at each request.
        if parsed is not None and not parsed.is_range and parsed.iso[:_DAY] < today:
            statements.append(Statement(claim.source, _statement(found, claim.source, parsed).value, claim.raw))
    chosen = found.decide("modified_at", statements, lambda one, other: True)
    article.modified_at = chosen.value if chosen else None


def _same_day(one: str, other: str) -> bool:
    """Whether two dates agree as far as both go."""
    length = min(len(one), len(other), _DAY)
    return one[:length] == other[:length]


def _precision(iso: str) -> Precision:
    """The precision of a single date written as the design says."""
    year, month, day, minute, second = get_args(Precision)
    precision: Precision = {4: year, 7: month, 10: day}.get(len(iso)) or (
        second if re.match(r".{16}:\d\d", iso) else minute
    )
    return precision
