from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from datasette.app import Datasette

from blitar_scraper.archive import Archive
from blitar_scraper.publishing.plugin.remembering import remembered
from blitar_scraper.publishing.plugin.rendering import coded
from tests.archive.archive_examples import FIRST, SITE, START, Crawled, article_seen, days, entry, gone, listing_seen
from tests.publishing.released import released
from tests.publishing.sound import faults_of
from tests.publishing.visiting import BASE, Visitor

OURS = ("/", "/sites", "/site/contoh", "/search", "/search?q=pasar", "/search?q=xyzzy", "/search?site=contoh")
DATASETTES = (
    *("/arsip", "/arsip/articles", "/arsip/articles/1", "/arsip?sql=select+1+as+satu", "/arsip/public_articles"),
    *("/arsip/articles-a-month", "/arsip/coverage-by-month", "/arsip/views-over-time", "/arsip/coverage"),
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    """Twelve articles of as many months, one edited, one removed, one without a date. To be read only."""
    with Archive(tmp_path_factory.mktemp("filled") / "arsip.db") as archive:
        crawled = Crawled(archive)
        for number in range(1, 13):
            crawled.store(article_seen(f"a{number}", title=f"Pasar ke-{number}", published_at=f"2025-{number:02d}-03"))
        crawled.store(article_seen("tanpa", title="Tanpa tanggal", published_at=None, published_raw=None))
        crawled.store(article_seen("a1", days(2), title="Pasar ke-1 dibuka lagi", published_at="2025-01-03"))
        crawled.store(gone("a2", days(3)), listing_seen(entry("a3"), at=days(3)))
        crawled.archive.finish_run(crawled.run_id, at=days(4), status="finished", exit_status=0, stats={})
        yield crawled


@pytest.fixture(scope="module")
def reader(filled: Crawled) -> Iterator[Callable[..., Visitor]]:
    """`reader(language)`: a visitor of the filled archive, the same one for each language."""
    visitors: dict[str, Visitor] = {}

    def of(language: str = "en") -> Visitor:
        if language not in visitors:
            visitors[language] = Visitor(filled.archive.path, language=language)
        return visitors[language]

    yield of
    for visitor in visitors.values():
        visitor.close()


@pytest.mark.parametrize("language", ["en", "id"])
def test_our_pages_are_sound_in_both_languages(filled: Crawled, reader, language: str) -> None:
    visitor = reader(language)
    for address in OURS:
        answer = visitor.get(address)
        assert (address, answer.status, faults_of(answer)) == (address, 200, [])
        assert answer.page.one("html").attributes["lang"] == language


def test_datasettes_own_pages_have_our_frame_and_load_from_nowhere_else(filled: Crawled, reader) -> None:
    visitor = reader()
    for address in DATASETTES:
        answer = visitor.get(address)
        named = [fault for fault in faults_of(answer, ours=False) if not fault.startswith(("no label", "h1 then h3"))]
        assert (address, answer.status, named) == (address, 200, [])
        assert answer.page.one("header").folded.startswith("News of Kota Contoh")


def test_a_missing_page_is_told_in_the_language_of_the_archive(filled: Crawled, reader) -> None:
    for language, said in (("en", "Nothing here"), ("id", "Tidak ada apa-apa di sini")):
        visitor = reader(language)
        for address in ("/nothing", "/arsip/nothing", "/nothing/at/all", "/site/nothing", "/downloads/nothing"):
            answer = visitor.get(address)
            assert (answer.status, answer.page.one("h1").folded, faults_of(answer)) == (404, said, [])


def test_a_mistake_in_sql_is_told_with_its_reason(filled: Crawled, reader) -> None:
    answer = reader().get("/arsip?sql=select+nosuch+from+articles")
    assert answer.status == 400
    assert "no such column: nosuch" in answer.page.text
    answer = reader().get("/arsip.json?sql=delete+from+articles")
    assert answer.status == 400
    assert answer.json["ok"] is False


def test_nobody_learns_of_an_error_more_than_that_there_was_one(filled: Crawled, visit, monkeypatch, capsys) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("the secret")

    monkeypatch.setattr("blitar_scraper.publishing.plugin.home_page.overview", fails)
    answer = visit(filled.archive.path).get("/")
    assert (answer.status, faults_of(answer)) == (500, [])
    assert "secret" not in answer.text
    assert "the secret" in capsys.readouterr().err


def test_our_pages_may_run_nothing_and_load_only_their_own(filled: Crawled, reader) -> None:
    visitor = reader()
    for address in (*OURS, "/nothing"):
        headers = visitor.get(address).headers
        policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
        assert policy["default-src"] == "'none'"
        assert policy["style-src"] == "'self'"
        assert "script-src" not in policy
        assert policy["frame-ancestors"] == "'none'"
        assert headers["x-content-type-options"] == "nosniff"
        assert "charset=utf-8" in headers["content-type"]
        assert "x-blitar-page" not in headers


def test_a_style_sheet_is_kept_by_browsers_until_it_is_another(filled: Crawled, reader) -> None:
    visitor = reader()
    sheets = [link.attributes["href"] for link in visitor.get("/").page.all("link", rel="stylesheet")]
    assert len(sheets) == 1
    answer = visitor.get(sheets[0])
    assert (answer.status, answer.headers["content-type"].partition(";")[0]) == (200, "text/css")
    assert "immutable" in answer.headers["cache-control"]
    assert "immutable" not in visitor.get(sheets[0].partition("?")[0]).headers.get("cache-control", "")
    assert "url(" not in answer.text
    assert "@import" not in answer.text


def test_datasettes_pages_may_ask_no_other_host(filled: Crawled, reader) -> None:
    visitor = reader()
    for address in DATASETTES:
        policy = visitor.get(address).headers["content-security-policy"]
        sources = {source for part in policy.split(";") for source in part.split()[1:]}
        assert sources == {"'none'", "'self'", "'unsafe-inline'", "data:"}


def test_datasette_without_an_archive_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE articles (uid TEXT, url TEXT)")
        connection.execute("INSERT INTO articles VALUES ('abcdefghijkl', 'https://example.org/')")
        connection.commit()

    async def visits() -> list[str]:
        datasette = Datasette([str(path)])
        answers = [await datasette.client.get(address) for address in ("/", "/other", "/other/articles", "/search")]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 404]
        assert not any("content-security-policy" in answer.headers for answer in answers)
        return [answer.text for answer in answers]

    shown = asyncio.run(visits())
    assert not any("blitar" in text for text in shown)
    assert "/article/abcdefghijkl" not in shown[2]


