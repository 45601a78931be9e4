"""Drupal, old and new."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random
from datetime import datetime

from tests.templates.facts import Facts
from tests.templates.final.frame import bottom, comments, crumbs, html, named, nameless, popular, share, side, tags, top
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import full, long, machine, short
from tests.templates.unseen.parts import template, written


def _american(t: datetime) -> str:
    """Fri, 09/27/2024 - 10:30; with the month's name where the weekday would leave day and month in doubt."""
    if t.day <= 12 and t.day != t.month and t.replace(month=t.day, day=t.month).weekday() == t.weekday():
        return f"{t:%A, %B} {t.day}, {t.year} - {t:%H:%M}"
    return f"{t:%a, %m/%d/%Y - %H:%M}"


@template("drupal")
def drupal_submitted(f: Facts, rng: random.Random) -> Printed:
    """Submitted by, with the American order of month and day; the reads among the links."""
    body = f"""{top(f, rng)}<div id="main"><h1 class="title" id="page-title">{e(f.title)}</h1><div id="node-{f.id}" class="node node-article">
<div class="meta submitted"><span>Submitted by <span class="username">{e(f.author)}</span> on {_american(f.published)}</span></div>
<div class="content clearfix"><div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even" property="content:encoded">{written(f, rng)}</div></div></div>
<div class="field field-name-field-tags"><div class="field-label">Tags:&nbsp;</div>{tags(f)}</div></div>
<ul class="links inline"><li class="statistics_counter first last"><span>{f.views} reads</span></li></ul></div></div>
<div class="region-sidebar">{popular(f, rng, "Recent content")}</div>{bottom(f, rng)}"""
    return Printed(
        html(named(f), body, lang="en"), f"/content/{f.slug}", record(f, author=f.author, date="minute", views=f.views)
    )


@template("drupal")
def drupal_olivero(f: Facts, rng: random.Random) -> Printed:
    """By author, date in Indonesian; the comments carry dates; no counter."""
    body = f"""{top(f, rng)}{crumbs(f, f.section)}<h1 class="title page-title"><span class="field field--name-title">{e(f.title)}</span></h1><article class="node node--type-article">
<div class="node__meta"><span>Oleh <span class="field--name-uid">{e(f.author)}</span>, <span class="field--name-created"><time datetime="{machine(f.published, f)}" class="datetime">{long(f.published)}</time></span></span></div>
<div class="node__content"><div class="field--name-field-image"><img src="/sites/default/files/{f.image}"></div><div class="text-content field--name-body">{written(f, rng)}</div></div></article>
{comments(f)}{side(f, rng)}{bottom(f, rng)}"""
    return Printed(html(named(f), body), f"/berita/{f.slug}", record(f, author=f.author, date="day", section=f.section))


@template("drupal")
def drupal_fields(f: Facts, rng: random.Random) -> Printed:
    """Labelled fields: the day, the source, the count; today's date in a block before."""
    body = f"""<div class="block-date">{full(f.now)}</div>{top(f, rng, " ")}<div class="node"><h2>{e(f.title)}</h2>
<div class="field field-tanggal"><div class="field__label">Tanggal</div><div class="field__item">{short(f.published)}</div></div>
<div class="field field-penulis"><div class="field__label">Penulis</div><div class="field__item">{e(f.author)}</div></div>
<div class="field field-dilihat"><div class="field__label">Dilihat</div><div class="field__item">{f.views}</div></div>
<div class="field field-isi">{written(f, rng)}</div>{share(f, rng)}</div>{popular(f, rng, "Berita Lainnya")}{bottom(f, rng)}"""
    return Printed(html(nameless(f), body), f"/node/{f.id}", record(f, author=f.author, date="day", views=f.views))
