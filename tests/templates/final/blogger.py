"""Blogger, as villages and schools use it."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.final.frame import bottom, comments, html, named, popular, tags, top
from tests.templates.made import Printed, record
from tests.templates.markup import divs, e
from tests.templates.printing import full, machine
from tests.templates.unseen.parts import template, written


@template("blogger")
def blogger_simple(f: Facts, rng: random.Random) -> Printed:
    """The day over the title, the author under the text with the time."""
    body = f"""{top(f, rng, "")}<div class="date-outer"><h2 class="date-header"><span>{full(f.published)}</span></h2><div class="post hentry"><h3 class="post-title entry-title">{e(f.title)}</h3>
<div class="post-body entry-content">{written(f, rng, divs)}</div><div class="post-footer"><span class="post-author vcard">Diposting oleh <span class="fn">{e(f.author)}</span></span> <span class="post-labels">Label: <a href="/l">{e(f.section)}</a></span></div></div></div>
<div id="blog-pager"><a href="/n">Posting Lebih Baru</a> <a href="/">Beranda</a> <a href="/p">Posting Lama</a></div>{comments(f)}{popular(f, rng, "Entri Populer")}{bottom(f, rng)}"""
    return Printed(
        html(named(f), body),
        f"/{f.published:%Y/%m}/{f.slug}.html",
        record(f, author=f.author, date="day", section=f.section),
    )


@template("blogger")
def blogger_magazine(f: Facts, rng: random.Random) -> Printed:
    """Author and <time> beside each other, without labels."""
    body = f"""{top(f, rng)}<div class="blog-post item-post"><h1 class="post-title">{e(f.title)}</h1><div class="post-meta"><span class="post-author"><a href="#">{e(f.author)}</a></span> - <time class="post-date published" datetime="{machine(f.published, f)}">{full(f.published)}</time></div>
<div class="post-body post-content">{written(f, rng)}</div>{tags(f)}</div>{popular(f, rng, "Anda mungkin menyukai postingan ini")}{comments(f, "Posting Komentar")}{bottom(f, rng)}"""
    return Printed(html(named(f), body), f"/{f.published:%Y/%m}/{f.slug}.html", record(f, author=f.author, date="day"))
