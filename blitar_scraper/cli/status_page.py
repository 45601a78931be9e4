"""The page of `blitar status SITE`: all that is told of one site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from blitar_scraper.archive.controls import without_controls
from blitar_scraper.archive.standing import Standing
from blitar_scraper.archive.standing.attention import FIELD_LOST, percent, span
from blitar_scraper.archive.standing.runs import FIELDS, Run
from blitar_scraper.cli.sparkline import sparkline
from blitar_scraper.cli.status_record import RUNS
from blitar_scraper.cli.status_table import STYLES
from blitar_scraper.cli.status_words import ago, ended, plural, silent


def site_page(one: Standing, now: datetime, *, is_locked: bool) -> Iterator[RenderableType]:
    """How the site stands. `is_locked`: a process crawls it at this moment."""
    head = Text(without_controls(one.site), "bold").append("  ")
    yield head.append(one.health, STYLES[one.health]).append(f"  {_text(one.name)}  {_text(one.home_url)}", "not bold")
    yield from (Padding(Text(_text(reason.text)), (0, 0, 0, 2), expand=False) for reason in one.reasons)
    yield from _cure(one)
    yield from _runs(one, now, is_locked)
    yield from _news(one, now)
    yield from _fields(one)
    yield from _problems(one)
    yield from _ahead(one, now)


def _cure(one: Standing) -> Iterator[RenderableType]:
    """What to do about a field that is lost (docs/health.md)."""
    details = [problem.detail or "" for problem in one.problems if problem.problem == FIELD_LOST]
    names = [name for name in (text.partition(":")[0] for text in details) if name in FIELDS]
    if not names:
        return
    table = f'[site."{_text(one.site)}"]'
    yield from _heading("What to do", f"if an article shows {names[0]}, say in blitar.toml where, and read again:")
    yield Text(f'  {table}  selectors = {{ {names[0]} = "SELECTOR" }}   then: blitar reparse {_text(one.site)}')
    yield Text(f"  if it shows it no more:  {table}  expect = {{ fill = {{ {names[0]} = 0 }} }}")


def _runs(one: Standing, now: datetime, is_locked: bool) -> Iterator[RenderableType]:
    runs = one.runs
    facts = ["never good" if runs.last_good is None else f"last good {_moment(runs.last_good.started_at)}"]
    if runs.failed:
        facts.append(f"{plural(runs.failed, 'run')} failed since, the first {_moment(runs.failing_since)}")
    if one.usual_interval is not None:
        facts.append(f"usually every {span(one.usual_interval)}")
    if is_locked:
        facts.append("a crawl holds the site now")
    yield from _heading("Runs", "; ".join(facts) if runs.recent else "none yet")
    if not runs.recent:
        return
    table = _table("began", "status", "new", "requests", "reason", numbers=(2, 3))
    for run in runs.recent[:RUNS]:
        table.add_row(_moment(run.started_at), _status(run), f"{run.new:,}", f"{run.requests:,}", _reason(run))
    yield Padding.indent(table, 2)


def _status(run: Run) -> Text:
    style = "green" if run.is_good else "cyan" if run.is_running or run.was_stopped else "red"
    return Text(_text(ended(run)), style)


def _reason(run: Run) -> Text:
    if run.reason:
        return Text(_text(run.reason))
    return Text("" if run.is_good or run.exit_status is None else f"exit status {run.exit_status}")


def _news(one: Standing, now: datetime) -> Iterator[RenderableType]:
    facts = f"{one.new_7:,} new in 7 days, {one.new_30:,} in 30"
    yield from _heading("Articles", f"{one.articles:,}; {facts}; the newest of {one.silence.newest or '?'}")
    silence = one.silence
    facts = silent(silence, now)
    if silence.looked_at:
        facts += f", as of the last complete look, {_moment(silence.looked_at)}"
    yield from _heading("Silence", facts)
    if silence.median_gap is not None:
        said = f"  days between days with news: half of them at most {silence.median_gap:g}, the longest"
        yield Text(f"{said} {silence.usual_longest}  {sparkline(silence.gaps)}")


def _fields(one: Standing) -> Iterator[RenderableType]:
    read = max((fill.read for fill in one.fills.values()), default=0)
    said = f"the last {plural(read, 'article')} read, beside those before" if read else "nothing read yet to tell"
    yield from _heading("Fields", said)
    if not read:
        return
    table = _table("field", "lately", "usual", "run by run", numbers=(1, 2))
    for name, fill in one.fills.items():
        style = "red" if fill.has_fallen else ""
        shares = [
            round(100 * run.fields[name] / run.fields["read"])
            for run in reversed(one.runs.recent)
            if run.fields and run.fields["read"] and name in run.fields
        ]
        # Between nothing and all of them: a line of its own scale would make a mountain of one missing author.
        line = sparkline([0, *shares, 100])[1:-1] if shares else ""
        table.add_row(Text(name, style), Text(percent(fill.recent), style), percent(fill.usual), line)
    yield Padding.indent(table, 2)


def _problems(one: Standing) -> Iterator[RenderableType]:
    number = sum(problem.count for problem in one.problems)
    yield from _heading("Open problems", f"{number:,}" if number else "none")
    if not number:
        return
    table = _table("problem", "open", "since", "the newest of them", numbers=(1,))
    for problem in one.problems:
        example = " ".join(_text(part) for part in (problem.url, problem.detail) if part)
        table.add_row(_text(problem.problem), f"{problem.count:,}", _moment(problem.since)[:10], Text(example, "dim"))
    yield Padding.indent(table, 2)


def _ahead(one: Standing, now: datetime) -> Iterator[RenderableType]:
    following = f"the next is due {_moment(one.next_due_at)}" if one.next_due_at else "none is due later"
    yield from _heading("Next looks", f"{plural(one.looks_due, 'article')} due now, {following}")
    said = (
        _text(json.dumps(dict(one.expect), ensure_ascii=False)) if one.expect else "nothing said: its history decides"
    )
    yield from _heading("Expected", said)
    if one.runs.last is not None:
        yield from _heading("Last run", ago(one.runs.last.started_at, now))


def _heading(name: str, said: str) -> Iterator[RenderableType]:
    yield Text(f"{name:<13}", "bold cyan").append(f"  {_text(said)}", "not bold default")


def _table(*headings: str, numbers: tuple[int, ...]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for place, heading in enumerate(headings):
        table.add_column(heading, justify="right" if place in numbers else "left", overflow="fold")
    return table


def _text(stored: str) -> str:
    return without_controls(stored)


def _moment(iso: str | None) -> str:
    """`2026-03-02 03:15 UTC` of a time as the archive writes it; anything else as it is."""
    iso = _text(iso or "?")
    return f"{iso[:10]} {iso[11:16]} UTC" if len(iso) == 20 and iso.endswith("Z") else iso
