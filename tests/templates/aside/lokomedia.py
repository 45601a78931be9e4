"""CMS Lokomedia and what grew from it: tables, paragraphs for headings, one line with everything in it."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates.aside.writing import (
    broken_lines,
    comments,
    e,
    footer,
    justified,
    listed,
    menu,
    page,
    plain,
    today,
    unclosed,
    visitors,
)
from tests.templates.facts import DAYS, Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import full, long, zone


def _padded(f: Facts) -> str:
    return f"{f.published:%d} {long(f.published).split(' ', 1)[1]}"


@template("lokomedia")
def loko_sidebar_title(f: Facts, rng: random.Random) -> Printed:
    """The title is a paragraph with the class of the boxes' headings; two small elements hold the line, left and right."""
    day = DAYS[f.published.weekday()]
    related = listed(
        f.others[:4],
        lambda o: (
            f"<tr><td><img class='img-thumbnail pull-left' width='80px' src='/asset/foto_berita/{o.id}.jpg'><a style='font-size:16px' href='/berita/detail/{o.slug}'><b>{e(o.title)}</b></a><br><span class='text-danger'><span class='glyphicon glyphicon-time'></span> {DAYS[o.published.weekday()]}, {long(o.published)}, {o.published:%H:%M:%S} {zone(f)}, Dibaca : {o.views} Kali</span></td></tr>"
        ),
    )
    content = f"""{today(f)}{menu(f)}<div class="container"><div class="row"><div class="col-md-8">
<p class='sidebar-title'> {e(f.title)}</p>
<small class='date'><span class='glyphicon glyphicon-time'></span> {day}, {_padded(f)}, {f.published:%H:%M:%S} {zone(f)}, {f.views} View</small>
<small class='date pull-right'><span class='glyphicon glyphicon-user'></span> {e(f.author)}, Kategori : <a href='/berita/kategori/x'>{f.section}</a></small><hr>
<div class='col-md-12'><img class='pull-left img-thumbnail' style='margin-right:7px' src='/asset/foto_berita/{f.image}'>
{justified(f)}
</div><div style='clear:both'><br></div>
<p class='sidebar-title'> &nbsp; Berita Terkait</p><hr><table class='table table-hovered table-condensed'>{related}</table>
<div id='listcomment' class='alert alert-danger'>Ada {len(f.comments)} Komentar</div><ul class="media-list comment-list">{comments(f, lambda c: f"<li class='media'><div class='media-body'><strong class='user-nick'><a href='#'>{e(c.name)}</a></strong>, <span class='time-stamp'>{long(c.written)}, {c.written:%H:%M:%S} {zone(f)}</span><br>{e(c.text)}</div></li>")}</ul>
<div id='listcomment' class='alert alert-warning'>Tuliskan Komentar</div></div>
<div class="col-md-4"><ul class="nav nav-tabs"><li><a href="#terpopuler">Terpopuler</a></li><li><a href="#terkini">Terkini</a></li></ul>{visitors(f)}</div></div></div>{footer(f)}"""
    return Printed(
        page(f, content),
        f"/berita/detail/{f.slug}",
        record(f, author=f.author, date="second", views=f.views, section=f.section),
    )


@template("lokomedia")
def loko_controls(f: Facts, rng: random.Random) -> Printed:
    """A box of controls: the day and the time in elements of their own, icons as letters, "Dibaca sebanyak N kali"."""
    popular = listed(
        f.others[:5],
        lambda o: (
            f"<div class='item'><div class='item-content'><h4><a href='berita-{o.slug}.html'>{e(o.title)}</a></h4><span class='item-meta'><a><span class='icon-text'>&#128340;</span>{o.published:%d %b %Y}</a> <a><span class='icon-text'>&#59160;</span>Dibaca sebanyak {o.views} kali</a></span></div></div>"
        ),
    )
    content = f"""<div class='top-strike'></div>{menu(f)}<div class='main-content-left'><div class='content-article-title'><h2>{e(f.title)}</h2><div class='right-title-side'><br/><a href='#top'><span class='icon-text'>&#59231;</span>Kembali ke Atas</a></div></div>
<div class='main-article-content'><div class='article-photo'><img src='foto_berita/{f.image}' class='setborder' alt='' /></div>
<div class='article-controls'><div class='date'><div class='calendar-date'>{_padded(f)}</div><div class='calendar-time'><font>{f.published:%H:%M:%S} {zone(f)}</font></div></div>
<div class='right-side'><div class='colored'><a href='#' class='icon-link'><span class='icon-text'>&#59158;</span>Cetak</a> <a href='#' class='icon-link'><span class='icon-text'>&#59196;</span>Bagikan</a></div>
<div><a class='icon-link'><span class='icon-text'>&#128100;</span>by {e(f.author)}</a> <a class='icon-link'><span class='icon-text'>&#59160;</span>Dibaca sebanyak {f.views} kali</a></div></div><div class='clear-float'></div></div>
<div class='shortcode-content'>
{plain(f)}
</div></div>
<div class='article-tags tag-cloud'><strong>TAGS:</strong>{" ".join(f"<a href='tag-{t}.html'>{t}</a>" for t in f.tags)}</div>
<div class='content-article-title'><h2>Berita Terkait</h2></div><div class='related-block'>{popular}</div></div>
<div class='main-content-right'><div class='widget'><h3>Jajak Pendapat</h3><form><p>Bagaimana pelayanan kami?</p><input type=radio> Baik ({f.id} suara)</form></div>{visitors(f)}</div>{footer(f)}"""
    return Printed(
        page(f, content, title=f.title),
        f"/berita-{f.id}-{f.slug}.html",
        record(f, author=f.author, date="second", views=f.views),
    )


