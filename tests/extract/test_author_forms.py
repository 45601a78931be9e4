"""The author is read in every form that a page prints it in, is no part of the text, and is null where uncertain."""

import pytest

from tests.extract.one_page import DATE, HEADING, PARAGRAPHS, TEXT, read_within_site

FORMS = {
    "definitions above": (
        "<dl><dt>Penulis</dt><dd>@</dd><dt>Tanggal</dt><dd>27 September 2024</dd><dt>Dibaca</dt><dd>142 kali</dd></dl>",
        "",
    ),
    "definitions below": (DATE, "<dl><dt>Kontributor</dt><dd>@</dd><dt>Editor</dt><dd>Rina Wati</dd></dl>"),
    "table above": (
        "<table><tr><td>Tanggal</td><td>:</td><td>27 September 2024</td></tr>"
        "<tr><td>Penulis</td><td>:</td><td>@</td></tr><tr><td>Dibaca</td><td>:</td><td>142 kali</td></tr></table>",
        "",
    ),
    "table below": (DATE, "<table><tr><th>Author</th><td>@</td></tr><tr><th>Editor</th><td>Rina</td></tr></table>"),
    "pairs of boxes below": (
        DATE,
        "<div><div><div>Kontributor</div><div>@</div></div><div><div>Editor</div><div>Rina Wati</div></div></div>",
    ),
    "headings as labels, above": (
        "<div><div><h6>Tanggal</h6><p>27 September 2024</p></div><div><h6>Author</h6><p>@</p></div>"
        "<div><h6>Dibaca</h6><p>142 kali</p></div></div>",
        "",
    ),
    "headings as labels, below": (
        DATE,
        "<div><div><h6>Author</h6><p>@</p></div><div><h6>Editor</h6><p>Rina Wati</p></div></div>",
    ),
    "two paragraphs": (DATE, "<p>Penulis :</p><p>@</p><p>Editor :</p><p>Rina Wati</p>"),
    "a label with the next sentence": (DATE, "<div>Kontributor Berita: @ Halaman ini telah dilihat 142 kali</div>"),
    "a label with the next line": (DATE, "<div>Kontributor Berita: @<br>Halaman ini telah dilihat 142 kali</div>"),
    "a card with the name below": (
        "",
        "<div><div>dibuat pada 27 September 2024 oleh:</div><div><img src='/a.png'><h5>@</h5></div></div>",
    ),
    "icons by class": (
        '<ul><li><i class="fa fa-user"></i> @</li><li><i class="fa fa-calendar"></i> 27 September 2024</li>'
        '<li><i class="fa fa-clock"></i> 10:30 WIB</li></ul>',
        "",
    ),
    "icons by ligature": (
        '<ul><li><span class="material-icons">person</span> @</li>'
        '<li><span class="material-icons">event</span>27 September 2024</li></ul>',
        "",
    ),
    "icons as definitions' terms": (
        '<dl><dt><i class="fa fa-calendar"></i></dt><dd>27 September 2024</dd><dt><i class="fa fa-user"></i></dt>'
        '<dd>@</dd><dt><i class="fa fa-eye"></i></dt><dd>142</dd></dl>',
        "",
    ),
    "icons drawn in paragraphs": (
        "<p><svg><path d='M1'/></svg> 27 September 2024</p><p><svg><path d='M2'/></svg> 142 kali</p>"
        "<p><svg><path d='M3'/></svg> @</p>",
        "",
    ),
    "a link of the author's": ('<p>27 September 2024</p><p><a rel="author" href="/u/9">@</a></p>', ""),
    "a label in a box of its own": ("<div>oleh</div><div>@</div><div>27 September 2024</div>", ""),
}


@pytest.mark.parametrize("name", ["Siti Aminah", "Operator Desa", "Redaksi", "Drs. H. Budi Santoso, M.Si"])
@pytest.mark.parametrize(("above", "below"), FORMS.values(), ids=FORMS)
def test_the_name_as_printed_is_the_author_and_no_text(name, above, below):
    article = read_within_site(HEADING + (above + TEXT + below).replace("@", name)).article
    assert article is not None
    assert article.author == name
    assert article.body == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "below",
    [
        "<p>Siti Aminah</p>",
        "<p><b>Kontributor:</b></p><p>Masuk untuk memberikan komentar</p>",
        "<p>Video panen ini telah dilihat 235 kali sejak diunggah ke kanal resmi pemerintah.</p>",
    ],
)
def test_a_name_without_a_sign_or_a_sentence_behind_a_label_is_no_author(below):
    article = read_within_site(HEADING + DATE + TEXT + below).article
    assert article is not None and article.author is None


@pytest.mark.parametrize("byline", ['<i class="fa fa-user"></i> Siti Aminah', "Oleh Siti Aminah", "Oleh: Siti Aminah"])
def test_the_bylines_author_outranks_the_signature_at_the_foot(byline):
    article = read_within_site(f"{HEADING}<div>{byline}</div>{DATE}{TEXT}<p>(didik/dinkominfo)</p>").article
    assert article is not None and article.author == "Siti Aminah"
