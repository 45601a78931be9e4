"""Joomla and its K2."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random
from datetime import timedelta

from tests.templates.facts import Facts
from tests.templates.final.frame import (
    around,
    bottom,
    comments,
    crumbs,
    html,
    named,
    nameless,
    popular,
    side,
    tags,
    top,
)
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import full, long, machine
from tests.templates.unseen.parts import template, written


@template("joomla")
def joomla_details(f: Facts, rng: random.Random) -> Printed:
    """The list of details in Indonesian: made a day before it was published, changed after."""
    made = long(f.published - timedelta(days=1))
    body = f"""{top(f, rng)}{crumbs(f, f.section)}<div class="com-content-article item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h1>{e(f.section)}</h1></div>
<div class="page-header"><h2 itemprop="headline">{e(f.title)}</h2></div>
<dl class="article-info text-muted"><dt class="article-info-term">Rincian</dt><dd class="createdby"><span class="icon-user"></span> Ditulis oleh: <span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">{e(f.author)}</span></span></dd>
<dd class="category-name">Kategori: <a href="/x">{e(f.section)}</a></dd><dd class="create">Dibuat: {made}</dd><dd class="published">Diterbitkan: <time datetime="{machine(f.published, f)}" itemprop="datePublished">{long(f.published)}</time></dd>
<dd class="modified">Terakhir diperbarui: {long(f.modified)}</dd><dd class="hits">Dilihat: {f.views}</dd></dl>
<div itemprop="articleBody" class="com-content-article__body">{written(f, rng)}</div>
<ul class="pager pagenav"><li class="previous"><a href="/p" rel="prev">Sebelumnya</a></li><li class="next"><a href="/n" rel="next">Berikutnya</a></li></ul></div>{side(f, rng)}{bottom(f, rng)}"""
    return Printed(
        html(named(f), body),
        f"/index.php/berita/{f.id}-{f.slug}",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("joomla")
def joomla_k2(f: Facts, rng: random.Random) -> Printed:
    """K2: date before the title, hits after the text, last change at its end."""
    body = f"""{top(f, rng)}<div id="k2Container" class="itemView"><div class="itemHeader"><span class="itemDateCreated">{full(f.published)} {f.published:%H:%M}</span>
<h2 class="itemTitle">{e(f.title)}</h2><span class="itemAuthor">Ditulis oleh <a rel="author" href="/a">{e(f.author)}</a></span></div>
<div class="itemToolbar"><ul><li><span>ukuran huruf</span> <a>perkecil</a> <a>perbesar</a></li><li><a>Cetak</a></li><li><a>Email</a></li></ul></div>
<div class="itemRatingBlock"><span>Nilai butir ini</span> (0 pemilihan)</div><div class="itemBody"><div class="itemFullText">{written(f, rng)}</div>
<div class="itemContentFooter"><span class="itemHits">Dibaca <b>{f.views}</b> kali</span><span class="itemDateModified">Terakhir diubah pada {full(f.modified)} {f.modified:%H:%M}</span></div></div>
<div class="itemLinks"><div class="itemCategory"><span>Diterbitkan di</span> <a href="/x">{e(f.section)}</a></div>{tags(f)}</div>
<div class="itemRelated"><h3>Item terkait (berdasarkan tag)</h3>{popular(f, rng, "")}</div>{comments(f)}</div>{bottom(f, rng)}"""
    return Printed(
        html(named(f, False), body),
        f"/informasi/berita/item/{f.id}-{f.slug}",
        record(f, author=f.author, date="minute", views=f.views, section=f.section),
    )


@template("joomla")
def joomla_english(f: Facts, rng: random.Random) -> Printed:
    """An old English installation: category, date published, hits; no author but at the foot."""
    body = f"""{popular(f, rng, "Popular")}{top(f, rng)}<div class="item-page"><h2>{e(f.title)}</h2>
<div class="icons"><ul><li>Print</li><li>Email</li></ul></div><dl class="article-info"><dt>Details</dt><dd>Category: <a href="/x">{e(f.section)}</a></dd><dd>Published on {f.published:%A, %d %B %Y %H:%M}</dd><dd>Hits: {f.views}</dd></dl>
{written(f, rng)}</div>{around(f)}{bottom(f, rng)}"""
    return Printed(
        html(nameless(f), body, lang="en-gb"),
        f"/index.php?option=com_content&view=article&id={f.id}",
        record(f, date="minute", views=f.views, section=f.section),
    )


@template("joomla")
def joomla_icons(f: Facts, rng: random.Random) -> Printed:
    """A template club's page: author, section, date, hits in spans with icons; the title again over the text."""
    body = f"""{top(f, rng)}<div id="sp-page-title"><h2>{e(f.title)}</h2>{crumbs(f, f.section)}</div><article class="item item-page"><div class="article-full-image"><img src="/images/{f.image}"></div>
<div class="article-header"><h1>{e(f.title)}</h1></div><div class="article-info"><span class="createdby"><span class="fa fa-user"></span> {e(f.author)}</span> <span class="category-name"><span class="fa fa-folder"></span> <a href="/x">{e(f.section)}</a></span>
<span class="published"><time datetime="{machine(f.published, f)}">{f.published:%d} {long(f.published).split(" ", 1)[1]}</time></span> <span class="hits"><span class="fa fa-eye"></span> <meta itemprop="interactionCount" content="UserPageVisits:{f.views}">Hits: {f.views}</span></div>
<div class="article-details"><div itemprop="articleBody">{written(f, rng)}</div></div></article>{side(f, rng)}{bottom(f, rng)}"""
    return Printed(
        html(named(f), body),
        f"/berita/{f.slug}",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )
