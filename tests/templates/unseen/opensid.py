"""OpenSID, the villages' system: themes as published, with their widgets around the article."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import dots, long, short
from tests.templates.unseen.parts import agenda, each, footer, link, menu, template, visitors, written


def _path(f: Facts, rng: random.Random) -> str:
    day = f.published
    return f"/artikel/{rng.choice((f'{day:%Y/%m/%d}', f'{day.year}/{day.month}/{day.day}'))}/{f.slug}"


def _local(f: Facts) -> str:
    return f"{long(f.published)} {f.published:%H:%M:%S}"


def _comments(f: Facts) -> str:
    return "".join(
        f"<div class='komentar'><b>{e(c.name)}</b> <small>{long(c.written)} {c.written:%H:%M:%S}</small><p>{e(c.text)}</p></div>"
        for c in f.comments
    )


@template("opensid")
def tema_esensi_baru(f: Facts, rng: random.Random) -> Printed:
    """Owner, date, `Dibaca 1.234 Kali`; the canonical link is the site's root; attachment and comments below."""
    html = f"""<!DOCTYPE html><html lang="id"><head><title>{e(f.title)} - Desa {e(f.short)}</title><link rel="canonical"
href="{f.home}/"/><meta property="og:url" content="{f.home}/"/><meta property="og:title" content="Desa {
        e(f.short)
    }"/></head>
<body class="font-primary"><div class="header">{menu(f, rng)}</div><div class="newsticker"><marquee>{
        each(f.others[:2], lambda o: e(o.title))
    }</marquee></div><main><nav aria-label="navigation" class="breadcrumb"><ol><li><a href="/">Beranda</a></li>
<li><a href="/artikel/kategori/x">{e(f.section)}</a></li></ol></nav><article><h1 class="text-h2">
            {e(f.title)}
        </h1>
<span class="inline-flex flex-wrap text-xs"><span>{e(f.author)} <i class="fas fa-check"></i></span>
<span class="before:inline-block">{_local(f)}</span><span class="before:inline-block">Dibaca {
        dots(f.views)
    } Kali</span></span>
</article><div class="content space-y-2 py-4"><a data-fancybox="images"><figure><img src="/desa/upload/artikel/sedang_{
        f.image
    }"
alt="{e(f.title)}"></figure></a>{
        written(f, rng)
    }</div><div class="alert alert-info"><h4 class="text-h6">Dokumen Lampiran</h4>
<a href="/unduh"><span class="fas fa-download"></span><span class="hover:text-link">Lampiran SK {
        f.id
    }.pdf</span></a></div>
<div class="komentar-artikel"><h5>Komentar</h5>{
        _comments(f)
    }<form><label>Isi Komentar</label><textarea></textarea></form></div>
</main><aside><h3>Agenda</h3><ul>{agenda(f)}</ul><h3>Arsip Artikel</h3>{
        each(
            f.others[:5],
            lambda o: (
                f"<div>{link(f, o)}<br><i class='fas fa-calendar'></i> {long(o.published)}"
                f" <i class='fas fa-eye'></i> Dibaca {dots(o.views)} Kali</div>"
            ),
        )
    }<h3>Statistik Pengunjung</h3>{visitors(rng)}</aside><footer>{footer(f, rng)}</footer></body></html>"""
    return Printed(html, _path(f, rng), record(f, author=f.author, date="second", views=f.views, section=f.section))


