"""A host that does not answer, or does not want us, is left alone; a few broken pages among good ones are nothing."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import HtmlResponse
from scrapy.settings import Settings
from scrapy.signalmanager import SignalManager
from scrapy.statscollectors import MemoryStatsCollector

from blitar_scraper.crawling.manners.breaker import Breaker
from blitar_scraper.crawling.manners.circuit import FAILURES, Circuit
from blitar_scraper.demo import Response
from tests.crawling.test_pauses import NOW
from tests.crawling.test_retries import page

CHALLENGE = page("<html><head><title>Just a moment...</title></head><body><p>Checking your browser</p></body></html>")


def test_a_circuit_opens_rests_longer_and_gives_up():
    circuit = Circuit()
    assert [circuit.failed() for _ in range(FAILURES - 1)] == [None] * (FAILURES - 1)
    assert [circuit.failed() for _ in range(2)] == [30, 60] and not circuit.gives_up
    circuit.failed()
    assert circuit.gives_up


def test_one_answer_closes_it():
    circuit = Circuit()
    for _ in range(FAILURES + 1):
        circuit.failed()
    circuit.answered()
    assert circuit == Circuit()


def test_where_other_pages_answer_twice_as_many_may_fail():
    circuit = Circuit()
    for _ in range(FAILURES):
        circuit.failed()
    circuit.acquit()
    assert [circuit.failed() for _ in range(2 * FAILURES - 1)] == [None] * (2 * FAILURES - 1)
    assert circuit.failed() == 30


class Crawler(SimpleNamespace):
    """As much of Scrapy's as a breaker asks for while nothing runs."""

    def __init__(self) -> None:
        settings = Settings({"BLITAR_CLOCK": lambda: NOW, "DOWNLOAD_TIMEOUT": 60})
        super().__init__(settings=settings, signals=SignalManager(), engine=None, stats=None)
        self.stats = MemoryStatsCollector(
            SimpleNamespace(settings=Settings({"STATS_DUMP": False}), signals=self.signals)
        )


def answer(url: str, status: int = 200, **headers: str) -> HtmlResponse:
    return HtmlResponse(url, status=status, headers={name.replace("_", "-"): text for name, text in headers.items()})


@pytest.fixture
def breaker():
    return Breaker(Crawler())


def test_pages_that_hang_for_a_third_of_all_requests_end_the_run(breaker):
    for number in range(200):
        request = Request(f"https://kota.go.id/{number}")
        if number % 3 == 0:
            breaker.answered(request, answer(request.url))
        else:
            breaker.failed(request, DownloadTimeoutError("60 s"))
        if breaker.given_up:
            break
    problem, detail = breaker.given_up
    assert problem == "unreachable" and "60 s" in detail and number < 40


def test_a_few_pages_that_hang_among_many_do_not(breaker):
    for number in range(2000):
        request = Request(f"https://kota.go.id/{number}")
        if number % 5:
            breaker.answered(request, answer(request.url))
        else:
            breaker.failed(request, DownloadTimeoutError("60 s"))
    assert breaker.given_up is None


def test_two_minutes_are_waited_for_and_more_are_not(breaker):
    request = Request("https://kota.go.id/")
    breaker.answered(request, answer(request.url, 503, Retry_After="120"))
    assert breaker.given_up is None and breaker._host(request).owed == 120
    breaker.answered(request, answer(request.url, 503, Retry_After="121"))
    assert breaker.given_up == ("blocked", "HTTP 503: asks us to wait 2.02 min")
    assert breaker.crawler.stats.get_value("blitar/not_before") == "2026-03-02T03:02:01Z"


def test_five_minutes_in_all_are_too_many(breaker):
    for number in range(20):
        request = Request(f"https://kota.go.id/{number}")
        breaker.answered(request, answer(request.url, 429, Retry_After="50"))
        breaker.answered(request, answer(request.url))
        if breaker.given_up:
            break
    assert number == 6 and breaker.given_up[0] == "blocked" and "in all" in breaker.given_up[1]


def test_no_site_can_shut_itself_out_for_more_than_a_week(breaker):
    request = Request("https://kota.go.id/")
    breaker.answered(request, answer(request.url, 429, Retry_After="99999999999"))
    assert breaker.crawler.stats.get_value("blitar/not_before") == (NOW + timedelta(days=7)).strftime(
        "%Y-%m-%dT%H:%M:%SZ"
    )


