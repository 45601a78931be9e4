"""Captures of others become articles of their time, as a crawl of that day would have stored them; nothing twice."""

import hashlib
import re
import shutil
import subprocess
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from warcio.checker import Checker

from blitar_scraper.archive import Archive
from blitar_scraper.archive.warc import WarcFiles
from blitar_scraper.crawling.lock import SiteLock
from blitar_scraper.crawling.offline import importing
from blitar_scraper.crawling.offline.importing import import_files
from blitar_scraper.crawling.offline.reparse import reparse
from blitar_scraper.demo import SampleSite
from blitar_scraper.items import Site
from tests.archive.foreign_files import DIALECTS, HOME, http, response, written
from tests.served import Request
from tests.served.encodings import EncodingsSite, serving
from tests.served.systems import SYSTEMS

NOW = datetime(2026, 4, 1, 3, tzinfo=UTC)
SITE = Site("sukamaju", "Kabupaten Sukamaju", HOME, "Asia/Jakarta")
PAGES = EncodingsSite()
DAYS = [f"2026-03-{day:02}T05:06:07Z" for day in range(1, 20)]


@pytest.fixture
def path(tmp_path):
    with Archive(tmp_path / "a.db") as archive:
        archive.put_site(SITE, at=NOW)
    return tmp_path / "a.db"


def page_of(number, views=None):
    """The page of an article, with another count where one is given."""
    news = next(one for one in PAGES.news if one.number == number)
    html = PAGES.page(number)
    return (
        html if views is None else html.replace(f"Dibaca {news.views} kali".encode(), f"Dibaca {views} kali".encode())
    )


def title_of(number):
    return next(one for one in PAGES.news if one.number == number).title


def url_of(number):
    return HOME.rstrip("/") + PAGES.paths[number]


def load(path, *files, sites=(SITE,), **options):
    """Import files (name, bytes)."""
    for name, data in files:
        path.with_name(name).write_bytes(data)
    return import_files(path, [path.with_name(name) for name, _ in files], sites, clock=lambda: NOW, **options)


def plain(*records):
    """A file of (url, date, block) or (url, date, block, fields)."""
    return written(
        response(
            int(hashlib.sha256(repr(one).encode()).hexdigest()[:9], 16), *one[:3], fields=one[3] if one[3:] else ()
        )
        for one in records
    )


def rows(path, sql, *values):
    with Archive(path, readonly=True) as archive:
        return [dict(row) for row in archive.db.query(sql, list(values))]


def everything(path):
    """All rows of what is stored, but for the moments of the imports themselves."""
    tables = ("articles", "article_versions", "view_counts", "captures", "sightings", "pages", "problems", "runs")
    return {table: rows(path, f"SELECT * FROM {table}") for table in tables}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_pages_become_articles_seen_when_the_record_says(path, dialect):
    pages = [(url_of(n), DAYS[n], page_of(n)) for n in range(1, 6)]
    result = load(path, ("x.warc.gz", DIALECTS[dialect](pages)))
    told = result.sites["sukamaju"]
    assert (told.taken, told.articles, told.new, told.kept) == (5, 5, 5, 0)
    assert (told.first, told.last) == (DAYS[1], DAYS[5])
    stored = {row["url"]: row for row in rows(path, "SELECT * FROM articles")}
    for number in range(1, 6):
        news = next(one for one in PAGES.news if one.number == number)
        row = stored[url_of(number)]
        assert (row["title"], row["author"], row["views"]) == (news.title, news.author, news.views)
        assert row["published_at"] == f"{news.published:%Y-%m-%d}"
        assert row["first_seen_at"] == row["last_seen_at"] == DAYS[number]
    (run,) = rows(path, "SELECT * FROM runs")
    assert (run["mode"], run["status"], run["requests"], run["exit_status"]) == ("import", "imported", 0, 0)
    assert not rows(path, "SELECT * FROM problems WHERE resolved_at IS NULL")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_what_is_copied_is_what_others_captured_and_every_checker_passes_it(path, dialect):
    pages = [(url_of(n), DAYS[n], page_of(min(n, 4))) for n in range(1, 6)]
    load(path, ("x.warc.gz", DIALECTS[dialect](pages)))
    files = WarcFiles(path.with_suffix(".warc"))
    captures = rows(path, "SELECT * FROM captures ORDER BY fetched_at")
    assert {row["source"] for row in captures} == {"import"} and len(captures) == 5
    with Archive(path, readonly=True) as archive:
        places = archive.places([row["record_id"] for row in captures])
    for row, (url, at, page) in zip(captures, pages, strict=True):
        assert (row["url"], row["fetched_at"], row["http_status"]) == (url, at, 200)
        record = files.read(row["warc_file"], row["warc_offset"], row["warc_length"])
        assert record.record_id == row["record_id"]
        assert record.fields["blitar-source"].startswith("sha256:")
        original = places[row["refers_to"]] if row["refers_to"] else places[row["record_id"]]
        answer = files.read(original.warc_file, original.warc_offset, original.warc_length)
        assert answer.body == page
        assert row["digest"] == "sha256:" + hashlib.sha256(answer.payload).hexdigest()
    files.close()

    class Arguments:
        inputs, verbose = sorted(map(str, path.with_suffix(".warc").glob("*/*"))), False

    assert Checker(Arguments).process_all() == 0


