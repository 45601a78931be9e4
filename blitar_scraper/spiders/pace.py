"""How fast a site may be asked: the pause between two requests to its host, and whether its certificate is checked."""

from __future__ import annotations

import ipaddress
from typing import Any
from urllib.parse import urlsplit

from blitar_scraper.items import Site

# Off loopback never faster than this, whatever a site's settings say (design.md, Commands).
SHORTEST_PAUSE = 1.0
# The share of the mean pause by which a single one may be shorter or longer.
_JITTER = 0.2


def is_loopback(url: str) -> bool:
    """Whether the address is on this machine: 127.0.0.0/8, ::1 or localhost (RFC 6761)."""
    host = str(urlsplit(url).hostname or "")
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def pace(site: Site, delay: float | None = None) -> dict[str, Any]:
    """Scrapy's settings for a site. `delay`: the shortest pause asked for, in seconds, jitter included.

    The slowest counts: this, the site's own setting "delay", a second (nothing on loopback), and robots.txt later on.
    """
    least = 0.0 if is_loopback(site.home_url) else SHORTEST_PAUSE
    delay = max(delay or 0.0, float(site.settings.get("delay", 0.0)), least)
    return {
        "DOWNLOAD_DELAY": delay / (1 - _JITTER),
        "DOWNLOAD_DELAY_JITTER": _JITTER,
        "DOWNLOAD_VERIFY_CERTIFICATES": bool(site.settings.get("verify_certificates", False)),
    }
