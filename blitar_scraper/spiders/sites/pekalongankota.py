"""Kota Pekalongan. Not verified on the live site: known are addresses, `/berita/<slug>.html`, and how articles end."""

from blitar_scraper.items import Site
from blitar_scraper.spiders.news import NewsSpider


class PekalonganKota(NewsSpider):
    name = "pekalongankota"
    site = Site(
        id="pekalongankota",
        name="Kota Pekalongan",
        level="kota",
        region_code="33.75",
        province="Jawa Tengah",
        home_url="https://pekalongankota.go.id/",
        timezone="Asia/Jakarta",
        start_urls=(
            "https://pekalongankota.go.id/",
            "https://pekalongankota.go.id/berita-kota/index.html",
            "https://pekalongankota.go.id/berita",
        ),
    )
