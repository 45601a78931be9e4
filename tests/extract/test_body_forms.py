"""The text is whole and nothing but the text, in articles of one to three paragraphs, whatever stands around it."""

import pytest

from tests.extract.one_page import DATE, HEADING, PARAGRAPHS, TITLE, read_within_site

PICTURE = '<img src="/uploads/berita/padi.jpg">'
CAPTION = (
    "Wali Kota Blitar meninjau langsung panen padi bersama warga dan penyuluh pertanian di Gedog, Kamis (26/9/2024)."
)
OTHER = "Pemkot Salurkan Bantuan Pangan untuk Ratusan Keluarga"
FACTS = "<ul><li>27 September 2024</li><li>Siti Aminah</li><li>142 kali dibaca</li></ul>"
# Page forms: `@` stands for the text, `#h` for the heading, `#d` for the date.
CAPTIONS = {
    "figure below facts": f"#h{FACTS}<figure>{PICTURE}<figcaption>{CAPTION}</figcaption></figure><div>@</div>",
    "figure in the text": f"#h#d<div><figure>{PICTURE}<figcaption>{CAPTION}</figcaption></figure>@</div>",
    "paragraph with the picture": f"#h{FACTS}<div><div>{PICTURE}<p>{CAPTION}</p></div>@</div>",
    "small paragraph": f"#h#d<div>{PICTURE}<p><small>{CAPTION}</small></p>@</div>",
    "small by its class": f'#h#d<div>{PICTURE}<p class="small text-muted">{CAPTION}</p>@</div>',
    "slanted paragraph": f"#h#d<div><p>{PICTURE}</p><p><em>{CAPTION}</em></p>@</div>",
    "under the picture, in one paragraph": f"#h#d<div><p>{PICTURE}<br>{CAPTION}</p>@</div>",
    "small by its style": f'#h#d<div><div>{PICTURE}<br><span style="font-size:11px">{CAPTION}</span></div>@</div>',
    "in a box with the picture": f"#h#d<div><div>{PICTURE}<span>{CAPTION}</span></div>@</div>",
    "outside the text": f"#h#d<div>{PICTURE}<div><i>{CAPTION}</i></div></div><div>@</div>",
}
AROUND = {
    "posted in": (
        '#h#d<div>@<p>This entry was posted in <a href="/category/x">Kegiatan</a>. Bookmark the '
        '<a href="/p">permalink</a>.</p></div>'
    ),
    "posted in and on": (
        '#h<div>@</div><div>This entry was posted in <a href="/category/x">Kegiatan'
        '</a> on 27 September 2024 by <a href="/author/a">Ana</a>.</div>'
    ),
    "moment below": "#h<div>@<p>Jumat, 27 September 2024 10:30 WIB</p></div>",
    "change below": "#h#d<div>@<p>Last Updated on Saturday, 28 September 2024 08:15</p></div>",
    "change in brackets": "#h#d<div>@<div>Last Updated ( Saturday, 28 September 2024 08:15 )</div></div>",
    "send and print": "#h#d<div>@<div>Kirim ke teman | Versi cetak</div></div>",
    "linked send and print": (
        '#h#d<div>@<div><a href="/k">Kirim ke teman</a> | <a href="/c">Versi cetak</a></div></div>'
    ),
    "size of type above": "#h#d<div><div>Ukuran huruf: A- A A+</div>@</div>",
    "size of type in English": (
        '#h#d<div><div>font size <a href="#">decrease font size</a> <a href="#">increase font size</a></div>@</div>'
    ),
    "stars above": (
        "#h#d<div><div>Rate this item</div><ul><li>1</li><li>2</li><li>3</li></ul><div>(0 votes)</div>@</div>"
    ),
    "stars below": "#h#d<div>@<div>Rating: 4.5/5 (12 suara)</div></div>",
    "tags run together": '#h#d<div>@<div><a href="/tag/padi">padi</a><a href="/tag/gedog">gedog</a></div></div>',
    "words run together": "#h#d<div>@<div><span>padi</span><span>gedog</span><span>panen raya</span></div></div>",
    "hashes": "#h#d<div>@<div>#padi #gedog #panenraya</div></div>",
    "names of fact and site": "#h<div><div>tanggal</div><div>27 September 2024</div><div>Kota Blitar</div>@</div>",
    "another title above": f'#h#d<div><div><a href="/b/9">{OTHER}</a></div>@</div>',
    "another title below": f'#h#d<div>@<div><a href="/b/9"><h4>{OTHER}</h4></a></div></div>',
    "column under the title": (
        "#h<div><div><div>27 September 2024</div><div>Ana Dewi</div><div>Kegiatan</div></div><div>@</div></div>"
    ),
    "column on the left": (
        "<div><div class='col-3'><div>27 September 2024</div><div>Ana Dewi</div></div>"
        "<div class='col-9'>#h@</div></div>"
    ),
    "column on the right": (
        "<div><div class='col-9'>#h@</div><div class='col-3'><p>27 September 2024</p><p>Ana Dewi</p>"
        f"<h4>{OTHER}</h4></div></div>"
    ),
}
TEASER = f"<div><h5><a href='/b/9'>{OTHER}</a></h5><p>{OTHER}, {CAPTION}</p><small>oleh Ana - 20 Nov 2024</small></div>"
CARD = "<h4>Ana Dewi</h4><p>Pengelola informasi publik yang melayani masyarakat sejak berdirinya situs ini.</p>"
AROUND |= {
    "related teaser": f"<div>#h#d@<h4>Baca Juga</h4>{TEASER}</div>",
    "related teasers": f"<div>#h#d@<h4>Berita Lainnya</h4>{TEASER}{TEASER}</div>",
    "card of the author": f"#h<div>27 September 2024 | Oleh Ana Dewi</div><div>@</div><div>{CARD}</div>",
    "another article beside": f"<div><div>#h#d@</div><div><h5>{OTHER}</h5><p>{OTHER}, {CAPTION}</p></div></div>",
    "kept under": "#h#d<div>@<div>Tersimpan di bawah: <a href='/s'>Kegiatan</a></div></div>",
}
# Lines before or after the text that say nothing of it.
ASIDES = (
    "Login untuk berkomentar|Baca selengkapnya|Lihat semua|« Kembali|Ke atas"
    "|Halaman 1 dari 1|Unduh PDF|Simpan PDF|Perbesar teks|Ukuran teks|Text size|Print Friendly|Email to friend"
    "|Send to a friend|Dengarkan artikel|Waktu baca: 2 menit|2 menit baca|Tags padi gedog|Posted in Kegiatan|Laporkan"
    "|Ikuti kami di Google News|Join grup WhatsApp|Pilih bahasa"
).split("|")
TEXTS = {
    "paragraphs": "<p>{}</p>",
    "boxes": "<div>{}</div>",
    "stream blocks": '<div class="block"><div class="rich-text"><p>{}</p></div></div>',
}
HEADINGS = {"h1": HEADING, "no heading": f'<div class="judul-berita">{TITLE}</div>'}


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("heading", HEADINGS.values(), ids=HEADINGS)
@pytest.mark.parametrize("form", [*CAPTIONS.values(), *AROUND.values()], ids=[*CAPTIONS, *AROUND])
def test_the_text_is_whole_and_nothing_else_is_in_it(form, heading, text, count):
    markup = "".join(text.format(paragraph) for paragraph in PARAGRAPHS[:count])
    article = read_within_site(form.replace("#h", heading, 1).replace("#d", DATE, 1).replace("@", markup)).article
    assert article is not None
    assert article.title == TITLE
    assert article.body == "\n".join(PARAGRAPHS[:count])


