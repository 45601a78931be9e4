"""Lokomedia and its many children: procedural PHP, `berita-ID-slug.html`, counters "Dibaca: x kali"."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import DAYS, Facts
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import clock, full, long, zone
from tests.templates.unseen.parts import agenda, each, footer, link, menu, template, today, visitors, written


@template("lokomedia")
def tanggal_di_atas(f: Facts, rng: random.Random) -> Printed:
    """Day, hour, category and counter in one span above the title; a calendar and polls at the side."""
    html = f"""<html><head><title>{
        e(f.title)
    }</title><meta name="author" content="Lokomedia"></head><body><div id="menu">{
        menu(f, rng)
    }</div><div id="leftcontent"><h3>Berita Populer</h3>{
        each(
            f.others[:5],
            lambda o: f"<span class='date'>{o.published:%d-%m-%Y}</span> {link(f, o)} dibaca {o.views} kali<br>",
        )
    }</div><div id="content"><span class="posting">{full(f.published)} - {f.published:%H:%M:%S} {zone(f)}</span><br />
<span class="judul_detail">{e(f.title)}</span><br /><span class="posting">Diposting oleh : <b>{
        e(f.author)
    }</b> - Kategori: <a>{e(f.section)}</a> - Dibaca: <b>{f.views}</b> kali</span><br /><br /><img src="foto_berita/{
        f.image
    }" class="gambar">{written(f, rng)}
<br /><span class="posting"><b>Berita Terkait</b></span><ul>{
        each(f.others[5:8], lambda o: f"<li>{link(f, o)}</li>")
    }</ul>
<b>{len(f.comments)} Komentar :</b><hr>{
        "".join(
            f"<span class='komentar'><b>{e(c.name)}</b></span><br>{long(c.written)} - {c.written:%H:%M:%S} {zone(f)}<p>{e(c.text)}"
            for c in f.comments
        )
    }</p><b>Isi Komentar :</b><form action="simpankomentar.php"><table><tr><td>Nama</td><td><input></td></tr></table></form></div>
<div id="kanan"><h3>Statistik User</h3>{visitors(rng)}<h3>Agenda</h3><ul>{agenda(f)}</ul></div>{
        footer(f, rng)
    }</body></html>"""
    expected = record(f, author=f.author, date="second", views=f.views, section=f.section)
    return Printed(html, f"/berita-{f.id}-{f.slug}.html", expected)


@template("lokomedia")
def panel_bootstrap(f: Facts, rng: random.Random) -> Printed:
    """One line `Jumat - 27 September 2024, 10:30:05 WIB, Dibaca : 12 Kali` and no author; title also the page's."""
    day = f.published
    html = f"""<html><head><title>{e(f.title)}</title></head><body>{
        menu(f, rng)
    }<div class="breaking-news"><b>Sekilas Info</b> {
        each(f.others[:3], lambda o: f"{DAYS[o.published.weekday()]}, {long(o.published)} {e(o.title)}")
    }</div><section class="berita-container"><span class="badge badge-light text-white">{e(f.section)}</span><h5><a
href="#" class="berita-judul">{e(f.title)}</a></h5><div class="berita-info">{DAYS[day.weekday()]} - {long(day)}, {
        day:%H:%M:%S} {zone(f)}, Dibaca : {f.views} Kali</div><img class="berita-gambar" src="/asset/foto_berita/{
        f.image
    }"><p
class="ket"><i>{e(f.caption)}</i></p><div class="berita-deskripsi">{written(f, rng)}</div><div class="addthis"><a
class="addthis_counter">{rng.randint(1, 80)}</a></div></section><section><h4>Berita Lainnya</h4>{
        each(
            f.others[3:6],
            lambda o: (
                f"<div><h5>{link(f, o)}</h5><div class='berita-info'>{long(o.published)}, Dibaca : {o.views}"
                f" Kali</div><p>{e(o.teaser)}</p></div>"
            ),
        )
    }</section>{footer(f, rng)}</body></html>"""
    expected = record(f, date="second", views=f.views, section=f.section)
    return Printed(html, f"/berita/detail/{f.slug}", expected)


@template("lokomedia")
def po_detailpost(f: Facts, rng: random.Random) -> Printed:
    """PopojiCMS: date in an icon's own span, comments counted beside it, picture's text in italics on grey."""
    html = f"""<html><head><title>{e(f.title)} - {e(f.agency)}</title></head><body>{
        menu(f, rng)
    }<section id="detailpost"><div
class="col-md-8"><h2>{e(f.title)}</h2><div class="entry-meta"><span id="publish_date" class="fa fa-calendar
padding-main">&nbsp;{long(f.published)}</span><span class="fa fa-user padding-main">&nbsp;{e(f.author)}</span>
<span><a href="#comments" class="fa fa-comment padding-main">&nbsp;{len(f.comments)} Komentar</a></span> <span><i
class="fa fa-eye"></i>&nbsp;{f.views}x</span> <a href="#"><i class="fa fa-share-alt"></i> Share </a></div><div
class="blog-item"><img class="img-responsive" src="/po-content/uploads/{f.image}"><p class="text-center"
style="background:#eee;"><i>{e(f.caption)}</i></p><div class="blog-content">{written(f, rng)}<div
class="post-tags"><strong>Tag :</strong> {" / ".join(f"<a>{tag}</a>" for tag in f.tags)}</div></div></div>
<h1 id="comments_title">{len(f.comments)} Komentar</h1>{
        "".join(
            f"<h3>{e(c.name)}</h3><h4>{long(c.written)} {clock(c.written)}</h4><p>{e(c.text)}</p>" for c in f.comments
        )
    }<div class="message_heading"><h4>Tinggalkan Komentar</h4></div></div><aside class="col-md-4"><h3>Kabar Terbaru</h3>{
        each(
            f.others[:5],
            lambda o: f"<div>{link(f, o)} <span class='fa fa-calendar'>&nbsp;{long(o.published)}</span></div>",
        )
    }</aside></section>{footer(f, rng)}</body></html>"""
    expected = record(f, author=f.author, date="day", views=f.views)
    return Printed(html, f"/detailpost/{f.slug}", expected)


@template("lokomedia")
def hit_di_kaki(f: Facts, rng: random.Random) -> Printed:
    """A list of related news inside the text's element, floating at its head; counter below: `Dibaca : 12 kali`."""
    html = f"""<html><head><title>{e(f.agency)}</title></head><body><div id="jam">{today(f, rng)}</div>{
        menu(f, rng)
    }<div
id="pagedetail"><div id="pagedetail_judul"><h1>{e(f.title)}</h1></div><div id="pagedetail_info">{full(f.published)} |
{clock(f.published)} {zone(f)} | Oleh : {
        e(f.author)
    }</div><div id="pagedetail_deskripsi"><div id="pagedetail_berita_terkait"
style="float:right"><h4>BERITA TERKAIT</h4><ul>{each(f.others[:4], lambda o: f"<li>{link(f, o)}</li>")}</ul></div>{
        written(f, rng)
    }</div><div id="hitcounter_wrapper">
Dibaca : {f.views} kali
</div><div id="addthis_wrapper"><a class="addthis_button_tweet">Tweet</a></div></div><div id="sidebar">{
        visitors(rng)
    }</div>
{footer(f, rng)}</body></html>"""
    expected = record(f, author=f.author, date="minute", views=f.views)
    return Printed(html, f"/read-news-2-1-{f.id}-{f.slug}.html", expected)
