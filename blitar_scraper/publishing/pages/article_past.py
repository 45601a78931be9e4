"""An article's past as rows of its page: its versions, and the captures that they were read from. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blitar_scraper.archive.history import COMPARED_FIELDS, ReadFrom, Version
from blitar_scraper.archive.public_history import PublicHistory
from blitar_scraper.publishing.pages.shown_text import visible, web_address
from blitar_scraper.publishing.words import Words

# Captures that the page lists: an article that is visited daily has 365 a year. First and last of each version stay.
_MOST_CAPTURES = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """A version in the list of them, in words. `before`: with which one its change is compared, None for none.

    `kind`: present, former, reading (another reading of a page, replaced by a better one) or withheld. `after` is the
    reading of this version that is compared: the same program's as `before`, where there is one.
    """

    number: int
    kind: str
    when: str
    how: str
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class CaptureRow:
    """An answer of a site that was kept, in words; `place` is its WARC file and offset."""

    version: int
    role: str
    at: str
    status: str
    digest: str
    place: str
    notes: tuple[str, ...]
    url: str
    href: str | None


def entries(history: PublicHistory, t: Words) -> tuple[Entry, ...]:
    """All versions, the latest first, the withheld ones as gaps."""
    found = {number: Entry(number, "withheld", "", t("article.version_gap")) for number in history.withheld_versions}
    for version in history.versions:
        if not version.withheld:
            found[version.number] = _entry(history, version, t)
    return tuple(found[number] for number in sorted(found, reverse=True))


def _entry(history: PublicHistory, version: Version, t: Words) -> Entry:
    if not version.is_live:
        return _reading(history, version, t)
    since = t.moment(history.first_seen(version))
    if version is history.present:
        kind, when = "present", t("article.version_since", since=since)
    else:
        kind, when = "former", t("article.version_span", since=since, until=t.moment(version.superseded_at))
    change = history.change(version)
    if change is None:
        is_first = not any(number < version.number for number in history.withheld_versions)
        return Entry(version.number, kind, when, t("article.version_first") if is_first else "")
    before, after = change
    return Entry(version.number, kind, when, _how(history, before, after, t), before.number, after.number)


def _reading(history: PublicHistory, version: Version, t: Words) -> Entry:
    better = history.reading_of(version)
    when = t("article.version_span", since=t.moment(version.seen_at), until=t.moment(version.superseded_at))
    if better.withheld or better is version:
        return Entry(version.number, "reading", when, "")
    key = "article.reading_imported" if version.superseded_by == "imported" else "article.reading_of"
    how = t(key, number=better.number)
    return Entry(version.number, "reading", when, how, version.number, better.number)


def _how(history: PublicHistory, before: Version, after: Version, t: Words) -> str:
    """What brought the change, and in which fields it was."""
    changed = [name for name in COMPARED_FIELDS if getattr(before, name) != getattr(after, name)]
    fields = ", ".join(t(f"field.{name}") for name in changed) or t("article.how.nothing")
    by = str(before.superseded_by)
    key = f"article.how.{by}" if by in ("edited", "merged", "imported") else "article.how.other"
    said = t(key, fields=fields, how=by)
    if any(before.number < number < after.number for number in history.withheld_versions):
        said += " " + t("article.how.gap", number=before.number)
    return said


def capture_rows(history: PublicHistory, t: Words) -> tuple[tuple[CaptureRow, ...], int]:
    """The captures, the latest first, and how many more there are than the page lists."""
    reads = history.captures
    shown = list(reads) if len(reads) <= _MOST_CAPTURES else _first_and_last(reads)[-_MOST_CAPTURES:]
    rows = tuple(capture_row(read, t) for read in reversed(shown))
    return rows, len(reads) - len(shown)


def capture_row(read: ReadFrom, t: Words) -> CaptureRow:
    """One of them."""
    capture = read.capture
    notes = []
    if capture.record_type == "revisit":
        notes.append(t("article.same_bytes"))
    if capture.source == "import":
        notes.append(t("article.imported"))
    file, offset = capture.warc_file, capture.warc_offset
    return CaptureRow(
        version=read.version,
        role=visible(t.either(f"article.role.{read.role}", read.role)),
        at=t.moment(capture.fetched_at),
        status="" if capture.http_status is None else str(capture.http_status),
        digest=visible(capture.digest),
        place=f"{visible(file)} @ {offset}" if file and offset is not None else visible(file),
        notes=tuple(notes),
        url=visible(capture.url),
        href=web_address(capture.url),
    )


def _first_and_last(reads: Sequence[ReadFrom]) -> list[ReadFrom]:
    """Of each version the captures that begin and end it, and any proof of removal."""
    ends = {read.version: read for read in reads}
    begins = {read.version: read for read in reversed(reads)}
    return [read for read in reads if read.role == "gone" or read in (begins[read.version], ends[read.version])]
