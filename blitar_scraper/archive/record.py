"""An article with its history as one JSON object."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from blitar_scraper.archive.citation import as_bibtex, as_text, source_of
from blitar_scraper.archive.differences import Segment, paragraphs_difference, words_difference
from blitar_scraper.archive.history import COMPARED_FIELDS, Capture, History, Version

_OF_A_WITHHOLDING = ("field", "version", "reason", "withheld_at", "lifted_at", "lifted_because")


def record_of(history: History, cited: Version, *, with_changes: bool = True) -> dict[str, Any]:
    """The columns of the article's row, with JSON in them as values; then its past, and how to cite the version.

    `with_changes`: whether each version tells what changed, which takes time where texts are long.
    """
    row = {name: _parsed(name, value) for name, value in history.article.items() if name != "id"}
    source = source_of(history, cited)
    return {
        **row,
        "site_name": history.site_name,
        "merged": list(history.merged),
        "withholdings": [{name: getattr(item, name) for name in _OF_A_WITHHOLDING} for item in history.withholdings],
        "versions": [_version(history, version, with_changes) for version in history.versions],
        "view_counts": [dataclasses.asdict(count) for count in history.view_counts],
        "captures": [
            {"version": read.version, "role": read.role, **_capture(read.capture)} for read in history.captures
        ],
        "citation": {"version": cited.number, "text": as_text(source), "bibtex": as_bibtex(source)},
    }


def _version(history: History, version: Version, with_changes: bool) -> dict[str, Any]:
    """`changes` are those between the two versions of `compared`; segments are (kind, text)."""
    change = history.change(version)
    said = {field.name: getattr(version, field.name) for field in dataclasses.fields(version)}
    said["version"] = said.pop("number")
    said["capture"] = _capture(version.capture) if version.capture else None
    return {
        **said,
        "reading_of": history.reading_of(version).number,
        "compared": [one.number for one in change] if change else None,
        **({"changes": changes(*change) if change else {}} if with_changes else {}),
    }


def changes(before: Version, after: Version) -> dict[str, list[Any]]:
    """By field what differs: the segments of a value, or of each of the body's lines, as [kind, text]."""
    found: dict[str, list[Any]] = {}
    for name in COMPARED_FIELDS:
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if name == "body":
            found[name] = [_pairs(paragraph.segments) for paragraph in paragraphs_difference(old, new)]
        else:
            found[name] = _pairs(words_difference(old or "", new or ""))
    return found


def _pairs(segments: tuple[Segment, ...]) -> list[list[str]]:
    return [[segment.kind, segment.text] for segment in segments]


def _capture(capture: Capture) -> dict[str, Any]:
    return dataclasses.asdict(capture)


def _parsed(name: str, value: Any) -> Any:
    if name not in ("evidence", "tags") or value is None:
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):  # SQLite takes JSON of deeper nesting
        return value
