"""The difference between two versions of an article as values for its page. Pure; words come with `t`.

It is bounded: texts of megabytes still give a page, only not word by word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from blitar_scraper.archive.controls import shown
from blitar_scraper.archive.differences import Paragraph, Segment, paragraphs_difference, words_difference
from blitar_scraper.archive.history import COMPARED_FIELDS, Version
from blitar_scraper.archive.public_history import PublicHistory
from blitar_scraper.publishing.pages.shown_text import one_line, visible
from blitar_scraper.publishing.words import Words

# Characters on both sides together, of what differs, that are compared word by word: some 50 pages, and half a second.
_MOST_COMPARED = 300_000
# Blocks of a difference, and lines of an unchanged part, past which they stand together in one block, lines kept: as
# in `text_blocks.py`, for the browser's sake.
_MOST_BLOCKS = 1_000
# Unchanged paragraphs that are shown on either side of a change; more than these are folded.
_CONTEXT = 1


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs (its name in words), in segments; `is_new`, `is_gone`: it was absent before, or after."""

    field: str
    segments: tuple[Segment, ...]
    is_new: bool
    is_gone: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text. `changed`: a paragraph in segments; `removed`, `added`: on one side alone; `same`: on
    both; `folded`: so many lines that are the same (`lines` of them), to be opened by whoever wants to read them.
    """

    kind: Literal["same", "changed", "removed", "added", "folded"]
    segments: tuple[Segment, ...]
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """A version that can be chosen for comparison."""

    number: int
    says: str
    is_before: bool
    is_after: bool


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What differs between the versions numbered `before` and `after`; both None where there are not two to compare."""

    uid: str
    title: str
    language: str
    before: int | None
    after: int | None
    why: str
    has_gap: bool
    fields: tuple[FieldChange, ...]
    text: tuple[Passage, ...]
    is_coarse: bool
    choices: tuple[Choice, ...]

    @property
    def is_same(self) -> bool:
        """Whether both versions say the same."""
        return not self.fields and not any(passage.kind not in ("same", "folded") for passage in self.text)


def chosen(history: PublicHistory, before: int | None, after: int | None) -> tuple[Version, Version] | None:
    """The two versions to compare: those of these numbers, else the last edit, else first and last; None for one alone.

    Raises LookupError where a number is not that of a version that may be shown.
    """
    visible_ones = [version for version in history.versions if not version.withheld]
    for number in (before, after):
        if number is not None and history.shown(number) is None:
            raise LookupError(number)
    if before is None and after is None:
        return history.last_edit or ((visible_ones[0], visible_ones[-1]) if len(visible_ones) > 1 else None)
    later = history.shown(after) if after is not None else None
    earlier = history.shown(before) if before is not None else None
    if later is None:
        assert earlier is not None
        following = [version for version in visible_ones if version.number > earlier.number]
        later = following[0] if following else visible_ones[-1]
    if earlier is None:
        change = history.change(later)
        earlier = change[0] if change else visible_ones[0]
    return earlier, later


def changes_page(history: PublicHistory, pair: tuple[Version, Version] | None, t: Words) -> ChangesPage:
    """The page for these two versions, or for an article of which there are not two."""
    said = history.said.get(history.present.number, {})
    title = next((version.title for version in reversed(history.versions) if version.title), None)
    language = said.get("language")
    before, after = pair if pair is not None else (None, None)
    passages, is_coarse = _text(before, after)
    return ChangesPage(
        uid=history.article["uid"],
        title=one_line(title, most=300) or t("common.title_withheld" if _is_hidden(history) else "common.untitled"),
        language=language if language in ("id", "en") else "",
        before=before.number if before else None,
        after=after.number if after else None,
        why=_why(history, before, after, t) if before and after else "",
        has_gap=bool(before and after and _gap(history, before, after)),
        fields=tuple(_fields(before, after, t)) if before and after else (),
        text=passages,
        is_coarse=is_coarse,
        choices=tuple(
            Choice(
                number=version.number,
                says=t("changes.choice", number=version.number, date=t.short_date(version.seen_at[:10])),
                is_before=version is before,
                is_after=version is after,
            )
            for version in history.versions
            if not version.withheld
        ),
    )


def _is_hidden(history: PublicHistory) -> bool:
    return "title" in history.withheld_fields or history.present.withheld


def _why(history: PublicHistory, before: Version, after: Version, t: Words) -> str:
    """Whose change it is, as far as it is known."""
    if before is after:
        return ""
    if history.reading_of(before) is history.reading_of(after):
        return t("changes.same_page")
    if before.parser_version != after.parser_version:
        return t("changes.two_parsers")
    since = t.moment(history.first_seen(history.reading_of(before)))
    return t("changes.edited", since=since, until=t.moment(history.first_seen(history.reading_of(after))))


