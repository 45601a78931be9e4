"""Which text stands in one line, as a reader sees it."""

from lxml import etree

from blitar_scraper.extract.walk import read_layout


def lines(markup: str) -> list[str]:
    root = etree.fromstring(f"<html><body>{markup}</body></html>", etree.HTMLParser())
    return [line.text for line in read_layout(root).lines]


TITLE = "Kota Blitar Raih Penghargaan Kelurahan Cinta Statistik"


def test_elements_that_touch_are_lines_of_their_own_where_one_is_as_long_as_a_title():
    assert lines(f"<div><span>BERITA</span><span>{TITLE}</span><span>Admin Kota</span></div>") == [
        "BERITA",
        TITLE,
        "Admin Kota",
    ]


def test_a_word_that_a_word_processor_cut_stays_whole():
    assert lines(f"<p><span>{TITLE} Tahun Dua Ribu Dua Puluh Ti</span><span>ga</span></p>")[0].endswith("Tiga")
    assert lines(f"<h1><span>KOTA B</span><span>LITAR {TITLE.upper()}</span></h1>") == [f"KOTA BLITAR {TITLE.upper()}"]


def test_short_elements_that_touch_are_one_line():
    assert lines("<div><span>Admin Kota</span><span>27 Sep 2024</span></div>") == ["Admin Kota27 Sep 2024"]


def test_a_break_ends_a_line_and_a_space_does_not():
    assert lines("<div>satu<br>dua <b>tiga</b> empat</div>") == ["satu", "dua tiga empat"]
