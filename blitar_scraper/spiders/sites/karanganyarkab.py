"""Kabupaten Karanganyar, WordPress. Not verified on the live site.

Known is the text of an article; its date stands in the address alone, `/20180718/<slug>/`.
"""

from blitar_scraper.items import Site
from blitar_scraper.spiders.systems.wordpress import WordPressSpider


class KaranganyarKab(WordPressSpider):
    name = "karanganyarkab"
    site = Site(
        id="karanganyarkab",
        name="Kabupaten Karanganyar",
        level="kabupaten",
        region_code="33.13",
        province="Jawa Tengah",
        home_url="http://www.karanganyarkab.go.id/",
        timezone="Asia/Jakarta",
        system="wordpress",
        start_urls=("http://www.karanganyarkab.go.id/",),
    )
