"""Bespoke sites on CodeIgniter and Yii with bought HTML templates of Bootstrap 3 and 4."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates import around
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.markup import e, text
from tests.templates.printing import MONTHS, SHORT, clock, commas, dots, english, full, long, short, zone


@template("codeigniter")
def colorlib_blog(f: Facts, rng: random.Random) -> Printed:
    """The counter lies on the picture, the date stands below the text, the title is a link to nowhere."""
    html = around.page(
        f,
        f.agency,
        f"""<header class="main_menu"><nav class="navbar"><ul>{around.menu()}</ul></nav></header><section class="breadcrumb breadcrumb_bg"><div class="container"><div class="breadcrumb_iner text-center"><div class="breadcrumb_iner_item"><h2>{f.section}</h2><p><a href="/">Home</a><span>/</span><a href="/berita">Semua Berita</a></p></div></div></div></section>
<section class="blog_area section_padding"><div class="container"><div class="row"><div class="col-lg-8 mb-5 mb-lg-0"><div class="blog_left_sidebar"><article class="blog_item"><div class="blog_item_img"><img class="card-img rounded-0" src="/foto_berita/{f.image}" alt=""><a href="#" class="blog_item_date"><h3>{f.views} x</h3><p>Dibaca</p></a></div><div class="blog_details"><a class="d-inline-block" href="#"><h2>{e(f.title)}</h2></a>{text(f, rng)}<ul class="blog-info-link"><li>{full(f.published)} | {f.published:%H:%M:%S} {zone(f)} </li></ul></div></article></div></div>
<div class="col-lg-4"><div class="blog_right_sidebar"><aside class="single_sidebar_widget popular_post_widget"><h3 class="widget_title">Berita Populer</h3>{"".join(f'<div class="media post_item"><img src="/t.jpg"><div class="media-body"><a href="/{o.slug}"><h3>{e(o.title)}</h3></a><p>{long(o.published)}</p></div></div>' for o in f.others[:4])}</aside></div></div></div></div></section>{around.footer(f, rng)}""",
    )
    return Printed(html, f"/berita/detail/{f.id}/{f.slug}", record(f, date="second", views=f.views, section=f.section))


@template("codeigniter")
def date_badge(f: Facts, rng: random.Random) -> Printed:
    """Day, month and year in elements of their own; the number before the eye."""
    html = around.page(
        f,
        f"{f.agency} | Detail",
        f"""<div id="main"><header><ul class="nav">{around.menu()}</ul></header><div class="breadcrumb-section"><div class="container"><h1>Berita</h1><div class="breadcrumb"><a href="/">Beranda</a><span class="fa fa-angle-double-right"></span><a href="/artikel">{f.section}</a><span class="fa fa-angle-double-right"></span><span class="current">{e(f.title)}</span></div></div></div>
<div class="container"><section id="primary" class="with-sidebar"><article class="blog-entry"><div class="blog-entry-inner"><div class="entry-meta"><a href="#" class="blog-author"><img src="/emo.png" alt="" title=""></a><div class="date"><span>{f.published:%d}</span> <p> {SHORT[f.published.month - 1]} <br> {f.published.year} </p></div><a href="#" class="comments">{f.views} <span class="fa fa-eye"> </span></a></div><div class="entry-thumb"><img src="/img/{f.image}"></div><div class="entry-details"><div class="entry-title"><h3>{e(f.title)}</h3></div><div class="entry-body">{text(f, rng)}</div></div></div></article></section>
<section id="secondary"><aside class="widget"><h3 class="widgettitle">Artikel Terbaru</h3><div class="recent-posts-widget"><ul>{"".join(f'<li><a href="/a" class="thumb"><img src="/t.jpg"></a><h6><a href="/{o.slug}">{e(o.title)}</a></h6><span>{o.published:%d} {SHORT[o.published.month - 1]} {o.published.year}</span></li>' for o in f.others[:4])}</ul></div></aside></section></div></div>{around.footer(f, rng)}""",
    )
    return Printed(html, f"/artikel/detail/{f.id}/{f.slug}", record(f, date="day", views=f.views, section=f.section))


@template("codeigniter")
def card_with_badge(f: Facts, rng: random.Random) -> Printed:
    """A badge with day over month and year on the picture, before the title."""
    html = around.page(
        f,
        f"{f.title} | {f.agency}",
        f"""{around.today_bar(f, rng)}<nav class="navbar navbar-expand-lg"><ul class="navbar-nav">{around.menu()}</ul></nav><section class="page-header"><div class="container"><h2>Detail Berita</h2></div></section><div class="container"><div class="row"><div class="col-lg-8"><div class="news-details"><div class="news-details__img"><img src="/uploads/{f.image}" alt=""><div class="news-details__date"><span>{f.published.day}</span><p>{MONTHS[f.published.month - 1]} {f.published.year}</p></div></div><div class="news-details__content"><ul class="list-unstyled news-details__meta"><li><a href="#"><i class="far fa-user-circle"></i> {e(f.author)}</a></li><li><a href="#"><i class="far fa-comments"></i> {len(f.comments)} Komentar</a></li><li><i class="far fa-eye"></i> {f.views}</li></ul><h3 class="news-details__title">{e(f.title)}</h3><div class="news-details__text-1">{text(f, rng)}</div></div><div class="news-details__bottom"><p class="news-details__tags"><span>Tags</span>{"".join(f'<a href="/tag/{t}">{t}</a>' for t in f.tags)}</p><div class="news-details__social-list"><a href="#"><i class="fab fa-twitter"></i></a></div></div></div></div>
