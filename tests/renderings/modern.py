"""Renderings of the years after about 2014: Bootstrap, Material, HTML5, the common publishing systems."""

from __future__ import annotations

from tests.renderings.parts import (
    AGENCY,
    CONTACT,
    HEADER,
    IMAGE,
    LINES,
    OTHERS,
    PAGE_URL,
    POPULAR,
    PROSE,
    TITLE,
    TODAY,
    head,
    json_ld,
    lying_opengraph,
    menu,
    padded_paragraphs,
    rendering,
    share_icons,
    share_words,
    text,
    texts,
    wrapped,
)


@rendering()
def bootstrap5_card() -> str:
    """Nearest to what the real page's text suggests: badge, title, byline of spans with icons, sidebar after."""
    popular = "".join(
        f'<div class="d-flex mb-3"><div><h6><a href="{address}">{title}</a></h6>'
        f'<small class="text-muted">by Admin Kota | {day}</small></div></div>'
        for title, address, day in POPULAR
    )
    return f"""<!DOCTYPE html>
<html lang="id">{head(TITLE + " | " + AGENCY, lying_opengraph())}
<body>
<div class="topbar bg-dark text-white"><div class="container">{TODAY}</div></div>
<nav class="navbar navbar-expand-lg"><ul class="navbar-nav">{menu()}</ul></nav>
<div class="container"><div class="row">
  <div class="col-lg-8">
    <div class="card"><div class="card-body">
      <span class="badge bg-warning">BERITA</span>
      <h2 class="card-title">{TITLE}</h2>
      <div class="meta">
        <span class="me-3"><i class="bi bi-person"></i> Admin Kota</span>
        <span class="me-3"><i class="bi bi-calendar"></i> 27 Sep 2024</span>
        <span class="me-3"><i class="bi bi-eye"></i> 142x</span>
        <span class="dropdown"><i class="bi bi-share"></i> Share {share_icons()}</span>
      </div>
      <img src="{IMAGE}" class="img-fluid" alt="img-berita">
      <div class="content mt-3">
{padded_paragraphs()}
      </div>
    </div></div>
  </div>
  <div class="col-lg-4"><div class="card"><div class="card-header"><h5>Berita Populer</h5></div>
  <div class="card-body">{popular}</div></div></div>
</div></div>
<footer class="bg-dark text-white text-center"><p>&copy; Copyright 2023 {AGENCY}. All Rights Reserved</p></footer>
<script src="/assets/js/bootstrap.bundle.min.js"></script>
</body></html>"""


@rendering(views_raw="Dilihat 142 kali")
def bootstrap4_list_inline() -> str:
    """The byline is a list; share words stand between byline and body; the sidebar comes first, with thumbnails."""
    popular = "".join(
        f'<div class="media"><img class="mr-3" src="/uploads/thumb/{index}.jpg" width="64" alt="">'
        f'<div class="media-body"><a href="{address}">{title}</a><br><span class="small">{day}</span></div></div>'
        for index, (title, address, day) in enumerate(POPULAR)
    )
    body = "".join(f"<p>{line}</p>" for line in texts())
    return f"""<!DOCTYPE html>
<html>{head()}
<body>
<ol class="breadcrumb"><li class="breadcrumb-item"><a href="/">BERANDA</a></li>
<li class="breadcrumb-item"><a href="/berita">BERITA</a></li><li class="breadcrumb-item active">{TITLE}</li></ol>
<section class="container"><div class="row">
<div class="col-md-4 order-md-2"><div class="sidebar"><h4>Berita Populer</h4>{popular}</div></div>
<div class="col-md-8 order-md-1">
<h3>{TITLE}</h3>
<ul class="list-inline">
<li class="list-inline-item"><i class="fas fa-user"></i>&nbsp;Oleh : Admin Kota</li>
<li class="list-inline-item"><i class="far fa-calendar-alt"></i>&nbsp;27 Sep 2024</li>
<li class="list-inline-item"><i class="far fa-eye"></i>&nbsp;Dilihat 142 kali</li>
</ul>
<div class="sosmed">Share : {share_words()}</div>
<img src="{IMAGE}" class="img-fluid rounded" alt="{TITLE}">
<div class="isi-berita">{body}</div>
</div>
</div></section>
<footer>{AGENCY} &copy; 2024</footer>
</body></html>"""


