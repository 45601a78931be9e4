"""The files that belong to a release, and `/downloads/NAME`, which serves them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from datasette import Response
from datasette.utils.asgi import asgi_send_file

from blitar_scraper.publishing.plugin.rendering import error_page
from blitar_scraper.publishing.plugin.served import Served, served

# By the end of the name. Anything else is sent as bytes: a browser must not show it as a page of ours.
_TYPES = {
    ".csv.gz": "application/gzip",
    ".csv": "text/csv; charset=utf-8",
    ".parquet": "application/vnd.apache.parquet",
    ".json": "application/json; charset=utf-8",
    ".jsonl": "application/x-ndjson; charset=utf-8",
    ".jsonl.gz": "application/gzip",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".cff": "text/plain; charset=utf-8",
    ".bib": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    "SHA256SUMS": "text/plain; charset=utf-8",
}


_FORMATS = {
    "csv.gz": "CSV",
    "csv": "CSV",
    "parquet": "Parquet",
    "jsonl": "JSON lines",
    "jsonl.gz": "JSON lines",
    "xlsx": "XLSX",
}
_FOLDER = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")
_CHUNK = 1 << 18  # bytes; Datasette's 4 kB makes a file of 100 MB 25,000 messages


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """A file to download. `size` in bytes."""

    name: str
    size: int

    @property
    def format(self) -> str:
        """What it is called in a list: CSV, Parquet ..."""
        ending = self.name.partition(".")[2]
        return _FORMATS.get(ending, ending)


@dataclass(frozen=True, slots=True)
class ReleaseTable:
    """A table to download, in each of its formats."""

    name: str
    files: tuple[ReleaseFile, ...]


def release_files(archive: Served) -> list[ReleaseFile]:
    """The files of the release by name; none on a live archive. Only these are served."""
    if archive.downloads is None:
        return []
    return sorted(
        (
            ReleaseFile(path.name, path.stat().st_size)
            for path in archive.downloads.iterdir()
            if path.is_file() and not path.is_symlink() and not path.name.startswith(".")
        ),
        key=lambda file: (not file.name.startswith("README"), file.name),  # what is to be read first comes first
    )


def by_table(files: Iterable[ReleaseFile]) -> tuple[list[ReleaseTable], list[ReleaseFile]]:
    """The files that hold a table, together; and the others."""
    tables: dict[str, list[ReleaseFile]] = {}
    others = []
    for file in files:
        name, _, ending = file.name.partition(".")
        if ending in _FORMATS:
            tables.setdefault(name, []).append(file)
        else:
            others.append(file)
    return [ReleaseTable(name, tuple(there)) for name, there in tables.items()], others


def released_at(path: Path) -> str | None:
    """When the release that the database belongs to was made, as ISO text (UTC): its folder is named so."""
    match = _FOLDER.fullmatch(path.resolve().parent.name)
    return "{}-{}-{}T{}:{}:{}Z".format(*match.groups()) if match else None


def content_type(name: str) -> str:
    """The media type of a file of that name."""
    for end in sorted(_TYPES, key=len, reverse=True):
        if name.endswith(end):
            return _TYPES[end]
    return "application/octet-stream"


async def download(datasette: Any, request: Any, send: Any) -> Response | None:
    """A file of the release, to be saved."""
    archive = served(datasette)
    assert archive is not None
    name = request.url_vars["name"]
    if archive.downloads is None or name not in {file.name for file in release_files(archive)}:
        return await error_page(datasette, request, 404)
    path: Path = archive.downloads / name
    # Asked for again each time, in a word: what is withheld by the next release must not live on in caches. The files
    # of a release never change, so that its name and theirs tell them apart.
    tag = f'"{path.resolve().parents[1].name}-{path.stat().st_size}"'
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "cache-control": "no-cache",
        "etag": tag,
    }
    if request.headers.get("if-none-match") == tag:
        return Response("", status=304, headers={"etag": tag, "cache-control": "no-cache"})
    if request.method == "HEAD":
        headers["content-length"] = str(path.stat().st_size)
        return Response("", headers=headers, content_type=content_type(name))
    await asgi_send_file(send, str(path), content_type=content_type(name), headers=headers, chunk_size=_CHUNK)
    return None
