"""The `blitar` command. A file a group of commands: parse arguments, call a room, print; no logic."""

from blitar_scraper.cli.command import main

__all__ = ["main"]
