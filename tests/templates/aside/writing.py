"""What the templates kept aside have in common: the ways in which texts are written, and the furniture of a page.

Nothing here knows how pages are read. The templates around it follow the markup of public themes and of the source of
government sites that is public; each says in its docstring which kind of page it is.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from tests.templates.facts import Block, Comment, Facts, Other
from tests.templates.printing import dots, full


def e(text: str) -> str:
    return html.escape(text, quote=False)


def q(text: str) -> str:
    """For an attribute."""
    return html.escape(text)


# The article's text, in the ways that editors leave it in the database


def _rows(rows: Sequence[Sequence[str]], cell: str = "<td>{}</td>") -> str:
    return "\n".join("<tr>" + "".join(cell.format(e(text)) for text in row) + "</tr>" for row in rows)


def _items(block: Block, attributes: str = "") -> str:
    items = "\n".join(f"<li{attributes}>{e(row[0])}</li>" for row in block.rows)
    return f"<{block.kind}>\n{items}\n</{block.kind}>"


def _signed(facts: Facts) -> list[Block]:
    return [*facts.blocks, *([Block("p", facts.signature)] if facts.signature else [])]


def plain(facts: Facts) -> str:
    """Paragraphs as a tidy editor writes them."""
    made: dict[str, Callable[[Block], str]] = {
        "p": lambda block: f"<p>{e(block.text)}</p>",
        "h": lambda block: f"<h3>{e(block.text)}</h3>",
        "ul": _items,
        "ol": _items,
        "table": lambda block: f"<table><tbody>\n{_rows(block.rows)}\n</tbody></table>",
        "quote": lambda block: f"<blockquote><p>{e(block.text)}</p></blockquote>",
        "image": lambda block: (
            f'<figure><img src="/uploads/isi/{facts.id}.jpg" alt=""><figcaption>{e(block.text)}</figcaption></figure>'
        ),
        "also": lambda block: f'<p><strong>Baca juga: <a href="/berita/lain">{e(block.text)}</a></strong></p>',
    }
    return "\n".join(made[block.kind](block) for block in _signed(facts))


def justified(facts: Facts) -> str:
    """TinyMCE of long ago: aligned paragraphs, spans that set the font, empty paragraphs between."""

    def paragraph(block: Block) -> str:
        return (
            '<p style="text-align: justify;"><span style="font-family: arial, helvetica; font-size: 14px;">'
            f'{e(block.text)}</span></p>\n<p style="text-align: justify;">&nbsp;</p>'
        )

    made: dict[str, Callable[[Block], str]] = {
        "p": paragraph,
        "h": lambda block: f'<p style="text-align: justify;"><strong>{e(block.text)}</strong></p>',
        "ul": lambda block: _items(block, ' style="text-align: justify;"'),
        "ol": lambda block: _items(block, ' style="text-align: justify;"'),
        "table": lambda block: (
            f'<table border="1" cellspacing="0" cellpadding="4"><tbody>{_rows(block.rows, "<td><p>{}</p></td>")}'
            "</tbody></table>"
        ),
        "quote": lambda block: f'<p style="padding-left: 30px; text-align: justify;"><em>{e(block.text)}</em></p>',
        "image": lambda block: (
            f'<p style="text-align: center;"><img src="/images/{facts.id}.jpg" alt="" width="600" /><br />'
            f"<em>{e(block.text)}</em></p>"
        ),
        "also": lambda block: (
            f'<p style="text-align: justify;"><strong>Baca Juga : <a href="/baca">{e(block.text)}</a></strong></p>'
        ),
    }
    return "\n".join(made[block.kind](block) for block in _signed(facts))


def pasted(facts: Facts) -> str:
    """Pasted from a word processor."""
    style = "margin-bottom:.0001pt;text-align:justify;line-height:150%"

    def words(text: str) -> str:
        half = text.find(" ", len(text) // 2)
        parts = [text[:half], text[half:]] if half > 0 else [text]
        return "".join(
            f'<span lang="IN" style="font-size:12.0pt;mso-ansi-language:IN">{e(part)}</span>' for part in parts
        )

    def paragraph(block: Block) -> str:
        return f'<p class="MsoNormal" style="{style}">{words(block.text)}<o:p></o:p></p>'

    def items(block: Block) -> str:
        made_ = "".join(f'<li class="MsoNormal" style="{style}">{words(row[0])}<o:p></o:p></li>' for row in block.rows)
        return f'<{block.kind} style="margin-top:0cm" type="1">{made_}</{block.kind}>'

    made: dict[str, Callable[[Block], str]] = {
        "p": paragraph,
        "h": lambda block: f'<p class="MsoNormal"><b>{words(block.text)}</b><o:p></o:p></p>',
        "ul": items,
        "ol": items,
        "table": lambda block: (
            '<table class="MsoNormalTable" border="0" style="border-collapse:collapse">'
            + _rows(block.rows, '<td width="120" valign="top"><p class="MsoNormal">{}<o:p></o:p></p></td>')
            + "</table>"
        ),
        "quote": paragraph,
        "image": lambda block: (
            f'<p class="MsoNormal" align="center"><img src="/foto/{facts.id}.jpeg"><o:p></o:p></p>'
            f'<p class="MsoCaption" align="center">{words(block.text)}</p>'
        ),
        "also": lambda block: f'<p class="MsoNormal"><b>Baca juga: <a href="/x">{e(block.text)}</a></b></p>',
    }
    empty = f'\n<p class="MsoNormal" style="{style}"><o:p>&nbsp;</o:p></p>\n'
    return empty.join(made[block.kind](block) for block in _signed(facts))


def chats(facts: Facts) -> str:
    """Pasted from a social network: a `div` for each line and an empty one between."""
    made: dict[str, Callable[[Block], str]] = {
        "ul": _items,
        "ol": _items,
        "table": lambda block: f'<div><table class="table">{_rows(block.rows)}</table></div>',
        "image": lambda block: f'<div><img src="/media/{facts.id}.png"></div><div><i>{e(block.text)}</i></div>',
        "also": lambda block: f'<div><b>BACA JUGA: <a href="/b">{e(block.text)}</a></b></div>',
        "h": lambda block: f'<div dir="auto"><b>{e(block.text)}</b></div>',
    }

    def line(block: Block) -> str:
        return f'<div dir="auto" style="text-align: start;">{e(block.text)}</div>'

    return '\n<div dir="auto"><br></div>\n'.join(made.get(block.kind, line)(block) for block in _signed(facts))


def broken_lines(facts: Facts) -> str:
    """One field of plain text, its line ends turned into `<br />`."""
    made: dict[str, Callable[[Block], str]] = {
        "ul": _items,
        "ol": _items,
        "table": lambda block: f'<table width="100%" border="1">{_rows(block.rows)}</table>',
        "image": lambda block: f'<img src="/foto_berita/{facts.id}isi.jpg" border="0" /><br />\n<i>{e(block.text)}</i>',
        "also": lambda block: f'<b>Baca juga: <a href="/baca-lain">{e(block.text)}</a></b>',
        "h": lambda block: f"<b>{e(block.text)}</b>",
    }
    return "<br />\n<br />\n".join(made.get(block.kind, lambda b: e(b.text))(block) for block in _signed(facts))


def unclosed(facts: Facts) -> str:
    """Paragraphs that are opened only."""
    made: dict[str, Callable[[Block], str]] = {
        "ul": lambda block: "<ul>" + "".join(f"<li>{e(row[0])}" for row in block.rows) + "</ul>",
        "ol": lambda block: "<ol>" + "".join(f"<li>{e(row[0])}" for row in block.rows) + "</ol>",
        "table": lambda block: f"<table border=1>{_rows(block.rows)}</table>",
        "image": lambda block: (
            f"<p align=center><img src='/img/{facts.id}.jpg'><br><font size=1>{e(block.text)}</font>"
        ),
        "also": lambda block: f"<p><b>Baca juga: <a href='/lain'>{e(block.text)}</a></b>",
        "h": lambda block: f"<p><b>{e(block.text)}</b>",
    }
    return "\n".join(made.get(block.kind, lambda b: f"<p align=justify>{e(b.text)}")(block) for block in _signed(facts))


def blocks(facts: Facts) -> str:
    """The block editor of WordPress."""
    made: dict[str, Callable[[Block], str]] = {
        "p": lambda block: f"<p>{e(block.text)}</p>",
        "h": lambda block: f'<h2 class="wp-block-heading">{e(block.text)}</h2>',
        "ul": lambda block: _items(block).replace("<ul>", '<ul class="wp-block-list">'),
        "ol": lambda block: _items(block).replace("<ol>", '<ol class="wp-block-list">'),
        "table": lambda block: (
            f'<figure class="wp-block-table"><table><tbody>{_rows(block.rows)}</tbody></table></figure>'
        ),
        "quote": lambda block: f'<blockquote class="wp-block-quote is-layout-flow"><p>{e(block.text)}</p></blockquote>',
        "image": lambda block: (
            f'<figure class="wp-block-image size-large"><img loading="lazy" src="/wp-content/uploads/{facts.id}.jpg" '
            f'alt="" /><figcaption class="wp-element-caption">{e(block.text)}</figcaption></figure>'
        ),
        "also": lambda block: f'<p><strong>Baca juga: <a href="/2025/lain/">{e(block.text)}</a></strong></p>',
    }
    return "\n\n".join(made[block.kind](block) for block in _signed(facts))


# Furniture


def page(facts: Facts, content: str, *, title: str | None = None, head: str = "", lang: str = "id") -> str:
    """A whole document around the content; the head's title is the article's and the agency's, unless given."""
    name = f"{facts.title} - {facts.agency}" if title is None else title
    return f"""<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{e(name)}</title>
{head}
<link rel="stylesheet" href="/assets/css/style.css">
</head>
<body>
{content}
</body>
</html>
"""


