"""Where and how a page may print its date and its counter: each kind in several forms, on a page with traps."""
# ruff: noqa: E501 -- markup reads better unbroken

from datetime import UTC, datetime

import pytest

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


MOMENT = "2024-09-27T10:30+07:00"
DATES = {
    # The day above the title, the time below the text.
    "day-heading-above time-below": (
        around(before="<h3>Jumat, 27 September 2024</h3>", after="<p>10.30</p>"), MOMENT),
    "day-heading-above time-wib-below": (
        around(before="<h4>Jumat, 27 September 2024</h4>", after="<div><span>10:30 WIB</span></div>"), MOMENT),
    "day-above time-inside": (
        around(before="<h2>Jumat, 27 September 2024</h2>", inside="<p>10.30</p>"), MOMENT),
    "day-div-above labelled-time-below": (
        around(before="<div>27 September 2024</div>", after="<p>Pukul 10.30 WIB</p>"), MOMENT),
    # The moment in a list in the text's own container.
    "moment-in-list-inside": (
        around(inside="<ul><li>Jumat, 27 September 2024 10:30 WIB</li></ul>"), MOMENT),
    "moment-in-list-inside with more": (
        around(inside="<ul><li>27 September 2024 - 10:30</li><li>Admin</li><li>Berita</li></ul>"), MOMENT),
    "moment-in-list-inside dan views": (
        around(inside="<ul><li>27/09/2024 10:30</li><li>142x dibaca</li></ul>"), MOMENT),
    "moment-paragraph-inside": (
        around(inside="<p>Jumat, 27 September 2024 | 10:30 WIB</p>"), MOMENT),
    # A small heading on the picture.
    "h6 on picture": (
        around(before='<div><img src="/uploads/a.jpg"><div><h6>September 27, 2024</h6></div></div>'), "2024-09-27"),
    "h6 on picture, short": (
        around(before='<figure><img src="/uploads/a.jpg"><h6>27 Sep 2024</h6></figure>'), "2024-09-27"),
    "h5 over title": (around(before="<h5>Friday, 27 September 2024</h5>"), "2024-09-27"),
    # Definition lists.
    "dl before text": (
        around(under="<dl><dt>Tanggal Terbit</dt><dd>27 September 2024</dd><dt>Penulis</dt><dd>Siti Aminah</dd></dl>"),
        "2024-09-27"),
    "dl beside text": (
        f"<div><h1>{TITLE}</h1><div><div class='col-8'>{PROSE}</div><div class='col-4'><dl><dt>Penulis</dt><dd>Siti Aminah</dd>"
        "<dt>Tanggal</dt><dd>27 September 2024</dd><dt>Dibaca</dt><dd>142</dd></dl></div></div></div>", "2024-09-27"),
    "dl after text": (
        around(after="<dl><dt>Diterbitkan</dt><dd>Jumat, 27 September 2024 10:30 WIB</dd><dt>Kategori</dt><dd>Berita</dd></dl>"),
        MOMENT),
    "dl first in the text's row": (
        f"<div><h1>{TITLE}</h1><div><dl><dt>Tanggal</dt><dd>27 September 2024</dd><dt>Penulis</dt><dd>Siti Aminah</dd></dl>"
        f"<div>{PROSE}</div></div></div>", "2024-09-27"),
    # A label in an element of its own, in a column after the text.
    "label heading, value next": (
        around(after="<div class='col'><h4>Diterbitkan</h4><p>27 September 2024</p></div>"), "2024-09-27"),
    "label heading, time element": (
        around(after="<div><h5>Tanggal</h5><time datetime='2024-09-27T10:30:00+07:00'>27 September 2024</time></div>"),
        "2024-09-27"),
    "label div, value div": (
        around(after="<div><div>Dipublikasikan pada</div><div>27 September 2024, 10:30 WIB</div></div>"), MOMENT),
    "label strong, value": (
        around(after="<aside><p><strong>Dipublikasikan</strong></p><p>27 September 2024</p><p><strong>Penulis</strong></p>"
               "<p>Siti Aminah</p></aside>"), "2024-09-27"),
    # Icon lists.
    "icon list of day and time": (
        around(under='<ul><li><i class="fa fa-calendar"></i> September 27, 2024</li><li><i class="fa fa-clock-o"></i> 10:30 am</li></ul>'),
        MOMENT),
    "icon list of day and time with author": (
        around(under='<ul><li><i class="bi bi-person"></i> Admin</li><li><i class="bi bi-calendar"></i> September 27, 2024</li>'
               '<li><i class="bi bi-clock"></i> 10:30 am</li></ul>'), MOMENT),
    "elementor icon list": (
        around(under='<ul><li><a href="/2024/09/27/"><span class="icon"><i class="fa-calendar"></i></span><span>September 27, 2024</span></a></li>'
               '<li><span class="icon"><i class="fa-clock"></i></span><span>10:30 am</span></li></ul>'), MOMENT),
    "day and time in spans": (
        around(under="<div><span>27 September 2024</span><span>10.30 WIB</span></div>"), MOMENT),
    "day and time in divs": (
        around(under="<div><div>Jumat, 27 September 2024</div><div>10.30 WIB</div></div>"), MOMENT),
    # Pieces.
    "two pieces": (around(under="<div><div>27</div><div>Sep 2024</div></div>"), "2024-09-27"),
    "two pieces above": (around(before="<div><span>27</span><span>September 2024</span></div>"), "2024-09-27"),
    # Sentences.
    "wordpress default": (
        around(inside="<p>This entry was posted on Friday, September 27th, 2024 at 10:30 am and is filed under "
               '<a href="/category/berita/">Berita</a>. You can follow any responses to this entry through the <a href="/feed">RSS 2.0</a> feed.</p>'),
        MOMENT),
    "wordpress default after": (
        around(after="<div><small>This entry was posted on Friday, September 27th, 2024 at 10:30 am and is filed under "
               '<a href="/category/berita/">Berita</a>. Both comments and pings are currently closed.</small></div>'),
        MOMENT),
    "wordpress indonesian": (
        around(inside='<p>Entri ini ditulis oleh <a href="/author/siti">Siti Aminah</a> pada tanggal 27 September 2024 dalam kategori '
               '<a href="/category/berita/">Berita</a>.</p>'), "2024-09-27"),
    "wordpress indonesian, other": (
        around(after='<footer>Pos ini dipublikasikan di <a href="/category/berita/">Berita</a> pada <a href="/x"><time>27 September 2024</time></a>'
               ' oleh <a href="/author/siti">Siti Aminah</a>.</footer>'), "2024-09-27"),
    "wordpress english twentyeleven": (
        around(after='<footer>This entry was posted in <a href="/category/berita/" rel="category tag">Berita</a> on '
               '<a href="/x"><time>27 September 2024</time></a> by <a href="/author/siti">Siti Aminah</a>.</footer>'), "2024-09-27"),
    # Month only.
    "month only": (around(under="<p>Terbit: April 2017</p>"), "2017-04"),
    "month only with author": (around(under="<p>Oleh: Siti Aminah | Terbit: April 2017</p>"), "2017-04"),
    "month only spans": (around(under="<div><span>Siti Aminah</span> <span>Diterbitkan: April 2017</span></div>"), "2017-04"),
    # Table rows.
    "table day and time": (
        around(under="<table><tr><td>Hari/Tanggal</td><td>:</td><td>Jumat, 27 September 2024</td></tr>"
               "<tr><td>Jam</td><td>:</td><td>10.30 WIB</td></tr></table>"), MOMENT),
    "table day and time, two cells": (
        around(under="<table><tr><td>Tanggal</td><td>: 27 September 2024</td></tr>"
               "<tr><td>Pukul</td><td>: 10:30</td></tr><tr><td>Penulis</td><td>: Siti Aminah</td></tr></table>"), MOMENT),
    "table day and time, one cell": (
        around(head="<table><tr><td>Hari/Tanggal : Jumat, 27 September 2024</td></tr>"
               "<tr><td>Jam : 10.30 WIB</td></tr><tr><td>Dibaca : 142 kali</td></tr></table>"), MOMENT),
    "table after text, with author between": (
        around(after="<table><tr><td>Hari/Tanggal</td><td>Jumat, 27 September 2024</td></tr><tr><td>Penulis</td><td>Siti Aminah</td></tr>"
               "<tr><td>Jam</td><td>10.30 WIB</td></tr></table>"), MOMENT),
    "lines in one paragraph": (
        around(under="<p>Hari/Tanggal : Jumat, 27 September 2024<br>Jam : 10.30 WIB<br>Penulis : Siti Aminah</p>"), MOMENT),
}  # fmt: skip


