"""A small page with traps (a clock, popular articles, the site's counter) around an article of three paragraphs."""
# ruff: noqa: E501 -- markup reads better unbroken

from datetime import UTC, datetime

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Article, Site

SITE = Site(id="kota", name="Kota Blitar", home_url="https://www.kota.go.id/", timezone="Asia/Jakarta")
SEEN_AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
TITLE = "Panen Raya Padi di Kelurahan Gedog"
TEXT = (
    "Kota Blitar – Warga Kelurahan Gedog memanen padi bersama Dinas Ketahanan Pangan pada akhir pekan lalu di sawah.",
    "Wali Kota mengatakan hasil panen tahun ini lebih baik daripada tahun sebelumnya karena pengairan yang lancar.",
    "Panen berikutnya akan digelar pada 3 Desember 2026 di Kelurahan Bendo bersama kelompok tani Sumber Makmur.",
)
PROSE = "".join(f"<p>{line}</p>" for line in TEXT)
HEAD = '<div class="top">Senin, 23 November 2026</div><ul><li><a href="/">Beranda</a></li><li><a href="/b">Berita</a></li></ul>'
SIDE = """<aside><h3>Berita Populer</h3><ul><li><a href="/a1">Pasar Murah Digelar Lagi</a> <small>12 Mei 2023</small>
<small>912x dibaca</small></li><li><a href="/a2">Jalan Sehat Bersama Warga</a> <small>14 Mei 2023</small> <small>77x dibaca</small>
</li></ul></aside>"""
FOOT = "<div class='bottom'>Total pengunjung: 88.123 | Online: 3 | Hits hari ini: 41<br>© 2026 Kota Blitar</div>"


def read(markup: str) -> Article:
    page = f"<html><head><title>{TITLE} - Kota Blitar</title></head><body>{HEAD}<div>{markup}</div>{SIDE}{FOOT}</body></html>"
    article = extract_article(Page(page.encode(), "https://www.kota.go.id/b/7"), SITE, seen_at=SEEN_AT).article
    assert article is not None
    assert article.title == TITLE
    return article


def around(before: str = "", under: str = "", after: str = "", inside: str = "", head: str = "") -> str:
    """A page's article with markup before the title, under it, after the text, and at the end of the text's element.

    `head` stands before the first paragraph.
    """
    return f"<div>{before}<h1>{TITLE}</h1>{under}<div>{head}{PROSE}{inside}</div>{after}</div>"


def check_text(article: Article) -> None:
    assert article.body == "\n".join(TEXT)
