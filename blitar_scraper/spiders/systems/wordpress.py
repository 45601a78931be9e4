"""WordPress: a fifth of the governments' sites sampled. Theme and permalinks differ, these addresses do not."""

from typing import ClassVar

from blitar_scraper.spiders.news import NewsSpider


class WordPressSpider(NewsSpider):
    """REST since 4.7, `modified_after` since 5.7, its own sitemap since 5.5 (WordPress release notes)."""

    offers: ClassVar = {
        "rest": ("wp-json/wp/v2/posts",),
        "feeds": ("feed/",),
        "sitemaps": ("wp-sitemap.xml",),
    }
