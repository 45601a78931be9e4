"""Bespoke CodeIgniter sites, as their views are published."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import clock, english, full, long, short, zone
from tests.templates.unseen.parts import (
    agenda,
    each,
    footer,
    link,
    lying_head,
    menu,
    template,
    today,
    visitors,
    written,
)


@template("codeigniter")
def tanggal_di_kaki(f: Facts, rng: random.Random) -> Printed:
    """Counter on the picture (`142 x` over `Dibaca`), title as a link, day and hour in a list below the text."""
    html = f"""<html><head><title>BPBD {e(f.short)}</title></head><body><header>{
        menu(f, rng)
    }</header><section class="breadcrumb
breadcrumb_bg"><h2>{
        e(f.section)
    }</h2><p><a href="/">Home</a><span>/</span><a href="/berita">Semua Berita</a></p></section><section
class="blog_area"><div class="blog_left_sidebar"><article class="blog_item"><div class="blog_item_img"><img src="/foto/{
        f.image
    }"
alt=""><a href="#" class="blog_item_date"><h3>{f.views} x</h3><p>Dibaca</p></a></div><div class="blog_details"><a
class="d-inline-block" href="#"><h2>{e(f.title)}</h2></a>{written(f, rng)}<ul class="blog-info-link"><li>{
        full(f.published)
    } | {
        clock(f.published)
    } WIB </li></ul></div></article><nav class="blog-pagination"><ul class="pagination"><li>1</li></ul></nav></div><div
class="blog_right_sidebar"><aside class="popular_post_widget"><h3 class="widget_title">Berita Terbaru</h3>{
        each(f.others[:4], lambda o: f"<div class='media'>{link(f, o)}<p>{long(o.published)}</p></div>")
    }</aside></div></section>{footer(f, rng)}</body></html>"""
    expected = record(f, date="minute", views=f.views, section=f.section)
    if zone(f) != "WIB":
        html = html.replace(" WIB </li>", f" {zone(f)} </li>")
    return Printed(html, f"/berita/baca/{f.slug}", expected)


@template("codeigniter")
def baris_pewarta(f: Facts, rng: random.Random) -> Printed:
    """All in one paragraph: `142 x dibaca | Jumat, 27 September 2024 10:30 WIB | Pewarta : X | Foto : Y`."""
    html = f"""<html><head><title>{e(f.agency)} | Berita</title></head><body>{
        menu(f, rng)
    }<div class="row"><div class="col-12"><h1
class="mb-0 h2 fw-bold">{e(f.title)}</h1><p>
 {f.views} x dibaca | {full(f.published)} {clock(f.published)} {zone(f)} | Pewarta : {e(f.author)} | Foto : {
        e(f.editor)
    }
</p></div></div><div class="row"><div class="col-lg-8"><div class="mb-3"><img src="/image/berita/{f.image}"></div><div>{
        written(f, rng)
    }</div></div><div class="col-lg-4"><h4>Berita Terpopuler</h4>{
        each(
            f.others[:5],
            lambda o: (
                f"<p><b>{link(f, o)}</b><br>{o.views} x dibaca | {full(o.published)} | Pewarta : {e(o.author)}</p>"
            ),
        )
    }<h4>Agenda</h4><ul>{agenda(f)}</ul></div></div>{footer(f, rng)}</body></html>"""
    return Printed(html, f"/berita/{f.slug}", record(f, author=f.author, date="minute", views=f.views))


@template("codeigniter")
def terkait_dahulu(f: Facts, rng: random.Random) -> Printed:
    """`Oleh : X | 25 Apr 2022 | 15:32:43 WIB | Dilihat : 377 Kali`; related and popular news between byline and text."""
    html = f"""<html><head>{lying_head(f, "Detail Berita")}</head><body><div class="runtext"><marquee>{
        each(f.others[:2], lambda o: f"{e(o.title)} ({short(o.published)})")
    }</marquee></div>{menu(f, rng)}<div class="page-title"><h4>{e(f.title)}</h4></div><div class="col-md-12"><h3>{
        e(f.title)
    }</h3>
<p class="info">Oleh : {e(f.author)} | {short(f.published)} | {f.published:%H:%M:%S} {zone(f)} | Dilihat : {
        f.views
    } Kali</p></div>
<div class="col-md-4 pull-right"><h4>Berita Terkait</h4>{
        each(
            f.others[2:5],
            lambda o: f"<div>{link(f, o)}<br><small>{short(o.published)} | Dilihat : {o.views} Kali</small></div>",
        )
    }<h4>Berita Populer</h4>{
        each(
            f.others[5:9],
            lambda o: f"<div>{link(f, o)}<br><small>{short(o.published)} | Dilihat : {o.views} Kali</small></div>",
        )
    }</div><div class="col-md-8"><img src="/asset/{f.image}"><p class="ket">Keterangan Gambar : {e(f.caption)}</p>{
        written(f, rng)
    }</div>{footer(f, rng)}</body></html>"""
    path = f"/berita/detail/{f.slug}"
    return Printed(html, path, record(f, author=f.author, date="second", views=f.views))


@template("codeigniter")
def butir_butir(f: Facts, rng: random.Random) -> Printed:
    """Each part of the byline an item of a list: author, date, hour as `4:32pm`, section, `477 kali dilihat`."""
    hour = f"{f.published:%I:%M%p}".lstrip("0").lower()
    html = f"""<html><head><title>{e(f.title)}</title></head><body><div class="topbar">{today(f, rng)}</div>{
        menu(f, rng)
    }<div
