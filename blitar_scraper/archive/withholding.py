"""What may not be shown to the public, and since when: an article, one of its fields, one of its versions.

This is the one place that says so. The archive keeps everything; what is public (search, and whatever is published)
reads the views of `public_views.py`, made from the conditions of `withheld.py`. Each act of withholding is a row of
`withholdings`; lifting it dates the row and deletes nothing.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import NamedTuple

from sqlite_utils import Database

from blitar_scraper.archive.database import Row, insert, rows, update
from blitar_scraper.archive.withheld import FIELDS, IN_FORCE, WITHHELD_VERSIONS, with_field_withheld

_WORD = re.compile(r"[^\W_]+")


class WithholdingError(ValueError):
    """What was asked for cannot be withheld; the message is one line for the person at the keyboard."""


@dataclass(frozen=True, slots=True)
class Withholding:
    """One act: of the article all (`field` and `version` are None), a field in every version, or one version.

    Times are UTC text as in the archive; `lifted_at` is None while it is in force.
    """

    id: int
    article_id: int
    uid: str
    title: str | None
    field: str | None
    version: int | None
    reason: str
    withheld_at: str
    lifted_at: str | None
    lifted_because: str | None

    @property
    def part(self) -> str:
        """What is withheld, in words: `article`, `field author`, `version 2`."""
        if self.field is not None:
            return f"field {self.field}"
        return "article" if self.version is None else f"version {self.version}"


class Hidden(NamedTuple):
    """Ids of the articles that search never finds, and of those that it finds by title or text alone."""

    articles: frozenset[int]
    titles: frozenset[int]
    bodies: frozenset[int]


# What is withheld


def in_force(db: Database, article_id: int | None = None) -> list[Withholding]:
    """All withholdings that are in force, of one article or of all, oldest first."""
    return _found(db, f"{IN_FORCE} AND (:id IS NULL OR w.article_id = :id)", article_id)


def of_article(db: Database, article_id: int) -> list[Withholding]:
    """Every withholding that the article ever had, oldest first."""
    return _found(db, "w.article_id = :id", article_id)


def withheld_versions(db: Database, article_id: int) -> frozenset[int]:
    """The versions of the article that may not be shown because they, or what says the same, are withheld."""
    found = db.execute(f"SELECT version FROM ({WITHHELD_VERSIONS}) WHERE article_id = ?", [article_id])
    return frozenset(version for (version,) in found.fetchall())


def hidden_from_search(db: Database) -> Hidden:
    """What search may not find, or not find everything of."""
    whole = _ids(db, "SELECT id FROM articles WHERE withheld_at IS NOT NULL")
    present = _ids(db, f"SELECT id FROM articles WHERE (id, version) IN ({WITHHELD_VERSIONS})")
    titles, bodies = (_ids(db, with_field_withheld(field)) for field in ("title", "body"))
    never = whole | present | (titles & bodies)
    return Hidden(never, titles - never, bodies - never)


def still_shown(db: Database, article_id: int) -> list[tuple[str, str]]:
    """Where a withheld title or author can be read all the same: (that field, the public one that repeats it)."""
    names = {"url", "title", "author", "section", "press_release_number", "body"}
    columns = ", ".join(names)
    sql = f"""SELECT {columns} FROM article_versions WHERE article_id = ?
              UNION SELECT {columns} FROM articles WHERE id = ?"""
    readings = rows(db, sql, article_id, article_id)
    withheld = {item.field for item in in_force(db, article_id)}
    found = set()
    for field in withheld & {"title", "author"}:
        values = {words for reading in readings if (words := _words(reading[field or ""]))}
        for name in names - withheld:
            texts = [_words(reading[name]) for reading in readings]
            if any(value in text for value in values for text in texts):
                found.add((str(field), name))
    return sorted(found)


def same_text_elsewhere(db: Database, article: Row) -> list[str]:
    """The uids of other articles of the site with the very same content, which are not withheld with this one."""
    sql = "SELECT uid FROM articles WHERE site = ? AND content_digest = ? AND id <> ? AND withheld_at IS NULL"
    return [row["uid"] for row in rows(db, sql, article["site"], article["content_digest"], article["id"])]


# The acts. To be called in a transaction.


def check_field(name: str) -> str:
    """The field of that name. Raises WithholdingError, with the nearest names."""
    if name in FIELDS:
        return name
    columns = {column: field for field, taken in FIELDS.items() for column in taken}
    near = [columns[name]] if name in columns else difflib.get_close_matches(name, FIELDS, n=2, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(FIELDS)}"
    raise WithholdingError(f"no field '{name}' to withhold; {hint}")


def withhold(
    db: Database, article: Row, *, reason: str, at: str, field: str | None = None, version: int | None = None
) -> Withholding | None:
    """Keep the article, or that field or version of it, from the public. None where it is kept already.

    `article` is its row. Raises WithholdingError where there is no such field or version, or no reason.
    """
    if field is not None and version is not None:
        raise WithholdingError("a field is withheld in every version: name a field or a version, not both")
    if not reason.strip():
        raise WithholdingError("a reason is needed: whoever keeps this archive later will ask for it")
    if field is not None:
        check_field(field)
    if version is not None and not 1 <= version <= article["version"]:
        last = article["version"]
        raise WithholdingError(f"no version {version}: the article has {f'1 to {last}' if last > 1 else 'only one'}")
    if _same_part(db, article["id"], field, version):
        return None
    row = {"article_id": article["id"], "field": field, "version": version, "reason": reason, "withheld_at": at}
    number = insert(db, "withholdings", row)
    if field is None and version is None:
        _set_withheld_at(db, article["id"])
    (made,) = _found(db, "w.id = :id", number)
    return made


def lift(
    db: Database,
    article: Row,
    *,
    at: str,
    because: str | None = None,
    field: str | None = None,
    version: int | None = None,
) -> list[Withholding]:
    """Let the article, or that field or version of it, be shown again; the withholdings that this ended.

    Raises WithholdingError for a field that does not exist.
    """
    if field is not None:
        check_field(field)
    ended = _same_part(db, article["id"], field, version)
    for item in ended:
        update(db, "withholdings", {"lifted_at": at, "lifted_because": because}, "id = ?", item.id)
    if field is None and version is None:
        _set_withheld_at(db, article["id"])
    return ended


def carry_over(db: Database, *, kept: int, dropped: int, shift: int) -> None:
    """Two articles become one: what was withheld of the dropped one is withheld of the kept one.

    `shift`: by how much the dropped one's version numbers grow.
    """
    db.execute(
        "UPDATE withholdings SET article_id = ?, version = version + ? WHERE article_id = ?", [kept, shift, dropped]
    )


def _words(text: str | None) -> str:
    """The words alone, in small letters, each between spaces: a title is found in the address made from it."""
    words = " ".join(_WORD.findall(text.casefold())) if text else ""
    return f" {words} " if words else ""


def _same_part(db: Database, article_id: int, field: str | None, version: int | None) -> list[Withholding]:
    return [item for item in in_force(db, article_id) if (item.field, item.version) == (field, version)]


def _set_withheld_at(db: Database, article_id: int) -> None:
    """Keep the article's own column in step with its rows: since when it is withheld as a whole."""
    db.execute(
        f"""UPDATE articles SET withheld_at = (SELECT MIN(withheld_at) FROM withholdings
               WHERE article_id = articles.id AND field IS NULL AND version IS NULL AND {IN_FORCE})
           WHERE id = ?""",
        [article_id],
    )


def _found(db: Database, where: str, number: int | None) -> list[Withholding]:
    cursor = db.execute(
        f"""SELECT w.id, w.article_id, a.uid, a.title, w.field, w.version, w.reason, w.withheld_at, w.lifted_at,
                w.lifted_because
            FROM withholdings w JOIN articles a ON a.id = w.article_id WHERE {where} ORDER BY w.withheld_at, w.id""",
        {"id": number},
    )
    return [Withholding(*row) for row in cursor.fetchall()]


def _ids(db: Database, sql: str) -> frozenset[int]:
    return frozenset(number for (number,) in db.execute(sql).fetchall())