def menu(facts: Facts, words: Sequence[str] = ("Beranda", "Profil", "Berita", "Layanan", "PPID", "Kontak")) -> str:
    links = "".join(f'<li><a href="/{word.lower()}">{word}</a></li>' for word in words)
    return (
        f'<nav class="navbar"><a class="navbar-brand" href="/">{e(facts.agency)}</a><ul class="nav">{links}</ul></nav>'
    )


def today(facts: Facts) -> str:
    """The bar at the top with the day of the visit, and how the agency is reached."""
    return (
        f'<div class="topbar"><span class="tanggal-hari-ini">{full(facts.now)}</span> '
        f"<span>Telp. (0342) 80{facts.id:04}</span> <span>diskominfo@{facts.site.id}.go.id</span></div>"
    )


def listed(others: Sequence[Other], entry: Callable[[Other], str]) -> str:
    return "\n".join(entry(other) for other in others)


def visitors(facts: Facts) -> str:
    """The statistics of the whole site."""
    total = facts.views * 17 + 4211
    return f"""<div class="widget statistik"><h4>Statistik Pengunjung</h4><table>
<tr><td>Hari ini</td><td>: {facts.id % 300 + 3}</td></tr><tr><td>Kemarin</td><td>: {facts.id % 500 + 7}</td></tr>
<tr><td>Total</td><td>: {dots(total)}</td></tr></table></div>"""


def comments(facts: Facts, entry: Callable[[Comment], str]) -> str:
    return "\n".join(entry(comment) for comment in facts.comments)


def footer(facts: Facts) -> str:
    return (
        f'<footer class="footer"><p>{e(facts.agency)}</p><p>Jl. Merdeka No. {facts.id % 90 + 1}, {e(facts.short)}</p>'
        f"<p>Copyright &copy; {facts.now.year} {e(facts.agency)}. All rights reserved.</p></footer>"
    )
