"""Sites in trouble: the exit status says which kind, the problem says why, and nothing stored is harmed."""

import fcntl
import os
import signal
import time

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.crawling.lock import SiteBusy, SiteLock
from blitar_scraper.demo import Response


def page(text: str, status: int = 200, **headers: str) -> Response:
    return Response(status, {"Content-Type": "text/html; charset=utf-8", **headers}, text.encode())


def listing(paths: list[str], next_path: str | None = None) -> Response:
    items = "".join(
        f'<div><h4><a href="{path}">Berita tentang kegiatan {path[-3:]} warga</a></h4>'
        f"<p>by Admin | 10 May 2019 | 36x Dilihat</p></div>"
        for path in paths
    )
    following = f'<a rel="next" href="{next_path}">»</a>' if next_path else ""
    return page(f"<html><body>{items}{following}</body></html>")


def test_a_site_that_refuses_connections_is_unreachable(crawls):
    crawls.run(limit=1)
    crawls.server.close()
    before = crawls.rows("SELECT id, body, gone_at FROM articles")
    result = crawls.run()
    assert (result["status"], result["exit_status"]) == ("unreachable", 4)
    assert result["reason"] == "unreachable: nobody answers: connection refused"
    assert crawls.rows("SELECT id, body, gone_at FROM articles") == before


def test_a_site_that_forbids_us_is_left_alone(crawls):
    crawls.server.site.overrides["/robots.txt"] = Response(
        200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /\n"
    )
    result = crawls.run()
    assert (result["exit_status"], result["reason"]) == (4, "blocked: robots.txt forbids it")
    assert crawls.requested() == ["/robots.txt"]


def test_a_site_whose_listings_are_empty_is_unhealthy(crawls):
    crawls.run()
    for path in ("/", "/beranda", "/berita"):
        crawls.server.site.overrides[path] = page("<html><body><h1>Berita</h1><p>Belum ada data.</p></body></html>")
    result = crawls.run()
    assert result["exit_status"] == 3 and "no article links" in result["reason"]
    assert crawls.rows("SELECT count(*) AS n FROM articles WHERE gone_at IS NOT NULL") == [{"n": 0}]


def test_a_site_under_maintenance_refuses_and_loses_nothing(crawls):
    crawls.run()
    for path in ("/", "/beranda", "/berita"):
        crawls.server.site.overrides[path] = page("<html><body><h1>Situs dalam perbaikan</h1></body></html>")
    result = crawls.run()
    assert result["exit_status"] == 4 and "maintenance" in result["reason"]
    assert crawls.rows("SELECT count(*) AS n FROM articles WHERE gone_at IS NOT NULL") == [{"n": 0}]


def test_a_listing_that_breaks_off_is_unhealthy_and_read_again_next_time(crawls):
    crawls.server.site.overrides["/beranda?page=3"] = page("kesalahan", 500)
    crawls.start_paths = ["/beranda"]
    result = crawls.run()
    assert result["exit_status"] == 3
    assert crawls.rows("SELECT backfilled_at FROM sites") == [{"backfilled_at": None}]
    del crawls.server.site.overrides["/beranda?page=3"]
    assert crawls.run()["exit_status"] == 0
    (row,) = crawls.rows("SELECT count(*) AS n FROM articles")
    assert row["n"] == len(crawls.server.site.readable_articles)


def test_endless_and_looping_paging_ends_by_itself(crawls):
    paths = [article.path for article in crawls.server.site.readable_articles]
    overrides = crawls.server.site.overrides
    crawls.start_paths = ["/beranda"]
    overrides["/beranda"] = listing(paths[:10], "/beranda?page=2")
    # Ever new addresses, always the same articles in another order.
    for number in range(2, 60):
        shown = paths[number % 5 : 10] + paths[: number % 5]
        overrides[f"/beranda?page={number}"] = listing(shown, f"/beranda?page={number + 1}")
    result = crawls.run()
    assert result["exit_status"] == 0
    pages = [target for target in crawls.requested() if target.startswith("/beranda")]
    assert len(pages) <= 5
    assert crawls.rows("SELECT problem FROM problems WHERE problem = 'pagination-loop'")


