"""What every page of the sample site has around its own matter: head, menu, popular list, footer, in two designs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape

from blitar_scraper.demo.articles import SampleArticle, long_date, short_date, weekday

SITE_NAME = "Pemerintah Kota Blitar"


@dataclass(frozen=True, slots=True)
class Moment:
    """What the site knows when it renders a page: its address, its own day, and how often each article was read."""

    base_url: str
    today: date
    views: Callable[[SampleArticle], int]
    newest: tuple[SampleArticle, ...]
    popular: tuple[SampleArticle, ...]

    @property
    def clock(self) -> str:
        """The line in the page head: `Senin, 2 Maret 2026 | 10:15 WIB`. It is no article's date."""
        return f"{weekday(self.today)}, {long_date(self.today)} | 10:15 WIB"


CREST = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 56" width="48" height="56" role="img" '
    'aria-label="Lambang"><path d="M2 2h44v30c0 12-10 18-22 22C12 50 2 44 2 32z" fill="#1b5e3a" stroke="#e3b341" '
    'stroke-width="3"/><path d="M24 9l3 7 8 .5-6 5 2 7.5-7-4-7 4 2-7.5-6-5 8-.5z" fill="#e3b341"/>'
    '<path d="M9 36c6-4 9 3 15 0s9-4 15 0" fill="none" stroke="#fff" stroke-width="2.5"/></svg>'
)

STYLE = """
*{box-sizing:border-box}body{margin:0;font:16px/1.65 system-ui,sans-serif;color:#222;background:#f3f5f4}
a{color:#14603a;text-decoration:none}a:hover{text-decoration:underline}img{max-width:100%}
.container{max-width:1080px;margin:0 auto;padding:0 16px}.topbar{background:#123f28;color:#dfe9e3;font-size:13px}
.topbar .container{display:flex;justify-content:space-between;padding:6px 16px}.topbar a{color:#fff}
.masthead{background:#fff;border-bottom:3px solid #e3b341}.masthead .container{display:flex;gap:14px;
align-items:center;padding:14px 16px}.masthead b{font-size:21px;line-height:1.2}.masthead small{color:#666}
nav.menu{margin-left:auto;display:flex;gap:18px;align-items:center;flex-wrap:wrap}nav.menu input{padding:5px 9px;
border:1px solid #ccc;border-radius:4px}.row{display:flex;gap:28px;flex-wrap:wrap;padding:26px 0}
.col-lg-8{flex:1 1 600px;min-width:0}.col-lg-4{flex:0 1 310px}.card{background:#fff;border-radius:8px;padding:22px;
box-shadow:0 1px 4px #0002}.label{display:inline-block;background:#e3b341;color:#3b2c00;font-size:12px;
font-weight:700;letter-spacing:.08em;padding:2px 10px;border-radius:3px}.kicker{color:#a15c00;margin:8px 0 -10px}
h1,h2,h3,h4{line-height:1.3}.post-meta{color:#667;font-size:14px;margin-bottom:14px}.post-meta span{margin-right:14px}
.img-detail{width:100%;border-radius:6px}
.post-item{display:flex;gap:16px;padding:16px 0;border-bottom:1px solid #e5e8e6}

.post-item>a{flex:none}.post-item img{width:150px;height:94px;object-fit:cover;border-radius:6px}.post-item h4{margin:0}
.post-item p{margin:4px 0}.meta{color:#778;font-size:13px}.pagination{display:flex;gap:6px;list-style:none;padding:0}
.pagination a,.pagination span{display:block;
padding:4px 11px;border:1px solid #ccd3cf;border-radius:4px;background:#fff}
.pagination .active span{background:#14603a;color:#fff}footer{background:#123f28;color:#cfdcd4;padding:22px 0;
font-size:14px}footer a{color:#fff}
table.isi{border-collapse:collapse}table.isi td{border:1px solid #ccc;padding:4px 10px}
.fa::before{content:"\\2022";margin-right:5px;color:#14603a}.tags a{margin-right:8px}
"""

_MENU = (
    ("/beranda", "Beranda"),
    ("/profil", "Profil"),
    ("/berita", "Berita"),
    ("/agenda", "Agenda"),
    ("https://ppid.blitarkota.go.id/", "PPID"),
    ("/kontak", "Kontak"),
)


def byline(article: SampleArticle, views: int) -> str:
    """The listing's byline: `by Admin Kota | 10 May 2019 | 3648x Dilihat`; without a date where none is shown."""
    parts = [f"by {article.author}", article.printed_date, f"{views}x Dilihat"]
    return " | ".join(part for part in parts if part)


