"""Prints tables: as wide as the terminal, and uncut into a file or pipe."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

# Where nobody looks at it, a line may be as long as a site's longest name makes it.
_UNCUT = 250


def print_table(table: Table) -> None:
    """Print it on standard output, without spaces at the ends of lines."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=_UNCUT)
    with console.capture() as capture:
        console.print(table)
    for line in capture.get().splitlines():
        click.echo(line.rstrip())
