"""Kota Pontianak. Not verified on the live site.

Known is the text of a listing that carries whole articles, `/pontianak-hari-ini/berita?page=72`, and an article's
address below it.
"""

from blitar_scraper.items import Site
from blitar_scraper.spiders.news import NewsSpider


class Pontianak(NewsSpider):
    name = "pontianak"
    site = Site(
        id="pontianak",
        name="Kota Pontianak",
        level="kota",
        region_code="61.71",
        province="Kalimantan Barat",
        home_url="https://pontianak.go.id/",
        timezone="Asia/Pontianak",
        start_urls=("https://pontianak.go.id/pontianak-hari-ini/berita",),
    )
