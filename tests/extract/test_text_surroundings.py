"""What stands right around a text and is none of it: a lead picture's caption, ratings, notes of changes."""

from itertools import product

import pytest

from tests.extract.one_page import HEADING, PARAGRAPHS, TITLE, read_within_site

PICTURE = '<img src="/uploads/berita/padi.jpg">'
CAPTIONS = (
    "Wali Kota Blitar meninjau langsung panen padi bersama warga dan penyuluh pertanian di Gedog.",
    "Suasana panen raya padi",
    "Panen padi di Gedog (Foto: Diskominfo)",
    "Foto: Dokumentasi Humas Kota Blitar",
)
# `@` stands for the caption.
PICTURES = {
    "figure": f"<figure>{PICTURE}<figcaption>@</figcaption></figure>",
    "class": f'<div class="gambar">{PICTURE}</div><div class="caption">@</div>',
    "paragraph in a box": f"<div>{PICTURE}<p>@</p></div>",
    "slanted": f"<p>{PICTURE}</p><p><em>@</em></p>",
    "centred": f'<div style="text-align:center">{PICTURE}</div><div style="text-align:center">@</div>',
    "centred by class": f'<p class="text-center">{PICTURE}</p><p class="text-center">@</p>',
    "background": '<div style="background-image:url(/u/1.jpg)"></div><div class="keterangan">@</div>',
    "shortcode": f'<div class="wp-caption">{PICTURE}<p class="wp-caption-text">@</p></div>',
}
# `#` stands for the byline, `@` for the picture with its caption, `%` for the text.
ORDERS = {
    "below the byline": f"{HEADING}#@<div>%</div>",
    "above the byline": f"{HEADING}@#<div>%</div>",
    "in the text": f"{HEADING}#<div>@%</div>",
}
TEXTS = {
    "paragraphs": "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS),
    "boxes": "".join(f"<div>{paragraph}</div>" for paragraph in PARAGRAPHS),
    "lines": "<br><br>".join(PARAGRAPHS),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_the_lead_picture_s_caption_is_neither_text_nor_its_beginning(picture, order, text):
    for caption, (byline, date) in product(CAPTIONS, (("<p>27 September 2024</p>", "2024-09-27"), ("", None))):
        parts = order.replace("#", byline).replace("@", picture.replace("@", caption)).replace("%", text)
        article = read_within_site(f"<div>{parts}</div>").article
        assert article is not None
        assert (article.title, article.published_at) == (TITLE, date)
        assert article.body == "\n".join(PARAGRAPHS)


MOMENT = "Senin, 30 September 2024 10:15"
NOTES = (
    "Nilai artikel ini",
    "(3 votes)",
    "(0 suara)",
    "Penilaian: 4,5 dari 5 (12 suara)",
    "★★★★☆ 4.5 (12 penilaian)",
    "Rata-rata: 4.5 (2 suara)",
    "Terburuk Terbaik",
    "Klik bintang untuk memberi nilai",
)
BELOW = (
    f"Pemutakhiran Terakhir ( {MOMENT} )",
    f"Pemutakhiran terakhir pada {MOMENT}",
    "Apakah informasi ini bermanfaat? Ya Tidak",
    "Bagaimana reaksi Anda?",
    "Diposting oleh Siti Aminah pada 27 September 2024",
    "Artikel ini telah dibaca 142 kali",
)
ABOVE = ("Kontribusi dari Siti Aminah", "Dikontribusikan oleh Siti Aminah", "Contributed by Siti Aminah")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(
    ("note", "above"),
    [*product((*NOTES, *BELOW), [False]), *product((*NOTES, *ABOVE), [True])],
)
def test_ratings_and_notes_of_authors_and_changes_are_no_text(note, above, text):
    for byline in ("<p>27 September 2024</p>", ""):
        note_and_text = f"<div>{note}</div>{text}" if above else f"{text}<div>{note}</div>"
        article = read_within_site(f"<div>{HEADING}{byline}<div>{note_and_text}</div></div>").article
        assert article is not None
        assert article.body == "\n".join(PARAGRAPHS)
        assert article.author in (None, "Siti Aminah")
        assert article.published_at in (("2024-09-27",) if byline else (None, "2024-09-27"))
