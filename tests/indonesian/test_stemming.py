"""Stems of Indonesian words: forms of a root meet, names and foreign words stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blitar_scraper.indonesian import stemming
from blitar_scraper.indonesian.stem_words import MORE_ROOTS, NOT_ROOTS, SAME_ROOTS, SHORT_ROOTS, STEMS, WHOLE
from blitar_scraper.indonesian.stemming import stem
from blitar_scraper.indonesian.word_forms import possible_forms
from blitar_scraper.regions import regions


@pytest.mark.parametrize(
    ("root", "forms"),
    [
        ("harga", "penghargaan menghargai dihargai berharga harganya menghargainya"),
        ("kunjung", "mengunjungi pengunjung pengunjungnya kunjungan berkunjung"),  # the k is lost behind meng-
        ("pesan", "memesan pemesanan dipesan"),  # the p behind mem-
        ("sapu", "menyapu disapu"),  # the s behind meny-
        ("tulis", "menulis penulis tertulis tulisannya"),  # the t behind men-
        ("culik", "penculikan diculik"),  # -kan is not its suffix
        ("mandiri", "mandirinya kemandirian"),  # -i neither
        ("sosialisasi", "mensosialisasikan bersosialisasi disosialisasikan"),
        ("cek", "mengecek dicek pengecekan"),
        ("rawat", "keperawatan perawat dirawat"),
        ("ada", "keadaan diadakan keberadaan"),
        ("tanggungjawab", "mempertanggungjawabkan pertanggungjawaban"),
        ("satu", "bersatu pemersatu satukanlah"),
        ("ribu", "seribu ribuan"),
        ("anak", "anak-anak anak-anaknya anaknya"),
        ("imbau", "himbau mengimbau dihimbau himbauan"),  # two spellings of one root
        ("jawab", "jawabannya jawabanya"),  # and a common slip
    ],
)
def test_the_forms_of_a_root_have_its_stem(root: str, forms: str) -> None:
    assert {form: stem(form) for form in [root, *forms.split()]} == dict.fromkeys([root, *forms.split()], root)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("berita", "diberi"),
        ("memilih", "memiliki"),
        ("penari", "menarik"),
        ("sampah", "menyampaikan"),
        ("kota", "kotak"),
    ],
)
def test_words_that_look_alike_are_kept_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "name", "hadi diana dimas kusumo bekasi maluku mulyani telugu linus pemilu bupati kediri".split()
)
def test_names_and_words_that_only_look_inflected_stay_whole(name: str) -> None:
    assert stem(name) == name


def test_a_name_is_found_by_itself_behind_its_possessive() -> None:
    assert stem("blitarnya") == "blitar"
    assert stem("instagramnya") == "instagram"
    assert (stem("sonya"), stem("kenya")) == ("sonya", "kenya")


def test_no_region_is_taken_for_a_form_of_another_word() -> None:
    derived = {"bagian", "kepulauan", "pegunungan", "meriah", "seribu"}  # these are what their names say
    words = {word for region in regions() for word in region.name.lower().split() if word.isalpha()}
    assert {word for word in words if word.isascii() and stem(word) != word} <= derived


@pytest.mark.parametrize(
    "word", ["", "-", "78", "covid19", "jum'at", "é", "ke-78", "x" * 100, "pasar ikan", "wali-kota"]
)
def test_what_is_no_word_of_letters_is_its_own_stem(word: str) -> None:
    assert stem(word) == word


@given(st.text(alphabet="abcdeghiklmnprstuwy-'", max_size=20))
def test_whatever_the_word_its_stem_is_no_longer_and_not_empty(word: str) -> None:
    assert bool(stem(word)) == bool(word)
    assert len(stem(word)) <= len(word) + 1  # the letter that a prefix took away comes back: memakai, pakai


def test_what_is_remembered_has_a_limit() -> None:
    assert stemming._stem.cache_info().maxsize == 50_000


def test_the_lists_do_not_contradict_each_other() -> None:
    assert not MORE_ROOTS & NOT_ROOTS
    assert not SHORT_ROOTS & NOT_ROOTS
    assert not WHOLE & set(STEMS)
    assert not set(SAME_ROOTS) & set(SAME_ROOTS.values())


def test_forms_are_made_from_a_root_that_all_have_its_stem() -> None:
    forms = possible_forms("penghargaan")
    assert forms[0] == "harga"
    assert {"menghargai", "dihargai", "penghargaannya", "berharga"} <= set(forms)
    assert {stem(form) for form in forms} == {"harga"}
    assert possible_forms("2024") == ["2024"]