def test_an_archive_is_found_among_other_databases(filled: Crawled, tmp_path: Path) -> None:
    path = tmp_path / "aaa.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE things (uid TEXT)")
        connection.execute("INSERT INTO things VALUES ('abcdefghijkl')")
        connection.commit()

    async def visits() -> tuple[str, str]:
        datasette = Datasette([str(path), str(filled.archive.path)])
        home, other = [await datasette.client.get(address) for address in ("/", "/aaa/things")]
        assert (home.status_code, other.status_code) == (200, 200)
        return home.text, other.text

    home, other = asyncio.run(visits())
    assert "Pasar ke-12" in home
    assert "/article/abcdefghijkl" not in other


def test_a_cell_with_a_uid_leads_to_the_article_and_only_web_addresses_lead_elsewhere(filled: Crawled, reader) -> None:
    (uid,) = filled.values("SELECT uid FROM articles WHERE url LIKE '%/a5'")
    visitor = reader()
    page = visitor.get(f"/arsip/articles?uid={uid}").page
    assert page.all("a", href=f"/article/{uid}")
    (link,) = page.all("a", href=f"{SITE.home_url}berita/a5")
    assert link.attributes["rel"] == "noopener noreferrer nofollow"
    for value in (
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https:// x.org",
        "http://x.org/ y",
        "//x.org",
    ):
        answer = visitor.get(f"/arsip?sql=select+:v+as+url,+:v+as+uid&v={value.replace(' ', '+')}")
        assert answer.status == 200
        assert not [link for link in answer.page.all("a") if link.folded == value]


@pytest.mark.parametrize("address", ["/arsip/articles", "/arsip/public_articles", "/arsip/latest-articles"])
def test_a_title_leads_to_the_article(filled: Crawled, reader, address: str) -> None:
    (uid, title) = filled.archive.db.execute("SELECT uid, title FROM articles WHERE url LIKE '%/a5'").fetchone()
    links = reader().get(address).page.all("a", href=f"/article/{uid}")
    assert title in [link.folded for link in links]