class="blog-post"><h3>{e(f.title)}</h3><ul class="list-inline post-info"><li><i class="icon-user"></i> {
        e(f.author)
    }</li><li><i
class="icon-calendar"></i> {long(f.published)}</li><li><i class="icon-clock"></i> {
        hour
    }</li><li><i class="icon-folder"></i>
<a>{e(f.section)}</a></li><li><i class="icon-eye"></i> {f.views} kali dilihat</li></ul><div class="post-img"><img
src="/{f.image}"></div>{written(f, rng)}<ul class="list-inline share"><li>Bagikan</li><li><a>Facebook <b>{
        rng.randint(1, 99)
    }</b></a>
</li></ul></div><div class="sidebar">{visitors(rng)}<h4>Sedang Hangat</h4>{
        each(
            f.others[:4],
            lambda o: (
                f"<ul class='list-inline'><li>{link(f, o)}</li><li>{long(o.published)}</li><li>{o.views} kali</li></ul>"
            ),
        )
    }</div>{footer(f, rng)}</body></html>"""
    expected = record(f, author=f.author, date="minute", views=f.views, section=f.section)
    return Printed(html, f"/index.php/berita/{f.slug}", expected)


@template("codeigniter")
def angka_telanjang(f: Facts, rng: random.Random) -> Printed:
    """`Penulis X - 22 October 2018`, a bare number below it as the count, `Foto Oleh : ...`; today's clock in the head."""
    head = f"{f.now:%d-%b-%Y} | Pukul : {f.now:%H:%M:%S}"
    html = f"""<html><head><title>{e(f.agency)}</title></head><body><div class="header-date">{head}</div>{
        menu(f, rng)
    }<div
class="single-post"><h2 class="title">{e(f.title)}</h2><p class="meta">Penulis <a>{e(f.author)}</a> - {
        english(f.published)
    }</p><p
class="meta"><i class="fa fa-eye"></i> {f.views}</p><img src="/uploads/{f.image}"><p><small>Foto Oleh : Diskominfo {
        e(f.short)
    }</small></p><div class="entry">{written(f, rng)}</div></div><div class="widget"><h4>Terpopuler</h4>{
        each(f.others[:5], lambda o: f"<div>{link(f, o)}<p><i class='fa fa-eye'></i> {o.views}</p></div>")
    }</div>{footer(f, rng)}</body></html>"""
    return Printed(html, f"/home/berita/{f.id}", record(f, author=f.author, date="day", views=f.views))


@template("codeigniter")
def cetak_berita(f: Facts, rng: random.Random) -> Printed:
    """A print view: kicker above the title, day and `Dibaca : 3264 Kali`, an hour that is none (`31:75:am`)."""
    kicker = f.others[0].title
    html = f"""<html><head><title>Cetak Berita</title></head><body onload="window.print()"><table width="800"><tr><td><img
src="/logo.png"></td><td><b>PEMERINTAH {e(f.site.name.upper())}</b><br>{e(f.agency)}</td></tr></table><hr><div
style="font-size:11px">{full(f.published)} | 31:75:am {zone(f)}</div><div style="color:#888">{e(kicker)}</div><h2>{
        e(f.title)
    }
</h2><div style="font-size:11px">Dibaca : {f.views} Kali</div><img src="/gambar/{
        f.image
    }" width="500"><br><i>Teks foto: {e(f.caption)}</i><br><div>{written(f, rng)}</div><hr>Dicetak pada : {
        long(f.now)
    } {clock(f.now)} {zone(f)}<br>Sumber : {f.home}/web/detailberita/{f.id}</body></html>"""
    return Printed(html, f"/web/cetakberita/{f.id}", record(f, date="day", views=f.views))


@template("codeigniter")
def isi_lolos(f: Facts, rng: random.Random) -> Printed:
    """The text's tags are escaped once too often, and a `[caption]` is left in it; counter `142 kali`, no verb."""
    lines: list[str] = []
    pieces: list[str] = []
    for number, block in enumerate(block for block in f.blocks if block.kind == "p"):
        pieces.append(f"&lt;p&gt;{e(e(block.text))}&lt;/p&gt;")
        lines.append(block.text)
        if number == 1:
            pieces.append(
                f"&lt;p&gt;[caption id=&quot;attachment_{f.id}&quot; align=&quot;alignnone&quot;] {e(f.caption)}[/caption]&lt;/p&gt;"
            )
            lines.append(f.caption)
    html = f"""<html><head><title>{e(f.title)} - {e(f.agency)}</title></head><body>{
        menu(f, rng)
    }<div class="detail"><h1>{e(f.title)}</h1><div class="info">{e(f.author)} | {long(f.published)} | {
        f.views
    } kali</div><div class="isi">{"".join(pieces)}</div></div><div
class="samping"><h3>Berita Lain</h3>{
        each(f.others[:4], lambda o: f"<p>{link(f, o)}</p><p>{long(o.published)} | {o.views} kali</p>")
    }
</div>{footer(f, rng)}</body></html>"""
    expected = record(f, author=f.author, date="day", views=f.views)
    expected["body"] = lines
    return Printed(html, f"/informasi/detail/berita/{f.id}_{f.slug}", expected)
