"""An article's text in paragraphs and tables, and what stored text looks like on a page."""

from __future__ import annotations

import pytest

from blitar_scraper.publishing.pages.shown_text import one_line, visible, web_address
from blitar_scraper.publishing.pages.text_blocks import Block, article_text, blocks, description

BODY = "SIARAN PERS\nNomor 1\nIsi berita.\nTelp 123"


def test_a_line_is_a_paragraph_and_lines_with_tabs_are_a_table() -> None:
    assert blocks("Satu.\nA\tB\nC\t\n\nDua.") == (
        Block("Satu."),
        Block(rows=(("A", "B"), ("C", ""))),
        Block("Dua."),
    )
    assert blocks("A\tB\tC\nD")[0].columns == 3
    assert blocks("") == blocks("\n \n") == ()


def test_head_and_contact_are_set_apart_where_the_reading_knew_them() -> None:
    text = article_text(BODY, [20, 31])
    assert [[block.text for block in part] for part in (text.head, text.main, text.contact)] == [
        *(["SIARAN PERS", "Nomor 1"], ["Isi berita."], ["Telp 123"]),
    ]
    assert description(BODY, [20, 31]) == "Isi berita."


@pytest.mark.parametrize(
    "span", [None, [], [1], [5, 2], [-1, 3], [0, 9999], ["0", "5"], [True, 3], "x", {"a": 1}, [0.0, 5.0]]
)
def test_a_span_that_fits_nothing_is_passed_over(span: object) -> None:
    assert len(article_text(BODY, span).main) == 4


def test_every_line_of_a_very_long_text_is_there() -> None:
    lines = [f"baris {number}" for number in range(10_000)]
    found = blocks("\n".join(lines))
    assert len(found) == 3_001
    assert "\n".join(block.text for block in found) == "\n".join(lines)


def test_marks_that_turn_the_line_around_are_written_out() -> None:
    assert visible("a\u202eb\x1b[2J\x07c\ud800") == "a\\u202eb\\x1b[2J\\x07c\\ud800"


def test_marks_that_nobody_sees_and_that_do_nothing_are_left_out() -> None:
    assert visible("kata\u200b \ufeffkata\u00ad") == "kata kata"
    assert visible(None) == visible("") == ""


def test_a_line_is_cut_at_a_word() -> None:
    assert one_line("Wali  Kota\nBlitar meresmikan", most=12) == "Wali Kota…"
    assert one_line("x" * 30, most=10) == "x" * 10 + "…"
    assert one_line("pendek", most=10) == "pendek"


@pytest.mark.parametrize("url", ["https://a.go.id/x", "http://a.go.id", "HTTPS://A.GO.ID/%3Cb%3E", "http://[::1]/"])
def test_addresses_of_the_web_are_links(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        *(None, "", "javascript:evil()", "JaVaScRiPt:evil()", " https://a.go.id", "java\nscript:x", "data:text/html,x"),
        *("//a.go.id", "/berita", "ftp://a", "https:evil", "https:///x", "https://", "https://a.go.id/\u202egpj.exe"),
        *("\x01javascript:x", "https://a.go.id/\x00", "vbscript:x", "file:///etc/passwd", "blob:https://a"),
    ],
)
def test_all_else_is_no_link(url: str | None) -> None:
    assert web_address(url) is None
