"""Where a site says that its news can be found: REST, feeds, sitemaps, listings; read from its home page or another.

Listings are judged by the words of the links to them and by their address: a menu says "Berita", a box on the home page
"Lihat Semua Berita", an address ends in `/kategori/berita`. Each alone can mislead, so both are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from blitar_scraper.addresses import address_key, same_site
from blitar_scraper.extract.lines import Element, fold, inner_text
from blitar_scraper.extract.listing_score import listing_score
from blitar_scraper.extract.page import Page

MOST_LISTINGS = 10
# Links of a page that are looked at; the fullest home page measured had 600.
_MOST_LINKS = 5_000
_LONGEST_ADDRESS = 500

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "text/xml", "application/xml")
_FEED_ADDRESS = re.compile(
    r"/(?:feed|rss|atom|rss2|feeds/posts/default|rss/(?:berita|news)|feed/(?:rss2?|atom|rdf))/?$"
    r"|/(?:rss|feed|atom|index)\.(?:xml|rss|rdf|atom)$|/(?:rss|feed)\.php$|[?&](?:feed=(?:rss2?|atom|rdf)|format=feed)\b",
    re.I,
)
_COMMENTS = re.compile(r"comments?|komentar|tanggapan", re.I)
_SITEMAP_ADDRESS = re.compile(r"/(?:wp-)?sitemap(?:[-_]?index)?(?:\.(?:xml|php|txt))?(?:\.gz)?$", re.I)
# An address within an article: by its day, or by a segment of at least four words.
_OF_ARTICLE = re.compile(r"/(?:19|20)\d\d/\d\d?/|/[^/]*[^/-]-[^/-]+-[^/-]+-[^/]+/|/(?:detail|read|baca)/", re.I)
_LINK_HEADER = re.compile(r"""<([^<>]+)>[^<>,]*?rel\s*=\s*["']?https://api\.w\.org/["']?""", re.I)
_REST_RELATION = "https://api.w.org/"
_POSTS = "wp/v2/posts"


@dataclass(frozen=True, slots=True)
class Sources:
    """Addresses: of WordPress' REST collection of posts, of news feeds, of news listings (best first, at most ten).

    `sitemaps` are those that the page itself links to; most sites name them in robots.txt only.
    """

    rest: str | None = None
    feeds: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def find_sources(page: Page, headers: Mapping[str, str] | None = None) -> Sources:
    """What the page names, on its own site only; everything is an absolute address and none was asked for yet.

    `headers` are those of its answer (WordPress names its REST root in `Link` too). Raises nothing.
    """
    links = list(_links(page))
    feeds = list(_feeds(page, links))
    sitemaps = [url for link in links if (url := _here(page, link)) and _is_sitemap(link, url)]
    return Sources(
        _rest(page, links, headers or {}),
        tuple(_first_of_kind(url for url in feeds if url not in sitemaps)),
        tuple(_listings(page, links)),
        tuple(dict.fromkeys(sitemaps)),
    )


def _links(page: Page) -> Iterator[Element]:
    if page.root is None:
        return
    for number, link in enumerate(page.root.iter("link", "a", "area")):
        if number == _MOST_LINKS:
            return
        if link.get("href"):
            yield link


def _here(page: Page, link: Element) -> str | None:
    """The link's address, where it is one of the page's own site."""
    url = page.address(str(link.get("href")))
    here = page.url or page.base_url
    return url if url and len(url) <= _LONGEST_ADDRESS and (here is None or same_site(url, here)) else None


def _relations(link: Element) -> list[str]:
    return str(link.get("rel") or "").lower().split()


def _rest(page: Page, links: list[Element], headers: Mapping[str, str]) -> str | None:
    roots = [url for link in links if _REST_RELATION in _relations(link) and (url := _here(page, link))]
    for name, value in headers.items():
        if name.lower() == "link" and (match := _LINK_HEADER.search(value[:5000])):
            url = page.address(match[1])
            here = page.url or page.base_url
            roots += [url] if url and (here is None or same_site(url, here)) else []
    for root in roots:
        # With plain permalinks the route is a parameter: /index.php?rest_route=/
        return f"{root.rstrip('/')}/{_POSTS}"
    return None


def _feeds(page: Page, links: list[Element]) -> Iterator[str]:
    for link in links:
        url = _here(page, link)
        if url is None or _COMMENTS.search(f"{urlsplit(url).path} {link.get('title') or ''}"):
            continue
        kind = str(link.get("type") or "").lower().strip()
        is_named = "alternate" in _relations(link) and kind in _FEED_TYPES
        if link.tag == "a":
            is_named = bool(_FEED_ADDRESS.search(url))
        if is_named and not _OF_ARTICLE.search(url):
            yield url


def _first_of_kind(feeds: Iterator[str]) -> list[str]:
    """Each once, those of the whole site first; of RSS and Atom with the same entries the one named first."""
    found: dict[str, str] = {}
    for url in feeds:
        found.setdefault(re.sub(r"rss2?|atom|rdf", "", address_key(url).lower()).rstrip("/"), url)
    return sorted(found.values(), key=lambda url: urlsplit(url).path.strip("/").count("/"))


def _is_sitemap(link: Element, url: str) -> bool:
    """OpenSID's theme esensi, for one, names its sitemap as its feed."""
    path = urlsplit(url).path
    is_for_machines = link.tag == "link" and ("sitemap" in _relations(link) or "alternate" in _relations(link))
    return bool(_SITEMAP_ADDRESS.search(path)) and (is_for_machines or "." in path.rsplit("/", 1)[-1])


def _listings(page: Page, links: list[Element]) -> list[str]:
    found: dict[str, tuple[int, int, str]] = {}
    for number, link in enumerate(links):
        if link.tag == "link" or str(link.get("href")).startswith("#") or not (url := _here(page, link)):
            continue
        score = listing_score(_words(link), url)
        key = address_key(url)
        if score and (key not in found or found[key][0] < score):
            found[key] = (score, found[key][1] if key in found else number, url)
    best = sorted(found.values(), key=lambda entry: (-entry[0], len(urlsplit(entry[2]).path), entry[1]))
    return [url for _, _, url in best[:MOST_LISTINGS]]


def _words(link: Element) -> str:
    """What a link says: its text, or what stands for its picture."""
    text = inner_text(link)
    if not text:
        picture = next(link.iter("img"), None)
        text = str((picture.get("alt") if picture is not None else None) or link.get("title") or "")
    return fold(re.sub(r"[^A-Za-z' -]+", " ", text[:200])).strip("- '").lower()
