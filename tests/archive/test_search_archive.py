"""Full-text search, and the index that it rests on."""

from __future__ import annotations

import pytest
from archive_examples import SITE, START, ArticleSeen, Crawled, article_seen, days, url
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blitar_scraper.archive import Archive
from blitar_scraper.items import Site


def titles(archive: Archive, words: str, **options: object) -> list[str | None]:
    return [hit.title for hit in archive.search(words, **options)]  # type: ignore[arg-type]


def test_all_words_are_looked_for_in_title_and_text(crawled: Crawled) -> None:
    crawled.store(
        article_seen("a", title="Pasar dibuka", body="Wali kota hadir"), article_seen("b", title="Pasar ditutup")
    )
    assert titles(crawled.archive, "PASAR hadir") == ["Pasar dibuka"]
    assert titles(crawled.archive, "pasar nihil") == []


def test_a_word_in_the_title_ranks_above_one_in_the_text(crawled: Crawled) -> None:
    crawled.store(article_seen("a", title="Lain", body="pasar " * 20, main_span=None))
    crawled.store(article_seen("b", title="Pasar", body="lain", main_span=None))
    assert titles(crawled.archive, "pasar") == ["Pasar", "Lain"]
    assert titles(crawled.archive, "pasar", limit=1) == ["Pasar"]


def test_a_hit_says_where_it_is_and_shows_the_words(crawled: Crawled) -> None:
    outcome = crawled.store(article_seen())
    (hit,) = crawled.archive.search("dibuka")
    assert (hit.article_id, hit.site, hit.url, hit.published_at) == (
        *(outcome.article_id, "contoh", url("pasar"), "2026-03-01"),
    )
    assert "[dibuka] pagi ini" in hit.snippet


def test_search_can_be_held_to_one_site(crawled: Crawled) -> None:
    other = Site(id="lain", name="Lain", home_url="https://lain.go.id/")
    crawled.archive.put_site(other, at=START)
    seen = article_seen("https://lain.go.id/x", title="Pasar lain")
    crawled.store(article_seen(), ArticleSeen(other, seen.fetch, seen.reading))
    assert titles(crawled.archive, "pasar", site="lain") == ["Pasar lain"]
    assert len(titles(crawled.archive, "pasar")) == 2


def test_contact_block_and_press_release_head_are_not_searched(crawled: Crawled) -> None:
    crawled.store(article_seen())
    assert titles(crawled.archive, "Telp") == titles(crawled.archive, "SIARAN") == []


def test_the_index_follows_insert_update_and_delete(crawled: Crawled) -> None:
    crawled.store(article_seen(title="satu", body="alfa", main_span=None))
    crawled.check_search_index()
    crawled.store(article_seen(at=days(1), title="dua", body="beta gama", main_span=(0, 4)))
    crawled.check_search_index()
    assert titles(crawled.archive, "dua beta") == ["dua"]
    for old in ("satu", "alfa", "gama"):
        assert titles(crawled.archive, old) == []
    # Only the span moves: title and body stay, what is searched does not.
    crawled.archive.db.execute("UPDATE articles SET evidence = json_set(evidence, '$.main_span', json('[5, 9]'))")
    crawled.check_search_index()
    assert titles(crawled.archive, "gama") == ["dua"]
    assert titles(crawled.archive, "beta") == []
    for table in ("view_counts", "article_versions", "pages", "articles"):
        crawled.archive.db.execute(f"DELETE FROM {table}")
    crawled.check_search_index()
    assert titles(crawled.archive, "dua") == []


def test_the_integrity_check_used_here_does_find_a_wrong_index(crawled: Crawled) -> None:
    crawled.store(article_seen())
    crawled.archive.db.execute(
        "INSERT INTO articles_fts (articles_fts, rowid, title, body_main)"
        " SELECT 'delete', id, title, body_main FROM articles"
    )
    with pytest.raises(Exception, match="malformed"):
        crawled.check_search_index()


@pytest.mark.parametrize(
    "words",
    ["", " ", '"', "'", '""', "*", "NEAR(", "AND", "NOT pasar", "pasar OR", "title:", "a^2", "(", "-", "\0", "\ud800"],
)
def test_no_input_is_a_syntax_error(crawled: Crawled, words: str) -> None:
    crawled.store(article_seen())
    assert isinstance(crawled.archive.search(words), list)


def test_query_words_of_fts_are_looked_for_as_words(crawled: Crawled) -> None:
    crawled.store(article_seen(title="Pasar and near", body="or not", main_span=None))
    assert titles(crawled.archive, "AND NOT NEAR") == ["Pasar and near"]
    assert titles(crawled.archive, "title:pasar") == []


@given(words=st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
def test_whatever_is_typed_search_answers(crawled: Crawled, words: str) -> None:
    assert crawled.archive.search(words, site=SITE.id) == []
