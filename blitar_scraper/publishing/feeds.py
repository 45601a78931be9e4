"""Atom feeds (RFC 4287) of an archive: what came in, and what was changed or removed."""

from __future__ import annotations

from sqlite_utils import Database

from blitar_scraper.publishing.words import Words

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
# Entries: what feed readers and most publishing systems take for enough; they ask again within the day.
LIMIT = 50


def newest(
    db: Database, *, base_url: str, title: str, words: Words, site: str | None = None, limit: int = LIMIT
) -> bytes | None:
    """The feed of what came in last, of all sites or of one; None where there is no such site.

    `base_url`: the public address of the archive's home page, with or without its last slash.
    """
    raise NotImplementedError


def changes(db: Database, *, base_url: str, title: str, words: Words, limit: int = LIMIT) -> bytes:
    """The feed of what was changed by the government or removed, an entry an event."""
    raise NotImplementedError
