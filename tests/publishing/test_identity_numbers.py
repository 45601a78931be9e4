"""Numbers that look like somebody's identity number are found, told masked, and told from others."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import Archive
from blitar_scraper.items import Media
from blitar_scraper.publishing.releases.identity_numbers import find_numbers, is_likely, masked, numbers_in
from blitar_scraper.publishing.releases.making import publish
from blitar_scraper.publishing.releases.steps import IdentityNumbersFound
from tests.archive.archive_examples import Crawled, article_seen, capture, days, url
from tests.publishing.releases import AT, order

# Nobody's: districts 00 and 99 are given to none; the date and the rest are made up.
MAN, WOMAN = "3572991708450001", "3572995708450002"


@pytest.mark.parametrize(
    "text",
    [
        MAN,
        f"NIK: {MAN}, alamat",
        f"NIK{MAN}.",
        f"({MAN})",
        "3572 9917 0845 0001",
        "357299 170845 0001",
        "357299.170845.0001",
        "35.72.99.170845.0001",
        "357299-170845-0001",
        "3572\u00a09917\u00a00845\u00a00001",
        "3572\u200b991708450001",
        "٣٥٧٢٩٩١٧٠٨٤٥٠٠٠١",
        f"1 {MAN}",
        f"{MAN} 12 orang",
        f"nomor\t{MAN}\t45",
        f"17\n{MAN}\n18",
        "2024 3572 9917 0845 0001",
        "0812 3456 3572 9917 0845 0001",
        "35.72.99. 170845.0001",
        "357299 - 170845 - 0001",
        "357299 \u2013 170845 \u2013 0001",
        "357299/170845/0001",
        "357299_170845_0001",
        "3572  9917  0845  0001",
        "357299\u00ad1708450001",
        "(3572)991708450001",
    ],
)
def test_a_number_of_16_digits_is_found_however_it_is_written(text: str) -> None:
    assert numbers_in(text) == [MAN]


def test_each_of_several_is_found() -> None:
    assert numbers_in(f"{MAN} {WOMAN}") == numbers_in(f"{MAN}, {WOMAN};") == [MAN, WOMAN]


@pytest.mark.parametrize(
    "text",
    [
        "",
        MAN[:-1],
        f"{MAN}7",
        "19650817 199003 1 001",  # an official's number (NIP) has 18
        "196508171990031001",
        "3572\t9917\t0845\t0001",  # four cells of a table
        "3572\n991708450001",
        "3572, 9917, 0845, 0001",
        "Telp (0342) 801171, 081234567890",
        "Telp (0342) 801171 / (0342) 802171",
        "12/05/2024 - 12/05/2024",
        "Nomor 480/123/409.118/2024",
        "Nomor 357/29/917.084.5/0001",  # the digits of a NIK, but no NIK is parted so
        "17.08.1945 - 17.08.2024 10.30",
    ],
)
def test_longer_and_shorter_numbers_are_not_taken_for_one(text: str) -> None:
    assert numbers_in(text) == []


def test_two_telephone_numbers_stop_no_release() -> None:
    assert not any(map(is_likely, numbers_in("HP 0812-3456-7890 / 0813-4567-8901")))


def test_a_file_s_name_is_no_number() -> None:
    address = f"https://x.go.id/uploads/a{MAN}b.jpg"
    assert numbers_in(address, address=True) == []
    assert numbers_in(f"https://x.go.id/nik/{MAN}.jpg", address=True) == [MAN]
    assert numbers_in(f"https://x.go.id/daftar-nik%20{MAN}.pdf", address=True) == [MAN]
    assert numbers_in(f"https://x.go.id/2024/foto_{MAN}.jpg", address=True) == [MAN]
    assert numbers_in("https://x.go.id/35/72/99/170845/0001", address=True) == []


@pytest.mark.parametrize("piece", ["1", "1 ", "1   ", "1234 ", "1-", "(", "35 7", "1 2    "])
def test_a_long_text_of_digits_takes_no_longer_than_its_length_asks_for(piece: str) -> None:
    began = time.monotonic()
    numbers_in(piece * (200_000 // len(piece)))
    assert time.monotonic() - began < 20  # seconds; it takes a twentieth of that


@pytest.mark.parametrize(
    ("number", "likely"),
    [
        (MAN, True),
        (WOMAN, True),
        ("3572992902000001", True),  # 29 February 2000
        ("3572992902010001", False),
        ("3572993104450001", False),  # 31 April
        ("3572994108450001", True),  # a woman born on the first
        ("3572990008450001", False),
        ("3572997208450001", False),
        ("3572991713450001", False),
        ("9972991708450001", False),  # no such province
        ("3500991708450001", False),
        ("3572991708450000", False),
    ],
)
def test_likely_is_what_has_a_province_and_a_day_of_birth(number: str, likely: bool) -> None:
    assert is_likely(number) is likely


def test_what_is_told_of_a_number_does_not_give_it_away() -> None:
    assert masked(MAN) == "35************01"


@pytest.fixture
def crawled(tmp_path: Path) -> Iterator[Crawled]:
    with Archive(tmp_path / "arsip.db") as archive:
        yield Crawled(archive)


def test_every_public_text_is_looked_through(crawled: Crawled, tmp_path: Path) -> None:
    media = (Media("image", url("a.jpg"), f"KTP {MAN}"),)
    crawled.store(article_seen("satu", title=f"Warga {MAN}", body="Aman", main_span=None, media=media))
    crawled.store(article_seen("satu", at=days(1), title="Warga", body=f"NIK {WOMAN}", main_span=None, media=media))
    crawled.store(article_seen("dua", title="Rekening 1234 5678 9012 3456", body=None, main_span=None))
    with closing(sqlite3.connect(crawled.archive.path)) as connection:
        found = {(one.place, one.uid, one.version, one.masked, one.likely) for one in find_numbers(connection)}
    satu, dua = uid_of(url("satu")), uid_of(url("dua"))
    assert found == {
        ("public_versions.title", satu, 1, "35************01", True),
        ("public_versions.evidence", satu, 1, "35************01", True),  # there a former version's pictures are kept
        ("public_articles.body", satu, None, "35************02", True),
        ("public_media.caption", satu, None, "35************01", True),
        ("public_articles.title", dua, None, "12************56", False),
    }


def test_the_addresses_of_captures_are_looked_through_too(crawled: Crawled) -> None:
    capture(crawled, days(0), url=url(f"nik%20{MAN}.jpg"))
    with closing(sqlite3.connect(crawled.archive.path)) as connection:
        assert [(one.place, one.likely) for one in find_numbers(connection)] == [("captures.url", True)]


def test_a_release_with_such_a_number_is_refused_until_it_is_withheld_or_accepted(
    crawled: Crawled, tmp_path: Path
) -> None:
    root = tmp_path / "releases"
    crawled.store(article_seen("satu", body=f"NIK {MAN}", main_span=None))

    def release(**more: Any) -> Any:
        return publish(order(crawled.archive.path, **more), root, at=AT, keep=5)

    with pytest.raises(IdentityNumbersFound) as refused:
        release()
    assert [one.masked for one in refused.value.found] == ["35************01"]
    assert MAN not in str(refused.value)
    assert list((root / "releases").iterdir()) == []
    assert [one.likely for one in release(accept_identity_numbers=True).numbers] == [True]
    article = crawled.archive.find_article(uid_of(url("satu")))
    assert article is not None
    crawled.archive.withhold(article, reason="NIK", at=days(3), field="body")
    made = release()
    assert made.numbers == ()
    assert json.dumps(MAN) not in (made.folder / "metadata.json").read_text()


def test_a_number_that_can_be_nobody_s_stops_nothing(crawled: Crawled, tmp_path: Path) -> None:
    crawled.store(article_seen("satu", body="Rekening 1234 5678 9012 3456", main_span=None))
    made = publish(order(crawled.archive.path), tmp_path / "releases", at=AT, keep=5)
    assert [(one.masked, one.likely) for one in made.numbers] == [("12************56", False)]