@rendering()
def bootstrap3_panel() -> str:
    """One text node as byline; the picture is the body's first paragraph; popular posts follow in the same column."""
    body = "<br><br>\n".join(texts(entities=True))
    popular = "".join(
        f'<p><a href="{address}">{title}</a> <small>by Admin Kota | {day}</small></p>'
        for title, address, day in POPULAR
    )
    return f"""<!DOCTYPE html>
<html lang="id">{head("Berita - " + AGENCY, json_ld())}
<body>
<div class="container"><div class="row"><div class="col-md-9">
<div class="panel panel-default">
<div class="panel-heading"><span class="label label-info">BERITA</span><h4 class="panel-title">{TITLE}</h4>
<small>by Admin Kota | 27 Sep 2024 | 142x Dilihat</small></div>
<div class="panel-body"><div style="text-align:justify"><p><img src="{IMAGE}" style="width:100%"></p>
{body}
</div>
<h4>Berita Populer</h4>
{popular}
</div></div></div>
<div class="col-md-3"><div class="list-group"><a class="list-group-item" href="/agenda">Agenda Kota</a>
<a class="list-group-item" href="/galeri">Galeri Foto</a></div></div>
</div></div>
<div class="footer">Copyright 2023</div>
</body></html>"""


@rendering(published_raw="27 Sep 2024", views_raw="142", popular=[])
def material_ligatures() -> str:
    """Icon names are text, glued to the values; no white space between elements; other news has the same shape."""
    others = "".join(
        f'<div class="card-panel"><a href="{address}">{title}</a><div class="info">'
        f'<i class="material-icons">access_time</i>{day} <i class="material-icons">remove_red_eye</i>{views} '
        f'<i class="material-icons">person</i>Humas</div></div>'
        for title, address, day, views in OTHERS
    )
    body = "".join(f"<p>{line}</p>" for line in texts())
    return (
        f'<!DOCTYPE html><html lang="id">{head(TITLE)}<body><nav><div class="nav-wrapper"><ul>{menu()}</ul></div></nav>'
        f'<div class="row"><div class="col s12 l8"><div class="chip">BERITA</div><h5>{TITLE}</h5><div class="info">'
        '<i class="material-icons">person</i>Admin Kota<i class="material-icons">access_time</i>27 Sep 2024'
        '<i class="material-icons">remove_red_eye</i>142</div>'
        f'<img class="responsive-img" src="{IMAGE}"><div class="flow-text">{body}</div></div>'
        f'<div class="col s12 l4"><h5>Berita Terbaru</h5>{others}</div></div>'
        f'<footer class="page-footer">{AGENCY}</footer></body></html>'
    )


@rendering(
    published_at="2024-09-27T09:15+07:00",
    published_precision="minute",
    published_raw="27 September 2024 09:15 WIB",
    views_raw="142 kali dibaca",
    section="Berita",
    popular=[],
)
def html5_semantic() -> str:
    """Everything in its proper element, and metadata that is right."""
    related = "".join(
        f'<li><a href="{address}">{title}</a> <time>{day}</time></li>' for title, address, day, _ in OTHERS
    )
    body = "\n".join(
        f"          <p>\n{wrapped(line, ' ' * 12)}\n          </p>" for line in texts([*HEADER, *PROSE, *CONTACT])
    )
    return f"""<!doctype html>
<html lang="id">
  {head(f"{TITLE} — {AGENCY}", json_ld("Admin Kota", "2024-09-27T09:15:00+07:00"))}
  <body>
    <header><a href="/">{AGENCY}</a><nav><ul>{menu()}</ul></nav></header>
    <main>
      <article>
        <header>
          <p><a href="/kategori/berita" rel="category">Berita</a></p>
          <h1>{TITLE}</h1>
          <p>
            Oleh <address rel="author">Admin Kota</address>
            <time datetime="2024-09-27T09:15:00+07:00">27 September 2024 09:15 WIB</time>
            <span>142 kali dibaca</span>
          </p>
        </header>
        <figure>
          <img src="{IMAGE}" alt="img-berita">
        </figure>
        <section>
{body}
        </section>
      </article>
      <aside>
        <h2>Berita Terkait</h2>
        <ul>{related}</ul>
      </aside>
    </main>
    <footer><small>&copy; {AGENCY}</small></footer>
  </body>
</html>"""


