"""Kepulauan Riau. Not verified on the live site: known is the text of an article of 2018, `/home/berita/1441`."""

from blitar_scraper.items import Site
from blitar_scraper.spiders.news import NewsSpider


class KepriProv(NewsSpider):
    name = "kepriprov"
    site = Site(
        id="kepriprov",
        name="Kepulauan Riau",
        level="provinsi",
        region_code="21",
        province="Kepulauan Riau",
        home_url="https://www.kepriprov.go.id/",
        timezone="Asia/Jakarta",
        start_urls=(
            "https://www.kepriprov.go.id/",
            "https://www.kepriprov.go.id/home/berita",
        ),
    )
