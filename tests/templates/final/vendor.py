"""Systems that a vendor or a province sells to many offices."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.final.frame import bottom, crumbs, html, named, nameless, place, popular, share, side, tags, top
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import full, long, zone
from tests.templates.unseen.parts import lying_head, template, written


@template("vendor")
def vendor_news_agency(f: Facts, rng: random.Random) -> Printed:
    """Oleh X, day | time - Redaktur: Y - count."""
    body = f"""{top(f, rng)}{crumbs(f, f.section)}<article><h1>{e(f.title)}</h1><div class="des">Oleh {e(f.author)}, {full(f.published)} | {f.published:%H:%M} {zone(f)} - Redaktur: {e(f.editor)} - {f.views}</div>
<figure><img src="/f/{f.image}"><figcaption>{e(f.caption)}</figcaption></figure><div class="text">{written(f, rng)}</div></article>{side(f, rng)}{bottom(f, rng)}"""
    return Printed(
        html(named(f), body),
        f"/kategori/nusantara/{f.id}/index.html",
        record(f, author=f.author, date="minute", views=f.views, section=f.section),
    )


@template("vendor")
def vendor_ligatures(f: Facts, rng: random.Random) -> Printed:
    """Names of Material icons are glued to the values."""

    def icons(day: str, views: int, author: str) -> str:
        return f'<span><i class="material-icons">access_time</i>{day}</span> <span><i class="material-icons">remove_red_eye</i>{views}</span> <span><i class="material-icons">person</i>{e(author)}</span>'

    others = "".join(
        f'<div><a href="{place(f, o.slug)}">{e(o.title)}</a><p>{icons(f"{o.published:%d-%m-%Y}", o.views, o.author)}</p></div>'
        for o in f.others[:4]
    )
    body = f"""<noscript>You don't have javascript enabled. Please enable it.</noscript>{top(f, rng)}<div class="row"><h4 class="title">{e(f.title)}</h4><p class="meta">{icons(f"{f.published:%d-%m-%Y}", f.views, f.author)}</p>
<img src="/foto/{f.image}"><div class="konten">{written(f, rng)}</div>{tags(f)}</div><div class="sidebar"><h5>Berita Terkait</h5>{others}</div>{bottom(f, rng)}"""
    return Printed(
        html(named(f), body), f"/read/{f.id}/{f.slug}", record(f, author=f.author, date="day", views=f.views)
    )


@template("vendor")
def vendor_city_portal(f: Facts, rng: random.Random) -> Printed:
    """Author, then day with time and am or pm, then "477 kali dilihat", each a list item."""
    clock = f"{f.published.hour % 12 or 12}:{f.published:%M}{'am' if f.published.hour < 12 else 'pm'}"
    body = f"""{top(f, rng)}<div class="uk-container"><h1 class="uk-article-title">{e(f.title)}</h1><ul class="uk-subnav"><li>{e(f.author)}</li><li>{long(f.published)}</li><li>{clock}</li><li><a href="/b">{e(f.section)}</a></li><li>{f.views} kali dilihat</li></ul>
<img src="/images/{f.image}"><div class="uk-article">{written(f, rng)}</div>{share(f, rng)}</div><div class="uk-panel">{popular(f, rng, "Berita Terpopuler")}</div>{bottom(f, rng)}"""
    return Printed(
        html(lying_head(f), body),
        f"/index.php/berita/{f.slug}",
        record(f, author=f.author, date="minute", views=f.views, section=f.section),
    )


@template("vendor")
def vendor_labels_with_colons(f: Facts, rng: random.Random) -> Printed:
    """Dipublikasikan pada, Oleh, Dibaca; the change is printed too."""
    body = f"""{top(f, rng)}<section><h2>{e(f.title)}</h2><div class="info"><span>Dipublikasikan pada : {full(f.published)}</span><br><span>Diperbarui pada : {full(f.modified)}</span><br><span>Oleh : {e(f.author)}</span><br><span>Dibaca : {f.views} kali</span></div>
<div class="berita-isi">{written(f, rng)}</div></section><section><h3>Berita Terkait</h3>{popular(f, rng, "", 2)}</section>{bottom(f, rng)}"""
    return Printed(
        html(nameless(f), body),
        f"/publikasi/berita/{f.id}/{f.slug}",
        record(f, author=f.author, date="day", views=f.views),
    )
