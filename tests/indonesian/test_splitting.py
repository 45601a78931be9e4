"""Splitting a text into words gives what searching for them gives, for every character there is."""

from __future__ import annotations

import re
import sys

from hypothesis import given
from hypothesis import strategies as st

from blitar_scraper.indonesian.splitting import list_letters, list_words


def searched(pattern: str, text: str) -> list[str]:
    return re.findall(pattern, text.lower())


def test_every_character_is_a_word_s_or_none_as_in_a_search() -> None:
    for code in range(sys.maxunicode + 1):
        text = f"a{chr(code)}B"
        if "\ud800" <= text[1] <= "\udfff":
            continue
        assert list_words(text) == searched(r"\w+", text), hex(code)


@given(st.text(st.sampled_from("abXY019_ \t\n-.,'’“”–é²İıſKßⒶ\u0301\u200b\xad\x1c\x0b\x85٣"), max_size=20))
def test_words_and_letters_are_those_of_a_search(text: str) -> None:
    assert list_words(text) == searched(r"\w+", text)
    assert list_letters(text) == searched(r"[^\W\d_]+", text)


def test_words_are_in_lower_case_and_signs_are_none() -> None:
    assert list_words("Wali Kota – 2 UMKM_baru, “Ini”!") == ["wali", "kota", "2", "umkm_baru", "ini"]
    assert list_letters("Pukul 10.30 WIB – Selesai") == ["pukul", "wib", "selesai"]
