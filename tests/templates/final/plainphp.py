"""Sites made by hand in PHP."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random

from tests.templates.facts import Facts
from tests.templates.final.frame import bottom, html, named, nameless, popular, share, side, top
from tests.templates.made import Printed, record
from tests.templates.markup import e, lines
from tests.templates.printing import full, long
from tests.templates.unseen.parts import template, today, visitors, written


@template("plainphp")
def php_bold_title(f: Facts, rng: random.Random) -> Printed:
    """No heading element: the title is bold and large; date and author in brackets below."""
    body = f"""<center>{today(f, rng)}</center>{top(f, rng, "")}<table><tr><td class="menu">{popular(f, rng, "Berita Terbaru")}</td><td class="main"><font size="5"><b>{e(f.title)}</b></font><br><font size="1" color="#999">[{long(f.published)}] - Oleh: {e(f.author)} - [{f.views} hits]</font><br><br>
{written(f, rng, lines)}</td></tr></table>{visitors(rng)}{bottom(f, rng)}"""
    return Printed(
        html(named(f, False), body), f"/?page=berita&id={f.id}", record(f, author=f.author, date="day", views=f.views)
    )


@template("plainphp")
def php_definition(f: Facts, rng: random.Random) -> Printed:
    """Labels and values: Hari/Tanggal, Sumber, Dibaca."""
    body = f"""{top(f, rng)}<div id="konten"><h2>{e(f.title)}</h2><dl><dt>Hari/Tanggal</dt><dd>{full(f.published)}</dd><dt>Penulis</dt><dd>{e(f.author)}</dd><dt>Dibaca</dt><dd>{f.views} kali</dd></dl>
<img src="gambar/{f.image}" align="left"><div class="teks">{written(f, rng)}</div><p><a href="javascript:history.back()">&laquo; Kembali</a> | <a href="cetak.php?id={f.id}">Cetak</a></p></div>{side(f, rng)}{bottom(f, rng)}"""
    return Printed(
        html(nameless(f), body), f"/detail.php?id={f.id}", record(f, author=f.author, date="day", views=f.views)
    )


@template("plainphp")
def php_foot_line(f: Facts, rng: random.Random) -> Printed:
    """All of the byline stands below the text."""
    body = f"""{top(f, rng)}<div class="berita"><h1>{e(f.title)}</h1><div class="foto"><img src="/img/{f.image}"><span>Sumber Gambar : {e(f.editor)}</span></div><div class="naskah">{written(f, rng)}</div>
<div class="keterangan">Ditulis oleh {e(f.author)} pada {full(f.published)}, pukul {f.published:%H:%M}. Dibaca {f.views} kali.</div></div>{share(f, rng)}<h3>Lihat Juga</h3>{popular(f, rng, "")}{bottom(f, rng)}"""
    return Printed(html(named(f), body), f"/berita/{f.id}", record(f, author=f.author, date="minute", views=f.views))