def test_a_file_imported_twice_adds_nothing(path):
    data = DIALECTS["wget"]([(url_of(n), DAYS[n], page_of(n)) for n in range(1, 6)])
    load(path, ("x.warc.gz", data))
    before = everything(path)
    told = load(path, ("x.warc.gz", data), ("copy.warc.gz", data)).sites["sukamaju"]
    assert (told.taken, told.known) == (0, 10)
    assert everything(path) == before


def test_an_earlier_state_of_a_known_article_comes_before_it(path):
    early = page_of(1, views=5).replace(b"<h1>", b"<h1>Draf: ")
    load(path, ("new.warc", plain((url_of(1), DAYS[9], http(page_of(1, views=90))))))
    told = load(path, ("old.warc", plain((url_of(1), DAYS[2], http(early))))).sites["sukamaju"]
    assert (told.new, told.articles) == (0, 1)
    (article,) = rows(path, "SELECT * FROM articles")
    assert (article["first_seen_at"], article["last_seen_at"], article["views"]) == (DAYS[2], DAYS[9], 90)
    assert not article["title"].startswith("Draf")
    titles = [row["title"] for row in rows(path, "SELECT title FROM article_versions ORDER BY version")]
    assert any(title.startswith("Draf: ") for title in titles)
    counts = rows(path, "SELECT observed_at, views FROM view_counts ORDER BY observed_at")
    assert [(row["observed_at"], row["views"]) for row in counts] == [(DAYS[2], 5), (DAYS[9], 90)]


def test_gone_is_what_was_there_before_and_a_later_page_brings_it_back(path):
    missing = http(b"<h1>404</h1>", status="404 Not Found")
    told = load(
        path,
        (
            "x.warc",
            plain(
                (url_of(1), DAYS[1], missing),  # before anybody saw it: says nothing
                (url_of(1), DAYS[2], http(page_of(1))),
                (url_of(2), DAYS[2], http(page_of(2))),
                (url_of(1), DAYS[3], missing),
                (url_of(2), DAYS[3], missing),
                (url_of(2), DAYS[4], http(page_of(2))),
                (url_of(3), DAYS[3], missing),  # never seen
            ),
        ),
    ).sites["sukamaju"]
    assert (told.articles, told.absences, told.kept) == (3, 2, 2)
    state = {row["url"]: (row["gone_at"], row["gone_reason"]) for row in rows(path, "SELECT * FROM articles")}
    assert state == {url_of(1): (DAYS[3], "404"), url_of(2): (None, None)}
    problems = {(row["problem"], row["url"]) for row in rows(path, "SELECT * FROM problems")}
    assert problems == {("came-back", url_of(2))}


