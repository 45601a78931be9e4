"""The shared vocabulary: the typed records that travel from the spiders to the archive, and their rules.

Times: `published_at` and its kin are ISO text in the site's local time, as precise as the page is and no more
(`2024`, `2024-09`, `2024-09-27`, `2024-09-27T10:30+07:00`); every `seen_at` is an aware `datetime`.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Literal

from blitar_scraper.addresses import clean_url, same_site, uid_of

Precision = Literal["year", "month", "day", "minute", "second"]
GoneReason = Literal["404", "soft-404", "home", "moved-site"]
PageKind = Literal["article", "listing", "feed", "sitemap", "other"]
# What an answer was asked for as; REST is a feed among the kinds of pages.
Role = Literal["article", "listing", "feed", "rest", "sitemap"]

EARLIEST_PUBLICATION = 1990  # before it no government of Indonesia had a web site
LONGEST_TITLE = 500  # characters; the longest heading seen on a government page had 190

# The columns whose change makes a new version (design.md, History).
DIGESTED_FIELDS = ("title", "author", "published_at", "section", "body")


@dataclass(frozen=True, slots=True)
class Site:
    """A government's web site: who it is and where its news begins.

    `timezone` is an IANA name (None: not known); `region_code` is the Kemendagri code ("35.72"); `start_urls` are the
    listing pages to begin with; `settings` holds what else is particular to it (pinned selectors under "selectors").
    """

    id: str
    name: str
    home_url: str
    timezone: str | None = None
    level: str | None = None
    region_code: str | None = None
    province: str | None = None
    system: str | None = None
    start_urls: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """A thing a person should know: what went wrong (`problem`, a short hyphenated name) with which field."""

    problem: str
    field: str | None = None
    detail: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Witness:
    """What a source other than the article's own page says of it: a listing or feed entry, a REST record.

    `source` is the name that stands in `evidence` ("listing", "feed", "rest"); `capture_id` is the capture of the page
    that said it, if one is kept.
    """

    source: str
    url: str
    title: str | None = None
    author: str | None = None
    published_at: str | None = None
    published_raw: str | None = None
    published_precision: Precision | None = None
    views: int | None = None
    views_raw: str | None = None
    section: str | None = None
    image_url: str | None = None
    modified_at: str | None = None
    capture_id: int | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """An image or attachment of an article, in the order of the page."""

    kind: Literal["image", "attachment", "video"]
    url: str
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class PopularEntry:
    """A place in a "Berita Populer" list; the first rank is 1."""

    rank: int
    url: str | None
    title: str


@dataclass(slots=True)
class Article:
    """An article as read from one page at one time. Every field but `site` may be absent (None), none is guessed.

    `evidence` names for each field the witness it was taken from and the raw text
    (`{"views": {"from": "byline", "raw": "142x"}}`); witnesses that disagreed are under "others".
    `main_span` is where in `body` the text without press-release header and contact block begins and ends.
    """

    site: str
    url: str | None = None
    title: str | None = None
    author: str | None = None
    section: str | None = None
    published_at: str | None = None
    published_raw: str | None = None
    published_precision: Precision | None = None
    modified_at: str | None = None
    dateline_date: str | None = None
    views: int | None = None
    press_release_number: str | None = None
    image_url: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    body: str | None = None
    main_span: tuple[int, int] | None = None
    evidence: dict[str, Any] = field(default_factory=dict)
    parser_version: int = 0

    @property
    def uid(self) -> str | None:
        return uid_of(self.url) if self.url else None

    @property
    def body_main(self) -> str | None:
        """`body` without press-release header (number, repeated title, dateline date) and contact block."""
        if self.body is None or self.main_span is None:
            return self.body
        start, end = self.main_span
        return self.body[start:end]

    @property
    def published_date(self) -> str | None:
        """Local YYYY-MM-DD, where the page is that precise."""
        return self.published_at[:10] if self.published_at and len(self.published_at) >= 10 else None

    @property
    def published_time(self) -> str | None:
        """Local HH:MM, where the page prints a time of day."""
        return self.published_at[11:16] if self.published_at and len(self.published_at) >= 16 else None

    @property
    def word_count(self) -> int | None:
        return None if self.body is None else len(self.body.split())

    @property
    def content_digest(self) -> str:
        return digest_of([getattr(self, name) for name in DIGESTED_FIELDS])


def digest_of(values: Sequence[str | None]) -> str:
    """`sha256:` and 64 hexadecimal digits of the values as JSON, so that no two lists of values look alike."""
    text = json.dumps(list(values), ensure_ascii=False)
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one article page says. `article` is None where the page holds none."""

    article: Article | None
    media: tuple[Media, ...] = ()
    popular: tuple[PopularEntry, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """What one listing page says: its articles with what it says of them, and where the next page is.

    `page_count` is the highest page number that it shows, for an estimate of what is still to come.
    """

    entries: tuple[Witness, ...]
    next_url: str | None = None
    popular: tuple[PopularEntry, ...] = ()
    problems: tuple[Problem, ...] = ()
    page_count: int | None = None


# What a spider sees, one item a response. The pipelines check them and hand them to the archive. `account` is what is
# written down of a sighting where captures are kept (`archive/sightings.py`).


@dataclass(frozen=True, slots=True)
class Fetch:
    """How an answer was got: the address asked for, those redirected through, the one that answered, and when."""

    requested_url: str
    url: str
    seen_at: datetime
    http_status: int
    redirects: tuple[str, ...] = ()
    etag: str | None = None
    last_modified: str | None = None
    capture_id: int | None = None


@dataclass(frozen=True, slots=True)
class WitnessPlace:
    """Where a witness's word stands: in which capture (its id), read as what, about which address."""

    capture_id: int
    source: str
    url: str


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a crawl knew of an answer beside its bytes: with these the same capture can be read again, offline.

    `witnesses` and `parts` (ids of captures) are those of an article. `gone`: where its redirect led says that it is,
    or the site has moved all its addresses;
    `together`: many addresses led there; `failed`: the problem and its detail where no bytes tell it;
    `only_in_sitemap`: nobody has said more of it than that it exists. `left_out`, `renamed`, `problems`: what the run
    knew of a listing's entries and of its paging; `shapes`: what addresses of articles looked like by then (for a
    sitemap); `part`: which of the parts of a large listing it is.
    """

    role: Role = "article"
    witnesses: tuple[WitnessPlace, ...] = ()
    parts: tuple[int, ...] = ()
    gone: GoneReason | None = None
    together: bool = False
    failed: tuple[str, str | None] | None = None
    only_in_sitemap: bool = False
    left_out: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    shapes: tuple[tuple[str, ...], ...] = ()
    part: int = 0


@dataclass(frozen=True, slots=True)
class ArticleSeen:
    """An article page was read.

    `before`: the capture of what is stored of this article, read again, where another parser had read it.
    """

    site: Site
    fetch: Fetch
    reading: Reading
    circumstances: Circumstances = Circumstances()
    account: str | None = None
    before: ArticleSeen | None = None


@dataclass(frozen=True, slots=True)
class ListingSeen:
    """A page that names articles was read: a listing, a feed (or REST), a sitemap."""

    site: Site
    fetch: Fetch
    listing: Listing
    kind: PageKind = "listing"
    circumstances: Circumstances = Circumstances("listing")
    account: str | None = None


@dataclass(frozen=True, slots=True)
class PageGone:
    """An address of an article no longer shows it: the site said so (404, 410) or sent us to its home page."""

    site: Site
    fetch: Fetch
    reason: GoneReason
    circumstances: Circumstances = Circumstances()
    account: str | None = None


@dataclass(frozen=True, slots=True)
class PageUnchanged:
    """An article's page is as it was when it was last received: the answer to a conditional request (304)."""

    site: Site
    fetch: Fetch
    circumstances: Circumstances = Circumstances()
    account: str | None = None