def test_a_title_is_a_link_only_beside_a_uid_and_says_what_it_says(filled: Crawled, reader) -> None:
    (uid,) = filled.values("SELECT uid FROM articles WHERE url LIKE '%/a5'")
    for query, leads in ((f"'{uid}' as uid", True), ("'no uid' as uid", False), ("1 as uid", False), ("1 as n", False)):
        page = reader().get(f"/arsip?sql=select+:t+as+title,+{query.replace(' ', '+')}&t=%3Cb%3E%22x%22%3C/b%3E").page
        assert [link.folded for link in page.all("a") if "<b>" in link.text] == (['<b>"x"</b>'] if leads else [])


def test_robots_are_kept_from_what_has_no_end(filled: Crawled, reader) -> None:
    answer = reader().get("/robots.txt")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/plain; charset=utf-8")
    lines = answer.text.splitlines()
    assert {"User-agent: *", "Allow: /", "Allow: /article/", "Allow: /site/"} < set(lines)
    assert {"Disallow: /search", "Disallow: /article/*/changes", "Disallow: /arsip?", "Disallow: /arsip/*?"} < set(
        lines
    )
    assert "Disallow: /arsip/*.csv" in lines


def test_names_of_columns_in_descriptions_are_code(filled: Crawled, reader) -> None:
    for address in ("/", "/arsip", "/arsip/articles", "/arsip/articles-a-month"):
        page = reader().get(address).page
        described = [one.text for name in ("p", "dd", "span", "li") for one in page.all(name)]
        assert not [text for text in described if "`" in text], address
    assert "undated" in [one.text for one in reader().get("/arsip/articles-a-month").page.all("code")]
    assert coded("a `b` <i>`</i>`") == "a <code>b</code> &lt;i&gt;<code>&lt;/i&gt;</code>"


def test_what_a_question_can_be_narrowed_to_is_offered_by_name(filled: Crawled, reader) -> None:
    page = reader().get("/arsip/most-viewed").page
    assert page.one("input", name="month").attributes["placeholder"] == "for example 2026-02"
    assert [one.text for one in page.all("option")] == ["all", "Kota Contoh"]
    page = reader("id").get("/arsip/silences?verdict=crawl+failed").page
    assert [one.text for one in page.all("option") if "selected" in one.attributes] == ["gagal dirayapi"]
    for said in ("Kueri SQL", "Yang dapat dipilih", "Ubah SQL"):
        assert said in page.text
    assert page.one("p", class_="crumbs").folded.startswith("beranda")
    for english in ("Custom SQL", "Query parameters", "Edit SQL", "This data as"):
        assert english not in page.text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("most-viewed?site=%3Cb%3Ekontoh", "Site: there is no “<b>kontoh” here. There are: contoh."),
        ("most-viewed?month=Februari", "“Februari” is no month: it is written like 2026-02"),
        ("changed-after-publication?field=judul", "There are: title, author, section, published_at, body."),
        ("silences?verdict=silent", "Verdict: there is no “silent” here. There are: news, silence,"),
    ],
)
def test_a_value_that_can_find_nothing_is_told_with_those_that_can(filled: Crawled, reader, address, said) -> None:
    answer = reader().get(f"/arsip/{address}")
    assert answer.status == 200
    assert said in answer.page.text
    assert "there is no" not in reader().get("/arsip/most-viewed?site=contoh&month=2026").page.text


def test_a_query_of_ones_own_has_bare_boxes(filled: Crawled, reader) -> None:
    page = reader().get("/arsip?sql=select+:site+as+satu&site=x").page
    assert page.one("input", name="site").attributes["value"] == "x"
    assert page.one("div", class_="cell").text == "x"


def test_long_values_are_in_a_box_that_the_style_cuts_to_a_few_lines(filled: Crawled, reader) -> None:
    visitor = reader()
    assert visitor.get("/arsip/articles").page.all("div", class_="cell")
    assert "line-clamp: 4" in visitor.get("/-/static-plugins/blitar_scraper/datasette.css").text


def test_the_row_of_an_article_leads_to_its_page(filled: Crawled, reader) -> None:
    (uid,) = filled.values("SELECT uid FROM articles WHERE id = 1")
    page = reader().get("/arsip/articles/1").page
    assert page.one("p", class_="reading").folded == "Read this article"
    assert page.all("a", href=f"/article/{uid}")


