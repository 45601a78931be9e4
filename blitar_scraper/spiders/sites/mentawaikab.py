"""Kabupaten Kepulauan Mentawai. Not verified on the live site: known is the text of an article below `/berita`."""

from blitar_scraper.items import Site
from blitar_scraper.spiders.news import NewsSpider


class MentawaiKab(NewsSpider):
    name = "mentawaikab"
    site = Site(
        id="mentawaikab",
        name="Kabupaten Kepulauan Mentawai",
        level="kabupaten",
        region_code="13.09",
        province="Sumatera Barat",
        home_url="http://mentawaikab.go.id/",
        timezone="Asia/Jakarta",
        start_urls=(
            "http://mentawaikab.go.id/",
            "http://mentawaikab.go.id/berita",
        ),
    )
