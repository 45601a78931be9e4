"""Lokomedia and its many children."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.final.frame import (
    bottom,
    comments,
    crumbs,
    html,
    named,
    nameless,
    place,
    popular,
    share,
    side,
    tags,
    top,
)
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import full, long, zone
from tests.templates.unseen.parts import template, today, visitors, written


def _path(f: Facts) -> str:
    return f"/berita-{f.id}-{f.slug}.html"


@template("lokomedia")
def lokomedia_tables(f: Facts, rng: random.Random) -> Printed:
    """Tables all over; date above the title, author, section and count below it."""
    also = "".join(
        f'<tr><td>&#8226; <a href="{place(f, o.slug)}">{e(o.title)}</a> ({full(o.published)})</td></tr>'
        for o in f.others[:5]
    )
    body = f"""<table width="980" align="center"><tr><td colspan="3">{today(f, rng)}<br><a href="/">{e(f.agency)}</a></td></tr><tr><td width="200" valign="top">{popular(f, rng, "Terpopuler", 5)}{visitors(rng)}</td>
<td valign="top"><span class="tanggal">{full(f.published)} - {f.published:%H:%M:%S} {zone(f)}</span><br /><span class="judul">{e(f.title)}</span><br />
<span class="tanggal">Diposting oleh : <b>{e(f.author)}</b><br />Kategori: <a href="/kategori-1-x.html"><b>{e(f.section)}</b></a> - Dibaca: <b>{f.views}</b> kali</span><br /><br />
<p><span class="image"><img src="foto_berita/{f.image}" border="0"></span><div class="isi">{written(f, rng)}</div></p>
<table><tr><td><img src="images/terkait.jpg"> <b>Berita Terkait</b></td></tr>{also}</table></td><td valign="top"><div class="agenda">Agenda: -</div></td></tr></table>{bottom(f, rng)}"""
    return Printed(
        html(nameless(f), body), _path(f), record(f, author=f.author, date="second", views=f.views, section=f.section)
    )


@template("lokomedia")
def lokomedia_pipes(f: Facts, rng: random.Random) -> Printed:
    """One line parted by pipes: Oleh, date, time, Dilihat."""
    body = f"""{top(f, rng)}{crumbs(f, f.section)}<div class="box"><h1 class="judul">{e(f.title)}</h1>
<div class="post-meta">Oleh : {e(f.author)} | {f.published:%d} {long(f.published).split(" ", 1)[1]} | {f.published:%H:%M:%S} {zone(f)} | Dilihat : {f.views} Kali</div>
<h4>Berita Terkait</h4>{popular(f, rng, "")}<h4>Berita Populer</h4>{popular(f, rng, "", 4)}
<img src="/asset/foto_berita/{f.image}"><p><i>Keterangan Gambar : {e(f.caption)}</i></p><div class="detail">{written(f, rng)}</div>{share(f, rng)}</div>{comments(f)}{bottom(f, rng)}"""
    made = record(f, author=f.author, date="second", views=f.views, section=f.section)
    return Printed(html(named(f), body), f"/berita/detail/{f.slug}", made)


@template("lokomedia")
def lokomedia_impossible_time(f: Facts, rng: random.Random) -> Printed:
    """A time that cannot be: the day is certain, the hour is not."""
    body = f"""{top(f, rng, "")}<div class="kiri"><h3 class="kicker">{e(f.section)}</h3><h2>{e(f.title)}</h2>
<small>{full(f.published)} | {rng.randint(11, 12)}:{f.published:%M}:am {zone(f)}</small> <small>Dibaca : {f.views} Kali</small><hr>
<img src="/foto/{f.image}" width="100%"><br>{written(f, rng)}<hr>{tags(f)}</div><div class="kanan">{side(f, rng)}</div>{bottom(f, rng)}"""
    return Printed(
        html(nameless(f), body),
        f"/web/detailberita/{f.id}/{f.slug}",
        record(f, date="day", views=f.views, section=f.section),
    )


@template("lokomedia")
def lokomedia_read_at_foot(f: Facts, rng: random.Random) -> Printed:
    """Date and author over the title; hits after the text."""
    body = f"""{top(f, rng, long(f.now))}<div id="isi"><p class="tgl">{full(f.published)} - oleh : {e(f.author)}</p><h2>{e(f.title)}</h2>{written(f, rng)}
<p class="hits"><i>Berita ini telah dibaca {f.views} kali</i></p>{share(f, rng)}<h4>Berita Lainnya</h4>{popular(f, rng, "")}</div>{bottom(f, rng)}"""
    return Printed(
        html(named(f), body),
        f"/baca-berita-{f.id}-{f.slug}.html",
        record(f, author=f.author, date="day", views=f.views),
    )
