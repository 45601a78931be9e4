"""OpenSID, the villages' system, in themes other than the best known: their markup of one article."""
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
    visitors,
)
from tests.templates.facts import MONTHS, Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import dots, full, long


def _path(f: Facts) -> str:
    return f"/artikel/{f.published.year}/{f.published.month}/{f.published.day}/{f.slug}"


def _staff(f: Facts) -> str:
    return f"""<div class="box"><h3>Aparatur Desa</h3><div class="pamong"><p>{e(f.editor)}</p><small>Kepala Desa</small></div><div class="pamong"><p>{e(f.others[0].author)}</p><small>Sekretaris Desa</small></div></div>"""


@template("opensid")
def sid_drawn_icons(f: Facts, rng: random.Random) -> Printed:
    """Icons are drawn paths; the category stands where a heading might; the counter comes before the writer."""
    day, eye, face = (
        f'<svg viewBox="0 0 24 24"><path d="{path}" /></svg>'
        for path in (
            "M19 3H18V1H16V3H8V1H6V3H5",
            "M12,4.5C7,4.5 2.73,7.61 1,12",
            "M12,4A4,4 0 0,1 16,8A4,4 0 0,1 12,12",
        )
    )
    hit = f"{dots(f.views)} Kali"
    archive = listed(
        f.others[:5],
        lambda o: (
            f'<div class="arsip-item"><a href="/artikel/{o.slug}"><h4>{e(o.title)}</h4></a><div class="meta-item flex-left">{day}<p>{long(o.published)}</p></div><div class="meta-item flex-left">{eye}<p>{dots(o.views)} Kali Dibaca</p></div></div>'
        ),
    )
    content = f"""{menu(f, ("Beranda", "Profil Desa", "Pemerintahan", "Data Desa", "IDM"))}
<div class="contentpage"><div class="margin-page"><div class="grid-column"><div class="grid-main"><div class="grid-main-inner">
<div class="breadcrumb-article"><div class="flex-left">{face}
{f.section}
</div></div>
<div class="head-module"><h1>{e(f.title)}</h1></div>
<div class="metapost flex-left mt-20"><div class="meta flex-left"><div class="meta-item flex-left">{day}<p>{long(f.published)}</p></div><div class="meta-item flex-left">{eye}<p>{hit} Dibaca</p></div></div>
<div class="meta"><div class="meta-item flex-left">{face}<p>{e(f.author)}</p></div></div></div>
<div class="image-article"><a data-fancybox="gallery" href="/desa/upload/artikel/sedang_{f.image}"><img src="/desa/upload/artikel/sedang_{f.image}"></a></div>
<div class="content-isi mt-20">
{plain(f)}
</div>
<div class="flex-center mt-20"><a class="share" href="#">Facebook</a><a class="share" href="#">WhatsApp</a></div>
<div class="comment"><h3>Komentar</h3>{comments(f, lambda c: f'<div class="c"><b>{e(c.name)}</b><p>{long(c.written)}</p><p>{e(c.text)}</p></div>')}<form><label>Nama</label><input name="owner"><label>Isi Komentar</label><textarea></textarea></form></div>
</div></div><div class="grid-side"><div class="head-sub">Arsip Artikel</div>{archive}{_staff(f)}{visitors(f)}</div></div></div></div>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.title} - Website Resmi {f.agency}"),
        _path(f),
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("opensid")
def sid_oswald(f: Facts, rng: random.Random) -> Printed:
    """A green theme: "Artikel" is the second level heading, the title a fourth level one in a font element."""
    moment = f"{long(f.published)} {f.published:%H:%M:%S}"
    sidebar = listed(
        f.others[:5],
        lambda o: (
            f'<li><div class="media"><a class="media-left" href="/x"><img src="/kecil_{o.id}.jpg" alt=""></a><div class="media-body"><a class="catg_title" href="/artikel/{o.slug}">{e(o.title)}</a><p>{long(o.published)} | {dots(o.views)} Kali</p></div></div></li>'
        ),
    )
    content = f"""<div id="header"><h1>{e(f.agency)}</h1><h2>Kecamatan {e(f.short)}</h2></div>{menu(f)}
<section id="mainContent"><div class="content_bottom col-lg-12"><div class="col-lg-9"><div class="single_page_area" id="artikel-{f.slug}">
<div style="margin-top:0px;"><marquee onmouseover="this.stop()" onmouseout="this.start()"><span class="teks">Selamat datang di website resmi {e(f.agency)}. Jam layanan 08.00 - 14.00</span></marquee></div>
<div class="single_category wow fadeInDown"><h2> <span class="bold_line"><span></span></span> <span class="solid_line"></span> <span class="title_text">Artikel</span> </h2></div>
<div id="printableArea"><h4 class="catg_titile" style="font-family: Oswald"><font color="#FFFFFF">{e(f.title)}</font></h4>
<div class="post_commentbox"><span class="meta_date">{moment}&nbsp;
<i class="fa fa-user"></i>{e(f.author)}&nbsp;
<i class="fa fa-eye"></i>{dots(f.views)} Kali Dibaca&nbsp;
<a href="/first/kategori/4"><i class='fa fa-tag'></i>{f.section}</a>
</span><div class="fb-like" data-layout="button_count"></div></div>
<div class="single_page_content" style="margin-bottom:10px;"><a data-fancybox="gallery" href="/sedang_{f.image}"><img src="/sedang_{f.image}" /></a>
{justified(f)}
</div></div>
<div class="form-group" style="clear:both;"><ul id="pageshare" title="bagikan ke teman anda" class="pagination"><li><a href="#">Share</a></li><li><a href="#">Tweet</a></li><li><a href="#">Cetak</a></li></ul></div>
</div></div><div class="col-lg-3"><div class="single_bottom_rightbar"><h2>Artikel Terkini</h2><ul class="small_catg">{sidebar}</ul></div>
<div class="single_bottom_rightbar"><h2>Agenda</h2><p>{long(f.now)} Posyandu Balita di Balai Desa</p></div>{visitors(f)}</div></div></section>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.agency}"),
        _path(f),
        record(f, author=f.author, date="second", views=f.views, section=f.section),
    )


