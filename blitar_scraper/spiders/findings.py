"""What a probe found out about a site: how it answers, how its articles are found, what three of them say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from blitar_scraper.extract.system import System
from blitar_scraper.items import Article, Problem, Reading, Site
from blitar_scraper.spiders.chains import SourceKind

# news: articles were read; unread: articles are named, and none could be read; no-news: no page names any; then what
# answers for the site or instead of it: unreachable (nobody), blocked (it refuses us), closed (suspended, parked, under
# maintenance), elsewhere (it leads to another site), missing (there is no such page); crashed: a fault of this program.
Outcome = Literal["news", "unread", "no-news", "unreachable", "blocked", "closed", "elsewhere", "missing", "crashed"]


@dataclass(frozen=True, slots=True)
class SourceFound:
    """One way to the site's articles. `asked`: it was asked for; `entries`: articles that its first page names.

    `total`: articles in all, where it says so itself (REST, a sitemap). `pagination`: how its pages are addressed
    ("?page=N"); `page_count`: the highest page number shown; `goes_on`: whether its second page, when asked for, had
    other articles. `problem`: why nothing came of it.
    """

    kind: SourceKind
    url: str
    asked: bool = True
    entries: int = 0
    total: int | None = None
    pagination: str | None = None
    page_count: int | None = None
    goes_on: bool | None = None
    problem: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleFound:
    """One article as a crawl would read it, rules applied. `named_by`: the sources that named it."""

    url: str
    named_by: tuple[str, ...]
    reading: Reading | None = None
    problem: str | None = None
    detail: str | None = None

    @property
    def article(self) -> Article | None:
        return self.reading.article if self.reading else None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is uncertain."""
        return self.reading.problems if self.reading else ()


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it came: the address that answered, its bytes without content encoding, its type, when (aware)."""

    url: str
    body: bytes
    content_type: str | None
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Findings:
    """A probe's result. `site` is what would be added to an archive; `url` is the address asked for.

    `problem` and `detail` say why the outcome is not "news", as in `problems`; `pages` are those that answered, by the
    address asked for; `requests` counts robots.txt too; `seconds` is how long it took.
    """

    url: str
    outcome: Outcome
    site: Site
    problem: str | None = None
    detail: str | None = None
    final_url: str | None = None
    system: System | None = None
    sources: tuple[SourceFound, ...] = ()
    articles: tuple[ArticleFound, ...] = ()
    pages: Mapping[str, Seen] = field(default_factory=dict, repr=False)
    requests: int = 0
    seconds: float = 0.0

    def measured(self, requests: int, seconds: float) -> Findings:
        """The same with what it cost."""
        return replace(self, requests=requests, seconds=seconds)


@dataclass(frozen=True, slots=True)
class Verified:
    """What of a site's sources is worth keeping: only those that named articles when they were asked."""

    start_urls: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)


def verified(sources: tuple[SourceFound, ...]) -> Verified:
    """The listings, best first (those that can be paged, then the fuller); settings "rest", "feeds", "sitemaps"."""
    good = [source for source in sources if source.entries]
    listings = sorted(
        (source for source in good if source.kind == "listing"),
        key=lambda source: (source.goes_on is False or source.pagination is None, -source.entries),
    )
    settings: dict[str, Any] = {}
    for source in good:
        if source.kind == "rest":
            settings["rest"] = source.url
        elif source.kind != "listing":
            settings.setdefault(f"{source.kind}s", []).append(source.url)
    return Verified(tuple(source.url for source in listings), settings)
