"""The days one after the other: set the sites to the day, run all crawls, let the oracle judge, measure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from blitar_scraper.crawling.health import BUSY, Verdict
from tests.soak.final import judge_all
from tests.soak.measuring import Watching
from tests.soak.oracle import Oracle, Ran
from tests.soak.report import Report
from tests.soak.running import Crawling, Errand
from tests.soak.server import Serving
from tests.soak.sites import ILL, make_sites


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be run. `only`: one site's id; the others are served, and not crawled."""

    seed: int
    sites: int
    days: int
    folder: Path
    only: str | None = None
    at_once: int = 4
    ill: float = ILL


def soak(order: Order, *, each_day: Callable[[Report], None] = lambda report: None) -> Report:
    """Run it. Raises what a crawl must never raise; what the crawls missed stands in the report."""
    sites = tuple(site for site in make_sites(order.seed, order.sites, order.ill) if order.only in (None, site.id))
    order.folder.mkdir(parents=True, exist_ok=True)
    archive = order.folder / "blitar.db"
    with ExitStack() as stack:
        serving = stack.enter_context(Serving(order.seed, order.sites, order.days, order.ill))
        hosts = {serving.url(site).partition("//")[2]: site for site in sites}
        oracle = Oracle(sites, order.days, archive, hosts)
        report = Report(order.seed, sites, order.days, archive)
        serving.day(0)
        urls = {site.number: serving.url(site) for site in sites}
        crawling = stack.enter_context(Crawling(Errand(sites, urls, archive, order.days, order.at_once)))
        for day in range(order.days):
            with Watching(crawling.pid) as watching:
                results, logged = crawling.day(day)
            log = serving.day(min(day + 1, order.days - 1))
            ran = {site.number: _of_day(of_site) for site, of_site in zip(sites, results, strict=True)}
            measured = watching.measure()
            oracle.day(day, ran, log)
            report.add(day, ran, log, oracle, measured, logged)
            each_day(report)
    report.finish(judge_all(oracle))
    return report


def _of_day(verdicts: Sequence[Verdict]) -> Ran:
    """How a site's run ended; of two at once the one that crawled, unless the other is not just busy."""
    crawled = [verdict for verdict in verdicts if len(verdicts) == 1 or verdict.exit_status != BUSY] or verdicts
    worst = max(crawled, key=lambda verdict: verdict.exit_status)
    return Ran(worst.exit_status, worst.status, worst.reason)
