"""What a site offers to machines, and how it is asked for: WordPress' REST collection, feeds, sitemaps."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from blitar_scraper.addresses import same_site
from blitar_scraper.extract.sitemap import extract_sitemap
from blitar_scraper.items import Listing, Site, Witness
from blitar_scraper.spiders.chains import Chain
from blitar_scraper.spiders.discovery import Discovery
from blitar_scraper.spiders.reading import Received, read_source

# The most that WordPress gives at once (WP REST API handbook, "Pagination").
POSTS_AT_ONCE = 100
# Only what is read of a post: its text comes from its page, which is what readers see.
_FIELDS = "link,title,date,date_gmt,modified_gmt,status,type,content.protected,_links,_embedded"
# Entries of a sitemap stored in one transaction: a tenth of a second.
_STORED_AT_ONCE = 500
# Sitemaps of an index that are read. At 50,000 addresses each (sitemaps.org) that is more than any site here has.
_MOST_SITEMAPS = 50
# Words by which publishing systems name the sitemaps of what is no article.
_NO_ARTICLES = re.compile(
    r"taxonom|categor|kategori|[-_/]tags?\b|author|users?\b|page-|-page|image|video|attachment", re.I
)


def posts_page(collection: str, page: int, changed_since: datetime | None, at_once: int = POSTS_AT_ONCE) -> str:
    """The address of one page of a collection (`.../wp-json/wp/v2/posts`, or `/?rest_route=/wp/v2/posts`).

    `changed_since` (aware) leaves out what was not modified after it; WordPress before 5.7 does not know that question.
    """
    parts = urlsplit(collection)
    query = [
        *parse_qsl(parts.query, keep_blank_values=True),
        ("per_page", str(at_once)),
        ("page", str(page)),
        ("_embed", "author,wp:term"),
        ("_fields", _FIELDS),
    ]
    if changed_since is not None:
        query.append(("modified_after", changed_since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")))
    return urlunsplit(parts._replace(query=urlencode(query, safe="/:,")))


def read_offer(chain: Chain, received: Received, site: Site, discovery: Discovery) -> Listing:
    """The articles that one page of REST, a feed or a sitemap names. An index of sitemaps fills `chain.waiting`."""
    if chain.kind == "sitemap" and chain.pages == 1:
        # An index within an index is not allowed (sitemaps.org), and could go on for ever.
        sitemap = extract_sitemap(received.page, timezone=site.timezone)
        urls = [entry.url for entry in sitemap.sitemaps if same_site(entry.url, site.home_url)]
        chain.waiting = [url for url in urls if not _NO_ARTICLES.search(urlsplit(url).path)][:_MOST_SITEMAPS]
    return read_source(received, chain.kind, site, received.fetch.seen_at, tuple(discovery.shapes))


def goes_on(chain: Chain, entries: Sequence[Witness], last: int | None, changed_since: datetime | None) -> bool:
    """Whether REST has a further page. `last` is how many it says there are (`X-WP-TotalPages`).

    Asked for what has changed of late, one that goes on to older posts does not know that question.
    """
    if changed_since is not None and any(
        entry.modified_at[:10] < changed_since.date().isoformat() for entry in entries if entry.modified_at
    ):
        return False
    return chain.pages < last if last is not None else len(entries) >= POSTS_AT_ONCE


def ends(chain: Chain, last: int | None, changed_since: datetime | None) -> bool:
    """Whether what REST has named by its last page is all there is: it says so by `last`.

    One behind a cache that drops the question gives the newest posts whatever page is asked for.
    """
    return changed_since is not None or (last is not None and chain.pages >= last)


def in_parts(listing: Listing) -> Iterator[Listing]:
    """A large listing in parts that are stored one after the other; the problems come with the first."""
    problems = listing.problems
    for start in range(0, max(len(listing.entries), 1), _STORED_AT_ONCE):
        yield dataclasses.replace(listing, entries=listing.entries[start : start + _STORED_AT_ONCE], problems=problems)
        problems = ()
