"""Drupal (Bartik, Olivero, a version 7 theme) and Plone."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates import around
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.markup import e, text
from tests.templates.printing import DAYS, clock, dots, english, long, machine


@template("drupal")
def olivero(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f"{f.title} | {f.agency}",
        f"""<a href="#main-content" class="visually-hidden focusable skip-link">Lompat ke isi utama</a><div class="page-wrapper"><header class="site-header"><div class="site-branding"><a href="/" rel="home">{f.agency}</a></div><nav class="primary-nav"><ul>{around.menu()}</ul></nav></header><main role="main"><div class="region region--breadcrumb"><nav class="breadcrumb" role="navigation"><h2 class="visually-hidden">Breadcrumb</h2><ol><li><a href="/">Beranda</a></li><li><a href="/berita">{f.section}</a></li></ol></nav></div><div class="region region--content-above"><div class="block block-core block-page-title-block"><h1 class="title page-title"><span class="field field--name-title">{e(f.title)}</span></h1></div></div>
<div class="region region--content"><article data-history-node-id="{f.id}" class="node node--type-article node--view-mode-full"><header><div class="node__meta"><div class="node__author-image"></div><span>Oleh <span class="node__author"><span>{e(f.author)}</span></span>, {english(f.published)}</span></div></header><div class="node__content"><div class="field field--name-field-image"><img src="/sites/default/files/{f.image}" alt=""></div><div class="text-content clearfix field field--name-body">{text(f, rng)}</div><div class="field field--name-field-tags field--label-above"><div class="field__label field--tags__label">Tags</div><ul>{"".join(f'<li><a href="/tags/{t}">{t}</a></li>' for t in f.tags)}</ul></div><ul class="links inline"><li class="statistics-counter">{f.views} views</li></ul></div>
<section id="comments" class="comments"><h2 class="comments__title">Comments<span class="comments__count">{len(f.comments)}</span></h2>{"".join(f'<article class="comment"><div class="comment__meta"><p class="comment__author"><span>{e(c.name)}</span></p><p class="comment__time">{english(c.written)}</p></div><div class="comment__text-content"><p>{e(c.text)}</p></div></article>' for c in f.comments)}</section></article></div></main></div>{around.footer(f, rng)}""",
    )
    return Printed(html, f"/content/{f.slug}", record(f, author=f.author, date="day", views=f.views, section=f.section))


@template("drupal")
def bartik(f: Facts, rng: random.Random) -> Printed:
    day = f"{DAYS[f.published.weekday()][:3]}, {f.published:%d/%m/%Y} - {clock(f.published)}"
    html = around.page(
        f,
        f"{f.title} | {f.agency}",
        f"""<div id="page-wrapper"><div id="header"><div id="name-and-slogan"><div id="site-name"><strong><a href="/">{f.agency}</a></strong></div><div id="site-slogan">Maju dan sejahtera</div></div><div id="main-menu"><ul>{around.menu()}</ul></div></div><div id="main-wrapper"><div id="sidebar-first" class="column sidebar"><div class="block block-poll"><h2>Jajak Pendapat</h2>{around.poll()}</div><div class="block"><h2>Siapa yang online</h2><p>Ada 12 pengguna online saat ini.</p></div></div>
<div id="content" class="column"><div class="section"><a id="main-content"></a><h1 class="title" id="page-title">{e(f.title)}</h1><div class="tabs"></div><div class="region region-content"><div id="node-{f.id}" class="node node-berita clearfix"><div class="meta submitted">Dikirim oleh <span class="username">{e(f.author)}</span> pada <span property="dc:date dc:created" content="{machine(f.published, f)}" datatype="xsd:dateTime">{day}</span></div><div class="content clearfix"><div class="field field-name-field-foto"><img src="/sites/default/files/{f.image}"></div><div class="field field-name-body"><div class="field-items"><div class="field-item even" property="content:encoded">{text(f, rng)}</div></div></div></div><div class="link-wrapper"><ul class="links inline"><li class="statistics_counter first last"><span>{dots(f.views)} reads</span></li></ul></div></div></div></div></div>
<div id="sidebar-second"><div class="block block-views"><h2>Berita Terbaru</h2><div class="view-content"><ul>{"".join(f'<li><span class="views-field-title"><a href="/{o.slug}">{e(o.title)}</a></span> <em>{o.published:%d/%m/%Y}</em></li>' for o in f.others[:4])}</ul></div></div></div></div></div>{around.footer(f, rng)}""",
    )
    return Printed(html, f"/node/{f.id}", record(f, author=f.author, date="minute", views=f.views))


@template("plone")
def plone_barceloneta(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f"{f.title} — {f.agency}",
        f"""<div class="outer-wrapper"><header id="content-header"><a id="portal-logo" href="/">{f.agency}</a></header><div id="mainnavigation-wrapper"><ul>{around.menu()}</ul></div><div id="above-content-wrapper"><nav id="portal-breadcrumbs" class="plone-breadcrumb"><span id="breadcrumbs-you-are-here">Anda di sini:</span><ol><li id="breadcrumbs-home"><a href="/">Depan</a></li><li><a href="/berita">{f.section}</a></li><li id="breadcrumbs-current">{e(f.title)}</li></ol></nav></div><div id="column1-container"></div><div id="content-container"><article id="content"><header><h1 class="documentFirstHeading">{e(f.title)}</h1><div class="documentByLine" id="plone-document-byline"><span class="documentAuthor">oleh <a href="/author/x">{e(f.author)}</a> —</span> <span class="documentPublished"><span>terbit</span> {f.published:%d/%m/%Y %H:%M},</span> <span class="documentModified"><span>dirubah terakhir</span> {f.modified:%d/%m/%Y %H:%M}</span></div></header>
<div id="viewlet-above-content-body"></div><div id="content-core"><section id="section-text"><div id="parent-fieldname-text" class="">{text(f, rng)}</div></section></div><footer><div id="viewlet-below-content-body"><div class="visualClear"></div><div id="category" class="documentByLine"><span>ditempatkan di bawah:</span> <a class="link-category" href="/search?Subject=x">{f.section}</a></div></div></footer></article></div><aside id="portal-column-two"><div class="portlet portletNews"><header class="portletHeader"><a href="/berita">Berita</a></header><ul>{"".join(f'<li class="portletItem"><a href="/{o.slug}">{e(o.title)}<time class="portletItemDetails">{long(o.published)}</time></a></li>' for o in f.others[:4])}</ul></div></aside></div>{around.footer(f, rng)}""",
    )
    return Printed(html, f"/berita/{f.slug}", record(f, author=f.author, date="minute", section=f.section))