def test_datasettes_search_box_and_sql_find_words_by_their_stem(crawled: Crawled, visit) -> None:
    crawled.store(article_seen("satu", body="Pemerintah menghargai warga.", main_span=None))
    crawled.store(article_seen("dua", title="Lain", body="Tidak ada di sini.", main_span=None))
    crawled.archive.finish_run(crawled.run_id, at=days(1), status="finished", exit_status=0, stats={})
    visitor = visit()
    found = visitor.get("/arsip/articles.json?_search=penghargaan&_shape=array").json
    assert [row["body"] for row in found] == ["Pemerintah menghargai warga."]
    sql = "select rowid from articles_fts where articles_fts match stemmed('dihargai')"
    assert visitor.get(f"/arsip.json?sql={sql.replace(' ', '+')}&_shape=array").json == [{"rowid": found[0]["id"]}]
    for typed in ('"', "*", "a OR", "NEAR(", "^", "-", "", "x" * 5000):
        assert visitor.get(f"/arsip/articles.json?_search={typed}&_shape=array").status == 200


def test_a_table_says_what_its_columns_hold_without_pushing_its_rows_down(filled: Crawled, reader) -> None:
    page = reader().get("/arsip/articles").page
    (details,) = page.all("details", class_="about-columns")
    assert "Short, stable, citable name of the article" in details.folded
    assert "open" not in details.attributes


def test_the_questions_stand_on_the_page_of_the_data_with_what_they_ask(filled: Crawled, reader) -> None:
    for language, title in (("en", "Latest articles"), ("id", "Artikel terbaru")):
        page = reader(language).get("/arsip").page
        (card,) = [item for item in page.all("li") if item.folded.startswith(title)]
        assert len(card.folded) > len(title) + 20


def test_a_question_of_months_is_drawn_and_any_other_is_not(filled: Crawled, reader) -> None:
    visitor = reader()
    assert len(visitor.get("/arsip/articles-a-month").page.all("svg", class_="bars")) == 1
    drawn = visitor.get("/arsip/coverage-by-month").page
    assert [item.folded for item in drawn.one("ul", class_="legend").folded and drawn.all("li")][-1:] != []
    for sql in ("select+1+as+month,+2+as+articles", "select+'2024-01'+as+month,+'x'+as+articles", "select+1+as+views"):
        page = visitor.get(f"/arsip?sql={sql}").page
        assert not page.all("svg", class_="bars")


