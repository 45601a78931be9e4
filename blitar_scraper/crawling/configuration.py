"""Defaults for the command line and for `scrapy crawl`: `blitar.toml` in the working folder, then BLITAR_*."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from blitar_scraper import __version__

FILE = "blitar.toml"


class ConfigurationError(Exception):
    """`blitar.toml` cannot be read; the message is one line for the user."""


def read_configuration(folder: Path | None = None, environment: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The defaults by option name ("contact", "archive", "delay"); the environment outranks the file.

    Raises ConfigurationError where the file is no TOML or a value is no text that should be one.
    """
    path = (folder or Path.cwd()) / FILE
    found: dict[str, Any] = {}
    if path.is_file():
        try:
            found = tomllib.loads(path.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ConfigurationError(f"{FILE}: {error}") from error
    for name, value in (os.environ if environment is None else environment).items():
        if name.startswith("BLITAR_") and value:
            found[name.removeprefix("BLITAR_").lower().replace("_", "-")] = value
    for name in ("contact", "archive"):
        if name in found and not isinstance(found[name], str):
            raise ConfigurationError(f"{FILE}: {name} must be a text, in quotation marks")
    return found


def user_agent(contact: str | None) -> str:
    """What a town hall's log shows of us: the program, what it does, and whom to write to.

    The form follows RFC 9110, section 10.1.5. A contact that could break the header is cut to one line.
    """
    purpose = "archive of regional government news"
    whom = f"; contact: {' '.join(contact.split())}" if contact else ""
    return f"blitar_scraper/{__version__} ({purpose}{whom})"
