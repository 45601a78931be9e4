"""The archive's file, its captures, and the disk they lie on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from blitar_scraper.archive import Archive
from blitar_scraper.crawling.lock import SiteLock
from tests.crawling.faults import _INJECTED
from tests.faults.row import Row
from tests.faults.stage import SITE, Stage

_GOES_ON = "Ends at once in one clear line, and asks the site for nothing that could not be kept; the next run goes on."


@contextmanager
def _held(stage: Stage) -> Iterator[None]:
    """Another program writes into the archive for as long as the run lasts."""
    with Archive(stage.archive) as archive, archive.transaction():
        yield


@contextmanager
def _crawled_by_another(stage: Stage) -> Iterator[None]:
    lock = SiteLock(stage.archive, SITE)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _readonly(folder: Path) -> Iterator[None]:
    mode = folder.stat().st_mode
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(mode)


@contextmanager
def _captures_full(stage: Stage) -> Iterator[None]:
    """The disk takes four more kilobytes of captures."""
    folder = stage.archive.parent / "injected"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(_INJECTED)
    before = dict(stage.environment)
    stage.environment |= {"BLITAR_TEST_FAULT": "disk-full 4000", "PYTHONPATH": str(folder)}
    try:
        yield
    finally:
        stage.environment.clear()
        stage.environment.update(before)


@contextmanager
def _with_backup(stage: Stage) -> Iterator[None]:
    with Archive(stage.archive) as archive:
        archive.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(stage.archive, stage.archive.with_name("backup.db"))
    yield


@contextmanager
def _deleted_and_put_back(stage: Stage) -> Iterator[None]:
    """After the run the person puts back the backup."""
    with _with_backup(stage):
        yield
    assert not stage.archive.exists()
    stage.archive.with_name("backup.db").replace(stage.archive)


ROWS = (
    Row(
        "archive-locked",
        "Another program holds the archive and does not let go.",
        "Waits for it, then ends in one clear line; what was not stored stays due.",
        5,
        reason="another program|held|locked",
        around=_held,
    ),
    Row(
        "two-runs-at-once",
        "A second run of the site is started while one goes on.",
        "The second is turned away before it asks the site for anything.",
        5,
        reason="another run",
        around=_crawled_by_another,
        most_requests=0,
    ),
    Row(
        "disk-full-for-the-archive",
        "The disk is full: the SQLite file cannot grow.",
        _GOES_ON,
        1,
        reason="disk is full",
        largest_file=100_000,
    ),
    Row(
        "disk-full-for-captures",
        "The disk is full within a capture.",
        _GOES_ON,
        1,
        reason="No space left on device",
        around=_captures_full,
        most_requests=12,
    ),
    Row(
        "archive-folder-readonly",
        "Nobody may write into the archive's folder.",
        "Says so in one clear line before it asks the site for anything.",
        2,
        reason="cannot be written|read-?only|permission",
        around=lambda stage: _readonly(stage.archive.parent),
        troubles=("no-power-over-files",),
        most_requests=0,
    ),
    Row(
        "captures-folder-readonly",
        "Nobody may write into the folder of the captures.",
        "Says so in one clear line before it asks the site for anything.",
        1,
        reason="(?i)archive.warc.*permission",
        around=lambda stage: _readonly(stage.archive.with_suffix(".warc") / SITE),
        troubles=("no-power-over-files",),
        most_requests=0,
    ),
    Row(
        "archive-replaced",
        "Somebody puts a backup in the archive's place while a run writes into it.",
        "Says that what this run stored is not in the file that is there now; that file is left as it was put there.",
        1,
        reason="replaced|moved|deleted",
        around=_with_backup,
        troubles=("archive-replaced",),
    ),
    Row(
        "archive-deleted",
        "Somebody deletes the archive while a run writes into it.",
        "Says so, and makes no new one in its place; with a backup put back the next run goes on.",
        1,
        reason="replaced|moved|deleted",
        around=_deleted_and_put_back,
        troubles=("archive-deleted",),
    ),
)
