"""An article's page in the two known designs, and its print view."""

from __future__ import annotations

import json
from html import escape
from urllib.parse import quote

from blitar_scraper.demo.articles import Block, SampleArticle, short_date
from blitar_scraper.demo.content import number_of
from blitar_scraper.demo.frame import SITE_NAME, Moment, byline, old_page, page, popular_box


def article_page(article: SampleArticle, moment: Moment) -> str:
    """The page as a reader gets it, in the design of the article's time."""
    return _old_article_page(article, moment) if article.in_old_template else _new_article_page(article, moment)


def print_page(article: SampleArticle, moment: Moment) -> str:
    """The print view: the same text again at another address. It does not count as a view."""
    body = "\n".join(_new_block(block) for block in article.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8"><title>Cetak</title></head>\n<body>'
        f"<p>{SITE_NAME} &mdash; dicetak {moment.clock}</p><h2>{escape(article.title)}</h2>"
        f"<p>{byline(article, moment.views(article))}</p>{body}</body></html>\n"
    )


def _text(line: str) -> str:
    return escape(line, quote=False).replace("\xa0", "&nbsp;")


def _share_links(article: SampleArticle, moment: Moment) -> list[str]:
    address, title = quote(moment.base_url + article.path, safe=""), quote(article.title)
    return [
        f"https://www.facebook.com/sharer/sharer.php?u={address}",
        f"https://twitter.com/intent/tweet?url={address}&amp;text={title}",
        f"https://wa.me/?text={title}%20{address}",
    ]


# Today's design


def _new_article_page(article: SampleArticle, moment: Moment) -> str:
    icons = "".join(
        f'<a href="{link}" target="_blank" rel="noopener"><i class="fab"></i></a>'
        for link in _share_links(article, moment)
    )
    facts = [("user", article.author), ("calendar", article.printed_date), ("eye", f"{moment.views(article)}x")]
    byline_spans = "\n".join(
        f'<span><i class="fa fa-{icon}"></i> {fact}</span>' for icon, fact in facts if fact is not None
    )
    kicker = f'<p class="kicker">{escape(article.kicker)}</p>\n' if article.kicker else ""
    tags = "".join(f'<a href="/tag/{quote(tag)}">#{escape(tag)}</a>' for tag in article.tags)
    tag_line = f'<div class="tags">{tags}</div>\n' if tags else ""
    content = f"""<div class="col-lg-8">
<div class="card">
<span class="label">{article.section}</span>
{kicker}<h2 class="title">{escape(article.title)}</h2>
<div class="post-meta">
{byline_spans}
<span><i class="fa fa-share"></i> Share {icons}</span>
</div>
<img class="img-detail" src="{article.image}" alt="img-berita">
<div class="post-content">
{_new_body(article)}
</div>
{tag_line}<a class="print" href="{article.path}/cetak" title="Cetak"><i class="fas"></i></a>
</div>
</div>
{popular_box(moment)}"""
    return page(f"{article.title} | {SITE_NAME}", content, moment, _metadata(article, moment))


def _new_body(article: SampleArticle) -> str:
    """The body as three kinds of editors leave it: plain, padded with empty paragraphs, or full of styles."""
    blocks = list(article.blocks)
    if "script" in article.features:
        return "\n".join(_hostile(place, block) for place, block in enumerate(blocks))
    habit = "plain" if article.number else ("plain", "padded", "styled")[number_of("editor", article.published_on) % 3]
    if habit == "padded":
        blocks = [block for original in blocks for block in (original, Block("blank"))]
    return "\n".join(_new_block(block, styled=habit == "styled") for block in blocks)


def _new_block(block: Block, *, styled: bool = False) -> str:
    lines = [_text(line) for line in block.lines]
    match block.kind:
        case "blank":
            return "<p>&nbsp;</p>"
        case "heading":
            return f"<h3>{lines[0]}</h3>"
        case "bullets" | "numbers":
            name = "ul" if block.kind == "bullets" else "ol"
            return f"<{name}>\n" + "".join(f"<li>{line}</li>\n" for line in lines) + f"</{name}>"
        case "table":
            return _table(lines, 'class="isi"')
        case "figure":
            return f'<figure><img src="{block.path}" alt="foto kegiatan"><figcaption>{lines[0]}</figcaption></figure>'
        case "attachment":
            return f'<p><a href="{block.path}" target="_blank">{lines[0]}</a></p>'
        case "paragraph" if styled:
            span = f'<span style="font-family:Arial,sans-serif;font-size:12pt">{lines[0]}</span>'
            return f'<p style="text-align:justify">{span}</p>'
        case "paragraph":
            return f"<p>{lines[0]}</p>"


