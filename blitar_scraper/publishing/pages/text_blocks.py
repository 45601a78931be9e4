"""An article's text as blocks to read: paragraphs and tables, with press-release head and contact block set apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from blitar_scraper.publishing.pages.shown_text import one_line, visible

# Blocks that a page gets. A report of 100 pages has about 1,500 paragraphs; what has more is a list of something, and
# stands in one block with its lines kept: a browser needs seconds to lay out each further ten thousand.
_MOST_BLOCKS = 3_000


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`text`; with line ends in it where there were too many), or a table (`rows` of cells)."""

    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def columns(self) -> int:
        """How many columns the widest row of the table has."""
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The parts of a text: `head` and `contact` are what a press release has around its news (`main`)."""

    head: tuple[Block, ...]
    main: tuple[Block, ...]
    contact: tuple[Block, ...]


def article_text(body: str | None, main_span: object = None) -> ArticleText:
    """The text in parts. `main_span`: where in it the news itself begins and ends, as `evidence` has it, or nothing."""
    if not body:
        return ArticleText((), (), ())
    start, end = _span(main_span, len(body))
    return ArticleText(blocks(body[:start]), blocks(body[start:end]), blocks(body[end:]))


def blocks(text: str) -> tuple[Block, ...]:
    """The text's lines as blocks: a table for lines with tabs that follow each other, a paragraph for any other."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > _MOST_BLOCKS:
        rest = "\n".join(visible(line) for line in lines[_MOST_BLOCKS:])
        return (*_blocks(lines[:_MOST_BLOCKS]), Block(rest))
    return tuple(_blocks(lines))


def description(body: str | None, main_span: object = None) -> str:
    """The beginning of the news, for search engines and for whoever shares the address."""
    start, end = _span(main_span, len(body or ""))
    return one_line((body or "")[start:end], most=200)


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    for is_table, group in groupby(lines, lambda line: "\t" in line):
        if is_table:
            yield Block(rows=tuple(tuple(visible(cell.strip()) for cell in line.split("\t")) for line in group))
        else:
            yield from (Block(visible(line)) for line in group)


def _span(main_span: object, length: int) -> tuple[int, int]:
    """The span where it is one that fits; else the whole."""
    if isinstance(main_span, list) and len(main_span) == 2 and all(type(place) is int for place in main_span):
        start, end = main_span
        if 0 <= start <= end <= length:
            return start, end
    return 0, length
