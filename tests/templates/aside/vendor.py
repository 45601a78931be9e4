"""A vendor's portal that many offices share."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates.aside.writing import e, footer, justified, listed, menu, page, plain, today
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import dots, long


@template("vendor")
def vendor_month_only(f: Facts, rng: random.Random) -> Printed:
    """A shared portal: only month and year are printed; the counter in a badge with its word; the office as source, not author."""
    month = long(f.published).split(" ", 1)[1]
    content = f"""{today(f)}{menu(f)}<div class="content"><div class="card detail"><div class="ribbon">{f.section}</div><h3 class="judul">{e(f.title)}</h3><div class="info"><span class="badge badge-info">Terbit: {month}</span> <span class="badge badge-success">Dilihat {dots(f.views)}x</span></div>
<img src="/public/uploads/{f.image}" class="img-fluid"><p class="sumber-gambar"><em>Sumber Gambar: {e(f.editor)}</em></p>
<div class="deskripsi">
{justified(f)}
</div></div>
<div class="card"><h4>Terbaru</h4>{listed(f.others[:4], lambda o: f'<div><a href="/detail/{o.id}">{e(o.title)}</a> <span class="badge">{long(o.published)}</span> <span class="badge">Dilihat {dots(o.views)}x</span></div>')}</div></div>{footer(f)}"""
    return Printed(page(f, content), f"/detail/{f.id}", record(f, date="month", views=f.views, section=f.section))


@template("vendor")
def vendor_source(f: Facts, rng: random.Random) -> Printed:
    """Facts after the text in a box with colons aligned: who wrote, who took the pictures, when it was uploaded, how often it was read."""
    content = f"""{menu(f)}<div class="main"><h2 class="hd">Berita Terkini</h2><div class="detail"><h3>{e(f.title)}</h3><p class="brd"><a href="/">Beranda</a> &raquo; <a href="/b">{f.section}</a></p>
<div class="img"><img src="/file/{f.image}"></div><div class="txt">
{plain(f)}
</div>
<div class="kredit"><div><b>Penulis</b> : {e(f.author)}</div><div><b>Fotografer</b> : {e(f.editor)}</div><div><b>Diunggah</b> : {long(f.published)} {f.published:%H:%M}</div><div><b>Pembaca</b> : {dots(f.views)} orang</div></div></div>
<div class="lain"><h2 class="hd">Index Berita</h2>{listed(f.others[:5], lambda o: f'<div class="row"><b>{long(o.published)}</b> <a href="/b/{o.id}">{e(o.title)}</a></div>')}</div></div>{footer(f)}"""
    return Printed(
        page(f, content, title=f.agency),
        f"/berita-terkini/{f.id}/{f.slug}",
        record(f, author=f.author, date="minute", views=f.views, section=f.section),
    )
