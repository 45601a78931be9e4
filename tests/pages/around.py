"""What stands around an article: sidebars, comments, heads with clocks, metadata that is right or lies."""
# ruff: noqa: E501, DTZ001 -- markup reads better unbroken, times are local

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import datetime
from html import escape

from tests.pages.facts import english_date, full_date, long_date, short_date
from tests.pages.stories import OTHERS, Story

AGENCY = "Pemerintah Kabupaten Sukamaju"
HOME = "https://www.sukamajukab.go.id"
SEEN = datetime(2025, 10, 7, 10, 15)  # the local moment of the visit

Box = Callable[[str], str]  # the heading's tag to the box


def popular(tag: str) -> str:
    rows = "".join(
        f'<div class="m"><a href="{href}">{title}</a><br><small>by Admin | {english_date(day)}</small></div>'
        for title, href, day, _, _ in OTHERS[:3]
    )
    return f"<div><{tag}>Berita Populer</{tag}>{rows}</div>"


def latest_with_counters(tag: str) -> str:
    rows = "".join(
        f'<li><a href="{href}"><img src="/uploads/t{index}.jpg" width="64"> {title}</a> <span><i class="fa fa-calendar"></i> '
        f'{short_date(day)}</span> <span><i class="fa fa-eye"></i> {views}</span></li>'
        for index, (title, href, day, views, _) in enumerate(OTHERS)
    )
    return f"<div><{tag}>Berita Terbaru</{tag}><ul>{rows}</ul></div>"


def teasers(tag: str) -> str:
    """Other articles with teasers that are longer than many an article."""
    rows = "".join(
        f'<div class="item"><h5><a href="{href}">{title}</a></h5><p>{full_date(day)}</p><p>{teaser}</p></div>'
        for title, href, day, _, teaser in OTHERS
    )
    return f"<div><{tag}>Berita Terkait</{tag}>{rows}</div>"


def welcome(tag: str) -> str:
    return (
        f"<div><{tag}>Sambutan Bupati</{tag}><p>Assalamu’alaikum warahmatullahi wabarakatuh. Puji syukur kita panjatkan ke "
        "hadirat Tuhan Yang Maha Esa atas terselenggaranya situs resmi ini. Semoga media ini menjadi jembatan informasi "
        "antara pemerintah dan masyarakat.</p></div>"
    )


def agenda(tag: str) -> str:
    return (
        f"<div><{tag}>Agenda</{tag}><p>{long_date(datetime(2025, 10, 10))}</p><p>Rapat Paripurna DPRD</p>"
        f"<p>{long_date(datetime(2025, 10, 12))}</p><p>Senam Bersama di Alun-alun</p></div>"
    )


def statistics(tag: str) -> str:
    return (
        f"<div><{tag}>Statistik Pengunjung</{tag}><p>Hari ini : 1.042</p><p>Kemarin : 2.310</p>"
        "<p>Total Pengunjung : 2.918.557</p><p>Hits hari ini : 4.551</p></div>"
    )


def plain_list(tag: str) -> str:
    """No element of its own around it, no list: heading and links in a row."""
    rows = "".join(f'<a href="{href}">{title}</a> ({english_date(day)})<br>' for title, href, day, _, _ in OTHERS)
    return f"<{tag}>Berita Lainnya</{tag}>{rows}"


def categories(tag: str) -> str:
    rows = "".join(f'<li><a href="/kategori/{n.lower()}">{n}</a> (12)</li>' for n in ("Berita", "Pengumuman", "Agenda"))
    return f"<div><{tag}>Kategori</{tag}><ul>{rows}</ul></div>"


BOXES: tuple[Box, ...] = (popular, latest_with_counters, teasers, welcome, agenda, statistics, plain_list, categories)


def comments() -> str:
    return (
        "<h4>2 Komentar</h4><div><p><b>Sutrisno</b> - 28 September 2025 07:12</p><p>Alhamdulillah, semoga bermanfaat bagi "
        "seluruh warga dan dapat dilanjutkan pada tahun-tahun berikutnya. Terima kasih.</p></div><div><p><b>Wahyu</b> - 29 "
        "September 2025 20:45</p><p>Kapan giliran desa kami?</p></div><h4>Tinggalkan Komentar</h4><form><input name=nama>"
        "<textarea></textarea><button>Kirim</button></form>"
    )


def neighbours() -> str:
    return f'<div><a href="{OTHERS[0][1]}">&laquo; {OTHERS[0][0]}</a> <a href="{OTHERS[1][1]}">{OTHERS[1][0]} &raquo;</a></div>'


def tags() -> str:
    return '<p>Tags: <a href="/tag/pelayanan">pelayanan</a>, <a href="/tag/desa">desa</a></p>'


