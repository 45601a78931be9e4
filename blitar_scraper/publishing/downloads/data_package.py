"""datapackage.json: what each table of the downloads holds, for programs (Frictionless Data Package, version 1)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from blitar_scraper.archive.values import iso
from blitar_scraper.publishing.downloads.tables import Table
from blitar_scraper.publishing.exports.tables import Column
from blitar_scraper.publishing.releases.about import About
from blitar_scraper.publishing.releases.datasette_files import sha256_of

_TYPES = {"text": "string", "json": "string", "integer": "integer", "real": "number"}


def data_package(
    folder: Path,
    tables: Sequence[Table],
    about: About,
    *,
    name: str,
    title: str,
    description: str,
    sites: Sequence[tuple[str, str]],
    at: datetime,
) -> str:
    """The file's text. `folder` holds the tables' files; `name` is the archive's, `sites` are names and addresses."""
    said: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": _name(name),
        "title": title,
        "description": description,
        "homepage": about.base_url,
        "created": iso(at),
        "sources": [{"title": title, "path": path} for title, path in sites],
        "contributors": [{"title": about.keeper or about.host, "role": "publisher"}],
    }
    if about.licence:
        licence = {"name": about.spdx, "path": about.licence_url, "title": about.licence}
        said["licenses"] = [{key: value for key, value in licence.items() if value}]
    said["resources"] = [_resource(folder, table) for table in tables]
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _resource(folder: Path, table: Table) -> dict[str, Any]:
    path = folder / f"{table.name}.csv.gz"
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": other, "fields": their}}
            for column, other, their in table.references
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        **({"description": table.description} if table.description else {}),
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "compression": "gz",
        "dialect": {"lineTerminator": "\r\n"},
        "bytes": path.stat().st_size,
        "hash": f"sha256:{sha256_of(path)}",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    said = {"name": column.name, "type": _TYPES[column.kind]}
    return {**said, "description": column.description} if column.description else said


def _name(text: str) -> str:
    """The name as the specification wants it: small letters, digits, and `-`, `.`, `_`."""
    return re.sub(r"[^a-z0-9._-]", "-", text.lower())
