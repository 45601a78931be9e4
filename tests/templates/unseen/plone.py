"""Plone 4 and 5: bylines with publication and change."""

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import american, clock, long, machine
from tests.templates.unseen.parts import agenda, each, footer, link, menu, template, written


@template("plone")
def sunburst(f: Facts, rng: random.Random) -> Printed:
    """`oleh x — terbit 27/09/2024 10:30, perubahan terakhir ...`: the first of the two is the publication."""
    html = f"""<html lang="id"><head><title>{e(f.title)} — {
        e(f.agency)
    }</title></head><body class="template-newsitem_view">
<div id="portal-top">{menu(f, rng)}<div id="portal-breadcrumbs">Anda di sini: <a>Beranda</a> / <a>Berita</a> / {
        e(f.title)
    }
</div></div><div id="content"><h1 id="parent-fieldname-title" class="documentFirstHeading">
            {e(f.title)}
        </h1><div class="documentByLine" id="plone-document-byline"><span class="documentAuthor">oleh <a
href="/author/x">{e(f.author)}</a> —</span> <span class="documentPublished"><span>terbit</span> {
        f.published:%d/%m/%Y %H:%M},
</span><span class="documentModified"><span>terakhir diubah</span> {f.modified:%d/%m/%Y %H:%M}</span></div>
<div class="newsImageContainer"><img src="/{f.image}"><p class="discreet"><span
id="parent-fieldname-imageCaption">{e(f.caption)}</span></p></div><div id="parent-fieldname-text">{
        written(f, rng)
    }</div>
<div id="category" class="documentByLine"><span>terarsip dibawah:</span> <a rel="tag">{
        ", ".join(f.tags)
    }</a></div></div>
<div id="portal-column-two"><dl class="portlet portletNews"><dt class="portletHeader">Berita</dt>{
        each(f.others[:4], lambda o: f"<dd class='portletItem'>{link(f, o)} <span>{american(o.published)}</span></dd>")
    }</dl><dl class="portlet portletEvents"><dt>Acara mendatang</dt>{agenda(f)}</dl></div>{
        footer(f, rng)
    }</body></html>"""
    return Printed(html, f"/berita/{f.slug}", record(f, author=f.author, date="minute"))


@template("plone")
def barceloneta(f: Facts, rng: random.Random) -> Printed:
    """The byline below the text's summary; change first, publication last, both with a time element."""
    html = f"""<html lang="id"><head><title>{e(f.title)} — {e(f.agency)}</title><meta name="DC.date.created"
content="{machine(f.published, f)}"><meta name="DC.date.modified" content="{machine(f.modified, f)}"></head><body>{
        menu(f, rng)
    }
<article id="content"><header><h1 class="documentFirstHeading">{
        e(f.title)
    }</h1></header><div id="viewlet-below-content-title">
<div class="documentByLine"><span class="documentAuthor">by {
        e(f.author)
    }</span> — <span class="documentModified">Last modified
<time datetime="{machine(f.modified, f)}">{american(f.modified)} {clock(f.modified)}</time></span> — <span
class="documentPublished">Published <time datetime="{machine(f.published, f)}">{american(f.published)} {
        clock(f.published)
    }
</time></span></div></div><div id="content-core"><div class="leadImage"><img src="/{f.image}"></div><section
id="section-text">{
        written(f, rng)
    }</section></div><footer><div id="section-social"><a>Share on Facebook</a></div></footer>
</article><aside><strong>Berita lain</strong>{
        each(f.others[:4], lambda o: f"<li>{link(f, o)} {long(o.published)}</li>")
    }</aside>{footer(f, rng)}</body></html>"""
    return Printed(html, f"/warta/{f.slug}", record(f, author=f.author, date="minute"))
