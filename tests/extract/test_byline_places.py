"""Each form of a byline in each place of a page where it may stand."""
# ruff: noqa: E501 -- markup reads better unbroken

import pytest

from tests.extract.byline_page import PROSE, TEXT, TITLE, check_text, read
from tests.extract.test_byline_forms import el, icon

D, M = "2024-09-27", "2024-09-27T10:30+07:00"
AUTHOR = "Siti Aminah"
FORMS = {
    "iconlist": (
        '<ul class="elementor-icon-list-items">'
        + icon("user", "Siti Aminah")
        + icon("calendar", "September 27, 2024")
        + icon("clock", "10:30 am")
        + icon("eye", "142 Views")
        + "</ul>",
        M,
        AUTHOR,
    ),
    "iconlist linked": (
        '<ul class="elementor-icon-list-items">'
        + icon("user", "Siti Aminah", "/author/siti")
        + icon("calendar", "September 27, 2024", "/2024/09/27/")
        + icon("clock", "10:30 am")
        + icon("comment", "3 Komentar", "#c")
        + icon("eye", "142 Views")
        + "</ul>",
        M,
        AUTHOR,
    ),
    "spans": (
        '<div class="meta"><span>Siti Aminah</span> | <span>27 September 2024</span> | <span>142x dibaca</span></div>',
        D,
        AUTHOR,
    ),
    "labelled spans": (
        '<div class="meta"><span>Oleh: Siti Aminah</span> <span>Tanggal: 27 September 2024</span> <span>Dibaca: 142 kali</span></div>',
        D,
        AUTHOR,
    ),
    "dl": (
        "<dl><dt>Tanggal</dt><dd>27 September 2024</dd><dt>Penulis</dt><dd>Siti Aminah</dd><dt>Dibaca</dt><dd>142 kali</dd></dl>",
        D,
        AUTHOR,
    ),
    "dl colon": (
        "<dl><dt>Tanggal :</dt><dd>27 September 2024</dd><dt>Penulis :</dt><dd>Siti Aminah</dd><dt>Dibaca :</dt><dd>142 kali</dd></dl>",
        D,
        AUTHOR,
    ),
    "table": (
        "<table><tr><td>Tanggal</td><td>:</td><td>27 September 2024</td></tr><tr><td>Penulis</td><td>:</td><td>Siti Aminah</td></tr><tr><td>Jumlah Dibaca</td><td>:</td><td>142</td></tr></table>",
        D,
        AUTHOR,
    ),
    "table hari": (
        "<table><tr><td>Hari/Tanggal</td><td>: Jumat, 27 September 2024</td></tr><tr><td>Jam</td><td>: 10.30 WIB</td></tr><tr><td>Penulis</td><td>: Siti Aminah</td></tr><tr><td>Dibaca</td><td>: 142 kali</td></tr></table>",
        M,
        AUTHOR,
    ),
    "list labelled": (
        "<ul><li><b>Tanggal:</b> 27 September 2024</li><li><b>Penulis:</b> Siti Aminah</li><li><b>Dilihat:</b> 142 kali</li></ul>",
        D,
        AUTHOR,
    ),
    "stack": (
        "<div><div><small>Tanggal</small><strong>27 September 2024</strong></div><div><small>Penulis</small><strong>Siti Aminah</strong></div><div><small>Dibaca</small><strong>142</strong></div></div>",
        D,
        AUTHOR,
    ),
    "stackblocks": (
        "<div><div><p>Tanggal</p><h5>27 September 2024</h5></div><div><p>Penulis</p><h5>Siti Aminah</h5></div><div><p>Dibaca</p><h5>142 x</h5></div></div>",
        D,
        AUTHOR,
    ),
    "stackrev": (
        "<div><div><h5>27 September 2024</h5><p>Tanggal Terbit</p></div><div><h5>142 x</h5><p>Dibaca</p></div></div>",
        D,
        None,
    ),
    "label blocks": (
        "<div><h6>Tanggal Posting</h6><div>27 September 2024</div></div><div><h6>Total Views</h6><div>142</div></div>",
        D,
        None,
    ),
    "label time": (
        '<div><h5>Diterbitkan</h5><time datetime="2024-09-27T10:30:00+07:00">27 September 2024</time></div><div><h5>Dilihat</h5><span>142 kali</span></div>',
        D,
        None,
    ),
    "label time p": (
        '<p class="label">Dipublikasikan pada</p><p><time datetime="2024-09-27">Jumat, 27 September 2024</time></p><p class="label">Dilihat</p><p>142 kali</p>',
        D,
        None,
    ),
    "label colon badge": (
        '<p>Dipublikasikan pada: 27 September 2024</p><span class="badge">Dilihat 142x</span>',
        D,
        None,
    ),
    "badges": ('<span class="badge">27 September 2024</span> <span class="badge">Dilihat 142x</span>', D, None),
    "badges blocks": ('<div class="badge">27 September 2024</div><div class="badge">Dilihat 142x</div>', D, None),
    "heading strong": ("<h4>Tanggal</h4><p>Jumat, 27 September 2024</p><h4>Dilihat</h4><p>142 kali</p>", D, None),
    "ul labels": ("<ul><li>Tanggal<span>27 September 2024</span></li><li>Dilihat<span>142</span></li></ul>", D, None),
    "ul labels2": (
        '<ul class="list-group"><li class="list-group-item">Tanggal Publikasi <span class="float-end">27 September 2024</span></li><li class="list-group-item">Jumlah Pembaca <span class="float-end">142</span></li></ul>',
        D,
        None,
    ),
    "iconlist views apart": (
        "<ul>"
        + icon("calendar", "September 27, 2024")
        + icon("clock", "10:30 am")
        + '</ul><div class="elementor-shortcode">142 Views</div>',
        M,
        None,
    ),
    "day h6, stacked": ("<h6>September 27, 2024</h6><div><h3>142 x</h3><p>Dibaca</p></div>", D, None),
    "sentence": (
        "<p><em>Berita ini ditulis oleh Siti Aminah pada 27 September 2024 dan telah dibaca 142 kali.</em></p>",
        D,
        AUTHOR,
    ),
    "sentence2": (
        "<p>Ditulis oleh Siti Aminah pada Jumat, 27 September 2024 pukul 10.30 WIB, telah dilihat 142 kali</p>",
        M,
        AUTHOR,
    ),
    "sentence3": ("<p>Diposting pada 27 September 2024 oleh Siti Aminah, telah dilihat 142 kali</p>", D, AUTHOR),
    "icons fa": (
        '<p><i class="fa fa-user"></i> Siti Aminah &nbsp; <i class="fa fa-calendar"></i> 27 September 2024 &nbsp; <i class="fa fa-eye"></i> 142</p>',
        D,
        AUTHOR,
    ),
    "icons separate": (
        '<div><div><i class="fa fa-user"></i> Siti Aminah</div><div><i class="fa fa-calendar"></i> 27 September 2024</div><div><i class="fa fa-eye"></i> 142 <i class="fa fa-comment"></i> 3</div></div>',
        D,
        AUTHOR,
    ),
}
H = f"<h1>{TITLE}</h1>"
IMG = '<figure><img src="/uploads/a.jpg"></figure>'
T = f"<div>{PROSE}</div>"
PLACES = {
    "under": lambda m: f"<div>{H}{m}{T}</div>",
    "under, image": lambda m: f"<div>{H}{m}{IMG}{T}</div>",
    "image, under": lambda m: f"<div>{H}{IMG}{m}{T}</div>",
    "above": lambda m: f"<div>{m}{H}{T}</div>",
    "image above": lambda m: f"<div>{IMG}{m}{H}{T}</div>",
    "above, apart": lambda m: f"<div><div class='thumb'>{IMG}{m}</div><div class='content'>{H}{T}</div></div>",
    "below": lambda m: f"<div>{H}{T}{m}</div>",
    "below inside": lambda m: f"<div>{H}<div>{PROSE}{m}</div></div>",
    "below apart": lambda m: f"<div><div>{H}{T}</div><div>{m}</div></div>",
    "below footer": lambda m: f"<article><header>{H}</header>{T}<footer>{m}</footer></article>",
    "hero": lambda m: (
        f"<section class='hero'><div>{H}{m}</div></section><section><div class='col-8'>{PROSE}</div></section>"
    ),
    "hero header": lambda m: (
        f"<header class='page-header'><div>{H}{m}</div></header><section><div class='col-8'>{PROSE}</div></section>"
    ),
    "hero above": lambda m: (
        f"<section class='hero'><div>{m}{H}</div></section><section><div class='col-8'>{PROSE}</div></section>"
    ),
    "left column": lambda m: (
        f"<div>{H}<div class='row'><div class='col-3'>{m}</div><div class='col-9'>{PROSE}</div></div></div>"
    ),
    "right column": lambda m: (
        f"<div>{H}<div class='row'><div class='col-9'>{PROSE}</div><div class='col-3'>{m}</div></div></div>"
    ),
    "right column of all": lambda m: (
        f"<div class='row'><div class='col-9'>{H}{PROSE}</div><div class='col-3'>{m}</div></div>"
    ),
    "right aside": lambda m: f"<main><article>{H}{PROSE}</article><aside><h4>Informasi</h4>{m}</aside></main>",
    "card header": lambda m: (
        f"<div class='card'><div class='card-header'>{m}</div><div class='card-body'>{H}{T}</div></div>"
    ),
    "card footer": lambda m: (
        f"<div class='card'><div class='card-body'>{H}{T}</div><div class='card-footer'>{m}</div></div>"
    ),
    "inside before": lambda m: f"<div>{H}<div>{m}{PROSE}</div></div>",
    "aside in article": lambda m: f"<article>{H}<aside>{m}</aside><div>{PROSE}</div></article>",
    "aside in text": lambda m: f"<article>{H}<div><aside>{m}</aside>{PROSE}</div></article>",
    "aside before": lambda m: f"<main><aside>{m}</aside><article>{H}<div>{PROSE}</div></article></main>",
    "sidebar left": lambda m: f"<div class='row'><div class='sidebar'>{m}</div><div>{H}<div>{PROSE}</div></div></div>",
    "sidebar div": lambda m: (
        f"<div class='row'><div>{H}<div>{PROSE}</div></div><div class='sidebar'><div class='widget'>{m}</div></div></div>"
    ),
    "sidebar div more": lambda m: (
        f"<div class='row'><div>{H}<div>{PROSE}</div></div><div class='sidebar'><div class='widget'><h3>Info Berita</h3>{m}</div><div class='widget'><h3>Berita Terbaru</h3><ul><li><a href='/b2'>Pemkot Gelar Lomba Kebersihan</a><span>3 Mei 2024</span></li></ul></div></div></div>"
    ),
    "grid": lambda m: (
        f"<div class='detail'><div class='detail-head'>{H}</div><div class='detail-body'>{PROSE}</div><div class='detail-info'>{m}</div></div>"
    ),
    "section after": lambda m: (
        f"<section><div>{H}</div></section><section><div>{PROSE}</div></section><section><div>{m}</div></section>"
    ),
    "share before": lambda m: (
        f"<div>{H}{T}<div class='share'><a href='https://facebook.com/x'>Facebook</a> <a href='https://x.com'>Twitter</a></div><div>{m}</div></div>"
    ),
    "tags before": lambda m: (
        f"<div>{H}{T}<div class='tags'>Tags: <a href='/tag/padi'>padi</a></div><div>{m}</div></div>"
    ),
    "mid text": lambda m: (
        f"<div>{H}<div><p>{TEXT[0]}</p><div class='info'>{m}</div><p>{TEXT[1]}</p><p>{TEXT[2]}</p></div></div>"
    ),
    "table layout": lambda m: f"<table><tr><td>{H}{PROSE}</td><td>{m}</td></tr></table>",
    "elementor": lambda m: (
        f"<section class='elementor-section'>{el('heading', H)}</section><section class='elementor-section'><div>{el('icon-list', m)}{el('content', PROSE)}</div></section>"
    ),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("form", FORMS)
def test_a_byline_is_read_in_each_place(form, place):
    markup, date, author = FORMS[form]
    article = read(PLACES[place](markup))
    assert (article.published_at, article.views, article.author) == (date, 142, author)
    check_text(article)
