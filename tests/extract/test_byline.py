"""Byline forms of real sites, and what stands in bylines that is no author, date or counter."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from blitar_scraper.extract.byline import Byline, read_byline
from blitar_scraper.extract.byline_author import read_foot
from blitar_scraper.extract.byline_words import names_other_person
from blitar_scraper.extract.lines import Token

FORMS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "data/bylines.jsonl").read_text(encoding="utf-8").splitlines()
]
SEEN_AT = datetime(2026, 1, 5, 3, 0, tzinfo=UTC)
# Written by hand after the reader was made, as sites of many systems print bylines; seen on 19 November 2025.
MORE: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "data/bylines_more.jsonl").read_text(encoding="utf-8").splitlines()
]
each_form = pytest.mark.parametrize("form", FORMS, ids=[form["site"] for form in FORMS])


def read(*parts: Token | str) -> Byline:
    return read_byline(parts, seen_at=SEEN_AT, timezone="Asia/Jakarta")


def answer(byline: Byline) -> dict[str, Any]:
    return {"author": byline.author, "date": byline.date and byline.date.iso, "views": byline.views}


def wanted(form: dict[str, Any]) -> dict[str, Any]:
    return {name: form[name] for name in ("author", "date", "views")}


@each_form
def test_every_known_form_is_read_as_lines(form: dict[str, Any]) -> None:
    assert answer(read(*form["lines"])) == wanted(form)


@each_form
def test_every_known_form_is_read_as_one_line(form: dict[str, Any]) -> None:
    assert answer(read(" | ".join(form["lines"]))) == wanted(form)


@each_form
def test_every_known_form_is_read_as_spans_of_one_line(form: dict[str, Any]) -> None:
    pieces = [piece for line in form["lines"] for piece in line.split(" | ")]
    tokens = [Token(piece, starts_line=index == 0) for index, piece in enumerate(pieces)]
    assert answer(read(*tokens)) == wanted(form)


@each_form
def test_every_value_says_which_text_it_came_from(form: dict[str, Any]) -> None:
    byline, text = read(*form["lines"]), " | ".join(form["lines"])
    for raw, value in (
        (byline.author_raw, byline.author),
        (byline.date_raw, byline.date),
        (byline.views_raw, byline.views),
    ):
        assert (raw is None) == (value is None)
        assert raw is None or raw in text


@pytest.mark.parametrize(
    "line",
    [
        "Sumber Gambar : Antara | 27 Sep 2024",
        "Foto Oleh : Budi Santoso | 27 Sep 2024",
        "Editor : Gina | 27 Sep 2024",
        "Redaktur: Tobari - 27 Sep 2024",
        "27 Sep 2024 - Penyunting : Rina",
        "27 Sep 2024 | Sumber: Humas",
        "Dokumentasi : Prokopim | 27 Sep 2024",
    ],
)
def test_people_beside_the_text_are_not_its_author(line: str) -> None:
    byline = read(line)
    assert byline.author is None
    assert byline.date is not None and byline.date.iso == "2024-09-27"


def test_an_author_is_found_beside_the_people_who_are_not() -> None:
    assert read("Penulis : Gina | Editor : Rina | Foto : Budi | 27 Sep 2024").author == "Gina"


@pytest.mark.parametrize(
    ("foot", "author"),
    [
        ("(didik/dinkominfo)", "didik/dinkominfo"),
        ("***(Yan)", "Yan"),
        ("[WASDAL]", "WASDAL"),
        ("(KIMDLG-003)", "KIMDLG-003"),
        ("(prokopim)", "prokopim"),
        ("(kominfo/prokopim)", "kominfo/prokopim"),
        (
            "(Tim Komunikasi Publik Dinkominfo Kota Pekalongan)",
            "Tim Komunikasi Publik Dinkominfo Kota Pekalongan",
        ),
        ("Pewarta : Badan Penghubung / Editor : Gina - Humasprov", "Badan Penghubung"),
        ("Demikian acara berlangsung lancar. (didik/dinkominfo)", "didik/dinkominfo"),
    ],
)
def test_the_signature_at_the_foot_names_the_author(foot: str, author: str) -> None:
    found = read_foot(["Paragraf pertama.", foot])
    assert found is not None and found[0] == author


@pytest.mark.parametrize(
    "foot",
    [
        "(26/09)",
        "(lihat halaman 3)",
        "Sumber Gambar : Antara",
        "Foto Oleh : Humas",
        "(foto: Budi)",
        "Penghargaan diberikan oleh Badan Pusat Statistik (BPS)",
        "Telp : (0342) 801171",
    ],
)
def test_what_ends_a_text_is_not_always_a_signature(foot: str) -> None:
    assert read_foot(["Paragraf pertama.", foot]) is None


@pytest.mark.parametrize("form", MORE, ids=lambda form: ascii(" / ".join(form["lines"]))[1:-1])
def test_bylines_of_other_layouts_are_read_exactly_or_not_at_all(form: dict[str, Any]) -> None:
    seen_at = datetime(2025, 11, 19, 7, 20, tzinfo=UTC)
    assert answer(read_byline(form["lines"], seen_at=seen_at, timezone="Asia/Jakarta")) == wanted(form)


@pytest.mark.parametrize("line", ["Blitar, 19 November 2025", "Kota Blitar, Rabu 19 November 2025"])
def test_a_letters_place_is_no_author(line: str) -> None:
    byline = read(line)
    assert byline.author is None and "author-or-place" in byline.problems


def test_two_dates_leave_none() -> None:
    byline = read("Admin | 27 Sep 2024 | 28 Sep 2024")
    assert byline.date is None and "date-ambiguous" in byline.problems


def test_the_date_of_a_change_is_not_that_of_publication() -> None:
    byline = read("Diterbitkan 27 Sep 2024", "Terakhir diperbarui 30 Sep 2024")
    assert byline.date is not None and byline.date.iso == "2024-09-27"
    assert byline.modified is not None and byline.modified.iso == "2024-09-30"


def test_two_counters_leave_none() -> None:
    byline = read("Dibaca 10 kali | Dilihat 12 kali")
    assert byline.views is None and "views-ambiguous" in byline.problems


@pytest.mark.parametrize("line", ["5 Komentar", "12 Share", "3 menit baca", "27 Sep 2024 | 4 Komentar"])
def test_other_counters_are_not_views(line: str) -> None:
    assert read(line).views is None


def test_a_label_and_its_number_may_stand_in_lines_of_their_own() -> None:
    byline = read("Tanggal", "27 Sep 2024", "Penulis", "Gina", "Hits", "477")
    assert answer(byline) == {"author": "Gina", "date": "2024-09-27", "views": 477}


def test_a_sentence_may_be_a_byline() -> None:
    byline = read(
        "Dipublikasikan oleh Gina pada hari Jum'at, 27 September 2024 pukul 10.30 WIB dan telah dibaca sebanyak "
        "1.234 kali"
    )
    assert answer(byline) == {"author": "Gina", "date": "2024-09-27T10:30+07:00", "views": 1234}


@pytest.mark.parametrize("line", ["3 jam yang lalu | Admin", "Admin | kemarin", "Admin - 2 hari yang lalu"])
def test_relative_dates_count_from_the_visit(line: str) -> None:
    byline = read(line)
    assert byline.author == "Admin"
    assert byline.date is not None and byline.date.iso[:7] == "2026-01"


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Editor : Gina", True), ("Foto oleh Humas", True), ("Editor", True), ("Fotografer muda berprestasi", False)],
)
def test_who_is_named_beside_the_author(line: str, expected: bool) -> None:
    assert names_other_person(line) is expected
