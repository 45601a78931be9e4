"""`blitar serve`."""

from __future__ import annotations

import importlib.util
import re
import socket
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
from sqlite_utils import Database

from blitar_scraper.archive import Archive, ArchiveError, OlderSchema
from blitar_scraper.cli.options import archive_option

# Loopback only: the raw tables are shown, what is withheld with them. `blitar publish` makes what others may see.
HOST = "127.0.0.1"
_THIS_MACHINE = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?", re.IGNORECASE)


@click.command(epilog="Example: blitar serve --port 8001 --language id")
@archive_option
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True)
@click.option(
    "--language", type=click.Choice(["en", "id"]), default="en", show_default=True, help="The language of the pages."
)
def serve(archive: Path, port: int, language: str) -> int:
    """Open the archive in a browser, at 127.0.0.1 only, also while a crawl writes to it.

    Home page, search, articles with their history, and every table by Datasette.
    """
    if importlib.util.find_spec("datasette") is None:
        raise click.ClickException(
            "Datasette is not installed; in the program's folder: pip install '.[publish]' (or make serve)"
        )
    _bring_up_to_date(archive)
    with socket.socket() as probe:
        if probe.connect_ex((HOST, port)) == 0:
            raise click.ClickException(f"port {port} is taken; try --port {port + 1 if port < 65535 else 8001}")
    served, withheld = _datasette(archive, language)
    click.echo(f"{archive}: open http://{HOST}:{port}/ in a browser; Ctrl-C stops.")
    if withheld:
        articles = "1 article is" if withheld == 1 else f"{withheld:,} articles are"
        click.echo(f"{articles} withheld, wholly or in part: here the tables show all of it, to you alone.")
    import uvicorn  # comes with Datasette, and is needed by this command alone

    # Not a line for each picture asked for: the terminal shows what went wrong.
    uvicorn.run(_for_this_machine(served.app()), host=HOST, port=port, log_level="warning", lifespan="on")
    return 0


def _for_this_machine(app: Any) -> Any:
    """The ASGI application, only for who names this machine: others may lead a name of theirs here (rebinding)."""

    async def guarded(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and not _names_this_machine(scope["headers"]):
            await send({"type": "http.response.start", "status": 421, "headers": [(b"content-type", b"text/plain")]})
            await send({"type": "http.response.body", "body": b"only at 127.0.0.1"})
            return
        await app(scope, receive, send)

    return guarded


def _names_this_machine(headers: Any) -> bool:
    hosts = [bytes(value).decode("latin-1") for name, value in headers if name.lower() == b"host"]
    return len(hosts) == 1 and _THIS_MACHINE.fullmatch(hosts[0]) is not None


def _bring_up_to_date(archive: Path) -> None:
    """Give the archive today's views, which the pages read. One that cannot be written to is served as it is."""
    with suppress(OlderSchema):
        Archive(archive, readonly=True).close()  # an empty file is no archive, and must not become one
    with suppress(ArchiveError), Archive(archive):
        return
    Archive(archive, readonly=True).close()


def _datasette(archive: Path, language: str) -> tuple[Any, int]:
    """Datasette with the archive's metadata and settings; of how many articles something is withheld."""
    from datasette.app import Datasette

    from blitar_scraper.publishing.metadata import metadata, settings

    with Archive(archive, readonly=True) as opened:
        described = metadata(opened.db, database=archive.stem, language=language)
        withheld = _withheld(opened.db)
    # Not immutable (-i): a file that is being written to must be opened as one (114 of 160 requests failed otherwise).
    return Datasette([str(archive)], metadata=described, settings=settings(release=False)), withheld


def _withheld(db: Database) -> int:
    if "withholdings" not in db.table_names():  # a release: nothing withheld is in it
        return 0
    (number,) = db.execute("SELECT COUNT(DISTINCT article_id) FROM withholdings WHERE lifted_at IS NULL").fetchone()
    return int(number)