@rendering(published_raw="27 September 2024", views_raw="142 views", section=None, popular=[])
def byline_below_body() -> str:
    """Who, when and how often come after the text; what stands above the title is the head's own date."""
    return f"""<!DOCTYPE html>
<html lang="id">{head(AGENCY)}
<body><div id="page">
<div class="head-date">{TODAY} 10:15 WIB</div>
<div class="menu"><ul>{menu()}</ul></div>
<div id="konten">
<h1 class="judul">{TITLE}</h1>
<div class="foto"><img src="{IMAGE}" alt=""></div>
<div class="artikel">
{padded_paragraphs()}
</div>
<div class="info-artikel">Ditulis oleh : <b>Admin Kota</b> pada 27 September 2024 - 142 views</div>
<div class="navigasi"><a href="/berita/job-fair-kota-blitar">&laquo; Job Fair Kota Blitar Sediakan 1.200 Lowongan</a>
<a href="/berita/hari-kesaktian-pancasila">Upacara Hari Kesaktian Pancasila di Halaman Balai Kota &raquo;</a></div>
</div>
<div id="footer">Hak Cipta {AGENCY}</div>
</div></body></html>"""


@rendering()
def byline_above_title() -> str:
    """The byline comes before the title, the section first of all; popular posts with numbers before the article."""
    popular = "".join(
        f'<li><span class="num">{rank}</span><a href="{address}">{title}</a></li>'
        for rank, (title, address, _) in enumerate(POPULAR, 1)
    )
    body = "\n".join(f'<p style="text-align: justify;">{line}</p>' for line in texts(entities=True))
    return f"""<!DOCTYPE html><html>{head(f"{AGENCY} | {TITLE}", lying_opengraph() + json_ld())}
<body>
<div class="wrap">
<div class="left"><h3>Berita Populer</h3><ol>{popular}</ol></div>
<div class="right">
<div class="kategori">BERITA</div>
<div class="tanggal"><span>27 Sep 2024</span> / <span>Admin Kota</span> / <span>142x</span></div>
<h2><a href="{PAGE_URL}">{TITLE}</a></h2>
<img src="{IMAGE}" class="featured" alt="img-berita">
{body}
<div class="share">Bagikan: {share_words(" | ")}</div>
</div>
</div>
<div class="foot">Diskominfotik {AGENCY}</div>
</body></html>"""


@rendering(popular=[])
def byline_under_picture() -> str:
    """Picture, then byline, then text; the menu's own news ticker has this title too."""
    ticker = "".join(f'<li><a href="{address}">{title}</a></li>' for title, address, _, _ in OTHERS)
    body = "\n".join(f'<p><span style="font-size:12pt">{line}</span></p>' for line in texts())
    return f"""<!DOCTYPE html><html lang="id">{head("Detail Berita")}
<body>
<div class="ticker"><strong>Terkini</strong><ul><li><a href="{PAGE_URL}">{TITLE}</a></li>{ticker}</ul></div>
<div class="content-wrapper">
<p class="kicker">BERITA</p>
<h1 class="post-title">{TITLE}</h1>
<div class="post-thumb"><img src="{IMAGE}" alt="img-berita"></div>
<div class="post-info"><a href="/penulis/admin-kota">Admin Kota</a><span>27 Sep 2024</span><span>142x</span></div>
<div class="post-body">{body}</div>
<div class="tagcloud">Tags : <a href="/tag/statistik">statistik</a>, <a href="/tag/bps">bps</a></div>
</div>
<footer><p>{TODAY}</p></footer>
</body></html>"""


@rendering(popular=[], section="Berita")
def pasted_from_word() -> str:
    """The editor pasted from Word: empty `o:p`, nested spans that split sentences, conditional comments."""

    def paragraph(line: str) -> str:
        words = text(line).split(" ")
        half = len(words) // 2
        inner = " ".join(words[:half]) + '<span style="mso-spacerun:yes"> </span>' + " ".join(words[half:])
        inner = inner if half else " ".join(words)
        return (
            '<p class="MsoNormal" style="text-align:justify;line-height:150%"><span lang="IN" style="font-size:12.0pt;'
            f'font-family:&quot;Arial&quot;,sans-serif">{inner}<o:p></o:p></span></p>'
        )

    empty = '<p class="MsoNormal"><span lang="IN"><o:p>&nbsp;</o:p></span></p>'
    body = empty.join(paragraph(line) for line in LINES)
    return f"""<!DOCTYPE html><html>{head(TITLE)}
<body><div class="main"><div class="post">
<div class="post-cat"><a href="/kategori/berita">Berita</a></div>
<h2 class="post-heading">{TITLE}</h2>
<div class="post-by"><i class="fa fa-user"></i> Admin Kota <i class="fa fa-clock-o"></i> 27 Sep 2024
<i class="fa fa-eye"></i> 142x</div>
<img class="post-img" src="{IMAGE}">
<div class="post-text">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style>p.MsoNormal {{ margin:0cm; }}</style>
{body}</div>
</div></div><div class="bottom">{AGENCY}</div></body></html>"""


