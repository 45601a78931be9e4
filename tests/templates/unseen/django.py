"""Django and Wagtail."""

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import ENGLISH, clock, long
from tests.templates.unseen.parts import each, footer, link, menu, template, written


@template("django")
def wagtail_streams(f: Facts, rng: random.Random) -> Printed:
    """The text in blocks of a stream, the date as Django prints it (`Sept. 27, 2024, 10:30 a.m.`), author below."""
    names = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
    half = "a.m." if f.published.hour < 12 else "p.m."
    day = f"{names[f.published.month - 1]} {f.published.day}, {f.published.year}, {f.published:%-I:%M} {half}"
    html = f"""<html lang="id"><head><title>{e(f.title)} - {e(f.agency)}</title></head><body class="template-newspage">{
        menu(f, rng)
    }<main>
<h1>{e(f.title)}</h1><p class="meta">{day}</p><div class="block-rich_text"><div class="rich-text">{
        written(f, rng)
    }</div></div><p
class="post-author">Ditulis oleh {e(f.author)}</p><nav><a>Berita sebelumnya: {
        e(f.others[0].title)
    }</a></nav></main><aside><h2>Arsip {ENGLISH[f.now.month - 1]}</h2>{
        each(f.others[1:5], lambda o: f"<li>{link(f, o)} — {long(o.published)}</li>")
    }</aside>{footer(f, rng)}</body></html>"""
    return Printed(html, f"/berita/{f.slug}/", record(f, author=f.author, date="minute"))


@template("django")
def mezzanine_blog(f: Facts, rng: random.Random) -> Printed:
    """`Diposting oleh: X pada 27 September 2024 pukul 10.30 dalam Berita`: a full stop between hour and minute."""
    html = f"""<html><head><title>{e(f.agency)} | {e(f.title)}</title></head><body>{
        menu(f, rng)
    }<div class="container"><ul
class="breadcrumb"><li>Home</li><li>Blog</li></ul><h1>{e(f.title)}</h1><h6 class="post-meta">Diposting oleh: <a>{
        e(f.author)
    }</a> pada {long(f.published)} pukul {clock(f.published).replace(":", ".")} dalam <a>{
        e(f.section)
    }</a></h6><img class="img-thumbnail" src="/media/{f.image}"><div
class="post">{written(f, rng)}</div><div class="rating">Nilai saat ini: 4.5</div><div id="comments"><h3>Komentar</h3>{
        "".join(
            f"<h5>{e(c.name)} {long(c.written)} pukul {clock(c.written)}</h5><p>{e(c.text)}</p>" for c in f.comments
        )
    }</div></div><div class="right"><h3>Posting Terbaru</h3>{
        each(f.others[:5], lambda o: f"<li>{link(f, o)}</li>")
    }</div>{footer(f, rng)}
</body></html>"""
    return Printed(html, f"/blog/{f.slug}/", record(f, author=f.author, date="minute", section=f.section))
