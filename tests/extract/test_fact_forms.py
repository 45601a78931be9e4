"""Author, day and counter in forms that only some systems print, and what must not be taken for them."""
# ruff: noqa: E501 -- markup reads better unbroken

import pytest

from tests.extract.byline_page import around, check_text, read

ROWS_OF_OTHERS = [
    '<ul><li><a href="/x1">Pasar Murah Digelar Lagi di Bendo</a> - 12 Mei 2023 - dibaca 912 kali</li><li><a href="/x2">Jalan Sehat Bersama Warga Kota</a> - 14 Mei 2023 - dibaca 77 kali</li></ul>',
    '<table><tr><td><a href="/x1">Pasar Murah Digelar Lagi di Bendo</a></td><td>12 Mei 2023</td><td>dibaca 912 kali</td></tr></table>',
    '<div><div><a href="/x1">Pasar Murah Digelar Lagi di Bendo</a><span>12 Mei 2023</span><span>Dibaca 912 kali</span></div></div>',
    '<div><a href="/x1">Pasar Murah Digelar Lagi di Bendo</a><br>Oleh Rudi, 12 Mei 2023, dibaca 912 kali</div>',
    '<p><a href="/x1">Pasar Murah Digelar Lagi di Bendo</a> (Rudi, 12/05/2023, dibaca 912 x)</p>',
]


@pytest.mark.parametrize("place", ["inside", "after"])
@pytest.mark.parametrize("rows", ROWS_OF_OTHERS)
def test_the_row_of_another_article_gives_this_one_nothing(rows, place):
    article = read(around(**{place: rows}))
    assert (article.published_at, article.author, article.views) == (None, None, None)


TWO_ROWS = [
    '<div><a href="/x1">Pasar Murah</a> <small>12 Mei 2023 - dibaca 912 x</small><br><a href="/x2">Jalan Sehat</a> <small>14 Mei 2023 - dibaca 77 x</small></div>',
    "<div><p>Pasar Murah Digelar Lagi - 12 Mei 2023 - dibaca 912 kali</p><p>Jalan Sehat Warga - 14 Mei 2023 - dibaca 7 kali</p></div>",
]


@pytest.mark.parametrize("rows", TWO_ROWS)
def test_of_several_rows_with_days_and_counters_of_their_own_none_is_the_articles(rows):
    for page in (around(after=rows), around(inside=rows)):
        article = read(page)
        assert (article.published_at, article.author, article.views) == (None, None, None)


PRINT_NOTES = [
    "Dicetak pada : 23 November 2026",
    "Tanggal cetak: 23/11/2026 10:00",
    "Dicetak : Senin, 23 November 2026 10:00 WIB",
    "Tanggal Cetak | 22 November 2026",
    "Printed on 22 November 2026",
    "Dicetak dari kota.go.id pada 22 November 2026",
    "Dicetak oleh Rudi pada 22 November 2026",
]


@pytest.mark.parametrize("note", PRINT_NOTES)
@pytest.mark.parametrize(
    "printed", ["Jumat, 27 September 2024 11:53:am WIB", "27 September 2024 25:10", "27 September 2024"]
)
def test_the_day_of_printing_is_not_the_day_of_publication(note, printed):
    for page in (
        around(under=f"<p>{printed}</p>", after=f"<p>{note}</p>"),
        around(under=f"<p>{printed}</p>", inside=f"<p>{note}</p>"),
        around(under=f"<p>{note}</p><p>{printed}</p>"),
        around(before=f"<p>{note}</p>", under=f"<p>{printed}</p>"),
    ):
        article = read(page)
        assert (article.published_at, article.author) == ("2024-09-27", None)
        check_text(article)


@pytest.mark.parametrize("note", PRINT_NOTES)
def test_a_page_that_tells_only_when_it_was_printed_has_no_day(note):
    for place in ("under", "after", "inside", "before"):
        article = read(around(**{place: f"<p>{note}</p>"}))
        assert (article.published_at, article.author) == (None, None)


@pytest.mark.parametrize(
    ("printed", "time"),
    [
        ("Sept. 27, 2024, 10:30 a.m.", "10:30"),
        ("Sept. 27, 2024, 1 p.m.", "13:00"),
        ("Sept. 27, 2024, noon", "12:00"),
        ("Diterbitkan: Sept. 27, 2024, midnight", "00:00"),
    ],
)
def test_djangos_own_form_of_a_moment_is_read(printed, time):
    for place in ("before", "under", "after"):
        assert read(around(**{place: f"<p>{printed}</p>"})).published_at == f"2024-09-27T{time}+07:00"


