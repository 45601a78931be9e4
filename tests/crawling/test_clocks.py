"""The machine's clock: steady within a run, not believed against the archive, unless the site bears it out."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.crawling.clocks import NoAnswer, NobodyTells, SteadyClock, WrongClock, clock_of_run, date_of_site
from blitar_scraper.demo import Response, serve
from blitar_scraper.items import Site
from tests.crawling.conftest import Crawls
from tests.crawling.small_site import SmallSite, crawling

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


# Within a run


def test_a_clock_that_is_set_back_goes_on_from_where_it_was() -> None:
    told = iter([NOON, NOON + minutes(1), NOON - minutes(59), NOON - minutes(58), NOON + minutes(10)])
    clock = SteadyClock(lambda: next(told))
    said = [clock() for _ in range(5)]
    assert said == sorted(said)
    assert said[2] == said[1] and said[3] - said[2] == minutes(1)


def test_a_run_begins_no_earlier_than_the_one_before_has_ended() -> None:
    clock = SteadyClock(lambda: NOON, not_before=NOON + minutes(2))
    assert clock() == NOON + minutes(2)


# Against the archive

SITE = Site("contoh", "Kota Contoh", "https://contoh.go.id/")
OTHER = Site("lain", "Kota Lain", "https://lain.go.id/")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """One whose last run went from noon to one."""
    with Archive(tmp_path / "archive.db") as opened:
        run(opened, SITE, NOON, 60)
        yield opened


def run(archive: Archive, site: Site, at: datetime, lasted: float | None) -> int:
    archive.put_site(site, at=at)
    run_id = archive.start_run(site.id, "update", at=at, program_version="0")
    if lasted is not None:
        archive.finish_run(run_id, at=at + minutes(lasted), status="finished", exit_status=0)
    return run_id


def never() -> datetime | None:
    raise AssertionError("the site is not to be asked")


def clocks_noted(archive: Archive) -> list[dict[str, Any]]:
    return list(archive.db.query("SELECT * FROM problems WHERE problem = 'clock' ORDER BY id"))


def test_a_clock_behind_the_last_run_is_refused_and_said(archive: Archive) -> None:
    boot = datetime(1970, 1, 1, 0, 1, tzinfo=UTC)
    with pytest.raises(WrongClock, match=r"1970-01-01 00:01 UTC, but the run of contoh .* 2026-03-02 13:00 UTC"):
        clock_of_run(archive, SITE, lambda: boot, lambda: None)
    with pytest.raises(WrongClock, match="the site says 2026-03-03 08:00 UTC"):
        clock_of_run(archive, SITE, lambda: boot, lambda: datetime(2026, 3, 3, 8, tzinfo=UTC))
    (problem,) = clocks_noted(archive)
    assert (problem["site"], problem["run_id"], problem["seen_at"]) == (SITE.id, None, "2026-03-02T13:00:00Z")
    assert clock_of_run(archive, SITE, lambda: NOON + minutes(90), never)() == NOON + minutes(90)
    (problem,) = clocks_noted(archive)
    assert problem["resolved_at"] == "2026-03-02T13:30:00Z"


def test_a_clock_set_back_by_minutes_between_two_runs_is_nothing_to_speak_of(archive: Archive) -> None:
    clock = clock_of_run(archive, SITE, lambda: NOON + minutes(56), never)
    assert clock() == NOON + minutes(60)
    assert clocks_noted(archive) == []


def test_a_run_beside_those_of_other_sites_has_a_right_clock(archive: Archive) -> None:
    assert clock_of_run(archive, OTHER, lambda: NOON + minutes(1), never)() == NOON + minutes(1)


def test_a_new_site_is_not_begun_by_a_wrong_clock_either(archive: Archive) -> None:
    with pytest.raises(WrongClock):
        clock_of_run(archive, OTHER, lambda: NOON - minutes(10), lambda: None)
    assert archive.site(OTHER.id) is None
    assert clocks_noted(archive) == [], "no run of the site could resolve what is noted of none"


def test_a_killed_run_went_on_until_its_last_answer(archive: Archive) -> None:
    run_id = run(archive, SITE, NOON + minutes(120), None)
    archive.db.execute(
        "INSERT INTO captures (run_id, source, url, fetched_at) VALUES (?, 'crawl', 'x', '2026-03-02T18:00:00Z')",
        [run_id],
    )
    with pytest.raises(WrongClock, match="until 2026-03-02 18:00 UTC"):
        clock_of_run(archive, SITE, lambda: NOON + minutes(200), lambda: None)


def test_where_the_site_bears_the_clock_out_the_earlier_run_was_wrong_and_is_not_asked_about_again(
    archive: Archive,
) -> None:
    future = datetime(2038, 1, 19, tzinfo=UTC)
    wrong = run(archive, SITE, future, 5)
    run(archive, OTHER, future, 5)
    now = NOON + timedelta(days=1)
    asked = []
    clock_of_run(archive, SITE, lambda: now, lambda: asked.append(1) or now + timedelta(hours=7))
    problems = clocks_noted(archive)
    assert [(row["site"], row["run_id"]) for row in problems] == [(SITE.id, wrong), (OTHER.id, wrong + 1)]
    assert problems[0]["detail"].startswith("the run of 2038-01-19T00:00:00Z carries a wrong time")
    assert all(row["resolved_at"] == "2026-03-03T12:00:00Z" for row in problems)
    for site in (SITE, OTHER):
        assert clock_of_run(archive, site, lambda: now, never)() == now
    last = archive.last_complete_run(SITE.id)
    assert last is not None and last["id"] == 1, "a run out of its time settles nothing"
    assert archive.requests_of_day(99, SITE.id, now) == 0


def nobody() -> datetime | None:
    raise NoAnswer


@pytest.mark.parametrize("ask", [lambda: None, nobody, lambda: NOON - timedelta(days=4_000)])
def test_where_no_site_tells_the_time_a_person_can(archive: Archive, ask: Any) -> None:
    run(archive, SITE, datetime(2038, 1, 19, tzinfo=UTC), 5)
    now = NOON + timedelta(days=1)
    with pytest.raises(WrongClock, match="crawl once with --trust-clock"):
        clock_of_run(archive, SITE, lambda: now, ask)
    assert clock_of_run(archive, SITE, lambda: now, never, trusted=True)() == now
    assert [row["resolved_at"] for row in clocks_noted(archive)] == ["2026-03-03T12:00:00Z"] * 2
    for site in (SITE, OTHER):
        assert clock_of_run(archive, site, lambda: now, never)() == now, "once is enough, and for all sites"


def test_a_site_that_does_not_answer_when_it_is_asked_for_the_time_is_unreachable(archive: Archive) -> None:
    with pytest.raises(NobodyTells, match="does not answer"):
        clock_of_run(archive, SITE, lambda: NOON, nobody)


# What a site says


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("Tue, 03 Mar 2026 08:00:00 GMT", datetime(2026, 3, 3, 8, tzinfo=UTC)),
        ("Tue, 03 Mar 2026 15:00:00 +0700", datetime(2026, 3, 3, 8, tzinfo=UTC)),
        ("kemarin", None),
        ("", None),
    ],
)
def test_the_date_of_any_answer_tells_the_time(date: str, said: datetime | None, monkeypatch: Any) -> None:
    monkeypatch.setattr("http.server.BaseHTTPRequestHandler.date_time_string", lambda self, timestamp=None: date)
    site = SmallSite()
    site.overrides["/robots.txt"] = Response(301, {"Location": "https://lain.go.id/"}, b"")
    with serve(site) as server:  # type: ignore[arg-type]
        assert date_of_site(replace(SITE, home_url=f"{server.url}/"), "uji") == said
        assert [request.target for request in server.requests] == ["/robots.txt"]
    with pytest.raises(NoAnswer):
        date_of_site(replace(SITE, home_url=f"{server.url}/"), "uji")


def test_a_site_behind_a_proxy_is_asked_through_it(monkeypatch: Any) -> None:
    with serve(SmallSite()) as proxy:  # type: ignore[arg-type]
        monkeypatch.setenv("http_proxy", proxy.url)
        assert date_of_site(replace(SITE, home_url="http://contoh.invalid/"), "uji") is not None
        assert [request.target for request in proxy.requests] == ["http://contoh.invalid/robots.txt"]


# A whole crawl


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Crawls]:
    with crawling(tmp_path, SmallSite()) as crawls:
        yield crawls


def test_a_run_by_a_clock_that_lost_its_battery_asks_for_the_time_and_stores_nothing(small: Crawls) -> None:
    small.run()
    before = {table: small.rows(f"SELECT * FROM {table}") for table in ("runs", "pages", "articles", "sightings")}
    small.requested()
    small.server.site.day = -20_000
    result = small.run()
    assert (result["status"], result["exit_status"], result["run"]) == ("refused", 3, None)
    assert "set the clock" in result["reason"] and "\n" not in result["reason"]
    assert small.requested() == ["/robots.txt"]
    assert {table: small.rows(f"SELECT * FROM {table}") for table in before} == before
    small.server.site.day = 1
    assert small.run()["exit_status"] == 0
    assert small.rows("SELECT count(*) AS n FROM problems WHERE problem = 'clock' AND resolved_at IS NULL") == [
        {"n": 0}
    ]


def test_after_a_run_in_the_future_nothing_waits_for_that_time(small: Crawls, monkeypatch: Any) -> None:
    site = small.server.site
    small.run()
    site.day, site.shows = 4_000, 3
    assert small.run()["run"]["new"] == 1
    site.day, site.shows = 4, None
    now = datetime(2026, 3, 6, 3, tzinfo=UTC)
    monkeypatch.setattr(
        "http.server.BaseHTTPRequestHandler.date_time_string", lambda self, timestamp=None: format_datetime(now)
    )
    small.requested()
    result = small.run()
    assert result["exit_status"] == 0
    assert small.requested()[0] == "/robots.txt"
    (latest,) = small.rows("SELECT max(due_at) AS at FROM pages WHERE kind = 'article'")
    assert latest["at"] < "2027-04"
    (seen,) = small.rows("SELECT max(max(last_fetched_at), max(discovered_at), max(last_listed_at)) AS at FROM pages")
    assert seen["at"] < "2026-03-07"
    (row,) = small.rows("SELECT detail FROM problems WHERE problem = 'clock'")
    assert "wrong time" in row["detail"]
    site.day = 9  # what is published later is found, and known articles are looked at
    small.requested()
    assert small.run()["run"]["new"] >= 1
    asked = small.requested()
    assert asked.count("/robots.txt") == 1, "the time is not asked for again"
    assert any(target.startswith("/berita/") for target in asked)


def test_no_time_of_a_run_is_earlier_than_one_before_it(small: Crawls) -> None:
    small.run()
    with sqlite3.connect(small.archive) as db:
        times = [at for (at,) in db.execute("SELECT fetched_at FROM captures ORDER BY id")]
    db.close()
    assert times == sorted(times)


def test_a_trusted_clock_is_not_asked_about_and_a_site_that_does_not_answer_is_unreachable(small: Crawls) -> None:
    small.run()
    small.server.site.day = -1
    small.requested()
    assert small.run(trust_clock=True)["exit_status"] == 0
    assert small.requested().count("/robots.txt") == 1, "only the run's own"
    small.server.site.day = -3
    small.server.close()
    result = small.run()
    assert (result["status"], result["exit_status"], result["run"]) == ("unreachable", 4, None)
