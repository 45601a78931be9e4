"""An article's pictures, and the caption of the one over the text, wherever it stands."""
# ruff: noqa: E501 -- markup reads better unbroken

from datetime import UTC, datetime

import pytest

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Site

SITE = Site(id="kota", name="Kota Blitar", home_url="https://www.kota.go.id/", timezone="Asia/Jakarta")
TEXT = "Kota Blitar – Warga Kelurahan Gedog memanen padi bersama Dinas Ketahanan Pangan pada akhir pekan lalu di sawah."
PICTURE = '<img src="/uploads/berita/padi.jpg">'


@pytest.mark.parametrize(
    "markup",
    [
        f"<div>{PICTURE}<small>Foto : Panen padi di Gedog</small></div><div><p>{TEXT}</p><p>{TEXT}</p></div>",
        f"<div>{PICTURE}</div><div>Foto : Panen padi di Gedog</div><div><p>{TEXT}</p><p>{TEXT}</p></div>",
        f"<div>{PICTURE}<p>Foto : Panen padi di Gedog</p><p>{TEXT}</p><p>{TEXT}</p></div>",
    ],
    ids=["beside the picture", "between picture and text", "within the text"],
)
def test_a_caption_is_the_pictures_and_not_the_texts(markup):
    html = f"<html><body><div><h1>Panen Raya Padi di Gedog</h1><div>27 Sep 2024</div>{markup}</div></body></html>"
    page = Page(html.encode(), "https://www.kota.go.id/berita/panen-raya")
    reading = extract_article(page, SITE, seen_at=datetime(2024, 9, 28, tzinfo=UTC))
    assert reading.article is not None
    assert [(one.url, one.caption) for one in reading.media] == [
        ("https://www.kota.go.id/uploads/berita/padi.jpg", "Foto : Panen padi di Gedog")
    ]
    assert reading.article.body == f"{TEXT}\n{TEXT}"


@pytest.mark.parametrize(
    ("address", "is_news"),
    [
        ("/sites/default/files/styles/large/public/images/berita/panen.jpg", True),  # where Drupal keeps every upload
        ("/sites/default/files/logo-kota.png", False),
        ("/assets/img/default.jpg", False),
    ],
)
def test_the_folder_of_drupals_uploads_says_nothing_against_a_picture(address, is_news):
    html = f'<div><h1>Panen Raya Padi di Gedog</h1><div>27 Sep 2024</div><img src="{address}"><p>{TEXT}</p><p>{TEXT}</p></div>'
    page = Page(html.encode(), "https://www.kota.go.id/berita/panen-raya")
    article = extract_article(page, SITE, seen_at=datetime(2024, 9, 28, tzinfo=UTC)).article
    assert article is not None
    assert article.image_url == (f"https://www.kota.go.id{address}" if is_news else None)