def test_downloads_are_the_files_of_the_release_and_nothing_else(
    crawled: Crawled, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    (folder / "articles.csv.gz").write_bytes(b"\x1f\x8b")
    (folder / "SHA256SUMS").write_text("abc  articles.csv.gz\n", "utf-8")
    (folder / ".hidden").write_text("x", "utf-8")
    (folder / "link.csv").symlink_to(tmp_path / "arsip.db")
    (folder / "folder").mkdir()
    live = Visitor(tmp_path / "arsip.db")
    try:  # what lies beside a live archive is the keeper's
        assert live.get("/downloads/articles.csv.gz").status == 404
    finally:
        live.close()
    released(tmp_path / "arsip.db", tmp_path, request)
    visitor = Visitor(tmp_path / "rilis.db")
    try:
        got = visitor.get("/downloads/articles.csv.gz")
        assert got.headers["cache-control"] == "no-cache"
        again = visitor.get("/downloads/articles.csv.gz", headers={"if-none-match": got.headers["etag"]})
        assert (again.status, again.text) == (304, "")
        assert (got.status, got.headers["content-type"]) == (200, "application/gzip")
        assert got.headers["content-disposition"] == 'attachment; filename="articles.csv.gz"'
        assert visitor.get("/downloads/SHA256SUMS").headers["content-type"] == "text/plain; charset=utf-8"
        for name in (".hidden", "link.csv", "folder", "..%2Farsip.db", "../arsip.db", "nothing", "~2E~2E~2Farsip.db"):
            assert visitor.get(f"/downloads/{name}").status in (302, 403, 404)
        page = visitor.get("/").page
        assert {"/downloads/articles.csv.gz", "/downloads/SHA256SUMS"} <= set(page.links)
        assert not any("hidden" in link or "link.csv" in link for link in page.links)
    finally:
        visitor.close()


def test_every_page_names_the_feed(filled: Crawled, reader) -> None:
    visitor = reader()
    for address in (*OURS, "/arsip/articles"):
        (link, *_) = visitor.get(address).page.all("link", type="application/atom+xml")
        assert link.attributes["href"] == "/feed.atom"


def test_a_feed_speaks_of_the_archive_at_its_public_address(filled: Crawled, reader) -> None:
    visitor = reader()
    for address in ("/feed.atom", "/feed/changes.atom", "/feed/contoh.atom"):
        answer = visitor.get(address)
        assert (answer.status, answer.headers["content-type"]) == (200, "application/atom+xml; charset=utf-8")
        assert f"{BASE}/article/" in answer.text
    assert visitor.get("/feed/nothing.atom").status == 404


def test_the_pages_keep_within_the_path_that_datasette_is_served_under(filled: Crawled) -> None:
    async def visits() -> list[str]:
        datasette = Datasette([str(filled.archive.path)], settings={"base_url": "/berita/"})
        answers = [await datasette.client.get(address) for address in ("/", "/search?q=pasar", "/arsip", "/sites")]
        assert [answer.status_code for answer in answers] == [200] * 4
        return [link for answer in answers for link in re.findall(r'(?:href|action)="(/[^"]*)"', answer.text)]

    links = asyncio.run(visits())
    assert links and not [link for link in links if not link.startswith("/berita/")]


def test_what_is_written_while_it_is_served_is_shown(crawled: Crawled, visit, monkeypatch) -> None:
    monkeypatch.setattr("blitar_scraper.publishing.plugin.remembering._GOOD_FOR", 0.0)
    monkeypatch.setattr("blitar_scraper.publishing.plugin.remembering._TIMES_ITS_COST", 0)
    visitor = visit()
    assert visitor.get("/").status == 200
    crawled.store(article_seen("baru", title="Berita yang baru saja masuk"))
    assert "Berita yang baru saja masuk" in visitor.get("/").page.text


def test_what_costs_much_is_asked_once_while_it_is_good(crawled: Crawled, tmp_path: Path) -> None:
    now, asked = [0.0], []

    async def ask() -> int:
        asked.append(now[0])
        now[0] += 10  # seconds that it takes
        await asyncio.sleep(0)
        return len(asked)

    async def readers() -> None:
        datasette = Datasette([str(tmp_path / "arsip.db")])

        async def read() -> int:
            return await remembered(datasette, "number", ask, clock=lambda: now[0])

        assert await asyncio.gather(read(), read(), read()) == [1, 1, 1]
        crawled.store(article_seen("x"))
        assert await read() == 1  # 10 seconds of work are good for 300
        now[0] += 299
        assert await read() == 1
        now[0] += 2
        assert await read() == 2
        now[0] += 10_000
        assert await read() == 2  # nothing was written since

    asyncio.run(readers())


def test_an_archive_that_is_called_like_a_page_of_ours_is_in_reach(tmp_path: Path, visit) -> None:
    for name in ("search", "site"):
        with Archive(tmp_path / f"{name}.db") as archive:
            archive.put_site(SITE, at=START)
        visitor = visit(tmp_path / f"{name}.db")
        (data,) = [link for link in visitor.get("/").page.all("a") if link.folded == "Data"]
        assert visitor.get(data.attributes["href"]).page.one("h1").folded == "The data"
        assert visitor.get(f"{data.attributes['href']}/sites.json?_shape=array").json[0]["id"] == SITE.id
        assert visitor.get("/search").page.one("h1").folded == "Search"


def test_an_archive_of_an_older_program_is_told_from_one_that_is_none(tmp_path: Path, capsys) -> None:
    path = tmp_path / "lama.db"
    with Archive(path) as archive:
        archive.db.execute("DROP VIEW public_articles")

    async def visits() -> int:
        return (await Datasette([str(path)]).client.get("/")).status_code

    assert asyncio.run(visits()) == 200
    assert "older version" in capsys.readouterr().err


def test_articles_with_every_field_missing_are_shown_as_such(crawled: Crawled, visit) -> None:
    empty = replace(FIRST, author=None, section=None, published_raw=None, published_precision=None, views=None)
    crawled.store(article_seen("kosong", article=empty, title=None, published_at=None, body=None, main_span=None))
    visitor = visit()
    for address in ("/", "/site/contoh", "/search?site=contoh"):
        answer = visitor.get(address)
        assert (answer.status, faults_of(answer)) == (200, [])
        assert "Untitled article" in answer.page.text
