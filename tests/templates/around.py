"""What stands around an article on the sites: menus, clocks, boxes of other articles, counters, comments, footers."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import json
import random
from collections.abc import Sequence

from tests.templates.facts import MONTHS, Facts, Other
from tests.templates.markup import e
from tests.templates.printing import clock, dots, full, machine, short

MENU = ("Beranda", "Profil", "Berita", "Pengumuman", "Layanan Publik", "PPID", "Galeri", "Kontak")


def menu(tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/{name.lower().replace(" ", "-")}">{name}</a></{tag}>' for name in MENU)


def opengraph(facts: Facts, title: str | None = None, image: bool = True) -> str:
    picture = f'<meta property="og:image" content="{facts.home}/uploads/{facts.image}">' if image else ""
    return (
        f'<meta property="og:type" content="article"><meta property="og:title" content="{e(title or facts.title)}">'
        f'<meta property="og:site_name" content="{facts.agency}">{picture}'
    )


def json_ld(record: dict[str, object]) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **record}, ensure_ascii=False)}</script>'


def organization(facts: Facts) -> str:
    """The site's own record on every page, its founding day among it."""
    return json_ld(
        {"@type": "GovernmentOrganization", "name": facts.agency, "url": facts.home, "foundingDate": "1906-04-01"}
    )


def lying_head(facts: Facts) -> str:
    """A canonical address and a title that are the home page's, and today as the day of publication."""
    return (
        f'<link rel="canonical" href="{facts.home}/">{opengraph(facts, f"Website Resmi {facts.agency}", image=False)}'
        f'<meta property="article:published_time" content="{machine(facts.now, facts)}"><meta name="author" content="{facts.agency}">'
    )


def head(facts: Facts, title: str, extra: str = "") -> str:
    return (
        f'<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{e(title)}</title>'
        f'<link rel="stylesheet" href="/assets/css/style.css">{extra}</head>'
    )


def today_bar(facts: Facts, rng: random.Random) -> str:
    """The strip at the top of a page with the clock of the visit."""
    day = full(facts.now)
    return rng.choice(
        (
            f'<div class="topbar"><span>{day}</span> <span>{clock(facts.now)}</span></div>',
            f'<div id="date-top">{day} | {clock(facts.now)} WIB</div>',
            f"<marquee>Selamat datang di {facts.agency} - {day} - Pelayanan dibuka Senin-Jumat pukul 08.00-15.30 WIB</marquee>",
            "",
        )
    )


def ticker(facts: Facts) -> str:
    """Running text with titles and dates of other articles."""
    items = " +++ ".join(
        f'<a href="/{other.slug}">{e(other.title)}</a> ({short(other.published)})' for other in facts.others[:4]
    )
    return f'<marquee behavior="scroll" scrollamount="4">{items}</marquee>'


def visitors(rng: random.Random) -> str:
    """Counters of the whole site."""
    today, month, total = rng.randint(10, 90), rng.randint(900, 9000), rng.randint(50000, 999999)
    return rng.choice(
        (
            f"<h4>Statistik Pengunjung</h4><ul><li>Hari ini: {today}</li><li>Bulan ini: {month}</li><li>Total pengunjung: {dots(total)}</li></ul>",
            f"<table><tr><td>Hari Ini</td><td>:</td><td>{today}</td></tr><tr><td>Kemarin</td><td>:</td><td>{today * 2}</td></tr><tr><td>Jumlah Pengunjung</td><td>:</td><td>{total}</td></tr></table>",
            f'<div class="counter"><b>Pengunjung</b><p>Online : 3</p><p>Total Hits : {total}</p></div>',
        )
    )


def poll() -> str:
    return (
        "<h4>Jajak Pendapat</h4><form><p>Bagaimana pendapat Anda tentang website ini?</p><label><input type=radio> Baik</label>"
        "<label><input type=radio> Cukup</label><button>Kirim</button></form>"
    )


def agenda(facts: Facts, rng: random.Random) -> str:
    """Coming events, their dates in the future."""
    rows = "".join(
        f"<li><strong>{rng.randint(1, 28):02} {month} 2026</strong><br>{e(other.title)}<br>Pukul 09.00 WIB</li>"
        for month, other in zip(("April", "Mei", "Juni"), facts.others[8:11], strict=False)
    )
    return f"<h4>Agenda Kegiatan</h4><ul>{rows}</ul>"