@template("lokomedia")
def loko_table(f: Facts, rng: random.Random) -> Printed:
    """The oldest: a layout of tables, "Diposting oleh" below the title, the counter in the same span; text without paragraphs."""
    content = f"""<table width="950" align="center" cellpadding="0" cellspacing="0"><tr><td colspan="3"><img src="images/header.jpg"></td></tr>
<tr><td colspan="3" class="menu"><a href="index.php">Home</a> | <a href="profil-kami.html">Profil</a> | <a href="semua-berita.html">Berita</a> | <a href="hubungi-kami.html">Hubungi Kami</a><span style="float:right">{full(f.now)}</span></td></tr>
<tr valign="top"><td width="200" class="kiri"><span class="judulmodul">Berita Populer</span><ul>{listed(f.others[:5], lambda o: f"<li><a href='berita-{o.id}.html'>{e(o.title)}</a> ({o.views})</li>")}</ul><span class="judulmodul">Agenda</span><p>{long(f.now)}<br>{e(f.others[6].title)}</p></td>
<td width="550" class="tengah"><span class=posting><b><a href='kategori-2.html'>{f.section}</a></b></span><br />
<span class=judul>{e(f.title)}</span><br />
<span class=posting>Diposting oleh : <b>{e(f.author)}</b><br /> {full(f.published)} - {f.published:%H:%M:%S} {zone(f)} - Dibaca: {f.views} kali</span><br /><br />
<span class=image><img src='foto_berita/{f.image}' border=0></span>{broken_lines(f)}<br /><br />
<a href="javascript:history.go(-1)"><b>&lt;&lt; Kembali</b></a><br /><br />
<img src='images/beritaterkait.jpg'><br /><ul>{listed(f.others[6:9], lambda o: f"<li><a href='berita-{o.id}.html'>{e(o.title)}</a></li>")}</ul>
<b>Isi Komentar :</b><form><table><tr><td>Nama</td><td> : <input type=text name=nama></td></tr><tr><td>Website</td><td> : <input type=text></td></tr></table></form></td>
<td width="200" class="kanan">{visitors(f)}</td></tr></table>
<center>Copyright &copy; 2010 by {e(f.agency)}. All rights reserved.</center>"""
    return Printed(
        page(f, content, title=f.agency),
        f"/berita-{f.id}-{f.slug}.html",
        record(f, author=f.author, date="second", views=f.views, section=f.section),
    )


@template("lokomedia")
def loko_heading_list(f: Facts, rng: random.Random) -> Printed:
    """A list of three items after the title, the time with a dash; the page's own title repeats the agency in headings."""
    content = f"""<header><h1 class="logo"><a href="./">{e(f.agency)}</a></h1></header>{menu(f)}
<section id="content"><div class="wrapper"><h2 class="bg-judul">Detail Berita</h2>
<div class="box"><h3 class="title"><a href="detailberita-{f.id}-{f.slug}.html">{e(f.title)}</a></h3>
<ul class="meta"><li>Tanggal : {full(f.published)} - {f.published:%H:%M}</li><li>Penulis : {e(f.author)}</li><li>Dilihat : {f.views} kali</li></ul>
<div class="isi"><img src="foto_berita/medium_{f.image}" align="left" hspace="8">
{unclosed(f)}
</div><div class="klik"><a href="#">Kirim ke teman</a> | <a href="#">Versi cetak</a></div></div>
<h2 class="bg-judul">Berita Lainnya</h2><ul class="lain">{listed(f.others[:5], lambda o: f'<li><a href="detailberita-{o.id}.html">{e(o.title)}</a> <small>{o.published:%d-%m-%Y}</small></li>')}</ul></div></section>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.agency} | Detail Berita"),
        f"/detailberita-{f.id}-{f.slug}.html",
        record(f, author=f.author, date="minute", views=f.views),
    )