<div class="col-lg-4"><div class="sidebar"><h3 class="sidebar__title">Berita Terbaru</h3><ul class="sidebar__post-list">{"".join(f'<li><div class="sidebar__post-content"><h3><span class="sidebar__post-content_meta"><i class="far fa-comments"></i> {o.views % 9} Komentar</span><a href="/{o.slug}">{e(o.title)}</a></h3></div></li>' for o in f.others[:3])}</ul></div></div></div></div>{around.footer(f, rng)}""",
    )
    return Printed(html, f"/berita/{f.slug}", record(f, author=f.author, date="day", views=f.views))


@template("codeigniter")
def read_php(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f.title,
        f"""<nav><ul>{around.menu()}</ul></nav><h4 class="cat-judul text-center">Detail Berita</h4><div class="container"><div class="row"><div class="col-md-8 post-detail"><ul class="breadcrumb"><li class="breadcrumb-item"><a href="/"> Home</a></li><li class="breadcrumb-item active"><a href="/berita">Berita</a></li><li class="breadcrumb-item active">{e(f.title)}</li></ul><div class="konten-berita"><img src="/assets/upload/{f.image}" alt="{e(f.title)}" class="img-fluid"><h2>{e(f.title)}</h2><div class="post-meta"><span><i class="fa fa-calendar"></i> {short(f.published)}</span> <span><i class="fa fa-user"></i> {e(f.author)} </span> <span><i class="fa fa-tag"></i> {f.section}</span> <span><i class="fa fa-eye"></i> {f.views} Kali dilihat</span></div>{text(f, rng)}<div class="addthis_inline_share_toolbox"></div></div></div><div class="col-md-4 sidebar"><div class="sidebar-konten"><h3 class="sidebar-title">Berita Terbaru</h3>{"".join(f'<ul><li><img src="/t.jpg"><a href="/{o.slug}"> {e(o.title[:50])}</a></li></ul>' for o in f.others[:5])}</div></div></div></div>{around.footer(f, rng)}""",
    )
    return Printed(
        html, f"/berita/read/{f.slug}", record(f, author=f.author, date="day", views=f.views, section=f.section)
    )


@template("codeigniter")
def meta_over_title(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f"{f.agency} - Berita",
        f"""<header>{around.ticker(f)}<ul>{around.menu()}</ul></header><div class="container pt-5"><div class="row"><div class="col-lg-8"><div class="blog-single"><img src="/up/{f.image}" class="rounded"><p class="blog-meta"><span class="author"><i class="fas fa-user"></i> {e(f.author)}</span> <span class="date"><i class="fas fa-calendar"></i> {english(f.published)}  {f.published:%H:%M:%S}</span> <span><i class="fas fa-eye"></i>dibaca : {f.views} x</span></p><h2>{e(f.title)}</h2><div>{text(f, rng)}</div></div><div class="share-section mt-4 float-right"><div><span>Share:</span> <a href="https://www.facebook.com/sharer/sharer.php?u=x"><i class="fab fa-facebook"></i></a></div></div></div><div class="col-lg-4">{around.latest(f, rng)}{around.agenda(f, rng)}</div></div></div>{around.footer(f, rng)}""",
    )
    return Printed(html, f"/home/detail/{f.id}", record(f, author=f.author, date="second", views=f.views))


@template("codeigniter")
def byline_sentence(f: Facts, rng: random.Random) -> Printed:
    sentence = rng.choice(
        (
            f"Diposting pada {full(f.published)} pukul {clock(f.published)} oleh {e(f.author)}, telah dilihat {dots(f.views)} kali",
            f"Dipublikasikan oleh <b>{e(f.author)}</b> pada tanggal {long(f.published)} {clock(f.published)} {zone(f)} | {dots(f.views)} x dilihat",
            f"{full(f.published)} {clock(f.published)} {zone(f)} | Penulis: {e(f.author)} | Editor: {e(f.editor)} | {commas(f.views)} views",
        )
    )
    html = around.page(
        f,
        f"Berita - {f.agency}",
        f"""<div class="topbar">{around.today_bar(f, rng)}</div><ul class="menu">{around.menu()}</ul><div class="content-area"><div class="kiri">{around.popular(f, rng, "h3")}</div><div class="tengah"><h1>BERITA DAERAH</h1><h2>{e(f.title)}</h2><p class="tanggal"><small>{sentence}</small></p><p align="center"><img src="/foto/{f.image}"><br><em>{e(f.caption)}</em></p>{text(f, rng)}{around.share(f, rng)}{around.related(f, rng, "h3")}</div></div>{around.footer(f, rng)}""",
    )
    return Printed(
        html, f"/index.php/web/post/{f.id}/{f.slug}", record(f, author=f.author, date="minute", views=f.views)
    )


@template("yii")
def yii_detail(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f.title,
        f"""<div class="wrap"><nav id="w1" class="navbar-inverse navbar-fixed-top navbar"><ul id="w2" class="navbar-nav nav">{around.menu()}</ul></nav><div class="container"><ul class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/site/berita">Berita</a></li><li class="active">{e(f.title)}</li></ul><div class="row"><div class="col-md-9"><div class="berita-view"><h1>{e(f.title)}</h1><p><span class="glyphicon glyphicon-user"></span> {e(f.author)} &nbsp; <span class="glyphicon glyphicon-time"></span> {f.published:%d-%m-%Y %H:%M} &nbsp; <span class="glyphicon glyphicon-eye-open"></span> {f.views}</p><hr><div class="thumbnail"><img src="/images/{f.image}"><div class="caption text-center"><small>{e(f.caption)}</small></div></div>{text(f, rng)}<hr><div class="btn-group"><a class="btn btn-primary" href="#"><i class="fa fa-facebook"></i> Share</a> <a class="btn btn-info" href="#"><i class="fa fa-twitter"></i> Tweet</a></div></div></div><div class="col-md-3"><div class="panel panel-primary"><div class="panel-heading"><h3 class="panel-title">Berita Terpopuler</h3></div><div class="panel-body">{"".join(f'<p><a href="/berita/{o.id}">{e(o.title)}</a> <span class="badge">{o.views}</span></p>' for o in f.others[:5])}</div></div><div class="panel panel-primary"><div class="panel-heading"><h3 class="panel-title">Pengunjung</h3></div><div class="panel-body">{around.visitors(rng)}</div></div></div></div></div></div>{around.footer(f, rng)}""",
    )
    return Printed(html, f"/site/berita?id={f.id}", record(f, author=f.author, date="minute", views=f.views))


