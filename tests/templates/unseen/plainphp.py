"""Plain PHP of the years 2005 to 2015: nested tables, font elements, no classes."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import clock, full, long, short
from tests.templates.unseen.parts import agenda, each, footer, link, menu, template, today, visitors, written


@template("plainphp")
def nested_tables(f: Facts, rng: random.Random) -> Printed:
    """Three columns of tables; title in bold, byline in brackets of a small font; news of the day left of it."""
    html = f"""<HTML><HEAD><TITLE>:: Selamat Datang di {
        e(f.agency)
    } ::</TITLE></HEAD><BODY bgcolor="#ffffff"><TABLE width="980"
align="center" border="0"><TR><TD colspan="3"><font size="1">{
        today(f, rng)
    }</font></TD></TR><TR><TD width="180" valign="top"><TABLE><TR>
<TD bgcolor="#003366"><font color="#fff"><b>Menu Utama</b></font></TD></TR><TR><TD>{
        menu(f, rng)
    }</TD></TR><TR><TD><b>Berita Terbaru</b>
</TD></TR>{
        each(f.others[:5], lambda o: f"<TR><TD><font size=1>{short(o.published)}</font><br>{link(f, o)}</TD></TR>")
    }</TABLE></TD><TD
valign="top"><TABLE width="100%"><TR><TD><font size="4" color="#990000"><b>{
        e(f.title)
    }</b></font></TD></TR><TR><TD><font size="1">[ {full(f.published)}, {clock(f.published)} | oleh: {
        e(f.author)
    } | dibaca: {f.views} kali ]</font></TD></TR><TR><TD><img src="foto/{f.image}"
align="left" hspace="5"><font size="2" face="Arial">{written(f, rng)}</font></TD></TR><TR><TD align="right"><a
href="javascript:history.back()">&lt;&lt; kembali</a></TD></TR></TABLE></TD><TD width="180" valign="top"><b>Agenda Kegiatan</b><ul>{
        agenda(f)
    }</ul><b>Pengunjung</b>{visitors(rng)}</TD></TR><TR><TD colspan="3" align="center">{
        footer(f, rng)
    }</TD></TR></TABLE></BODY></HTML>"""
    path = f"/index.php?page=berita&act=detail&id={f.id}"
    return Printed(html, path, record(f, author=f.author, date="minute", views=f.views))


@template("plainphp")
def natural_join(f: Facts, rng: random.Random) -> Printed:
    """`Kategori :`, `Dibaca :`, `oleh X Pada 2024-09-27 10:30:05` in lines of one paragraph; picture; text."""
    html = f"""<html><head><title>{e(f.agency)}</title></head><body>{menu(f, rng)}<div id="utama"><h2>{e(f.title)}</h2>
<p>Kategori : {e(f.section)}<br/>
Dibaca : {f.views}<br/>
oleh <b>{e(f.author)}</b> Pada {f.published:%Y-%m-%d %H:%M:%S}

</p><img src="/images/artikel/{f.image}" style="width: 100%"/><div style="padding: 5px">{written(f, rng)}</div></div><div id="sisi"><h3>
Artikel Lain</h3><ul>{each(f.others[:6], lambda o: f"<li>{link(f, o)} ({o.published:%Y-%m-%d})</li>")}</ul></div>{footer(f, rng)}
</body></html>"""
    expected = record(f, author=f.author, date="second", views=f.views, section=f.section)
    return Printed(html, f"/artikel/{f.id}/{f.slug}.html", expected)


@template("plainphp")
def tanpa_apa_apa(f: Facts, rng: random.Random) -> Printed:
    """Neither date nor author nor counter of the article: all that is printed belongs to other things."""
    html = f"""<html><head><title>{e(f.agency)}</title></head><body><center><marquee>Selamat datang. {
        today(f, rng)
    }</marquee></center>{menu(f, rng)}<div class="kiri"><h2>{e(f.title)}</h2><hr><div>{
        written(f, rng)
    }</div><hr><b>Baca juga berita lainnya:</b><ul>{
        each(f.others[:5], lambda o: f"<li>{link(f, o)} - {long(o.published)} - dibaca {o.views} kali</li>")
    }</ul></div><div class="kanan">{visitors(rng)}<b>Agenda</b><ul>{agenda(f)}</ul></div>{
        footer(f, rng)
    }</body></html>"""
    return Printed(html, f"/berita.php?id={f.id}", record(f))


@template("plainphp")
def tgl_posting(f: Facts, rng: random.Random) -> Printed:
    """`Tgl. Posting : 27-09-2024`, `Posted by`, `Hits`: a table of two columns below the text."""
    html = f"""<html><head><title>{e(f.title)}</title></head><body>{
        menu(f, rng)
    }<div class="box"><div class="box-judul">BERITA</div><div
class="post"><h1>{e(f.title)}</h1><div class="post-body">{
        written(f, rng)
    }</div><table class="post-foot" width="60%"><tr><td>Posted by</td>
<td>:</td><td>{e(f.author)}</td></tr><tr><td>Tgl. Posting</td><td>:</td><td>{
        f.published:%d-%m-%Y}</td></tr><tr><td>Hits</td><td>:</td><td>{
        f.views
    }</td></tr></table></div></div><div class="box"><div class="box-judul">ARSIP</div>{
        each(f.others[:5], lambda o: f"<p>{o.published:%d-%m-%Y} {link(f, o)}</p>")
    }</div>{footer(f, rng)}</body></html>"""
    return Printed(html, f"/detail.php?berita={f.slug}", record(f, author=f.author, date="day", views=f.views))