def test_a_redirect_loop_ends_and_is_noted(crawls):
    article = crawls.server.site.known_article
    crawls.server.site.overrides[article.path] = Response(302, {"Location": article.path}, b"")
    assert crawls.run()["exit_status"] == 0
    (row,) = crawls.rows("SELECT problem FROM problems WHERE url = ?", crawls.server.url + article.path)
    assert row["problem"] == "redirect-loop"


def test_a_redirect_off_the_site_is_not_followed(crawls):
    article = crawls.server.site.known_article
    elsewhere = {"Location": "http://localhost.invalid/berita/x"}
    crawls.server.site.overrides[article.path] = Response(302, elsewhere, b"")
    assert crawls.run()["exit_status"] == 0
    (row,) = crawls.rows("SELECT problem FROM problems WHERE url = ?", crawls.server.url + article.path)
    assert row["problem"] == "off-site"


def test_most_articles_unreadable_is_unhealthy(crawls):
    for article in crawls.server.site.readable_articles[:60]:
        crawls.server.site.overrides[article.path] = page("kesalahan", 503)
    result = crawls.run()
    assert result["exit_status"] == 3 and "could not be read" in result["reason"]


def test_what_failed_is_fetched_by_a_later_crawl(crawls):
    article = crawls.server.site.known_article
    crawls.server.site.overrides[article.path] = page("kesalahan", 503)
    crawls.run()
    assert not crawls.rows("SELECT 1 FROM articles WHERE url = ?", crawls.server.url + article.path)
    del crawls.server.site.overrides[article.path]
    crawls.server.site.day = 1
    crawls.run()
    (row,) = crawls.rows("SELECT title FROM articles WHERE url = ?", crawls.server.url + article.path)
    assert row["title"] == article.title


def test_a_second_run_of_the_same_site_is_turned_away(crawls):
    crawls.archive.parent.mkdir(parents=True, exist_ok=True)
    lock = SiteLock(crawls.archive, "blitarkota")
    try:
        result = crawls.run()
    finally:
        lock.release()
    assert (result["status"], result["exit_status"]) == ("busy", 5)
    assert crawls.requested() == []
    assert crawls.run()["exit_status"] == 0


def test_a_lock_ends_with_its_process(tmp_path):
    read, write = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - the child
        lock = SiteLock(tmp_path / "archive.db", "kota")
        os.write(write, b"held")
        while lock:
            time.sleep(60)
    assert os.read(read, 4) == b"held"
    with pytest.raises(SiteBusy):
        SiteLock(tmp_path / "archive.db", "kota")
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    SiteLock(tmp_path / "archive.db", "kota").release()


def test_who_only_asks_whether_a_site_is_held_turns_no_crawl_away(tmp_path):
    archive = tmp_path / "archive.db"
    SiteLock(archive, "kota").release()
    asking = (tmp_path / ".archive.db.locks" / "kota.lock").open()
    fcntl.flock(asking, fcntl.LOCK_SH)
    waited: list[float] = []

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            asking.close()

    lock = SiteLock(archive, "kota", sleep=sleep)
    assert len(waited) == 3 and SiteLock.is_held(archive, "kota")
    waited.clear()
    with pytest.raises(SiteBusy):
        SiteLock(archive, "kota", sleep=sleep)
    assert 0.05 <= sum(waited) <= 0.11
    lock.release()
    assert not SiteLock.is_held(archive, "kota")


def test_a_crawl_that_errs_in_the_program_says_so(crawls):
    with Archive(crawls.archive) as archive:
        archive.db.execute("CREATE TRIGGER broken BEFORE INSERT ON popular BEGIN SELECT raise(ABORT, 'broken'); END")
    result = crawls.run(limit=3)
    assert (result["status"], result["exit_status"]) == ("crashed", 1)


def test_we_say_who_we_are(crawls):
    crawls.run(limit=1, contact="arsip@example.org")
    agents = {request.headers["user-agent"] for request in crawls.server.requests}
    (agent,) = agents
    assert agent.startswith("blitar_scraper/") and "arsip@example.org" in agent


