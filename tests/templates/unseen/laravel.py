"""Laravel: regional portals with Bootstrap or Tailwind."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random
from datetime import timedelta

from tests.templates.facts import Facts
from tests.templates.made import Printed, iso, record
from tests.templates.markup import e
from tests.templates.printing import american, clock, commas, english, full, short
from tests.templates.unseen.parts import each, footer, ld, link, lying_head, menu, template, today, visitors, written


@template("laravel")
def meta_lalu_judul(f: Facts, rng: random.Random) -> Printed:
    """Picture, then byline, then title as h3; the page's h2 is "Detail Berita"."""
    html = f"""<!DOCTYPE html><html lang="id"><head><title>{e(f.title)} - DISKOMINFO</title></head><body>{
        menu(f, rng)
    }<div
class="news-detail-header"><h2>Detail Berita</h2><nav aria-label="breadcrumb"><ol class="breadcrumb"><li><a>Beranda</a></li><li
class="active">Detail</li></ol></nav></div><div class="col-lg-8"><article><a class="btn-back"><i class="fas fa-arrow-left"></i>
Kembali ke Berita</a><img src="/storage/{f.image}" class="news-detail-img"><div class="news-detail-meta mb-3"><span><i
class="far fa-calendar-alt"></i>
 {short(f.published)}, {clock(f.published)}</span><span><i class="far fa-user"></i> {e(f.author)}</span><span><i
class="far fa-eye"></i> {f.views}x dilihat</span></div><h3 class="news-detail-title">{e(f.title)}</h3><div
class="news-detail-content">{
        written(f, rng)
    }</div><div class="share-section"><span>Bagikan:</span></div></article></div><div
class="sidebar-card"><div class="card-header-custom">Berita Terbaru</div>{
        each(
            f.others[:5],
            lambda o: f"<a><div class='sidebar-title'>{e(o.title)}</div><div>{short(o.published)}</div></a>",
        )
    }</div>{footer(f, rng)}</body></html>"""
    return Printed(html, f"/berita/{f.id}", record(f, author=f.author, date="minute", views=f.views))


@template("laravel")
def published_on(f: Facts, rng: random.Random) -> Printed:
    """`Published on 27 Sep 2024, 10:30 WIB` and nothing else; the title also ends the path above it."""
    html = f"""<html><head>{lying_head(f)}</head><body>{
        menu(f, rng)
    }<section id="detail"><div class="post-content bg-white"><p
class="mb-4"><a href="/">Beranda</a> / <a href="/category/2">{e(f.section)}</a> /
 {e(f.title)}</p><h3 class="fw-bold mb-3">{e(f.title)}</h3><p class="mb-3">
 Published on {f.published.day:02} {english(f.published)[len(str(f.published.day)) + 1 :][:3]} {f.published.year}, {
        clock(f.published)
    } WIB
</p><div class="image-gallery"><img src="/storage/{f.image}" alt="Image"></div><div class="description mt-4">{
        written(f, rng)
    }</div></div><div class="related-news"><div class="header bg-primary">Berita Lainnya</div>{
        each(f.others[:5], lambda o: f"<a><h6>{e(o.title)}</h6><p class='text-muted'>{short(o.published)}</p></a>")
    }</div></section>{footer(f, rng)}</body></html>"""
    zones = {"Asia/Jakarta": 0, "Asia/Pontianak": 0, "Asia/Makassar": 1, "Asia/Jayapura": 2}
    expected = record(f, date="minute", section=f.section)
    shift = zones[str(f.site.timezone)]
    if shift:  # the page says WIB: the site's own time is one or two hours later
        expected["published_at"] = iso(f.published + timedelta(hours=shift), "minute", f.site.timezone)
    return Printed(html, f"/post/show/{f.id}", expected)


@template("laravel")
def tailwind_bagian(f: Facts, rng: random.Random) -> Printed:
    """Date and section in one row, then the title; no author; other news with clock icons; a hidden lightbox."""
    html = f"""<html lang="id"><head><title>{e(f.title)} - Bagian Pemerintahan</title></head><body>{menu(f, rng)}<div
class="bg-white min-h-screen"><main class="lg:col-span-2"><div class="mb-4 rounded-lg"><img src="/storage/{
        f.image
    }"></div><div
class="text-xs text-gray-500 flex items-center gap-1.5"><i class="far fa-clock"></i><span>{english(f.published)}</span>
<span>-</span><a href="/kategori/2" class="font-bold">{e(f.section)}</a></div><h1 class="text-2xl md:text-[28px]">
 {e(f.title)}
</h1><div class="prose prose-lg max-w-none">{
        written(f, rng)
    }</div></main><aside><form><input placeholder="Search Here..."></form>
<h2>Informasi Lainnya</h2>{
        each(
            f.others[:5],
            lambda o: (
                f"<div><h3>{link(f, o)}</h3><i class='far fa-clock'></i><span>{english(o.published)}</span></div>"
            ),
        )
    }</aside></div><div id="photoModal" class="hidden"><button>&times;</button></div>{footer(f, rng)}</body></html>"""
    return Printed(html, f"/informasi/{f.slug}", record(f, date="day", section=f.section))


