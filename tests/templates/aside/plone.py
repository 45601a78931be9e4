"""Plone: a ministry-like portal of a province, in two versions of its byline."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates.aside.writing import e, footer, listed, menu, page, pasted, plain
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import long


def _lead(f: Facts) -> str:
    """The description that an editor typed, printed above the text."""
    return f"Kegiatan bidang {f.section.lower()} di lingkungan {f.agency}."


@template("plone")
def plone_byline(f: Facts, rng: random.Random) -> Printed:
    """ "oleh NAME — diterbitkan 2024/09/27 10:30 GMT+7, terakhir diubah ..." with the description printed as a lead."""
    hours = {"Asia/Makassar": 8, "Asia/Jayapura": 9}.get(f.site.timezone or "", 7)
    content = f"""<div id="visual-portal-wrapper"><div id="portal-header"><p class="hiddenStructure"><a accesskey="2" href="#content">Skip to content.</a></p><a id="portal-logo" title="Site" href="/">{e(f.agency)}</a>{menu(f)}<div id="portal-breadcrumbs"><span id="breadcrumbs-you-are-here">Anda di sini:</span> <a href="/">Beranda</a> / <a href="/berita">{f.section}</a> / {e(f.title)}</div></div>
<div id="portal-column-content"><div id="content"><h1 id="parent-fieldname-title" class="documentFirstHeading">{e(f.title)}</h1>
<div class="documentByLine" id="plone-document-byline"><span class="documentAuthor">oleh <a href="/author/x">{e(f.author)}</a> —</span> <span class="documentPublished"><span>diterbitkan</span> {f.published:%Y/%m/%d %H:%M} GMT+{hours},</span> <span class="documentModified"><span>terakhir diubah</span> {f.modified:%Y/%m/%d %H:%M} GMT+{hours}</span></div>
<div class="documentDescription description" id="parent-fieldname-description">{e(_lead(f))}</div>
<div id="content-core"><div class="newsImageContainer"><a href="#"><img src="{f.image}/image_mini" alt="" class="newsImage" /></a><p class="discreet">{e(f.caption)}</p></div>
<div id="parent-fieldname-text">
{plain(f)}
</div></div>
<div class="visualClear"></div><div class="documentActions"><ul><li id="document-action-print"><a href="javascript:this.print();"><span>Cetak</span></a></li></ul></div></div></div>
<div id="portal-column-two"><dl class="portlet portletNews"><dt class="portletHeader">Berita</dt>{listed(f.others[:4], lambda o: f'<dd class="portletItem"><a href="/b/{o.slug}">{e(o.title)}<span class="portletItemDetails">{long(o.published)}</span></a></dd>')}</dl></div></div>{footer(f)}"""
    expected = record(f, author=f.author, date="minute", section=f.section, lead=(_lead(f),))
    return Printed(page(f, content, title=f"{f.title} — {f.agency}"), f"/berita/{f.slug}", expected)


@template("plone")
def plone_classic(f: Facts, rng: random.Random) -> Printed:
    """Version 6: the byline's day comes first and is short; the author after a dash; no counter."""
    content = f"""{menu(f)}<div id="main-container" class="container"><section id="portal-breadcrumbs"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="/">Beranda</a></li><li class="breadcrumb-item active">{e(f.title)}</li></ol></section>
<main id="portal-column-content"><article id="content"><header><h1>{e(f.title)}</h1><p class="lead">{e(_lead(f))}</p>
<section id="section-byline"><span class="documentPublished"><span>diterbitkan</span> {f.published:%d/%m/%Y %H:%M}</span> <span class="documentAuthor">— <a href="/author/x">{e(f.author)}</a></span></section></header>
<section id="content-core"><figure class="newsImageContainer"><img src="/{f.image}" alt=""><figcaption>{e(f.caption)}</figcaption></figure><div id="parent-fieldname-text">
{pasted(f)}
</div></section>
<footer><div class="card"><div class="card-body"><span>Arsip di bawah: </span><a href="/@@search" class="badge">{f.section}</a></div></div></footer></article></main>
<aside id="portal-column-two"><section class="portlet"><h2 class="tileHeadline">Terbaru</h2>{listed(f.others[:4], lambda o: f'<p><a href="/b/{o.slug}">{e(o.title)}</a> <time>{o.published:%d/%m/%Y}</time></p>')}</section></aside></div>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.title} — {f.agency}"),
        f"/berita/{f.slug}",
        record(f, author=f.author, date="minute", section=f.section, lead=(_lead(f),)),
    )
