"""Stopped at any moment and run again: nothing that was stored is lost or doubled, nothing is skipped."""

import random
import signal
import time

from tests.crawling.conftest import TIMEOUT, Crawls

# Own ids, times, counts of visitors (each of our fetches is one) and what names the server's port.
_COLUMNS = """title, author, section, published_at, published_raw, published_precision, modified_at, dateline_date,
    press_release_number, tags, language, word_count, version, content_digest, parser_version, gone_reason,
    body, body_main"""


def stored(crawls: Crawls) -> list[dict[str, object]]:
    rows = crawls.rows(f"SELECT replace(url, ?, '') AS path, {_COLUMNS} FROM articles ORDER BY path", crawls.server.url)
    media = crawls.rows(
        """SELECT replace(a.url, ?, '') AS path, m.position, m.kind, m.caption, replace(m.url, ?, '') AS media
           FROM media m JOIN articles a ON a.id = m.article_id ORDER BY path, m.position""",
        crawls.server.url,
        crawls.server.url,
    )
    return rows + media


def stop_after(crawls: Crawls, requests: int, with_signal: int, **options: object) -> int:
    """Crawl until the server has had so many requests, then send the signal; the process's exit status."""
    crawls.server.requests.clear()
    process = crawls.start(**options)
    end = time.monotonic() + TIMEOUT
    while len(crawls.server.requests) < requests and process.poll() is None:
        assert time.monotonic() < end
        time.sleep(0.001)  # a pause in watching another process, not a wait for time to pass
    process.send_signal(with_signal)
    process.communicate(timeout=TIMEOUT)
    return process.returncode


def test_killed_ten_times_a_full_crawl_ends_with_the_same_rows(crawls, another):
    undisturbed = another()
    undisturbed.run(full=True)
    whole = len(undisturbed.server.requests)
    moments = sorted(random.Random(20260302).sample(range(2, whole - 10), 10))
    kills = 0
    for moment in moments:
        # The further the crawl is, the fewer requests are left in each run; half of them are kills in the middle.
        returned = stop_after(crawls, max(2, moment // 2), signal.SIGKILL, full=True)
        kills += returned == -signal.SIGKILL
        assert crawls.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert kills >= 8
    result = crawls.run(full=True)
    assert result["exit_status"] == 0
    assert stored(crawls) == stored(undisturbed)
    assert crawls.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert crawls.rows("SELECT count(*) AS n FROM article_versions") == [{"n": 0}]
    statuses = {row["status"] for row in crawls.rows("SELECT status FROM runs")}
    assert statuses == {"interrupted", "finished"}


def test_a_full_crawl_that_is_run_again_does_not_fetch_again_what_it_had_fetched(crawls):
    stop_after(crawls, 80, signal.SIGKILL, full=True)
    had = {row["url"].removeprefix(crawls.server.url) for row in crawls.rows("SELECT url FROM articles")}
    assert len(had) > 20
    crawls.requested()
    crawls.run(full=True)
    assert not had & set(crawls.requested())


def test_a_full_crawl_of_a_finished_archive_reads_every_article_again(crawls):
    crawls.run()
    crawls.requested()
    result = crawls.run(full=True)
    articles = {article.path for article in crawls.server.site.readable_articles}
    assert articles <= set(crawls.requested())
    assert (result["run"]["new"], result["run"]["edited"]) == (0, 0)


def test_a_half_done_first_crawl_is_finished_by_the_next_one(crawls):
    stop_after(crawls, 60, signal.SIGKILL)
    result = crawls.run()
    assert result["run"]["status"] == "finished"
    (row,) = crawls.rows("SELECT count(*) AS n FROM articles")
    assert row["n"] == len(crawls.server.site.readable_articles)


def test_ctrl_c_ends_in_order_and_says_so(crawls):
    assert stop_after(crawls, 40, signal.SIGINT) == 0
    (run,) = crawls.rows("SELECT status, exit_status FROM runs")
    assert run == {"status": "interrupted", "exit_status": 130}
    assert crawls.run()["run"]["status"] == "finished"


def test_news_behind_a_gap_that_an_interrupted_update_left_is_found(crawls):
    crawls.run()
    crawls.server.site.day = 8
    # Cut right after the first listing page: its links are known then, those of the next pages are not.
    stop_after(crawls, 2, signal.SIGKILL)
    crawls.run()
    titles = {row["title"] for row in crawls.rows("SELECT title FROM articles")}
    assert {published.article.title for published in crawls.server.site.story.published} <= titles


def test_a_limit_is_kept_and_the_next_crawl_goes_on(crawls):
    result = crawls.run(limit=12)
    assert (result["run"]["status"], result["exit_status"]) == ("cut", 0)
    (row,) = crawls.rows("SELECT count(*) AS n FROM articles")
    assert row["n"] <= 12
    assert crawls.rows("SELECT backfilled_at FROM sites") == [{"backfilled_at": None}]
    crawls.run()
    (row,) = crawls.rows("SELECT count(*) AS n FROM articles")
    assert row["n"] == len(crawls.server.site.readable_articles)


def test_since_leaves_the_older_ones_for_later(crawls):
    crawls.run(since="2025-06-01")
    dates = [row["published_date"] for row in crawls.rows("SELECT published_date FROM articles")]
    assert dates and sum(day is not None and day < "2025-06-01" for day in dates) == 0
    assert crawls.rows("SELECT backfilled_at FROM sites") == [{"backfilled_at": None}]
