"""OpenSID and sites like it: villages."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.final.frame import bottom, comments, html, named, nameless, place, popular, share, top
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import dots, full, long, short
from tests.templates.unseen.parts import agenda, lying_head, template, visitors, written


def _path(f: Facts) -> str:
    return f"/artikel/{f.published.year}/{f.published.month}/{f.published.day}/{f.slug}"


def _tabs(f: Facts) -> str:
    """The tabs of latest, popular and random articles."""
    rows = "".join(
        f'<li><a href="{place(f, o.slug)}">{e(o.title)}</a> <small><i class="fa fa-calendar"></i> {long(o.published)} | <i class="fa fa-eye"></i> {o.views} Kali</small></li>'
        for o in f.others[:6]
    )
    return f'<ul class="nav nav-tabs"><li>Terkini</li><li>Populer</li><li>Acak</li></ul><div class="tab-content"><ul>{rows}</ul></div>'


@template("opensid")
def sid_lying_canonical(f: Facts, rng: random.Random) -> Printed:
    """Canonical and og:url are the site's root; the byline is a list with icons, above the picture."""
    body = f"""{top(f, rng)}<div class="breadcrumb"><a href="/">Beranda</a> / <a href="/artikel/kategori/x">{e(f.section)}</a></div>
<article class="space-y-3"><h1 class="text-h2">{e(f.title)}</h1>
<ul class="inline-flex"><li><i class="fas fa-calendar-alt mr-1"></i>{long(f.published)}</li><li><i class="fas fa-user mr-1"></i>{e(f.author)}</li>
<li><i class="fas fa-eye mr-1"></i>{dots(f.views)} Kali Dibaca</li><li><i class="fas fa-bookmark"></i>{e(f.section)}</li></ul>
<img src="/desa/upload/artikel/sedang_{f.image}" alt="{e(f.title)}"><div class="content">{written(f, rng)}</div>{share(f, rng)}</article>
{comments(f, "Komentar atas")}<aside>{_tabs(f)}<h3>Agenda</h3><ul>{agenda(f)}</ul><h3>Statistik Pengunjung</h3>{visitors(rng)}</aside>{bottom(f, rng)}"""
    return Printed(
        html(lying_head(f), body), _path(f), record(f, author=f.author, date="day", views=f.views, section=f.section)
    )


@template("opensid")
def sid_classic(f: Facts, rng: random.Random) -> Printed:
    """Author, date with time, views in one line of icons; the attachment at the foot."""
    body = f"""<marquee>Selamat datang di {e(f.agency)}, {full(f.now)}</marquee>{top(f, rng)}<div class="single_page_area">
<h2 class="post_titile">{e(f.title)}</h2><div class="single_page_content"><div class="post_commentbox">
<i class="fa fa-user"></i> {e(f.author)} <i class="fa fa-clock-o"></i> {long(f.published)} {f.published:%H:%M:%S} {"WIB" if "Jakarta" in str(f.site.timezone) or "Pontianak" in str(f.site.timezone) else ""} <i class="fa fa-eye"></i> {f.views} Kali</div>
<a data-fancybox href="/desa/upload/artikel/{f.image}"><img class="img-fluid" src="/desa/upload/artikel/{f.image}"></a>
<div class="teks">{written(f, rng)}</div><p>Dokumen Lampiran : <a href="/lampiran/{f.id}.pdf">Unduh</a></p></div></div>{share(f, rng)}
<div class="fb-comments"></div>{comments(f)}<div class="aparatur"><h4>Aparatur Desa</h4><p>{e(f.editor)}<br>Kepala Desa</p></div>{_tabs(f)}{bottom(f, rng)}"""
    return Printed(html(named(f), body), _path(f), record(f, author=f.author, date="second", views=f.views))


@template("opensid")
def sid_dibaca_first(f: Facts, rng: random.Random) -> Printed:
    """Weekday, date and counter in labelled rows; boxes come first in the source."""
    body = f"""{top(f, rng)}<div class="left">{popular(f, rng, "Arsip Artikel")}</div><div class="right"><div class="judul-artikel"><h3>{e(f.title)}</h3></div>
<table class="info"><tr><td>Diposting oleh</td><td>:</td><td>{e(f.author)}</td></tr><tr><td>Tanggal</td><td>:</td><td>{full(f.published)}</td></tr><tr><td>Dibaca</td><td>:</td><td>{f.views} kali</td></tr></table>
<div class="isi-artikel">{written(f, rng)}</div>{comments(f)}</div>{bottom(f, rng)}"""
    return Printed(html(nameless(f), body), _path(f), record(f, author=f.author, date="day", views=f.views))


@template("opensid")
def sid_date_in_address(f: Facts, rng: random.Random) -> Printed:
    """The byline has only an author; the day is in the address."""
    body = f"""{top(f, rng, f"{f.now:%d-%m-%Y %H:%M}")}<section class="artikel"><h1>{e(f.title)}</h1><p class="meta">Ditulis oleh <b>{e(f.author)}</b></p>
<div class="konten">{written(f, rng)}</div></section><section><h4>Artikel Terkait</h4>{_tabs(f)}</section><p>Diperbarui terakhir: {short(f.now)}</p>{bottom(f, rng)}"""
    return Printed(html(named(f), body), _path(f), record(f, author=f.author, date="day"))
