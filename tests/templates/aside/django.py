"""Django and Wagtail: a plain view with English words, and stream fields."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates.aside.writing import e, footer, listed, menu, page, plain
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import ENGLISH, dots, long, zone


@template("django")
def django_view(f: Facts, rng: random.Random) -> Printed:
    """Django's default way to write a moment in English, "Sept. 27, 2024, 10:30 a.m."; the author in brackets."""
    month = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()[f.published.month - 1]
    clock = (
        f"{f.published.hour % 12 or 12}:{f.published:%M}" if f.published.minute else f"{f.published.hour % 12 or 12}"
    )
    when = f"{month} {f.published.day}, {f.published.year}, {clock} {'a.m.' if f.published.hour < 12 else 'p.m.'}"
    content = f"""{menu(f)}<div class="container mt-4"><div class="row"><div class="col-md-8"><div class="card mb-4"><img class="card-img-top" src="/media/{f.image}" alt=""><div class="card-body"><h2 class="card-title">{e(f.title)}</h2><p class="text-muted small">{when} ({e(f.author)})</p>
<div class="card-text">
{plain(f)}
</div></div><div class="card-footer text-muted">{f.views} views</div></div></div>
<div class="col-md-4"><div class="card"><h5 class="card-header">Latest</h5><ul class="list-group">{listed(f.others[:5], lambda o: f'<li class="list-group-item"><a href="/news/{o.id}/">{e(o.title)}</a> <span class="badge">{ENGLISH[o.published.month - 1][:3]}. {o.published.day}</span></li>')}</ul></div></div></div></div>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.title}"), f"/news/{f.id}/", record(f, author=f.author, date="minute", views=f.views)
    )


@template("django")
def wagtail_stream(f: Facts, rng: random.Random) -> Printed:
    """The lead is a heading below the title; each kind of text stands in a block of its own; the facts in a list with hidden words."""
    lead = f.others[11].teaser
    parts = plain(f).split("\n<h3>")
    stream = "".join(
        f'<div class="block-paragraph"><div class="rich-text">{"<h3>" if n else ""}{part}</div></div>'
        for n, part in enumerate(parts)
    )
    content = f"""<header role="banner">{menu(f)}</header><main id="main"><div class="hero"><div class="hero__inner"><h1 class="hero__title">{e(f.title)}</h1><p class="hero__intro">{e(lead)}</p></div></div>
<div class="news-detail"><ul class="news-detail__meta"><li><span class="visually-hidden">Tanggal:</span> {long(f.published)} pukul {f.published:%H.%M} {zone(f)}</li><li><span class="visually-hidden">Penulis:</span> {e(f.author)}</li><li><span class="visually-hidden">Jumlah pembaca:</span> {dots(f.views)} pembaca</li></ul>
<div class="news-detail__body">
{stream}
</div></div>
<section class="related"><h2>Baca juga</h2><ul class="cards">{listed(f.others[:3], lambda o: f'<li class="card"><h3><a href="/berita/{o.slug}/">{e(o.title)}</a></h3><p class="card__date">{long(o.published)}</p></li>')}</ul></section></main>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.title} | {f.agency}"),
        f"/berita/{f.slug}/",
        record(f, author=f.author, date="minute", views=f.views, lead=(lead,)),
    )
