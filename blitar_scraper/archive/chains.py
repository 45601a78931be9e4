"""An article's history as a chain of readings: what each of the government's versions says, in order.

A version superseded by `reparsed` or `imported` is another reading of something that stands elsewhere in the chain; it
is kept, and not part of it. Pure functions of rows.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from blitar_scraper.archive.content import CONTENT_COLUMNS, KEPT_FIELDS
from blitar_scraper.archive.database import Row, rows
from blitar_scraper.items import DIGESTED_FIELDS, digest_of

# What makes a version other than the government: another reading of the same, or a history written anew.
READ_ANEW = ("reparsed", "imported")
# Columns that tell how a version was read, not what it says.
_HOW_READ = ("parser_version", "evidence", "capture_id")
SAID_COLUMNS = tuple(name for name in CONTENT_COLUMNS if name not in _HOW_READ)
_LINK_COLUMNS = ("version", "url", "seen_at", "superseded_at", "superseded_by", *CONTENT_COLUMNS)
_SELECTED = ", ".join(_LINK_COLUMNS)


@dataclass(frozen=True, slots=True)
class Chain:
    """The versions of an article that the government made, as rows; the last one is the present one."""

    links: tuple[Row, ...]

    def unread(self, read: Collection[int]) -> tuple[Row, ...]:
        """The versions whose bytes were never kept, or are not among those that were read."""
        return tuple(link for link in self.links if link["capture_id"] not in read)


def chain_of(db: Database, article: Row, *, schema: str = "main") -> Chain:
    """The chain of an article (a row of `articles`)."""
    former = rows(
        db,
        f"SELECT {_SELECTED} FROM {schema}.article_versions WHERE article_id = ?"
        f" AND superseded_by NOT IN {READ_ANEW} ORDER BY version",
        article["id"],
    )
    since = former[-1]["superseded_at"] if former else article["first_seen_at"]
    present = {name: article[name] for name in ("version", "url", *CONTENT_COLUMNS)}
    return Chain((*former, {**present, "seen_at": since, "superseded_at": None, "superseded_by": None}))


def is_damaged(link: Mapping[str, Any]) -> bool:
    """Whether a version's values are not those that its digest was made of: no reading has ever said so."""
    return digest_of([link[name] for name in DIGESTED_FIELDS]) != str(link["content_digest"])


def same_reading(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether two readings are one version: the same content, undamaged."""
    return bool(old["content_digest"] == new["content_digest"]) and not is_damaged(old)


def common_start(old: Sequence[Row], new: Sequence[Row]) -> int:
    """How many superseded versions from the first on are the same in both."""
    same = 0
    while same < min(len(old), len(new)) - 1 and same_reading(old[same], new[same]):
        same += 1
    return same


def with_unread(new: Chain, unread: Collection[Row]) -> Chain:
    """The chain read anew, with those versions in their places whose bytes could not be read.

    What only these knew is kept where a later version lacks it, as the crawl keeps it.
    """
    numbers = {link["version"] for link in unread}
    links = sorted((*unread, *new.links), key=lambda link: (link["seen_at"], link["version"] not in numbers))
    joined: list[Row] = []
    for link in links:
        filled = {**link, **{name: joined[-1][name] for name in KEPT_FIELDS if joined and link[name] is None}}
        filled["content_digest"] = digest_of([filled[name] for name in DIGESTED_FIELDS])
        if joined and joined[-1]["content_digest"] == filled["content_digest"]:
            joined[-1] = {**filled, "seen_at": joined[-1]["seen_at"]}  # seen again, in a capture that was read
        else:
            joined.append(filled)
    for place, link in enumerate(joined[:-1]):
        by = link["superseded_by"] or "edited"
        joined[place] = {**link, "superseded_at": joined[place + 1]["seen_at"], "superseded_by": by}
    joined[-1] = {**joined[-1], "superseded_at": None, "superseded_by": None}
    return Chain(tuple(joined))
