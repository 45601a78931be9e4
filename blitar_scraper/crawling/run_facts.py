"""Gathers what is known of a run that is over: for its verdict, and for its row of `runs`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from blitar_scraper.archive import ArchiveError, ArchiveLocked
from blitar_scraper.crawling.health import Verdict
from blitar_scraper.crawling.health.facts import RunFacts, Source
from blitar_scraper.extract.layout import Layout
from blitar_scraper.items import Problem, Site
from blitar_scraper.pipelines.tally import tally_of
from blitar_scraper.spiders.chains import Chain
from blitar_scraper.spiders.news import NewsSpider

# In order: Scrapy's finish reasons of a run that nobody stopped.
_ENDED_BY_ITSELF = ("finished", "archive", "gave-up")


def facts_of(
    spider: NewsSpider,
    stats: Mapping[str, Any],
    *,
    at: datetime,
    ended: str,
    crashes: int,
    layouts: Mapping[str, Sequence[Layout]],
    archive_error: ArchiveError | None,
) -> RunFacts:
    """The facts of a run that ended `at` (aware) for Scrapy's reason `ended`; `crashes` but for those of the reader."""
    limit = spider.frontier.limit
    return RunFacts(
        at=at,
        today=today_at(spider.site, at),
        sources=[_source(chain) for chain in spider.chains],
        complete=spider.discovery.complete,
        asked_to_stop=any(chain.ended in ("limit", "since") for chain in spider.chains)
        or (limit is not None and spider.fetched_articles >= limit),
        start_failures=[(failure.problem, failure.detail) for failure in spider.start_failures],
        nobody_answers=spider.nobody_answers,
        interrupted=ended not in _ENDED_BY_ITSELF,
        crashes=crashes + spider.reader_errors,
        reader_errors=spider.reader_errors,
        tally=tally_of(stats),
        edited=int(stats.get("blitar/edited", 0)),
        layouts=layouts,
        gave_up=stats.get("blitar/gave_up"),
        moved_site=stats.get("blitar/moved_site"),
        clock=stats.get("blitar/clock"),
        archive_error=None if archive_error is None else str(archive_error),
        archive_busy=isinstance(archive_error, ArchiveLocked),
    )


def today_at(site: Site, at: datetime) -> date:
    """The day (of an aware time) at the site; of UTC, where its zone is not known."""
    return at.astimezone(ZoneInfo(site.timezone) if site.timezone else UTC).date()


def source_rows(sources: Sequence[Source]) -> list[dict[str, Any]]:
    """The sources as a run's row has them."""
    return [
        {
            "kind": source.kind,
            "start": source.start,
            "pages": source.pages,
            "entries": source.entries,
            "first": source.first,
            "ended": source.ended,
        }
        for source in sources
    ]


def finding_rows(verdict: Verdict) -> list[dict[str, Any]]:
    """The findings as a run's row has them."""
    return [{"problem": one.problem, "field": one.field, "detail": one.detail} for one in verdict.findings]


def problems_of(verdict: Verdict, *, good: bool) -> list[Problem]:
    """The findings as problems of the site: the remarks (`good`), or the faults."""
    return [Problem(one.problem, one.field, one.detail) for one in verdict.findings if (one.exit_status == 0) == good]


def _source(chain: Chain) -> Source:
    first = len(chain.prints[0]) if chain.prints else 0 if _had_none(chain) else None
    return Source(chain.kind, chain.start, chain.ended, chain.pages, chain.entries, first)


def _had_none(chain: Chain) -> bool:
    """Whether its first page was read and names no article: not where it failed, nor where it is a sitemap."""
    return chain.pages > 0 and chain.kind != "sitemap" and chain.ended != "cut"
