"""CodeIgniter: agencies' own sites, most of them on a bought page design with the data put where there was room."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates.aside.writing import (
    broken_lines,
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
    visitors,
)
from tests.templates.facts import DAYS, MONTHS, Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import ENGLISH, dots, english, full, long, short, zone


@template("codeigniter")
def ci_counter_on_picture(f: Facts, rng: random.Random) -> Printed:
    """The counter is a third level heading on the picture, its word a paragraph; the moment stands below the text."""
    recent = listed(
        f.others[:4],
        lambda o: (
            f'<div class="media post_item"><img src="/foto_berita/{o.id}.jpg" alt="post"><div class="media-body"><a href="/berita/{o.slug}"><h3>{e(o.title)}</h3></a><p>{long(o.published)}</p></div></div>'
        ),
    )
    content = f"""{menu(f)}<section class="breadcrumb breadcrumb_bg"><div class="container"><div class="breadcrumb_iner_item"><h2>{f.section}</h2><p><a href="/">Home</a><span>/</span><a href="/berita">Semua Berita</a></p></div></div></section>
<section class="blog_area section_padding"><div class="container"><div class="row"><div class="col-lg-8 mb-5 mb-lg-0"><div class="blog_left_sidebar"><article class="blog_item"><div class="blog_item_img"><img class="card-img rounded-0" src="/foto_berita/{f.published:%Y/%m/%d}/{f.image}" alt="">
<a href="#" class="blog_item_date"><h3>{f.views} x</h3><p>Dibaca</p></a></div>
<div class="blog_details"><a class="d-inline-block" href="#"><h2>{e(f.title)}</h2></a>
{plain(f)}
<ul class="blog-info-link"><li>{DAYS[f.published.weekday()]}, {long(f.published)} | {f.published:%H:%M:%S} {zone(f)} </li></ul></div></article>
<nav class="blog-pagination justify-content-center d-flex"><ul class="pagination"><li class="page-item"></li></ul></nav></div></div>
<div class="col-lg-4"><div class="blog_right_sidebar"><aside class="single_sidebar_widget popular_post_widget"><h3 class="widget_title">Berita Terbaru</h3>{recent}</aside></div></div></div></div></section>{footer(f)}"""
    return Printed(
        page(f, content, title=f.agency),
        f"/berita/detail/{f.slug}",
        record(f, date="second", views=f.views, section=f.section),
    )


@template("codeigniter")
def ci_date_box(f: Facts, rng: random.Random) -> Printed:
    """Day, month and year of the date are three elements of a box beside the title."""
    content = f"""{today(f)}{menu(f)}<div class="page-banner"><h2>Detail Artikel</h2><ul class="crumb"><li>Home</li><li>Artikel</li></ul></div>
<div class="container"><div class="row"><div class="col-md-9"><div class="post-detail"><div class="post-thumb"><img src="/assets/img/{f.image}" alt=""></div>
<div class="post-date"><span class="day">{f.published:%d}</span><span class="month">{MONTHS[f.published.month - 1][:3]}</span><span class="year">{f.published.year}</span></div>
<div class="post-head"><h3 class="post-title">{e(f.title)}</h3><ul class="post-meta"><li><i class="fa fa-user"></i> By <a href="#">{e(f.author)}</a></li><li><i class="fa fa-comments"></i> {len(f.comments)} Komentar</li><li><i class="fa fa-eye"></i> {dots(f.views)} Views</li></ul></div>
<div class="post-desc">
{pasted(f)}
</div></div>
<div class="related"><h3>Artikel Lainnya</h3>{listed(f.others[:3], lambda o: f'<div class="item"><div class="post-date"><span class="day">{o.published:%d}</span><span class="month">{MONTHS[o.published.month - 1][:3]}</span><span class="year">{o.published.year}</span></div><h4>{e(o.title)}</h4></div>')}</div></div>
<div class="col-md-3">{visitors(f)}</div></div></div>{footer(f)}"""
    return Printed(page(f, content), f"/artikel/{f.slug}", record(f, author=f.author, date="day", views=f.views))


@template("codeigniter")
def ci_strong_labels(f: Facts, rng: random.Random) -> Printed:
    """One line of labels and strong values, spaces that do not break between them; comments are counted like views."""
    nbsp = "\n&nbsp; | &nbsp;\n"
    line = nbsp.join([
        f"Tanggal : <strong>{f.published:%d-%m-%Y}</strong>",
        f"Oleh : <strong>{e(f.author)}</strong>",
        f"Komentar : <strong>{len(f.comments)}</strong>",
        f"Dilihat : <strong>{f.views}</strong>",
        f"Kategori : <strong>{f.section}</strong>",
    ])  # fmt: skip
    content = f"""{menu(f)}<div class="wrap"><div class="container"><div class="row"><div class="col-sm-8"><div class="content-title"><h2>{e(f.title)}</h2></div>
