"""The words of the search index by their stems: which are there when, and what it takes to keep them so."""

from __future__ import annotations

from pathlib import Path

import pytest
from archive_examples import SITE, Crawled, article_seen, days, url
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from blitar_scraper.archive import Archive, stems
from blitar_scraper.archive.database import transaction
from blitar_scraper.archive.tokens import tokens_of, vocabulary_of
from blitar_scraper.archive.verification import repair, verify


def finish(crawled: Crawled) -> None:
    crawled.archive.finish_run(crawled.run_id, at=days(1), status="finished", exit_status=0)


def terms(crawled: Crawled, stem: str) -> list[str]:
    return crawled.values("SELECT term FROM stem_terms WHERE stem = :stem ORDER BY term", stem=stem)


def test_a_run_that_ends_leaves_every_word_with_its_stem(crawled: Crawled) -> None:
    crawled.store(article_seen(title="Penghargaan untuk Wali Kota", body="Warga menghargai kotanya.", main_span=None))
    assert crawled.values("SELECT * FROM stem_terms") == []
    finish(crawled)
    assert terms(crawled, "harga") == ["menghargai", "penghargaan"]
    assert terms(crawled, "kota") == ["kota", "kotanya"]
    assert stems.wrong_words(crawled.archive.db) == []


def test_the_words_of_an_edit_and_of_a_second_run_come_to_those_of_the_first(crawled: Crawled) -> None:
    crawled.store(article_seen(title="Penghargaan", body="x"))
    finish(crawled)
    crawled.run_id = crawled.archive.start_run(SITE.id, "update", at=days(2), program_version="0.1.0")
    crawled.store(article_seen(at=days(2), title="Dihargai", body="x"), article_seen("lain", title="Menghargai"))
    finish(crawled)
    assert terms(crawled, "harga") == ["dihargai", "menghargai", "penghargaan"]


def test_a_run_looks_only_at_what_it_read_itself(crawled: Crawled, monkeypatch: pytest.MonkeyPatch) -> None:
    crawled.store(article_seen())
    finish(crawled)

    def refuse(db: Database) -> int:
        raise AssertionError("all words of the archive are gone through")

    monkeypatch.setattr(stems, "update_stems", refuse)
    with Archive(crawled.archive.path) as another:
        again = Crawled(another)
        again.store(article_seen("lain", title="Menghargai"))
        finish(again)
        assert terms(again, "harga") == ["menghargai"]


def test_words_of_a_run_that_was_killed_come_with_the_next_one_of_the_site(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    with Archive(path) as archive:
        crawled = Crawled(archive)
        crawled.store(article_seen(title="Penghargaan"))
        finish(crawled)
        archive.start_run(SITE.id, "update", at=days(2), program_version="0.1.0")
        crawled.store(article_seen("lain", title="Menghargai"))  # and here it is killed
    with Archive(path) as archive:
        crawled = Crawled(archive)
        finish(crawled)
        assert terms(crawled, "harga") == ["menghargai", "penghargaan"]


@pytest.mark.parametrize("version", [1, 2, 3])
def test_an_archive_of_an_older_version_gets_its_stems_by_the_next_run(version: int, tmp_path: Path) -> None:
    path = tmp_path / "former.db"
    path.write_bytes((Path(__file__).parent / "data" / f"version_{version}.db").read_bytes())
    with Archive(path) as archive:
        assert not stems.is_filled(archive.db)
        finish(Crawled(archive))
        assert stems.is_filled(archive.db)
        assert stems.wrong_words(archive.db) == []


def test_made_anew_they_lose_the_words_that_are_in_no_text_any_more(crawled: Crawled) -> None:
    crawled.store(article_seen(title="Rahasia"), article_seen(at=days(1), title="Terbuka"))
    crawled.archive.db.execute("INSERT INTO stem_terms VALUES ('rahasia', 'rahasia'), ('salah', 'terbuka')")
    number = stems.rebuild_stems(crawled.archive.db)
    assert number == len(crawled.rows("SELECT * FROM stem_terms"))
    assert terms(crawled, "rahasia") == terms(crawled, "salah") == []
    assert terms(crawled, "buka") == ["dibuka", "terbuka"]


def test_within_a_transaction_of_the_caller_they_are_a_part_of_it(crawled: Crawled) -> None:
    crawled.store(article_seen())
    db = crawled.archive.db
    with pytest.raises(KeyError), transaction(db):
        assert stems.update_stems(db) > 0
        assert stems.rebuild_stems(db) > 0
        raise KeyError
    assert crawled.values("SELECT * FROM stem_terms") == []


def test_numbers_and_words_of_other_scripts_have_no_stems(crawled: Crawled) -> None:
    crawled.store(article_seen(title="2024 covid19 мир é café", body=None, main_span=None))
    finish(crawled)
    assert crawled.values("SELECT term FROM stem_terms ORDER BY term") == ["cafe"]


def test_an_empty_archive_has_none(crawled: Crawled) -> None:
    finish(crawled)
    assert stems.rebuild_stems(crawled.archive.db) == stems.update_stems(crawled.archive.db) == 0


def test_words_without_stems_are_found_by_verify_and_mended(crawled: Crawled) -> None:
    crawled.store(article_seen(title="Penghargaan"), article_seen("lain", title="Menghargai"))
    finish(crawled)
    assert "search-index" not in verify(crawled.archive).findings.counts
    crawled.archive.db.execute("DELETE FROM stem_terms WHERE term = 'menghargai'")
    crawled.archive.db.execute("UPDATE stem_terms SET stem = 'salah' WHERE term = 'penghargaan'")
    findings = verify(crawled.archive).findings
    assert [finding.what for finding in findings.shown["search-index"]] == [
        "2 words of the texts are not there with their stems"
    ]
    repair(crawled.archive, [], at=days(3))
    assert terms(crawled, "harga") == ["menghargai", "penghargaan"]
    assert "search-index" not in verify(crawled.archive).findings.counts


def test_verify_says_nothing_of_words_that_a_run_under_way_will_bring(crawled: Crawled) -> None:
    crawled.store(article_seen(title="Penghargaan"))
    finish(crawled)
    crawled.archive.start_run(SITE.id, "update", at=days(2), program_version="0.1.0")
    crawled.store(article_seen(url("lain"), at=days(2), title="Menghargai"))
    assert "search-index" not in verify(crawled.archive).findings.counts


def test_a_text_is_taken_apart_as_the_search_index_does_it() -> None:
    assert tokens_of(["Jum'at, PAGI", "", "Anak-anak é", "…"]) == [["jum", "at", "pagi"], [], ["anak", "anak", "e"], []]
    assert vocabulary_of(["b a", "a c"]) == ["a", "b", "c"]
    assert tokens_of([]) == vocabulary_of([]) == []


@given(st.lists(st.text(max_size=20).filter(lambda text: "\0" not in text and text.isprintable()), max_size=4))
def test_whatever_the_texts_each_is_taken_apart_by_itself(texts: list[str]) -> None:
    taken = tokens_of(texts)
    assert [tokens_of([text]) for text in texts] == [[words] for words in taken]
    assert vocabulary_of(texts) == sorted({word for words in taken for word in words}, key=str.encode)
