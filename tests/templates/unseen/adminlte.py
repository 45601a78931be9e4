"""Public fronts made of AdminLTE's boxes: the districts' OpenDK and its like."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import clock, english, long, short
from tests.templates.unseen.parts import each, footer, link, menu, template, visitors, written


@template("adminlte")
def opendk_detail(f: Facts, rng: random.Random) -> Printed:
    """Picture, title as h4 in bold, `27 Sep 2024 | Admin` with wide spaces between; a box of visitors."""
    month = english(f.published).split()[1][:3]
    html = f"""<html><head><title>Kecamatan {
        e(f.short)
    } | Berita</title></head><body class="hold-transition skin-blue layout-top-nav">
<header class="main-header">{menu(f, rng)}</header><div class="col-md-8"><div class="box"><img class="img-responsive"
src="/storage/{f.image}" alt="{f.slug}"><br/><h4 style="margin-top: 5px;"><b>{e(f.title)}</b></h4><p><i
class="fa fa-calendar"></i>&ensp;{f.published.day:02} {month} {
        f.published.year
    }&ensp;|&ensp;<i class="fa fa-user"></i>&ensp;{e(f.author)}</p><div>{
        written(f, rng)
    }</div></div></div><div class="col-md-4"><div class="box box-primary"><div class="box-header"><h3
class="box-title">Berita Desa</h3></div><div class="box-body">{
        each(f.others[:4], lambda o: f"<p>{link(f, o)}<br><i class='fa fa-calendar'></i>&ensp;{short(o.published)}</p>")
    }</div></div><div class="box"><h3 class="box-title">Pengunjung</h3>{visitors(rng)}</div></div><footer>{
        footer(f, rng)
    }</footer></body>
</html>"""
    return Printed(html, f"/berita/{f.slug}", record(f, author=f.author, date="day"))


@template("adminlte")
def box_widget(f: Facts, rng: random.Random) -> Printed:
    """A social post: user block (`X`, `Diposting 27/09/2024 10:30`), then title; `12 suka - 3 komentar`, comments."""
    html = f"""<html><head><title>{e(f.agency)}</title></head><body>{
        menu(f, rng)
    }<section class="content-header"><h1>Berita <small>Detail
</small></h1></section><div class="box box-widget"><div class="box-header with-border"><div class="user-block"><img class="img-circle"
src="/u.jpg"><span class="username"><a href="#">{e(f.author)}</a></span><span class="description">Diposting {
        f.published:%d/%m/%Y} {clock(f.published)} - <i class="fa fa-eye"></i> {
        f.views
    } kali dibaca</span></div></div><div
class="box-body"><h3>{e(f.title)}</h3><img class="img-responsive pad" src="/{f.image}"><div class="isi">{
        written(f, rng)
    }</div><button
class="btn btn-default btn-xs"><i class="fa fa-share"></i> Share</button><span class="pull-right text-muted">{
        rng.randint(1, 99)
    } suka - {len(f.comments)} komentar</span></div><div class="box-footer box-comments">{
        "".join(
            f"<div class='box-comment'><span class='username'>{e(c.name)}<span class='text-muted pull-right'>{long(c.written)}</span>"
            f"</span>{e(c.text)}</div>"
            for c in f.comments
        )
    }</div></div><div class="box box-solid"><h3 class="box-title">Populer</h3><ul class="products-list">{
        each(
            f.others[:4],
            lambda o: f"<li>{link(f, o)} <span class='label label-warning pull-right'>{o.views}</span></li>",
        )
    }</ul></div><footer>{footer(f, rng)}</footer></body></html>"""
    return Printed(html, f"/post/{f.id}", record(f, author=f.author, date="minute", views=f.views))
