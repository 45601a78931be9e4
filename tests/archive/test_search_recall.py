"""How many of a word's forms a search finds, as `benchmarks/search.py` measures it beside other ways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks.search import ASKED, WordArchive, all_words, read_names, read_roots, scores
from blitar_scraper.archive.stems import rebuild_stems
from blitar_scraper.indonesian.stemming import stem

ROOTS = read_roots()


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WordArchive]:
    archive = WordArchive(tmp_path_factory.mktemp("words") / "words.db", all_words(ROOTS))
    rebuild_stems(archive.db)
    yield archive
    archive.archive.close()


@pytest.mark.parametrize("is_held_out", [False, True], ids=["tuned-by", "held-out"])
def test_of_the_forms_of_a_word_nearly_all_are_found_and_nearly_nothing_else(
    words: WordArchive, is_held_out: bool
) -> None:
    score = scores([root for root in ROOTS if root.is_held_out is is_held_out], words.ours)
    assert score.recall >= ASKED
    assert score.precision >= ASKED


def test_names_and_foreign_words_are_nearly_all_left_whole() -> None:
    for names in read_names().values():
        assert sum(stem(name) == name for name in names) >= ASKED * len(names)


def test_the_labelled_set_is_large_and_half_held_out() -> None:
    assert len(ROOTS) >= 100
    assert len({root.root for root in ROOTS}) == len(ROOTS)
    assert 0.4 <= sum(root.is_held_out for root in ROOTS) / len(ROOTS) <= 0.6
    for root in ROOTS:
        assert root.forms[0] == root.root and not set(root.forms) & set(root.others), root.root
