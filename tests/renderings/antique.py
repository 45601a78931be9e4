"""Renderings of the years of table layouts, upper-case tags and `<font>`: many such sites still run."""

from __future__ import annotations

from tests.renderings.parts import (
    AGENCY,
    CONTACT,
    HEADER,
    IMAGE,
    OTHERS,
    PAGE_URL,
    POPULAR,
    PROSE,
    TITLE,
    TODAY,
    head,
    lying_opengraph,
    menu,
    rendering,
    share_words,
    texts,
    wrapped,
)

_HTML4 = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">'


@rendering()
def three_column_table() -> str:
    """The sidebar's cell comes before the article's; title in bold, text in one cell with `<br><br>`."""
    popular = "".join(
        f'<tr><td><a href="{address}">{title}</a><br><font size="1">by Admin Kota | {day}</font></td></tr>'
        for title, address, day in POPULAR
    )
    body = "<br><br>\n".join(texts())
    return f"""{_HTML4}
<html>{head()}
<body bgcolor="#ffffff">
<table width="960" border="0" cellpadding="6" align="center">
<tr><td colspan="3"><img src="/images/banner.gif" width="960" height="120"></td></tr>
<tr><td colspan="3" align="right"><font size="1">{TODAY}</font></td></tr>
<tr valign="top">
<td width="180"><table><tr><td><b>Menu</b></td></tr><tr><td>{menu("div")}</td></tr>
<tr><td><b>Berita Populer</b></td></tr>{popular}</table></td>
<td><font size="1">BERITA</font><br>
<font size="4"><b>{TITLE}</b></font><br>
<font size="1" color="#999999">by Admin Kota | 27 Sep 2024 | 142x Dilihat</font><br>
<img src="{IMAGE}" width="300"><br>
{body}</td>
<td width="160"><b>Agenda</b><br>10 Oktober 2024<br>Rapat Paripurna<br><br><b>Polling</b><br>
<form><input type="radio"> Baik <input type="radio"> Cukup <input type="submit" value="Pilih"></form></td>
</tr>
<tr><td colspan="3" align="center">Copyright {AGENCY}</td></tr>
</table>
</body></html>"""


@rendering(views_raw="142 kali", popular=[])
def facts_in_cells() -> str:
    """Nested tables: every fact has a row of label, colon and value; the text stands in its own table."""
    facts = "".join(
        f"<tr><td>{label}</td><td>:</td><td>{value}</td></tr>"
        for label, value in (
            ("Kategori", "BERITA"),
            ("Penulis", "Admin Kota"),
            ("Tanggal", "27 Sep 2024"),
            ("Dibaca", "142 kali"),
        )
    )
    body = "".join(f'<p align="justify"><font face="Verdana" size="2">{line}</font></p>' for line in texts())
    return f"""{_HTML4}
<html>{head(AGENCY, lying_opengraph())}
<body>
<table width="100%"><tr><td><table width="100%"><tr>{menu("td")}</tr></table></td></tr>
<tr><td><table width="100%"><tr><td width="70%" valign="top">
<table width="100%"><tr><td class="judul"><strong>{TITLE}</strong></td></tr>
<tr><td><table class="fakta">{facts}</table></td></tr>
<tr><td align="center"><img src="{IMAGE}" border="1"></td></tr>
<tr><td><table width="100%"><tr><td>{body}</td></tr></table></td></tr>
<tr><td>Share : {share_words(" ")}</td></tr></table>
</td><td width="30%" valign="top"><table><tr><td><b>Berita Lain</b></td></tr>
<tr><td><a href="{OTHERS[0][1]}">{OTHERS[0][0]}</a> ({OTHERS[0][2]})</td></tr>
<tr><td><a href="{OTHERS[1][1]}">{OTHERS[1][0]}</a> ({OTHERS[1][2]})</td></tr></table></td></tr></table></td></tr>
<tr><td bgcolor="#003366"><font color="white">{AGENCY}</font></td></tr></table>
</body></html>"""


@rendering(popular=[])
def upper_case_unclosed() -> str:
    """Upper-case tags; `<P>`, `<LI>`, `<TD>` and `<TR>` are never closed."""
    body = "\n<P>".join(wrapped(line, "") for line in texts(entities=True))
    others = "".join(f"<LI><A HREF={address}>{title}</A> {day}\n" for title, address, day, _ in OTHERS)
    return f"""<HTML><HEAD><TITLE>{AGENCY}</TITLE>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8"></HEAD>
<BODY BGCOLOR=WHITE>
<CENTER><H1>{AGENCY}</H1></CENTER>
<MARQUEE>Selamat datang di situs resmi {AGENCY} - {OTHERS[1][0]}</MARQUEE>
<TABLE WIDTH=100%><TR><TD WIDTH=25% VALIGN=TOP>
<B>Berita Terkini</B><UL>
{others}</UL>
<TD VALIGN=TOP>
<FONT SIZE=1>BERITA</FONT>
<H3>{TITLE}</H3>
<I>by Admin Kota | 27 Sep 2024 | 142x Dilihat</I>
<P><IMG SRC="{IMAGE}" ALIGN=LEFT>
<P>{body}
<TR><TD COLSPAN=2><HR>Copyright {AGENCY}
</TABLE></BODY></HTML>"""


