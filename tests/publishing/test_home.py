from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from blitar_scraper.archive import Archive
from tests.archive.archive_examples import SITE, START, Crawled, article_seen, days, entry, failed, gone, listing_seen
from tests.publishing.sound import faults_of
from tests.publishing.visiting import Page


def numbers(page: Page) -> dict[str, str]:
    """The key numbers of a page, by what they count."""
    return dict(zip((one.folded for one in page.all("dt")), (one.folded for one in page.all("dd")), strict=False))


def finish(crawled: Crawled, after: float, status: str = "finished") -> None:
    crawled.archive.finish_run(crawled.run_id, at=days(after), status=status, exit_status=0, stats={})


def test_the_key_numbers_are_those_of_the_archive(crawled: Crawled, visit) -> None:
    crawled.store(article_seen("a", published_at="2026-01-05"), article_seen("b", published_at="2026-02-05"))
    crawled.store(article_seen("c", published_at=None), article_seen("d", published_at="2025"))
    crawled.store(article_seen("a", days(1), title="Judul baru", published_at="2026-01-05"), gone("b", days(2)))
    page = visit().get("/").page
    assert list(numbers(page).values())[:4] == ["4", "1", "1", "1"]
    assert "Published 5 January 2026 to 5 February 2026" in page.text
    assert "Not in the chart: 1 article without a date; 1 article dated to the year only." in page.text


def test_the_last_crawl_is_told_with_how_it_ended(crawled: Crawled, visit) -> None:
    crawled.store(article_seen())
    finish(crawled, 1, status="interrupted")
    page = visit().get("/").page
    assert "Last crawl 2 March 2026, 01:00 UTC" in page.text
    assert "interrupted" in page.one("table", class_="sites").folded


def test_gaps_are_told_apart(crawled: Crawled, visit) -> None:
    crawled.store(article_seen("a", published_at="2025-10-05"), article_seen("b", published_at="2026-01-05"))
    crawled.store(listing_seen(entry("c", published_at="2025-12-09")), failed("c"))
    page = visit().get("/").page
    row = page.one("table", class_="sites").folded
    assert "1 month incomplete" in row
    # November and February, of which nothing is known, and March, whose crawl has not ended.
    assert "3 months not observed" in row
    finish(crawled, 1)
    with crawled.archive.transaction():
        crawled.archive.db.execute("UPDATE sites SET backfilled_at = ?", ["2026-03-02T02:00:00Z"])
    row = visit().get("/").page.one("table", class_="sites").folded
    assert "3 months silent" in row
    assert "not observed" not in row


def test_of_a_withheld_article_the_home_page_tells_the_number_alone(crawled: Crawled, visit) -> None:
    crawled.store(article_seen("a", title="Rahasia besar"), article_seen("b", title="Biasa saja"))
    crawled.store(article_seen("a", days(1), title="Rahasia besar diubah"))
    (row,) = crawled.rows("SELECT * FROM articles WHERE url LIKE '%/a'")
    crawled.archive.withhold(row, reason="privacy", at=days(2))
    visitor = visit()
    for address in ("/", "/site/contoh", "/search?site=contoh"):
        answer = visitor.get(address)
        assert answer.status == 200
        assert "Rahasia" not in answer.text
        assert row["uid"] not in answer.text
    page = visitor.get("/").page
    assert "1 article kept out of everything public" in page.text
    assert "Biasa saja" in page.text


def test_a_withheld_title_is_told_from_one_that_is_missing(crawled: Crawled, visit) -> None:
    crawled.store(article_seen("a", title="Rahasia besar"), article_seen("b", title=None))
    (row,) = crawled.rows("SELECT * FROM articles WHERE url LIKE '%/a'")
    crawled.archive.withhold(row, field="title", reason="privacy", at=days(2))
    page = visit().get("/").page
    assert "Rahasia" not in page.text
    assert page.one("a", href=f"/article/{row['uid']}").folded == "Title withheld"
    assert "Untitled article" in page.text


def test_the_latest_come_first_and_those_without_a_date_last(crawled: Crawled, visit) -> None:
    for name, published in (("lama", "2020-01-01"), ("baru", "2026-02-28"), ("tanpa", None), ("sedang", "2024-05-05")):
        crawled.store(article_seen(name, title=f"Judul {name}", published_at=published))
    page = visit().get("/").page
    titles = [one.folded for one in page.all("h3") if one.folded.startswith("Judul")]
    assert titles == ["Judul baru", "Judul sedang", "Judul lama", "Judul tanpa"]


