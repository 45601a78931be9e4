"""Stored text made ready to print: nothing in it acts on the terminal, and differences can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from blitar_scraper.archive.controls import shown
from blitar_scraper.archive.differences import Paragraph, Segment

# Struck through and underlined too: red and green look alike to one man in twelve.
_STYLES = {"same": "", "removed": "red strike", "added": "green underline"}
# The marks of wdiff, which no colour is needed to see.
_MARKS = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}


def safe(text: str | None, style: str = "") -> Text:
    """Text from a page (or a person), with all that is no text written out."""
    return Text(shown(text or ""), style)


def has_colour(console: Console) -> bool:
    """Whether what is printed there can be told apart by colour."""
    return console.is_terminal and console.color_system is not None and not console.no_color


def segments_text(segments: Sequence[Segment], *, colour: bool) -> Text:
    """A difference on one line."""
    text = Text()
    for segment in segments:
        opening, closing = ("", "") if colour else _MARKS[segment.kind]
        text.append(opening + shown(segment.text) + closing, _STYLES[segment.kind] if colour else "")
    return text


def paragraph_lines(paragraphs: Iterable[Paragraph], *, colour: bool) -> Iterator[Text]:
    """The paragraphs that differ; `…` for those in between that do not."""
    elided = False
    for paragraph in paragraphs:
        if paragraph.kind != "same":
            yield segments_text(paragraph.segments, colour=colour) or Text("(an empty line)", "dim")
        elif not elided:
            yield Text("…", "dim")
        elided = paragraph.kind == "same"
