"""What the public may know of an article: its history without what is withheld, read from the public views alone.

It works alike on a live archive and on a release, and needs a connection only for reading. Each question has a key:
an article of a million is found as quickly as one of a hundred.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from sqlite_utils import Database

from blitar_scraper.archive.chains import READ_ANEW
from blitar_scraper.archive.database import Row, first_row, rows
from blitar_scraper.archive.history import History, ReadFrom, Version, ViewCount, captures_by_id, read_from
from blitar_scraper.archive.values import clean_text

# A uid has 12 characters (`addresses.uid_of`); so many at its beginning tell which ones a mistyped one may have meant.
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Withheld:
    """An article that is kept, and withheld as a whole: no more is told of it. `withheld_at` is UTC text."""

    uid: str
    site: str
    site_name: str
    withheld_at: str


@dataclass(frozen=True, slots=True)
class PublicHistory(History):
    """The public part of a history: `article` is its row of `public_articles`, `withholdings` is empty.

    `versions` lacks those of `withheld_versions`, but for the present one: that is always there, with all that it says
    absent and `withheld` set where it may not be shown. Numbers are what they were. `said` has each shown version's
    row (of `public_articles` or `public_versions`) by its number: tags, evidence, `body_main`. `withheld_fields` are
    absent in every version. `media` and `problems` are rows of `public_media` and `public_problems` (the open ones).
    """

    site_home: str
    said: Mapping[int, Row]
    withheld_fields: tuple[str, ...]
    withheld_versions: tuple[int, ...]
    media: tuple[Row, ...]
    problems: tuple[Row, ...]

    def shown(self, number: int) -> Version | None:
        """The version of that number, if it may be shown."""
        version = self.version(number)
        return None if version is None or version.withheld else version

    def change(self, version: Version) -> tuple[Version, Version] | None:
        """As of the whole history; None where one of the two may not be shown."""
        found = History.change(self, version)
        return None if found is None or found[0].withheld or found[1].withheld else found

    @property
    def last_edit(self) -> tuple[Version, Version] | None:
        """The two readings between which the government last changed it, of those that may be shown; or None."""
        for version in reversed(self.live):
            change = self.change(version)
            if change is not None and change[0].superseded_by == "edited":
                return change
        return None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The article before or after another one of the site."""

    uid: str
    title: str | None
    title_withheld: bool
    published_at: str


def public_history(db: Database, uid: str) -> PublicHistory | Withheld | None:
    """The public history of the article of that uid, however it is written, also of one that it was merged with.

    None where there is none that may be known of. The history's own `article["uid"]` is the one to cite.
    """
    uid = clean_text(uid).strip().lower()
    article = first_row(db, "SELECT * FROM public_articles WHERE uid = ?", uid)
    if article is not None:
        return _history(db, article)
    stub = first_row(
        db,
        """SELECT w.uid, w.site, s.name AS site_name, w.withheld_at
           FROM public_withheld w JOIN sites s ON s.id = w.site WHERE w.uid = ?""",
        uid,
    )
    if stub is not None:
        return Withheld(**stub)
    merged = first_row(
        db, "SELECT article_id FROM public_problems WHERE problem = 'merged-article' AND detail = ?", uid
    )
    if merged is None:
        return None
    article = first_row(db, "SELECT * FROM public_articles WHERE id = ?", merged["article_id"])
    return None if article is None else _history(db, article)


def public_uids_near(db: Database, uid: str, *, most: int = 3) -> list[str]:
    """Uids of articles that may be shown, of which a mistyped one has the beginning."""
    start = clean_text(uid).strip().lower()[:_NEAR]
    if len(start) < _NEAR or not start.isalnum():
        return []
    sql = "SELECT uid FROM public_articles WHERE uid > ? AND uid < ? ORDER BY uid LIMIT ?"
    return [row["uid"] for row in rows(db, sql, start, start + "\U0010ffff", most)]


def neighbours(db: Database, history: PublicHistory) -> tuple[Neighbour | None, Neighbour | None]:
    """The articles of the site published before and after this one: by day, then time, then as they were found.

    None where there is none, and for an article whose day is not known or not shown.
    """
    if history.article["published_date"] is None:
        return None, None
    return _neighbour(db, history, "<", "DESC"), _neighbour(db, history, ">", "ASC")