@pytest.mark.parametrize("name", DATES)
def test_the_date_is_read_wherever_it_is_printed(name):
    markup, wanted = DATES[name]
    article = read(markup)
    assert article.published_at == wanted
    check_text(article)


VIEWS = {
    "eye by class, comments beside": around(
        under='<div><span><i class="fa fa-calendar"></i> 27 September 2024</span> <span><i class="fa fa-eye"></i> 142</span> '
        '<span><i class="fa fa-comments"></i> 3</span></div>'),
    "comments first": around(
        under='<div><span>27 September 2024</span> <span><i class="fa fa-comments"></i> 3</span> <span><i class="far fa-eye"></i> 142</span></div>'),
    "eye list, comments beside": around(
        under='<ul><li>27 September 2024</li><li><i class="icon-eye"></i> 142</li><li><i class="icon-comment"></i> 0</li></ul>'),
    "class views": around(
        under='<div><span class="date">27 September 2024</span><span class="post-views">142</span><span class="post-comments">3</span></div>'),
    "class view-count of block": around(
        under='<div><div class="date">27 September 2024</div><div class="view-count">142</div><div class="comment-count">3</div></div>'),
    "svg aria-label": around(
        under='<div><span>27 September 2024</span> <span><svg aria-label="Dilihat"><path d="M0"/></svg> 142</span> '
        '<span><svg aria-label="Komentar"><path d="M0"/></svg> 3</span></div>'),
    "svg title": around(
        under='<div><span>27 September 2024</span> <span><svg><title>views</title><path d="M0"/></svg>142</span> '
        '<span><svg><title>comments</title><path d="M0"/></svg>3</span></div>'),
    "svg class": around(
        under='<div><span>27 September 2024</span> <span><svg class="icon icon-eye"><use xlink:href="#eye"/></svg>142</span> '
        '<span><svg class="icon icon-chat"><use xlink:href="#chat"/></svg>3</span></div>'),
    "svg use": around(
        under='<div><span>27 September 2024</span> <span><svg><use xlink:href="/icons.svg#eye"></use></svg>142</span> '
        '<span><svg><use xlink:href="/icons.svg#comment"></use></svg>3</span></div>'),
    "title attribute": around(
        under='<div><span>27 September 2024</span> <span title="Dilihat">142</span> <span title="Komentar">3</span></div>'),
    "img alt": around(
        under='<div><span>27 September 2024</span> <span><img src="/e.png" alt="views"> 142</span> <span><img src="/c.png" alt="comments"> 3</span></div>'),
    "ligature": around(
        under='<div><span>27 September 2024</span> <span><i class="material-icons">visibility</i> 142</span> '
        '<span><i class="material-icons">chat_bubble</i> 3</span></div>'),
    "ligature of span": around(
        under='<div><span class="material-symbols-outlined">event</span> 27 September 2024 <span class="material-symbols-outlined">visibility</span> 142 '
        '<span class="material-symbols-outlined">forum</span> 3</div>'),
    "list item N Views after comments": around(
        before='<div class="date"><span>27</span><span>Sep</span><span>2024</span></div>',
        under='<ul><li><a href="#c"><i class="fa fa-comments"></i> 3 Komentar</a></li><li><i class="fa fa-eye"></i> 142 Views</li></ul>'),
    "list item N Views, date elsewhere": around(
        before="<div><div>27 September 2024</div></div>",
        under='<ul><li>3 Komentar</li><li><a href="#"><i class="fa fa-eye"></i> 142 Views</a></li></ul>'),
    "between reading time and likes": around(
        under="<div><span>27 September 2024</span> <span>3 menit baca</span> <span>Dilihat 142 kali</span> <span>42 suka</span></div>"),
    "between reading time and likes, blocks": around(
        under="<div>27 September 2024</div><div><div>3 menit baca</div><div>Dilihat 142 kali</div><div>42 suka</div></div>"),
    "between reading time and likes, one line": around(
        under="<div>27 September 2024</div><p>3 menit baca · Dilihat 142 kali · 42 suka</p>"),
    "card footer": f"<div class='card'><div class='card-body'><h1>{TITLE}</h1><h6>27 September 2024</h6>{PROSE}</div>"
        "<div class='card-footer'>142 views</div></div>",
    "card footer with eye": f"<div class='card'><div class='card-header'><h1>{TITLE}</h1><small>27 September 2024</small></div>"
        f"<div class='card-body'>{PROSE}</div><div class='card-footer text-muted'><i class='fa fa-eye'></i> 142 views <a href='/b'>Kembali</a></div></div>",
    "card footer, footer": f"<div class='card'><div class='card-body'><h1>{TITLE}</h1><small>27 September 2024</small><div>{PROSE}</div></div>"
        "<footer class='card-footer'><small>142 views</small></footer></div>",
    "meta in dd": around(
        under='<dl><dt>Rincian</dt><dd>27 September 2024</dd><dd><meta itemprop="interactionCount" content="UserPageVisits:142">Dilihat: 142</dd></dl>'),
    "meta in dd, icons": around(
        under='<dl class="article-info"><dd><span class="icon-calendar"></span> <time>27 September 2024</time></dd>'
        '<dd class="hits"><span class="icon-eye-open"></span> <meta itemprop="interactionCount" content="UserPageVisits:142"> Dilihat: 142</dd></dl>'),
    "number over word": around(
        under="<p>27 September 2024</p>", after="<div><div><h3>142 x</h3><p>Dibaca</p></div><div><h3>3 x</h3><p>Dibagikan</p></div></div>"),
    "number over word, bare": around(
        under="<div>27 September 2024</div><div><h4>142</h4><p>Dilihat</p></div>"),
    "word over number": around(
        under="<div>27 September 2024</div>", after="<div><p>Dibaca</p><h2>142 x</h2></div>"),
    "word over number, kali": around(
        under="<div>27 September 2024</div><div><div><small>Dilihat</small></div><div><strong>142 kali</strong></div></div>"),
    "badge": around(under='<p>27 September 2024</p><span class="badge badge-info">Dilihat 142x</span>'),
    "badge after text": around(under="<p>27 September 2024</p>", after='<div><span class="badge">Dilihat 142x</span></div>'),
    "table row": around(
        under="<table><tr><td>Tanggal</td><td>27 September 2024</td></tr><tr><td>Jumlah Dibaca</td><td>142</td></tr></table>"),
    "table row after text": around(
        after="<table><tr><th>Tanggal Terbit</th><td>27 September 2024</td></tr><tr><th>Jumlah Dibaca</th><td>142</td></tr>"
        "<tr><th>Jumlah Komentar</th><td>3</td></tr></table>"),
    "table row with colon": around(
        under="<table><tr><td>Tanggal</td><td>:</td><td>27 September 2024</td></tr><tr><td>Jumlah Dilihat</td><td>:</td><td>142</td></tr></table>"),
    "sentence inside": around(
        under="<p>27 September 2024</p>", inside="<p>Kabar ini telah dilihat sebanyak 142 Orang</p>"),
    "sentence after": around(
        under="<p>27 September 2024</p>", after="<div><em>Halaman ini telah dilihat 142 kali.</em></div>"),
    "sentence article": around(
        under="<p>27 September 2024</p>", after="<p>Artikel ini sudah dibaca sebanyak 142 kali</p>"),
    "sentence dl": around(
        under="<p>27 September 2024</p>", inside="<div><i>Berita ini telah dibaca 142 kali oleh pengunjung.</i></div>"),
    "dl": around(under="<dl><dt>Tanggal</dt><dd>27 September 2024</dd><dt>Dibaca</dt><dd>142</dd></dl>"),
}  # fmt: skip


