"""Kabupaten Buleleng, the system that its agencies share. Not verified on the live site.

Known are the home page of about 2018, as others captured it (a portal that leads to `/beranda`), and the text of an
article, `/informasi/detail/berita/<slug>-<number>`.
"""

from blitar_scraper.items import Site
from blitar_scraper.spiders.news import NewsSpider


class BulelengKab(NewsSpider):
    name = "bulelengkab"
    site = Site(
        id="bulelengkab",
        name="Kabupaten Buleleng",
        level="kabupaten",
        region_code="51.08",
        province="Bali",
        home_url="https://bulelengkab.go.id/",
        timezone="Asia/Makassar",
        start_urls=(
            "https://bulelengkab.go.id/beranda",
            "https://bulelengkab.go.id/",
        ),
    )
