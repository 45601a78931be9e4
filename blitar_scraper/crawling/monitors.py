"""What a run was found to be, as monitors of Spidermon: for suites of a person's own, and what they do when one fails.

    from spidermon.contrib.actions.email.smtp import SendSmtpEmail
    from blitar_scraper.crawling.monitors import HealthSuite

    class TellMe(HealthSuite):
        monitors_failed_actions = [SendSmtpEmail]

and in blitar.toml `monitors = ["my_monitors.TellMe"]`. Needs Spidermon (`pip install '.[monitors]'`), and is therefore
imported by such suites alone; what runs them is `monitoring.py`.
"""

from __future__ import annotations

from spidermon import Monitor, MonitorSuite

from blitar_scraper.crawling.health import GOOD, Finding

_SITE = ("unreachable", "blocked", "moved-site")
_LISTINGS = ("no-listing-links", "listing-shrunk", "source-cut")
_ARTICLES = ("field-lost", "articles-unreadable", "redesigned")
_NEWS = ("silent",)


class HealthMonitor(Monitor):  # type: ignore[misc]
    """Fails with what the run was found to be; a remark is no failure.

    `self.data` has `findings` (of crawling.health), `verdict`, the crawl's `stats`, `spider` and `crawler`; a suite's
    other monitors have the same.
    """

    def test_site_answers(self) -> None:
        self._fail_with(*_SITE)

    def test_listings_are_whole(self) -> None:
        self._fail_with(*_LISTINGS)

    def test_articles_give_their_fields(self) -> None:
        self._fail_with(*_ARTICLES)

    def test_there_is_news(self) -> None:
        self._fail_with(*_NEWS)

    def test_nothing_else_is_wrong(self) -> None:
        known = {*_SITE, *_LISTINGS, *_ARTICLES, *_NEWS}
        self._fail_with(*(finding.problem for finding in self.data.findings if finding.problem not in known))

    def _fail_with(self, *problems: str) -> None:
        found: list[Finding] = [one for one in self.data.findings if one.problem in problems]
        if failed := [f"{one.problem}: {one.detail}" for one in found if one.exit_status != GOOD]:
            self.fail("; ".join(failed))


class HealthSuite(MonitorSuite):  # type: ignore[misc]
    """Our own findings alone; a suite of a person's own adds monitors or actions."""

    monitors = (HealthMonitor,)