@pytest.mark.parametrize("name", VIEWS)
def test_the_counter_is_read_wherever_it_is_printed(name):
    article = read(VIEWS[name])
    assert article.views == 142
    assert article.published_at == "2024-09-27"
    assert article.author is None
    check_text(article)


NO_DATES = {
    "an agenda before the text": around(
        head="<table><tr><td>Hari/Tanggal</td><td>:</td><td>Kamis, 3 Oktober 2024</td></tr><tr><td>Waktu</td><td>:</td><td>09.00 WIB</td></tr>"
        "<tr><td>Tempat</td><td>:</td><td>Balai Kota</td></tr></table>"),
    "an agenda list before the text": around(
        head="<ul><li>Hari, tanggal: Kamis, 3 Oktober 2024</li><li>Pukul: 09.00 WIB</li><li>Acara: Panen raya</li></ul>"),
    "an agenda after the text": around(
        inside="<table><tr><td>Hari/Tanggal</td><td>:</td><td>Kamis, 3 Oktober 2024</td></tr><tr><td>Waktu</td><td>:</td><td>09.00 WIB</td></tr>"
        "<tr><td>Tempat</td><td>:</td><td>Balai Kota</td></tr></table>"),
    "an agenda list after the text": around(
        inside="<ul><li>Hari/Tanggal : Kamis, 3 Oktober 2024</li><li>Pukul : 09.00 WIB</li><li>Tempat : Balai Kota</li></ul>"),
    "agenda lines after the text": around(
        inside="<p>Hari/Tanggal : Kamis, 3 Oktober 2024<br>Pukul : 09.00 WIB - selesai<br>Tempat : Balai Kota</p>"),
    "a timetable": around(
        inside="<ul><li>Selasa, 1 Oktober 2024: Pembukaan di Aula</li><li>Rabu, 2 Oktober 2024: Pelatihan di Kantor Kelurahan</li>"
        "<li>Kamis, 3 Oktober 2024: Panen</li></ul>"),
    "a table of dates": around(
        inside="<table><tr><th>Tanggal</th><th>Kegiatan</th></tr><tr><td>1 Oktober 2024</td><td>Pembukaan</td></tr>"
        "<tr><td>2 Oktober 2024</td><td>Pelatihan</td></tr></table>"),
    "a table of one date": around(
        inside="<table><tr><th>Tanggal</th><th>Kegiatan</th></tr><tr><td>1 Oktober 2024</td><td>Pembukaan</td></tr></table>"),
    "the place and day of a letter": around(inside="<p>Blitar, 1 Oktober 2024</p>"),
    "the day of a letter with its signature": around(
        inside="<p>Blitar, 1 Oktober 2024</p><p>Kepala Dinas</p><p>Drs. Budi Santoso</p>"),
    "a row of figures": around(
        inside="<table><tr><td>Sumber</td><td>BPS, 1 Oktober 2024</td></tr><tr><td>Luas</td><td>12 ha</td></tr></table>"),
    "the related articles' dates": around(
        after="<div><h3>Berita Terkait</h3><div><a href='/x'>Pasar Murah Digelar</a><span>1 Oktober 2024</span></div>"
        "<div><a href='/y'>Jalan Sehat Digelar</a><span>2 Oktober 2024 | 33x dibaca</span></div></div>"),
    "an event's labelled dates in a column": around(
        after="<div><h4>Agenda</h4><p>Tanggal</p><p>3 Oktober 2024</p><p>Tempat</p><p>Balai Kota</p></div>"),
    "a press release's lines": around(
        head="<p>SIARAN PERS</p><p>Nomor: 500/12/410.010/2024</p><p>Kamis, 26 September 2024</p>"),
    "a press release's lines and the related articles": around(
        head="<p>SIARAN PERS</p><p>Nomor: 500/12/410.010/2024</p><p>Kamis, 26 September 2024</p>",
        after="<div><h3>Berita Terkait</h3><ul><li><a href='/x'>Pasar Murah Digelar</a><br><small>1 Oktober 2024</small></li></ul></div>"),
    "a film's count": around(
        inside="<p>Video sosialisasi tersebut telah dilihat 1.200 kali sejak 1 Oktober 2024.</p>"),
}  # fmt: skip


