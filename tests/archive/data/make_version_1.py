"""Makes version_1.db: a small archive as the program of schema version 1 wrote it.

Not run by the tests: the file stays as it is for ever, so that every later program is shown to open what the first one
wrote. A new schema version gets a script and a file of its own beside these (run in this folder, with the program of
that version): python make_version_1.py
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from archive_examples import Crawled, article_seen, days, entry, gone, listing_seen, url  # noqa: E402

from blitar_scraper.archive import Archive  # noqa: E402
from blitar_scraper.items import Media, PopularEntry, Problem  # noqa: E402


def make(path: Path) -> None:
    """One article of each fate: read once, edited, moved, removed, merged, never read."""
    path.unlink(missing_ok=True)
    with Archive(path) as archive:
        crawled = Crawled(archive)
        crawled.store(listing_seen(entry("tetap"), entry("antre", title="Belum dibaca", published_at="2026-02")))
        media = (Media("image", url("pasar.jpg"), "Pasar"),)
        popular = (PopularEntry(1, url("tetap"), "Wali Kota Resmikan Pasar"),)
        crawled.store(article_seen("tetap", media=media, popular=popular, tags=("pasar",)))
        crawled.store(article_seen("sunting", title="Sebelum"), article_seen("sunting", at=days(1), title="Sesudah"))
        crawled.store(
            article_seen("lama", title="Pindah"), article_seen("baru", at=days(1), title="Pindah", via=("lama",))
        )
        crawled.store(article_seen("hilang", title="Hilang"), gone("hilang", at=days(1)))
        crawled.store(article_seen("x", title="Kembar"), article_seen("y", title="Kembar"))
        crawled.store(article_seen("y", at=days(2), title="Kembar", via=("x",)))
        crawled.store(article_seen("tanpa", title=None, problems=(Problem("empty-title", "title", " "),)))
        archive.finish_run(crawled.run_id, at=days(2), status="finished", exit_status=0, stats={"requests": 9})
        archive.set_backfilled("contoh", days(2))
    shrink(path)


def shrink(path: Path) -> None:
    """Small pages and no journal beside it: one file of few bytes."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA page_size = 512")
    connection.execute("VACUUM")
    connection.close()


if __name__ == "__main__":
    make(HERE / "version_1.db")
