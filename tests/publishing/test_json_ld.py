"""The data for machines in an article's page: schema.org's NewsArticle."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive.public_history import PublicHistory, public_history
from blitar_scraper.publishing.pages.json_ld import as_script, news_article
from tests.archive.archive_examples import Crawled, article_seen, days, url

UID = uid_of(url("pasar"))


def data(crawled: Crawled, number: int | None = None, archived_at: str | None = None) -> dict[str, Any]:
    history = public_history(crawled.archive.db, UID)
    assert isinstance(history, PublicHistory)
    version = history.present if number is None else history.version(number)
    assert version is not None
    return news_article(history, version, archived_at)


def test_it_says_what_the_page_says(crawled: Crawled) -> None:
    crawled.store(article_seen(tags=("pasar", "umkm"), language="id", image_url=url("a.jpg"), views=12))
    publisher = {"@type": "GovernmentOrganization", "name": "Kota Contoh", "url": "https://www.kota-contoh.go.id/"}
    assert data(crawled, archived_at="https://arsip.example.org/x") == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Wali Kota Resmikan Pasar",
        "creditText": "Admin Kota",  # who that is, nobody can tell from a page: no Person, no Organization
        "datePublished": "2026-03-01",
        "articleSection": "BERITA",
        "keywords": ["pasar", "umkm"],
        "inLanguage": "id",
        "wordCount": 12,
        "image": url("a.jpg"),
        "url": url("pasar"),
        "publisher": publisher,
        "isPartOf": {**publisher, "@type": "WebSite"},
        "identifier": {"@type": "PropertyValue", "propertyID": "uid", "value": UID},
        "version": 1,
        "archivedAt": "https://arsip.example.org/x",
        "interactionStatistic": {
            "@type": "InteractionCounter",
            "interactionType": {"@type": "ViewAction"},
            "userInteractionCount": 12,
        },
    }


@pytest.mark.parametrize("date", ["2024", "2024-09", "2024-09-27", "2024-09-27T10:30+07:00"])
def test_a_date_is_as_precise_as_it_is_known(crawled: Crawled, date: str) -> None:
    crawled.store(article_seen(published_at=date))
    assert data(crawled)["datePublished"] == date


def test_what_is_not_known_is_left_out(crawled: Crawled) -> None:
    nothing = dict.fromkeys(("title", "author", "section", "published_at", "published_precision", "views", "body"))
    crawled.store(article_seen(**nothing, main_span=None))
    assert set(data(crawled)) == {*("@context", "@type", "url", "publisher", "isPartOf", "identifier", "version")}


def test_a_change_is_dated_only_where_the_site_dates_it(crawled: Crawled) -> None:
    crawled.store(article_seen(), article_seen(at=days(1), title="Dua"))
    assert "dateModified" not in data(crawled)
    crawled.store(article_seen(at=days(2), title="Tiga", modified_at="2026-03-04T08:00+07:00"))
    assert data(crawled)["dateModified"] == "2026-03-04T08:00+07:00"


def test_a_former_version_has_no_count_of_today(crawled: Crawled) -> None:
    crawled.store(article_seen(title="Satu", views=10), article_seen(at=days(1), title="Dua", views=99))
    former = data(crawled, 1)
    assert (former["headline"], former["version"]) == ("Satu", 1)
    assert "interactionStatistic" not in former


def test_only_addresses_of_the_web_are_given(crawled: Crawled) -> None:
    crawled.store(article_seen(image_url="javascript:evil()"))
    crawled.archive.db.execute("UPDATE sites SET home_url = 'data:text/html,x'")
    crawled.archive.db.execute("UPDATE articles SET url = 'javascript:evil()'")
    text = as_script(data(crawled))
    assert "evil" not in text and "data:" not in text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_the_text_is_it_stays_data(text: str) -> None:
    script = as_script({"headline": text, text: [text]})
    assert json.loads(script) == {"headline": text, text: [text]}
    assert not set("<>&\u2028\u2029\u202e\x00") & set(script)


@pytest.mark.parametrize("text", ["</script><script>evil()</script>", "<!-- <script>", "]]>", "\u2028\u2029", "\u202e"])
def test_nothing_in_it_ends_the_element(text: str) -> None:
    script = as_script({"headline": text})
    assert json.loads(script)["headline"] == text
    assert "<" not in script and "\u2028" not in script