@pytest.mark.parametrize("name", NO_DATES)
def test_no_day_within_the_text_or_of_others_is_that_of_publication(name):
    article = read(NO_DATES[name])
    assert article.published_at is None
    assert article.author is None
    assert article.views is None


PROSE_WITH_COUNTS = [
    "Video sosialisasi tersebut telah dilihat 1.200 kali.",
    "Video sosialisasi tersebut telah dilihat 1.200 kali sejak diunggah ke kanal resmi pemerintah kota pekan lalu.",
    "Unggahan itu sudah dibaca 5.000 kali oleh warga Kota Blitar dan sekitarnya.",
    "Laman ppid.kota.go.id dikunjungi 1.200 kali setiap hari.",
    "Tayangan langsungnya ditonton 3.400 kali",
    "Siaran itu dilihat 3.400 kali, kata Kepala Dinas.",
    "Kanal resmi yang dikelola dinas pernah dilihat 1.200 kali dalam sehari.",
]


@pytest.mark.parametrize("sentence", PROSE_WITH_COUNTS)
@pytest.mark.parametrize("place", ["head", "inside"])
def test_a_sentence_about_something_else_is_text(sentence, place):
    article = read(around(under="<p>27 September 2024</p>", **{place: f"<p>{sentence}</p>"}))
    assert (article.views, article.author, article.published_at) == (None, None, "2024-09-27")
    assert article.body is not None
    assert sentence in article.body.split("\n")


