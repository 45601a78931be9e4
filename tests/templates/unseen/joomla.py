"""Joomla: com_content of several ages, K2, commercial frameworks."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import clock, full, long, machine, short
from tests.templates.unseen.parts import each, footer, ld, link, menu, template, today, visitors, written


@template("joomla")
def details_list(f: Facts, rng: random.Random) -> Printed:
    """The definition list "Rincian" with creation, publication and change: three dates, one of them the publication."""
    html = f"""<html lang="id-id"><head><title>{e(f.agency)} - {
        e(f.title)
    }</title></head><body class="site com_content">
<div class="tanggal">{today(f, rng)}</div>{menu(f, rng)}<div class="item-page" itemscope><div class="page-header"><h2
itemprop="headline">
            {e(f.title)}</h2></div><div class="icons"><a>Cetak</a> <a>Email</a></div>
<dl class="article-info muted"><dt class="article-info-term">Rincian</dt><dd class="createdby">Ditulis oleh: <span
itemprop="name">{e(f.author)}</span></dd><dd class="category-name">Kategori: <a>{e(f.section)}</a></dd>
<dd class="create"><span class="icon-calendar"></span> <time datetime="{machine(f.published, f)}">Dibuat:
{short(f.published)}</time></dd><dd class="published"><time datetime="{machine(f.published, f)}"
itemprop="datePublished">Ditayangkan: {long(f.published)}</time></dd><dd class="modified">Terakhir Diperbarui:
{long(f.modified)}</dd><dd class="hits"><span class="icon-eye-open"></span> Dilihat: {f.views}</dd></dl>
<div itemprop="articleBody">{
        written(f, rng)
    }</div><ul class="pager pagenav"><li class="previous"><a rel="prev">&lt; Seb</a></li>
<li class="next"><a>Berikut &gt;</a></li></ul></div><div class="moduletable"><h3>Populer</h3><ul class="mostread">{
        each(f.others[:5], lambda o: f"<li>{link(f, o)}</li>")
    }</ul></div><div class="moduletable">{visitors(rng)}</div><footer>{footer(f, rng)}</footer></body></html>"""
    path = f"/index.php/berita/{f.id}-{f.slug}"
    return Printed(html, path, record(f, author=f.author, date="day", views=f.views, section=f.section))


@template("joomla")
def k2_item(f: Facts, rng: random.Random) -> Printed:
    """K2: date above the title, rating and font tools, counter below the text, an author block with his latest items."""
    html = f"""<html><head><title>{e(f.title)}</title></head><body class="com_k2">{menu(f, rng)}<span id="startOfPageId{f.id}">
</span><div id="k2Container" class="itemView"><div class="itemHeader"><span class="itemDateCreated">
    {full(f.published)} {clock(f.published)}  </span><h2 class="itemTitle">
      {e(f.title)}
    </h2><span class="itemAuthor">Ditulis oleh&nbsp;<a rel="author">{e(f.author)}</a></span></div><div class="itemToolbar"><ul>
<li><span>ukuran huruf</span> <a>perkecil besar huruf</a> <a>perbesar huruf</a></li><li><a>Cetak</a></li></ul></div>
<div class="itemRatingBlock"><span>Beri nilai</span><ul><li>1</li><li>2</li><li>3</li></ul><div class="itemRatingLog">
({rng.randint(0, 9)} pilih)</div></div><div class="itemBody"><div class="itemImageBlock"><img src="/media/k2/{f.image}"><span
class="itemImageCaption">{e(f.caption)}</span></div><div class="itemFullText">{written(f, rng)}</div></div>
<div class="itemContentFooter"><span class="itemHits">Dibaca <b>{f.views}</b> kali</span> <span
class="itemDateModified">Terakhir diubah pada {full(f.modified)} {clock(f.modified)}</span></div><div class="itemLinks">
<div class="itemCategory"><span>Diterbitkan di</span> <a>{e(f.section)}</a></div></div><div class="itemAuthorBlock"><h3
class="itemAuthorName"><a>{e(f.author)}</a></h3><p>Situs web: <a>{f.home}</a></p></div><div class="itemAuthorLatest"><h3>
Terkini dari {e(f.author)}</h3><ul>{each(f.others[:4], lambda o: f"<li>{link(f, o)}</li>")}</ul></div>
<a class="itemBackToTop">kembali ke atas</a></div><footer>{footer(f, rng)}</footer></body></html>"""
    path = f"/informasi/berita/item/{f.id}-{f.slug}"
    return Printed(html, path, record(f, author=f.author, date="minute", views=f.views, section=f.section))


@template("joomla")
def helix_framework(f: Facts, rng: random.Random) -> Printed:
    """Helix: spans without labels but the words in their titles, counter `Hits: 12`, English labels."""
    html = f"""<html lang="en-gb"><head><title>{e(f.title)}</title>{
        ld({"@type": "Organization", "name": f.agency, "url": f.home, "foundingDate": "2016-12-30"})
    }</head><body class="helix-ultimate"><div id="sp-top-bar">{today(f, rng)}</div>{
        menu(f, rng)
    }<div class="article-details">
