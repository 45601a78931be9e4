"""Atom feeds that every reader can read: what came in, what was changed, what was removed."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from datetime import datetime
from typing import Any

import pytest

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import withholding
from blitar_scraper.items import Site
from blitar_scraper.publishing.pages.feeds import changes, newest
from blitar_scraper.publishing.words import Words
from tests.archive.archive_examples import Crawled, article_seen, days, gone, url

BASE = "https://arsip.example.org/berita"
ENGLISH, INDONESIAN = Words("en"), Words("id")
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
HOSTILE = 'A\u202eB\x00\x0b\x1b[31m\ufffe\uffff <script>alert("1")</script> ]]> &amp; \ud83d\u200f'


def feed_of(crawled: Crawled, *, site: str | None = None, limit: int = 50, words: Words = ENGLISH) -> Any:
    made = newest(crawled.archive.db, base_url=f"{BASE}/", title="Arsip", words=words, site=site, limit=limit)
    return None if made is None else valid(made)


def changes_of(crawled: Crawled, *, words: Words = ENGLISH, limit: int = 50) -> Any:
    return valid(changes(crawled.archive.db, base_url=BASE, title="Arsip", words=words, limit=limit))


def valid(made: bytes) -> Any:
    """The feed, if it is what RFC 4287 (4.1) asks for: ids, titles, moments, authors, links, all once and not empty."""
    feed = ElementTree.fromstring(made)
    assert feed.tag == f"{ATOM}feed"
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    for element in (feed, *feed.iterfind(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (one,) = element.iterfind(f"{ATOM}{name}")
            assert one.text
        assert len(element.findall(f"{ATOM}link[@rel='alternate']")) == 1
        for moment in (*element.iterfind(f"{ATOM}updated"), *element.iterfind(f"{ATOM}published")):
            assert MOMENT.fullmatch(str(moment.text))
            datetime.fromisoformat(str(moment.text))
        for link in element.iterfind(f"{ATOM}link"):
            assert re.fullmatch(r"https?://[!-~]+", link.attrib["href"])
    for entry in feed.iterfind(f"{ATOM}entry"):
        assert entry.findtext(f"{ATOM}author/{ATOM}name")
        assert str(entry.findtext(f"{ATOM}id")).startswith("urn:uuid:")
        summary = entry.find(f"{ATOM}summary")
        assert summary is not None
        assert summary.get("type") == "text"
    return feed


def texts(feed: Any, name: str) -> list[str | None]:
    return [entry.findtext(f"{ATOM}{name}") for entry in feed.iterfind(f"{ATOM}entry")]


def test_the_newest_are_those_that_came_in_last_whenever_they_were_published(crawled: Crawled) -> None:
    crawled.store(article_seen("a", at=days(1), title="A", published_at="2026-03-02"))
    crawled.store(article_seen("b", at=days(2), title="B", published_at="2019-05-10T10:30+07:00"))
    crawled.store(article_seen("c", at=days(3), title="C", published_at=None))
    crawled.store(article_seen("d", at=days(0), title="D", published_at="2026-02"))
    feed = feed_of(crawled)
    assert texts(feed, "title") == ["C", "B", "A", "D"]
    assert texts(feed, "published") == [None, "2019-05-10T10:30:00+07:00", "2026-03-02T00:00:00+07:00", None]
    assert texts(feed, "updated")[0] == "2026-03-05T01:00:00Z" == feed.findtext(f"{ATOM}updated")
    assert texts(feed_of(crawled, limit=2), "title") == ["C", "B"]


def test_an_entry_leads_to_our_page_and_to_the_site(crawled: Crawled) -> None:
    crawled.store(article_seen())
    feed = feed_of(crawled)
    entry = feed.find(f"{ATOM}entry")
    links = {link.get("rel"): link.get("href") for link in entry.iterfind(f"{ATOM}link")}
    assert links == {"alternate": f"{BASE}/article/{uid_of(url('pasar'))}", "via": url("pasar")}
    assert entry.findtext(f"{ATOM}summary") == "Pasar itu dibuka pagi ini oleh wali kota."
    assert [category.get("term") for category in entry.iterfind(f"{ATOM}category")] == ["Kota Contoh", "BERITA"]
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"{BASE}/feed.atom"


def test_an_id_stays_the_same_and_the_entry_is_updated_when_the_article_is(crawled: Crawled) -> None:
    crawled.store(article_seen())
    before = feed_of(crawled)
    crawled.store(article_seen(at=days(2), title="Baru"))
    after = feed_of(crawled, words=INDONESIAN)
    assert texts(after, "id") == texts(before, "id")
    assert texts(after, "updated") == ["2026-03-04T01:00:00Z"]
    assert texts(after, "title") == ["Baru"]


def test_a_site_has_a_feed_of_its_own_and_an_unknown_one_none(crawled: Crawled) -> None:
    crawled.archive.put_site(Site("kosong & sepi", "Kosong", "https://k.go.id/"), at=days(0))
    crawled.store(article_seen())
    assert len(texts(feed_of(crawled, site="contoh"), "id")) == 1
    empty = feed_of(crawled, site="kosong & sepi", words=INDONESIAN)
    assert texts(empty, "id") == []
    assert empty.findtext(f"{ATOM}title") == "Kosong: artikel terbaru"
    assert empty.find(f"{ATOM}link[@rel='self']").get("href") == f"{BASE}/feed/kosong%20%26%20sepi.atom"
    assert feed_of(crawled, site="tidak-ada") is None


def test_edits_and_removals_are_events(crawled: Crawled) -> None:
    crawled.store(article_seen("a", title="A"), article_seen("a", at=days(1), title="A baru", section="LAIN"))
    crawled.store(article_seen("b", title="B"), gone("b", at=days(2), reason="home"))
    feed = changes_of(crawled)
    assert texts(feed, "title") == ["Removed: B", "Changed: A baru"]
    assert texts(feed, "updated") == ["2026-03-04T01:00:00Z", "2026-03-03T01:00:00Z"]
    assert texts(feed, "summary") == [
        "The article was found removed from Kota Contoh: its address leads to the home page.",
        "Kota Contoh changed the article: title, section. The title was “A” and is now “A baru”.",
    ]
    assert texts(changes_of(crawled, words=INDONESIAN), "title") == ["Dihapus: B", "Diubah: A baru"]
    assert texts(changes_of(crawled, limit=1), "title") == ["Removed: B"]
    assert texts(changes_of(crawled), "id") == texts(feed, "id")


def test_what_a_page_says_is_text_and_no_more(crawled: Crawled) -> None:
    fields = dict.fromkeys(("title", "author", "section", "body"), HOSTILE)
    crawled.store(article_seen(main_span=None, **fields))
    crawled.store(article_seen(at=days(1), main_span=None, **{**fields, "title": HOSTILE + "2"}), gone(at=days(2)))
    crawled.archive.db.execute("UPDATE articles SET url = 'javascript:alert(1)'")
    shown = 'AB[31m <script>alert("1")</script> ]]> &amp;'
    for feed in (feed_of(crawled), changes_of(crawled)):
        (first, *_) = feed.iterfind(f"{ATOM}entry")
        assert shown in first.findtext(f"{ATOM}title")
        assert first.findtext(f"{ATOM}author/{ATOM}name").startswith(shown)
        assert [link.get("rel") for link in first.iterfind(f"{ATOM}link")] == ["alternate"]
        assert all(set(element.attrib) <= {"rel", "type", "href", "term"} for element in feed.iter())
    assert texts(feed_of(crawled), "summary")[0].startswith(shown)


@pytest.mark.parametrize("date", ["2026-02-30", "9999-12-31T23:59-11:00", "2026-03-01T10:30", "", "x"])
def test_a_date_that_is_none_is_left_out(crawled: Crawled, date: str) -> None:
    crawled.store(article_seen())
    crawled.archive.db.execute("UPDATE articles SET published_at = ?", [date])
    assert texts(feed_of(crawled), "published") == [None]


def test_an_article_without_anything_is_an_entry(crawled: Crawled) -> None:
    crawled.store(article_seen())
    crawled.archive.db.execute(
        "UPDATE articles SET title = NULL, author = NULL, section = NULL, published_at = NULL, body = NULL, url = ''"
    )
    feed = feed_of(crawled)
    assert texts(feed, "title") == ["Untitled article"]
    assert feed.findtext(f"{ATOM}entry/{ATOM}author/{ATOM}name") == "Kota Contoh"


def test_what_is_withheld_is_in_no_feed(crawled: Crawled) -> None:
    for name in ("semua", "judul"):
        crawled.store(article_seen(name, title=f"Rahasia {name}"))
        crawled.store(article_seen(name, at=days(1), title=f"Rahasia {name} lagi"), gone(name, at=days(2)))
    with crawled.archive.transaction():
        for name, field in (("semua", None), ("judul", "title")):
            article = crawled.archive.article_by_uid(uid_of(url(name)))
            assert article is not None
            withholding.withhold(crawled.archive.db, article, reason="x", at="2026-03-09T00:00:00Z", field=field)
    for feed in (feed_of(crawled), changes_of(crawled)):
        assert "Rahasia" not in ElementTree.tostring(feed, encoding="unicode")
    assert texts(feed_of(crawled), "title") == ["Title withheld"]
    assert texts(changes_of(crawled), "title") == ["Removed: Title withheld"]


def test_an_empty_archive_has_feeds_without_entries(crawled: Crawled) -> None:
    assert texts(feed_of(crawled), "id") == texts(changes_of(crawled), "id") == []
