"""The connection that stores waits for the archive as long as the crawl was told to: many crawls write to one file."""

from pathlib import Path
from types import SimpleNamespace

from scrapy.settings import Settings

from blitar_scraper.pipelines.store import StorePipeline


def test_what_stores_is_as_patient_as_the_crawl(tmp_path: Path) -> None:
    settings = Settings({"BLITAR_ARCHIVE": str(tmp_path / "archive.db"), "BLITAR_PATIENCE": 77})
    stats = SimpleNamespace(get_value=lambda name: 1)
    pipeline = StorePipeline(SimpleNamespace(settings=settings, stats=stats))  # type: ignore[arg-type]
    pipeline.open_spider()
    assert pipeline.archive.db.execute("PRAGMA busy_timeout").fetchone() == (77_000,)
    pipeline.close_spider()
