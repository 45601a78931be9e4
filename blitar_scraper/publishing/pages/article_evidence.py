"""Where each value of an article was read, and what went wrong, as rows of its page. Pure.

The evidence is JSON that was made from pages: whatever shape it has, it becomes text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from blitar_scraper.publishing.pages.shown_text import one_line
from blitar_scraper.publishing.words import Words

# Evidence that is told elsewhere: where in the text the news lies, the media of a former version.
_NOT_A_VALUE = ("main_span", "media")
_LONGEST = 400  # characters of raw text: a byline has 60, a press release's whole first line 200
# Problems that are no fault of this article's reading, and told elsewhere on the page.
_TOLD_ELSEWHERE = ("merged-article", "came-back")
_MOST = 100  # rows of either list; a site's page has a dozen fields and at most a few problems


@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """A value's origin: the witness that it was taken from, the raw text there, who agreed, and who said otherwise."""

    field: str
    witness: str
    raw: str
    agree: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A problem that is open: its name, what that says (or nothing), its field in words, its detail, its day."""

    problem: str
    says: str
    field: str
    detail: str
    seen: str


def evidence_rows(evidence: Mapping[str, Any], t: Words) -> tuple[FieldEvidence, ...]:
    """A row for each field that the evidence names."""
    fields = [(name, said) for name, said in evidence.items() if name not in _NOT_A_VALUE and said]
    return tuple(_field(name, said, t) for name, said in fields[:_MOST])


def notes(problems: Sequence[Mapping[str, Any]], t: Words) -> tuple[Note, ...]:
    """The open problems of an article (rows of `public_problems`)."""
    told = [row for row in problems if row["problem"] not in _TOLD_ELSEWHERE][:_MOST]
    return tuple(
        Note(
            problem=one_line(row["problem"], most=_LONGEST),
            says=t(f"problem.{row['problem']}") if t.has(f"problem.{row['problem']}") else "",
            field=_name(row["field"], t) if row["field"] else "",
            detail=one_line(row["detail"], most=_LONGEST),
            seen=t.date(row["seen_at"][:10]),
        )
        for row in told
    )


def _field(name: str, said: Any, t: Words) -> FieldEvidence:
    if not isinstance(said, dict):
        return FieldEvidence(_name(name, t), "", _text(said), "", ())
    others = said.get("others")
    return FieldEvidence(
        field=_name(name, t),
        witness=_witness(said.get("from"), t),
        raw=_text(said.get("raw")),
        agree=_witness(said.get("agree"), t),
        others=tuple(_other(one, t) for one in others[:_MOST]) if isinstance(others, list) else (),
    )


def _witness(name: Any, t: Words) -> str:
    """A witness in words, or several."""
    if isinstance(name, list):
        return ", ".join(_witness(one, t) for one in name[:_MOST])
    return _text(t.either(f"witness.{name}", name) if isinstance(name, str) else name)


def _other(said: Any, t: Words) -> str:
    """What another witness said: `json-ld: 2026-03-10`."""
    if not isinstance(said, dict):
        return _text(said)
    value = said.get("raw") if said.get("raw") is not None else said.get("value")
    return f"{_witness(said.get('from'), t)}: {_text(value)}"


def _name(field: str, t: Words) -> str:
    return one_line(t.either(f"field.{field}", field), most=_LONGEST)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if not isinstance(value, str):
        try:
            value = json.dumps(value, ensure_ascii=False)
        except RecursionError:
            value = "…"
    return one_line(value, most=_LONGEST)
