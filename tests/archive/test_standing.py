"""What is told of each site, and what needs attention: on archives small enough to know it beforehand."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.archive.standing import Standing, disk_of, standings
from blitar_scraper.archive.standing.attention import percent, span
from blitar_scraper.archive.standing.fill import has_fallen
from tests.watched_archive import NOW, Watched, ago


@pytest.fixture
def watched(archive: Archive) -> Watched:
    return Watched(archive)


def stand(watched: Watched, site: str, held: Callable[[str], bool] = lambda site: False, **more: Any) -> Standing:
    (found,) = standings(watched.db, NOW, held, sites=(site,), **more)
    return found


def names(standing: Standing) -> list[str]:
    return [reason.name for reason in standing.reasons]


def texts(standing: Standing) -> str:
    return "\n".join(reason.text for reason in standing.reasons)


# Runs


def test_a_site_crawled_every_day_with_news_is_ok(watched: Watched) -> None:
    one = stand(watched, watched.well())
    assert (one.health, list(one.reasons), one.needs_attention) == ("ok", [], False)
    assert one.articles == 120 and one.runs.failed == 0 and one.usual_interval == pytest.approx(1)
    assert one.runs.last is not None and one.runs.last_good is one.runs.last


def test_a_site_never_crawled_needs_attention(watched: Watched) -> None:
    one = stand(watched, watched.site("baru", backfilled=None))
    assert (one.health, names(one)) == ("never run", ["never-run"]) and "added 301 d ago" in texts(one)
    assert one.silence.days is None and {fill.recent for fill in one.fills.values()} == {None}


@pytest.mark.parametrize(("days", "health"), [(1.2, "ok"), (2.9, "ok"), (3.2, "overdue"), (60, "overdue")])
def test_a_timer_that_died_is_told_after_three_times_the_usual_distance(
    watched: Watched, days: float, health: str
) -> None:
    site = watched.site("mati")
    for day in range(20):
        watched.run(site, days + 19 - day)
    assert stand(watched, site).health == health


def test_a_weekly_crawl_is_not_overdue_after_a_fortnight(watched: Watched) -> None:
    site = watched.site("mingguan")
    for week in (9, 8, 7, 6, 5, 4, 3, 2):
        watched.run(site, 7 * week)
    assert stand(watched, site).health == "ok"
    watched.db.execute("UPDATE runs SET started_at = datetime(started_at, '-8 days') || 'Z'")
    one = stand(watched, site)
    assert one.health == "overdue" and "last crawled 22 d ago, usually every 7 d" in texts(one)


def test_crawls_begun_anew_by_hand_make_no_habit(watched: Watched) -> None:
    site = watched.site("tangan")
    for minute in range(10):
        watched.run(site, 2 - minute / 1440)
    one = stand(watched, site)
    assert (one.health, one.usual_interval) == ("ok", None)


def test_a_site_without_a_habit_of_its_own_has_that_of_the_others(watched: Watched) -> None:
    watched.well()
    site = watched.site("sekali")
    watched.run(site, 5)
    (one,) = [one for one in standings(watched.db, NOW, lambda site: False) if one.site == site]
    assert one.health == "overdue" and "usually every 24 h" in texts(one)


def test_without_any_habit_a_month_without_a_look_is_told(watched: Watched) -> None:
    site = watched.site("sekali")
    watched.run(site, 29)
    assert stand(watched, site).health == "ok"
    watched.db.execute("UPDATE runs SET started_at = ?", [ago(31)])
    assert stand(watched, site).health == "overdue"


@pytest.mark.parametrize(
    ("status", "exit_status", "health"),
    [("cut", 4, "failed"), ("unreachable", 4, "failed"), ("crashed", 1, "failed"), ("cut", 5, "failed"),
     ("finished", 3, "look"), ("cut", 3, "look"), ("cut", 0, "ok"), ("interrupted", 130, "ok"),
     ("imported", 0, "ok")],
)  # fmt: skip
def test_health_is_the_last_runs_and_its_reason_is_told(
    watched: Watched, status: str, exit_status: int, health: str
) -> None:
    site = watched.well()
    watched.run(site, 0.1, status, exit_status, reason="blocked: 429: asks us to wait 2 h")
    one = stand(watched, site)
    assert one.health == health
    assert texts(one) == ("" if health == "ok" else "blocked: 429: asks us to wait 2 h")


def test_failed_runs_in_a_row_are_counted_from_the_first_on_however_many(watched: Watched) -> None:
    site = watched.site("gagal")
    watched.run(site, 70)
    watched.daily(site, first=60, status="unreachable", exit_status=4, reason="unreachable: timeout")
    watched.run(site, 0.15, "interrupted", 130)
    watched.run(site, 0.1, "running", None, minutes=None)
    one = stand(watched, site, held=lambda site: True)
    assert one.runs.failed == 61 and one.runs.failing_since == ago(60.2)
    assert one.runs.last_good is not None and one.runs.last_good.started_at == ago(70)
    assert one.health == "failed" and texts(one) == "unreachable: timeout (61 runs in a row, since 2026-09-28)"


def test_a_run_that_is_running_is_killed_where_nobody_holds_the_site(watched: Watched) -> None:
    site = watched.well()
    watched.run(site, 0.1, "running", None, minutes=None)
    running, killed = stand(watched, site, held=lambda site: True), stand(watched, site)
    assert (running.health, running.needs_attention) == ("running", False)
    assert (killed.health, names(killed)) == ("failed", ["killed"])
    assert killed.runs.last is not None and killed.runs.last.status == "killed"


def test_a_killed_run_that_was_closed_is_still_told_until_a_good_one(watched: Watched) -> None:
    site = watched.well()
    watched.run(site, 0.1, "interrupted", None, minutes=None)
    assert names(stand(watched, site)) == ["killed"]
    watched.run(site, 0.05)
    assert stand(watched, site).health == "ok"


def test_locks_are_asked_only_of_sites_with_a_run_that_goes_on(watched: Watched) -> None:
    watched.well("satu")
    watched.run(watched.well("dua"), 0.1, "running", None, minutes=None)
    asked: list[str] = []
    standings(watched.db, NOW, lambda site: bool(asked.append(site)))
    assert asked == ["dua"]


def test_a_crawl_that_hangs_is_told(watched: Watched) -> None:
    site = watched.well()
    watched.run(site, 0.9, "running", None, minutes=None)
    assert stand(watched, site, held=lambda site: True).health == "running"
    watched.db.execute("UPDATE runs SET started_at = ? WHERE status = 'running'", [ago(2)])
    one = stand(watched, site, held=lambda site: True)
    assert one.health == "look" and "running for 2 d" in texts(one)


def test_a_run_of_the_future_is_a_wrong_clock_and_no_error(watched: Watched) -> None:
    site = watched.well()
    watched.run(site, -400)
    one = stand(watched, site)
    assert names(one) == ["clock"] and one.needs_attention


def test_a_first_crawl_that_was_only_ever_stopped_needs_attention(watched: Watched) -> None:
    site = watched.site("mulai", backfilled=None)
    watched.run(site, 1, "interrupted", 130)
    one = stand(watched, site)
    assert (one.health, names(one)) == ("look", ["never-complete"])


def test_times_and_stats_that_people_or_bugs_have_written_are_no_error(watched: Watched) -> None:
    site = watched.well()
    for at in ("", "yesterday", "2026-11-26", "2026-11-26T10:00:00"):
        watched.run(site, 0.1)
        watched.db.execute(
            "UPDATE runs SET started_at = ?, finished_at = ? WHERE id = (SELECT MAX(id) FROM runs)", [at, at]
        )
        stand(watched, site)
    for stats in ("[]", "3", '{"fields": [1]}', '{"fields": {"read": "5"}}', '{"fields": {"read": true, "title": -1}}',
                  '{"reason": {"a": 1}, "findings": 3}'):  # fmt: skip
        watched.db.execute("UPDATE runs SET stats = ?", [stats])
        assert stand(watched, site).articles == 120
    watched.db.execute("UPDATE sites SET settings = '[]', timezone = 'Mars/Utopia', backfilled_at = 'never'")
    watched.db.execute("UPDATE articles SET published_date = '2026-99' WHERE id % 2")
    stand(watched, site)


# News


def test_new_articles_are_those_that_crawls_of_the_last_days_brought(watched: Watched) -> None:
    site = watched.site("baru")
    for days, new in ((40, 1000), (29, 100), (8, 10), (6, 5), (1, 1)):
        watched.run(site, days, new=new)
    watched.run(site, 0.5, "imported", None, new=50_000, mode="import")
    one = stand(watched, site)
    assert (one.new_7, one.new_30) == (6, 116)


def test_silence_is_measured_to_the_last_complete_look(watched: Watched) -> None:
    site = watched.site("diam")
    watched.articles(site, [*range(300, 30, -2), 21, 20])
    watched.daily(site, first=30, last=11)
    watched.daily(site, first=10, status="unreachable", exit_status=4)
    silence = stand(watched, site).silence
    assert (silence.newest, silence.looked_at, silence.days) == ("2026-11-07", "2026-11-16T01:16:00Z", 9)
    assert (silence.usual_longest, silence.median_gap) == (11, 2)


@pytest.mark.parametrize(("newest", "expect", "is_told"), [
    (29, {}, False), (31, {}, True), (31, {"silence": 0}, False), (31, {"silence": 40}, False),
    (12, {"silence": 10}, True),
])  # fmt: skip
def test_far_longer_silence_than_ever_is_told_where_runs_did_not_judge_it(
    watched: Watched, newest: int, expect: dict[str, int], is_told: bool
) -> None:
    site = watched.site("diam", **({"expect": expect} if expect else {}))
    watched.articles(site, range(300, newest - 1, -2) if newest % 2 == 0 else range(301, newest - 1, -2))
    watched.daily(site)
    assert (names(stand(watched, site)) == ["silent"]) is is_told
    assert names(stand(watched, site, expect={site: {"silence": 1}})) == ["silent"]


def test_what_blitar_toml_expects_outranks_the_archive(watched: Watched) -> None:
    site = watched.site("diam", expect={"silence": 10, "links": 5})
    watched.daily(site)
    assert stand(watched, site, expect={site: {"silence": 20}}).expect == {"silence": 20, "links": 5}


def test_a_site_that_a_person_has_retired_needs_no_attention_and_stands_last(watched: Watched) -> None:
    gone, well = watched.site("lama", retired=True), watched.site("zona")
    watched.daily(gone, first=200, last=100, status="unreachable", exit_status=4)
    watched.daily(well)
    assert [(one.site, one.health, one.needs_attention) for one in standings(watched.db, NOW, lambda site: False)] == [
        (well, "ok", False),
        (gone, "retired", False),
    ]
    assert stand(watched, well, retired={well}).health == "retired"


def test_a_date_in_the_future_ends_no_silence_and_an_undated_article_does(watched: Watched) -> None:
    site = watched.site("tanggal")
    watched.articles(site, [40, 30, -200])
    watched.daily(site)
    assert stand(watched, site).silence.days == 30
    watched.articles(site, [3], published_at=None, published_date=None)
    assert stand(watched, site).silence.days == 2


def test_old_articles_without_a_date_are_no_news(watched: Watched) -> None:
    site = watched.site("tanpa")
    watched.articles(site, [301], published_at=None, published_date=None)
    watched.daily(site)
    assert stand(watched, site).silence.newest is None


# Fields


def test_a_field_that_news_lacks_is_told_against_the_articles_before(watched: Watched) -> None:
    site = watched.site("penulis")
    watched.articles(site, range(200, 20, -2))
    watched.articles(site, range(20, 0, -1), author=None)
    watched.daily(site)
    one = stand(watched, site)
    assert one.fills["author"].recent == 0.0 and one.fills["author"].usual == 1.0 and one.fills["author"].has_fallen
    assert names(one) == ["field-lost"] and texts(one) == "author 0 %, was 100 %"
    assert stand(watched, site, expect={site: {"fill": {"author": 0}}}).health == "ok"


def test_runs_that_count_what_they_read_tell_fields_better_than_what_is_stored(watched: Watched) -> None:
    site = watched.well()
    watched.db.execute("DELETE FROM runs")
    read = {"read": 10, "title": 10, "author": 9, "published_at": 10, "views": 10, "body": 10}
    watched.daily(site, first=12, last=2, fields=read)
    watched.daily(site, first=1, fields={**read, "views": 0})
    fills = stand(watched, site).fills
    assert (fills["views"].recent, fills["views"].usual, fills["views"].read) == (0.0, 1.0, 20)
    assert fills["views"].has_fallen and not fills["author"].has_fallen and fills["author"].usual == 0.9


def test_a_first_crawl_lets_no_field_fall(watched: Watched) -> None:
    site = watched.site("awal", backfilled=0.1)
    watched.articles(site, range(100, 20, -1))
    watched.articles(site, range(400, 380, -1), author=None)  # the oldest are read last
    watched.run(site, 0.2)
    one = stand(watched, site)
    assert one.health == "ok" and one.fills["author"].recent is None


@pytest.mark.parametrize(("found", "read", "usual", "fallen"), [
    (0, 5, 1.0, True), (0, 4, 1.0, False), (19, 20, 1.0, False), (15, 20, 0.98, False), (10, 20, 0.98, True),
    (8, 20, 0.5, False), (0, 20, 0.1, False), (72, 100, 0.9, False), (60, 100, 0.9, True),
])  # fmt: skip
def test_only_a_fall_that_is_no_chance_is_one(found: int, read: int, usual: float, fallen: bool) -> None:
    assert has_fallen(found, read, usual) is fallen


# Problems


def test_open_problems_are_counted_by_name_with_the_oldest_and_an_example(watched: Watched) -> None:
    site = watched.well()
    for number in range(3):
        watched.problem(site, "date-not-found", days=9 - number, url=f"https://x.example/{number}")
    watched.problem(site, "body-empty", url="https://x.example/b", detail="nothing there")
    watched.problem(site, "body-empty", url="https://x.example/c", resolved_at=ago(0))
    one = stand(watched, site)
    first, second = one.problems
    assert (first.problem, first.count, first.since, first.url) == (
        *("date-not-found", 3, ago(9), "https://x.example/2"),
    )
    assert (second.problem, second.count, second.detail) == ("body-empty", 1, "nothing there")
    assert one.health == "ok"


def test_what_is_open_of_the_site_as_a_whole_needs_attention_after_a_good_run_too(watched: Watched) -> None:
    site = watched.well()
    watched.problem(site, "field-lost", field="views", detail="views could not be read in 9 of 10 articles")
    one = stand(watched, site)
    assert (one.health, names(one)) == ("look", ["field-lost"]) and "9 of 10" in texts(one)


def test_what_the_last_run_says_itself_is_not_said_twice(watched: Watched) -> None:
    site = watched.well()
    watched.problem(site, "field-lost", field="views", detail="views could not be read in 9 of 10 articles")
    watched.problem(site, "silent", detail="no news for 40 days")
    reason = "field-lost: views could not be read in 12 of 13 articles; also silent"
    watched.run(site, 0.1, exit_status=3, reason=reason, findings=[])
    assert texts(stand(watched, site)) == f"{reason}\nno news for 40 days"


def test_a_run_that_judged_itself_is_believed(watched: Watched) -> None:
    site = watched.site("penulis")
    watched.articles(site, range(200, 20, -2))
    watched.articles(site, range(20, 0, -1), author=None)
    watched.daily(site, findings=[])
    one = stand(watched, site)
    assert one.health == "ok" and not one.fills["author"].has_fallen and one.fills["author"].recent == 0.0


# All sites


def test_those_that_need_attention_come_first(watched: Watched) -> None:
    watched.well("a")
    watched.site("b")
    watched.daily(watched.site("c"), status="cut", exit_status=4)
    watched.daily(watched.site("d"), last=9)
    watched.daily(watched.site("e"), exit_status=3)
    found = standings(watched.db, NOW, lambda site: False)
    assert [(one.site, one.health) for one in found] == [
        ("c", "failed"), ("d", "overdue"), ("e", "look"), ("b", "never run"), ("a", "ok"),
    ]  # fmt: skip


def test_looks_due_are_counted(watched: Watched) -> None:
    site = watched.well()
    for number, days in enumerate((1, 0, -1, -2)):
        address = f"https://{site}.example/{number}"
        row = {"url": address, "site": site, "kind": "article", "discovered_at": ago(9), "address_key": address}
        watched.db.table("pages").insert({**row, "due_at": ago(days)})
    one = stand(watched, site)
    assert (one.looks_due, one.next_due_at) == (2, ago(-1))


def test_an_empty_archive_has_no_sites(archive: Archive) -> None:
    assert standings(archive.db, NOW, lambda site: False) == []


def test_an_archive_is_told_of_while_another_process_writes_to_it(watched: Watched) -> None:
    watched.well()
    with Archive(watched.archive.path, readonly=True) as reader, watched.archive.transaction():
        watched.db.execute("UPDATE articles SET title = 'x'")
        assert standings(reader.db, NOW, lambda site: False)[0].articles == 120
        assert not reader.db.conn.in_transaction


def test_hundreds_of_sites_are_told_in_a_moment(watched: Watched) -> None:
    with watched.archive.transaction():
        for number in range(200):
            site = f"s{number}"
            row = {"id": site, "name": site, "home_url": f"https://{site}.example/", "added_at": ago(300)}
            watched.db.table("sites").insert({**row, "backfilled_at": ago(299)})
        watched.db.execute(
            """INSERT INTO runs (site, mode, started_at, finished_at, status, exit_status, program_version, stats)
               WITH RECURSIVE days (day) AS (SELECT 300 UNION ALL SELECT day - 1 FROM days WHERE day > 0)
               SELECT s.id, 'update', strftime('%Y-%m-%dT%H:%M:%SZ', ?, -day || ' days'),
                   strftime('%Y-%m-%dT%H:%M:%SZ', ?, -day || ' days', '+4 minutes'), 'finished', 0, '0', '{}'
               FROM days, sites s""",
            [ago(0.1), ago(0.1)],
        )
    began = time.process_time()
    assert len(standings(watched.db, NOW, lambda site: False)) == 200
    # 0.15 s were measured: walking through all runs for each site would take a hundred times that.
    assert time.process_time() - began < 3


# The disk


def test_the_disk_is_measured_and_growth_is_that_of_the_last_month(watched: Watched, monkeypatch) -> None:
    site, other = watched.well(), watched.site("awal", backfilled=3)
    folder = watched.archive.warc_folder
    for of, at, size in ((site, "20260301", 4000), (site, "20261110", 3000), (other, "20261120", 9000)):
        (folder / of).mkdir(parents=True, exist_ok=True)
        (folder / of / f"{of}-{at}T010000Z-00007-001.warc.gz").write_bytes(b"x" * size)
    (folder / site / "others.warc.gz").write_bytes(b"x" * 500)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=10**9))
    disk = disk_of(watched.db, watched.archive.path, NOW)
    size = sum(Path(f"{watched.archive.path}{ending}").stat().st_size for ending in ("", "-wal"))
    assert (disk.archive, disk.captures, disk.free) == (size, 16_500, 10**9)
    assert disk.growth == round(3000 / 30 * (1 + size / 16_500))
    assert disk.growth and disk.days_left == 10**9 // disk.growth and not disk.is_short


@pytest.mark.parametrize(("free", "is_short"), [(10**12, False), (10**8, True)])
def test_growth_is_not_guessed_before_a_month_has_passed(
    watched: Watched, monkeypatch, free: int, is_short: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=free))
    disk = disk_of(watched.db, watched.archive.path, NOW - timedelta(days=280))
    assert (disk.captures, disk.growth, disk.days_left, disk.is_short) == (0, None, None, is_short)


def test_a_disk_that_will_be_full_within_a_month_is_short(watched: Watched, monkeypatch, tmp_path: Path) -> None:
    site = watched.well()
    file = watched.archive.warc_folder / site / f"{site}-20261110T010000Z-00007-001.warc.gz"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"x" * 3_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=10**6 * 201 // 100))
    assert disk_of(watched.db, watched.archive.path, NOW).is_short


@pytest.mark.parametrize(
    ("share", "said"), [(None, "?"), (1.0, "100 %"), (0.999, "99 %"), (0.0, "0 %"), (0.001, "1 %")]
)
def test_a_share_is_only_all_or_nothing_where_it_is(share: float | None, said: str) -> None:
    assert percent(share) == said


@pytest.mark.parametrize(
    ("days", "said"), [(0, "0 min"), (0.02, "29 min"), (0.1, "2 h"), (1.2, "29 h"), (40.4, "40 d")]
)
def test_a_time_is_said_as_a_person_would(days: float, said: str) -> None:
    assert span(days) == said
