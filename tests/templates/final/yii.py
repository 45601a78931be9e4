"""Sites made with Yii."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.final.frame import bottom, crumbs, html, named, nameless, popular, share, side, tags, top
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import long, short, zone
from tests.templates.unseen.parts import template, written


@template("yii")
def yii_by_humas(f: Facts, rng: random.Random) -> Printed:
    """Day in a block of its own, "by Humas" beneath; the boxes stand before the text."""
    body = f"""<div class="wrap">{top(f, rng)}{crumbs(f, "Berita", title=False)}{popular(f, rng, "Berita Terkini")}<div class="single-post"><h2 class="post-title">{e(f.title)}</h2><div class="author">by <a href="#">{e(f.author)}</a></div><div class="meta"><div class="date">{f.published:%d} {long(f.published).split(" ", 1)[1]}</div></div>
<div class="post-entry">{written(f, rng)}</div>{tags(f)}{share(f, rng)}</div></div>{bottom(f, rng)}"""
    return Printed(
        html(named(f), body),
        f"/berita/detail/{f.id}-{f.slug}",
        record(f, author=f.author, date="day", section="Berita"),
    )


@template("yii")
def yii_detail_view(f: Facts, rng: random.Random) -> Printed:
    """A table of the record's properties before the text."""
    body = f"""{top(f, rng)}<div class="berita-view"><h1>{e(f.title)}</h1><table class="table table-striped detail-view"><tr><th>Kategori</th><td>{e(f.section)}</td></tr><tr><th>Penulis</th><td>{e(f.author)}</td></tr><tr><th>Tanggal Terbit</th><td>{f.published:%d-%m-%Y %H:%M:%S}</td></tr><tr><th>Jumlah Pembaca</th><td>{f.views}</td></tr></table>
<div class="isi">{written(f, rng)}</div></div>{side(f, rng)}{bottom(f, rng)}"""
    return Printed(
        html(nameless(f), body),
        f"/site/berita?id={f.id}",
        record(f, author=f.author, date="second", views=f.views, section=f.section),
    )


@template("yii")
def yii_posted(f: Facts, rng: random.Random) -> Printed:
    """Diposting, with a dot in the time; hits in a badge; the author only at the foot."""
    body = f"""{top(f, rng, long(f.now))}<div class="panel panel-default"><div class="panel-heading"><h3 class="panel-title">{e(f.title)}</h3></div><div class="panel-body"><small>Diposting: {short(f.published)} pukul {f.published:%H.%M} {zone(f)} <span class="badge">{f.views} hits</span></small><hr>
{written(f, rng)}</div><div class="panel-footer">{share(f, rng)}</div></div>{popular(f, rng, "Berita Terkait")}{bottom(f, rng)}"""
    return Printed(html(named(f), body), f"/post/{f.id}/{f.slug}", record(f, date="minute", views=f.views))
