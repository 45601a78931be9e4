"""The database of a release, as `blitar publish` makes it, without what stands beside it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from blitar_scraper.archive.stems import rebuild_stems
from blitar_scraper.publishing.releases.redaction import copy_public
from blitar_scraper.publishing.releases.summaries import materialise


def released(archive: Path, folder: Path, request: pytest.FixtureRequest, *, summaries: bool = True) -> Database:
    """The release's database, closed at the test's end. Without `summaries`, its slow views are views."""
    path = folder / "rilis.db"
    copy_public(archive, path)
    db = Database(sqlite3.connect(path, isolation_level=None), execute_plugins=False)
    request.addfinalizer(db.close)
    db.execute("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")
    rebuild_stems(db)
    if summaries:
        materialise(db)
    return db
