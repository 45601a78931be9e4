"""Kabupaten Bantul. Not verified on the live site.

Known are the home page of March 2018, as others captured it, with the news on it, and addresses of articles:
`/berita/3564.html` then, `/berita/detail/5318/<slug>.html` later.
"""

from blitar_scraper.items import Site
from blitar_scraper.spiders.news import NewsSpider


class BantulKab(NewsSpider):
    name = "bantulkab"
    site = Site(
        id="bantulkab",
        name="Kabupaten Bantul",
        level="kabupaten",
        region_code="34.02",
        province="Daerah Istimewa Yogyakarta",
        home_url="https://bantulkab.go.id/",
        timezone="Asia/Jakarta",
        start_urls=(
            "https://bantulkab.go.id/",
            "https://bantulkab.go.id/berita/",
        ),
    )
