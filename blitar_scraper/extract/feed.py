"""A feed (RSS 0.9x, 1.0 and 2.0, Atom) to its entries and what it says of each.

Read tolerantly: many feeds of government sites are made by hand. OpenSID writes its items behind the channel's end,
old versions of spatie/laravel-feed give Atom's links as text, Lokomedia neither escapes its texts nor dates them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from blitar_scraper.addresses import address_key, clean_url, is_home, same_site
from blitar_scraper.extract.feed_dates import FeedDates
from blitar_scraper.extract.lines import fold
from blitar_scraper.extract.page import LARGEST_PAGE, Page
from blitar_scraper.extract.records import (
    Leaf,
    attributes,
    decode_xml,
    leaves,
    plain_title,
    prefixes,
    records,
    text_of,
    unescape,
)
from blitar_scraper.items import Listing, Problem, Site, Witness

# WordPress gives 10 entries, Blogger at most 500, hand-made feeds whatever there is. More is no feed.
MOST_ENTRIES = 10_000
# Before its first entry a feed says of itself: title, addresses, a picture. Measured: 1-2 kB.
_LONGEST_HEAD = 20_000

_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:rss|RDF|feed)(?=[\s>])[^<>]*>")
_END = re.compile(r"</(?:[\w.-]+:)?(?:rss|RDF|feed)\s*>")
_ENTRY = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)(?=[\s>])")
_LINK_TAG = re.compile(r"<(?:[\w.-]+:)?link\s([^<>]*)>")
_HTML = re.compile(r"<!doctype html|<html[\s>]", re.I)
_NAMESPACES = {
    "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/elements/1.0": "dc",
    "purl.org/dc/terms": "dcterms",
    "search.yahoo.com/mrss": "media",
    "rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "purl.org/rss/1.0/modules/content": "content",
    "w3.org/2005/atom": "",
    "purl.org/atom/ns": "",
    "purl.org/rss/1.0": "",
    "netscape.com/rdf/simple/0.9": "",
    "backend.userland.com/rss2": "",
}
_DATES = ("pubdate", "published", "dc:date", "dcterms:issued", "dcterms:created", "issued", "date")
_CHANGES = ("updated", "dcterms:modified", "modified")
_AUTHORS = ("dc:creator", "author", "creator")
_TEXTS = ("description", "content:encoded", "content", "summary")
_PICTURES = ("enclosure", "media:content", "media:thumbnail", "image")
_WANTED = frozenset(
    [
        *("title", "link", "guid", "id", "feedburner:origlink", "category", "dc:subject", "source"),
        *(*_DATES, *_CHANGES, *_AUTHORS, *_TEXTS, *_PICTURES),
    ]
)
# "Komentar untuk: ...", "Comments on: ...": WordPress' titles of feeds of comments, in both languages.
_COMMENTS = re.compile(r"(?:komentar|tanggapan|comments?)\s+(?:untuk|pada|di|dari|atas|on|for)\b|komentar\s*:", re.I)
_COMMENTS_ADDRESS = re.compile(r"/comments/feed/?(?:\?|$)|[?&]feed=comments-")
_MAILBOX = re.compile(r"\S+@\S+\s*\((.+)\)\s*")
_NAME = re.compile(r"\s*<(?:[\w.-]+:)?name\s*>([^<]*|\s*<!\[CDATA\[[^<]*)</")
# Characters. The longest author seen on a page had 80, addresses hold at most 2,000 in practice.
_LONGEST_AUTHOR, _LONGEST_LINK = 200, 2000
_IMAGE = re.compile(r"<img\s[^<>]{0,2000}?\bsrc\s*=\s*[\"']([^\"'<>]{1,2000})[\"']", re.I)
_IMAGE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)", re.I)

Entry = dict[str, list[Leaf]]


def extract_feed(page: Page, site: Site, *, seen_at: datetime) -> Listing:
    """The entries of a feed in its order, each address once, and the next part's address (RFC 5005).

    `seen_at` (aware) is when it was fetched. `published_at` is in the site's time where a zone is printed, absent
    where it cannot be read with certainty (problem `date-unreadable`); Atom's `updated` is `modified_at`. Entries
    without an address on the site are left out. Raises nothing; what is no feed of news has no entries and the
    problem `not-a-feed`, one that is cut has its whole entries and the problem `feed-cut`.
    """
    text, problems = decode_xml(page.body[:LARGEST_PAGE], page.content_type)
    root = _ROOT.search(text)
    if root is None or _HTML.search(text, 0, root.start()):
        return Listing((), problems=(*problems, Problem("not-a-feed", None, _what_it_is(text), page.url)))
    known = {"atom": "", **prefixes(root[0], _NAMESPACES)}  # often used without being declared
    feed = text[root.start() :]
    head = _head(feed)
    if _is_of_comments(page, head):
        return Listing((), problems=(*problems, Problem("not-a-feed", None, "a feed of comments", page.url)))
    here = page.url or page.base_url
    base = clean_url(attributes(root[0]).get("xml:base", ""), here) or here
    found = _by_address(_entries(feed, known, page, problems), base, site, page, problems)
    dates = FeedDates((_text(entry, _DATES) for entry in found.values()), site, seen_at)
    entries = tuple(_witness(url, entry, dates, base) for url, entry in found.items())
    problems += dates.problems(page.url)
    return Listing(entries, _next_url(head, base, site, page), problems=tuple(problems))


def _what_it_is(text: str) -> str:
    head = text[:_LONGEST_HEAD].lower()
    for mark, name in (("<urlset", "a sitemap"), ("<sitemapindex", "a sitemap"), ("<html", "an HTML page")):
        if mark in head:
            return name
    return f"begins with {fold(text[:60])!r}" if head.strip() else "empty"


def _head(feed: str) -> str:
    head = feed[:_LONGEST_HEAD]
    first = _ENTRY.search(head)
    return head[: first.start()] if first else head


def _is_of_comments(page: Page, head: str) -> bool:
    if page.url and _COMMENTS_ADDRESS.search(page.url):
        return True
    title = next(leaves(head, ("title",), {}), None)
    return bool(title and _COMMENTS.match(plain_title(text_of(title.content)) or ""))


def _entries(feed: str, known: Mapping[str, str], page: Page, problems: list[Problem]) -> Iterator[Entry]:
    """The leaves of each whole entry by name; the rest is a problem."""
    cut = None if _END.search(feed, max(len(feed) - 2000, 0)) else "no end"
    if len(page.body) > LARGEST_PAGE:
        cut = f"longer than {LARGEST_PAGE} bytes"
    for number, record in enumerate(records(feed, ("item", "entry"))):
        if number == MOST_ENTRIES:
            cut = f"more than {MOST_ENTRIES} entries"
            break
        if not record.is_whole:
            cut = "an entry without end"
            continue
        entry: Entry = {}
        for leaf in leaves(record.content, _WANTED, known):
            entry.setdefault(leaf.name, []).append(leaf)
        yield entry
    if cut:
        problems.append(Problem("feed-cut", None, cut, page.url))


def _by_address(
    entries: Iterable[Entry], base: str | None, site: Site, page: Page, problems: list[Problem]
) -> dict[str, Entry]:
    """The entries by their article's address; those without one on the site are left out, and counted."""
    found: dict[str, tuple[str, Entry]] = {}
    elsewhere: list[str] = []
    for entry in entries:
        urls = [url for link in _links(entry) if (url := clean_url(link, base)) and not is_home(url, site.home_url)]
        here = next((url for url in urls if same_site(url, site.home_url)), None)
        if here:
            found.setdefault(address_key(here), (here, entry))
        else:
            elsewhere += urls[:1]
    if elsewhere and not found:
        problems.append(Problem("off-site", "url", f"all {len(elsewhere)} entries, as {elsewhere[0][:200]}", page.url))
    return dict(found.values())