def test_the_home_page_is_a_listing_and_says_of_its_articles_what_it_did_that_day(path):
    # Its own page shows neither date nor author nor count.
    bare = re.sub(rb'<p class="byline">.*?</p>', b"", page_of(1))
    told = load(
        path,
        (
            "x.warc",
            plain((HOME, DAYS[1], http(PAGES.listing())), (url_of(1), DAYS[1].replace("05:", "09:"), http(bare))),
        ),
    ).sites["sukamaju"]
    assert (told.listings, told.articles) == (1, 1)
    news = next(one for one in PAGES.news if one.number == 1)
    (article,) = rows(path, "SELECT * FROM articles")
    assert (article["title"], article["published_at"]) == (news.title, f"{news.published:%Y-%m-%d}")
    roles = rows(path, "SELECT role FROM article_captures ORDER BY role")
    assert [row["role"] for row in roles] == ["listing", "page"]
    (listing,) = rows(path, "SELECT * FROM pages WHERE kind = 'listing'")
    assert listing["last_fetched_at"] == DAYS[1]


@pytest.mark.parametrize(
    ("url", "block", "fields"),
    [
        (HOME, http(page_of(1)), ()),  # the home page is no article
        (HOME + "kategori", http(PAGES.listing()), ()),  # nor a page that lists
        (
            HOME + "profil",
            http(b"<html><body><h1>Profil</h1><p>" + b"Visi dan misi. " * 40 + b"</p></body></html>"),
            (),
        ),
        (url_of(1), http(page_of(1), status="500 Error"), ()),
        (url_of(1), http(page_of(1), "Location: /lain", status="301 Moved"), ()),
        (url_of(1), http(page_of(1)), (("WARC-Truncated", "length"),)),
        (url_of(1), http(b""), ()),
    ],
)
def test_all_else_is_kept_and_says_nothing(path, url, block, fields):
    told = load(path, ("x.warc", plain((url, DAYS[1], block, fields)))).sites["sukamaju"]
    assert (told.taken, told.kept, told.articles + told.listings + told.absences) == (1, 1, 0)
    assert len(rows(path, "SELECT * FROM captures")) == 1
    assert not rows(path, "SELECT * FROM articles") and not rows(path, "SELECT * FROM sightings")


def test_an_article_with_boxes_of_others_beside_it_is_an_article_and_a_listing_is_none(path):
    links = "".join(
        f'<div><a href="{PAGES.paths[n]}">{title_of(n)}</a> <small>3 Mei 2024</small></div>' for n in range(5, 12)
    )
    box = f"<aside><h4>Berita Populer</h4>{links}</aside>".encode()
    beside = page_of(1).replace(b"<footer>", box + b"<footer>")
    told = load(
        path,
        ("x.warc", plain((url_of(1), DAYS[1], http(beside)), (HOME + "kabar", DAYS[2], http(PAGES.listing())))),
    ).sites["sukamaju"]
    assert (told.articles, told.kept) == (1, 1)
    (article,) = rows(path, "SELECT title, body FROM articles")
    assert article["title"] == title_of(1)


def test_of_the_sample_site_every_article_is_taken_and_no_page_of_a_tag(path):
    site = SampleSite()
    articles = {article.path for article in site.readable_articles}
    tags = {f"/tag/{quote(tag)}" for article in site.articles for tag in article.tags}
    pages = []
    for target in sorted(articles | tags):
        answer = site.respond(Request("GET", target, {}))
        if answer.status == 200:
            pages.append((HOME.rstrip("/") + target, DAYS[1], http(answer.body)))
    assert tags and len(pages) > len(articles)
    load(path, ("x.warc", plain(*pages)))
    found = {row["url"] for row in rows(path, "SELECT url FROM articles")}
    assert found <= {HOME.rstrip("/") + target for target in articles}
    assert len(found) > 0.95 * len(articles)


