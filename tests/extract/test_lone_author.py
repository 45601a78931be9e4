"""An author in an element of its own, beside the date and with nothing that ties the two together."""

from datetime import UTC, datetime

import pytest

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.extract.byline_author import name_of
from blitar_scraper.items import Site

SITE = Site(id="kota", name="Kota Blitar", home_url="https://www.kota.go.id/", timezone="Asia/Jakarta")
TEXT = "Kota Blitar – Warga Kelurahan Gedog memanen padi bersama Dinas Ketahanan Pangan pada akhir pekan lalu di sawah."


def author_of(before: str, after: str = "") -> str | None:
    markup = (
        f"<div><h1>Panen Raya Padi di Gedog</h1>{before}<div>27 Sep 2024</div><div>142x</div>{after}<p>{TEXT}</p></div>"
    )
    page = Page(f"<html><body>{markup}<p>{TEXT} Hasilnya baik.</p></body></html>".encode())
    article = extract_article(page, SITE, seen_at=datetime(2024, 9, 28, tzinfo=UTC)).article
    assert article is not None
    assert (article.published_at, article.views) == ("2024-09-27", 142)
    return article.author


@pytest.mark.parametrize(
    "office", ["Admin Kota", "Humas Protokol", "Diskominfotik", "Super Admin Kominfo", "Administrator"]
)
def test_an_office_alone_right_beside_the_date_is_the_author(office):
    assert author_of(f"<p>{office}</p>") == office
    assert author_of(f"<div><div>{office}</div></div>") == office


def test_a_person_behind_a_label_in_elements_of_their_own_is_the_author():
    assert author_of("<div><span>Oleh</span></div><div>Sutrisno</div><div>-</div>") == "Sutrisno"


@pytest.mark.parametrize("subtitle", ["Laporan Khusus", "Wujudkan Kota Layak Anak", "Administrasi Kependudukan Gratis"])
def test_a_subtitle_is_no_author(subtitle):
    assert author_of(f"<p>{subtitle}</p>") is None


def test_who_else_is_named_in_a_byline_at_the_foot_belongs_to_it():
    text = f"<p>{TEXT}</p><p>{TEXT} Hasilnya baik.</p>"
    markup = f"<div><h1>Panen Raya Padi di Gedog</h1>{text}<p>Pewarta : Gina<br>Editor : Rina</p></div>"
    article = extract_article(Page(markup.encode()), SITE, seen_at=datetime(2024, 9, 28, tzinfo=UTC)).article
    assert article is not None
    assert article.author == "Gina"
    assert (article.body or "").split("\n") == [TEXT, f"{TEXT} Hasilnya baik."]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Ahmad Fauzan, S.T.", "Ahmad Fauzan, S.T."),
        ("Dr. Siti Aminah, M.Si. |", "Dr. Siti Aminah, M.Si."),
        ("Rina, S.Sos., M.Si", "Rina, S.Sos., M.Si"),
        ("Prof. H. Amir, Ph.D.", "Prof. H. Amir, Ph.D."),
        ("Admin Kota.", "Admin Kota"),
    ],
)
def test_the_last_full_stop_of_a_degree_belongs_to_the_name(printed, name):
    assert name_of(printed) == name
