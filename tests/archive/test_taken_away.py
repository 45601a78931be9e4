"""Somebody moves, deletes or replaces the archive while it is written to: nothing is written where nobody finds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from archive_examples import SITE, START, article_seen

from blitar_scraper.archive import Archive, ArchiveError


def _delete(path: Path) -> None:
    path.unlink()


def _move(path: Path) -> None:
    path.rename(path.with_name("lama.db"))


def _replace(path: Path) -> None:
    _move(path)
    path.write_bytes(b"")


@pytest.mark.parametrize("take_away", [_delete, _move, _replace])
def test_nothing_is_stored_in_a_file_that_was_taken_away(tmp_path: Path, take_away: Callable[[Path], None]) -> None:
    path = tmp_path / "archive.db"
    with Archive(path) as archive:
        archive.put_site(SITE, at=START)
        run_id = archive.start_run(SITE.id, "update", at=START, program_version="0")
        take_away(path)
        left = path.read_bytes() if path.exists() else None
        with pytest.raises(ArchiveError, match=r"moved, deleted or replaced"):
            archive.store(article_seen(), run_id)
    assert (path.read_bytes() if path.exists() else None) == left
