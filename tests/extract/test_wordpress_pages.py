"""What WordPress puts in an article's place, or beside it, whatever the theme."""

import json
from datetime import UTC, datetime
from typing import Any

from blitar_scraper.extract import Page, extract_article, extract_listing
from blitar_scraper.extract.rest import extract_rest
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


def entry(number: int, classes: str, title: str) -> str:
    address = f"https://www.kota.go.id/2024/09/{number:02}/berita-nomor-{number}/"
    heading = f'<h2><a href="{address}">{title}</a></h2>'
    day = f'<div><a href="{address}"><time>{number} September 2024</time></a></div>'
    own = f"wp-block-post post-{number} post type-post status-publish hentry {classes}"
    return f'<li class="{own}">{heading}<p>{TEXT}</p>{day}</li>'


def listed(*entries: str) -> list[str | None]:
    page = Page(f"<html><body><main><ul>{''.join(entries)}</ul></main></body></html>".encode(), SITE.home_url)
    return [one.title for one in extract_listing(page, SITE, seen_at=datetime(2024, 9, 28, tzinfo=UTC)).entries]


def test_an_entry_is_listed_whatever_its_categories_and_tags_are_called():
    # WordPress writes them into the class: "sosial" alone would be a share bar, "menu" a menu, "komentar" comments.
    classes = ("category-kesehatan-sosial", "tag-menu-makan-siang", "category-komentar-publik", "category-berita")
    entries = [entry(n, names, f"Berita Kota Nomor {n}") for n, names in enumerate(classes, 1)]
    assert listed(*entries) == [f"Berita Kota Nomor {n}" for n in range(1, 5)]


def test_a_title_with_a_word_set_off_is_listed_as_it_is_printed():
    emphasised = entry(1, "", "Apa Itu <em>Smart City</em>? Simak Penjelasannya")
    assert listed(emphasised, entry(2, "", "Berita Kota Nomor 2"))[0] == "Apa Itu Smart City? Simak Penjelasannya"


def post(number: int, protected: bool) -> dict[str, Any]:
    return {
        "link": f"https://www.kota.go.id/2024/09/{number:02}/berita-nomor-{number}/",
        "title": {"rendered": f"Berita nomor {number}"},
        "content": {"rendered": "" if protected else f"<p>{TEXT}</p>", "protected": protected},
        "excerpt": {"rendered": "", "protected": protected},
    }


def test_posts_behind_a_password_are_not_among_the_posts_that_rest_lists():
    page = Page(json.dumps([post(1, False), post(2, True), post(3, False)]).encode(), SITE.home_url)
    entries = extract_rest(page, SITE, seen_at=datetime(2024, 9, 28, tzinfo=UTC)).entries
    assert [entry.title for entry in entries] == ["Berita nomor 1", "Berita nomor 3"]
