"""The section is the one printed for this article: a page's heading, a press release's label, or a list are none."""

import pytest

from tests.extract.one_page import DATE, HEADING, PARAGRAPHS, TEXT, read_within_site


def section_of(markup: str) -> str | None:
    article = read_within_site(markup).article
    assert article is not None
    assert (article.body or "").split("\n")[-1] == PARAGRAPHS[-1]
    return article.section


@pytest.mark.parametrize("name", ["Olahraga", "Infrastruktur", "Seni dan Budaya", "Layanan Publik"])
@pytest.mark.parametrize(
    "form",
    [
        "<span class='badge'>@</span>#t#d#b",
        "<div>@</div>#t#d#b",
        "<ul class='breadcrumb'><li><a href='/'>Beranda</a></li><li><a href='/b'>@</a></li><li>#n</li></ul>#t#d#b",
        "<ul class='breadcrumb'><li>Beranda</li><li>@</li><li>Detail Berita</li></ul>#t#d#b",
        "#t<div>27 September 2024 | Kategori: @</div>#b",
        "#t<div>27 September 2024 di <a href='/kategori/x'>@</a></div>#b",
        "<h2>Berita</h2>#t<ul><li>27 September 2024</li><li><a href='/kategori/x'>@</a></li></ul>#b",
        "#t#d#b<div>Kategori: @</div>",
        "#t#d#b<footer class='entry-footer'>Posted in <a href='/category/x' rel='category'>@</a></footer>",
        "#t#d#b<ul><li><i class='fa fa-folder'></i> <a href='#'>@</a></li></ul>",
    ],
)
def test_the_section_printed_with_the_article_is_read(form, name):
    markup = (
        form.replace("#t", HEADING).replace("#d", DATE).replace("#b", TEXT).replace("#n", "Panen Raya Padi di Gedog")
    )
    assert section_of(markup.replace("@", name)) == name


@pytest.mark.parametrize(
    "markup",
    [
        f"{HEADING}{DATE}<p>SIARAN PERS</p><p>Nomor: 12/34/410.1/2024</p>{TEXT}",
        f"{HEADING}{DATE}{TEXT}<p><a href='/kategori/a'>Olahraga</a></p><p><a href='/kategori/b'>Hukum</a></p>",
        f"<ul class='breadcrumb'><li>Beranda</li><li>Detail Berita</li></ul>{HEADING}{DATE}{TEXT}",
        f"{HEADING}{DATE}{TEXT}",
    ],
)
def test_what_is_not_certain_is_no_section(markup):
    assert section_of(markup) is None


def test_the_label_of_a_press_release_stays_in_the_text():
    article = read_within_site(f"{HEADING}{DATE}<p>SIARAN PERS</p><p>Nomor: 12/34/410.1/2024</p>{TEXT}").article
    assert article is not None and (article.body or "").startswith("SIARAN PERS\nNomor: 12/34/410.1/2024\n")