@rendering(published_raw="27 September 2024", views_raw="Dibaca 142 kali", section="Berita", popular=[])
def quoted_block() -> str:
    """Text within a block quotation; the author and the rest in one line with other labels; no page heading."""
    body = "".join(f"<p>{line}</p>" for line in texts())
    return f"""{_HTML4}
<html>{head("Kota Blitar - Bumi Bung Karno")}
<body>
<div id="wrapper"><div id="atas"><span class="hari">{TODAY}</span></div>
<div id="kiri"><div class="kotak"><div class="judulkotak">Menu</div>{menu("div")}</div></div>
<div id="tengah">
<span class="posisi"><a href="/">Beranda</a> &raquo; <a href="/berita">Berita</a></span>
<br><br><span class="judul"><b>{TITLE}</b></span><br>
<span class="posting">Diposting oleh : Admin Kota, Tanggal : 27 September 2024, Dibaca 142 kali</span>
<blockquote><img src="{IMAGE}" hspace="10" border="0" align="left">{body}</blockquote>
<a href="javascript:history.go(-1)">[ Kembali ]</a>
<table class="komentar"><tr><td><b>Isi Komentar :</b></td></tr><tr><td><form>Nama <input name="nama"> Website
<input name="url"> Komentar <textarea name="pesan"></textarea></form></td></tr></table>
</div></div>
<div id="kaki">{AGENCY}</div>
</body></html>"""


@rendering()
def everything_in_one_cell() -> str:
    """Section, title, byline, picture, text and popular posts are one cell's text and `<br>`."""
    body = "<br>\n<br>\n".join(wrapped(line, "") for line in texts([*HEADER, *PROSE]))
    contact = "<br>\n".join(texts(CONTACT))
    popular = "<br>\n".join(
        f'<a href="{address}">{title}</a><br>\nby Admin Kota | {day}<br>' for title, address, day in POPULAR
    )
    return f"""{_HTML4}
<html>{head(AGENCY + " - Berita")}
<body><table width="800" align="center">
<tr><td height="80" bgcolor="navy"><font color="white" size="5">{AGENCY}</font></td></tr>
<tr><td>{menu("span")}</td></tr>
<tr><td>BERITA<br><br>
<b>{TITLE}</b><br><br>
Admin Kota 27 Sep 2024 142x <a href="https://www.facebook.com/sharer/sharer.php?u={PAGE_URL}">Share</a><br>
<img src="{IMAGE}" alt="img-berita"><br><br>
{body}<br><br><br><br>
{contact}<br><br>
<b>Berita Populer</b><br>
{popular}
</td></tr>
<tr><td bgcolor="navy"><font color="white">&copy; Copyright 2023 {AGENCY}. All Rights Reserved</font></td></tr></table>
</body></html>"""


@rendering(popular=[], views_raw="Hits : 142", section="BERITA")
def justified_float() -> str:
    """Text of a justified `div` flows around the picture in it; date and counter stand apart from the author."""
    body = "<br />\n<br />\n".join(texts(entities=True))
    related = "".join(
        f'<tr><td class="tgl">{day}</td><td><a href="{address}">{title}</a></td><td>{views}</td></tr>'
        for title, address, day, views in OTHERS
    )
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">{head(f"{TITLE} :: {AGENCY}")}
<body>
<div id="top"><div id="date">{TODAY}</div></div>
<div id="isi">
<div class="subjudul">BERITA</div>
<div class="title">{TITLE}</div>
<div class="tgl">27 Sep 2024</div>
<div align="justify"><img src="{IMAGE}" alt="" style="float: left; width: 280px; margin: 0 12px 8px 0" />
{body}
</div>
<div class="hits">Oleh : Admin Kota &nbsp;|&nbsp; Hits : 142</div>
<div class="terkait"><b>Berita Terkait</b><table>{related}</table></div>
</div>
<div id="bawah">{AGENCY}, Jl. Merdeka 105 Kota Blitar</div>
</body></html>"""


@rendering(section=None, popular=[])
def heading_links_to_itself() -> str:
    """The title is a link to the page, twice: small in the path, large in the text; the list item is the article."""
    body = "\n".join(f"<p>{line}<p>" for line in texts())
    return f"""<html>{head("Website Resmi", '<base href="https://www.blitarkota.go.id/">')}
<body><div class="path"><a href="/">Home</a> &gt; <a href="{PAGE_URL}">{TITLE}</a></div>
<ul class="news"><li class="news-item"><div class="caption"><a href="{PAGE_URL}"><b>{TITLE}</b></a>
<div class="small">Admin Kota, 27 Sep 2024 (142x)</div></div>
<div class="pic"><img src="{IMAGE.lstrip("/")}" /></div>
{body}
</ul>
<div class="pager"><a href="/berita?page=2">Berita selanjutnya</a></div>
<div class="end">{AGENCY} 2024</div>
</body></html>"""


ALL = (
    three_column_table,
    facts_in_cells,
    upper_case_unclosed,
    quoted_block,
    everything_in_one_cell,
    justified_float,
    heading_links_to_itself,
)
