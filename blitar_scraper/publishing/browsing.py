"""Going through the articles of a site, a year or a section, the newest first."""

from __future__ import annotations

from typing import NamedTuple

from sqlite_utils import Database

from blitar_scraper.archive.database import rows


class Listed(NamedTuple):
    """An article of a list. `title` is None where it has none to show."""

    uid: str
    site: str
    title: str | None
    section: str | None
    published_at: str | None
    gone_at: str | None


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
    conditions, values = ["1"], []
    if site is not None:
        conditions.append("site = ?")
        values.append(site)
    if year is not None:
        conditions.append("published_at BETWEEN ? AND ?")
        values += [f"{year:04d}", f"{year:04d}~"]
    if section is not None:
        conditions.append("section = ?")
        values.append(section)
    where = " AND ".join(conditions)
    (total,) = db.execute(f"SELECT COUNT(*) FROM public_articles WHERE {where}", values).fetchone()
    found = rows(
        db,
        f"""SELECT uid, site, title, section, published_at, gone_at FROM public_articles WHERE {where}
            ORDER BY published_date DESC, id DESC LIMIT ? OFFSET ?""",
        *values,
        limit,
        offset,
    )
    return total, [Listed(**row) for row in found]
