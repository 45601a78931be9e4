"""The `blitar` command. Each file holds a group of commands: parse arguments, call a room, print; no logic of its own."""

from blitar_scraper.cli.command import main

__all__ = ["main"]
