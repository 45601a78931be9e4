"""What may pass is asked for again, after the pauses that the site asks for; what was cut is never an article."""

import gzip
from collections import Counter
from datetime import UTC, datetime

import pytest
from scrapy.exceptions import DownloadFailedError, DownloadTimeoutError, IgnoreRequest, ResponseDataLossError

from blitar_scraper.archive import Archive
from blitar_scraper.archive.values import iso
from blitar_scraper.crawling.manners import outages
from blitar_scraper.crawling.manners.not_before import asked_until
from blitar_scraper.demo import DAY_ONE, Response
from blitar_scraper.items import Site
from blitar_scraper.spiders.failures import NotAsked
from tests.crawling.test_pauses import NOW


def page(text: str, status: int = 200, **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(status, {"Content-Type": "text/html; charset=utf-8", **named}, text.encode())


def at_first(crawls, answers: dict[str, list[Response]]) -> None:
    """Let the site give these answers for a target, one after the other, before its own."""
    respond = crawls.server.site.respond

    def answering(request):
        waiting = answers.get(request.target)
        return waiting.pop(0) if waiting else respond(request)

    crawls.server.site.respond = answering


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 530])
def test_these_may_pass(status):
    assert outages.may_pass(outages.of_status(status))


@pytest.mark.parametrize("status", [200, 204, 301, 304, 400, 401, 403, 404, 410, 418, 451, 501, 505, 511])
def test_these_are_answers(status):
    assert outages.of_status(status) is None


def test_errors_of_the_network_may_pass_and_our_own_limits_do_not():
    lost = (DownloadTimeoutError("60 s"), DownloadFailedError("reset"), ResponseDataLossError(), ConnectionResetError())
    assert all(outages.may_pass(outages.of_error(error)) for error in lost)
    ours = (IgnoreRequest("Forbidden by robots.txt"), NotAsked("timeout", "robots.txt"), NotAsked("given-up", ""))
    assert [outages.of_error(error) for error in ours[:1]] == [None]
    assert outages.of_error(ours[2]) is None


def test_a_server_that_restarts_costs_a_pause_and_nothing_else(crawls):
    article = crawls.server.site.known_article
    at_first(crawls, {article.path: [page("kesalahan", 503), page("kesalahan", 502)]})
    crawls.start_paths = ["/beranda"]
    result = crawls.run()
    assert result["exit_status"] == 0
    assert Counter(crawls.requested())[article.path] == 3
    assert crawls.rows("SELECT title FROM articles WHERE url = ?", crawls.server.url + article.path)
    assert not crawls.rows("SELECT 1 FROM problems WHERE url = ?", crawls.server.url + article.path)
    assert len([wait for wait in result["waits"] if 2 <= wait <= 5]) >= 2


def test_a_site_that_asks_for_a_pause_gets_it(crawls):
    at_first(crawls, {"/beranda": [page("terlalu sering", 429, Retry_After="45")]})
    crawls.start_paths = ["/beranda"]
    result = crawls.run(limit=1)
    assert result["exit_status"] == 0 and result["waits"] == [45]
    assert crawls.requested()[:3] == ["/robots.txt", "/beranda", "/beranda"]


def test_robots_txt_waits_as_well(crawls):
    at_first(crawls, {"/robots.txt": [page("", 503, Retry_After="20"), page("", 500)]})
    crawls.start_paths = ["/beranda"]
    result = crawls.run(limit=1)
    assert result["exit_status"] == 0
    assert crawls.requested()[:4] == ["/robots.txt"] * 3 + ["/beranda"]
    assert result["waits"][0] == 20 and len(result["waits"]) == 2


def test_a_long_pause_ends_the_run_and_the_next_one_keeps_the_promise(crawls):
    crawls.start_paths = ["/beranda"]
    assert crawls.run(limit=2)["exit_status"] == 0
    crawls.requested()
    before = crawls.rows("SELECT url, failures, due_at FROM pages WHERE kind = 'article' ORDER BY url")
    crawls.server.site.overrides["/beranda"] = page("nanti", 429, Retry_After="7200")
    result = crawls.run()
    assert (result["exit_status"], result["waits"]) == (4, [])
    assert "429" in result["reason"] and "2 h" in result["reason"]
    assert crawls.requested() == ["/robots.txt", "/beranda"]
    assert crawls.rows("SELECT url, failures, due_at FROM pages WHERE kind = 'article' ORDER BY url") == before
    del crawls.server.site.overrides["/beranda"]
    result = crawls.run()
    assert result["exit_status"] == 4 and "asked us to wait until" in result["reason"]
    assert crawls.requested() == []
    crawls.server.site.day = 1
    assert crawls.run(limit=2)["exit_status"] == 0


