"""Sites that lead to another host: what tells it, and how it is said in one line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from blitar_scraper.addresses import host_of
from blitar_scraper.items import PageFailed, Site

# How a redirect off the site is told of (crawling/manners/rules.py).
_LEADS_TO = re.compile(r"off-site: \S+ leads to (https?://\S+)")


def leads_off(text: object) -> str | None:
    """The address on another site to which a request was redirected, by what its failure says; None for any other."""
    found = _LEADS_TO.search(str(text))
    return found[1] if found else None


def leads_elsewhere(site: Site, failures: Sequence[PageFailed]) -> str | None:
    """What to say where all start addresses lead to one other host. `failures`: what they gave, if none gave a page.

    An address that does not exist at all says nothing either way.
    """
    led = [leads_off(nothing.detail) for nothing in failures if nothing.problem != "start-address-missing"]
    found = [url for url in led if url is not None]
    if not found or len(found) < len(led) or len({host_of(url) for url in found}) > 1:
        return None
    return f"{site.home_url} leads to {found[0]}: the site has moved; blitar add {_root(found[0])}"


def none_is_there(number: int, led_off: Sequence[str]) -> str:
    """What to say where none of so many known articles is at its address. `led_off`: where some lead, off the site."""
    text = f"none of {number} known articles is at its address any more"
    hosts = Counter(_root(url) for url in led_off)
    if hosts and (most := hosts.most_common(1)[0])[1] * 2 > number:
        return f"{text}: they lead to {most[0]}"
    return f"{text}; the site itself answers"


def _root(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"
