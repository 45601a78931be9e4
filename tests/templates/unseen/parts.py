"""What the pages of this hold-out have in common: how text is marked up, and what stands around an article."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from datetime import timedelta

from tests.templates import made
from tests.templates.facts import Block, Facts, Other
from tests.templates.made import Printed, Template
from tests.templates.markup import STYLES, Style, e
from tests.templates.printing import american, full, long, short
from tests.templates.unseen.stories import retold


def template(system: str) -> Callable[[Callable[[Facts, random.Random], Printed]], Template]:
    """As the registry's own, for an article retold in other words."""

    def wrap(make: Callable[[Facts, random.Random], Printed]) -> Template:
        def told(facts: Facts, rng: random.Random) -> Printed:
            return make(retold(facts, rng), rng)

        told.__name__ = make.__name__
        return made.template(system)(told)

    return wrap


def quill(text: str) -> str:
    return f'<p class="ql-align-justify">{e(text)}</p><p class="ql-align-justify"><br></p>'


def office(text: str) -> str:
    face = "font-family:&quot;Bookman Old Style&quot;,serif"
    return (
        f'<p style="text-align:justify"><span style="font-size:12pt"><span style="{face}">{e(text)}</span></span></p>\n'
    )


def facebook(text: str) -> str:
    return f'<div class="xdj266r x14z9mp"><div dir="auto" style="text-align:start">{e(text)}</div></div>\n'


def fonts(text: str) -> str:
    return f'<p align="justify"><font face="Verdana" size="2">{e(text)}</font></p>\n'


def emphatic(text: str) -> str:
    head, _, rest = e(text).partition(" ")
    middle, _, end = rest.rpartition(" ")
    return f'<p><strong>{head}</strong> {middle} <a href="https://www.bps.go.id/">{end}</a></p>\n'


def broken(text: str) -> str:
    """One line break between paragraphs, none of them an element."""
    return f"{e(text)}<br>\n"


def glued(text: str) -> str:
    return f"<p>{e(text).replace(', ', ',&nbsp;')}</p>"


OWN: tuple[Style, ...] = (quill, office, facebook, fonts, emphatic, broken, glued)


def written(f: Facts, rng: random.Random, style: Style | None = None) -> str:
    """The text with its signature; its paragraphs in one style (one at random of these and the common ones)."""
    style = style or rng.choice((*OWN, *STYLES))
    html = "".join(style(block.text) if block.kind == "p" else _rich(block, f, rng) for block in f.blocks)
    return html + (style(f.signature) if f.signature else "")


def _rich(block: Block, f: Facts, rng: random.Random) -> str:
    text = e(block.text)
    if block.kind == "h":
        return rng.choice((f"<h2>{text}</h2>", f"<h4><b>{text}</b></h4>", f"<p><b>{text}</b></p>", f"<h3>{text}</h3>"))
    if block.kind in ("ul", "ol"):
        first, *rest = (f"<li>{e(row[0])}" for row in block.rows)
        if rng.random() < 0.5:  # all but the first and the last inside the first
            inner = "".join(f"{item}</li>" for item in rest[:-1])
            return f'<{block.kind}>{first}<ol type="a">{inner}</ol></li>{rest[-1]}</li></{block.kind}>'
        return f"<{block.kind}>{first}</li>{''.join(f'{item}</li>' for item in rest)}</{block.kind}>"
    if block.kind == "table":
        rows = "".join(f"<tr>{''.join(f'<td><p>{e(cell)}</p></td>' for cell in row)}</tr>" for row in block.rows)
        return f'<table border="1" cellpadding="0" cellspacing="0" style="width:100%"><tbody>{rows}</tbody></table>\n'
    if block.kind == "quote":
        return f'<blockquote class="quote"><p><em>{text}</em></p></blockquote>'
    if block.kind == "image":
        picture = '<img src="/upload/isi/dok.jpg" width="600">'
        return rng.choice(
            (f"<figure>{picture}<figcaption>{text}</figcaption></figure>", f"<p>{picture}</p><p>{text}</p>")
        )
    link = f'<a href="{f.home}/{f.others[1].slug}">{text}</a>'
    return rng.choice(
        (f"<p><em>Baca juga:</em> {link}</p>", f"<p>BACA JUGA : {link}</p>", f"<div><b>Baca Juga</b><br>{link}</div>")
    )


def each(items: Sequence[Other], form: Callable[[Other], str]) -> str:
    return "\n".join(form(item) for item in items)


def link(f: Facts, other: Other) -> str:
    return f'<a href="{f.home}/{other.slug}">{e(other.title)}</a>'


def today(f: Facts, rng: random.Random) -> str:
    """This day as heads of pages print it."""
    zone = "WIB"
    return rng.choice(
        (
            full(f.now),
            f"{f.now:%d-%b-%Y} | Pukul : {f.now:%H:%M:%S}",
            f"{full(f.now)} | {f.now:%H:%M} {zone}",
            american(f.now),
            f"Hari ini : {long(f.now)}",
        )
    )


def menu(f: Facts, rng: random.Random) -> str:
    names = ("Beranda", "Profil", "Berita", "Pengumuman", "Agenda", "Galeri", "PPID", "Kontak", "Unduhan", "SAKIP")
    items = "".join(f'<li class="nav-item"><a href="/{name.lower()}">{name}</a></li>' for name in names)
    inner = '<ul class="sub-menu"><li><a href="/profil/visi">Visi dan Misi</a></li></ul>' if rng.random() < 0.5 else ""
    return f"<ul>{items}</ul>{inner}"


def visitors(rng: random.Random) -> str:
    """A box that counts the visitors of the whole site."""
    day, total = rng.randint(10, 999), rng.randint(10_000, 999_999)
    return rng.choice(
        (
            f"<table><tr><td>Hari ini</td><td>: {day}</td></tr><tr><td>Total</td><td>: {total}</td></tr></table>",
            f"<p>Pengunjung hari ini : {day}<br>Total pengunjung : {total:,}<br>Hits hari ini : {day * 4}<br>Online : 3</p>",
            f"<ul><li>Kunjungan Hari Ini {day}</li><li>Dilihat {total} kali</li></ul>",
        )
    )


def agenda(f: Facts) -> str:
    """Events to come, with dates after the day of reading."""
    days = [f.now + timedelta(days=count) for count in (2, 9, 23)]
    return "".join(f"<li><b>{short(day)}</b> 08:00 WIB Rapat Koordinasi</li>" for day in days)


def footer(f: Facts, rng: random.Random) -> str:
    counter = visitors(rng) if rng.random() < 0.5 else ""
    return (
        f"<p>{e(f.agency)}<br>Jl. Pahlawan No. 17 Telp. (0342) 801171</p>{counter}"
        f"<p>&copy; 2018 - {f.now.year} {e(f.agency)}. All Rights Reserved. Dibaca bersama warga.</p>"
    )


def ld(data: dict[str, object]) -> str:
    """A JSON-LD script."""
    body = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False).replace("</", "<\\/")
    return f'<script type="application/ld+json">{body}</script>'


def lying_head(f: Facts, title: str | None = None) -> str:
    """A head that speaks of the site only: canonical and og:url its root, og:title and <title> its name."""
    return (
        f'<meta charset="utf-8"><title>{e(title or f.agency)}</title><link rel="canonical" href="{f.home}/">'
        f'<meta property="og:title" content="{e(f.agency)}"><meta property="og:url" content="{f.home}/">'
        f'<meta property="og:type" content="website">'
        f'<meta name="description" content="Situs resmi {e(f.agency)}">'
    )