def test_with_and_without_www_is_one_host(breaker):
    breaker.answered(Request("https://www.kota.go.id/"), answer("https://www.kota.go.id/", 503, Retry_After="9"))
    assert breaker._host(Request("http://kota.go.id/a")).owed == 9
    assert breaker._host(Request("https://dinas.kota.go.id/a")).owed == 0


@pytest.mark.parametrize("status", [404, 410, 200, 301])
def test_a_number_in_an_ordinary_answer_asks_for_nothing(breaker, status):
    request = Request("https://kota.go.id/")
    breaker.answered(request, answer(request.url, status, Retry_After="86400"))
    assert breaker.given_up is None and breaker._host(request).owed == 0


def from_then_on(crawls, number: int, response: Response, but: tuple[str, ...] = ()) -> None:
    """After so many requests the site answers with this alone (other than for `but`)."""
    respond = crawls.server.site.respond

    def answering(request):
        if len(crawls.server.requests) > number and request.target not in but:
            return response
        return respond(request)

    crawls.server.site.respond = answering


def test_a_site_that_goes_down_in_mid_run_is_left_and_what_was_not_asked_for_stays_due(crawls):
    crawls.start_paths = ["/beranda"]
    crawls.run()
    before = crawls.rows("SELECT url, failures, due_at FROM pages WHERE kind = 'article' ORDER BY url")
    gone = crawls.rows("SELECT count(*) AS n FROM articles WHERE gone_at IS NOT NULL")
    crawls.requested()
    from_then_on(crawls, 12, page("kesalahan", 502))
    result = crawls.run(full=True)
    assert result["exit_status"] == 4 and "in a row failed" in result["reason"]
    assert len(crawls.requested()) <= 12 + FAILURES + 4
    after = crawls.rows("SELECT url, failures, due_at FROM pages WHERE kind = 'article' ORDER BY url")
    assert sum(row["failures"] > old["failures"] for row, old in zip(after, before, strict=True)) <= 1
    assert crawls.rows("SELECT count(*) AS n FROM articles WHERE gone_at IS NOT NULL") == gone
    assert sum(result["waits"]) < 600


@pytest.mark.parametrize("answer", [page("ditolak", 403), CHALLENGE], ids=["403", "challenge"])
def test_a_site_that_shuts_us_out_in_mid_run_is_left(crawls, answer):
    crawls.start_paths = ["/beranda"]
    from_then_on(crawls, 12, answer)
    result = crawls.run()
    assert result["exit_status"] == 4 and "refuse" in result["reason"]
    assert len(crawls.requested()) <= 12 + FAILURES + 6
    assert not crawls.rows("SELECT 1 FROM articles WHERE gone_at IS NOT NULL OR title LIKE 'Just%'")


def test_a_dozen_broken_articles_among_good_ones_are_not_the_site(crawls):
    broken = [article.path for article in crawls.server.site.readable_articles[::8]][:12]
    for path in broken[:6]:
        crawls.server.site.overrides[path] = page("kesalahan", 500)
    for path in broken[6:]:
        crawls.server.site.overrides[path] = page("ditolak", 403)
    crawls.start_paths = ["/beranda"]
    result = crawls.run()
    assert result["status"] == "finished" and result["exit_status"] in (0, 3)
    (row,) = crawls.rows("SELECT count(*) AS n FROM articles")
    assert row["n"] == len(crawls.server.site.readable_articles) - 12


def test_a_run_that_waits_can_be_told_to_stop(crawls):
    """(A crawl whose sleep takes for ever: only being told to stop ends it.)"""
    import asyncio

    class Engine:
        spider = None
        _slot = SimpleNamespace(closing=None)

    async def forever(seconds: float) -> None:
        await asyncio.Event().wait()

    async def run() -> None:
        crawler = Crawler()
        crawler.engine = Engine()
        waiting = Breaker(crawler)
        waiting.sleep = forever
        task = asyncio.ensure_future(waiting._rest(60))
        await asyncio.sleep(0)
        crawler.engine._slot = SimpleNamespace(closing=object())
        await asyncio.wait_for(task, 5)

    asyncio.run(run())
