"""What differs between two texts, as a person reads it: paragraph by paragraph, and within one word by word.

Pure functions. Nothing is lost on the way: the segments that are not `added` make the text before, those that are not
`removed` the text after, to the last space.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

SegmentKind = Literal["same", "removed", "added"]
ParagraphKind = Literal["same", "changed", "removed", "added"]

# A number or name with a mark inside (`1.234`, `10:30`, `Jum'at`, `se-Kota`) is one word: half of it says nothing.
_TOKEN = re.compile(r"\s+|\w+(?:[.,:/'’-]\w+)*|[^\w\s]")
# Words (or lines) on each side past which nothing finer is looked for: the work grows with their product, and 3,000
# words are more than any paragraph that a town hall publishes.
_MOST = 3_000
# Of the words of two paragraphs the share in common from which the one is the other, changed. A third: an edited
# sentence keeps more, two different ones of an article share about a fifth ("Wali Kota Blitar", "yang", "dan").
_AKIN = 1 / 3
# Pairs of paragraphs compared in one place. Past 50 rewritten ones, one text has taken the place of another.
_MOST_PAIRS = 2_500


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text that both sides have (`same`), or only the one before (`removed`) or the one after (`added`)."""

    kind: SegmentKind
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the texts, in segments. A `removed` or `added` one stands on one side alone."""

    kind: ParagraphKind
    segments: tuple[Segment, ...]

    @property
    def before(self) -> str | None:
        """The line as it was; None where it was not there."""
        return None if self.kind == "added" else before_of(self.segments)

    @property
    def after(self) -> str | None:
        """The line as it became; None where it is no longer there."""
        return None if self.kind == "removed" else after_of(self.segments)


def before_of(segments: Sequence[Segment]) -> str:
    """The text before the change."""
    return "".join(segment.text for segment in segments if segment.kind != "added")


def after_of(segments: Sequence[Segment]) -> str:
    """The text after the change."""
    return "".join(segment.text for segment in segments if segment.kind != "removed")


def words_difference(before: str, after: str) -> tuple[Segment, ...]:
    """The segments of two short texts, word by word; what was removed stands before what was added in its place."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[_Piece] = []
    for run in _runs(old, new):
        pieces.append(_Piece(run.same, "".join(old[run.old]), "".join(new[run.new])))
        # `[-a-]{+b+} [-c-]{+d+}` is one change to a reader: `[-a c-]{+b d+}`.
        if len(pieces) >= 3 and pieces[-2].same and pieces[-2].before.isspace() and _both_replaced(*pieces[-3::2]):
            first, between, last = pieces[-3:]
            whole = (first.before + between.before + last.before, first.after + between.after + last.after)
            pieces[-3:] = [_Piece(False, *whole)]
    return tuple(_segments(pieces))


def paragraphs_difference(before: str | None, after: str | None) -> tuple[Paragraph, ...]:
    """The paragraphs (lines) of two texts. One that is absent (None) has no paragraph, an empty one has one."""
    old = [] if before is None else before.split("\n")
    new = [] if after is None else after.split("\n")
    found: list[Paragraph] = []
    for run in _runs(old, new):
        if run.same:
            found.extend(Paragraph("same", _all("same", line)) for line in old[run.old])
        else:
            found.extend(_rewritten(old[run.old], new[run.new]))
    return tuple(found)


class _Run(NamedTuple):
    """Items that follow each other, on either side; the same ones, or others."""

    same: bool
    old: slice
    new: slice


class _Piece(NamedTuple):
    same: bool
    before: str
    after: str


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[_Run]:
    """Both sequences from end to end, as runs. What begins and ends alike is set aside first: mostly nearly all is."""
    shorter = min(len(old), len(new))
    start = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    most = shorter - start
    end = next((place for place in range(most) if old[-1 - place] != new[-1 - place]), most)
    old_end, new_end = len(old) - end, len(new) - end
    if start:
        yield _Run(True, slice(0, start), slice(0, start))
    if old_end - start > _MOST or new_end - start > _MOST:
        yield _Run(False, slice(start, old_end), slice(start, new_end))
    else:
        matcher = SequenceMatcher(None, old[start:old_end], new[start:new_end])
        for name, from_old, to_old, from_new, to_new in matcher.get_opcodes():
            yield _Run(
                name == "equal", slice(start + from_old, start + to_old), slice(start + from_new, start + to_new)
            )
    if end:
        yield _Run(True, slice(old_end, None), slice(new_end, None))


def _both_replaced(first: _Piece, last: _Piece) -> bool:
    return not (first.same or last.same) and all((first.before, first.after, last.before, last.after))


def _segments(pieces: Sequence[_Piece]) -> Iterator[Segment]:
    for piece in pieces:
        if piece.same:
            yield Segment("same", piece.before)
        else:
            yield from _all("removed", piece.before)
            yield from _all("added", piece.after)


def _all(kind: SegmentKind, text: str) -> tuple[Segment, ...]:
    return (Segment(kind, text),) if text else ()


def _rewritten(old: Sequence[str], new: Sequence[str]) -> Iterator[Paragraph]:
    """Lines that took the place of others: the akin ones as changed, between them what went and what came."""
    at_old = at_new = 0
    for place_old, place_new in [*_kin(old, new), (len(old), len(new))]:
        yield from (Paragraph("removed", _all("removed", line)) for line in old[at_old:place_old])
        yield from (Paragraph("added", _all("added", line)) for line in new[at_new:place_new])
        if place_old < len(old):
            yield Paragraph("changed", words_difference(old[place_old], new[place_new]))
        at_old, at_new = place_old + 1, place_new + 1


def _kin(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The places of the lines that are the same paragraph, changed: in order, as much in common as can be."""
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return []
    words_old, words_new = ([Counter(line.casefold().split()) for line in lines] for lines in (old, new))
    # best[i][j]: the most that the lines from i and from j on can have in common.
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    akin = [[_in_common(one, other) for other in words_new] for one in words_old]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], akin[i][j] + best[i + 1][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if akin[i][j] and best[i][j] == akin[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _in_common(one: Counter[str], other: Counter[str]) -> float:
    """The share of the words of the longer line that the other has too; 0 where it is too little to be the same."""
    longer = max(one.total(), other.total())
    share = (one & other).total() / longer if longer else 0.0
    return share if share >= _AKIN else 0.0
