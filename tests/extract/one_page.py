"""A small page around an article of three paragraphs, to print facts in one form after another."""

from datetime import UTC, datetime

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Reading, Site

SITE = Site(id="kota", name="Kota Blitar", home_url="https://www.kota.go.id/", timezone="Asia/Jakarta")
SEEN_AT = datetime(2024, 11, 28, 3, 0, tzinfo=UTC)
URL = "https://www.kota.go.id/berita/panen-raya-padi-di-gedog"
TITLE = "Panen Raya Padi di Gedog"
HEADING = f"<h1>{TITLE}</h1>"
DATE = "<p>27 September 2024</p>"
PARAGRAPHS = (
    "Kota Blitar – Warga Kelurahan Gedog memanen padi bersama Dinas Ketahanan Pangan pada akhir pekan lalu di sawah.",
    "Kepala dinas menyampaikan terima kasih kepada kelompok tani yang bekerja sejak pagi sampai sore hari di sana.",
    "Panen berikutnya direncanakan pada musim hujan setelah saluran air selesai dibangun oleh warga setempat.",
)
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
_HEAD = (
    '<div class="top"><a href="/">Pemerintah Kota Blitar</a></div><ul class="mainmenu"><li><a href="/">Beranda</a></li>'
    '<li><a href="/profil">Profil</a></li><li><a href="/berita">Berita</a></li></ul>'
)
_SIDE = (
    '<div class="col-4"><h4>Berita Terbaru</h4><ul><li><a href="/b/1">Wali Kota Buka Bazar UMKM</a><br>20 Nov 2024</li>'
    '<li><a href="/b/2">Dinkes Gelar Imunisasi Massal</a><br>19 Nov 2024</li></ul></div>'
)
_FOOT = '<div class="bottom"><p>Jl. Merdeka 105 Kota Blitar</p><p>© 2024 Pemerintah Kota Blitar</p></div>'


def read_within_site(article: str, *, head_title: str = f"{TITLE} - Kota Blitar") -> Reading:
    """What is read of the article's markup within a site's head, side column and footer."""
    html = (
        f"<html><head><title>{head_title}</title></head><body>{_HEAD}"
        f'<div class="container"><div class="row"><div class="col-8">{article}</div>{_SIDE}</div></div>{_FOOT}'
        "</body></html>"
    )
    return extract_article(Page(html.encode(), URL), SITE, seen_at=SEEN_AT)
