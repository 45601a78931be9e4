"""Lokomedia, Swarakalibata and PopojiCMS: the PHP systems from which many offices' sites were made, and old tables."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates import around
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.markup import e, lines, text
from tests.templates.printing import DAYS, clock, dots, full, long, zone


@template("lokomedia")
def lokomedia_2010(f: Facts, rng: random.Random) -> Printed:
    items = "".join(f"<li><a href='berita-{o.id}-{o.slug}.html'>{e(o.title)}</a></li>" for o in f.others[:3])
    html = around.page(
        f,
        f.agency,
        f"""<div id="wrapper"><div id="header"><ul>{around.menu()}</ul></div><div id="leftcontent"><h3>Kategori</h3><ul><li><a href=kategori-1>Berita (12)</a></li><li><a href=kategori-2>Kesehatan (3)</a></li></ul><h3>Statistik User</h3>{around.visitors(rng)}</div>
<div id="centercontent"><span class="date"><img src="images/clock.gif"> {full(f.published)} - {f.published:%H:%M:%S} {zone(f)}</span><br /><span class="judul">{e(f.title)}</span><br /><span class="posting">Diposting oleh : <b>{e(f.author)}</b> <br />Kategori: <a href=kategori-1-x.html><b>{f.section}</b></a> - Dibaca: <b>{f.views}</b> kali</span><br /><br /><img src='foto_berita/{f.image}' class='gambar' border=0>{text(f, rng, lines)}<br /><br />
<b>Berita Terkait : </b><br /><ul>{items}</ul><hr color=#e0cb91><b>{len(f.comments)} Komentar : </b><br>{"".join(f"<span class='komentar'><a href='#'>{e(c.name)}</a></span><br><span class='tgl'>{long(c.written)} - {c.written:%H:%M:%S} WIB</span><br>{e(c.text)}<hr>" for c in f.comments)}<b>Isi Komentar :</b><form action=simpankomentar.php><table><tr><td>Nama</td><td> : <input type=text></td></tr></table></form></div>
<div id="rightcontent"><h3>Agenda</h3><p>{e(f.others[5].title)}<br>Tanggal: 12 April 2026 s/d 13 April 2026</p><h3>Berita Populer</h3>{"".join(f"<p><a href='berita-{o.slug}.html'>{e(o.title)}</a><br><span>dibaca: {o.views} pembaca</span></p>" for o in f.others[6:10])}</div></div><div id="footer">Copyright &copy; {f.now.year} by {f.agency}. All rights reserved.</div>""",
        "",
        "<html>",
    )
    return Printed(
        html,
        f"/berita-{f.id}-{f.slug}.html",
        record(f, author=f.author, date="second", views=f.views, section=f.section),
    )


@template("lokomedia")
def swarakalibata(f: Facts, rng: random.Random) -> Printed:
    """A Newspaper look fed by a bespoke system; a path in the page's head with the title."""
    html = around.page(
        f,
        f"{f.title} - {f.agency}",
        f"""<div class="td-header">{around.ticker(f)}</div><ul class="menu">{around.menu()}</ul><div class="container"><div class="row"><div class="col-md-8"><div class="breadcrumb"><a href="/"><i class="fa fa-home"></i> Home</a> » <a href="/kategori/x">{f.section}</a> » {e(f.title)} </div><h1><b>{e(f.title)}</b></h1><div id="autor"><p style="text-transform: uppercase;">{full(f.published)} | {f.published:%H:%M:%S} {zone(f)} - Oleh {e(f.author)}</p><div class="addthis_toolbox"></div></div><div class="img"><img src="/asset/foto_berita/{f.image}"><center><p style="color:#8a8a8a"><i>{e(f.caption)}</i></p></center></div><div class="isi">{text(f, rng)}</div><p><i class="fa fa-eye"></i> Telah dibaca {dots(f.views)} kali</p>
<div class="fb-like"></div><h3>Berita Lainnya</h3><div class="row">{"".join(f'<div class="col-sm-4"><a href="/{o.slug}"><img src="/t.jpg"></a><h4><a href="/{o.slug}">{e(o.title)}</a></h4><small>{full(o.published)}, Dibaca : {o.views} Kali</small></div>' for o in f.others[:3])}</div><h3>Tulis Komentar</h3><form></form></div><div class="col-md-4">{around.popular(f, rng)}{around.poll()}</div></div></div>{around.footer(f, rng)}""",
    )
    return Printed(
        html, f"/berita/detail/{f.slug}", record(f, author=f.author, date="second", views=f.views, section=f.section)
    )


