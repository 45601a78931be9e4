"""Title and text are the article's own where the page's largest letters, its boxes or its foot are the site's."""

from itertools import product

import pytest

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Article, Site
from tests.extract.one_page import DATE, PARAGRAPHS, SEEN_AT, TITLE, URL

NAME = "Dinas Perhubungan Kabupaten Sumenep"
SITE = Site(id="dishub", name="dishub.kota.go.id", home_url="https://www.kota.go.id/", timezone="Asia/Jakarta")
ADDRESS = "Jl. Trunojoyo No. 121, Sumenep, Jawa Timur 69417, telepon (0328) 662345, surel dishub@sumenepkab.go.id"
ABOUT = f"Situs resmi {NAME} dikelola oleh bidang teknologi informasi dan komunikasi publik kabupaten."
# `@` stands for the site's name, `#` for the article's title.
FEET = {
    "footer": f"<footer><h4>@</h4><p>{ADDRESS}</p><p>© 2024 @</p></footer>",
    "boxes": f"<div><div><strong>@</strong></div><div>{ADDRESS}</div><div>© 2024 @</div></div>",
    "lines": f"<div><h3>@</h3><p>Jl. Trunojoyo No. 121<br>{ADDRESS}</p><p>Copyright @. All Rights Reserved</p></div>",
    "no copyright": f"<div><h3>@</h3><p>{ADDRESS}</p><p>{ABOUT}</p></div>",
}
HEADS = {"linked": '<h1><a href="/">@</a></h1><p>Kabupaten Sumenep</p>', "plain": "<h1>@</h1>", "none": ""}
TITLES = {
    "h1": "<h1>#</h1>",
    "h2": "<h2>#</h2>",
    "h3": "<h3>#</h3>",
    "h5": "<h5>#</h5>",
    "bold": "<p><b>#</b></p>",
    "class": '<div class="page-title">#</div>',
}
METADATA = {
    "site": "<title>@</title>",
    "site, twice": '<title>@</title><meta property="og:title" content="@"><meta property="og:site_name" content="@">',
    "home": "<title>Beranda - @</title>",
    "other": "<title>Dishub Sumenep</title>",
}
ADDRESSES = {"words": URL, "number": "https://www.kota.go.id/?p=123"}


def read(head: str, body: str, url: str = URL) -> Article:
    html = f"<html><head>{head}</head><body>{body}</body></html>".replace("@", NAME).replace("#", TITLE)
    article = extract_article(Page(html.encode(), url), SITE, seen_at=SEEN_AT).article
    assert article is not None
    return article


def paragraphs(count: int) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[:count])


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("foot", FEET.values(), ids=FEET)
def test_the_name_of_the_site_is_no_title_and_its_address_no_text(foot, head, title, count):
    menu = '<ul><li><a href="/">Beranda</a></li><li><a href="/berita">Berita</a></li></ul>'
    for metadata, url in product(METADATA.values(), ADDRESSES.values()):
        article = read(metadata, f"{head}{menu}<div>{title}{DATE}<div>{paragraphs(count)}</div></div>{foot}", url)
        assert article.title == TITLE
        assert article.body == "\n".join(PARAGRAPHS[:count])
        assert article.published_at == "2024-09-27"


WRAPPERS = {
    "page builder": '<div class="elementor-widget"><div class="elementor-widget-container">{}</div></div>',
    "widgets": '<div class="widget">{}</div>',
    "boxes": '<div class="widget-box post">{}</div>',
}
SIDES = {
    "none": "",
    "list": '<h3>Berita Populer</h3><ul><li><a href="/b/1">Wali Kota Buka Bazar UMKM</a><br>20 Nov 2024</li></ul>',
    "teasers": (
        '<h3>Pengumuman</h3><div><h4><a href="/b/1">Wali Kota Buka Bazar UMKM</a></h4><p>Wali Kota membuka bazar usaha'
        " mikro kecil dan menengah di alun-alun kota pada akhir pekan kemarin.</p></div>"
    ),
}


@pytest.mark.parametrize("metadata", METADATA.values(), ids=METADATA)
@pytest.mark.parametrize("side", SIDES.values(), ids=SIDES)
@pytest.mark.parametrize("head", [*HEADS.values(), "<h1>@</h1>{}"], ids=[*HEADS, "widget"])
@pytest.mark.parametrize("wrapper", WRAPPERS.values(), ids=WRAPPERS)
def test_a_page_that_calls_each_of_its_parts_a_widget_has_an_article(wrapper, head, side, metadata):
    head = wrapper.format(head.removesuffix("{}")) if head.endswith("{}") else head
    each = "".join(wrapper.format(f"<p>{paragraph}</p>") for paragraph in PARAGRAPHS)
    for text, title in product((wrapper.format(paragraphs(3)), each), ("<h2>#</h2>", "<h3>#</h3>")):
        parts = [wrapper.format(title), wrapper.format(DATE), wrapper.format('<img src="/u/1.jpg">'), text]
        column = f"<div>{wrapper.format(side)}</div>" if side else ""
        foot = wrapper.format(f"<p>@</p><p>{ADDRESS}</p><p>© 2024 @</p>")
        article = read(metadata, f"<div>{head}</div><div><div>{''.join(parts)}</div>{column}</div><div>{foot}</div>")
        assert (article.title, article.published_at) == (TITLE, "2024-09-27")
        assert article.body == "\n".join(PARAGRAPHS)


