"""What a page says: pure functions from pages to records. No engine, no database, no clock."""

from blitar_scraper.extract.article import PARSER_VERSION, extract_article
from blitar_scraper.extract.listing import extract_listing
from blitar_scraper.extract.page import Page

__all__ = ["PARSER_VERSION", "Page", "extract_article", "extract_listing"]
