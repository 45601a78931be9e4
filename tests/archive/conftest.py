from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from archive_examples import Crawled

from blitar_scraper.archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "test.db") as opened:
        yield opened


@pytest.fixture
def crawled(archive: Archive) -> Crawled:
    return Crawled(archive)
