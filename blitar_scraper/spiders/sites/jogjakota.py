"""Kota Yogyakarta. Not verified on the live site: known is the text of a listing page, `/kategori/berita-opd/600`."""

from blitar_scraper.items import Site
from blitar_scraper.spiders.news import NewsSpider


class JogjaKota(NewsSpider):
    name = "jogjakota"
    site = Site(
        id="jogjakota",
        name="Kota Yogyakarta",
        level="kota",
        region_code="34.71",
        province="Daerah Istimewa Yogyakarta",
        home_url="https://jogjakota.go.id/",
        timezone="Asia/Jakarta",
        start_urls=(
            "https://jogjakota.go.id/",
            "https://jogjakota.go.id/kategori/berita-opd",
        ),
    )
