"""What a site's addresses answer on a day on which nothing is wrong. Pure functions of the site and the day."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache
from html import escape as e
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from tests.soak.days import date_of
from tests.soak.lives import Life, Story, by_path, shown
from tests.soak.sites import ADDRESSES, SoakSite
from tests.soak.skins import SKIN, Printed
from tests.templates.printing import full, long, short

HTML = "text/html; charset=utf-8"
IN_FEED = 10
ZONE = ZoneInfo("Asia/Jakarta")


@dataclass(frozen=True, slots=True)
class Look:
    """What an answer showed: of which articles which revision, and which count (None: none).

    `kind`: page, unchanged (304), gone, listing, feed, rest, other; `whole`: it went out as it should have.
    """

    kind: str
    articles: tuple[tuple[int, int, int | None], ...] = ()
    target: str = ""
    status: int = 200
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer and what it shows. `body` is sent compressed where the client takes gzip."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    look: Look = Look("other")


@dataclass(frozen=True, slots=True)
class Guise:
    """How the site looks on a day: its markup, the facts that it no longer prints, how it writes dates."""

    skin: str
    without: frozenset[str] = frozenset()
    dates: str = "long"


@dataclass(frozen=True, slots=True)
class Moment:
    """A site on a day. `days`: the length of the soak (lives are made for all of it)."""

    site: SoakSite
    day: int
    days: int
    guise: Guise

    @property
    def there(self) -> list[Life]:
        return _there(self.site, self.days, self.day)

    def story(self, life: Life) -> Story:
        return life.stories[life.revision(self.day)][1]

    def printed(self, life: Life, *, entry: bool = False) -> Printed:
        story = self.story(life)
        return Printed(
            life.path,
            story.title,
            story.author if self.site.author and "author" not in self.guise.without else None,
            None if "date" in self.guise.without else self.date(story.published, entry=entry),
            self.views(life, entry=entry),
            story.section,
            story.paragraphs,
        )

    def views(self, life: Life, *, entry: bool = False) -> int | None:
        """The count as it is printed; some sites print it on some pages only, on others the next day."""
        site = self.site
        if site.views == "never" or "views" in self.guise.without or (entry and not self.shows_count_in_listing):
            return None
        if site.views == "some" and site.chance("shows", life.number, self.day).random() < 0.5:
            return None
        return life.views(self.day)

    @property
    def shows_count_in_listing(self) -> bool:
        return self.site.lists_views and self.guise.skin in ("cards", "opensid", "joomla", "laravel", "icons")

    def date(self, at: datetime, *, entry: bool) -> str:
        if self.guise.dates == "numbers":
            return f"{at:%d/%m/%Y}"
        if self.guise.dates == "english":
            return f"{at:%d %B %Y}"
        if self.guise.dates == "coded":  # as a broken template prints it
            return f"{at:%Y}{(at.timetuple().tm_yday * 7) % 1000:03}-{at.day}"
        if entry:
            return short(at) if self.guise.skin in ("cards", "laravel") else long(at)
        return f"{full(at)} {at:%H:%M} WIB" if self.site.minutes else long(at)


@lru_cache(maxsize=64)
def _there(site: SoakSite, days: int, day: int) -> list[Life]:
    return shown(site, days, day)


def expected(moment: Moment, life: Life, revision: int) -> dict[str, str | None]:
    """What must be read from the article's page, shown on that day with that story."""
    story = life.stories[revision][1]
    at = story.published.replace(tzinfo=ZONE)
    minutes = moment.site.minutes and moment.guise.dates == "long"
    published = at.isoformat(timespec="minutes") if minutes else at.date().isoformat()
    return {
        "title": story.title,
        "author": story.author if moment.site.author and "author" not in moment.guise.without else None,
        "published_at": published if "date" not in moment.guise.without else None,
        "body": "\n".join(story.paragraphs),
    }


def answer(moment: Moment, target: str, headers: dict[str, str]) -> Answer:
    """What the site answers to a GET of `target` (path and query)."""
    site, base = moment.site, f"http://{headers.get('host', '')}"
    if target == "/robots.txt":
        return Answer(200, b"User-agent: *\nDisallow: /admin\n", {"Content-Type": "text/plain"})
    if (number := _listing_number(site, target)) is not None:
        return listing(moment, number, moment.there)
    if target.startswith("/feed"):
        return _feed(moment, base)
    if target.startswith("/wp-json/wp/v2/posts"):
        return _rest(moment, target, base)
    life = by_path(site, moment.days).get(target.partition("?")[0])
    if life is None or life.born > moment.day:
        return missing(moment)
    if not life.is_there(moment.day):
        return _gone(moment, life, base)
    return _article(moment, life, headers)


def html(moment: Moment, inner: str, status: int = 200, head: str = "", **headers: str) -> Answer:
    site = moment.site
    page = SKIN[moment.guise.skin].frame(site.name, site.listing_path(), inner)
    offers = (
        '<link rel="alternate" type="application/rss+xml" title="Umpan" href="/feed/">' if site.source == "feed" else ""
    )
    title = head or site.name
    text = f"<!doctype html><html lang=id><head><title>{title}</title>{offers}</head><body>{page}</body></html>"
    return Answer(status, text.encode(), {"Content-Type": HTML, **headers})


def missing(moment: Moment) -> Answer:
    return html(moment, "<h1>404</h1><p>Halaman tidak ditemukan.</p>", 404)


