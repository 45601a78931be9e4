"""A short document of headings, sentences, lists and tables; as Markdown. Text in it is text: none of it is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from blitar_scraper.archive.controls import shown


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's own."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences. Text between backquotes is printed as it stands, as a name of the archive's."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `numbers` are the places of the columns that are aligned at the right."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[int] = frozenset()


Block = Heading | Paragraph | Bullets | Table

# What Markdown would take for markup anywhere in a line. Backquotes are ours: stored text with one is escaped before.
_MARKUP = re.compile(r"([\\*_\[\]<>|#~])")


def as_markdown(blocks: Iterable[Block]) -> str:
    """The document as Markdown (CommonMark, with the tables of GitHub)."""
    return "\n".join(line for block in blocks for line in [*_lines(block), ""]).rstrip("\n") + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_escaped(block.text)}"
    elif isinstance(block, Paragraph):
        yield _escaped(block.text)
    elif isinstance(block, Bullets):
        yield from (f"- {_escaped(item)}" for item in block.items)
    else:
        yield _row(block.headings)
        yield "|" + "".join("---:|" if place in block.numbers else "---|" for place in range(len(block.headings)))
        yield from (_row(row) for row in block.rows)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |"


def _escaped(text: str) -> str:
    """The text on one line, with nothing in it that Markdown would act upon, but for what stands in backquotes."""
    folded = " ".join(shown(text).split())
    pieces = folded.split("`")
    if len(pieces) % 2 == 0:  # a single one: no pair of ours
        pieces = [folded.replace("`", "'")]
    plain = [piece.replace("|", "\\|") if place % 2 else _without_markup(piece) for place, piece in enumerate(pieces)]
    return "`".join(plain)


def _without_markup(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
