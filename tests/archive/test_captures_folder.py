"""Where captures are to be written is tried before a site is asked for anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from blitar_scraper.archive import DiskError
from blitar_scraper.archive.captures import check_folder


def test_a_folder_is_made_and_nothing_is_left_in_it(tmp_path: Path) -> None:
    for _ in range(2):
        check_folder(tmp_path / "a.db", "kota")
    assert [path.name for path in tmp_path.rglob("*")] == ["a.warc", "kota"]


def test_a_disk_that_is_not_mounted_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.warc").symlink_to(tmp_path / "disk" / "captures")
    with pytest.raises(DiskError) as refused:
        check_folder(tmp_path / "a.db", "kota")
    assert str(refused.value).startswith(f"{tmp_path}/a.warc/kota: captures cannot be written there: ")
    (tmp_path / "a.warc").unlink()
    (tmp_path / "a.warc").write_text("a file")
    with pytest.raises(DiskError, match="captures cannot be written there"):
        check_folder(tmp_path / "a.db", "kota")
