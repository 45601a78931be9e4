"""How the site of the fault tests looks: its pages in several markups, of which some hide what others show."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape as e

from tests.faults.news import News

_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
_DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
_MENU = (
    ("/", "Beranda"), ("/profil", "Profil"), ("/berita", "Berita"), ("/layanan", "Layanan Publik"), ("/ppid", "PPID"),
    ("/galeri", "Galeri"), ("/agenda", "Agenda"), ("/kontak", "Kontak"),
)  # fmt: skip
NAME = "Pemerintah Kabupaten Sukaresmi"


def long_date(moment: datetime) -> str:
    day, month = _DAYS[moment.weekday()], _MONTHS[moment.month - 1]
    return f"{day}, {moment.day} {month} {moment.year} {moment:%H:%M} WIB"


def short_date(moment: datetime) -> str:
    """What a site may change to overnight, and still be read with certainty."""
    return f"{_DAYS[moment.weekday()]}, {moment:%d/%m/%Y} {moment:%H:%M} WIB"


def hijri_date(moment: datetime) -> str:
    """A date that nobody can turn into one of ours with certainty: the month began when the moon was seen."""
    return f"{moment.day} Ramadan 1447 H"


@dataclass(frozen=True)
class Look:
    """A template. What it does not show, a reader cannot know; `date` None hides the date."""

    frame: str = "tables"  # or "cards"
    date: Callable[[datetime], str] | None = long_date
    author: bool = True
    views: bool = True
    body: bool = True
    prefix: str = ""  # of the articles' addresses, where a rebuilt site gave them new ones


PLAIN = Look()
REDESIGNED = Look(frame="cards")
BARE = Look(frame="cards", date=None, author=False, views=False)
SHELL = Look(frame="cards", body=False)
OTHER_DATES = Look(date=short_date)
UNREADABLE_DATES = Look(date=hijri_date)
NO_AUTHORS = Look(author=False)
NO_VIEWS = Look(views=False)
REBUILT = Look(frame="cards", prefix="/artikel")


def page(inner: str, look: Look = PLAIN, *, title: str = NAME, head: str = "") -> str:
    """A whole page of the site around its own part."""
    links = "".join(f'<li><a href="{path}">{name}</a></li>' for path, name in _MENU)
    footer = f"&copy; 2026 {NAME}. Jalan Alun-alun Nomor 1, Sukaresmi. Telepon (0263) 123456."
    if look.frame == "tables":
        whole = f'<div id="header"><a href="/">{NAME}</a><ul class="menu">{links}</ul></div><div id="content">{inner}</div><div id="footer"><p>{footer}</p></div>'
    else:
        whole = f'<header class="navbar"><div class="container"><span class="brand">{NAME}</span><nav><ul class="nav">{links}</ul></nav></div></header><main class="container"><div class="row"><div class="col-md-8">{inner}</div></div></main><footer class="bg-dark"><div class="container"><small>{footer}</small></div></footer>'
    return f'<!doctype html>\n<html lang="id"><head><meta charset="utf-8"><title>{e(title)}</title>{head}</head><body>{whole}</body></html>\n'


def article_page(news: News, views: int, look: Look) -> str:
    title, date = e(news.title), look.date(news.published) if look.date else None
    if look.frame == "tables":
        said = [f"Oleh: {news.author}" if look.author else None, date, f"Dibaca {views} kali" if look.views else None]
        byline = " | ".join(f"<span>{text}</span>" for text in said if text)
        text = "".join(f"<p>{e(line)}</p>" for line in news.paragraphs) if look.body else ""
        inner = f'<h1>{title}</h1><div class="meta">{byline}</div><div class="isi">{text}</div>'
    else:
        said = [
            f'<li class="author"><b>Penulis</b>: {news.author}</li>' if look.author else "",
            f'<li class="date"><time>{date}</time></li>' if date else "",
            f'<li class="hits">{views} kali dibaca</li>' if look.views else "",
        ]
        byline = f'<ul class="list-inline">{"".join(said)}</ul>' if any(said) else ""
        text = (
            "".join(f'<p class="lead-{place}">{e(line)}</p>' for place, line in enumerate(news.paragraphs))
            if look.body
            else '<div id="app" data-id="7"></div><script src="/js/app.js"></script>'
        )
        inner = f'<article class="card"><div class="card-body"><h2 class="card-title">{title}</h2>{byline}<section class="card-text">{text}</section></div></article>'
    return page(inner, look, title=f"{news.title} - {NAME}")


def listing_page(shown: Sequence[News], views: Callable[[News], int], look: Look, *, pager: str = "") -> str:
    return page("<h3>Berita Terkini</h3>" + "".join(entry(news, views(news), look) for news in shown) + pager, look)


def entry(news: News, views: int, look: Look) -> str:
    """One article as a listing shows it."""
    address, title = look.prefix + news.path, e(news.title)
    date = look.date(news.published) if look.date else ""
    if look.frame == "tables":
        return f'<div class="item"><h4><a href="{address}">{title}</a></h4><div class="meta">{date}</div><p>{e(news.paragraphs[0][:90])}...</p></div>'
    return f'<div class="card mb-3"><div class="card-body"><a class="stretched-link" href="{address}"><h5>{title}</h5></a><small>{date}</small></div></div>'


def pager(path: str, number: int, count: int) -> str:
    links = "".join(f'<li><a href="{path}?halaman={n}">{n}</a></li>' for n in range(1, count + 1) if n != number)
    following = f'<li><a rel="next" href="{path}?halaman={number + 1}">&raquo;</a></li>' if number < count else ""
    return f'<ul class="pagination">{links}{following}</ul>'
