"""A small sample government site, served on loopback: for `blitar demo` and for the tests.

with serve(SampleSite()) as server:
    ...  # crawl server.url
    server.site.day = 8
    ...  # crawl again: server.site.story says what has changed
"""

from blitar_scraper.demo.articles import SampleArticle
from blitar_scraper.demo.content import DAY_ONE
from blitar_scraper.demo.server import Server, serve
from blitar_scraper.demo.site import Request, Response, SampleSite
from blitar_scraper.demo.story import LAST_DAY, Story

__all__ = ["DAY_ONE", "LAST_DAY", "Request", "Response", "SampleArticle", "SampleSite", "Server", "Story", "serve"]
