"""Imported by the fork server alone (`supervisor.py`): the program as every site's process begins with it.

Loading Scrapy takes a second and a half; here that is paid once, and what is loaded is shared by all forks.
"""

import gc
import signal
import sys

# Ctrl-C reaches every process of the terminal, and a service manager sends SIGTERM to all of a service: it is the
# supervisor that obeys. The server lives until the last fork has ended, to tell how.
for _signal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(_signal, signal.SIG_IGN)

# sqlite-utils loads pandas wherever it is installed: a second, and 40 MB, that no crawl needs.
sys.modules.setdefault("pandas", None)  # type: ignore[arg-type]

# ruff: noqa: E402 -- nothing takes time before this point
from contextlib import suppress

from scrapy.settings import BaseSettings
from scrapy.utils.misc import load_object, walk_modules_iter

from blitar_scraper.crawling.many import site_process  # noqa: F401
from blitar_scraper.crawling.process import project_settings
from blitar_scraper.crawling.runner import shipped_spiders


def _load_parts() -> None:
    """What Scrapy's settings name by its path, and would be loaded in each fork."""
    for value in project_settings().values():
        for part in [*value.keys(), *value.values()] if isinstance(value, BaseSettings) else [value]:
            if isinstance(part, str) and part.startswith(("scrapy.", "blitar_scraper.")):
                # A text may only look like a path, and a part may not be installed.
                with suppress(ImportError, NameError, ValueError):
                    load_object(part)
    for _ in walk_modules_iter("blitar_scraper.spiders"):
        pass
    shipped_spiders()


_load_parts()
# What is there now stays for ever: a fork's garbage collector need not look at it, and so does not copy its pages.
gc.collect()
gc.freeze()
