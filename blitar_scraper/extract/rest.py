"""A page of WordPress' REST collection `wp/v2/posts` to its entries.

Fields by the REST API Handbook, Posts: `date` is the site's local time without offset, `date_gmt` the same moment in
UTC, `_embedded` (asked for with `?_embed`) holds author, terms and picture.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from blitar_scraper.addresses import address_key, clean_url, is_home, same_site
from blitar_scraper.extract.lines import fold
from blitar_scraper.extract.page import LARGEST_PAGE, Page, decode
from blitar_scraper.extract.records import plain_title
from blitar_scraper.indonesian.dates import parse_date, to_site_time
from blitar_scraper.items import EARLIEST_PUBLICATION, Listing, Problem, Site, Witness

# 100 is the most that WordPress gives at once; a plugin can raise it.
MOST_ENTRIES = 1_000

_POSTS = re.compile(r'\[\s*\{\s*"')
_LOCAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", re.ASCII)
# Zones lie between -12 and +14 hours, on quarters of an hour.
_QUARTER, _FARTHEST = 900, 14 * 3600

Record = dict[str, Any]


def extract_rest(page: Page, site: Site, *, seen_at: datetime) -> Listing:
    """The public posts of one answer of `wp-json/wp/v2/posts` (JSON), each address once, in its order.

    `published_at` and `modified_at` are in the site's time, with the offset that `date_gmt` or `site.timezone` gives.
    Posts that are not published, of another type, or not on the site are left out. `seen_at` (aware) is when it was
    fetched. Raises nothing; what is no such answer has no entries and the problem `not-rest`.
    """
    text, problem = decode(page.body[:LARGEST_PAGE], page.content_type)
    posts = _posts(text)
    if isinstance(posts, str):
        return Listing((), problems=(Problem("not-rest", None, posts, page.url),))
    problems = [problem] if problem else []
    found: dict[str, Witness] = {}
    unreadable: list[str] = []
    for post in posts[:MOST_ENTRIES]:
        url = clean_url(post["link"], page.url) if _is_public(post) else None
        if url and same_site(url, site.home_url) and not is_home(url, site.home_url):
            found.setdefault(address_key(url), _witness(post, url, site, seen_at, unreadable))
    if unreadable:
        problems.append(Problem("date-unreadable", "published_at", "; ".join(unreadable)[:300], page.url))
    return Listing(tuple(found.values()), problems=tuple(problems))


def _posts(text: str) -> list[Record] | str:
    """The records of the answer, or what it is instead."""
    text = text.strip("\ufeff \t\r\n")
    if text[:1] not in ("[", "{") and (start := _POSTS.search(text, 0, 10_000)):
        text = text[start.start() :]  # a PHP warning before it
    try:
        document, _ = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        what = "an HTML page" if "<html" in text[:2000].lower() else f"begins with {fold(text[:60])!r}"
        return what if text else "empty"
    if isinstance(document, dict) and isinstance(document.get("code"), str):
        return f"{document['code'][:80]}: {fold(str(document.get('message')))[:200]}"
    if not isinstance(document, list):
        return f"JSON, no list of posts: {fold(text[:60])!r}"
    posts = [post for post in document if isinstance(post, dict) and isinstance(post.get("link"), str)]
    if document and not posts:
        return f"JSON, no list of posts: {fold(text[:60])!r}"
    return posts


def _is_public(post: Record) -> bool:
    """Whether it is a published post; WordPress also lists those whose text is shown for a password only."""
    is_protected = any(
        isinstance(part, dict) and part.get("protected") for part in (post.get("content"), post.get("excerpt"))
    )
    return not is_protected and (post.get("status", "publish"), post.get("type", "post")) == ("publish", "post")


def _witness(post: Record, url: str, site: Site, seen_at: datetime, unreadable: list[str]) -> Witness:
    raw = post.get("date") or post.get("date_gmt")
    published = _moment(post.get("date"), post.get("date_gmt"), site, seen_at)
    if raw and not published:
        unreadable.append(str(raw)[:40])
    return Witness(
        source="rest",
        url=url,
        title=plain_title(text) if (text := _rendered(post.get("title"))) else None,
        author=_author(post),
        published_at=published,
        published_raw=str(raw)[:100] if raw else None,
        published_precision="second" if published else None,
        section=_section(post),
        image_url=clean_url(image, url) if (image := _image(post)) else None,
        modified_at=_moment(post.get("modified"), post.get("modified_gmt"), site, seen_at),
    )


def _rendered(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("rendered")
    return value if isinstance(value, str) else None


def _moment(local: object, gmt: object, site: Site, seen_at: datetime) -> str | None:
    """The moment in the site's time; without `site.timezone` in WordPress' own, whose offset the two values give."""
    here, there = _read(local), _read(gmt)
    if there is None:
        known = parse_date(str(local), seen_at=seen_at, timezone=site.timezone) if here else None
        return known.iso if known else None
    apart = ((here or there) - there).total_seconds()
    if apart % _QUARTER or abs(apart) > _FARTHEST:
        return None  # two different moments, and which of them it is nobody says
    iso = there.replace(tzinfo=UTC).astimezone(timezone(timedelta(seconds=apart))).isoformat()
    return to_site_time(iso, site.timezone) if site.timezone else iso


def _read(value: object) -> datetime | None:
    """A value of WordPress' date fields; None for a missing one ("0000-00-00", 1970) too."""
    if not isinstance(value, str) or not _LOCAL.fullmatch(value):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if EARLIEST_PUBLICATION <= moment.year < 9999 else None


def _embedded(post: Record, name: str) -> Iterator[Record]:
    """The embedded records of this name; lists within the list are opened, errors come without the fields."""
    embedded = post.get("_embedded")
    values = embedded.get(name) if isinstance(embedded, dict) else None
    for value in values if isinstance(values, list) else ():
        yield from (inner for inner in (value if isinstance(value, list) else [value]) if isinstance(inner, dict))


def _author(post: Record) -> str | None:
    names = (author.get("name") for author in _embedded(post, "author"))
    return next((plain for name in names if isinstance(name, str) and (plain := plain_title(name))), None)


def _section(post: Record) -> str | None:
    """The category, where there is just one."""
    terms = _embedded(post, "wp:term")
    names = {str(term.get("name")) for term in terms if term.get("taxonomy") == "category" and term.get("name")}
    return plain_title(names.pop()) if len(names) == 1 else None


def _image(post: Record) -> str | None:
    for media in _embedded(post, "wp:featuredmedia"):
        if isinstance(link := media.get("source_url"), str):
            return link
    return None
