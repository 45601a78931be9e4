"""OpenSID, the villages' system: the article page of its themes."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates import around
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.markup import e, text
from tests.templates.printing import dots, long


def _path(f: Facts) -> str:
    return f"/artikel/{f.published.year}/{f.published.month}/{f.published.day}/{f.slug}"


def _stamp(f: Facts) -> str:
    return f"{long(f.published)} {f.published:%H:%M:%S}"


def _sidebar(f: Facts, rng: random.Random) -> str:
    return (
        f'<div class="single_bottom_rightbar"><h2><i class="fa fa-archive"></i>&ensp;Arsip Artikel</h2><ul>{"".join(f"<li><a href=/artikel/{o.slug}>{e(o.title)}</a><br><i class=fa-calendar></i> {long(o.published)}</li>" for o in f.others[:4])}</ul></div>'
        f'<div class="single_bottom_rightbar"><h2>Statistik Pengunjung</h2><table><tr><td>Hari ini</td><td>:</td><td>{rng.randint(9, 99)}</td></tr><tr><td>Kemarin</td><td>:</td><td>{rng.randint(99, 300)}</td></tr><tr><td>Total Pengunjung</td><td>:</td><td>{dots(rng.randint(9999, 999999))}</td></tr><tr><td>Sistem Operasi</td><td>:</td><td>Unknown Platform</td></tr></table></div>'
        f'<div class="single_bottom_rightbar"><h2>Komentar Terkini</h2><marquee><ul><li><table><tr><td>{e(f.others[3].author)} 12 Februari 2026 08:11:02</td></tr><tr><td>Bagus sekali</td></tr></table></li></ul></marquee></div>'
    )


@template("opensid")
def esensi(f: Facts, rng: random.Random) -> Printed:
    lie = f'<link rel="canonical" href="{f.home}"/><meta property="og:url" content="{f.home}"/><meta property="og:type" content="article"><meta property="og:title" content="{e(f.title)}"><meta property="article:published_time" content="{f.published:%Y-%m-%d %H:%M:%S}">'
    attachment = '<div class="alert alert-info"><h4 class="text-h6">Dokumen Lampiran</h4><a href="/first/unduh_dokumen_artikel/1"><span class="fas fa-download"></span><span class="hover:text-link">lampiran.pdf</span></a></div>'
    html = around.page(
        f,
        f"{f.title} - {f.agency}",
        f"""<div class="container md:px-4 lg:px-5"><header><section><div><h2>{f.agency}</h2><p>Kecamatan Sukorejo</p></div></section><nav><ul>{around.menu()}</ul></nav></header><div class="newsticker"><marquee>Selamat datang di {f.agency}. Pelayanan kantor buka setiap hari kerja.</marquee></div>
<div class="grid grid-cols-1 lg:grid-cols-3"><main class="lg:col-span-2 space-y-1 w-full bg-white rounded-lg px-4 py-2 lg:py-4 lg:px-5 shadow"><nav role="navigation" aria-label="navigation" class="breadcrumb"><ol><li><a href="/">Beranda</a></li><li><a href="/artikel/kategori/x">{f.section}</a></li></ol></nav>
<article><h1 class="text-h2">{e(f.title)}</h1><span class="inline-flex flex-wrap gap-x-3 gap-y-2 text-xs lg:text-sm py-2 text-accent-200"><span>{e(f.author)} <i class="fas fa-check text-xs bg-green-500 h-4 w-4 inline-flex items-center justify-center rounded-full text-white"></i></span><span class="before:content-['-'] before:pr-3 before:inline-block">{_stamp(f)}</span><span class="before:content-['-'] before:pr-3 before:inline-block">Dibaca {dots(f.views)} Kali</span></span></article>
<div class="content space-y-2 py-4"><a href="/desa/upload/artikel/sedang_{f.image}" class="h-auto block pb-3" data-fancybox="images"><figure><img src="/desa/upload/artikel/sedang_{f.image}" alt="{e(f.title)}"></figure></a>{text(f, rng)}</div>{attachment if rng.random() < 0.3 else ""}
<div class="comment-section"><h5>Silakan tulis komentar dalam formulir berikut ini</h5><form></form></div></main><div class="lg:col-span-1"><div class="shadow rounded-lg bg-white overflow-hidden"><div class="box-header"><h3 class="box-title">Arsip Artikel</h3></div><div class="box-body">{"".join(f'<div class="flex"><div><span class="text-xs">{long(o.published)}</span><a href="/artikel/{o.slug}">{e(o.title)}</a></div></div>' for o in f.others[:4])}</div></div></div></div></div>""",
        lie,
    )
    return Printed(html, _path(f), record(f, author=f.author, date="second", views=f.views, section=f.section))


@template("opensid")
def natra(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f"{f.agency} - {f.title}",
        f"""<div class="container"><header id="header"><div class="header_top"><div class="header_top_left"><ul class="top_nav">{around.menu()}</ul></div></div></header><section id="mainContent"><div class="content_middle"></div><div class="content_bottom"><div class="col-lg-9 col-md-9"><div class="content_left">
