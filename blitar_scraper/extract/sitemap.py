"""A sitemap (sitemaps.org protocol 0.9, or one address a line) to its addresses; the sitemaps that robots.txt names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from blitar_scraper.extract.page import Page
from blitar_scraper.items import Problem


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """An address that a sitemap names. `lastmod` is ISO text as given; title and date only in a news sitemap."""

    url: str
    lastmod: str | None = None
    title: str | None = None
    published_at: str | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """`entries` are pages, `sitemaps` are further sitemaps (of an index), both in the order of the file."""

    entries: tuple[SitemapEntry, ...] = ()
    sitemaps: tuple[SitemapEntry, ...] = ()
    problems: tuple[Problem, ...] = ()


def extract_sitemap(page: Page) -> Sitemap:
    """The addresses of a sitemap, each once. Raises nothing; what is no sitemap has no entries and a problem."""
    return Sitemap(problems=(Problem("not-a-sitemap", None, None, page.url),))


_SITEMAP_LINE = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.I | re.M)


def sitemaps_of_robots(text: str) -> tuple[str, ...]:
    """The addresses in the `Sitemap:` lines of a robots.txt, each once."""
    return tuple(dict.fromkeys(match[1] for match in _SITEMAP_LINE.finditer(text)))
