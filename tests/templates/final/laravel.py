"""Sites made with Laravel."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random
from html import escape

from tests.templates.facts import Facts
from tests.templates.final.frame import around, bottom, crumbs, html, named, nameless, popular, share, side, tags, top
from tests.templates.made import Printed, record
from tests.templates.markup import e, paragraphs
from tests.templates.printing import dots, english, full, long, short, zone
from tests.templates.unseen.parts import template, today, written


@template("laravel")
def laravel_share_line(f: Facts, rng: random.Random) -> Printed:
    """Author, short date, 142x and Share follow each other with no label."""
    body = f"""{top(f, rng, today(f, rng))}<section class="blog-single"><img src="/uploads/berita/{f.image}" alt="img-berita"><h3 class="fs-4">{e(f.title)}</h3>
<div class="d-flex"><span class="me-3"><i class="bi bi-person"></i> {e(f.author)}</span><span class="me-3"><i class="bi bi-calendar"></i> {short(f.published)}</span><span><i class="bi bi-eye"></i> {f.views}x</span><a href="#">Share</a></div>
<div class="text-justify">{written(f, rng)}</div></section><aside>{popular(f, rng, "Berita Populer")}<small>by Admin Kota | {english(f.others[6].published)}</small></aside>{bottom(f, rng)}"""
    return Printed(html(nameless(f), body), f"/berita/{f.slug}", record(f, author=f.author, date="day", views=f.views))


@template("laravel")
def laravel_by_line(f: Facts, rng: random.Random) -> Printed:
    """by Author | 10 May 2019 | 3648x Dilihat."""
    line = f"by {e(f.author)} | {f.published:%d %b %Y} | {f.views}x Dilihat"
    body = f"""{top(f, rng)}{crumbs(f, "Berita")}<div class="container"><div class="row"><div class="col-lg-8"><h1>{e(f.title)}</h1><p class="text-muted">{line}</p>
<img class="img-fluid" src="/storage/{f.image}"><div class="content-body">{written(f, rng)}</div>{tags(f)}{around(f)}</div><div class="col-lg-4">{side(f, rng)}</div></div></div>{bottom(f, rng)}"""
    return Printed(
        html(named(f), body),
        f"/berita/{f.slug}",
        record(f, author=f.author, date="day", section="Berita", views=f.views),
    )


@template("laravel")
def laravel_escaped(f: Facts, rng: random.Random) -> Printed:
    """The text was escaped once too often: its tags are printed."""
    text = escape("".join(paragraphs(line) for line in f.body), quote=False)
    body = f"""{top(f, rng)}<article class="prose"><h1>{e(f.title)}</h1><div class="flex"><span>{e(f.author)}</span><span class="mx-2">&bull;</span><span>{full(f.published)}</span><span class="mx-2">&bull;</span><span>{dots(f.views)} dilihat</span></div>
<div class="mt-4">{text}</div></article>{share(f, rng)}<section><h2>Berita Terkait</h2>{popular(f, rng, "")}</section>{bottom(f, rng)}"""
    return Printed(html(named(f), body), f"/news/{f.slug}", record(f, author=f.author, date="day", views=f.views))


@template("laravel")
def laravel_list_of_meta(f: Facts, rng: random.Random) -> Printed:
    """A list: day, hour, section, counter; writer and editor under the text."""
    body = f"""{top(f, rng)}<div class="page-header"><h2>Detail Berita</h2></div><div class="entry"><h2 class="entry-title">{e(f.title)}</h2><ul class="entry-meta"><li><i class="bi bi-calendar3"></i> {long(f.published)}</li><li><i class="bi bi-clock"></i> {f.published:%H.%M} {zone(f)}</li><li><i class="bi bi-folder"></i> {e(f.section)}</li><li><i class="bi bi-eye"></i> {f.views}</li></ul>
<div class="entry-content">{written(f, rng)}</div><div class="entry-footer"><p>Reporter : {e(f.author)}</p><p>Editor : {e(f.editor)}</p></div></div>{popular(f, rng, "Baca Juga")}{side(f, rng)}{bottom(f, rng)}"""
    return Printed(
        html(nameless(f), body),
        f"/detail-berita/{f.id}/{f.slug}",
        record(f, author=f.author, date="minute", views=f.views, section=f.section),
    )
