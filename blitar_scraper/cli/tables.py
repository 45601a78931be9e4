"""Prints tables: as wide as the terminal, and uncut into a file or pipe."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

# Where nobody looks at it, a line may be as long as a site's longest name makes it.
_UNCUT = 250


def fits(table: Table) -> bool:
    """Whether no value of the table need be broken over lines where it will be printed."""
    console = _console()
    return console.measure(table, options=console.options.update_width(_UNCUT)).maximum <= console.width


def print_table(table: Table) -> None:
    """Print it on standard output, without spaces at the ends of lines."""
    console = _console()
    with console.capture() as capture:
        console.print(table)
    for line in capture.get().splitlines():
        click.echo(line.rstrip())


def _console() -> Console:
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_UNCUT)
