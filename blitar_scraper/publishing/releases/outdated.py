"""Whether a release that was made earlier shows what is withheld now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from blitar_scraper.archive import Archive, ArchiveError
from blitar_scraper.archive.database import is_release
from blitar_scraper.archive.withheld import WITHHELD_VERSIONS

# What is withheld, by uid: an article as a whole, a field of it, a version of it.
Part = tuple[str, str | None, int | None]

# An article that was merged into another had a uid of its own in releases before that.
_PARTS = f"""
WITH held (article_id, field, version) AS (
    SELECT article_id, field, NULL FROM withholdings WHERE lifted_at IS NULL AND version IS NULL
    UNION SELECT article_id, NULL, version FROM ({WITHHELD_VERSIONS})
),
names (article_id, uid) AS (
    SELECT id, uid FROM articles WHERE id IN (SELECT article_id FROM held)
    UNION SELECT article_id, detail FROM problems
    WHERE problem = 'merged-article' AND detail IS NOT NULL AND article_id IN (SELECT article_id FROM held)
)
SELECT names.uid, held.field, held.version FROM held JOIN names ON names.article_id = held.article_id
"""
_ADDRESSES = "SELECT address_key FROM pages WHERE article_id IN (SELECT id FROM articles WHERE withheld_at IS NOT NULL)"


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is withheld now: `parts`, and the `addresses` (keys) of articles that are withheld as a whole."""

    parts: frozenset[Part]
    addresses: frozenset[str]

    def __or__(self, other: Withheld) -> Withheld:
        return Withheld(self.parts | other.parts, self.addresses | other.addresses)

    def __bool__(self) -> bool:
        return bool(self.parts)


class UnreadableRelease(ArchiveError):
    """Nobody can say what a release shows: its file is damaged, or no release of this program's."""


NOTHING = Withheld(frozenset(), frozenset())


def withheld_now(archive: Path) -> Withheld:
    """What the archive withholds at this moment. Raises ArchiveError."""
    with Archive(archive, readonly=True) as opened:
        return withheld_in(opened.db.conn)


def withheld_in(connection: sqlite3.Connection) -> Withheld:
    """What an archive withholds, or what was left out of a release."""
    parts = set(connection.execute(_PARTS).fetchall())
    if is_release(connection):
        parts |= {(uid, None, None) for (uid,) in connection.execute("SELECT uid FROM public_withheld")}
    return Withheld(frozenset(parts), frozenset(key for (key,) in connection.execute(_ADDRESSES)))


def withheld_in_release(path: Path) -> Withheld:
    """What was left out of the release with that SQLite file. Raises UnreadableRelease."""
    with _opened(path) as connection:
        return withheld_in(connection)


def shown_uids(path: Path, withheld: Withheld) -> list[str]:
    """The uids of articles of which a release's SQLite file shows what is withheld now.

    Raises UnreadableRelease.
    """
    with _opened(path) as connection:
        former = withheld_in(connection).parts
        shown = {part[0] for part in withheld.parts - former if _is_there(connection, part)}
        return sorted(shown | set(_named(connection, withheld.addresses)))


def _is_there(connection: sqlite3.Connection, part: Part) -> bool:
    uid, _, version = part
    sql = "SELECT 1 FROM articles WHERE uid = ? AND (? IS NULL OR version >= ?)"
    return connection.execute(sql, [uid, version, version]).fetchone() is not None


def _named(connection: sqlite3.Connection, addresses: Iterable[str]) -> list[str]:
    """The addresses that were known already, though no article had been read there."""
    sql = "SELECT url FROM pages WHERE address_key = ? AND article_id IS NULL"
    return [url for key in addresses for (url,) in connection.execute(sql, [key])]


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as connection:
            if not is_release(connection):
                raise UnreadableRelease(f"{path}: not a release")
            yield connection
    except sqlite3.Error as error:  # damaged, or of another program's tables
        raise UnreadableRelease(f"{path}: {error}") from error