@rendering()
def meaningless_classes() -> str:
    """Built classes that say nothing, a `div` for every paragraph, no heading, no white space between elements."""
    body = "".join(f'<div class="x-7f">{line}</div>' for line in texts())
    popular = "".join(
        f'<div class="q2"><a href="{address}">{title}</a><div class="q3">by Admin Kota | {day}</div></div>'
        for title, address, day in POPULAR
    )
    return (
        f'<!DOCTYPE html><html>{head()}<body><div class="a1"><div class="a2">{TODAY}</div>{menu("div")}</div>'
        f'<div class="c0"><div class="c1"><div class="c9">BERITA</div><div class="c2">{TITLE}</div>'
        '<div class="c3"><div>Admin Kota</div><div>27 Sep 2024</div><div>142x</div><div>Share</div></div>'
        f'<div class="c4"><img src="{IMAGE}" alt="img-berita"></div><div class="c5">{body}</div></div>'
        f'<div class="c6"><div class="q1">Berita Populer</div>{popular}</div></div>'
        f'<div class="z9">&copy; Copyright 2023 {AGENCY}. All Rights Reserved</div></body></html>'
    )


@rendering()
def popular_right_below_body() -> str:
    """Byline, picture, text and popular posts are children of one element: only a heading ends the text."""
    body = "\n".join(f"<p>{line}</p>" for line in texts())
    popular = "\n".join(
        f'<p><a href="{address}">{title}</a></p>\n<p>by Admin Kota | {day}</p>' for title, address, day in POPULAR
    )
    return f"""<!DOCTYPE html><html lang="id">{head(AGENCY, lying_opengraph())}
<body>
<header><p>{TODAY}</p><ul>{menu()}</ul></header>
<div id="content">
<p>BERITA</p>
<h4>{TITLE}</h4>
<p>Admin Kota 27 Sep 2024 142x Share</p>
<p><img src="{IMAGE}" alt="img-berita"></p>
{body}
<h4>Berita Populer</h4>
{popular}
</div>
<footer><p>&copy; Copyright 2023 {AGENCY}. All Rights Reserved</p></footer>
</body></html>"""


@rendering(popular=[], views_raw="Dibaca: 142")
def flat_siblings() -> str:
    """No container for the text: rules and small headings between the parts; comments below with other dates."""
    body = "\n".join(f"<p>{line}</p>" for line in texts(entities=True))
    return f"""<!DOCTYPE html><html>{head(f"{TITLE} - {AGENCY}")}
<body>
<h5>{AGENCY}</h5>
<ul>{menu()}</ul>
<hr>
<h6>BERITA</h6>
<h2>{TITLE}</h2>
<p class="text-muted"><em>Penulis: Admin Kota &bull; 27 Sep 2024 &bull; Dibaca: 142</em></p>
<img src="{IMAGE}" alt="img-berita" style="float:left;margin:0 15px 10px 0">
{body}
<hr>
<h5>Bagikan</h5>
<p>{share_words()}</p>
<hr>
<h5>2 Komentar</h5>
<p><b>Sutrisno</b> - 28 Sep 2024 07:12</p>
<p>Alhamdulillah, selamat untuk Kota Blitar. Semoga datanya bisa diakses warga.</p>
<p><b>Wahyu</b> - 29 Sep 2024 20:45</p>
<p>Kelurahan kami kapan didata?</p>
<h5>Tinggalkan Komentar</h5>
<form action="/komentar" method="post"><input name="nama" placeholder="Nama">
<textarea name="isi">Tulis komentar Anda</textarea><button>Kirim</button></form>
</body></html>"""


@rendering(section="Berita", popular=[])
def headlines_before_article() -> str:
    """A slider with other articles, their dates and counters, comes before this one, in the same markup."""
    slides = "".join(
        f'<div class="post-card"><img src="/uploads/berita/slide{index}.jpg" alt="img-berita">'
        f'<h3><a href="{address}">{title}</a></h3>'
        f'<div class="post-meta"><span>Humas</span> <span>{day}</span> <span>{views}x</span></div></div>'
        for index, (title, address, day, views) in enumerate(OTHERS)
    )
    body = "".join(f"<div>{line}</div>\n<div>&nbsp;</div>\n" for line in texts())
    return f"""<!DOCTYPE html><html lang="id">{head("Berita", json_ld())}
<body><div class="slider">{slides}</div>
<div class="breadcrumbs"><a href="/">Beranda</a> / <a href="/berita">Berita</a> / {TITLE}</div>
<div class="post-single"><h3>{TITLE}</h3>
<div class="post-meta"><span>Admin Kota</span> <span>27 Sep 2024</span> <span>142x</span></div>
<img src="{IMAGE}" alt="img-berita">
<div class="post-desc">{body}</div></div>
<div class="copyright">{AGENCY}</div></body></html>"""


