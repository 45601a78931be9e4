from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from blitar_scraper.archive import Archive
from tests.archive.archive_examples import Crawled
from tests.publishing.visiting import Visitor


@pytest.fixture
def crawled(tmp_path: Path) -> Iterator[Crawled]:
    """An archive with the example site, named `arsip.db`."""
    with Archive(tmp_path / "arsip.db") as archive:
        yield Crawled(archive)


@pytest.fixture
def visit(tmp_path: Path) -> Iterator[Callable[..., Visitor]]:
    """`visit(archive)`: a visitor of that archive; of `crawled`'s without one. To be called when all is stored."""
    visitors: list[Visitor] = []

    def visitor(archive: Path | None = None, **settings: str) -> Visitor:
        visitors.append(Visitor(archive or tmp_path / "arsip.db", **settings))
        return visitors[-1]

    yield visitor
    for one in visitors:
        one.close()