AUTHOR = "Siti Aminah"
DAY = "<p>9 Desember 2021</p>"
BYLINES_WITH_AUTHOR = [
    "<p>Siti Aminah, 9 Desember 2021</p>",
    "<div><small>Siti Aminah, Kamis, 9 Desember 2021</small></div>",
    '<div>9 Desember 2021 / <a href="/category/berita">Berita</a> / Oleh <a href="/u/3">Siti Aminah</a></div>',
    "<div><span>9 Desember 2021</span> / <span>Berita</span> / Oleh <span>Siti Aminah</span></div>",
    "<div><span>9 Desember 2021</span><span>142x dibaca</span><span>Siti Aminah</span></div>",
    "<ul><li>9 Desember 2021</li><li>142 kali dibaca</li><li>Siti Aminah</li></ul>",
    "<p>Kontribusi dari Siti Aminah</p><p>9 Desember 2021</p>",
    "<div><span>Kontribusi dari</span> <b>Siti Aminah</b> <span>9 Desember 2021</span></div>",
    "<p>Ditulis Siti Aminah, 9 Desember 2021</p>",
    "<p>Ditulis : Siti Aminah | 9 Desember 2021</p>",
    "<p>9 Desember 2021 Ditulis Siti Aminah</p>",
    f"<div><div>Siti Aminah</div><div>Penulis</div></div>{DAY}",
    f"<div><b>Siti Aminah</b><br><small>Penulis</small></div>{DAY}",
    "<div><div><h6>Siti Aminah</h6><span>Penulis</span></div><div><h6>9 Desember 2021</h6><span>Tanggal</span></div></div>",
    f"<div><div><h6>Siti Aminah</h6><p>Penulis</p></div><div><h6>Rudi Hartono</h6><p>Editor</p></div></div>{DAY}",
]


@pytest.mark.parametrize("byline", BYLINES_WITH_AUTHOR)
def test_the_name_in_the_byline_is_the_author_whatever_stands_at_the_foot(byline):
    for page in (around(under=byline), around(before=byline), around(under=byline, inside="<p>(Rudi Hartono)</p>")):
        article = read(page)
        assert (article.author, article.published_at) == (AUTHOR, "2021-12-09")


CREDITS = [
    "<table><tr><td>Penulis</td><td>: Siti Aminah</td></tr><tr><td>Editor</td><td>: Rudi Hartono</td></tr><tr><td>Sumber Gambar</td><td>: Dok Humas</td></tr></table>",
    "<table><tr><td>Penulis</td><td>:</td><td>Siti Aminah</td></tr><tr><td>Editor</td><td>:</td><td>Rudi Hartono</td></tr><tr><td>Sumber Gambar</td><td>:</td><td>Dok Humas</td></tr></table>",
    "<table><tr><th>Editor</th><td>Rudi Hartono</td></tr><tr><th>Penulis</th><td>Siti Aminah</td></tr></table>",
    "<p>Penulis : Siti Aminah<br>Editor : Rudi Hartono<br>Sumber Gambar : Dok Humas</p>",
]


@pytest.mark.parametrize("credit", CREDITS)
def test_a_table_of_credits_at_the_foot_names_the_author(credit):
    for page in (
        around(under=DAY, inside=credit),
        around(under=DAY, after=credit),
        f"<div>{around(under=DAY)}</div><div>{credit}</div>",
    ):
        article = read(page)
        assert article.author == AUTHOR
        check_text(article)


def test_credits_of_another_article_behind_the_text_are_not_this_ones():
    other = '<div><h4><a href="/x">Pasar Murah Digelar Lagi di Bendo</a></h4><p>Penulis : Rudi Hartono</p></div>'
    assert read(around(under=DAY, after=other)).author is None


@pytest.mark.parametrize(
    "dateline",
    ["Blitar, 9 Desember 2021", "Kota Blitar, 9 Desember 2021", "Lombok Barat, 9 Desember 2021", "Banda Aceh, 9 Desember 2021",
     "Palangka Raya, 9 Desember 2021", "Tulungagung, 9 Desember 2021", "BLITAR, 9 Desember 2021"],
)  # fmt: skip
def test_the_place_before_a_day_is_no_author(dateline):
    for place in ("under", "before", "after"):
        assert read(around(**{place: f"<p>{dateline}</p>"})).author is None


COUNTERS = [
    "<div><div>8.454</div><div>VIEWS</div><div>12</div><div>SHARES</div></div>",
    "<div><div>12</div><div>SHARES</div><div>8.454</div><div>VIEWS</div></div>",
    "<div>8.454<br>VIEWS</div><div>12<br>SHARES</div>",
    "<div><strong>12</strong><small>SHARES</small></div><div><strong>8.454</strong><small>VIEWS</small></div>",
    "<div><div>Dilihat</div><div>8.454</div><div>Komentar</div><div>12</div></div>",
    "<table><tr><td>Penulis</td><td>Humas</td></tr><tr><td>Hits</td><td>8454</td></tr></table>",
    "<div><svg class='lucide lucide-eye'><path d='M0'/></svg> 8.454</div>",
    "<div><svg><title>Dilihat</title></svg> 8.454</div>",
    "<div><span class='material-icons'>visibility</span> 8.454</div>",
    "<div><span>👁️</span> 8.454</div>",
]


@pytest.mark.parametrize("counter", COUNTERS)
def test_the_label_or_icon_decides_which_number_is_the_counter(counter):
    for page in (around(under=counter), around(under=DAY + counter), around(before=counter, under=DAY)):
        assert read(page).views == 8454


def test_hits_among_the_figures_of_visitors_are_the_sites():
    for box in (
        "<table><tr><td>Hits</td><td>88123</td></tr><tr><td>Online</td><td>3</td></tr></table>",
        "<p>Hits : 88.123</p><p>Pengunjung hari ini : 12</p>",
    ):
        article = read(around(under=DAY, after=f"<div>{box}<p>Jl. Merdeka 1</p></div>"))
        assert (article.views, article.author) == (None, None)
