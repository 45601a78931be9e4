"""Monitors of a person's own: what they find reaches the exit status, and nobody who has none notices anything."""

from __future__ import annotations

import json
import logging
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.settings import Settings
from scrapy.statscollectors import MemoryStatsCollector

from blitar_scraper.cli.command import run
from blitar_scraper.crawling import monitoring
from blitar_scraper.crawling.configuration import ConfigurationError, read_configuration, spidermon_settings
from blitar_scraper.crawling.health import BUSY, CRASHED, GOOD, INTERRUPTED, UNHEALTHY, UNREACHABLE, Finding, Verdict
from blitar_scraper.crawling.process import project_settings

DOCUMENT = Path(__file__).parents[2] / "docs" / "running.md"
WELL = Verdict("finished", GOOD)
LOST = Finding("field-lost", "author: 0 of 9, usually 9 of 10", UNHEALTHY, "author")


def judged(names: str, verdict: Verdict = WELL, **settings: object) -> Verdict:
    """The verdict after these suites of `suites.py`."""
    said = {"BLITAR_MONITORS": [f"tests.crawling.suites.{name}" for name in names.split()]} | settings
    crawler = Crawler(Spider, Settings(said))
    crawler.stats = MemoryStatsCollector(crawler)
    crawler.stats.set_value("downloader/request_count", 4)
    crawler.spider = SimpleNamespace(name="contoh", site=SimpleNamespace(id="contoh"))
    return monitoring.judged(monitoring.load(crawler), verdict, crawler, reason="finished")


def test_monitors_that_pass_change_nothing_but_that_they_were_asked():
    after = judged("Good", SPIDERMON_MAX_ERRORS=0)
    assert (after.exit_status, after.reason, after.findings) == (GOOD, None, ())
    assert (monitoring.PROBLEM, None) in after.passed


def test_a_monitor_that_fails_makes_the_run_unhealthy_and_is_named(tmp_path):
    after = judged("Bad", SPIDERMON_REPORT_FILENAME=str(tmp_path / "told"))
    assert after.exit_status == UNHEALTHY
    (finding,) = after.findings
    assert (finding.problem, finding.exit_status) == ("monitor-failed", UNHEALTHY)
    assert finding.detail == (
        "Failing/test_enough failed: 3 of 50 as it should not be; Failing/test_known failed: KeyError: 'no such number'"
    )
    assert after.reason == f"monitor-failed: {finding.detail}" and (monitoring.PROBLEM, None) not in after.passed
    assert (tmp_path / "told").read_text().startswith("contoh\nFailing/test_enough: 3 of 50")


def test_a_monitor_that_was_skipped_counts_as_failed():
    assert judged("Skipping").reason == "monitor-failed: Skipped/test_something was skipped: nothing to look at"
    # By a rule of its own it is left out of all results.
    after = judged("LeftOut", SPIDERMON_MAX_ERRORS=0)
    assert after.reason == "monitor-failed: left out/test_stat_monitor was skipped"


def test_a_monitor_of_which_a_part_failed_counts_as_failed():
    assert judged("WithParts").exit_status == UNHEALTHY


def test_our_own_findings_fail_our_monitors_and_are_not_told_twice(tmp_path):
    verdict = Verdict("finished", UNHEALTHY, "field-lost: author", (LOST, Finding("redesigned", "a remark", GOOD)))
    after = judged("Told", verdict, SPIDERMON_REPORT_FILENAME=str(tmp_path / "told"))
    assert (after.exit_status, after.reason, after.findings) == (UNHEALTHY, verdict.reason, verdict.findings)
    assert (tmp_path / "told").read_text() == (
        f"contoh\nHealthMonitor/test_articles_give_their_fields: field-lost: {LOST.detail}"
    )


def test_every_finding_fails_one_of_our_monitors(tmp_path):
    for problem in ("unreachable", "source-cut", "silent", "monitor-failed", "never-heard-of"):
        verdict = Verdict("finished", UNHEALTHY, None, (Finding(problem, "so it is", UNHEALTHY),))
        judged("Told", verdict, SPIDERMON_REPORT_FILENAME=str(tmp_path / problem))
        assert f"{problem}: so it is" in (tmp_path / problem).read_text()


