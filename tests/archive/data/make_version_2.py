"""Makes version_2.db: that of version 1, with what its program added: the rows of a capture and of its sighting.

See make_version_1.py. Run with the program of schema version 2: python make_version_2.py
"""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import make_version_1  # noqa: E402
from archive_examples import Crawled, article_seen, days, url  # noqa: E402

from blitar_scraper.archive import Archive, sightings  # noqa: E402


def make(path: Path) -> None:
    """The articles of version 1; one of them read once more, from a capture."""
    make_version_1.make(path)
    with Archive(path) as archive:
        crawled = Crawled(archive)
        capture = {
            "run_id": crawled.run_id,
            "source": "crawl",
            "url": url("tetap"),
            "fetched_at": "2026-03-04T01:00:00Z",
            "http_status": 200,
            "content_type": "text/html",
            "bytes": 25123,
            "digest": f"sha256:{'ab' * 32}",
            "record_id": "urn:uuid:00000000-0000-4000-8000-000000000001",
            "record_type": "response",
            "warc_file": "contoh/contoh-20260304T010000Z-00002.warc.gz",
            "warc_offset": 517,
            "warc_length": 8423,
        }
        archive.db.table("captures").insert(capture)
        seen = article_seen("tetap", at=days(2), capture_id=1)
        crawled.store(dataclasses.replace(seen, account=sightings.account_of(seen, {1: capture["record_id"]})))
        archive.finish_run(crawled.run_id, at=days(2), status="finished", exit_status=0, stats={"requests": 1})
    make_version_1.shrink(path)


if __name__ == "__main__":
    make(HERE / "version_2.db")
