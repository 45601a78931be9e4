"""One spelling for an address, and what two spellings of one page have in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blitar_scraper.addresses import (
    address_key,
    clean_url,
    is_home,
    may_name_one_article,
    same_site,
    tails,
    uid_of,
)

BASE = "https://www.kota.go.id/berita/"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("a", "https://www.kota.go.id/berita/a"),
        ("/x?page=2#atas", "https://www.kota.go.id/x?page=2"),
        ("//WWW.Kota.go.id/y", "https://www.kota.go.id/y"),
        ("HTTP://kota.go.id:80", "http://kota.go.id/"),
        ("/a?utm_source=wa&id=3&fbclid=z", "https://www.kota.go.id/a?id=3"),
        (" /a b\n", "https://www.kota.go.id/a%20b"),
        ("/berita/Jum%27at", "https://www.kota.go.id/berita/Jum%27at"),
        ("mailto:x@kota.go.id", None),
        ("javascript:void(0)", None),
        ("http://[bad", None),
        ("http:///x", None),
        ("", None),
    ],
)
def test_a_link_is_made_absolute_and_cleaned(link, address):
    assert clean_url(link, BASE) == address


@pytest.mark.parametrize(
    "base", [None, BASE, "https://www.kota.go.id", "http://kota.go.id:8080/x/y?z", "https://Kota.go.id./a"]
)
@given(st.from_regex(r"(https?://[a-zA-Z0-9.:-]{1,8})?[/a-cB.~%?#-]{0,12}", fullmatch=True))
def test_links_of_the_plainest_kind_are_cleaned_like_any_other(base, link):
    # White space before a link changes nothing but that it is no longer of the plainest kind.
    assert clean_url(link, base) == clean_url(" " + link, base)


def test_spellings_of_one_page_have_one_key_and_one_uid():
    spellings = [
        "https://www.kota.go.id/berita/a/",
        "http://kota.go.id/berita/a",
        "https://kota.go.id/berita/a?utm_source=x",
    ]
    assert len({address_key(url) for url in spellings}) == 1
    assert len({uid_of(url) for url in spellings}) == 1


def test_pages_that_may_differ_have_different_keys():
    urls = [
        "https://kota.go.id/a?id=1",
        "https://kota.go.id/a?id=2",
        "https://kota.go.id/A?id=1",
        "https://ppid.kota.go.id/a?id=1",
    ]
    assert len({address_key(url) for url in urls}) == 4


def test_an_agencys_sub_domain_is_another_site():
    assert same_site("http://kota.go.id/x", "https://www.kota.go.id/")
    assert not same_site("https://dinkes.kota.go.id/x", "https://www.kota.go.id/")
    assert is_home("http://kota.go.id/index.php", "https://www.kota.go.id/")


@given(st.text())
def test_no_text_raises_and_cleaning_twice_changes_nothing(text):
    cleaned = clean_url(text, BASE)
    assert cleaned is None or clean_url(cleaned) == cleaned
    address_key(text)
    uid_of(text)


def test_the_tails_of_an_address_leave_out_its_first_folders():
    assert tails("https://x.id/first/artikel/2020/5/slug?a=1") == [
        "https://x.id/artikel/2020/5/slug?a=1",
        "https://x.id/2020/5/slug?a=1",
        "https://x.id/5/slug?a=1",
    ]
    assert tails("https://x.id/index.php/berita/slug") == ["https://x.id/berita/slug"]
    assert tails("https://x.id/berita/slug") == tails("https://x.id/") == []


def test_an_address_that_ends_with_another_may_name_its_article():
    assert may_name_one_article(
        "https://x.id/first/artikel/2025/12/9/apel-pagi", "https://x.id/artikel/2025/12/9/apel-pagi"
    )
    assert not may_name_one_article("https://x.id/galeri/apel-pagi", "https://x.id/apel-pagi")
