"""A release of an archive with hostile texts and withheld articles, made once."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.publishing.releases.making import publish
from tests.asked_archive import UIDS, fill
from tests.publishing.releases import AT, order

SWITCH = "BLITAR_TEST_READERS"
HERE = Path(__file__).parent
# Each is the title of an article, and its author, section and text, too.
HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://127.0.0.1/","x")',
    "+1+1",
    "-1+1",
    "@SUM(1;1)",
    "\t=1+1",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "<r><t>x</t></r>",
    'a "b", c; d\ne',
    "\u202eelif \U0001f600 \xa0 –",
    "0012",
    "1,5",
    "2024-09-27",
    "NULL",
    "'=1+1",
    "x" * 40_000,
)
SECRET = "rahasia-sekali"


@dataclass(frozen=True)
class Made:
    """An archive and its release. `titles`: of all articles that may be shown, in order."""

    archive: Path
    release: Path
    database: Path
    titles: list[str]

    @property
    def downloads(self) -> Path:
        return self.release / "downloads"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get(SWITCH):
        return
    skip = pytest.mark.skip(reason=f"installs other programs: make test-readers, or {SWITCH}=1")
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("readers")
    path = folder / "arsip.db"
    with Archive(path) as archive:
        fill(archive)
        (like,) = archive.db.query("SELECT * FROM articles WHERE id = 4")
        del like["id"], like["body_main"]
        for number, text in enumerate([*HOSTILE, SECRET]):
            row = {
                **like,
                "uid": f"hostile{number:05}",
                "url": f"{like['url']}-{number}",
                "content_digest": f"{number}",
            }
            archive.db.table("articles").insert({**row, **dict.fromkeys(("title", "author", "section", "body"), text)})
        for uid, field in (("hostile" + f"{len(HOSTILE):05}", None), (UIDS["hormat"], "body")):
            article = archive.article_by_uid(uid)
            assert article is not None
            archive.withhold(article, reason="alasan", at=datetime(2024, 7, 1, tzinfo=UTC), field=field)
        titles = [row["title"] for row in archive.db.query("SELECT title FROM public_articles ORDER BY id")]
    released = publish(order(path), folder / "berita", at=AT, keep=1)
    return Made(path, released.folder, released.database, titles)