def page(title: str, content: str, moment: Moment, head: str = "") -> str:
    """A page of today's design."""
    menu = "".join(f'<a href="{address}">{name}</a>' for address, name in _MENU)
    return f"""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<link rel="icon" href="/favicon.svg">
{head}<style>{STYLE}</style>
</head>
<body>
<div class="topbar"><div class="container">
  <span>{moment.clock}</span>
  <span><a href="mailto:pemkot@blitarkota.go.id">pemkot@blitarkota.go.id</a></span>
</div></div>
<header class="masthead"><div class="container">
  <a href="/">{CREST}</a>
  <div><b>{SITE_NAME}</b><br><small>Website Resmi</small></div>
  <nav class="menu">{menu}
    <form action="/cari" method="get"><input type="search" name="q" placeholder="Cari berita ..."></form>
  </nav>
</div></header>
<div class="container">
<div class="row">
{content}
</div>
</div>
<footer><div class="container">
  <p>&copy; Copyright 2023 {SITE_NAME}. All Rights Reserved</p>
  <p><a href="https://www.blitarkota.go.id/">Situs resmi</a> &middot; <a href="https://jatimprov.go.id/">Jawa Timur</a>
  &middot; <a href="/admin/login">Login</a> &middot; situs contoh, bukan situs resmi</p>
</div></footer>
</body>
</html>
"""


def popular_box(moment: Moment) -> str:
    """ "Berita Populer", as the real article page has it: title, author and date of two articles."""
    entries = "\n".join(
        f'<div class="popular-item">\n<h4><a href="{article.path}">{escape(article.title)}</a></h4>\n'
        f'<p class="meta">by {article.author} | {short_date(article.published_on)}</p>\n</div>'
        for article in moment.popular
    )
    return f'<div class="col-lg-4">\n<div class="card">\n<h3>Berita Populer</h3>\n{entries}\n</div>\n</div>'


def old_page(content: str, moment: Moment, charset: str = "utf-8") -> str:
    """A page of the design before 2021: tables, one title for all pages, a canonical address that is the home page."""
    menu = "".join(f'<tr><td>&raquo; <a href="{address}">{name}</a></td></tr>\n' for address, name in _MENU)
    ticker = " &nbsp;***&nbsp; ".join(escape(article.title) for article in moment.newest[:4])
    popular = "".join(
        f'<tr><td><a href="{article.path}">{escape(article.title)}</a><br>'
        f'<font size="1" color="#666666">by {article.author} | {short_date(article.published_on)}</font></td></tr>\n'
        for article in moment.popular
    )
    visitors = 400 + moment.today.toordinal() % 90
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{SITE_NAME}</title>
<link rel="canonical" href="{moment.base_url}/">
<link rel="icon" href="/favicon.svg">
</head>
<body bgcolor="#e8efe9" leftmargin="0" topmargin="0">
<table width="980" align="center" bgcolor="#ffffff" cellpadding="8" cellspacing="0" border="0">
<tr><td colspan="3" bgcolor="#123f28"><table width="100%"><tr><td width="60"><a href="/">{CREST}</a></td>
<td><font color="#ffffff" size="5" face="Verdana"><b>{SITE_NAME}</b></font></td>
<td align="right"><font color="#e3b341" size="2">{moment.clock}</font></td></tr></table></td></tr>
<tr><td colspan="3" bgcolor="#f6e7b5"><marquee scrollamount="4">{ticker}</marquee></td></tr>
<tr valign="top">
<td width="150"><table width="100%" cellpadding="3">
<tr><td bgcolor="#1b5e3a"><font color="#ffffff"><b>Menu Utama</b></font></td></tr>
{menu}<tr><td><form action="/cari" method="get"><input name="q" size="12">
<input type="submit" value="Cari"></form></td></tr>
<tr><td bgcolor="#1b5e3a"><font color="#ffffff"><b>Statistik</b></font></td></tr>
<tr><td><font size="2">Pengunjung hari ini : {visitors}<br>Total dilihat : {visitors * 1307}</font></td></tr>
</table></td>
<td>
{content}
</td>
<td width="190"><table width="100%" cellpadding="3">
<tr><td bgcolor="#1b5e3a"><font color="#ffffff"><b>Berita Populer</b></font></td></tr>
{popular}</table></td>
</tr>
<tr><td colspan="3" align="center" bgcolor="#123f28"><font color="#ffffff" size="1">&copy; Copyright 2018 {SITE_NAME}.
All Rights Reserved &middot; situs contoh, bukan situs resmi &middot; <a href="/admin/login">Login</a></font></td></tr>
</table>
</body>
</html>
"""
