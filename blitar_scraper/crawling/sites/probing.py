"""Runs probes: a look at sites of which only an address is known. Nothing is stored."""

from __future__ import annotations

import ipaddress
import re
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from blitar_scraper.addresses import clean_url
from blitar_scraper.crawling.configuration import user_agent
from blitar_scraper.crawling.frontier import Clock, system_clock
from blitar_scraper.crawling.health import CRASHED, GOOD, UNHEALTHY, UNREACHABLE
from blitar_scraper.crawling.process import Start, Watch, Work, run
from blitar_scraper.items import Site
from blitar_scraper.spiders.findings import Findings
from blitar_scraper.spiders.pace import is_loopback, pace
from blitar_scraper.spiders.probe import ProbeSpider

# A person waits: an answer that takes longer than this is none, and is not asked for again.
_PATIENCE = 20
_NO_SCHEME = re.compile(r"[\w.-]+(?::\d+)?(?:/.*)?|\[[0-9a-f:]+\](?::\d+)?(?:/.*)?", re.I | re.S)


def spellings(address: str) -> tuple[str, ...]:
    """The http addresses that a person may mean, in the order in which to try them: `blitarkota.go.id` has no scheme.

    Empty where it is no address of a web site.
    """
    address = address.strip()
    if not re.match(r"[a-z][a-z0-9+.-]*://", address, re.I):
        if not _NO_SCHEME.fullmatch(address):
            return ()
        schemes = ("http",) if is_loopback(f"http://{address}") else ("https", "http")
        return tuple(url for scheme in schemes for url in spellings(f"{scheme}://{address}"))
    url = clean_url(address)
    return (url,) if url and _is_host(urlsplit(url).hostname or "") else ()


def _is_host(name: str) -> bool:
    """Whether it is an internet address, or a name of labels of which the last is no number (RFC 1123, 2.1)."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        labels = name.split(".")
        good = all(re.fullmatch(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", label) for label in labels)
        return good and (len(labels) > 1 or name == "localhost") and not labels[-1].isdigit()
    return True


def probing(
    address: str,
    *,
    delay: float | None = None,
    contact: str | None = None,
    clock: Clock | None = None,
    site_settings: Mapping[str, Any] | None = None,
) -> Work[Findings | None]:
    """The probe of one site, as work for `process.run`: None where it was told to stop.

    `address` is one that `spellings` understands.

    `delay` (seconds) is the shortest pause between two requests; `site_settings` are what is known to be particular
    to the site ("delay", "verify_certificates").
    """
    urls = spellings(address)
    known = Site(id="", name="", home_url=urls[0], settings=dict(site_settings or {}))
    settings: dict[str, Any] = {
        "ITEM_PIPELINES": {},
        "EXTENSIONS": {
            "blitar_scraper.crawling.manners.rules.CrawlDelay": 0,
            "scrapy.extensions.logstats.LogStats": None,
        },
        "DOWNLOAD_TIMEOUT": _PATIENCE,
        "RETRY_ENABLED": False,
        **pace(known, delay),
    }
    if contact:
        settings["USER_AGENT"] = user_agent(contact)
    began = time.monotonic()
    ended = yield Start(ProbeSpider, settings, {"urls": urls, "clock": clock or system_clock})
    spider, stats = ended.crawler.spider, ended.crawler.stats
    assert isinstance(spider, ProbeSpider)
    found = spider.findings
    if found is None:
        if ended.error is not None:
            raise ended.error
        return None
    requests = int(stats.get_value("downloader/request_count", 0)) if stats else 0
    return found.measured(requests, time.monotonic() - began)


def exit_status(found: Findings) -> int:
    """0: articles were read; 3: none; 4: the site does not answer, or does not let us; 1: a fault of this program."""
    return {"news": GOOD, "unread": UNHEALTHY, "no-news": UNHEALTHY, "crashed": CRASHED}.get(found.outcome, UNREACHABLE)


def probe(
    address: str, *, delay: float | None = None, contact: str | None = None, watch: Watch | None = None
) -> Findings | None:
    """Probe one site; None where it was told to stop. Once a process (`process.run`)."""
    return run([probing(address, delay=delay, contact=contact)], watch=watch)[0]
