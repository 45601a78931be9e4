"""Joomla: its own templates of versions 3 and 4, K2, Gantry, SP Page Builder, and one of version 1.5."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates import around
from tests.templates.facts import Facts
from tests.templates.made import Precision, Printed, record, template
from tests.templates.markup import e, text
from tests.templates.printing import DAYS, clock, full, long, machine


def _pager(f: Facts) -> str:
    return '<ul class="pager pagenav"><li class="previous"><a class="hasTooltip" href="/a" rel="prev"><span class="icon-chevron-left"></span> <span aria-hidden="true">Sebelumnya</span></a></li><li class="next"><a href="/b" rel="next"><span aria-hidden="true">Selanjutnya</span> <span class="icon-chevron-right"></span></a></li></ul>'


@template("joomla")
def cassiopeia(f: Facts, rng: random.Random) -> Printed:
    english = rng.random() < 0.5
    words = (
        ("Written by:", "Category:", "Published:", "Last Updated:", "Hits:")
        if english
        else ("Ditulis oleh:", "Kategori:", "Diterbitkan:", "Terakhir Diperbarui:", "Dilihat:")
    )
    info = f"""<dl class="article-info text-muted"><dt class="article-info-term">{"Details" if english else "Detail"}</dt><dd class="createdby" itemprop="author"><span class="icon-user icon-fw" aria-hidden="true"></span> {words[0]} <span itemprop="name">{e(f.author)}</span></dd><dd class="category-name"><span class="icon-folder-open icon-fw"></span> {words[1]} <a href="/berita" itemprop="genre">{f.section}</a></dd><dd class="published"><span class="icon-calendar icon-fw"></span> <time datetime="{machine(f.published, f)}" itemprop="datePublished"> {words[2]} {long(f.published)} </time></dd><dd class="modified"><span class="icon-calendar icon-fw"></span> <time datetime="{machine(f.modified, f)}" itemprop="dateModified"> {words[3]} {long(f.modified)} </time></dd><dd class="hits"><span class="icon-eye icon-fw"></span> <meta itemprop="interactionCount" content="UserPageVisits:{f.views}"> {words[4]} {f.views} </dd></dl>"""
    html = around.page(
        f,
        rng.choice((f.title, f.agency, f"{f.agency} - {f.title}")),
        f"""<header class="header container-header full-width"><div class="navbar-brand"><a class="brand-logo" href="/">{f.agency}</a></div><nav><ul class="mod-menu mod-list nav">{around.menu()}</ul></nav></header><div class="site-grid"><div class="grid-child container-component"><nav class="mod-breadcrumbs__wrapper" aria-label="Breadcrumbs"><ol class="mod-breadcrumbs breadcrumb px-3 py-2"><li class="mod-breadcrumbs__divider">Anda berada di: &nbsp;</li><li><a href="/">Home</a></li><li><a href="/berita">{f.section}</a></li><li class="active">{e(f.title)}</li></ol></nav><main>
<div class="com-content-article item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="id-ID"><div class="page-header"><h1 itemprop="headline">{e(f.title)}</h1></div>{info}<figure class="left item-image"><img src="/images/{f.image}" alt=""></figure><div itemprop="articleBody" class="com-content-article__body">{text(f, rng)}</div><nav class="pagenavigation" aria-label="Page Navigation"><span class="pagination ms-0"><a class="btn btn-sm btn-secondary previous" href="/a" rel="prev"><span class="visually-hidden">Previous article: {e(f.others[0].title)}</span><span aria-hidden="true">Prev</span></a></span></nav></div></main></div>
<div class="grid-child container-sidebar-right"><div class="sidebar-right card"><h3 class="card-header">Artikel Terbaru</h3><div class="card-body"><ul class="mod-articleslatest latestnews mod-list">{"".join(f'<li itemscope><a href="/{o.slug}"><span itemprop="name">{e(o.title)}</span></a></li>' for o in f.others[:5])}</ul></div></div></div></div>{around.footer(f, rng)}""",
    )
    return Printed(
        html,
        f"/index.php/berita/{f.id}-{f.slug}",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("joomla")
def protostar(f: Facts, rng: random.Random) -> Printed:
    """The page heading of the menu entry stands over the title; details below the text."""
    below = rng.random() < 0.5
    info = f"""<div class="article-info muted"><dl class="article-info"><dt class="article-info-term">Detail</dt><dd class="createdby">Ditulis oleh <span itemprop="name">{e(f.author)}</span></dd><dd class="category-name">Kategori: <a href="/berita">{f.section}</a></dd><dd class="published"><span class="icon-calendar"></span><time datetime="{machine(f.published, f)}"> Diterbitkan: {full(f.published)} {clock(f.published)}</time></dd><dd class="hits"><span class="icon-eye-open"></span> Dilihat: {f.views}</dd></dl></div>"""
    html = around.page(
        f,
        f.title,
        f"""<div class="body"><div class="container"><header class="header"><a class="brand pull-left" href="/"><span class="site-title">{f.agency}</span></a></header><nav class="navigation"><ul class="nav menu nav-pills">{around.menu()}</ul></nav><div class="row-fluid"><div id="sidebar" class="span3"><div class="sidebar-nav"><div class="well"><h3>Berita Populer</h3><ul class="mostread">{"".join(f'<li><a href="/{o.slug}">{e(o.title)}</a></li>' for o in f.others[:4])}</ul></div><div class="well"><h3>Statistik</h3>{around.visitors(rng)}</div></div></div>
