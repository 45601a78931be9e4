"""The site's own name is never an article's title, where <title> and the head say nothing else."""

import pytest

from blitar_scraper.extract import Page, extract_article
from tests.extract.one_page import PARAGRAPHS, SEEN_AT, SITE, TITLE

OFFICE = "Dinas Komunikasi dan Informatika"
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
MENU = "".join(f'<li><a href="/{word}">{word.title()}</a></li>' for word in ("profil", "berita", "galeri", "kontak"))


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (f'<div class="appbar"><div class="bar-title">{OFFICE}</div></div>', ""),
        (f'<div><a href="/">{OFFICE}</a></div>', ""),
        (f'<div class="title">{OFFICE}</div><ul>{MENU}</ul>', ""),
        (f"<div><b>{OFFICE}</b></div>", f"<footer><p>{OFFICE}</p><p>Jl. Merdeka 105</p></footer>"),
        (f'<div class="x title">{OFFICE}</div>', f"<p>© 2024 {OFFICE}. All rights reserved.</p>"),
    ],
    ids=["bar", "link", "menu", "foot", "copyright"],
)
@pytest.mark.parametrize("title", [f'<div class="post-title">{TITLE}</div>', f"<h4>{TITLE}</h4>", f"<h1>{TITLE}</h1>"])
def test_the_sites_name_is_not_taken_for_the_title(head, foot, title):
    html = (
        f"<html><head><title>{OFFICE}</title></head><body>{head}<div>{title}<p>27 September 2024</p>"
        f"<p>{OFFICE}</p>{TEXT}</div>{foot}</body></html>"
    )
    article = extract_article(Page(html.encode(), "https://www.kota.go.id/berita/12"), SITE, seen_at=SEEN_AT).article
    assert article is not None
    assert article.title == TITLE
    assert article.body == "\n".join(PARAGRAPHS)


def test_a_title_printed_again_in_the_foots_list_of_news_is_the_title():
    html = (
        f"<html><head><title>{TITLE}</title></head><body><div><div class='t'><b>{TITLE}</b></div>"
        f"<p>27 September 2024</p>{TEXT}</div><footer><a href='/berita/12'>{TITLE}</a></footer></body></html>"
    )
    article = extract_article(Page(html.encode(), "https://www.kota.go.id/?p=12"), SITE, seen_at=SEEN_AT).article
    assert article is not None and article.title == TITLE
