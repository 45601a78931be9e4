"""What is counted of a run while it goes on: how many articles were read, and how many of them gave each field.

The counts stand flat in the crawl's stats ("blitar/fields/author"); `tally_of` gathers them for the run's row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from blitar_scraper.archive import Outcome
from blitar_scraper.archive.content import FILLED
from blitar_scraper.items import Article, ArticleSeen, PageFailed, PageGone, PageUnchanged, Sighting

_PREFIX = "blitar/"
# How articles are published changes with the years, so a site's habit is that of its news: what is older when it is
# first read (a backfill) says nothing of it.
NEWS = timedelta(days=90)
_GROUPS = ("fields", "news", "known", "lost", "still_lost", "looks", "first_looks")


def counted(item: Sighting, outcome: Outcome, failures: int = 0) -> Iterator[str]:
    """The names of the stats that a stored sighting adds one to.

    `failures`: how often its address has failed running, this time included.
    """
    if (what := _without_article(item, outcome, failures)) is not None:
        yield f"{_PREFIX}first_looks/{what}"
    if outcome.kind == "failed":
        if not isinstance(item, PageFailed) or item.kind == "article":
            yield f"{_PREFIX}looks/{'failed_again' if failures > 1 else 'failed'}"
        return
    if isinstance(item, PageUnchanged):
        yield f"{_PREFIX}looks/unchanged"
    if not isinstance(item, ArticleSeen) or item.reading.article is None or outcome.kind == "gone":
        return
    article = item.reading.article
    yield f"{_PREFIX}looks/read"
    yield from _names("fields", ("read", *_given(article, outcome)))
    if outcome.kind == "new":
        yield f"{_PREFIX}first_looks/read"
        if _is_news(article, item.fetch.seen_at.date()):
            yield from _names("news", ("read", *_given(article, outcome)))
        return
    yield f"{_PREFIX}again"
    yield from _names("known", outcome.known)
    yield from _names("lost", outcome.lost)
    yield from _names("still_lost", outcome.still_lost)


def tally_of(stats: Mapping[str, Any]) -> dict[str, Any]:
    """The counts of a run as they stand in its row of `runs`.

    `fields`: articles read from their own pages ("read"), and how many gave each field before anything known was kept;
    `news`: the same of those that were new and not older than NEWS; `again`: known articles read again; `known`: how
    many of these had given the field; `lost`: and do not any longer; `still_lost`: and had not the last time. `looks`:
    articles asked for: "read", "unchanged" (as the site says), "failed", "failed_again" (as the time before).
    `first_looks`: new addresses that a page names as an article's: "read", or why there was none ("404", "timeout").
    """
    found: dict[str, Any] = {"again": int(stats.get(f"{_PREFIX}again", 0))}
    for group in _GROUPS:
        start = f"{_PREFIX}{group}/"
        found[group] = {
            name.removeprefix(start): int(number) for name, number in stats.items() if name.startswith(start)
        }
    for group in ("fields", "news"):
        found[group] = {name: found[group].get(name, 0) for name in ("read", *FILLED)}
    return found


def _without_article(item: Sighting, outcome: Outcome, failures: int) -> str | None:
    """Why an address that a page names as a new article's shows none, where it is asked for for the first time."""
    if outcome.article_id is not None or item.circumstances.only_in_sitemap:
        return None
    if isinstance(item, PageGone):
        return None if outcome.still_nothing or outcome.kind != "gone" else item.reason
    if outcome.kind != "failed" or failures > 1:
        return None
    if isinstance(item, PageFailed):
        return item.problem if item.kind == "article" else None
    return "no-article" if isinstance(item, ArticleSeen) else None


def _names(group: str, fields: tuple[str, ...] | frozenset[str]) -> Iterator[str]:
    return (f"{_PREFIX}{group}/{field}" for field in sorted(fields))


def _given(article: Article, outcome: Outcome) -> tuple[str, ...]:
    """The fields that the reading has; of a known article also those that only a listing had told, which is asked no
    more when the article is looked at again."""
    return tuple(field for field in FILLED if getattr(article, field) is not None or field in outcome.told)


def _is_news(article: Article, today: date) -> bool:
    if article.published_at is None or len(article.published_at) < 10:
        return True
    return article.published_at[:10] >= (today - NEWS).isoformat()