def _gap(history: PublicHistory, before: Version, after: Version) -> bool:
    first, last = sorted((before.number, after.number))
    return any(first < number < last for number in history.withheld_versions)


def _fields(before: Version, after: Version, t: Words) -> Iterator[FieldChange]:
    for name in COMPARED_FIELDS:
        old, new = getattr(before, name), getattr(after, name)
        if name == "body" or old == new:
            continue
        one, other = old or "", new or ""
        if len(one) + len(other) > _MOST_COMPARED:
            segments: tuple[Segment, ...] = (Segment("removed", one), Segment("added", other))
        else:
            segments = words_difference(one, other)
        yield FieldChange(t(f"field.{name}"), _visible(segments), old is None, new is None)


def _text(before: Version | None, after: Version | None) -> tuple[tuple[Passage, ...], bool]:
    """The passages of both bodies in order, and whether they are compared only line by line."""
    if before is None or after is None:
        return (), False
    old, new = _lines(before.body), _lines(after.body)
    start, end = _same_ends(old, new)
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    size = sum(map(len, middle_old)) + sum(map(len, middle_new))
    is_coarse = size > _MOST_COMPARED
    if is_coarse:
        middle = [*_whole("removed", middle_old), *_whole("added", middle_new)]
    else:
        found = paragraphs_difference(_joined(middle_old), _joined(middle_new))
        middle = _bounded([paragraph for paragraph in found if paragraph.segments or paragraph.kind != "same"])
    same = [
        *_folded(old[:start], False, bool(middle)),
        *_folds(middle),
        *_folded(old[len(old) - end :], bool(middle), False),
    ]
    return tuple(same), is_coarse


def _lines(body: str | None) -> list[str]:
    return body.split("\n") if body else []


def _joined(lines: Sequence[str]) -> str | None:
    return "\n".join(lines) if lines else None


def _same_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many lines both begin with, and, of the rest, end with."""
    most = min(len(old), len(new))
    start = next((place for place in range(most) if old[place] != new[place]), most)
    most -= start
    end = next((place for place in range(most) if old[-1 - place] != new[-1 - place]), most)
    return start, end


def _bounded(paragraphs: Sequence[Paragraph]) -> list[Passage]:
    passages = [Passage(paragraph.kind, _visible(paragraph.segments)) for paragraph in paragraphs[:_MOST_BLOCKS]]
    rest = paragraphs[_MOST_BLOCKS:]
    removed = [paragraph.before for paragraph in rest if paragraph.kind != "same" and paragraph.before is not None]
    added = [paragraph.after for paragraph in rest if paragraph.kind != "same" and paragraph.after is not None]
    return [*passages, *_whole("removed", removed), *_whole("added", added)]


def _whole(kind: Literal["removed", "added"], lines: Sequence[str]) -> Iterator[Passage]:
    """Lines of one side: a block each, and where they are too many, one block for the rest."""
    for line in lines[:_MOST_BLOCKS]:
        yield Passage(kind, (Segment(kind, shown(line)),))
    if rest := lines[_MOST_BLOCKS:]:
        yield Passage(kind, (Segment(kind, "\n".join(map(shown, rest))),), len(rest))


def _folds(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The same, long stretches without a change folded."""
    place = 0
    while place < len(passages):
        until = place
        while until < len(passages) and passages[until].kind == "same":
            until += 1
        if until == place:
            yield passages[place]
            place += 1
            continue
        lines = [passage.segments[0].text if passage.segments else "" for passage in passages[place:until]]
        yield from _folded(lines, True, True)
        place = until


def _folded(lines: Sequence[str], after_change: bool, before_change: bool) -> Iterator[Passage]:
    """Lines that are the same: next to a change they are shown, the others folded."""
    head = _CONTEXT if after_change else 0
    tail = _CONTEXT if before_change else 0
    if len(lines) <= head + tail + 1:
        yield from (_same(line) for line in lines)
        return
    yield from (_same(line) for line in lines[:head])
    hidden = lines[head : len(lines) - tail]
    yield Passage("folded", (Segment("same", "\n".join(map(visible, hidden))),), len(hidden))
    yield from (_same(line) for line in lines[len(lines) - tail :])


def _same(line: str) -> Passage:
    return Passage("same", (Segment("same", visible(line)),))


def _visible(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """What differs is shown to the last sign: a change may be of what nobody sees."""
    return tuple(
        Segment(segment.kind, (visible if segment.kind == "same" else shown)(segment.text)) for segment in segments
    )
