"""Days, counters and sentences on a page that are not the article's byline."""
# ruff: noqa: E501 -- markup reads better unbroken

import pytest

from tests.extract.byline_page import around, read

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


@pytest.mark.parametrize(
    "facts",
    [
        "<h4>Agenda</h4><dl><dt>Tanggal</dt><dd>3 Oktober 2024</dd><dt>Tempat</dt><dd>Balai Kota</dd></dl>",
        "<h4>Jadwal</h4><p>Tanggal: 3 Oktober 2024</p><p>Pukul: 09.00 WIB</p>",
        "<p>Kategori</p><p>Berita</p><p>Tanggal</p><p>3 Oktober 2024</p>",
        '<h4>Berita Lainnya</h4><p>Penulis: Budi</p><p>Tanggal: 3 Oktober 2024</p><p><a href="/x">Pasar Murah</a></p>',
    ],
)
def test_facts_in_a_column_that_are_not_plainly_the_articles_are_left(facts):
    article = read(around(after=f"<aside>{facts}</aside>"))
    assert (article.published_at, article.author, article.views) == (None, None, None)