@template("laravel")
def baris_byline(f: Facts, rng: random.Random) -> Printed:
    """`Admin 27 Sep 2024 142x Share` in spans without separators; popular news with the same form above the article."""
    views = commas(f.views) if rng.random() < 0.5 else str(f.views)
    html = f"""<html><head><title>{e(f.agency)}</title></head><body><header>{today(f, rng)} {menu(f, rng)}</header><div
class="swiper">{
        each(
            f.others[:3],
            lambda o: f"<div><a>{e(o.title)}</a><small>by {e(o.author)} | {short(o.published)}</small></div>",
        )
    }
</div><div class="container"><p class="text-uppercase">Berita</p><h1>{
        e(f.title)
    }</h1><ul class="list-inline post-meta"><li
class="list-inline-item"><span class="fw-bold">{e(f.author)}</span></li> <li class="list-inline-item">{
        short(f.published)
    }</li>
<li class="list-inline-item">{views}x</li> <li class="list-inline-item"><a href="#share">Share</a></li></ul><img
src="/uploads/berita/{f.image}" alt="img-berita"><div class="isi">{written(f, rng)}</div><h4>Berita Populer</h4>{
        each(f.others[3:6], lambda o: f"<div><a>{e(o.title)}</a><p>by {e(o.author)} | {short(o.published)}</p></div>")
    }</div>{footer(f, rng)}</body></html>"""
    return Printed(html, f"/berita/{f.slug}", record(f, author=f.author, date="day", views=f.views))


@template("laravel")
def kutipan_data(f: Facts, rng: random.Random) -> Printed:
    """The byline below the text: `Penulis`, `Editor`, `Fotografer`; at the head only the date; JSON-LD of the site."""
    html = f"""<html><head><title>{e(f.title)} :: {e(f.agency)}</title>{
        ld({"@type": "GovernmentOrganization", "name": f.agency, "dateModified": f"{f.now:%Y-%m-%d}"})
    }</head><body>{menu(f, rng)}<div class="card"><div class="card-body"><h2 class="card-title">{e(f.title)}</h2><h6
class="card-subtitle text-muted">{full(f.published)} &bull; {len(f.blocks)} menit baca</h6><img src="/{f.image}"><p
class="small text-center">Foto: {e(f.editor)}</p><div class="card-text content">{written(f, rng)}</div><table
class="table table-sm kredit"><tr><td>Penulis</td><td>: {e(f.author)}</td></tr><tr><td>Editor</td><td>: {
        e(f.editor)
    }</td></tr>
<tr><td>Sumber Gambar</td><td>: Dokumentasi OPD</td></tr></table><div class="d-flex"><span><i class="bi bi-eye"></i> {
        f.views
    } views</span><span><i class="bi bi-heart"></i> {
        rng.randint(0, 40)
    } suka</span></div></div></div><div class="col-4"><h5>
Terpopuler Minggu Ini</h5>{each(f.others[:4], lambda o: f"<p>{link(f, o)} <i class='bi bi-eye'></i> {o.views}</p>")}{
        visitors(rng)
    }
</div>{footer(f, rng)}</body></html>"""
    return Printed(html, f"/artikel/{f.slug}", record(f, author=f.author, date="day", views=f.views))


@template("laravel")
def filament_bilingual(f: Facts, rng: random.Random) -> Printed:
    """English labels on an Indonesian page: `Posted: Sep 27, 2024 10:30 AM by x in y · 1,234 views`."""
    html = f"""<html lang="en"><head><title>{e(f.title)}</title></head><body>{
        menu(f, rng)
    }<div x-data="{{open:false}}"><article
class="max-w-4xl"><h1>{e(f.title)}</h1><p class="text-sm">Posted: {american(f.published)} {f.published:%I:%M %p} by {
        e(f.author)
    } in <a>{e(f.section)}</a> · {commas(f.views)} views · Updated: {
        american(f.modified)
    }</p><div class="trix-content">{written(f, rng)}</div><div class="mt-8"><span>Tags:</span> {
        " ".join(f"<span>#{tag}</span>" for tag in f.tags)
    }</div></article><section><h2>You
may also like</h2>{
        each(f.others[:3], lambda o: f"<h3>{link(f, o)}</h3><p>{american(o.published)} · {commas(o.views)} views</p>")
    }</section></div>{footer(f, rng)}</body></html>"""
    expected = record(f, author=f.author, date="minute", views=f.views, section=f.section)
    return Printed(html, f"/posts/{f.slug}", expected)