<main id="content" role="main" class="span9"><div class="item-page" itemscope><div class="page-header"><h1> Berita Kota </h1></div><div class="page-header"><h2 itemprop="headline">{e(f.title)}</h2></div><div class="icons"><div class="btn-group pull-right"><ul class="dropdown-menu"><li class="print-icon"><a href="?print=1"><span class="icon-print"></span>Cetak</a></li><li class="email-icon"><a href="/mailto">Surel</a></li></ul></div></div>{"" if below else info}<div itemprop="articleBody">{text(f, rng)}</div>{info if below else ""}{_pager(f)}</div></main></div></div></div>{around.footer(f, rng)}""",
    )
    return Printed(
        html,
        f"/index.php/component/content/article/{f.id}-{f.slug}",
        record(f, author=f.author, date="minute", views=f.views, section=f.section),
    )


@template("joomla")
def k2(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f"{f.title} - {f.agency}",
        f"""<div id="header"><div class="logo">{f.agency}</div><div id="date">{full(f.now)}</div></div><div id="mainmenu"><ul>{around.menu()}</ul></div><div id="k2Container" class="itemView"><div class="itemHeader"><span class="itemDateCreated">{full(f.published)} {clock(f.published)}</span><h2 class="itemTitle">{e(f.title)}</h2><span class="itemAuthor">Ditulis oleh&nbsp; <a rel="author" href="/itemlist/user/1">{e(f.author)}</a></span></div>
<div class="itemToolbar"><ul><li><span class="itemTextResizerTitle">ukuran huruf</span> <a href="#"><span>perkecil besar huruf</span></a> <a href="#"><span>perbesar huruf</span></a></li><li><a class="itemPrintLink" href="?print=1"><span>Cetak</span></a></li><li><a class="itemEmailLink" href="/m"><span>Email</span></a></li></ul></div><div class="itemRatingBlock"><span>Beri nilai artikel ini</span><ul><li class="itemCurrentRating"></li><li><a href="#" title="1 dari 5">1</a></li><li><a href="#">2</a></li></ul><div class="itemRatingLog">(0 pemilih)</div></div>
<div class="itemBody"><div class="itemImageBlock"><span class="itemImage"><a href="/x.jpg"><img src="/media/k2/{f.image}"></a></span><span class="itemImageCaption">{e(f.caption)}</span></div><div class="itemFullText">{text(f, rng)}</div><div class="itemContentFooter"><span class="itemHits">Dibaca <b>{f.views}</b> kali</span><span class="itemDateModified">Terakhir diperbarui {full(f.modified)} {clock(f.modified)}</span></div></div>
<div class="itemLinks"><div class="itemCategory"><span>Diterbitkan di</span> <a href="/itemlist/category/2">{f.section}</a></div><div class="itemTagsBlock"><span>Label</span><ul class="itemTags">{"".join(f'<li><a href="/itemlist/tag/{t}">{t}</a></li>' for t in f.tags)}</ul></div></div>
<div class="itemAuthorLatest"><h3>Terkini dari {e(f.author)}</h3><ul>{"".join(f'<li><a href="/item/{o.slug}">{e(o.title)}</a></li>' for o in f.others[:4])}</ul></div><div class="itemNavigation"><span class="itemNavigationTitle">Selengkapnya di kategori ini:</span> <a class="itemPrevious" href="/p">&laquo; {e(f.others[5].title)}</a> <a class="itemNext" href="/n">{e(f.others[6].title)} &raquo;</a></div><div class="itemBackToTop"><a href="#">kembali ke atas</a></div></div>{around.footer(f, rng)}""",
    )
    return Printed(
        html, f"/item/{f.id}-{f.slug}", record(f, author=f.author, date="minute", views=f.views, section=f.section)
    )


@template("joomla")
def gantry(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f"{f.agency}",
        f"""<div id="rt-top-surround"><div id="rt-header"><div class="rt-logo-block">{f.agency}</div><div class="date-block"><span class="date">{DAYS[f.now.weekday()]}, {long(f.now)}</span></div></div><div id="rt-navigation"><ul class="menutop">{around.menu()}</ul></div></div><div id="rt-main"><div class="rt-grid-8"><div class="rt-block component-block"><article class="item-page">