@rendering(published_raw="27/09/2024", views_raw="142", section="BERITA")
def numbers_and_icons() -> str:
    """The date in figures, the counter a bare number beside an icon; cookies and a pop-up notice first."""
    popular = "".join(
        f'<a class="item" href="{address}"><span class="ttl">{title}</span><i class="fa fa-calendar"></i> {day}</a>'
        for title, address, day in POPULAR
    )
    body = "<br>\n<br>\n".join(texts())
    return f"""<!DOCTYPE html><html>{head(f"{TITLE} | Kota Blitar")}
<body>
<div class="cookie-banner">Situs ini menggunakan cookie untuk meningkatkan pengalaman Anda.
<button>Setuju</button></div>
<div class="modal fade" id="popup"><div class="modal-body"><h4>Pengumuman</h4>
<p>Layanan Mal Pelayanan Publik tutup pada Kamis, 12 September 2024.</p><button>Tutup</button></div></div>
<div class="main-content">
<div class="tag-label">BERITA</div>
<h5><a href="{PAGE_URL}">{TITLE}</a></h5>
<div class="stat"><i class="fa fa-user-circle"></i> Admin Kota &nbsp; <i class="fa fa-calendar"></i> 27/09/2024 &nbsp;
<i class="fa fa-eye"></i> 142 &nbsp; <i class="fa fa-comments"></i> 0</div>
<div class="image"><img data-src="{IMAGE}" src="{IMAGE}" class="lazyload" alt=""></div>
<div class="text">{body}</div>
<div class="prevnext"><a href="{OTHERS[2][1]}">Sebelumnya : {OTHERS[2][0]}</a>
<a href="{OTHERS[1][1]}">Selanjutnya : {OTHERS[1][0]}</a></div>
</div>
<aside class="widget"><h5>Berita Populer</h5>{popular}</aside>
</body></html>"""


@rendering(published_raw="Jumat, 27 September 2024", views_raw="Dilihat : 142 kali", section=None)
def weekday_and_words() -> str:
    """A line for each fact; share words and tags between text and popular posts."""
    body = "".join(f"<p>{line}</p>\n<p>&nbsp;</p>\n" for line in texts())
    popular = "".join(f"<li><a href='{address}'>{title}</a></li>" for title, address, _ in POPULAR)
    return f"""<!DOCTYPE html><html lang="id">{head("Portal Resmi Kota Blitar", '<link rel="canonical" href="/">')}
<body>
<div class="header"><img src="/logo.png" alt="logo"><span id="jam">{TODAY}</span></div>
<div class="menu">{menu("span")}</div>
<div class="grid">
<div class="article-box">
<h1>{TITLE}</h1>
<div class="line">Penulis : Admin Kota</div>
<div class="line">Jumat, 27 September 2024</div>
<div class="line">Dilihat : 142 kali</div>
<figure class="lead"><img src="{IMAGE}" alt="img-berita"></figure>
{body}
<div class="line">Share : {share_words()}</div>
<div class="line">Tag : <a href="/tag/statistik">Statistik</a> <a href="/tag/kelurahan">Kelurahan</a></div>
</div>
<div class="side-box"><h3>Terpopuler</h3><ul>{popular}</ul>
<h3>Statistik Pengunjung</h3><p>Hari ini : 1.042<br>Total : 2.918.557</p></div>
</div>
<div class="bottom">{AGENCY}</div>
</body></html>"""


