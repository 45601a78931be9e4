"""Shared systems that a vendor or a province runs for many agencies."""

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import clock, dots, full, long, short, zone
from tests.templates.unseen.parts import agenda, each, footer, link, lying_head, menu, template, visitors, written


@template("vendor")
def garis_redaktur(f: Facts, rng: random.Random) -> Printed:
    """`Oleh MC X, Senin, 6 Februari 2023 | 22:45 WIB - Redaktur: Y - 177`: the bare number at the end is the count."""
    html = f"""<html><head><title>Portal Berita | {e(f.title)}</title></head><body>{
        menu(f, rng)
    }<div class="latest-title"><h2>Berita
Terkini</h2>{
        each(f.others[:3], lambda o: f"<p>{link(f, o)} - {short(o.published)}</p>")
    }</div><div class="post-text"><h1>{e(f.title)}
</h1><p class="text-info">Oleh {e(f.author)}, {full(f.published)} | {clock(f.published)} {zone(f)} - Redaktur: {
        e(f.editor)
    } - {f.views}</p><img src="/{f.image}"><p class="small">{e(f.caption)}</p><div class="teks">{
        written(f, rng)
    }</div><p class="tags">{
        "".join(f"#{tag} " for tag in f.tags)
    }</p></div><div class="berita-lain"><h4>Berita Terkait Lainnya</h4><ul>{
        each(
            f.others[3:7],
            lambda o: (
                f"<li><small>Oleh {e(o.author)}, {full(o.published)} | {clock(o.published)} WIB - {o.views}</small>"
                f"<br>{link(f, o)}</li>"
            ),
        )
    }</ul></div>{footer(f, rng)}</body></html>"""
    path = f"/kategori/nusantara/{f.id}/index.html"
    return Printed(html, path, record(f, author=f.author, date="minute", views=f.views))


@template("vendor")
def tiga_bagian(f: Facts, rng: random.Random) -> Printed:
    """`Admin x | 14 April 2022 | 171 kali` under the title, agenda of the days to come at the right, title twice."""
    html = f"""<html><head>{lying_head(f)}</head><body>{menu(f, rng)}<div class="page-header"><h2>{
        e(f.title)
    }</h2></div><div
class="konten"><h3 class="judul">{e(f.title)}</h3><p class="detail">{e(f.author)} | {f.published.day:02} {
        long(f.published).split(" ", 1)[1]
    } | {f.views} kali</p><div class="gambar"><img src="/uploads/{f.image}"></div><div class="artikel">{
        written(f, rng)
    }</div><div
class="unduh"><b>Download disini</b> <a>{f.slug[:20]}.pdf</a> ({
        rng.randint(1, 60)
    } kali diunduh)</div></div><div class="kanan"><h4>Agenda
</h4><ul>{agenda(f)}</ul><h4>Berita Populer</h4>{
        each(f.others[:5], lambda o: f"<p>{link(f, o)}<br>{e(o.author)} | {long(o.published)} | {o.views} kali</p>")
    }<h4>Statistik</h4>{visitors(rng)}</div>{footer(f, rng)}</body></html>"""
    path = f"/informasi/detail/berita/{f.id}-{f.slug}"
    return Printed(html, path, record(f, author=f.author, date="day", views=f.views))


@template("vendor")
def di_bawah_judul(f: Facts, rng: random.Random) -> Printed:
    """`Dilihat 2373 kali` under the title, the title again, a photo's credit; neither date nor author is printed."""
    html = f"""<html><head><title>{e(f.title)} :: {e(f.agency)}</title></head><body>{
        menu(f, rng)
    }<div class="banner"><h1>{e(f.title)}
</h1><span>Dilihat {f.views} kali</span></div><div class="konten"><h4>{e(f.title)}</h4><img src="/{
        f.image
    }"><div class="foto">Foto : {e(f.editor)}</div>{written(f, rng)}</div><div class="lain"><h4>Berita Lainnya</h4>{
        each(
            f.others[:4],
            lambda o: (
                f"<div>{link(f, o)}<span>{short(o.published)}</span><span>Dilihat {dots(o.views)} kali</span></div>"
            ),
        )
    }</div>{footer(f, rng)}</body></html>"""
    return Printed(html, f"/berita/{f.slug}", record(f, views=f.views))


@template("vendor")
def kategori_slug(f: Facts, rng: random.Random) -> Printed:
    """Labels in capitals: `PENULIS: X`, `TANGGAL: 27-09-2024`, `DIBACA: 1.234X`; tabs of popular and new beside."""
    html = f"""<html><head><title>{e(f.title)} - {e(f.agency)}</title></head><body>{
        menu(f, rng)
    }<ol class="crumbs"><li>Home</li><li>Berita
</li><li>{e(f.section)}</li></ol><article><h1>{e(f.title)}</h1><div class="byline"><span>KATEGORI: {
        e(f.section)
    }</span> <span>PENULIS: {e(f.author)}</span> <span>TANGGAL: {f.published:%d-%m-%Y}</span> <span>DIBACA: {
        dots(f.views)
    }X</span></div><div class="text-tools"><a>A-</a>
<a>A</a> <a>A+</a> <a>Dengarkan</a></div><div class="isi">{
        written(f, rng)
    }</div></article><div class="tabs"><ul><li>Populer</li><li>Terbaru
</li></ul>{
        each(
            f.others[:6],
            lambda o: f"<div>{link(f, o)} <span>{o.published:%d-%m-%Y}</span> <span>{dots(o.views)}X</span></div>",
        )
    }</div>
{footer(f, rng)}</body></html>"""
    expected = record(f, author=f.author, date="day", views=f.views, section=f.section)
    return Printed(html, f"/berita/kategori/umum/{f.slug}", expected)