def test_a_daily_run_waits_for_the_last_minute_instead_of_a_day(crawls):
    crawls.start_paths = ["/beranda"]
    # The next crawl of these begins 20 minutes after this one, to the second.
    crawls.server.site.overrides["/beranda"] = page("nanti", 429, Retry_After="1230")
    assert crawls.run()["exit_status"] == 4
    del crawls.server.site.overrides["/beranda"]
    crawls.requested()
    result = crawls.run(limit=1)
    assert result["exit_status"] == 0 and 20 < result["waits"][0] < 60
    assert crawls.requested()[:2] == ["/robots.txt", "/beranda"]


def test_what_a_host_asked_for_is_kept_by_its_other_sites(crawls):
    neighbour = Site("tetangga", "Tetangga", crawls.server.url + "/dinas")
    with Archive(crawls.archive) as archive:
        archive.put_site(neighbour, at=NOW)
        run_id = archive.start_run(neighbour.id, "update", at=NOW, program_version="0")
        asked = {"not_before": iso(datetime(DAY_ONE.year, DAY_ONE.month, DAY_ONE.day, 9, tzinfo=UTC))}
        archive.finish_run(run_id, at=NOW, status="cut", exit_status=4, stats=asked)
    result = crawls.run(limit=1)
    assert result["exit_status"] == 4 and "asked us to wait until" in result["reason"], result
    assert crawls.requested() == []


def test_only_what_lies_ahead_within_a_week_is_kept():
    said = [
        "2026-03-02T02:59:59Z",
        None,
        "soon",
        5,
        "2026-03-02T05:00:00Z",
        "2026-03-02T04:00:00Z",
        "2036-01-01T00:00:00Z",
    ]
    found = asked_until(said, NOW)
    assert found is not None and found.isoformat() == "2026-03-02T05:00:00+00:00"
    assert asked_until(["2026-03-20T00:00:00Z"], NOW) is None


@pytest.mark.parametrize("status", [403, 404])
def test_an_answer_is_taken_at_the_first_word(crawls, status):
    article = crawls.server.site.known_article
    crawls.server.site.overrides[article.path] = page("tidak", status)
    crawls.start_paths = ["/beranda"]
    crawls.run()
    assert Counter(crawls.requested())[article.path] == 1


def _whole(crawls, article) -> bytes:
    from blitar_scraper.demo.site import Request

    return crawls.server.site.respond(Request("GET", article.path)).body


HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.mark.parametrize("way", ["length", "gzip", "no-end"])
def test_a_page_that_was_cut_is_never_an_article(crawls, way):
    site = crawls.server.site
    article = site.known_article
    whole = _whole(crawls, article)
    half = whole[: len(whole) // 2]
    crawls.start_paths = ["/beranda"]
    crawls.run()  # so that it is known
    before = crawls.rows("SELECT title, body, version FROM articles WHERE url = ?", crawls.server.url + article.path)
    if way == "length":
        site.overrides[article.path] = Response(200, HTML, whole, sent=len(half))
    elif way == "gzip":
        packed = gzip.compress(whole)
        site.overrides[article.path] = Response(200, {**HTML, "Content-Encoding": "gzip"}, packed[: len(packed) // 2])
    else:
        site.overrides[article.path] = Response(200, HTML, half)
    crawls.requested()
    crawls.run(full=True)
    assert Counter(crawls.requested())[article.path] == 3
    (row,) = crawls.rows("SELECT problem FROM problems WHERE url = ?", crawls.server.url + article.path)
    assert row["problem"] == "response-cut"
    after = crawls.rows("SELECT title, body, version FROM articles WHERE url = ?", crawls.server.url + article.path)
    assert after == before and before


def test_a_page_that_never_has_an_end_is_an_article_all_the_same(crawls):
    site = crawls.server.site
    article = site.known_article
    whole = _whole(crawls, article)
    site.overrides[article.path] = Response(200, HTML, whole.partition(b"</body>")[0])
    crawls.start_paths = ["/beranda"]
    assert crawls.run()["exit_status"] == 0
    assert Counter(crawls.requested())[article.path] == 2
    (row,) = crawls.rows("SELECT title FROM articles WHERE url = ?", crawls.server.url + article.path)
    assert row["title"] == article.title
    crawls.run(full=True)
    assert Counter(crawls.requested())[article.path] == 1  # that is known now
    assert not crawls.rows("SELECT 1 FROM problems WHERE problem = 'response-cut'")