@template("opensid")
def tema_lestari(f: Facts, rng: random.Random) -> Printed:
    """Drawn icons, then date, `1.234 Kali Dibaca`, owner; the section above the title has no link."""
    svg = '<svg viewBox="0 0 24 24"><path d="M19 3H18V1H16"/></svg>'
    html = f"""<html><head><title>Desa {e(f.short)}</title></head><body><div class="contentpage">{menu(f, rng)}
<div class="grid-main-inner"><div class="breadcrumb-article"><div class="flex-left">{svg} {e(f.section)}</div></div>
<div class="head-module"><h1>{e(f.title)}</h1></div><div class="metapost flex-left mt-20"><div class="meta flex-left">
<div class="meta-item flex-left">{svg}<p>{_local(f)}</p></div><div class="meta-item flex-left">{svg}<p>{
        dots(f.views)
    } Kali
Dibaca</p></div></div><div class="meta"><div class="meta-item flex-left">{svg}<p>{e(f.author)}</p></div></div></div>
<div class="imgartikel"><img src="/desa/upload/{f.image}"></div><div class="content-isi mt-20">{written(f, rng)}</div>
<div class="flex-center mt-20"><p>Bagikan :</p><a>FB</a><a>WA</a></div>{_comments(f)}</div>
<div class="grid-side"><div class="box-side"><h2>Aparatur</h2><p>Kepala Desa<br>Sutrisno</p></div><div><h2>Artikel Populer</h2>{
        each(
            f.others[:4],
            lambda o: (
                f"<a href='/{o.slug}'><h3>{e(o.title)}</h3><p>{short(o.published)} | {dots(o.views)} Kali</p></a>"
            ),
        )
    }</div></div>{footer(f, rng)}</div></body></html>"""
    return Printed(html, _path(f, rng), record(f, author=f.author, date="second", views=f.views, section=f.section))


@template("opensid")
def tema_netral(f: Facts, rng: random.Random) -> Printed:
    """One small line with icons and bars, the counter last; title as h3, the lines broken by `</br>`."""
    html = f"""<html><head><title>{e(f.title)}</title></head><body class="hold-transition"><div class="wrapper">{menu(f, rng)}
<div class="content-wrapper"><h3 class="headline">Headline</h3>{each(f.others[:1], lambda o: f"<p>{link(f, o)} {e(o.teaser)}</p>")}
<div class="artikel" id="artikel-{e(f.title)}"><h3 class="judul">{e(f.title)}</h3><small class="kecil"><i class="fad fa-user">
</i> {e(f.author)} | <i class="fad fa-clock"></i> {_local(f)} | <i class='fad fa-tag'></i> <a>{e(f.section)}</a> |
<i class="fad fa-eye"></i> {dots(f.views)} Kali</small></br></br><div class="sampul"><img src="/{f.image}"></div><br>
<div class="teks">{written(f, rng)}</div><p>Dokumen Lampiran : <a href="/desa/dok.pdf" title="">Daftar Penerima.pdf</a></p><br/>
<div class="form-group mb-4"><ul id="pageshare" class="pagination"><li>Bagikan Artikel Ini :</li><li><a>Facebook</a></li>
<li><a>Tweet</a></li></ul></div><div id="kolom-komentar"><div class="card-header"><h4>Komentar</h4><div>Pada Artikel Ini</div>
</div>{_comments(f)}</div><h3 class="box-title">Tulis Komentar</h3><form><table><tr><td>Nama</td><td><input></td></tr></table>
</form></div></div><div class="sidebar"><h3>Sinergi Program</h3><h3>Komentar Terkini</h3>{_comments(f)}{visitors(rng)}</div>
{footer(f, rng)}</div></body></html>"""
    return Printed(html, _path(f, rng), record(f, author=f.author, date="second", views=f.views, section=f.section))


@template("opensid")
def tema_tanpa_hitung(f: Facts, rng: random.Random) -> Printed:
    """Title twice (h2 above the byline, h3 above the text), owner and date in one heading, no counter at all."""
    html = f"""<html><head><title>Website Resmi Desa {e(f.short)}</title></head><body><div id="page-container">{menu(f, rng)}
<div class="block-content"><div class="col-lg-12 text-center"><h2 class="h2 font-w400">{e(f.title)}</h2><div
class="font-size-md"><h6 class="h5 font-w400">{e(f.author)}, {long(f.published)}
</h6></div><hr><div class="row no-gutters push js-gallery"><img class="img-fluid" src="/{f.image}" alt=""></div>
<h3 class="text-left">{e(f.title)}</h3><div>{written(f, rng)}</div><div class="block ribbon"><div class="ribbon-box">LAMPIRAN
</div><div class="font-w600">Peraturan Desa.pdf</div><a class="btn">Download Lampiran</a></div></div></div>
<div class="block"><div class="block-header"><h3 class="block-title">Statistik Pengunjung</h3></div>{visitors(rng)}</div>
<div class="block"><h3>Artikel Terkini</h3>{each(f.others[:4], lambda o: f"<p>{link(f, o)}<br>{long(o.published)}</p>")}</div>
{footer(f, rng)}</div></body></html>"""
    return Printed(html, _path(f, rng), record(f, author=f.author, date="day"))
