"""Who is believed: for each field the statements of several witnesses, the one taken, and those that disagreed.

What a reader of the page sees outranks what only machines see: byline, then listing or feed entry, then metadata,
then the address. Witnesses of one rank that disagree cancel each other: the value is null, with a problem.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from blitar_scraper.items import Problem

# Rank by the witness's name in `evidence`; lower is believed first.
RANK = {
    "selector": 0,
    "byline": 1, "heading": 1, "kicker": 1, "image": 1,
    "foot": 2, "breadcrumb": 2,
    "listing": 3, "feed": 3, "rest": 3,
    "json-ld": 4, "microdata": 4, "opengraph": 4, "meta": 4, "html-title": 4, "sitemap": 4,
    "url": 5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """One witness's word on one field: the value, and the raw text that it was read from."""

    source: str
    value: Any
    raw: str | None = None
    detail: str | None = None  # the precision of a date, the place of a byline


def decide(
    name: str,
    statements: Sequence[Statement],
    evidence: dict[str, Any],
    problems: list[Problem],
    *,
    agree: Callable[[Any, Any], bool] = lambda one, other: bool(one == other),
) -> Statement | None:
    """The statement to take for a field, or None; writes down in `evidence` whose word it was and who disagreed."""
    said = [statement for statement in statements if statement.value is not None]
    if not said:
        return None
    best = min(RANK[statement.source] for statement in said)
    equals = [statement for statement in said if RANK[statement.source] == best]
    chosen: Statement | None = equals[0]
    if any(not agree(equals[0].value, other.value) for other in equals[1:]):
        words = "; ".join(f"{statement.source}: {statement.raw or statement.value}" for statement in equals)
        problems.append(Problem("witnesses-disagree", name, words[:300]))
        chosen = None
    record: dict[str, Any] = {}
    if chosen is not None:
        record = {"from": chosen.source, "raw": chosen.raw if chosen.raw is not None else str(chosen.value)}
        if chosen.detail:
            record["place"] = chosen.detail
    others = [
        {"from": statement.source, "raw": statement.raw, "value": statement.value}
        for statement in said
        if statement is not chosen and (chosen is None or not agree(chosen.value, statement.value))
    ]
    agreeing = sorted(
        {s.source for s in said if chosen is not None and s is not chosen and agree(chosen.value, s.value)}
        - {chosen.source if chosen else ""}
    )
    if agreeing:
        record["agree"] = agreeing
    if others:
        record["others"] = others
    evidence[name] = record
    return chosen
