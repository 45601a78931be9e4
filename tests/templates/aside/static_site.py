"""A static generator, as small agencies' pages use it."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates.aside.writing import e, footer, listed, menu, page, plain
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import long


@template("static")
def static_terms(f: Facts, rng: random.Random) -> Printed:
    """A static generator: no facts but a machine-readable time with a day in the page, and names in capitals in the foot line."""
    content = f"""{menu(f)}<main><article class="h-entry"><header><p class="dt"><time class="dt-published" datetime="{f.published:%Y-%m-%d}">{long(f.published).upper()}</time></p><h1 class="p-name">{e(f.title)}</h1></header>
<div class="e-content">
{plain(f)}
</div>
<footer class="post-foot">PENULIS: <span class="p-author">{e(f.author)}</span> | PENYUNTING: {e(f.editor)} | KATEGORI: {f.section}</footer></article>
<nav class="pn"><a rel="prev" href="/{f.others[0].slug}/">← {e(f.others[0].title)}</a> <a rel="next" href="/{f.others[1].slug}/">{e(f.others[1].title)} →</a></nav>
<section><h2>Arsip</h2><ul>{listed(f.others[2:6], lambda o: f'<li><time datetime="{o.published:%Y-%m-%d}">{long(o.published).upper()}</time> <a href="/{o.slug}/">{e(o.title)}</a></li>')}</ul></section></main>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.title} · {f.agency}"),
        f"/berita/{f.slug}/",
        record(f, author=f.author, date="day", section=f.section),
    )