@template("lokomedia")
def popojicms_canvas(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f"{f.title} - {f.agency}",
        f"""<header id="header"><div id="logo"><a href="/">{f.agency}</a></div><nav id="primary-menu"><ul>{around.menu()}</ul></nav></header><section id="page-title" class="page-title-mini"><div class="container clearfix"><ol class="breadcrumb"><li><a href="/">Beranda</a></li><li>Artikel</li><li><a href="/detailpost/{f.slug}">{e(f.title)}</a></li></ol></div></section>
<section id="content"><div class="content-wrap"><div class="container clearfix"><div class="col-md-8 nobottommargin clearfix"><div class="single-post nobottommargin"><div class="entry clearfix"><div class="entry-title"><h2>{e(f.title)}</h2></div><ul class="entry-meta clearfix"><li><i class="icon-calendar3"></i> {long(f.published)}</li><li><a href="javascript:void(0)"><i class="icon-user"></i> {e(f.author)}</a></li><li><i class="icon-folder-open"></i> {", ".join(f'<a href="/tag/{t}">{t}</a>' for t in f.tags)}</li><li><i class="icon-eye"></i> {f.views} Hits</li><li><a href="#comments"><i class="icon-comments"></i> {len(f.comments)} Komentar</a></li></ul>
<div class="entry-image"><a href="/po-content/uploads/{f.image}"><img src="/po-content/uploads/{f.image}" alt="{e(f.title)}"></a><p class="text-center" style="padding:10px; background:#eee;"><i>{e(f.caption)}</i></p></div><div class="entry-content notopmargin">{text(f, rng)}<div class="tagcloud clearfix">{"".join(f'<a href="/tag/{t}">{t}</a>' for t in f.tags)}</div></div></div><div class="post-navigation clearfix"><div class="col_half nobottommargin"><a href="/a">&lArr; {e(f.others[0].title)}</a></div><div class="col_half col_last tright"><a href="/b">{e(f.others[1].title)} &rArr;</a></div></div><div class="line"></div>
<div class="panel panel-default"><div class="panel-heading"><h3 class="panel-title">Diposting oleh <span><a href="javscript:void(0)">{e(f.author)}</a></span></h3></div><div class="panel-body"><div class="author-image"><img src="/u.jpg"></div>Tim pengelola informasi publik yang melayani masyarakat dengan sepenuh hati sejak berdirinya situs ini.</div></div><div class="line"></div><h4>Artikel Terkait</h4><div class="related-posts clearfix">{"".join(f'<div class="col_half"><div class="mpost clearfix"><div class="entry-c"><div class="entry-title"><h4><a href="/{o.slug}">{e(o.title[:30])}...</a></h4></div><ul class="entry-meta clearfix"><li><i class="icon-calendar3"></i> {long(o.published)}</li><li><a href="#"><i class="icon-comments"></i> 0</a></li></ul><div class="entry-content">{e(o.teaser[:70])}...</div></div></div></div>' for o in f.others[2:4])}</div></div></div><div class="col-md-4 sidebar">{around.latest(f, rng)}</div></div></div></section>{around.footer(f, rng)}""",
        around.opengraph(f),
    )
    return Printed(html, f"/detailpost/{f.slug}", record(f, author=f.author, date="day", views=f.views))


@template("lokomedia")
def definition_table(f: Facts, rng: random.Random) -> Printed:
    """The facts of the article in a small table of labels."""
    html = around.page(
        f,
        f"Website Resmi {f.agency}",
        f"""<center><table width="900" cellpadding="0"><tr><td colspan="2"><img src="banner.jpg"></td></tr><tr><td colspan="2" bgcolor="#336699"><marquee><font color="white">{full(f.now)} - Selamat Datang di Website Resmi {f.agency}</font></marquee></td></tr><tr><td width="200" valign="top"><b>MENU UTAMA</b><br>{around.menu("p")}<b>PENGUNJUNG</b>{around.visitors(rng)}</td><td valign="top"><font face="Verdana" size="4"><b>{e(f.title)}</b></font><table class="info"><tr><td>Tanggal</td><td>:</td><td>{full(f.published)}</td></tr><tr><td>Penulis</td><td>:</td><td>{e(f.author)}</td></tr><tr><td>Kategori</td><td>:</td><td>{f.section}</td></tr><tr><td>Dibaca</td><td>:</td><td>{f.views} kali</td></tr></table><hr size="1"><img src="foto/{f.image}" align="left" width="250">{text(f, rng)}<hr><a href="index.php">[ Kembali ]</a> <a href="cetak.php">[ Cetak ]</a><br><b>BERITA LAINNYA</b><br>{"".join(f"- <a href='?b={o.id}'>{e(o.title)}</a> ({long(o.published)})<br>" for o in f.others[:5])}</td></tr><tr><td colspan="2" align="center"><font size="1">Hak Cipta © {f.now.year} {f.agency}<br>Jl. Merdeka No. 1 Telp. (0342) 801171</font></td></tr></table></center>""",
        "",
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html>',
    )
    return Printed(
        html, f"/?page=detail&id={f.id}", record(f, author=f.author, date="day", views=f.views, section=f.section)
    )


@template("lokomedia")
def frames_era_flat(f: Facts, rng: random.Random) -> Printed:
    """Nothing but line breaks; the weekday and the time glued to the author."""
    html = around.page(
        f,
        f"{f.agency} Online",
        f"""<div align="center"><img src="logo.gif"></div><p align="center">{around.menu("span")}</p><hr><b><font size="5">{e(f.title)}</font></b><br><i>Oleh : {e(f.author)}, {DAYS[f.published.weekday()]} {f.published:%d-%m-%Y} pukul {clock(f.published)} {zone(f)}</i><br><br>{text(f, rng, lines)}<br>Dibaca sebanyak {f.views} kali<hr><a href="javascript:history.back()">Kembali</a><hr><p align="center">Copyright {f.now.year} {f.agency}<br>Pengunjung ke : {rng.randint(10000, 900000)}</p>""",
        "",
        "<HTML>",
    )
    return Printed(html, f"/news.php?id={f.id}", record(f, author=f.author, date="minute", views=f.views))
