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