@dataclass(frozen=True, slots=True)
class PageFailed:
    """An address gave no usable answer this time. `problem` as in `Problem`; `http_status` where there was one."""

    site: Site
    url: str
    kind: PageKind
    seen_at: datetime
    problem: str
    detail: str | None = None
    http_status: int | None = None
    fetch: Fetch | None = None
    circumstances: Circumstances = Circumstances()
    account: str | None = None


Sighting = ArticleSeen | ListingSeen | PageGone | PageUnchanged | PageFailed


# The rules. A record that breaks one keeps everything but that field, and gains a problem.


def check_article(article: Article, home_url: str, seen_at: datetime) -> tuple[Article, list[Problem]]:
    """A copy of the article without the values that break a rule, and a problem for each of them.

    The rules: address absolute and on the site; title not empty and not longer than 500 characters; publication not
    in the future (a day's grace, for a site whose clock or zone is off) nor before 1990, and written as the design
    says; views and dateline plausible; image address absolute.
    """
    broken: list[Problem] = []
    changes: dict[str, Any] = {}

    def reject(name: str, problem: str, value: object, *also: str) -> None:
        broken.append(Problem(problem, name, str(value)[:200], article.url))
        changes.update(dict.fromkeys((name, *also)))

    if article.url is not None and (not clean_url(article.url) or not same_site(article.url, home_url)):
        reject("url", "address-not-on-site", article.url)
    if article.title is not None and not article.title.strip():
        reject("title", "empty-title", article.title)
    elif article.title is not None and len(article.title) > LONGEST_TITLE:
        reject("title", "title-too-long", article.title)
    for name in ("author", "section"):
        value = getattr(article, name)
        if value is not None and not value.strip():
            reject(name, f"empty-{name}", value)
    for name, also in (
        ("published_at", ("published_precision",)),
        ("modified_at", ()),
        ("dateline_date", ()),
    ):
        value = getattr(article, name)
        if value is not None and (problem := _date_problem(value, seen_at)):
            reject(name, problem, value, *also)
    if article.views is not None and article.views < 0:
        reject("views", "views-negative", article.views)
    if article.image_url is not None and not clean_url(article.image_url):
        reject("image_url", "address-not-absolute", article.image_url)
    return (dataclasses.replace(article, **changes) if changes else article), broken


_ISO_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:Z|[+-]\d\d:\d\d)?)?)?)?")


def _date_problem(value: str, seen_at: datetime) -> str | None:
    match = _ISO_VALUE.fullmatch(value)
    if not match:
        return "date-malformed"
    year, month, day = (int(group) if group else None for group in match.groups()[:3])
    assert year is not None
    try:
        earliest = date(year, month or 1, day or 1)
    except ValueError:
        return "date-impossible"
    if year < EARLIEST_PUBLICATION:
        return "date-too-early"
    if earliest > (seen_at + timedelta(days=1)).date():
        return "date-in-future"
    return None