# `#` stands for the title; none is in a heading, and neither <title> nor address says it.
BARE = {
    "box": "<div>#</div>",
    "head of a card": '<div class="card-header">#</div>',
    "bold paragraph": "<p><b>#</b></p>",
    "large type": '<font size="5">#</font><br>',
    "cell": "<table><tr><td>#</td></tr></table>",
    "centred": "<center><b>#</b></center>",
}
FACTS = "<div>27 September 2024 | Siti Aminah | 142 kali dibaca</div>"
# A card of another article with its date: a linked title, and nothing that says it is the page's.
CARD = (
    "<div><h4>Pengumuman</h4><div><h5><a href='/b/1'>Wali Kota Buka Bazar UMKM</a></h5><i>20 Nov 2024</i></div></div>"
)
LONG_TITLE = "Kepala Dinas Perhubungan Menghadiri Rapat Koordinasi Pengelolaan Terminal dan Parkir"


@pytest.mark.parametrize("words", [TITLE, TITLE.upper(), LONG_TITLE], ids=["short", "capitals", "long"])
@pytest.mark.parametrize("order", ["{1}{0}{2}", "{0}{1}{2}", "{0}{2}{1}"], ids=["over", "below", "foot"])
@pytest.mark.parametrize("title", BARE.values(), ids=BARE)
def test_a_headline_over_facts_or_text_is_the_title_without_a_heading(title, order, words):
    for card in ("", f"<div>{CARD}</div>"):
        text = f"<div>{paragraphs(3)}</div>"
        parts = order.format(title.replace("#", words), FACTS, text)
        page = f"<div><a href='/'>@</a></div><div><div><div>{parts}</div></div>{card}</div><p>© 2024 @</p>"
        article = read(METADATA["site"], page, ADDRESSES["number"])
        assert (article.title, article.body, article.published_at) == (words, "\n".join(PARAGRAPHS), "2024-09-27")


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("<h4>Rakor</h4>", ADDRESSES["number"]),
        ('<div class="judul">Rakor</div>', ADDRESSES["number"]),
        ("<p><b>Rakor</b></p>", ADDRESSES["number"]),
        ("<div>Rakor</div>", "https://www.kota.go.id/berita/rakor"),
    ],
    ids=["heading", "class", "bold", "address"],
)
def test_a_title_may_be_one_word(title, url):
    article = read(METADATA["site"], f"<div>{title}{FACTS}<div>{paragraphs(3)}</div></div>", url)
    assert (article.title, article.body) == ("Rakor", "\n".join(PARAGRAPHS))


def test_another_article_s_linked_heading_is_no_title_and_its_day_no_publication():
    article = read(METADATA["site"], f"<div><img src='/u/1.jpg'></div>{CARD}")
    assert (article.title, article.published_at) == (None, None)


OWN_CLASSES = ("box box-widget", "card card-widget", "news-related-box", "right-side", "latest-news", "post clearfix")
CARDS = {
    "name of a user": '<div class="user-block"><span class="username">#</span><span>{}</span></div>',
    "heading": '<div class="box-header"><h3 class="box-title">#</h3></div><small>{}</small>',
}


@pytest.mark.parametrize("classes", OWN_CLASSES)
@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_no_class_hides_the_part_with_the_only_long_text(card, classes):
    head = '<section class="content-header"><h1>Berita <small>Detail</small></h1></section>'
    column = f'<div><div class="box"><h3>Berita Terbaru</h3>{SIDES["list"].partition("</h3>")[2]}</div></div>'
    for metadata, kind, side in product((METADATA["site"], METADATA["home"]), (head, ""), (column, "")):
        own = f"{card.format('Diposting oleh Siti Aminah - 27 September 2024')}<div>{paragraphs(3)}</div>"
        page = f'<a href="/">@</a>{kind}<div><div><div class="{classes}">{own}</div></div>{side}</div><p>© 2024 @</p>'
        article = read(metadata, page, ADDRESSES["number"])
        assert (article.title, article.author, article.published_at) == (TITLE, "Siti Aminah", "2024-09-27")
        assert article.body == "\n".join(PARAGRAPHS)
