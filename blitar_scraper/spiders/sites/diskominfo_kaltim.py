"""Dinas Komunikasi dan Informatika, Kalimantan Timur. Not verified on the live site.

Known is the text of an article, `/index.php/berita/<slug>`, also seen without `index.php`.
"""

from blitar_scraper.items import Site
from blitar_scraper.spiders.news import NewsSpider


class DiskominfoKaltim(NewsSpider):
    name = "diskominfo-kaltim"
    site = Site(
        id="diskominfo-kaltim",
        name="Dinas Komunikasi dan Informatika Provinsi Kalimantan Timur",
        level="opd",
        region_code="64",
        province="Kalimantan Timur",
        home_url="https://diskominfo.kaltimprov.go.id/",
        timezone="Asia/Makassar",
        start_urls=(
            "https://diskominfo.kaltimprov.go.id/",
            "https://diskominfo.kaltimprov.go.id/berita",
        ),
    )