def test_an_archive_that_another_program_holds_is_busy_and_nothing_is_lost(crawls):
    crawls.run(limit=1)
    with Archive(crawls.archive) as archive, archive.transaction():
        result = crawls.run(limit=3)
    assert result["exit_status"] == 5
    assert crawls.run()["exit_status"] == 0
    (row,) = crawls.rows("SELECT count(*) AS n FROM articles")
    assert row["n"] == len(crawls.server.site.readable_articles)


def test_a_removed_article_that_leads_to_a_listing_is_gone_and_makes_no_article(crawls):
    crawls.run()
    (removed, other) = crawls.server.site.readable_articles[3:5]
    crawls.server.site.overrides[removed.path] = Response(302, {"Location": "/beranda"}, b"")
    crawls.server.site.overrides[other.path] = Response(302, {"Location": "/profil"}, b"")
    before = crawls.rows("SELECT count(*) AS n FROM articles")
    crawls.run(full=True)
    rows = {row["url"]: row for row in crawls.rows("SELECT url, gone_reason, version FROM articles")}
    assert crawls.rows("SELECT count(*) AS n FROM articles") == before
    for article in (removed, other):
        row = rows[crawls.server.url + article.path]
        assert (row["gone_reason"], row["version"]) == ("soft-404", 1)


@pytest.mark.parametrize("leads_to", ["/maintenance", "/"])
def test_maintenance_is_neither_removal_nor_edit(crawls, leads_to):
    crawls.run()
    before = crawls.rows("SELECT id, title, body, version, gone_at FROM articles ORDER BY id")
    closed = page(
        "<html><body><h1>Situs dalam pemeliharaan</h1><p>Silakan kembali lagi nanti, terima kasih.</p></body></html>"
    )
    for number, article in enumerate(crawls.server.site.readable_articles[:20]):
        # Half of them send us to one page, the others answer with it.
        crawls.server.site.overrides[article.path] = (
            Response(302, {"Location": leads_to}, b"") if number % 2 else closed
        )
    crawls.server.site.overrides["/maintenance"] = closed
    result = crawls.run(full=True)
    after = crawls.rows("SELECT id, title, body, version, gone_at FROM articles ORDER BY id")
    assert [row for row, old in zip(after, before, strict=True) if row["version"] != old["version"]] == []
    assert [row for row in after if row["gone_at"] is not None] == []
    assert result["run"]["edited"] == 0


def test_a_page_that_our_reader_fails_on_is_noted_and_the_rest_is_read(crawls, monkeypatch, tmp_path):
    broken = tmp_path / "sitecustomize.py"
    broken.write_text(
        "import blitar_scraper.extract.article as article, blitar_scraper.spiders.reading as reading\n"
        "real = article.extract_article\n"
        "def failing(page, site, **kw):\n"
        "    if 'statistik' in (page.url or ''):\n"
        "        raise RuntimeError('a fault of ours')\n"
        "    return real(page, site, **kw)\n"
        "reading.extract_article = failing\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    result = crawls.run()
    assert (result["status"], result["exit_status"]) == ("finished", 1)
    assert crawls.rows("SELECT backfilled_at FROM sites")[0]["backfilled_at"]
    rows = crawls.rows("SELECT url FROM problems WHERE problem = 'reader-error'")
    assert rows and all("statistik" in row["url"] for row in rows)
    (row,) = crawls.rows("SELECT count(*) AS n FROM articles")
    assert row["n"] == len(crawls.server.site.readable_articles) - len(rows)


def test_a_full_disk_stops_the_crawl_at_once_and_harms_nothing(crawls):
    result = crawls.run(largest_file=1_500_000)
    assert result["exit_status"] == 1 and "archive.db" in result["reason"]
    assert len(crawls.requested()) < 120
    assert crawls.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    (row,) = crawls.rows("SELECT count(*) AS n FROM articles")
    assert row["n"] > 5
    assert crawls.run()["exit_status"] == 0
    (row,) = crawls.rows("SELECT count(*) AS n FROM articles")
    assert row["n"] == len(crawls.server.site.readable_articles)