def _listing_number(site: SoakSite, target: str) -> int | None:
    first, further, _ = ADDRESSES[site.system]
    if target in (first, "/"):  # the home page shows the latest news, too
        return 1
    head, _, tail = further.partition("{")
    step = site.per_page if tail.startswith("start") else 1
    end = tail.partition("}")[2]
    if not target.startswith(head) or not target.endswith(end):
        return None
    number = target[len(head) : len(target) - len(end)]
    return int(number) // step + (step > 1) if number.isdigit() else None


def listing(moment: Moment, number: int, lives: Sequence[Life]) -> Answer:
    """One page of the site's listing, made of these articles."""
    site, skin = moment.site, SKIN[moment.guise.skin]
    pages = max(1, -(-len(lives) // site.per_page))
    batch = lives[(number - 1) * site.per_page : number * site.per_page]
    near = [page for page in range(1, pages + 1) if page != number and (abs(page - number) < 3 or page == pages)]
    links = [(str(page), site.listing_path(page)) for page in near]
    if number < pages:
        links.append(("»", site.listing_path(number + 1)))
    rows = "".join(skin.row(moment.printed(life, entry=True)) for life in batch)
    found = html(moment, f'<div class="daftar">{rows}</div>{skin.pager(links)}')
    views = moment.shows_count_in_listing
    told = tuple(
        (life.number, life.revision(moment.day), moment.views(life, entry=True) if views else None) for life in batch
    )
    return Answer(found.status, found.body, found.headers, Look("listing", told))


def _article(moment: Moment, life: Life, headers: dict[str, str]) -> Answer:
    site, revision = moment.site, life.revision(moment.day)
    etag, modified = _validators(moment, life, revision)
    validators = {"ETag": etag, "Last-Modified": modified} if etag else {}
    if etag and headers.get("if-none-match") == etag:
        return Answer(304, b"", validators, Look("unchanged", ((life.number, revision, None),)))
    printed = moment.printed(life)
    found = html(
        moment, SKIN[moment.guise.skin].article(printed), head=f"{e(printed.title)} - {site.name}", **validators
    )
    return Answer(200, found.body, found.headers, Look("page", ((life.number, revision, printed.views),)))


def _validators(moment: Moment, life: Life, revision: int) -> tuple[str, str]:
    """Right ones follow from what the page says, the counter aside; wrong ones stay as they were at the first."""
    site = moment.site
    if site.validators == "none":
        return "", ""
    told = repr((life.stories[revision][1], moment.guise)) if site.validators == "right" else life.path
    day = life.stories[revision if site.validators == "right" else 0][0]
    at = datetime.combine(date_of(day), datetime.min.time(), ZONE)
    return f'"{hashlib.sha256(told.encode()).hexdigest()[:20]}"', format_datetime(at.astimezone(UTC), usegmt=True)


def _gone(moment: Moment, life: Life, base: str) -> Answer:
    look = Look("gone", ((life.number, 0, None),))
    if life.answer == "home":
        return Answer(302, b"", {"Location": f"{base}/", "Content-Type": HTML}, look)
    found = html(moment, "<h1>404</h1><p>Halaman tidak ditemukan.</p>", 200 if life.answer == "soft-404" else 404)
    return Answer(found.status, found.body, found.headers, look)


def _feed(moment: Moment, base: str) -> Answer:
    newest = moment.there[:IN_FEED]
    items = "".join(
        f"<item><title>{e(moment.story(life).title)}</title><link>{base}{life.path}</link>"
        f"<pubDate>{format_datetime(moment.story(life).published.replace(tzinfo=ZONE))}</pubDate></item>"
        for life in newest
    )
    title = f"<title>{moment.site.name}</title>"
    text = f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>{title}{items}</channel></rss>'
    told = tuple((life.number, life.revision(moment.day), None) for life in newest)
    return Answer(200, text.encode(), {"Content-Type": "application/rss+xml; charset=utf-8"}, Look("feed", told))


def _rest(moment: Moment, target: str, base: str) -> Answer:
    """WordPress' collection of posts, with its paging and `modified_after`."""
    query = {name: values[0] for name, values in parse_qs(urlsplit(target).query).items()}
    since = query.get("modified_after", "")[:19]
    posts = [(life, post) for life in moment.there if (post := _post(moment, life, base))["modified_gmt"] > since]
    size, number = int(query.get("per_page", 10)), int(query.get("page", 1))
    headers = {
        "Content-Type": "application/json",
        "X-WP-Total": str(len(posts)),
        "X-WP-TotalPages": str(-(-len(posts) // size)),
    }
    part = posts[(number - 1) * size : number * size]
    told = tuple((life.number, life.revision(moment.day), None) for life, _ in part)
    return Answer(200, json.dumps([post for _, post in part]).encode(), headers, Look("rest", told))


def _post(moment: Moment, life: Life, base: str) -> dict[str, object]:
    story, revision = moment.story(life), life.revision(moment.day)
    at = story.published.replace(tzinfo=ZONE)
    # An edit is made in the morning of its day.
    changed = at if revision == 0 else datetime.combine(date_of(life.stories[revision][0]), at.timetz())
    return {
        "link": base + life.path,
        "title": {"rendered": e(story.title)},
        "date": f"{at:%Y-%m-%dT%H:%M:%S}",
        "date_gmt": f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}",
        "modified_gmt": f"{changed.astimezone(UTC):%Y-%m-%dT%H:%M:%S}",
        "status": "publish",
        "type": "post",
    }
