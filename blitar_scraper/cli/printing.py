"""Prints a page of text: as wide as is good to read on a terminal, and with uncut lines into a file or pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import click
from rich.console import Console, RenderableType
from rich.text import Text

from blitar_scraper.cli.marked_text import has_colour

# Characters; lines of more are hard to follow from one to the next.
_WIDEST = 100
# Where nobody looks at it no line is broken: a paragraph stays one line, for grep and diff.
_UNCUT = 1_000_000


def print_page(page: Callable[[bool], Iterable[RenderableType]]) -> None:
    """Print the page that is made for a screen with colour, or without."""
    console = Console(highlight=False)
    console = Console(highlight=False, width=min(console.width, _WIDEST) if console.is_terminal else _UNCUT)
    colour = has_colour(console)
    with console.capture() as capture:
        for piece in page(colour):
            # An address or an entry that were broken could not be copied: the terminal itself breaks them.
            console.print(piece, crop=False, soft_wrap=isinstance(piece, Text) and bool(piece.no_wrap))
    for line in capture.get().split("\n")[:-1]:
        click.echo(line.rstrip(), color=colour or None)  # asked for (FORCE_COLOR), it goes into a pipe, too