<div class="single_page_area" id="artikel-{e(f.title)}"><div style="margin-top:0px;"><marquee onmouseover="this.stop()">{long(f.others[0].published)} {e(f.others[0].title)} | Jam pelayanan 08.00-14.00</marquee></div><div class="single_category wow fadeInDown"><h2> <span class="bold_line"><span></span></span> <span class="solid_line"></span> <span class="title_text">Artikel</span> </h2></div>
<div id="printableArea"><h4 class="catg_titile" style="font-family: Oswald"><font color="#FFFFFF">{e(f.title)}</font></h4><div class="post_commentbox"><span class="meta_date">{_stamp(f)}&nbsp; <i class="fa fa-user"></i>{e(f.author)}&nbsp; <i class="fa fa-eye"></i>{dots(f.views)} Kali Dibaca&nbsp; <a href="/artikel/kategori/x"><i class='fa fa-tag'></i>{f.section}</a></span><div class="fb-like"></div></div>
<div class="single_page_content" style="margin-bottom:10px;"><div class="sampul"><a data-fancybox="gallery" href="/x.jpg"><img width="270px" src="/desa/upload/artikel/sedang_{f.image}" /></a></div><div class="title_text">{text(f, rng)}</div></div></div>{around.share(f, rng)}</div><div class="contact_bottom"><div class="box-body">{around.comments(f, "Komentar")}</div></div><div class="contact_bottom"><p>Silakan tulis komentar dalam formulir berikut ini (Gunakan bahasa yang santun)</p></div>
</div></div><div class="col-lg-3 col-md-3"><div class="content_right">{_sidebar(f, rng)}</div></div></div></section>{around.footer(f, rng)}</div>""",
    )
    return Printed(html, _path(f), record(f, author=f.author, date="second", views=f.views, section=f.section))


@template("opensid")
def palanta(f: Facts, rng: random.Random) -> Printed:
    item = '<div class="meta-item l-flex"><i class="fa fa-{}"></i><p>{}</p></div>'
    html = around.page(
        f,
        f"{f.agency} - {f.title}",
        f"""<div class="top-area">{around.today_bar(f, rng)}</div><nav><ul>{around.menu()}</ul></nav><div class="box-def hoverstyle"><div class="box-def-inner"><div class="artike-page"><div class="bigmeta"><div class="artikel-meta">{item.format("edit", f.section)}</div></div><h1>{e(f.title)}</h1>
<div class="artikel-meta" style="margin-bottom:10px;">{item.format("calendar", _stamp(f))}{item.format("user", e(f.author))}{item.format("eye", f"{dots(f.views)} Kali dibaca")}</div><div class="artikel-image-page"><div class="image-column"><a href="/x.jpg"><img src="/desa/upload/artikel/sedang_{f.image}"/></a></div></div>
<div class="artikel-inner"><div class="artikel-inner-content">{text(f, rng)}</div></div><div class="comment-page"><div class="box-body">{around.comments(f, "Semua Komentar")}</div></div><div class="comment-page"><h3 style="margin-bottom:10px;">Kirim Komentar</h3><form><div><label>User Name</label></div><div><label>No. Hp</label></div></form></div></div></div></div><div class="rightside">{_sidebar(f, rng)}</div>""",
    )
    return Printed(html, _path(f), record(f, author=f.author, date="second", views=f.views, section=f.section))


@template("opensid")
def hadakewa(f: Facts, rng: random.Random) -> Printed:
    """AdminLTE 2 boxes, the user block over the text."""
    html = around.page(
        f,
        f"{f.agency} | {f.title}",
        f"""<div class="wrapper"><header class="main-header"><nav class="navbar navbar-static-top"><a href="/" class="navbar-brand"><b>{f.agency}</b></a><ul class="nav navbar-nav">{around.menu()}</ul></nav></header><div class="content-wrapper"><div class="container"><section class="content"><div class="row"><div class="col-md-8"><div class="box box-primary"><div class="box-header with-border"><h3 class="box-title">{e(f.title)}</h3></div>
<div class="box-body"><div class="post"><div class="user-block"><img class="img-circle img-bordered-sm" src="/user.png" alt="user image"><span class="username"><a href="#">{e(f.author)}</a></span><span class="description"><i class="fa fa-clock-o"></i> {_stamp(f)} - Dibaca {dots(f.views)} kali</span></div><img class="img-responsive" src="/desa/upload/artikel/{f.image}">{text(f, rng)}<ul class="list-inline"><li><a href="#" class="link-black text-sm"><i class="fa fa-share margin-r-5"></i> Share</a></li><li class="pull-right"><a href="#" class="link-black text-sm"><i class="fa fa-comments-o margin-r-5"></i> Komentar ({len(f.comments)})</a></li></ul></div></div></div></div>
<div class="col-md-4"><div class="box box-default"><div class="box-header"><h3 class="box-title"><i class="fa fa-bar-chart"></i> Statistik</h3></div><div class="box-body">{around.visitors(rng)}</div></div><div class="box"><div class="box-header"><h3 class="box-title">Agenda</h3></div><div class="box-body">{around.agenda(f, rng)}</div></div></div></div></section></div></div>{around.footer(f, rng)}</div>""",
    )
    return Printed(html, f"/first/artikel/{f.id}", record(f, author=f.author, date="second", views=f.views))
