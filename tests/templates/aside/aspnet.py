"""ASP.NET: labels with generated names in tables, and a SharePoint-like publishing page."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates.aside.writing import e, footer, listed, page, plain, unclosed, visitors
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import full, long


@template("aspnet")
def aspx_labels(f: Facts, rng: random.Random) -> Printed:
    """Web forms: every fact is a span with a generated name, a label in the text before it; the whole page is one form."""
    lbl = "ctl00_ContentPlaceHolder1_lbl"
    content = f"""<form name="aspnetForm" method="post" action="DetailBerita.aspx?id={f.id}" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKMTY1NDU2MTA1MmQYAQ" />
<table width="100%" id="tblHeader"><tr><td><img src="images/banner.jpg" alt="{e(f.agency)}" /></td></tr><tr><td><span id="ctl00_lblTanggal">{full(f.now)}</span></td></tr><tr><td><a href="Default.aspx">Beranda</a> | <a href="Profil.aspx">Profil</a> | <a href="Berita.aspx">Berita</a></td></tr></table>
<table width="100%"><tr><td valign="top" width="70%"><table id="ctl00_ContentPlaceHolder1_FormView1"><tr><td>
<span id="{lbl}Judul" class="judul" style="font-weight:bold;font-size:16pt;">{e(f.title)}</span><br />
<span class="ket">Tanggal Posting : <span id="{lbl}Tgl">{f.published:%d/%m/%Y %H:%M:%S}</span> , Oleh : <span id="{lbl}User">{e(f.author)}</span> , Hits : <span id="{lbl}Hit">{f.views}</span></span><br /><br />
<img id="ctl00_ContentPlaceHolder1_Image1" src="Foto/{f.image}" style="height:200px;" /><br />
<span id="{lbl}Isi">
{unclosed(f)}
</span></td></tr></table></td>
<td valign="top" width="30%"><div class="headerkanan">BERITA LAIN</div><table id="ctl00_GridView1" cellspacing="0">{listed(f.others[:6], lambda o: f'<tr><td><a href="DetailBerita.aspx?id={o.id}">{e(o.title)}</a><br /><span>{o.published:%d/%m/%Y %H:%M:%S} , Hits : {o.views}</span></td></tr>')}</table>{visitors(f)}</td></tr></table></form>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.agency}"),
        f"/DetailBerita.aspx?id={f.id}",
        record(f, author=f.author, date="second", views=f.views),
    )


@template("aspnet")
def sharepoint_page(f: Facts, rng: random.Random) -> Printed:
    """A publishing page: the title in the ribbon's area, the day alone above the picture, author and counter at the foot."""
    content = f"""<form id="aspnetForm"><div id="s4-workspace"><div id="s4-bodyContainer"><div class="s4-title"><h1 class="s4-titletext"><a href="/">{e(f.agency)}</a> <span>&gt;</span> Halaman</h1></div>
<div id="MSO_ContentTable"><div class="article article-left"><div class="article-header"><div class="date-line">{long(f.published)}</div><h2 class="ms-rteElement-H2">{e(f.title)}</h2></div>
<div class="captioned-image"><div class="image"><img src="/PublishingImages/{f.image}" alt="" /></div><div class="caption">{e(f.caption)}</div></div>
<div class="article-content"><div id="ctl00_PlaceHolderMain__ControlWrapper_RichHtmlField" class="ms-rtestate-field">
{plain(f)}
</div></div>
<div class="author-line"><span class="lbl">Kontributor Berita</span>: {e(f.author)}</div><div class="hit-line">Halaman ini telah dilihat sebanyak <strong>{f.views}</strong> kali</div></div></div>
<div class="ms-webpart-zone"><h2 class="ms-WPTitle">Berita Terkini</h2><ul class="dfwp-list">{listed(f.others[:5], lambda o: f'<li class="dfwp-item"><div class="item"><a href="/Lists/{o.id}.aspx">{e(o.title)}</a><div class="description">{long(o.published)}</div></div></li>')}</ul></div></div></div></form>{footer(f)}"""
    return Printed(
        page(f, content, title=f"Halaman - {f.title}"),
        f"/Pages/{f.slug}.aspx",
        record(f, author=f.author, date="day", views=f.views),
    )
