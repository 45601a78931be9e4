"""Loads what a crawl will load, before any crawl begins (`forked.py`): the parts that Scrapy's settings name."""

import sys

from scrapy.settings import BaseSettings
from scrapy.utils.misc import load_object, walk_modules_iter

import blitar_scraper.cli.add
import blitar_scraper.cli.command
import blitar_scraper.cli.crawl
import blitar_scraper.cli.probe
import blitar_scraper.crawling.sites.sample  # noqa: F401
from blitar_scraper.crawling.process import project_settings

_settings = project_settings()
for _value in _settings.values():
    if isinstance(_value, BaseSettings):
        for _part in [*_value.keys(), *_value.values()]:
            if isinstance(_part, str) and _part.startswith(("scrapy.", "blitar_scraper.")):
                load_object(_part)
for _ in walk_modules_iter("blitar_scraper.spiders"):
    pass
# An engine installs the reactor of its own choice, which must not be there yet.
assert "twisted.internet.reactor" not in sys.modules
