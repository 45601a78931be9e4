"""Daerah Istimewa Yogyakarta, Yii 2. Not verified on the live site.

Known are an article and a listing of 2019 as others copied them: `/berita/detail/<number>-<slug>`, and
`?page=N&per-page=5` below `/berita`.
"""

from blitar_scraper.items import Site
from blitar_scraper.spiders.news import NewsSpider


class JogjaProv(NewsSpider):
    name = "jogjaprov"
    site = Site(
        id="jogjaprov",
        name="Daerah Istimewa Yogyakarta",
        level="provinsi",
        region_code="34",
        province="Daerah Istimewa Yogyakarta",
        home_url="https://jogjaprov.go.id/",
        timezone="Asia/Jakarta",
        system="yii",
        start_urls=("https://jogjaprov.go.id/berita",),
    )
