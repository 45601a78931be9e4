"""Joomla: three versions of its own article view, K2, and a framework's template; Indonesian and English."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random
from datetime import datetime

from tests.templates.aside.writing import e, footer, justified, listed, menu, page, pasted, plain, q, today, unclosed
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import ENGLISH, ENGLISH_DAYS, english, full, long, machine


def _english_full(moment: datetime) -> str:
    return f"{ENGLISH_DAYS[moment.weekday()]}, {moment:%d} {ENGLISH[moment.month - 1]} {moment.year}"


@template("joomla")
def joomla_details_list(f: Facts, rng: random.Random) -> Printed:
    """Version 3 in Indonesian: a definition list named "Detail", with the day of creation and of the last change."""
    content = f"""<div class="body"><div class="container"><header class="header"><a class="brand" href="/"><span class="site-title">{e(f.agency)}</span></a></header>{menu(f)}
<div class="row-fluid"><main id="content" role="main" class="span9"><div class="item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="id-ID" />
<div class="page-header"><h2 itemprop="headline">
{e(f.title)} </h2></div>
<div class="icons"><div class="btn-group pull-right"><button class="btn dropdown-toggle">Empty</button><ul class="dropdown-menu"><li class="print-icon"><a href="?print=1" title="Cetak artikel &lt; {q(f.title)} &gt;"><span class="icon-print"></span> Cetak</a></li><li class="email-icon"><a href="#"><span class="icon-envelope"></span> Surel</a></li></ul></div></div>
<dl class="article-info muted"><dt class="article-info-term">Detail</dt>
<dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person">Ditulis oleh: <span itemprop="name">{e(f.author)}</span></dd>
<dd class="category-name">Kategori: <a href="/berita" itemprop="genre">{f.section}</a></dd>
<dd class="published"><span class="icon-calendar"></span><time datetime="{machine(f.published, f)}" itemprop="datePublished">Diterbitkan: {f.published:%d} {long(f.published).split(" ", 1)[1]}</time></dd>
<dd class="modified"><time datetime="{machine(f.modified, f)}" itemprop="dateModified">Terakhir Diperbarui: {f.modified:%d} {long(f.modified).split(" ", 1)[1]}</time></dd>
<dd class="hits"><span class="icon-eye-open"></span><meta itemprop="interactionCount" content="UserPageVisits:{f.views}" />Dilihat: {f.views}</dd></dl>
<div itemprop="articleBody">
{justified(f)}
</div>
<ul class="pager pagenav"><li class="previous"><a href="/b/{f.others[0].slug}" rel="prev"><span class="icon-chevron-left"></span> Sebelumnya</a></li><li class="next"><a href="/b/{f.others[1].slug}" rel="next">Berikutnya <span class="icon-chevron-right"></span></a></li></ul></div></main>
<div id="aside" class="span3"><div class="well"><h3 class="page-header">Artikel Terbaru</h3><ul class="latestnews">{listed(f.others[:5], lambda o: f'<li itemscope itemtype="https://schema.org/Article"><a href="/b/{o.slug}"><span itemprop="name">{e(o.title)}</span></a></li>')}</ul></div><div class="well"><h3>Who&rsquo;s Online</h3><p>We have {f.id} guests and no members online</p></div></div></div></div></div>{footer(f)}"""
    return Printed(
        page(f, content, title=f.title),
        f"/index.php/berita/{f.id}-{f.slug}",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("joomla")
def joomla_of_2008(f: Facts, rng: random.Random) -> Printed:
    """Version 1.5: tables, "Written by", the creation in words, "Last Updated" below the text; no counter."""
    content = f"""<table class="moduletable" width="100%"><tr><td>{menu(f)}</td></tr></table><div class="componentheading">Berita</div>