SITE_COUNTERS = [
    "<p>Total pengunjung: 88.123</p>",
    "<div>Pengunjung hari ini: 41</div><div>Total pengunjung: 88.123</div>",
    "<ul><li>Online: 3</li><li>Hits hari ini: 41</li><li>Total hits: 88.123</li></ul>",
    "<table><tr><td>Pengunjung hari ini</td><td>41</td></tr><tr><td>Total pengunjung</td><td>88.123</td></tr></table>",
    "<div><h4>88.123</h4><p>Total Pengunjung</p></div><div><h4>41</h4><p>Hari Ini</p></div>",
    "<div><h4>Statistik Pengunjung</h4><div>Hari ini</div><div>41</div><div>Hits</div><div>88.123</div></div>",
    "<div><span>Dilihat hari ini</span> <b>41</b></div>",
    "<dl><dt>Total Hits</dt><dd>88.123</dd><dt>Online</dt><dd>3</dd></dl>",
    "<p>Kunjungan bulan ini: 412 kali</p>",
    "<p>Website ini telah dikunjungi 88.123 kali</p>",
    "<p>Situs ini telah dilihat sebanyak 88.123 kali</p>",
]


@pytest.mark.parametrize("counter", SITE_COUNTERS)
@pytest.mark.parametrize("place", ["after", "under", "before"])
def test_the_sites_counter_is_not_the_articles(counter, place):
    article = read(around(**{place: counter}))
    assert article.views is None
    article = read(around(before="<p>27 September 2024 | Dibaca 142 kali</p>", after=counter))
    assert article.views == 142


def test_numbers_that_count_other_things_are_no_views():
    for markup in (
        '<span title="Komentar">142</span>',
        '<i class="fa fa-comments"></i> 142',
        '<svg aria-label="Komentar"></svg> 142',
        '<span class="views-row">142</span>',
        '<img src="/x.png" alt="views of the city"> 142',
        "<div><p>142</p><p>Komentar</p></div>",
        "<div><p>Dibagikan</p><p>142</p></div>",
        "<div><h3>142</h3><p>Unduhan</p></div>",
    ):
        assert read(around(under=f"<div>{markup}</div>")).views is None, markup


@pytest.mark.parametrize(
    "under",
    [
        "<div>27 September 2024</div><div>Diperbarui: 28 September 2024</div><div>11:15 WIB</div>",
        "<div><span>27 September 2024</span> | <span>Diperbarui</span> | <span>11:15</span></div>",
        "<div>27 September 2024</div><div>Jam layanan 08.00 - 15.00 WIB</div>",
    ],
)
def test_a_time_that_is_not_plainly_the_days_own_is_left(under):
    assert read(around(under=under)).published_at == "2024-09-27"


def test_of_two_labelled_days_apart_none_is_taken():
    fact = "<aside><p><b>Diterbitkan</b></p><p>{}</p></aside>"
    both = fact.format("27 September 2024") + fact.format("28 September 2024")
    assert read(around(after=both)).published_at is None
