"""The difference of two texts: both sides can be made from it again, and it reads as a person would tell it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blitar_scraper.archive.differences import (
    Paragraph,
    Segment,
    after_of,
    before_of,
    paragraphs_difference,
    words_difference,
)

# Few words, so that they meet again on the other side; with everything else that a text may hold in between.
words = st.sampled_from(
    ["Wali", "Kota", "hadir", "pasar", "1.234", "1.432", "Jum'at", ",", ".", " ", "  ", "\t", "é", ""]
)
texts = st.lists(words, max_size=25).map(" ".join) | st.text(max_size=30)
bodies = st.none() | st.lists(texts, max_size=8).map("\n".join)


def marked(segments: tuple[Segment, ...]) -> str:
    """The segments with the marks of wdiff."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[segment.kind].format(segment.text) for segment in segments)


def told(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [marked(paragraph.segments) for paragraph in paragraphs if paragraph.kind != "same"]


@given(before=texts, after=texts)
@settings(max_examples=500, deadline=None)
def test_both_texts_can_be_made_from_the_segments(before: str, after: str) -> None:
    segments = words_difference(before, after)
    assert (before_of(segments), after_of(segments)) == (before, after)
    assert all(segment.text for segment in segments)
    if before == after:
        assert {segment.kind for segment in segments} <= {"same"}


@given(before=bodies, after=bodies)
@settings(max_examples=500, deadline=None)
def test_both_bodies_can_be_made_from_the_paragraphs(before: str | None, after: str | None) -> None:
    paragraphs = paragraphs_difference(before, after)
    old = [paragraph.before for paragraph in paragraphs if paragraph.before is not None]
    new = [paragraph.after for paragraph in paragraphs if paragraph.after is not None]
    assert old == ([] if before is None else before.split("\n"))
    assert new == ([] if after is None else after.split("\n"))


@given(before=bodies, after=bodies)
@settings(max_examples=300, deadline=None)
def test_a_paragraph_is_called_changed_only_where_it_did_and_same_only_where_it_did_not(
    before: str | None, after: str | None
) -> None:
    for paragraph in paragraphs_difference(before, after):
        kinds = {segment.kind for segment in paragraph.segments}
        if paragraph.kind == "changed":
            assert paragraph.before != paragraph.after
            assert None not in (paragraph.before, paragraph.after)
        else:
            assert kinds <= {paragraph.kind}


@pytest.mark.parametrize(
    ("before", "after", "difference"),
    [
        ("Sebanyak 1.234 warga", "Sebanyak 1.432 warga", "Sebanyak [-1.234-]{+1.432+} warga"),
        ("Pasar dibuka.", "Pasar Legi dibuka.", "Pasar {+Legi +}dibuka."),
        ("Pasar dibuka.", "Pasar dibuka, kata Wali Kota.", "Pasar dibuka{+, kata Wali Kota+}."),
        ("Turun Jadi 19,3 Persen", "Naik Menjadi 19,4 Persen", "[-Turun Jadi 19,3-]{+Naik Menjadi 19,4+} Persen"),
        ("pada Jum'at pagi", "pada Jumat pagi", "pada [-Jum'at-]{+Jumat+} pagi"),
        ("", "Humas", "{+Humas+}"),
        ("Humas", "", "[-Humas-]"),
    ],
)
def test_words_and_numbers_are_whole_and_a_change_is_told_once(before: str, after: str, difference: str) -> None:
    assert marked(words_difference(before, after)) == difference


def test_a_changed_sentence_is_shown_within_its_paragraph_and_the_others_are_left_alone() -> None:
    before = "Pembuka.\nSebanyak 31 warga hadir di balai kota.\nPenutup."
    after = "Pembuka.\nSebanyak 13 warga hadir di balai kota.\nPenutup."
    paragraphs = paragraphs_difference(before, after)
    assert [paragraph.kind for paragraph in paragraphs] == ["same", "changed", "same"]
    assert told(paragraphs) == ["Sebanyak [-31-]{+13+} warga hadir di balai kota."]


def test_a_paragraph_put_in_place_of_another_is_not_called_its_change() -> None:
    paragraphs = paragraphs_difference("Air sungai naik dua meter.\nAkhir.", "Panen padi tahun ini melimpah.\nAkhir.")
    assert told(paragraphs) == ["[-Air sungai naik dua meter.-]", "{+Panen padi tahun ini melimpah.+}"]


def test_an_edited_paragraph_is_found_among_new_ones() -> None:
    before = "Wali kota meresmikan pasar pada Senin pagi."
    after = "Berita diperbarui.\nWali kota meresmikan pasar pada Selasa pagi.\nSumber: Humas."
    assert told(paragraphs_difference(before, after)) == [
        "{+Berita diperbarui.+}",
        "Wali kota meresmikan pasar pada [-Senin-]{+Selasa+} pagi.",
        "{+Sumber: Humas.+}",
    ]


def test_an_absent_text_has_no_paragraph_and_an_empty_one_has_one() -> None:
    assert paragraphs_difference(None, None) == ()
    assert [paragraph.kind for paragraph in paragraphs_difference(None, "")] == ["added"]
    assert [paragraph.kind for paragraph in paragraphs_difference("", "")] == ["same"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("kata " * 400_000 + "x", "kata " * 400_000 + "y z"),
        (" ".join(map(str, range(100_000))), " ".join(map(str, range(100_000, 0, -1)))),
        ("a b " * 20_000, "b a " * 20_001),
        ("\n" * 200_000, "x\n" * 200_000),
        ("\n".join("a b" for _ in range(2_900)), "\n".join("b a" for _ in range(2_900))),
    ],
    ids=["long and nearly alike", "reversed", "two words", "empty lines", "many lines"],
)
def test_a_huge_text_takes_seconds_at_most(before: str, after: str) -> None:
    """Two megabytes in a line are what a broken page may give. A naive comparison of the first takes days."""
    started = time.perf_counter()
    assert after_of(words_difference(before, after)) == after
    paragraphs = paragraphs_difference(before, after)
    assert "\n".join(paragraph.after for paragraph in paragraphs if paragraph.after is not None) == after
    assert time.perf_counter() - started < 20  # measured: 2 s at most on one of two busy cores
