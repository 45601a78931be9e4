"""What a release is told about itself: its public address, title, licence and keeper."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

# Licences for data by their SPDX names, with their addresses.
LICENCES = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC-BY-NC-SA-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "ODC-By-1.0": "https://opendatacommons.org/licenses/by/1-0/",
    "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
}

# In each release: what was told about it.
_TOLD = "release.json"


@dataclass(frozen=True, slots=True)
class About:
    """`base_url`: the public address, without a last slash; `language`: "en" or "id", of pages and descriptions.

    `title`, `licence` and `keeper` (who publishes it, as in a citation) are None where nothing was said.
    """

    base_url: str
    language: str = "en"
    title: str | None = None
    licence: str | None = None
    keeper: str | None = None

    @property
    def spdx(self) -> str | None:
        """The licence by its SPDX name, where it is one that is known, however it was written."""
        return next((name for name in LICENCES if _folded(name) == _folded(self.licence or "")), None)

    @property
    def licence_url(self) -> str | None:
        """The licence's address, where one is known."""
        if self.spdx:
            return LICENCES[self.spdx]
        return self.licence if self.licence and self.licence.startswith(("https://", "http://")) else None

    @property
    def host(self) -> str:
        """The host of the public address."""
        return urlsplit(self.base_url).netloc


# What a host and a path may consist of: nothing that has a meaning in the files of a web server.
_HOST = re.compile(r"[A-Za-z0-9.-]+(?::\d{1,5})?")
_PATH = re.compile(r"[A-Za-z0-9/._~-]*")


def public_address(text: str) -> str:
    """A base URL as it was typed, without its last slash. Raises ValueError with one line for the person."""
    parts = urlsplit(text.strip())
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(parts.netloc):
        raise ValueError(f"{text}: not a public address, such as https://berita.example.org")
    if parts.query or parts.fragment or not _PATH.fullmatch(parts.path):
        raise ValueError(f"{text}: a public address has nothing behind its path, and there letters, digits and . _ ~ -")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def known_licence(text: str) -> str:
    """A licence as it was typed. Raises ValueError, with one line, for what is neither known by name nor an address."""
    licence = text.strip()
    if About("", licence=licence).licence_url is None:
        raise ValueError(f"--licence {text}: neither an address (https://...) nor one of {', '.join(LICENCES)}")
    return licence


def write_told(folder: Path, about: About) -> None:
    """Note in a release what was told about it: what is not said of the next one is taken from there."""
    said = {name: value for name, value in asdict(about).items() if value is not None}
    (folder / _TOLD).write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def read_told(folder: Path) -> dict[str, str]:
    """What was told about a release, by the names of About; empty where nothing is noted."""
    try:
        said = json.loads((folder / _TOLD).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    names = About.__dataclass_fields__
    return {name: said[name] for name in names if isinstance(said.get(name), str)} if isinstance(said, dict) else {}


def _folded(text: str) -> str:
    return text.casefold().replace(" ", "-")
