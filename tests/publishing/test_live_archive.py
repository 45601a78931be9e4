"""`blitar serve` answers while another process writes to the archive; `benchmarks/live.py` does it 500 times."""

from __future__ import annotations

from pathlib import Path

from benchmarks.archives.generating import generate
from benchmarks.live import read_while_written


def test_no_request_fails_while_a_crawl_writes(tmp_path: Path) -> None:
    archive = tmp_path / "arsip.db"
    generate(archive, 150, sentences=40, stems=True)
    outcome = read_while_written(archive, 50)  # each kind of page
    assert outcome.failed == []
    assert outcome.requests == 50
    assert outcome.written > 0