def test_a_run_that_is_worse_already_keeps_its_reason():
    after = judged("Skipping", Verdict("unreachable", UNREACHABLE, "unreachable: timeout"))
    assert (after.exit_status, after.reason) == (UNREACHABLE, "unreachable: timeout")
    assert [finding.problem for finding in after.findings] == ["monitor-failed"]
    assert judged("Skipping", Verdict("cut", CRASHED, "disk")).exit_status == CRASHED


@pytest.mark.parametrize("status", [INTERRUPTED, BUSY])
def test_a_run_that_was_stopped_or_never_began_is_not_judged(status):
    verdict = Verdict("interrupted", status, "stopped")
    assert judged("Skipping", verdict) == verdict


def test_an_action_that_does_not_work_is_told_without_the_token_that_it_used(monkeypatch, caplog):
    monkeypatch.setenv("SPIDERMON_DISCORD_WEBHOOK_URL", "T0ken-of-mine-123")
    with caplog.at_level(logging.DEBUG):
        after = judged("Silent")
    assert after.exit_status == UNHEALTHY
    assert after.reason == (
        "monitor-failed: SendToNobody did not work: ConnectionError: https://api.example.org/bot***/send: refused"
    )
    assert "T0ken" not in caplog.text


def test_a_suite_that_raises_ends_no_run():
    assert judged("Broken").reason == "monitor-failed: Broken could not be run: broken"


def test_without_monitors_nothing_is_imported_and_nothing_said(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "spidermon", None)
    monitoring.check(project_settings())
    assert judged("") == Verdict("finished", GOOD, passed=((monitoring.PROBLEM, None),))


# What blitar.toml says


def check(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "blitar.toml").write_text(text)
    monkeypatch.chdir(folder)
    monitoring.check(project_settings())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no_such_module.Suite", "No module named"),
        ("tests.crawling.suites.NoSuch", "has no attribute 'NoSuch'"),
        ("tests.crawling.suites.Passing", "not a MonitorSuite"),
        ("tests.crawling.suites.Empty", "has no monitors"),
        ("tests.crawling.suites.Bad", "SPIDERMON_REPORT_FILENAME"),
    ],
)
def test_a_suite_that_cannot_be_is_told_in_one_line_before_anything_is_fetched(tmp_path, monkeypatch, name, said):
    with pytest.raises(ConfigurationError, match=said) as told:
        check(tmp_path, f'monitors = ["{name}"]\n', monkeypatch)
    assert str(told.value).startswith(f"monitors: {name}: ") and "\n" not in str(told.value)


def test_naming_monitors_without_spidermon_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setattr(monitoring, "find_spec", lambda name: None)
    with pytest.raises(ConfigurationError, match=r"pip install '\.\[monitors\]'"):
        check(tmp_path, 'monitors = ["tests.crawling.suites.Good"]\n', monkeypatch)


def test_a_module_beside_blitar_toml_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", list(sys.path))
    (tmp_path / "monitors_of_mine.py").write_text("from tests.crawling.suites import Good\n")
    check(tmp_path, 'monitors = ["monitors_of_mine.Good"]\n', monkeypatch)


def test_settings_of_spidermon_come_from_blitar_toml_and_the_environment_outranks_it(tmp_path, monkeypatch):
    text = 'monitors = ["tests.crawling.suites.Bad"]\n[spidermon]\nreport_filename = "a"\nMAX_ERRORS = 3\n'
    check(tmp_path, text, monkeypatch)
    found = spidermon_settings(read_configuration(tmp_path, {}), {"SPIDERMON_REPORT_FILENAME": "b", "HOME": "/"})
    assert found == {"SPIDERMON_REPORT_FILENAME": "b", "SPIDERMON_MAX_ERRORS": 3}


def test_names_may_come_from_the_environment(tmp_path):
    assert read_configuration(tmp_path, {"BLITAR_MONITORS": "a.B, c.D"})["monitors"] == ["a.B", "c.D"]


@pytest.mark.parametrize("name", ["SLACK_SENDER_TOKEN", "smtp_password", "DISCORD_WEBHOOK_URL", "AWS_SECRET_KEY"])
def test_a_secret_in_blitar_toml_is_refused(tmp_path, name):
    (tmp_path / "blitar.toml").write_text(f'[spidermon]\n{name} = "hunter2-hunter2"\n')
    with pytest.raises(ConfigurationError, match="environment") as told:
        read_configuration(tmp_path, {})
    assert "hunter2" not in str(told.value)


