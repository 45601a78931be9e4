"""What stands around the articles of this hold-out: heads of pages, boxes of other articles, comments, shares."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random
from datetime import datetime

from tests.templates.facts import DAYS, Facts
from tests.templates.markup import e
from tests.templates.printing import dots, full, long, short
from tests.templates.unseen.parts import agenda, footer, menu, visitors


def html(head: str, body: str, *, lang: str = "id") -> str:
    return f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">\n{head}\n</head><body>\n{body}\n</body></html>'


def named(f: Facts, site: bool = True) -> str:
    """A head that names the article in <title> and OpenGraph."""
    tail = f" - {e(f.agency)}" if site else ""
    return (
        f'<title>{e(f.title)}{tail}</title><meta name="viewport" content="width=device-width">'
        f'<meta property="og:title" content="{e(f.title)}"><meta property="og:image" content="{f.home}/uploads/{f.image}">'
    )


def nameless(f: Facts) -> str:
    """A head that names only the site."""
    return f'<title>{e(f.agency)}</title><meta name="description" content="Website resmi {e(f.agency)}">'


def place(f: Facts, other_slug: str) -> str:
    return f"{f.home}/berita/{other_slug}"


def popular(f: Facts, rng: random.Random, heading: str = "Berita Populer", start: int = 0, count: int = 4) -> str:
    """A box of other articles with their dates and counters, in one of several forms."""
    form = rng.randrange(5)
    rows = []
    for o in f.others[start : start + count]:
        link = f'<a href="{place(f, o.slug)}">{e(o.title)}</a>'
        rows.append(
            (
                f'<li>{link}<br><small><i class="fa fa-calendar"></i> {long(o.published)} <i class="fa fa-eye"></i> {o.views}</small></li>',
                f'<div class="media"><img src="/thumb/{o.id}.jpg" alt=""><div class="media-body"><h5>{link}</h5><span>{short(o.published)}</span> | <span>{dots(o.views)}x dibaca</span></div></div>',
                f"<li>{link} <span>({o.views} kali)</span></li>",
                f'<article><h4>{link}</h4><p class="meta">{e(o.author)} - {full(o.published)}</p><p>{e(o.teaser)}</p></article>',
                f"<p>{o.published:%d/%m/%Y}<br>{link}</p>",
            )[form]
        )
    inner = "\n".join(rows)
    inner = f"<ul>{inner}</ul>" if form in (0, 2) else inner
    return f'<div class="widget"><h3 class="widget-title">{heading}</h3>{inner}</div>'


def share(f: Facts, rng: random.Random) -> str:
    links = "".join(
        f'<a href="https://{host}/share?u={f.home}">{name}</a> '
        for host, name in (("www.facebook.com", "Facebook"), ("twitter.com", "Twitter"), ("wa.me", "WhatsApp"), ("t.me", "Telegram"))
    )  # fmt: skip
    label = rng.choice(("Bagikan :", "Share:", "Bagikan artikel ini", "<span>12</span> Shares"))
    return f'<div class="social-share">{label} {links}</div>'


def tags(f: Facts) -> str:
    if not f.tags:
        return ""
    links = ", ".join(f'<a href="/tag/{tag.replace(" ", "-")}" rel="tag">{e(tag)}</a>' for tag in f.tags)
    return f'<div class="tags">Tags : {links}</div>'


def around(f: Facts) -> str:
    """The articles before and after."""
    before, after = f.others[7], f.others[8]
    return (
        f'<nav class="post-nav"><a rel="prev" href="{place(f, before.slug)}">&laquo; Sebelumnya<br>{e(before.title)}</a>'
        f'<a rel="next" href="{place(f, after.slug)}">Selanjutnya &raquo;<br>{e(after.title)}</a></nav>'
    )


def comments(f: Facts, heading: str = "Komentar") -> str:
    items = "".join(
        f"<li><b>{e(c.name)}</b> <small>{long(c.written)} {c.written:%H:%M}</small><p>{e(c.text)}</p></li>"
        for c in f.comments
    )
    form = '<form><label>Nama</label><input name="nama"><label>Komentar</label><textarea></textarea><button>Kirim</button></form>'
    return f'<section id="comments"><h3>{len(f.comments)} {heading}</h3><ol>{items}</ol>{form}</section>'


def crumbs(f: Facts, *names: str, title: bool = True) -> str:
    items = "".join(f'<li><a href="/">{e(name)}</a></li>' for name in ("Beranda", *names))
    last = f'<li class="active">{e(f.title)}</li>' if title else ""
    return f'<ol class="breadcrumb">{items}{last}</ol>'


def side(f: Facts, rng: random.Random) -> str:
    """A column beside the text: latest articles, agenda, visitors."""
    parts = [popular(f, rng, rng.choice(("Berita Terbaru", "Terpopuler", "Artikel Lainnya")), 4)]
    if rng.random() < 0.5:
        parts.append(f"<div><h4>Agenda</h4><ul>{agenda(f)}</ul></div>")
    if rng.random() < 0.5:
        parts.append(f"<div><h4>Statistik Pengunjung</h4>{visitors(rng)}</div>")
    return "".join(parts)


def bottom(f: Facts, rng: random.Random) -> str:
    return f"<footer>{footer(f, rng)}</footer><script>console.log('{DAYS[f.now.weekday()]}')</script>"


def top(f: Facts, rng: random.Random, today: str | None = None) -> str:
    return f'<header><div class="topbar">{today or full(f.now)}</div><a href="/">{e(f.agency)}</a><nav>{menu(f, rng)}</nav></header>'


def noon(t: datetime) -> str:
    """4:32 pm"""
    return f"{t.hour % 12 or 12}:{t:%M} {'am' if t.hour < 12 else 'pm'}"
