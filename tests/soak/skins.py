"""The markups: how a system prints an article and a list of them. Nine that differ in what a reader can tell facts by."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape as e


@dataclass(frozen=True, slots=True)
class Printed:
    """What a page prints of one article; None: it is not printed. `date` is the text as it stands there."""

    path: str
    title: str
    author: str | None
    date: str | None
    views: int | None
    section: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(f"<p>{e(line)}</p>" for line in self.paragraphs)

    @property
    def teaser(self) -> str:
        return e(self.paragraphs[0][:90])


@dataclass(frozen=True, slots=True)
class Skin:
    """`article` prints one, `row` its entry in a listing, `frame` what stands around either (site's name, inner)."""

    article: Callable[[Printed], str]
    row: Callable[[Printed], str]
    frame: Callable[[str, str, str], str]  # the site's name, its listing's path, what the page holds
    pager: Callable[[Sequence[tuple[str, str]]], str]  # (label, path) of pages


def _joined(mark: str, *parts: str | None) -> str:
    return mark.join(part for part in parts if part)


def _if(value: object, text: str) -> str | None:
    return None if value is None else text


_MENU = (
    ("/profil/sejarah", "Sejarah"), ("/profil/visi-misi", "Visi dan Misi"), ("/layanan", "Layanan Publik"),
    ("/ppid", "PPID"), ("/galeri", "Galeri"), ("/kontak", "Kontak"),
)  # fmt: skip


def _menu(listing: str, tag: str = "li") -> str:
    links = (("/", "Beranda"), (listing, "Berita"), *_MENU)
    return "".join(f'<{tag}><a href="{path}">{name}</a></{tag}>' for path, name in links)


def _bootstrap(name: str, listing: str, inner: str) -> str:
    return f'<header class="navbar"><a class="navbar-brand" href="/">{name}</a><ul class="navbar-nav">{_menu(listing)}</ul></header><div class="container"><div class="row"><div class="col-lg-8">{inner}</div><aside class="col-lg-4"><h4>Tautan</h4><ul><li><a href="/agenda">Agenda</a></li><li><a href="/unduhan">Unduhan</a></li></ul></aside></div></div><footer><p>&copy; 2025 {name}. Jalan Raya 1, telepon (0342) 123456.</p></footer>'


def _wordpress(name: str, listing: str, inner: str) -> str:
    return f'<div id="page" class="site"><header class="site-header"><p class="site-title"><a href="/" rel="home">{name}</a></p><nav class="main-navigation"><ul>{_menu(listing)}</ul></nav></header><div class="site-content"><main id="main" class="site-main">{inner}</main></div><footer class="site-footer"><p>Hak cipta 2025 {name}, Jalan Raya 1.</p></footer></div>'


def _tables(name: str, listing: str, inner: str) -> str:
    return f'<table width="960" align="center"><tr><td colspan="2"><img src="/banner.jpg" alt="{name}"></td></tr><tr><td valign="top" width="200"><b>MENU</b>{_menu(listing, "p")}</td><td valign="top">{inner}</td></tr><tr><td colspan="2"><small>Hak Cipta 2025 {name}, Jalan Raya 1 Telp. (0342) 801171</small></td></tr></table>'


def _tailwind(name: str, listing: str, inner: str) -> str:
    return f'<div class="min-h-screen"><nav class="flex"><a href="/" class="font-bold">{name}</a>{_menu(listing, "span")}</nav><section class="py-12"><div class="max-w-4xl mx-auto">{inner}</div></section><footer class="bg-gray-50"><p>2025 {name}, Jalan Raya 1</p></footer></div>'


def _numbers(pages: Sequence[tuple[str, str]]) -> str:
    rows = "".join(
        f'<li class="page-item"><a class="page-link" href="{path}">{label}</a></li>' for label, path in pages
    )
    return f'<ul class="pagination">{rows}</ul>' if pages else ""


def _words(pages: Sequence[tuple[str, str]]) -> str:
    onward = [path for label, path in pages if label == "»"]
    return (
        f'<nav class="navigation pagination"><a class="next page-numbers" href="{onward[0]}">Berikutnya</a></nav>'
        if onward
        else ""
    )


def _plain_numbers(pages: Sequence[tuple[str, str]]) -> str:
    return "<div class=paging>" + " | ".join(f"<a href='{path}'>{e(label)}</a>" for label, path in pages) + "</div>"


# Articles


def _cards(p: Printed) -> str:
    line = _joined(" | ", _if(p.author, f"by {e(p.author or '')}"), p.date, _if(p.views, f"{p.views}x Dilihat"))
    return f'<article class="post"><h2 class="judul">{e(p.title)}</h2><p class="meta">{line}</p><div class="isi">{p.text}</div></article>'


def _entry(p: Printed) -> str:
    by = _if(
        p.author,
        f'<span class="byline">Oleh <a class="url fn n" rel="author" href="/author/a/">{e(p.author or "")}</a></span>',
    )
    day = _if(p.date, f'<span class="posted-on"><time class="entry-date">{p.date}</time></span>')
    views = _if(p.views, f'<span class="post-views">{p.views} kali dilihat</span>')
    return f'<article class="hentry"><header class="entry-header"><h1 class="entry-title">{e(p.title)}</h1><div class="entry-meta">{_joined(" ", day, by, views)}</div></header><div class="entry-content">{p.text}</div></article>'


def _village(p: Printed) -> str:
    facts = (
        p.author and f'<li><i class="fa fa-user"></i> {e(p.author)}</li>',
        _if(p.date, f'<li><i class="fa fa-calendar"></i> {p.date}</li>'),
        _if(p.views, f'<li><i class="fa fa-eye"></i> Dibaca {p.views} Kali</li>'),
    )
    return f'<div class="content"><h1>{e(p.title)}</h1><ul>{_joined("", *facts)}</ul><div class="teks">{p.text}</div></div>'


def _joomla(p: Printed) -> str:
    facts = (
        _if(p.author, f'<dd class="createdby">Ditulis oleh {e(p.author or "")}</dd>'),
        _if(p.date, f'<dd class="published">Diterbitkan: {p.date}</dd>'),
        _if(p.views, f'<dd class="hits">Dilihat: {p.views}</dd>'),
    )
    return f'<div class="item-page"><h2 itemprop="headline">{e(p.title)}</h2><dl class="article-info">{_joined("", *facts)}</dl><div itemprop="articleBody">{p.text}</div></div>'


def _lokomedia(p: Printed) -> str:
    line = _joined(
        " - ", _if(p.author, f"Diposting oleh : {e(p.author or '')}"), _if(p.views, f"Dibaca: {p.views} kali")
    )
    return f"<div id=kiri><h2>{e(p.title)}</h2><span class=tgl>{p.date or ''}</span><br><span class=post>{line}</span><br>{p.text}</div>"


def _laravel(p: Printed) -> str:
    facts = (
        _if(p.author, f'<span class="mr-2">👤 {e(p.author or "")}</span>'),
        _if(p.date, f'<span class="mr-2">📅 {p.date}</span>'),
        _if(p.views, f'<span class="mr-2">👁️ {p.views} kali dibaca</span>'),
    )
    return f'<div class="space-y-2"><h2 class="text-2xl font-bold">{e(p.title)}</h2><div class="flex text-sm">{_joined(" ", *facts)}</div></div><div class="prose">{p.text}</div>'


def _icons(p: Printed) -> str:
    facts = (
        _if(p.date, f'<span><i class="icofont-calendar"></i> {p.date}</span>'),
        _if(p.author, f'<span><i class="icofont-user-alt-3"></i> {e(p.author or "")}</span>'),
        _if(p.views, f'<span><i class="icofont-eye"></i> {p.views} Views</span>'),
    )
    return f'<div class="single-news"><div class="meta">{_joined(" ", *facts)}</div><h1 class="judul">{e(p.title)}</h1><div class="isi">{p.text}</div></div>'


def _labels(p: Printed) -> str:
    facts = (
        _if(p.date, f"<tr><td>Tanggal</td><td>:</td><td>{p.date}</td></tr>"),
        _if(p.author, f"<tr><td>Penulis</td><td>:</td><td>{e(p.author or '')}</td></tr>"),
        _if(p.views, f"<tr><td>Dibaca</td><td>:</td><td>{p.views} kali</td></tr>"),
    )
    return f'<h3>{e(p.title)}</h3><table class="info">{_joined("", *facts)}</table><div class="detail">{p.text}</div>'


def _plain(p: Printed) -> str:
    line = _joined(
        " / ", p.date, _if(p.author, f"Penulis: {e(p.author or '')}"), _if(p.views, f"dibaca {p.views} kali")
    )
    return (
        f'<section class="konten"><h3 class="head">{e(p.title)}</h3><small>{line}</small><div>{p.text}</div></section>'
    )


# Entries of listings


def _card(p: Printed) -> str:
    line = _joined(" | ", p.date, _if(p.views, f"{p.views}x Dilihat"))
    return (
        f'<div class="card"><a href="{p.path}"><h5>{e(p.title)}</h5></a><small>{line}</small><p>{p.teaser}...</p></div>'
    )


def _summary(p: Printed) -> str:
    return f'<article><h2 class="entry-title"><a href="{p.path}">{e(p.title)}</a></h2><p>{p.date or ""}</p><p>{p.teaser} [&hellip;]</p></article>'


def _box(p: Printed) -> str:
    views = _if(p.views, f'<i class="fa fa-eye"></i> Dibaca {p.views} Kali')
    return f'<div class="artikel"><h3><a href="{p.path}">{e(p.title)}</a></h3><p><i class="fa fa-calendar"></i> {_joined(" ", p.date, views)}</p><p>{p.teaser}...</p></div>'


def _item(p: Printed) -> str:
    facts = _joined("", _if(p.date, f"<dd>Diterbitkan: {p.date}</dd>"), _if(p.views, f"<dd>Dilihat: {p.views}</dd>"))
    return f'<div class="items-row"><h2><a href="{p.path}">{e(p.title)}</a></h2><dl>{facts}</dl><p>{p.teaser}</p></div>'


def _line(p: Printed) -> str:
    return f"<h4><a href='{p.path}'>{e(p.title)}</a></h4><span>{p.date or ''}</span><p>{p.teaser} ...</p><hr>"


SKIN: dict[str, Skin] = {
    "cards": Skin(_cards, _card, _bootstrap, _numbers),
    "wordpress": Skin(_entry, _summary, _wordpress, _words),
    "opensid": Skin(_village, _box, _bootstrap, _numbers),
    "joomla": Skin(_joomla, _item, _wordpress, _numbers),
    "lokomedia": Skin(_lokomedia, _line, _tables, _plain_numbers),
    "laravel": Skin(_laravel, _card, _tailwind, _numbers),
    "icons": Skin(_icons, _box, _bootstrap, _numbers),
    "labels": Skin(_labels, _line, _tables, _plain_numbers),
    "plain": Skin(_plain, _summary, _tailwind, _numbers),
}
