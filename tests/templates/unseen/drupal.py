"""Drupal 6 to 10: submitted lines of the core themes, fields with labels, a news portal's own display."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import ENGLISH_DAYS, clock, full, long, machine, short, zone
from tests.templates.unseen.parts import agenda, each, footer, link, menu, template, today, written


@template("drupal")
def seven_bartik(f: Facts, rng: random.Random) -> Printed:
    """`Submitted by x on Fri, 09/27/2024 - 10:30`: month first, told by the RDFa time beside it; `142 reads` below."""
    day = f"{ENGLISH_DAYS[f.published.weekday()][:3]}, {f.published:%m/%d/%Y - %H:%M}"
    html = f"""<html lang="id"><head><title>{e(f.title)} | {
        e(f.agency)
    }</title></head><body class="page-node node-type-berita">
<div id="site-name"><strong><a href="/">{e(f.agency)}</a></strong></div>{menu(f, rng)}<div id="breadcrumb"><h2
class="element-invisible">Anda di sini</h2><div class="breadcrumb"><a>Beranda</a> » {e(f.section)}</div></div>
<div id="content"><h1 class="title" id="page-title">{e(f.title)}</h1><div class="tabs"><a>Lihat</a></div><div
id="node-{f.id}" class="node node-berita"><span property="dc:title" content="{e(f.title)}" class="rdf-meta"></span><div
class="meta submitted"><span property="dc:date dc:created" content="{machine(f.published, f)}" datatype="xsd:dateTime"
rel="sioc:has_creator">Submitted by <span class="username">{e(f.author)}</span> on {day}</span></div><div class="content
clearfix"><div class="field field-name-field-image"><img src="/sites/default/files/{f.image}"></div><div
class="field field-name-body"><div class="field-items"><div class="field-item even" property="content:encoded">{
        written(f, rng)
    }</div></div></div></div><ul class="links inline"><li class="comment_forbidden"><a>Log in</a> to post comments</li><li
class="statistics_counter"><span>{
        f.views
    } reads</span></li></ul></div></div><div class="region-sidebar-second"><h2>Berita
lain</h2>{
        each(f.others[:4], lambda o: f"<div class='views-row'>{link(f, o)} <span>{o.published:%m/%d/%Y}</span></div>")
    }</div>
<div id="footer">{footer(f, rng)}</div></body></html>"""
    return Printed(html, f"/node/{f.id}", record(f, author=f.author, date="minute", views=f.views))


@template("drupal")
def nine_olivero(f: Facts, rng: random.Random) -> Printed:
    """Olivero: `Oleh x , 27 September, 2024`, the summary printed in bold as a lead, tags, comments with dates."""
    lead = f.others[0].teaser
    day = long(f.published)
    html = f"""<html lang="id"><head><title>{e(f.title)} | {e(f.agency)}</title></head><body class="path-node">{
        menu(f, rng)
    }
<main><div class="region--highlighted"><p>Layanan pengaduan: SP4N LAPOR!</p></div><article class="node node--type-article
grid-full"><header class="layout--content-narrow"><h1 class="title page-title"><span class="field--name-title">{
        e(f.title)
    }</span></h1><div class="node__meta"><span>Oleh <span class="field--name-uid"><span lang="">{
        e(f.author)
    }</span></span>,
{day.rsplit(" ", 1)[0]}, {f.published.year}</span></div></header><div class="node__content"><div
class="field--name-field-image"><img src="/sites/{f.image}" alt="{e(f.caption)}"></div><div
class="field--name-field-teras"><p><strong>{e(lead)}</strong></p></div><div class="text-content field--name-body">{
        written(f, rng)
    }</div><div class="field--name-field-tags field--label-above"><h3 class="field__label">Tags</h3><ul>{
        "".join(f"<li><a>{tag}</a></li>" for tag in f.tags)
    }</ul></div><section class="comments"><h2>Comments</h2>{
        "".join(
            f"<article><p>{e(c.name)} <time>{long(c.written)}</time></p><p>{e(c.text)}</p></article>"
            for c in f.comments
        )
    }</section></div></article></main><footer>{footer(f, rng)}</footer></body></html>"""
    return Printed(html, f"/id/berita/{f.slug}", record(f, author=f.author, date="day", lead=(lead,)))


@template("drupal")
def labelled_fields(f: Facts, rng: random.Random) -> Printed:
    """Fields with their labels above or inline; the editor is not the author; an event date is a field too."""
    html = f"""<html><head><title>{e(f.agency)}</title></head><body><div class="tgl">{today(f, rng)}</div>{
        menu(f, rng)
    }<div
class="region-sidebar-first"><h2>Agenda</h2><ul>{agenda(f)}</ul><h2>Terpopuler</h2>{
        each(f.others[:4], lambda o: f"<p>{link(f, o)}<br>{short(o.published)} - {o.views} kali dibaca</p>")
    }</div><div class="region-content"><h2 class="page-header">{e(f.title)}</h2><article class="node-berita"><div
class="field field--label-inline"><div class="field__label">Tanggal terbit</div><div class="field__item">{
        full(f.published)
    } - {
        clock(f.published)
    }</div></div><div class="field field--label-inline"><div class="field__label">Penulis</div><div
class="field__item">{
        e(f.author)
    }</div></div><div class="field field--label-inline"><div class="field__label">Editor</div>
<div class="field__item">{
        e(f.editor)
    }</div></div><div class="field field--label-inline"><div class="field__label">Jumlah
pembaca</div><div class="field__item">{f.views}</div></div><div class="field field--name-body">{
        written(f, rng)
    }</div></article>
</div><footer>{footer(f, rng)}</footer></body></html>"""
    return Printed(html, f"/content/{f.slug}", record(f, author=f.author, date="minute", views=f.views))


@template("drupal")
def six_garland(f: Facts, rng: random.Random) -> Printed:
    """Drupal 6: `Jum, 27/09/2024 - 10:30 — admin`, terms beside it, `Printer-friendly version` and `123 reads` below."""
    day = f"{full(f.published)[:3]}, {f.published:%d/%m/%Y - %H:%M}"
    html = f"""<html><head><title>{e(f.title)} | {
        e(f.agency)
    }</title></head><body class="sidebar-left"><div id="wrapper"><h1><a
href="/">{e(f.agency)}</a></h1>{menu(f, rng)}<div id="sidebar-left"><h2>Pengguna online</h2><p>Saat ini ada <em>0
pengguna</em> dan <em>12 tamu</em> online.</p><h2>Isi populer</h2><h3>Hari ini:</h3>{
        each(f.others[:3], lambda o: f"<li>{link(f, o)} ({o.views})</li>")
    }</div><div id="center"><h2>{e(f.title)}</h2><div class="node"><span class="submitted">{day} — {
        e(f.author)
    }</span><div
class="content clear-block">{written(f, rng)}</div><div class="clear-block"><div class="meta"><div class="terms"><ul
class="links inline"><li class="taxonomy_term_2"><a rel="tag">{
        e(f.section)
    }</a></li></ul></div></div><div class="links"><ul><li
class="print_html"><a>Versi cetak</a></li><li class="statistics_counter"><span>{
        f.views
    } kali dibaca</span></li></ul></div>
</div></div></div>{footer(f, rng)}<p>{zone(f)}</p></div></body></html>"""
    expected = record(f, author=f.author, date="minute", views=f.views, section=f.section)
    return Printed(html, f"/?q=node/{f.id}", expected)
