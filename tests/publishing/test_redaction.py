"""What is withheld is in no byte of a release, however it was withheld and wherever else it was named."""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import Archive
from blitar_scraper.archive.public_views import PUBLIC_VIEWS
from blitar_scraper.archive.values import iso
from blitar_scraper.items import Fetch, Media, PageGone, PopularEntry, Problem
from blitar_scraper.publishing.releases.making import publish
from blitar_scraper.publishing.releases.redaction import Copied, copy_public
from tests.archive.archive_examples import (
    HOME,
    SITE,
    START,
    Crawled,
    article_seen,
    capture,
    days,
    entry,
    listing_seen,
    url,
)
from tests.publishing.releases import AT, order

TITLE = "Warga Dirahasiakan Terima Bantuan Tunai"
SLUG = "warga-dirahasiakan-terima-bantuan-tunai"
AUTHOR = "Penulis Dirahasiakan"
BODY = "Nyonya Dirahasiakan tinggal di Jalan Tersembunyi nomor tujuh belas."
CAPTION = "Foto Nyonya Dirahasiakan"
# What must not be found, in any spelling: none of it is in anything else that the example says.
TRACES = re.compile(rb"dirahasiakan|tersembunyi", re.I)
REASON = "diminta keluarga yang disembunyikan"


@pytest.fixture
def crawled(tmp_path: Path) -> Iterator[Crawled]:
    with Archive(tmp_path / "arsip.db") as archive:
        yield Crawled(archive)


def store_secret(crawled: Crawled, name: str = "berita-satu", at: float = 0, **changes: Any) -> None:
    """The article with the secret, at an address that says nothing."""
    crawled.store(
        article_seen(
            name,
            at=days(at),
            title=TITLE,
            author=AUTHOR,
            body=f"BLITAR - {BODY}\nSelesai.",
            main_span=None,
            media=(Media("image", url("dirahasiakan.jpg"), CAPTION),),
            image_url=url("dirahasiakan.jpg"),
            tags=("dirahasiakan",),
            evidence={"title": {"from": "heading", "raw": TITLE}, "author": {"raw": f"{AUTHOR} | 3 Mei"}},
            problems=(Problem("author-doubtful", "author", AUTHOR),),
            **changes,
        )
    )


def store_others(crawled: Crawled, *, popular_url: str | None) -> None:
    """An article that says nothing of it, beside a list and a listing that name it."""
    popular = (PopularEntry(1, popular_url, TITLE), PopularEntry(2, None, f"{TITLE[:30]}…"), PopularEntry(3, None, "X"))
    crawled.store(article_seen("lain", title="Lain sekali", at=days(1), popular=popular))


def withhold(crawled: Crawled, name: str, **what: Any) -> None:
    article = crawled.archive.find_article(uid_of(url(name)))
    assert article is not None
    assert crawled.archive.withhold(article, reason=REASON, at=days(9), **what) is not None


def released(crawled: Crawled, tmp_path: Path) -> Path:
    return publish(order(crawled.archive.path), tmp_path / "releases", at=AT, keep=1).folder