@template("codeigniter")
def adminlte_desk(f: Facts, rng: random.Random) -> Printed:
    """AdminLTE as a front page: the path is in the heading of the page, the text's heading in a box."""
    html = around.page(
        f,
        f"Sistem Informasi {f.agency}",
        f"""<div class="wrapper"><header class="main-header"><ul>{around.menu()}</ul></header><div class="content-wrapper"><section class="content-header"><h1 class="text-bold"><small><a href="/berita"><i class="fa fa-arrow-left"></i> Berita</a> <i class="fa fa-angle-right"></i> <b><u>{e(f.title)}</u></b></small></h1></section><section class="content"><div class="col"><div class="box box-solid"><div class="box-header"><small><i class="fa fa-calendar"></i> {full(f.published)}</small> <h3 class="text-bold" style="margin-top:5px;"><i class="fa fa-circle-o"></i> {e(f.title)}</h3></div><div class="box-body"><div class="card-image-detail"><img src="/foto/{f.image}" alt=""></div><div class="caption">{text(f, rng)}</div></div><div class="box-footer"><span class="label label-success"><i class="fa fa-user"></i> {e(f.author)}</span> <span class="label label-info"><i class="fa fa-eye"></i> Dilihat {f.views} kali</span></div></div></div></section></div></div>{around.footer(f, rng)}""",
    )
    return Printed(html, f"/berita/detail/{f.id}", record(f, author=f.author, date="day", views=f.views))