<div class="content-detail">
{line}
</div>
<div class="content-fill"><img class="thumbnail" src="/upload/{f.image}" alt="">
{justified(f)}
</div><hr><h4>Komentar</h4>{comments(f, lambda c: f"<div class='well'><b>{e(c.name)}</b> pada <strong>{c.written:%d-%m-%Y}</strong><p>{e(c.text)}</p></div>")}</div>
<div class="col-sm-4"><div class="panel panel-primary"><div class="panel-heading">Berita Populer</div><div class="panel-body">{listed(f.others[:5], lambda o: f"<p><a href='/berita/{o.id}'>{e(o.title)}</a><br>Tanggal : {o.published:%d-%m-%Y} | Dilihat : {o.views}</p>")}</div></div></div></div></div></div>{footer(f)}"""
    return Printed(
        page(f, content, title=f.title),
        f"/index.php/berita/view?id={f.id}",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("codeigniter")
def ci_no_date(f: Facts, rng: random.Random) -> Printed:
    """A design's placeholder "tanggal" was never replaced: the page does not say when, nor who; titles twice, days in boxes."""
    content = f"""<section class="wf100 topnews"><span>{full(f.now)}</span></section>{menu(f)}
<section class="wf100 subheader"><div class="container"><h2>{e(f.title)}</h2><ul><li><a href="/">Home</a></li><li><a href="#">Page</a></li><li>Pengumuman</li></ul></div></section>
<div class="main-content p80"><div class="news-details"><div class="container"><div class="row"><div class="col-md-8"><div class="news-box"><div class="new-thumb"><a href="#"><i class="fas fa-link"></i></a> <span class="cat c4">{f.site.id}.go.id</span> <img src="/assets/{f.image}" alt=""></div>
<div class="new-txt"><ul class="news-meta"><li>tanggal</li></ul><h4>{e(f.title)}</h4>
{plain(f)}
</div></div></div>
<div class="col-md-4"><div class="sidebar"><h4>Berita Terbaru</h4><ul class="lates">{listed(f.others[:4], lambda o: f'<li><a href="/b/{o.id}">{e(o.title)}</a><span><i class="fas fa-calendar-alt"></i> {long(o.published)}</span></li>')}</ul><h4>Agenda</h4><ul><li>{long(f.now)} <b>{e(f.others[5].title)}</b></li></ul></div></div></div></div></div></div>{footer(f)}"""
    return Printed(page(f, content, title=f"{f.agency}"), f"/pengumuman/{f.id}", record(f))


@template("codeigniter")
def ci_read_table(f: Facts, rng: random.Random) -> Printed:
    """The facts are rows of a table under the title, with a column for the colon; Rupiah and tables in the text as well."""

    def row(label: str, text: str) -> str:
        return f"<tr><td width='120'>{label}</td><td width='10'>:</td><td>{e(text)}</td></tr>"

    content = f"""{menu(f)}<div id="main"><div id="left"><div class="title-box">BERITA</div><h2 class="judul-berita">{e(f.title)}</h2>
<table class="info-berita" cellpadding="2">
{row("Hari/Tanggal", full(f.published))}
{row("Jam", f"{f.published:%H.%M} {zone(f)}")}
{row("Pengirim", f.author)}
{row("Kategori", f.section)}
{row("Dibaca", f"{f.views} kali")}
</table>
<div class="gambar"><img src="/uploads/berita/{f.image}" width="400"><div class="ket">{e(f.caption)}</div></div>
<div class="isi">
{broken_lines(f)}
</div>
<div class="bagikan">Bagikan berita ini : <a href="#">Facebook</a> <a href="#">Twitter</a></div></div>
<div id="right"><div class="title-box">BERITA POPULER</div><table>{listed(f.others[:5], lambda o: f"<tr><td><a href='/berita/baca/{o.id}'>{e(o.title)}</a><br><i>{short(o.published)} - dibaca {o.views} kali</i></td></tr>")}</table><div class="title-box">STATISTIK</div>{visitors(f)}</div></div>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.agency} - Berita"),
        f"/berita/baca/{f.id}/{f.slug}.html",
        record(f, author=f.author, date="minute", views=f.views, section=f.section),
    )


@template("codeigniter")
def ci_polo(f: Facts, rng: random.Random) -> Printed:
    """A bought design: hyphens in an English day, a mixed-language line in the head picture, the counter at the foot."""
    when = f"{f.published:%d}-{ENGLISH[f.published.month - 1][:3]}-{f.published.year} {f.published:%H:%M}"
    content = f"""{menu(f)}<section id="page-title" data-bg-parallax="/images/{f.image}"><div class="container"><div class="page-title"><h1>{e(f.title)}</h1><div class="text-white small m-b-20">{when} | by {e(f.author)}</div></div></div></section>
<section id="page-content" class="sidebar-right"><div class="container"><div class="row"><div class="content col-lg-9"><div id="blog" class="single-post"><div class="post-item"><div class="post-item-wrap"><div class="post-image"><a href="#"><img alt="{q(f.title)}" src="/images/{f.image}"></a></div>
<div class="post-item-description">
{plain(f)}
<div class="post-footer"><hr><span class="viewer">Artikel ini telah dibaca <b>{dots(f.views)}</b> kali</span></div></div>
<div class="post-tags">{"".join(f"<a href='#'>{t}</a>" for t in f.tags)}</div>
<div class="post-navigation"><a href="/blog/{f.others[0].slug}" class="post-prev"><div class="post-prev-title"><span>Previous Post</span>{e(f.others[0].title)}</div></a></div></div></div></div></div>
<div class="sidebar col-lg-3"><div class="widget"><h4 class="widget-title">Update Terbaru</h4><div class="post-thumbnail-list">{listed(f.others[1:5], lambda o: f'<div class="post-thumbnail-entry"><div class="post-thumbnail-content"><a href="/blog/{o.slug}">{e(o.title)}</a> <span class="post-date"><i class="icon-clock"></i> {english(o.published)}</span></div></div>')}</div></div></div></div></div></section>{footer(f)}"""
    return Printed(page(f, content), f"/blog/{f.slug}", record(f, author=f.author, date="minute", views=f.views))
