"""The files beside a release's database that make its folder one that Datasette serves as it is."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlite_utils import Database

from blitar_scraper.publishing.metadata import metadata, settings

INSPECTED = "inspect-data.json"
METADATA = "metadata.json"
SETTINGS = "settings.json"
# Bytes read at a time.
_BLOCK = 1 << 20


def write_datasette_files(database: Path, *, base_url: str, **told: Any) -> None:
    """Write metadata.json, settings.json and inspect-data.json beside a release's database.

    `base_url` is the public address; `told` goes into the metadata (`metadata.metadata`). What is inspected is opened
    as immutable, and its rows are not counted at each start.
    """
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?immutable=1", uri=True)) as connection:
        db = Database(connection, execute_plugins=False)
        _write(database, METADATA, metadata(db, database=database.stem, base_url=base_url, **told))
        _write(database, INSPECTED, {database.stem: _inspected(connection, database)})
    _write(database, SETTINGS, {**settings(release=True), **_address_settings(base_url)})


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _address_settings(base_url: str) -> dict[str, Any]:
    """What Datasette cannot know behind a web server: the path under which it stands, and that https leads to it."""
    address = urlsplit(base_url)
    path = address.path.strip("/")
    said: dict[str, Any] = {"base_url": f"/{path}/"} if path else {}
    return {**said, "force_https_urls": True} if address.scheme == "https" else said


def _inspected(connection: sqlite3.Connection, database: Path) -> dict[str, Any]:
    """What `datasette inspect` says of it."""
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
    counts = {name: connection.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for name in names}
    return {
        "hash": sha256_of(database),
        "size": database.stat().st_size,
        "file": database.name,
        "tables": {name: {"count": count} for name, count in counts.items()},
    }


def _write(database: Path, name: str, said: dict[str, Any]) -> None:
    text = json.dumps(said, ensure_ascii=False, indent=2) + "\n"
    database.with_name(name).write_text(text, encoding="utf-8")
