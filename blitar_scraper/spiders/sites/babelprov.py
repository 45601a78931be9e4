"""Kepulauan Bangka Belitung, Drupal. Not verified on the live site.

Known is the home page of March 2018, as others captured it: its news at `/content/<slug>`, more of them at `/berita`.
"""

from blitar_scraper.items import Site
from blitar_scraper.spiders.news import NewsSpider


class BabelProv(NewsSpider):
    name = "babelprov"
    site = Site(
        id="babelprov",
        name="Kepulauan Bangka Belitung",
        level="provinsi",
        region_code="19",
        province="Kepulauan Bangka Belitung",
        home_url="http://babelprov.go.id/",
        timezone="Asia/Jakarta",
        system="drupal",
        start_urls=("http://babelprov.go.id/berita",),
    )