def _links(entry: Entry) -> Iterator[str]:
    """What an entry gives as its address, best first, as written."""
    links = entry.get("link", [])
    yield from (text_of(leaf.content) for leaf in entry.get("feedburner:origlink", []))
    # Atom 1.0, 4.2.7: `alternate` is the page itself, and what a link without `rel` is.
    pages = [leaf.attributes for leaf in links if leaf.attributes.get("rel", "alternate") == "alternate"]
    written = [leaf["href"] for leaf in sorted(pages, key=_is_other_than_html) if leaf.get("href")]
    # RSS: the link is the element's text. A literal "&amp;" in an address is always one escape too many.
    written += [text_of(leaf.content) for leaf in links]
    # RSS 2.0: a guid is the address, too, unless it says that it is none.
    guids = [leaf for leaf in entry.get("guid", []) if leaf.attributes.get("ispermalink", "true").lower() == "true"]
    written += [text for leaf in guids + entry.get("id", []) if (text := text_of(leaf.content)).startswith("http")]
    yield from (link.replace("&amp;", "&") for link in written if "<" not in link and 0 < len(link) <= _LONGEST_LINK)


def _is_other_than_html(link: Mapping[str, str]) -> bool:
    return "html" not in link.get("type", "html")


def _text(entry: Entry, names: Iterable[str]) -> str | None:
    """The first of these elements that says something."""
    for name in names:
        for leaf in entry.get(name, []):
            if text := fold(text_of(leaf.content)):
                return text
    return None