<div class="article-full-image"><img src="/images/{f.image}"></div><div class="article-header"><h1
itemprop="headline">{e(f.title)}</h1></div><div class="article-can-edit"></div><div class="article-info"><span
class="createdby" title="Written by:"><span itemprop="name">{e(f.author)}</span></span><span class="category-name"
title="Category:"><a>{e(f.section)}</a></span><span class="published" title="Published: {long(f.published)}"><time
datetime="{machine(f.published, f)}" itemprop="datePublished">{long(f.published)}</time></span><span class="hits"><meta
itemprop="interactionCount" content="UserPageVisits:{f.views}">Hits: {f.views}</span></div>
<div class="article-ratings-social-share"><ul><li>Facebook</li><li>Linkedin</li></ul></div><div itemprop="articleBody">{
        written(f, rng)
    }</div><div class="article-tags"><a>{
        "</a> <a>".join(f.tags)
    }</a></div><nav class="pagenavigation"><a>Previous article:
{e(f.others[0].title)} Prev</a></nav></div><div id="sp-right"><div class="latestnews">{
        each(f.others[1:6], lambda o: f"<div>{link(f, o)} <span>{long(o.published)}</span></div>")
    }</div></div><footer>{footer(f, rng)}</footer></body></html>"""
    path = f"/{f.slug}"
    return Printed(html, path, record(f, author=f.author, date="day", views=f.views, section=f.section))


@template("joomla")
def tables_of_old(f: Facts, rng: random.Random) -> Printed:
    """Joomla 1.0: `contentpaneopen` tables, the date in a cell, the change below, no counter."""
    html = f"""<html><head><title>{
        e(f.agency)
    }</title></head><body><table width="100%"><tr><td class="date" colspan="2">{
        today(f, rng)
    }</td></tr><tr><td width="160" valign="top"><div class="moduletable"><h3>Berita Populer</h3><ul>{
        each(f.others[:5], lambda o: f"<li>{link(f, o)} ({o.views})</li>")
    }</ul></div><div class="moduletable"><h3>Statistik</h3>{visitors(rng)}</div></td><td valign="top">
<span class="pathway">Beranda &gt; {e(f.section)} &gt; {e(f.title)}</span>
<table class="contentpaneopen"><tr><td class="contentheading" width="100%">{e(f.title)}</td><td align="right"
class="buttonheading"><a>PDF</a></td></tr></table><table class="contentpaneopen"><tr><td valign="top"
class="small">Kontribusi dari {e(f.author)} &nbsp;&nbsp;</td></tr><tr><td valign="top" class="createdate">{
        full(f.published)
    }</td></tr><tr><td valign="top" colspan="2">{
        written(f, rng)
    }</td></tr><tr><td class="modifydate" colspan="2">Pemutakhiran
Terakhir ( {
        full(f.modified)
    } )</td></tr></table><table align="center"><tr><th class="pagenav_prev">&lt; Sebelumnya</th><th
class="pagenav_next">Selanjutnya &gt;</th></tr></table><div class="back_button">[ Kembali ]</div></td></tr></table>
{footer(f, rng)}</body></html>"""
    path = f"/index.php?option=com_content&task=view&id={f.id}&Itemid=2"
    return Printed(html, path, record(f, author=f.author, date="day"))
