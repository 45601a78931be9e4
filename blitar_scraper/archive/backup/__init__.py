"""Copies of an archive: its SQLite file as of one moment, a few of them by date, and one set of its captures."""

from blitar_scraper.archive.backup.folder import BackupError, BackupFolder
from blitar_scraper.archive.backup.making import Backup, back_up, refuse_unfit_folder
from blitar_scraper.archive.backup.restoring import Restored, restore

__all__ = ["Backup", "BackupError", "BackupFolder", "Restored", "back_up", "refuse_unfit_folder", "restore"]
