"""Author, section and tags that no word announces: where a click on them leads does, or the class of their element."""

from datetime import UTC, datetime

import pytest

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Article, Site

SITE = Site(id="kota", name="Kota Blitar", home_url="https://www.kota.go.id/", timezone="Asia/Jakarta")
TEXT = "Warga Kelurahan Gedog memanen padi bersama Dinas Ketahanan Pangan pada akhir pekan lalu di sawah bengkok."


def read(byline: str, text: str = TEXT) -> Article:
    page = Page(f"<html><body><main><h1>Panen Raya Padi</h1><p>{text}</p>{byline}</main></body></html>".encode())
    article = extract_article(page, SITE, seen_at=datetime(2024, 9, 28, tzinfo=UTC)).article
    assert article is not None
    return article


def link(path: str, text: str, rel: str = "") -> str:
    return f'<a href="https://www.kota.go.id{path}" rel="{rel}">{text}</a>'


@pytest.mark.parametrize(
    ("author", "section"),
    [
        (link("/author/siti/", "Siti Aminah, S.Kom"), link("/category/dinas-pendidikan/", "Dinas Pendidikan")),
        (link("/penulis/siti", "Siti Aminah, S.Kom"), link("/kategori/dinas-pendidikan", "Dinas Pendidikan")),
        (link("/?author=3", "Siti Aminah, S.Kom"), link("/?cat=7", "Dinas Pendidikan")),
    ],
)
@pytest.mark.parametrize("element", ["div", "span"])
def test_author_and_section_are_known_by_their_links_in_any_order(author, section, element):
    date = "<time>27 September 2024</time>"
    for parts in ((date, author, section), (section, date, author), (author, section, date)):
        row = " ".join(f"<{element}>{part}</{element}>" for part in parts)
        article = read(f"<div>{row}</div>")
        assert (article.author, article.section) == ("Siti Aminah, S.Kom", "Dinas Pendidikan")
        assert article.published_at == "2024-09-27"


def test_labels_in_elements_of_their_own_lie_between_the_parts():
    article = read(
        "<div><div><p>Posted</p><div><time>27 September 2024</time></div><p>in</p>"
        f"<div>{link('/category/berita-opd/', 'Berita OPD', 'tag')}</div></div>"
        '<div><p>by</p><div class="post-author"><div><p class="post-author__name">Siti Aminah</p></div></div></div>'
        f"<div><p>Tags:</p><div>{link('/tag/padi/', 'padi')}, {link('/tag/panen-2024/', 'panen 2024')}</div></div>"
        "</div>"
    )
    assert (article.author, article.section, article.body) == ("Siti Aminah", "Berita OPD", TEXT)
    assert article.tags == ("padi", "panen 2024")


def test_a_tag_is_neither_author_nor_section():
    article = read(f"<div><div>27 September 2024</div><div>{link('/tag/umkm/', 'UMKM')}</div></div>")
    assert (article.author, article.section, article.tags) == (None, None, ("UMKM",))


def test_a_name_in_an_element_classed_author_is_the_author_beside_the_date():
    row = '<div>27 September 2024</div><div class="entry-author"><p class="author-name">Siti Aminah</p></div>'
    assert read(f"<div>{row}</div>").author == "Siti Aminah"


@pytest.mark.parametrize("classes", ["author-bio", "authority", "comment-author", "author-avatar"])
def test_other_classes_with_the_word_say_nothing(classes):
    row = f'<div>27 September 2024</div><section><div class="{classes}">Melayani Sejak 2010</div></section>'
    assert read(f"<div>{row}</div>").author is None


def test_a_link_to_a_section_within_the_text_is_text():
    section = link("/category/berita/", "Berita")
    sentence = f"Berita lain dapat dibaca pada laman {section} milik pemerintah kota setiap hari."
    article = read("<div>Oleh Siti Aminah, 27 September 2024</div>", text=f"{TEXT}</p><p>{sentence}")
    assert article.body is not None
    assert article.body.endswith("milik pemerintah kota setiap hari.")
    assert article.section is None
