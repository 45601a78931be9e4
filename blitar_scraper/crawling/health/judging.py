"""From what is known of a run to its verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blitar_scraper.archive import ArchiveError, ArchiveLocked
from blitar_scraper.crawling.health.verdict import BUSY, CRASHED, GOOD, INTERRUPTED, UNHEALTHY, UNREACHABLE, Verdict

if TYPE_CHECKING:  # for types only: `blitar --help` need not wait for Scrapy
    from blitar_scraper.spiders.news import NewsSpider

# Of ten articles asked for, one may be broken on the site's side; more is a fault of site or crawl.
_MOST_FAILURES = 0.2
_FEWEST_TO_JUDGE = 10
# Where not one could be read, three are enough: one or two may have been published broken.
_FEWEST_ALL = 3


def judge(
    spider: NewsSpider, *, interrupted: bool, crashes: int, failed: int, archive_error: ArchiveError | None = None
) -> Verdict:
    """The verdict on a run that is over.

    `crashes` counts exceptions of the program, `failed` articles that gave no usable answer; `archive_error` is why the
    archive could not be written.
    """
    crashes += spider.reader_errors
    asked_to_stop = any(chain.ended in ("limit", "since") for chain in spider.chains) or _limit_reached(spider)
    status = "finished" if spider.discovery.complete and not asked_to_stop else "cut"
    if archive_error is not None:
        return Verdict("cut", BUSY if isinstance(archive_error, ArchiveLocked) else CRASHED, str(archive_error))
    if interrupted:
        return Verdict("interrupted", INTERRUPTED, "stopped; run the same command again to go on")
    if crashes:
        only_reading = crashes == spider.reader_errors
        return Verdict(status if only_reading else "crashed", CRASHED, f"{crashes} errors in the program; see the log")
    if spider.nobody_answers:
        first = spider.start_failures[0]
        return Verdict("unreachable", UNREACHABLE, f"{first.url}: {first.problem}")
    if not any(chain.entries for chain in spider.chains) and not spider.discovery.complete:
        return Verdict("cut", UNHEALTHY, "no article links on any page read: has the site changed?")
    if not spider.discovery.complete and (cut := [chain for chain in spider.chains if chain.ended == "cut"]):
        return Verdict(status, UNHEALTHY, f"the {cut[0].kind} {cut[0].start} could not be read to its end")
    if failed >= _FEWEST_ALL and failed == spider.fetched_articles:
        return Verdict(status, UNHEALTHY, f"none of {failed} articles could be read")
    if spider.fetched_articles >= _FEWEST_TO_JUDGE and failed > spider.fetched_articles * _MOST_FAILURES:
        return Verdict(status, UNHEALTHY, f"{failed} of {spider.fetched_articles} articles could not be read")
    return Verdict(status, GOOD)


def _limit_reached(spider: NewsSpider) -> bool:
    limit = spider.frontier.limit
    return limit is not None and spider.fetched_articles >= limit