def test_edits_and_removals_are_told_with_what_happened(crawled: Crawled, visit) -> None:
    crawled.store(article_seen("a", title="Satu"), article_seen("b", title="Dua"))
    crawled.store(article_seen("a", days(1), title="Satu lagi"), gone("b", days(2), "home"))
    section = next(one for one in visit().get("/").page.all("section") if one.folded.startswith("Edited and removed"))
    assert section.folded == (
        "Edited and removed Removed, seen 4 Mar 2026 its address leads to the home page Dua "
        "Edited, seen 3 Mar 2026 title Satu lagi"
    )


def test_an_empty_archive_says_that_nothing_is_there_yet(tmp_path: Path, visit) -> None:
    with Archive(tmp_path / "kosong.db"):
        pass
    for language, said in (("en", "Nothing has been archived yet"), ("id", "Belum ada yang diarsipkan")):
        visitor = visit(tmp_path / "kosong.db", language=language)
        for address in ("/", "/sites", "/search", "/search?q=pasar", "/kosong"):
            answer = visitor.get(address)
            assert (address, answer.status) == (address, 200)
        answer = visitor.get("/")
        assert faults_of(answer) == []
        assert said in answer.page.text


def test_articles_of_one_day_are_of_that_day(crawled: Crawled, visit) -> None:
    crawled.store(article_seen("satu", published_at="2026-01-01"))
    crawled.archive.finish_run(crawled.run_id, at=days(1), status="finished", exit_status=0, stats={})
    page = visit().get("/").page
    assert "Published 1 January 2026 Last crawl" in page.text
    assert "from 1 site, 1 January 2026. Collected" in page.text


def test_a_site_that_was_never_crawled_is_listed(tmp_path: Path, visit) -> None:
    with Archive(tmp_path / "arsip.db") as archive:
        archive.put_site(SITE, at=START)
    page = visit().get("/").page
    assert "Kota Contoh" in page.one("table", class_="sites").folded
    assert "never" in page.one("table", class_="sites").folded
    assert visit().get("/site/contoh").status == 200


def test_many_sites_have_a_page_of_their_own(crawled: Crawled, visit) -> None:
    crawled.store(article_seen())
    with crawled.archive.transaction():
        for number in range(549):
            row = {"id": f"situs{number:03d}", "name": f"Kabupaten {number}", "home_url": f"https://s{number}.example/"}
            crawled.archive.db.table("sites").insert(
                {**row, "settings": json.dumps({}), "added_at": "2026-03-02T01:00:00Z"}
            )
    visitor = visit()
    home = visitor.get("/").page
    assert len(home.one("table", class_="sites").folded) < 2000
    assert home.one("a", href="/sites").folded == "All 550 sites"
    answer = visitor.get("/sites")
    assert faults_of(answer) == []
    assert len([link for link in answer.page.links if link.startswith("/site/")]) == 550


@pytest.mark.parametrize("name", ["a b", "ä/ö", "x?y#z", "%2e%2e", "'\"><b>"])
def test_a_site_of_any_name_has_its_page(tmp_path: Path, visit, name: str) -> None:
    with Archive(tmp_path / "arsip.db") as archive:
        archive.put_site(replace(SITE, id=name, name=f"Situs {name}"), at=START)
    visitor = visit()
    links = [link for link in visitor.get("/").page.links if link.startswith("/site/")]
    assert len(links) == 1
    answer = visitor.get(links[0])
    assert (answer.status, answer.page.one("h1").folded) == (200, f"Situs {name}")
    assert faults_of(answer) == []


def test_a_sites_page_marks_the_months_of_which_something_is_wrong(crawled: Crawled, visit) -> None:
    crawled.store(article_seen("a", published_at="2025-12-05"), article_seen("b", published_at="2026-02-05"))
    page = visit().get("/site/contoh").page
    assert page.one("ul", class_="legend").folded == "news not observed: 2 months"
    assert len(page.all("rect", class_="mark")) == 2


def test_the_citation_of_the_archive_says_what_it_has_and_of_when(crawled: Crawled, visit) -> None:
    crawled.store(article_seen())
    finish(crawled, 1)
    said = visit().get("/").page.one("blockquote", class_="citation").folded
    assert said == (
        "News of Kota Contoh. 1 article from 1 site, 1 March 2026. Collected with blitar_scraper; "
        "state of 2 March 2026. https://arsip.example.org"
    )
