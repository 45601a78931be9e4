"""`blitar serve`."""

from __future__ import annotations

import importlib.util
import socket
import subprocess
import sys
from pathlib import Path

import click

from blitar_scraper.archive import Archive
from blitar_scraper.cli.options import archive_option


@click.command(epilog="Example: blitar serve --port 8001")
@archive_option
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True)
def serve(archive: Path, port: int) -> int:
    """Open the archive in Datasette at 127.0.0.1, also while a crawl writes to it."""
    if importlib.util.find_spec("datasette") is None:
        raise click.ClickException(
            "Datasette is not installed; in the program's folder: pip install '.[publish]' (or make serve)"
        )
    Archive(archive, readonly=True).close()
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise click.ClickException(f"port {port} is taken; try --port {port + 1}")
    click.echo(f"Open http://127.0.0.1:{port}/{archive.stem} in a browser; Ctrl-C stops.")
    # Not immutable (-i): a file that is being written to must be opened as one (114 of 160 requests failed otherwise).
    return subprocess.call([sys.executable, "-m", "datasette", "serve", str(archive), "--port", str(port)])
