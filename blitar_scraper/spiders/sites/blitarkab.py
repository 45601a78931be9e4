"""Kabupaten Blitar, WordPress with the theme `ediidegov`. Not verified on the live site.

Known are the home page of about 2018, as others captured it (a portal that leads to `/beranda`), and addresses of
articles, `/2012/06/06/wisata-candi-penataran/`.
"""

from blitar_scraper.items import Site
from blitar_scraper.spiders.systems.wordpress import WordPressSpider


class BlitarKab(WordPressSpider):
    name = "blitarkab"
    site = Site(
        id="blitarkab",
        name="Kabupaten Blitar",
        level="kabupaten",
        region_code="35.05",
        province="Jawa Timur",
        home_url="https://www.blitarkab.go.id/",
        timezone="Asia/Jakarta",
        system="wordpress",
        start_urls=(
            "https://www.blitarkab.go.id/beranda",
            "https://www.blitarkab.go.id/",
        ),
    )