@pytest.mark.parametrize("system", SYSTEMS)
def test_of_every_system_the_articles_are_taken_and_no_listing(path, system):
    site = SYSTEMS[system](40)
    pages = []
    own = set(site.paths.values())
    # Further addresses of the same articles, which the archive's own rules are about.
    second_ways = {target for target in site.answers if "/artikel/" in target or any(path in target for path in own)}
    for target in sorted({*site.answers} - second_ways | own):
        answer = site.respond(Request("GET", target, {}))
        body = answer.body.replace(b"{base}", HOME.rstrip("/").encode())
        if answer.status == 200 and "Content-Encoding" not in answer.headers:
            pages.append((HOME.rstrip("/") + target, DAYS[len(pages) % 19], http(body)))
    load(path, ("x.warc", plain(*pages)))
    found = rows(path, "SELECT url, title FROM articles")
    assert {row["title"] for row in found} == {item.title for item in site.news}
    assert len(found) == 40


def test_http_and_https_and_a_print_view_are_one_article_that_does_not_move(path):
    other = url_of(1).replace("https://www.", "http://")
    told = load(
        path,
        (
            "x.warc",
            plain(
                (url_of(1), DAYS[1], http(page_of(1))),
                (url_of(1) + "/cetak", DAYS[2], http(page_of(1))),
                (url_of(1) + "?print=1", DAYS[3], http(page_of(1))),
                (other, DAYS[4], http(page_of(1))),
            ),
        ),
    ).sites["sukamaju"]
    assert (told.articles, told.kept, told.new) == (2, 2, 1)
    (article,) = rows(path, "SELECT * FROM articles")
    assert article["last_seen_at"] == DAYS[4] and article["version"] == 1
    assert not rows(path, "SELECT * FROM problems")


def test_records_that_cannot_be_taken_are_counted_and_noted(path):
    good = response(1, url_of(1), DAYS[1], http(page_of(1)))
    lost = response(2, url_of(2), DAYS[1], b"", fields=(("WARC-Refers-To", "<urn:uuid:lost>"),))
    lost = type(lost)("revisit", lost.url, lost.date, lost.block, lost.record_id, lost.fields)
    data = written(
        [
            good,
            lost,
            response(3, url_of(3), "", http(page_of(3))),
            response(4, url_of(4), "2019", http(page_of(4))),
            response(5, url_of(5), "2099-01-01T00:00:00Z", http(page_of(5))),
            response(6, url_of(6), DAYS[1], b"no answer"),
            response(7, "http://lain.go.id/berita/1", DAYS[1], http(page_of(6))),
            response(8, "dns:www.sukamajukab.go.id", DAYS[1], b"10.0.0.1"),
        ]
    )
    result = load(path, ("x.warc.gz", data[:-30] + b"\0" * 9))
    told = result.sites["sukamaju"]
    assert told.taken == told.new == 1
    assert told.left == {
        "no date": 2,
        "impossible date": 1,
        "no HTTP answer": 1,
        "revisit of a record that is not there": 1,
    }
    assert result.elsewhere["lain.go.id"] == 1
    assert result.sources[0].damage
    problems = {row["problem"]: row for row in rows(path, "SELECT * FROM problems")}
    assert set(problems) == {"import-damaged", "import-left"}
    assert problems["import-left"]["url"] == "x.warc.gz" and "2 no date" in problems["import-left"]["detail"]


def test_records_without_an_id_are_known_again(path):
    record = response(1, url_of(1), DAYS[1], http(page_of(1))).written()
    nameless = b"\r\n".join(line for line in record.split(b"\r\n") if not line.startswith(b"WARC-Record-ID"))
    assert load(path, ("x.warc", nameless)).sites["sukamaju"].taken == 1
    assert load(path, ("x.warc", nameless)).sites["sukamaju"].known == 1


def test_a_dry_run_says_the_same_and_stores_nothing(path):
    load(path, ("first.warc", plain((url_of(1), DAYS[5], http(page_of(1, views=50))))))
    files = {file: file.read_bytes() for file in path.parent.rglob("*.warc*") if file.is_file()}
    before = everything(path)
    data = DIALECTS["wget"]([(url_of(n), DAYS[n], page_of(n)) for n in range(1, 6)])
    dry = load(path, ("x.warc.gz", data), dry_run=True)
    assert everything(path) == before
    path.with_name("x.warc.gz").unlink()
    assert {file: file.read_bytes() for file in path.parent.rglob("*.warc*") if file.is_file()} == files
    assert not list(path.parent.glob(".a.db.import*"))
    assert dry == load(path, ("x.warc.gz", data))


@pytest.mark.parametrize("step", ["copying", "telling", "reading"])
def test_an_import_that_was_stopped_is_finished_by_the_next(path, step, monkeypatch, tmp_path):
    pages = [(url_of(n), DAYS[n], page_of(min(n, 4))) for n in range(1, 6)]
    data = DIALECTS["wget"](pages)
    whole = tmp_path / "whole.db"
    with Archive(whole) as archive:
        archive.put_site(SITE, at=NOW)
    load(whole, ("x.warc.gz", data))

    def stop(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        if step == "copying":
            patch.setattr(importing._SiteWork, "note_damage", stop)
        elif step == "telling":
            patch.setattr(importing.ForeignPages, "with_account", stop)
        else:
            patch.setattr(importing, "reparse", stop)
        with pytest.raises(KeyboardInterrupt):
            load(path, ("x.warc.gz", data))
    load(path, ("x.warc.gz", data))
    wanted = "SELECT uid, title, views, first_seen_at, last_seen_at, version FROM articles ORDER BY uid"
    assert rows(path, wanted) == rows(whole, wanted)
    assert len(rows(path, "SELECT * FROM captures")) == 5
    assert not list(path.with_suffix(".warc").glob("*/*.open"))


def test_a_site_that_is_being_crawled_is_left_alone(path):
    lock = SiteLock(path, SITE.id)
    try:
        told = load(path, ("x.warc", plain((url_of(1), DAYS[1], http(page_of(1)))))).sites["sukamaju"]
    finally:
        lock.release()
    assert told.refused and not told.taken
    assert not rows(path, "SELECT * FROM captures")


def test_the_archive_is_made_again_from_the_copied_records_alone(path):
    data = DIALECTS["wget"]([(url_of(n), DAYS[n], page_of(min(n, 4))) for n in range(1, 6)])
    load(path, ("x.warc.gz", data), ("home.warc", plain((HOME, DAYS[2], http(PAGES.listing())))))
    wanted = (
        "SELECT uid, title, author, views, version, first_seen_at, last_seen_at FROM articles ORDER BY uid",
        "SELECT source, url, fetched_at, digest, refers_to, record_id FROM captures ORDER BY record_id",
        "SELECT at, account FROM sightings ORDER BY at, account",
        "SELECT mode, status, requests FROM runs",
    )
    before = [rows(path, sql) for sql in wanted]
    for file in path.parent.glob("a.db*"):
        file.unlink()
    reparse(path, clock=lambda: NOW, processes=1)
    assert [rows(path, sql) for sql in wanted] == before


@pytest.mark.skipif(shutil.which("wget") is None, reason="wget is not installed")
def test_what_wget_has_kept_of_a_site_is_read_as_from_a_crawl(tmp_path):
    with serving(EncodingsSite()) as site:
        # It follows no links on a page that is compressed though it did not ask for that.
        addresses = [site.url + target for target in ("/", *site.paths.values())]
        command = ["wget", "-q", "--warc-file", tmp_path / "w", *addresses]
        subprocess.run(command, cwd=tmp_path, timeout=120, check=False)  # 8: some pages are missing
        own = Site("contoh", "Contoh", site.url + "/", "Asia/Jakarta")
    with Archive(tmp_path / "a.db") as archive:
        archive.put_site(own, at=NOW)
    result = import_files(tmp_path / "a.db", [tmp_path / "w.warc.gz"], [own])
    assert result.sources[0].damage is None
    titles = {row["title"] for row in rows(tmp_path / "a.db", "SELECT title FROM articles")}
    unread = {"missing", "empty", "error-once"}  # it does not ask again
    assert titles == {item.title for item in site.news if site.ways[item.number] not in unread}
