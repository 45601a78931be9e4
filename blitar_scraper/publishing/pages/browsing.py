"""Going through the articles of a site, a year or a section, the newest first; quick at a million, too.

Which articles are listed is asked of indexes alone; what is shown of them comes from the public view.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from sqlite_utils import Database

from blitar_scraper.archive.database import rows
from blitar_scraper.archive.withheld import WITH_ANY_WITHHELD
from blitar_scraper.publishing.pages.overview import is_withheld

# Rows of a section up to which they are sorted; of more, the archive is gone through by date until a page is full.
_SORTED = 2_000
_NOT_WITHHELD = "id NOT IN (SELECT id FROM articles WHERE withheld_at IS NOT NULL)"
# What a withheld date or section is must not show by the article being listed for it.
_NOTHING_WITHHELD = f"id NOT IN ({WITH_ANY_WITHHELD})"


class Listed(NamedTuple):
    """An article of a list. `title` is None where it has none to show."""

    uid: str
    site: str
    title: str | None
    section: str | None
    published_at: str | None
    gone_at: str | None
    withheld: str | None

    @property
    def title_withheld(self) -> bool:
        """Whether it has a title that may not be shown."""
        return self.title is None and is_withheld("title", self.withheld)


class _Part(NamedTuple):
    """Articles that follow each other in the list: a condition on `articles`, and the values of its marks."""

    condition: str
    values: tuple[Any, ...]


def browse(
    db: Database,
    *,
    site: str | None = None,
    year: int | None = None,
    section: str | None = None,
    limit: int = 20,
    offset: int = 0,
) -> tuple[int, list[Listed]]:
    """How many articles these filters leave, and a page of them. Those without a date come last."""
    total = 0
    ids: list[int] = []
    for part in _parts(site, year):
        number = _count(db, part, section)
        wanted = limit - len(ids)
        if wanted and number > offset:
            ids += _ids(db, part, section, number, wanted, offset)
        offset = max(offset - number, 0)
        total += number
    found = rows(
        db,
        """SELECT id, uid, site, title, section, published_at, gone_at, withheld FROM public_articles
           WHERE id IN (SELECT value FROM json_each(?))""",
        json.dumps(ids),
    )
    by_id = {row.pop("id"): Listed(**row) for row in found}
    return total, [by_id[number] for number in ids if number in by_id]


def _parts(site: str | None, year: int | None) -> list[_Part]:
    condition, values = (f"{_NOT_WITHHELD} AND site = ?", (site,)) if site is not None else (_NOT_WITHHELD, ())
    if year is None:
        return [_Part(condition, values)]
    first, last = f"{year:04d}", f"{year:04d}~"
    return [
        _Part(f"{condition} AND {_NOTHING_WITHHELD} AND published_date BETWEEN ? AND ?", (*values, first, last)),
        _Part(
            f"{condition} AND {_NOTHING_WITHHELD} AND published_date IS NULL AND published_at BETWEEN ? AND ?",
            (*values, first, last),
        ),
    ]


def _count(db: Database, part: _Part, section: str | None) -> int:
    condition, values = _with_section(part, section, by_index=True)
    (number,) = db.execute(f"SELECT COUNT(*) FROM articles WHERE {condition}", values).fetchone()
    return int(number)


def _ids(db: Database, part: _Part, section: str | None, number: int, limit: int, offset: int) -> list[int]:
    condition, values = _with_section(part, section, by_index=number <= _SORTED)
    cursor = db.execute(
        f"SELECT id FROM articles WHERE {condition} ORDER BY published_date DESC, id DESC LIMIT ? OFFSET ?",
        [*values, limit, offset],
    )
    return [number for (number,) in cursor.fetchall()]


def _with_section(part: _Part, section: str | None, *, by_index: bool) -> tuple[str, list[Any]]:
    """The part's condition with that of the section, which is found by its index, or looked at row by row (`+`)."""
    if section is None:
        return part.condition, list(part.values)
    of_section = "id IN (SELECT id FROM articles WHERE section = ?)" if by_index else "+section = ?"
    return f"{part.condition} AND {_NOTHING_WITHHELD} AND {of_section}", [*part.values, section]
