"""What WordPress puts in an article's place, or beside it, whatever the theme."""

from datetime import UTC, datetime

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Reading, Site, Witness

SITE = Site(id="kota", name="Kota Blitar", home_url="https://www.kota.go.id/", timezone="Asia/Jakarta")
URL = "https://www.kota.go.id/2024/09/27/pengumuman/"
TEXT = "Warga Kelurahan Gedog memanen padi bersama Dinas Ketahanan Pangan pada akhir pekan lalu di sawah bengkok."
FORM = (
    '<form action="/wp-login.php?action=postpass" class="post-password-form" method="post"><p>Konten ini diproteksi'
    ' dengan kata sandi. Untuk melihatnya, masukkan kata sandi:</p><p><label>Kata sandi: <input name="{}"'
    ' type="password"></label> <input type="submit" value="Masuk"></p></form>'
)


def read(title: str, text: str, after: str = "", witnesses: tuple[Witness, ...] = ()) -> Reading:
    byline = '<div>Published 27 September 2024 By <a href="/author/siti/">Siti Aminah</a></div>'
    article = f"<article><h1>{title}</h1><div>{text}</div><footer>{byline}</footer></article>"
    html = f"<html><body><main>{article}{after}</main></body></html>"
    return extract_article(
        Page(html.encode(), URL), SITE, seen_at=datetime(2024, 9, 28, tzinfo=UTC), witnesses=witnesses
    )


def test_a_form_for_a_password_is_not_the_text_of_an_article():
    reading = read("Diproteksi: Hasil Rapat Internal", FORM.format("post_password"))
    assert reading.article is None
    assert [problem.problem for problem in reading.problems] == ["password-protected"]


def test_a_form_to_log_in_beside_the_text_hides_nothing():
    reading = read("Hasil Rapat Terbuka", f"<p>{TEXT}</p>{FORM.format('pwd')}")
    assert reading.article is not None and reading.article.body is not None
    assert reading.article.body.startswith(TEXT)


def test_a_comment_longer_than_the_text_is_not_the_text():
    comments = f'<div id="comments" class="comments-area"><h2>Satu komentar</h2><p>{TEXT} {TEXT}</p></div>'
    short = "Libur bersama berlangsung dua hari, pelayanan kembali dibuka hari Senin."
    article = read("Pelayanan Tutup Sementara", f"<p>{short}</p>", comments).article
    assert article is not None
    assert (article.body, article.author, article.published_at) == (short, "Siti Aminah", "2024-09-27")


def test_a_title_that_reads_like_the_heading_of_a_box_is_believed_to_a_listing():
    text = f"<p><strong>Nomor 12 Tentang Libur</strong></p><p>{TEXT}</p>"
    article = read("Pengumuman", text, witnesses=(Witness("rest", URL, title="Pengumuman"),)).article
    assert article is not None
    assert (article.title, article.author, article.body) == (
        "Pengumuman",
        "Siti Aminah",
        f"Nomor 12 Tentang Libur\n{TEXT}",
    )
