"""An archive that a former program wrote is opened, read and continued by this one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from archive_examples import SITE, Crawled, article_seen, days, url

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import Archive, migrations

FORMER = sorted((Path(__file__).parent / "data").glob("version_*.db"))


@pytest.fixture(params=FORMER, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a former archive."""
    return Path(shutil.copy(request.param, tmp_path / "former.db"))


def test_every_schema_version_has_its_archive(archive: Archive) -> None:
    number = len(migrations.migrations.applied(archive.db))
    assert [file.name for file in FORMER] == [f"version_{version}.db" for version in range(1, number + 1)]
    assert all(file.stat().st_size <= 100_000 for file in FORMER)


def test_what_it_holds_is_all_there(path: Path) -> None:
    with Archive(path) as archive:
        titles = [row["title"] for row in archive.db.query("SELECT title FROM articles ORDER BY id")]
        assert titles == ["Wali Kota Resmikan Pasar", "Sesudah", "Pindah", "Hilang", "Kembar", None]
        assert archive.sites() == [SITE]
        assert archive.is_backfilled(SITE.id)
        merged = archive.article_by_uid(uid_of(url("y")))
        assert merged is not None
        assert merged["uid"] == uid_of(url("x"))
        assert [page.url for page in archive.due(SITE.id, days(2), 10)] == [url("antre"), url("sunting")]
        assert [hit.title for hit in archive.search("sesudah")] == ["Sesudah"]
        empty = {name for name in archive.db.view_names() if not list(archive.db.query(f"SELECT * FROM {name}"))}
        # Nothing is withheld in it, no text is there twice, and the first version kept no captures.
        assert empty <= {"public_withheld", "shared_texts", "public_captures"}


def test_the_crawl_goes_on_in_it(path: Path) -> None:
    with Archive(path) as archive:
        crawled = Crawled(archive)
        assert crawled.store(article_seen("sunting", at=days(3), title="Lagi")).kind == "edited"
        assert crawled.store(article_seen("hilang", at=days(3), title="Hilang")).kind == "back"
        assert crawled.values("SELECT title FROM article_history WHERE article_id = 2 ORDER BY version") == [
            *("Sebelum", "Sesudah", "Lagi")
        ]
        crawled.check_search_index()
        assert crawled.values("PRAGMA foreign_key_check") == []


def test_its_schema_is_then_that_of_a_new_archive(path: Path, archive: Archive) -> None:
    schema = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'articles_fts_%' ORDER BY name"
    with Archive(path) as former:
        assert list(former.db.query(schema)) == list(archive.db.query(schema))
