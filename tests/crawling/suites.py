"""Suites of a person's own, for the tests of monitors."""

from pathlib import Path
from types import MappingProxyType

from spidermon import Monitor, MonitorSuite, monitors
from spidermon.contrib.scrapy.monitors import ErrorCountMonitor, FinishReasonMonitor
from spidermon.core.actions import Action
from spidermon.exceptions import NotConfigured

from blitar_scraper.crawling.monitors import HealthSuite


class WriteDown(Action):
    """Says in a file (setting SPIDERMON_REPORT_FILENAME) which monitors failed."""

    def __init__(self, file: str | None) -> None:
        super().__init__()
        if not file:
            raise NotConfigured("You must provide a value for SPIDERMON_REPORT_FILENAME setting.")
        self.file = Path(file)

    @classmethod
    def from_crawler_kwargs(cls, crawler):
        return {"file": crawler.settings.get("SPIDERMON_REPORT_FILENAME")}

    def run_action(self):
        failed = sorted(f"{one.item.name}: {one.reason}" for one in self.result.monitors_failed_results)
        self.file.write_text("\n".join([self.data.spider.site.id, *failed]))


class SendToNobody(Action):
    """Fails as an action does whose service is not there: with the token in what it says."""

    def run_action(self):
        raise ConnectionError("https://api.example.org/botT0ken-of-mine-123/send: refused")


class Passing(Monitor):
    def test_requests(self):
        assert self.data.stats["downloader/request_count"] >= 0


class Failing(Monitor):
    def test_enough(self):
        self.fail("3 of 50\nas it should not be")

    def test_known(self):
        assert self.data.stats["no such number"]


class Skipped(Monitor):
    def test_something(self):
        self.skipTest("nothing to look at")


@monitors.name("left out")
class ByRule(ErrorCountMonitor):
    skip_rules = MappingProxyType({"left out": [lambda monitor: True]})


class Nothing(Monitor):
    def look(self):
        """No test."""


class Parted(Monitor):
    def test_parts(self):
        for part in range(2):
            with self.subTest(part=part):
                assert part == 0


class Good(MonitorSuite):
    monitors = (Passing, FinishReasonMonitor, ErrorCountMonitor)


class Bad(MonitorSuite):
    monitors = (Passing, Failing)
    monitors_failed_actions = (WriteDown,)


class Skipping(MonitorSuite):
    monitors = (Passing, Skipped)


class LeftOut(MonitorSuite):
    monitors = (ByRule,)


class WithParts(MonitorSuite):
    monitors = (Parted,)


class Empty(MonitorSuite):
    monitors = (Nothing,)


class Told(HealthSuite):
    monitors_failed_actions = (WriteDown,)


class Silent(MonitorSuite):
    monitors = (Passing,)
    monitors_finished_actions = (SendToNobody,)


class Broken(MonitorSuite):
    monitors = (Passing,)

    def on_monitors_finished(self, result):
        raise RuntimeError("broken")
