"""OpenSID, the villages' system: articles at `/artikel/Y/M/D/slug`, whatever the theme (esensi, natra, palanta)."""

from typing import ClassVar

from blitar_scraper.spiders.news import NewsSpider


class OpenSidSpider(NewsSpider):
    """Its routes are the same in every version since 20.01: a feed at `/feed`, a sitemap at `/sitemap`."""

    offers: ClassVar = {"feeds": ("feed",), "sitemaps": ("sitemap",)}
