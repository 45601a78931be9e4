"""Liferay's asset publisher, as some provinces use it."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import dots, long, short
from tests.templates.unseen.parts import each, footer, link, menu, template, visitors, written


@template("liferay")
def asset_publisher(f: Facts, rng: random.Random) -> Printed:
    """Title in a header with a back link, then the text; author, date and counter (`1.234 Views`) in metadata below it."""
    html = f"""<html class="ltr"><head><title>Berita - {e(f.agency)}</title></head><body class="controls-visible">{
        menu(f, rng)
    }<div
id="content"><h2 class="portlet-title-text">Berita</h2><div class="asset-full-content"><div class="header"><a class="header-back-to">«
Kembali</a><h1 class="header-title"><span>{
        e(f.title)
    }</span></h1></div><div class="asset-content"><div class="journal-content-article">{
        written(f, rng)
    }</div><div class="asset-ratings"><div class="taglib-ratings">Rata-rata (0 Suara)</div></div></div><div class="asset-metadata"><span
class="metadata-entry metadata-author">Oleh {
        e(f.author)
    }</span> <span class="metadata-entry metadata-publish-date">Diterbitkan {
        long(f.published)
    }</span> <span class="metadata-entry metadata-view-count">{
        dots(f.views)
    } Views</span></div></div><div class="portlet-asset-publisher">
<h2>Aset Terkait</h2>{each(f.others[:4], lambda o: f"<div>{link(f, o)} <span>{short(o.published)}</span></div>")}</div>{
        visitors(rng)
    }</div>
{footer(f, rng)}</body></html>"""
    path = f"/web/guest/berita/-/asset_publisher/x/content/{f.slug}"
    return Printed(html, path, record(f, author=f.author, date="day", views=f.views))
