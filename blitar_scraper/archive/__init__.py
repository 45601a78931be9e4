"""The archive: one SQLite file, and the rules by which what was seen becomes rows. Knows nothing of Scrapy."""

from blitar_scraper.archive.archive import Archive
from blitar_scraper.archive.database import (
    ArchiveError,
    ArchiveLocked,
    ArchiveMissing,
    DiskError,
    NewerSchema,
    NotAnArchive,
    OlderSchema,
    OtherSite,
)
from blitar_scraper.archive.frontier import PageRow
from blitar_scraper.archive.outcome import Outcome, OutcomeKind
from blitar_scraper.archive.search import Hit
from blitar_scraper.archive.unchanged import Validators

__all__ = [
    "Archive",
    "ArchiveError",
    "ArchiveLocked",
    "ArchiveMissing",
    "DiskError",
    "Hit",
    "NewerSchema",
    "NotAnArchive",
    "OlderSchema",
    "OtherSite",
    "Outcome",
    "OutcomeKind",
    "PageRow",
    "Validators",
]