@pytest.mark.parametrize("said", ["3", '["nodots"]', '[""]', "[3]", '"nodots"'])
def test_what_is_no_list_of_names_is_refused(tmp_path, said):
    (tmp_path / "blitar.toml").write_text(f"monitors = {said}\n")
    with pytest.raises(ConfigurationError, match="monitors must be a list"):
        read_configuration(tmp_path, {})


def test_monitors_can_be_switched_off_by_spidermons_own_setting(tmp_path, monkeypatch):
    check(tmp_path, 'monitors = ["no.Such"]\n[spidermon]\nenabled = false\n', monkeypatch)


def test_the_command_says_it_in_one_line_however_many_sites(tmp_path, monkeypatch, capsys):
    (tmp_path / "blitar.toml").write_text('contact = "you@example.org"\nmonitors = ["no_such_module.Suite"]\n')
    monkeypatch.chdir(tmp_path)
    assert run(["crawl", "blitarkota", "blitarkab"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line == "blitar: monitors: no_such_module.Suite: No module named 'no_such_module'"
    assert not (tmp_path / "data").exists()


def test_the_example_of_the_documentation_works_and_its_message_holds_no_token(tmp_path, monkeypatch, caplog):
    text = DOCUMENT.read_text("utf-8")
    (module,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    (toml,) = re.findall(r"```toml\n(monitors = .*?)```", text, re.DOTALL)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setenv("SPIDERMON_TELEGRAM_SENDER_TOKEN", "123:token-of-mine")
    monkeypatch.setenv("SPIDERMON_TELEGRAM_FAKE", "1")  # it is logged instead of sent
    (tmp_path / "my_monitors.py").write_text(module)
    check(tmp_path, toml, monkeypatch)
    settings = project_settings()
    monitoring.MonitorSettings().update_settings(settings)
    with caplog.at_level(logging.INFO):
        after = judged("", Verdict("finished", UNHEALTHY, "lost", (LOST,)), **settings)
    assert (after.exit_status, after.reason) == (UNHEALTHY, "lost")
    assert "test_articles_give_their_fields" in caplog.text and "token-of-mine" not in caplog.text


# In a crawl


def test_a_green_crawl_is_red_where_a_monitor_fails_and_green_again_when_it_passes(crawls, monkeypatch, tmp_path):
    told = tmp_path / "told"
    monkeypatch.setenv("SPIDERMON_REPORT_FILENAME", str(told))
    monkeypatch.setenv("SPIDERMON_SLACK_SENDER_TOKEN", "xoxb-of-mine-123456")
    monkeypatch.setenv("BLITAR_MONITORS", "tests.crawling.suites.Bad,tests.crawling.suites.Told")
    result = crawls.run(limit=3)
    assert (result["exit_status"], result["reason"][:37]) == (3, "monitor-failed: Failing/test_enough f")
    stats = json.loads(result["run"]["stats"])
    assert [one["problem"] for one in stats["findings"]] == ["monitor-failed"]
    assert told.read_text().startswith(f"{result['run']['site']}\nFailing/test_enough: 3 of 50")
    problem = "SELECT detail, resolved_at FROM problems WHERE problem = 'monitor-failed'"
    ((row),) = crawls.rows(problem)
    assert row["detail"].startswith("Failing/test_enough failed") and row["resolved_at"] is None
    assert "xoxb-of-mine" not in result["run"]["stats"] + crawls.log.read_text()
    monkeypatch.setenv("BLITAR_MONITORS", "tests.crawling.suites.Told")
    assert crawls.run(limit=3)["exit_status"] == 0
    ((row),) = crawls.rows(problem)
    assert row["resolved_at"] is not None


def test_a_crawl_whose_monitors_cannot_be_asks_no_server_for_anything(crawls, monkeypatch):
    monkeypatch.setenv("BLITAR_MONITORS", "no_such_module.Suite")
    before = len(crawls.requested())
    result = crawls.run()
    assert (result["status"], result["exit_status"]) == ("refused", 2)
    assert result["reason"].startswith("monitors: no_such_module.Suite: ") and len(crawls.requested()) == before