def _neighbour(db: Database, history: PublicHistory, than: str, direction: str) -> Neighbour | None:
    # The view says what may be shown, and cannot use the index: its date is an expression. So the table names the
    # next few, and the view passes over those whose date nobody may know. Ten in a row that are withheld hide the rest.
    article = history.article
    sql = f"""SELECT uid, title, withheld, published_at FROM public_articles WHERE published_at IS NOT NULL AND id IN (
                  SELECT id FROM articles
                  WHERE site = :site AND (published_date, published_at, id) {than} (:date, :at, :id)
                  ORDER BY published_date {direction}, published_at {direction}, id {direction} LIMIT 10)
              ORDER BY published_date {direction}, published_at {direction}, id {direction} LIMIT 1"""
    here = {"site": article["site"], "date": article["published_date"], "at": article["published_at"]}
    row = first_row(db, sql, {**here, "id": article["id"]})
    if row is None:
        return None
    hidden = row["title"] is None and bool({"title", "version"} & set(_fields(row["withheld"])))
    return Neighbour(row["uid"], row["title"], hidden, row["published_at"])


def _history(db: Database, article: Row) -> PublicHistory:
    site = first_row(db, "SELECT name, home_url, counts_own_fetches FROM sites WHERE id = ?", article["site"])
    assert site is not None  # a foreign key
    stored = rows(db, "SELECT * FROM public_versions WHERE article_id = ? ORDER BY version", article["id"])
    present_withheld = article["withheld"] == "version"
    shown = {row["version"] for row in stored}
    gaps = {number for number in range(1, article["version"]) if number not in shown}
    hidden = gaps | ({article["version"]} if present_withheld else set())
    problems = rows(db, "SELECT * FROM public_problems WHERE article_id = ? ORDER BY seen_at, id", article["id"])
    # Of a version withheld, `withheld` says no more than that; the fields stand with its siblings.
    withheld_fields = {name for row in [*stored, article] for name in _fields(row["withheld"])} - {"version"}
    captures = _read_from(db, article["id"], hidden)
    return PublicHistory(
        article=article,
        site_name=site["name"],
        counts_own_fetches=bool(site["counts_own_fetches"]),
        versions=_versions(db, article, stored, _present_since(article, stored, captures)),
        view_counts=_view_counts(db, article["id"]),
        captures=captures,
        withholdings=(),
        merged=tuple(row["detail"] for row in problems if row["problem"] == "merged-article" and row["detail"]),
        site_home=site["home_url"],
        said={row["version"]: row for row in [*stored, *([] if present_withheld else [article])]},
        withheld_fields=tuple(sorted(withheld_fields)),
        withheld_versions=tuple(sorted(hidden)),
        media=tuple(rows(db, "SELECT * FROM public_media WHERE article_id = ? ORDER BY position", article["id"])),
        problems=tuple(row for row in problems if row["resolved_at"] is None),
    )


def _present_since(article: Row, stored: list[Row], captures: tuple[ReadFrom, ...]) -> str:
    """Since when the present version is known to stand. After a hidden one: since its first capture that is known."""
    if article["version"] > 1 and (not stored or stored[-1]["version"] != article["version"] - 1):
        of_present = [read.capture.fetched_at for read in captures if read.version == article["version"]]
        return min(of_present, default=str(article["last_seen_at"]))
    live = [row["superseded_at"] for row in stored if row["superseded_by"] not in READ_ANEW]
    return str(live[-1] if live else article["first_seen_at"])


def _versions(db: Database, article: Row, stored: list[Row], since: str) -> tuple[Version, ...]:
    present = {**article, "seen_at": since, "superseded_at": None, "superseded_by": None}
    captures = captures_by_id(db, [row["capture_id"] for row in [*stored, present]])
    own = {field.name for field in fields(Version)} - {"number", "capture", "withheld"}
    return tuple(
        Version(
            number=row["version"],
            capture=captures.get(row["capture_id"]),
            withheld=row is present and article["withheld"] == "version",
            **{name: row[name] for name in own},
        )
        for row in [*stored, present]
    )


def _view_counts(db: Database, article_id: int) -> tuple[ViewCount, ...]:
    sql = "SELECT observed_at, views, own_fetches FROM public_view_counts WHERE article_id = ? ORDER BY observed_at"
    return tuple(ViewCount(**row) for row in rows(db, sql, article_id))


def _read_from(db: Database, article_id: int, hidden: set[int]) -> tuple[ReadFrom, ...]:
    """Captures say where bytes are and not what they say; those of a hidden version are left out all the same.

    That which shows the article gone holds nothing of it.
    """
    return tuple(read for read in read_from(db, article_id) if read.version not in hidden or read.role == "gone")


def _fields(withheld: Any) -> list[str]:
    return withheld.split(", ") if isinstance(withheld, str) and withheld else []


def evidence_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """The evidence of an article's or a version's row, by field; empty where it is none."""
    return _parsed(row.get("evidence"), dict) or {}


def tags_of(row: Mapping[str, Any]) -> list[str]:
    """The tags of an article's or a version's row; what is no text among them is left out."""
    found = _parsed(row.get("tags"), list) or []
    return [tag for tag in found if isinstance(tag, str) and tag.strip()]


def _parsed(text: Any, kind: type) -> Any:
    try:
        value = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, kind) else None
