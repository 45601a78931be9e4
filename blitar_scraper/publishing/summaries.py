"""Slow views of an archive as tables of a release, under the same names and with the same columns."""

from __future__ import annotations

from sqlite_utils import Database

_SLOW = ("articles_monthly", "coverage", "view_growth", "views_at_age", "site_health", "shared_texts", "recent_growth")


def materialise(db: Database) -> None:
    """Make tables of the slow views. To be called on a release's database alone."""
    for name in _SLOW:
        db.execute(f"CREATE TABLE summary AS SELECT * FROM {name}")
        db.execute(f"DROP VIEW {name}")
        db.execute(f"ALTER TABLE summary RENAME TO {name}")
