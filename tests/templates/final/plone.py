"""Plone."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.final.frame import bottom, crumbs, html, named, noon, popular, side, top
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import long
from tests.templates.unseen.parts import template, written


def _stamp(f: Facts, when: str) -> str:
    t = f.published if when == "published" else f.modified
    return f"{t:%b %d, %Y} {noon(t).upper()}"


@template("plone")
def plone_english(f: Facts, rng: random.Random) -> Printed:
    """by, published, last modified in one line; a printed description before the text."""
    lead = f.others[9].teaser
    body = f"""{top(f, rng)}{crumbs(f, "Berita")}<article id="content"><header><h1 class="documentFirstHeading">{e(f.title)}</h1>
<div class="documentByLine"><span class="documentAuthor">by <a href="/author/x">{e(f.author)}</a> — </span><span class="documentPublished"><span>published</span> {_stamp(f, "published")}, </span><span class="documentModified"><span>last modified</span> {_stamp(f, "modified")}</span></div>
<p class="documentDescription lead">{e(lead)}</p></header><div id="content-core"><div id="parent-fieldname-text">{written(f, rng)}</div></div></article>
<aside>{popular(f, rng, "Berita")}</aside>{bottom(f, rng)}"""
    return Printed(
        html(named(f), body, lang="en"),
        f"/berita/{f.slug}",
        record(f, author=f.author, date="minute", section="Berita", lead=(lead,)),
    )


@template("plone")
def plone_indonesian(f: Facts, rng: random.Random) -> Printed:
    """oleh, terbit; files are listed at the foot."""
    body = f"""{top(f, rng)}<div id="portal-columns"><main><h1 class="documentFirstHeading">{e(f.title)}</h1>
<div class="documentByLine">oleh <span>{e(f.author)}</span> — terbit {long(f.published)} {f.published:%H:%M}, perubahan terakhir {long(f.modified)} {f.modified:%H:%M}</div>
<figure class="newsImageContainer"><img src="@@images/{f.image}"></figure><div id="content-core">{written(f, rng)}</div>
<ul class="lampiran"><li><a href="/x.pdf">Lampiran.pdf</a> — PDF document, 312 kB</li></ul></main>{side(f, rng)}</div>{bottom(f, rng)}"""
    return Printed(html(named(f, False), body), f"/warta/{f.slug}", record(f, author=f.author, date="minute"))