def found_in(folder: Path, trace: re.Pattern[bytes] = TRACES) -> dict[str, str]:
    """The files of a release that hold a trace, also within what is compressed."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file() and (match := trace.search(contents(path))):
            found[path.name] = match[0].decode(errors="replace")
    return found


def contents(path: Path) -> bytes:
    raw = path.read_bytes()
    if path.suffix == ".gz":
        return raw + gzip.decompress(raw)
    if path.suffix == ".parquet":
        table = pyarrow.parquet.read_table(path)
        return raw + json.dumps(table.to_pylist(), ensure_ascii=False).encode() + str(table.schema.metadata).encode()
    return raw


def rows(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "arsip.db")) as connection:
        return connection.execute(sql).fetchall()


def test_what_is_not_withheld_is_found_by_the_same_search(crawled: Crawled, tmp_path: Path) -> None:
    store_secret(crawled)
    found = found_in(released(crawled, tmp_path))
    expected = {"articles", "media", "problems"}
    assert {"arsip.db", *(f"{name}.{end}" for name in expected for end in ("csv.gz", "parquet"))} <= set(found)


@pytest.mark.parametrize("name", [SLUG, "12"], ids=["address with the title", "address with a number"])
def test_an_article_withheld_as_a_whole_is_in_no_byte_of_a_release(crawled: Crawled, tmp_path: Path, name: str) -> None:
    crawled.store(listing_seen(entry(name, title=TITLE, views=3), entry("lain", title="Lain sekali")))
    store_secret(crawled, name, capture_id=capture(crawled, START, name))
    store_secret(crawled, name, at=2, capture_id=capture(crawled, days(2), name), section="Dirahasiakan")
    store_others(crawled, popular_url=url(name))
    # Found, and never connected with it: other ways to the same page, and what a run and a site remember.
    crawled.store(listing_seen(entry(f"cetak/{SLUG}.html"), entry("tanpa", title=TITLE)))
    capture(crawled, days(3), f"amp/{SLUG}?utm=1")
    problems = (Problem("twin", None, f"same text as {url(SLUG)}", url(f"{SLUG}/amp")), Problem("x", None, TITLE))
    for problem in problems:
        crawled.archive.add_problem(problem, at=days(3), site_id=SITE.id)
    stats = {"listings": [{"start": url(SLUG), "pages": 1}], "reason": f"stopped at {url(SLUG)}", "delay": 1.5}
    crawled.archive.finish_run(crawled.run_id, at=days(4), status="finished", exit_status=0, stats=stats)
    settings = {"start_urls": [f"{HOME}/berita", url(SLUG)], "selectors": {"title": "h1"}}
    crawled.archive.db.execute("UPDATE sites SET settings = ?", [json.dumps(settings)])
    withhold(crawled, name)
    folder = released(crawled, tmp_path)
    assert found_in(folder) == {}
    assert found_in(folder, re.compile(rb"disembunyikan")) == {}  # the reason
    if name == "12":
        assert found_in(folder, re.compile(rf"/berita/{name}\b".encode())) == {}
    uid = uid_of(url(name))
    assert rows(folder, "SELECT * FROM public_withheld") == [(uid, "contoh", iso(days(9)))]
    assert found_in(folder, re.compile(uid.encode())).keys() <= {"arsip.db", "withheld.csv.gz", "withheld.parquet"}
    assert rows(folder, "SELECT title FROM articles") == [("Lain sekali",)]
    assert rows(folder, "SELECT title FROM popular") == [("X",)]
    assert json.loads(rows(folder, "SELECT stats FROM runs")[0][0]) == {"listings": [{"pages": 1}], "delay": 1.5}
    assert json.loads(rows(folder, "SELECT settings FROM sites")[0][0])["start_urls"] == [f"{HOME}/berita"]


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("title", TITLE),
        ("author", AUTHOR),
        ("body", BODY),
        ("tags", '["dirahasiakan"]'),
        ("media", CAPTION),
        ("image_url", "dirahasiakan.jpg"),
    ],
)
def test_a_field_that_is_withheld_is_in_no_byte_of_a_release(
    crawled: Crawled, tmp_path: Path, field: str, said: str
) -> None:
    crawled.store(listing_seen(entry("berita-satu", title=TITLE)))
    store_secret(crawled)
    store_secret(crawled, at=2, section="Lain")
    store_others(crawled, popular_url=url("berita-satu"))
    withhold(crawled, "berita-satu", field=field)
    folder = released(crawled, tmp_path)
    assert found_in(folder, re.compile(re.escape(said).encode())) == {}
    assert rows(folder, "SELECT title, withheld FROM articles WHERE title IS NOT 'Lain sekali'") == [
        (None if field == "title" else TITLE, field)
    ]
    assert rows(folder, "SELECT withheld, content_digest FROM public_versions") == [
        (field, None if field in ("title", "author", "body") else rows(folder, DIGEST)[0][0])
    ]
    assert rows(folder, "SELECT field, version, reason, lifted_at FROM withholdings") == [(field, None, "", None)]


DIGEST = "SELECT content_digest FROM article_versions"


def test_a_version_that_is_withheld_is_in_no_byte_of_a_release(crawled: Crawled, tmp_path: Path) -> None:
    # A picture that a page once had is kept until it shows another one.
    harmless: dict[str, Any] = {"author": "Humas", "body": "Aman.", "main_span": None, "tags": ("a",)}
    harmless |= {"image_url": url("a.jpg"), "media": (Media("image", url("a.jpg"), None),)}
    crawled.store(article_seen("berita-satu", title="Judul pertama", **harmless))
    crawled.store(listing_seen(entry("berita-satu", title=TITLE)))
    store_secret(crawled, at=1)
    store_others(crawled, popular_url=url("berita-satu"))
    crawled.store(article_seen("berita-satu", at=days(3), title="Judul ketiga", **harmless))
    withhold(crawled, "berita-satu", version=2)
    folder = released(crawled, tmp_path)
    assert found_in(folder) == {}
    assert rows(folder, "SELECT version, title FROM article_versions") == [(1, "Judul pertama")]
    assert rows(folder, "SELECT title, withheld FROM articles ORDER BY id") == [
        ("Judul ketiga", None),
        ("Lain sekali", None),
    ]
    assert rows(folder, "SELECT * FROM edits") == []  # either has the version on one side
    assert rows(folder, "SELECT field, version FROM withholdings") == [(None, 2)]


def test_a_present_version_that_is_withheld_leaves_a_row_without_content(crawled: Crawled, tmp_path: Path) -> None:
    crawled.store(article_seen("berita-satu", title="Judul pertama"))
    store_secret(crawled, at=1)
    withhold(crawled, "berita-satu", version=2)
    folder = released(crawled, tmp_path)
    assert found_in(folder) == {}
    assert rows(folder, "SELECT title, body, body_main, content_digest, withheld FROM articles") == [
        (None, None, None, None, "version")
    ]


def test_nothing_else_of_an_archive_gets_into_a_release(crawled: Crawled, tmp_path: Path) -> None:
    store_secret(crawled)
    db = crawled.archive.db
    db.execute("CREATE TABLE notes (text TEXT)")
    db.execute("INSERT INTO notes VALUES ('catatan pribadi')")
    db.execute(
        "INSERT INTO sightings (site, at, account) VALUES ('contoh', ?, ?)", [iso(START), '{"note": "catatan pribadi"}']
    )
    withhold(crawled, "berita-satu", field="author")
    article = crawled.archive.find_article(uid_of(url("berita-satu")))
    crawled.archive.lift(article, at=days(10), because="izin pribadi", field="author")
    folder = released(crawled, tmp_path)
    assert found_in(folder, re.compile(rb"pribadi|disembunyikan")) == {}
    assert rows(folder, "SELECT * FROM sightings") == rows(folder, "SELECT * FROM withholdings") == []
    assert rows(folder, "SELECT author FROM articles") == [(AUTHOR,)]


def test_articles_of_the_same_name_stay_where_one_of_them_is_withheld(crawled: Crawled, tmp_path: Path) -> None:
    """A title and a slug that a shown article has, too, say nothing of the withheld one."""
    name = "jadwal-imsakiyah-ramadan"
    kept = capture(crawled, START, f"2026/{name}")
    crawled.store(article_seen(f"2025/{name}", title="Jadwal Imsakiyah Ramadan", capture_id=capture(crawled, START)))
    crawled.store(article_seen(f"2026/{name}", title="Jadwal Imsakiyah Ramadan", body="x", main_span=None))
    crawled.archive.db.execute("INSERT INTO article_captures VALUES (2, 1, ?, 'page')", [kept])
    popular = (PopularEntry(1, url(f"2026/{name}"), "Jadwal Imsakiyah Ramadan"),)
    crawled.store(article_seen("lain", title="Lain", popular=popular))
    withhold(crawled, f"2025/{name}")
    folder = released(crawled, tmp_path)
    assert rows(folder, f"SELECT url FROM pages WHERE url LIKE '%{name}'") == [(url(f"2026/{name}"),)]
    assert rows(folder, "SELECT id FROM captures") == [(kept,)]


def test_an_article_whose_title_is_the_beginning_of_a_withheld_one_stays_in_lists(
    crawled: Crawled, tmp_path: Path
) -> None:
    store_secret(crawled)
    short = "Warga Dirahasiakan Terima Bantuan"
    crawled.store(article_seen("lain", title=short, popular=(PopularEntry(1, url("lain"), short),)))
    crawled.store(listing_seen(entry("lain", title=short)))
    withhold(crawled, "berita-satu")
    folder = released(crawled, tmp_path)
    assert rows(folder, "SELECT title FROM popular") == [(short,)]
    assert rows(folder, "SELECT listed_as IS NULL FROM pages WHERE kind = 'article'") == [(0,)]


def test_the_proof_that_an_article_is_gone_survives(crawled: Crawled, tmp_path: Path) -> None:
    crawled.store(article_seen("berita-satu"))
    seen = capture(crawled, days(5), "berita-satu", http_status=404)
    got = Fetch(url("berita-satu"), url("berita-satu"), days(5), 404, capture_id=seen)
    account = json.dumps({"requested_url": url("berita-satu")})
    crawled.store(PageGone(SITE, got, "404", account=account))
    whole = [(read.role, read.capture.id) for read in crawled.archive.history(crawled.article).captures]
    assert whole == [("gone", seen)]
    folder = released(crawled, tmp_path)
    with Archive(folder / "arsip.db", readonly=True) as release:
        article = release.find_article(uid_of(url("berita-satu")))
        assert article is not None
        assert [(read.role, read.capture.id) for read in release.history(article).captures] == whole


def test_a_copy_has_the_rows_of_the_public_views(crawled: Crawled, tmp_path: Path) -> None:
    store_secret(crawled)
    crawled.store(article_seen("berita-satu", at=days(2), title="Baru"), article_seen("lain", title="Lain"))
    withhold(crawled, "berita-satu", field="author")
    expected = {view: crawled.values(f"SELECT * FROM {view}") for view in PUBLIC_VIEWS}
    copied = copy_public(crawled.archive.path, tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy")) as connection:
        for view, found in expected.items():
            assert connection.execute(f"SELECT * FROM {view}").fetchall() == found, view
    assert isinstance(copied, Copied)
    assert copied.rows["articles"] == 2
    assert (copied.articles_withheld, copied.parts_withheld) == (0, 1)
