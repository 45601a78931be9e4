"""PopojiCMS."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.final.frame import around, bottom, comments, crumbs, html, named, popular, share, side, tags, top
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import english, full
from tests.templates.unseen.parts import template, written


@template("popojicms")
def popoji_posted_by(f: Facts, rng: random.Random) -> Printed:
    """Post by, date in English, comments and hits."""
    body = f"""{top(f, rng)}{crumbs(f, f.section)}<div class="post-single"><h1>{e(f.title)}</h1><ul class="meta-post"><li><i class="fa fa-user"></i> Post by <a href="#">{e(f.author)}</a></li><li><i class="fa fa-calendar"></i> {english(f.published)}</li><li><i class="fa fa-comments"></i> {len(f.comments)} Comments</li><li><i class="fa fa-eye"></i> {f.views} Hits</li></ul>
<img src="/po-content/uploads/{f.image}"><div class="post-content">{written(f, rng)}</div>{tags(f)}{share(f, rng)}</div>{around(f)}{comments(f, "Comments")}{side(f, rng)}{bottom(f, rng)}"""
    return Printed(
        html(named(f), body),
        f"/detailpost/{f.slug}",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("popojicms")
def popoji_indonesian(f: Facts, rng: random.Random) -> Printed:
    """Day over the title, "oleh X dalam Y", dibaca."""
    body = f"""{popular(f, rng, "Terpopuler")}{top(f, rng)}<article><time>{full(f.published)}</time><h2 class="title">{e(f.title)}</h2><p class="by">oleh {e(f.author)} dalam <a href="/category/x">{e(f.section)}</a> &middot; {f.views} kali dibaca</p>
<div class="entry">{written(f, rng)}</div>{around(f)}</article>{bottom(f, rng)}"""
    return Printed(
        html(named(f), body),
        f"/detailpost/{f.slug}",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )
