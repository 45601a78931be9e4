"""The page of an article in a release is that of the live archive: a reader cannot tell the one from the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import Archive
from blitar_scraper.items import Media
from tests.archive.archive_examples import START, Crawled, article_seen, capture, days, entry, gone, listing_seen, url
from tests.publishing.released import released
from tests.publishing.visiting import Visitor

NAMES = ("pasar", "hilang", "sebagian", "versi", "rahasia", "baru")
FORMS = ("", ".json", "?version=1", "/changes", "/changes?from=1&to=2")


def fill(path: Path) -> None:
    with Archive(path) as archive:
        crawled = Crawled(archive)
        crawled.store(article_seen(capture_id=capture(crawled, START), media=(Media("image", url("a.jpg"), "Foto"),)))
        crawled.store(listing_seen(entry(views=30), at=days(1)), article_seen(at=days(2), title="Dua", views=44))
        crawled.store(article_seen("hilang", title="Hilang", published_at="2026-02-01"), gone("hilang", at=days(3)))
        for name in ("sebagian", "versi", "rahasia"):
            crawled.store(article_seen(name, title=f"Satu {name}", author="Xyzzy", capture_id=capture(crawled, START)))
            crawled.store(article_seen(name, at=days(1), title=f"Dua {name}", author="Xyzzy"))
        crawled.store(article_seen("baru", at=days(2), title="B1"))
        crawled.store(article_seen("baru", at=days(4), via=("hilang",), title="B3"))
        for name, part in (("sebagian", {"field": "author"}), ("versi", {"version": 1}), ("rahasia", {})):
            article = archive.find_article(uid_of(url(name)))
            assert article is not None
            archive.withhold(article, reason="uji", at=days(5), **part)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[tuple[Visitor, Visitor]]:
    folder = tmp_path_factory.mktemp("both")
    fill(folder / "arsip.db")
    (folder / "rilis").mkdir()
    release = released(folder / "arsip.db", folder / "rilis", request)
    release.execute("VACUUM INTO ?", [str(folder / "rilis" / "arsip.db")])
    visitors = (Visitor(folder / "arsip.db"), Visitor(folder / "rilis" / "arsip.db"))
    yield visitors
    for visitor in visitors:
        visitor.close()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", FORMS)
def test_a_page_is_the_same_in_a_release(both: tuple[Visitor, Visitor], name: str, form: str) -> None:
    live, release = (visitor.get(f"/article/{uid_of(url(name))}{form}") for visitor in both)
    assert release.status == live.status
    assert release.headers.get("location") == live.headers.get("location")
    if form == ".json" and live.status == 200:
        assert release.json == live.json
    else:
        assert _without_frame(release.text) == _without_frame(live.text)
    assert "Xyzzy" not in release.text or name not in ("sebagian", "rahasia")


def _without_frame(text: str) -> str:
    """The page's own part: a footer may say more of a release."""
    found = re.search(r"<main.*</main>", text, re.DOTALL)
    return found[0] if found else text