def share_bar() -> str:
    return (
        '<div><span>Share:</span> <a href="https://www.facebook.com/sharer.php?u=x">Facebook</a> '
        '<a href="https://twitter.com/share">Twitter</a> <a href="https://wa.me/?text=x">WhatsApp</a></div>'
    )


ENDINGS: tuple[Callable[[], str], ...] = (comments, neighbours, tags, share_bar)


def top(rng: random.Random) -> str:
    """What a page begins with: name, clock, menu, perhaps a ticker."""
    clock = rng.choice(
        (
            "",
            f'<div class="tanggal">{full_date(SEEN)}</div>',
            f"<div>{SEEN:%d-%b-%Y} | Pukul : {SEEN:%H:%M:%S}</div>",
            f"<p>{full_date(SEEN)} {SEEN:%H:%M} WIB</p>",
        )
    )
    ticker = rng.choice(
        (
            "",
            "",
            f"<marquee>Selamat datang di situs resmi {AGENCY} - {OTHERS[1][0]}</marquee>",
            f'<div class="ticker"><b>Terkini</b> <a href="{OTHERS[0][1]}">{OTHERS[0][0]}</a></div>',
        )
    )
    names = ("Beranda", "Profil", "Berita", "Pengumuman", "Layanan Publik", "PPID", "Kontak")
    links = "".join(f'<li><a href="/{name.lower().replace(" ", "-")}">{name}</a></li>' for name in names)
    name = rng.choice(
        (
            f'<a href="/">{AGENCY}</a>',
            f"<h1>{AGENCY}</h1>",
            f'<img src="/logo.png" alt="{AGENCY}">',
            f"<h2>{AGENCY}</h2>",
        )
    )
    menu = rng.choice(
        (f"<ul>{links}</ul>", f"<nav><ul>{links}</ul></nav>", f'<div id="menu">{links.replace("li>", "span>")}</div>')
    )
    return (
        rng.choice((f"<header>{name}{clock}{menu}</header>", f"{clock}<div>{name}</div>{menu}", f"{name}{menu}{clock}"))
        + ticker
    )


def bottom(rng: random.Random) -> str:
    text = rng.choice(
        (
            f"<p>&copy; 2025 {AGENCY}. All Rights Reserved</p>",
            f"<p>Copyright &copy; {AGENCY}</p><p>Jl. Merdeka No. 1, Telp. (0342) 801171</p><p>Pengunjung hari ini: 1.042</p>",
            f"<h4>Kontak Kami</h4><p>Jl. Merdeka No. 1 Sukamaju 66100</p><p>Email : info@sukamajukab.go.id</p>"
            f"<p>Website ini dikelola oleh Dinas Komunikasi dan Informatika {AGENCY} sejak 1 Januari 2015.</p>",
        )
    )
    return rng.choice(
        (
            f"<footer>{text}</footer>",
            f'<div id="footer">{text}</div>',
            f"<div>{text}</div>",
            f"<hr><center>{text}</center>",
        )
    )


def _meta(**values: str) -> str:
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{escape(value)}">' for name, value in values.items()
    )


def _no_metadata(s: Story) -> str:
    return f"<title>{AGENCY}</title>"


def _title_only(s: Story) -> str:
    return f"<title>{escape(s.title)} - {AGENCY}</title>"


def _lying(s: Story) -> str:
    return (
        f"<title>{escape(s.title)} | {AGENCY}</title>"
        + _meta(
            og__title=AGENCY,
            og__site_name=AGENCY,
            article__author=AGENCY,
            article__published_time=f"{SEEN:%Y-%m-%dT%H:%M:%S}+07:00",
            article__modified_time=f"{SEEN:%Y-%m-%dT%H:%M:%S}+07:00",
        )
        + f'<meta name="author" content="{AGENCY}">'
    )


def _lying_json(s: Story) -> str:
    record = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": s.title,
        "datePublished": f"{SEEN:%Y-%m-%d}",
        "author": {"@type": "Organization", "name": AGENCY},
        "publisher": {"@type": "Organization", "name": AGENCY},
    }
    return f'<title>Detail Berita</title><script type="application/ld+json">{json.dumps(record)}</script>'


def _opengraph_title(s: Story) -> str:
    return f"<title>Berita - {AGENCY}</title>" + _meta(
        og__type="article", og__title=f"{s.title} - {AGENCY}", og__site_name=AGENCY
    )


def _wrong_title(s: Story) -> str:
    return f"<title>{AGENCY} | Website Resmi</title>" + _meta(
        og__title=f"Website Resmi {AGENCY}", og__image=f"{HOME}/logo.png"
    )


METADATA = (_no_metadata, _title_only, _lying, _lying_json, _opengraph_title, _wrong_title)
