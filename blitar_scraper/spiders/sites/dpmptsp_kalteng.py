"""Dinas Penanaman Modal dan PTSP, Kalimantan Tengah, WordPress. Not verified on the live site.

Known is the text of an article, `/2024/07/03/<slug>`.
"""

from blitar_scraper.items import Site
from blitar_scraper.spiders.systems.wordpress import WordPressSpider


class DpmptspKalteng(WordPressSpider):
    name = "dpmptsp-kalteng"
    site = Site(
        id="dpmptsp-kalteng",
        name="Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Provinsi Kalimantan Tengah",
        level="opd",
        region_code="62",
        province="Kalimantan Tengah",
        home_url="https://dpmptsp.kalteng.go.id/",
        timezone="Asia/Pontianak",
        system="wordpress",
        start_urls=("https://dpmptsp.kalteng.go.id/",),
    )
