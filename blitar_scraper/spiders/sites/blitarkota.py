"""Kota Blitar. Not verified on the live site: known is the text of one article and of a listing of 2019."""

from blitar_scraper.items import Site
from blitar_scraper.spiders.news import NewsSpider


class BlitarKota(NewsSpider):
    name = "blitarkota"
    site = Site(
        id="blitarkota",
        name="Kota Blitar",
        level="kota",
        region_code="35.72",
        province="Jawa Timur",
        home_url="https://www.blitarkota.go.id/",
        timezone="Asia/Jakarta",
        start_urls=(
            "https://www.blitarkota.go.id/",
            "https://www.blitarkota.go.id/beranda",
            "https://www.blitarkota.go.id/berita",
        ),
    )
