"""A text is whole whose parts have elements of their own, and ends where a row of other articles begins."""

from itertools import product

import pytest

from tests.extract.one_page import DATE, HEADING, PARAGRAPHS, TITLE, read_within_site

# How a block of a kind is written: a page builder's, a content stream's.
WRAPPERS = {
    "page builder": '<div class="elementor-element elementor-widget-{0}"><div class="container">{1}</div></div>',
    "stream": '<div class="block-{0}"><div class="rich-text">{1}</div></div>',
}  # fmt: skip
LIST = ("Senin, 30 September 2024 pukul 08.00 WIB", "Selasa, 1 Oktober 2024 pukul 09.00 WIB")
QUOTE = "Kami berharap panen tahun depan lebih baik lagi, ujarnya kepada para petani."
# Blocks in the midst or at the end of a text, as (kind, markup), and their lines.
PARTS = {
    "none": ((), ()),
    "heading and list": (
        (("heading", "<h3>Jadwal Pelaksanaan</h3>"), ("list", f"<ul><li>{LIST[0]}</li><li>{LIST[1]}</li></ul>")),
        ("Jadwal Pelaksanaan", *LIST),
    ),
    "quote": ((("quote", f"<blockquote><p>{QUOTE}</p></blockquote>"),), (QUOTE,)),
    "short line": ((("text", "<p>Berikut rinciannya:</p>"),), ("Berikut rinciannya:",)),
    "picture": (
        (("image", '<figure><img src="/u/2.jpg"><figcaption>Suasana panen</figcaption></figure>'),),
        ("Suasana panen",),
    ),
    "pointer": ((("text", "<p>Baca juga: <a href='/b/9'>Pemkot Salurkan Bantuan Pangan</a></p>"),), ()),
}
OTHERS = ("Wali Kota Buka Bazar UMKM di Alun-alun", "Dinkes Gelar Imunisasi Massal di Posyandu")
TEASER = "Kegiatan itu digelar bersama warga dan kader posyandu di seluruh kelurahan pada akhir pekan kemarin."
CARDS = "".join(
    f'<article class="card"><h4><a href="/b/{number}">{title}</a></h4><p>20 November 2024</p><p>{TEASER}</p></article>'
    for number, title in enumerate(OTHERS)
)
FEET = {"none": "", "cards": CARDS, "cards with a heading": f"<h3>Kabar Kabupaten</h3>{CARDS}"}


@pytest.mark.parametrize("position", [1, 2, 3])
@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
@pytest.mark.parametrize("wrapper", WRAPPERS.values(), ids=WRAPPERS)
def test_a_text_in_several_blocks_is_whole(wrapper, part, position):
    blocks, lines = part
    wanted = [*PARAGRAPHS[:position], *lines, *PARAGRAPHS[position:]]
    paragraphs = [("text", f"<p>{paragraph}</p>") for paragraph in PARAGRAPHS]
    each = [*paragraphs[:position], *blocks, *paragraphs[position:]]
    groups = [("text", "".join(markup for _, markup in some)) for some in (each[:2], each[2:]) if some]
    for parts, foot, around in product((each, groups), FEET.values(), ("{}", "<div>{}</div>")):
        text = "".join(wrapper.format(*block) for block in parts)
        foot = wrapper.format("posts", foot) if foot else ""
        head = wrapper.format("heading", HEADING) + wrapper.format("info", DATE)
        article = read_within_site(f"<div>{head}{around.format(text)}{foot}</div>").article
        assert article is not None
        assert (article.title, article.published_at) == (TITLE, "2024-09-27")
        assert article.body == "\n".join(wanted)