def _item(other: Other, rng: random.Random, form: int) -> str:
    link = f'<a href="/berita/{other.slug}">{e(other.title)}</a>'
    return (
        f"<li>{link} <small>{short(other.published)}</small></li>",
        f'<div class="media"><img src="/thumb/{other.id}.jpg" alt=""><div class="media-body"><h6>{link}</h6><span><i class="fa fa-calendar"></i> {full(other.published)}</span> <span><i class="fa fa-eye"></i> {other.views}</span></div></div>',
        f"<p>{link}<br>{short(other.published)} | Dibaca {dots(other.views)} kali</p>",
        f"<div><h5>{link}</h5><p>{e(other.teaser)}</p><small>oleh {e(other.author)} - {short(other.published)}</small></div>",
    )[form]


def box(facts: Facts, rng: random.Random, heading: str, others: Sequence[Other], tag: str = "h4") -> str:
    """A box with other articles, their dates and counters."""
    form = rng.randrange(4)
    items = "".join(_item(other, rng, form) for other in others)
    return f"<{tag}>{heading}</{tag}>" + (f"<ul>{items}</ul>" if form == 0 else items)


def popular(facts: Facts, rng: random.Random, tag: str = "h4") -> str:
    return box(
        facts,
        rng,
        rng.choice(("Berita Populer", "Terpopuler", "Paling Banyak Dibaca", "Popular Posts")),
        facts.others[:4],
        tag,
    )


def latest(facts: Facts, rng: random.Random, tag: str = "h4") -> str:
    return box(
        facts,
        rng,
        rng.choice(("Berita Terbaru", "Berita Terkini", "Recent Posts", "Pos-pos Terbaru")),
        facts.others[4:8],
        tag,
    )


def related(facts: Facts, rng: random.Random, tag: str = "h4") -> str:
    return box(
        facts,
        rng,
        rng.choice(("Berita Terkait", "Berita Lainnya", "Related Posts", "Baca Juga")),
        facts.others[8:11],
        tag,
    )


def share(facts: Facts, rng: random.Random) -> str:
    address = f"{facts.home}/{facts.slug}"
    links = (
        ("Facebook", "https://www.facebook.com/sharer/sharer.php?u="),
        ("Twitter", "https://twitter.com/intent/tweet?url="),
        ("WhatsApp", "https://wa.me/?text="),
    )
    words = "".join(f'<a href="{there}{address}">{name}</a> ' for name, there in links)
    icons = "".join(
        f'<a href="{there}{address}" class="btn"><i class="fab fa-{name.lower()}"></i></a>' for name, there in links
    )
    counted = "".join(
        f'<a href="{there}{address}"><i class="fa fa-{name.lower()}"></i><span>{rng.randint(0, 60)}</span></a>'
        for name, there in links
    )
    return rng.choice(
        (
            f"<div>Bagikan : {words}</div>",
            f"<div>{icons}</div>",
            f"<div class='share'><span>Share:</span>{counted}</div>",
        )
    )


def footer(facts: Facts, rng: random.Random) -> str:
    return (
        f"<footer><div><h5>{facts.agency}</h5><p>Jalan Merdeka No. {rng.randint(1, 99)}, {facts.short}. Telepon (0342) 801171, pos-el admin@{facts.site.id}.go.id. "
        f"Jam layanan Senin sampai Jumat pukul 08.00-15.30 WIB.</p>{visitors(rng) if rng.random() < 0.5 else ''}</div>"
        f"<p>© {facts.now.year} {facts.agency}. All Rights Reserved.</p></footer>"
    )


def page(
    facts: Facts, title: str, body: str, extra: str = "", doctype: str = '<!DOCTYPE html>\n<html lang="id">'
) -> str:
    return f"{doctype}{head(facts, title, extra)}\n<body>{body}</body></html>"


def comments(facts: Facts, heading: str = "Komentar") -> str:
    """Visitors' words as tables with names and dates."""
    rows = "".join(
        f"<table class='table'><tr><th><i class='fa fa-comment'></i> {e(comment.name)}</th></tr><tr><td><font color='green'><small>{comment.written:%d} {MONTHS[comment.written.month - 1]} {comment.written:%Y %H:%M:%S}</small></font><br/>{e(comment.text)}</td></tr></table>"
        for comment in facts.comments
    )
    return f"<h3>{heading}</h3>{rows}"
