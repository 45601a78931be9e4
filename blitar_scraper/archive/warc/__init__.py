"""The WARC files of an archive (ISO 28500, WARC/1.1): what was received, as it was received. Knows no database."""

from blitar_scraper.archive.warc.reader import Captured, UnreadableRecord, WarcFiles
from blitar_scraper.archive.warc.records import CapturedRecord, Exchange, Original
from blitar_scraper.archive.warc.writer import CaptureError, WarcWriter

__all__ = [
    "CaptureError",
    "Captured",
    "CapturedRecord",
    "Exchange",
    "Original",
    "UnreadableRecord",
    "WarcFiles",
    "WarcWriter",
]