<table class="contentpaneopen"><tr><td class="contentheading" width="100%">{e(f.title)}</td><td align="right" width="100%" class="buttonheading"><a href="#" title="PDF"><img src="/images/M_images/pdf_button.png" alt="PDF" /></a></td><td align="right" class="buttonheading"><a href="#"><img src="/images/M_images/printButton.png" alt="Print" /></a></td></tr></table>
<table class="contentpaneopen"><tr><td width="70%" align="left" valign="top" colspan="2"><span class="small">Written by {e(f.author)} </span>&nbsp;&nbsp;</td></tr>
<tr><td valign="top" colspan="2" class="createdate">
{_english_full(f.published)} {f.published:%H:%M} </td></tr>
<tr><td valign="top" colspan="2">
{unclosed(f)}
</td></tr>
<tr><td colspan="2" class="modifydate">Last Updated on {_english_full(f.modified)} {f.modified:%H:%M} </td></tr></table>
<span class="article_separator">&nbsp;</span>
<table class="contenttoc"><tr><th>Berita Populer</th></tr>{listed(f.others[:5], lambda o: f'<tr><td><a class="mostread" href="/x?id={o.id}">{e(o.title)}</a></td></tr>')}</table>
<div class="moduletable"><h3>Kalender</h3>{_english_full(f.now)}</div>{footer(f)}"""
    return Printed(
        page(f, content, title=f.title, lang="en-gb"),
        f"/index.php?option=com_content&view=article&id={f.id}:{f.slug}&catid=1",
        record(f, author=f.author, date="minute"),
    )


@template("joomla")
def joomla_k2(f: Facts, rng: random.Random) -> Printed:
    """The K2 extension: the moment above the title, "Ditulis oleh" below, the counter and the last change at the foot."""
    content = f"""{today(f)}{menu(f)}<div id="k2Container" class="itemView"><span id="startOfPageId{f.id}"></span><div class="itemHeader"><span class="itemDateCreated">
{full(f.published)} {f.published:%H:%M} </span>
<h2 class="itemTitle">
{e(f.title)} </h2>
<span class="itemAuthor">
Ditulis oleh <a rel="author" href="/itemlist/user/{f.id}">{e(f.author)}</a> </span></div>
<div class="itemToolbar"><ul><li><span class="itemTextResizerTitle">ukuran huruf</span> <a href="#"><span>perkecil besar huruf</span></a> <a href="#"><span>perbesar ukuran huruf</span></a></li><li><a class="itemPrintLink" href="#"><span>Cetak</span></a></li><li><a class="itemEmailLink" href="#"><span>Email</span></a></li></ul></div>
<div class="itemRatingBlock"><span>Berikan nilai untuk artikel ini</span><div class="itemRatingForm"><ul class="itemRatingList"><li>1</li><li>2</li><li>3</li><li>4</li><li>5</li></ul><div class="itemRatingLog">({f.id % 9} voting)</div></div></div>
<div class="itemBody"><div class="itemImageBlock"><span class="itemImage"><img src="/media/k2/items/cache/{f.image}" alt="" /></span></div><div class="itemFullText">
{plain(f)}
</div></div>
<div class="itemContentFooter"><span class="itemHits">Dibaca <b>{f.views}</b> kali </span><span class="itemDateModified">Terakhir diubah pada {full(f.modified)} {f.modified:%H:%M} </span></div>
<div class="itemSocialSharing"></div><div class="itemLinks"><div class="itemCategory"><span>Diterbitkan di</span> <a href="/c">{f.section}</a></div><div class="itemTagsBlock"><span>Label</span><ul class="itemTags">{"".join(f"<li><a href='/t'>{t}</a></li>" for t in f.tags)}</ul></div></div>
<div class="itemAuthorLatest"><h3>Terkini dari {e(f.author)}</h3><ul>{listed(f.others[:3], lambda o: f"<li><a href='/item/{o.id}'>{e(o.title)}</a></li>")}</ul></div>
<div class="itemNavigation"><span class="itemNavigationTitle">Selebihnya di dalam kategori ini:</span> <a class="itemPrevious" href="/item/{f.others[5].id}">&laquo; {e(f.others[5].title)}</a></div></div>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.title} - {f.agency}"),
        f"/berita/item/{f.id}-{f.slug}",
        record(f, author=f.author, date="minute", views=f.views, section=f.section),
    )


