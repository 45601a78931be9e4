"""A timer for crawls, as text: systemd units, or lines for cron. Pure functions, but for what `machine.py` asks."""

from blitar_scraper.crawling.schedule.cron import cron_file
from blitar_scraper.crawling.schedule.plan import Plan, Unwritable
from blitar_scraper.crawling.schedule.rhythm import EVERY, Rhythm
from blitar_scraper.crawling.schedule.systemd import install_commands, unit_files

__all__ = ["EVERY", "Plan", "Rhythm", "Unwritable", "cron_file", "install_commands", "unit_files"]