@pytest.mark.parametrize("form", CAPTIONS.values(), ids=CAPTIONS)
def test_the_caption_is_kept_with_its_picture(form):
    markup = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    reading = read_within_site(form.replace("#h", HEADING, 1).replace("#d", DATE, 1).replace("@", markup))
    assert [item.caption for item in reading.media] == [CAPTION]


@pytest.mark.parametrize(
    "text",
    [
        f"<p>{PICTURE}{{0}}</p><p>{{1}}</p>",
        f"<p>{PICTURE}<br>{{0}}</p><p>{{1}}</p>",
        (
            "<p><img src='/a.jpg'></p><p><span style='font-size:12px'>{0}</span></p><p>"
            "<span style='font-size:12px'>{1}</span></p>"
        ),
        "<div>{0}</div><ul><li><a href='/files/surat.pdf'>Surat edaran tentang panen raya</a></li></ul><p>{1}</p>",
    ],
)
def test_a_paragraph_beside_a_picture_is_text(text):
    article = read_within_site(f"{HEADING}{DATE}<div>{text.format(*PARAGRAPHS)}</div>").article
    assert article is not None and article.body is not None
    assert PARAGRAPHS[0] in article.body and PARAGRAPHS[1] in article.body


def test_a_tables_numbers_are_text():
    rows = "".join(f"<tr><td>{n}</td><td>Gedog</td><td>{n * 12}</td></tr>" for n in range(1, 5))
    article = read_within_site(f"{HEADING}{DATE}<div><p>{PARAGRAPHS[0]}</p><table>{rows}</table></div>").article
    assert article is not None and article.body is not None
    assert article.body.split("\n") == [PARAGRAPHS[0], *(f"{n}\tGedog\t{n * 12}" for n in range(1, 5))]


@pytest.mark.parametrize("words", ASIDES)
@pytest.mark.parametrize("form", ["<div>{}</div>", "<p>{}</p>", '<div><a href="#x">{}</a></div>', "<br>{}<br>"])
def test_what_readers_may_do_with_a_text_is_not_in_it(form, words):
    for markup in (f"{form.format(words)}<p>{PARAGRAPHS[0]}</p>", f"<p>{PARAGRAPHS[0]}</p>{form.format(words)}"):
        article = read_within_site(f"{HEADING}{DATE}<div>{markup}</div>").article
        assert article is not None and article.body == PARAGRAPHS[0]


@pytest.mark.parametrize("last", ["Merdeka!", "Semoga bermanfaat", "Hormat kami,", "Camat Sananwetan"])
def test_a_short_last_line_is_text(last):
    article = read_within_site(f"{HEADING}{DATE}<div><p>{PARAGRAPHS[0]}</p><p>{last}</p></div>").article
    assert article is not None and article.body == f"{PARAGRAPHS[0]}\n{last}"
