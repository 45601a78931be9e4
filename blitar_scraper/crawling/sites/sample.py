"""The demo's sample site as a site to crawl, and its clock."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from blitar_scraper.demo import DAY_ONE, SampleSite
from blitar_scraper.items import Site
from blitar_scraper.spiders.sites.blitarkota import BlitarKota


def sample_of(url: str) -> Site:
    """Kota Blitar's site file with the sample site's address: what works there works by the shipped attributes."""
    site = BlitarKota.site
    moved = tuple(start.replace(site.home_url, f"{url}/", 1) for start in site.start_urls)
    return dataclasses.replace(site, home_url=f"{url}/", start_urls=moved)


class SampleClock:
    """The sample site's day at 10.15 in the morning there; each look at it takes a second."""

    def __init__(self, site: SampleSite) -> None:
        self.site = site
        self.looks = 0

    def now(self) -> datetime:
        self.looks += 1
        morning = datetime.combine(DAY_ONE, time(10, 15), ZoneInfo("Asia/Jakarta"))
        return (morning + timedelta(days=self.site.day, seconds=self.looks)).astimezone(UTC)