def _witness(url: str, entry: Entry, dates: FeedDates, base: str | None) -> Witness:
    raw = _text(entry, _DATES)
    published = dates.read(raw)
    title = next((title for leaf in entry.get("title", []) if (title := plain_title(text_of(leaf.content)))), None)
    return Witness(
        source="feed",
        url=url,
        title=title,
        author=_author(entry),
        published_at=published.iso if published else None,
        published_raw=raw,
        published_precision=published.precision if published else None,
        section=_section(entry),
        image_url=_image(entry, base),
        modified_at=dates.modified(_text(entry, _CHANGES)),
    )


def _author(entry: Entry) -> str | None:
    for leaf in (leaf for name in _AUTHORS for leaf in entry.get(name, [])):
        said = leaf.content[:1000]
        if inner := _NAME.search(said):
            said = inner[1]
        said = text_of(said)[:_LONGEST_AUTHOR]
        mailbox = _MAILBOX.fullmatch(said)  # RSS 2.0: "name@host (Name)"
        author = plain_title(mailbox[1] if mailbox else said)
        if author and "@" not in author and "<" not in author:
            return author
    return None


def _section(entry: Entry) -> str | None:
    """The category, where there is just one: of several nobody says which of them is the section and which a tag."""
    said = [
        plain_title(leaf.attributes.get("label") or leaf.attributes.get("term") or text_of(leaf.content))
        for leaf in entry.get("category", []) + entry.get("dc:subject", [])
    ]
    names = {name for name in said if name}
    return names.pop() if len(names) == 1 else None


def _image(entry: Entry, base: str | None) -> str | None:
    for name in _PICTURES:
        for leaf in entry.get(name, []):
            link = leaf.attributes.get("url") or text_of(leaf.content)
            kind = leaf.attributes.get("type") or leaf.attributes.get("medium") or ""
            is_image = kind.startswith("image") or (not kind and (name != "enclosure" or _IMAGE_FILE.search(link)))
            if is_image and "<" not in link and (url := clean_url(link, base)):
                return url
    for name in _TEXTS:
        for leaf in entry.get(name, []):
            match = _IMAGE.search(text_of(leaf.content))
            if match and (url := clean_url(unescape(match[1]), base)):
                return url
    return None


def _next_url(head: str, base: str | None, site: Site, page: Page) -> str | None:
    """RFC 5005: the feed's next part, on the same site and not this one again."""
    for tag in _LINK_TAG.finditer(head):
        link = attributes(tag[1])
        if link.get("rel") == "next" and (url := clean_url(link.get("href", ""), base)):
            is_other = page.url is None or address_key(url) != address_key(page.url)
            return url if is_other and same_site(url, site.home_url) else None
    return None
