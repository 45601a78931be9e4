"""CITATION.cff: how to cite a release (Citation File Format 1.2.0), and SHA256SUMS: that a copy of it is whole."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from blitar_scraper.publishing.releases.about import About
from blitar_scraper.publishing.releases.datasette_files import sha256_of

# What ends a line in YAML, or may not stand there, and is plain text in JSON.
_ENDS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
SUMS = "SHA256SUMS"


def citation_file(about: About, *, title: str, description: str, version: str, at: datetime) -> str:
    """The file's text. `version` is the release's name, `at` when it was made.

    Every value is written as JSON, which is YAML, too: no title can break out of it.
    """
    said = {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite them as below, with the version.",
        "type": "dataset",
        "title": title,
        "abstract": description,
        "authors": [{"name": about.keeper or about.host}],
        "version": version,
        "date-released": f"{at:%Y-%m-%d}",
        "url": about.base_url,
        **_licence(about),
    }
    return "".join(f"{key}: {_yaml(value)}\n" for key, value in said.items())


def _yaml(value: Any) -> str:
    return _ENDS.sub(lambda end: f"\\u{ord(end[0]):04x}", json.dumps(value, ensure_ascii=False))


def write_sums(folder: Path) -> None:
    """Write SHA256SUMS: a line for every other file in the folder, by its path, as `sha256sum --check` reads it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / SUMS)
    lines = [f"{sha256_of(path)}  {path.relative_to(folder).as_posix()}\n" for path in paths]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def _licence(about: About) -> dict[str, str]:
    """The format knows licences by their SPDX names alone; others are named by their address."""
    if about.spdx:
        return {"license": about.spdx}
    return {"license-url": about.licence_url} if about.licence_url else {}
