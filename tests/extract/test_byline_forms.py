"""Where and how a page may print its date and its counter: each kind in several forms, on a page with traps."""
# ruff: noqa: E501 -- markup reads better unbroken

import pytest

from tests.extract.byline_page import PROSE, TITLE, around, check_text, read

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


def el(kind: str, inner: str) -> str:
    """A widget as the page builder Elementor prints it."""
    return (
        f'<div class="elementor-element elementor-widget elementor-widget-{kind}">'
        f'<div class="elementor-widget-container">{inner}</div></div>'
    )


T = f'<h1 class="elementor-heading-title">{TITLE}</h1>'
B = f"<div>{PROSE}</div>"


def icon(name: str, text: str, link: str = "") -> str:
    """A point of Elementor's list of icons."""
    inner = (
        f'<span class="elementor-icon-list-icon"><i class="fas fa-{name}"></i></span>'
        f'<span class="elementor-icon-list-text elementor-post-info__item">{text}</span>'
    )
    return f'<li class="elementor-icon-list-item">{f"<a href={link}>{inner}</a>" if link else inner}</li>'


D, M = "2024-09-27", MOMENT
WHOLE = {
    "elementor post-info": (
        el("heading", T)
        + el(
            "post-info",
            '<ul class="elementor-inline-items elementor-icon-list-items elementor-post-info">'
            + icon("user-circle", "Siti Aminah", "/author/siti")
            + icon("calendar", "September 27, 2024", "/2024/09/27/")
            + icon("clock", "10:30 am")
            + icon("comment-dots", "3 Comments", "#comments")
            + "</ul>",
        )
        + el("post-content", PROSE),
        M,
        None,
        "Siti Aminah",
    ),
    "elementor with views": (
        el("heading", T)
        + el(
            "post-info",
            '<ul class="elementor-icon-list-items elementor-post-info">'
            + icon("user-circle", "Siti Aminah", "/author/siti")
            + icon("calendar", "September 27, 2024", "/2024/09/27/")
            + icon("clock", "10:30 am")
            + "</ul>",
        )
        + el("shortcode", '<div class="elementor-shortcode">142 Views</div>')
        + el("post-content", PROSE),
        M,
        142,
        "Siti Aminah",
    ),
    "elementor nl theme2": (
        el("theme-post-title", T)
        + el(
            "post-info",
            "<ul>"
            + icon("calendar", " September 27, 2024 ")
            + icon("clock", " 10:30 am ")
            + icon("eye", " 142 ")
            + "</ul>",
        )
        + el("theme-post-content", PROSE),
        M,
        142,
        None,
    ),
    "elementor below": (
        el("heading", T)
        + el("post-content", PROSE)
        + el(
            "post-info",
            '<ul class="elementor-inline-items">'
            + icon("calendar", "September 27, 2024")
            + icon("clock", "10:30 am")
            + icon("eye", "142 views")
            + "</ul>",
        ),
        M,
        142,
        None,
    ),
    "elementor sections": (
        '<section class="elementor-section"><div class="elementor-container">'
        + el("heading", T)
        + '</div></section><section class="elementor-section"><div class="elementor-container"><div class="elementor-column">'
        + el(
            "post-info",
            "<ul>"
            + icon("user", "Siti Aminah")
            + icon("calendar", "September 27, 2024")
            + icon("clock", "10:30 am")
            + icon("eye", "142")
            + "</ul>",
        )
        + '</div></div></section><section class="elementor-section">'
        + el("post-content", PROSE)
        + "</section>",
        M,
        142,
        "Siti Aminah",
    ),
    "views over date box other": (
        '<div class="entry-header"><div class="post-date"><span class="day">27</span><span class="month">Sep 2024</span></div>'
        + f'<h1>{TITLE}</h1><ul class="post-meta"><li><a href="/author/siti"><i class="fa fa-user"></i> Siti Aminah</a></li><li><a href="#respond"><i class="fa fa-comments-o"></i> 3 Komentar</a></li><li><i class="fa fa-eye"></i> 142 Views</li></ul></div>'
        + B,
        D,
        142,
        "Siti Aminah",
    ),
    "views text li no link": (
        f'<div class="post"><div class="post-thumb"><img src="/x.jpg"><div class="date">27 Sep 2024</div></div><h1>{TITLE}</h1><ul class="meta list-inline"><li>Siti Aminah</li><li>3 Komentar</li><li><span class="icon-eye"></span>142 Views</li></ul>{B}</div>',
        D,
        142,
        "Siti Aminah",
    ),
    "vendor dl aside": (
        f'<div class="row"><div class="col-md-8"><h1>{TITLE}</h1>{B}</div><div class="col-md-4"><div class="card"><div class="card-header">Informasi</div><dl class="row"><dt class="col-5">Tanggal Terbit</dt><dd class="col-7">27 September 2024</dd><dt>Penulis</dt><dd>Siti Aminah</dd><dt>Dibaca</dt><dd>142 kali</dd></dl></div></div></div>',
        D,
        142,
        "Siti Aminah",
    ),
    "vendor dl sidebar": (
        f'<div class="row"><div class="col-md-8"><h1>{TITLE}</h1>{B}</div><div class="col-md-4 sidebar"><h5>Detail Berita</h5><dl><dt>Tanggal Terbit</dt><dd>27 September 2024</dd><dt>Penulis</dt><dd>Siti Aminah</dd><dt>Dibaca</dt><dd>142</dd></dl></div></div>',
        D,
        142,
        "Siti Aminah",
    ),
    "vendor dl aside tag": (
        f"<main><article><h1>{TITLE}</h1>{B}</article><aside><h4>Informasi Artikel</h4><dl><dt>Tanggal</dt><dd>27 September 2024</dd><dt>Penulis</dt><dd>Siti Aminah</dd><dt>Dilihat</dt><dd>142</dd></dl></aside></main>",
        D,
        142,
        "Siti Aminah",
    ),
    "vendor dl before, left col": (
        f'<main><h1>{TITLE}</h1><div class="row"><div class="col-3"><dl><dt>Tanggal</dt><dd>27 September 2024</dd><dt>Penulis</dt><dd>Siti Aminah</dd><dt>Dibaca</dt><dd>142x</dd></dl></div><div class="col-9">{PROSE}</div></div></main>',
        D,
        142,
        "Siti Aminah",
    ),
    "vendor dl after title in section": (
        f'<section><header><h1>{TITLE}</h1></header><dl class="info"><div><dt>Diterbitkan</dt><dd><time datetime="2024-09-27">27 September 2024</time></dd></div><div><dt>Penulis</dt><dd>Siti Aminah</dd></div><div><dt>Dibaca</dt><dd>142 kali</dd></div></dl>{B}</section>',
        D,
        142,
        "Siti Aminah",
    ),
    "vendor facts col p": (
        f'<main><div class="content"><h1>{TITLE}</h1>{B}</div><div class="meta-col"><h6>Diterbitkan</h6><p>27 September 2024</p><h6>Penulis</h6><p>Siti Aminah</p><h6>Dibaca</h6><p>142 kali</p></div></main>',
        D,
        142,
        "Siti Aminah",
    ),
    "vendor facts col time": (
        f'<main><div class="content"><h1>{TITLE}</h1>{B}</div><div class="info"><div><span class="label">Diterbitkan</span><time datetime="2024-09-27T10:30:00+07:00">27 September 2024</time></div><div><span class="label">Penulis</span><span>Siti Aminah</span></div><div><span class="label">Dilihat</span><span>142</span></div></div></main>',
        D,
        142,
        "Siti Aminah",
    ),
    "vendor facts aside div": (
        f'<main><article><h1>{TITLE}</h1>{B}</article><aside class="sidebar"><div class="block"><h3>Dipublikasikan pada</h3><div>27 September 2024</div></div><div class="block"><h3>Penulis</h3><div>Siti Aminah</div></div><div class="block"><h3>Dilihat</h3><div>142 kali</div></div><div class="block"><h3>Berita Lainnya</h3><ul><li><a href="/a">Pasar Murah Digelar Lagi</a> 3 Mei 2023</li></ul></div></aside></main>',
        D,
        142,
        "Siti Aminah",
    ),
    "laravel eye svg heroicon": (
        f'<article><h1>{TITLE}</h1><div class="flex items-center"><span>Siti Aminah</span><span>27 September 2024</span><span class="flex"><svg class="w-4 h-4" viewBox="0 0 24 24"><path d="M15 12a3 3 0 11-6 0 3 3 0 016 0z"/><path d="M2.458 12C3.732 7.943"/></svg>142</span></div>{B}</article>',
        D,
        142,
        "Siti Aminah",
    ),
    "laravel eye comments": (
        f'<article><h1>{TITLE}</h1><div class="d-flex"><div><i class="bi bi-person"></i> Siti Aminah</div><div><i class="bi bi-calendar"></i> 27 September 2024</div><div><i class="bi bi-eye"></i> 142</div><div><i class="bi bi-chat"></i> 3</div></div>{B}</article>',
        D,
        142,
        "Siti Aminah",
    ),
    "laravel eye comments below": (
        f'<article><h1>{TITLE}</h1><p>27 September 2024</p>{B}<div class="d-flex justify-content-between"><div><i class="bi bi-person"></i> Siti Aminah</div><div><span><i class="bi bi-eye"></i> 142</span> <span><i class="bi bi-chat"></i> 3</span></div></div></article>',
        D,
        142,
        "Siti Aminah",
    ),
    "laravel card foot": (
        f'<div class="card"><img src="/x.jpg"><div class="card-body"><h1 class="card-title">{TITLE}</h1><p class="card-text"><small>27 September 2024</small></p>{B}</div><div class="card-footer"><small class="text-muted">Oleh Siti Aminah</small><small class="text-muted float-end">142 views</small></div></div>',
        D,
        142,
        "Siti Aminah",
    ),
    "laravel card foot2": (
        f'<div class="card"><div class="card-body"><h1 class="card-title">{TITLE}</h1>{B}</div><div class="card-footer d-flex"><span>Siti Aminah</span> <span>27 September 2024</span> <span>142 views</span></div></div>',
        D,
        142,
        "Siti Aminah",
    ),
    "reading time likes": (
        f'<article><h1>{TITLE}</h1><div class="meta"><span>Siti Aminah</span> <span>27 Sep 2024</span> <span>3 menit baca</span> <span>Dilihat 142 kali</span> <span>42 suka</span></div>{B}</article>',
        D,
        142,
        "Siti Aminah",
    ),
    "reading time likes2": (
        f"<article><h1>{TITLE}</h1><div><div>Siti Aminah</div><div>27 Sep 2024</div></div><div><span>3 menit baca</span><span>Dilihat 142 kali</span><span>42 suka</span></div>{B}</article>",
        D,
        142,
        "Siti Aminah",
    ),
    "reading time likes3": (
        f'<article><h1>{TITLE}</h1><div><img src="/a.png"><div>Siti Aminah</div><div>27 Sep 2024 · 3 menit baca</div></div>{B}<div><span>Dilihat 142 kali</span> <button>42 suka</button></div></article>',
        D,
        142,
        "Siti Aminah",
    ),
    "med": (
        f"<article><h1>{TITLE}</h1><div><span>27 Sep 2024</span><span>·</span><span>3 menit baca</span><span>·</span><span>Dilihat 142 kali</span><span>·</span><span>42 suka</span></div>{B}</article>",
        D,
        142,
        None,
    ),
}


@pytest.mark.parametrize(("markup", "date", "views", "author"), WHOLE.values(), ids=WHOLE)
def test_author_date_and_views_are_read_together(markup, date, views, author):
    article = read(markup)
    assert (article.published_at, article.views, article.author) == (date, views, author)
    check_text(article)
