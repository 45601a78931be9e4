"""Search by word stem, by phrase, with exclusions and filters; what it counts, and how it shows hits."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from archive_examples import START, ArticleSeen, Crawled, article_seen, days
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from blitar_scraper.archive import facets as counting
from blitar_scraper.archive import search as searching
from blitar_scraper.archive.facets import Count, Facets, facets
from blitar_scraper.archive.search import Segment, forms_found, search
from blitar_scraper.archive.search_words import add_functions, fts_query
from blitar_scraper.archive.stems import update_stems
from blitar_scraper.archive.suggestions import did_you_mean
from blitar_scraper.archive.values import clean_text
from blitar_scraper.items import Site

AWARDS = ("penghargaan", "menghargai", "dihargai")


def put(crawled: Crawled, *titles: str, **changes: Any) -> None:
    """Articles with these titles and no text."""
    known = len(crawled.rows("SELECT id FROM articles"))
    for number, title in enumerate(titles, known):
        crawled.store(article_seen(f"a{number}", **{"title": title, "body": None, "main_span": None, **changes}))
    update_stems(crawled.archive.db)


def titles(crawled: Crawled, words: str, **options: Any) -> list[str | None]:
    return [hit.title for hit in search(crawled.archive.db, words, **options)]


@pytest.mark.parametrize("has_stems", [True, False], ids=["with-stems", "of-an-older-version"])
@pytest.mark.parametrize("word", AWARDS)
def test_the_forms_of_a_word_find_each_other(crawled: Crawled, word: str, has_stems: bool) -> None:
    put(crawled, *AWARDS, "harganas")
    if not has_stems:
        crawled.archive.db.execute("DELETE FROM stem_terms")
    assert set(titles(crawled, word)) == set(AWARDS)


def test_the_form_that_was_typed_comes_first(crawled: Crawled) -> None:
    put(crawled, "menghargai", "dihargai", "menghargai menghargai")
    put(crawled, "lain", body="penghargaan")
    assert titles(crawled, "penghargaan")[0] == "lain"
    assert titles(crawled, "dihargai")[0] == "dihargai"


def test_each_word_is_looked_for_in_any_form_and_all_must_be_there(crawled: Crawled) -> None:
    put(crawled, "Menghargai pemenang", "Menghargai atlet", "Dimenangkan")
    assert titles(crawled, "penghargaan menang") == ["Menghargai pemenang"]


def test_words_in_quotes_stand_together_and_exactly_so(crawled: Crawled) -> None:
    put(crawled, "Wali Kota hadir", "Kota Wali hadir", "Wali Kotanya menghadiri")
    assert titles(crawled, '"wali kota"') == ["Wali Kota hadir"]
    assert titles(crawled, '"wali kota" menghadiri') == ["Wali Kota hadir"]
    assert titles(crawled, "“wali kota”") == titles(crawled, '"wali kota') == ["Wali Kota hadir"]


def test_a_word_behind_a_minus_must_not_be_there_just_as_it_was_typed(crawled: Crawled) -> None:
    put(crawled, "Pasar ikan", "Pasar ikannya", "Pasar hewan besar")
    assert set(titles(crawled, "pasar -ikan")) == {"Pasar ikannya", "Pasar hewan besar"}
    assert set(titles(crawled, 'pasar -"hewan besar"')) == {"Pasar ikan", "Pasar ikannya"}
    assert titles(crawled, "-pasar") == titles(crawled, "- ") == []


def test_a_hyphen_within_a_word_excludes_nothing(crawled: Crawled) -> None:
    put(crawled, "COVID-19 mereda", "Anak-anak bermain", "Anaknya bermain")
    assert titles(crawled, "covid-19") == ["COVID-19 mereda"]
    assert titles(crawled, "anak-anak") == ["Anak-anak bermain", "Anaknya bermain"]


@pytest.mark.parametrize("word", ["jumat", "Jum'at", "Jum’at", "JUM`AT"])
def test_friday_is_found_in_each_of_its_spellings(crawled: Crawled, word: str) -> None:
    put(crawled, "Salat Jum'at", "Salat Jumat", "Salat Jum’at", "Sabtu")
    assert len(titles(crawled, word)) == 3


def test_diacritics_make_no_difference(crawled: Crawled) -> None:
    put(crawled, "Kafé dibuka", "Kafe ditutup")
    assert len(titles(crawled, "kafe")) == len(titles(crawled, "kafé")) == 2


def test_where_nothing_is_found_the_nearest_words_that_are_there_are_proposed(crawled: Crawled) -> None:
    put(crawled, "Penghargaan wali kota", "Pasar ikan")
    db = crawled.archive.db
    assert did_you_mean(db, "penghargan wali") == "penghargaan wali"
    assert did_you_mean(db, "pasr ikam") == "pasar ikan"
    assert did_you_mean(db, "penghargaan ikan") is None  # each is there, but not in one article
    assert did_you_mean(db, "pasar -ikam xyzzy") is None


@given(words=st.text(max_size=20) | st.text(alphabet='abcd -"\ud800\0', max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
def test_whatever_is_typed_a_proposal_is_found(crawled: Crawled, words: str) -> None:
    if not crawled.rows("SELECT id FROM articles"):
        put(crawled, "a b c 1 2 3 abc")
    meant = did_you_mean(crawled.archive.db, words)
    assert meant is None or titles(crawled, meant)
    assert len(forms_found(crawled.archive.db, words.split())) == len(words.split())


# Filters


@pytest.fixture
def filtered(crawled: Crawled) -> Crawled:
    other = Site(id="lain", name="Lain", home_url="https://lain.go.id/")
    crawled.archive.put_site(other, at=START)
    put(crawled, "Pasar 1", "Pasar 2", published_at="2024-09-27")
    put(crawled, "Pasar 3", published_at="2025-01-31T10:30+07:00", section="EKONOMI")
    put(crawled, "Pasar 4", published_at="2025-02", section=None)
    put(crawled, "Pasar 5", published_at=None)
    seen = article_seen("https://lain.go.id/x", title="Pasar 6", published_at="2024-12-31")
    crawled.store(ArticleSeen(other, seen.fetch, seen.reading))
    return crawled


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({"site": "lain"}, "6"),
        ({"site": "contoh"}, "12345"),
        ({"site": "tidak-ada"}, ""),
        ({"year": 2024}, "126"),
        ({"year": 2025}, "34"),
        ({"year": 1}, ""),
        ({"section": "EKONOMI"}, "3"),
        ({"section": "BERITA", "year": 2024, "site": "contoh"}, "12"),
        ({"since": "2024-12-31"}, "346"),
        ({"since": "2025-02"}, "4"),
        ({"until": "2024-09-27"}, "12"),
        ({"until": "2024"}, "126"),
        ({"since": "2024-12", "until": "2025-01"}, "36"),
        ({"since": "2025-01", "year": 2024}, ""),
    ],
)
def test_what_is_found_can_be_held_to_site_time_and_section(
    filtered: Crawled, filters: dict[str, Any], numbers: str
) -> None:
    assert sorted(title[-1] for title in titles(filtered, "pasar", **filters) if title) == list(numbers)
    assert facets(filtered.archive.db, "pasar", **filters).total == len(numbers)


def test_the_counts_of_a_kind_leave_its_own_filter_aside(filtered: Crawled) -> None:
    db = filtered.archive.db
    whole = facets(db, "pasar")
    assert (whole.total, whole.is_more) == (6, False)
    assert whole.sites == (Count("contoh", 5), Count("lain", 1))
    assert whole.years == (Count("2025", 2), Count("2024", 3), Count(None, 1))
    assert whole.sections == (Count("BERITA", 4), Count(None, 1), Count("EKONOMI", 1))
    of_one = facets(db, "pasar", site="lain")
    assert (of_one.total, of_one.sites) == (1, whole.sites)
    assert of_one.years == (Count("2024", 1),)
    of_a_year = facets(db, "pasar", year=2025)
    assert (of_a_year.years, of_a_year.sites) == (whole.years, (Count("contoh", 2),))
    assert facets(db, "…") == facets(db, "nihil") == Facets(0, False, (), (), ())


def test_many_hits_are_counted_up_to_a_limit_and_said_to_be_more(filtered: Crawled) -> None:
    found = facets(filtered.archive.db, "pasar", most=4)
    assert (found.total, found.is_more) == (4, True)
    assert sum(count.number for count in found.years) == 4
    assert facets(filtered.archive.db, "pasar", most=6).is_more is False


def test_of_more_than_can_be_looked_at_the_count_is_the_least_there_are(
    filtered: Crawled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "MOST_LOOKED_AT", 3)  # those stored last: 4, 5, 6
    found = facets(filtered.archive.db, "pasar", site="contoh")
    assert (found.total, found.is_more) == (2, True)


# Pages


def test_pages_make_one_list_in_which_each_article_is_once(crawled: Crawled) -> None:
    put(crawled, *(f"Pasar {number}" for number in range(7)), *(f"Pasarnya {number}" for number in range(6)))
    whole = search(crawled.archive.db, "pasar", limit=100)
    assert [hit.rank for hit in whole] == list(range(1, 14))
    assert {hit.title.split()[0] for hit in whole[:7] if hit.title} == {"Pasar"}
    for size in (1, 4, 5):
        pages = [search(crawled.archive.db, "pasar", limit=size, offset=start) for start in range(0, 15, size)]
        assert [hit for page in pages for hit in page] == whole


def test_of_a_common_word_the_titles_come_first_and_nothing_twice(
    crawled: Crawled, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(crawled, *("lain " * 9 + str(number) for number in range(5)), body="pasar " * 9)
    put(crawled, "Pasar 1", "Pasar 2", body="pasar " * 2)
    put(crawled, "Pasarnya", "Lain", body="pasarnya")
    whole = titles(crawled, "pasar -segar")
    monkeypatch.setattr(searching, "MOST_RANKED", 5)
    found = titles(crawled, "pasar -segar")
    assert found[:2] == ["Pasar 1", "Pasar 2"]
    assert found[-2:] == ["Pasarnya", "Lain"]
    assert sorted(map(str, found)) == sorted(map(str, whole))
    assert titles(crawled, "pasar", offset=1, limit=3) == found[1:4]


# What is shown


def test_hits_are_marked_in_title_and_text_in_each_form(crawled: Crawled) -> None:
    put(crawled, "Kota dan perkotaan", body="Di kota itu.\n<b>Kotanya</b> [indah]")
    (hit,) = search(crawled.archive.db, "kota")
    assert hit.title_segments == (Segment("Kota", True), Segment(" dan ", False), Segment("perkotaan", True))
    assert hit.segments == (
        *(Segment("Di ", False), Segment("kota", True), Segment(" itu.\n<b>", False)),
        *(Segment("Kotanya", True), Segment("</b> [indah]", False)),
    )
    assert hit.snippet == "Di [kota] itu.\n<b>[Kotanya]</b> [indah]"


@given(text=st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
def test_no_text_can_forge_a_hit(crawled: Crawled, text: str) -> None:
    crawled.store(article_seen(title="judul"))
    crawled.archive.db.execute("UPDATE articles SET evidence = '{}', body = ?", [clean_text(f"{text} kota")])
    (hit,) = search(crawled.archive.db, "kota")
    assert {segment.text.lower() for segment in hit.segments if segment.is_hit} == {"kota"}


def test_an_article_without_title_has_no_segments_of_it(crawled: Crawled) -> None:
    crawled.store(article_seen(title=None))
    (hit,) = search(crawled.archive.db, "pasar")
    assert (hit.title, hit.title_segments) == (None, ())
    assert "[Pasar]" in hit.snippet


# What is withheld


def withhold(crawled: Crawled, name: str, field: str) -> None:
    archive = crawled.archive
    row = archive.find_article(article_seen(name).reading.article.url)
    assert row is not None
    archive.withhold(row, reason="diminta", at=days(1), field=field)


def test_filters_and_counts_give_nothing_withheld_away(filtered: Crawled) -> None:
    withhold(filtered, "a0", "published_at")
    withhold(filtered, "a2", "section")
    assert titles(filtered, "pasar", year=2024, site="contoh") == ["Pasar 2"]
    assert titles(filtered, "pasar", until="2024-09-27") == ["Pasar 2"]
    assert titles(filtered, "pasar", section="EKONOMI") == []
    found = facets(filtered.archive.db, "pasar")
    assert found.years == (Count("2025", 2), Count("2024", 2), Count(None, 2))
    assert found.sections == (Count("BERITA", 4), Count(None, 2))


def test_a_hidden_text_excludes_nothing(crawled: Crawled) -> None:
    put(crawled, "Pasar 1", "Pasar 2", body="rahasia")
    withhold(crawled, "a0", "body")
    assert titles(crawled, "pasar -rahasia") == ["Pasar 1"]
    assert facets(crawled.archive.db, "pasar -rahasia").total == 1


def test_of_the_forms_that_are_told_none_is_of_a_hidden_text_only(crawled: Crawled) -> None:
    put(crawled, "Penghargaan", "Menghargai", "Pasar")
    put(crawled, "Lain", body="dihargai")
    db = crawled.archive.db
    assert forms_found(db, ["harga", "pasar"]) == [(["dihargai", "menghargai", "penghargaan"], 0), ([], 0)]
    assert forms_found(db, ["harga"], most=2) == [(["dihargai", "menghargai"], 1)]
    withhold(crawled, "a3", "body")
    assert forms_found(db, ["harga"]) == [(["menghargai", "penghargaan"], 0)]


# On connections of others


@pytest.fixture
def served(crawled: Crawled) -> Iterator[sqlite3.Connection]:
    """The archive as Datasette has it open: read-only, immutable, its own row factory."""
    put(crawled, *AWARDS, "Wali Kota")
    crawled.archive.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = crawled.archive.path
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def test_search_works_on_a_connection_that_others_opened(served: sqlite3.Connection) -> None:
    db = Database(served, execute_plugins=False)
    assert {hit.title for hit in search(db, "penghargaan")} == set(AWARDS)
    assert facets(db, "penghargaan").total == 3
    assert served.row_factory is sqlite3.Row


def test_a_query_of_fts_can_be_asked_for_in_sql(served: sqlite3.Connection) -> None:
    add_functions(served)
    sql = "SELECT COUNT(*) FROM articles_fts WHERE articles_fts MATCH stemmed(?)"
    found = {
        words: served.execute(sql, [words]).fetchone()[0] for words in ("penghargaan", '"wali kota"', "", "*", None)
    }
    assert found == {"penghargaan": 3, '"wali kota"': 1, "": 0, "*": 0, None: 0}
    assert "menghargai" in fts_query(served, "harga")


@given(words=st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
def test_whatever_is_typed_is_a_query_of_fts(served: sqlite3.Connection, words: str) -> None:
    served.execute("SELECT * FROM articles_fts WHERE articles_fts MATCH ?", [fts_query(served, words)]).fetchall()


def test_a_pasted_text_is_searched_for_by_its_first_words(crawled: Crawled) -> None:
    put(crawled, "kata " * 50)
    assert len(titles(crawled, "kata " * 5_000)) == 1
