"""Gorontalo, Joomla with K2. Not verified on the live site.

Known is the text of a listing of 2019, `/informasi/berita/...?start=40`.
"""

from blitar_scraper.items import Site
from blitar_scraper.spiders.news import NewsSpider


class GorontaloProv(NewsSpider):
    name = "gorontaloprov"
    site = Site(
        id="gorontaloprov",
        name="Gorontalo",
        level="provinsi",
        region_code="75",
        province="Gorontalo",
        home_url="https://www.gorontaloprov.go.id/",
        timezone="Asia/Makassar",
        system="joomla",
        start_urls=("https://www.gorontaloprov.go.id/informasi/berita",),
    )
