"""Traces of withheld articles are found in texts that somebody wrote to hinder that, too."""

from __future__ import annotations

import time

import pytest

from blitar_scraper.archive.pages import key_of
from blitar_scraper.publishing.releases.traces import Phrases, Traces

ADDRESS = "https://berita.blitarkota.go.id/baca/pencuri-di-pasar"
# Characters; a listing's title is not bounded.
SIZE = 200_000
# Seconds for each; it takes a fiftieth of that, and a quarter of an hour if time grows with the length's square.
LONGEST = 20


def traces(title: str = "Pencuri di Pasar Legi") -> Traces:
    return Traces(frozenset({key_of(ADDRESS)}), Phrases(["pencuri-di-pasar"]), Phrases([title]))


@pytest.mark.parametrize(
    "piece", ["a", "a.", "http://", "https://a", "a/", "a:1", "a:", "/", "-", "1:1", "http:/", "x.id/b ", "a?"]
)
def test_a_title_of_very_many_characters_is_looked_through_in_no_time(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    began = time.monotonic()
    assert not traces().in_title(text)
    assert not traces().in_address(f"http://{text}")
    assert time.monotonic() - began < LONGEST


def test_a_withheld_title_that_repeats_a_word_is_looked_for_in_no_time() -> None:
    began = time.monotonic()
    assert traces("a " * SIZE).in_text("a " * (SIZE - 1) + "b")  # what begins alike for so long is the same
    assert not traces("a " * 59).in_text("a " * 58 + "b")
    assert time.monotonic() - began < LONGEST


@pytest.mark.parametrize(
    "text",
    [
        ADDRESS,
        f"lihat {ADDRESS}/amp",
        "(berita.blitarkota.go.id/baca/pencuri-di-pasar)",
        "url=https://berita.blitarkota.go.id/baca/pencuri-di-pasar?page=2",
        "Kemarin: PENCURI di pasar-Legi!",
    ],
)
def test_an_address_or_title_within_a_text_is_found(text: str) -> None:
    assert traces().in_text(text)
    assert not Traces(frozenset({key_of(f"{ADDRESS}-lain")}), Phrases([]), Phrases([])).in_text(text)
