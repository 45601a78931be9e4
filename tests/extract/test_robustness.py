"""No bytes make the extraction raise, and none take it long."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blitar_scraper.extract import Page, extract_article, extract_listing
from blitar_scraper.extract.byline import read_byline
from blitar_scraper.extract.fragment import fragment_lines
from blitar_scraper.extract.page import decode
from blitar_scraper.items import Site

SITE = Site("x", "Kota X", "https://x.go.id/", "Asia/Jakarta")
SEEN_AT = datetime(2026, 1, 5, 3, 0, tzinfo=UTC)
URL = "https://x.go.id/berita/judul-berita-yang-panjang"

PIECES = st.sampled_from(
    "<p> </p> <div> </div> <br> <table> <tr> <td> </td> </table> <h1> </h1> <h3> <a> <a\xa0href='/berita/satu-dua-tiga'> </a> <ul>"
    " <li> <script> </script> <style> <!-- --> <span> </span> <img\xa0src='a.jpg'> <time> <title> <meta\xa0charset='utf-16'> &nbsp;"
    " &lt;p&gt; &#0; &#xd800; \x00 <base\xa0href='::'> 27\xa0Sep\xa02024 142x Oleh Admin Dibaca 3\xa0kali | Berita\xa0Populer"
    " Komentar SIARAN\xa0PERS Kamis, <svg> <template> <frameset> ]]> <![CDATA[ <?php <plaintext>".split(" ")
)
MARKUP = st.lists(PIECES | st.text(max_size=12), max_size=60).map(" ".join)
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_both(body: bytes, url: str | None = URL, content_type: str | None = None) -> None:
    page = Page(body, url, content_type)
    reading = extract_article(page, SITE, seen_at=SEEN_AT)
    listing = extract_listing(Page(body, url, content_type), SITE, seen_at=SEEN_AT)
    if reading.article is None:
        assert reading.problems and listing.problems


@quick
@given(st.binary(max_size=600))
def test_no_bytes_raise(body: bytes) -> None:
    read_both(body)


@quick
@given(MARKUP, st.sampled_from([None, URL, "https://x.go.id/", "::", "http://[", "https://x.go.id/2024/99/99/a/"]))
def test_no_markup_raises(html: str, url: str | None) -> None:
    read_both(html.encode("utf-8", "surrogatepass"), url)


@quick
@given(MARKUP, st.sampled_from(["utf-16", "utf-8", "latin-1", "unknown-8", "utf-7", "base64", "\x00"]))
def test_no_charset_raises(html: str, charset: str) -> None:
    read_both(html.encode("utf-16", "surrogatepass"), URL, f"text/html; charset={charset}")
    read_both(html.encode("utf-8", "surrogatepass"), URL, f"text/html; charset={charset}")


@quick
@given(st.text(max_size=300))
def test_no_text_makes_the_byline_reader_raise(text: str) -> None:
    read_byline([text], seen_at=SEEN_AT, timezone="Asia/Jakarta")


@quick
@given(MARKUP)
def test_no_fragment_raises_and_no_line_is_empty(markup: str) -> None:
    assert all(line.strip() for line in fragment_lines(markup))


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "not-html"),
        (b"   \n", "not-html"),
        (b"\xff\xd8\xff\xe0" + bytes(200), "not-html"),
        (b"%PDF-1.4 ...", "not-html"),
        (b'{"title": "json"}', "not-html"),
        (b"<html><body><h1>Judul berita</h1><p>a\x00b</p></body></html>", "control-characters"),
        (b"<html><body><h1>Judul berita</h1><p>Paragraf yang terpo", "html-truncated"),
        ("<html><body><p>“kutip”</p></body></html>".encode(), "charset-wrong"),
    ],
    ids=["empty", "blank", "jpeg", "pdf", "json", "nul", "truncated", "wrong-charset"],
)
def test_what_is_wrong_with_a_page_is_a_problem(body: bytes, problem: str) -> None:
    reading = extract_article(Page(body, URL, "text/html; charset=iso-8859-1"), SITE, seen_at=SEEN_AT)
    assert problem in {found.problem for found in reading.problems}


def test_lone_signs_of_windows_1252_are_read_whatever_the_page_calls_itself() -> None:
    """Two quotes and a dash in a page that says UTF-8; what is left of a cut character of UTF-8 is none of them."""
    text, problem = decode("Kata “Kami” — ya".encode("cp1252"), "text/html; charset=utf-8")
    assert text == "Kata “Kami” — ya" and problem is not None and problem.problem == "charset-wrong"
    for cut in ("Kata “".encode()[:-1], "Kata “".encode()[:-2], b"Kata \x80\x9c"):
        text, problem = decode(cut, "text/html; charset=utf-8")
        assert "\ufffd" in text and problem is not None and problem.problem == "bytes-undecodable"


def around(text: str) -> str:
    return f"<html><body><h1>Judul berita yang panjang</h1>{text}</body></html>"


HARD = {
    "two-megabytes": around("<p>" + "Kata demi kata yang panjang sekali. " * 60_000 + "</p>"),
    "nested-divs": "<html><body>" + "<div>" * 100_000 + "teks",
    "nested-spans": around("<p>" + "<span>" * 50_000 + "teks"),
    "nested-tables": around("<table><tr><td>" * 3_000 + "teks" + "</td></tr></table>" * 3_000),
    "links": around("".join(f'<li><a href="/berita/{n}/slug-{n}">Berita nomor {n} yang ada</a></li>' for n in range(10_000))),
    "links-in-one-line": around(" ".join(f'<a href="/berita/{n}/slug-{n}">Berita nomor {n}</a>' for n in range(10_000))),
    "one-row": around("<table><tr>" + "<td>27 Sep 2024</td>" * 8_000 + "</tr></table>"),
    "bylines": around("<div>Admin | 27 Sep 2024 | 142x</div>" * 5_000),
    "boxes": around("<div><h3>Berita Populer</h3><a href='/x'>Judul satu dua</a></div>" * 5_000),
    "title": "<html><head><title>" + "a - " * 100_000 + "</title></head><body><p>x</p></body></html>",
    "json-ld": "<html><head><script type='application/ld+json'>" + "[" * 100_000 + "</script></head><body>x</body></html>",
    "shortcodes": around("<p>" + "[caption " * 20_000 + "</p>"),
    "release": around("<p>SIARAN PERS No. " + "1/" * 40_000 + "</p>"),
    "address": around("<p><a href='" + "/a" * 50_000 + "/12'>12</a></p>"),
}  # fmt: skip


@pytest.mark.parametrize("name", HARD)
def test_hard_pages_are_read_in_bounded_time(name: str) -> None:
    body = HARD[name].encode()
    began = time.process_time()
    read_both(body)
    # Measured at up to 1.9 s for article and listing together; quadratic work would take minutes.
    assert time.process_time() - began < 12


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "post",
        "posting",
        "1",
        "1 ",
        "1.",
        "1/2/",
        "oleh ",
        "(",
        "|",
        "- ",
        "foto ",
        "dibaca ",
        "\xa0",
        "27 Sep 2024 | ",
    ],
)
def test_a_long_line_is_read_in_less_than_a_second(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    began = time.process_time()
    read_byline([text], seen_at=SEEN_AT, timezone="Asia/Jakarta")
    extract_article(Page(around(f"<p>{text}</p>").encode(), URL), SITE, seen_at=SEEN_AT)
    assert time.process_time() - began < 2
