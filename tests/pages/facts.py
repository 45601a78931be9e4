"""Byline forms: how pages print author, date, views and section of an article, and what each form says of them."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from tests.pages.stories import Story

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
SHORT = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()
ENGLISH = "January February March April May June July August September October November December".split()
ENGLISH_SHORT = [month[:3] for month in ENGLISH]
DAYS = "Senin Selasa Rabu Kamis Jum'at Sabtu Minggu".split()

DAY, MINUTE, SECOND = "day", "minute", "second"


@dataclass(frozen=True)
class Printed:
    """Markup of a byline, and which fields it tells: author, date with its precision, views, section."""

    html: str
    author: str | None = None
    precision: str | None = None
    views: int | None = None
    section: str | None = None


@dataclass(frozen=True)
class Form:
    name: str
    make: Callable[[Story], Printed]
    kept_aside: bool = False
    below_body: bool = field(default=False)  # can stand below the text as well


def long_date(moment: datetime) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def full_date(moment: datetime) -> str:
    return f"{DAYS[moment.weekday()]}, {long_date(moment)}"


def short_date(moment: datetime) -> str:
    return f"{moment.day:02} {SHORT[moment.month - 1]} {moment.year}"


def english_date(moment: datetime) -> str:
    return f"{moment.day:02} {ENGLISH_SHORT[moment.month - 1]} {moment.year}"


def american_date(moment: datetime) -> str:
    return f"{ENGLISH[moment.month - 1]} {moment.day}, {moment.year}"


def dots(number: int) -> str:
    return f"{number:,}".replace(",", ".")


FORMS: list[Form] = []


def form(*, kept_aside: bool = False, below_body: bool = False) -> Callable[[Callable[[Story], Printed]], Form]:
    def add(make: Callable[[Story], Printed]) -> Form:
        made = Form(make.__name__.replace("_", "-"), make, kept_aside, below_body)
        FORMS.append(made)
        return made

    return add


@form()
def blitar_2019(s: Story) -> Printed:
    html = f"<small>by {s.author} | {english_date(s.published)} | {s.views}x Dilihat</small>"
    return Printed(html, s.author, DAY, s.views)


@form()
def blitar_2024(s: Story) -> Printed:
    html = (
        f'<div class="meta"><span>{s.author}</span> <span>{english_date(s.published)}</span> <span>{s.views}x</span> '
        "<span>Share</span></div>"
    )
    return Printed(html, s.author, DAY, s.views)


@form()
def fa_spans(s: Story) -> Printed:
    html = (
        f'<div class="post-meta"><span><i class="fa fa-user"></i> {s.author}</span><span><i class="fa fa-calendar"></i> '
        f'{short_date(s.published)}</span><span><i class="fa fa-eye"></i> {s.views}</span>'
        '<span><i class="fa fa-comments"></i> 0 Komentar</span></div>'
    )
    return Printed(html, s.author, DAY, s.views)


@form()
def bi_list(s: Story) -> Printed:
    html = (
        f'<ul class="list-inline"><li><i class="bi bi-person"></i> <a href="/penulis/1">{s.author}</a></li>'
        f'<li><i class="bi bi-clock"></i> <time datetime="{s.published:%Y-%m-%d}">{long_date(s.published)}</time></li>'
        f'<li><i class="bi bi-eye"></i> {dots(s.views)} kali dilihat</li></ul>'
    )
    return Printed(html, s.author, DAY, s.views)


@form()
def material(s: Story) -> Printed:
    html = (
        f'<p><i class="material-icons">access_time</i>{s.published:%d-%m-%Y} <i class="material-icons">remove_red_eye</i>'
        f'{s.views} <i class="material-icons">person</i>{s.author}</p>'
    )
    return Printed(html, s.author, DAY, s.views)


@form()
def mentawai(s: Story) -> Printed:
    html = f"<p>Oleh : {s.author} | {english_date(s.published)} | {s.published:%H:%M:%S} WIB | Dilihat : {s.views} Kali</p>"
    return Printed(html, s.author, SECOND, s.views)


@form()
def buleleng(s: Story) -> Printed:
    return Printed(f"<div>{s.author} | {long_date(s.published)} | {s.views} kali</div>", s.author, DAY, s.views)


@form()
def kaltim_list(s: Story) -> Printed:
    clock = f"{s.published:%I:%M}".lstrip("0") + f"{s.published:%p}".lower()
    html = (
        f"<ul><li>{s.author}</li><li>{long_date(s.published)}</li><li>{clock}</li><li>{s.section}</li>"
        f"<li>{s.views} kali dilihat</li></ul>"
    )
    return Printed(html, s.author, MINUTE, s.views, s.section)


@form()
def infopublik(s: Story) -> Printed:
    html = f"<p>Oleh {s.author}, {full_date(s.published)} | {s.published:%H:%M} WIB - Redaktur: Tobari - {s.views}</p>"
    return Printed(html, s.author, MINUTE, s.views)


@form()
def kepri(s: Story) -> Printed:
    html = f"<div>Penulis {s.author} - {english_date(s.published)}<br>{s.views}<br>Foto Oleh : Diskominfo Kepri</div>"
    return Printed(html, s.author, DAY, s.views)


@form()
def views_only(s: Story) -> Printed:
    return Printed(f"<p>Dilihat {s.views} kali</p>", None, None, s.views)


@form()
def date_only(s: Story) -> Printed:
    return Printed(f'<span class="tgl">{full_date(s.published)}</span>', None, DAY)


@form()
def date_and_views_malformed_time(s: Story) -> Printed:
    html = f"<p>{full_date(s.published)} | 11:53:am WIB<br>Dibaca : {s.views} Kali</p>"
    return Printed(html, None, DAY, s.views)


@form()
def joomla_k2(s: Story) -> Printed:
    html = (
        f'<dl><dd>Ditulis oleh <span>{s.author}</span></dd><dd>Kategori: <a href="/kategori/x">{s.section}</a></dd>'
        f"<dd>Diterbitkan: {full_date(s.published)} {s.published:%H:%M}</dd><dd>Dilihat: {s.views}</dd></dl>"
    )
    return Printed(html, s.author, MINUTE, s.views, s.section)


@form()
def wordpress_english(s: Story) -> Printed:
    html = (
        f'<div class="entry-meta">Posted on <a href="/2024/"><time datetime="{s.published:%Y-%m-%dT%H:%M:%S}+07:00">'
        f'{american_date(s.published)}</time></a> by <a href="/author/x">{s.author}</a></div>'
    )
    return Printed(html, s.author, DAY)


@form()
def wordpress_indonesian(s: Story) -> Printed:
    html = (
        f'<div class="entry-meta"><span>Oleh <a href="/author/x">{s.author}</a></span> / '
        f"<span>{long_date(s.published)}</span> / <span>Tinggalkan Komentar</span></div>"
    )
    return Printed(html, s.author, DAY)


@form()
def opensid(s: Story) -> Printed:
    html = (
        f'<ul class="info"><li><i class="fa fa-clock-o"></i> {long_date(s.published)} {s.published:%H:%M:%S}</li>'
        f'<li><i class="fa fa-user"></i> {s.author}</li><li><i class="fa fa-eye"></i> {dots(s.views)} Kali Dibaca</li>'
        f'<li><i class="fa fa-folder"></i> <a href="/kategori/x">{s.section}</a></li></ul>'
    )
    return Printed(html, s.author, SECOND, s.views, s.section)


@form()
def lokomedia(s: Story) -> Printed:
    html = (
        f"<span class=date>{full_date(s.published)} - {s.published:%H:%M:%S} WIB</span><br>"
        f"<span class=posting>Diposting oleh : <b>{s.author}</b><br>Kategori: <a href='/kategori-1-x.html'>{s.section}</a>"
        f" - Dibaca: <b>{s.views}</b> kali</span>"
    )
    return Printed(html, s.author, SECOND, s.views, s.section)


@form()
def cells(s: Story) -> Printed:
    rows = "".join(
        f"<tr><td>{label}</td><td>:</td><td>{value}</td></tr>"
        for label, value in (("Penulis", s.author), ("Tanggal", long_date(s.published)), ("Dibaca", f"{s.views} kali"))
    )
    return Printed(f"<table>{rows}</table>", s.author, DAY, s.views)


@form()
def divs_in_a_row(s: Story) -> Printed:
    html = (
        f'<div class="f1"><div class="f2">{s.author}</div><div class="f2">{short_date(s.published)}</div>'
        f'<div class="f2">{s.views} Views</div></div>'
    )
    return Printed(html, s.author, DAY, s.views)


@form()
def bullets(s: Story) -> Printed:
    html = f"<p>Penulis: {s.author} &bull; {short_date(s.published)} &bull; Dibaca: {s.views}</p>"
    return Printed(html, s.author, DAY, s.views)


@form()
def numeric_slashes(s: Story) -> Printed:
    html = f"<p>{DAYS[s.published.weekday()]} {s.published:%d/%m/%Y %H:%M} WIB | oleh {s.author}</p>"
    return Printed(html, s.author, MINUTE)


@form()
def posted_by_paren(s: Story) -> Printed:
    html = f"<div>{s.author}, {short_date(s.published)} ({s.views}x)</div>"
    return Printed(html, s.author, DAY, s.views)


@form()
def published_and_changed(s: Story) -> Printed:
    html = (
        f"<p>Diterbitkan {long_date(s.published)} {s.published:%H:%M} oleh {s.author}</p>"
        "<p>Terakhir diperbarui 30 Juli 2025 10:00</p>"
    )
    return Printed(html, s.author, MINUTE)


@form(below_body=True)
def below_words(s: Story) -> Printed:
    html = f"<div>Ditulis oleh : <b>{s.author}</b> pada {long_date(s.published)} - {s.views} views</div>"
    return Printed(html, s.author, DAY, s.views)


@form(below_body=True)
def below_lines(s: Story) -> Printed:
    html = (
        f"<p>Penulis : {s.author}<br>Editor : Rina Wulandari<br>Tanggal : {long_date(s.published)}<br>"
        f"Dibaca : {s.views} kali</p>"
    )
    return Printed(html, s.author, DAY, s.views)


@form()
def with_share_words(s: Story) -> Printed:
    html = (
        f"<div><span>{s.author}</span> - <span>{long_date(s.published)}</span> - <span>{s.views} Pembaca</span></div>"
        '<div>Bagikan : <a href="https://facebook.com/sharer">Facebook</a> <a href="https://twitter.com/x">Twitter</a> '
        '<a href="https://wa.me/">WhatsApp</a></div>'
    )
    return Printed(html, s.author, DAY, s.views)


@form()
def eye_without_label_in_cells(s: Story) -> Printed:
    html = (
        f'<table><tr><td><i class="fas fa-calendar-alt"></i> {s.published:%Y-%m-%d %H:%M:%S}</td>'
        f'<td><i class="fas fa-eye"></i> {s.views}</td></tr></table>'
    )
    return Printed(html, None, SECOND, s.views)


@form()
def jogjaprov(s: Story) -> Printed:
    html = (
        f'<div class="author">by <a href="/author/2">{s.author}</a></div><div class="meta"><div class="date">'
        f"{long_date(s.published)}</div></div>"
    )
    return Printed(html, s.author, DAY)


@form()
def nothing(s: Story) -> Printed:
    return Printed("")


@form()
def svg_icons(s: Story) -> Printed:
    svg = '<svg width="16" height="16" viewBox="0 0 16 16"><path d="M8 0"/></svg>'
    html = (
        f"<div><div>{svg}<span>{s.author}</span></div><div>{svg}<span>{full_date(s.published)}</span></div>"
        f"<div>{svg}<span>{s.views} kali dibaca</span></div></div>"
    )
    return Printed(html, s.author, DAY, s.views)


@form()
def with_section_link(s: Story) -> Printed:
    html = (
        f'<div><a href="/kategori/x">{s.section}</a> | {full_date(s.published)}, {s.published:%H.%M} WIB | '
        f"{s.author} | {s.views} views</div>"
    )
    return Printed(html, s.author, MINUTE, s.views, s.section)


@form(kept_aside=True)
def sentence(s: Story) -> Printed:
    html = (
        f"<p>Dipublikasikan oleh <strong>{s.author}</strong> pada hari {full_date(s.published)} pukul "
        f"{s.published:%H.%M} WIB dan telah dibaca sebanyak {dots(s.views)} kali</p>"
    )
    return Printed(html, s.author, MINUTE, s.views)


@form(kept_aside=True)
def ionic_columns(s: Story) -> Printed:
    html = (
        f'<div class="row"><div class="col"><ion-icon name="calendar"></ion-icon><b>Tanggal</b><br>{short_date(s.published)}'
        f'</div><div class="col"><b>Penulis</b><br>{s.author}</div><div class="col"><b>Hits</b><br>{s.views}</div></div>'
    )
    return Printed(html, s.author, DAY, s.views)
