"""A sitemap (sitemaps.org protocol 0.9, or one address a line) to its addresses; the sitemaps that robots.txt names."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from blitar_scraper.addresses import clean_url
from blitar_scraper.extract.lines import fold
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.records import decode_xml, leaves, plain_title, prefixes, records, text_of
from blitar_scraper.indonesian.dates import to_site_time
from blitar_scraper.items import Problem

# The protocol's own limits for one file: 50 MB uncompressed and 50,000 addresses. The latter is often exceeded by
# hand-made ones, which are read to the double.
LARGEST_SITEMAP = 50 * 1024 * 1024
MOST_ENTRIES = 100_000
# Bytes: enough to tell what it is. A root with all its namespaces, or a style sheet's and a plugin's comment before it.
_HEAD = 16 * 1024

_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:urlset|sitemapindex)(?=[\s>])[^<>]*>")
_END = re.compile(r"</(?:[\w.-]+:)?(?:urlset|sitemapindex)\s*>")
_OTHER = (("<html", "an HTML page"), ("<!doctype html", "an HTML page"), ("<rss", "a feed"), ("<feed", "a feed"))
_NAMESPACES = {
    "sitemaps.org/schemas/sitemap/0.9": "",
    "google.com/schemas/sitemap/0.84": "",
    "google.com/schemas/sitemap-news/0.9": "news",
}
_WANTED = ("loc", "lastmod", "news:title", "news:publication_date")
# W3C Date and Time Formats, as the protocol has it; a space for the "T" is the commonest mistake.
_W3C = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?)?)?)?", re.ASCII
)
_ADDRESS_LINE = re.compile(r"https?://[^\s<>]+", re.I)
_SITEMAP_LINE = re.compile(r"^[ \t\ufeff]*sitemap[ \t]*:[ \t]*(\S+)", re.I | re.M)


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """An address that a sitemap names. `lastmod` is ISO text as given; title and date only in a news sitemap.

    `published_at` is as in `items.Article`: local to its offset, without fractions of a second.
    """

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


def extract_sitemap(page: Page, *, timezone: str | None = None) -> Sitemap:
    """The addresses of a sitemap, each once; those of other sites too. Gzip is told by its first bytes.

    `timezone` is the site's (IANA name): `published_at` is turned into its time.
    Raises nothing. What is no sitemap has no entries and the problem `not-a-sitemap`; one larger than the protocol
    allows is read so far (`sitemap-too-large`), one that is cut as far as it is whole (`sitemap-cut`).
    """
    body, too_large = _unpacked(page.body)
    problems = [Problem("sitemap-too-large", None, f"read to {LARGEST_SITEMAP} bytes", page.url)] if too_large else []
    head, _ = decode_xml(body[:_HEAD], page.content_type)
    root = _ROOT.search(head)
    if root is None and _is_list(head):
        lines = decode_xml(body, page.content_type)[0].splitlines()
        addresses = (SitemapEntry(line.strip()) for line in lines if _ADDRESS_LINE.fullmatch(line.strip()))
        return Sitemap(_once(addresses, page, problems), problems=tuple(problems))
    if root is None or "<html" in head[: root.start()].lower():
        what = next((name for mark, name in _OTHER if mark in head.lower()), f"begins with {fold(head[:60])!r}")
        return Sitemap(problems=(*problems, Problem("not-a-sitemap", None, what, page.url)))
    text, wrong = decode_xml(body, page.content_type)
    problems += wrong
    if not too_large and not _END.search(text, max(len(text) - 2000, 0)):
        problems.append(Problem("sitemap-cut", None, f"no end after {len(text)} characters", page.url))
    known = prefixes(root[0], _NAMESPACES)
    found = list(_read(text, known, timezone))
    return Sitemap(
        _once((entry for name, entry in found if name == "url"), page, problems),
        _once((entry for name, entry in found if name == "sitemap"), page, problems),
        tuple(problems),
    )


def sitemaps_of_robots(text: str) -> tuple[str, ...]:
    """The addresses in the `Sitemap:` lines of a robots.txt as written, each once."""
    return tuple(dict.fromkeys(match[1] for match in _SITEMAP_LINE.finditer(text)))


def _unpacked(body: bytes) -> tuple[bytes, bool]:
    """The bytes, out of their gzip if they are in one, as far as they are whole; and whether there were too many."""
    if not body.startswith(b"\x1f\x8b"):
        return body[:LARGEST_SITEMAP], len(body) > LARGEST_SITEMAP
    pieces, room = [], LARGEST_SITEMAP
    while body.startswith(b"\x1f\x8b") and room > 0:  # a gzip file may have several members
        reader = zlib.decompressobj(wbits=31)
        try:
            piece = reader.decompress(body, room)
        except zlib.error:
            break
        pieces.append(piece)
        room -= len(piece)
        body = reader.unused_data
        if reader.unconsumed_tail:
            return b"".join(pieces), True
    return b"".join(pieces), False


def _is_list(head: str) -> bool:
    """Whether it is a text sitemap: its first lines are addresses (the last one here may be cut)."""
    lines = [line.strip() for line in head.splitlines()[:10] if line.strip()]
    return bool(lines) and all(_ADDRESS_LINE.fullmatch(line) for line in lines)


def _read(text: str, known: dict[str, str], timezone: str | None) -> Iterator[tuple[str, SitemapEntry]]:
    for record in records(text, ("url", "sitemap")):
        if not record.is_whole:
            continue
        said: dict[str, str] = {}
        for leaf in leaves(record.content, _WANTED, known):
            said.setdefault(leaf.name, text_of(leaf.content))
        if url := said.get("loc"):
            title = plain_title(said["news:title"]) if "news:title" in said else None
            published = _published(said.get("news:publication_date"), timezone)
            yield record.name, SitemapEntry(url, _iso(said.get("lastmod")), title, published)


def _published(raw: str | None, timezone: str | None) -> str | None:
    iso = _iso(raw)
    if iso is None:
        return None
    iso = re.sub(r"\.\d+", "", iso).replace("Z", "+00:00")
    iso = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", iso) if "T" in iso else iso
    return to_site_time(iso, timezone) if timezone else iso


def _iso(raw: str | None) -> str | None:
    match = _W3C.fullmatch(raw) if raw else None
    if not match or not raw:
        return None
    year, month, day = (int(part) if part else 1 for part in match.groups()[:3])
    try:
        date(year, month, day)
    except ValueError:
        return None
    return raw.replace(" ", "T")


def _once(entries: Iterable[SitemapEntry], page: Page, problems: list[Problem]) -> tuple[SitemapEntry, ...]:
    """The entries with absolute addresses, each once; no more than can be kept."""
    found: dict[str, SitemapEntry] = {}
    base = page.url or page.base_url
    for entry in entries:
        # A literal "&amp;" in an address is always one escape too many.
        url = clean_url(entry.url.replace("&amp;", "&"), base) if len(entry.url) <= 2048 else None
        if url is None or url in found:
            continue
        if len(found) == MOST_ENTRIES:
            problems.append(Problem("sitemap-too-large", None, f"more than {MOST_ENTRIES} addresses", page.url))
            break
        found[url] = SitemapEntry(url, entry.lastmod, entry.title, entry.published_at)
    return tuple(found.values())
