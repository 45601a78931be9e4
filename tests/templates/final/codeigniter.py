"""Sites made with CodeIgniter."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.final.frame import (
    around,
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
from tests.templates.printing import dots, english, full, long, zone
from tests.templates.unseen.parts import template, visitors, written


@template("codeigniter")
def ci_agency(f: Facts, rng: random.Random) -> Printed:
    """Admin x | 29 November 2013 | 301 kali: no verb."""
    body = f"""{top(f, rng)}<div class="content"><h3>{e(f.title)}</h3><p class="info">{e(f.author)} | {long(f.published)} | {f.views} kali</p><hr><img src="/uploads/{f.image}">
<div id="isi-berita">{written(f, rng)}</div><h4>Download</h4><ul><li><a href="/f.pdf">Surat Edaran.pdf</a> (15 kali diunduh)</li></ul></div><div>{popular(f, rng, "Berita Terpopuler")}</div>{bottom(f, rng)}"""
    return Printed(
        html(nameless(f), body),
        f"/informasi/detail/berita/{f.id}_{f.slug}",
        record(f, author=f.author, date="day", views=f.views),
    )


@template("codeigniter")
def ci_penulis_bare_count(f: Facts, rng: random.Random) -> Printed:
    """Penulis X - 22 October 2018, then a number by itself, then who took the picture."""
    clock = f"{f.now:%d-%b-%Y} | Pukul : {f.now:%H:%M:%S}"
    body = f"""{top(f, rng, clock)}<div class="post"><h2 class="post-title"><a href="{f.home}/home/berita/{f.id}">{e(f.title)}</a></h2><img src="/f/{f.image}">
<div class="post-info"><span>Penulis {e(f.author)} - {english(f.published)}</span><br><span class="glyphicon glyphicon-eye-open"></span> {f.views}<br><span>Foto Oleh : {e(f.editor)}</span></div>
<div class="post-body">{written(f, rng)}</div></div><aside>{popular(f, rng, "Berita Lain")}{visitors(rng)}</aside>{bottom(f, rng)}"""
    return Printed(
        html(nameless(f), body), f"/home/berita/{f.id}", record(f, author=f.author, date="day", views=f.views)
    )


@template("codeigniter")
def ci_posted_on(f: Facts, rng: random.Random) -> Printed:
    """The machine's own form of day and time, under the picture; tags and comments."""
    body = f"""{top(f, rng)}{crumbs(f, f.section)}<div class="single-post"><div class="feature-img"><img src="/assets/{f.image}" alt="{e(f.title)}"></div><div class="blog_details"><h2>{e(f.title)}</h2>
<ul class="blog-info-link"><li><a href="#"><i class="fa fa-user"></i> {e(f.author)}</a></li><li><a href="#"><i class="fa fa-calendar"></i> {f.published:%Y-%m-%d %H:%M:%S}</a></li><li><a href="#"><i class="fa fa-comments"></i> {len(f.comments):02} Komentar</a></li></ul>
{written(f, rng)}</div></div>{around(f)}{comments(f)}<div class="blog_right_sidebar">{popular(f, rng, "Recent Post")}{tags(f)}</div>{bottom(f, rng)}"""
    return Printed(
        html(named(f), body),
        f"/index.php/berita/read/{f.id}",
        record(f, author=f.author, date="second", section=f.section),
    )


@template("codeigniter")
def ci_viewed_only(f: Facts, rng: random.Random) -> Printed:
    """Only a counter is printed, between the title and its repetition; the boxes have dates."""
    body = f"""{top(f, rng)}<div class="judul"><h1>{e(f.title)}</h1><span>Dilihat {dots(f.views)} kali</span></div><div class="isi"><h4>{e(f.title)}</h4><figure><img src="/x/{f.image}"><figcaption>Foto : {e(f.caption)}</figcaption></figure>
{written(f, rng)}</div>{share(f, rng)}<div class="lain">{popular(f, rng, "Berita Terkini")}{popular(f, rng, "Terpopuler", 6)}</div>{bottom(f, rng)}"""
    made = record(f, views=f.views)
    return Printed(html(named(f), body), f"/{f.slug}", made)


@template("codeigniter")
def ci_numbers_of_day(f: Facts, rng: random.Random) -> Printed:
    """Weekday, day in numbers, time, zone; "oleh" and the office stand on lines of their own."""
    rows = "".join(
        f'<li><a href="{place(f, o.slug)}">{e(o.title)}</a><br>{full(o.published)}</li>' for o in f.others[:5]
    )
    body = f"""{top(f, rng)}<div class="news-detail"><h1>{e(f.title)}</h1><div class="news-info"><span>{full(f.published).split(",")[0]} {f.published:%d/%m/%Y %H:%M} {zone(f)}</span> | <br>oleh<br><b>{e(f.author)}</b></div>
<div class="news-text">{written(f, rng)}</div></div>{side(f, rng)}<ul>{rows}</ul>{bottom(f, rng)}"""
    return Printed(
        html(named(f), body), f"/berita/detail/{f.id}/{f.slug}.html", record(f, author=f.author, date="minute")
    )