@template("opensid")
def sid_monoline(f: Facts, rng: random.Random) -> Printed:
    """The cover before the title, bars between the facts, "Views" in English, and a box that praises the author below."""
    content = f"""{menu(f)}<main class="container grid"><section><article class="mb-[60px]">
<figure class="w-full mb-[30px] rounded-2xl"><img src="/desa/upload/artikel/sedang_{f.image}" alt=""></figure>
<div class="py-2"><div class="border-b pb-[15px]"><h2 class="text-3xl font-extrabold">
{e(f.title)}
</h2><div class="mt-2 flex flex-wrap items-center gap-3 text-[14px]"><span><a href="/artikel/kategori/x" class="uppercase text-xs">{f.section}</a></span> <span class="text-slate-300">|</span>
<span class="text-slate-500"><i class="far fa-user"></i> {e(f.author)}</span> <span class="text-slate-300">|</span>
<span class="text-slate-500"><i class="far fa-calendar"></i> {long(f.published)}</span> <span class="text-slate-300">|</span>
<span class="text-slate-500"><i class="far fa-eye"></i> {dots(f.views)} Kali Views</span></div></div>
<div class="prose prose-lg max-w-none">
{chats(f)}
</div>
<div class="flex items-center"><span class="uppercase">Bagikan</span><a href="#"><i class="fab fa-facebook-f"></i></a></div></div></article>
<div class="mt-[60px]"><h3>About the author</h3><div class="p-8"><img src="/images/pengguna/kuser.png" alt="{e(f.author)}"><div><h4>{e(f.author)}</h4><p>Aparatur Pemerintah Desa yang berdedikasi tinggi dalam melayani masyarakat dan memberikan informasi publik secara transparan.</p></div></div></div>
<div><h3>Comments ({len(f.comments)})</h3>{comments(f, lambda c: f"<div><strong>{e(c.name)}</strong> <em>{long(c.written)}</em><p>{e(c.text)}</p></div>")}</div></section>
<aside><h3>Populer</h3>{listed(f.others[:4], lambda o: f'<a href="/a"><h5>{e(o.title)}</h5><span>{long(o.published)}</span> <span>{dots(o.views)} Kali Views</span></a>')}</aside></main>{footer(f)}"""
    return Printed(page(f, content), _path(f), record(f, author=f.author, date="day", views=f.views, section=f.section))


@template("opensid")
def sid_print(f: Facts, rng: random.Random) -> Printed:
    """The view for printing: a letterhead of headings, a title without a heading, "dibuka" as the counter's word."""
    content = f"""<div class="print-header flexleft"><img src="/desa/logo/logo.png"/><div><h2>Website Resmi</h2><h1>{e(f.agency)}</h1><h2>Kecamatan {e(f.short)}, {e(f.site.name)} - Jawa Timur</h2></div></div>
<div class="print-body"><div class="print-headcontent">{e(f.title)}</div><div class="flexleft"><p>{e(f.author)} | {long(f.published)} | {dots(f.views)} Kali dibuka</p></div>
<div class="print-content"><div class="print-content-image"><img src="/desa/upload/artikel/sedang_{f.image}"/></div>
{plain(f)}
</div></div>"""
    return Printed(page(f, content, title=f.title), _path(f), record(f, author=f.author, date="day", views=f.views))


@template("opensid")
def sid_script_date(f: Facts, rng: random.Random) -> Printed:
    """The day is filled in by a script, so that only the address tells it; the writer stands before it, no counter."""
    content = f"""<div class="navbar"><b>{e(f.agency)}</b></div><div class="container"><div class="row"><div class="artikel col-md-8" id="artikel-{f.id}">
<h2 class="judul">{e(f.title)}</h2><h3 class="kecil"><i class="fa fa-user"></i> {e(f.author)} <i class="fa fa-clock-o"></i> <span id="tgl_post"></span></h3>
<div class="sampul"><a class="group2" href="/sedang_{f.image}" title=""><img src="/sedang_{f.image}" /></a></div>
<div class="teks" style="text-align:justify;">
{pasted(f)}
</div>
<p>Dokumen Lampiran : <a href="/desa/upload/dokumen/{f.id}.pdf" title="">Surat {f.id}</a></p><br/>
<div class="form-group group-komentar" id="kolom-komentar"><div class="box-header with-border"><h3 class="box-title">Kirim Komentar</h3></div><span class='info'></span></div></div>
<div class="col-md-4"><div class="corona">Update terakhir: {full(f.now)}</div><h3>Berita {MONTHS[f.now.month - 1]}</h3><ul>{listed(f.others[:4], lambda o: f"<li><a href='/first/artikel/{o.id}'>{e(o.title)}</a></li>")}</ul></div></div></div>
<script>var d = new Date("{f.published:%Y-%m-%d %H:%M:%S}"); $("#tgl_post").html(d.toLocaleString("id-ID", {{dateStyle: "medium"}}));</script>{footer(f)}"""
    expected = record(f, author=f.author, date="day")
    return Printed(page(f, content, title=f"{f.title} - {f.agency}"), _path(f), expected)