def _table(rows: list[str], attributes: str) -> str:
    cells = ["".join(f"<td>{cell}</td>" for cell in row.split("\t")) for row in rows]
    return f"<table {attributes}>\n" + "".join(f"<tr>{row}</tr>\n" for row in cells) + "</table>"


def _hostile(place: int, block: Block) -> str:
    """A paragraph with what an intruder, or an editor's clipboard, leaves in it. Its text stays the same."""
    text = _text(block.lines[0])
    forms = (
        f"<p onmouseover=\"alert('mouse')\">{text}</p>\n<script>alert('body')</script>",
        f"<p><a href=\"javascript:alert('link')\" onclick=\"alert('click')\">{text}</a></p>",
        f'<!-- catatan redaksi: jangan ditayangkan -->\n<p>{text}<img src="x" onerror="alert(\'image\')"></p>',
        f"<style>p{{color:red}}</style><p>{text}</p><iframe src=\"javascript:alert('frame')\"></iframe>"
        "<svg onload=\"alert('svg')\"></svg>",
    )
    return forms[place % len(forms)]


def _metadata(article: SampleArticle, moment: Moment) -> str:
    """Metadata as a careless plugin writes it: the agency is the author, the day of the request the date.

    Two pages in three have it, and with them the known article's.
    """
    if not article.number and number_of("metadata", article.published_on) % 3 == 0:
        return ""
    now = f"{moment.today.isoformat()}T10:15:00+07:00"
    record = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "author": {"@type": "Organization", "name": SITE_NAME},
        "datePublished": now,
        "dateModified": now,
    }
    properties = {
        "og:type": "article",
        "og:site_name": SITE_NAME,
        "og:title": article.title,
        "og:url": moment.base_url + article.path,
        "og:image": moment.base_url + article.image,
        "article:author": SITE_NAME,
        "article:published_time": now,
    }
    lines = [f'<meta property="{name}" content="{escape(value)}">\n' for name, value in properties.items()]
    script = json.dumps(record, ensure_ascii=False).replace("<", "\\u003c")
    return "".join(lines) + f'<script type="application/ld+json">{script}</script>\n'


# The design before 2021


def _old_article_page(article: SampleArticle, moment: Moment) -> str:
    others = [other for other in moment.newest if other.slug != article.slug][:3]
    other_news = "".join(
        f'<li><a href="{other.path}">{escape(other.title)}</a> ({short_date(other.published_on)})\n' for other in others
    )
    shares = " | ".join(
        f'<a href="{link}">{name}</a>'
        for link, name in zip(_share_links(article, moment), ("Facebook", "Twitter", "WhatsApp"), strict=True)
    )
    content = f"""<table width="100%" cellpadding="4">
<tr><td bgcolor="#f6e7b5"><font size="2"><b>{article.section}</b></font></td></tr>
<tr><td><font size="4" color="#123f28"><b>{escape(article.title)}</b></font></td></tr>
<tr><td><font size="1" color="#666666">{byline(article, moment.views(article))}</font></td></tr>
<tr><td><div align="justify"><img src="{article.image}" alt="img-berita" width="250" align="left" hspace="10">
{_old_body(article)}
</div></td></tr>
<tr><td><font size="2">Bagikan : {shares} | <a href="{article.path}/cetak">Cetak</a></font></td></tr>
<tr><td><b>Berita Lainnya</b><ul>
{other_news}</ul></td></tr>
</table>"""
    return old_page(content, moment, "iso-8859-1" if "wrong-charset" in article.features else "utf-8")


def _old_body(article: SampleArticle) -> str:
    return "\n".join(_old_block(block) for block in article.blocks)


def _old_block(block: Block) -> str:
    match block.kind:
        case "paragraph":
            return _text(block.lines[0]) + "<br><br>"
        case "blank":
            return "&nbsp;<br>"
        case "heading":
            return f"<b>{_text(block.lines[0])}</b><br>"
        case "table":
            return _table([_text(line) for line in block.lines], 'border="1" cellpadding="3"') + "<br>"
        case _:
            return _new_block(block) + "<br>"