<h2>{e(f.title)}</h2><ul class="actions"><li class="print-icon"><a href="?print=1"><img src="/p.png" alt="Cetak"></a></li></ul><dl class="article-info"><dd class="create"> {full(f.published)} {clock(f.published)}</dd><dd class="createdby"> {e(f.author)}</dd></dl>{text(f, rng)}</article></div></div><div class="rt-grid-4"><div class="rt-block box1"><div class="module-title"><h2 class="title">Terpopuler</h2></div><div class="module-content"><ul class="mostread">{"".join(f'<li><a href="/{o.slug}">{e(o.title)}</a></li>' for o in f.others[:4])}</ul></div></div><div class="rt-block"><div class="module-title"><h2 class="title">Polling</h2></div>{around.poll()}</div></div></div>{around.footer(f, rng)}""",
        around.opengraph(f),
    )
    return Printed(html, f"/berita/{f.id}-{f.slug}.html", record(f, author=f.author, date="minute"))


@template("joomla")
def sp_helix(f: Facts, rng: random.Random) -> Printed:
    precision: Precision = "day"
    html = around.page(
        f,
        f.title,
        f"""<div id="sp-top-bar"><ul class="sp-contact-info"><li><i class="fa fa-phone"></i> (0342) 801171</li><li><i class="fa fa-clock-o"></i> {long(f.now)}</li></ul></div><header id="sp-header"><div class="logo"><a href="/">{f.agency}</a></div><ul class="sp-megamenu-parent">{around.menu()}</ul></header><section id="sp-page-title"><div class="sp-page-title"><div class="container"><h2>Berita</h2><h3>Informasi Terkini {f.short}</h3></div></div></section>
<section id="sp-main-body"><div class="container"><div class="row"><div id="sp-component" class="col-lg-8"><div class="sp-column"><div class="article-details" itemscope><div class="article-full-image float-left"><img src="/images/{f.image}" alt=""></div><div class="article-header"><h1 itemprop="headline">{e(f.title)}</h1></div><div class="article-info"><span class="createdby" itemprop="author" title="Ditulis oleh {e(f.author)}"><span itemprop="name">{e(f.author)}</span></span><span class="category-name" title="Kategori: {f.section}"><a href="/berita">{f.section}</a></span><span class="published" title="Diterbitkan: {long(f.published)}"><time datetime="{machine(f.published, f)}" itemprop="datePublished"> {long(f.published)}</time></span><span class="hits"><span class="fa fa-eye"></span> Dilihat: {f.views}</span></div>
<div class="article-ratings-social-share d-flex justify-content-end"><div class="mr-auto align-self-center"></div><div><div class="article-social-share"><ul><li><a class="facebook" href="#"><span class="fa fa-facebook"></span></a></li></ul></div></div></div><div itemprop="articleBody">{text(f, rng)}</div><ul class="tags">{"".join(f'<li class="tag-1"><a href="/tag/{t}" class="label label-info">{t}</a></li>' for t in f.tags)}</ul></div></div></div><div id="sp-right" class="col-lg-4"><div class="sp-module"><h3 class="sp-module-title">Berita Terbaru</h3><ul class="latestnews">{"".join(f'<li><a href="/{o.slug}">{e(o.title)}<span>{long(o.published)}</span></a></li>' for o in f.others[:4])}</ul></div></div></div></div></section>{around.footer(f, rng)}""",
    )
    return Printed(
        html, f"/berita/{f.slug}", record(f, author=f.author, date=precision, views=f.views, section=f.section)
    )


@template("joomla")
def joomla_15_tables(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f"{f.agency}",
        f"""<table width="100%" border="0"><tr><td colspan="3"><img src="/header.jpg"></td></tr><tr><td class="pathway"><span class="breadcrumbs pathway"><a href="/">Home</a> <img src="/arrow.png" alt=""> <a href="/berita">{f.section}</a> <img src="/arrow.png"> {e(f.title)}</span></td><td align="right">{full(f.now)}</td></tr><tr valign="top"><td width="20%"><table class="moduletable"><tr><th>Main Menu</th></tr><tr><td><ul>{around.menu()}</ul></td></tr></table><table class="moduletable"><tr><th>Polling</th></tr><tr><td>{around.poll()}</td></tr></table></td>
<td><table class="contentpaneopen"><tr><td class="contentheading" width="100%">{e(f.title)}</td><td align="right" class="buttonheading"><a href="?pdf"><img src="/pdf.png" alt="PDF"></a></td><td align="right" class="buttonheading"><a href="?print"><img src="/print.png" alt="Print"></a></td></tr></table><table class="contentpaneopen"><tr><td valign="top"><span class="small">Ditulis oleh {e(f.author)}</span>&nbsp;&nbsp;</td></tr><tr><td valign="top" class="createdate">{full(f.published)} {clock(f.published)}</td></tr><tr><td valign="top">{text(f, rng)}</td></tr><tr><td class="modifydate">Terakhir Diperbaharui ( {full(f.modified)} {clock(f.modified)} )</td></tr></table><span class="article_separator">&nbsp;</span></td>
<td width="20%"><table class="moduletable"><tr><th>Latest News</th></tr><tr><td><ul class="latestnews">{"".join(f'<li><a href="/{o.slug}">{e(o.title)}</a></li>' for o in f.others[:5])}</ul></td></tr></table><table class="moduletable"><tr><th>Counter</th></tr><tr><td>{around.visitors(rng)}</td></tr></table></td></tr></table>""",
        "",
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html>',
    )
    return Printed(
        html,
        f"/index.php?option=com_content&view=article&id={f.id}:{f.slug}&catid=1:berita",
        record(f, author=f.author, date="minute", section=f.section),
    )
