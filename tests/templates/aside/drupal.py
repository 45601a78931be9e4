"""Drupal: version 7 translated, version 8 with fields, version 10 with its own theme in English."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random
from datetime import datetime

from tests.templates.aside.writing import comments, e, footer, justified, listed, menu, page, plain
from tests.templates.facts import DAYS, Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import ENGLISH, ENGLISH_DAYS, full, long, machine, short


@template("drupal")
def drupal_submitted(f: Facts, rng: random.Random) -> Printed:
    """Version 7: "Dikirim oleh NAME pada Jum, 27/09/2024 - 10:30"; the counter of the statistics module among the links."""

    def moment(when: datetime) -> str:
        return f"{DAYS[when.weekday()][:3]}, {when:%d/%m/%Y - %H:%M}"

    content = f"""<div id="page-wrapper"><div id="page"><div id="header"><div id="site-name"><strong><a href="/" title="Beranda" rel="home"><span>{e(f.agency)}</span></a></strong></div></div>{menu(f)}
<div id="breadcrumb"><h2 class="element-invisible">Anda di sini</h2><div class="breadcrumb"><a href="/">Beranda</a></div></div>
<div id="content" class="column"><div class="section"><a id="main-content"></a><h1 class="title" id="page-title">{e(f.title)}</h1><div class="tabs"></div>
<div class="region region-content"><div id="block-system-main" class="block"><div class="content"><div id="node-{f.id}" class="node node-article node-full clearfix" about="/node/{f.id}">
<div class="meta submitted"><span property="dc:date dc:created" content="{machine(f.published, f)}" datatype="xsd:dateTime" rel="sioc:has_creator">Dikirim oleh <span class="username" xml:lang="" about="/users/x" typeof="sioc:UserAccount">{e(f.author)}</span> pada {moment(f.published)}</span></div>
<div class="content clearfix"><div class="field field-name-field-image"><div class="field-items"><img src="/sites/default/files/{f.image}" alt="" /></div></div>
<div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">
{justified(f)}
</div></div></div>
<div class="field field-name-field-tags"><h3 class="field-label">Tags: </h3><ul class="links"><li><a href="/t">{f.section.lower()}</a></li></ul></div></div>
<div class="link-wrapper"><ul class="links inline"><li class="statistics_counter first last"><span>{f.views} kali dibaca</span></li></ul></div>
<div id="comments" class="comment-wrapper"><h2 class="title">Komentar</h2>{comments(f, lambda c: f'<div class="comment"><div class="submitted"><p class="commenter-name"><span class="username">{e(c.name)}</span></p><p class="comment-time">{moment(c.written)}</p></div><div class="content"><p>{e(c.text)}</p></div></div>')}</div></div></div></div></div></div></div>
<div id="sidebar-second"><h2>Konten populer</h2><p class="lead">Hari ini:</p><ul>{listed(f.others[:5], lambda o: f"<li><a href='/node/{o.id}'>{e(o.title)}</a></li>")}</ul></div></div></div>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.title} | {f.agency}"),
        f"/node/{f.id}",
        record(f, author=f.author, date="minute", views=f.views),
    )


@template("drupal")
def drupal_fields(f: Facts, rng: random.Random) -> Printed:
    """Version 8: each fact is a field with a label and a value, between the picture and the text; the release has a number of its own."""

    def field(name: str, label: str, value: str) -> str:
        return f'<div class="field field--name-field-{name} field--label-inline"><div class="field__label">{label}</div><div class="field__item">{value}</div></div>'

    content = f"""{menu(f)}<main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content"><div data-drupal-messages-fallback class="hidden"></div>
<div id="block-page-title-block"><h1><span>{e(f.title)}</span></h1></div>
<article data-history-node-id="{f.id}" role="article" about="/berita/{f.slug}" class="node node--type-berita node--view-mode-full"><div class="node__content">
<div class="field field--name-field-gambar field--label-hidden"><img loading="lazy" src="/sites/default/files/styles/large/{f.image}" alt=""></div>
{field("tanggal", "Tanggal Rilis", f'<time datetime="{f.published:%Y-%m-%d}T12:00:00Z">{full(f.published)}</time>')}
{field("penulis", "Kontributor", e(f.author))}
{field("editor", "Penyunting", e(f.editor))}
{field("kategori", "Kategori", f'<a href="/kategori/x">{f.section}</a>')}
<div class="clearfix text-formatted field field--name-body field--label-hidden field__item">
{plain(f)}
</div>
<div class="node__links"><ul class="links inline"><li>{f.views} views</li><li><a href="/user/login">Masuk</a> untuk memberikan komentar</li></ul></div></div></article></div></div>
<aside class="layout-sidebar-second"><h2>Berita lain</h2><div class="views-element-container">{listed(f.others[:5], lambda o: f'<div class="views-row"><span class="field-content"><a href="/b/{o.slug}">{e(o.title)}</a></span> <time datetime="{machine(o.published, f)}">{full(o.published)}</time></div>')}</div></aside></main>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.title} | {f.agency}"),
        f"/berita/{f.slug}",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("drupal")
def drupal_weekday_american(f: Facts, rng: random.Random) -> Printed:
    """Version 9 in English: "Submitted by NAME on Fri, 09/27/2024 - 10:30", month first as the weekday proves; no counter."""

    def moment(when: datetime) -> str:
        return f"{ENGLISH_DAYS[when.weekday()][:3]}, {when:%m/%d/%Y - %H:%M}"

    # Without a weekday that decides, nobody could tell day and month apart: those pages print the month's name.
    day = f.published
    swapped = (
        day.day <= 12 and day.day != day.month and day.replace(day=day.month, month=day.day).weekday() == day.weekday()
    )
    when = (
        f"{ENGLISH_DAYS[day.weekday()]}, {ENGLISH[day.month - 1]} {day.day}, {day.year} - {day:%H:%M}"
        if swapped
        else moment(day)
    )
    content = f"""{menu(f)}<div class="layout-container"><main role="main"><div class="layout-content"><nav class="breadcrumb"><h2 class="visually-hidden">Breadcrumb</h2><ol><li><a href="/">Home</a></li></ol></nav>
<h1 class="page-title"><span class="field field--name-title">{e(f.title)}</span></h1>
<article role="article" class="node node--type-article node--promoted"><footer class="node__meta"><article class="profile"></article><div class="node__submitted">Submitted by <span class="field field--name-uid"><span lang="">{e(f.author)}</span></span> on <span class="field field--name-created">{when}</span></div></footer>
<div class="node__content clearfix"><div class="field field--name-body">
{plain(f)}
</div><div class="field field--name-field-tags"><div class="field__label">Tags</div><div class="field__items">{"".join(f"<div class='field__item'><a href='/t'>{t}</a></div>" for t in f.tags)}</div></div>
<section class="comment-wrapper"><h2 class="title">Comments</h2>{comments(f, lambda c: f'<article class="comment"><footer><p class="comment__author">{e(c.name)}</p><p class="comment__time">{moment(c.written)}</p></footer><p>{e(c.text)}</p></article>')}<h2>Add new comment</h2></section></div></article></div>
<aside><h2>Recent content</h2><ul>{listed(f.others[:4], lambda o: f"<li><a href='/node/{o.id}'>{e(o.title)}</a> {short(o.published)}</li>")}</ul></aside></main></div><p>{long(f.now)}</p>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.title} | {f.agency}", lang="en"),
        f"/node/{f.id}",
        record(f, author=f.author, date="minute"),
    )
