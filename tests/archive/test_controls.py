"""No character of a page acts where it is printed."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blitar_scraper.archive.controls import shown, shown_in_json, without_controls

_TURNS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "B")
# By Unicode's own categories: controls and lone surrogates, and what turns the direction or ends a paragraph.
ACTING = [
    character
    for character in map(chr, range(0x110000))
    if (unicodedata.category(character) in ("Cc", "Cs") or unicodedata.bidirectional(character) in _TURNS)
    and character not in "\n\t"
]


def test_every_control_and_every_turn_of_direction_is_written_out() -> None:
    assert len(ACTING) > 2000
    for character in ACTING:
        said = shown(f"a{character}b")
        assert said.isascii() and said.isprintable() and len(said) >= 6, hex(ord(character))
        assert without_controls(f"a{character}b") in ("ab", "a b")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\x1b[31mMerah\x1b[0m", r"\x1b[31mMerah\x1b[0m"),
        ("\x9b31m", r"\x9b31m"),
        ("a\rb\x08", r"a\x0db\x08"),
        ("nama\u202eelif", r"nama\u202eelif"),
        ("\U000e0041", r"\U000e0041"),
        ("\ud800", r"\ud800"),
    ],
)
def test_it_is_written_as_programmers_write_it(text: str, written: str) -> None:
    assert shown(text) == written


@pytest.mark.parametrize("text", ["Wali Kota “hadir” – 100%\n\tbaris", "👩‍🏫 guru", "é e\u0301 ﷽"])
def test_text_is_left_alone(text: str) -> None:
    assert shown(text) == text


@given(st.text())
def test_json_stays_what_it_was(text: str) -> None:
    printed = shown_in_json(json.dumps({text: [text]}, ensure_ascii=False))
    assert json.loads(printed) == {text: [text]}
    assert not any(character in printed for character in "\x1b\x9b\x7f\u202e\u2066")