@template("joomla")
def joomla_english_words(f: Facts, rng: random.Random) -> Printed:
    """Version 4 left in English: "Written by", "Published", "Hits"; the whole list after the text."""
    content = f"""<header class="header container-header full-width"><div class="grid-child"><div class="navbar-brand"><a class="brand-logo" href="/">{e(f.agency)}</a></div></div>{menu(f)}</header>
<div class="site-grid"><div class="grid-child container-component"><main><div class="com-content-article item-page"><meta itemprop="inLanguage" content="en-GB"><div class="page-header"><h1>{e(f.title)}</h1></div>
<figure class="left item-image"><img src="/images/berita/{f.image}" alt="" itemprop="image"></figure>
<div class="com-content-article__body">
{plain(f)}
</div>
<dl class="article-info text-muted"><dt class="article-info-term"><span class="visually-hidden">Details</span></dt><dd class="createdby"><span class="icon-user icon-fw" aria-hidden="true"></span> Written by: <span>{e(f.author)}</span></dd>
<dd class="category-name"><span class="icon-folder-open icon-fw"></span> Category: <a href="/x">{f.section}</a></dd>
<dd class="published"><span class="icon-calendar icon-fw"></span><time datetime="{machine(f.published, f)}"> Published: {english(f.published)} </time></dd>
<dd class="hits"><span class="icon-eye icon-fw"></span><meta content="UserPageVisits:{f.views}"> Hits: {f.views} </dd></dl>
<nav class="pagenavigation"><span class="pagination ms-0"><a class="btn btn-sm btn-secondary previous" href="/p"><span class="visually-hidden">Previous article: {e(f.others[0].title)}</span> <span aria-hidden="true">Prev</span></a></span></nav></div></main></div>
<div class="grid-child container-sidebar-right"><div class="sidebar-right card"><h3 class="card-header">Most Read Posts</h3><ul class="mostread">{listed(f.others[:5], lambda o: f"<li><a href='/m/{o.id}'>{e(o.title)}</a></li>")}</ul></div></div></div>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.title} - {f.agency}", lang="en-gb"),
        f"/index.php/berita/{f.slug}",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("joomla")
def joomla_framework(f: Facts, rng: random.Random) -> Printed:
    """A template framework: the title twice, in the head's strip with the menu entry's name and in the article; facts without labels."""
    content = f"""<section id="sp-top-bar"><div id="sp-top1">{full(f.now)}</div><div id="sp-top2"><ul class="sp-contact-info"><li>info@{f.site.id}.go.id</li></ul></div></section>{menu(f)}
<section id="sp-page-title"><div class="sp-page-title"><div class="container"><h1 class="sp-page-title-heading">Berita OPD</h1><ol class="breadcrumb"><li><a href="/">Beranda</a></li><li>Berita OPD</li><li class="active">{e(f.title)}</li></ol></div></div></section>
<section id="sp-main-body"><div class="container"><article class="item item-page item-featured"><div class="entry-header"><h2 itemprop="headline">{e(f.title)}</h2>
<dl class="article-info"><dt class="article-info-term"></dt><dd class="createdby"><i class="fa fa-user"></i> <span itemprop="name" data-toggle="tooltip" title="Written by ">{e(f.author)}</span></dd><dd class="category-name"><i class="fa fa-folder-open-o"></i> <a href="/b" data-toggle="tooltip" title="Article Category">{f.section}</a></dd><dd class="published"><i class="fa fa-calendar-o"></i> <time datetime="{machine(f.published, f)}" data-toggle="tooltip" title="Published Date">{f.published:%d} {long(f.published).split(" ", 1)[1]}</time></dd><dd class="hits"><span class="fa fa-eye"></span><meta content="UserPageVisits:{f.views}"> Hits: {f.views}</dd></dl></div>
<div itemprop="articleBody">
{pasted(f)}
</div>
<div class="article-ratings"><span>Rating:</span> <span class="voting-symbol">( {f.id % 7} Rating )</span></div>
<div class="helix-social-share"><ul><li><a href="#">Facebook</a></li></ul></div></article></div></section>
<section id="sp-bottom"><h3 class="sp-module-title">Berita Populer</h3>{listed(f.others[:4], lambda o: f'<div class="news"><a href="/n/{o.id}">{e(o.title)}</a><small>{long(o.published)}</small></div>')}</section>{footer(f)}"""
    return Printed(
        page(f, content, title=f.title),
        f"/berita-opd/{f.id}-{f.slug}.html",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )
