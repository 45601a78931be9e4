"""Yii 1 and 2: provincial portals and detail views."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import full, long
from tests.templates.unseen.parts import each, footer, link, menu, template, visitors, written


@template("yii")
def portal_provinsi(f: Facts, rng: random.Random) -> Printed:
    """`by X`, the date with an icon, section as a tag; a paragraph element wraps all paragraphs; months of the archive."""
    html = f"""<html><head><title>Portal {e(f.short)}</title></head><body>{
        menu(f, rng)
    }<div class="pathway"><ul class="breadcrumb">
<li><a>Beranda</a></li><li><a>Berita</a></li><li><a>{e(f.title)}</a></li></ul></div><div class="col-sm-9 post"><h2
class="post-title">{e(f.title)}</h2><div class="author">by <a href="/search">{
        e(f.author)
    }</a></div><div class="meta"><div
class="date"><i class="fa fa-calendar fa-fw"></i> {f.published.day:02} {long(f.published).split(" ", 1)[1]}</div><div
class="tags"><i class="fa fa-tag"></i> <a>{e(f.section)}</a> </div></div><p><p><img src="/view_image/{f.image}"></p>{
        written(f, rng)
    }</p><hr/><div class="social"><a class="btn"><i class="fa fa-facebook"></i></a></div><hr/><div class="fb-comments"></div></div>
<div class="col-sm-3 blog-sidebar"><form id="w0"><input placeholder="Cari berita.."><h4>KATEGORI</h4><ul class="kategori"><li>
<a>Ekonomi</a></li><li><a>Wisata</a></li></ul><h4>Arsip Berita</h4><ul class="arsip"><li><a>Juli 2019</a></li><li><a>Juni 2019</a>
</li></ul><h4>Berita Terkait</h4><ul class="arsip">{
        each(f.others[:5], lambda o: f"<li>{link(f, o)}</li>")
    }</ul></form></div>
{footer(f, rng)}</body></html>"""
    path = f"/berita/detail/{f.id}-{f.slug}"
    return Printed(html, path, record(f, author=f.author, date="day", section=f.section))


@template("yii")
def tabel_rincian(f: Facts, rng: random.Random) -> Printed:
    """A detail view as a table of labels and values above the text; machine-like times; `Hits` a bare number."""
    html = f"""<html><head><title>{e(f.title)}</title></head><body class="wrap">{
        menu(f, rng)
    }<ul class="breadcrumb"><li>Home</li><li
class="active">{e(f.title)}</li></ul><div class="berita-view"><h1>{
        e(f.title)
    }</h1><table id="w0" class="table table-striped
detail-view"><tr><th>Kategori</th><td>{e(f.section)}</td></tr><tr><th>Penulis</th><td>{
        e(f.author)
    }</td></tr><tr><th>Tanggal
Posting</th><td>{f.published:%Y-%m-%d %H:%M:%S}</td></tr><tr><th>Diperbarui</th><td>{
        f.modified:%Y-%m-%d %H:%M:%S}</td></tr><tr>
<th>Hits</th><td>{f.views}</td></tr></table><div class="isi-berita">{
        written(f, rng)
    }</div><p><a class="btn btn-default">&laquo;
Kembali</a></p></div><div class="list-view"><h3>Berita Lainnya</h3>{
        each(f.others[:4], lambda o: f"<div class='item'>{link(f, o)} <em>{o.published:%Y-%m-%d %H:%M:%S}</em></div>")
    }</div>{visitors(rng)}{footer(f, rng)}<p>Powered by Yii Framework</p></body></html>"""
    expected = record(f, author=f.author, date="second", views=f.views, section=f.section)
    return Printed(html, f"/index.php?r=berita/view&id={f.id}", expected)


@template("yii")
def kartu_gambar(f: Facts, rng: random.Random) -> Printed:
    """Day and month on a badge over the picture, the year in it too; author and counter under the title."""
    month = long(f.published).split()[1][:3]
    html = f"""<html><head><title>{e(f.title)} | {e(f.agency)}</title></head><body>{
        menu(f, rng)
    }<div class="news-single"><div
class="thumb"><img src="/{f.image}"><div class="date-badge"><span class="d">{f.published.day}</span> <span class="m">{
        month
    }</span>
<span class="y">{f.published.year}</span></div></div><h1>{
        e(f.title)
    }</h1><p class="sub"><i class="glyphicon glyphicon-user"></i>
{e(f.author)} &nbsp; <i class="glyphicon glyphicon-eye-open"></i> {f.views} kali dilihat &nbsp; <i class="glyphicon
glyphicon-comment"></i> {len(f.comments)}</p><div class="text">{
        written(f, rng)
    }</div></div><div class="aside"><h3>Terbaru</h3>{
        each(
            f.others[:4],
            lambda o: f"<div class='n'><span>{full(o.published)}</span>{link(f, o)}<span>{o.views}x</span></div>",
        )
    }</div>{footer(f, rng)}</body></html>"""
    return Printed(html, f"/site/berita?id={f.id}", record(f, author=f.author, date="day", views=f.views))
