"""What a run is worth: its status, its exit status, and why, in one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # for types only: `blitar --help` need not wait for Scrapy
    from blitar_scraper.spiders.news import NewsSpider

GOOD, CRASHED, USAGE, UNHEALTHY, UNREACHABLE, BUSY, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130
# Of several sites the worst decides: crashed, unreachable, unhealthy, busy.
_WORST_FIRST = (INTERRUPTED, CRASHED, UNREACHABLE, UNHEALTHY, BUSY, GOOD)
# Of ten articles asked for, one may be broken on the site's side; more is a fault of site or crawl.
_MOST_FAILURES = 0.2
_FEWEST_TO_JUDGE = 10


@dataclass(frozen=True, slots=True)
class Verdict:
    """`status` is what stands in `runs`: finished, cut, interrupted, unreachable, crashed (busy: no run began)."""

    status: str
    exit_status: int
    reason: str | None = None


def judge(spider: NewsSpider, *, interrupted: bool, crashes: int, failed: int, locked: str | None = None) -> Verdict:
    """The verdict on a run that is over.

    `failed` counts articles that gave no usable answer; `locked` is what another program's hold on the archive said.
    """
    if crashes:
        return Verdict("crashed", CRASHED, f"{crashes} errors in the program; see the log")
    if locked:
        return Verdict("cut", BUSY, locked)
    if interrupted:
        return Verdict("interrupted", INTERRUPTED, "stopped; run the same command again to go on")
    if spider.start_failures and len(spider.start_failures) == len(spider.chains):
        first = spider.start_failures[0]
        return Verdict("unreachable", UNREACHABLE, f"{first.url}: {first.problem}")
    status = "finished" if spider.paging_complete and not _is_cut(spider) else "cut"
    if not any(chain.entries for chain in spider.chains):
        return Verdict("cut", UNHEALTHY, "no article links on any listing page: has the site changed?")
    if any(chain.ended == "cut" for chain in spider.chains) and not _is_cut(spider):
        where = next(chain.start for chain in spider.chains if chain.ended == "cut")
        return Verdict(status, UNHEALTHY, f"the listing {where} could not be read to its end")
    if spider.fetched_articles >= _FEWEST_TO_JUDGE and failed > spider.fetched_articles * _MOST_FAILURES:
        return Verdict(status, UNHEALTHY, f"{failed} of {spider.fetched_articles} articles could not be read")
    return Verdict(status, GOOD)


def _is_cut(spider: NewsSpider) -> bool:
    limit = spider.frontier.limit
    return limit is not None and spider.fetched_articles >= limit


def worst(statuses: list[int]) -> int:
    """The exit status of several sites."""
    return min(statuses, key=_WORST_FIRST.index, default=GOOD)
