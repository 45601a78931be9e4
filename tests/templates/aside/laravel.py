"""Laravel: sites written by local programmers, each with its own view of an article."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates.aside.writing import (
    chats,
    comments,
    e,
    footer,
    justified,
    listed,
    menu,
    page,
    pasted,
    plain,
    q,
    today,
)
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import commas, dots, english, full, long, short, zone


@template("laravel")
def lara_sentence(f: Facts, rng: random.Random) -> Printed:
    """One sentence tells the counter and the day, and ends with "oleh:", the author's card following."""
    content = f"""{menu(f)}<div class="content-wrapper"><div class="container"><section class="content"><div class="row"><div class="col-md-8"><h1><b>{e(f.title)}</b></h1></div></div>
<div class="row"><div class="col-md-8"><img src="/storage/berita/{f.image}" alt="Second slide" style="height: 390px; width: 100%" class="round"></div>
<div class="col-md-4"><div class="row"><div class="col-md-6" align="left"><h5><i class="fa fa-globe"></i> {e(f.short)}</h5></div><div class="col-md-6" align="right"><h5><i class="fa fa-list-ul"></i> {f.section}</h5></div></div>
<button type="button" class="btn btn-block btn-success"><i class="fa fa-whatsapp"></i> <b> Hubungi Whatsapp</b></button><br>
Kabar Desa dilihat sebanyak <b>{dots(f.views)} Orang</b> dan dibuat pada <b>{f.published:%d-%m-%Y}</b> oleh:
<br><br><a href="/profil/{f.id}" class="a_black"><div class="box box-solid round"><div class="box-body"><div class="row"><div class="col-md-4" align="center"><img src="/dist/img/user2-160x160.jpg" class="img-circle" alt="User Image" width="80px"></div><div class="col-md-8"><h4><b>{e(f.author)}</b></h4></div></div></div></div></a></div></div>
<div class="row"><div class="col-md-12"><div class="box box-solid round"><div class="box-body">
{plain(f)}
</div></div></div></div>
<h3>Kabar Desa Lainnya</h3><div class="row">{listed(f.others[:3], lambda o: f'<div class="col-md-4"><div class="box"><h4>{e(o.title)}</h4><p>{e(o.teaser[:90])}...</p><small>{o.published:%d-%m-%Y}</small></div></div>')}</div></section></div></div>{footer(f)}"""
    return Printed(
        page(f, content, title=f"Detail Kabar | {f.agency}"),
        f"/kabar/{f.id}",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("laravel")
def lara_labels(f: Facts, rng: random.Random) -> Printed:
    """Each fact with icon and label, the time of day apart from the day, and when it was last edited in words."""
    content = f"""{today(f)}<div class="berita-page"><a href="/berita" class="btn-kembali"><i class="fas fa-arrow-left"></i> Kembali ke Daftar Berita</a>
<div class="berita-card"><div class="berita-header"><span class="badge">{f.section}</span><h2 class="berita-judul">{e(f.title)}</h2>
<div class="berita-meta">
<span><i class="fas fa-calendar-alt"></i> Dipublikasikan: {short(f.published)}</span>
<span><i class="fas fa-clock"></i> Pukul: {f.published:%H:%M} {zone(f)}</span>
<span><i class="fas fa-pen-nib"></i> Penulis: {e(f.author)}</span>
<span><i class="fas fa-edit"></i> Terakhir diedit: 3 bulan yang lalu</span>
<span><i class="fas fa-eye"></i> Dibaca: {commas(f.views)} kali</span>
</div></div>
<div class="berita-body">
{justified(f)}
</div></div>
<div class="berita-lain"><h3>Baca Berita Lain</h3>{listed(f.others[:4], lambda o: f'<div class="mini"><a href="/berita/{o.slug}">{e(o.title)}</a><span>Dipublikasikan: {short(o.published)}</span> <span>Dibaca: {commas(o.views)} kali</span></div>')}</div></div>{footer(f)}"""
    return Printed(
        page(f, content, title=f.agency),
        f"/berita/{f.slug}",
        record(f, author=f.author, date="minute", views=f.views, section=f.section),
    )


@template("laravel")
def lara_emoji(f: Facts, rng: random.Random) -> Printed:
    """Utility classes, pictures as letters of the text, bullets between; the month small; pictures between head and text."""
    gallery = "".join(
        f'<div class="relative overflow-hidden rounded-xl"><img src="/storage/{n}{f.image}" alt="Kunjungan {n}"><p class="absolute bottom-2">Dokumentasi {n}</p></div>'
        for n in (1, 2)
    )
    content = f"""{menu(f)}<main class="max-w-5xl mx-auto px-4 py-12"><div class="mb-8"><span class="inline-block px-4 py-1 rounded-full text-sm font-semibold">📰 {f.section}</span>
<h1 class="text-4xl font-bold mt-4">
    {e(f.title)}
</h1>
<div class="flex flex-wrap items-center gap-4 text-gray-600">
<span class="inline-flex items-center">
    <span class="mr-2">📅</span>
    {f.published:%d} {long(f.published).split(" ", 1)[1].lower()}
</span>
<span class="hidden sm:inline">•</span>
<span class="inline-flex items-center">
    <span class="mr-2">👤</span>
    {e(f.author)}
</span>
<span class="hidden sm:inline">•</span>
<span class="inline-flex items-center">
    <span class="mr-2">👁️</span>
    {f.views} kali dibaca
</span>
</div></div>
<div class="grid grid-cols-1 md:grid-cols-2 gap-4 mb-8">{gallery}</div>
<div class="prose max-w-none text-gray-700">
{chats(f)}
</div>
<div class="mt-10 border-t pt-6"><h3 class="text-xl">Berita Terkait</h3><div class="grid md:grid-cols-3">{listed(f.others[:3], lambda o: f'<a href="/berita/{o.slug}" class="block"><h4>{e(o.title)}</h4><p>📅 {short(o.published)} • 👁️ {o.views} kali dibaca</p></a>')}</div></div></main>{footer(f)}"""
    return Printed(
        page(f, content), f"/berita/{f.slug}", record(f, author=f.author, date="day", views=f.views, section=f.section)
    )


@template("laravel")
def lara_side_card(f: Facts, rng: random.Random) -> Printed:
    """A card beside the text lists the facts as terms and descriptions, an icon in each description."""

    def row(term: str, icon: str, text: str) -> str:
        return f'<dt class="col-5 text-muted">{term}</dt><dd class="col-7"><i class="bi bi-{icon}"></i> {e(text)}</dd>'

    content = f"""{menu(f)}<section class="breadcrumbs"><div class="container"><ol><li><a href="/">Home</a></li><li><a href="/berita">Berita</a></li><li>{e(f.title[:40])}...</li></ol><h2>Berita &amp; Informasi</h2></div></section>
<section class="blog"><div class="container"><div class="row"><div class="col-lg-8 entries"><article class="entry entry-single"><div class="entry-img"><img src="/storage/{f.image}" alt="{q(f.title)}" class="img-fluid"></div>
<h2 class="entry-title">{e(f.title)}</h2>
<div class="entry-content">
{plain(f)}
</div>
<div class="entry-footer"><i class="bi bi-tags"></i><ul class="tags">{"".join(f"<li><a href='#'>{t}</a></li>" for t in f.tags)}</ul></div></article></div>
<div class="col-lg-4"><div class="sidebar"><h3 class="sidebar-title">Informasi Berita</h3><dl class="row">
{row("Tanggal Terbit", "calendar3", full(f.published))}
{row("Penulis", "person", f.author)}
{row("Editor", "person-check", f.editor)}
{row("Kategori", "folder", f.section)}
{row("Dibaca", "eye", f"{dots(f.views)} kali")}
</dl><h3 class="sidebar-title">Berita Terbaru</h3><div class="sidebar-item recent-posts">{listed(f.others[:5], lambda o: f'<div class="post-item clearfix"><img src="/storage/{o.id}.jpg" alt=""><h4><a href="/berita/{o.slug}">{e(o.title)}</a></h4><time datetime="{o.published:%Y-%m-%d}">{short(o.published)}</time></div>')}</div></div></div></div></div></section>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.title} — {f.agency}"),
        f"/berita/{f.id}/{f.slug}",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("laravel")
def lara_date_label(f: Facts, rng: random.Random) -> Printed:
    """The page's first heading names the section; the day lies on the picture as a sixth level heading; "Oleh : " before the text."""
    content = f"""{menu(f)}<div class="sections"><div class="container"><div class="pages-title"><h1>Berita dan Kegiatan Terkini</h1></div></div></div>
<section><div class="container"><div class="row"><div class="col-lg-8"><div class="post-content"><div class="post-caption-image"><figure><img src="/images/{f.image}" alt="{q(f.title)}"></figure><div class="date-label"><h6>
{english(f.published)}
</h6></div></div>
<div class="fig-caption"><h3>{e(f.title)}</h3><div class="post-preview-details"><p>Oleh : {e(f.author)}</p></div>
<div class="post-text">
{pasted(f)}
</div></div></div>
<div class="comments-area"><h4>{len(f.comments)} Komentar</h4>{comments(f, lambda c: f'<div class="comment-list"><h5>{e(c.name)}</h5><p class="date">{english(c.written)}</p><p>{e(c.text)}</p></div>')}</div></div>
<div class="col-lg-4"><aside class="blog-right-side"><div class="widget"><h4>Pencarian Berita</h4><form><input placeholder="Cari"></form></div><div class="widget"><h4>Berita Terkini</h4>{listed(f.others[:4], lambda o: f'<div class="w"><h6>{english(o.published)}</h6><a href="/berita/{o.id}">{e(o.title)}</a></div>')}</div></aside></div></div></div></section>{footer(f)}"""
    return Printed(page(f, content, title="Berita"), f"/berita_detail/{f.id}", record(f, author=f.author, date="day"))


@template("laravel")
def lara_timestamp(f: Facts, rng: random.Random) -> Printed:
    """The database's own timestamp; the office that posted it in words; likes and a reading time beside the true counter."""
    likes = f.id % 80 + 1
    content = f"""{menu(f)}<div class="container" style="margin-top:40px"><div class="row"><div class="col-md-9"><div class="panel panel-default"><div class="panel-body"><div class="post-detail">
<h1>{e(f.title)}</h1><div class="info-meta"><small class="text-muted"><ul class="list-inline">
<li><i class="fa fa-clock-o"></i> {f.published:%Y-%m-%d %H:%M:%S}</li>
<li><i class="fa fa-user"></i> Diposting oleh {e(f.author)}</li>
<li><i class="fa fa-book"></i> 3 menit baca</li>
<li><i class="fa fa-eye"></i> Dilihat {f.views} kali</li>
<li><i class="fa fa-heart-o"></i> {likes} suka</li>
</ul></small><hr></div>
<div class="media"><img class="image" src="/gambar/{f.image}"></div>
<div class="isi-berita">
{justified(f)}
</div></div></div></div></div>
<div class="col-md-3"><div class="panel panel-default"><div class="panel-heading">Postingan Terbaru</div><div class="list-group">{listed(f.others[:5], lambda o: f'<a class="list-group-item" href="/b/{o.id}">{e(o.title)}<br><small>{o.published:%Y-%m-%d %H:%M:%S}</small></a>')}</div></div></div></div></div>{footer(f)}"""
    return Printed(
        page(f, content, title="Detail Berita"),
        f"/detail-berita/{f.id}",
        record(f, author=f.author, date="second", views=f.views),
    )
