"""Runs a person's own monitors (suites of Spidermon's) at the end of a run, and takes what they find into its verdict.

Spidermon's own extension is not used: it takes a monitor that was skipped for one that passed, its results never reach
the exit status, and it logs by a method that Scrapy will remove. Without Spidermon nothing here does anything.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings, Settings

from blitar_scraper.crawling.configuration import (
    ConfigurationError,
    may_be_secret,
    read_configuration,
    spidermon_settings,
)
from blitar_scraper.crawling.health import BUSY, GOOD, INTERRUPTED, UNHEALTHY, Finding, Verdict, worst
from blitar_scraper.crawling.health.verdict import worst_first
from blitar_scraper.crawling.secrets import known_secrets, redacted

PROBLEM = "monitor-failed"
# Scrapy has these only where there was one; a monitor that finds none would be skipped, and so be taken for failed.
_NONE_IS_ZERO = (
    "log_count/CRITICAL",
    "log_count/ERROR",
    "log_count/WARNING",
    "downloader/exception_count",
    "retry/count",
    "retry/max_reached",
    "item_scraped_count",
)
# Of several that failed, so many are named in one line.
_MOST_NAMED = 5
_LONGEST_REASON = 200  # characters
_PASSED = ("OK", "EXPECTED FAILURE")
_log = logging.getLogger(__name__)


class MonitorSettings:
    """An add-on: what blitar.toml and the environment say of monitors becomes settings, whatever runs the crawl.

    Raises ConfigurationError. Secrets of the environment are so in the settings of this process, and in no file.
    """

    def update_settings(self, settings: BaseSettings) -> None:
        configuration = read_configuration()
        for name, value in spidermon_settings(configuration).items():
            settings.set(name, value, priority="addon")
        settings.set("BLITAR_MONITORS", configuration.get("monitors", []), priority="addon")


def check(settings: Settings) -> None:
    """Load the suites once, before anything is fetched. Raises ConfigurationError.

    `settings`: the project's, before any add-on.
    """
    settings = settings.copy()
    MonitorSettings().update_settings(settings)
    if named(settings):
        load(Crawler(Spider, settings))


def named(settings: BaseSettings) -> list[str]:
    """The dotted names of the suites to run: those of blitar.toml (`monitors`), and of Spidermon's own setting."""
    names = [*settings.getlist("BLITAR_MONITORS"), *settings.getlist("SPIDERMON_SPIDER_CLOSE_MONITORS")]
    return list(dict.fromkeys(map(str, names))) if settings.getbool("SPIDERMON_ENABLED", True) else []


def load(crawler: Crawler) -> list[Any]:
    """The suites (spidermon.MonitorSuite) that the crawler's settings name, made for it.

    Raises ConfigurationError, one line, where one cannot be: no Spidermon, no such suite, or one that lacks a setting.
    """
    names = named(crawler.settings)
    if names and find_spec("spidermon") is None:
        raise ConfigurationError(
            f"monitors need Spidermon; in the program's folder: pip install '.[monitors]' ({names[0]})"
        )
    return [_load(name, crawler) for name in names]


def judged(suites: Sequence[Any], verdict: Verdict, crawler: Crawler, *, reason: str) -> Verdict:
    """The verdict with what the suites find. `reason`: why the spider was closed, as Scrapy says it.

    A run that was stopped, or never began, is not judged. Nothing that a monitor or an action raises ends the run.
    """
    if verdict.exit_status in (INTERRUPTED, BUSY):
        return verdict
    stats = crawler.stats.get_stats() if crawler.stats else {}
    data = {
        "stats": {**dict.fromkeys(_NONE_IS_ZERO, 0), "finish_reason": reason, **stats},
        "stats_history": [],
        "crawler": crawler,
        "spider": crawler.spider,
        "sc_spider_name": crawler.spider.name if crawler.spider else None,
        "job": None,
        "verdict": verdict,
        "findings": verdict.findings,
    }
    failed = [line for suite in suites for line in _failures(suite, data)]
    return _with(verdict, failed) if failed else replace(verdict, passed=(*verdict.passed, (PROBLEM, None)))


def _with(verdict: Verdict, failed: Sequence[str]) -> Verdict:
    more = f"; and {len(failed) - _MOST_NAMED} more" if len(failed) > _MOST_NAMED else ""
    finding = Finding(PROBLEM, "; ".join(failed[:_MOST_NAMED]) + more, UNHEALTHY)
    return replace(
        verdict,
        exit_status=worst([verdict.exit_status, UNHEALTHY]),
        reason=verdict.reason if verdict.exit_status != GOOD else f"{PROBLEM}: {finding.detail}",
        findings=worst_first([*verdict.findings, finding]),
    )


def _load(name: str, crawler: Crawler) -> Any:
    from spidermon import MonitorSuite

    here = str(Path.cwd())
    if here not in sys.path:
        sys.path.append(here)  # a person's module stands beside blitar.toml
    module, _, attribute = name.rpartition(".")
    try:
        suite = getattr(import_module(module), attribute)
        if not (isinstance(suite, type) and issubclass(suite, MonitorSuite)):
            raise TypeError("not a MonitorSuite")
        made = suite(crawler=crawler)
    except Exception as error:  # whatever a person's module raises when it is imported
        raise ConfigurationError(f"monitors: {name}: {_said(error)}") from error
    if not made.all_monitors:
        raise ConfigurationError(f"monitors: {name}: has no monitors (methods whose names begin with test)")
    return made


def _failures(suite: Any, data: Mapping[str, Any]) -> Iterator[str]:
    """What of a suite did not pass, each in a line: failed, broken and skipped monitors, and actions that did not work.

    Our own findings are in the verdict already.
    """
    from spidermon.runners import MonitorRunner

    from blitar_scraper.crawling.monitors import HealthMonitor

    monitors = [monitor for monitor in suite.all_monitors if not isinstance(monitor, HealthMonitor)]
    try:
        result = MonitorRunner().run(suite, **data)
    except Exception as error:
        _log.error("monitors: %s could not be run: %s", suite.name, _plain(repr(error)))
        yield f"{suite.name} could not be run: {_said(error)}"
        return
    told = {one.item: one for one in result.monitor_results}
    for monitor in monitors:
        one = told.get(monitor)
        if one is None or one.status == "SKIPPED":
            yield f"{monitor.full_name} was skipped{_because(one.reason if one else None)}"
        elif one.status not in _PASSED:
            yield f"{monitor.full_name} failed{_because(one.reason or _last_line(one.error))}"
    for one in (
        *result.monitors_finished_action_results,
        *result.monitors_passed_action_results,
        *result.monitors_failed_action_results,
    ):
        if one.status == "ERROR":
            yield f"{one.item.name} did not work{_because(_last_line(one.error))}"


def _because(reason: str | None) -> str:
    return f": {_plain(reason)}" if reason else ""


def _said(error: BaseException) -> str:
    return _plain(str(error)) or type(error).__name__


def _last_line(traceback: str | None) -> str | None:
    return traceback.strip().rpartition("\n")[2] if traceback else None


def _plain(text: str) -> str:
    """One line, not too long, in which no token or password stands."""
    secrets = [value for name, value in os.environ.items() if name.startswith("SPIDERMON_") and may_be_secret(name)]
    known = sorted({*known_secrets(os.environ), *(value for value in secrets if value)}, key=len, reverse=True)
    line = " ".join(redacted(text, tuple(known)).split())
    return line if len(line) <= _LONGEST_REASON else f"{line[: _LONGEST_REASON - 1]}…"