@rendering(section="BERITA", published_raw="September 27, 2024", views_raw="142 views", popular=[])
def wordpress_theme() -> str:
    """WordPress: the share plugin's buttons and the related posts stand within the content element."""
    body = "\n".join(f"<p>{line}</p>" for line in texts([*HEADER, *PROSE], entities=True))
    contact = "<br />\n".join(texts(CONTACT))
    related = "".join(
        f'<li><a href="{address}">{title}</a><time>{day}</time></li>' for title, address, day, _ in OTHERS
    )
    return f"""<!DOCTYPE html><html lang="id-ID">{head(f"{TITLE} &#8211; {AGENCY}", json_ld())}
<body class="post-template-default single single-post postid-4182">
<div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="/">{AGENCY}</a></p>
<ul id="menu-utama">{menu()}</ul></header>
<div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-4182" class="post-4182 post type-post status-publish format-standard hentry category-berita">
<header class="entry-header"><span class="cat-links"><a href="/category/berita" rel="category tag">BERITA</a></span>
<h1 class="entry-title">{TITLE}</h1>
<div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published updated"
 datetime="2024-09-27">September 27, 2024</time></span> <span class="byline">by <span class="author vcard">
<a class="url fn n" href="/author/admin-kota">Admin Kota</a></span></span> <span class="views">142 views</span></div>
</header>
<div class="post-thumbnail"><img src="{IMAGE}" class="wp-post-image" alt=""></div>
<div class="entry-content">
{body}
<p>{contact}</p>
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3>
<ul><li>{share_words("</li><li>")}</li></ul></div>
<div class="jp-relatedposts"><h3>Related</h3><ul>{related}</ul></div>
</div>
<footer class="entry-footer"><span class="tags-links">Tagged <a href="/tag/bps">bps</a></span></footer>
</article>
<nav class="post-navigation"><div class="nav-previous"><a href="{OTHERS[2][1]}">{OTHERS[2][0]}</a></div></nav>
<div id="comments"><h3 id="reply-title">Tinggalkan Balasan</h3><form><p>Alamat email Anda tidak akan dipublikasikan.</p>
<textarea></textarea><input type="submit" value="Kirim Komentar"></form></div>
</main></div>
<footer id="colophon" class="site-footer">Proudly powered by WordPress</footer></div></body></html>"""


@rendering(section="BERITA", published_raw="27 September 2024", views_raw="Dilihat: 142", popular=[])
def joomla_article() -> str:
    """Joomla: the facts as a definition list, the date in words, the counter as hits."""
    body = "\n".join(f"<p>{line}</p>" for line in texts())
    modules = "".join(f'<li><a href="{address}">{title}</a></li>' for title, address, _, _ in OTHERS)
    return f"""<!DOCTYPE html><html xml:lang="id-id" lang="id-id">{head(TITLE)}
<body class="site com_content view-article">
<div class="body"><div class="container">
<ul class="nav menu mod-list">{menu()}</ul>
<div id="sidebar"><div class="moduletable"><h3>Berita Terbaru</h3><ul class="latestnews">{modules}</ul></div></div>
<main id="content"><div class="item-page" itemscope itemtype="https://schema.org/Article">
<div class="page-header"><h2 itemprop="headline">{TITLE}</h2></div>
<div class="icons"><div class="btn-group"><a href="?tmpl=component&amp;print=1">Cetak</a>
<a href="/mailto">Email</a></div></div>
<dl class="article-info muted">
<dt class="article-info-term">Detail</dt>
<dd class="createdby" itemprop="author">Ditulis oleh <span itemprop="name">Admin Kota</span></dd>
<dd class="category-name">Kategori: <a href="/index.php/berita">BERITA</a></dd>
<dd class="published"><span class="icon-calendar"></span><time itemprop="datePublished" datetime="2024-09-27">
Diterbitkan: 27 September 2024</time></dd>
<dd class="hits"><span class="icon-eye-open"></span><meta itemprop="interactionCount" content="UserPageVisits:142">
Dilihat: 142</dd>
</dl>
<div class="pull-left item-image"><img src="{IMAGE}" alt="" itemprop="image"></div>
<div itemprop="articleBody">
{body}
</div>
<ul class="pager pagenav"><li class="previous"><a href="{OTHERS[0][1]}" rel="prev">Sebelumnya</a></li>
<li class="next"><a href="{OTHERS[1][1]}" rel="next">Berikutnya</a></li></ul>
</div></main>
</div></div>
<footer><p class="pull-right"><a href="#top">Kembali ke atas</a></p><p>&copy; 2024 {AGENCY}</p></footer>
</body></html>"""


ALL = (
    bootstrap5_card,
    bootstrap4_list_inline,
    bootstrap3_panel,
    material_ligatures,
    html5_semantic,
    byline_below_body,
    byline_above_title,
    byline_under_picture,
    pasted_from_word,
    meaningless_classes,
    popular_right_below_body,
    flat_siblings,
    headlines_before_article,
    numbers_and_icons,
    weekday_and_words,
    wordpress_theme,
    joomla_article,
)
