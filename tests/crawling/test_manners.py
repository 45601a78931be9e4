"""Politeness, as set: who is asked how often."""

import dataclasses
import itertools
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.core.downloader import Slot
from scrapy.settings import Settings
from scrapy.signalmanager import SignalManager

from blitar_scraper.crawling.configuration import ConfigurationError, read_configuration, user_agent
from blitar_scraper.crawling.manners.rules import CrawlDelay, OneHost
from blitar_scraper.crawling.runner import Options, _settings_for, shipped_spiders
from blitar_scraper.demo import Response
from blitar_scraper.spiders.pace import is_loopback, pace
from blitar_scraper.spiders.sites.blitarkota import BlitarKota
from tests.crawling.test_retries import at_first


def shortest_pause(settings: dict) -> float:
    return settings["DOWNLOAD_DELAY"] * (1 - settings["DOWNLOAD_DELAY_JITTER"])


def test_a_live_site_is_asked_at_most_once_a_second_jitter_included():
    settings = _settings_for(BlitarKota.site, Options(Path("x.db")))
    assert shortest_pause(settings) >= 1.0 - 1e-9


def test_a_plain_scrapy_crawl_has_the_same_manners():
    settings = Settings()
    settings.setmodule("blitar_scraper.settings", priority="project")
    plain = {name: settings.getfloat(name) for name in ("DOWNLOAD_DELAY", "DOWNLOAD_DELAY_JITTER")}
    assert shortest_pause(plain) >= 1.0 - 1e-9
    assert settings.getbool("ROBOTSTXT_OBEY") and settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
    assert not settings.getbool("REMOTE_CONTROL_ENABLED") and not settings.getbool("TELNETCONSOLE_ENABLED")


def test_the_delay_asked_for_is_the_shortest_pause():
    assert shortest_pause(_settings_for(BlitarKota.site, Options(Path("x.db"), delay=4))) == pytest.approx(4)


def test_no_setting_of_a_site_makes_us_faster_than_once_a_second():
    hasty = dataclasses.replace(BlitarKota.site, settings={"delay": 0.1})
    assert shortest_pause(pace(hasty)) == pytest.approx(1.0)
    assert shortest_pause(pace(hasty, 0.0)) == pytest.approx(1.0)


def test_of_all_that_is_asked_for_the_slowest_counts():
    slow = dataclasses.replace(BlitarKota.site, settings={"delay": 5})
    assert shortest_pause(pace(slow, 2)) == pytest.approx(5)
    assert shortest_pause(pace(slow, 8)) == pytest.approx(8)
    local = dataclasses.replace(slow, home_url="http://127.0.0.1:80/", settings={"delay": 0.5})
    assert shortest_pause(pace(local)) == pytest.approx(0.5)


def test_loopback_is_not_slowed_down():
    site = dataclasses.replace(BlitarKota.site, home_url="http://127.0.0.1:8080/")
    assert _settings_for(site, Options(Path("x.db")))["DOWNLOAD_DELAY"] == 0
    assert not is_loopback("https://localhost.example.org/") and not is_loopback("http://127.example.org/")


def arrivals(crawls) -> list[float]:
    """When each request reaches the server, in seconds; filled while it serves."""
    moments: list[float] = []
    answer = crawls.server.site.respond

    def timed(request):
        moments.append(time.monotonic())
        return answer(request)

    crawls.server.site.respond = timed
    return moments


def test_a_crawl_delay_in_robots_txt_is_honoured(crawls):
    """From the first page on, for redirects and for what is tried again."""
    site = crawls.server.site
    robots = b"User-agent: *\nCrawl-delay: 0.3\nDisallow: /admin\n"
    site.overrides["/robots.txt"] = Response(200, {"Content-Type": "text/plain"}, robots)
    site.overrides["/mulai"] = Response(302, {"Location": "/beranda"}, b"")
    crawls.start_paths = ["/mulai"]
    at_first(crawls, {"/beranda": [Response(503, {"Content-Type": "text/html"}, b"")]})
    moments = arrivals(crawls)
    assert crawls.run(limit=2)["exit_status"] == 0
    asked = [request.target for request in crawls.server.requests]
    assert asked[:4] == ["/robots.txt", "/mulai", "/beranda", "/beranda"]
    gaps = [later - earlier for earlier, later in itertools.pairwise(moments)]
    assert len(gaps) >= 5 and min(gaps) >= 0.28  # a little less than 0.3: the two clocks differ


def test_a_crawl_delay_outlives_a_long_silence():
    """Scrapy forgets a host's slot that nobody has used for a minute."""
    crawler = SimpleNamespace(settings=Settings(), signals=SignalManager(), engine=SimpleNamespace())
    crawler.settings.set("USER_AGENT", "blitar_scraper")
    downloader = crawler.engine.downloader = SimpleNamespace(slots={}, per_slot_settings={})
    downloader.slots["kota.go.id"] = Slot(1, 1.25, 0.2)
    parser = SimpleNamespace(rp=SimpleNamespace(crawl_delay=lambda agent: 10.0))
    CrawlDelay(crawler).robots_parsed(parser, Request("https://www.kota.go.id/"))
    assert (downloader.slots["kota.go.id"].delay, downloader.slots["kota.go.id"].jitter) == (10.0, 0.0)
    assert downloader.per_slot_settings == {"kota.go.id": {"delay": 10.0, "jitter": 0.0}}


def test_without_a_crawl_delay_loopback_is_not_slowed_down(crawls):
    crawls.start_paths = ["/beranda"]
    moments = arrivals(crawls)
    crawls.run(limit=4)
    assert moments[-1] - moments[1] < 1.0


def test_with_and_without_www_is_one_host_for_the_pause():
    requests = [Request("https://www.kota.go.id/a"), Request("https://kota.go.id/b"), Request("http://kota.go.id:80/c")]
    for request in requests:
        OneHost().process_request(request)
    assert len({request.meta["download_slot"] for request in requests}) == 1


def test_a_robots_txt_that_fails_forbids_everything_for_now(crawls):
    crawls.server.site.overrides["/robots.txt"] = Response(503, {"Content-Type": "text/plain"}, b"")
    result = crawls.run()
    assert result["exit_status"] == 4
    assert crawls.requested() == ["/robots.txt"] * 3
    said = crawls.rows("SELECT DISTINCT problem FROM problems WHERE url IS NOT NULL")
    assert said == [{"problem": "robots-unavailable"}]


def test_the_contact_cannot_break_the_header():
    assert "\n" not in user_agent("a@example.org\r\nX-Evil: 1")


def test_configuration_comes_from_the_file_and_the_environment_outranks_it(tmp_path):
    (tmp_path / "blitar.toml").write_text('contact = "file@example.org"\ndelay = 3\n')
    assert read_configuration(tmp_path, {}) == {"contact": "file@example.org", "delay": 3}
    found = read_configuration(tmp_path, {"BLITAR_CONTACT": "env@example.org", "HOME": "/"})
    assert found == {"contact": "env@example.org", "delay": 3}


def test_a_broken_configuration_is_one_clear_line(tmp_path):
    (tmp_path / "blitar.toml").write_text("contact = \n")
    with pytest.raises(ConfigurationError, match=r"blitar\.toml"):
        read_configuration(tmp_path, {})


def test_every_shipped_site_has_what_a_crawl_needs():
    spiders = shipped_spiders()
    assert "blitarkota" in spiders
    for name, spider in spiders.items():
        assert spider.site.id == name and spider.site.timezone and spider.site.start_urls
