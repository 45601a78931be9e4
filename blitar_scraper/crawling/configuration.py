"""Defaults for the command line and for `scrapy crawl`: `blitar.toml` in the working folder, then BLITAR_*."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from blitar_scraper import __version__

FILE = "blitar.toml"
# Settings of Spidermon's that open something. They come from the environment, which no file keeps and no crawl writes.
_SECRET = re.compile(r"TOKEN|PASSWORD|SECRET|ACCESS_KEY|WEBHOOK|DSN", re.IGNORECASE)
_SPIDERMON = "SPIDERMON_"


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
    if "monitors" in found:
        found["monitors"] = _names(found["monitors"])
    spidermon_settings(found, {})  # a secret in the file is told by whatever command comes first
    return found


def spidermon_settings(
    configuration: Mapping[str, Any], environment: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Settings for Spidermon: those of the table [spidermon], with or without SPIDERMON_ before their names; and
    SPIDERMON_* of the environment, which outrank them.

    Raises ConfigurationError where a secret stands in the file.
    """
    table = configuration.get("spidermon", {})
    if not isinstance(table, dict):
        raise ConfigurationError(f"{FILE}: spidermon must be a table: [spidermon]")
    found = {f"{_SPIDERMON}{name.upper().removeprefix(_SPIDERMON)}": value for name, value in table.items()}
    for name in found:
        if may_be_secret(name):
            raise ConfigurationError(f"{FILE}, [spidermon]: a secret; set {name} in the environment instead")
    given = os.environ if environment is None else environment
    return found | {name: value for name, value in given.items() if name.startswith(_SPIDERMON) and value}


def may_be_secret(name: str) -> bool:
    """Whether a setting of that name opens something."""
    return _SECRET.search(name) is not None


def _names(value: Any) -> list[str]:
    """Dotted names, in a list or, as in the environment, with commas between them."""
    names = [name.strip() for name in value.split(",")] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) and "." in name.strip(".") for name in names):
        raise ConfigurationError(f'{FILE}: monitors must be a list of names: ["my_module.MySuite"]')
    return names


def user_agent(contact: str | None) -> str:
    """What a town hall's log shows of us: the program, what it does, and whom to write to.

    The form follows RFC 9110, section 10.1.5. A contact that could break the header is cut to one line.
    """
    purpose = "archive of regional government news"
    whom = f"; contact: {' '.join(contact.split())}" if contact else ""
    return f"blitar_scraper/{__version__} ({purpose}{whom})"
